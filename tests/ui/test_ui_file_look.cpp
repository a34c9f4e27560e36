#include "tests/support/book_maker.h"
#include "tests/ui/file_stage.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray people(int rows)
{
    QByteArray text = "Name,Town,Code\n";
    for (int row = 0; row < rows; ++row)
        text += "Person " + QByteArray::number(row) + (row % 1'000 == 999 ? ",Oslo," : ",Bonn,") + "AB-"
            + QByteArray::number(1'000 + row % 9'000) + '\n';
    return text;
}

QByteArray bookRow(int number, const QByteArray &first, const QByteArray &second)
{
    const auto cell
        = [](const QByteArray &text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
    return "<row r=\"" + QByteArray::number(number) + "\">" + cell(first) + cell(second) + "</row>";
}

} // namespace

/// Looking closely: finding cells, one cell, one column, the sheets of a workbook.
class TestUiFileLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void findsCellsOfTheWholeFile();
    void findsOnlyInPickedRows();
    void searchEndsWithTheBar();
    void searchThatFailsIsNotOneWithoutHits();
    void cellIsLookedInto();
    void columnCardTellsOfTheWholeFile();
    void valueOfTheCardIsFound();
    void sheetsAreChosenAboveTheGrid();
    void damagedWorkbookSaysSo();
};

