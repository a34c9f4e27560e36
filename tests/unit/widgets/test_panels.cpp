#include "ui/style/style.h"
#include "ui/widgets/cell_inspector.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/column_card.h"
#include "ui/widgets/hex_lines.h"
#include "ui/widgets/invisible_signs.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

/// What panels at the side say of a cell and of a column.
class TestPanels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsHaveNames_data();
    void signsHaveNames();
    void piecesMakeTheWholeText_data();
    void piecesMakeTheWholeText();
    void inspectorSaysWhereAndHowLong();
    void inspectorNamesWhatIsNotSeen();
    void copyGivesTheTextItself();
    void longCellComesInSlices();
    void bytesOfTheFileAreShown();
    void bytesComeInPages();
    void beginningOfALargeCellSaysSo();
    void hexLinesHaveOffsets();
    void cardSaysCounts();
    void cardValuesAreReachedAndCopied();
    void cardTellsWhatIsActivated();
    void cardKeepsItsPlaceWhileReading();
    void cardSharesAreNeverRoundedAway();
};

void TestPanels::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestPanels::signsHaveNames_data()
{
    QTest::addColumn<uint>("sign");
    QTest::addColumn<QString>("name");
    QTest::newRow("tab") << 0x09U << u"tab"_s;
    QTest::newRow("no-break space") << 0xA0U << u"no-break space"_s;
    QTest::newRow("zero-width space") << 0x200BU << u"zero-width space"_s;
    QTest::newRow("order mark") << 0xFEFFU << u"byte order mark"_s;
    QTest::newRow("right-to-left override") << 0x202EU << u"hidden character U+202E"_s;
    QTest::newRow("em space") << 0x2003U << u"wide or narrow space U+2003"_s;
    QTest::newRow("control") << 0x01U << u"hidden character U+0001"_s;
    QTest::newRow("letter") << 0xFCU << QString();
    QTest::newRow("space") << 0x20U << QString();
    QTest::newRow("emoji") << 0x1F600U << QString();
}

void TestPanels::signsHaveNames()
{
    QFETCH(uint, sign);
    QTEST(nameOfSign(sign), "name");
}

void TestPanels::piecesMakeTheWholeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("plain") << u"Anna Müller"_s << QStringList();
    QTest::newRow("spaces at both ends") << u" a b  "_s << QStringList { u"space"_s, u"space"_s, u"space"_s };
    QTest::newRow("only spaces") << u"  "_s << QStringList { u"space"_s, u"space"_s };
    QTest::newRow("windows break is one")
        << u"a\r\nb\rc\nd"_s << QStringList { u"line break"_s, u"line break"_s, u"line break"_s };
    QTest::newRow("longer than a piece")
        << QString(25, u'x') + u'\t' + QString(7, u'y') << QStringList { u"tab"_s };
    QTest::newRow("pairs stay whole") << u"123456789😀😀"_s << QStringList();
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD83D) << QStringList();
}

void TestPanels::piecesMakeTheWholeText()
{
    QFETCH(QString, text);
    TextPieces pieces(text);
    QString whole;
    QStringList names;
    while (!pieces.atEnd()) {
        const TextPiece piece = pieces.next(10);
        QVERIFY(!piece.text.isEmpty() && piece.text.size() <= 11);
        QVERIFY(!piece.text.front().isLowSurrogate());
        whole += piece.text;
        if (!piece.name.isEmpty())
            names << piece.name;
    }
    QCOMPARE(whole, text);
    QTEST(names, "names");
}

static QString wordsOf(const QWidget &panel, const QString &name)
{
    return panel.findChild<QLabel *>(name)->text();
}

void TestPanels::inspectorSaysWhereAndHowLong()
{
    CellInspector inspector;
    inspector.setCell({ .letter = u"C"_s,
                        .column = u"Name"_s,
                        .row = 1'204,
                        .text = u"Mü😀"_s,
                        .bytes = {},
                        .encoding = {} });
    QCOMPARE(wordsOf(inspector, u"inspector.title"_s), u"Name"_s);
    QCOMPARE(wordsOf(inspector, u"inspector.place"_s), u"Row 1,204, column C"_s);
    QVERIFY2(wordsOf(inspector, u"inspector.size"_s).startsWith(u"3 character"_s),
             qPrintable(wordsOf(inspector, u"inspector.size"_s)));
    QVERIFY(wordsOf(inspector, u"inspector.size"_s).contains(u"7 byte"_s));
    QVERIFY(wordsOf(inspector, u"inspector.size"_s).endsWith(u"as UTF-8"_s));
}

