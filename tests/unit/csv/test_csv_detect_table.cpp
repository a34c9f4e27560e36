#include "app/csv/detect.h"
#include "app/csv/record_index.h"

#include <QStringEncoder>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// What a person gets of a file without touching a setting.
struct TableSeen {
    DialectGuess guess;
    QStringList header;
    QList<QStringList> rows;

    QString reasons() const { return guess.reasons.join(u'\n'); }
    QString row(qsizetype index) const
    {
        return rows.value(index < 0 ? rows.size() + index : index).join(u'|');
    }
};

TableSeen tableIn(const QByteArray &bytes, const DialectChoice &choice = {})
{
    MemorySource source(bytes);
    const Result<DialectGuess> guess = detectDialect(source, choice);
    if (!guess)
        return {};
    TableSeen seen { .guess = *guess, .header = {}, .rows = {} };
    RowReader reader(source, guess->dialect);
    RowView row;
    while (reader.next(row).value_or(false)) {
        QStringList cells;
        for (const std::string_view cell : row.cells)
            cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        if (row.role == RowRole::Header)
            seen.header = joinedHeader(seen.header, cells);
        else if (row.isData())
            seen.rows.append(cells);
    }
    return seen;
}

QByteArray manyRows(int count)
{
    QByteArray rows;
    for (int i = 0; i < count; ++i)
        rows += "K" + QByteArray::number(1000 + i) + ",Anna Example,anna" + QByteArray::number(i)
            + "@example.com," + QByteArray::number(i % 90) + ".50\n";
    return rows;
}

} // namespace

class TestCsvDetectTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNamesAndRows_data();
    void findsNamesAndRows();
    void readsUnusualDialects_data();
    void readsUnusualDialects();
    void leavesRowsOfDataAlone_data();
    void leavesRowsOfDataAlone();
    void findsTheEndOfTheTable_data();
    void findsTheEndOfTheTable();
    void findsNotesAtTheEndOfALargeFile();
    void doesNotLookIntoQuotesOfALargeFile();
    void followsTheChosenEnd();
    void followsChosenHeaderRows();
    void countsBytesOfTheFileInOtherEncodings();
    void readsRowsWithBrokenQuotes();
    void saysWhenNamesAreNotSure();
};

