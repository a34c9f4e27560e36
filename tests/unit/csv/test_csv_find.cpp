#include "app/csv/find_cells.h"
#include "app/csv/record_index.h"

#include <QStringConverter>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct Search {
    std::vector<CellHit> hits;
    FoundCells found;
};

RecordIndex indexOf(ByteSource &source, const Dialect &dialect)
{
    return *indexRecords(source, dialect, {}, {}, {});
}

Search search(const QByteArray &bytes, const Dialect &dialect, const QString &text,
              const FindOptions &options = {}, bool withMarks = true)
{
    MemorySource source(bytes);
    const auto marks = withMarks ? indexOf(source, dialect).marks : std::vector<RowPosition>();
    Search search;
    const auto keep = [&search](std::span<const CellHit> hits) {
        search.hits.insert(search.hits.end(), hits.begin(), hits.end());
    };
    search.found = *findCells(source, dialect, marks, text, options, {}, keep, {});
    return search;
}

/// The same by looking at every cell as text, slowly.
std::vector<CellHit> everyCellWith(const QByteArray &bytes, const Dialect &dialect, const QString &text,
                                   Qt::CaseSensitivity sensitivity)
{
    MemorySource source(bytes);
    const auto rows = readRows(source, dialect, { RowPosition {} }, 0, std::numeric_limits<qint64>::max());
    std::vector<CellHit> hits;
    for (const TextRow &row : *rows) {
        for (int column = 0; column < row.cells.size(); ++column) {
            if (row.cells[column].contains(text, sensitivity))
                hits.push_back({ row.record, column });
        }
    }
    return hits;
}

/// Some hundred kilobytes: several stretches between marks, most of them without a hit.
QByteArray manyRows()
{
    QByteArray bytes = "Exported needles\nid;name;note\n";
    for (int row = 0; row < 12'000; ++row) {
        bytes += QByteArray::number(row) + ";Jane Example;nothing to see in this row";
        if (row % 2999 == 0)
            bytes += " but a Needle and an Überraschung";
        if (row == 7000)
            bytes += ";\"he said \"\"sharp needle\"\"\"";
        bytes += '\n';
    }
    return bytes;
}

Dialect semicolons()
{
    Dialect dialect;
    dialect.delimiter = ';';
    dialect.headerRecord = 1;
    return dialect;
}

} // namespace

class TestCsvFind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatEveryCellTells_data();
    void findsWhatEveryCellTells();
    void comparesWholeCells();
    void foldsLettersOnly();
    void searchesInOtherEncodings_data();
    void searchesInOtherEncodings();
    void searchesEscapedCells();
    void looksThroughHugeCells();
    void keepsToWantedRecords();
    void countsOnBeyondTheMost();
    void handsOutNoMoreThanCanBeDrawn();
    void findsNothingForNoText();
    void stopsWhenAsked();
};

void TestCsvFind::findsWhatEveryCellTells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matchCase");
    QTest::newRow("in any case") << u"NEEDLE"_s << false;
    QTest::newRow("in this case") << u"Needle"_s << true;
    QTest::newRow("in no such case") << u"nEEDLE"_s << true;
    QTest::newRow("outside ASCII") << u"überRASCH"_s << false;
    QTest::newRow("outside ASCII, this case") << u"Übe"_s << true;
    QTest::newRow("one letter outside ASCII") << u"ü"_s << false;
    QTest::newRow("with a quote") << u"\"sharp"_s << false;
    QTest::newRow("a quote alone") << u"\""_s << false;
    QTest::newRow("in a title") << u"Exported"_s << false;
    QTest::newRow("in every row") << u"example"_s << false;
    QTest::newRow("one character") << u"7"_s << true;
    QTest::newRow("across a delimiter") << u"Example;nothing"_s << false;
    QTest::newRow("nowhere") << u"haystack"_s << false;
}

void TestCsvFind::findsWhatEveryCellTells()
{
    QFETCH(QString, text);
    QFETCH(bool, matchCase);
    const auto expected
        = everyCellWith(manyRows(), semicolons(), text, matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    for (const bool withMarks : { true, false }) {
        const Search found = search(manyRows(), semicolons(), text, { .matchCase = matchCase }, withMarks);
        QVERIFY(found.hits == expected);
        QCOMPARE(found.found.cells, static_cast<qint64>(expected.size()));
        QVERIFY(!found.found.cut);
    }
}

void TestCsvFind::comparesWholeCells()
{
    const QByteArray bytes = "a,b\nSam,Samson\n sam ,\"Sam\"\nÜmit,ümit x\n";
    const std::vector<CellHit> sams { { 1, 0 }, { 2, 0 }, { 2, 1 } };
    QVERIFY(search(bytes, {}, u"SAM"_s, { .wholeCell = true }).hits == sams);
    QVERIFY(search(bytes, {}, u"üMIT"_s, { .wholeCell = true }).hits == (std::vector<CellHit> { { 3, 0 } }));
    QCOMPARE(search(bytes, {}, u"sam"_s, { .matchCase = true, .wholeCell = true }).found.cells, 1);
}

void TestCsvFind::foldsLettersOnly()
{
    // the Kelvin sign, which Unicode folds to "k", and a sharp s in both cases
    const QByteArray bytes = "h\n3 \xE2\x84\xAA\nSTRA\xE1\xBA\x9E"
                             "E\nstra\xC3\x9F"
                             "e\n@[`{\n";
    QCOMPARE(search(bytes, {}, u"3 k"_s).found.cells, 0);
    QCOMPARE(search(bytes, {}, u"Straße"_s).found.records, 2);
    QCOMPARE(search(bytes, {}, u"`["_s).found.cells, 0);
    QCOMPARE(search(bytes, {}, u"@["_s).found.cells, 1);
}

void TestCsvFind::searchesInOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("one byte") << QByteArray("windows-1252");
    QTest::newRow("two bytes") << QByteArray("UTF-16LE");
}

