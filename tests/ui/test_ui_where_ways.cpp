#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/field_choices.h"
#include "ui/pages/sentence_combo.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto people = "Id,E-mail,Phone\n"
                        "0032400000aaaaAAAQ,anna@example.com,+49 30 1001\n"
                        "0032400000aaaabAAA,ben@example.com,+49 30 1002\n";

struct WaysStage {
    void open(const QByteArray &bytes, const QString &object)
    {
        file.open(bench.write(u"file.csv"_s, bytes));
        QTRY_VERIFY(file.snapshot().counted);
        place.chooseAccount(bench.accounts.practice()->name);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        place.chooseObject(object);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        window.enter();
    }
    QString text(const QString &name) const
    {
        const auto *label = window.find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    bool shows(const QString &name) const
    {
        const auto *widget = window.find<QWidget>(name);
        return widget && widget->isVisible();
    }
    bool can(const QString &name) const { return window.find<QWidget>(name)->isEnabled(); }
    /// Takes the entry that the list of a combo names so.
    void take(const QString &name, const QString &listed)
    {
        auto *combo = window.find<SentenceCombo>(name);
        QVERIFY2(combo && combo->isVisible() && combo->isEnabled(), qPrintable(name));
        const int at = combo->findText(listed);
        QVERIFY2(at >= 0, qPrintable(listed));
        combo->setCurrentIndex(at);
        Q_EMIT combo->activated(at);
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    CheckDesk check { bench.bench, file, place, map };
    WherePage page { place, file, map };
    PageWindow window { page };
};

void takeFirst(SearchableCombo *combo, const QString &typed)
{
    combo->open(typed);
    QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
}

} // namespace

class TestUiWhereWays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void recordIdsProposeUpdateOnly();
    void updateByAnAddressSaysWhatItTakes();
    void otherKeyMapsTheIdAgain();
    void deleteTakesTheColumnOfIdsAndPassesMapOver();
    void deletingIsDecidedAnewForAnotherFile();
    void deleteWithoutIdsAsksForTheColumn();
    void mappingComesBackAfterDelete();
    void whatMayNotBeDeletedSaysWhy();
    void segmentsCanOnlyBeDeleted();
    void foldedLineIsTrue();
    void optionsOfTheServiceAreChosenHere();
    void copyOfOldValuesIsOfferedForUpdates();
    void blankCellsAreSaidHereToo();
    void fieldsOfALookUpAreOffered();
    void profileBringsTheWays();
    void largeTextIsNotCut();
};

void TestUiWhereWays::recordIdsProposeUpdateOnly()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    for (const auto *choice : stage.page.findChildren<QRadioButton *>()) {
        if (choice->objectName().startsWith("where.action"_L1))
            QVERIFY2(!choice->isChecked(), qPrintable(choice->objectName()));
    }
    auto *update = stage.window.find<QRadioButton>(u"where.action.update"_s);
    QVERIFY2(update->accessibleDescription().contains(u"column “Id” holds record ids of Contacts"_s),
             qPrintable(update->accessibleDescription()));
    stage.window.click(u"where.action.update"_s);
    QCOMPARE(stage.window.find<SearchableCombo>(u"where.key"_s)->chosenId(), u"Id"_s);
    QVERIFY(stage.text(u"where.key.because"_s).contains(u"“Id”"_s));
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.place.snapshot().target().keyField.isEmpty());
    QCOMPARE(stage.map.snapshot().mapping.columns[0].field, u"Id"_s);
    stage.window.picture(u"where-update-id"_s);
}

void TestUiWhereWays::updateByAnAddressSaysWhatItTakes()
{
    WaysStage stage;
    stage.open("E-mail,Phone\nanna@example.com,+49 30 1001\nben@example.com,+49 30 1002\n", u"Contact"_s);
    stage.window.click(u"where.action.update"_s);
    QCOMPARE(stage.place.snapshot().target().keyField, u"Email"_s);
    const QString because = stage.text(u"where.key.because"_s);
    QVERIFY2(because.contains(u"column “E-mail”"_s) && because.contains("looked up in Salesforce"_L1)
                 && because.contains("about 1 call"_L1) && because.contains("nothing is changed"_L1),
             qPrintable(because));
    QVERIFY(!stage.shows(u"where.key.doubt"_s));
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY2(stage.page.subline().contains("Nothing is added"_L1), qPrintable(stage.page.subline()));
    QVERIFY(stage.map.complete());
    stage.window.picture(u"where-update-email"_s);
}

