#include "app/mapping/mapping.h"

#include "app/mapping/blanks.h"
#include "app/mapping/consent.h"
#include "app/mapping/date_text.h"
#include "app/mapping/number_text.h"
#include "app/mapping/own_zone.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace rowlift {

namespace {

struct BecauseWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Because)
};

bool takesDate(FieldType type)
{
    return type == FieldType::Date || type == FieldType::DateTime;
}

} // namespace

int Mapping::columnOf(QStringView field) const
{
    const auto found
        = std::ranges::find_if(columns, [field](const ColumnMapping &c) { return c.field == field; });
    return found == columns.end() || field.isEmpty() ? -1 : static_cast<int>(found - columns.begin());
}

bool Mapping::gives(QStringView field) const
{
    return columnOf(field) >= 0 || extraFor(field);
}

const ExtraField *Mapping::extraFor(QStringView field) const
{
    const auto found
        = std::ranges::find_if(extras, [field](const ExtraField &extra) { return extra.field == field; });
    return found == extras.end() || field.isEmpty() ? nullptr : &*found;
}

const Treatment *Mapping::treatmentOf(QStringView field) const
{
    if (const int column = columnOf(field); column >= 0)
        return &columns[static_cast<std::size_t>(column)].treatment;
    const ExtraField *extra = extraFor(field);
    return extra ? &extra->treatment : nullptr;
}

QStringList Mapping::fields() const
{
    QStringList given;
    QSet<QString> seen;
    const auto add = [&](const QString &field) {
        if (!field.isEmpty() && !seen.contains(field)) {
            seen.insert(field);
            given.append(field);
        }
    };
    for (const ColumnMapping &column : columns)
        add(column.field);
    for (const ExtraField &extra : extras)
        add(extra.field);
    QStringList ordered;
    for (const QString &field : order) {
        if (given.removeOne(field))
            ordered.append(field);
    }
    return ordered + given;
}

int Mapping::mapped() const
{
    return static_cast<int>(
        std::ranges::count_if(columns, [](const ColumnMapping &column) { return !column.field.isEmpty(); }));
}

ColumnMapping mapTo(const ColumnLook &column, const QString &field, const Schema &schema, Because because)
{
    ColumnMapping mapping;
    mapping.column = column.name;
    mapping.field = field;
    mapping.because = because;
    mapping.confidence = field.isEmpty() ? 0 : 1;
    const Field *known = schema.field(field);
    if (!known)
        return mapping;
    bool decided = false;
    const DateOrder order
        = takesDate(known->type) ? dateOrderOf(column.examples, &decided) : DateOrder::NotADate;
    if (decided)
        mapping.treatment.dates.order = order;
    if (known->type == FieldType::DateTime)
        mapping.treatment.dates.zone = zoneOfThisComputer();
    if (known->type == FieldType::Number || known->type == FieldType::Integer)
        mapping.treatment.decimals = decimalSignOf(column.examples);
    mapping.treatment.turned = saysTheOpposite(column.name, *known);
    return mapping;
}

QString becauseText(Because because)
{
    switch (because) {
    case Because::You:
        return BecauseWords::tr("you");
    case Because::Profile:
        return BecauseWords::tr("your profile");
    case Because::SameName:
        return BecauseWords::tr("same name");
    case Because::SameLabel:
        return BecauseWords::tr("same label");
    case Because::Synonym:
        return BecauseWords::tr("same meaning");
    case Because::Opposite:
        return BecauseWords::tr("opposite sense");
    case Because::Similar:
        return BecauseWords::tr("similar spelling");
    case Because::Values:
        return BecauseWords::tr("values look like it");
    case Because::Nothing:
        return {};
    }
    return {};
}

DateOrder dateOrderOf(const QStringList &values, bool *decided)
{
    std::map<DateOrder, int> votes;
    for (const QString &value : values) {
        const std::string bytes = value.toStdString();
        if (const auto hint = orderHint(withoutBlanks(bytes)))
            ++votes[hint->order];
    }
    const int dayFirst = votes[DateOrder::DayFirst];
    const int monthFirst = votes[DateOrder::MonthFirst];
    const int yearFirst = votes[DateOrder::YearFirst];
    const bool clear = (dayFirst == 0) != (monthFirst == 0);
    const bool onlyYearFirst
        = yearFirst > 0 && dayFirst == 0 && monthFirst == 0 && votes[DateOrder::NotADate] == 0;
    if (decided)
        *decided = clear || onlyYearFirst;
    if (clear)
        return dayFirst > 0 ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (onlyYearFirst)
        return DateOrder::YearFirst;
    const bool some = dayFirst + monthFirst + yearFirst + votes[DateOrder::NotADate] > 0;
    return some ? DateOrder::DayFirst : DateOrder::NotADate;
}

DecimalSign decimalSignOf(const QStringList &values)
{
    DecimalSign agreed = DecimalSign::Undecided;
    for (const QString &value : values) {
        const std::string bytes = value.toStdString();
        const NumberSign needed = numberSign(withoutBlanks(bytes), true);
        if (needed != NumberSign::Point && needed != NumberSign::Comma)
            continue;
        const DecimalSign sign = needed == NumberSign::Point ? DecimalSign::Point : DecimalSign::Comma;
        if (agreed != DecimalSign::Undecided && agreed != sign)
            return DecimalSign::Undecided;
        agreed = sign;
    }
    return agreed;
}

} // namespace rowlift
