#include "app/workbook/workbook.h"
#include "tests/support/book_maker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestWorkbook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfCell();
    void keepsRowsAndColumnsAtTheirPlace();
    void makesAllRowsAsWideAsTheWidest();
    void dropsWhatIsEmptyBehindTheLastValue();
    void keepsCellsThatNeedQuotes();
    void joinsRunsAndDropsReadings();
    void undoesEscapes();
    void readsWithoutReferences();
    void readsPrefixedElements();
    void usesTheStyleOfTheCell();
    void countsDaysAsTheWorkbookSays();
    void countsFormulasWithoutValue();
    void doesNotFillTheDiskForAStrayCell();
    void listsSheetsWithCells();
    void readsOnlyTheSheetThatIsAsked();
    void fileIsForTheOwnerAlone();
    void stopLeavesNothingBehind();
    void tellsProgress();
    void isTheSameAcrossBlocks();

private:
    QString path() const { return m_folder.filePath(u"book.xlsx"_s); }
    QString outPath() const { return m_folder.filePath(u"sheet.csv"_s); }
    QByteArray converted(const QString &sheet = u"Sheet1"_s, ConvertedSheet *facts = nullptr);

    QTemporaryDir m_folder;
};

QByteArray TestWorkbook::converted(const QString &sheet, ConvertedSheet *facts)
{
    const auto done = convertSheet(path(), sheet, outPath(), {}, {});
    if (!done)
        return "failed: " + done.error().sentence.toUtf8() + ' ' + done.error().detail.toUtf8();
    if (facts)
        *facts = *done;
    QFile file(outPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void TestWorkbook::readsEveryKindOfCell()
{
    BookMaker()
        .texts("<si><t>Name</t></si><si><t>00123</t></si>")
        .styles("<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>")
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
               "<c r=\"C1\"><v>42</v></c><c r=\"D1\" t=\"n\"><v>1.5</v></c>"
               "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"b\"><v>0</v></c>"
               "<c r=\"G1\" t=\"e\"><v>#N/A</v></c><c r=\"H1\" t=\"str\"><f>A1&amp;\"!\"</f><v>Name!</v></c>"
               "<c r=\"I1\" t=\"inlineStr\"><is><t>in line</t></is></c>"
               "<c r=\"J1\" s=\"1\"><v>46348</v></c><c r=\"K1\" t=\"d\"><v>2026-11-22T13:05:00</v></c>"
               "<c r=\"L1\"><f>6*7</f><v>42</v></c><c r=\"M1\" t=\"s\"><v>99</v></c></row>")
        .save(path());
    QCOMPARE(
        converted(),
        QByteArray("Name,00123,42,1.5,TRUE,FALSE,#N/A,Name!,in line,2026-11-22,2026-11-22 13:05:00,42\n"));
}

void TestWorkbook::keepsRowsAndColumnsAtTheirPlace()
{
    BookMaker()
        .sheet(u"Sheet1"_s,
               "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"><v>2</v></c></row>"
               "<row r=\"5\"><c r=\"A5\"><v>3</v></c><c r=\"C5\"/><c r=\"D5\"><v>4</v></c></row>")
        .save(path());
    ConvertedSheet facts;
    QCOMPARE(converted(u"Sheet1"_s, &facts), QByteArray("\n,1,,2\n\n\n3,,,4\n"));
    QCOMPARE(facts.rows, 5);
    QCOMPARE(facts.columns, 4);
}

void TestWorkbook::makesAllRowsAsWideAsTheWidest()
{
    BookMaker()
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a, \"b\"\nc</t></is></c></row>"
               "<row r=\"2\"><c r=\"AB2\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\"><v>2</v></c></row>")
        .save(path());
    QCOMPARE(converted(),
             "\"a, \"\"b\"\"\nc\"" + QByteArray(27, ',') + "\n" + QByteArray(27, ',') + "1\n2"
                 + QByteArray(27, ',') + "\n");
}

