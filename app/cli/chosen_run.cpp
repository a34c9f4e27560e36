#include "app/cli/chosen_run.h"

#include "app/csv/bad_input.h"

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

} // namespace

Result<QString> chosenRun(const QString &name, const Folders &folders)
{
    QStringList fitting;
    for (const QString &id : QDir(folders.runs()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = folders.runs() + u'/' + id;
        if (id == name && holdsARun(folder))
            return folder;
        if (!name.isEmpty() && id.startsWith(name) && holdsARun(folder))
            fitting << id;
    }
    if (fitting.size() == 1)
        return folders.runs() + u'/' + fitting.constFirst();
    if (fitting.size() > 1)
        return tl::unexpected(badInput(ChosenRunWords::tr("“%1” may be any of these imports: %2.")
                                           .arg(name, fitting.mid(0, 5).join(u", "_s))));
    if (!name.isEmpty() && holdsARun(name))
        return QDir(name).absolutePath();
    return tl::unexpected(badInput(
        ChosenRunWords::tr("There is no import “%1”. “rowlift runs” tells which there are.").arg(name)));
}

Result<QString> interruptedRun(const Folders &folders)
{
    const auto runs = allRuns(folders);
    const auto found = std::ranges::find(runs, RunState::Interrupted, stateOf);
    if (found == runs.end())
        return tl::unexpected(badInput(ChosenRunWords::tr("No import was interrupted: there is nothing to "
                                                          "continue.")));
    return found->folder;
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
