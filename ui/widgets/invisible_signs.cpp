#include "ui/widgets/invisible_signs.h"

#include <QChar>
#include <QCoreApplication>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

class SignNames {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::TextPieces)

public:
    static QString space() { return tr("space"); }
    static QString lineBreak() { return tr("line break"); }

    static QString nameOf(char32_t sign)
    {
        switch (sign) {
        case 0x0000:
            return tr("NUL character");
        case 0x0009:
            return tr("tab");
        case 0x000A:
        case 0x000D:
        case 0x0085:
            return lineBreak();
        case 0x00A0:
            return tr("no-break space");
        case 0x00AD:
            return tr("soft hyphen");
        case 0x200B:
            return tr("zero-width space");
        case 0x200C:
            return tr("zero-width non-joiner");
        case 0x200D:
            return tr("zero-width joiner");
        case 0x2028:
            return tr("line separator");
        case 0x2029:
            return tr("paragraph separator");
        case 0x202F:
            return tr("narrow no-break space");
        case 0x2060:
            return tr("word joiner");
        case 0xFEFF:
            return tr("byte order mark");
        case 0xFFFD:
            return tr("character that could not be read");
        default:
            break;
        }
        const QString code = u"U+%1"_s.arg(QString::number(sign, 16).toUpper(), 4, u'0');
        if (QChar::isSpace(sign) && sign != U' ')
            //: %1 the code of the character: U+2003
            return tr("wide or narrow space %1").arg(code);
        switch (QChar::category(sign)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
            //: %1 the code of the character: U+202E
            return tr("hidden character %1").arg(code);
        default:
            return {};
        }
    }
};

} // namespace

QString nameOfSign(char32_t sign)
{
    return SignNames::nameOf(sign);
}

TextPieces::TextPieces(QString text)
    : m_text(std::move(text))
{
    m_wordsTo = m_text.size();
    while (m_wordsTo > 0 && m_text.at(m_wordsTo - 1) == u' ')
        --m_wordsTo;
    while (m_wordsFrom < m_wordsTo && m_text.at(m_wordsFrom) == u' ')
        ++m_wordsFrom;
}

/// How many characters the sign at \a at takes; 0 when there is none.
qsizetype TextPieces::signAt(qsizetype at, TextPiece *piece) const
{
    const QChar c = m_text.at(at);
    const bool pair = c.isHighSurrogate() && at + 1 < m_text.size() && m_text.at(at + 1).isLowSurrogate();
    const char32_t sign = pair ? QChar::surrogateToUcs4(c, m_text.at(at + 1)) : char32_t(c.unicode());
    if (sign == U' ') {
        const bool atEnds = at < m_wordsFrom || at >= m_wordsTo;
        piece->name = atEnds ? SignNames::space() : QString();
        return atEnds ? 1 : 0;
    }
    if (sign > 0x20 && sign < 0x7F)
        return 0;
    piece->name = nameOfSign(sign);
    if (piece->name.isEmpty())
        return 0;
    piece->breaksLine = sign == U'\n' || sign == U'\r' || sign == 0x0085 || sign == 0x2028 || sign == 0x2029;
    const bool windowsBreak = sign == U'\r' && at + 1 < m_text.size() && m_text.at(at + 1) == u'\n';
    return pair || windowsBreak ? 2 : 1;
}

TextPiece TextPieces::next(qsizetype most)
{
    TextPiece piece;
    if (const qsizetype length = signAt(m_at, &piece); length > 0) {
        piece.text = m_text.mid(m_at, length);
        m_at += length;
        return piece;
    }
    qsizetype end = m_at + 1;
    const qsizetype last = std::min(m_text.size(), m_at + most);
    TextPiece following;
    while (end < last && signAt(end, &following) == 0)
        ++end;
    if (end < m_text.size() && m_text.at(end).isLowSurrogate())
        ++end;
    piece.text = m_text.mid(m_at, end - m_at);
    m_at = end;
    return piece;
}

} // namespace rowlift::ui
