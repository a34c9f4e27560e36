#include "app/draft/name_survey.h"

#include "app/draft/rows.h"
#include "app/mapping/blanks.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

constexpr std::size_t mostNameExamples = 20;
constexpr qint64 namesBetweenLooks = 4096; ///< How often stop and progress are asked.

constexpr std::array<std::string_view, 22> titles { "dr",   "prof",  "herr",   "frau", "mr",   "mrs",
                                                    "ms",   "miss",  "sir",    "mme",  "mlle", "sig",
                                                    "dott", "señor", "señora", "sr",   "sra",  "dhr",
                                                    "mevr", "hr",    "fr",     "ing" };

bool isTitle(std::string_view word)
{
    if (word.ends_with('.') && word.size() > 2)
        return true;
    std::string lower(word);
    for (char &letter : lower) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return std::ranges::find(titles, lower) != titles.end();
}

} // namespace

NameDoubt doubtOf(std::string_view name)
{
    name = withoutBlanks(name);
    if (name.empty())
        return NameDoubt::None;
    if (name.find(',') != name.npos)
        return NameDoubt::Comma;
    int words = 0;
    std::string_view rest = name;
    std::string_view first;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (words++ == 0)
            first = rest.substr(0, end);
        rest = withoutBlanks(rest.substr(end));
    }
    if (words == 1)
        return NameDoubt::OneWord;
    if (isTitle(first))
        return NameDoubt::Title;
    return words > 2 ? NameDoubt::ManyWords : NameDoubt::None;
}

Result<NameSurvey> surveyNames(const Draft &draft, int column, const Progress &progress, std::stop_token stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    NameSurvey survey;
    RowView row;
    const auto at = static_cast<std::size_t>(column);
    for (qint64 count = 0;; ++count) {
        if (count % namesBetweenLooks == 0) {
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            progress.tell(count, 0);
        }
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return survey;
        const std::string_view name
            = at < row.cells.size() ? withoutBlanks(row.cells[at]) : std::string_view();
        if (name.empty())
            continue;
        ++survey.names;
        const NameDoubt doubt = doubtOf(name);
        if (doubt == NameDoubt::None)
            continue;
        ++survey.doubtful;
        survey.withComma += doubt == NameDoubt::Comma ? 1 : 0;
        if (survey.examples.size() == mostNameExamples)
            continue;
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        if (std::ranges::find(survey.examples, text, &SeenValue::text) == survey.examples.end())
            survey.examples.push_back({ .text = text, .record = row.record });
    }
}

} // namespace rowlift
