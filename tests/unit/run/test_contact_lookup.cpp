#include "app/mapping/properties.h"
#include "app/run/known_answers.h"
#include "app/run/record_lookup.h"
#include "app/run/record_pass.h"
#include "app/run/run_start.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/run/toy_service.h"

#include <QMutex>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace contact_look_ups {

/// Has those contacts whose number is even.
class ContactSession : public ServiceSession {
public:
    Result<AccountFacts> test(std::stop_token) override { return AccountFacts(); }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override { return std::vector<ObjectInfo>(); }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return QByteArray(); }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return std::vector<Gauge>(); }
    int valuesAtOnce() const override { return atOnce; }
    Result<std::vector<RecordMatch>> find(const QString &object, const QString &field,
                                          const QStringList &values, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        askedFor = object + u'.' + field;
        asked << values;
        std::vector<RecordMatch> matches;
        for (const QString &value : values) {
            const int number = value.mid(1, value.indexOf(u'@') - 1).toInt();
            if (number % 2 == 0)
                matches.push_back(
                    { .value = value.toLower(), .id = QString::number(1000 + number), .modified = {} });
        }
        return matches;
    }

    int atOnce = 5;
    QString askedFor;
    QStringList asked;

private:
    QMutex m_mutex;
};

Schema orders()
{
    Field contact;
    contact.name = u"$contact"_s;
    contact.label = u"Contact"_s;
    contact.type = FieldType::Email;
    contact.required = contact.searchable = contact.creatable = contact.updatable = true;
    contact.question = u"Which column?"_s;
    contact.referenceTo = { u"contacts"_s };
    Schema schema;
    schema.open = true;
    schema.fields = { contact };
    return schema;
}

/// Takes such records.
class OrderService : public testing::ToyService {
public:
    OrderService()
        : ToyService(1'000)
    {
    }
    Result<Schema> schemaFrom(const QByteArray &) const override { return orders(); }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().operations = { Operation::Upsert };
        return kinds;
    }
};

} // namespace contact_look_ups

using namespace contact_look_ups;

/// Looking up the records that rows name, before anything is sent.
class TestContactLookUp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForEachContactOnce();
    void tellsRowsWithoutContacts();
    void countsWhatItWouldAsk();
    void needsAFieldThatNamesRecords();
    void remembersAnswers();
    void aPlanPassesOverRowsWithoutContacts();
    void aRunTakesWhatWasFoundAlong();

private:
    Draft draftOf(const QByteArray &rows);

    QTemporaryDir m_folder;
    testing::FakeClock m_clock;
};

