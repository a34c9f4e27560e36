#include "app/draft/draft_json.h"

#include "app/mapping/mapping_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr int draftVersion = 1;

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Draft)
};

constexpr std::array lineEndingWords { QLatin1StringView("lf"), QLatin1StringView("crlf"),
                                       QLatin1StringView("cr"), QLatin1StringView("mixed") };

QString oneCharacter(char c)
{
    return c == '\0' ? QString() : QString(QLatin1Char(c));
}

char oneCharacterFrom(const QJsonValue &json)
{
    const QString text = json.toString();
    return text.isEmpty() ? '\0' : text.front().toLatin1();
}

QJsonObject dialectJson(const Dialect &dialect)
{
    return { { u"delimiter"_s, oneCharacter(dialect.delimiter) },
             { u"quote"_s, oneCharacter(dialect.quote) },
             { u"encoding"_s, QString::fromLatin1(dialect.encoding) },
             { u"bom"_s, dialect.bom },
             { u"headerRecord"_s, dialect.headerRecord },
             { u"lineEnding"_s, lineEndingWords[static_cast<std::size_t>(dialect.lineEnding)] } };
}

Dialect dialectFrom(const QJsonObject &json)
{
    const QString lineEnding = json[u"lineEnding"].toString();
    const auto word = std::ranges::find_if(lineEndingWords, [&](auto known) { return known == lineEnding; });
    return { .delimiter = oneCharacterFrom(json[u"delimiter"]),
             .quote = oneCharacterFrom(json[u"quote"]),
             .encoding = json[u"encoding"].toString().toLatin1(),
             .bom = json[u"bom"].toBool(),
             .headerRecord = json[u"headerRecord"].toInteger(),
             .lineEnding = word == lineEndingWords.end()
                 ? LineEnding::Lf
                 : static_cast<LineEnding>(word - lineEndingWords.begin()) };
}

QJsonObject stampJson(const FileStamp &stamp)
{
    return { { u"size"_s, stamp.size }, { u"modified"_s, stamp.modified.toString(Qt::ISODateWithMs) } };
}

FileStamp stampFrom(const QJsonObject &json)
{
    const auto modified = QDateTime::fromString(json[u"modified"].toString(), Qt::ISODateWithMs);
    return { json[u"size"].toInteger(), modified };
}

QStringList textsFrom(const QJsonArray &json)
{
    QStringList texts;
    for (const QJsonValue &value : json)
        texts.append(value.toString());
    return texts;
}

} // namespace

QJsonObject toJson(const Draft &draft)
{
    QJsonArray leftOut;
    for (const qint64 record : draft.leftOut)
        leftOut.append(record);
    return { { u"version"_s, draftVersion },
             { u"file"_s, draft.file },
             { u"stamp"_s, stampJson(draft.stamp) },
             { u"dialect"_s, dialectJson(draft.dialect) },
             { u"service"_s, draft.service },
             { u"account"_s, draft.account },
             { u"target"_s, toJson(draft.target) },
             { u"columns"_s, toJson(draft.mapping) },
             { u"header"_s, QJsonArray::fromStringList(draft.header) },
             { u"leftOut"_s, leftOut } };
}

Result<Draft> draftFrom(const QJsonObject &json)
{
    const int version = json[u"version"].toInt();
    if (version < 1)
        return tl::unexpected(
            Error { .kind = Error::Kind::BadInput,
                    .sentence = DraftWords::tr("What was begun before cannot be read. Begin again."),
                    .detail = u"draft without version"_s,
                    .retryAfter = {} });
    if (version > draftVersion)
        return tl::unexpected(Error {
            .kind = Error::Kind::BadInput,
            .sentence
            = DraftWords::tr("This was begun with a newer version of Rowlift. Open it with that one."),
            .detail = u"draft version %1"_s.arg(version),
            .retryAfter = {} });
    Draft draft;
    draft.file = json[u"file"].toString();
    draft.stamp = stampFrom(json[u"stamp"].toObject());
    draft.dialect = dialectFrom(json[u"dialect"].toObject());
    draft.service = json[u"service"].toString();
    draft.account = json[u"account"].toString();
    draft.target = targetFrom(json[u"target"].toObject());
    draft.mapping = mappingFrom(json[u"columns"].toArray());
    draft.header = textsFrom(json[u"header"].toArray());
    for (const QJsonValue &record : json[u"leftOut"].toArray())
        draft.leftOut.push_back(record.toInteger());
    return draft;
}

} // namespace rowlift
