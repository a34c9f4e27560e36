#include "tests/ui/file_stage.h"

#include <QCheckBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// Answers the field that asks for what stands on no list.
void answer(const FileStage &stage, const QString &typed)
{
    auto *field = stage.window.find<QLineEdit>(u"file.other.field"_s);
    QVERIFY(field->isVisible() && field->hasFocus());
    field->setText(typed);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

/// The sentence that says how the file is read, and every word of it changed.
class TestUiFileReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void choicesSayWhatTheyWouldMake();
    void anotherDelimiterIsReadAtOnce();
    void whyUnfoldsAndGoesBackToDetected();
    void otherDelimiters_data();
    void otherDelimiters();
    void wrongDelimiterIsExplained();
    void otherEncodingIsFoundByItsOldName();
    void severalHeaderRows();
    void moreSaysWhatIsUnusual();
    void otherQuoteAndEscape();
    void emptyRowsTrimAndComments();
    void lastRowToRead();
    void wordsThatMeanBlank();
    void keysReachTheChoices();
    void screenIsReadAnewWhereItStands();
};

void TestUiFileReading::choicesSayWhatTheyWouldMake()
{
    FileStage stage;
    stage.openSample();
    const SentenceCombo *delimiter = stage.combo(u"file.delimiter"_s);
    QVERIFY(delimiter->findText(u"Semicolon — 15 column"_s, Qt::MatchStartsWith) >= 0);
    const SentenceCombo *header = stage.combo(u"file.headerRow"_s);
    QVERIFY(header->findText(u"Header in row 3 — Kundennr., Anrede"_s, Qt::MatchStartsWith) >= 0);
    QVERIFY(header->findText(u"No header"_s, Qt::MatchStartsWith) >= 0);
    QVERIFY(stage.combo(u"file.encoding"_s)->count() > 1);
}

void TestUiFileReading::anotherDelimiterIsReadAtOnce()
{
    FileStage stage;
    stage.openText("Name;Mail,Note\nAnna;a@example.com,x\nJan;j@example.org,y\n");
    QCOMPARE(stage.combo(u"file.delimiter"_s)->count() > 3, true);
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    QTRY_COMPARE(stage.file.snapshot().look.guess.dialect.delimiter, ',');
    QTRY_COMPARE(stage.grid()->source()->column(0).title, u"Name;Mail"_s);
    QCOMPARE(stage.combo(u"file.delimiter"_s)->shownText(), u"Comma"_s);
    stage.choose(u"file.headerRow"_s, u"No header"_s);
    QTRY_COMPARE(stage.grid()->source()->column(0).title, u"Column A"_s);
    QVERIFY(!stage.grid()->source()->row(0)->header);
    QCOMPARE(stage.file.snapshot().look.guess.dialect.delimiter, ',');
}

void TestUiFileReading::whyUnfoldsAndGoesBackToDetected()
{
    FileStage stage;
    stage.openSample();
    auto *reasons = stage.window.find<QWidget>(u"file.why.reasons"_s);
    QVERIFY(!reasons->isVisible());
    stage.window.click(u"file.why"_s);
    QVERIFY(reasons->isVisible());
    const auto *said = reasons->findChild<QLabel *>();
    QVERIFY2(said->text().contains("Semicolon"_L1), qPrintable(said->text()));
    QVERIFY(!stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    QTRY_VERIFY(stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
    stage.window.picture(u"file-why"_s);
    stage.window.click(u"file.detected"_s);
    QTRY_COMPARE(stage.combo(u"file.delimiter"_s)->shownText(), u"Semicolon"_s);
    QVERIFY(!stage.window.find<QWidget>(u"file.detected"_s)->isVisible());
}

void TestUiFileReading::otherDelimiters_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("typed");
    QTest::newRow("one character") << QByteArray("a!b;c\n1!2;3\n") << u"!"_s;
    QTest::newRow("several") << QByteArray("a<>b;c\n1<>2;3\n") << u"<>"_s;
    QTest::newRow("outside ASCII") << QByteArray("a§b;c\n1§2;3\n") << u"§"_s;
    QTest::newRow("code by backslash") << QByteArray("a\x1F"
                                                     "b;c\n1\x1F"
                                                     "2;3\n")
                                       << u"\\x1F"_s;
    QTest::newRow("code as a number") << QByteArray("a\x1F"
                                                    "b;c\n1\x1F"
                                                    "2;3\n")
                                      << u"0x1F"_s;
    QTest::newRow("tab by its name") << QByteArray("a\tb;c\n1\t2;3\n") << u"\\t"_s;
}

void TestUiFileReading::otherDelimiters()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, typed);
    FileStage stage;
    stage.openText(file);
    stage.choose(u"file.delimiter"_s, u"Other…"_s);
    answer(stage, typed);
    QTRY_COMPARE(stage.rows()->column(0).title, u"a"_s);
    QCOMPARE(stage.rows()->columnCount(), 2);
    QCOMPARE(stage.rows()->column(1).title, u"b;c"_s);
    QVERIFY(!stage.shows(u"file.other"_s));
    QVERIFY(stage.combo(u"file.delimiter"_s)->hasFocus());
    QVERIFY(!stage.combo(u"file.delimiter"_s)->shownText().isEmpty());
}