Draft TestContactLookUp::draftOf(const QByteArray &rows)
{
    QFile file(m_folder.filePath(u"orders.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a test file");
    file.write("sku,email\n" + rows);
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.header = { u"sku"_s, u"email"_s };
    draft.target = { .object = u"insightData/Orders"_s, .operation = Operation::Upsert };
    draft.mapping.columns
        = { { .column = u"sku"_s, .field = u"sku"_s }, { .column = u"email"_s, .field = {} } };
    draft.mapping.extras = { { .field = u"$contact"_s, .columns = { u"email"_s } } };
    draft.checkedField = u"$contact"_s;
    return draft;
}

void TestContactLookUp::asksForEachContactOnce()
{
    QByteArray rows;
    constexpr int count = 60'000; // of more rounds than one
    constexpr int contacts = 137;
    for (int row = 0; row < count; ++row)
        rows += "s," + QByteArray(row % 3 == 0 ? "C" : "c") + QByteArray::number(row % contacts)
            + "@x.example\n";
    Draft draft = draftOf(rows);
    ContactSession session;
    const QString path = m_folder.filePath(u"found"_s);
    const auto sum = lookUpRecords(draft, orders(), session, m_clock, path, {}, {});
    QVERIFY2(sum, sum ? "" : qPrintable(sum.error().sentence));
    QCOMPARE(session.askedFor, u"contacts.$contact"_s);
    QCOMPARE(session.asked.size(), contacts);
    QCOMPARE(sum->values, contacts);
    QCOMPARE(sum->rows, count);
    QCOMPARE(sum->once + sum->none, count);
    QCOMPARE(sum->none, 68 * (count / contacts) + (count % contacts) / 2);

    draft.found = path;
    auto found = FoundIds::open(draft, orders());
    QVERIFY(found);
    QVERIFY(found->verify());
    for (const int row : { 0, 1, 2, 137, 138, count - 1 }) {
        const auto told = found->ofRecord(row + 1);
        QVERIFY(told);
        QCOMPARE(told->state, row % contacts % 2 == 0 ? FoundState::Once : FoundState::None);
        QVERIFY(told->id.empty()); // what is sent stays
        QCOMPARE(isKeptBack(*told, draft), told->state == FoundState::None);
    }
    draft.sendsUnfound = true;
    QVERIFY(!isKeptBack(*found->ofRecord(2), draft));
}

void TestContactLookUp::tellsRowsWithoutContacts()
{
    Draft draft = draftOf("a,c2@x.example\nb,\nc,nobody\nd,c3@x.example\n");
    ContactSession session;
    draft.found = m_folder.filePath(u"found"_s);
    const auto sum = lookUpRecords(draft, orders(), session, m_clock, draft.found, {}, {});
    QVERIFY(sum);
    QCOMPARE(sum->once, 1);
    QCOMPARE(sum->none, 1);
    QCOMPARE(sum->blank, 1);
    QCOMPARE(sum->unfit, 1);
    QCOMPARE(session.asked.size(), 2);
}

void TestContactLookUp::countsWhatItWouldAsk()
{
    const Draft draft = draftOf("a,c2@x.example\nb,\nc,nobody\nd,C2@X.example\ne, c3@x.example \n");
    const auto values = valuesToLookUp(draft, orders(), {}, {});
    QVERIFY(values);
    QCOMPARE(*values, 2);
}

void TestContactLookUp::needsAFieldThatNamesRecords()
{
    Draft draft = draftOf("a,c2@x.example\n");
    draft.checkedField = u"sku"_s;
    ContactSession session;
    const QString path = m_folder.filePath(u"none"_s);
    QVERIFY(!lookUpRecords(draft, orders(), session, m_clock, path, {}, {}));
    draft.checkedField = u"$contact"_s;
    draft.mapping.extras.clear();
    const auto without = lookUpRecords(draft, orders(), session, m_clock, path, {}, {});
    QVERIFY(!without);
    QCOMPARE(without.error().kind, Error::Kind::BadInput);
    QVERIFY(session.asked.isEmpty());
    QVERIFY(!QFile::exists(path));
}

void TestContactLookUp::remembersAnswers()
{
    KnownAnswers known(5'000);
    QVERIFY(!known.of(7));
    for (quint64 hash = 0; hash < 20'000; hash += 2)
        known.add(hash << 20, hash % 3 == 0);
    for (quint64 hash = 0; hash < 10'000; hash += 2)
        QCOMPARE(known.of(hash << 20), std::optional(hash % 3 == 0));
    QVERIFY(!known.of(quint64(15'000) << 20)); // there was no room for it
    known.add(2 << 20, false); // the first answer stays
    QCOMPARE(known.of(6 << 20), std::optional(true));
}

void TestContactLookUp::aPlanPassesOverRowsWithoutContacts()
{
    Draft draft = draftOf("a,c2@x.example\nb,c3@x.example\nc,c4@x.example\n");
    ContactSession session;
    draft.found = m_folder.filePath(u"found"_s);
    QVERIFY(lookUpRecords(draft, orders(), session, m_clock, draft.found, {}, {}));
    const OrderService service;
    const auto madeWith = [&](const Draft &with, bool leavesOut) {
        const Schema schema = withProperties(orders(), with.mapping);
        RecordPass pass(
            with, schema,
            service.makeEncoder(service.jobKinds().front(), with.target, fieldsOf(with, schema), schema),
            { .leaveOutProblems = leavesOut });
        std::size_t rows = 0;
        const auto end = pass.run({},
                                  [&rows](const EncodedRows &some) -> Done {
                                      rows += some.size();
                                      return {};
                                  },
                                  {});
        return end ? rows : 0;
    };
    QCOMPARE(madeWith(draft, true), 2U);
    QCOMPARE(madeWith(draft, false), 3U); // a run has been told which rows stay out
    draft.sendsUnfound = true;
    QCOMPARE(madeWith(draft, true), 3U);
    draft.sendsUnfound = false;
    draft.found.clear(); // nobody has looked
    QCOMPARE(madeWith(draft, true), 3U);
}

void TestContactLookUp::aRunTakesWhatWasFoundAlong()
{
    Draft draft = draftOf("a,c2@x.example\nb,c3@x.example\nc,c4@x.example\n");
    ContactSession session;
    draft.found = m_folder.filePath(u"found"_s);
    QVERIFY(lookUpRecords(draft, orders(), session, m_clock, draft.found, {}, {}));
    const OrderService service;
    const QString runs = m_folder.filePath(u"runs"_s);
    const auto start = [&](const CheckResult &check) {
        return startRun(runs, draft, {}, service, {}, check, m_clock.now());
    };
    const auto check = checkRows(draft, withProperties(orders(), draft.mapping), {}, {});
    QVERIFY(check);
    QCOMPARE(check->problemRecords, std::vector<qint64> { 2 });
    {
        const auto ledger = start(*check);
        QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
        QVERIFY(QFile::exists(foundFileIn((*ledger)->folder())));
        QCOMPARE((*ledger)->tally()->of(Outcome::LeftOut), 1);
    }
    CheckResult other = *check; // of before the look-up
    std::erase_if(other.groups, [](const ProblemGroup &group) { return group.rule == Rule::NotFound; });
    other.problemRecords.clear();
    QVERIFY(!start(other));

    draft.sendsUnfound = true;
    const auto all = checkRows(draft, withProperties(orders(), draft.mapping), {}, {});
    QVERIFY(all);
    QVERIFY(!start(*check)); // the person has decided otherwise since
    const auto ledger = start(*all);
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
    QCOMPARE((*ledger)->tally()->of(Outcome::NotSent), 3);
}

QTEST_GUILESS_MAIN(TestContactLookUp)
#include "test_contact_lookup.moc"
