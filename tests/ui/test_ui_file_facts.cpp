#include "tests/ui/file_stage.h"

#include <QPushButton>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// Post codes of five digits of which each tenth has lost its zero.
QByteArray codesWithoutZeros(int rows)
{
    QByteArray text = "Name;PLZ;Ort\n";
    for (int row = 0; row < rows; ++row) {
        const int code = row % 10 == 0 ? 1'000 + row : (1 + row % 9) * 10'000 + row;
        text += "Person " + QByteArray::number(row) + ';' + QByteArray::number(code) + ";Ort\n";
    }
    return text;
}

/// The buttons' number of the fact whose text contains \a words; -1 when it is not shown.
int lineOf(const FileStage &stage, const QString &words)
{
    for (int line = 0; line < 20; ++line) {
        const auto *see = stage.window.find<QPushButton>(u"file.facts.see%1"_s.arg(line));
        if (see != nullptr && see->isVisible() && see->accessibleDescription().contains(words))
            return line;
    }
    return -1;
}

} // namespace

/// Things to know about a file, and what can be said to them.
class TestUiFileFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void factsLeadToTheirRows();
    void atMostThreeFactsAtFirst();
    void nextProblemByKeyboard();
    void seeRowsShowsExactlyThese();
    void notAProblemIsRemembered();
    void quietThingsAreNotCounted();
    void columnHeadersSayWhatIsWrong();
    void failedRowsOfAnEarlierResult();
    void noFailedRowsWhereNobodyKnows();
    void earlierResultAsANormalFile();
    void longCellsAreCut();
};

void TestUiFileFacts::factsLeadToTheirRows()
{
    FileStage stage;
    stage.openText(
        "Name,Mail,Town\nAnna,a@example.com,Oslo\nJan,j@example.org,Bonn,extra\nEva,e@example.org,Rome\n");
    QVERIFY(stage.window.find<QWidget>(u"file.facts"_s)->isVisible());
    QVERIFY2(stage.facts().join(u'|').contains("Row 3 has 4 cell"_L1), qPrintable(stage.facts().join(u'|')));
    stage.window.click(u"file.facts.see0"_s);
    QCOMPARE(stage.grid()->currentRow(), 2);
    QCOMPARE(QApplication::focusWidget(), stage.grid());
    const GridRow *row = stage.grid()->source()->row(2);
    QCOMPARE(row->mark, GridMark::HeadsUp);
    QVERIFY(row->note.contains("instead of 3"_L1));
}

void TestUiFileFacts::atMostThreeFactsAtFirst()
{
    FileStage stage;
    QByteArray text = "Name,Mail,Mail,\n\"Anna, Maria\",a@example.com,x,y\n\"Bo, Ida\",b@example.com,x,y\n";
    text += "Jan,j@example.org\n";
    text += QByteArray("Zo\0e,z@example.org,x,y\n", 23);
    text += "Eva,\"e@example.org,x,y\n";
    stage.openText(text);
    const QStringList few = stage.facts();
    QCOMPARE(few.size(), 4); // the title and three
    QVERIFY2(few.front().startsWith("5 thing"_L1), qPrintable(few.join(u'|')));
    QVERIFY2(few[1].contains("NUL"_L1), qPrintable(few[1])); // what spoils most stands first
    QVERIFY2(few[3].contains("quotation mark"_L1), qPrintable(few[3]));
    stage.window.picture(u"file-facts"_s);
    stage.window.click(u"file.facts.more"_s);
    QCOMPARE(stage.facts().size(), 6);
    QCOMPARE(stage.grid()->source()->column(2).mark, GridMark::HeadsUp);
}

