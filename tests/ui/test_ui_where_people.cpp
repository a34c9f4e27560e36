#include "app/run/ledger.h"
#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/sentence_combo.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QScopeGuard>

// Where to, for a service with one kind of record and one thing to do with it: Marketo, behind a pretended
// account.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto describe2 = R"({"requestId":"7fa1#19a8c2f4d10","success":true,"result":[{"name":"API Lead",
 "searchableFields":[["id"],["email"],["loyaltyNumber"]],
 "fields":[
  {"name":"email","displayName":"Email Address","dataType":"email","length":255,"updateable":true,"crmManaged":false},
  {"name":"firstName","displayName":"First Name","dataType":"string","length":255,"updateable":true,"crmManaged":false},
  {"name":"id","displayName":"Id","dataType":"integer","updateable":false,"crmManaged":false},
  {"name":"loyaltyNumber","displayName":"Loyalty number","dataType":"string","length":40,"updateable":true,"crmManaged":false}]}]})";

constexpr auto people = "E-mail,First name\nanna@example.com,Anna\nben@example.com,Ben\n";

/// What the pretended Marketo has.
struct PretendMarketo {
    std::atomic<int> asked = 0; ///< How often lists were read.
    std::atomic<bool> refusesLists = false;
    int lists = 3;
    bool namesakes = false; ///< Two more lists, both called Newsletter.
    int partitions = 1;
};

class PeopleSession : public ServiceSession {
public:
    explicit PeopleSession(PretendMarketo &marketo)
        : m_marketo(marketo)
    {
    }
    Result<AccountFacts> test(std::stop_token) override
    {
        return AccountFacts { .organization = u"123-ABC-456"_s, .user = u"wizard-api@example.com"_s };
    }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override
    {
        return std::vector<ObjectInfo> { { .name = u"leads"_s,
                                           .label = u"Person"_s,
                                           .labelPlural = u"People"_s,
                                           .keyPrefix = {},
                                           .canCreate = true,
                                           .canUpdate = true } };
    }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return QByteArray(describe2); }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return std::vector<Gauge>(); }
    Result<std::vector<OptionChoice>> choices(const QString &option, const Target &, std::stop_token) override
    {
        std::vector<OptionChoice> all;
        if (option == "partition"_L1) {
            for (int number = 1; number <= m_marketo.partitions; ++number)
                all.push_back({ .value = u"P%1"_s.arg(number), .label = u"Partition %1"_s.arg(number) });
            return all;
        }
        ++m_marketo.asked;
        if (m_marketo.refusesLists)
            return tl::unexpected(Error { .kind = Error::Kind::Rejected,
                                          .sentence = u"This API user may not read lists."_s,
                                          .detail = {},
                                          .retryAfter = {} });
        for (int number = 1; number <= m_marketo.lists; ++number)
            all.push_back({ .value = QString::number(1000 + number),
                            .label = u"Fair %1"_s.arg(2020 + number),
                            .detail = u"Program “Events”"_s });
        for (int year = 2025; m_marketo.namesakes && year <= 2026; ++year)
            all.push_back({ .value = QString::number(year),
                            .label = u"Newsletter"_s,
                            .detail = u"Newsletter %1"_s.arg(year) });
        return all;
    }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &, const Target &, const QStringList &) override
    {
        return {};
    }
    QUrl recordPage(const QString &, const QString &) const override { return {}; }

private:
    PretendMarketo &m_marketo;
};

Account marketoAccount()
{
    return { .id = QUuid::createUuid(),
             .service = u"marketo"_s,
             .name = u"Acme Marketo"_s,
             .environment = Environment::Production,
             .url = QUrl(u"https://123-abc-456.mktorest.com"_s),
             .signIn = SignInKind::ClientCredentials,
             .user = u"id"_s };
}

