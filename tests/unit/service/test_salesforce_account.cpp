#include "app/service/salesforce/allowance.h"
#include "app/service/salesforce/json_encoder.h"
#include "app/service/salesforce/parent_keys.h"
#include "app/service/salesforce/query_pages.h"
#include "app/service/salesforce/schema_reader.h"
#include "tests/unit/service/scripted_salesforce.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::json;
using test::recorded;

namespace test {

/// Just enough of one for the calls of a session.
struct SmallDescribe {
    QJsonArray fields;

    SmallDescribe &add(const QString &name, const QString &type, const QJsonObject &more = {})
    {
        QJsonObject field { { u"name"_s, name },       { u"label"_s, name + u" label"_s },
                            { u"type"_s, type },       { u"soapType"_s, u"xsd:string"_s },
                            { u"filterable"_s, true }, { u"nillable"_s, true },
                            { u"createable"_s, true }, { u"updateable"_s, true } };
        for (auto member = more.begin(); member != more.end(); ++member)
            field[member.key()] = member.value();
        fields.append(field);
        return *this;
    }
    QByteArray bytes(const QString &object = u"Contact"_s, const QString &prefix = u"003"_s) const
    {
        return QJsonDocument(QJsonObject { { u"name"_s, object },
                                           { u"label"_s, object },
                                           { u"keyPrefix"_s, prefix },
                                           { u"fields"_s, fields } })
            .toJson(QJsonDocument::Compact);
    }
};

inline SmallDescribe smallContact()
{
    SmallDescribe describe;
    describe.add(u"Id"_s, u"id"_s)
        .add(u"Email"_s, u"email"_s, { { u"length"_s, 80 } })
        .add(u"Score__c"_s, u"double"_s)
        .add(u"AccountId"_s, u"reference"_s)
        .add(u"Description"_s, u"textarea"_s, { { u"filterable"_s, false } })
        .add(u"MailingAddress"_s, u"address"_s)
        .add(u"Photo"_s, u"base64"_s)
        .add(u"OwnerId"_s, u"reference"_s, { { u"relationshipName"_s, u"Owner"_s } })
        .add(u"LastModifiedDate"_s, u"datetime"_s, { { u"updateable"_s, false } });
    return describe;
}

inline QByteArray pageOf(const QJsonArray &records, qint64 total = -1, const QString &next = {})
{
    QJsonObject page { { u"totalSize"_s, total < 0 ? records.size() : total },
                       { u"done"_s, next.isEmpty() },
                       { u"records"_s, records } };
    if (!next.isEmpty())
        page[u"nextRecordsUrl"_s] = next;
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

inline QString madeUpId(int number)
{
    return u"003gK00000%1"_s.arg(number, 5, 10, QLatin1Char('0'));
}

inline const QString ada = u"003gK00000AbCdEQAV"_s;
inline const QString ben = u"003gK00000AbCdFQAV"_s;
inline const QString changed = u"2026-11-01T08:00:00.000+0000"_s;

inline QJsonObject personRecord(const QString &id, const QString &email)
{
    return { { u"Id"_s, id }, { u"Email"_s, email }, { u"LastModifiedDate"_s, changed } };
}

inline QString askedQuery(const HttpRequest &request)
{
    return QUrlQuery(request.url).queryItemValue(u"q"_s, QUrl::FullyDecoded);
}

} // namespace test

/// What a session tells of records, keys of parents, limits and rules, without a network.
class TestSalesforceAccount : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    /// A session that is signed in; its next answer is the describe that calls begin with.
    std::unique_ptr<ServiceSession> session()
    {
        signInAnswer();
        script().answer(200, test::smallContact().bytes());
        return open();
    }
    Result<std::vector<RecordMatch>> find(const QString &field, const QStringList &values)
    {
        m_session = session();
        return m_session->find(u"Contact"_s, field, values, {});
    }
    /// Those behind the sign-in and the describe.
    std::vector<HttpRequest> asked() const
    {
        return { script().requests.begin() + 2, script().requests.end() };
    }
    const test::Script &script() const { return m_factory.script; }
    test::Script &script() { return m_factory.script; }

private Q_SLOTS:
    void init() { forget(); }

