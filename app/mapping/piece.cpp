#include "app/mapping/piece.h"

#include "app/mapping/blanks.h"
#include "app/mapping/email_text.h"

namespace rowlift {

namespace {

/// Where the first word of \a text ends: at a blank that keeps words apart; or its size.
std::size_t endOfWord(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const Blank blank = blankAt(text.substr(at));
        if (blank.kind == BlankKind::Wide)
            return at;
        at += blank.bytes == 0 ? 1 : blank.bytes;
    }
    return text.size();
}

std::string_view behind(std::string_view text, std::size_t at)
{
    return withoutBlanks(text.substr(at));
}

/// Whether what stands before the last "@" holds another one that is not in quotes.
bool holdsSeveral(std::string_view local)
{
    const bool quoted = local.size() > 2 && local.front() == '"' && local.back() == '"';
    return !quoted && local.find('@') != local.npos;
}

} // namespace

PieceTaker::PieceTaker(const Piece &piece)
    : m_kind(piece.kind)
    , m_sign(piece.sign.toStdString())
{
}

std::string_view PieceTaker::of(std::string_view value) const
{
    if (m_kind == PieceKind::Whole)
        return value;
    const auto text = withoutBlanks(value);
    switch (m_kind) {
    case PieceKind::Whole:
        break;
    case PieceKind::FirstWord: {
        const auto end = endOfWord(text);
        return end == text.size() ? std::string_view() : text.substr(0, end);
    }
    case PieceKind::Rest: {
        const auto end = endOfWord(text);
        return end == text.size() ? text : behind(text, end);
    }
    case PieceKind::BeforeSign:
        return m_sign.empty() ? text : withoutBlanks(text.substr(0, text.find(m_sign)));
    case PieceKind::BehindSign: {
        const auto at = m_sign.empty() ? text.npos : text.find(m_sign);
        return at == text.npos ? std::string_view() : behind(text, at + m_sign.size());
    }
    case PieceKind::EmailDomain: {
        const auto address = emailIn(text);
        const auto at = address.rfind('@');
        return at == address.npos || holdsSeveral(address.substr(0, at)) ? std::string_view()
                                                                         : behind(address, at + 1);
    }
    }
    return text;
}

} // namespace rowlift
