#include "app/csv/dialect_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array lineEndingWords { QLatin1StringView("lf"), QLatin1StringView("crlf"),
                                       QLatin1StringView("cr"), QLatin1StringView("mixed") };

QString characterText(char c)
{
    return c == '\0' ? QString() : QString(QLatin1Char(c));
}

char characterOf(const QJsonValue &json)
{
    const QString text = json.toString();
    return text.isEmpty() ? '\0' : text.front().toLatin1();
}

QString delimiterText(const Delimiter &delimiter)
{
    const std::string_view bytes = delimiter.bytes();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

Delimiter delimiterOf(const QJsonValue &json)
{
    const QByteArray bytes = json.toString().toUtf8();
    return bytes.isEmpty()
        ? Delimiter(',')
        : Delimiter(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QJsonArray wordsJson(const QByteArrayList &words)
{
    QJsonArray json;
    for (const QByteArray &word : words)
        json.append(QString::fromUtf8(word));
    return json;
}

QByteArrayList wordsOf(const QJsonValue &json)
{
    QByteArrayList words;
    for (const QJsonValue &word : json.toArray())
        words.append(word.toString().toUtf8());
    return words;
}

LineEnding lineEndingOf(const QJsonValue &json)
{
    const QString text = json.toString();
    const auto word = std::ranges::find_if(lineEndingWords, [&](auto known) { return known == text; });
    return word == lineEndingWords.end() ? LineEnding::Lf
                                         : static_cast<LineEnding>(word - lineEndingWords.begin());
}

} // namespace

QJsonObject toJson(const Dialect &dialect)
{
    QJsonObject json { { u"delimiter"_s, delimiterText(dialect.delimiter) },
                       { u"quote"_s, characterText(dialect.quote) },
                       { u"encoding"_s, QString::fromLatin1(dialect.encoding) },
                       { u"bom"_s, dialect.bom },
                       { u"headerRecord"_s, dialect.headerRecord },
                       { u"lineEnding"_s, lineEndingWords[static_cast<std::size_t>(dialect.lineEnding)] } };
    if (dialect.escape != '\0')
        json[u"escape"_s] = characterText(dialect.escape);
    if (dialect.headerRows != 1)
        json[u"headerRows"_s] = dialect.headerRows;
    if (dialect.titleRecords != 0)
        json[u"titleRecords"_s] = dialect.titleRecords;
    if (!dialect.comment.isEmpty())
        json[u"comment"_s] = QString::fromUtf8(dialect.comment);
    if (!dialect.skipEmpty)
        json[u"skipEmpty"_s] = false;
    if (dialect.trim)
        json[u"trim"_s] = true;
    if (!dialect.blankWords.isEmpty())
        json[u"blankWords"_s] = wordsJson(dialect.blankWords);
    if (dialect.dataEnd >= 0)
        json[u"dataEnd"_s] = dialect.dataEnd;
    if (dialect.lastRecord >= 0)
        json[u"lastRecord"_s] = dialect.lastRecord;
    if (dialect.columns > 0)
        json[u"columns"_s] = dialect.columns;
    return json;
}

Dialect dialectFromJson(const QJsonObject &json)
{
    return { .delimiter = delimiterOf(json[u"delimiter"]),
             .quote = characterOf(json[u"quote"]),
             .escape = characterOf(json[u"escape"]),
             .encoding = json[u"encoding"].toString().toLatin1(),
             .bom = json[u"bom"].toBool(),
             .headerRecord = json[u"headerRecord"].toInteger(),
             .headerRows = json[u"headerRows"].toInt(1),
             .titleRecords = json[u"titleRecords"].toInteger(),
             .comment = json[u"comment"].toString().toUtf8(),
             .skipEmpty = json[u"skipEmpty"].toBool(true),
             .trim = json[u"trim"].toBool(),
             .blankWords = wordsOf(json[u"blankWords"]),
             .dataEnd = json[u"dataEnd"].toInteger(-1),
             .lastRecord = json[u"lastRecord"].toInteger(-1),
             .columns = json[u"columns"].toInt(),
             .lineEnding = lineEndingOf(json[u"lineEnding"]) };
}

QJsonObject toJson(const DialectChoice &choice)
{
    QJsonObject json;
    if (choice.delimiter)
        json[u"delimiter"_s] = delimiterText(*choice.delimiter);
    if (choice.quote)
        json[u"quote"_s] = characterText(*choice.quote);
    if (choice.escape)
        json[u"escape"_s] = characterText(*choice.escape);
    if (choice.encoding)
        json[u"encoding"_s] = QString::fromLatin1(*choice.encoding);
    if (choice.headerRecord)
        json[u"headerRecord"_s] = *choice.headerRecord;
    if (choice.headerRows)
        json[u"headerRows"_s] = *choice.headerRows;
    if (choice.comment)
        json[u"comment"_s] = QString::fromUtf8(*choice.comment);
    if (choice.skipEmpty)
        json[u"skipEmpty"_s] = *choice.skipEmpty;
    if (choice.trim)
        json[u"trim"_s] = *choice.trim;
    if (choice.blankWords)
        json[u"blankWords"_s] = wordsJson(*choice.blankWords);
    if (choice.lastRecord)
        json[u"lastRecord"_s] = *choice.lastRecord;
    return json;
}

DialectChoice dialectChoiceFromJson(const QJsonObject &json)
{
    DialectChoice choice;
    if (json[u"delimiter"].isString() && !json[u"delimiter"].toString().isEmpty())
        choice.delimiter = delimiterOf(json[u"delimiter"]);
    if (json[u"quote"].isString())
        choice.quote = characterOf(json[u"quote"]);
    if (json[u"escape"].isString())
        choice.escape = characterOf(json[u"escape"]);
    if (json[u"encoding"].isString())
        choice.encoding = json[u"encoding"].toString().toLatin1();
    if (json[u"headerRecord"].isDouble())
        choice.headerRecord = json[u"headerRecord"].toInteger();
    if (json[u"headerRows"].isDouble())
        choice.headerRows = json[u"headerRows"].toInt();
    if (json[u"comment"].isString())
        choice.comment = json[u"comment"].toString().toUtf8();
    if (json[u"skipEmpty"].isBool())
        choice.skipEmpty = json[u"skipEmpty"].toBool();
    if (json[u"trim"].isBool())
        choice.trim = json[u"trim"].toBool();
    if (json[u"blankWords"].isArray())
        choice.blankWords = wordsOf(json[u"blankWords"]);
    if (json[u"lastRecord"].isDouble())
        choice.lastRecord = json[u"lastRecord"].toInteger();
    return choice;
}

} // namespace rowlift