void TestUiWhereWays::otherKeyMapsTheIdAgain()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.update"_s);
    takeFirst(stage.window.find<SearchableCombo>(u"where.key"_s), u"Email"_s);
    QCOMPARE(stage.place.snapshot().keyField, u"Email"_s);
    const auto &columns = stage.map.snapshot().mapping.columns;
    QCOMPARE(columns[0].field, QString()); // it is looked up
    QCOMPARE(columns[1].field, u"Email"_s);
    QVERIFY(stage.map.complete());
    takeFirst(stage.window.find<SearchableCombo>(u"where.key"_s), u"Record"_s);
    if (stage.place.snapshot().keyField != u"Id")
        stage.place.chooseKey(u"Id"_s);
    QCOMPARE(stage.map.snapshot().mapping.columns[0].field, u"Id"_s);
}

void TestUiWhereWays::deleteTakesTheColumnOfIdsAndPassesMapOver()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.delete"_s);
    QCOMPARE(stage.window.find<SearchableCombo>(u"where.idColumn"_s)->chosenId(), u"Id"_s);
    QVERIFY(stage.text(u"where.idColumn.because"_s).contains("record ids of Contacts"_L1));
    const QString note = stage.window.notice(u"delete"_s);
    QVERIFY2(note.contains("recycle bin"_L1) && note.contains("copy of every record"_L1), qPrintable(note));
    QVERIFY(!stage.shows(u"where.key"_s));
    QCOMPARE(stage.page.primaryText(), u"Next: Check"_s);
    QCOMPARE(stage.map.snapshot().mapping.fields(), QStringList { u"Id"_s });
    QVERIFY(stage.map.complete());
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.page.primary();
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Check);
    stage.window.picture(u"where-delete"_s);
}

void TestUiWhereWays::deletingIsDecidedAnewForAnotherFile()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.delete"_s);
    QVERIFY(stage.page.primaryEnabled());
    stage.place.beginFile();
    QVERIFY(!stage.place.snapshot().operation);
    QVERIFY(stage.place.snapshot().idColumn.isEmpty());
    QVERIFY(!stage.page.primaryEnabled());
}

void TestUiWhereWays::deleteWithoutIdsAsksForTheColumn()
{
    WaysStage stage;
    stage.open("Key,E-mail\nk1,anna@example.com\n", u"Contact"_s);
    stage.window.click(u"where.action.delete"_s);
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Choose the column with the record ids to continue"_s);
    QVERIFY(stage.text(u"where.idColumn.because"_s).contains("No column looks like record ids"_L1));
    auto *column = stage.window.find<SearchableCombo>(u"where.idColumn"_s);
    QCOMPARE(stage.page.firstDecision(), column);
    takeFirst(column, u"Key"_s);
    QCOMPARE(stage.place.snapshot().idColumn, u"Key"_s);
    QCOMPARE(stage.map.snapshot().mapping.columns[0].field, u"Id"_s);
    QVERIFY(stage.page.primaryEnabled());
}

void TestUiWhereWays::mappingComesBackAfterDelete()
{
    WaysStage stage;
    stage.open("Last name,Phone\nSmith,1\n", u"Contact"_s);
    stage.window.click(u"where.action.add"_s);
    stage.map.setField(1, u"MobilePhone"_s);
    stage.window.click(u"where.action.delete"_s);
    stage.window.click(u"where.action.addOrUpdate"_s);
    QCOMPARE(stage.map.snapshot().mapping.columns[1].field, u"MobilePhone"_s);
    QCOMPARE(stage.map.snapshot().mapping.columns[0].field, u"LastName"_s);
}

void TestUiWhereWays::whatMayNotBeDeletedSaysWhy()
{
    WaysStage stage;
    stage.bench.account.mayDelete = false;
    stage.open(people, u"Contact"_s);
    QVERIFY(!stage.can(u"where.action.delete"_s));
    QCOMPARE(stage.text(u"where.action.delete.reason"_s), u"You may not delete Contacts in Salesforce."_s);
    QVERIFY(stage.can(u"where.action.update"_s));
}

void TestUiWhereWays::segmentsCanOnlyBeDeleted()
{
    WaysStage stage;
    stage.open("Id\n1WE240000000001\n", u"MarketSegment"_s);
    for (const auto *other : { "add", "addOrUpdate", "update" })
        QVERIFY2(!stage.can(u"where.action."_s + QLatin1StringView(other)), other);
    QVERIFY(stage.can(u"where.action.delete"_s));
    QVERIFY2(stage.text(u"where.action.only"_s).contains("nothing but delete"_L1),
             qPrintable(stage.text(u"where.action.only"_s)));
    stage.window.picture(u"where-segments"_s);
}

