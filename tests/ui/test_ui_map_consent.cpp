#include "tests/ui/map_stage.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/check_page.h"
#include "ui/pages/value_map_table.h"

#include <QListWidget>
#include <QRadioButton>
#include <QScopeGuard>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// Contacts with an e-mail column, found by it, and one more column.
QByteArray contacts(const QByteArray &header, const QByteArrayList &cells)
{
    QByteArray text = "Last name,Email," + header + "\n";
    for (qsizetype row = 0; row < cells.size(); ++row)
        text += "Smith,a" + QByteArray::number(row) + "@b.example," + cells[row] + "\n";
    return text;
}

void openToChange(MapStage &stage, const QByteArray &text, const QString &field = {})
{
    stage.openText(text);
    stage.place.chooseOperation(Operation::Upsert);
    stage.place.chooseKey(u"Email"_s);
    if (!field.isEmpty())
        stage.give(2, field);
    QTRY_VERIFY(!stage.map.isSurveying());
}

QString lineOf(const MapStage &stage)
{
    return stage.words(u"map.consentWords.2"_s);
}

} // namespace

/// On Map and on Check: nobody is subscribed again by the way.
class TestUiMapConsent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void turnedRoundIsSaidAndCanBeChanged();
    void onlyStopsAreSentUnlessBothAreChosen();
    void addedRecordsNeedNoQuestion();
    void neitherYesNorNoIsAsked();
    void undecidedRowsAreSaidAboveTheTable();
    void allWordsAreNamed_data();
    void allWordsAreNamed();
    void turnedRowFitsWhereItIsNarrow_data();
    void turnedRowFitsWhereItIsNarrow();
    void namesItForScreenReaders();
    void otherFieldsHaveNoLine();
    void checkTellsWhatIsHeldBack();
    void checkTellsWhatIsUndecided();
    void profileKeepsTheChoice();
    void fieldsThatAreGoneAreTold();
};

void TestUiMapConsent::turnedRoundIsSaidAndCanBeChanged()
{
    MapStage stage;
    stage.openText(contacts("Newsletter ok", { "ja", "ja", "nein" }));
    stage.give(2, u"HasOptedOutOfEmail"_s);
    QVERIFY(stage.mapping(2).treatment.turned);
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s), u"false"_s);
    QCOMPARE(lineOf(stage), u"⇄ turned round: “ja” = not opted out"_s);
    stage.click(u"map.consent.2"_s);
    auto *turned = stage.part<QRadioButton>(u"map.consent.turned"_s);
    QVERIFY(turned && turned->isChecked() && turned->hasFocus());
    QCOMPARE(turned->text(), u"“ja” in the file means: not opted out (turned round)"_s);
    takePicture(stage.page, u"map-consent-turned"_s);
    QTest::keyClick(turned, Qt::Key_Up);
    QVERIFY(!stage.mapping(2).treatment.turned);
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s), u"true"_s);
    QCOMPARE(lineOf(stage), u"Not turned round: “ja” = opted out"_s);
    stage.map.undo();
    QVERIFY(stage.mapping(2).treatment.turned);
    QVERIFY(turned->isChecked());
}

void TestUiMapConsent::onlyStopsAreSentUnlessBothAreChosen()
{
    MapStage stage;
    openToChange(stage, contacts("Unsubscribed", { "no", "no", "no", "yes" }));
    QCOMPARE(stage.mapping(2).field, u"HasOptedOutOfEmail"_s);
    QCOMPARE(lineOf(stage), u"Only 1 row(s) that stop contact are sent, 3 that allow it are not"_s);
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s, 0), QString());
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s, 3), u"true"_s);
    QCOMPARE(stage.row(2)->look().sent, u"not sent"_s);
    QCOMPARE(stage.row(2)->look().standing, MapRowLook::Standing::Fits); // it is decided, safely
    stage.click(u"map.consent.2"_s);
    QCOMPARE(stage.words(u"map.consent.question"_s),
             u"3 row(s) allow contact (“no”). Sending that would subscribe people again who have "
             "unsubscribed in Salesforce."_s);
    auto *stops = stage.part<QRadioButton>(u"map.consent.stops"_s);
    auto *both = stage.part<QRadioButton>(u"map.consent.both"_s);
    QVERIFY(stops && stops->isChecked() && stops->hasFocus());
    QCOMPARE(stops->text(), u"Send only the 1 unsubscribe(s)"_s);
    QVERIFY(stops->accessibleDescription().contains(u"subscribe people again"_s));
    takePicture(stage.page, u"map-consent-stops"_s);
    QTest::keyClick(stops, Qt::Key_Down);
    QVERIFY(both->isChecked());
    QCOMPARE(stage.mapping(2).treatment.consent, std::optional(ConsentSend::Both));
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s, 0), u"false"_s);
    QCOMPARE(lineOf(stage), u"3 row(s) allow contact again"_s);
    QTest::keyClick(both, Qt::Key_Escape);
    QVERIFY(!stage.part<QWidget>(u"map.consent"_s));
}