struct PeopleStage {
    void open(const QByteArray &bytes = people)
    {
        file.open(bench.write(u"file.csv"_s, bytes));
        QTRY_VERIFY(file.snapshot().counted);
        window.enter();
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        QTRY_COMPARE(place.snapshot().choices.state,
                     marketo.refusesLists ? PlaceDesk::Choices::State::Failed
                                          : PlaceDesk::Choices::State::Known);
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
    SearchableCombo *list() const { return window.find<SearchableCombo>(u"where.list"_s); }
    void takeList(const QString &typed) const
    {
        list()->open(typed);
        QTest::keyClick(list()->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    }

    PretendMarketo marketo;
    UiBench bench { { marketoAccount() } };
    Services services = allServices();
    Bench own { .services = services,
                .folders = bench.bench.folders,
                .clock = bench.clock,
                .openSession = [this](const Account &) { return std::make_unique<PeopleSession>(marketo); },
                .accounts = bench.accounts,
                .sampleFile = {} };
    FileDesk file { own };
    PlaceDesk place { own, file };
    MapDesk map { own, file, place };
    CheckDesk check { own, file, place, map };
    WherePage page { place, file, map };
    PageWindow window { page };
};

} // namespace

class TestUiWherePeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void whatHasOneAnswerIsNotAsked();
    void listIsChosenAmongThousands();
    void listRulesSmallCallsOut();
    void unreadableListsSayWhy();
    void listsAreReadAgain();
    void lostListIsAskedForAgain();
    void profileKeepsTheList();
    void partitionIsOfferedWhereThereAreSeveral();
    void partsAreSaidBeforehand();
    void namesakesCanBeTold();
    void whatIsNeverChangedIsNotAsked();
    void anotherKeyCanBeChosen();
    void ownPartsInTheQueueAreSaid();
    void fieldThatCallsCannotSetRulesThemOut();
    void largeTextIsNotCut();
};

void TestUiWherePeople::whatHasOneAnswerIsNotAsked()
{
    PeopleStage stage;
    stage.open();
    QCOMPARE(stage.text(u"where.object.only"_s), u"People"_s);
    QVERIFY(!stage.shows(u"where.object"_s));
    for (const auto *choice : stage.page.findChildren<QRadioButton *>())
        QVERIFY2(!choice->isVisible(), qPrintable(choice->objectName()));
    QCOMPARE(stage.place.snapshot().operation, Operation::Upsert);
    QCOMPARE(stage.window.find<SearchableCombo>(u"where.key"_s)->shownText(), u"Email Address"_s);
    QCOMPARE(stage.text(u"where.action.means"_s), u"Those found are changed, the others are added."_s);
    QVERIFY(stage.text(u"where.action.about"_s).contains("cannot only add"_L1));
    QCOMPARE(stage.list()->shownText(), u"None"_s);
    QVERIFY(stage.page.primaryEnabled());
    QCOMPARE(stage.page.firstDecision(), nullptr);
    QVERIFY2(stage.page.subline().contains("People"_L1), qPrintable(stage.page.subline()));
    stage.window.picture(u"where-people"_s);
}

void TestUiWherePeople::listIsChosenAmongThousands()
{
    PeopleStage stage;
    stage.marketo.lists = 4'000;
    stage.open();
    stage.list()->open(u"3999"_s); // Fair 5999
    QVERIFY(stage.list()->isOpen());
    auto *filter = stage.list()->findChild<QLineEdit *>(u"choice.filter"_s);
    filter->setText(u"fair 5999"_s);
    const auto *view = stage.list()->findChild<QListView *>(u"choice.rows"_s);
    QCOMPARE(view->model()->rowCount(), 1);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(stage.list()->shownText(), u"Fair 5999"_s);
    QCOMPARE(stage.check.draft().target.options["list"_L1].toString(), u"4979"_s);
    QVERIFY2(stage.page.subline().endsWith("Add to a list: Fair 5999."_L1), qPrintable(stage.page.subline()));
    stage.window.picture(u"where-people-list"_s);
    stage.takeList(u"none"_s);
    QVERIFY(!stage.check.draft().target.options.contains("list"_L1));
}

void TestUiWherePeople::listRulesSmallCallsOut()
{
    PeopleStage stage;
    stage.open();
    stage.window.click(u"where.more"_s);
    QVERIFY2(stage.text(u"where.kind.help"_s).startsWith("Small calls"_L1),
             qPrintable(stage.text(u"where.kind.help"_s)));
    stage.place.chooseKind(u"sync-leads"_s);
    stage.takeList(u"Fair 2021"_s);
    QCOMPARE(stage.place.snapshot().ways.kind, QString()); // it does not go with a list
    QCOMPARE(stage.place.kindFor(stage.place.rows())->id, u"bulk-import"_s);
    QVERIFY2(stage.text(u"where.kind.help"_s).contains(u"does not go with “Add to a list”"_s),
             qPrintable(stage.text(u"where.kind.help"_s)));
    QVERIFY(stage.shows(u"where.option.noRowNumbers"_s)); // the others stay under More
    QVERIFY(!stage.shows(u"where.option.list"_s));
    stage.window.picture(u"where-people-more"_s);
}

