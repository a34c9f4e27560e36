#include "app/run/result_matcher.h"
#include "tests/unit/run/grouping_service.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// A service that names the records that failed by their keys. One that is not named may be called in only
/// where that is proven.
class TestKeyMatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsRecordsByTheirKeys();
    void keysInAnotherCase_data();
    void keysInAnotherCase();
    void severalFaultsOfAKeyAreOneRecord();
    void aKeyThatNoRecordHas_data();
    void aKeyThatNoRecordHas();
    void countsAndNames_data();
    void countsAndNames();
    void withoutAWordNobodyKnowsOfTheOthers();
    void aJobThatFailedLeavesTheOthersUnknown();
    void aPartThatIsAnotherIsNotTrusted();
};

namespace keyed {

struct Fault {
    std::string key;
    QString code;
    QString text = {};
};

struct Told {
    std::vector<std::string> keys = {};
    std::vector<Fault> faults = {};
    PartTotals totals = {};
    std::optional<std::pair<Outcome, Reason>> others = std::pair(Outcome::In, Reason {});
};

Result<std::unique_ptr<ResultMatcher>> load(const QTemporaryDir &folder, const testing::LineEncoder &encoder,
                                            const std::vector<std::string> &keys, std::size_t rows)
{
    QByteArray bytes = "<<";
    for (const std::string &key : keys)
        bytes += QByteArray::fromStdString(key) + "|head:line;";
    bytes.chop(1);
    QFile file(folder.filePath(u"part"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("no room");
    file.write(bytes + ">>>");
    file.close();
    JobKind kind;
    kind.naming = ResultNaming::Keys;
    std::vector<qint64> records;
    for (std::size_t row = 0; row < rows; ++row)
        records.push_back(100 + 10 * static_cast<qint64>(row));
    return ResultMatcher::load({ .path = file.fileName(), .rows = static_cast<qint64>(rows) }, kind, {},
                               { .field = u"$key"_s, .caseSensitive = true }, records, &encoder);
}

ResultMatcher::Matched match(const Told &told)
{
    const QTemporaryDir folder;
    const testing::LineEncoder encoder;
    auto matcher = load(folder, encoder, told.keys, told.keys.size());
    if (!matcher)
        qFatal("%s", qPrintable(matcher.error().sentence));
    ResultSink &sink = **matcher;
    bool done = sink.columns({ u"$key"_s }).has_value();
    for (const Fault &fault : told.faults) {
        const std::string_view cells[] { fault.key };
        const Reason reason { .code = fault.code, .field = {}, .text = fault.text };
        done = done && sink.row(Outcome::Failed, reason, {}, cells);
    }
    if (told.others)
        done = done && sink.others(told.others->first, told.others->second);
    done = done && sink.totals(told.totals);
    auto matched = (*matcher)->finish();
    if (!done || !matched)
        qFatal("told in vain");
    std::ranges::sort(matched->outcomes, {}, &RowOutcome::record);
    return std::move(*matched);
}

std::vector<Outcome> outcomesOf(const ResultMatcher::Matched &matched)
{
    std::vector<Outcome> outcomes;
    for (const RowOutcome &row : matched.outcomes)
        outcomes.push_back(row.outcome);
    return outcomes;
}

} // namespace keyed

using namespace keyed;

namespace {
constexpr Outcome in = Outcome::In;
constexpr Outcome bad = Outcome::Failed;
constexpr Outcome odd = Outcome::Unknown;
} // namespace

void TestKeyMatcher::findsRecordsByTheirKeys()
{
    const auto matched = match({ .keys = { "SO-1", "SO-2", "\u00dc-3" },
                                 .faults = { { "\u00dc-3", u"A"_s }, { "SO-1", u"B"_s, u"b"_s } },
                                 .totals = { .in = 1, .failed = 2 } });
    QCOMPARE(outcomesOf(matched), (std::vector { bad, in, bad }));
    QCOMPARE(matched.outcomes[0].record, 100);
    QCOMPARE(matched.outcomes[0].reason, (Reason { .code = u"B"_s, .field = {}, .text = u"b"_s }));
    QCOMPARE(matched.outcomes[2].record, 120);
    QCOMPARE(matched.unplaced, 0);
    QCOMPARE(matched.remark, QString());
}

void TestKeyMatcher::keysInAnotherCase_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<std::vector<Outcome>>("expected");
    QTest::newRow("as it is") << u"abc"_s << std::vector { bad, in, in };
    QTest::newRow("the other of the two") << u"ABC"_s << std::vector { in, bad, in };
    QTest::newRow("either of the two") << u"Abc"_s << std::vector { odd, odd, odd };
    QTest::newRow("the only one") << u"XYZ"_s << std::vector { in, in, bad };
}

void TestKeyMatcher::keysInAnotherCase()
{
    QFETCH(QString, named);
    QFETCH(std::vector<Outcome>, expected);
    const auto matched = match({ .keys = { "abc", "ABC", "xyz" },
                                 .faults = { { named.toStdString(), u"A"_s } },
                                 .totals = { .failed = 1 } });
    QCOMPARE(outcomesOf(matched), expected);
    QCOMPARE(matched.unplaced, named == u"Abc" ? 1 : 0);
}

void TestKeyMatcher::severalFaultsOfAKeyAreOneRecord()
{
    const auto matched = match(
        { .keys = { "a", "b" },
          .faults
          = { { "a", u"ONE"_s, u"first"_s }, { "a", u"TWO"_s, u"second"_s }, { "A", u"ONE"_s, u"first"_s } },
          .totals = { .in = 1, .failed = 1 } });
    QCOMPARE(outcomesOf(matched), (std::vector { bad, in }));
    QCOMPARE(matched.outcomes[0].reason.code, u"ONE"_s);
    QCOMPARE(matched.outcomes[0].reason.text, u"first; second"_s);
    QCOMPARE(matched.remark, QString());
}

void TestKeyMatcher::aKeyThatNoRecordHas_data()
{
    QTest::addColumn<std::optional<qint64>>("failed");
    QTest::addColumn<std::vector<Outcome>>("expected");
    const std::vector all { bad, odd, odd };
    QTest::newRow("nothing is counted") << std::optional<qint64>() << all;
    QTest::newRow("it is counted") << std::optional<qint64>(2) << all;
    QTest::newRow("it is none of ours") << std::optional<qint64>(1) << std::vector { bad, in, in };
}

void TestKeyMatcher::aKeyThatNoRecordHas()
{
    QFETCH(std::optional<qint64>, failed);
    QFETCH(std::vector<Outcome>, expected);
    const auto matched = match({ .keys = { "a", "b", "c" },
                                 .faults = { { "a", u"A"_s }, { "strange", u"B"_s } },
                                 .totals = { .failed = failed } });
    QCOMPARE(outcomesOf(matched), expected);
    QCOMPARE(matched.unplaced, 1);
    QCOMPARE(matched.unnamed, 0); // one failed one is named, if by a strange name
}

void TestKeyMatcher::countsAndNames_data()
{
    QTest::addColumn<std::optional<qint64>>("in");
    QTest::addColumn<std::optional<qint64>>("failed");
    QTest::addColumn<std::vector<Outcome>>("expected");
    QTest::addColumn<int>("unnamed");
    QTest::addColumn<QString>("remark");
    using Count = std::optional<qint64>;
    const std::vector proven { bad, in, in };
    QTest::newRow("all is as it should be") << Count(2) << Count(1) << proven << 0 << QString();
    QTest::newRow("nothing is counted") << Count() << Count() << proven << 0 << QString();
    QTest::newRow("more failed than are named")
        << Count(1) << Count(2) << std::vector { bad, odd, odd } << 1
        << u"The service counts 2 failed record(s), and names 1. So nobody can tell of 2 record(s) whether "
           "they are in."_s;
    QTest::newRow("fewer failed than are named")
        << Count(3) << Count(0) << proven << 0 << u"The service counts 0 failed record(s), and names 1."_s;
    QTest::newRow("it counts more than were sent")
        << Count(3) << Count(1) << proven << 0
        << u"The service counts 3 record(s) as in; by what was sent there should be 2."_s;
    QTest::newRow("it counts fewer than were sent")
        << Count(1) << Count(1) << std::vector { bad, odd, odd } << 1
        << u"The service counts 1 record(s) as in; by what was sent there should be 2. So nobody can tell of "
           "2 record(s) whether they are in."_s;
    QTest::newRow("it counts fewer as in, and none as failed")
        << Count(0) << Count() << std::vector { bad, odd, odd } << 2
        << u"The service counts 0 record(s) as in; by what was sent there should be 2. So nobody can tell of "
           "2 record(s) whether they are in."_s;
}

void TestKeyMatcher::countsAndNames()
{
    QFETCH(std::optional<qint64>, in);
    QFETCH(std::optional<qint64>, failed);
    QFETCH(std::vector<Outcome>, expected);
    const auto matched = match({ .keys = { "a", "b", "c" },
                                 .faults = { { "a", u"A"_s } },
                                 .totals = { .in = in, .failed = failed } });
    QCOMPARE(outcomesOf(matched), expected);
    QTEST(static_cast<int>(matched.unnamed), "unnamed");
    QTEST(matched.remark, "remark");
}

void TestKeyMatcher::withoutAWordNobodyKnowsOfTheOthers()
{
    const auto matched
        = match({ .keys = { "a", "b" }, .faults = { { "a", u"A"_s } }, .others = std::nullopt });
    QCOMPARE(outcomesOf(matched), std::vector { bad });
}

void TestKeyMatcher::aJobThatFailedLeavesTheOthersUnknown()
{
    const Reason why { .code = u"Failed"_s, .field = {}, .text = u"The import failed"_s };
    const auto matched = match({ .keys = { "a", "b" },
                                 .faults = { { "a", u"A"_s } },
                                 .totals = { .in = 0, .failed = 2 },
                                 .others = std::pair(odd, why) });
    QCOMPARE(outcomesOf(matched), (std::vector { bad, odd }));
    QCOMPARE(matched.outcomes[1].reason, why);
}

void TestKeyMatcher::aPartThatIsAnotherIsNotTrusted()
{
    const QTemporaryDir folder;
    const testing::LineEncoder encoder;
    for (const std::size_t rows : { 1U, 3U }) {
        const auto matcher = load(folder, encoder, { "a", "b" }, rows);
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().kind, Error::Kind::Storage);
    }
}

QTEST_GUILESS_MAIN(TestKeyMatcher)
#include "test_key_matcher.moc"