void TestWorkbook::dropsWhatIsEmptyBehindTheLastValue()
{
    BookMaker()
        .texts("<si><t/></si>")
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"XFD1\" s=\"0\"/></row>"
               "<row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"C2\" t=\"s\"><v>0</v></c></row>"
               "<row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("1,2\n3,\n"));
}

void TestWorkbook::keepsCellsThatNeedQuotes()
{
    BookMaker()
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>"
               "<c r=\"B1\" t=\"inlineStr\"><is><t>Müller &amp; \"Söhne\", 東京 😀</t></is></c>"
               "<c r=\"C1\" t=\"inlineStr\"><is><t>one\ntwo</t></is></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray(" a ,\"Müller & \"\"Söhne\"\", 東京 😀\",\"one\ntwo\"\n"));
}

void TestWorkbook::joinsRunsAndDropsReadings()
{
    BookMaker()
        .texts("<si><r><rPr><b/></rPr><t>Anna </t></r><r><t>Berg</t></r></si>"
               "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>")
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
               "<c r=\"C1\" t=\"inlineStr\"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("Anna Berg,東京,xy\n"));
}

void TestWorkbook::undoesEscapes()
{
    BookMaker()
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x0009_b</t></is></c>"
               "<c r=\"B1\" t=\"inlineStr\"><is><t>_x005F_x000D_</t></is></c>"
               "<c r=\"C1\" t=\"inlineStr\"><is><t>my_xls_x00</t></is></c>"
               "<c r=\"D1\" t=\"str\"><f>1</f><v>a_x000D_\nb</v></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("a\tb,_x000D_,my_xls_x00,\"a\r\nb\"\n"));
}

