#include "app/cli/readings.h"

#include "app/csv/bad_input.h"

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

} // namespace rowlift::cli