void TestUiMapConsent::addedRecordsNeedNoQuestion()
{
    MapStage stage;
    stage.openText(contacts("Unsubscribed", { "no", "yes" }));
    QCOMPARE(stage.mapping(2).field, u"HasOptedOutOfEmail"_s);
    QVERIFY(!stage.part<QWidget>(u"map.consentWords.2"_s));
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s), u"false"_s);
    stage.choose(u"2"_s, u"Contact…"_s);
    QVERIFY(!stage.part<QRadioButton>(u"map.consent.stops"_s));
    stage.place.chooseOperation(Operation::Upsert); // now it matters
    stage.place.chooseKey(u"Email"_s);
    QTRY_VERIFY(stage.part<QRadioButton>(u"map.consent.stops"_s));
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s), QString());
}

void TestUiMapConsent::neitherYesNorNoIsAsked()
{
    MapStage stage;
    openToChange(stage, contacts("Unsubscribed", { "yes", "unsubscribed", "pending", "pending" }),
                 u"HasOptedOutOfEmail"_s);
    const MapRowLook look = stage.row(2)->look();
    QCOMPARE(look.result, u"3 neither yes nor no"_s); // rows, not words
    QCOMPARE(look.standing, MapRowLook::Standing::NeedsALook);
    stage.combo(0)->setFocus();
    QTest::keyClick(stage.combo(0), Qt::Key_F8);
    QVERIFY(stage.combo(2)->hasFocus());
    stage.choose(u"2"_s, u"Contact…"_s);
    QVERIFY(stage.words(u"map.consent.unclear"_s).startsWith(u"3 row(s) say neither yes nor no"_s));
    stage.click(u"map.consent.values"_s);
    auto *table = stage.part<ValueMapTable>(u"map.values.table"_s);
    QVERIFY(table && table->hasFocus());
    QVERIFY(!stage.part<QWidget>(u"map.consent"_s)); // one panel at a time
    stage.click(u"map.values.guesses"_s); // what the word means is offered, the rest is not
    QCOMPARE(stage.sent(u"HasOptedOutOfEmail"_s, 1), u"true"_s);
    QCOMPARE(stage.row(2)->look().result, u"2 neither yes nor no"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F2);
    auto *filter = table->choice()->findChild<QLineEdit *>(u"choice.filter"_s);
    QVERIFY(filter && filter->isVisible());
    QTest::keyClicks(filter, u"No"_s);
    takePicture(stage.page, u"map-consent-values"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
}

void TestUiMapConsent::undecidedRowsAreSaidAboveTheTable()
{
    MapStage stage;
    openToChange(stage, contacts("Unsubscribed", { "yes", "no", "pending", "pending", "?" }),
                 u"HasOptedOutOfEmail"_s);
    QVERIFY2(stage.notice(u"consent"_s)
                 .contains(u"“Unsubscribed”: 3 row(s) say neither yes nor no (“pending”, “?”): they are left "
                           "out until it is decided."_s),
             qPrintable(stage.notice(u"consent"_s)));
    QVERIFY(stage.page.primaryEnabled()); // a question, not a wall
    takePicture(stage.page, u"map-consent-undecided"_s);
    const auto *bar = stage.page.findChild<QWidget *>(u"notice.consent"_s);
    auto *decide = bar->findChild<QAbstractButton *>(u"notice.consent.decide"_s);
    QVERIFY(decide);
    QTest::keyClick(decide, Qt::Key_Space);
    auto *table = stage.part<ValueMapTable>(u"map.values.table"_s);
    QVERIFY(table && table->hasFocus());
    stage.click(u"map.values.blank"_s);
    QTRY_VERIFY(!stage.notice(u"consent"_s).contains(u"3 row(s)"_s)); // of what is decided, no more
}

void TestUiMapConsent::allWordsAreNamed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArrayList>("cells");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("meanings");
    QTest::newRow("as it is") << QByteArray("Unsubscribed")
                              << QByteArrayList { "ja", "ja", "x", "no", "maybe" } << u"HasOptedOutOfEmail"_s
                              << u"“ja”, “x”: 3 row(s) · opted out\n“no”: 1 row(s) · not opted out"_s;
    QTest::newRow("turned") << QByteArray("Newsletter ok") << QByteArrayList { "ja", "1", "no", "nein", "0" }
                            << u"HasOptedOutOfEmail"_s
                            << u"“no”, “nein”, “0”: 3 row(s) · opted out\n“ja”, “1”: 2 row(s) · not opted "
                               "out"_s;
    QTest::newRow("calls") << QByteArray("Do not call") << QByteArrayList { "x", "", "yes" } << u"DoNotCall"_s
                           << u"“x”, “yes”: 2 row(s) · may not be called"_s;
    QTest::newRow("many") << QByteArray("Unsubscribed")
                          << QByteArrayList { "yes", "ja", "x", "1", "true", "y", "oui", "j" }
                          << u"HasOptedOutOfEmail"_s
                          << u"“yes”, “ja”, “x”, “1”, “true”, “y” and 2 more: 8 row(s) · opted out"_s;
}