void TestPanels::inspectorNamesWhatIsNotSeen()
{
    CellInspector inspector;
    inspector.setCell({ .letter = u"C"_s,
                        .column = {},
                        .row = 1,
                        .text = u"a\u00A0b\r\nc"_s,
                        .bytes = {},
                        .encoding = {} });
    const auto *text = inspector.findChild<QPlainTextEdit *>(u"inspector.text"_s);
    QCOMPARE(text->toPlainText(), u"a‹no-break space›b‹line break›\nc"_s);
}

void TestPanels::copyGivesTheTextItself()
{
    const QString whole = u" a\u00A0b\r\nc\t"_s + QString(5'000, u'x') + u"\nend"_s;
    CellText text;
    text.setWhole(whole);
    QTRY_VERIFY(text.toPlainText().endsWith(u"end"_s));
    text.selectAll();
    text.copy();
    QCOMPARE(QApplication::clipboard()->text(), whole);
}

void TestPanels::longCellComesInSlices()
{
    CellText text;
    text.resize(300, 300);
    text.show();
    const QString line = u" many words that are all alike and such"_s;
    const QString whole = u"So"_s + line.repeated(30'000); // a MiB
    text.setWhole(whole);
    const int at = static_cast<int>(text.toPlainText().size());
    QVERIFY(at > 0 && at < 1'000'000);
    QCOMPARE(text.verticalScrollBar()->value(), 0);
    text.setWhole(u"another"_s);
    QCOMPARE(text.toPlainText(), u"another"_s);
    text.setWhole(whole);
    QTRY_COMPARE_WITH_TIMEOUT(text.toPlainText().remove(u'\n').size(), whole.size(), 30'000);
    QCOMPARE(text.verticalScrollBar()->value(), 0);
}

void TestPanels::bytesOfTheFileAreShown()
{
    CellInspector inspector;
    inspector.resize(700, 400);
    inspector.show();
    inspector.setCell({ .letter = u"C"_s,
                        .column = {},
                        .row = 1,
                        .text = u"Mü"_s,
                        .bytes = "M\xFC",
                        .encoding = u"Windows-1252"_s });
    QVERIFY(wordsOf(inspector, u"inspector.size"_s).endsWith(u"as Windows-1252"_s));
    inspector.findChild<QRadioButton *>(u"inspector.asBytes"_s)->click();
    const auto *bytes = inspector.findChild<QPlainTextEdit *>(u"inspector.bytes"_s);
    QVERIFY2(bytes->toPlainText().startsWith(u"00000000  4D FC "_s), qPrintable(bytes->toPlainText()));
    QVERIFY(bytes->toPlainText().endsWith(u"M."_s));
}

void TestPanels::bytesComeInPages()
{
    CellInspector inspector;
    inspector.resize(700, 400);
    inspector.show();
    inspector.setCell({ .letter = u"C"_s,
                        .column = {},
                        .row = 1,
                        .text = u"x"_s,
                        .bytes = QByteArray(10'000, 'x'),
                        .encoding = u"UTF-8"_s });
    inspector.findChild<QRadioButton *>(u"inspector.asBytes"_s)->click();
    auto *before = inspector.findChild<QPushButton *>(u"inspector.before"_s);
    auto *after = inspector.findChild<QPushButton *>(u"inspector.after"_s);
    QVERIFY(!before->isEnabled());
    after->click();
    after->click();
    QVERIFY(!after->isEnabled());
    QCOMPARE(wordsOf(inspector, u"inspector.page"_s), u"8,193 to 10,000 of 10,000"_s);
    QVERIFY(inspector.findChild<QPlainTextEdit *>(u"inspector.bytes"_s)
                ->toPlainText()
                .startsWith(u"00002000  78"_s));
    before->click();
    QCOMPARE(wordsOf(inspector, u"inspector.page"_s), u"4,097 to 8,192 of 10,000"_s);
}

void TestPanels::beginningOfALargeCellSaysSo()
{
    CellInspector inspector;
    inspector.show();
    InspectedCell cell {
        .letter = u"C"_s, .column = {}, .row = 1, .text = u"x"_s, .bytes = {}, .encoding = {}
    };
    inspector.setCell(cell);
    QVERIFY(!inspector.findChild<QLabel *>(u"inspector.cut"_s)->isVisible());
    cell.wholeBytes = 104'857'600;
    inspector.setCell(cell);
    QVERIFY(inspector.findChild<QLabel *>(u"inspector.cut"_s)->isVisible());
    QVERIFY(wordsOf(inspector, u"inspector.cut"_s).contains(u"100.0 MiB"_s));
}

void TestPanels::hexLinesHaveOffsets()
{
    const QByteArray bytes("abc\n\xC3\xBC", 6);
    QCOMPARE(hexLines(bytes, 16, 4), u"00000010  61 62 63 0A  abc.\n00000014  C3 BC        .."_s);
    QCOMPARE(hexLines({}, 0, 4), QString());
}

static ColumnCardFacts cities()
{
    ColumnCardFacts facts;
    facts.letter = u"D"_s;
    facts.title = u"City"_s;
    facts.rows = 480;
    facts.blank = 12;
    facts.distinct = 77;
    facts.longest = { u"Garmisch"_s, 8, 31 };
    facts.frequent = { { u"Berlin"_s, 240, {}, -1 }, { u"Köln"_s, 20, {}, -1 } };
    facts.patterns = { { u"Aaa"_s, 400, u"Berlin"_s, 4 } };
    return facts;
}

static QString spoken(const ColumnCard &card, const QString &list, int line)
{
    return card.findChild<ValueList *>(list)->item(line)->data(Qt::AccessibleTextRole).toString();
}

void TestPanels::cardSaysCounts()
{
    ColumnCard card;
    card.setFacts(cities());
    card.show();
    QCOMPARE(wordsOf(card, u"card.title"_s), u"City"_s);
    QCOMPARE(spoken(card, u"card.counts"_s, 0), u"Different values, 77"_s);
    QCOMPARE(spoken(card, u"card.counts"_s, 1), u"Filled rows, 468, 97.5 %"_s);
    QCOMPARE(spoken(card, u"card.frequent"_s, 0), u"Berlin, 240 (50 %)"_s);
    QCOMPARE(spoken(card, u"card.patterns"_s, 0), u"Aaa, Berlin, 400 (83.3 %)"_s);
    QVERIFY(!card.findChild<ValueList *>(u"card.examples"_s)->isVisible());
    ColumnCardFacts about = cities();
    about.aboutDistinct = about.aboutFrequent = true;
    card.setFacts(about);
    QCOMPARE(spoken(card, u"card.counts"_s, 0), u"Different values, about 77"_s);
    QCOMPARE(spoken(card, u"card.frequent"_s, 0), u"Berlin, at least 240 (50 %)"_s);
}

void TestPanels::cardValuesAreReachedAndCopied()
{
    ColumnCard card;
    card.setFacts(cities());
    card.show();
    card.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    auto *counts = card.findChild<ValueList *>(u"card.counts"_s);
    auto *frequent = card.findChild<ValueList *>(u"card.frequent"_s);
    counts->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), frequent);
    QTest::keyClick(frequent, Qt::Key_Down);
    QTest::keyClick(frequent, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Köln"_s);
}

void TestPanels::cardTellsWhatIsActivated()
{
    ColumnCard card;
    card.setFacts(cities());
    card.show();
    QSignalSpy records(&card, &ColumnCard::recordWanted);
    QSignalSpy values(&card, &ColumnCard::valueWanted);
    auto *frequent = card.findChild<ValueList *>(u"card.frequent"_s);
    frequent->setCurrentRow(0);
    QTest::keyClick(frequent, Qt::Key_Return);
    auto *lengths = card.findChild<ValueList *>(u"card.lengths"_s);
    lengths->setCurrentRow(0);
    QTest::keyClick(lengths, Qt::Key_Return);
    QCOMPARE(values.count(), 1);
    QCOMPARE(values.front().front().toString(), u"Berlin"_s);
    QCOMPARE(records.count(), 1);
    QCOMPARE(records.front().front().toLongLong(), 31);
}

void TestPanels::cardKeepsItsPlaceWhileReading()
{
    ColumnCard card;
    ColumnCardFacts facts = cities();
    facts.read = 0.4;
    card.setFacts(facts);
    card.show();
    QVERIFY(card.findChild<QLabel *>(u"card.reading"_s)->isVisible());
    QVERIFY(wordsOf(card, u"card.reading"_s).contains(u"40"_s));
    auto *frequent = card.findChild<ValueList *>(u"card.frequent"_s);
    frequent->setCurrentRow(1);
    facts.frequent[0].rows = 241;
    facts.read = 1;
    card.setFacts(facts);
    QCOMPARE(frequent->currentRow(), 1);
    QVERIFY(!card.findChild<QLabel *>(u"card.reading"_s)->isVisible());
}

void TestPanels::cardSharesAreNeverRoundedAway()
{
    ColumnCard card;
    ColumnCardFacts facts = cities();
    facts.rows = 1'000'000;
    facts.blank = 1;
    card.setFacts(facts);
    QCOMPARE(spoken(card, u"card.counts"_s, 1), u"Filled rows, 999,999, 99.9 %"_s);
    QCOMPARE(spoken(card, u"card.counts"_s, 2), u"Blank rows, 1, under 0.1 %"_s);
}

QTEST_MAIN(TestPanels)
#include "test_panels.moc"
