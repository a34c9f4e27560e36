#include "app/run/ledger_reader.h"
#include "app/run/overtaken.h"
#include "app/run/run_engine.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/run/grouping_service.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// Whole runs with a service that takes keyed records and names those that failed by their keys.
class TestRunGroups : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRowHasItsRecordsOutcome();
    void aRecordIsSentAgainAsAWhole();
    void goesOnAfterACrash_data();
    void goesOnAfterACrash();
    void aLostReplyWaitsForTheWord();
    void namesThatAreMissingAreAwaited();
    void aJobThatFailsLeavesRowsUnknown();
    void aStopLeavesPartsAtTheService();
    void repeatsGoOutInWaves();
};

namespace grouped {

/// What the service was sent and says. May be used from all lanes at once.
struct KeyedEnd {
    std::mutex mutex;
    std::map<QByteArray, QByteArray> held; ///< By key.
    std::map<QString, QByteArrayList> jobs; ///< Records by ticket.
    std::vector<QByteArrayList> sent; ///< Records, in the order of arrival.
    int loses = 0; ///< So many answers to a submit get lost.
    int hides = 0; ///< So often each report names no fault.
    std::map<QString, int> told = {}; ///< Reports by ticket.
    bool works = true; ///< Else it comes to no end.
    bool fails = false; ///< Jobs end as Failed, half done.
    std::function<void()> onPoll;
};

QByteArray keyOf(const QByteArray &record)
{
    return record.left(record.indexOf('|'));
}

class KeyedLoader : public PartLoader {
public:
    explicit KeyedLoader(KeyedEnd &end)
        : m_end(end)
    {
    }

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &, std::stop_token) override
    {
        if (const Done noted = log.about(Step::Send); !noted)
            return tl::unexpected(noted.error());
        QFile file(part.path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a part that is sent is not there");
        const QByteArray bytes = file.readAll();
        QString ticket;
        bool isLost = false;
        {
            const std::scoped_lock lock(m_end.mutex);
            const QByteArrayList records = bytes.mid(2, bytes.size() - 5).split(';');
            m_end.sent.push_back(records);
            ticket = u"import-%1"_s.arg(m_end.sent.size());
            m_end.jobs[ticket] = records;
            for (const QByteArray &record : records) {
                if (!isBad(record))
                    m_end.held[keyOf(record)] = record;
            }
            isLost = m_end.loses-- > 0;
        }
        if (isLost)
            return tl::unexpected(Error {
                .kind = Error::Kind::Timeout, .sentence = u"No answer."_s, .detail = {}, .retryAfter = {} });
        if (const Done noted = log.did(Step::Send, ticket); !noted)
            return tl::unexpected(noted.error());
        return Submitted { .ticket = ticket };
    }
    Result<Recovery> recover(const PartFile &, std::span<const RecordedStep>, StepLog &,
                             std::stop_token) override
    {
        return Recovery { .kind = Recovery::Kind::Undecidable };
    }
    Result<RemoteState> poll(const QString &, std::stop_token) override
    {
        if (m_end.onPoll)
            m_end.onPoll();
        const std::scoped_lock lock(m_end.mutex);
        if (!m_end.works)
            return RemoteState { .stage = RemoteState::Stage::Working, .message = {} };
        return RemoteState { .stage = m_end.fails ? RemoteState::Stage::Failed : RemoteState::Stage::Finished,
                             .message = m_end.fails ? u"The import failed."_s : QString() };
    }
    Done collect(const QString &ticket, const QString &, ResultSink &sink, std::stop_token) override
    {
        const std::scoped_lock lock(m_end.mutex);
        qint64 failed = 0;
        const bool hides = m_end.told[ticket]++ < m_end.hides;
        Done told = sink.columns({ u"Name"_s });
        for (const QByteArray &record : m_end.jobs[ticket]) {
            if (!isBad(record))
                continue;
            ++failed;
            const QByteArray key = keyOf(record);
            const std::string_view cells[] { { key.constData(), static_cast<std::size_t>(key.size()) } };
            if (told && !hides)
                told = sink.row(Outcome::Failed, { .code = u"BAD"_s, .field = {}, .text = u"bad"_s }, {},
                                cells);
        }
        const Reason why
            = m_end.fails ? Reason { .code = u"Failed"_s, .field = {}, .text = u"It failed"_s } : Reason {};
        if (told)
            told = sink.others(m_end.fails ? Outcome::Unknown : Outcome::In, why);
        return told ? sink.totals({ .in = m_end.jobs[ticket].size() - failed, .failed = failed }) : told;
    }
    Done abort(const QString &, std::stop_token) override { return {}; }

private:
    static bool isBad(const QByteArray &record) { return record.startsWith("bad"); }

    KeyedEnd &m_end;
};

class KeyedSession : public ServiceSession {
public:
    explicit KeyedSession(KeyedEnd &end)
        : m_end(end)
    {
    }
    Result<AccountFacts> test(std::stop_token) override { return AccountFacts {}; }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override { return {}; }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return {}; }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return {}; }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &, const Target &, const QStringList &) override
    {
        return std::make_unique<KeyedLoader>(m_end);
    }

