#include "app/csv/detect_words.h"

#include "app/csv/detect.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct Detect {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Detect)
};

struct NamedEncoding {
    const char *encoding;
    const char *name;
};

// Kept apart from tr() so that one look-up serves all of them.
constexpr std::array namedEncodings = {
    NamedEncoding { "WINDOWS-1252", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (Windows-1252)") },
    NamedEncoding { "ISO-8859-1", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (ISO-8859-1)") },
    NamedEncoding { "ISO-8859-15", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (ISO-8859-15)") },
    NamedEncoding { "MACINTOSH", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (old Macintosh)") },
    NamedEncoding { "IBM850", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (old DOS)") },
    NamedEncoding { "IBM437", QT_TRANSLATE_NOOP("rowlift::Detect", "Western European (old DOS, 437)") },
    NamedEncoding { "IBM865", QT_TRANSLATE_NOOP("rowlift::Detect", "Nordic (old DOS)") },
    NamedEncoding { "WINDOWS-1250", QT_TRANSLATE_NOOP("rowlift::Detect", "Central European (Windows-1250)") },
    NamedEncoding { "ISO-8859-2", QT_TRANSLATE_NOOP("rowlift::Detect", "Central European (ISO-8859-2)") },
    NamedEncoding { "IBM852", QT_TRANSLATE_NOOP("rowlift::Detect", "Central European (old DOS)") },
    NamedEncoding { "X-MAC-CENTRALEURROMAN",
                    QT_TRANSLATE_NOOP("rowlift::Detect", "Central European (old Macintosh)") },
    NamedEncoding { "WINDOWS-1251", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (Windows-1251)") },
    NamedEncoding { "KOI8-R", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (KOI8-R)") },
    NamedEncoding { "KOI8-U", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (KOI8-U)") },
    NamedEncoding { "ISO-8859-5", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (ISO-8859-5)") },
    NamedEncoding { "IBM866", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (old DOS)") },
    NamedEncoding { "X-MAC-CYRILLIC", QT_TRANSLATE_NOOP("rowlift::Detect", "Cyrillic (old Macintosh)") },
    NamedEncoding { "WINDOWS-1253", QT_TRANSLATE_NOOP("rowlift::Detect", "Greek (Windows-1253)") },
    NamedEncoding { "ISO-8859-7", QT_TRANSLATE_NOOP("rowlift::Detect", "Greek (ISO-8859-7)") },
    NamedEncoding { "IBM737", QT_TRANSLATE_NOOP("rowlift::Detect", "Greek (old DOS)") },
    NamedEncoding { "X-MAC-GREEK", QT_TRANSLATE_NOOP("rowlift::Detect", "Greek (old Macintosh)") },
    NamedEncoding { "WINDOWS-1254", QT_TRANSLATE_NOOP("rowlift::Detect", "Turkish (Windows-1254)") },
    NamedEncoding { "ISO-8859-9", QT_TRANSLATE_NOOP("rowlift::Detect", "Turkish (ISO-8859-9)") },
    NamedEncoding { "IBM857", QT_TRANSLATE_NOOP("rowlift::Detect", "Turkish (old DOS)") },
    NamedEncoding { "X-MAC-TURKISH", QT_TRANSLATE_NOOP("rowlift::Detect", "Turkish (old Macintosh)") },
    NamedEncoding { "WINDOWS-1255", QT_TRANSLATE_NOOP("rowlift::Detect", "Hebrew (Windows-1255)") },
    NamedEncoding { "ISO-8859-8", QT_TRANSLATE_NOOP("rowlift::Detect", "Hebrew (ISO-8859-8)") },
    NamedEncoding { "IBM862", QT_TRANSLATE_NOOP("rowlift::Detect", "Hebrew (old DOS)") },
    NamedEncoding { "WINDOWS-1256", QT_TRANSLATE_NOOP("rowlift::Detect", "Arabic (Windows-1256)") },
    NamedEncoding { "ISO-8859-6", QT_TRANSLATE_NOOP("rowlift::Detect", "Arabic (ISO-8859-6)") },
    NamedEncoding { "WINDOWS-1257", QT_TRANSLATE_NOOP("rowlift::Detect", "Baltic (Windows-1257)") },
    NamedEncoding { "ISO-8859-13", QT_TRANSLATE_NOOP("rowlift::Detect", "Baltic (ISO-8859-13)") },
    NamedEncoding { "ISO-8859-4", QT_TRANSLATE_NOOP("rowlift::Detect", "Baltic (ISO-8859-4)") },
    NamedEncoding { "IBM775", QT_TRANSLATE_NOOP("rowlift::Detect", "Baltic (old DOS)") },
    NamedEncoding { "WINDOWS-874", QT_TRANSLATE_NOOP("rowlift::Detect", "Thai (Windows-874)") },
    NamedEncoding { "WINDOWS-1258", QT_TRANSLATE_NOOP("rowlift::Detect", "Vietnamese (Windows-1258)") },
    NamedEncoding { "SHIFT_JIS", QT_TRANSLATE_NOOP("rowlift::Detect", "Japanese (Shift_JIS)") },
    NamedEncoding { "EUC-JP", QT_TRANSLATE_NOOP("rowlift::Detect", "Japanese (EUC-JP)") },
    NamedEncoding { "ISO-2022-JP", QT_TRANSLATE_NOOP("rowlift::Detect", "Japanese (ISO-2022-JP)") },
    NamedEncoding { "GB18030", QT_TRANSLATE_NOOP("rowlift::Detect", "Chinese (GB18030)") },
    NamedEncoding { "BIG5", QT_TRANSLATE_NOOP("rowlift::Detect", "Chinese (Big5)") },
    NamedEncoding { "EUC-KR", QT_TRANSLATE_NOOP("rowlift::Detect", "Korean (EUC-KR)") },
    NamedEncoding { "WINDOWS-949", QT_TRANSLATE_NOOP("rowlift::Detect", "Korean (Windows-949)") },
};

QString shown(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

QString encodingName(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    for (const NamedEncoding &known : namedEncodings) {
        if (upper == known.encoding)
            return Detect::tr(known.name);
    }
    return QString::fromLatin1(encoding);
}

QString textOfDelimiter(const Delimiter &delimiter)
{
    return QString::fromUtf8(delimiter.bytes().data(), static_cast<qsizetype>(delimiter.bytes().size()));
}

QString delimiterName(const Delimiter &delimiter)
{
    if (!delimiter.isOneByte())
        return Detect::tr("“%1”").arg(textOfDelimiter(delimiter));
    switch (delimiter.first()) {
    case ',':
        return Detect::tr("Comma");
    case ';':
        return Detect::tr("Semicolon");
    case '\t':
        return Detect::tr("Tab");
    case '|':
        return Detect::tr("Pipe");
    case '^':
        return Detect::tr("Caret");
    case '`':
        return Detect::tr("Backtick");
    case ':':
        return Detect::tr("Colon");
    case ' ':
        return Detect::tr("Space");
    default: // any character may be chosen
        return Detect::tr("“%1”").arg(textOfDelimiter(delimiter));
    }
}

QString byteOrderMarkReason(const QByteArray &encoding)
{
    return Detect::tr("%1: the file begins with the mark for it.").arg(encodingName(encoding));
}

QString nulPatternReason(const QByteArray &encoding)
{
    return Detect::tr("%1: each letter takes two bytes.").arg(encodingName(encoding));
}

QString letterReason(const QByteArray &encoding, const QString &text)
{
    constexpr qsizetype shownLetters = 4;
    QString examples;
    int letters = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80 || !c.isLetter())
            continue;
        ++letters;
        if (examples.size() < shownLetters && !examples.contains(c))
            examples.append(c);
    }
    if (letters == 0)
        return Detect::tr("%1: only plain letters, nothing to tell it from others.")
            .arg(encodingName(encoding));
    //: %1 is the name of a character set, %2 some letters such as "ü é"
    return Detect::tr("%1: %n letter(s) such as %2.", nullptr, letters)
        .arg(encodingName(encoding), examples.split(QString(), Qt::SkipEmptyParts).join(u' '));
}

QString encodingChosenReason(const QByteArray &encoding)
{
    return Detect::tr("%1: your choice.").arg(encodingName(encoding));
}

QString delimiterReason(const Delimiter &delimiter, int columns, qint64 agreeing, qint64 rows)
{
    if (agreeing == rows)
        return Detect::tr("%1: all rows agree on %n column(s).", nullptr, columns)
            .arg(delimiterName(delimiter));
    return Detect::tr("%1: %2 of the first %3 rows agree on %n column(s).", nullptr, columns)
        .arg(delimiterName(delimiter), shown(agreeing), shown(rows));
}

QString oneColumnReason()
{
    return Detect::tr("One column: nothing divides the rows alike.");
}

QString delimiterChosenReason(const Delimiter &delimiter, int columns)
{
    return Detect::tr("%1: your choice, %n column(s).", nullptr, columns).arg(delimiterName(delimiter));
}

QString quoteReason(char quote)
{
    if (quote == '\0')
        return Detect::tr("Quotes are part of the text: they do not go in pairs.");
    return Detect::tr("Cells stand in %1 quotes.").arg(QLatin1Char(quote));
}

QString escapeReason(char escape)
{
    return Detect::tr("A %1 in front of a quote makes it part of the text.").arg(QLatin1Char(escape));
}

QString trimReason(const Delimiter &delimiter)
{
    if (delimiter == Delimiter(' '))
        return Detect::tr("Several spaces in a row count as one gap between columns.");
    return Detect::tr("Spaces around values are trimmed: a space follows each delimiter.");
}

QString commentReason(const QByteArray &comment)
{
    return Detect::tr("Lines that begin with %1 are comments.").arg(QString::fromUtf8(comment));
}

QString headerReason(qint64 record, int rows, bool titlesAbove)
{
    if (record < 0)
        return titlesAbove ? Detect::tr("No header: the first rows look like a title, those below like data.")
                           : Detect::tr("No header: the first row looks like the rows below.");
    if (rows > 1 && titlesAbove)
        return Detect::tr("Rows %1 to %2 name the columns together; what stands above looks like a title.")
            .arg(shown(record + 1), shown(record + rows));
    if (rows > 1)
        return Detect::tr("Rows %1 to %2 name the columns together.")
            .arg(shown(record + 1), shown(record + rows));
    if (titlesAbove)
        return Detect::tr("Row %1 names the columns; what stands above looks like a title.")
            .arg(shown(record + 1));
    return Detect::tr("Row %1 names the columns.").arg(shown(record + 1));
}

QString headerUnsureReason(qint64 record)
{
    return Detect::tr("Row %1 is taken for the names of the columns; it could be data as well.")
        .arg(shown(record + 1));
}

QString headerChosenReason(qint64 record)
{
    return record < 0 ? Detect::tr("No header: your choice.")
                      : Detect::tr("Row %1 names the columns: your choice.").arg(shown(record + 1));
}

QString tableEndReason(TableEnd::Kind kind, qint64 record)
{
    const QString row = shown(record + 1);
    switch (kind) {
    case TableEnd::Kind::None:
        return {};
    case TableEnd::Kind::Notes:
        return record < 0 ? Detect::tr("The last rows look like notes below the table: not imported.")
                          : Detect::tr("From row %1 on stand notes below the table: not imported.").arg(row);
    case TableEnd::Kind::Totals:
        return record < 0
            ? Detect::tr("The file ends with a totals line: not imported.")
            : Detect::tr("Row %1 looks like a totals line: it and what follows are not imported.").arg(row);
    case TableEnd::Kind::SecondTable:
        return Detect::tr("Another table begins in row %1: it is not imported.").arg(row);
    }
    return {};
}

} // namespace rowlift
