#include "app/mapping/piece.h"

#include "app/mapping/blanks.h"

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
        const auto at = text.rfind('@');
        return at == text.npos ? std::string_view() : behind(text, at + 1);
    }
    }
    return text;
}

} // namespace rowlift
