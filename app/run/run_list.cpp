#include "app/run/run_list.h"

#include "app/run/ledger_owner.h"

#include <QDir>

namespace rowlift {

using namespace Qt::StringLiterals;

std::vector<RunSummary> runsIn(const QString &runsFolder, int most)
{
    std::vector<RunSummary> runs;
    // Folders are named after the moment of the start.
    const auto names
        = QDir(runsFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (runs.size() >= static_cast<size_t>(most))
            break;
        const QString folder = runsFolder + u'/' + name;
        const auto reader = LedgerReader::glance(folder);
        if (!reader)
            continue;
        const auto end = (*reader)->end();
        const auto tally = (*reader)->tally();
        if (!end || !tally)
            continue;
        RunSummary run { .folder = folder,
                         .plan = (*reader)->plan(),
                         .end = *end,
                         .runningElsewhere = false,
                         .tally = *tally };
        run.runningElsewhere = run.end == RunState::Interrupted && runsNow(folder);
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace rowlift
