#include "ui/pages/run_where.h"

#include "ui/desk/choice_words.h"
#include "ui/desk/run_desk.h"

namespace rowlift::ui {

QStringList runWhereTo(const RunDesk &desk)
{
    const auto &run = desk.snapshot();
    const Service *service = desk.service();
    const bool ended = run.stage == RunDesk::Stage::Ended || run.looking;
    if (!service || (!ended && !run.about))
        return {};
    const RunPlan &plan = ended ? run.results.plan : run.about->plan;
    const auto &place = desk.check().place().snapshot();
    const bool names = place.account.id == plan.account.id && place.account.name == plan.account.name;
    return whereToWords(*service, plan.draft.target, names ? place.choices : PlaceDesk::Choices());
}

qint64 consentHeldBack(const RunDesk &desk)
{
    qint64 values = 0;
    if (!desk.canGoBackToCheck())
        return values;
    for (const ProblemGroup &group : desk.check().snapshot().result.groups) {
        if (group.rule == Rule::ConsentKept)
            values += static_cast<qint64>(group.records.size());
    }
    return values;
}

} // namespace rowlift::ui
