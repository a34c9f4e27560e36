#include "ui/desk/run_desk.h"

#include "app/draft/source_file.h"
#include "app/run/run_start.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

bool nothingLeftToSend(const RunSnapshot &run)
{
    return run.rows > 0 && run.tally.total() == run.rows
        && run.tally.of(Outcome::Waiting) + run.tally.of(Outcome::NotSent) == 0;
}

} // namespace

RunDesk::RunDesk(const Bench &bench, CheckDesk &check, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_check(check)
{
    connect(&m_running, &WorkBase::finished, this, &RunDesk::take);
    connect(&m_reading, &WorkBase::finished, this, [this] {
        const auto &results = m_reading.result();
        m_snapshot.stage = results ? Stage::Ended : Stage::Failed;
        if (results)
            m_snapshot.results = *results;
        else
            m_snapshot.error = results.error();
        Q_EMIT changed();
        if (results)
            Q_EMIT ended();
    });
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

void RunDesk::start()
{
    if (running() || !m_check.complete())
        return;
    const PlaceDesk &place = m_check.place();
    const Service *service = place.service();
    launch(
        [&bench = m_bench, draft = m_check.map().draft(), account = place.snapshot().account, service,
         describe = place.snapshot().describe, check = m_check.snapshot().result] {
            return startRun(bench.folders.runs(), draft, account, *service, describe, check,
                            bench.clock.now());
        },
        place.session());
}

void RunDesk::goOn(const QString &folder)
{
    if (!running())
        launch([folder] { return Ledger::open(folder); }, nullptr);
}

void RunDesk::launch(std::function<Result<std::unique_ptr<Ledger>>()> openLedger,
                     std::shared_ptr<ServiceSession> signedIn)
{
    m_control = std::make_shared<RunControl>();
    m_snapshot = {};
    m_snapshot.stage = Stage::Starting;
    m_snapshot.started = m_bench.clock.now();
    const auto listener = [this](const RunSnapshot &run) {
        // The work is waited for before this goes.
        QMetaObject::invokeMethod(
            this,
            [this, run] {
                if (!running())
                    return;
                m_snapshot.stage = Stage::Running;
                m_snapshot.run = run;
                if (paused() && nothingLeftToSend(run))
                    m_control->resume(); // to its end: there is nothing to hold back
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    };
    m_running.start([openLedger = std::move(openLedger), signedIn = std::move(signedIn), control = m_control,
                     listener, &bench = m_bench](const Progress &, std::stop_token stop) -> Result<Ended> {
        auto ledger = openLedger();
        if (!ledger)
            return tl::unexpected(ledger.error());
        const Account &account = (*ledger)->plan().account;
        const auto session = signedIn ? signedIn : std::shared_ptr(bench.openSession(account));
        const Service *service = serviceById(bench.services, account.service);
        const std::stop_callback leaveToo(stop, [control] { control->quit(); });
        const RunEnd end = executeRun({ .ledger = **ledger,
                                        .service = *service,
                                        .session = *session,
                                        .clock = bench.clock,
                                        .control = *control,
                                        .onChange = listener });
        const QString folder = (*ledger)->folder();
        ledger->reset(); // what is read now is on disk
        auto results = readResults(folder, bench.services, {});
        if (!results)
            return tl::unexpected(results.error());
        return Ended { .error = end.error, .results = std::move(*results) };
    });
    Q_EMIT changed();
}

void RunDesk::take()
{
    const auto &end = m_running.result();
    if (!end) {
        m_snapshot.stage = Stage::Failed;
        m_snapshot.error = end.error();
        Q_EMIT changed();
        return;
    }
    m_snapshot.stage = Stage::Ended;
    m_snapshot.results = end->results;
    m_snapshot.error = end->error.value_or(Error {});
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
    if (m_control)
        m_control->resume();
    Q_EMIT changed();
}

void RunDesk::stop()
{
    if (m_control)
        m_control->stop();
    m_snapshot.run.state = RunState::Stopping;
    Q_EMIT changed();
}

void RunDesk::leave()
{
    if (m_control)
        m_control->quit();
}

void RunDesk::show(const QString &folder)
{
    if (running())
        return;
    m_snapshot = {};
    m_snapshot.stage = Stage::Starting;
    m_reading.start([folder, &services = m_bench.services](const Progress &, std::stop_token stop) {
        return readResults(folder, services, stop);
    });
    Q_EMIT changed();
}

void RunDesk::forget()
{
    if (running())
        return;
    m_snapshot = {};
    Q_EMIT changed();
}

Result<RunDesk::Results> RunDesk::readResults(const QString &folder, const Services &services,
                                              std::stop_token stop)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    Results results;
    results.folder = folder;
    results.plan = (*reader)->plan();
    const auto end = (*reader)->end(&results.endMessage, &results.ended);
    const auto tally = (*reader)->tally();
    auto parts = (*reader)->parts();
    auto reasons = (*reader)->reasons();
    const auto broken = (*reader)->brokenInvariant();
    if (!end || !tally || !parts || !reasons || !broken)
        return tl::unexpected(!end           ? end.error()
                                  : !tally   ? tally.error()
                                  : !parts   ? parts.error()
                                  : !reasons ? reasons.error()
                                             : broken.error());
    results.end = *end;
    results.tally = *tally;
    results.parts = std::move(*parts);
    results.reasons = std::move(*reasons);
    results.addsUp = broken->isEmpty() && tally->total() == results.plan.rows;
    if (const Service *service = serviceById(services, results.plan.account.service)) {
        if (auto schema = service->schemaFrom(results.plan.describe))
            results.schema = std::move(*schema);
    }
    const Draft &draft = results.plan.draft;
    auto source = openSource(draft, stop);
    results.fileThere = source.has_value();
    if (source) {
        if (auto index = indexRecords(**source, draft.dialect, {}, {}, stop)) {
            results.marks = std::move(index->marks);
            results.records = index->records;
        }
    }
    return results;
}

const Service *RunDesk::service() const
{
    return serviceById(m_bench.services, m_snapshot.results.plan.account.service);
}

Explanation RunDesk::explain(const Reason &reason) const
{
    const Service *known = service();
    return known ? explainReason(*known, m_snapshot.results.schema, reason)
                 : Explanation { .sentence = reason.text, .cure = {} };
}

Result<std::vector<qint64>> RunDesk::recordsWith(const QString &folder, const std::vector<Outcome> &outcomes,
                                                 const QString &code, const QString &field)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    std::vector<qint64> all;
    for (const Outcome outcome : outcomes) {
        auto some = (*reader)->records(outcome, code, field);
        if (!some)
            return some;
        all.insert(all.end(), some->begin(), some->end());
    }
    std::ranges::sort(all);
    return all;
}

Result<std::vector<RowOutcome>> RunDesk::outcomesOf(const QString &folder, const std::vector<qint64> &records)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    auto known = (*reader)->outcomes(records);
    if (!known)
        return known;
    for (const qint64 record : records) {
        if (std::ranges::find(*known, record, &RowOutcome::record) != known->end())
            continue;
        const auto without = (*reader)->outcomeWithout(record);
        if (!without)
            return tl::unexpected(without.error());
        known->push_back({ .record = record, .outcome = *without, .reason = {}, .recordId = {} });
    }
    return known;
}

void RunDesk::saveReport(ReportKind kind, const QString &path)
{
    const Service *known = service();
    if (!known)
        return;
    m_saving.start([folder = m_snapshot.results.folder, known, kind, path](const Progress &progress,
                                                                           std::stop_token stop) {
        return rowlift::saveReport(folder, *known, kind, path, progress, stop);
    });
}

} // namespace rowlift::ui
