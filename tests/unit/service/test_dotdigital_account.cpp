#include "tests/unit/service/scripted_dotdigital.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <thread>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What an account of Dotdigital tells of itself: collections, their properties, lists, contacts.
class TestDotdigitalAccount : public QObject, test::ScriptedDotdigital {
    Q_OBJECT

private:
    static QByteArray contact(int id)
    {
        const QByteArray number = QByteArray::number(id);
        return "{\"id\":" + number + ",\"email\":\"contact" + number + "@example.com\"}";
    }
    /// A page of the list of contacts, from \a first on.
    static QByteArray contactPage(int first, int count)
    {
        QByteArrayList entries;
        for (int id = first; id < first + count; ++id)
            entries << contact(id);
        return "[" + entries.join(',') + "]";
    }
    static QStringList valuesOf(const std::vector<RecordMatch> &matches)
    {
        QStringList values;
        for (const RecordMatch &match : matches)
            values << match.value + u'=' + match.id;
        return values;
    }

private Q_SLOTS:
    void init() { forget(); }

    void tellsItsCollections()
    {
        ServiceSession &session = signedIn();
        answerCollections();
        const auto objects = session.objects({});
        QVERIFY(objects);
        QCOMPARE(labels(*objects), (QStringList { u"Contacts"_s, u"Orders"_s, u"Shops"_s }));
        QCOMPARE(objects->at(1).name, u"insightData/Orders"_s);
        QVERIFY(!objects->at(1).isNew && objects->at(1).canCreate && !objects->at(1).canDelete);
        QCOMPARE(script().lines(), QStringList(u"GET /insightData/v3/collections"_s));
    }

    /// Both spellings of the documentation, and pages of a thousand.
    void tellsThemInVersion2()
    {
        ServiceSession &session = signedIn();
        answerWithoutV3();
        QByteArrayList page { R"({"Id":"7","Name":"Orders"})" };
        for (int id = 1; id < 1000; ++id)
            page << "{\"id\":" + QByteArray::number(id) + ",\"name\":\"C" + QByteArray::number(id) + "\"}";
        script().answer(200, "[" + page.join(',') + "]");
        script().answer(200, R"([{"id":2000,"name":"Last"}])");
        const auto objects = session.objects({});
        QVERIFY(objects);
        QCOMPARE(objects->size(), 1002U);
        QVERIFY(labels(*objects).contains(u"Orders"_s) && labels(*objects).contains(u"Last"_s));
        QCOMPARE(
            script().lines().mid(1),
            (QStringList { u"GET /v2/contacts/transactional-data-collections?select=1000&skip=0"_s,
                           u"GET /v2/contacts/transactional-data-collections?select=1000&skip=1000"_s }));
    }

    void hasContactsWithoutInsightData()
    {
        ServiceSession &session = signedIn();
        refuse(403, "ERROR_FEATURENOTACTIVE");
        refuse(400, "ERROR_FEATURENOTACTIVE");
        const auto objects = session.objects({});
        QVERIFY(objects);
        QCOMPARE(labels(*objects), QStringList(u"Contacts"_s));
    }

    /// What is refused for a time says nothing of what an account has.
    void takesNoTroubleForAnOldAccount()
    {
        ServiceSession &session = signedIn();
        for (int tries = 0; tries < 6; ++tries)
            script().answer(503, "{}");
        const auto objects = session.objects({});
        QVERIFY(!objects);
        QCOMPARE(objects.error().kind, Error::Kind::ServiceFault);
    }