void TestWorkbook::readsWithoutReferences()
{
    BookMaker()
        .sheet(u"Sheet1"_s, "<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("1,,2\n3,,\n"));
}

void TestWorkbook::readsPrefixedElements()
{
    BookMaker()
        .sheet(u"Sheet1"_s, {}, {},
               "<x:sheetData xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:row "
               "r=\"1\">"
               "<x:c r=\"B1\" t=\"inlineStr\"><x:is><x:t>one</x:t></x:is></x:c></x:row></x:sheetData>")
        .save(path());
    QCOMPARE(converted(), QByteArray(",one\n"));
}

void TestWorkbook::usesTheStyleOfTheCell()
{
    BookMaker()
        .formats({ "00000", "0.00%", "#,##0.00\\ \"€\"", "yyyy-mm-dd hh:mm" })
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>4109</v></c><c r=\"B1\" s=\"1\"><v>0.125</v></c>"
               "<c r=\"C1\" s=\"2\"><v>1234.5</v></c><c r=\"D1\" s=\"3\"><v>46348.545138888891</v></c>"
               "<c r=\"E1\" s=\"77\"><v>5</v></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("04109,12.50%,1234.50 €,2026-11-22 13:05:00,5\n"));
}

void TestWorkbook::countsDaysAsTheWorkbookSays()
{
    BookMaker()
        .from1904()
        .formats({ "dd/mm/yyyy" })
        .sheet(u"Sheet1"_s, "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44886</v></c></row>")
        .save(path());
    QCOMPARE(converted(), QByteArray("2026-11-22\n"));
}

void TestWorkbook::countsFormulasWithoutValue()
{
    BookMaker()
        .sheet(
            u"Sheet1"_s,
            "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1+1</f></c><c r=\"C1\"><f>A1+2</f><v/></c>"
            "<c r=\"D1\"><f>A1+3</f><v>4</v></c>"
            "<c r=\"E1\" t=\"str\"><f>\"\"</f><v></v></c></row>")
        .save(path());
    ConvertedSheet facts;
    QCOMPARE(converted(u"Sheet1"_s, &facts), QByteArray("1,,,4\n"));
    QCOMPARE(facts.uncalculated, 2);
}

void TestWorkbook::doesNotFillTheDiskForAStrayCell()
{
    QByteArray rows = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>";
    for (int row = 2; row <= 20'000; ++row)
        rows += "<row><c><v>2</v></c></row>";
    BookMaker().sheet(u"Sheet1"_s, rows).save(path());
    ConvertedSheet facts;
    QVERIFY(converted(u"Sheet1"_s, &facts).size() < 1'000'000);
    QCOMPARE(facts.rows, 20'000);
}

void TestWorkbook::listsSheetsWithCells()
{
    BookMaker()
        .sheet(u"Notes"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "hidden")
        .sheet(u"Empty"_s, "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>")
        .chart(u"Chart"_s)
        .sheet(u"People & more"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", {},
               "<dimension ref=\"A1:J480\"/>")
        .sheet(u"Secret"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", "veryHidden")
        .sheet(u"Orders"_s, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", "visible")
        .save(path());
    const auto sheets = sheetsOf(path());
    QVERIFY(sheets);
    const std::vector<WorkbookSheet> expected { { u"People & more"_s, 480, false },
                                                { u"Orders"_s, 0, false },
                                                { u"Notes"_s, 0, true },
                                                { u"Secret"_s, 0, true } };
    QVERIFY(*sheets == expected);
}

void TestWorkbook::readsOnlyTheSheetThatIsAsked()
{
    BookMaker()
        .sheet(u"One"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        .sheet(u"Two"_s, "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")
        .save(path());
    QCOMPARE(converted(u"Two"_s), QByteArray("2\n"));
    const auto none = convertSheet(path(), u"Three"_s, outPath(), {}, {});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::BadInput);
    QVERIFY(none.error().sentence.contains(u"Three"));
}

void TestWorkbook::fileIsForTheOwnerAlone()
{
    BookMaker().sheet(u"Sheet1"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(path());
    QFile::remove(outPath());
    converted();
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(QFileInfo::exists(outPath()));
    QVERIFY(!(QFileInfo(outPath()).permissions() & others));
}

void TestWorkbook::stopLeavesNothingBehind()
{
    BookMaker().sheet(u"Sheet1"_s, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").save(path());
    QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    const auto done
        = convertSheet(path(), u"Sheet1"_s, folder.filePath(u"sheet.csv"_s), {}, stop.get_token());
    QVERIFY(!done);
    QVERIFY(done.error().cancelled());
    QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestWorkbook::tellsProgress()
{
    BookMaker()
        .texts("<si><t>a</t></si>")
        .sheet(u"Sheet1"_s, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        .save(path());
    qint64 last = 0;
    qint64 all = 0;
    const Progress progress([&](qint64 done, qint64 total) {
        QVERIFY(done >= last);
        last = done;
        all = total;
    });
    QVERIFY(convertSheet(path(), u"Sheet1"_s, outPath(), progress, {}));
    QVERIFY(last > 0);
    QCOMPARE(last, all);
}

void TestWorkbook::isTheSameAcrossBlocks()
{
    QByteArray rows;
    QByteArray texts;
    QByteArray expected;
    for (int row = 0; row < 30'000; ++row) {
        const QByteArray number = QByteArray::number(row);
        texts += "<si><t>Zoë " + number + "</t></si>";
        rows += "<row r=\"" + QByteArray::number(row + 1) + "\"><c t=\"s\"><v>" + number + "</v></c><c><v>"
            + number + ".5</v></c><c t=\"inlineStr\"><is><t>a\"" + number + "</t></is></c></row>";
        expected += "Zoë " + number + ',' + number + ".5,\"a\"\"" + number + "\"\n";
    }
    BookMaker().texts(texts).sheet(u"Sheet1"_s, rows).save(path());
    QVERIFY(converted() == expected);
}

QTEST_GUILESS_MAIN(TestWorkbook)
#include "test_workbook.moc"