private:
    KeyedEnd &m_end;
};

class KeyedService : public testing::GroupingService {
public:
    KeyedService()
        : GroupingService(60, 600)
    {
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = GroupingService::jobKinds();
        kinds.front().canAbort = false;
        kinds.front().inFlight = 4;
        kinds.front().keptDays = 7;
        return kinds;
    }
};

/// A run of rows "key", each with a line of its own.
class GroupRig {
public:
    void start(const QByteArrayList &keys, bool groups = true)
    {
        RunPlan plan;
        plan.id = u"run"_s;
        plan.kind = m_service.jobKinds().front().id;
        plan.fields = { u"Name"_s, u"Note"_s };
        plan.rows = keys.size();
        plan.describe = "{}";
        plan.started = m_clock.now();
        plan.brakeShare = 1;
        Draft &draft = plan.draft;
        draft.file = m_folder.filePath(u"source.csv"_s);
        QFile file(draft.file);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no room for the source");
        file.write("Name,Note\n");
        for (qsizetype row = 0; row < keys.size(); ++row)
            file.write(keys[row] + ",h/" + QByteArray::number(row + 1) + '\n');
        file.close();
        draft.stamp = FileStamp::of(draft.file);
        draft.dialect.headerRecord = 0;
        draft.header = plan.fields;
        draft.target.operation = Operation::Upsert;
        draft.target.keyField = u"Name"_s;
        draft.target.list = groups ? u"lines"_s : QString();
        for (const QString &field : draft.header) {
            ColumnMapping column;
            column.column = column.field = field;
            draft.mapping.columns.push_back(column);
        }
        auto ledger = Ledger::create(m_folder.filePath(u"runs"_s), plan, {});
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().detail));
        m_ledger = std::move(*ledger);
    }
    RunEnd go(RunMode mode = RunMode::GoOn)
    {
        KeyedSession session(end);
        return executeRun({ .ledger = *m_ledger,
                            .service = m_service,
                            .session = session,
                            .clock = m_clock,
                            .control = *m_control,
                            .onChange = {},
                            .mode = mode });
    }
    void reopen()
    {
        const QString folder = m_ledger->folder();
        m_ledger.reset();
        auto ledger = Ledger::open(folder);
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().detail));
        m_ledger = std::move(*ledger);
        m_control.emplace();
    }
    Ledger &ledger() { return *m_ledger; }
    RunControl &control() { return *m_control; }
    const Service &service() const { return m_service; }
    QDateTime now() const { return m_clock.now(); }
    /// By row, from the first on.
    std::vector<RowOutcome> outcomes()
    {
        const auto reader = LedgerReader::open(m_ledger->folder());
        auto rows = (*reader)->allOutcomes(1, m_ledger->plan().rows);
        return rows ? std::move(*rows) : std::vector<RowOutcome>();
    }
    QString broken() { return *m_ledger->brokenInvariant(); }

    KeyedEnd end;

private:
    QTemporaryDir m_folder;
    KeyedService m_service;
    testing::FakeClock m_clock;
    std::optional<RunControl> m_control { std::in_place };
    std::unique_ptr<Ledger> m_ledger;
};

/// Sixty records of three scattered rows each; every sixth of them is bad.
QByteArrayList scattered()
{
    QByteArrayList keys;
    for (int row = 0; row < 180; ++row) {
        const int record = row % 60;
        keys << (record % 6 == 0 ? "bad-" : "key-") + QByteArray::number(record);
    }
    return keys;
}

