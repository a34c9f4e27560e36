#include "app/cli/command.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringConverter>

#include <cstdio>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

Error badOption(const QString &sentence)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

/// "comma", "tab", "\t" or the character itself.
std::optional<char> characterFrom(const QString &text)
{
    static const QHash<QString, char> names { { u"comma"_s, ',' },    { u"semicolon"_s, ';' },
                                              { u"tab"_s, '\t' },     { u"\\t"_s, '\t' },
                                              { u"pipe"_s, '|' },     { u"caret"_s, '^' },
                                              { u"backtick"_s, '`' }, { u"space"_s, ' ' },
                                              { u"colon"_s, ':' } };
    if (const auto named = names.constFind(text.toLower()); named != names.constEnd())
        return *named;
    if (text.size() == 1 && text[0].unicode() < 128 && text[0] != u'\n' && text[0] != u'\r')
        return text[0].toLatin1();
    return {};
}

} // namespace

int wrongUsage(const QString &sentence)
{
    say(sentence);
    return WrongUsage;
}

int couldNot(const Error &error)
{
    say(error.sentence);
    if (!error.detail.isEmpty())
        say(CommandWords::tr("Details: %1").arg(error.detail));
    return CouldNot;
}

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printJson(const QJsonObject &json)
{
    print(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void say(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

void addDialectOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"delimiter"_s,
          CommandWords::tr("What stands between cells: comma, semicolon, tab, pipe … or the character."),
          u"character"_s },
        { u"quote"_s, CommandWords::tr("What cells are quoted with: the character, or “none”."),
          u"character"_s },
        { u"encoding"_s, CommandWords::tr("The file's encoding, such as UTF-8 or windows-1252."), u"name"_s },
        { u"header-row"_s, CommandWords::tr("The row that names the columns, counted from 1."), u"row"_s },
        { u"no-header"_s, CommandWords::tr("The file has no row of column names.") },
    });
}

Result<DialectChoice> dialectChoiceFrom(const QCommandLineParser &parser)
{
    DialectChoice choice;
    if (parser.isSet(u"delimiter"_s)) {
        choice.delimiter = characterFrom(parser.value(u"delimiter"_s));
        if (!choice.delimiter)
            return tl::unexpected(badOption(CommandWords::tr("--delimiter takes one character.")));
    }
    if (parser.isSet(u"quote"_s)) {
        choice.quote = parser.value(u"quote"_s) == u"none" ? '\0' : characterFrom(parser.value(u"quote"_s));
        if (!choice.quote)
            return tl::unexpected(badOption(CommandWords::tr("--quote takes one character, or “none”.")));
    }
    if (choice.delimiter && choice.delimiter == choice.quote)
        return tl::unexpected(
            badOption(CommandWords::tr("--delimiter and --quote cannot be the same character.")));
    if (parser.isSet(u"encoding"_s)) {
        choice.encoding = parser.value(u"encoding"_s).toLatin1();
        if (!QStringDecoder(choice.encoding->constData()).isValid())
            return tl::unexpected(badOption(
                CommandWords::tr("The encoding “%1” is not known.").arg(parser.value(u"encoding"_s))));
    }
    if (parser.isSet(u"header-row"_s)) {
        bool isNumber = false;
        choice.headerRecord = parser.value(u"header-row"_s).toLongLong(&isNumber) - 1;
        if (!isNumber || *choice.headerRecord < -1)
            return tl::unexpected(
                badOption(CommandWords::tr("--header-row takes a row number, counted from 1.")));
    }
    if (parser.isSet(u"no-header"_s))
        choice.headerRecord = -1;
    return choice;
}

bool parse(QCommandLineParser &parser, const QStringList &arguments, int *exit)
{
    const QCommandLineOption help({ u"h"_s, u"help"_s }, CommandWords::tr("Shows this text."));
    parser.addOption(help);
    if (!parser.parse(arguments)) {
        *exit = wrongUsage(parser.errorText());
        return false;
    }
    if (parser.isSet(help)) {
        print(parser.helpText());
        *exit = Fine;
        return false;
    }
    return true;
}

} // namespace rowlift::cli
