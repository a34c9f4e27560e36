#include "app/cli/chosen_run.h"

#include "app/csv/bad_input.h"
#include "app/run/unmade_runs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <limits>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ChosenRunWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

bool holdsARun(const QString &folder)
{
    return QFile::exists(folder + u"/ledger.sqlite"_s);
}

/// It ended before anything of it was on record: a run without a record has sent nothing.
Result<QString> unlessItNeverBegan(const QString &folder)
{
    if (!isUnmade(folder))
        return folder;
    return tl::unexpected(
        badInput(ChosenRunWords::tr(
                     "The import %1 never began: Rowlift was ended while it was being prepared. Nothing "
                     "was sent; start it again.")
                     .arg(QFileInfo(folder).fileName())));
}

/// Sending the rest of what went badly is decided for one import, by its name.
Error waitsForTheWord(const QString &id)
{
    return { .kind = Error::Kind::Rejected,
             .sentence = ChosenRunWords::tr("Too many rows of the first part of the import %1 failed, so the "
                                            "rest was not sent. “rowlift resume %1” sends it anyway.")
                             .arg(id),
             .detail = {},
             .retryAfter = {} };
}

/// It has come to its end but for parts that nobody can tell of.
bool waitsForADecision(const RunSummary &run)
{
    if (run.unreadable || run.runningElsewhere || run.tally.of(Outcome::Unknown) == 0)
        return false;
    const auto reader = LedgerReader::open(run.folder);
    const auto parts = reader ? (*reader)->parts() : tl::unexpected(reader.error());
    return parts && std::ranges::find(*parts, PartState::Unconfirmed, &PartRecord::state) != parts->end();
}

} // namespace

Result<QString> chosenRun(const QString &name, const Folders &folders)
{
    QStringList fitting;
    for (const QString &id : QDir(folders.runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = folders.runs() + u'/' + id;
        if (id == name && (holdsARun(folder) || isUnmade(folder)))
            return unlessItNeverBegan(folder);
        if (!name.isEmpty() && id.startsWith(name) && holdsARun(folder))
            fitting << id;
    }
    if (fitting.size() == 1)
        return unlessItNeverBegan(folders.runs() + u'/' + fitting.constFirst());
    if (fitting.size() > 1)
        return tl::unexpected(badInput(ChosenRunWords::tr("“%1” may be any of these imports: %2.")
                                           .arg(name, fitting.mid(0, 5).join(u", "_s))));
    if (!name.isEmpty() && holdsARun(name))
        return unlessItNeverBegan(QDir(name).absolutePath());
    return tl::unexpected(badInput(
        ChosenRunWords::tr("There is no import “%1”. “rowlift runs” tells which there are.").arg(name)));
}

Result<QString> interruptedRun(const Folders &folders)
{
    const auto runs = allRuns(folders);
    QStringList braked;
    for (const RunSummary &run : runs) {
        if (stateOf(run) != RunState::Interrupted)
            continue;
        if (!run.waitsAtBrake)
            return run.folder;
        braked << run.plan.id;
    }
    if (!braked.isEmpty())
        return tl::unexpected(waitsForTheWord(braked.constFirst()));
    const auto undecided = std::ranges::find_if(runs, waitsForADecision);
    if (undecided != runs.end())
        return undecided->folder;
    return tl::unexpected(badInput(ChosenRunWords::tr("No import was interrupted: there is nothing to "
                                                      "continue.")));
}

std::vector<RunSummary> allRuns(const Folders &folders)
{
    return runsIn(folders.runs(), std::numeric_limits<int>::max());
}

RunState stateOf(const RunSummary &run)
{
    return run.runningElsewhere ? RunState::Running : run.end;
}

} // namespace rowlift::cli
