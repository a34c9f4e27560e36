#include "ui/desk/result_fetch.h"

#include "app/run/ledger.h"
#include "app/run/run_engine.h"

namespace rowlift::ui {

namespace {

using namespace std::chrono_literals;

/// Nobody waits for it.
constexpr auto patience = 20s;

bool fetchOne(const QString &folder, const Bench &bench, RunControl &control)
{
    auto ledger = Ledger::open(folder);
    if (!ledger)
        return false; // another window has it
    const RunPlan &plan = (*ledger)->plan();
    const Service *service = serviceById(bench.services, plan.account.service);
    const auto session = service ? bench.openSession(plan.account) : nullptr;
    if (!session)
        return false;
    executeRun({ .ledger = **ledger,
                 .service = *service,
                 .session = *session,
                 .clock = bench.clock,
                 .control = control,
                 .onChange = [](const RunSnapshot &) {},
                 .patience = patience,
                 .mode = RunMode::Ask });
    return true;
}

} // namespace

Result<int> fetchResults(const QStringList &folders, const Bench &bench, RunControl &control)
{
    int asked = 0;
    for (const QString &folder : folders) {
        if (control.leaving().stop_requested())
            break;
        asked += fetchOne(folder, bench, control) ? 1 : 0;
    }
    return asked;
}

} // namespace rowlift::ui
