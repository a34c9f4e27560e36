#include "app/mapping/mapping_json.h"

#include "app/mapping/json_members.h"
#include "app/mapping/json_words.h"
#include "app/mapping/treatment_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct MappingWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Mapping)
};

constexpr std::array becauseWords {
    JsonWord { Because::You, QLatin1StringView("you") },
    JsonWord { Because::Profile, QLatin1StringView("profile") },
    JsonWord { Because::SameName, QLatin1StringView("sameName") },
    JsonWord { Because::SameLabel, QLatin1StringView("sameLabel") },
    JsonWord { Because::Synonym, QLatin1StringView("synonym") },
    JsonWord { Because::Opposite, QLatin1StringView("opposite") },
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

constexpr std::array severalWords {
    JsonWord { SeveralFound::LeaveOut, QLatin1StringView("leaveOut") },
    JsonWord { SeveralFound::ChangedLast, QLatin1StringView("changedLast") },
};

QJsonObject columnJson(const ColumnMapping &column)
{
    QJsonObject json { { u"column"_s, column.column } };
    if (!column.suggestion.isEmpty())
        json[u"suggestion"_s] = column.suggestion;
    json[u"because"_s] = becauseId(column.because);
    if (!column.field.isEmpty())
        json[u"field"_s] = column.field;
    if (column.confidence != 0)
        json[u"confidence"_s] = column.confidence;
    addPiece(column.piece, json);
    addTreatment(column.treatment, json);
    return json;
}

Result<ColumnMapping> columnFrom(const QJsonObject &json)
{
    const auto known = onlyMembers(json,
                                   { "column"_L1, "suggestion"_L1, "because"_L1, "field"_L1, "confidence"_L1,
                                     "piece"_L1, "cleaners"_L1, "values"_L1, "dates"_L1, "decimals"_L1,
                                     "blank"_L1, "turned"_L1, "consent"_L1, "property"_L1, "separator"_L1 });
    if (!known)
        return tl::unexpected(known.error());
    const auto piece = pieceFrom(json);
    const auto treatment = treatmentFrom(json);
    if (!piece || !treatment)
        return tl::unexpected(piece ? treatment.error() : piece.error());
    const auto column = textAt(json, QLatin1StringView("column"));
    const auto field = textAt(json, QLatin1StringView("field"));
    if (!column || !field)
        return tl::unexpected(column ? field.error() : column.error());
    return ColumnMapping { .column = *column,
                           .field = *field,
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
    const auto known = onlyMembers(json,
                                   { "field"_L1, "columns"_L1, "text"_L1, "piece"_L1, "cleaners"_L1,
                                     "values"_L1, "dates"_L1, "decimals"_L1, "blank"_L1, "turned"_L1,
                                     "consent"_L1, "property"_L1, "separator"_L1 });
    if (!known)
        return tl::unexpected(known.error());
    const auto piece = pieceFrom(json);
    const auto treatment = treatmentFrom(json);
    if (!piece || !treatment)
        return tl::unexpected(piece ? treatment.error() : piece.error());
    const auto field = textAt(json, QLatin1StringView("field"));
    const auto columns = textsAt(json, QLatin1StringView("columns"));
    const auto text = textAt(json, QLatin1StringView("text"));
    if (!field || !columns || !text)
        return tl::unexpected(!field ? field.error() : !columns ? columns.error() : text.error());
    if (piece->kind != PieceKind::Whole && columns->size() != 1) // of which one is it?
        return notKnown(QLatin1StringView("piece"), json[u"piece"]);
    return ExtraField {
        .field = *field, .columns = *columns, .text = *text, .piece = *piece, .treatment = *treatment
    };
}

/// Which of two entries for one column is meant cannot be known.
Result<std::vector<ColumnMapping>> columnsFrom(const QJsonObject &json)
{
    const auto listed = objectsAt(json, QLatin1StringView("columns"));
    if (!listed)
        return tl::unexpected(listed.error());
    std::vector<ColumnMapping> columns;
    QSet<QString> names;
    for (const QJsonObject &entry : *listed) {
        auto column = columnFrom(entry);
        if (!column)
            return tl::unexpected(column.error());
        if (names.contains(column->column))
            return tl::unexpected(Error {
                .kind = Error::Kind::BadInput,
                .sentence
                = MappingWords::tr("This mapping names the column “%1” more than once.").arg(column->column),
                .detail = u"columns: “%1”"_s.arg(column->column),
                .retryAfter = {} });
        names.insert(column->column);
        columns.push_back(std::move(*column));
    }
    return columns;
}

Result<std::vector<ExtraField>> extrasFrom(const QJsonObject &json)
{
    const auto listed = objectsAt(json, QLatin1StringView("extras"));
    if (!listed)
        return tl::unexpected(listed.error());
    std::vector<ExtraField> extras;
    for (const QJsonObject &entry : *listed) {
        auto extra = extraFrom(entry);
        if (!extra)
            return tl::unexpected(extra.error());
        extras.push_back(std::move(*extra));
    }
    return extras;
}

/// A field takes one value: the other's column would not be sent, and nobody would know.
Result<void> eachFieldOnce(const std::vector<ColumnMapping> &columns, const std::vector<ExtraField> &extras)
{
    QSet<QString> fields;
    const auto isFirst = [&fields](const QString &field) {
        const bool first = field.isEmpty() || !fields.contains(field);
        fields.insert(field);
        return first;
    };
    QString repeated;
    for (const ColumnMapping &column : columns)
        repeated = isFirst(column.field) ? repeated : column.field;
    for (const ExtraField &extra : extras)
        repeated = isFirst(extra.field) ? repeated : extra.field;
    if (repeated.isEmpty())
        return {};
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = MappingWords::tr("This mapping gives the field “%1” more than once.").arg(repeated),
        .detail = u"field: “%1”"_s.arg(repeated),
        .retryAfter = {} });
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

QString severalFoundId(SeveralFound several)
{
    return wordOf(severalWords, several);
}

std::optional<SeveralFound> severalFoundFrom(QStringView id)
{
    return valueOf(severalWords, id);
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
    const auto columns = columnsFrom(json);
    const auto extras = extrasFrom(json);
    if (!columns || !extras)
        return tl::unexpected(columns ? extras.error() : columns.error());
    if (const auto once = eachFieldOnce(*columns, *extras); !once)
        return tl::unexpected(once.error());
    const auto blank = blankMeaningFrom(json);
    const auto order = textsAt(json, QLatin1StringView("order"));
    if (!blank || !order)
        return tl::unexpected(blank ? order.error() : blank.error());
    return Mapping { .columns = *columns, .extras = *extras, .blank = *blank, .order = *order };
}

QJsonObject toJson(const Target &target)
{
    QJsonObject json { { u"object"_s, target.object }, { u"operation"_s, operationId(target.operation) } };
    if (!target.keyField.isEmpty())
        json[u"keyField"_s] = target.keyField;
    if (!target.list.isEmpty())
        json[u"list"_s] = target.list;
    if (!target.madeKeys.isEmpty())
        json[u"madeKeys"_s] = target.madeKeys;
    return json;
}

Target targetFrom(const QJsonObject &json)
{
    return { .object = json[u"object"].toString(),
             .operation = operationFrom(json[u"operation"].toString()).value_or(Operation::Insert),
             .keyField = json[u"keyField"].toString(),
             .options = {},
             .list = json[u"list"].toString(),
             .madeKeys = json[u"madeKeys"].toString() };
}

} // namespace rowlift