void TestCsvDetectTable::findsNamesAndRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("header");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("first");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &header, int rows,
                        const QString &first) { QTest::newRow(name) << bytes << header << rows << first; };

    row("two rows of names",
        "Date,Price,Size\nday,EUR,cm\n2024-01-02,1.50,3\n2024-01-03,2.50,4\n2024-01-04,3.50,5\n",
        u"Date day|Price EUR|Size cm"_s, 3, u"2024-01-02|1.50|3"_s);
    row("names said twice", "Date,Price\nDate,Price\n2024-01-02,1.50\n2024-01-03,2.50\n",
        u"Date Date|Price Price"_s, 2, u"2024-01-02|1.50"_s);
    row("names of groups", ",2023,,2024,\nRegion,In,Out,In,Out\nNorth,1,2,3,4\nSouth,5,6,7,8\nEast,9,1,2,3\n",
        u"Region|2023 In|2023 Out|2024 In|2024 Out"_s, 3, u"North|1|2|3|4"_s);
    row("delimited title and an empty row",
        "REPORT,,,\n,,,\nId,Day,Name,Fee\n1,2024-01-02,Anna,3.5\n2,2024-01-03,Ben,4.5\n",
        u"Id|Day|Name|Fee"_s, 2, u"1|2024-01-02|Anna|3.5"_s);
    row("names and values above",
        "Instrument:,ABC-100\nOperator:,Jane\n\nTime,Temp,Flow\n0,20.1,3\n1,20.2,4\n2,20.3,5\n3,20.1,5\n",
        u"Time|Temp|Flow"_s, 4, u"0|20.1|3"_s);
    row("no names: dates, codes, amounts",
        "28/01/2024,00:15,AB-1234,$4.50\n29/01/2024,00:30,QX-2345,$5.50\n30/01/2024,00:45,LM-3456,$6.50\n",
        u""_s, 3, u"28/01/2024|00:15|AB-1234|$4.50"_s);
    row("no names: codes only", "AB-1234,x1\nQX-2345,x2\nLM-3456,x3\nLM-3457,x4\n", u""_s, 4,
        u"AB-1234|x1"_s);
    row("no names: words that come again",
        "Bonn;Germany;Europe\nLyon;France;Europe\nUlm;Germany;Europe\nOsaka;Japan;Asia\n"
        "Kobe;Japan;Asia\n",
        u""_s, 5, u"Bonn;Germany;Europe"_s.replace(u';', u'|'));
    row("names above words that come again",
        "Town;Country;Continent\nBonn;Germany;Europe\nLyon;France;Europe\nUlm;Germany;Europe\nOsaka;Japan;"
        "Asia\n"
        "Kobe;Japan;Asia\n",
        u"Town|Country|Continent"_s, 5, u"Bonn|Germany|Europe"_s);
    row("no names below a title", "Measured on 3 May\n\n1.5;2.5;3.5\n1.6;2.6;3.6\n1.7;2.7;3.7\n", u""_s, 3,
        u"1.5|2.5|3.5"_s);
    row("only numbers", "1,2,3\n4,5,6\n7,8,9\n1,4,2\n", u""_s, 4, u"1|2|3"_s);
    row("a row of names that lacks one",
        "first,last,mail\n1,Anna,Smith,a@example.com\n2,Ben,Jones,b@example.com\n", u"first|last|mail"_s, 2,
        u"1|Anna|Smith|a@example.com"_s);
    row("comments above and between",
        "# made by hand\n# in spring, again\nid,name,fee\n1,Anna,3.5\n2,Ben,4.5\n# "
        "pause\n3,Cleo,5.5\n4,Dan,6.5\n",
        u"id|name|fee"_s, 4, u"1|Anna|3.5"_s);
    row("a mark in front of the names", "#id,name,fee\n1,Anna,3.5\n2,Ben,4.5\n3,Cleo,5.5\n",
        u"#id|name|fee"_s, 3, u"1|Anna|3.5"_s);
}

void TestCsvDetectTable::findsNamesAndRows()
{
    QFETCH(QByteArray, bytes);
    const TableSeen seen = tableIn(bytes);
    QFETCH(QString, header);
    QVERIFY2(seen.header.join(u'|') == header, qPrintable(seen.header.join(u'|') + u'\n' + seen.reasons()));
    QTEST(static_cast<int>(seen.rows.size()), "rows");
    QTEST(seen.row(0), "first");
}

