#include "app/csv/csv_writer.h"
#include "app/csv/row_reader.h"

#include <QRandomGenerator>
#include <QTest>

#include <string>
#include <vector>

namespace rowlift {

using namespace Qt::StringLiterals;

class TestCsvWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesWhereNeeded_data();
    void quotesWhereNeeded();
    void quotesCellsOfAnyLength();
    void writesRecords();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
};

void TestCsvWriter::quotesWhereNeeded_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << "abc"_ba << ',' << "abc"_ba;
    QTest::newRow("empty") << ""_ba << ',' << ""_ba;
    QTest::newRow("blank") << " a "_ba << ',' << " a "_ba;
    QTest::newRow("comma") << "a,b"_ba << ',' << "\"a,b\""_ba;
    QTest::newRow("comma in a semicolon file") << "a,b"_ba << ';' << "a,b"_ba;
    QTest::newRow("semicolon in a semicolon file") << "a;b"_ba << ';' << "\"a;b\""_ba;
    QTest::newRow("quotes") << "\"a\"b\""_ba << ',' << "\"\"\"a\"\"b\"\"\""_ba;
    QTest::newRow("LF") << "a\nb"_ba << ',' << "\"a\nb\""_ba;
    QTest::newRow("CR") << "a\r"_ba << ',' << "\"a\r\""_ba;
}

void TestCsvWriter::quotesWhereNeeded()
{
    QFETCH(QByteArray, cell);
    QFETCH(char, delimiter);
    QByteArray out = "x";
    appendCell(out, { cell.constData(), static_cast<std::size_t>(cell.size()) }, delimiter);
    QFETCH(QByteArray, expected);
    QCOMPARE(out, "x" + expected);
}

/// Each sign at each place in cells of each length, with more signs right behind that are not part of them.
void TestCsvWriter::quotesCellsOfAnyLength()
{
    for (qsizetype length = 0; length < 80; ++length) {
        const QByteArray letters(length, 'x');
        for (qsizetype at = 0; at <= length; ++at) {
            for (const char sign : { ',', '"', '\n', '\r', 'y' }) {
                QByteArray text = letters + ",\"\r\n";
                text[at] = at < length ? sign : text[at];
                const std::vector<std::string_view> cells(
                    2, { text.constData(), static_cast<std::size_t>(length) });
                QByteArray expected = text.first(length);
                if (at < length && sign != 'y')
                    expected = '"' + expected.replace('"', "\"\"") + '"';
                QByteArray out;
                appendRecord(out, cells);
                QCOMPARE(out, expected + ',' + expected + '\n');
            }
        }
    }
}

void TestCsvWriter::writesRecords()
{
    QByteArray out;
    const std::vector<std::string_view> two = { "a", "" };
    const std::vector<std::string_view> empty = { "" };
    appendRecord(out, two);
    appendRecord(out, empty);
    appendRecord(out, {});
    QCOMPARE(out, "a,\n\"\"\n\"\"\n"_ba);
}

void TestCsvWriter::readsBackWhatItWrote_data()
{
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << ',';
    QTest::newRow("semicolon") << ';';
    QTest::newRow("tab") << '\t';
}

void TestCsvWriter::readsBackWhatItWrote()
{
    QFETCH(char, delimiter);
    QRandomGenerator random(7);
    constexpr int columns = 5;
    std::vector<std::string> cells;
    for (int i = 0; i < 2000; ++i) {
        std::string cell = std::to_string(i); // no two cells are alike
        for (int piece = random.bounded(6); piece > 0; --piece)
            cell.insert(static_cast<std::size_t>(random.bounded(static_cast<int>(cell.size()) + 1)), 1,
                        "\",;\t\n\r' x"[random.bounded(9)]);
        cells.push_back(cell);
    }
    QByteArray out;
    for (std::size_t i = 0; i < cells.size(); i += columns) {
        const std::vector<std::string_view> record(cells.begin() + static_cast<qptrdiff>(i),
                                                   cells.begin() + static_cast<qptrdiff>(i + columns));
        appendRecord(out, record, delimiter);
    }
    MemorySource source(out);
    RowReader reader(source, { .delimiter = delimiter }, {}, 64);
    RowView row;
    std::size_t at = 0;
    while (reader.next(row).value_or(false)) {
        QCOMPARE(row.cells.size(), std::size_t(columns));
        for (const std::string_view cell : row.cells)
            QCOMPARE(std::string(cell), cells[at++]);
    }
    QCOMPARE(at, cells.size());
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvWriter)
#include "test_csv_writer.moc"
