#include "app/run/run_list.h"

#include "app/run/ledger_owner.h"
#include "app/run/unmade_runs.h"

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
        return runsNow(folder) || isUnmade(folder) ? std::nullopt : std::optional(unreadableRun(folder, why));
    };
    const auto reader = LedgerReader::glance(folder);
    if (!reader)
        return unreadable(reader.error());
    QString message;
    QDateTime ended;
    const auto end = (*reader)->end(&message, &ended);
    const auto tally = (*reader)->tally();
    if (!end || !tally)
        return unreadable(end ? tally.error() : end.error());
    RunSummary run { .folder = folder, .plan = (*reader)->plan(), .end = *end, .tally = *tally };
    const bool open = run.end == RunState::Interrupted;
    run.runningElsewhere = open && runsNow(folder);
    run.waitsAtBrake = open && (*reader)->waitsAtBrake().value_or(false);
    if (open) {
        run.atService = (*reader)->partsAtService().value_or(PartsAtService());
        run.wasStopped = (*reader)->wasStopped().value_or(false);
    }
    run.message = message;
    run.stopped = open ? (*reader)->lastStep().value_or(QDateTime()) : ended;
    return run;
}

QStringList newestFirst(const QString &runsFolder)
{
    // Folders are named after the moment of the start.
    return QDir(runsFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
}

bool isOf(const RunPlan &plan, const Draft &draft, const Account &account, quint64 contentHash)
{
    const bool sameAccount = account.id.isNull()
        ? plan.account.service == account.service && plan.account.name == account.name
        : plan.account.id == account.id;
    if (!sameAccount || plan.draft.target.object != draft.target.object)
        return false;
    if (plan.contentHash != 0 && contentHash != 0)
        return plan.contentHash == contentHash;
    return plan.draft.file == draft.file && plan.draft.stamp == draft.stamp;
}

} // namespace

std::vector<RunSummary> runsIn(const QString &runsFolder, int most)
{
    std::vector<RunSummary> runs;
    for (const QString &name : newestFirst(runsFolder)) {
        auto run = summaryOf(runsFolder + u'/' + name);
        const bool isEnough = runs.size() >= static_cast<size_t>(most);
        if (run && (!isEnough || run->end == RunState::Interrupted))
            runs.push_back(std::move(*run));
    }
    return runs;
}

std::optional<EarlierImport> importedBefore(const QString &runsFolder, const Draft &draft,
                                            const Account &account, quint64 contentHash,
                                            const std::stop_token &stop)
{
    for (const QString &name : newestFirst(runsFolder)) {
        if (stop.stop_requested())
            break;
        const auto reader = LedgerReader::glance(runsFolder + u'/' + name);
        if (!reader || !isOf((*reader)->plan(), draft, account, contentHash))
            continue;
        const auto tally = (*reader)->tally();
        if (tally && tally->in() > 0)
            return EarlierImport { .folder = (*reader)->folder(),
                                   .when = (*reader)->plan().started,
                                   .rows = tally->in() };
    }
    return {};
}

} // namespace rowlift