void TestCsvDetectTable::readsUnusualDialects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("last");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &last) {
        QTest::newRow(name) << bytes << last;
    };
    row("comma and blank", "id, name, note\n1, Anna, \"a, b\"\n2, Ben, \"c, d\"\n3, Cleo, e\n",
        u"3|Cleo|e"_s);
    row("blanks around pipes", "id | name | city\n1 | Anna | Bonn\n2 | Ben | Rome\n", u"2|Ben|Rome"_s);
    row("tilde", "id~name~fee\n1~Anna, B~3\n2~Ben~4\n3~Cleo, D~5\n", u"3|Cleo, D|5"_s);
    row("section sign", "id§name§fee\n1§Anna§3\n2§Ben§4\n3§Cleo§5\n", u"3|Cleo|5"_s);
    row("unit separator",
        "id\x1Fname\x1F"
        "fee\n1\x1F"
        "Anna\x1F"
        "3\n2\x1F"
        "Ben\x1F"
        "4\n3\x1F"
        "Cleo\x1F"
        "5\n",
        u"3|Cleo|5"_s);
    row("two pipes", "id||name||fee\n1||Anna||3\n2||Ben||4\n3||Cleo||5\n", u"3|Cleo|5"_s);
    row("pipe, tilde, pipe", "id|~|name|~|fee\n1|~|Anna|~|3\n2|~|Ben|~|4\n3|~|Cleo|~|5\n", u"3|Cleo|5"_s);
    row("slash", "id/name/mail/fee\n1/Anna/a@example.com/3\n2/Ben/b@example.com/4\n3/Cleo/c@example.com/5\n",
        u"3|Cleo|c@example.com|5"_s);
    row("full-width semicolon", "番号；名前；市\n1；山田；東京\n2；鈴木；大阪\n", u"2|鈴木|大阪"_s);
    row("backslash before quotes",
        "id,name,note\n1,\"Anna \\\"Annie\\\" B\",\"a, b\"\n2,\"Ben\",\"said \\\"no\\\", then\"\n",
        u"2|Ben|said \"no\", then"_s);
    row("paths that end with a backslash",
        "id,path,size\n1,\"C:\\dir\\\",10\n2,\"D:\\\",20\n3,\"E:\\x\\\",30\n", u"3|E:\\x\\|30"_s);
    row("apostrophes as quotes", "id;name\n1;'Doe; Jane'\n2;'Roe; Jim'\n3;'Poe; Ann'\n", u"3|Poe; Ann"_s);
    row("numbers with blanks between", "0.1 0.22 3.1\n0.5 1.2 9.3\n0.2 0.1 8.8\n", u"0.2|0.1|8.8"_s);
    row("columns set with blanks",
        "     t      x      y\n 0.000   0.77  -0.02\n 0.050   0.56   0.73  \n 0.100  10.31   0.22\n",
        u"0.100|10.31|0.22"_s);
    row("lists in brackets", "id;list\n1;[1.5, 2.5, 3.5]\n2;[2.5, 3.5, 4.5]\n3;[4.5, 5.5, 6.5]\n",
        u"3|[4.5, 5.5, 6.5]"_s);
    row("telephone numbers", "Phone\n+49 30 1234567\n+49 40 7654321\n+49 89 1112223\n", u"+49 89 1112223"_s);
    row("addresses on the web", "https://a.example/x/1\nhttps://a.example/y/2\nhttps://a.example/z/3\n",
        u"https://a.example/z/3"_s);
    row("points in time", "2024-01-01 12:00:01\n2024-01-02 13:00:01\n2024-01-03 14:00:01\n",
        u"2024-01-03 14:00:01"_s);
}

void TestCsvDetectTable::readsUnusualDialects()
{
    QFETCH(QByteArray, bytes);
    const TableSeen seen = tableIn(bytes);
    QFETCH(QString, last);
    QVERIFY2(seen.row(-1) == last, qPrintable(seen.row(-1) + u'\n' + seen.reasons()));
}

void TestCsvDetectTable::leavesRowsOfDataAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("rows");
    const auto row
        = [](const char *name, const QByteArray &bytes, int rows) { QTest::newRow(name) << bytes << rows; };
    row("sparse rows", "Name;Mail;Phone\nA;;\nB;;\nC;c@example.com;\nD;;\n", 4);
    row("cut off in the last row",
        "id,name,city,zip\n1,Anna,Bonn,53111\n2,Ben,Rome,00184\n3,Cleo,Oslo,0150\n4,Dan", 4);
    row("cut off in the first cell", "id,name,city\n1,Anna,Bonn\n2,Ben,Rome\n3", 3);
    row("a last row without delimiters",
        "day,name,city\n2024-01-02,Anna,Bonn\n2024-01-03,Ben,Rome\n2024-01-04 Cleo Oslo\n", 3);
    row("a region called total", "Region,A,B\nNorth,10,11\nTotal,9,9\nSouth,20,21\n", 3);
    row("a total that adds nothing up", "Region,A,B\nNorth,10,11\nSouth,20,21\nEast,30,31\nTotal,61,60\n", 4);
    row("gaps between sections",
        "id,name,city\n1,Anna,Bonn\n2,Ben,Rome\n\n3,Cleo,Oslo\n4,Dan,Kiel\n\n5,Eva,Ulm\n", 5);
    row("merged exports", "id,name,city\n1,Anna,Bonn\n2,Ben,Rome\nid,name,city\n3,Cleo,Oslo\n4,Dan,Kiel\n",
        5);
    row("more cells from some row on", "id,name\n1,Anna\n2,Ben\n3,Cleo,x\n4,Dan,y\n5,Eva,z\n", 5);
    row("one column of sentences", "Answer\nI do not know\nIt was good, really\nSource of joy: music\n", 3);
    row("hashes that are values", "tag,count\n#1,5\n#2,6\n#3,7\n", 3);
}

