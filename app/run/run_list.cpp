#include "app/run/run_list.h"

#include "app/run/ledger_owner.h"

#include <QDir>
#include <QFileInfo>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

RunSummary unreadableRun(const QString &folder, const Error &why)
{
    RunSummary run { .folder = folder, .plan = {}, .end = RunState::Stopped, .tally = {}, .unreadable = why };
    run.plan.id = QFileInfo(folder).fileName();
    return run;
}

std::optional<RunSummary> summaryOf(const QString &folder)
{
    const auto unreadable = [&folder](const Error &why) {
        return runsNow(folder) ? std::nullopt : std::optional(unreadableRun(folder, why));
    };
    const auto reader = LedgerReader::glance(folder);
    if (!reader)
        return unreadable(reader.error());
    const auto end = (*reader)->end();
    const auto tally = (*reader)->tally();
    if (!end || !tally)
        return unreadable(end ? tally.error() : end.error());
    RunSummary run { .folder = folder, .plan = (*reader)->plan(), .end = *end, .tally = *tally };
    run.runningElsewhere = run.end == RunState::Interrupted && runsNow(folder);
    return run;
}

} // namespace

std::vector<RunSummary> runsIn(const QString &runsFolder, int most)
{
    std::vector<RunSummary> runs;
    // Folders are named after the moment of the start.
    const auto names
        = QDir(runsFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (runs.size() >= static_cast<size_t>(most))
            break;
        if (auto run = summaryOf(runsFolder + u'/' + name))
            runs.push_back(std::move(*run));
    }
    return runs;
}

} // namespace rowlift
