#include "app/mapping/mapping_json.h"

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// A value and its word in files.
template <typename T>
struct Word {
    T value;
    QLatin1StringView text;
};

constexpr std::array becauseWords {
    Word { Because::You, QLatin1StringView("you") },
    Word { Because::Profile, QLatin1StringView("profile") },
    Word { Because::SameName, QLatin1StringView("sameName") },
    Word { Because::SameLabel, QLatin1StringView("sameLabel") },
    Word { Because::Synonym, QLatin1StringView("synonym") },
    Word { Because::Similar, QLatin1StringView("similar") },
    Word { Because::Values, QLatin1StringView("values") },
    Word { Because::Nothing, QLatin1StringView("nothing") },
};
constexpr std::array dateOrderWords {
    Word { DateOrder::NotADate, QLatin1StringView("") },
    Word { DateOrder::YearFirst, QLatin1StringView("yearFirst") },
    Word { DateOrder::DayFirst, QLatin1StringView("dayFirst") },
    Word { DateOrder::MonthFirst, QLatin1StringView("monthFirst") },
};
constexpr std::array decimalWords {
    Word { DecimalSign::Undecided, QLatin1StringView("") },
    Word { DecimalSign::Point, QLatin1StringView("point") },
    Word { DecimalSign::Comma, QLatin1StringView("comma") },
};
constexpr std::array operationWords {
    Word { Operation::Insert, QLatin1StringView("insert") },
    Word { Operation::Upsert, QLatin1StringView("upsert") },
    Word { Operation::Update, QLatin1StringView("update") },
    Word { Operation::Delete, QLatin1StringView("delete") },
};

template <typename Words, typename T>
QString wordOf(const Words &words, T value)
{
    return std::ranges::find(words, value, &Word<T>::value)->text;
}

template <typename T, std::size_t Size>
std::optional<T> valueOf(const std::array<Word<T>, Size> &words, QStringView text)
{
    const auto found = std::ranges::find_if(words, [text](const Word<T> &word) { return word.text == text; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

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
    if (column.dateOrder != DateOrder::NotADate)
        json[u"dates"_s] = dateOrderId(column.dateOrder);
    if (column.decimals != DecimalSign::Undecided)
        json[u"decimals"_s] = wordOf(decimalWords, column.decimals);
    return json;
}

ColumnMapping columnFrom(const QJsonObject &json)
{
    ColumnMapping column;
    column.column = json[u"column"].toString();
    column.field = json[u"field"].toString();
    column.because = valueOf(becauseWords, json[u"because"].toString()).value_or(Because::Nothing);
    column.confidence = json[u"confidence"].toDouble();
    column.dateOrder = valueOf(dateOrderWords, json[u"dates"].toString()).value_or(DateOrder::NotADate);
    column.suggestion = json[u"suggestion"].toString();
    column.decimals = valueOf(decimalWords, json[u"decimals"].toString()).value_or(DecimalSign::Undecided);
    return column;
}

} // namespace

QString becauseId(Because because)
{
    return wordOf(becauseWords, because);
}

QString dateOrderId(DateOrder order)
{
    return wordOf(dateOrderWords, order);
}

QString operationId(Operation operation)
{
    return wordOf(operationWords, operation);
}

std::optional<Operation> operationFrom(QStringView id)
{
    return valueOf(operationWords, id);
}

QJsonArray toJson(const Mapping &mapping)
{
    QJsonArray json;
    for (const ColumnMapping &column : mapping.columns)
        json.append(columnJson(column));
    return json;
}

Mapping mappingFrom(const QJsonArray &json)
{
    Mapping mapping;
    for (const QJsonValue &column : json)
        mapping.columns.push_back(columnFrom(column.toObject()));
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
