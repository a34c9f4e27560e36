#include "app/service/salesforce/json_encoder.h"
#include "app/service/salesforce/record_search.h"
#include "app/service/salesforce/row_trace.h"
#include "tests/unit/service/scripted_salesforce.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace salesforce;
using test::recorded;

namespace {

const QString sobjects = u"/services/data/v61.0/composite/sobjects"_s;
const Target addContacts { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };

Target targetOf(Operation operation, const QString &key = {})
{
    return { .object = u"Contact"_s, .operation = operation, .keyField = key };
}

Field field(const QString &name, FieldType type, bool key = false)
{
    Field made;
    made.name = name;
    made.type = type;
    made.key = key;
    return made;
}

Schema schemaOfAllTypes()
{
    Schema schema;
    schema.forms.clear = "#N/A";
    schema.fields
        = { field(u"Id"_s, FieldType::Id, true),           field(u"Email"_s, FieldType::Email, true),
            field(u"Crm_Key__c"_s, FieldType::Text, true), field(u"LastName"_s, FieldType::Text),
            field(u"Description"_s, FieldType::LongText),  field(u"Score__c"_s, FieldType::Number),
            field(u"Level__c"_s, FieldType::Integer),      field(u"DoNotCall"_s, FieldType::Boolean),
            field(u"Birthdate"_s, FieldType::Date),        field(u"Seen__c"_s, FieldType::DateTime),
            field(u"Hour__c"_s, FieldType::Time),          field(u"AccountId"_s, FieldType::Reference),
            field(u"Tags__c"_s, FieldType::MultiPicklist) };
    schema.fields[5].precision = 18;
    schema.fields[5].scale = 2;
    schema.fields[2].unique = true;
    return schema;
}

/// One record as \a fields and \a values make it.
QByteArray encoded(const Target &target, const QStringList &fields, const QByteArrayList &values)
{
    const JsonEncoder encoder(target, fields, schemaOfAllTypes());
    OutBuffer out;
    std::vector<std::string_view> views;
    for (const QByteArray &value : values)
        views.emplace_back(value.constData(), std::size_t(value.size()));
    encoder.encode(0, views, out);
    return QByteArray(out.text().data(), qsizetype(out.size()));
}

QDateTime at(int minute, int second = 0)
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, minute, second), Qt::UTC);
}

const QByteArray noRecords = R"({"totalSize":0,"done":true,"records":[]})";

} // namespace

class KeptSteps : public StepLog {
public:
    Done about(Step step) override
    {
        notes << u"about"_s;
        return step == Step::Send ? Done() : Done(tl::unexpected(cancelledError()));
    }
    Done did(Step, const QString &ticket) override
    {
        notes << u"did"_s + ticket;
        return {};
    }

    QStringList notes;
};

