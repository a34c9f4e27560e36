#include "ui/pages/field_verdict.h"

#include "app/mapping/consent.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

namespace {

struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::FieldVerdict)
};

constexpr qsizetype mostExamples = 3;

/// Its values can be read in more than one way: all rows are looked at.
bool canBeReadDifferently(const Field &field)
{
    if (consentSense(field))
        return true;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return true;
    default:
        return false;
    }
}

/// The row that cannot be read by the order that was said, where all rows that decide it say the other; not
/// seen: there is none.
SeenValue contradiction(const DateSurvey &dates, DateOrder order)
{
    if (order == DateOrder::DayFirst && dates.dayFirst == 0)
        return dates.monthFirstExample;
    if (order == DateOrder::MonthFirst && dates.monthFirst == 0)
        return dates.dayFirstExample;
    return {};
}

void judgeDates(FieldVerdict &verdict, const DateSurvey &dates, const DateReading &reading, bool byProfile)
{
    const auto in = [](const SeenValue &value) {
        //: %1 a value of the file, %2 the number of its row
        return VerdictWords::tr("“%1” in row %2").arg(value.text, QLocale().toString(value.record + 1));
    };
    const SeenValue against = contradiction(dates, reading.order);
    verdict.asksForOrder = dates.asks || against.seen();
    if (against.seen()) {
        verdict.question = VerdictWords::tr("Day or month first?");
        const QString row = in(against);
        if (reading.order == DateOrder::DayFirst)
            verdict.reason = byProfile
                ? VerdictWords::tr("Your profile reads these dates day first, but %1 only fits month first.")
                      .arg(row)
                : VerdictWords::tr("You read these dates day first, but %1 only fits month first.").arg(row);
        else
            verdict.reason = byProfile
                ? VerdictWords::tr("Your profile reads these dates month first, but %1 only fits day first.")
                      .arg(row)
                : VerdictWords::tr("You read these dates month first, but %1 only fits day first.").arg(row);
    } else if (dates.asks && reading.order == DateOrder::NotADate) {
        verdict.question = VerdictWords::tr("Day or month first?");
        verdict.reason = VerdictWords::tr("No row tells whether day or month comes first. Choose below.");
    } else if (dates.twoDigitYears > 0 && reading.twoDigitsFrom == 0) {
        verdict.question = VerdictWords::tr("Which hundred years?");
        verdict.reason = VerdictWords::tr("%Ln row(s) have years of two digits: %1.", nullptr,
                                          static_cast<int>(dates.twoDigitYears))
                             .arg(in(dates.twoDigitExample));
    } else if (dates.serials > 0 && !reading.serials) {
        verdict.question = VerdictWords::tr("Numbers instead of dates");
        verdict.reason
            = VerdictWords::tr("%Ln row(s) have plain numbers: %1.", nullptr, static_cast<int>(dates.serials))
                  .arg(in(dates.serialExample));
    } else if (const qint64 wrong = dates.unreadable + dates.timed; wrong > 0) {
        verdict.question = VerdictWords::tr("%Ln cannot be read", nullptr, static_cast<int>(wrong));
        verdict.reason
            = VerdictWords::tr("%Ln row(s) cannot be read as dates: %1.", nullptr, static_cast<int>(wrong))
                  .arg(in(dates.unreadable > 0 && !dates.unreadableExamples.empty()
                              ? dates.unreadableExamples.front()
                              : dates.timedExample));
    } else if (dates.dayFirstExample.seen() || dates.monthFirstExample.seen()) {
        const SeenValue &decisive
            = dates.dayFirstExample.seen() ? dates.dayFirstExample : dates.monthFirstExample;
        verdict.reason = VerdictWords::tr("%1 can only be read one way.").arg(in(decisive));
    }
    if (!verdict.question.isEmpty())
        verdict.fix = FieldVerdict::Fix::Dates;
}

/// The same of numbers.
SeenValue contradiction(const NumberSurvey &numbers, DecimalSign sign)
{
    if (sign == DecimalSign::Comma && numbers.comma == 0)
        return numbers.pointExample;
    if (sign == DecimalSign::Point && numbers.point == 0)
        return numbers.commaExample;
    return {};
}