void TestUiMapConsent::allWordsAreNamed()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArrayList, cells);
    QFETCH(const QString, field);
    QFETCH(const QString, meanings);
    MapStage stage;
    openToChange(stage, contacts(header, cells), field);
    stage.choose(u"2"_s, u"Contact…"_s);
    QCOMPARE(stage.words(u"map.consent.meanings"_s), meanings);
    takePicture(stage.page, u"map-consent-words-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

void TestUiMapConsent::turnedRowFitsWhereItIsNarrow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("scale");
    QTest::newRow("880") << 664 << 1.0;
    QTest::newRow("large") << 824 << 2.0;
}

void TestUiMapConsent::turnedRowFitsWhereItIsNarrow()
{
    QFETCH(const int, width);
    QFETCH(const double, scale);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * scale);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    MapStage stage;
    openToChange(stage, contacts("Newsletter", { "ja", "nein", "vielleicht" }), u"HasOptedOutOfEmail"_s);
    stage.page.resize(width, 560);
    stage.combo(2)->setFocus();
    QTest::keyClick(stage.combo(2), Qt::Key_F8, Qt::ShiftModifier);
    const MapRow *row = stage.row(2);
    for (const QString &name : { u"map.consentWords.2"_s, u"map.consent.2"_s }) {
        const auto *part = stage.part<QWidget>(name);
        QTRY_VERIFY2(part && row->rect().contains(QRect(part->mapTo(row, QPoint()), part->size())),
                     qPrintable(name));
    }
    const auto *words = stage.part<QLabel>(u"map.consentWords.2"_s);
    QVERIFY(words->height() >= words->heightForWidth(words->width()));
    takePicture(stage.page, u"map-consent-narrow-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

void TestUiMapConsent::namesItForScreenReaders()
{
    MapStage stage;
    openToChange(stage, contacts("Newsletter", { "ja", "nein" }), u"HasOptedOutOfEmail"_s);
    const QString words = u"⇄ turned round: “ja” = not opted out · only 1 row(s) that stop contact are sent, "
                          "1 that allow it are not"_s;
    QCOMPARE(lineOf(stage), words);
    QVERIFY(stage.row(2)->accessibleName().contains(words));
    QVERIFY(stage.row(2)->accessibleName().contains(u"sample ja, which is not sent"_s));
    auto *change = stage.part<QAbstractButton>(u"map.consent.2"_s);
    QVERIFY(change);
    QCOMPARE(change->accessibleName(), u"Change what Newsletter means for contact"_s);
    QVERIFY(stage.row(2)->focusOrder().contains(change));
}

void TestUiMapConsent::otherFieldsHaveNoLine()
{
    MapStage stage;
    openToChange(stage, contacts("Department", { "ja", "nein" }), u"Department"_s);
    QVERIFY(!stage.part<QWidget>(u"map.consentWords.2"_s));
    QCOMPARE(stage.sent(u"Department"_s, 1), u"nein"_s);
}

void TestUiMapConsent::checkTellsWhatIsHeldBack()
{
    MapStage stage;
    openToChange(stage, contacts("Unsubscribed,Do not call", { "no,x", "yes,", "no," }));
    stage.map.setField(3, {}); // a column that should have been imported
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    CheckPage page(check, nullptr);
    page.resize(964, 600);
    page.show();
    page.entered();
    QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    QStringList groups;
    const auto *list = page.findChild<QListWidget *>(u"check.groups"_s);
    for (int at = 1; at < list->count(); ++at)
        groups << list->item(at)->text();
    QVERIFY2(groups.contains(u"Email Opt Out allows contact: not sent"_s), qPrintable(groups.join(u'\n')));
    QVERIFY2(groups.contains(u"“Do not call” says no contact, but the column is not imported"_s),
             qPrintable(groups.join(u'\n')));
    QCOMPARE(check.snapshot().group(Rule::ConsentKept)->records.size(), std::size_t(2));
    QCOMPARE(check.snapshot().leftOut(), 0);
    auto *promise = page.findChild<QAbstractButton *>(u"check.consent"_s);
    QVERIFY(promise);
    QCOMPARE(promise->text(), u"Of “Unsubscribed”, only what stops contact is sent"_s);
    takePicture(page, u"check-consent"_s);
    QVERIFY(!page.findChild<QAbstractButton *>(u"check.undecided"_s));
    // On Map the row stays as it is: it was decided.
    QCOMPARE(stage.row(2)->look().standing, MapRowLook::Standing::Fits);
}

void TestUiMapConsent::checkTellsWhatIsUndecided()
{
    MapStage stage;
    openToChange(stage, contacts("Unsubscribed,Do not call", { "no,?", "maybe,?", "yes,x", "?,x" }));
    stage.give(2, u"HasOptedOutOfEmail"_s);
    stage.give(3, u"DoNotCall"_s);
    CheckDesk check(stage.bench.bench, stage.file, stage.place, stage.map);
    CheckPage page(check, nullptr);
    page.resize(964, 600);
    page.show();
    page.entered();
    QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    auto *open = page.findChild<QAbstractButton *>(u"check.undecided"_s);
    QVERIFY(open);
    QCOMPARE(open->text(), u"3 row(s) say neither yes nor no to contact: left out until it is decided"_s);
    QCOMPARE(check.snapshot().leftOut(), 3);
    QVERIFY(page.primaryEnabled());
    QSignalSpy wanted(&page, &Page::stepWanted);
    QTest::keyClick(open, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Map);
}

void TestUiMapConsent::profileKeepsTheChoice()
{
    MapStage stage;
    openToChange(stage, contacts("Newsletter", { "ja", "nein" }), u"HasOptedOutOfEmail"_s);
    stage.map.setConsent(u"HasOptedOutOfEmail"_s, ConsentSend::Both);
    QVERIFY(stage.map.saveProfile(u"Fair"_s));
    stage.map.clearAll();
    stage.map.useProfile(profilesIn(stage.bench.bench.folders.profiles).front());
    QTRY_VERIFY(stage.map.snapshot().ready && stage.map.snapshot().fit);
    QCOMPARE(stage.mapping(2).treatment.consent, std::optional(ConsentSend::Both));
    QVERIFY(stage.mapping(2).treatment.turned);
}

void TestUiMapConsent::fieldsThatAreGoneAreTold()
{
    MapStage stage;
    openToChange(stage, contacts("Department", { "x" }), u"Department"_s);
    Profile profile = stage.map.currentProfile(u"Fair"_s);
    profile.mapping.columns[2].field = u"Fax2__c"_s;
    stage.map.useProfile(profile);
    QTRY_VERIFY(stage.map.snapshot().ready && stage.map.snapshot().fit);
    QTRY_VERIFY2(
        stage.notice(u"profile"_s).contains(u"1 field(s) of the profile get nothing here (Fax2__c)"_s),
        qPrintable(stage.notice(u"profile"_s)));
}

QTEST_MAIN(TestUiMapConsent)
#include "test_ui_map_consent.moc"