void TestCsvDetectTable::leavesRowsOfDataAlone()
{
    QFETCH(QByteArray, bytes);
    const TableSeen seen = tableIn(bytes);
    QFETCH(int, rows);
    QVERIFY2(seen.rows.size() == rows, qPrintable(seen.reasons()));
}

void TestCsvDetectTable::findsTheEndOfTheTable_data()
{
    QTest::addColumn<QByteArray>("below");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &below, const QString &reason) {
        QTest::newRow(name) << below << reason;
    };
    const QString notes = u"From row 6 on stand notes below the table: not imported."_s;
    row("a source", "Source: Office of Examples\n", notes);
    row("a source in the first of all cells", "Source: Office of Examples,,,\n", notes);
    row("a count", "(4 rows)\n", notes);
    row("sentences behind a gap", "\nFigures are provisional.\nRounded to ten.\n",
        u"From row 7 on stand notes below the table: not imported."_s);
    row("footnotes between rules", "*****\nNotes\n1.,Only since 1992\n*****\nSource: Office\n", notes);
    row("a sum with gaps", "Total,,,10\n", u"Row 6 looks like a totals line"_s);
    row("a sum that adds up", "Summe,Anna,x,10\n", u"Row 6 looks like a totals line"_s);
    row("another table", "\nStore,Phone\nS1,555\nS2,556\nS3,557\n", u"Another table begins in row 7"_s);
    row("another table below its title",
        "\nTable 2\nDay,Visits,Sales,Fee\n2024-01-01,1,2,3\n2024-01-02,4,5,6\n",
        u"Another table begins in row 7"_s);
    row("the same names and one more",
        "Id,Name,Town,Points,More\n5,Eva,Ulm,5,x\n6,Fay,Kiel,6,y\n7,Gil,Jena,7,z\n",
        u"Another table begins in row 6"_s);
}

void TestCsvDetectTable::findsTheEndOfTheTable()
{
    QFETCH(QByteArray, below);
    const TableSeen seen
        = tableIn("Id,Name,Town,Points\n1,Anna,Bonn,1\n2,Ben,Rome,2\n3,Cleo,Oslo,3\n4,Dan,Kiel,4\n" + below);
    QVERIFY2(seen.rows.size() == 4, qPrintable(seen.row(-1) + u'\n' + seen.reasons()));
    QCOMPARE(seen.row(-1), u"4|Dan|Kiel|4"_s);
    QFETCH(QString, reason);
    QVERIFY2(seen.reasons().contains(reason), qPrintable(seen.reasons()));
}

void TestCsvDetectTable::findsNotesAtTheEndOfALargeFile()
{
    constexpr int count = 12'000; // 500 KB: more than is looked at from the beginning
    const QByteArray table = "Id,Name,Mail,Points\n" + manyRows(count);
    const TableSeen seen = tableIn(table + "\nTotal,,,540000\nSource: Office of Examples\n");
    QCOMPARE(seen.rows.size(), count);
    QCOMPARE(seen.guess.dialect.dataEnd, table.size() + 1);
    QVERIFY2(seen.reasons().contains(u"The file ends with a totals line"_s), qPrintable(seen.reasons()));
    QCOMPARE(tableIn(table).guess.dialect.dataEnd, -1);
}

