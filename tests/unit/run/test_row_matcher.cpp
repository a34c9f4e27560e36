#include "app/csv/csv_writer.h"
#include "app/run/row_matcher.h"

#include <QTemporaryDir>
#include <QtTest>

#include <random>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// The heart: which row of the file is a result about? Results come shuffled, re-quoted, re-ordered, with
/// blanks, doubled, missing and extra.
class TestRowMatcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsShuffledRows();
    void pairsEqualRowsInOrder();
    void takesColumnsInAnyOrderAndCase();
    void fallsBackWhenAColumnComesBackBlank();
    void fallsBackToTheKey();
    void doesNotGuessByFewerColumns();
    void aListThatLacksColumnsIsNoBlankRow();
    void pairsByFewerColumnsWhatCameToTheSame();
    void countsWhatFitsNothing();
    void moreResultsThanRowsAreCountedOnly();
    void leavesRowsWithoutAResultOpen();
    void manyEqualRowsTakeNoLonger_data();
    void manyEqualRowsTakeNoLonger();
    void refusesAPartThatIsNotAsItWasWritten_data();
    void refusesAPartThatIsNotAsItWasWritten();

private:
    using Cells = std::vector<std::string>;
    void sent(const std::vector<Cells> &rows, const QStringList &fields, const QString &key = {});
    void result(const Cells &cells, Outcome outcome = Outcome::Added, const QString &id = {});
    RowMatcher::Matched finish();
    static qint64 recordOf(const RowMatcher::Matched &matched, const QString &id);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RowMatcher> m_matcher;
};

void TestRowMatcher::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

/// Row n of the part is record 100 + 2n of the file.
void TestRowMatcher::sent(const std::vector<Cells> &rows, const QStringList &fields, const QString &key)
{
    QByteArray bytes;
    const auto append = [&bytes](const Cells &cells) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        appendRecord(bytes, views);
    };
    Cells header;
    for (const QString &field : fields)
        header.push_back(field.toStdString());
    append(header);
    std::vector<qint64> records;
    for (const Cells &row : rows) {
        append(row);
        records.push_back(100 + 2 * static_cast<qint64>(records.size()));
    }
    QFile file(m_folder->filePath(u"part"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    auto matcher = RowMatcher::load(
        { .path = file.fileName(), .rows = static_cast<qint64>(rows.size()), .bytes = bytes.size() }, fields,
        key, records);
    QVERIFY(matcher);
    m_matcher = std::move(*matcher);
    QVERIFY(m_matcher->columns(fields));
}

void TestRowMatcher::result(const Cells &cells, Outcome outcome, const QString &id)
{
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    QVERIFY(m_matcher->row(outcome, {}, id, views));
}

RowMatcher::Matched TestRowMatcher::finish()
{
    auto matched = m_matcher->finish();
    Q_ASSERT(matched);
    return *matched;
}

qint64 TestRowMatcher::recordOf(const RowMatcher::Matched &matched, const QString &id)
{
    const auto found = std::ranges::find(matched.outcomes, id, &RowOutcome::recordId);
    return found == matched.outcomes.end() ? -1 : found->record;
}

void TestRowMatcher::findsShuffledRows()
{
    std::vector<Cells> rows;
    for (int row = 0; row < 1000; ++row)
        rows.push_back(
            { "name" + std::to_string(row), row % 3 ? "x,\"y\"\nz" : "", std::to_string(row * 7) });
    sent(rows, { u"LastName"_s, u"Description"_s, u"Score__c"_s });
    std::vector<size_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(7));
    for (const size_t row : order)
        result(rows[row], Outcome::Added, QString::number(row));
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 0);
    QCOMPARE(matched.outcomes.size(), rows.size());
    for (const RowOutcome &outcome : matched.outcomes)
        QCOMPARE(outcome.record, 100 + 2 * outcome.recordId.toLongLong());
}

void TestRowMatcher::pairsEqualRowsInOrder()
{
    sent({ { "a" }, { "a" }, { "b" }, { "a" } }, { u"LastName"_s });
    result({ "a" }, Outcome::Added, u"first"_s);
    result({ "b" }, Outcome::Added, u"b"_s);
    result({ "a" }, Outcome::Failed, u"second"_s);
    result({ "a" }, Outcome::Failed, u"third"_s);
    const auto matched = finish();
    QCOMPARE(recordOf(matched, u"first"_s), 100);
    QCOMPARE(recordOf(matched, u"second"_s), 102);
    QCOMPARE(recordOf(matched, u"third"_s), 106);
    QCOMPARE(recordOf(matched, u"b"_s), 104);
}

void TestRowMatcher::takesColumnsInAnyOrderAndCase()
{
    sent({ { "Stone", "Ada" }, { "Ada", "Stone" } }, { u"LastName"_s, u"FirstName"_s });
    QVERIFY(m_matcher->columns({ u"FIRSTNAME"_s, u"Unknown"_s, u"lastname"_s }));
    result({ "Stone", "?", "Ada" }, Outcome::Added, u"second"_s);
    result({ "Ada", "?", "Stone" }, Outcome::Added, u"first"_s);
    const auto matched = finish();
    QCOMPARE(recordOf(matched, u"first"_s), 100);
    QCOMPARE(recordOf(matched, u"second"_s), 102);
}

void TestRowMatcher::fallsBackWhenAColumnComesBackBlank()
{
    sent({ { "Stone", "1" }, { "Marsh", "2" } }, { u"LastName"_s, u"Score__c"_s });
    result({ "Marsh", "" }, Outcome::Failed, u"marsh"_s);
    result({ "Stone", "" }, Outcome::Failed, u"stone"_s);
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 0);
    QCOMPARE(recordOf(matched, u"stone"_s), 100);
    QCOMPARE(recordOf(matched, u"marsh"_s), 102);
}

