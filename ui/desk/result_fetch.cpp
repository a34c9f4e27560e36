#include "ui/desk/result_fetch.h"

#include "app/run/ledger.h"
#include "app/run/run_engine.h"

namespace rowlift::ui {

namespace {

using namespace std::chrono_literals;

/// Nobody waits for it.
constexpr auto patienceOfFetching = 20s;

/// Whether it may be tried again by itself.
bool fetchOne(const QString &folder, const Bench &bench, RunControl &control)
{
    auto ledger = Ledger::open(folder);
    if (!ledger)
        return true; // another window has it
    const RunPlan &plan = (*ledger)->plan();
    const Service *service = serviceById(bench.services, plan.account.service);
    const auto session = service ? bench.openSession(plan.account) : nullptr;
    if (!session)
        return false;
    const RunEnd end = executeRun({ .ledger = **ledger,
                                    .service = *service,
                                    .session = *session,
                                    .clock = bench.clock,
                                    .control = control,
                                    .onChange = [](const RunSnapshot &) {},
                                    .patience = patienceOfFetching,
                                    .mode = RunMode::Ask });
    return !end.error || (end.error->kind != Error::Kind::SignIn && end.error->kind != Error::Kind::Storage);
}

} // namespace

Result<QStringList> fetchResults(const QStringList &folders, const Bench &bench, RunControl &control)
{
    QStringList refused;
    for (const QString &folder : folders) {
        if (control.leaving().stop_requested())
            break;
        if (!fetchOne(folder, bench, control))
            refused << folder;
    }
    return refused;
}

} // namespace rowlift::ui