    void describesACollectionByItsSchema()
    {
        ServiceSession &session = signedIn();
        answerCollections();
        script().answer(200, R"({"collectionName":"Orders","collectionType":"orders","schema":[
            {"name":"rowId","mode":"NULLABLE","type":"STRING"},
            {"name":"json","mode":"NULLABLE","type":"RECORD","fields":[
              {"name":"order_total","type":"FLOAT","fields":[]},
              {"name":"paid","type":"BOOLEAN","fields":[]},
              {"name":"purchase_date","type":"TIMESTAMP","fields":[]},
              {"name":"tags","mode":"REPEATED","type":"STRING","fields":[]},
              {"name":"marks","mode":"REPEATED","type":"FLOAT","fields":[]},
              {"name":"address","type":"RECORD","fields":[{"name":"city","type":"STRING","fields":[]}]},
              {"name":"products","mode":"REPEATED","type":"RECORD","fields":[
                {"name":"sku","type":"STRING","fields":[]},
                {"name":"parts","mode":"REPEATED","type":"RECORD","fields":[
                  {"name":"id","type":"STRING","fields":[]}]}]}]}]})");
        script().answer(200, "[]"); // fewer than a thousand contacts
        const auto document = session.describe(u"insightData/orders"_s, {});
        QVERIFY(document);
        QVERIFY(m_service->recognisesDescribe(*document));
        const auto schema = m_service->schemaFrom(*document);
        QVERIFY(schema);
        QStringList names;
        for (const Field &field : schema->fields)
            names << field.name;
        QCOMPARE(names,
                 (QStringList { u"$key"_s, u"$contact"_s, u"order_total"_s, u"paid"_s, u"purchase_date"_s,
                                u"tags"_s, u"marks"_s, u"address.city"_s, u"products[].sku"_s }));
        QVERIFY(schema->open && !schema->object.isNew);
        QCOMPARE(schema->object.label, u"Orders"_s);
        QCOMPARE(schema->field(u"order_total")->type, FieldType::Number);
        QCOMPARE(schema->field(u"paid")->type, FieldType::Boolean);
        QCOMPARE(schema->field(u"purchase_date")->type, FieldType::DateTime);
        QCOMPARE(schema->field(u"tags")->listSeparator, u";"_s);
        QCOMPARE(schema->field(u"marks")->type, FieldType::Unsupported);
        QVERIFY(schema->field(u"address.city")->isProperty && schema->field(u"address.city")->typeIsFixed);
        QCOMPARE(schema->settled,
                 (QJsonObject {
                     { u"api"_s, u"v3"_s }, { u"scope"_s, u"contact"_s }, { u"type"_s, u"orders"_s } }));
    }

    void knowsTheKeyAndTheContact()
    {
        const auto schema = m_service->schemaFrom(
            R"({"rowlift":"insightData","collection":"Orders","api":"v3","isNew":false})");
        QVERIFY(schema);
        const Field *key = schema->field(u"$key");
        QVERIFY(key && key->key && key->caseSensitive && !key->required);
        QVERIFY(!key->question.isEmpty() && !key->madeOfRow.isEmpty());
        const Field *contact = schema->field(u"$contact");
        QVERIFY(contact && contact->required && contact->searchable && !contact->question.isEmpty());
        QCOMPARE(contact->referenceTo, QStringList(u"contacts"_s));
        QCOMPARE(contact->type, FieldType::Email);
        QVERIFY(!schema->forms.milliseconds && !schema->forms.blankClears);
    }

    void fitsTheSchemaToWhatIsChosen_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<int>("contactType"); // -1: there is no contact
        QTest::addRow("usual") << QJsonObject() << int(FieldType::Email);
        QTest::addRow("e-mail") << QJsonObject { { u"identifier"_s, u"email"_s } } << int(FieldType::Email);
        QTest::addRow("id") << QJsonObject { { u"identifier"_s, u"contactId"_s } } << int(FieldType::Text);
        QTest::addRow("mobile") << QJsonObject { { u"identifier"_s, u"mobileNumber"_s } }
                                << int(FieldType::Phone);
        QTest::addRow("account") << QJsonObject { { u"scope"_s, u"account"_s } } << -1;
    }
    void fitsTheSchemaToWhatIsChosen()
    {
        QFETCH(const QJsonObject, options);
        QFETCH(const int, contactType);
        const auto schema = m_service->schemaFrom(
            R"({"rowlift":"insightData","collection":"New","api":"v3","isNew":true})");
        QVERIFY(schema);
        const Target target { .object = u"insightData/New"_s,
                              .operation = Operation::Upsert,
                              .options = options };
        const Schema fitted = m_service->fitted(*schema, target);
        const Field *contact = fitted.field(u"$contact");
        QCOMPARE(contact ? int(contact->type) : -1, contactType);
    }

    /// The account's own word wins over what was chosen before.
    void hasNoContactWhereRecordsBelongToTheAccount()
    {
        const auto schema = m_service->schemaFrom(
            R"({"rowlift":"insightData","collection":"Shops","api":"v3","scope":"account","type":"custom"})");
        QVERIFY(schema);
        QVERIFY(!schema->field(u"$contact"));
        QVERIFY(schema->field(u"$key"));
    }

    void proposesWhatAnOrderHas_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("proposes");
        const QByteArray made = R"({"rowlift":"insightData","collection":"Buys","api":"v3","isNew":true})";
        QTest::addRow("of type orders") << made << u"orders"_s << true;
        QTest::addRow("custom") << made << u"custom"_s << false;
        QTest::addRow("by its name")
            << R"({"rowlift":"insightData","collection":"ORDERS","api":"v2","isNew":true})"_ba << QString()
            << true;
        QTest::addRow("there already")
            << R"({"rowlift":"insightData","collection":"Orders","api":"v3","type":"orders","isNew":false})"_ba
            << QString() << false;
    }
    void proposesWhatAnOrderHas()
    {
        QFETCH(const QByteArray, document);
        QFETCH(const QString, type);
        QFETCH(const bool, proposes);
        const auto schema = m_service->schemaFrom(document);
        QVERIFY(schema);
        const Target target { .object = schema->object.name,
                              .operation = Operation::Upsert,
                              .options = { { u"type"_s, type } } };
        const Schema fitted = m_service->fitted(*schema, target);
        QCOMPARE(fitted.field(u"purchase_date") != nullptr, proposes);
        QCOMPARE(fitted.field(u"products[].sku") != nullptr, proposes);
        if (proposes)
            QVERIFY(fitted.field(u"order_total")->isProperty && !fitted.field(u"order_total")->typeIsFixed);
    }

    void describesANewCollectionAsNew()
    {
        ServiceSession &session = signedIn();
        answerWithoutV3();
        script().answer(200, R"([{"id":1,"name":"Orders"}])");
        script().answer(200, "[]");
        const auto document = session.describe(u"insightData/Bookings"_s, {});
        QVERIFY(document);
        const auto schema = m_service->schemaFrom(*document);
        QVERIFY(schema && schema->object.isNew);
        QCOMPARE(schema->settled, (QJsonObject { { u"api"_s, u"v2"_s } }));
    }

    /// Whoever names it: a window, a profile, an option.
    void refusesWhatNoNewCollectionIsCalled()
    {
        for (const auto &name : { u"F"_s, u"2026_orders"_s, u"shop-orders"_s, u"ü2"_s, QString() }) {
            ServiceSession &session = signedIn();
            answerWithoutV3();
            script().answer(200, R"([{"id":1,"name":"G"}])");
            const auto document = session.describe(u"insightData/"_s + name, {});
            QVERIFY2(!document, qPrintable(name));
            QCOMPARE(document.error().kind, Error::Kind::BadInput);
            QCOMPARE(document.error().sentence, m_service->newObject(name, {}).error().sentence);
        }
        ServiceSession &session = signedIn();
        answerWithoutV3();
        script().answer(200, R"([{"id":1,"name":"G"}])");
        script().answer(200, "[]");
        QVERIFY(session.describe(u"insightData/G"_s, {})); // it is there
    }

    void offersItsLists()
    {
        ServiceSession &session = signedIn();
        script().answer(200, R"([{"id":3,"name":"Test","visibility":"Private","contacts":1},
            {"id":12,"name":"newsletter","visibility":"Public","contacts":1200},
            {"id":11,"name":"Fair 2026","visibility":"Private","contacts":1}])");
        const auto lists = session.choices(u"list"_s, { .object = u"contacts"_s }, {});
        QVERIFY(lists);
        QCOMPARE(lists->size(), 2U);
        QCOMPARE(lists->at(0).label, u"Fair 2026"_s);
        QCOMPARE(lists->at(1).value, u"12"_s);
        QVERIFY(lists->at(1).detail.contains(u"1200"));
        QCOMPARE(script().lines(), QStringList(u"GET /v2/address-books?select=1000&skip=0"_s));
    }

    void findsAFewContactsOneByOne()
    {
        ServiceSession &session = signedIn();
        script().answer(200, contact(1001));
        refuse(404, "ERROR_CONTACT_NOT_FOUND");
        script().answer(200, contact(1002));
        script().answer(200, R"({"contactId":1003,"identifiers":{"mobileNumber":"491701234567"}})");
        script().answer(400, R"({"message":"Error: ERROR_INVALID_EMAIL"})");
        const auto found = session.find(
            u"contacts"_s, u"$contact"_s,
            { u"Contact1001@example.com"_s, u"a/b+c@example.net"_s, u"1002"_s, u"+491701234567"_s, u"x@"_s },
            {});
        QVERIFY(found);
        QCOMPARE(
            valuesOf(*found),
            (QStringList { u"Contact1001@example.com=1001"_s, u"1002=1002"_s, u"+491701234567=1003"_s }));
        QCOMPARE(script().lines(),
                 (QStringList { u"GET /v2/contacts/Contact1001@example.com"_s,
                                u"GET /v2/contacts/a%2Fb%2Bc@example.net"_s, u"GET /v2/contacts/1002"_s,
                                u"GET /contacts/v3/mobileNumber/491701234567"_s, u"GET /v2/contacts/x@"_s }));
    }

    /// Nobody may be taken for missing as a path is not there.
    void takesOnlyDotdigitalsWordForAMissingContact()
    {
        ServiceSession &session = signedIn();
        script().answer(404, "<html>");
        const auto found = session.find(u"contacts"_s, u"$contact"_s, { u"ada@example.com"_s }, {});
        QVERIFY(!found);
    }

    void readsTheWholeListWhereThatIsCheaper()
    {
        ServiceSession &session = signedIn();
        QStringList values { u"CONTACT1005@example.com"_s, u"nobody@example.net"_s, u"1999"_s, u"5"_s };
        for (int more = 0; more < 20; ++more)
            values << u"gone%1@example.net"_s.arg(more);
        script().answer(200, "[]"); // no more than so many pages of contacts
        script().answer(200, contactPage(1000, 1000));
        script().answer(200, contactPage(2000, 3));
        for (int missing = 0; missing < 22; ++missing)
            refuse(404, "ERROR_CONTACT_NOT_FOUND");
        const auto found = session.find(u"contacts"_s, u"$contact"_s, values, {});
        QVERIFY(found);
        QCOMPARE(valuesOf(*found), (QStringList { u"CONTACT1005@example.com=1005"_s, u"1999=1999"_s }));
        QCOMPARE(script().lines().mid(0, 5),
                 (QStringList { u"GET /v2/contacts?select=1&skip=24000"_s,
                                u"GET /v2/contacts?select=1000&skip=0"_s,
                                u"GET /v2/contacts?select=1000&skip=1000"_s,
                                // Whom the list lacks is asked for before it is said to be missing.
                                u"GET /v2/contacts/nobody@example.net"_s, u"GET /v2/contacts/5"_s }));
        QCOMPARE(script().requests.size(), 25U);
        // What was read is good for as long as the questions follow one another, and then it is not.
        script().requests.clear();
        QVERIFY(session.find(u"contacts"_s, u"$contact"_s, { u"contact2002@example.com"_s }, {}));
        QCOMPARE(script().requests.size(), 0U);
        (void)m_clock.sleepFor(1min, {});
        script().answer(200, contact(2002));
        QVERIFY(session.find(u"contacts"_s, u"$contact"_s, { u"contact2002@example.com"_s }, {}));
        QCOMPARE(script().requests.size(), 1U);
    }

    /// It slipped to a page that was read already, as another was deleted, or it has just been imported.
    void findsWhomTheListLacks()
    {
        ServiceSession &session = signedIn();
        QStringList values { u"contact1500@example.com"_s };
        for (int id = 1; id <= 11; ++id)
            values << u"contact%1@example.com"_s.arg(id);
        script().answer(200, "[]");
        script().answer(200, contactPage(1, 1000));
        script().answer(200, contactPage(1002, 3));
        script().answer(200, contact(1500));
        const auto found = session.find(u"contacts"_s, u"$contact"_s, values, {});
        QVERIFY(found);
        QCOMPARE(valuesOf(*found).front(), u"contact1500@example.com=1500"_s);
        QCOMPARE(found->size(), 12U);
        script().answer(200, contact(2000));
        const auto later = session.find(u"contacts"_s, u"$contact"_s, { u"contact2000@example.com"_s }, {});
        QVERIFY(later);
        QCOMPARE(later->size(), 1U);
    }

    /// An odd answer is no end of the list; what was read before it is not read again.
    void takesOnlyAListForTheListOfContacts_data()
    {
        QTest::addColumn<QByteArray>("odd");
        QTest::addRow("a message") << R"({"message":"maintenance"})"_ba;
        QTest::addRow("a page") << "<html>Bad gateway</html>"_ba;
        QTest::addRow("nothing") << ""_ba;
    }
    void takesOnlyAListForTheListOfContacts()
    {
        QFETCH(const QByteArray, odd);
        ServiceSession &session = signedIn();
        QStringList values;
        for (int id = 1; id <= 11; ++id)
            values << u"contact%1@example.com"_s.arg(id);
        script().answer(200, odd); // asked whether there are more
        const auto unknown = session.find(u"contacts"_s, u"$contact"_s, values, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, Error::Kind::BadReply);
        script().answer(200, "[]");
        script().answer(200, contactPage(501, 1000));
        script().answer(200, odd);
        QVERIFY(!session.find(u"contacts"_s, u"$contact"_s, values, {}));
        script().requests.clear();
        script().answer(200, contactPage(1, 11));
        const auto found = session.find(u"contacts"_s, u"$contact"_s, values, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 11U);
        QCOMPARE(script().lines(), QStringList(u"GET /v2/contacts?select=1000&skip=1000"_s));
    }

    /// Nobody waits for the answers of others.
    void asksSideBySide()
    {
        ServiceSession &session = signedIn();
        script().answer(200, contact(2));
        script().answer(200, contact(1));
        QSemaphore beside;
        std::jthread other;
        std::atomic<bool> hasBegun = false;
        bool hasOvertaken = false;
        script().onRequest = [&] {
            if (hasBegun.exchange(true))
                return;
            other = std::jthread([&] {
                (void)session.find(u"contacts"_s, u"$contact"_s, { u"contact2@example.com"_s }, {});
                beside.release();
            });
            hasOvertaken = beside.tryAcquire(1, 5s);
        };
        QVERIFY(session.find(u"contacts"_s, u"$contact"_s, { u"contact1@example.com"_s }, {}));
        QVERIFY(hasOvertaken);
    }

    void asksOneByOneWhereTheListIsLong()
    {
        ServiceSession &session = signedIn();
        QStringList values;
        for (int id = 1; id <= 12; ++id)
            values << u"contact%1@example.com"_s.arg(id);
        script().answer(200, contactPage(12001, 1)); // there are more
        for (int id = 1; id <= 12; ++id)
            script().answer(200, contact(id));
        const auto found = session.find(u"contacts"_s, u"$contact"_s, values, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 12U);
        QCOMPARE(script().requests.size(), 13U);
    }

    void tellsWhatALookUpCosts()
    {
        ServiceSession &session = signedIn();
        QCOMPARE(session.callsToFind(60'000), 60'000); // nothing is known yet
        answerWithoutV3();
        script().answer(200, "[]"); // no collections
        script().answer(200, contactPage(1, 1)); // more than 1,000 contacts
        script().answer(200, contactPage(1, 1)); // more than 4,000
        script().answer(200, "[]"); // not more than 16,000
        QVERIFY(session.describe(u"insightData/Orders"_s, {}));
        QCOMPARE(
            script().lines().mid(2),
            (QStringList { u"GET /v2/contacts?select=1&skip=1000"_s, u"GET /v2/contacts?select=1&skip=4000"_s,
                           u"GET /v2/contacts?select=1&skip=16000"_s }));
        QCOMPARE(session.callsToFind(5), 5);
        QCOMPARE(session.callsToFind(60'000), 16);
        // It is measured once.
        script().requests.clear();
        QVERIFY(session.describe(u"insightData/Orders"_s, {}));
        QCOMPARE(script().requests.size(), 0U);
    }

    void comparesWhatAnImportTakesWithWhatIsLeft()
    {
        ServiceSession &session = signedIn();
        script().answer(200, accountInfo());
        ImportSize size;
        size.kind = m_service->jobKinds().front();
        size.rows = 200'000;
        size.bytes = 60'000'000;
        size.lookUpValues = 1000;
        const auto needs = session.needs(size, {});
        QVERIFY(needs);
        QCOMPARE(needs->size(), 1U);
        QCOMPARE(needs->front().left, 1985);
        QVERIFY(needs->front().needed > 1000 && needs->front().needed < 2000);
        script().answer(200, accountInfo());
        const auto gauges = session.gauges({});
        QVERIFY(gauges);
        QCOMPARE(gauges->size(), 1U);
        QCOMPARE(gauges->front().left, 1985);
    }

    /// Limits by the minute pass by themselves; the hour that the account counts as well is none of theirs.
    void refusesNothingForTheHourOfAnAccountWithLimitsByTheMinute()
    {
        ServiceSession &session = signedIn();
        const QByteArray used = accountInfo().replace("1985", "0");
        const HttpHeaders headers { { "x-ratelimit-limit", "150" }, { "x-ratelimit-remaining", "149" } };
        script().answer(200, used, headers);
        ImportSize size;
        size.kind = m_service->jobKinds().front();
        size.rows = 200'000;
        size.bytes = 60'000'000;
        const auto needs = session.needs(size, {});
        QVERIFY(needs);
        QVERIFY(needs->empty());
        script().answer(200, used, headers);
        const auto gauges = session.gauges({});
        QVERIFY(gauges);
        QCOMPARE(gauges->size(), 1U);
        QCOMPARE(gauges->front().left, 149);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalAccount)
#include "test_dotdigital_account.moc"