void TestCsvFind::searchesInOtherEncodings()
{
    QFETCH(QByteArray, encoding);
    QStringEncoder encode(encoding == "UTF-16LE" ? QStringConverter::Utf16LE : QStringConverter::Latin1);
    const QByteArray bytes = encode(u"name\nMüller\nMILLER\nmüLLER & Söhne\n"_s);
    Dialect dialect;
    dialect.encoding = encoding;
    QCOMPARE(search(bytes, dialect, u"MÜLLER"_s).found.records, 2);
    QCOMPARE(search(bytes, dialect, u"ller"_s).found.records, 3);
    QCOMPARE(search(bytes, dialect, u"ü"_s, { .matchCase = true }).found.records, 2);
}

void TestCsvFind::searchesEscapedCells()
{
    Dialect dialect;
    dialect.escape = '\\';
    const Search found = search("a,b\nSmith\\, Kim,x\n\"say \\\"hi\\\" now\",y\n", dialect, u"smith, k"_s);
    QVERIFY(found.hits == (std::vector<CellHit> { { 1, 0 } }));
    QCOMPARE(search("a,b\n\"say \\\"hi\\\" now\",y\n", dialect, u"\"hi\" n"_s).found.cells, 1);
}

void TestCsvFind::looksThroughHugeCells()
{
    // one hit lies across each place where a piece of the cell ends
    const QByteArray filler = QByteArray("ö").repeated(32'765);
    for (int shift = 0; shift < 12; ++shift) {
        const QByteArray bytes = "h\n" + QByteArray(shift, 'x') + filler + "Ähre" + filler + '\n';
        QCOMPARE(search(bytes, {}, u"äHRE"_s).found.cells, 1);
        QCOMPARE(search(bytes, {}, u"äHREx"_s).found.cells, 0);
    }
}

void TestCsvFind::keepsToWantedRecords()
{
    const FindOptions options { .onlyRecords = { 1, 4, 3001, 11'999 } };
    const Search found = search(manyRows(), semicolons(), u"jane"_s, options);
    QVERIFY(found.hits == (std::vector<CellHit> { { 4, 1 }, { 3001, 1 }, { 11'999, 1 } }));
}

void TestCsvFind::countsOnBeyondTheMost()
{
    QByteArray bytes = "h\n";
    bytes += QByteArray("x\n").repeated(static_cast<int>(mostCellHits) + 50);
    const Search found = search(bytes, {}, u"x"_s);
    QCOMPARE(static_cast<qint64>(found.hits.size()), mostCellHits);
    QCOMPARE(found.found.cells, mostCellHits + 50);
    QVERIFY(found.found.cut);
}

void TestCsvFind::handsOutNoMoreThanCanBeDrawn()
{
    MemorySource source("h\n" + QByteArray("x,x,x\n").repeated(50'000));
    std::size_t most = 0;
    std::size_t all = 0;
    const auto note = [&most, &all](std::span<const CellHit> hits) {
        most = std::max(most, hits.size());
        all += hits.size();
    };
    QVERIFY(findCells(source, {}, {}, u"x"_s, {}, {}, note, {}));
    QVERIFY2(most <= 20'000, qPrintable(QString::number(most)));
    QCOMPARE(all, std::size_t(150'000));
}

void TestCsvFind::findsNothingForNoText()
{
    QCOMPARE(search("a\n\n \n", {}, QString()).found.cells, 0);
    QCOMPARE(search("a\n\n \n", {}, u" "_s, { .wholeCell = true }).found.cells, 0);
}

void TestCsvFind::stopsWhenAsked()
{
    MemorySource source(manyRows());
    const auto marks = indexOf(source, semicolons()).marks;
    std::stop_source stop;
    const auto stopAtFirst = [&stop](std::span<const CellHit>) { stop.request_stop(); };
    const auto found
        = findCells(source, semicolons(), marks, u"jane"_s, {}, {}, stopAtFirst, stop.get_token());
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvFind)
#include "test_csv_find.moc"