void TestUiWherePeople::unreadableListsSayWhy()
{
    PeopleStage stage;
    stage.marketo.refusesLists = true;
    stage.marketo.partitions = 2;
    stage.open();
    QVERIFY2(stage.text(u"where.list.state"_s).contains("This API user may not read lists."_L1),
             qPrintable(stage.text(u"where.list.state"_s)));
    QVERIFY(stage.page.primaryEnabled()); // nobody has to take one
    QCOMPARE(stage.marketo.asked.load(), 1); // and nobody asks again and again
    stage.window.picture(u"where-people-refused"_s);
    stage.marketo.refusesLists = false;
    stage.window.click(u"where.list.refresh"_s);
    QTRY_COMPARE(stage.place.snapshot().choices.state, PlaceDesk::Choices::State::Known);
    QVERIFY(!stage.text(u"where.list.state"_s).contains("API user"_L1));
}

void TestUiWherePeople::listsAreReadAgain()
{
    PeopleStage stage;
    stage.open();
    stage.takeList(u"Fair 2022"_s);
    stage.marketo.lists = 5;
    stage.window.click(u"where.list.refresh"_s);
    QVERIFY(stage.text(u"where.list.state"_s).startsWith("Asking Marketo"_L1));
    QCOMPARE(stage.list()->shownText(), u"Fair 2022"_s); // it stays meanwhile
    QTRY_COMPARE(stage.marketo.asked.load(), 2);
    QTRY_COMPARE(stage.place.snapshot().choices.state, PlaceDesk::Choices::State::Known);
    stage.takeList(u"Fair 2025"_s);
    QCOMPARE(stage.list()->shownText(), u"Fair 2025"_s);
}

void TestUiWherePeople::lostListIsAskedForAgain()
{
    PeopleStage stage;
    stage.open();
    stage.takeList(u"Fair 2023"_s);
    stage.marketo.lists = 2; // it is deleted
    stage.window.click(u"where.list.refresh"_s);
    QTRY_VERIFY(!stage.place.snapshot().lostChoice.isEmpty());
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Choose again to continue: Add to a list"_s);
    QCOMPARE(stage.page.firstDecision(), stage.list());
    QVERIFY(stage.text(u"where.list.lost"_s).contains("not in Marketo any more"_L1));
    stage.window.picture(u"where-people-lost"_s);
    stage.takeList(u"Fair 2021"_s);
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.text(u"where.list.lost"_s).isEmpty());
}

void TestUiWherePeople::profileKeepsTheList()
{
    PeopleStage stage;
    stage.open();
    stage.takeList(u"Fair 2022"_s);
    QTRY_VERIFY(stage.map.snapshot().ready);
    const Profile profile = stage.map.currentProfile(u"Fair"_s);
    QCOMPARE(profile.target.options["list"_L1].toString(), u"1002"_s);

    PeopleStage next;
    next.open();
    Profile same = profile;
    same.account = next.place.snapshot().account.name;
    next.map.useProfile(same);
    QTRY_COMPARE(next.place.snapshot().choices.state, PlaceDesk::Choices::State::Known);
    QTRY_COMPARE(next.list()->shownText(), u"Fair 2022"_s);
    QCOMPARE(next.check.draft().target.options["list"_L1].toString(), u"1002"_s);
}

void TestUiWherePeople::partitionIsOfferedWhereThereAreSeveral()
{
    PeopleStage one;
    one.open();
    one.window.click(u"where.more"_s);
    QVERIFY(!one.shows(u"where.option.partition"_s));

    PeopleStage several;
    several.marketo.partitions = 2;
    several.open();
    several.window.click(u"where.more"_s);
    QVERIFY(several.shows(u"where.option.partition"_s));
    auto *combo = several.window.find<SentenceCombo>(u"where.option.partition"_s);
    const int at = combo->findText(u"Partition 2"_s);
    QVERIFY(at >= 0);
    combo->setCurrentIndex(at);
    Q_EMIT combo->activated(at);
    QCOMPARE(several.check.draft().target.options["partition"_L1].toString(), u"P2"_s);
}

void TestUiWherePeople::partsAreSaidBeforehand()
{
    PeopleStage stage;
    QByteArray large("E-mail,First name\n");
    const QByteArray filler(200, 'x');
    for (int row = 0; large.size() < 21'000'000; ++row)
        large += "person-" + QByteArray::number(row) + "@example.com," + filler + '\n';
    stage.open(large);
    QTRY_VERIFY2(
        stage.text(u"where.parts"_s)
            == u"Your file becomes about 4 part(s) of just under 10 MB, a small one first. Marketo works on "
               "2 of them at a time. Rows that share the same Email Address may make one part more."_s,
        qPrintable(stage.text(u"where.parts"_s)));
    stage.takeList(u"Fair 2021"_s); // into which Marketo takes one at a time
    QVERIFY2(stage.text(u"where.parts"_s).contains("Marketo takes them one after another."_L1),
             qPrintable(stage.text(u"where.parts"_s)));
    stage.window.picture(u"where-people-parts"_s);
}

