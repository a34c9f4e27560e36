#include "app/draft/name_survey.h"

#include "app/draft/rows.h"
#include "app/mapping/blanks.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

constexpr std::size_t mostNameExamples = 20;
constexpr std::size_t examplesOfEach = 2; ///< Before there are more of one doubt.
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

/// Its words: how many (three for more than two), and whether the first is a title.
struct NameWords {
    int count = 0;
    bool title = false;
};

NameWords wordsOf(std::string_view name)
{
    NameWords words;
    for (std::string_view rest = withoutBlanks(name); !rest.empty() && words.count < 3;) {
        const auto end = std::min(rest.find(' '), rest.size());
        words.title = words.title || (words.count == 0 && isTitle(rest.substr(0, end)));
        ++words.count;
        rest = withoutBlanks(rest.substr(end));
    }
    return words;
}

/// The doubtful names by their doubt, as one order sees them.
class DoubtTally {
public:
    explicit DoubtTally(NameOrder order)
        : m_order(order)
    {
    }

    void add(std::string_view name, qint64 record)
    {
        const NameDoubt doubt = doubtOf(name, m_order);
        if (doubt == NameDoubt::None)
            return;
        Kind &kind = m_kinds[static_cast<std::size_t>(doubt)];
        ++kind.rows;
        if (kind.examples.size() == mostNameExamples)
            return;
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        if (std::ranges::find(kind.examples, text, &SeenValue::text) == kind.examples.end())
            kind.examples.push_back({ .text = text, .record = record });
    }

    void tell(NameSurvey &survey)
    {
        std::ranges::stable_sort(m_kinds, {}, &Kind::rows);
        std::vector<SeenValue> more;
        for (const Kind &kind : m_kinds) {
            survey.doubtful += kind.rows;
            for (std::size_t at = 0; at < kind.examples.size(); ++at)
                (at < examplesOfEach ? survey.examples : more).push_back(kind.examples[at]);
        }
        survey.examples.insert(survey.examples.end(), more.begin(), more.end());
        survey.examples.resize(std::min(survey.examples.size(), mostNameExamples));
    }

private:
    struct Kind {
        qint64 rows = 0;
        std::vector<SeenValue> examples = {};
    };

    NameOrder m_order;
    std::array<Kind, nameDoubts> m_kinds;
};

} // namespace

NameDoubt doubtOf(std::string_view name, NameOrder order)
{
    name = withoutBlanks(name);
    if (name.empty())
        return NameDoubt::None;
    const auto comma = name.find(',');
    const bool atComma = order == NameOrder::LastFirst;
    if (comma != name.npos) {
        if (!atComma || name.find(',', comma + 1) != name.npos)
            return NameDoubt::Comma;
        const std::string_view last = withoutBlanks(name.substr(0, comma));
        const std::string_view first = withoutBlanks(name.substr(comma + 1));
        if (last.empty() || first.empty())
            return NameDoubt::OneWord;
        return wordsOf(last).title || wordsOf(first).title ? NameDoubt::Title : NameDoubt::None;
    }
    const NameWords words = wordsOf(name);
    if (words.count == 1)
        return NameDoubt::OneWord;
    if (words.title)
        return NameDoubt::Title;
    if (atComma)
        return NameDoubt::NoComma;
    return words.count > 2 ? NameDoubt::ManyWords : NameDoubt::None;
}

Result<NameSurvey> surveyNames(const Draft &draft, int column, const Progress &progress, std::stop_token stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    NameSurvey survey;
    DoubtTally atBlank(NameOrder::FirstLast);
    DoubtTally atComma(NameOrder::LastFirst);
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
            break;
        const std::string_view name
            = at < row.cells.size() ? withoutBlanks(row.cells[at]) : std::string_view();
        if (name.empty())
            continue;
        ++survey.names;
        survey.withComma += name.find(',') != name.npos ? 1 : 0;
        atBlank.add(name, row.record);
        atComma.add(name, row.record);
    }
    (survey.order() == NameOrder::LastFirst ? atComma : atBlank).tell(survey);
    return survey;
}

} // namespace rowlift