void judgeNumbers(FieldVerdict &verdict, const NumberSurvey &numbers, DecimalSign sign, bool byProfile)
{
    if (const SeenValue against = contradiction(numbers, sign); against.seen()) {
        verdict.question = VerdictWords::tr("Comma or point?");
        const QString row
            = VerdictWords::tr("“%1” in row %2").arg(against.text, QLocale().toString(against.record + 1));
        if (sign == DecimalSign::Comma)
            verdict.reason = byProfile
                ? VerdictWords::tr(
                      "Your profile reads these numbers with a decimal comma, but %1 only fits a "
                      "decimal point.")
                      .arg(row)
                : VerdictWords::tr("You read these numbers with a decimal comma, but %1 only fits a decimal "
                                   "point.")
                      .arg(row);
        else
            verdict.reason = byProfile
                ? VerdictWords::tr(
                      "Your profile reads these numbers with a decimal point, but %1 only fits a "
                      "decimal comma.")
                      .arg(row)
                : VerdictWords::tr("You read these numbers with a decimal point, but %1 only fits a decimal "
                                   "comma.")
                      .arg(row);
    } else if (numbers.asks && sign == DecimalSign::Undecided) {
        verdict.question = VerdictWords::tr("Comma or point?");
        verdict.reason
            = VerdictWords::tr("“%1” can be two numbers: no row tells what stands before the decimals.")
                  .arg(numbers.eitherExample.seen() ? numbers.eitherExample.text : numbers.commaExample.text);
    } else if (numbers.unreadable > 0) {
        verdict.question
            = VerdictWords::tr("%Ln cannot be read", nullptr, static_cast<int>(numbers.unreadable));
        verdict.reason = VerdictWords::tr("%Ln row(s) cannot be read as numbers.", nullptr,
                                          static_cast<int>(numbers.unreadable));
    }
    if (!verdict.question.isEmpty())
        verdict.fix = FieldVerdict::Fix::Numbers;
}

bool saysYesOrNo(const QString &value)
{
    const std::string bytes = value.toStdString();
    return stopsContact(bytes, true).has_value();
}

/// Counts rows, as all else in its column does. \a onlyStops: values that say neither yes nor no are asked,
/// whatever the service takes.
void judgeValues(FieldVerdict &verdict, const ListSurvey &values, const Field &field,
                 const std::vector<ValueRule> &rules, bool onlyStops)
{
    const bool boolean = field.type == FieldType::Boolean || onlyStops;
    if (!boolean && !field.restricted)
        return; // the service takes others, too
    qint64 open = 0;
    QStringList examples;
    for (const ListedValue &value : values.values) {
        const auto decides = [&value](const ValueRule &rule) {
            return rule.from.compare(value.value, Qt::CaseInsensitive) == 0;
        };
        const bool unclear = boolean && field.type != FieldType::Boolean && !saysYesOrNo(value.value);
        if ((value.known && !unclear) || std::ranges::any_of(rules, decides))
            continue;
        open += value.rows;
        if (examples.size() < mostExamples)
            examples << VerdictWords::tr("“%1”").arg(value.value);
    }
    if (open == 0)
        return;
    verdict.question = boolean ? VerdictWords::tr("%Ln neither yes nor no", nullptr, static_cast<int>(open))
                               : VerdictWords::tr("%Ln not on the list", nullptr, static_cast<int>(open));
    //: %1 "3 not on the list", %2 some of the values
    verdict.reason = VerdictWords::tr("%1: %2").arg(verdict.question, examples.join(VerdictWords::tr(", ")));
    verdict.fix = FieldVerdict::Fix::Values;
}

} // namespace

FieldVerdict verdictOn(const QString &name, const MapDesk &desk)
{
    FieldVerdict verdict;
    const FieldSurvey *survey = desk.surveyOf(name);
    const Field *field = desk.snapshot().schema.field(name);
    const Treatment *treatment = desk.snapshot().mapping.treatmentOf(name);
    if (!field || !treatment)
        return verdict;
    const bool byProfile = desk.saidByProfile(name);
    verdict.reading = !survey && desk.isSurveying() && canBeReadDifferently(*field);
    if (survey && survey->dates)
        judgeDates(verdict, *survey->dates, treatment->dates, byProfile);
    if (survey && survey->numbers)
        judgeNumbers(verdict, *survey->numbers, treatment->decimals, byProfile);
    if (survey && survey->values)
        judgeValues(verdict, *survey->values, *field, treatment->values,
                    sendsOnlyStops(*field, *treatment, desk.snapshot().target.operation));
    return verdict;
}

} // namespace rowlift::ui
