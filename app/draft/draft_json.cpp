#include "app/draft/draft_json.h"

#include "app/csv/dialect_json.h"
#include "app/mapping/mapping_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr int draftVersion = 2; ///< 1: the columns stood beside the rest, without extras.

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Draft)
};

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
             { u"source"_s, draft.source },
             { u"sheet"_s, draft.sheet },
             { u"stamp"_s, stampJson(draft.stamp) },
             { u"dialect"_s, toJson(draft.dialect) },
             { u"service"_s, draft.service },
             { u"account"_s, draft.account },
             { u"target"_s, toJson(draft.target) },
             { u"mapping"_s, toJson(draft.mapping) },
             { u"options"_s, draft.target.options },
             { u"header"_s, QJsonArray::fromStringList(draft.header) },
             { u"kind"_s, draft.kind },
             { u"keepOld"_s, draft.keepsOld },
             { u"several"_s, severalFoundId(draft.several) },
             { u"checkedField"_s, draft.checkedField },
             { u"sendUnfound"_s, draft.sendsUnfound },
             { u"found"_s, draft.found },
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
    draft.source = json[u"source"].toString();
    draft.sheet = json[u"sheet"].toString();
    draft.stamp = stampFrom(json[u"stamp"].toObject());
    draft.dialect = dialectFromJson(json[u"dialect"].toObject());
    draft.service = json[u"service"].toString();
    draft.account = json[u"account"].toString();
    draft.target = targetFrom(json[u"target"].toObject());
    auto mapping = mappingFrom(version == 1 ? json : json[u"mapping"].toObject());
    if (!mapping)
        return tl::unexpected(mapping.error());
    draft.mapping = std::move(*mapping);
    draft.target.options = json[u"options"].toObject();
    draft.header = textsFrom(json[u"header"].toArray());
    draft.kind = json[u"kind"].toString();
    draft.keepsOld = json[u"keepOld"].toBool();
    draft.several = severalFoundFrom(json[u"several"].toString()).value_or(SeveralFound::LeaveOut);
    draft.checkedField = json[u"checkedField"].toString();
    draft.sendsUnfound = json[u"sendUnfound"].toBool();
    draft.found = json[u"found"].toString();
    for (const QJsonValue &record : json[u"leftOut"].toArray())
        draft.leftOut.push_back(record.toInteger());
    return draft;
}

} // namespace rowlift
