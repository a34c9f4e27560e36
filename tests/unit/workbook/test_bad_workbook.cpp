#include "app/workbook/workbook.h"
#include "tests/support/book_maker.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestBadWorkbook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesOtherFilesAlone_data();
    void leavesOtherFilesAlone();
    void knowsWorkbooksByTheirContent();
    void namesPasswordAndOldFormats();
    void namesBinaryWorkbooks();
    void namesTruncatedWorkbooks();
    void survivesEveryCut();
    void refusesBrokenSheets_data();
    void refusesBrokenSheets();
    void findsOutAboutMissingParts();
    void refusesBombs();
    void refusesEmptyWorkbooks();

private:
    QString path() const { return m_folder.filePath(u"a file.xlsx"_s); }
    void write(const QByteArray &bytes);
    QByteArray bytes();

    QTemporaryDir m_folder;
};

namespace {

const QByteArray oneRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

/// A compound file of one directory sector that names \a stream ([MS-CFB] 2.2, 2.6.1).
QByteArray compoundFile(const QString &stream)
{
    QByteArray bytes(2048, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    bytes[30] = 9; // sectors of 512 bytes
    bytes[48] = 1; // the directory's first
    for (qsizetype at = 0; at < stream.size(); ++at)
        bytes[1024 + 128 + 2 * at] = stream[at].toLatin1();
    return bytes;
}

} // namespace

void TestBadWorkbook::write(const QByteArray &bytes)
{
    QFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for a test file");
}

QByteArray TestBadWorkbook::bytes()
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestBadWorkbook::leavesOtherFilesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("a,b\n1,2\n");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n");
    QTest::newRow("cut zip of something") << QByteArray("PK\x03\x04 photos/1.jpg");
    QTest::newRow("Word of old") << compoundFile(u"WordDocument"_s);
}

void TestBadWorkbook::leavesOtherFilesAlone()
{
    QFETCH(QByteArray, content);
    write(content);
    const auto workbook = isWorkbook(path());
    QVERIFY(workbook);
    QVERIFY(!*workbook);
}

void TestBadWorkbook::knowsWorkbooksByTheirContent()
{
    BookMaker().sheet(u"Sheet1"_s, oneRow).save(path());
    QVERIFY(QFile::rename(path(), m_folder.filePath(u"people.csv"_s)));
    const auto workbook = isWorkbook(m_folder.filePath(u"people.csv"_s));
    QVERIFY(workbook && *workbook);
    QVERIFY(!*isWorkbook(m_folder.filePath(u"nowhere.xlsx"_s)));
}

void TestBadWorkbook::namesPasswordAndOldFormats()
{
    write(compoundFile(u"EncryptedPackage"_s));
    auto workbook = isWorkbook(path());
    QVERIFY(!workbook);
    QVERIFY(workbook.error().sentence.contains(u"password"));
    write(compoundFile(u"Workbook"_s));
    workbook = isWorkbook(path());
    QVERIFY(!workbook);
    QVERIFY(workbook.error().sentence.contains(u".xls)"));
}

void TestBadWorkbook::namesBinaryWorkbooks()
{
    BookMaker().part(u"xl/workbook.bin"_s, "x").save(path());
    const auto workbook = isWorkbook(path());
    QVERIFY(!workbook);
    QVERIFY(workbook.error().sentence.contains(u".xlsb"));
}

void TestBadWorkbook::namesTruncatedWorkbooks()
{
    BookMaker().sheet(u"Sheet1"_s, oneRow).save(path());
    write(bytes().chopped(200));
    const auto workbook = isWorkbook(path());
    QVERIFY(!workbook);
    QCOMPARE(workbook.error().kind, Error::Kind::BadInput);
    QVERIFY(workbook.error().sentence.contains(u"damaged"));
}

void TestBadWorkbook::survivesEveryCut()
{
    BookMaker().texts("<si><t>a</t></si>").sheet(u"Sheet1"_s, oneRow).save(path());
    const QByteArray whole = bytes();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        write(whole.first(size));
        const auto workbook = isWorkbook(path());
        QVERIFY2(!workbook || !*workbook || !sheetsOf(path()), qPrintable(QString::number(size)));
    }
    // A bit that flips: any answer but a crash.
    for (qsizetype at = 0; at < whole.size(); at += 29) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        write(changed);
        if (const auto workbook = isWorkbook(path()); workbook && *workbook && sheetsOf(path()))
            (void)convertSheet(path(), u"Sheet1"_s, m_folder.filePath(u"out.csv"_s), {}, {});
    }
}

void TestBadWorkbook::refusesBrokenSheets_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("open element") << QByteArray("<row r=\"1\"><c r=\"A1\"><v>1</v></row>");
    QTest::newRow("rows backwards") << QByteArray(
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    QTest::newRow("too many rows") << QByteArray("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>");
    QTest::newRow("row zero") << QByteArray("<row r=\"0\"><c r=\"A0\"><v>1</v></c></row>");
    QTest::newRow("too many columns") << QByteArray("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>");
    QTest::newRow("no column") << QByteArray("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>");
    QTest::newRow("unknown entity") << QByteArray("<row r=\"1\"><c r=\"A1\"><v>&boom;</v></c></row>");
}

void TestBadWorkbook::refusesBrokenSheets()
{
    QFETCH(QByteArray, rows);
    BookMaker().sheet(u"Sheet1"_s, rows).save(path());
    const QString out = m_folder.filePath(u"out.csv"_s);
    QFile::remove(out);
    const auto done = convertSheet(path(), u"Sheet1"_s, out, {}, {});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::BadInput);
    QVERIFY(done.error().sentence.contains(u"damaged"));
    QVERIFY(!QFile::exists(out));
}

void TestBadWorkbook::findsOutAboutMissingParts()
{
    const QByteArray whole = [this] {
        BookMaker().texts("<si><t>a</t></si>").sheet(u"Sheet1"_s, oneRow).save(path());
        return bytes();
    }();
    for (const QByteArray part : { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml" }) {
        QByteArray without = whole;
        without.replace(part, QByteArray(part).replace("xl/", "ab/"));
        write(without);
        const QString out = m_folder.filePath(u"out.csv"_s);
        // Without its texts a workbook may still have numbers.
        QCOMPARE(bool(convertSheet(path(), u"Sheet1"_s, out, {}, {})), part.contains("shared"));
    }
}

void TestBadWorkbook::refusesBombs()
{
    BookMaker()
        .sheet(u"Sheet1"_s,
               "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + QByteArray(64 * 1024 * 1024, 'a')
                   + "</t></is></c></row>")
        .save(path());
    QVERIFY(QFileInfo(path()).size() < 1024 * 1024);
    const auto done = convertSheet(path(), u"Sheet1"_s, m_folder.filePath(u"out.csv"_s), {}, {});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, Error::Kind::BadInput);
}

void TestBadWorkbook::refusesEmptyWorkbooks()
{
    BookMaker().sheet(u"Sheet1"_s, {}).chart(u"Chart"_s).save(path());
    const auto sheets = sheetsOf(path());
    QVERIFY(!sheets);
    QCOMPARE(sheets.error().kind, Error::Kind::BadInput);
}

QTEST_GUILESS_MAIN(TestBadWorkbook)
#include "test_bad_workbook.moc"