void TestUiFileFacts::nextProblemByKeyboard()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a\nJan,j,extra\nEva,e\nUwe,u,extra\n");
    stage.grid()->setFocus();
    stage.grid()->setCurrent(0, 0);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 2);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 4);
    QTest::keyClick(stage.grid(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(stage.grid()->currentRow(), 2);
}

void TestUiFileFacts::seeRowsShowsExactlyThese()
{
    FileStage stage;
    stage.openText(codesWithoutZeros(2'000));
    const int line = lineOf(stage, u"4 digits"_s);
    QVERIFY2(line >= 0, qPrintable(stage.facts().join(u'|')));
    QVERIFY(!stage.shows(u"file.picked"_s));
    stage.window.click(u"file.facts.see%1"_s.arg(line));
    QTRY_COMPARE(stage.rows()->rowCount(), 200);
    QVERIFY(stage.shows(u"file.picked"_s));
    QVERIFY2(stage.text(u"file.picked.text"_s).contains("200 row"_L1),
             qPrintable(stage.text(u"file.picked.text"_s)));
    stage.grid()->setCurrent(150, 1);
    QTRY_VERIFY(stage.rows()->row(150));
    QCOMPARE(stage.rows()->row(150)->number, 1'502); // the 151st of them
    QCOMPARE(stage.rows()->row(150)->cells[1], u"2500"_s);
    stage.window.picture(u"file-picked"_s);
    stage.window.click(u"file.picked.all"_s);
    QCOMPARE(stage.rows()->rowCount(), 2'001);
    QCOMPARE(stage.grid()->currentRow(), 1'501); // where the person was
    QVERIFY(!stage.shows(u"file.picked"_s));
}

void TestUiFileFacts::notAProblemIsRemembered()
{
    FileStage stage;
    const QByteArray text = codesWithoutZeros(2'000);
    stage.openText(text);
    const int line = lineOf(stage, u"4 digits"_s);
    QVERIFY(line >= 0);
    QCOMPARE(stage.rows()->column(1).mark, GridMark::HeadsUp);
    stage.window.click(u"file.facts.settle%1"_s.arg(line));
    QCOMPARE(lineOf(stage, u"4 digits"_s), -1);
    QCOMPARE(stage.rows()->column(1).mark, GridMark::None);

    FileDesk another(stage.bench.bench);
    const auto remembers = [&] {
        another.open(stage.bench.home.filePath(u"file.csv"_s));
        return QTest::qWaitFor([&another] { return another.snapshot().surveyed; })
            && !another.snapshot().notes.settled.isEmpty();
    };
    QTRY_VERIFY(remembers());

    stage.openText(text + "Last;1234;Ort\n"); // the file changed: it may be a problem now
    QVERIFY(lineOf(stage, u"4 digits"_s) >= 0);
}

void TestUiFileFacts::quietThingsAreNotCounted()
{
    FileStage stage;
    stage.openText("\xEF\xBB\xBFName,Mail\nAnna,a@example.com\nJan,j@example.org\n");
    QCOMPARE(stage.facts(), QStringList { u"Nothing in this file needs a look"_s });
    stage.window.click(u"file.facts.more"_s);
    QCOMPARE(stage.facts().size(), 2);
    QVERIFY(!stage.shows(u"file.facts.settle0"_s));
}

void TestUiFileFacts::columnHeadersSayWhatIsWrong()
{
    FileStage stage;
    stage.openText(codesWithoutZeros(2'000));
    QCOMPARE(stage.rows()->column(0).mark, GridMark::None);
    QCOMPARE(stage.rows()->column(1).mark, GridMark::HeadsUp);
    QVERIFY(stage.rows()->column(1).note.contains("4 digits"_L1));
    QVERIFY(!stage.rows()->column(0).typeLine.isEmpty());
}

namespace {
constexpr auto resultFile = "sf__Id,sf__Error,Name,Email\n"
                            ",INVALID_EMAIL_ADDRESS:bad:Email --,Anna,anna@\n"
                            "003000000000001AAA,,Jan,j@example.org\n"
                            "003000000000002AAA,,Eva,e@example.org\n"
                            ",REQUIRED_FIELD_MISSING:LastName --,Uwe,u@example.org\n";
}

void TestUiFileFacts::failedRowsOfAnEarlierResult()
{
    FileStage stage;
    stage.openText(resultFile);
    auto *only = stage.window.find<QPushButton>(u"file.facts.failed0"_s);
    QVERIFY2(only && only->isVisible(), qPrintable(stage.facts().join(u'|')));
    stage.window.picture(u"file-earlier-result"_s);
    only->click();
    QTRY_VERIFY(stage.text(u"file.name"_s).contains("failed rows"_L1));
    QTRY_VERIFY(stage.file.snapshot().surveyed);
    QCOMPARE(stage.file.snapshot().rows(), 2);
    QCOMPARE(stage.rows()->row(1)->cells[2], u"Anna"_s);
    QCOMPARE(stage.rows()->row(2)->cells[2], u"Uwe"_s);
    QCOMPARE(stage.file.snapshot().look.header,
             (QStringList { u"sf__Id"_s, u"sf__Error"_s, u"Name"_s, u"Email"_s }));
}

void TestUiFileFacts::noFailedRowsWhereNobodyKnows()
{
    FileStage stage;
    stage.openText("Name,Email,Rowlift result\nAnna,a@example.org,added\nJan,j@example.org,unknown\n");
    QVERIFY(stage.window.find<QPushButton>(u"file.facts.plain0"_s)->isVisible());
    QVERIFY(!stage.window.find<QPushButton>(u"file.facts.failed0"_s)->isVisible());
}

void TestUiFileFacts::longCellsAreCut()
{
    FileStage stage;
    stage.openText("Name,Note\nAnna," + QByteArray(3 << 20, 'x') + "\nJan,short\n");
    QCOMPARE(stage.rows()->row(1)->cutCells, std::vector<int> { 1 });
    QVERIFY(stage.rows()->row(2)->cutCells.empty());
}

void TestUiFileFacts::earlierResultAsANormalFile()
{
    FileStage stage;
    stage.openText(resultFile);
    stage.window.click(u"file.facts.plain0"_s);
    const auto *only = stage.window.find<QPushButton>(u"file.facts.failed0"_s);
    QVERIFY(!only->isVisible());
    QCOMPARE(stage.file.snapshot().rows(), 4);
    QVERIFY(stage.file.snapshot().notes.plainFile);
}

QTEST_MAIN(TestUiFileFacts)
#include "test_ui_file_facts.moc"
