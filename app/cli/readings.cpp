#include "app/cli/readings.h"

#include "app/csv/bad_input.h"
#include "app/draft/time_zones.h"
#include "app/draft/value_survey.h"
#include "app/mapping/own_zone.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ReadingWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

template <typename T>
struct ReadingWord {
    T value;
    QLatin1StringView word;
};

constexpr int firstYearOfTwoDigits = 1000;
constexpr int lastYearOfTwoDigits = 9900;

constexpr std::array dateWords { ReadingWord { DateOrder::DayFirst, QLatin1StringView("dayFirst") },
                                 ReadingWord { DateOrder::MonthFirst, QLatin1StringView("monthFirst") },
                                 ReadingWord { DateOrder::YearFirst, QLatin1StringView("yearFirst") } };
constexpr std::array decimalWords { ReadingWord { DecimalSign::Comma, QLatin1StringView("comma") },
                                    ReadingWord { DecimalSign::Point, QLatin1StringView("point") } };

template <typename T, std::size_t Size>
std::optional<T> readingFrom(QStringView text, const std::array<ReadingWord<T>, Size> &words)
{
    const auto found
        = std::ranges::find_if(words, [text](const ReadingWord<T> &reading) { return text == reading.word; });
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

/// "Born=dayFirst" or "Born=dayFirst,1930"; the column may have the signs in its name.
std::optional<GivenDates> givenDatesFrom(const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    const QString word = text.mid(sign + 1).section(u',', 0, 0);
    const auto order = readingFrom(QStringView(word), dateWords);
    if (sign < 1 || !order)
        return std::nullopt;
    GivenDates given { .column = text.left(sign), .order = *order };
    if (sign + 1 + word.size() < text.size()) {
        const QString year = text.mid(sign + 1 + word.size() + 1);
        const bool isYear
            = year.size() == 4 && std::ranges::all_of(year, [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!isYear || year.toInt() < firstYearOfTwoDigits || year.toInt() > lastYearOfTwoDigits)
            return std::nullopt;
        given.twoDigitsFrom = year.toInt();
    }
    return given;
}

std::optional<GivenDecimals> givenDecimalsFrom(const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    const auto decimals = readingFrom(QStringView(text).mid(sign + 1), decimalWords);
    if (sign < 1 || !decimals)
        return std::nullopt;
    return GivenDecimals { .column = text.left(sign), .sign = *decimals };
}

template <typename T>
Done takeAll(const QStringList &given, std::optional<T> (*from)(const QString &), const QString &usage,
             std::vector<T> &into)
{
    for (const QString &text : given) {
        auto taken = from(text);
        if (!taken)
            return tl::unexpected(badInput(usage));
        into.push_back(std::move(*taken));
    }
    return {};
}

/// Calls \a lay with the treatment of all that is made of \a column.
template <typename Lay>
Done layOver(Mapping &mapping, const QString &column, Lay lay)
{
    bool found = false;
    for (ColumnMapping &entry : mapping.columns) {
        if (entry.column == column) {
            lay(entry.treatment);
            found = true;
        }
    }
    for (ExtraField &extra : mapping.extras) {
        if (extra.columns.contains(column)) {
            lay(extra.treatment);
            found = true;
        }
    }
    if (!found)
        return tl::unexpected(badInput(ReadingWords::tr("The file has no column “%1”.").arg(column)));
    return {};
}

bool isOpen(const Field &field, const Treatment &treatment)
{
    switch (field.type) {
    case FieldType::Date:
    case FieldType::DateTime:
        return treatment.dates.order == DateOrder::NotADate;
    case FieldType::Integer:
    case FieldType::Number:
        return treatment.decimals == DecimalSign::Undecided;
    default:
        return false;
    }
}

/// The column that \a field is made of, or the first of them; empty: none.
QString columnFor(const Mapping &mapping, const QString &field)
{
    if (const ExtraField *extra = mapping.extraFor(field))
        return extra->columns.value(0);
    const int column = mapping.columnOf(field);
    return column < 0 ? QString() : mapping.columns[static_cast<std::size_t>(column)].column;
}

/// Those with a column whose reading neither profile nor options say.
QStringList openFields(const Mapping &mapping, const Schema &schema)
{
    QStringList open;
    for (const QString &name : mapping.fields()) {
        const Field *field = schema.field(name);
        const Treatment *treatment = mapping.treatmentOf(name);
        if (field && treatment && !columnFor(mapping, name).isEmpty() && isOpen(*field, *treatment))
            open << name;
    }
    return open;
}

/// What all rows say of \a fields alone.
Result<ValueSurvey> surveyFields(Draft draft, const QStringList &fields, const Schema &schema,
                                 const std::stop_token &stop)
{
    for (ColumnMapping &column : draft.mapping.columns) {
        if (!fields.contains(column.field))
            column.field.clear();
    }
    std::erase_if(draft.mapping.extras,
                  [&fields](const ExtraField &extra) { return !fields.contains(extra.field); });
    draft.mapping.order.clear();
    return surveyValues(draft, schema, {}, stop);
}

/// What would answer it on the command line.
QString datesAnswer(const QString &column)
{
    return ReadingWords::tr("Say it with --dates \"%1=dayFirst\" or --dates \"%1=monthFirst\".").arg(column);
}

QString decimalsAnswer(const QString &column)
{
    return ReadingWords::tr("Say it with --decimals \"%1=comma\" or --decimals \"%1=point\".").arg(column);
}

/// The zone that was given counts for all times.
void layZone(const QByteArray &zone, Mapping &mapping, const Schema &schema)
{
    if (!zone.isEmpty()) {
        for (const QString &name : mapping.fields()) {
            if (const Field *field = schema.field(name); field && field->type == FieldType::DateTime)
                setZone(mapping, { name }, zone);
        }
        return;
    }
    const QByteArray here = zoneOfThisComputer();
    if (fieldsWithoutZone(mapping, schema).isEmpty() || here.isEmpty())
        return;
    nameZones(mapping, schema);
    say(ReadingWords::tr("Times that name no zone are read as %1, the zone of this computer. Another one: "
                         "--zone NAME.")
            .arg(QString::fromUtf8(here)));
}

/// The question that nobody is there to answer; empty: there is none.
QString questionOf(const FieldSurvey &survey, const QString &column)
{
    if (survey.dates && survey.dates->asks)
        return ReadingWords::tr(
                   "No row decides whether “%1” in the column “%2” begins with the day or the month.")
                   .arg(survey.dates->eitherExample.seen() ? survey.dates->eitherExample.text
                                                           : survey.dates->dayFirstExample.text,
                        column)
            + u' ' + datesAnswer(column);
    if (survey.numbers && survey.numbers->asks)
        return ReadingWords::tr("No row decides what stands before the decimals of “%1” in the column “%2”.")
                   .arg(survey.numbers->eitherExample.seen() ? survey.numbers->eitherExample.text
                                                             : survey.numbers->commaExample.text,
                        column)
            + u' ' + decimalsAnswer(column);
    return {};
}

/// What the rows of a field that decide its reading say against the one that is fixed.
struct Contradiction {
    SeenValue row = {}; ///< The first that says otherwise.
    bool all = false; ///< No row says what is fixed.
    bool dates = false;
};

std::optional<Contradiction> contradictionOf(const FieldSurvey &survey, const Treatment &treatment)
{
    if (survey.dates) {
        const DateSurvey &dates = *survey.dates;
        const bool day = treatment.dates.order == DateOrder::DayFirst;
        if ((!day && treatment.dates.order != DateOrder::MonthFirst)
            || (day ? dates.monthFirst : dates.dayFirst) == 0)
            return std::nullopt;
        return Contradiction { .row = day ? dates.monthFirstExample : dates.dayFirstExample,
                               .all = (day ? dates.dayFirst : dates.monthFirst) == 0,
                               .dates = true };
    }
    if (!survey.numbers || treatment.decimals == DecimalSign::Undecided)
        return std::nullopt;
    const NumberSurvey &numbers = *survey.numbers;
    const bool point = treatment.decimals == DecimalSign::Point;
    if ((point ? numbers.comma : numbers.point) == 0)
        return std::nullopt;
    return Contradiction { .row = point ? numbers.commaExample : numbers.pointExample,
                           .all = (point ? numbers.point : numbers.comma) == 0 };
}

/// "Row 17 of the column “Born” has “04/13/2026”: …"
QString contradictionText(const Contradiction &found, const QString &column)
{
    const QString row = QLocale().toString(found.row.record + 1);
    if (found.dates)
        return ReadingWords::tr("Row %1 has “%2” in the column “%3”, whose dates are read the other way "
                                "round: day and month are not where the profile has them.")
            .arg(row, found.row.text, column);
    return ReadingWords::tr("Row %1 has “%2” in the column “%3”, whose numbers are read the other way round: "
                            "comma and point are not what they are in the profile.")
        .arg(row, found.row.text, column);
}

/// Whether the person has said for this file how \a field is read.
bool isAnswered(const PreparationOptions &options, const Mapping &mapping, const QString &field, bool dates)
{
    QStringList columns { columnFor(mapping, field) };
    if (const ExtraField *extra = mapping.extraFor(field))
        columns = extra->columns;
    const auto isOf = [&columns](const auto &given) { return columns.contains(given.column); };
    return dates ? std::ranges::any_of(options.dates, isOf) : std::ranges::any_of(options.decimals, isOf);
}

/// Those of \a unread whose reading is fixed: another one may be right.
QStringList fixedFields(const Mapping &mapping, const QStringList &unread, const Schema &schema)
{
    QStringList fixed;
    for (const QString &name : unread) {
        const Field *field = schema.field(name);
        const Treatment *treatment = mapping.treatmentOf(name);
        if (field && treatment && !columnFor(mapping, name).isEmpty() && !isOpen(*field, *treatment))
            fixed << name;
    }
    return fixed;
}

} // namespace

void addReadingOptions(QCommandLineParser &parser)
{
    parser.addOption(
        { u"dates"_s,
          ReadingWords::tr(
              "How the dates of a column are read: “Birthday=dayFirst”, monthFirst or yearFirst. "
              "“Birthday=dayFirst,1930”: years of two digits lie in the hundred years from 1930 on. "
              "May be repeated."),
          u"COLUMN=ORDER"_s });
    parser.addOption(
        { u"decimals"_s,
          ReadingWords::tr("What stands before the decimals of a column's numbers: “Price=comma” or "
                           "point. May be repeated."),
          u"COLUMN=SIGN"_s });
    parser.addOption({ u"zone"_s,
                       ReadingWords::tr("Where the clocks are that times without a zone come from, such as "
                                        "“Europe/Berlin”; absent: as the profile says."),
                       u"NAME"_s });
}

Done takeReadings(const QCommandLineParser &parser, PreparationOptions &options)
{
    options.zone = parser.value(u"zone"_s).toUtf8();
    if (parser.isSet(u"zone"_s) && !isZoneName(options.zone))
        return tl::unexpected(badInput(
            ReadingWords::tr("--zone takes the name of a time zone, such as “Europe/Berlin” or “UTC”.")));
    return takeAll(parser.values(u"dates"_s), &givenDatesFrom,
                   ReadingWords::tr(
                       "--dates takes a column and dayFirst, monthFirst or yearFirst, such as "
                       "“Birthday=dayFirst”, and where years of two digits begin: “Birthday=dayFirst,1930”."),
                   options.dates)
        .and_then([&] {
            return takeAll(
                parser.values(u"decimals"_s), &givenDecimalsFrom,
                ReadingWords::tr("--decimals takes a column and comma or point, such as “Price=comma”."),
                options.decimals);
        });
}

Done layReadings(const PreparationOptions &options, Draft &draft, const Schema &schema)
{
    layZone(options.zone, draft.mapping, schema);
    for (const GivenDates &dates : options.dates) {
        const Done laid = layOver(draft.mapping, dates.column, [&dates](Treatment &treatment) {
            treatment.dates.order = dates.order;
            if (dates.twoDigitsFrom > 0)
                treatment.dates.twoDigitsFrom = dates.twoDigitsFrom;
        });
        if (!laid)
            return laid;
    }
    for (const GivenDecimals &decimals : options.decimals) {
        const Done laid = layOver(draft.mapping, decimals.column,
                                  [&decimals](Treatment &treatment) { treatment.decimals = decimals.sign; });
        if (!laid)
            return laid;
    }
    return {};
}

Done decideReadings(Draft &draft, const Schema &schema, const std::stop_token &stop)
{
    // What was given stays as it was given, whatever the rows say.
    const QStringList open = openFields(draft.mapping, schema);
    if (open.isEmpty())
        return {};
    const auto survey = surveyFields(draft, open, schema, stop);
    if (!survey)
        return tl::unexpected(survey.error());
    settleReadings(draft.mapping, *survey);
    for (const FieldSurvey &found : survey->fields) {
        const Field *field = schema.field(found.field);
        const Treatment *treatment = draft.mapping.treatmentOf(found.field);
        if (!field || !treatment || !isOpen(*field, *treatment))
            continue;
        const QString question = questionOf(found, columnFor(draft.mapping, found.field));
        if (!question.isEmpty())
            return tl::unexpected(badInput(question));
    }
    return {};
}

Done holdAgainst(const PreparationOptions &options, const Draft &draft, const CheckResult &check,
                 const Schema &schema, const std::stop_token &stop)
{
    QStringList unread;
    for (const ProblemGroup &group : check.groups) {
        if (group.rule == Rule::NotADate || group.rule == Rule::NotANumber)
            unread << group.field;
    }
    const QStringList fixed = fixedFields(draft.mapping, unread, schema);
    if (fixed.isEmpty())
        return {};
    const auto survey = surveyFields(draft, fixed, schema, stop);
    if (!survey)
        return tl::unexpected(survey.error());
    for (const FieldSurvey &field : survey->fields) {
        const auto found = contradictionOf(field, *draft.mapping.treatmentOf(field.field));
        if (!found)
            continue;
        const QString column = columnFor(draft.mapping, field.field);
        const QString text = contradictionText(*found, column);
        if (found->all && !isAnswered(options, draft.mapping, field.field, found->dates))
            return tl::unexpected(
                badInput(text + u' ' + (found->dates ? datesAnswer(column) : decimalsAnswer(column))));
        say(text);
    }
    return {};
}

} // namespace rowlift::cli