/// A list cannot be undone from here: which of two it is stands there after it was chosen, too.
void TestUiWherePeople::namesakesCanBeTold()
{
    PeopleStage stage;
    stage.marketo.namesakes = true;
    stage.open();
    stage.takeList(u"Newsletter 2026"_s);
    QCOMPARE(stage.list()->shownText(), u"Newsletter (Newsletter 2026)"_s);
    QCOMPARE(stage.check.draft().target.options["list"_L1].toString(), u"2026"_s);
    const QString sentence = stage.place.sentence();
    QVERIFY2(sentence.contains(u"Newsletter (Newsletter 2026)"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"Acme Marketo"_s), qPrintable(sentence)); // as the person calls it
    stage.window.picture(u"where-people-namesakes"_s);
    stage.takeList(u"Fair 2021"_s);
    QCOMPARE(stage.list()->shownText(), u"Fair 2021"_s);
}

/// How cells are parted on the way is right as it is; a profile that says otherwise shows it.
void TestUiWherePeople::whatIsNeverChangedIsNotAsked()
{
    PeopleStage stage;
    stage.open();
    stage.window.click(u"where.more"_s);
    QVERIFY(!stage.shows(u"where.option.format"_s));
    stage.place.setOption(u"format"_s, u"tsv"_s);
    QVERIFY(stage.shows(u"where.option.format"_s));
}

void TestUiWherePeople::anotherKeyCanBeChosen()
{
    PeopleStage stage;
    stage.open();
    auto *key = stage.window.find<SearchableCombo>(u"where.key"_s);
    key->open(u"loyalty"_s);
    QTest::keyClick(key->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    QCOMPARE(stage.check.draft().target.keyField, u"loyaltyNumber"_s);
    QVERIFY(stage.page.primaryEnabled());
}

/// Of another import into the same account; what others have there cannot be seen.
void TestUiWherePeople::ownPartsInTheQueueAreSaid()
{
    PeopleStage stage;
    const auto leave = [&stage](const QString &id, const Account &account) {
        RunPlan plan;
        plan.id = id;
        plan.kind = u"bulk-import"_s;
        plan.account = account;
        plan.rows = 10;
        plan.draft.file = u"/home/anna/fair.csv"_s;
        plan.started = QDateTime::currentDateTimeUtc();
        const auto made = Ledger::create(stage.own.folders.runs(), plan, {});
        QVERIFY(made);
        for (int number = 0; number < 2; ++number) {
            PartRecord part;
            part.rows = 5;
            part.firstRecord = 1 + 5 * number;
            part.lastRecord = part.firstRecord + 4;
            PartMembers members;
            for (qint64 record = part.firstRecord; record <= part.lastRecord; ++record)
                members.records.push_back(record);
            const auto added = (*made)->addPart(part, members);
            QVERIFY(added
                    && (*made)->adopt(added->number, QString::number(3404 + number), PartState::Remote));
        }
    };
    leave(u"2026-03-02T100001"_s, stage.bench.accounts.own().front());
    leave(u"2026-03-02T100002"_s, practiceSalesforceAccount()); // of which nobody asks here
    stage.open();
    QTRY_COMPARE(stage.text(u"where.queue"_s), u"2 part(s) of “fair.csv” are still in Marketo's queue."_s);
    stage.window.picture(u"where-people-queue"_s);
}

void TestUiWherePeople::fieldThatCallsCannotSetRulesThemOut()
{
    PeopleStage stage;
    stage.open();
    QCOMPARE(stage.place.kindFor(2)->id, u"sync-leads"_s);
    stage.place.takeFields({ u"email"_s, u"company"_s });
    QCOMPARE(stage.place.kindFor(2)->id, u"bulk-import"_s);
    stage.window.click(u"where.more"_s);
    QVERIFY2(stage.text(u"where.kind.help"_s).contains("cannot set all of the fields"_L1),
             qPrintable(stage.text(u"where.kind.help"_s)));
}

void TestUiWherePeople::largeTextIsNotCut()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    PeopleStage stage;
    stage.open();
    stage.window.resize(824, 500);
    const auto nothingIsCut = [&stage] {
        const auto labels = stage.page.findChildren<QLabel *>();
        return std::ranges::all_of(labels, [](const QLabel *label) {
            return !label->isVisible() || !label->wordWrap()
                || label->height() >= label->heightForWidth(label->width());
        });
    };
    QTRY_VERIFY(nothingIsCut());
    stage.takeList(u"Fair 2021"_s);
    QTRY_VERIFY(nothingIsCut());
    stage.window.click(u"where.more"_s);
    QTRY_VERIFY(nothingIsCut());
}

QTEST_MAIN(TestUiWherePeople)
#include "test_ui_where_people.moc"