void TestUiFileLook::findsCellsOfTheWholeFile()
{
    FileStage stage;
    stage.openText(people(20'000));
    stage.grid()->setFocus();
    QTest::keyClick(stage.grid(), Qt::Key_F, Qt::ControlModifier);
    auto *text = stage.window.find<QLineEdit>(u"find.text"_s);
    QVERIFY(text && text->isVisible() && text->hasFocus());
    QTest::keyClicks(text, u"OSLO"_s);
    QTRY_VERIFY2(stage.text(u"find.count"_s).contains("of 20"_L1), qPrintable(stage.text(u"find.count"_s)));
    QCOMPARE(stage.grid()->hitCount(), 20);
    QCOMPARE(stage.grid()->currentRow(), 1'000);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(stage.grid()->currentRow(), 2'000);
    QCOMPARE(stage.grid()->currentColumn(), 1);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(stage.grid()->currentRow(), 1'000);
    stage.window.picture(u"file-find"_s);
    stage.window.find<QCheckBox>(u"find.matchCase"_s)->click();
    QTRY_COMPARE(stage.grid()->hitCount(), 0);
}

void TestUiFileLook::findsOnlyInPickedRows()
{
    FileStage stage;
    stage.openText(people(5'000));
    stage.file.pick({ 10, 1'000, 2'000, 2'001 }, 4);
    QTest::keyClick(stage.grid(), Qt::Key_F, Qt::ControlModifier);
    auto *text = stage.window.find<QLineEdit>(u"find.text"_s);
    QTest::keyClicks(text, u"Oslo"_s);
    QTRY_COMPARE(stage.grid()->hitCount(), 2);
    QTRY_COMPARE(stage.grid()->currentRow(), 1);
    stage.window.click(u"file.picked.all"_s);
    QTRY_COMPARE(stage.grid()->hitCount(), 5);
}

void TestUiFileLook::searchEndsWithTheBar()
{
    FileStage stage;
    stage.openText(people(3'000));
    QTest::keyClick(stage.grid(), Qt::Key_F, Qt::ControlModifier);
    auto *text = stage.window.find<QLineEdit>(u"find.text"_s);
    QTest::keyClicks(text, u"Oslo"_s);
    QTRY_COMPARE(stage.grid()->hitCount(), 3);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QCOMPARE(stage.grid()->hitCount(), 0);
    QVERIFY(stage.grid()->hasFocus());
}

void TestUiFileLook::searchThatFailsIsNotOneWithoutHits()
{
    FileStage stage;
    stage.openText(people(100));
    QTest::keyClick(stage.grid(), Qt::Key_F, Qt::ControlModifier);
    const QString path = stage.file.snapshot().path;
    QVERIFY(QFile::remove(path) && QDir().mkdir(path)); // it is there, and cannot be read
    auto *text = stage.window.find<QLineEdit>(u"find.text"_s);
    QTest::keyClicks(text, u"Person"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_VERIFY2(stage.text(u"find.count"_s).contains("file.csv"_L1),
                 qPrintable(stage.text(u"find.count"_s)));
}

void TestUiFileLook::cellIsLookedInto()
{
    FileStage stage;
    stage.openText("Name;Ort\nM\xFCller;K\xF6ln\nGr\xFCn;\"Bad\nEms\"\n");
    stage.grid()->setFocus();
    stage.grid()->setCurrent(1, 0);
    QTest::keyClick(stage.grid(), Qt::Key_F1);
    QVERIFY(stage.shows(u"panel.cell"_s));
    stage.window.find<QRadioButton>(u"inspector.asBytes"_s)->click();
    const auto *bytes = stage.window.find<QPlainTextEdit>(u"inspector.bytes"_s);
    QVERIFY2(bytes->toPlainText().contains("FC"_L1, Qt::CaseInsensitive), qPrintable(bytes->toPlainText()));
    stage.grid()->setCurrent(2, 1); // it follows
    stage.window.find<QRadioButton>(u"inspector.asText"_s)->click();
    stage.window.picture(u"file-cell"_s);
    stage.window.click(u"file.side.close"_s);
    QVERIFY(!stage.shows(u"panel.cell"_s));
    QVERIFY(stage.grid()->hasFocus());
}

void TestUiFileLook::columnCardTellsOfTheWholeFile()
{
    FileStage stage;
    stage.openText(people(20'000));
    stage.grid()->setFocus();
    stage.grid()->setCurrent(5, 1);
    QTest::keyClick(stage.grid(), Qt::Key_Down, Qt::AltModifier);
    auto *card = stage.window.find<QWidget>(u"panel.column"_s);
    QVERIFY(card && card->isVisible());
    QStringList said;
    for (const QLabel *label : card->findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(said.join(u'|').contains("Town"_L1), qPrintable(said.join(u'|')));
    stage.window.picture(u"file-column"_s);
    QTest::keyClick(card, Qt::Key_Escape);
    QVERIFY(!card->isVisible());
}

void TestUiFileLook::valueOfTheCardIsFound()
{
    FileStage stage;
    stage.openText(people(5'000));
    Q_EMIT stage.grid()->columnActivated(1);
    auto *list = stage.window.find<QAbstractItemView>(u"card.frequent"_s);
    QVERIFY(list && list->isVisible());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(1, 0)); // the rarer one
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(stage.grid()->hitCount(), 5);
}

void TestUiFileLook::sheetsAreChosenAboveTheGrid()
{
    FileStage stage;
    const QString path = stage.bench.home.filePath(u"book.xlsx"_s);
    BookMaker()
        .sheet(u"People"_s, bookRow(1, "Name", "Mail") + bookRow(2, "Anna", "a@example.com"))
        .sheet(u"Towns"_s,
               bookRow(1, "Town", "Code") + bookRow(2, "Oslo", "0150") + bookRow(3, "Bonn", "53111"))
        .save(path);
    stage.open(path);
    QCOMPARE(stage.rows()->column(0).title, u"Name"_s);
    QVERIFY(stage.shows(u"file.sheet"_s));
    QVERIFY(!stage.shows(u"file.delimiter"_s) && !stage.shows(u"file.encoding"_s));
    stage.window.click(u"file.why"_s);
    stage.window.click(u"file.more"_s);
    QVERIFY(stage.shows(u"file.skipEmpty"_s) && !stage.shows(u"file.quote"_s));
    QCOMPARE(stage.window.find<QWidget>(u"file.why.reasons"_s)->findChild<QLabel *>()->text(),
             u"Row 1 names the columns."_s);
    stage.window.picture(u"file-sheets"_s);
    stage.choose(u"file.sheet"_s, u"Towns"_s);
    QTRY_COMPARE(stage.rows()->columnCount(), 2);
    QTRY_COMPARE(stage.rows()->column(0).title, u"Town"_s);
    QCOMPARE(stage.combo(u"file.sheet"_s)->shownText(), u"Towns"_s);
    QCOMPARE(stage.rows()->row(1)->cells[1], u"0150"_s);
    QCOMPARE(stage.text(u"file.name"_s), u"book.xlsx"_s);
}

void TestUiFileLook::damagedWorkbookSaysSo()
{
    FileStage stage;
    const QString path = stage.bench.home.filePath(u"book.xlsx"_s);
    BookMaker().sheet(u"People"_s, bookRow(1, "Name", "Mail")).save(path);
    QFile file(path);
    QVERIFY(file.resize(file.size() / 2));
    stage.open(path);
    QVERIFY2(!stage.window.notice(u"unreadable"_s).isEmpty(), "a torn workbook");
    stage.window.picture(u"file-torn-workbook"_s);
    stage.open(stage.bench.write(u"old.xls"_s,
                                 QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0')));
    QVERIFY2(stage.window.notice(u"unreadable"_s).contains("save"_L1),
             qPrintable(stage.window.notice(u"unreadable"_s)));
}

QTEST_MAIN(TestUiFileLook)
#include "test_ui_file_look.moc"
