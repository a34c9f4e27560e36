#include "ui/desk/run_desk.h"

#include "app/run/run_list.h"
#include "app/run/run_start.h"

#include <algorithm>
#include <tuple>

namespace rowlift::ui {

namespace {

using namespace std::chrono_literals;

/// The window keeps trying for as long as it is open: people close lids and go home.
constexpr auto patienceOfWindow = std::chrono::hours(24 * 30);
/// Nobody wants to wait long for what is only asked; the numbers last known are shown then.
constexpr auto patienceOfAsking = std::chrono::seconds(30);
constexpr auto betweenLooks = 300ms;
constexpr auto betweenReasons = 1s;

bool nothingLeftToSend(const RunSnapshot &run)
{
    return run.rows > 0 && run.tally.total() == run.rows
        && run.tally.of(Outcome::Waiting) + run.tally.of(Outcome::NotSent) == 0;
}

/// The person can do something about it, and then it goes on.
bool canBeHelped(const Error &error)
{
    return error.kind == Error::Kind::SignIn || error.kind == Error::Kind::Quota
        || error.kind == Error::Kind::Storage;
}

/// Whether there is something that a service can be asked about.
bool anythingUnderWay(Ledger &ledger)
{
    const auto parts = ledger.parts();
    return parts && std::ranges::any_of(*parts, [](const PartRecord &part) {
               return !isFinal(part.state) && part.state != PartState::Planned
                   && part.state != PartState::Waiting;
           });
}

/// Why a run waits, for whoever opens it later: what the engine ends as interrupted has no words on record.
void keepReason(Ledger &ledger, const RunEnd &end)
{
    if (end.state == RunState::Interrupted && end.error && canBeHelped(*end.error))
        std::ignore = ledger.noteEnd(RunState::Interrupted, end.error->sentence); // a full disk has no room
}

} // namespace

/// What the lanes tell, on its way to the window. Only the newest is kept, so that a busy window is not
/// behind.
class RunDesk::Mailbox {
public:
    explicit Mailbox(std::function<void()> onMail)
        : m_onMail(std::move(onMail))
    {
    }

    void put(const RunSnapshot &run)
    {
        fill([&run](Mailbox &box) { box.m_run = run; });
    }

    void put(std::shared_ptr<const RunAbout> about)
    {
        fill([&about](Mailbox &box) { box.m_about = std::move(about); });
    }

    std::optional<RunSnapshot> takeRun()
    {
        const std::scoped_lock lock(m_mutex);
        m_told = false;
        return std::exchange(m_run, {});
    }

    std::shared_ptr<const RunAbout> takeAbout()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_about, {});
    }

private:
    template <typename Fill>
    void fill(Fill into)
    {
        {
            const std::scoped_lock lock(m_mutex);
            into(*this);
            if (std::exchange(m_told, true))
                return;
        }
        m_onMail();
    }

    std::mutex m_mutex;
    std::function<void()> m_onMail;
    bool m_told = false;
    std::optional<RunSnapshot> m_run;
    std::shared_ptr<const RunAbout> m_about;
};