void TestCsvDetectTable::doesNotLookIntoQuotesOfALargeFile()
{
    // The last cell is 100 KB of text in quotes: what looks like rows and notes there is none.
    const QByteArray table = "Id,Name,Mail,Points\n" + manyRows(12'000);
    const TableSeen seen = tableIn(table + "K9,\"a text\n" + QByteArray("line of it\n").repeated(10'000)
                                   + "Source: none\n\",x@example.com,3\n");
    QCOMPARE(seen.rows.size(), 12'001);
    QCOMPARE(seen.guess.dialect.dataEnd, -1);
}

void TestCsvDetectTable::followsTheChosenEnd()
{
    const QByteArray bytes = "Id,Name,Fee\n1,Anna,3\n2,Ben,4\n3,Cleo,5\nTotal,,12\n";
    QCOMPARE(tableIn(bytes).rows.size(), 3);
    QCOMPARE(tableIn(bytes, { .lastRecord = -1 }).rows.size(), 4);
    QCOMPARE(tableIn(bytes, { .lastRecord = 2 }).rows.size(), 2);
}

void TestCsvDetectTable::followsChosenHeaderRows()
{
    const QByteArray bytes = "Price,Name\nEUR,\n3,Anna\n4,Ben\n";
    QCOMPARE(tableIn(bytes, { .headerRecord = 0, .headerRows = 2 }).header.join(u'|'), u"Price EUR|Name"_s);
    QCOMPARE(tableIn(bytes, { .headerRecord = 0 }).rows.size(), 3);
}

void TestCsvDetectTable::countsBytesOfTheFileInOtherEncodings()
{
    const QString table = u"Straße;Ort;Höhe\nÄußere Gasse;Köln;3\nÖde;Jülich;4\nÜberweg;Düren;5\n"_s;
    const QString below = u"Quelle: Amt für Straßen\n"_s;
    for (const char *encoding : { "UTF-8", "windows-1252", "UTF-16LE" }) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
        const QByteArray above = encoder.encode(table);
        const TableSeen seen = tableIn(above + QByteArray(encoder.encode(below)));
        QCOMPARE(seen.guess.dialect.dataEnd, above.size());
        QCOMPARE(seen.row(-1), u"Überweg|Düren|5"_s);
        QCOMPARE(seen.rows.size(), 3);
    }
}

void TestCsvDetectTable::readsRowsWithBrokenQuotes()
{
    QByteArray bytes = "id,name,note,mail\n";
    for (int i = 0; i < 20; ++i)
        bytes += QByteArray::number(i) + ",\"Doe, Jane\",\"a note, long\",j@example.com\n";
    bytes += "20,\"\"Doe, Jane\",\"a note, long\",j@example.com\n21,\"Doe, Jane\",\"x\",k@example.com\n";
    bytes += "22,\"Roe,\"a note, long\",l@example.com\n";
    const TableSeen seen = tableIn(bytes);
    QCOMPARE(seen.guess.dialect.columns, 4);
    QCOMPARE(seen.rows.size(), 23);
    QCOMPARE(seen.row(22), u"22|\"Roe|a note, long|l@example.com"_s);
    QCOMPARE(seen.row(20), u"20|\"Doe, Jane|a note, long|j@example.com"_s);
    QCOMPARE(seen.row(21), u"21|Doe, Jane|x|k@example.com"_s);
}

void TestCsvDetectTable::saysWhenNamesAreNotSure()
{
    const TableSeen words = tableIn("Anna,Smith,Bonn\nBen,Jones,Rome\nCleo,Brown,Oslo\n");
    QVERIFY(words.guess.doubtful);
    QVERIFY2(words.reasons().contains(u"Row 1 is taken for the names of the columns"_s),
             qPrintable(words.reasons()));
    const TableSeen named
        = tableIn("First name,Last name,City\nAnna,Smith,Bonn\nBen,Jones,Rome\nCleo,Brown,Oslo\n");
    QVERIFY(!named.guess.doubtful);
    QVERIFY2(named.reasons().contains(u"Row 1 names the columns."_s), qPrintable(named.reasons()));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvDetectTable)
#include "test_csv_detect_table.moc"
