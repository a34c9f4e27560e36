#include "ui/desk/key_facts.h"

#include "app/check/group_survey.h"

namespace rowlift::ui {

Result<KeyFacts> keyFactsOf(const Draft &draft, const QString &column, const Progress &progress,
                            std::stop_token stop)
{
    const auto survey = surveyGroups(draft, column, progress, stop);
    if (!survey)
        return tl::unexpected(survey.error());
    KeyFacts facts { .rows = survey->keyed, .keys = survey->keys, .looksGrouped = survey->proposesGroups() };
    for (std::size_t at = 0; at < survey->columns.size(); ++at) {
        if (static_cast<int>(at) != survey->keyColumn)
            (survey->standsOnce(at) ? facts.ofRecord : facts.ofRow)
                << draft.header.value(static_cast<qsizetype>(at));
    }
    return facts;
}

} // namespace rowlift::ui
