#include "ui/desk/start_desk.h"

#include "ui/desk/result_fetch.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

namespace rowlift::ui {

namespace {

using namespace std::chrono_literals;

constexpr int recentRuns = 10;
constexpr auto betweenLooks = 3s;
constexpr auto betweenFetches = 5min;

/// What the describe document of a run calls its records; empty when it says nothing.
QString recordsOf(const RunSummary &run, const Services &services)
{
    const Service *service = serviceById(services, run.plan.account.service);
    const auto reader = service ? LedgerReader::open(run.folder) : Result<std::unique_ptr<LedgerReader>>();
    if (!reader || !*reader)
        return {};
    const auto schema = service->schemaFrom((*reader)->plan().describe);
    return schema ? schema->object.labelPlural : QString();
}

/// The same kind of record is asked about once.
QHash<QString, QString> recordsOf(const std::vector<RunSummary> &runs, const Services &services)
{
    QHash<QString, QString> known;
    QHash<QString, QString> byFolder;
    for (const RunSummary &run : runs) {
        const QString kind = run.plan.account.service + u'/' + run.plan.draft.target.object;
        if (run.unreadable)
            continue;
        if (!known.contains(kind))
            known.insert(kind, recordsOf(run, services));
        byFolder.insert(run.folder, known.value(kind));
    }
    return byFolder;
}

} // namespace

StartDesk::StartDesk(const Bench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    m_nextLook.setSingleShot(true);
    m_nextLook.setInterval(betweenLooks);
    connect(&m_nextLook, &QTimer::timeout, this, &StartDesk::refresh);
    connect(&m_givingUp, &WorkBase::finished, this, [this] {
        if (!m_givingUp.result())
            Q_EMIT notGivenUp(m_givingUp.result().error());
        refresh();
    });
    connect(&m_reading, &WorkBase::finished, this, [this] {
        m_snapshot = *m_reading.result();
        if (std::ranges::any_of(m_snapshot.runs, &RunSummary::runningElsewhere))
            m_nextLook.start();
        Q_EMIT changed();
        if (std::exchange(m_askedMeanwhile, false))
            refresh();
        else
            fetch();
    });
    m_nextFetch.setSingleShot(true);
    m_nextFetch.setInterval(betweenFetches);
    connect(&m_nextFetch, &QTimer::timeout, this, &StartDesk::refresh);
    connect(&m_fetching, &WorkBase::finished, this, &StartDesk::takeFetched);
}

void StartDesk::refresh()
{
    // Never two at once: each tries the locks of the runs, and would take the other for a second window.
    if (m_reading.running()) {
        m_askedMeanwhile = true;
        return;
    }
    m_reading.start([folders = m_bench.folders, &services = m_bench.services,
                     fetched = m_fetched](const Progress &, std::stop_token) -> Result<Snapshot> {
        Snapshot now { .loading = false,
                       .profiles = profilesIn(folders.profiles),
                       .runs = runsIn(folders.runs(), recentRuns),
                       .missingFiles = {},
                       .changedFiles = {},
                       .objects = {} };
        now.objects = recordsOf(now.runs, services);
        for (RunSummary &run : now.runs) {
            const Draft &draft = run.plan.draft;
            if (run.unreadable)
                continue;
            if (fetched.contains(run.folder))
                run.runningElsewhere = false; // it is this program
            if (!QFileInfo::exists(draft.file))
                now.missingFiles.insert(draft.file);
            else if (run.end == RunState::Interrupted && FileStamp::of(draft.file) != draft.stamp)
                now.changedFiles.insert(run.folder);
        }
        return now;
    });
}

void StartDesk::fetchResultsByItself()
{
    m_fetches = true;
    fetch();
}

void StartDesk::setInView(bool inView)
{
    m_inView = inView;
}

void StartDesk::fetch()
{
    if (!m_fetches || !m_inView || m_fetching.running() || m_nextFetch.isActive())
        return;
    QStringList folders;
    for (const RunSummary &run : m_snapshot.runs) {
        if (!run.runningElsewhere && run.atService.parts > 0 && !m_notAgain.contains(run.folder))
            folders << run.folder;
    }
    if (folders.isEmpty())
        return;
    m_fetched = folders;
    m_fetchControl = std::make_shared<RunControl>();
    m_fetching.start(
        [folders, &bench = m_bench, control = m_fetchControl](const Progress &, std::stop_token stop) {
            const std::stop_callback quitToo(stop, [control] { control->quit(); });
            return fetchResults(folders, bench, *control);
        });
}

void StartDesk::takeFetched()
{
    m_fetched.clear();
    if (const auto &refused = m_fetching.result()) {
        for (const QString &folder : *refused)
            m_notAgain.insert(folder);
    }
    m_nextFetch.start();
    for (const QString &folder : std::exchange(m_toRelease, {}))
        Q_EMIT released(folder);
    refresh();
}

void StartDesk::release(const QString &folder)
{
    if (!m_fetching.running()) {
        Q_EMIT released(folder);
        return;
    }
    m_toRelease << folder;
    m_fetchControl->quit();
}

bool StartDesk::mayBeGivenUp(const RunSummary &run)
{
    return run.end == RunState::Interrupted && !run.runningElsewhere && run.tally.of(Outcome::Waiting) == 0;
}

void StartDesk::giveUp(const QString &folder)
{
    m_givingUp.start([folder](const Progress &, std::stop_token) -> Result<bool> {
        auto ledger = Ledger::open(folder);
        if (!ledger)
            return tl::unexpected(ledger.error());
        const auto tally = (*ledger)->tally();
        if (!tally)
            return tl::unexpected(tally.error());
        if (tally->of(Outcome::Waiting) > 0)
            return false; // another window has gone on with it meanwhile
        if (const Done noted = (*ledger)->noteEnd(RunState::Stopped, {}); !noted)
            return tl::unexpected(noted.error());
        return true;
    });
}

} // namespace rowlift::ui