void TestUiWhereWays::foldedLineIsTrue()
{
    WaysStage stage;
    stage.open("Last name,Phone\nSmith,1\n", u"Contact"_s);
    QVERIFY(!stage.shows(u"where.more"_s)); // nothing is to be said yet
    stage.window.click(u"where.action.add"_s);
    QVERIFY(!stage.shows(u"where.kind"_s));
    const QString usual = stage.text(u"where.more.line"_s);
    QVERIFY2(usual.contains("up to 200 rows"_L1), qPrintable(usual));
    stage.window.click(u"where.more"_s);
    QVERIFY(stage.shows(u"where.kind"_s));
    const auto kinds = stage.place.kinds();
    const auto bulk = std::ranges::find(kinds, u"bulk-ingest"_s, &JobKind::id);
    QVERIFY(bulk != kinds.end());
    stage.take(u"where.kind"_s, bulk->label);
    QVERIFY(!stage.text(u"where.kind.help"_s).isEmpty());
    stage.window.picture(u"where-more"_s);
    stage.window.click(u"where.more"_s);
    QVERIFY2(stage.text(u"where.more.line"_s).contains(bulk->label),
             qPrintable(stage.text(u"where.more.line"_s)));
    QCOMPARE(stage.check.draft().kind, u"bulk-ingest"_s);
}

void TestUiWhereWays::optionsOfTheServiceAreChosenHere()
{
    WaysStage stage;
    stage.bench.account.choices = { { .value = u"01Q240000000001AAA"_s, .label = u"Fair leads"_s } };
    stage.open("Last name,Company\nSmith,Acme\n", u"Lead"_s);
    stage.window.click(u"where.action.add"_s);
    QCOMPARE(stage.place.snapshot().choices.state, PlaceDesk::Choices::State::NotAsked);
    stage.window.click(u"where.more"_s);
    QTRY_COMPARE(stage.place.snapshot().choices.state, PlaceDesk::Choices::State::Known);
    stage.take(u"where.option.assignmentRule"_s, u"Fair leads"_s);
    stage.window.click(u"where.option.allOrNothing"_s);
    stage.window.picture(u"where-more-lead"_s);
    stage.window.click(u"where.more"_s);
    const QString line = stage.text(u"where.more.line"_s);
    QVERIFY2(line.contains("Fair leads"_L1) && line.contains("All or nothing"_L1), qPrintable(line));
    const QJsonObject options = stage.check.draft().target.options;
    QCOMPARE(options["assignmentRule"_L1].toString(), u"01Q240000000001AAA"_s);
    QCOMPARE(options["allOrNothing"_L1].toBool(), true);

    // What the way of loading does not know cannot be chosen, and says so.
    stage.place.chooseKind(u"bulk-ingest"_s);
    stage.window.click(u"where.more"_s);
    QVERIFY(!stage.can(u"where.option.allOrNothing"_s));
    QVERIFY(!stage.window.find<QCheckBox>(u"where.option.allOrNothing"_s)->isChecked());
    QVERIFY(!stage.text(u"where.option.allOrNothing.help"_s).isEmpty());
    // Another kind of record has other options.
    stage.place.chooseObject(u"Contact"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    stage.window.click(u"where.action.add"_s);
    QVERIFY(!stage.shows(u"where.option.assignmentRule"_s));
    QVERIFY(stage.check.draft().target.options.isEmpty());
}

void TestUiWhereWays::copyOfOldValuesIsOfferedForUpdates()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.add"_s);
    stage.window.click(u"where.more"_s);
    QVERIFY(!stage.shows(u"where.keepOld"_s));
    stage.window.click(u"where.action.update"_s);
    auto *copy = stage.window.find<QCheckBox>(u"where.keepOld"_s);
    QVERIFY(copy->isVisible() && copy->isChecked()); // it costs one call
    QVERIFY(stage.text(u"where.keepOld.help"_s).contains("about 1 call"_L1));
    QVERIFY(stage.check.draft().keepsOld);
    stage.window.click(u"where.keepOld"_s);
    QVERIFY(!copy->isChecked());
    QVERIFY(!stage.check.draft().keepsOld);
    stage.window.click(u"where.action.delete"_s);
    QVERIFY(copy->isChecked() && !copy->isEnabled()); // always
    QVERIFY(stage.text(u"where.keepOld.help"_s).startsWith("Always"_L1));
}

