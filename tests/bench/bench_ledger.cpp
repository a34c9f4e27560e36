// What a run's ledger costs: a million outcomes with ids are written, as parts of 100,000 rows and as a
// single part, and a run of ten million rows is opened and shown.
//
//     cmake --build build/release --target bench_ledger
//     build/release/bench_ledger [millions of rows of the large run, 10] [folder]
//
// Prints one line for each step: wall time, CPU time of the process, and bytes where they matter.

#include "app/run/ledger.h"
#include "app/run/ledger_reader.h"
#include "app/run/run_list.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <numeric>
#include <thread>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

class Line {
public:
    explicit Line(const char *what)
        : m_what(what)
        , m_cpu(std::clock())
    {
        m_wall.start();
    }
    ~Line()
    {
        stop();
        std::printf("%-58s %7lld ms wall %7.0f ms cpu\n", m_what, static_cast<long long>(m_wallSoFar),
                    1000.0 * static_cast<double>(m_cpuSoFar) / CLOCKS_PER_SEC);
        std::fflush(stdout);
    }
    Line(const Line &) = delete;
    Line &operator=(const Line &) = delete;

    void stop()
    {
        m_wallSoFar += m_wall.elapsed();
        m_cpuSoFar += std::clock() - m_cpu;
    }
    void goOn()
    {
        m_wall.start();
        m_cpu = std::clock();
    }

private:
    const char *m_what;
    QElapsedTimer m_wall;
    std::clock_t m_cpu;
    qint64 m_wallSoFar = 0;
    std::clock_t m_cpuSoFar = 0;
};

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s\n%s\n", qPrintable(error.sentence), qPrintable(error.detail));
    std::exit(1);
}

template <typename T>
void must(const Result<T> &result)
{
    if (!result)
        fail(result.error());
}

