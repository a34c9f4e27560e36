#include "app/mapping/mapping_json.h"

#include "app/mapping/json_words.h"
#include "app/mapping/treatment_json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// A value and its word in files.
QStringList textsFrom(const QJsonValue &json)
{
    QStringList texts;
    for (const QJsonValue &value : json.toArray())
        texts.append(value.toString());
    return texts;
}

constexpr std::array becauseWords {
    JsonWord { Because::You, QLatin1StringView("you") },
    JsonWord { Because::Profile, QLatin1StringView("profile") },
    JsonWord { Because::SameName, QLatin1StringView("sameName") },
    JsonWord { Because::SameLabel, QLatin1StringView("sameLabel") },
    JsonWord { Because::Synonym, QLatin1StringView("synonym") },
    JsonWord { Because::Similar, QLatin1StringView("similar") },
    JsonWord { Because::Values, QLatin1StringView("values") },
    JsonWord { Because::Nothing, QLatin1StringView("nothing") },
};
constexpr std::array operationWords {
    JsonWord { Operation::Insert, QLatin1StringView("insert") },
    JsonWord { Operation::Upsert, QLatin1StringView("upsert") },
    JsonWord { Operation::Update, QLatin1StringView("update") },
    JsonWord { Operation::Delete, QLatin1StringView("delete") },
};

QJsonObject columnJson(const ColumnMapping &column)
{
    QJsonObject json { { u"column"_s, column.column } };
    if (!column.suggestion.isEmpty())
        json[u"suggestion"_s] = column.suggestion;
    json[u"because"_s] = becauseId(column.because);
    if (column.field.isEmpty())
        return json;
    json[u"field"_s] = column.field;
    json[u"confidence"_s] = column.confidence;
    addPiece(column.piece, json);
    addTreatment(column.treatment, json);
    return json;
}

Result<ColumnMapping> columnFrom(const QJsonObject &json)
{
    const auto piece = pieceFrom(json);
    const auto treatment = treatmentFrom(json);
    if (!piece || !treatment)
        return tl::unexpected(piece ? treatment.error() : piece.error());
    return ColumnMapping { .column = json[u"column"].toString(),
                           .field = json[u"field"].toString(),
                           .because
                           = valueOf(becauseWords, json[u"because"].toString()).value_or(Because::Nothing),
                           .confidence = json[u"confidence"].toDouble(),
                           .suggestion = json[u"suggestion"].toString(),
                           .piece = *piece,
                           .treatment = *treatment };
}

QJsonObject extraJson(const ExtraField &extra)
{
    QJsonObject json { { u"field"_s, extra.field } };
    if (!extra.isFixed())
        json[u"columns"_s] = QJsonArray::fromStringList(extra.columns);
    if (!extra.text.isEmpty())
        json[u"text"_s] = extra.text;
    addPiece(extra.piece, json);
    addTreatment(extra.treatment, json);
    return json;
}

Result<ExtraField> extraFrom(const QJsonObject &json)
{
    const auto piece = pieceFrom(json);
    const auto treatment = treatmentFrom(json);
    if (!piece || !treatment)
        return tl::unexpected(piece ? treatment.error() : piece.error());
    return ExtraField { .field = json[u"field"].toString(),
                        .columns = textsFrom(json[u"columns"]),
                        .text = json[u"text"].toString(),
                        .piece = *piece,
                        .treatment = *treatment };
}

} // namespace

QString becauseId(Because because)
{
    return wordOf(becauseWords, because);
}

QString operationId(Operation operation)
{
    return wordOf(operationWords, operation);
}

std::optional<Operation> operationFrom(QStringView id)
{
    return valueOf(operationWords, id);
}

QJsonObject toJson(const Mapping &mapping)
{
    QJsonArray columns;
    for (const ColumnMapping &column : mapping.columns)
        columns.append(columnJson(column));
    QJsonObject json { { u"columns"_s, columns }, { u"blank"_s, blankMeaningId(mapping.blank) } };
    QJsonArray extras;
    for (const ExtraField &extra : mapping.extras)
        extras.append(extraJson(extra));
    if (!extras.isEmpty())
        json[u"extras"_s] = extras;
    if (!mapping.order.isEmpty())
        json[u"order"_s] = QJsonArray::fromStringList(mapping.order);
    return json;
}

Result<Mapping> mappingFrom(const QJsonObject &json)
{
    Mapping mapping;
    for (const QJsonValue &value : json[u"columns"].toArray()) {
        auto column = columnFrom(value.toObject());
        if (!column)
            return tl::unexpected(column.error());
        mapping.columns.push_back(std::move(*column));
    }
    for (const QJsonValue &value : json[u"extras"].toArray()) {
        auto extra = extraFrom(value.toObject());
        if (!extra)
            return tl::unexpected(extra.error());
        mapping.extras.push_back(std::move(*extra));
    }
    if (json.contains(u"blank")) {
        const auto blank = blankMeaningFrom(json[u"blank"].toString());
        if (!blank)
            return tl::unexpected(blank.error());
        mapping.blank = *blank;
    }
    mapping.order = textsFrom(json[u"order"]);
    return mapping;
}

QJsonObject toJson(const Target &target)
{
    QJsonObject json { { u"object"_s, target.object }, { u"operation"_s, operationId(target.operation) } };
    if (!target.keyField.isEmpty())
        json[u"keyField"_s] = target.keyField;
    return json;
}

Target targetFrom(const QJsonObject &json)
{
    return { .object = json[u"object"].toString(),
             .operation = operationFrom(json[u"operation"].toString()).value_or(Operation::Insert),
             .keyField = json[u"keyField"].toString() };
}

} // namespace rowlift