void TestUiFileReading::wrongDelimiterIsExplained()
{
    FileStage stage;
    stage.openText("a,b\n\"1\",\"2\"\n");
    stage.choose(u"file.delimiter"_s, u"Other…"_s);
    answer(stage, u"\""_s);
    QVERIFY(stage.shows(u"file.other.wrong"_s));
    QVERIFY(stage.text(u"file.other.wrong"_s).contains("quotation mark"_L1));
    stage.window.picture(u"file-other"_s);
    answer(stage, u"123456789"_s);
    QVERIFY(stage.text(u"file.other.wrong"_s).contains("too long"_L1));
    QTest::keyClick(stage.window.find<QLineEdit>(u"file.other.field"_s), Qt::Key_Escape);
    QVERIFY(!stage.shows(u"file.other"_s));
    QVERIFY(stage.window.isVisible());
    QCOMPARE(stage.dialect().delimiter, ',');
}

void TestUiFileReading::otherEncodingIsFoundByItsOldName()
{
    FileStage stage;
    stage.openText("Name;Ort\nM\x81ller;K\x94ln\nGr\x81n;Bonn\n"); // as DOS wrote them
    stage.choose(u"file.encoding"_s, u"Other…"_s);
    auto *filter = stage.window.find<QLineEdit>(u"choice.filter"_s);
    QTRY_VERIFY(filter && filter->isVisible());
    stage.window.picture(u"file-encodings"_s);
    filter->setText(u"cp850"_s);
    const auto *list = stage.window.find<QListView>(u"choice.rows"_s);
    QCOMPARE(list->currentIndex().data().toString(), u"IBM850"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_COMPARE(stage.dialect().encoding, QByteArray("IBM850"));
    QTRY_VERIFY(stage.rows()->row(1) && stage.rows()->row(1)->cells[0] == u"Müller"_s);
}

void TestUiFileReading::severalHeaderRows()
{
    FileStage stage;
    stage.openText("Price;Price;Name\nEUR;USD;short\n1,20;1,40;Bolt\n2,30;2,60;Nut\n");
    stage.choose(u"file.headerRow"_s, u"Header in row 1 —"_s);
    QTRY_COMPARE(stage.rows()->column(0).title, u"Price"_s);
    stage.choose(u"file.headerRow"_s, u"Header in rows 1–2"_s);
    QTRY_COMPARE(stage.rows()->column(0).title, u"Price EUR"_s);
    QCOMPARE(stage.combo(u"file.headerRow"_s)->shownText(), u"Header in rows 1–2"_s);
    QTRY_VERIFY(stage.rows()->row(1) && stage.rows()->row(1)->header);
    stage.untilRead();
    QVERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
}

void TestUiFileReading::moreSaysWhatIsUnusual()
{
    FileStage stage;
    stage.openText("a,b\n'1,5','2'\n'3','4'\n");
    auto *more = stage.window.find<QPushButton>(u"file.more"_s);
    QTRY_VERIFY2(more->text().contains("single quotes"_L1), qPrintable(more->text()));
    stage.window.click(u"file.more"_s);
    QCOMPARE(more->text(), u"More"_s); // what is unusual stands below now
    QCOMPARE(stage.combo(u"file.quote"_s)->shownText(), u"single quotes (')"_s);
    stage.window.picture(u"file-more"_s);
}

void TestUiFileReading::otherQuoteAndEscape()
{
    FileStage stage;
    stage.openText("a,b\n|1,5|,2\n|3|,|x\\|y|\n");
    stage.window.click(u"file.more"_s);
    stage.choose(u"file.quote"_s, u"Other…"_s);
    answer(stage, u"|"_s);
    QTRY_COMPARE(stage.dialect().quote, '|');
    QCOMPARE(stage.combo(u"file.quote"_s)->shownText(), u"|"_s);
    stage.choose(u"file.escape"_s, u"behind a backslash"_s);
    QTRY_COMPARE(stage.dialect().escape, '\\');
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    QTRY_VERIFY(stage.rows()->row(2) && stage.rows()->row(2)->cells.value(1) == u"x|y"_s);
}

void TestUiFileReading::emptyRowsTrimAndComments()
{
    FileStage stage;
    stage.openText("Name;Town\n Anna ;Oslo\n;\n# a note\nJan;Bonn\n");
    stage.window.click(u"file.more"_s);
    stage.choose(u"file.comment"_s, u"#"_s);
    QTRY_VERIFY(stage.rows()->row(3) && stage.rows()->row(3)->hatched);
    QCOMPARE(stage.rows()->row(3)->tag, u"comment, not imported"_s);
    QCOMPARE(stage.rows()->row(2)->tag, u"blank, not imported"_s);
    stage.window.find<QCheckBox>(u"file.skipEmpty"_s)->click();
    QTRY_VERIFY(stage.rows()->row(2) && !stage.rows()->row(2)->hatched);
    stage.window.find<QCheckBox>(u"file.trim"_s)->click();
    QTRY_VERIFY(stage.rows()->row(1) && stage.rows()->row(1)->cells[0] == u"Anna"_s);
    stage.untilRead();
    QVERIFY2(stage.about().contains("3 row"_L1), qPrintable(stage.about()));
}

void TestUiFileReading::lastRowToRead()
{
    FileStage stage;
    stage.openText("Name;Town\nAnna;Oslo\nJan;Bonn\nEva;Rome\nUwe;Graz\n");
    stage.window.click(u"file.more"_s);
    stage.choose(u"file.lastRow"_s, u"Another row"_s);
    answer(stage, u"1"_s);
    QVERIFY(stage.shows(u"file.other.wrong"_s)); // it is the header
    answer(stage, u"3"_s);
    QTRY_VERIFY(stage.rows()->row(3) && stage.rows()->row(3)->hatched);
    QCOMPARE(stage.rows()->row(3)->tag, u"below the table, not imported"_s);
    QCOMPARE(stage.combo(u"file.lastRow"_s)->shownText(), u"row 3"_s);
    stage.untilRead();
    QVERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
}

void TestUiFileReading::wordsThatMeanBlank()
{
    FileStage stage;
    QByteArray text = "Name;Town;Phone\n";
    for (int row = 0; row < 40; ++row)
        text += "Person " + QByteArray::number(row) + (row % 4 == 0 ? ";NULL;" : ";Oslo;") + "0171 5550\n";
    stage.openText(text);
    stage.window.click(u"file.more"_s);
    auto *first = stage.window.find<QCheckBox>(u"file.blank.0"_s);
    QVERIFY(first && first->isVisible() && !first->isChecked());
    QCOMPARE(first->text(), u"NULL (10)"_s);
    first->click();
    QTRY_VERIFY(stage.rows()->row(1) && stage.rows()->row(1)->cells[1].isEmpty());
    stage.untilRead();
    stage.window.click(u"file.blank.other"_s);
    answer(stage, u"Oslo"_s);
    QTRY_VERIFY(stage.rows()->row(2) && stage.rows()->row(2)->cells[1].isEmpty());
    QCOMPARE(stage.dialect().blankWords, (QByteArrayList { "NULL", "Oslo" }));
    stage.window.picture(u"file-blank-words"_s);
}

void TestUiFileReading::keysReachTheChoices()
{
    FileStage stage;
    stage.openText("a,b\n1,2\n");
    stage.grid()->setFocus();
    const std::array keys { std::pair { Qt::Key_D, u"file.delimiter"_s },
                            std::pair { Qt::Key_C, u"file.encoding"_s },
                            std::pair { Qt::Key_R, u"file.headerRow"_s },
                            std::pair { Qt::Key_O, u"file.more"_s } };
    for (const auto &[key, id] : keys) {
        QTest::keyClick(&stage.window, key, Qt::AltModifier);
        QVERIFY2(stage.window.find<QWidget>(id)->hasFocus(), qPrintable(id));
    }
}

void TestUiFileReading::screenIsReadAnewWhereItStands()
{
    FileStage stage;
    QByteArray text = "Name;Town,Part;Code;Sum\n";
    for (int row = 0; row < 400'000; ++row)
        text += "M\xFCller " + QByteArray::number(row) + ";K\xF6ln,Nord;17;5\n";
    stage.openText(text);
    QCOMPARE(stage.dialect().delimiter, ';');
    stage.grid()->goToRow(300'000);
    QTRY_VERIFY(stage.rows()->row(300'000));
    QElapsedTimer clock;
    clock.start();
    stage.choose(u"file.delimiter"_s, u"Comma"_s);
    const auto shown = [&stage] {
        const GridRow *row = stage.rows()->row(300'000);
        return row != nullptr && row->cells.value(1) == u"Nord;17;5"_s;
    };
    QSignalSpy brought(stage.grid()->source(), &GridSource::rowsChanged);
    while (!shown() && brought.wait())
        continue;
    const qint64 took = clock.elapsed();
    QVERIFY(shown());
    QCOMPARE(stage.grid()->currentRow(), 300'000);
    QCOMPARE(stage.rows()->row(300'000)->cells[0], u"Müller 299999;Köln"_s);
    qInfo("the screen was read anew in %lld ms", static_cast<long long>(took));
    stage.untilRead();
    QCOMPARE(stage.file.snapshot().index.records, 400'001);
    QCOMPARE(stage.grid()->currentRow(), 300'000);
}

QTEST_MAIN(TestUiFileReading)
#include "test_ui_file_reading.moc"