/// Calls of up to 200 records, without a network.
class TestSalesforceCollections : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    PartFile part(const QByteArray &bytes, int rows)
    {
        QFile file(m_folder.filePath(u"part.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows, .bytes = bytes.size() };
    }
    static QByteArray body(const QByteArray &records)
    {
        return "{\"allOrNone\":false,\"records\":[" + records + "]}";
    }
    static FoundRecord record(const QString &id, const QJsonObject &values, const QDateTime &created,
                              bool byUs = true)
    {
        QJsonObject all = values;
        all.insert(u"Id"_s, id);
        return { .values = all,
                 .id = id,
                 .created = created,
                 .modified = created,
                 .createdByUs = byUs,
                 .modifiedByUs = byUs };
    }
    /// What is said of each row: "In 003A", "NotIn", "Unsure".
    static QStringList traced(Operation operation, const std::vector<QJsonObject> &rows,
                              const QStringList &keys, const std::vector<FoundRecord> &records)
    {
        const Schema schema = schemaOfAllTypes();
        const RowTracer tracer(operation, schema, SendTime::from(at(0), at(1), at(1)));
        QStringList said;
        for (const TracedRow &row : tracer.trace(rows, keys, records))
            said << (row.trace == Trace::In          ? QString::number(int(row.outcome)) + u' ' + row.recordId
                         : row.trace == Trace::NotIn ? u"no"_s
                                                     : u"unsure"_s);
        return said;
    }
    static QString in(Outcome outcome, const QString &id)
    {
        return QString::number(int(outcome)) + u' ' + id;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { forget(); }

    void writesValuesByType_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *field, const char *value, const char *json) {
            QTest::addRow("%s", name) << QString::fromLatin1(field) << QByteArray(value) << QByteArray(json);
        };
        row("text", "LastName", "Stone", "\"LastName\":\"Stone\"");
        row("signs", "LastName", "a\"b\\c\td\x01", "\"LastName\":\"a\\\"b\\\\c\\td\\u0001\"");
        row("line breaks", "Description", "a\r\nb\rc\nd\r", "\"Description\":\"a\\nb\\nc\\nd\\n\"");
        row("letters", "LastName", "Müller 東", "\"LastName\":\"Müller 東\"");
        row("a number in a text", "LastName", "007", "\"LastName\":\"007\"");
        row("number", "Score__c", "-1234.50", "\"Score__c\":-1234.50");
        row("exponent", "Score__c", "1.5e+10", "\"Score__c\":1.5e+10");
        row("every digit", "Score__c", "9007199254740993.01", "\"Score__c\":9007199254740993.01");
        row("integer", "Level__c", "0", "\"Level__c\":0");
        row("no JSON number", "Level__c", "012", "\"Level__c\":\"012\"");
        row("half a number", "Score__c", "1.", "\"Score__c\":\"1.\"");
        row("no number", "Score__c", "many", "\"Score__c\":\"many\"");
        row("yes", "DoNotCall", "true", "\"DoNotCall\":true");
        row("no", "DoNotCall", "0", "\"DoNotCall\":false");
        row("perhaps", "DoNotCall", "perhaps", "\"DoNotCall\":\"perhaps\"");
        row("date", "Birthdate", "1980-02-01", "\"Birthdate\":\"1980-02-01\"");
        row("cleared", "Score__c", "#N/A", "\"Score__c\":null");
        row("parent", "Account.Crm_Key__c", "ACC-1", "\"Account\":{\"Crm_Key__c\":\"ACC-1\"}");
        row("one of several parents", "User:Owner.Username", "a@b.example",
            R"("Owner":{"attributes":{"type":"User"},"Username":"a@b.example"})");
        row("record id", "Id", "003A", "\"id\":\"003A\"");
        row("an unknown field", "New__c", "1", "\"New__c\":\"1\"");
    }
    void writesValuesByType()
    {
        QFETCH(const QString, field);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, json);
        const QByteArray record = encoded(addContacts, { field }, { value });
        QCOMPARE(record, "{\"attributes\":{\"type\":\"Contact\"}," + json + "},");
        QVERIFY(QJsonDocument::fromJson(record.chopped(1)).isObject());
    }

    void leavesOutWhatIsEmpty()
    {
        QCOMPARE(encoded(addContacts, { u"LastName"_s, u"Email"_s }, { "", "" }),
                 R"({"attributes":{"type":"Contact"}},)"_ba);
    }

    void writesIdsAloneOfADeletion()
    {
        const JsonEncoder encoder(targetOf(Operation::Delete), { u"Id"_s }, schemaOfAllTypes());
        QCOMPARE(encoded(targetOf(Operation::Delete), { u"Id"_s }, { "003A" }), "\"003A\","_ba);
        QCOMPARE(encoder.prologue() + encoder.epilogue(), "[]"_ba);
        QCOMPARE(encoder.separator(), ","_ba);
    }

    void sendsAsTheOperationWants_data()
    {
        QTest::addColumn<Target>("target");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("line");
        QTest::addRow("insert") << addContacts << body("{}") << u"POST "_s + sobjects;
        QTest::addRow("update") << targetOf(Operation::Update) << body("{}") << u"PATCH "_s + sobjects;
        QTest::addRow("upsert") << targetOf(Operation::Upsert, u"Crm_Key__c"_s) << body("{}")
                                << u"PATCH "_s + sobjects + u"/Contact/Crm_Key__c"_s;
        QTest::addRow("delete") << targetOf(Operation::Delete) << R"(["003A"])"_ba
                                << u"DELETE "_s + sobjects + u"?ids=003A&allOrNone=false"_s;
    }
    void sendsAsTheOperationWants()
    {
        QFETCH(const Target, target);
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, line);
        const auto loader = signedInLoader(target, { u"Id"_s }, u"collections"_s);
        script().answer(200, R"([{"id":"003A","success":true,"errors":[]}])");
        KeptSteps steps;
        const auto submitted = loader->submit(part(bytes, 1), steps, {}, {});
        QVERIFY(submitted);
        QCOMPARE(script().lines(), QStringList { line });
        QCOMPARE(steps.notes, QStringList({ u"about"_s, u"did"_s }));
        if (target.operation != Operation::Delete)
            QCOMPARE(script().requests[0].body, bytes);
        QVERIFY(submitted->ticket.isEmpty());
        QCOMPARE(submitted->results.size(), 1U);
        QCOMPARE(submitted->results[0].recordId, u"003A"_s);
    }

    void readsEachResult()
    {
        const auto loader
            = signedInLoader(targetOf(Operation::Upsert, u"Email"_s), { u"Email"_s }, u"collections"_s);
        script().answer(200, R"([{"id":"003A","success":true,"created":true,"errors":[]},
            {"id":"003B","success":true,"created":false},{"id":"003C","success":true},
            {"id":"003D","success":false,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING",
              "message":"Required fields are missing: [Company, LastName]","fields":["Company","LastName"]},
              {"statusCode":"INVALID_EMAIL_ADDRESS","message":"Email: invalid email address: x"}]},
            {"success":false,"errors":[{"statusCode":"DUPLICATE_VALUE",
              "message":"duplicate value found: Crm_Key__c duplicates value on record with id: 003gK00000AbCdF","fields":[]}]},
            {"success":false,"errors":[]}])");
        KeptSteps steps;
        const auto submitted = loader->submit(part(body("{},{},{},{},{},{}"), 6), steps, {}, {});
        QVERIFY(submitted);
        const auto &results = submitted->results;
        QCOMPARE(results[0].outcome, Outcome::Added);
        QCOMPARE(results[1].outcome, Outcome::Updated);
        QCOMPARE(results[2].outcome, Outcome::In);
        QCOMPARE(results[3].outcome, Outcome::Failed);
        QCOMPARE(results[3].recordId, u"003D"_s);
        QCOMPARE(results[3].reason,
                 Reason({ .code = u"REQUIRED_FIELD_MISSING"_s,
                          .field = u"Company,LastName"_s,
                          .text = u"Required fields are missing: [Company, LastName]\n"
                                  "INVALID_EMAIL_ADDRESS: Email: invalid email address: x"_s }));
        QCOMPARE(results[4].reason.field, u"Crm_Key__c"_s);
        QCOMPARE(results[4].recordId, u"003gK00000AbCdF"_s); // which stands in the way
        QCOMPARE(results[5].outcome, Outcome::Failed);
        for (qint64 i = 0; i < 6; ++i)
            QCOMPARE(results[std::size_t(i)].place, i);
    }

    /// Rows may be in: whoever walks the part has to ask.
    void takesNothingElseForResults_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addRow("a page") << "<html>Sign in</html>"_ba;
        QTest::addRow("too few") << R"([{"success":true}])"_ba;
        QTest::addRow("too many") << R"([{"success":true},{"success":true},{"success":true}])"_ba;
        QTest::addRow("an object") << R"({"hasErrors":false})"_ba;
        QTest::addRow("no results") << R"([1,2])"_ba;
        QTest::addRow("nothing") << ""_ba;
    }
    void takesNothingElseForResults()
    {
        QFETCH(const QByteArray, answer);
        const auto loader = signedInLoader(addContacts, { u"LastName"_s }, u"collections"_s);
        script().answer(200, answer);
        KeptSteps steps;
        const auto submitted = loader->submit(part(body("{},{}"), 2), steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::BadReply);
        QCOMPARE(steps.notes, QStringList { u"about"_s });
    }

    void tellsWhatEachAnswerMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<HttpHeaders>("headers");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("over"); // proven that the service is not at it any more
        QTest::addColumn<int>("wait"); // seconds; -1: none is named
        using Kind = Error::Kind;
        const QByteArray page = "<html><h1>502 Bad Gateway</h1></html>";
        const auto fault
            = [](const QByteArray &code) { return "[{\"errorCode\":\"" + code + "\",\"message\":\"m\"}]"; };
        const HttpHeaders inDate { { "Retry-After", "Sat, 21 Nov 2026 09:00:30 GMT" } };
        QTest::addRow("400") << 400 << fault("JSON_PARSER_ERROR") << HttpHeaders() << Kind::Rejected << true
                             << -1;
        QTest::addRow("403") << 403 << fault("INSUFFICIENT_ACCESS") << HttpHeaders() << Kind::Rejected << true
                             << -1;
        QTest::addRow("day used up") << 403 << fault("REQUEST_LIMIT_EXCEEDED")
                                     << HttpHeaders { { "Sforce-Limit-Info", "api-usage=5000/5000" } }
                                     << Kind::Quota << true << -1;
        QTest::addRow("day used up, as it seems")
            << 403 << fault("REQUEST_LIMIT_EXCEEDED") << HttpHeaders() << Kind::Quota << true << -1;
        QTest::addRow("too many at once")
            << 403 << fault("REQUEST_LIMIT_EXCEEDED")
            << HttpHeaders { { "Sforce-Limit-Info", "api-usage=18/5000" } } << Kind::RateLimit << true << -1;
        QTest::addRow("batches used up")
            << 400 << fault("EXCEEDEDQUOTA") << HttpHeaders() << Kind::Quota << true << -1;
        QTest::addRow("429") << 429 << fault("UNKNOWN") << HttpHeaders() << Kind::RateLimit << true << -1;
        QTest::addRow("429 with a wait") << 429 << QByteArray() << HttpHeaders { { "Retry-After", "12" } }
                                         << Kind::RateLimit << false << 12;
        for (const int status : { 400, 401, 403, 404, 408, 413, 425, 499 })
            QTest::addRow("a page, %d", status)
                << status << page << HttpHeaders() << Kind::BadReply << false << -1;
        QTest::addRow("408 with a code") // whose timeout, and when?
            << 408 << fault("UNKNOWN") << HttpHeaders() << Kind::BadReply << false << -1;
        QTest::addRow("500") << 500 << fault("UNKNOWN_EXCEPTION") << HttpHeaders() << Kind::ServiceFault
                             << true << -1;
        QTest::addRow("500, a page") << 500 << page << HttpHeaders() << Kind::ServiceFault << false << -1;
        QTest::addRow("502") << 502 << page << HttpHeaders() << Kind::ServiceFault << false << -1;
        QTest::addRow("503, seconds")
            << 503 << fault("SERVER_UNAVAILABLE") << HttpHeaders { { "Retry-After", "30" } }
            << Kind::RateLimit << true << 30;
        QTest::addRow("503, date") << 503 << page << inDate << Kind::RateLimit << false << 30;
        QTest::addRow("504") << 504 << QByteArray() << HttpHeaders() << Kind::ServiceFault << false << -1;
        QTest::addRow("elsewhere") << 302 << QByteArray() << HttpHeaders() << Kind::BadReply << false << -1;
    }
    void tellsWhatEachAnswerMeans()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, answer);
        QFETCH(const HttpHeaders, headers);
        QFETCH(const bool, over);
        QFETCH(const int, wait);
        const auto loader = signedInLoader(addContacts, { u"LastName"_s }, u"collections"_s);
        script().answer(status, answer, headers);
        KeptSteps steps;
        const auto submitted = loader->submit(part(body("{}"), 1), steps, {}, {});
        QVERIFY(!submitted);
        QTEST(submitted.error().kind, "kind");
        QCOMPARE(steps.notes.contains(u"did"_s), over);
        QCOMPARE(submitted.error().retryAfter,
                 wait < 0 ? std::nullopt
                          : std::optional<std::chrono::milliseconds>(std::chrono::seconds(wait)));
        QCOMPARE(script().requests.size(), 1U);
        QVERIFY(m_clock.sleeps.empty());
    }

    void asksByTheBestKey()
    {
        const std::vector<QJsonObject> rows {
            { { u"LastName"_s, u"a"_s }, { u"Email"_s, u"a@b.example"_s }, { u"Crm_Key__c"_s, u"K1"_s } },
            { { u"Email"_s, u"o'neil+x@b.example"_s }, { u"Crm_Key__c"_s, QJsonValue() } },
            { { u"LastName"_s, u"nobody"_s } },
            { { u"Email"_s, u" ada@b.example "_s } } // stored without the blanks
        };
        const Schema schema = schemaOfAllTypes();
        const QStringList keys = keysOf(rows, addContacts, schema);
        QCOMPARE(keys, QStringList({ u"Crm_Key__c"_s, u"Email"_s, QString(), u"Email"_s }));
        const QStringList queries = queriesFor(rows, keys, addContacts, schema);
        QCOMPARE(queries.size(), 2);
        QVERIFY(queries[0].endsWith(u"FROM Contact WHERE Crm_Key__c IN ('K1')"_s));
        QVERIFY(queries[1].endsWith(u"WHERE Email IN ('o\\'neil+x@b.example','ada@b.example')"_s));
        for (const auto &name : { u"Id"_s, u"CreatedDate"_s, u"CreatedById"_s, u"Email"_s, u"LastName"_s })
            QVERIFY(queries[0].contains(name));
    }

    /// Such a text finds other people's records, too: only what this user has added lately is asked for.
    void asksByATextWhereThereIsNoKey()
    {
        const std::vector<QJsonObject> rows {
            { { u"LastName"_s, u"Stone"_s }, { u"FirstName"_s, u"Ada"_s } },
            { { u"LastName"_s, u"Stone"_s }, { u"FirstName"_s, u"Eve"_s } },
            { { u"LastName"_s, u"Stone"_s } },
        };
        Schema schema = schemaOfAllTypes();
        schema.fields.push_back(field(u"FirstName"_s, FieldType::Text));
        for (Field &one : schema.fields)
            one.searchable = true;
        const QStringList keys = keysOf(rows, addContacts, schema);
        QCOMPARE(keys, QStringList({ u"FirstName"_s, u"FirstName"_s, u"LastName"_s })); // differs most
        const QStringList queries = queriesFor(rows, keys, addContacts, schema, addedSince(u"005A"_s, at(1)));
        QCOMPARE(queries.size(), 2);
        QVERIFY2(
            queries[1].endsWith(u"WHERE CreatedById = '005A' AND CreatedDate >= 2026-11-22T10:01:00Z AND "
                                "LastName IN ('Stone')"_s),
            qPrintable(queries[1]));
        QVERIFY(keysOf(rows, targetOf(Operation::Update), schema).join(QString()).isEmpty());
    }

    void keepsAddressesShort()
    {
        std::vector<QJsonObject> rows;
        for (int i = 0; i < 200; ++i)
            rows.push_back(
                { { u"Email"_s, u"a-long+address-%1@a-long-domain.example"_s.arg(i).repeated(2) } });
        const Schema schema = schemaOfAllTypes();
        const QStringList queries = queriesFor(rows, keysOf(rows, addContacts, schema), addContacts, schema);
        QVERIFY(queries.size() > 1);
        qsizetype values = 0;
        for (const QString &query : queries) {
            QVERIFY(QUrl::toPercentEncoding(query).size() < 15'000);
            values += query.count(u'\'') / 2;
        }
        QCOMPARE(values, 200);
    }

    void comparesAsTheServiceShows_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("sent");
        QTest::addColumn<QJsonValue>("found");
        QTest::addColumn<bool>("same");
        const QJsonValue nothing(QJsonValue::Null);
        QTest::addRow("text") << u"LastName"_s << QJsonValue(u"Stone"_s) << QJsonValue(u"Stone"_s) << true;
        QTest::addRow("case") << u"LastName"_s << QJsonValue(u"Stone"_s) << QJsonValue(u"STONE"_s) << false;
        QTest::addRow("trimmed") << u"LastName"_s << QJsonValue(u" Stone "_s) << QJsonValue(u"Stone"_s)
                                 << true;
        QTest::addRow("line breaks") << u"Description"_s << QJsonValue(u"a\nb"_s) << QJsonValue(u"a\r\nb"_s)
                                     << true;
        QTest::addRow("nothing") << u"LastName"_s << nothing << nothing << true;
        QTest::addRow("something") << u"LastName"_s << nothing << QJsonValue(u"x"_s) << false;
        QTest::addRow("address") << u"Email"_s << QJsonValue(u"Ada@X.example"_s)
                                 << QJsonValue(u"ada@x.example"_s) << true;
        QTest::addRow("decimals cut") << u"Score__c"_s << QJsonValue(1.239) << QJsonValue(1.23) << true;
        QTest::addRow("another number") << u"Score__c"_s << QJsonValue(1.25) << QJsonValue(1.23) << false;
        QTest::addRow("whole number") << u"Level__c"_s << QJsonValue(3) << QJsonValue(3.0) << true;
        QTest::addRow("yes") << u"DoNotCall"_s << QJsonValue(true) << QJsonValue(true) << true;
        QTest::addRow("no") << u"DoNotCall"_s << QJsonValue(true) << QJsonValue(false) << false;
        QTest::addRow("time") << u"Seen__c"_s << QJsonValue(u"2026-11-01T10:00:00.000+02:00"_s)
                              << QJsonValue(u"2026-11-01T08:00:00.000+0000"_s) << true;
        QTest::addRow("another time") << u"Seen__c"_s << QJsonValue(u"2026-11-01T10:00:00.000Z"_s)
                                      << QJsonValue(u"2026-11-01T08:00:00.000+0000"_s) << false;
        QTest::addRow("hour") << u"Hour__c"_s << QJsonValue(u"10:00:00.000Z"_s)
                              << QJsonValue(u"10:00:00.000Z"_s) << true;
        QTest::addRow("short id") << u"AccountId"_s << QJsonValue(u"001gK00000AbCdE"_s)
                                  << QJsonValue(u"001gK00000AbCdEQAV"_s) << true;
        QTest::addRow("several values")
            << u"Tags__c"_s << QJsonValue(u"b;a"_s) << QJsonValue(u"a;b"_s) << true;
    }
    void comparesAsTheServiceShows()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonValue, sent);
        QFETCH(const QJsonValue, found);
        QFETCH(const bool, same);
        const Schema schema = schemaOfAllTypes();
        QCOMPARE(showsAs(*schema.field(field), sent, found), same);
    }

    void tracesWhatWasAdded()
    {
        const auto row = [](const QString &email, const QString &name) {
            return QJsonObject { { u"Email"_s, email }, { u"LastName"_s, name } };
        };
        const auto ada = row(u"a@x.example"_s, u"Ada"_s);
        const auto ben = row(u"b@x.example"_s, u"Ben"_s);
        const auto keys = [](qsizetype count) { return QStringList(count, u"Email"_s); };
        const auto yes = [](const QString &id) { return in(Outcome::Added, id); };
        const auto add = Operation::Insert;
        // There, and not there.
        QCOMPARE(traced(add, { ada, ben }, keys(2), { record(u"A"_s, ada, at(0)) }),
                 QStringList({ yes(u"A"_s), u"no"_s }));
        // Of equal rows as many as there are records.
        QCOMPARE(traced(add, { ada, ada, ada }, keys(3),
                        { record(u"A"_s, ada, at(0)), record(u"B"_s, ada, at(0)) }),
                 QStringList({ yes(u"A"_s), yes(u"B"_s), u"no"_s }));
        // One address, two people: a record is only its own row's.
        const auto eve = row(u"a@x.example"_s, u"Eve"_s);
        QCOMPARE(traced(add, { eve, ada }, keys(2), { record(u"A"_s, ada, at(0)) }),
                 QStringList({ u"no"_s, yes(u"A"_s) }));
        // By somebody else, or long ago.
        QCOMPARE(traced(add, { ada }, keys(1), { record(u"A"_s, ada, at(0), false) }),
                 QStringList { u"no"_s });
        QCOMPARE(traced(add, { ada }, keys(1), { record(u"A"_s, ada, at(0).addDays(-2)) }),
                 QStringList { u"no"_s });
        // Before the send, but so shortly that a clock may be to blame.
        QCOMPARE(traced(add, { ada }, keys(1), { record(u"A"_s, ada, at(0).addSecs(-600)) }),
                 QStringList { u"unsure"_s });
        // In time, by us, with the key, but with another name.
        QCOMPARE(traced(add, { ada }, keys(1), { record(u"A"_s, eve, at(0)) }), QStringList { u"unsure"_s });
        // Under another key, but with the name, and nobody claims it: something may have changed the key.
        const auto moved = row(u"other@x.example"_s, u"Ada"_s);
        QCOMPARE(traced(add, { ada, ben }, keys(2), { record(u"A"_s, moved, at(0)) }),
                 QStringList({ u"unsure"_s, u"no"_s }));
        QCOMPARE(traced(add, { ada }, keys(1), { record(u"A"_s, moved, at(0), false) }),
                 QStringList { u"no"_s });
        // In, and deleted by somebody since.
        FoundRecord gone = record(u"A"_s, ada, at(0));
        gone.deleted = true;
        QCOMPARE(traced(add, { ada }, keys(1), { gone }), QStringList { yes(u"A"_s) });
        // Nothing to ask by: it can be seen, but is never proven not to be there.
        QCOMPARE(traced(add, { ada }, { QString() }, {}), QStringList { u"unsure"_s });
        QCOMPARE(traced(add, { ada, ben }, { QString(), u"Email"_s },
                        { record(u"B"_s, ben, at(0)), record(u"A"_s, ada, at(0)) }),
                 QStringList({ yes(u"A"_s), yes(u"B"_s) }));
        // Keys are found in any case.
        QCOMPARE(traced(add, { row(u"A@X.example"_s, u"Ada"_s) }, keys(1), { record(u"A"_s, ada, at(0)) }),
                 QStringList { yes(u"A"_s) });
    }

    void tracesWhatWasChanged()
    {
        const QJsonObject row { { u"Crm_Key__c"_s, u"K1"_s }, { u"LastName"_s, u"Ada"_s } };
        QJsonObject other = row;
        other.insert(u"LastName"_s, u"Eve"_s);
        const QStringList key { u"Crm_Key__c"_s };
        const auto up = Operation::Upsert;
        FoundRecord known = record(u"A"_s, row, at(0).addDays(-9));
        QCOMPARE(traced(up, { row }, key, { known }), QStringList { u"no"_s }); // holds it since long
        known.modified = at(0, 3);
        QCOMPARE(traced(up, { row }, key, { known }), QStringList { in(Outcome::Updated, u"A"_s) });
        known.modifiedByUs = false;
        QCOMPARE(traced(up, { row }, key, { known }), QStringList { in(Outcome::In, u"A"_s) });
        QCOMPARE(traced(up, { row }, key, { record(u"A"_s, row, at(0)) }),
                 QStringList { in(Outcome::Added, u"A"_s) });
        QCOMPARE(traced(up, { row }, key, { record(u"A"_s, other, at(0)) }), QStringList { u"no"_s });
        // The service would take none of two.
        QCOMPARE(traced(up, { row }, key, { record(u"A"_s, row, at(0)), record(u"B"_s, row, at(0)) }),
                 QStringList { u"no"_s });
        QCOMPARE(traced(up, { row }, key, {}), QStringList { u"no"_s });
        FoundRecord gone = record(u"B"_s, row, at(0).addDays(-9));
        gone.deleted = true;
        QCOMPARE(traced(up, { row }, key, { gone }), QStringList { u"no"_s }); // long before
        QCOMPARE(traced(up, { row }, key, { gone, record(u"A"_s, row, at(0)) }),
                 QStringList { in(Outcome::Added, u"A"_s) });
        gone.modified = at(0, 3);
        QCOMPARE(traced(up, { row }, key, { gone }), QStringList { in(Outcome::In, u"B"_s) });
    }

    void tracesWhatWasDeleted()
    {
        const QJsonObject row { { u"id"_s, u"003gK00000AbCdE"_s } };
        const QStringList key { u"Id"_s };
        FoundRecord record
            = TestSalesforceCollections::record(u"003gK00000AbCdEQAV"_s, {}, at(0).addDays(-9));
        QCOMPARE(traced(Operation::Delete, { row }, key, { record }), QStringList { u"no"_s });
        record.deleted = true;
        QCOMPARE(traced(Operation::Delete, { row }, key, { record }), QStringList { u"no"_s }); // long before
        record.modified = at(0, 2);
        QCOMPARE(traced(Operation::Delete, { row }, key, { record }),
                 QStringList { in(Outcome::Deleted, u"003gK00000AbCdEQAV"_s) });
        record.modifiedByUs = false;
        QCOMPARE(traced(Operation::Delete, { row }, key, { record }), QStringList { u"no"_s });
        QCOMPARE(traced(Operation::Delete, { row }, key, {}), QStringList { u"no"_s });
    }

    void reckonsBetweenTwoClocks()
    {
        // This computer is three minutes fast.
        const auto fast = SendTime::from(at(10), at(20), at(17));
        QCOMPARE(fast.certain, at(7).addSecs(-5));
        QVERIFY(fast.possible < at(7).addSecs(-3600));
        // The service does not tell: minutes of leeway.
        QCOMPARE(SendTime::from(at(10), at(20), {}).certain, at(5));
        // A clock that is hours off was perhaps set since: only what is late by both clocks is certain.
        const auto moved = SendTime::from(at(10), at(20).addDays(1), at(20));
        QCOMPARE(moved.certain, at(10).addSecs(-5));
    }

    /// A clock that was put back behind the send tells nothing: then it is waited here.
    void waitsOutACallThoughTheClockWasPutBack()
    {
        const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
        const PartFile file = part(body(R"({"Email":"a@x.example"})"), 1);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now().addSecs(3600) }
        };
        const auto answers = [&] {
            for (int query = 0; query < 2; ++query)
                script().answer(200, noRecords, { { "Date", "Sat, 21 Nov 2026 09:00:00 GMT" } });
        };
        script().answer(200, R"({"user_id":"005A"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        KeptSteps log;
        int asks = 0;
        for (;;) {
            answers();
            const auto recovery = loader->recover(file, steps, log, {});
            ++asks;
            if (recovery) {
                QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
                break;
            }
            QCOMPARE(recovery.error().kind, Error::Kind::Timeout);
            QVERIFY(recovery.error().retryAfter && asks < 100);
            m_clock.sleepFor(*recovery.error().retryAfter, {});
        }
        QCOMPARE(m_clock.elapsed(), std::chrono::milliseconds(std::chrono::minutes(10)));
        for (const HttpRequest &request : script().requests)
            QCOMPARE(request.method, "GET"_ba); // never rows
        QVERIFY(log.notes.isEmpty());
    }

    /// One that was put forward tells as little, as the service's own clock shows.
    void waitsOutACallThoughTheClockWasPutForward()
    {
        const PartFile file = part(body(R"({"Email":"a@x.example"})"), 1);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        for (const bool sameProgram : { true, false }) {
            forget();
            const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
            script().answer(200, R"({"user_id":"005A"})");
            script().answer(200, recorded(u"describe-Contact.json"_s));
            KeptSteps log;
            const auto asks = [&](const QByteArray &date) {
                for (int query = 0; query < 2; ++query)
                    script().answer(200, noRecords, { { "Date", date } });
                return loader->recover(file, steps, log, {});
            };
            if (sameProgram)
                QVERIFY(!asks("Sat, 21 Nov 2026 09:00:01 GMT"));
            m_clock.setTo(m_clock.now().addSecs(3600));
            const auto again = asks("Sat, 21 Nov 2026 09:00:02 GMT");
            QVERIFY(!again);
            QCOMPARE(again.error().kind, Error::Kind::Timeout);
        }
    }

    void followsTheAnswersPages()
    {
        const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
        const PartFile file = part(body(R"({"Email":"a+b@x.example"})"), 1);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        script().answer(200, R"({"user_id":"005A00000000001AAA"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        script().answer(
            200,
            R"({"totalSize":1,"done":false,"nextRecordsUrl":"/services/data/v61.0/query/01g-2000","records":[]})");
        script().answer(200, R"({"totalSize":1,"done":true,"records":[{"Id":"003A","Email":"a+b@x.example",
            "CreatedDate":"2026-11-21T09:00:00.000+0000","CreatedById":"005A00000000001"}]})");
        script().answer(200, noRecords);
        KeptSteps log;
        const auto recovery = loader->recover(file, steps, log, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 1U);
        QCOMPARE(recovery->results[0].recordId, u"003A"_s);
        QVERIFY(script().requests[2].url.query(QUrl::FullyEncoded).contains(u"a%2Bb%40x.example"_s));
        QVERIFY(script().lines()[2].startsWith(u"GET /services/data/v61.0/queryAll?"_s)); // the bin, too
        QCOMPARE(script().lines()[3], u"GET /services/data/v61.0/query/01g-2000"_s);
        const QString added = QUrl::fromPercentEncoding(script().lines()[4].toLatin1());
        QVERIFY2(added.contains(u"CreatedById = '005A00000000001AAA' AND CreatedDate >= 2026-11-21T"_s),
                 qPrintable(added));
    }

    /// A call that ends between two of the queries: what the earlier one did not find is there all the same.
    void looksAgainOnceTheCallIsKnownToBeOver()
    {
        const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
        const PartFile file = part(body(R"({"Email":"a@x.example"},{"Email":"b@x.example"})"), 2);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        const auto found = [](const QStringList &people) {
            QJsonArray records;
            for (const QString &id : people)
                records.append(QJsonObject { { u"Id"_s, u"003"_s + id },
                                             { u"Email"_s, id + u"@x.example"_s },
                                             { u"CreatedDate"_s, u"2026-11-21T09:00:00.000+0000"_s },
                                             { u"CreatedById"_s, u"005A00000000001"_s } });
            return QJsonDocument(QJsonObject { { u"totalSize"_s, people.size() },
                                               { u"done"_s, true },
                                               { u"records"_s, records } })
                .toJson();
        };
        script().answer(200, R"({"user_id":"005A00000000001AAA"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        script().answer(200, found({ u"b"_s }));
        script().answer(200, noRecords);
        script().answer(200, found({ u"a"_s, u"b"_s }));
        script().answer(200, noRecords);
        KeptSteps log;
        const auto recovery = loader->recover(file, steps, log, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Outcomes);
        QCOMPARE(recovery->results.size(), 2U);
        QCOMPARE(recovery->results[0].recordId, u"003a"_s);
    }

    void believesOnlyAWholeAnswer_data()
    {
        QTest::addColumn<QByteArrayList>("answers");
        QTest::addRow("a gateway's word") << QByteArrayList { R"({"status":"ok"})" };
        QTest::addRow("nothing") << QByteArrayList { "{}" };
        QTest::addRow("a message") << QByteArrayList { R"({"message":"maintenance"})" };
        QTest::addRow("a page") << QByteArrayList { "<html></html>" };
        QTest::addRow("no list") << QByteArrayList { R"({"totalSize":0,"done":true})" };
        QTest::addRow("no count") << QByteArrayList { R"({"done":true,"records":[]})" };
        QTest::addRow("no word of an end") << QByteArrayList { R"({"totalSize":0,"records":[]})" };
        QTest::addRow("fewer than counted")
            << QByteArrayList { R"({"totalSize":2,"done":true,"records":[]})" };
        QTest::addRow("no record") << QByteArrayList { R"({"totalSize":1,"done":true,"records":[{}]})" };
        QTest::addRow("a next page nowhere") << QByteArrayList {
            R"({"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v62.0/query/01g-2000","records":[]})"
        };
        QTest::addRow("fewer than counted, on two pages") << QByteArrayList {
            R"({"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v61.0/query/01g-1","records":[{"Id":"003A"}]})",
            R"({"totalSize":2,"done":true,"records":[]})"
        };
        QTest::addRow("without end") << QByteArrayList(
            1'000,
            R"({"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v61.0/query/01g-1","records":[]})");
    }
    /// What is not shown counts as not there, and is sent again: so all of it must be shown.
    void believesOnlyAWholeAnswer()
    {
        QFETCH(const QByteArrayList, answers);
        const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
        const PartFile file = part(body(R"({"Email":"a@x.example"})"), 1);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() },
            { .step = Step::Send, .done = true, .ticket = {}, .when = m_clock.now() }
        };
        script().answer(200, R"({"user_id":"005A00000000001AAA"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        for (const QByteArray &answer : answers)
            script().answer(200, answer);
        KeptSteps log;
        const auto recovery = loader->recover(file, steps, log, {});
        QVERIFY(!recovery);
        QCOMPARE(recovery.error().kind, Error::Kind::BadReply);
        QVERIFY(script().answers.empty());
    }

    void leavesWhatMayNotBeAskedToThePerson()
    {
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        KeptSteps log;
        { // no user known
            const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
            script().answer(403, "Bad_OAuth_Token");
            script().answer(200, recorded(u"describe-Contact.json"_s));
            const auto recovery
                = loader->recover(part(body(R"({"Email":"a@x.example"})"), 1), steps, log, {});
            QVERIFY(recovery);
            QCOMPARE(recovery->kind, Recovery::Kind::Undecidable);
        }
        forget();
        { // a field that may be written, but not read
            const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
            script().answer(200, R"({"user_id":"005A"})");
            script().answer(200, recorded(u"describe-Contact.json"_s));
            script().answer(400, R"([{"errorCode":"INVALID_FIELD","message":"No such column"}])");
            const auto recovery
                = loader->recover(part(body(R"({"Email":"a@x.example"})"), 1), steps, log, {});
            QVERIFY(recovery);
            QCOMPARE(recovery->kind, Recovery::Kind::Undecidable);
        }
    }

    /// What does no harm when it is sent twice waits for the call's end, and goes out again.
    void leavesNothingToThePersonThatMayBeSentTwice_data()
    {
        QTest::addColumn<Target>("target");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray byId = body(R"({"id":"003A","LastName":"Ada"})");
        QTest::addRow("update") << targetOf(Operation::Update) << byId;
        QTest::addRow("upsert") << targetOf(Operation::Upsert, u"Email"_s)
                                << body(R"({"Email":"a@x.example","LastName":"Ada"})");
        QTest::addRow("delete") << targetOf(Operation::Delete) << R"(["003A"])"_ba;
    }
    void leavesNothingToThePersonThatMayBeSentTwice()
    {
        QFETCH(const Target, target);
        QFETCH(const QByteArray, bytes);
        const std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        const auto loader = signedInLoader(target, { u"LastName"_s }, u"collections"_s);
        script().answer(200, R"({"user_id":"005A"})");
        script().answer(200, recorded(u"describe-Contact.json"_s));
        KeptSteps log;
        const auto begun = m_clock.elapsed();
        for (int asks = 0; asks < 100; ++asks) {
            script().answer(400, R"([{"errorCode":"INVALID_FIELD","message":"No such column"}])");
            const auto recovery = loader->recover(part(bytes, 1), steps, log, {});
            if (recovery) {
                QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
                QCOMPARE(m_clock.elapsed() - begun, std::chrono::milliseconds(std::chrono::minutes(10)));
                return;
            }
            QCOMPARE(recovery.error().kind, Error::Kind::Timeout);
            m_clock.sleepFor(recovery.error().retryAfter.value_or(std::chrono::hours(1)), {});
        }
        QFAIL("no end");
    }

    /// A rule may have handed a new record to people whose records this user does not see.
    void doesNotTakeHiddenForAbsent_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("answered"); // by an error of its own: then nothing is there
        QTest::addColumn<Recovery::Kind>("kind");
        const auto nothing = Recovery::Kind::NothingHappened;
        QTest::addRow("no rule") << u"none"_s << false << nothing;
        QTest::addRow("a rule") << u"active"_s << false << Recovery::Kind::Undecidable;
        QTest::addRow("a rule, refused") << u"active"_s << true << nothing;
    }
    void doesNotTakeHiddenForAbsent()
    {
        QFETCH(const QString, rule);
        QFETCH(const bool, answered);
        QFETCH(const Recovery::Kind, kind);
        Target leads = addContacts;
        leads.object = u"Lead"_s;
        leads.options.insert(u"assignmentRule"_s, rule);
        std::vector<RecordedStep> steps {
            { .step = Step::Send, .done = false, .ticket = {}, .when = m_clock.now() }
        };
        if (answered)
            steps.push_back({ .step = Step::Send, .done = true, .ticket = {}, .when = m_clock.now() });
        const auto loader = signedInLoader(leads, { u"Email"_s }, u"collections"_s);
        script().answer(200, R"({"user_id":"005A"})");
        script().answer(200, recorded(u"describe-Contact.json"_s)); // it has an Email as well
        m_clock.sleepFor(std::chrono::hours(1), {});
        for (int query = 0; query < 2; ++query)
            script().answer(200, noRecords);
        KeptSteps log;
        const auto recovery = loader->recover(part(body(R"({"Email":"a@x.example"})"), 1), steps, log, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, kind);
    }

    void hasNothingToProveBeforeTheSend()
    {
        const auto loader = signedInLoader(addContacts, { u"Email"_s }, u"collections"_s);
        KeptSteps log;
        const auto recovery = loader->recover({}, {}, log, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        QVERIFY(script().requests.empty());
    }

    void saysWhatMayPassLater_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("later");
        QTest::addRow("lock") << u"UNABLE_TO_LOCK_ROW"_s << u"m"_s << true;
        QTest::addRow("locks") << u"TooManyLockFailure"_s << u"m"_s << true;
        QTest::addRow("time") << u"Timeout"_s << u"m"_s << true;
        QTest::addRow("trouble") << u"UNKNOWN_EXCEPTION"_s << u"m"_s << true;
        QTest::addRow("lock within") << u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s
                                     << u"Trg: BeforeInsert caused by: UNABLE_TO_LOCK_ROW"_s << true;
        QTest::addRow("automation") << u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_s << u"Trg: no"_s << false;
        QTest::addRow("required") << u"REQUIRED_FIELD_MISSING"_s << u"UNABLE_TO_LOCK_ROW"_s << false;
    }
    void saysWhatMayPassLater()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        QFETCH(const bool, later);
        QCOMPARE(m_service->mayPassLater({ .code = code, .field = {}, .text = text }), later);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceCollections)
#include "test_salesforce_collections.moc"
