#include "app/run/ledger_reader.h"
#include "tests/survive/client.h"

#include <QtTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;
using namespace rowlift::testing;

namespace {

constexpr int busyRows = 48;
constexpr int busyEach = 6; ///< Each sixth record is busy.
constexpr int mostTries = 3;

} // namespace

/// Rows that a busy record keeps out are sent again by themselves, seen and counted, until they are in or
/// have been tried often enough: whatever breaks meanwhile, none is in twice.
class TestBusyRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goInByThemselves_data();
    void goInByThemselves();

private:
    std::unique_ptr<Ledger> start(Client &client, const QString &kind, const QString &folder);
    void setBusy(bool busy);

    OwnServer m_server;
};

void TestBusyRecords::setBusy(bool busy)
{
    const QByteArray trigger
        = busy ? R"("Busy|UNABLE_TO_LOCK_ROW|unable to obtain exclusive access")"_ba : "false"_ba;
    m_server.farEnd().admin("POST"_ba, "switches"_ba, "{\"trigger\":" + trigger + '}');
}

std::unique_ptr<Ledger> TestBusyRecords::start(Client &client, const QString &kind, const QString &folder)
{
    QByteArray source = "Mail;Name\n";
    for (int row = 1; row <= busyRows; ++row)
        source += "row" + QByteArray::number(row) + "@flow.example;"
            + (row % busyEach == 0 ? "Busy"_ba : "Stone" + QByteArray::number(row)) + '\n';
    const auto to = [](const QString &column, const QString &field) {
        return ColumnMapping { .column = column, .field = field, .because = Because::You, .confidence = 1 };
    };
    Draft draft;
    draft.target = { .object = u"Contact"_s, .operation = Operation::Insert };
    draft.mapping.columns = { to(u"Mail"_s, u"Email"_s), to(u"Name"_s, u"LastName"_s) };
    draft.kind = kind;
    auto ledger = client.start(source, folder, draft);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().sentence));
    return std::move(*ledger);
}

void TestBusyRecords::goInByThemselves_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("freeAt"); // the try that meets no busy record; 0: none
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<int>("quitBehind"); // the run is left so many requests behind the first wait
    for (const char *kind : { "bulk-ingest", "collections", "tree", "single" }) {
        const QString id = QString::fromLatin1(kind);
        for (const int freeAt : { 1, 3, 0 })
            QTest::addRow("%s, free at try %d", kind, freeAt) << id << freeAt << "[]"_ba << 0;
        for (const int quit : { 1, 2, 3, 5 })
            QTest::addRow("%s, left at request %d of a try", kind, quit) << id << 2 << "[]"_ba << quit;
        QTest::addRow("%s, replies lost", kind)
            << id << 2 << R"([{"method":"POST","kind":"loseReply","after":3,"times":2},
                {"method":"PATCH","kind":"loseReply","after":2,"times":2}])"_ba
            << 0;
    }
}

void TestBusyRecords::goInByThemselves()
{
    QFETCH(QString, kind);
    QFETCH(int, freeAt);
    QFETCH(QByteArray, faults);
    QFETCH(int, quitBehind);
    m_server.reset();
    setBusy(true);
    const QTemporaryDir folder;
    Client client(m_server.farEnd(), { .brakeShare = 1 });
    auto ledger = start(client, kind, folder.path());
    const QString run = ledger->folder();
    m_server.farEnd().plant(faults);

    std::atomic<int> triesSeen = 0;
    std::atomic<int> requestsOfTries = 0;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        if (snapshot.later.number > triesSeen)
            triesSeen = snapshot.later.number;
        if (freeAt > 0 && snapshot.later.number == freeAt)
            setBusy(false);
    };
    RunEnd end;
    for (int stretch = 0; stretch < 6; ++stretch) {
        RunControl control;
        client.onRequest = [&](int, const HttpRequest &) {
            if (triesSeen > 0 && ++requestsOfTries == quitBehind)
                control.quit();
            return true;
        };
        end = client.go(*ledger, control);
        client.onRequest = {};
        if (end.state != RunState::Interrupted)
            break;
        ledger.reset();
        auto again = Ledger::open(run);
        QVERIFY(again);
        ledger = std::move(*again);
    }
    QCOMPARE(client.broken(), QString());
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence + end.error->detail) : "");
    QCOMPARE(end.state, RunState::Finished);
    constexpr int busy = busyRows / busyEach;
    QCOMPARE(end.tally.of(Outcome::Added), freeAt == 0 ? busyRows - busy : busyRows);
    QCOMPARE(end.tally.of(Outcome::Failed), freeAt == 0 ? busy : 0);
    QCOMPARE(triesSeen, freeAt == 0 ? mostTries : freeAt);
    const auto attempts = ledger->attempts();
    QVERIFY(attempts);
    QCOMPARE(int(attempts->size()), 1 + triesSeen);
    QVERIFY(!attempts->front().byItself);
    for (auto attempt = attempts->begin() + 1; attempt != attempts->end(); ++attempt) {
        QVERIFY(attempt->byItself);
        QCOMPARE(attempt->rows, busy);
    }
    QMap<QString, int> there;
    for (const QJsonObject &record : m_server.farEnd().contacts())
        ++there[record[u"Email"].toString()];
    for (int row = 1; row <= busyRows; ++row)
        QCOMPARE(there.value(u"row%1@flow.example"_s.arg(row)), freeAt == 0 && row % busyEach == 0 ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestBusyRecords)
#include "test_busy_records.moc"