QByteArray heldIn(const GroupRig &rig, const QByteArray &key)
{
    const auto found = rig.end.held.find(key);
    return found == rig.end.held.end() ? QByteArray() : found->second;
}

QString wrongIn(GroupRig &rig, const QByteArrayList &keys)
{
    const auto outcomes = rig.outcomes();
    for (qsizetype row = 0; row < keys.size(); ++row) {
        const bool isBad = keys[row].startsWith("bad");
        const RowOutcome &came = outcomes[static_cast<std::size_t>(row)];
        if (came.outcome != (isBad ? Outcome::Failed : Outcome::In)
            || came.reason.code != (isBad ? u"BAD"_s : QString()))
            return u"row %1 ended as %2"_s.arg(row).arg(static_cast<int>(came.outcome));
        if (isBad)
            continue;
        QByteArrayList lines;
        for (qsizetype other = 0; other < keys.size(); ++other) {
            if (keys[other] == keys[row])
                lines << QByteArray::number(other + 1);
        }
        if (heldIn(rig, keys[row]) != keys[row] + "|h:" + lines.join(','))
            return u"%1 is there as %2"_s.arg(QString::fromUtf8(keys[row]),
                                              QString::fromUtf8(heldIn(rig, keys[row])));
    }
    return rig.broken();
}

} // namespace grouped

using namespace grouped;

void TestRunGroups::eachRowHasItsRecordsOutcome()
{
    GroupRig rig;
    rig.start(scattered());
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(wrongIn(rig, scattered()), QString());
    QCOMPARE(end.tally.of(Outcome::Failed), 30);
    QCOMPARE(end.tally.recordsOf(Outcome::Failed), 10);
    QCOMPARE(end.tally.recordsOf(Outcome::In), 50);
    QCOMPARE(end.tally.recordsOf(Outcome::NotSent), 0);
    const auto reader = LedgerReader::open(rig.ledger().folder());
    const auto reasons = (*reader)->reasons();
    QCOMPARE(reasons->size(), 1U);
    QCOMPARE(reasons->front().rows, 30);
    QCOMPARE(reasons->front().records, 10);
}

void TestRunGroups::aRecordIsSentAgainAsAWhole()
{
    GroupRig rig;
    rig.start(scattered());
    QCOMPARE(rig.go().state, RunState::Finished);
    const std::size_t before = rig.end.sent.size();
    // The person has marked one line, of the record whose rows are 1, 61 and 121.
    const auto attempt = beginWished(
        rig.ledger(), rig.service(),
        { .outcomes = { Outcome::Failed }, .records = std::vector<qint64> { 61 } }, rig.now(), {});
    QVERIFY(attempt);
    QCOMPARE(attempt->rows, 3);
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.end.sent.size(), before + 1);
    QCOMPARE(rig.end.sent.back(), QByteArrayList { "bad-0|h:1,61,121" });
    QCOMPARE(wrongIn(rig, scattered()), QString());
}

void TestRunGroups::goesOnAfterACrash_data()
{
    QTest::addColumn<int>("polls");
    for (const int polls : { 1, 2, 3, 5, 8 })
        QTest::addRow("%d", polls) << polls;
}

void TestRunGroups::goesOnAfterACrash()
{
    QFETCH(int, polls);
    GroupRig rig;
    rig.start(scattered());
    std::atomic<int> left = polls;
    rig.end.onPoll = [&] {
        if (--left == 0)
            rig.control().quit();
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    QCOMPARE(rig.broken(), QString());
    rig.reopen();
    rig.end.onPoll = {};
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(wrongIn(rig, scattered()), QString());
    std::multiset<QByteArray> keys;
    for (const QByteArrayList &records : rig.end.sent) {
        for (const QByteArray &record : records)
            keys.insert(keyOf(record));
    }
    QCOMPARE(keys.size(), 60U); // none twice
}

void TestRunGroups::aLostReplyWaitsForTheWord()
{
    GroupRig rig;
    rig.start(scattered());
    rig.end.loses = 1;
    const RunEnd end = rig.go();
    QVERIFY(end.tally.of(Outcome::Unknown) > 0);
    QVERIFY(end.tally.recordsOf(Outcome::Unknown) * 3 == end.tally.of(Outcome::Unknown));
    const auto parts = rig.ledger().parts();
    const auto lost = std::ranges::find(*parts, PartState::Unconfirmed, &PartRecord::state);
    QVERIFY(lost != parts->end());
    const std::size_t before = rig.end.sent.size();
    rig.reopen();
    rig.go(RunMode::Ask); // nothing more is to be learned, and nothing is sent
    QCOMPARE(rig.end.sent.size(), before);
    QVERIFY(rig.ledger().giveWord(lost->number, PartEvent::WordGiven));
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.end.sent.size(), before + 1);
    QCOMPARE(wrongIn(rig, scattered()), QString());
}