void TestRowMatcher::fallsBackToTheKey()
{
    sent({ { "K-1", "1.0" }, { "K-2", "2.0" } }, { u"Crm_Key__c"_s, u"Score__c"_s }, u"Crm_Key__c"_s);
    result({ "K-2", "2" }, Outcome::Updated, u"two"_s); // the service writes numbers its own way
    result({ "K-1", "1" }, Outcome::Updated, u"one"_s);
    const auto matched = finish();
    QCOMPARE(recordOf(matched, u"one"_s), 100);
    QCOMPARE(recordOf(matched, u"two"_s), 102);
}

void TestRowMatcher::doesNotGuessByFewerColumns()
{
    sent({ { "Smith", "good@" }, { "Smith", "bad@" }, { "Marsh", "m@" } }, { u"LastName"_s, u"Email"_s });
    QVERIFY(m_matcher->columns({ u"LastName"_s }));
    result({ "Smith" }, Outcome::Failed, u"failed"_s);
    result({ "Smith" }, Outcome::Added, u"added"_s);
    result({ "Marsh" }, Outcome::Added, u"marsh"_s);
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 2);
    QCOMPARE(matched.outcomes.size(), 1U);
    QCOMPARE(recordOf(matched, u"marsh"_s), 104);
}

void TestRowMatcher::aListThatLacksColumnsIsNoBlankRow()
{
    sent({ { "Smith", "" }, { "Smith", "good@" } }, { u"LastName"_s, u"Email"_s });
    QVERIFY(m_matcher->columns({ u"LastName"_s }));
    result({ "Smith" }, Outcome::Failed, u"of either"_s);
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 1);
    QVERIFY(matched.outcomes.empty());
}

void TestRowMatcher::pairsByFewerColumnsWhatCameToTheSame()
{
    sent({ { "Smith", "a@" }, { "Smith", "b@" } }, { u"LastName"_s, u"Email"_s });
    QVERIFY(m_matcher->columns({ u"LastName"_s }));
    result({ "Smith" }, Outcome::Added, u"one"_s);
    result({ "Smith" }, Outcome::Added, u"other"_s);
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 0);
    QCOMPARE(matched.outcomes.size(), 2U);
    for (const RowOutcome &outcome : matched.outcomes) {
        QCOMPARE(outcome.outcome, Outcome::Added);
        QVERIFY2(outcome.recordId.isEmpty(), "which of the two has which record is not known");
    }
}

void TestRowMatcher::moreResultsThanRowsAreCountedOnly()
{
    sent({ { "a", "1" }, { "b", "2" } }, { u"LastName"_s, u"Score__c"_s });
    QVERIFY(m_matcher->columns({ u"LastName"_s }));
    for (const char *name : { "x", "y", "a", "a" })
        result({ name });
    const auto matched = finish();
    QCOMPARE(matched.unplaced, 4);
    QVERIFY(matched.outcomes.empty());
}

void TestRowMatcher::countsWhatFitsNothing()
{
    sent({ { "a" } }, { u"LastName"_s });
    result({ "a" }, Outcome::Added, u"a"_s);
    result({ "a" }, Outcome::Added, u"once too often"_s);
    result({ "z" }, Outcome::Added, u"never sent"_s);
    const auto matched = finish();
    QCOMPARE(matched.outcomes.size(), 1U);
    QCOMPARE(matched.unplaced, 2);
}

void TestRowMatcher::leavesRowsWithoutAResultOpen()
{
    sent({ { "a" }, { "b" } }, { u"LastName"_s });
    result({ "b" }, Outcome::Added, u"b"_s);
    const auto matched = finish();
    QCOMPARE(matched.outcomes.size(), 1U);
    QCOMPARE(matched.outcomes.front().record, 102);
}

void TestRowMatcher::manyEqualRowsTakeNoLonger_data()
{
    QTest::addColumn<QString>("echo");
    QTest::newRow("as sent") << u"same"_s;
    QTest::newRow("in another case, by the key") << u"SAME"_s;
}

void TestRowMatcher::manyEqualRowsTakeNoLonger()
{
    QFETCH(QString, echo);
    constexpr size_t rows = 300'000;
    sent(std::vector<Cells>(rows, { "K-1", "same" }), { u"Key__c"_s, u"LastName"_s }, u"Key__c"_s);
    const std::string echoed = echo.toStdString();
    const std::vector<std::string_view> cells { "K-1", echoed };
    QElapsedTimer timer;
    timer.start();
    for (size_t row = 0; row < rows; ++row)
        QVERIFY(m_matcher->row(Outcome::Added, {}, {}, cells));
    const auto matched = finish();
    QCOMPARE(matched.outcomes.size(), rows);
    QCOMPARE(matched.outcomes.back().record, 100 + 2 * static_cast<qint64>(rows - 1));
    QVERIFY2(timer.elapsed() < 20'000, "the square of their number would be minutes");
}

void TestRowMatcher::refusesAPartThatIsNotAsItWasWritten_data()
{
    QTest::addColumn<int>("records");
    QTest::newRow("cut off") << 3;
    QTest::newRow("longer") << 1;
}

void TestRowMatcher::refusesAPartThatIsNotAsItWasWritten()
{
    QFETCH(int, records);
    QFile file(m_folder->filePath(u"part"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("LastName\na\nb\n");
    file.close();
    const auto matcher = RowMatcher::load({ .path = file.fileName(), .rows = records, .bytes = file.size() },
                                          { u"LastName"_s }, {}, std::vector<qint64>(size_t(records), 7));
    QVERIFY(!matcher);
    QCOMPARE(matcher.error().kind, Error::Kind::Storage);
}

QTEST_GUILESS_MAIN(TestRowMatcher)
#include "test_row_matcher.moc"