RunDesk::RunDesk(const Bench &bench, CheckDesk &check, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_check(check)
{
    m_nextLook.setSingleShot(true);
    m_nextLook.setInterval(betweenLooks);
    connect(&m_running, &WorkBase::finished, this, &RunDesk::takeEnd);
    connect(&m_reading, &WorkBase::finished, this, &RunDesk::takeResults);
    connect(&m_watching, &WorkBase::finished, this, &RunDesk::takeWatched);
    connect(&m_opening, &WorkBase::finished, this, [this] {
        const auto &opened = m_opening.result();
        if (!opened || opened->errand == RunErrand::Show) {
            show(m_folder); // which says why, if it cannot be
            return;
        }
        const auto about = opened->about;
        opened->errand == RunErrand::Watch ? watch(m_folder) : ask(m_folder);
        m_snapshot.about = about;
        Q_EMIT changed();
    });
    connect(&m_lookingAtFile, &WorkBase::finished, this, [this] {
        if (m_lookingAtFile.result())
            keepFileFacts(*m_lookingAtFile.result());
        Q_EMIT rowsKnown();
        Q_EMIT changed();
    });
    connect(&m_counting, &WorkBase::finished, this, [this] {
        m_snapshot.results.sumChecked = true;
        m_snapshot.results.addsUp = m_counting.result() && *m_counting.result();
        Q_EMIT changed();
    });
    connect(&m_readingReasons, &WorkBase::finished, this, [this] {
        if (!m_readingReasons.result() || m_snapshot.stage != Stage::Running)
            return;
        m_snapshot.reasons = *m_readingReasons.result();
        Q_EMIT changed();
    });
    connect(&m_nextLook, &QTimer::timeout, this, &RunDesk::lookAtIt);
    connect(&m_saving, &WorkBase::finished, this, [this] {
        if (m_saving.result())
            Q_EMIT reportSaved(*m_saving.result());
        else
            Q_EMIT reportFailed(m_saving.result().error());
    });
}

RunDesk::~RunDesk()
{
    leave();
}

bool RunDesk::running() const
{
    const bool works = m_snapshot.errand == RunErrand::Send || m_snapshot.errand == RunErrand::Ask;
    return works && (m_snapshot.stage == Stage::Starting || m_snapshot.stage == Stage::Running);
}

const RunPlan &RunDesk::plan() const
{
    return m_snapshot.about ? m_snapshot.about->plan : m_snapshot.results.plan;
}

bool RunDesk::canGoBackToCheck() const
{
    const Draft &draft = plan().draft;
    return m_check.complete() && m_check.file().snapshot().path == draft.file
        && m_check.place().snapshot().account.name == draft.account;
}

/// Another run, or another errand with one.
void RunDesk::begin(RunErrand errand)
{
    for (WorkBase *work :
         { static_cast<WorkBase *>(&m_opening), static_cast<WorkBase *>(&m_reading),
           static_cast<WorkBase *>(&m_lookingAtFile), static_cast<WorkBase *>(&m_counting),
           static_cast<WorkBase *>(&m_watching), static_cast<WorkBase *>(&m_readingReasons) })
        work->cancel();
    m_nextLook.stop();
    m_control.reset();
    m_stopsAfterParts = false;
    m_leaving = false;
    m_reasonsOf = 0;
    m_snapshot = {};
    m_snapshot.stage = Stage::Starting;
    m_snapshot.errand = errand;
    m_snapshot.started = m_bench.clock.now();
}

void RunDesk::start()
{
    const PlaceDesk &place = m_check.place();
    const Service *service = place.service();
    if (!service || !m_check.complete())
        return;
    launch({ .errand = RunErrand::Send,
             .create =
                 [&bench = m_bench, draft = m_check.draft(), account = place.snapshot().account, service,
                  describe = place.snapshot().describe, check = m_check.snapshot().result,
                  share = m_brakeShare] {
                     return startRun(bench.folders.runs(), draft, account, *service, describe, check,
                                     bench.clock.now(), share);
                 },
             .signedIn = place.session() });
}

void RunDesk::launch(const Launch &what)
{
    if (running())
        return;
    begin(what.errand);
    m_folder = what.folder;
    m_control = std::make_shared<RunControl>();
    if (what.stops)
        m_control->stop();
    // The work is waited for before this goes.
    m_mailbox = std::make_shared<Mailbox>([this, control = m_control] {
        QMetaObject::invokeMethod(
            this,
            [this, control] {
                if (control == m_control)
                    takeNews();
            },
            Qt::QueuedConnection);
    });
    m_running.start([what, mailbox = m_mailbox, control = m_control, &bench = m_bench](const Progress &,
                                                                                       std::stop_token stop) {
        const std::stop_callback leaveToo(stop, [control] { control->quit(); });
        return execute(what, bench, *control, *mailbox);
    });
    Q_EMIT changed();
}

Result<RunDesk::Ended> RunDesk::execute(const Launch &what, const Bench &bench, RunControl &control,
                                        Mailbox &mailbox)
{
    auto ledger = what.create ? what.create() : Ledger::open(what.folder);
    if (!ledger)
        return tl::unexpected(ledger.error());
    const QString folder = (*ledger)->folder();
    const RunPlan &plan = (*ledger)->plan();
    mailbox.put(aboutRun(folder, plan, bench.services));
    std::optional<Error> error;
    const bool asks = what.errand == RunErrand::Ask;
    const bool asked = asks && anythingUnderWay(**ledger);
    if (what.before) {
        if (const Done done = what.before(**ledger); !done)
            error = done.error();
    }
    if (const Service *service = serviceById(bench.services, plan.account.service); !service) {
        error = Error { .kind = Error::Kind::BadInput,
                        .sentence = PlaceDesk::unknownService(plan.account.service),
                        .detail = {},
                        .retryAfter = {} };
    } else if (!error) {
        const auto session = what.signedIn ? what.signedIn : std::shared_ptr(bench.openSession(plan.account));
        const RunEnd end = executeRun({ .ledger = **ledger,
                                        .service = *service,
                                        .session = *session,
                                        .clock = bench.clock,
                                        .control = control,
                                        .onChange = [&mailbox](const RunSnapshot &run) { mailbox.put(run); },
                                        .patience = asks ? std::chrono::milliseconds(patienceOfAsking)
                                                         : std::chrono::milliseconds(patienceOfWindow),
                                        .mode = asks ? RunMode::Ask : RunMode::GoOn,
                                        .endsAtBrake = false,
                                        .onlyBegun = what.onlyBegun });
        error = end.error;
        if (!asks)
            keepReason(**ledger, end);
    }
    ledger->reset(); // what is read now is on disk
    auto results = readResults(folder, bench.services);
    if (!results)
        return tl::unexpected(results.error());
    return Ended { .error = error, .results = std::move(*results), .asked = asked };
}

void RunDesk::takeNews()
{
    if (auto about = m_mailbox->takeAbout()) {
        m_folder = about->folder;
        m_snapshot.about = std::move(about);
    }
    if (auto run = m_mailbox->takeRun()) {
        m_snapshot.stage = Stage::Running;
        m_snapshot.run = std::move(*run);
        if (paused() && m_snapshot.run.brake.part == 0 && nothingLeftToSend(m_snapshot.run))
            m_control->resume(); // to its end: there is nothing to hold back
        readReasons();
    }
    Q_EMIT changed();
}

void RunDesk::readReasons()
{
    const qint64 failed = m_snapshot.run.tally.of(Outcome::Failed);
    const auto now = m_bench.clock.elapsed();
    if (failed == m_reasonsOf || !m_snapshot.about || m_readingReasons.running()
        || now - m_reasonsRead < betweenReasons)
        return;
    m_reasonsOf = failed;
    m_reasonsRead = now;
    m_readingReasons.start([folder = m_snapshot.about->folder](
                               const Progress &, std::stop_token) -> Result<std::vector<ReasonGroup>> {
        auto reader = LedgerReader::open(folder);
        if (!reader)
            return tl::unexpected(reader.error());
        return (*reader)->reasons();
    });
}

void RunDesk::takeEnd()
{
    const auto &end = m_running.result();
    m_control.reset();
    if (!end) {
        if (!m_folder.isEmpty() && !m_leaving && runsNow(m_folder)) {
            m_snapshot.errand = RunErrand::Show;
            watch(m_folder); // another window was quicker
            return;
        }
        m_snapshot.stage = Stage::Failed;
        m_snapshot.error = end.error();
        m_snapshot.results.folder = m_folder;
        Q_EMIT changed();
        return;
    }
    const Results before = std::exchange(m_snapshot.results, end->results);
    if (before.folder == m_snapshot.results.folder && before.fileLooked)
        keepFileFacts(before);
    m_snapshot.looking = false;
    m_snapshot.error = end->error.value_or(Error {});
    m_snapshot.asked = end->asked;
    m_snapshot.askedAt = m_bench.clock.now();
    m_snapshot.run.tally = m_snapshot.results.tally;
    m_snapshot.run.rows = m_snapshot.results.plan.rows;
    m_snapshot.run.trouble = {};
    m_folder = m_snapshot.results.folder;
    if (!m_leaving && m_snapshot.results.end == RunState::Interrupted && canBeHelped(m_snapshot.error)) {
        m_snapshot.stage = Stage::Held;
        Q_EMIT changed();
        return;
    }
    m_snapshot.stage = Stage::Ended;
    readRest();
    Q_EMIT changed();
    Q_EMIT ended();
}

void RunDesk::pause()
{
    if (m_control)
        m_control->pause();
    Q_EMIT changed();
}

void RunDesk::resume()
{
    if (m_control) {
        m_control->resume();
        if (!m_snapshot.run.trouble.sentence.isEmpty())
            m_control->tryNow();
    }
    Q_EMIT changed();
}

void RunDesk::stop()
{
    if (!m_control)
        return;
    m_control->stop();
    m_snapshot.run.state = RunState::Stopping;
    Q_EMIT changed();
}

void RunDesk::stopAfterParts()
{
    if (!m_control)
        return;
    m_stopsAfterParts = true;
    m_control->stopAfterParts();
    Q_EMIT changed();
}

void RunDesk::tryNow()
{
    if (m_control)
        m_control->tryNow();
}

void RunDesk::leave()
{
    m_leaving = true;
    if (m_control)
        m_control->quit();
}

void RunDesk::forget()
{
    if (running())
        return;
    begin(RunErrand::Show);
    m_snapshot = {};
    Q_EMIT changed();
}

void RunDesk::saveReport(const ReportRows &rows, const QString &path)
{
    const Service *known = service();
    if (!known)
        return;
    m_saving.start([folder = m_snapshot.results.folder, known, rows, path](const Progress &progress,
                                                                           std::stop_token stop) {
        return rowlift::saveReport(folder, *known, rows, path, progress, stop);
    });
}

} // namespace rowlift::ui