void TestRunGroups::namesThatAreMissingAreAwaited()
{
    GroupRig rig;
    rig.start(scattered());
    rig.end.hides = 2;
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(wrongIn(rig, scattered()), QString());

    GroupRig never; // the rest stays unknown, as nobody can tell which of the others are meant
    never.start({ "bad-1", "key-2", "bad-1", "key-3" });
    never.end.hides = 1'000'000;
    const RunEnd end = never.go();
    QCOMPARE(end.state, RunState::Finished);
    const auto parts = never.ledger().parts();
    const bool isSaid = std::ranges::any_of(*parts, [](const PartRecord &part) {
        return part.message.contains(u"counts 1 failed record(s), and names 0"_s);
    });
    QVERIFY(isSaid);
    QCOMPARE(end.tally.of(Outcome::Failed), 0);
    QVERIFY(end.tally.of(Outcome::Unknown) >= 2);
    QCOMPARE(never.broken(), QString());
}

void TestRunGroups::aJobThatFailsLeavesRowsUnknown()
{
    GroupRig rig;
    rig.start({ "bad-1", "key-2", "bad-1", "key-2" });
    rig.end.fails = true;
    const RunEnd end = rig.go();
    QCOMPARE(end.tally.of(Outcome::Failed), 2);
    QCOMPARE(end.tally.of(Outcome::Unknown), 2);
    QCOMPARE(end.tally.recordsOf(Outcome::Unknown), 1);
    const auto outcomes = rig.outcomes();
    QCOMPARE(outcomes[1].reason.text, u"It failed"_s);
    QVERIFY(std::ranges::any_of(*rig.ledger().parts(), [](const PartRecord &part) {
        return part.message == u"The import failed."_s;
    }));
    QCOMPARE(rig.broken(), QString());
}

void TestRunGroups::aStopLeavesPartsAtTheService()
{
    GroupRig rig;
    rig.start(scattered());
    rig.end.works = false;
    std::atomic<int> left = 3;
    rig.end.onPoll = [&] {
        if (--left == 0)
            rig.control().stop();
    };
    rig.go();
    const auto reader = LedgerReader::open(rig.ledger().folder());
    const auto there = (*reader)->partsAtService();
    QVERIFY(there->parts > 0);
    QVERIFY(there->until.isValid());
    const std::size_t before = rig.end.sent.size();
    rig.reopen();
    rig.end.onPoll = {};
    rig.end.works = true;
    rig.go(RunMode::Ask);
    QCOMPARE(rig.end.sent.size(), before);
    const Tally tally = *rig.ledger().tally();
    QCOMPARE(tally.of(Outcome::Waiting), 0);
    QVERIFY(tally.of(Outcome::In) > 0);
    QVERIFY(tally.of(Outcome::NotSent) > 0);
    QCOMPARE(rig.broken(), QString());
}

/// Hundreds of rows of one key that form no record: the last of them counts, and it comes to an end.
void TestRunGroups::repeatsGoOutInWaves()
{
    QByteArrayList keys;
    for (int row = 0; row < 300; ++row)
        keys << (row % 3 == 0 ? QByteArray("key-" + QByteArray::number(row)) : QByteArray("same"));
    GroupRig rig;
    rig.start(keys, false);
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::In), 300);
    QCOMPARE(end.tally.recordsOf(Outcome::In), 300);
    QCOMPARE(rig.end.held["same"], QByteArray("same|h:300"));
    QCOMPARE(rig.broken(), QString());
}

QTEST_GUILESS_MAIN(TestRunGroups)
#include "test_run_groups.moc"
