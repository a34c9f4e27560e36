// How long a whole import takes, and how much memory: reads, checks, plans, uploads and collects a CSV file
// through the practice server in a process of its own.
//
//     python3 tests/bench/generate_contacts.py 500000 > contacts.csv
//     cmake --build build/release --target bench_run rowlift
//     build/release/bench_run contacts.csv [build/release/rowlift]
//
// Prints one line for each step. Time in the far end is part of "run": the practice server works off 50,000
// rows a second, and as many lanes upload and collect as the service takes at a time.

#include "app/accounts/practice_host.h"
#include "app/base/clock.h"
#include "app/check/check.h"
#include "app/draft/file_look.h"
#include "app/net/http.h"
#include "app/run/part_planner.h"
#include "app/run/run_engine.h"
#include "app/run/run_start.h"
#include "app/services/all_services.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>
#include <cstdio>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

/// Seconds that all lanes together spent in a kind of call.
struct LaneTime {
    std::atomic<qint64> upload = 0;
    std::atomic<qint64> collect = 0;
};

class TimedLoader : public PartLoader {
public:
    TimedLoader(std::unique_ptr<PartLoader> real, LaneTime &time)
        : m_real(std::move(real))
        , m_time(time)
    {
    }
    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override
    {
        QElapsedTimer timer;
        timer.start();
        auto ticket = m_real->submit(part, log, upload, stop);
        m_time.upload += timer.elapsed();
        return ticket;
    }
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override
    {
        return m_real->recover(part, steps, log, stop);
    }
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override
    {
        return m_real->poll(ticket, stop);
    }
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override
    {
        QElapsedTimer timer;
        timer.start();
        auto done = m_real->collect(ticket, folder, sink, stop);
        m_time.collect += timer.elapsed();
        return done;
    }
    Done abort(const QString &ticket, std::stop_token stop) override { return m_real->abort(ticket, stop); }

private:
    std::unique_ptr<PartLoader> m_real;
    LaneTime &m_time;
};

class TimedSession : public ServiceSession {
public:
    TimedSession(std::unique_ptr<ServiceSession> real, LaneTime &time)
        : m_real(std::move(real))
        , m_time(time)
    {
    }
    Result<AccountFacts> test(std::stop_token stop) override { return m_real->test(stop); }
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override { return m_real->objects(stop); }
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override
    {
        return m_real->describe(object, stop);
    }
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override { return m_real->gauges(stop); }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &fields) override
    {
        return std::make_unique<TimedLoader>(m_real->makeLoader(kind, target, fields), m_time);
    }
    QUrl recordPage(const QString &object, const QString &recordId) const override
    {
        return m_real->recordPage(object, recordId);
    }

private:
    std::unique_ptr<ServiceSession> m_real;
    LaneTime &m_time;
};

/// The most memory that this process ever had at once, as the system counts it; empty where it does not.
QByteArray peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed();
    }
    return {};
}

template <typename T>
const T &orExit(const Result<T> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(result.error().sentence),
                     qPrintable(result.error().detail));
        std::exit(3);
    }
    return *result;
}

void tell(const char *step, QElapsedTimer &timer)
{
    std::printf("%-8s %7.1f s   peak %s\n", step, static_cast<double>(timer.restart()) / 1000.0,
                peakMemory().constData());
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "bench_run FILE [ROWLIFT]\n");
        return 2;
    }
    const QString program = arguments.value(2, QCoreApplication::applicationDirPath() + u"/rowlift"_s);
    const QTemporaryDir home;
    PracticeHost practice(program, { u"practice"_s, u"--json"_s, u"--data"_s, home.filePath(u"far-end"_s) });
    const Services services = allServices();
    const Service &service = *services.front();
    const auto credentials = [&practice](std::stop_token stop) {
        return practice.credentials(u"salesforce"_s, std::move(stop));
    };
    QtHttpFactory http;
    LaneTime time;
    TimedSession session(service.open(practiceSalesforceAccount(), credentials, http), time);
    const QByteArray describe = orExit(session.describe(u"Contact"_s, {}));
    const Schema schema = orExit(service.schemaFrom(describe));

    QElapsedTimer timer;
    timer.start();
    const FileLook look = orExit(lookAtFile(arguments[1]));
    tell("look", timer);
    const Draft draft { .file = look.path,
                        .stamp = look.stamp,
                        .dialect = look.guess.dialect,
                        .service = service.id(),
                        .account = u"practice"_s,
                        .target = { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} },
                        .mapping = suggestMapping(look.looks, schema, Operation::Insert),
                        .header = look.columns,
                        .leftOut = {} };
    const CheckResult check = orExit(checkRows(draft, schema, {}, {}));
    tell("check", timer);

    const SystemClock clock;
    const auto start = [&](const QString &folder) {
        auto ledger = startRun(home.filePath(folder), draft, practiceSalesforceAccount(), service, describe,
                               check, clock.now());
        orExit(ledger);
        return std::move(*ledger);
    };
    {
        const auto ledger = start(u"planned"_s); // cut and encoded, never sent
        auto planner = PartPlanner::open(*ledger, service, schema);
        orExit(planner);
        while (orExit((*planner)->next({})).says == PlannedPart::Says::Part) { }
        tell("plan", timer);
    }
    const auto ledger = start(u"runs"_s);
    SystemClock runClock;
    RunControl control;
    timer.restart();
    const RunEnd end = executeRun({ .ledger = *ledger,
                                    .service = service,
                                    .session = session,
                                    .clock = runClock,
                                    .control = control,
                                    .onChange = {} });
    tell("run", timer);
    if (end.error)
        std::fprintf(stderr, "%s\n", qPrintable(end.error->sentence));
    std::printf("  of it, all lanes together: upload %.1f s, collect %.1f s\n",
                static_cast<double>(time.upload) / 1000.0, static_cast<double>(time.collect) / 1000.0);
    std::printf("rows %lld: in %lld, failed %lld, left out %lld, other %lld; %d columns mapped\n",
                static_cast<long long>(end.tally.total()), static_cast<long long>(end.tally.in()),
                static_cast<long long>(end.tally.of(Outcome::Failed)),
                static_cast<long long>(end.tally.of(Outcome::LeftOut)),
                static_cast<long long>(end.tally.needingALook() - end.tally.of(Outcome::Failed)
                                       - end.tally.of(Outcome::LeftOut)),
                draft.mapping.mapped());
    return end.state == RunState::Finished ? 0 : 4;
}