void TestUiWhereWays::blankCellsAreSaidHereToo()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.update"_s);
    QVERIFY(stage.text(u"where.more.line"_s).contains("blank cells leave fields as they are"_L1));
    stage.window.click(u"where.more"_s);
    QVERIFY(stage.text(u"where.blank.help"_s).contains("#N/A"_L1));
    stage.take(u"where.blank"_s, u"empty the fields"_s);
    QCOMPARE(stage.map.snapshot().mapping.blank, BlankMeaning::Clear);
    stage.window.click(u"where.more"_s);
    QVERIFY(stage.text(u"where.more.line"_s).contains("blank cells empty the fields"_L1));
}

/// The list of Map: what is looked up by is the key, the id is not offered, and other records are named by
/// keys of theirs, behind all own fields.
void TestUiWhereWays::fieldsOfALookUpAreOffered()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.update"_s);
    takeFirst(stage.window.find<SearchableCombo>(u"where.key"_s), u"Email"_s);
    const QList<ChoiceRow> rows = FieldChoices::forColumn(stage.map, 2);
    const auto id = std::ranges::find(rows, u"Id"_s, &ChoiceRow::id);
    QVERIFY(id != rows.end() && id->disabledReason.contains("looked up"_L1));
    const auto key = std::ranges::find(rows, u"Email"_s, &ChoiceRow::id);
    QVERIFY(key != rows.end() && key->disabledReason.isEmpty() && key->badgeIcon == u"key");
    const auto other = std::ranges::find_if(rows, [&stage](const ChoiceRow &row) {
        const Field *field = stage.map.snapshot().schema.field(row.id);
        return field && field->standsFor == u"OwnerId" && row.disabledReason.isEmpty();
    });
    QVERIFY(other != rows.end());
    QVERIFY2(other->group.startsWith("Other records"_L1)
                 && other->secondLine.contains("found while importing"_L1),
             qPrintable(other->secondLine));
    const auto own = std::ranges::find(rows, u"All fields"_s, &ChoiceRow::group);
    QVERIFY(own < other);
}

void TestUiWhereWays::profileBringsTheWays()
{
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.click(u"where.action.update"_s);
    takeFirst(stage.window.find<SearchableCombo>(u"where.key"_s), u"Email"_s);
    stage.place.chooseKind(u"bulk-ingest"_s);
    stage.place.setKeepsOld(false);
    stage.place.chooseSeveral(SeveralFound::ChangedLast);
    const Profile profile = stage.map.currentProfile(u"Phones"_s);
    QCOMPARE(profile.kind, u"bulk-ingest"_s);
    QCOMPARE(profile.several, SeveralFound::ChangedLast);
    QCOMPARE(profile.target.keyField, u"Email"_s);

    WaysStage next;
    next.open(people, u"Lead"_s);
    next.map.useProfile(profile);
    QTRY_VERIFY(next.map.complete());
    const Draft draft = next.check.draft();
    QCOMPARE(draft.target.object, u"Contact"_s);
    QCOMPARE(draft.target.keyField, u"Email"_s);
    QCOMPARE(draft.kind, u"bulk-ingest"_s);
    QVERIFY(!draft.keepsOld);

    stage.window.click(u"where.action.delete"_s);
    const Profile deleting = stage.map.currentProfile(u"Gone"_s);
    next.map.useProfile(deleting);
    QTRY_COMPARE(next.place.snapshot().operation, Operation::Delete);
    QCOMPARE(next.place.snapshot().idColumn, u"Id"_s);
    QTRY_VERIFY(next.map.complete());
    QCOMPARE(next.map.snapshot().mapping.fields(), QStringList { u"Id"_s });
}

/// Every sentence that wraps has the room for its lines, on the narrowest page.
void TestUiWhereWays::largeTextIsNotCut()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    WaysStage stage;
    stage.open(people, u"Contact"_s);
    stage.window.resize(824, 500);
    const auto nothingIsCut = [&stage] {
        const auto labels = stage.page.findChildren<QLabel *>();
        return std::ranges::all_of(labels, [](const QLabel *label) {
            return !label->isVisible() || !label->wordWrap()
                || label->height() >= label->heightForWidth(label->width());
        });
    };
    stage.window.click(u"where.action.update"_s);
    QTRY_VERIFY(nothingIsCut());
    stage.place.chooseKey(u"Email"_s); // more is to be said
    QTRY_VERIFY(nothingIsCut());
    stage.window.click(u"where.action.delete"_s);
    QTRY_VERIFY(nothingIsCut());
    stage.window.click(u"where.more"_s);
    QTRY_VERIFY(nothingIsCut());
}

QTEST_MAIN(TestUiWhereWays)
#include "test_ui_where_ways.moc"
