#include "ui/desk/parts_under_way.h"

namespace rowlift::ui {

Result<std::vector<PartsUnderWay>> partsUnderWay(const QString &runsFolder, const Account &account,
                                                 const std::stop_token &stop)
{
    std::vector<PartsUnderWay> all;
    for (const RunSummary &run : runsIn(runsFolder, 0)) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (run.atService.parts > 0 && run.plan.account.id == account.id)
            all.push_back({ .file = run.plan.draft.file, .parts = run.atService.parts });
    }
    return all;
}

} // namespace rowlift::ui
