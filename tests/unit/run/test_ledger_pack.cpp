#include "app/run/ledger_pack.h"

#include <QtTest>

#include <numeric>
#include <random>

using namespace rowlift;
using namespace rowlift::store;

/// Record numbers of parts are kept packed: whatever goes in comes out, in its order.
class TestLedgerPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packsRecords_data();
    void packsRecords();
    void packsAnyRecords();
    void needsLittleForNeighbours();
    void endsWhateverTheBytesAre();
    void readsVersion1();
};

void TestLedgerPack::packsRecords_data()
{
    QTest::addColumn<QList<qint64>>("given");
    QTest::newRow("none") << QList<qint64> {};
    QTest::newRow("the first") << QList<qint64> { 0 };
    QTest::newRow("in a row") << QList<qint64> { 3, 4, 5, 6 };
    QTest::newRow("far apart") << QList<qint64> { 0, 127, 128, 300, 1'000'000, 5'000'000'000 };
    QTest::newRow("backwards") << QList<qint64> { 9, 8, 7, 0 };
    QTest::newRow("groups") << QList<qint64> { 5, 6, 90, 91, 7, 8, 0 };
    QTest::newRow("twice") << QList<qint64> { 5, 5, 6, 6 };
}

void TestLedgerPack::packsRecords()
{
    QFETCH(QList<qint64>, given);
    const std::vector<qint64> records(given.begin(), given.end());
    const QByteArray packed = packRecords(records);
    QVERIFY(!packed.isNull());
    QCOMPARE(unpackRecords(packed), records);
    std::vector<qint64> some;
    std::ranges::copy_if(records, std::back_inserter(some),
                         [](qint64 record) { return record >= 4 && record <= 7; });
    QCOMPARE(unpackBetween(packed, 4, 7), some);
    for (qint64 record = 0; record < 130; ++record)
        QCOMPARE(holdsRecord(packed, record), given.contains(record));
}

void TestLedgerPack::packsAnyRecords()
{
    std::mt19937_64 random(20261122);
    for (int round = 0; round < 300; ++round) {
        std::vector<qint64> records;
        std::vector<PartMembers::Follower> followers;
        const auto most = static_cast<qint64>(1 + random() % (round % 3 == 0 ? 50 : 40'000'000));
        for (int at = 0; at < round; ++at) {
            records.push_back(static_cast<qint64>(random()) % most);
            if (random() % 2)
                records.push_back(records.back() + 1);
            followers.push_back({ .record = static_cast<qint64>(random()) % most,
                                  .of = static_cast<qint64>(random()) % most });
        }
        QCOMPARE(unpackRecords(packRecords(records)), records);
        QCOMPARE(unpackFollowers(packFollowers(followers)), followers);
    }
}

void TestLedgerPack::needsLittleForNeighbours()
{
    std::vector<qint64> records(1'000'000);
    std::iota(records.begin(), records.end(), 12'345'678);
    QVERIFY(packRecords(records).size() < 16);
}

void TestLedgerPack::endsWhateverTheBytesAre()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes;
        for (int at = 0; at < round % 40; ++at)
            bytes += static_cast<char>(random() | (random() % 2 ? 0x80 : 0));
        // Long stretches are what damage may claim: they are not made, only looked through.
        std::ignore = holdsRecord(bytes, 5);
        QVERIFY(unpackFollowers(bytes).size() <= static_cast<size_t>(bytes.size()));
        QVERIFY(unpackVersion1(bytes).size() <= static_cast<size_t>(bytes.size()));
    }
}

void TestLedgerPack::readsVersion1()
{
    const std::vector<qint64> expected { 0, 1, 5, 305 };
    QCOMPARE(unpackVersion1(QByteArray("\x01\x01\x04\xAC\x02", 5)), expected);
}

QTEST_GUILESS_MAIN(TestLedgerPack)
#include "test_ledger_pack.moc"
