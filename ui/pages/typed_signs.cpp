#include "ui/pages/typed_signs.h"

#include <QCoreApplication>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct SignWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::TypedSigns)
};

std::optional<QString> signOfCode(QStringView digits)
{
    bool good = false;
    const uint code = digits.toUInt(&good, 16);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (!good || code > 0x10FFFF || surrogate)
        return {};
    const char32_t sign = code;
    return QString::fromUcs4(&sign, 1);
}

/// The length of the code behind a backslash ("t", "x1F"), and what it stands for; 0 when it is none.
qsizetype codeAt(QStringView text, QString *sign)
{
    const QChar kind = text.isEmpty() ? QChar() : text.front();
    if (kind == u't' || kind == u'\\') {
        *sign = kind == u't' ? u"\t"_s : u"\\"_s;
        return 1;
    }
    const qsizetype digits = kind == u'x' ? 2 : kind == u'u' ? 4 : 0;
    if (digits == 0 || text.size() <= digits)
        return 0;
    const auto meant = signOfCode(text.mid(1, digits));
    if (!meant)
        return 0;
    *sign = *meant;
    return 1 + digits;
}

QString unescaped(const QString &typed)
{
    QString signs;
    for (qsizetype at = 0; at < typed.size(); ++at) {
        QString sign = typed.mid(at, 1);
        if (typed[at] == u'\\')
            at += codeAt(QStringView(typed).mid(at + 1), &sign);
        signs += sign;
    }
    return signs;
}

bool endsLines(const QString &signs)
{
    return signs.contains(u'\n') || signs.contains(u'\r');
}

} // namespace

std::optional<QString> signsIn(const QString &typed)
{
    if (typed.isEmpty())
        return {};
    if (typed.compare("tab"_L1, Qt::CaseInsensitive) == 0)
        return u"\t"_s;
    if (typed.size() > 2
        && (typed.startsWith("0x"_L1, Qt::CaseInsensitive) || typed.startsWith("U+"_L1, Qt::CaseInsensitive)))
        return signOfCode(QStringView(typed).mid(2));
    return unescaped(typed);
}

TypedDelimiter typedDelimiter(const QString &typed, char quote)
{
    const auto signs = signsIn(typed);
    if (!signs)
        return { {}, SignWords::tr("Type a character, several, or a code such as \\t or 0x1F.") };
    const QByteArray bytes = signs->toUtf8();
    if (endsLines(*signs) || bytes.contains('\0'))
        return { {}, SignWords::tr("Line ends and NUL cannot stand between cells.") };
    if (static_cast<std::size_t>(bytes.size()) > Delimiter::longest)
        return { {}, SignWords::tr("That is too long for what stands between cells.") };
    if (bytes.size() == 1 && bytes.front() == quote)
        return { {}, SignWords::tr("This is the quotation mark already. Choose another one under More.") };
    return { Delimiter(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))), {} };
}

TypedSign typedSign(const QString &typed, const Delimiter &delimiter)
{
    const auto signs = signsIn(typed);
    const bool one = signs && signs->size() == 1 && signs->front() < QChar(0x80) && !signs->front().isNull();
    if (!one || endsLines(*signs))
        return { {}, SignWords::tr("Type one character of the keyboard, or its code such as 0x1F.") };
    const char sign = signs->front().toLatin1();
    if (delimiter.isOneByte() && sign == delimiter.first())
        return { {}, SignWords::tr("This stands between the cells already.") };
    return { sign, {} };
}

QString signName(QChar sign)
{
    if (sign == u'\t')
        return SignWords::tr("Tab");
    if (sign.isPrint() && !sign.isSpace())
        return sign;
    return u"0x%1"_s.arg(static_cast<uint>(sign.unicode()), 2, 16, QLatin1Char('0'));
}

} // namespace rowlift::ui