RunPlan planOf(const QString &id, qint64 rows)
{
    RunPlan plan;
    plan.id = id;
    plan.rows = rows;
    plan.kind = u"bulk-ingest"_s;
    plan.draft.file = u"/somewhere/contacts.csv"_s;
    plan.describe
        = QByteArray("{\"name\":\"Field__c\",\"label\":\"A field of some length\",\"type\":\"string\"}")
              .repeated(20'000);
    plan.started = QDateTime::currentDateTimeUtc();
    return plan;
}

/// As a service would: an id of 18 characters each, one row in a hundred failed.
std::vector<RowOutcome> outcomesOf(qint64 first, qint64 rows, qint64 failedOneIn)
{
    std::vector<RowOutcome> all;
    all.reserve(static_cast<size_t>(rows));
    for (qint64 record = first; record < first + rows; ++record) {
        RowOutcome row { .record = record, .outcome = Outcome::Added, .reason = {}, .recordId = {} };
        if (failedOneIn > 0 && record % failedOneIn == 0) {
            row.outcome = Outcome::Failed;
            row.reason = { .code = u"DUPLICATES_DETECTED"_s,
                           .field = {},
                           .text = u"Use one of these records? (row %1)"_s.arg(record) };
        } else {
            row.recordId = u"003"_s + QString::number(record).rightJustified(12, u'0') + u"AAA"_s;
        }
        all.push_back(std::move(row));
    }
    return all;
}

std::vector<qint64> recordsFrom(qint64 first, qint64 rows)
{
    std::vector<qint64> records(static_cast<size_t>(rows));
    std::iota(records.begin(), records.end(), first);
    return records;
}

void addParts(Ledger &ledger, qint64 parts, qint64 rowsAPart)
{
    for (qint64 number = 1; number <= parts; ++number) {
        PartRecord part;
        part.number = number;
        part.planned.at = { .record = number * rowsAPart, .offset = number };
        must(ledger.addPart(part, { .records = recordsFrom((number - 1) * rowsAPart, rowsAPart) }));
        must(ledger.move(number, PartState::Collecting));
    }
    must(ledger.noteWalkedWhole());
}

void sizes(const QString &folder)
{
    const auto size = [&](const QString &name) {
        return static_cast<double>(QFileInfo(folder + u'/' + name).size()) / 1e6;
    };
    std::printf("    ledger.sqlite %.1f MB, log %.1f MB\n", size(u"ledger.sqlite"_s),
                size(u"ledger.sqlite-wal"_s));
}

void writeRun(const QString &runs, const char *what, qint64 parts, qint64 rowsAPart, qint64 failedOneIn)
{
    const QString id = QString::fromUtf8(what).simplified().replace(u' ', u'-');
    auto ledger = Ledger::create(runs, planOf(id, parts * rowsAPart), {});
    must(ledger);
    addParts(**ledger, parts, rowsAPart);
    {
        Line line(what);
        for (qint64 number = 1; number <= parts; ++number) {
            line.stop();
            auto outcomes = outcomesOf((number - 1) * rowsAPart, rowsAPart, failedOneIn);
            line.goOn();
            must((*ledger)->settle(number, std::move(outcomes), 0));
        }
    }
    sizes((*ledger)->folder());
    {
        const Line line("  whole invariant");
        const auto broken = (*ledger)->brokenInvariant();
        must(broken);
        if (!broken->isEmpty())
            fail({ .kind = Error::Kind::BadInput, .sentence = *broken, .detail = {}, .retryAfter = {} });
    }
    must((*ledger)->noteEnd(RunState::Finished, {}));
    if (failedOneIn > 0 && failedOneIn <= 100) {
        const Line line("  a further attempt with the failed rows");
        must((*ledger)->beginAttempt({ .outcomes = { Outcome::Failed } }, QDateTime::currentDateTimeUtc()));
    }
    const QString folder = (*ledger)->folder();
    {
        const Line line("  closed");
        ledger->reset();
    }
    sizes(folder);
}

void stopInTheMiddle(const QString &runs)
{
    constexpr qint64 rows = 1'000'000;
    auto ledger = Ledger::create(runs, planOf(u"stopped"_s, rows), {});
    must(ledger);
    addParts(**ledger, 1, rows);
    auto outcomes = outcomesOf(0, rows, 100);
    for (const int after : { 50, 300, 800 }) {
        std::stop_source stop;
        std::thread settling([&, copy = outcomes]() mutable {
            std::ignore = (*ledger)->settle(1, std::move(copy), 0, stop.get_token());
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(after));
        stop.request_stop();
        const Line line("a million rows, stopped while they are written");
        settling.join();
        must((*ledger)->tally());
    }
}

void show(const QString &folder)
{
    for (int time = 0; time < 3; ++time) {
        const Line line("opened and shown: plan, tally, parts, reasons, end");
        auto reader = LedgerReader::open(folder);
        must(reader);
        must((*reader)->tally());
        must((*reader)->parts());
        must((*reader)->reasons());
        must((*reader)->end());
    }
    auto reader = LedgerReader::open(folder);
    must(reader);
    {
        const Line line("  all failed rows named");
        must((*reader)->records(Outcome::Failed));
    }
    {
        const Line line("  1,000 rows shown");
        must((*reader)->allOutcomes(5'000'000, 5'000'999));
    }
    const Line line("  whole invariant, by a reader");
    must((*reader)->brokenInvariant());
}

void list(const QString &runs)
{
    for (int number = 0; number < 300; ++number)
        must(Ledger::create(runs, planOf(u"run-%1"_s.arg(number), 1000), {}));
    const Line line("300 runs listed");
    if (runsIn(runs, 1000).size() != 300)
        std::exit(1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 millions = argc > 1 ? QString::fromLocal8Bit(argv[1]).toLongLong() : 10;
    QTemporaryDir folder((argc > 2 ? QString::fromLocal8Bit(argv[2]) : QDir::tempPath())
                         + u"/ledger-XXXXXX"_s);
    const QString runs = folder.path();
    writeRun(runs + u"/1"_s, "a million rows, 10 parts, all added", 10, 100'000, 0);
    writeRun(runs + u"/2"_s, "a million rows, 1 part, one in 100 failed", 1, 1'000'000, 100);
    writeRun(runs + u"/3"_s, "a million rows, 10 parts, all failed", 10, 100'000, 1);
    writeRun(runs + u"/4"_s, "100,000 rows, 500 parts, one in 100 failed", 500, 200, 100);
    stopInTheMiddle(runs + u"/5"_s);
    list(runs + u"/6"_s);
    writeRun(runs + u"/7"_s, "the large run", millions * 10, 100'000, 1000);
    show(runs + u"/7/the-large-run"_s);
    return 0;
}