    void findsByText()
    {
        m_session = session();
        script().answer(200,
                        test::pageOf({ test::personRecord(test::ada, u"Ada@Example.com"_s) }, 2,
                                     u"/services/data/v61.0/query/01g-1"_s));
        script().answer(200, test::pageOf({ test::personRecord(test::ben, u"o'hara@example.com"_s) }, 2));
        const auto found = m_session->find(
            u"Contact"_s, u"Email"_s,
            { u"ada@example.com"_s, u" o'hara@example.com "_s, QString(), u"ada@example.com"_s }, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 2U);
        QCOMPARE(found->at(0),
                 (RecordMatch { u"Ada@Example.com"_s, test::ada,
                                QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC) }));
        QCOMPARE(found->at(1).id, test::ben);
        QCOMPARE(asked().size(), 2U);
        QCOMPARE(asked()[0].method, "GET"_ba);
        QCOMPARE(asked()[0].url.path(), u"/services/data/v61.0/query"_s);
        QCOMPARE(
            test::askedQuery(asked()[0]),
            uR"(SELECT Id,Email,LastModifiedDate FROM Contact WHERE Email IN ('ada@example.com','o\'hara@example.com'))"_s);
        QCOMPARE(asked()[1].url.path(), u"/services/data/v61.0/query/01g-1"_s);
        QVERIFY(!asked()[1].url.hasQuery());
    }

    /// Half of an org may have one value: what is kept of them does not grow.
    void keepsTheTwoChangedLastOfMany()
    {
        m_session = session();
        QJsonArray records;
        for (int i = 0; i < 500; ++i) {
            QJsonObject record = test::personRecord(test::madeUpId(i), u"smith@example.com"_s);
            record.insert(u"LastModifiedDate"_s,
                          QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)
                              .addDays((i * 7) % 500)
                              .toString(u"yyyy-MM-ddTHH:mm:ss.000+0000"_s));
            records << record;
        }
        records << test::personRecord(test::ben, u"ben@example.com"_s);
        script().answer(200, test::pageOf(records));
        const auto found
            = m_session->find(u"Contact"_s, u"Email"_s, { u"smith@example.com"_s, u"ben@example.com"_s }, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 3U);
        QCOMPARE(found->at(0).id, test::madeUpId(357)); // 357 * 7 % 500 == 499
        QCOMPARE(found->at(1).id, test::madeUpId(214)); // 498
        QCOMPARE(found->at(2).id, test::ben);
    }

    void asksInAddressesThatFit()
    {
        m_session = session();
        QStringList values;
        for (int i = 0; i < 2'000; ++i)
            values << u"a.very.long.name.of.somebody.%1@subdomain.example.com"_s.arg(i);
        for (int i = 0; i < 40; ++i)
            script().answer(200, test::pageOf({}));
        QVERIFY(m_session->find(u"Contact"_s, u"Email"_s, values, {}));
        qsizetype count = 0;
        for (const HttpRequest &request : asked()) {
            const qsizetype size = request.url.toEncoded().size();
            QVERIFY2(size < 15'200 && size > 200, qPrintable(QString::number(size)));
            count += test::askedQuery(request).count(u'@');
        }
        QCOMPARE(count, 2'000);
        const auto estimate = static_cast<std::size_t>(m_session->callsToFind(2'000));
        QVERIFY(asked().size() <= estimate * 2 && estimate >= 8);
    }

    void asksOnlyForWhatCanBeThere()
    {
        m_session = session();
        script().answer(200,
                        test::pageOf({ QJsonObject { { u"Id"_s, test::ada },
                                                     { u"Score__c"_s, 12.5 },
                                                     { u"LastModifiedDate"_s, test::changed } } }));
        const auto scores = m_session->find(u"Contact"_s, u"Score__c"_s,
                                            { u"12.50"_s, u"12.5"_s, u"many"_s, u"1) OR (Id != null"_s }, {});
        QVERIFY(scores);
        QCOMPARE(test::askedQuery(asked()[0]),
                 u"SELECT Id,Score__c,LastModifiedDate FROM Contact WHERE Score__c IN (12.50,12.5)"_s);
        QCOMPARE(scores->size(), 2U); // each spelling has its answer
        QCOMPARE(scores->at(0).value, u"12.50"_s);
        QCOMPARE(scores->at(1).value, u"12.5"_s);

        const auto none = m_session->find(u"Contact"_s, u"Email"_s, { QString(100, u'x') }, {});
        QVERIFY(none && none->empty());
        const auto noIds = m_session->find(u"Contact"_s, u"AccountId"_s, { u"Acme"_s }, {});
        QVERIFY(noIds && noIds->empty());
        QCOMPARE(asked().size(), 1U); // nothing to ask for
    }

    void believesNoHalfAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("too few") << test::pageOf({}, 3);
        QTest::addRow("a record without its id")
            << test::pageOf({ QJsonObject { { u"Email"_s, u"a@b.example"_s } } });
        QTest::addRow("a page in between") << "<html>welcome</html>"_ba;
        QTest::addRow("another object") << R"({"ok":true})"_ba;
        QTest::addRow("elsewhere") << test::pageOf({}, 3, u"https://evil.example/next"_s);
    }
    void believesNoHalfAnswer()
    {
        QFETCH(const QByteArray, body);
        m_session = session();
        script().answer(200, body);
        const auto found = m_session->find(u"Contact"_s, u"Email"_s, { u"a@b.example"_s }, {});
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::BadReply);
    }

    void saysThatAFieldFindsNoRecords_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addRow("not for filters") << u"Description"_s;
        QTest::addRow("an address") << u"MailingAddress"_s;
        QTest::addRow("a time") << u"LastModifiedDate"_s;
        QTest::addRow("none at all") << u"Nonsense"_s;
    }
    void saysThatAFieldFindsNoRecords()
    {
        QFETCH(const QString, field);
        const auto found = find(field, { u"x"_s });
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::BadInput);
        QVERIFY(found.error().sentence.contains(field));
        QVERIFY(asked().empty());
    }

    void copiesOldValues()
    {
        QTemporaryDir folder;
        QFile part(folder.filePath(u"part.csv"_s));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("Id,Email,Owner.Username\n" + test::ben.toLatin1() + ",b@x.example,jon\n"
                   + test::ada.toLatin1() + ",a@x.example,jon\nnothing,c@x.example,jon\n"
                   + test::ada.left(15).toLatin1() + ",d@x.example,jon\n");
        part.close();
        const auto loader = signedInLoader({ .object = u"Contact"_s, .operation = Operation::Update },
                                           { u"Id"_s, u"Email"_s, u"Owner.Username"_s });
        script().answer(200, test::smallContact().bytes());
        script().answer(
            200,
            QJsonDocument(QJsonArray { QJsonValue(), test::personRecord(test::ada, u"old@x.example"_s) })
                .toJson());
        const QString path = folder.filePath(u"before/part-00001.jsonl"_s);
        QVERIFY(loader->keepOld({ .path = part.fileName(), .rows = 4 }, path, Progress(), {}));
        const HttpRequest &call = script().requests[1];
        QCOMPARE(call.method, "POST"_ba);
        QCOMPARE(call.url.path(), u"/services/data/v61.0/composite/sobjects/Contact"_s);
        QCOMPARE(json(call).value(u"ids"_s).toArray(), (QJsonArray { test::ben, test::ada }));
        QCOMPARE(json(call).value(u"fields"_s).toArray(),
                 (QJsonArray { u"Id"_s, u"Email"_s, u"OwnerId"_s, u"LastModifiedDate"_s }));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QByteArray ada = "{\"Email\":\"old@x.example\",\"Id\":\"" + test::ada.toLatin1()
            + "\",\"LastModifiedDate\":\"2026-11-01T08:00:00.000+0000\"}\n";
        QCOMPARE(copy.readAll(), "null\n" + ada + "null\n" + ada);
    }

    void copiesAllThatADeleteTakes()
    {
        QTemporaryDir folder;
        QFile part(folder.filePath(u"part.csv"_s));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("Id\n" + test::ada.toLatin1() + '\n');
        part.close();
        const auto loader
            = signedInLoader({ .object = u"Contact"_s, .operation = Operation::Delete }, { u"Id"_s });
        script().answer(200, test::smallContact().bytes());
        // A field that was taken from this user meanwhile is left out.
        script().answer(
            400,
            R"([{"errorCode":"INVALID_FIELD","message":"No such column 'Score__c' on entity 'Contact'."}])");
        script().answer(
            200, QJsonDocument(QJsonArray { test::personRecord(test::ada, u"old@x.example"_s) }).toJson());
        const QString path = folder.filePath(u"part-00001.jsonl"_s);
        QVERIFY(loader->keepOld({ .path = part.fileName(), .rows = 1 }, path, Progress(), {}));
        const QJsonArray first { u"Id"_s,          u"Email"_s,   u"Score__c"_s,        u"AccountId"_s,
                                 u"Description"_s, u"OwnerId"_s, u"LastModifiedDate"_s };
        QCOMPARE(json(script().requests[1]).value(u"fields"_s).toArray(), first);
        QJsonArray second = first;
        second.removeAt(2);
        QCOMPARE(json(script().requests[2]).value(u"fields"_s).toArray(), second);
        // What was left out is told in the copy.
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QJsonObject record = QJsonDocument::fromJson(copy.readAll()).object();
        QCOMPARE(record.value(u"attributes"_s).toObject().value(u"leftOut"_s).toArray(),
                 QJsonArray { u"Score__c"_s });
    }

    /// What Salesforce says of a field is in the user's language, and need not name it as it should be.
    void findsByHalvesWhatItMayNotCopy()
    {
        QTemporaryDir folder;
        QFile part(folder.filePath(u"part.csv"_s));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("Id,Email,Score__c\n" + test::ada.toLatin1() + ",a@x.example,1\n");
        part.close();
        const auto loader = signedInLoader({ .object = u"Contact"_s, .operation = Operation::Update },
                                           { u"Id"_s, u"Email"_s, u"Score__c"_s });
        script().answer(200, test::smallContact().bytes());
        const QByteArray no = R"([{"errorCode":"INVALID_FIELD","message":"Spalte nicht vorhanden"}])";
        const QByteArray one
            = QJsonDocument(QJsonArray { test::personRecord(test::ada, u"old@x.example"_s) }).toJson();
        script().answer(400, no); // Id, Email, Score__c, LastModifiedDate
        script().answer(200, one); // Id, Email
        script().answer(400, no); // Score__c, LastModifiedDate
        script().answer(400, no); // Score__c
        script().answer(200, one); // LastModifiedDate
        const QString path = folder.filePath(u"old.jsonl"_s);
        QVERIFY(loader->keepOld({ .path = part.fileName(), .rows = 1 }, path, Progress(), {}));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QJsonObject record = QJsonDocument::fromJson(copy.readAll()).object();
        QCOMPARE(record.value(u"Email"_s).toString(), u"old@x.example"_s);
        QCOMPARE(record.value(u"attributes"_s).toObject().value(u"leftOut"_s).toArray(),
                 QJsonArray { u"Score__c"_s });
    }

    void leavesNoHalfCopy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("too few") << 200 << "[]"_ba;
        QTest::addRow("another record") << 200 << R"([{"Id":"003gK00000AbCdFQAV"}])"_ba;
        QTest::addRow("refused") << 403 << R"([{"errorCode":"INSUFFICIENT_ACCESS","message":"no"}])"_ba;
        QTest::addRow("trouble") << 500 << "<html>"_ba;
    }
    void leavesNoHalfCopy()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QTemporaryDir folder;
        QFile part(folder.filePath(u"part.csv"_s));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("Id\n" + test::ada.toLatin1() + '\n');
        part.close();
        const auto loader
            = signedInLoader({ .object = u"Contact"_s, .operation = Operation::Delete }, { u"Id"_s });
        script().answer(200, test::smallContact().bytes());
        script().answer(status, body);
        const QString path = folder.filePath(u"old.jsonl"_s);
        QVERIFY(!loader->keepOld({ .path = part.fileName(), .rows = 1 }, path, Progress(), {}));
        QVERIFY(!QFile::exists(path));
    }

    void namesParentsByTheirKeys()
    {
        const QByteArray lead = recorded(u"describe-Lead.json"_s);
        const QJsonObject describe = QJsonDocument::fromJson(lead).object();
        QCOMPARE(salesforce::parentsIn(describe),
                 QStringList({ u"Group"_s, u"User"_s, u"DandBCompany"_s, u"Individual"_s }));

        test::SmallDescribe user;
        user.add(u"Id"_s, u"id"_s, { { u"idLookup"_s, true } })
            .add(u"Username"_s, u"string"_s, { { u"idLookup"_s, true }, { u"length"_s, 80 } })
            .add(u"Email"_s, u"email"_s, { { u"idLookup"_s, true }, { u"length"_s, 128 } })
            .add(u"Title"_s, u"string"_s);
        test::SmallDescribe group;
        group.add(u"Id"_s, u"id"_s).add(u"Name"_s, u"string"_s, { { u"idLookup"_s, true } });
        const QByteArray whole = salesforce::withParents(
            lead,
            { salesforce::factsFrom(user.bytes(u"User"_s)), salesforce::factsFrom(group.bytes(u"Group"_s)) });
        QVERIFY(whole.startsWith(lead.first(lead.lastIndexOf('}'))));
        const auto schema = salesforce::readSchema(whole);
        QVERIFY(schema);
        QStringList names;
        for (const Field &field : schema->fields) {
            if (!field.standsFor.isEmpty())
                names << field.name;
        }
        QCOMPARE(names,
                 QStringList({ u"Group:Owner.Name"_s, u"User:Owner.Username"_s, u"User:Owner.Email"_s }));
        const Field *email = schema->field(u"User:Owner.Email");
        QCOMPARE(email->label, u"Owner (User): Email label"_s);
        QCOMPARE(email->standsFor, u"OwnerId"_s);
        QCOMPARE(email->type, FieldType::Email);
        QCOMPARE(email->length, 128);
        QVERIFY(email->creatable && email->updatable);
        QVERIFY(!email->clearable && !email->key && !email->required && !email->searchable);
        QVERIFY(email->sets() == "OwnerId"_L1 && !email->help.isEmpty());
    }

    void writesParentsInJson()
    {
        auto schema = salesforce::readSchema(recorded(u"describe-Contact.json"_s)).value_or(Schema());
        Field number;
        number.name = u"Account.Number__c"_s;
        number.type = FieldType::Number;
        number.standsFor = u"AccountId"_s;
        schema.fields.push_back(number);
        const salesforce::JsonEncoder encoder({ .object = u"Contact"_s, .operation = Operation::Insert },
                                              { u"Owner.Username"_s, u"Account.Number__c"_s }, schema);
        OutBuffer out;
        const std::vector<std::string_view> values { "rep@acme.example", "17" };
        encoder.encode(0, values, out);
        const std::vector<std::string_view> blanks { "", "" };
        encoder.encode(0, blanks, out);
        QCOMPARE(QByteArray(out.text().data(), qsizetype(out.text().size())),
                 "{\"attributes\":{\"type\":\"Contact\"},\"Owner\":{\"Username\":\"rep@acme.example\"},"
                 "\"Account\":{\"Number__c\":17}},"
                 "{\"attributes\":{\"type\":\"Contact\"}},"_ba);
    }

    void knowsTheUsualKeysOffline()
    {
        const auto schema = salesforce::readSchema(recorded(u"describe-Contact.json"_s));
        QVERIFY(schema);
        QVERIFY(schema->field(u"Owner.Username"));
        QCOMPARE(schema->field(u"Owner.Email")->label, u"Owner: Email"_s);
        QCOMPARE(schema->field(u"ReportsTo.Email")->standsFor, u"ReportsToId"_s); // a contact, like itself
        QVERIFY(!schema->field(u"Account.Name") && !schema->field(u"User:Owner.Email"));
        QVERIFY(!schema->field(u"CreatedBy.Email")); // which nobody may set
        QVERIFY(schema->field(u"Email")->searchable && !schema->field(u"Description")->searchable);
        QVERIFY(!schema->field(u"LastName")->clearable && schema->field(u"Phone")->clearable);
    }

    void namesRecordTypes()
    {
        const auto account = salesforce::readSchema(recorded(u"describe-Account.json"_s));
        QVERIFY(account);
        const Field *type = account->field(u"RecordTypeId");
        QCOMPARE(type->type, FieldType::Picklist);
        QVERIFY(!type->restricted); // an id of 15 characters is fine
        QCOMPARE(type->values,
                 (std::vector<PicklistValue> { { u"012000000000001AAA"_s, u"Household"_s, true } }));
    }

    void tellsWhatCanBeDeleted()
    {
        signInAnswer();
        script().answer(200, R"({"sobjects":[
            {"name":"MarketSegment","label":"Segment","createable":false,"updateable":false,"deletable":true},
            {"name":"ContactHistory","label":"History","deletable":true,"associateEntityType":"History"},
            {"name":"User","label":"User","updateable":true},
            {"name":"Report","label":"Report","createable":false}]})");
        const auto objects = open()->objects({});
        QVERIFY(objects);
        QCOMPARE(objects->size(), 2U);
        QCOMPARE(objects->front().name, u"MarketSegment"_s);
        QVERIFY(objects->front().canDelete && !objects->front().canCreate && !objects->front().canUpdate);
        QVERIFY(objects->back().canUpdate && !objects->back().canDelete);
    }

    void offersTheRulesThereAre()
    {
        signInAnswer();
        script().answer(
            200,
            test::pageOf(
                { QJsonObject { { u"Id"_s, u"01Q2"_s }, { u"Name"_s, u"Fair"_s }, { u"Active"_s, false } },
                  QJsonObject {
                      { u"Id"_s, u"01Q1"_s }, { u"Name"_s, u"Queue"_s }, { u"Active"_s, true } } }));
        const auto session = open();
        const Target leads { .object = u"Lead"_s, .operation = Operation::Insert };
        const auto choices = session->choices(u"assignmentRule"_s, leads, {});
        QVERIFY(choices);
        QCOMPARE(choices->size(), 2U);
        QCOMPARE(choices->front().value, u"01Q1"_s);
        QVERIFY(choices->front().label.contains(u"Queue"_s));
        QCOMPARE(test::askedQuery(script().requests[1]),
                 u"SELECT Id,Name,Active FROM AssignmentRule WHERE SobjectType = 'Lead'"_s);
        script().answer(
            400,
            R"([{"errorCode":"INVALID_TYPE","message":"sObject type 'AssignmentRule' is not supported."}])");
        const auto hidden = session->choices(u"assignmentRule"_s, leads, {});
        QVERIFY(hidden && hidden->empty());
        const auto others = session->choices(u"allowDuplicates"_s, leads, {});
        QVERIFY(others && others->empty());
    }

    void countsWhatAnImportTakes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("leastCalls");
        QTest::addColumn<qint64>("mostCalls");
        QTest::addColumn<qint64>("leastUploads");
        QTest::addColumn<qint64>("rowBytes");
        QTest::addColumn<bool>("keepsOld");
        QTest::addColumn<qint64>("copiedFields");
        const auto row = [this](const char *name, const QString &kind, Operation operation, qint64 rows,
                                qint64 least, qint64 most, qint64 uploads, qint64 rowBytes = 0,
                                bool keepsOld = false, qint64 copiedFields = 20) {
            const auto kinds = m_service->jobKinds();
            const auto at = std::ranges::find(kinds, kind, &JobKind::id) - kinds.begin();
            QTest::newRow(name) << static_cast<int>(at) << operation << rows << least << most << uploads
                                << rowBytes << keepsOld << copiedFields;
        };
        row("a million in bulk", u"bulk-ingest"_s, Operation::Upsert, 1'000'000, 8 * 8, 2'000, 100);
        row("in small calls", u"collections"_s, Operation::Update, 2'000, 10, 20, 0);
        row("a delete is copied first", u"collections"_s, Operation::Delete, 2'000, 20, 40, 0);
        row("an update is copied first", u"collections"_s, Operation::Update, 2'000, 20, 40, 0, 0, true);
        row("wide records are copied in more calls", u"collections"_s, Operation::Delete, 2'000, 50, 80, 0, 0,
            false, 900);
        row("long rows", u"bulk-ingest"_s, Operation::Insert, 1'000'000, 400 * 8, 600 * 16, 500, 5'000);
        row("long rows in small calls", u"collections"_s, Operation::Insert, 2'000, 20, 60, 0, 20'000);
        row("all or nothing", u"tree"_s, Operation::Insert, 2'000, 10, 40, 0);
        row("row by row", u"single"_s, Operation::Insert, 500, 500, 600, 0);
        row("nothing", u"bulk-ingest"_s, Operation::Insert, 0, 0, 0, 0);
    }
    void countsWhatAnImportTakes()
    {
        QFETCH(const int, kind);
        QFETCH(const Operation, operation);
        QFETCH(const qint64, rows);
        QFETCH(const qint64, leastCalls);
        QFETCH(const qint64, mostCalls);
        QFETCH(const qint64, leastUploads);
        QFETCH(const qint64, rowBytes);
        QFETCH(const bool, keepsOld);
        QFETCH(const qint64, copiedFields);
        const JobKind way = m_service->jobKinds().at(static_cast<std::size_t>(kind));
        const ImportSize size { .kind = way,
                                .target = { .object = u"Contact"_s, .operation = operation },
                                .rows = rows,
                                .fields = 20,
                                .bytes = rows * rowBytes,
                                .keepsOld = keepsOld };
        const qint64 calls = salesforce::callsFor(size, copiedFields);
        QVERIFY2(calls >= leastCalls && calls <= mostCalls, qPrintable(QString::number(calls)));
        const qint64 uploads = salesforce::uploadsFor(size);
        QVERIFY(uploads >= leastUploads && uploads <= leastUploads * 3);
    }

    void holdsNeedsAgainstWhatIsLeft()
    {
        const Target contacts { .object = u"Contact"_s, .operation = Operation::Upsert };
        signInAnswer();
        script().answer(200, R"({"DailyApiRequests":{"Max":5000,"Remaining":12},
                                 "DailyBulkApiBatches":{"Max":15000,"Remaining":-3}})");
        const auto session = open();
        const auto needs = session->needs(
            { .kind = m_service->jobKinds().front(), .target = contacts, .rows = 100'000 }, {});
        QVERIFY(needs);
        QCOMPARE(needs->size(), 2U);
        QCOMPARE(needs->at(0).left, 12);
        QVERIFY(!needs->at(0).isMet());
        QCOMPARE(needs->at(1).left, 0);
        QVERIFY(!needs->at(1).isMet());

        // Who may not see the limits learns of the calls all the same.
        script().answer(403, R"([{"errorCode":"INSUFFICIENT_ACCESS","message":"no"}])",
                        { { "Sforce-Limit-Info", "api-usage=4000/5000" } });
        const auto seen = session->needs(
            { .kind = m_service->jobKinds().front(), .target = contacts, .rows = 1'000 }, {});
        QVERIFY(seen);
        QCOMPARE(seen->size(), 1U);
        QCOMPARE(seen->front().left, 1'000);
        QVERIFY(seen->front().isMet());
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceAccount)
#include "test_salesforce_account.moc"
