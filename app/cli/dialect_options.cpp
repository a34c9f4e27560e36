#include "app/cli/command.h"
#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringConverter>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct DialectWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

tl::unexpected<Error> badOption(const QString &sentence)
{
    return tl::unexpected(badInput(sentence));
}

/// The character that a code such as "\t", "0x1F" or "U+00A7" stands for.
std::optional<QChar> characterOfCode(const QString &text)
{
    if (text == "\\t"_L1)
        return u'\t';
    for (const QLatin1StringView start : { "0x"_L1, "U+"_L1, "\\x"_L1, "\\u"_L1 }) {
        bool isNumber = false;
        const ushort code = text.startsWith(start, Qt::CaseInsensitive)
            ? text.mid(start.size()).toUShort(&isNumber, 16)
            : ushort(0);
        if (isNumber && code > 0)
            return QChar(code);
    }
    return {};
}

/// "comma", "tab", "\t", "0x1F", or the characters themselves; empty: it makes no sense.
QString markFrom(const QString &text)
{
    static const QHash<QString, QString> names {
        { u"comma"_s, u","_s }, { u"semicolon"_s, u";"_s }, { u"tab"_s, u"\t"_s },  { u"pipe"_s, u"|"_s },
        { u"caret"_s, u"^"_s }, { u"backtick"_s, u"`"_s },  { u"space"_s, u" "_s }, { u"colon"_s, u":"_s },
    };
    if (const auto named = names.constFind(text.toLower()); named != names.constEnd())
        return *named;
    const QString mark = characterOfCode(text) ? QString(*characterOfCode(text)) : text;
    const bool fits = mark.toUtf8().size() <= static_cast<qsizetype>(Delimiter::longest);
    return fits && !mark.contains(u'\n') && !mark.contains(u'\r') ? mark : QString();
}

/// One ASCII character, or '\0' for "none".
std::optional<char> signFrom(const QString &text)
{
    if (text == "none"_L1)
        return '\0';
    const QString mark = markFrom(text);
    if (mark.size() != 1 || mark[0].unicode() >= 128)
        return {};
    return mark[0].toLatin1();
}

std::optional<qint64> numberFrom(const QString &text, qint64 least)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= least ? std::optional(number) : std::nullopt;
}

Done readMarks(const QCommandLineParser &parser, DialectChoice &choice)
{
    if (parser.isSet(u"delimiter"_s)) {
        const QString mark = markFrom(parser.value(u"delimiter"_s));
        if (mark.isEmpty())
            return badOption(
                DialectWords::tr("--delimiter takes one to eight characters, or a code like 0x1F."));
        choice.delimiter = Delimiter(mark.toStdString());
    }
    if (parser.isSet(u"quote"_s)) {
        choice.quote = signFrom(parser.value(u"quote"_s));
        if (!choice.quote)
            return badOption(DialectWords::tr("--quote takes one character, or “none”."));
    }
    if (choice.delimiter && choice.quote && *choice.delimiter == Delimiter(*choice.quote))
        return badOption(DialectWords::tr("--delimiter and --quote cannot be the same character."));
    if (parser.isSet(u"escape"_s)) {
        choice.escape = signFrom(parser.value(u"escape"_s));
        if (!choice.escape)
            return badOption(DialectWords::tr("--escape takes one character, or “none”."));
    }
    if (parser.isSet(u"comment"_s)) {
        const QString sign = parser.value(u"comment"_s);
        choice.comment = sign == "none"_L1 ? QByteArray() : sign.toUtf8();
    }
    return {};
}

Done readRowNumbers(const QCommandLineParser &parser, DialectChoice &choice)
{
    if (parser.isSet(u"header-row"_s)) {
        const std::optional<qint64> row = numberFrom(parser.value(u"header-row"_s), 0);
        if (!row)
            return badOption(DialectWords::tr("--header-row takes a row number, counted from 1."));
        choice.headerRecord = *row - 1;
    }
    if (parser.isSet(u"no-header"_s))
        choice.headerRecord = -1;
    if (parser.isSet(u"header-rows"_s)) {
        constexpr qint64 most = 20;
        const std::optional<qint64> rows = numberFrom(parser.value(u"header-rows"_s), 1);
        if (!rows || *rows > most)
            return badOption(DialectWords::tr("--header-rows takes a number from 1 to 20."));
        choice.headerRows = static_cast<int>(*rows);
    }
    if (parser.isSet(u"last-row"_s)) {
        const QString text = parser.value(u"last-row"_s);
        const std::optional<qint64> row = text == "end"_L1 ? 0 : numberFrom(text, 1);
        if (!row)
            return badOption(DialectWords::tr("--last-row takes a row number, counted from 1, or “end”."));
        choice.lastRecord = *row - 1;
    }
    return {};
}

} // namespace

void addDialectOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"delimiter"_s,
          DialectWords::tr(
              "What stands between cells: comma, semicolon, tab, pipe …, the characters, or a code "
              "like 0x1F."),
          u"characters"_s },
        { u"quote"_s, DialectWords::tr("What cells are quoted with: the character, or “none”."),
          u"character"_s },
        { u"escape"_s,
          DialectWords::tr(
              "What makes a quote within a cell part of the text, such as \\; “none”: quotes are "
              "doubled."),
          u"character"_s },
        { u"encoding"_s, DialectWords::tr("The file's encoding, such as UTF-8 or windows-1252."), u"name"_s },
        { u"header-row"_s, DialectWords::tr("The row that names the columns, counted from 1."), u"row"_s },
        { u"header-rows"_s, DialectWords::tr("How many rows name the columns together."), u"number"_s },
        { u"no-header"_s, DialectWords::tr("The file has no row of column names.") },
        { u"last-row"_s, DialectWords::tr("The last row of data, or “end” for the end of the file."),
          u"row"_s },
        { u"comment"_s,
          DialectWords::tr("What lines that are no rows begin with, such as #; “none”: there are none."),
          u"characters"_s },
        { u"trim"_s, DialectWords::tr("Leaves out blanks around values.") },
        { u"no-trim"_s, DialectWords::tr("Keeps blanks around values.") },
        { u"blank-word"_s,
          DialectWords::tr("A value that stands for an empty cell, such as NULL. May be repeated."),
          u"value"_s },
    });
}

Result<DialectChoice> dialectChoiceFrom(const QCommandLineParser &parser)
{
    DialectChoice choice;
    if (const Done read = readMarks(parser, choice); !read)
        return tl::unexpected(read.error());
    if (const Done read = readRowNumbers(parser, choice); !read)
        return tl::unexpected(read.error());
    if (parser.isSet(u"encoding"_s)) {
        choice.encoding = parser.value(u"encoding"_s).toLatin1();
        if (!QStringDecoder(choice.encoding->constData()).isValid())
            return badOption(
                DialectWords::tr("The encoding “%1” is not known.").arg(parser.value(u"encoding"_s)));
    }
    if (parser.isSet(u"trim"_s) || parser.isSet(u"no-trim"_s))
        choice.trim = parser.isSet(u"trim"_s);
    if (parser.isSet(u"blank-word"_s)) {
        choice.blankWords.emplace();
        for (const QString &word : parser.values(u"blank-word"_s))
            choice.blankWords->append(word.toUtf8());
    }
    return choice;
}

} // namespace rowlift::cli
