#include "app/cli/readings.h"

#include "app/csv/bad_input.h"
#include "app/draft/value_survey.h"

#include <QCoreApplication>

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

constexpr std::array dateWords { ReadingWord { DateOrder::DayFirst, QLatin1StringView("dayFirst") },
                                 ReadingWord { DateOrder::MonthFirst, QLatin1StringView("monthFirst") },
                                 ReadingWord { DateOrder::YearFirst, QLatin1StringView("yearFirst") } };
constexpr std::array decimalWords { ReadingWord { DecimalSign::Comma, QLatin1StringView("comma") },
                                    ReadingWord { DecimalSign::Point, QLatin1StringView("point") } };

/// "COLUMN=word": the column may have the sign in its name.
template <typename T, std::size_t Size>
Done takeAll(const QStringList &given, const std::array<ReadingWord<T>, Size> &words, const QString &usage,
             std::vector<std::pair<QString, T>> &into)
{
    for (const QString &text : given) {
        const qsizetype sign = text.lastIndexOf(u'=');
        const auto found = std::find_if(words.begin(), words.end(), [&](const ReadingWord<T> &word) {
            return QStringView(text).mid(sign + 1) == word.word;
        });
        if (sign < 1 || found == words.end())
            return tl::unexpected(badInput(usage));
        into.emplace_back(text.left(sign), found->value);
    }
    return {};
}

/// Lays \a value over all that is made of \a column.
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

bool leavesSomethingOpen(const Mapping &mapping, const Schema &schema)
{
    const QStringList fields = mapping.fields();
    return std::any_of(fields.begin(), fields.end(), [&](const QString &name) {
        const Field *field = schema.field(name);
        const Treatment *treatment = mapping.treatmentOf(name);
        return field && treatment && !columnFor(mapping, name).isEmpty() && isOpen(*field, *treatment);
    });
}

/// The question that nobody is there to answer; empty: there is none.
QString questionOf(const FieldSurvey &survey, const QString &column)
{
    if (survey.dates && survey.dates->asks)
        return ReadingWords::tr(
                   "No row decides whether “%1” in the column “%2” begins with the day or the month. "
                   "Say it with --dates \"%2=dayFirst\" or --dates \"%2=monthFirst\".")
            .arg(survey.dates->eitherExample.seen() ? survey.dates->eitherExample.text
                                                    : survey.dates->dayFirstExample.text,
                 column);
    if (survey.numbers && survey.numbers->asks)
        return ReadingWords::tr(
                   "No row decides what stands before the decimals of “%1” in the column “%2”. Say it "
                   "with --decimals \"%2=comma\" or --decimals \"%2=point\".")
            .arg(survey.numbers->eitherExample.seen() ? survey.numbers->eitherExample.text
                                                      : survey.numbers->commaExample.text,
                 column);
    return {};
}

} // namespace

void addReadingOptions(QCommandLineParser &parser)
{
    parser.addOption(
        { u"dates"_s,
          ReadingWords::tr("How the dates of a column are read: “Birthday=dayFirst”, monthFirst or "
                           "yearFirst. May be repeated."),
          u"COLUMN=ORDER"_s });
    parser.addOption(
        { u"decimals"_s,
          ReadingWords::tr("What stands before the decimals of a column's numbers: “Price=comma” or "
                           "point. May be repeated."),
          u"COLUMN=SIGN"_s });
}

Done takeReadings(const QCommandLineParser &parser, PreparationOptions &options)
{
    return takeAll(parser.values(u"dates"_s), dateWords,
                   ReadingWords::tr("--dates takes a column and dayFirst, monthFirst or yearFirst, such as "
                                    "“Birthday=dayFirst”."),
                   options.dates)
        .and_then([&] {
            return takeAll(
                parser.values(u"decimals"_s), decimalWords,
                ReadingWords::tr("--decimals takes a column and comma or point, such as “Price=comma”."),
                options.decimals);
        });
}

Done layReadings(const PreparationOptions &options, Draft &draft)
{
    for (const auto &[column, order] : options.dates) {
        const Done laid = layOver(draft.mapping, column,
                                  [&order](Treatment &treatment) { treatment.dates.order = order; });
        if (!laid)
            return laid;
    }
    for (const auto &[column, sign] : options.decimals) {
        const Done laid
            = layOver(draft.mapping, column, [&sign](Treatment &treatment) { treatment.decimals = sign; });
        if (!laid)
            return laid;
    }
    return {};
}

Done decideReadings(Draft &draft, const Schema &schema, const std::stop_token &stop)
{
    if (!leavesSomethingOpen(draft.mapping, schema))
        return {};
    const auto survey = surveyValues(draft, schema, {}, stop);
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

} // namespace rowlift::cli
