#include "tests/unit/service/scripted_salesforce.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

Field plainField(const QString &name, FieldType type = FieldType::Text)
{
    Field made;
    made.name = name;
    made.type = type;
    return made;
}

Schema wireSchema()
{
    Schema schema;
    schema.forms.clear = "#N/A";
    schema.fields = { plainField(u"Id"_s, FieldType::Id),
                      plainField(u"FirstName"_s),
                      plainField(u"LastName"_s),
                      plainField(u"Email"_s, FieldType::Email),
                      plainField(u"Crm_Key__c"_s),
                      plainField(u"Description"_s, FieldType::LongText),
                      plainField(u"Amount__c"_s, FieldType::Number),
                      plainField(u"IsActive"_s, FieldType::Boolean) };
    return schema;
}

} // namespace

class AllSteps : public StepLog {
public:
    Done about(Step) override { return {}; }
    Done did(Step, const QString &) override { return {}; }
};

class NoResults : public ResultSink {
public:
    Done columns(const QStringList &) override { return {}; }
    Done row(Outcome, const Reason &, const QString &, std::span<const std::string_view>) override
    {
        return {};
    }
    Done others(Outcome, const Reason &) override { return {}; }
    Done totals(const PartTotals &) override { return {}; }
};

/// What goes over the wire, call by call as in contracts/salesforce.md, whose section each test names.
class TestWireSalesforce : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    using Rows = QList<QByteArrayList>;

    /// As a run keeps it: by the encoder of the way of loading.
    PartFile part(const QString &kind, const Target &target, const QStringList &fields, const Rows &rows)
    {
        const auto encoder = m_service->makeEncoder(kindOf(kind), target, fields, wireSchema());
        OutBuffer out;
        for (const QByteArrayList &row : rows) {
            std::vector<std::string_view> cells;
            for (const QByteArray &cell : row)
                cells.emplace_back(cell.constData(), std::size_t(cell.size()));
            encoder->encode(0, cells, out);
        }
        QByteArray bytes = encoder->prologue() + QByteArray(out.text().data(), qsizetype(out.size()));
        bytes.chop(encoder->separator().size());
        bytes += encoder->epilogue();
        QFile file(m_folder.filePath(u"part."_s + kindOf(kind).suffix));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows.size(), .bytes = bytes.size() };
    }
    /// Sends the rows; the script's answers decide how far it comes.
    void submit(const QString &kind, const Target &target, const QStringList &fields, const Rows &rows,
                int refusals = 0)
    {
        const auto loader = signedInLoader(target, fields, kind);
        PartFile file = part(kind, target, fields, rows);
        file.refusals = refusals;
        AllSteps steps;
        (void)loader->submit(file, steps, {}, {});
    }
    const HttpRequest &request(std::size_t number = 0) { return script().requests.at(number); }
    /// "POST /services/data/v61.0/sobjects/Contact"
    QString line(std::size_t number = 0)
    {
        const HttpRequest &asked = request(number);
        return QString::fromLatin1(asked.method) + u' '
            + QString::fromLatin1(asked.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    }
    /// All but the token, one a line.
    QByteArray headers(std::size_t number = 0)
    {
        QByteArrayList lines;
        for (const auto &[name, value] : request(number).headers) {
            if (name == "Authorization")
                continue;
            lines << name + ": " + value;
        }
        return lines.join('\n');
    }
    void answerWithAJob() { script().answer(200, R"({"id":"750gK00000JkLmNQAV","state":"Open"})"); }

    const QString m_bulk = u"bulk-ingest"_s;
    const QString m_tree = u"tree"_s;
    const QString m_collections = u"collections"_s;
    const QString m_single = u"single"_s;
    const Target m_add { .object = u"Contact"_s, .operation = Operation::Insert };
    const Target m_update { .object = u"Contact"_s, .operation = Operation::Update };
    const Target m_upsert { .object = u"Contact"_s,
                            .operation = Operation::Upsert,
                            .keyField = u"Crm_Key__c"_s };
    const Target m_delete { .object = u"Contact"_s, .operation = Operation::Delete };
    const Target m_addLeads { .object = u"Lead"_s, .operation = Operation::Insert };
    const QStringList m_person { u"FirstName"_s, u"LastName"_s, u"Email"_s };
    const Rows m_ada { { "Ada", "Stone", "ada.stone@example.com" } };
    const QByteArray m_json = "Accept: application/json\nContent-Type: application/json; charset=UTF-8";
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { forget(); }

    void section3_2_create()
    {
        submit(m_bulk, m_add, m_person, m_ada);
        QCOMPARE(line(), u"POST /services/data/v61.0/jobs/ingest"_s);
        QCOMPARE(headers(), m_json);
        QCOMPARE(test::header(request(), "Authorization"), "Bearer 00DgK0000012345!first"_ba);
        const QByteArray wanted
            = R"({"object":"Contact","operation":"insert","contentType":"CSV","lineEnding":"LF","columnDelimiter":"COMMA"})"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section3_2_createForOtherOperations()
    {
        submit(m_bulk, m_upsert, { u"Crm_Key__c"_s }, { { "K-17" } });
        const QByteArray wanted
            = R"({"object":"Contact","operation":"upsert","externalIdFieldName":"Crm_Key__c","contentType":"CSV","lineEnding":"LF","columnDelimiter":"COMMA"})"_ba;
        QCOMPARE(request().body, wanted);
        submit(m_bulk, m_update, { u"Id"_s }, { { "003gK00000AbCdEQAV" } });
        const QByteArray wanted2 = R"({"object":"Contact","operation":"update","contentType")";
        QVERIFY(request().body.startsWith(wanted2));
        submit(m_bulk, m_delete, { u"Id"_s }, { { "003gK00000AbCdEQAV" } });
        const QByteArray wanted3 = R"({"object":"Contact","operation":"delete","contentType")";
        QVERIFY(request().body.startsWith(wanted3));
    }

    /// In bulk a rule is named, or none runs.
    void section3_2_assignmentRule()
    {
        Target leads = m_addLeads;
        submit(m_bulk, leads, m_person, m_ada);
        QVERIFY(!request().body.contains("assignmentRuleId"));

        leads.options = { { u"assignmentRule"_s, u"01QgK000000AbCdUAK"_s } };
        submit(m_bulk, leads, m_person, m_ada);
        const QByteArray wanted = R"(,"assignmentRuleId":"01QgK000000AbCdUAK"})";
        QVERIFY(request().body.endsWith(wanted));

        leads.options = { { u"assignmentRule"_s, u"active"_s } };
        const auto loader = signedInLoader(leads, m_person, m_bulk);
        script().answer(
            200,
            R"({"totalSize":1,"done":true,"records":[{"Id":"01QgK000000AbCeUAK","Name":"By country","Active":true}]})");
        AllSteps steps;
        (void)loader->submit(part(m_bulk, leads, m_person, m_ada), steps, {}, {});
        QVERIFY(line().startsWith(u"GET /services/data/v61.0/query?q=SELECT"_s));
        const QByteArray wanted2 = R"(,"assignmentRuleId":"01QgK000000AbCeUAK"})";
        QVERIFY(request(1).body.endsWith(wanted2));
    }

    /// "By the active rule" never becomes "by none" unseen: then nothing is sent.
    void section3_2_noActiveRule_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("refused") << 400
                                 << QByteArray("[{\"errorCode\":\"INVALID_TYPE\",\"message\":\"no\"}]");
        QTest::addRow("none") << 200 << QByteArray("{\"totalSize\":0,\"done\":true,\"records\":[]}");
        QTest::addRow("none active")
            << 200
            << QByteArray("{\"totalSize\":1,\"done\":true,\"records\":[{\"Id\":\"01QgK000000AbCeUAK\","
                          "\"Name\":\"Old\",\"Active\":false}]}");
    }
    void section3_2_noActiveRule()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        Target leads = m_addLeads;
        leads.options = { { u"assignmentRule"_s, u"active"_s } };
        const auto loader = signedInLoader(leads, m_person, m_bulk);
        script().answer(status, body);
        AllSteps steps;
        const auto submitted = loader->submit(part(m_bulk, leads, m_person, m_ada), steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::BadInput);
        QVERIFY(line().startsWith(u"GET /services/data/v61.0/query?q=SELECT"_s));
        QCOMPARE(script().requests.size(), 1U);
    }

    /// What is written in a profile is no header yet.
    void section5_1_noForeignHeaders_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addRow("line break") << u"01Q\r\nX-Evil: 1"_s;
        QTest::addRow("no ASCII") << u"\u03a9"_s;
        QTest::addRow("a word") << u"Aktiv"_s;
    }
    void section5_1_noForeignHeaders()
    {
        QFETCH(const QString, rule);
        Target leads = m_addLeads;
        leads.options = { { u"assignmentRule"_s, rule } };
        for (const QString &kind : { m_bulk, m_tree, m_collections, m_single }) {
            const auto loader = signedInLoader(leads, m_person, kind);
            const std::size_t before = script().requests.size();
            AllSteps steps;
            const auto submitted = loader->submit(part(kind, leads, m_person, m_ada), steps, {}, {});
            QVERIFY(!submitted);
            QCOMPARE(submitted.error().kind, Error::Kind::BadInput);
            QCOMPARE(script().requests.size(), before);
        }
    }

    void section3_3_upload()
    {
        const auto loader = signedInLoader(m_add, m_person, m_bulk);
        answerWithAJob();
        AllSteps steps;
        (void)loader->submit(
            part(m_bulk, m_add, m_person,
                 { { "Ada", "Stone", "ada.stone@example.com" }, { "Ben", "", "ben@example.com" } }),
            steps, {}, {});
        QCOMPARE(line(1), u"PUT /services/data/v61.0/jobs/ingest/750gK00000JkLmNQAV/batches"_s);
        QCOMPARE(headers(1), "Accept: application/json\nContent-Type: text/csv; charset=UTF-8"_ba);
        QCOMPARE(request(1).body,
                 "FirstName,LastName,Email\nAda,Stone,ada.stone@example.com\n"
                 "Ben,,ben@example.com\n"_ba);
    }

    void section3_4_closeAndAbort()
    {
        const auto loader = signedInLoader(m_add, m_person, m_bulk);
        answerWithAJob();
        script().answer(201);
        script().answer(200, R"({"state":"UploadComplete"})");
        AllSteps steps;
        QVERIFY(loader->submit(part(m_bulk, m_add, m_person, m_ada), steps, {}, {}));
        QCOMPARE(line(2), u"PATCH /services/data/v61.0/jobs/ingest/750gK00000JkLmNQAV"_s);
        QCOMPARE(headers(2), m_json);
        QCOMPARE(request(2).body, "{\"state\":\"UploadComplete\"}"_ba);

        script().answer(200, R"({"state":"Aborted"})");
        QVERIFY(loader->abort(u"750gK00000JkLmNQAV"_s, {}));
        QCOMPARE(line(3), u"PATCH /services/data/v61.0/jobs/ingest/750gK00000JkLmNQAV"_s);
        QCOMPARE(request(3).body, "{\"state\":\"Aborted\"}"_ba);
    }

    void section3_5_and_3_7_pollAndResults()
    {
        const auto loader = signedInLoader(m_add, m_person, m_bulk);
        script().answer(200, R"({"state":"Aborted"})");
        script().answer(200);
        script().answer(200);
        script().answer(204);
        NoResults sink;
        QVERIFY(loader->collect(u"750gK00000JkLmNQAV"_s, m_folder.path(), sink, {}));
        const QString job = u"GET /services/data/v61.0/jobs/ingest/750gK00000JkLmNQAV"_s;
        QCOMPARE(line(0), job);
        QCOMPARE(headers(0), "Accept: application/json"_ba);
        QCOMPARE(line(1), job + u"/successfulResults"_s);
        QCOMPARE(line(2), job + u"/failedResults"_s);
        QCOMPARE(line(3), job + u"/unprocessedrecords"_s);
        QCOMPARE(headers(1), "Accept: text/csv"_ba);
    }

    /// One header; commas, quotes and line breaks of any kind within values; no byte order mark.
    void section4_values()
    {
        const QStringList fields { u"LastName"_s, u"Description"_s };
        const PartFile file = part(m_bulk, m_add, fields,
                                   { { "Stone, Ada", "one\r\ntwo\rthree\nfour" },
                                     { "say \"hi\"", "#N/A" },
                                     { " Smith", QByteArray(131'072, 'x') } });
        QFile written(file.path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(),
                 "LastName,Description\n\"Stone, Ada\",\"one\ntwo\nthree\nfour\"\n"
                 "\"say \"\"hi\"\"\",#N/A\n"
                 " Smith,"
                     + QByteArray(131'072, 'x') + '\n');
    }

    /// Whatever else is mapped: the service takes one column with a delete.
    void section4_deleteSendsOneColumn()
    {
        const QStringList fields { u"Email"_s, u"Id"_s };
        const PartFile file = part(m_bulk, m_delete, fields, { { "ada@example.com", "003gK00000AbCdEQAV" } });
        QFile written(file.path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), "Id\n003gK00000AbCdEQAV\n"_ba);
    }

    void section4_1_parents()
    {
        const PartFile contacts = part(
            m_bulk, m_add, { u"FirstName"_s, u"LastName"_s, u"Account.Crm_Key__c"_s, u"Owner.Email"_s },
            { { "Ada", "Stone", "ACC-17", "rep@acme.example" } });
        QFile written(contacts.path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(),
                 "FirstName,LastName,Account.Crm_Key__c,Owner.Email\n"
                 "Ada,Stone,ACC-17,rep@acme.example\n"_ba);

        const QStringList fields { u"LastName"_s, u"Account.Crm_Key__c"_s, u"User:Owner.Email"_s };
        submit(m_single, m_addLeads, fields, { { "Stone", "ACC-17", "rep@acme.example" } });
        const QByteArray wanted = R"({"LastName":"Stone","Account":{"Crm_Key__c":"ACC-17"},)"
                                  R"("Owner":{"attributes":{"type":"User"},"Email":"rep@acme.example"}})"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section5_1_addOne()
    {
        submit(m_single, m_add, m_person, m_ada);
        QCOMPARE(line(), u"POST /services/data/v61.0/sobjects/Contact"_s);
        QCOMPARE(headers(), m_json);
        const QByteArray wanted
            = R"({"FirstName":"Ada","LastName":"Stone","Email":"ada.stone@example.com"})"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section5_1_updateOne()
    {
        submit(m_single, m_update, { u"LastName"_s, u"Id"_s, u"Description"_s },
               { { "Stone", "003gK00000AbCdEQAV", "#N/A" } });
        QCOMPARE(line(), u"PATCH /services/data/v61.0/sobjects/Contact/003gK00000AbCdEQAV"_s);
        QCOMPARE(headers(), m_json);
        const QByteArray wanted = R"({"LastName":"Stone","Description":null})"_ba;
        QCOMPARE(request().body, wanted);
    }

    /// The key stands in the address, and not in the body.
    void section5_1_upsertOne_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("address");
        QTest::addRow("plain") << "K-17"_ba << u"K-17"_s;
        QTest::addRow("slash") << "a/b?c#d"_ba << u"a%2Fb%3Fc%23d"_s;
        QTest::addRow("percent") << "5%2F"_ba << u"5%252F"_s;
        QTest::addRow("plus and blank") << "a+b c"_ba << u"a%2Bb%20c"_s;
        QTest::addRow("umlaut") << QByteArray("M\xC3\xBCller") << u"M%C3%BCller"_s;
        QTest::addRow("quote") << "a\"b\\c"_ba << u"a%22b%5Cc"_s;
    }
    void section5_1_upsertOne()
    {
        QFETCH(const QByteArray, key);
        QFETCH(const QString, address);
        submit(m_single, m_upsert, { u"Crm_Key__c"_s, u"LastName"_s }, { { key, "Stone" } });
        QCOMPARE(line(), u"PATCH /services/data/v61.0/sobjects/Contact/Crm_Key__c/"_s + address);
        QCOMPARE(headers(), m_json);
        const QByteArray wanted = R"({"LastName":"Stone"})"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section5_1_deleteOne()
    {
        submit(m_single, m_delete, { u"Id"_s }, { { "003gK00000AbCdEQAV" } });
        QCOMPARE(line(), u"DELETE /services/data/v61.0/sobjects/Contact/003gK00000AbCdEQAV"_s);
        QCOMPARE(headers(), "Accept: application/json"_ba);
        QCOMPARE(request().body, QByteArray());
    }

    /// By itself REST would run the assignment rules: an import does the same by any way of loading.
    void section5_1_headers_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QByteArray>("said");
        const QString rule = u"assignmentRule"_s;
        QTest::addRow("contact") << u"Contact"_s << QJsonObject() << QByteArray();
        QTest::addRow("lead") << u"Lead"_s << QJsonObject() << "Sforce-Auto-Assign: FALSE"_ba;
        QTest::addRow("no rule") << u"Lead"_s << QJsonObject { { rule, u"none"_s } }
                                 << "Sforce-Auto-Assign: FALSE"_ba;
        QTest::addRow("active rule") << u"Lead"_s << QJsonObject { { rule, u"active"_s } }
                                     << "Sforce-Auto-Assign: TRUE"_ba;
        QTest::addRow("a rule") << u"Lead"_s << QJsonObject { { rule, u"01QgK000000AbCdUAK"_s } }
                                << "Sforce-Auto-Assign: 01QgK000000AbCdUAK"_ba;
        QTest::addRow("duplicates") << u"Contact"_s << QJsonObject { { u"allowDuplicates"_s, true } }
                                    << "Sforce-Duplicate-Rule-Header: allowSave=true"_ba;
        QTest::addRow("no duplicates")
            << u"Contact"_s << QJsonObject { { u"allowDuplicates"_s, false } } << QByteArray();
    }
    void section5_1_headers()
    {
        QFETCH(const QString, object);
        QFETCH(const QJsonObject, options);
        QFETCH(const QByteArray, said);
        const Target target { .object = object, .operation = Operation::Insert, .options = options };
        for (const QString &kind : { m_tree, m_collections, m_single }) {
            submit(kind, target, m_person, m_ada);
            QCOMPARE(headers(), m_json + (said.isEmpty() ? "" : "\n") + said);
        }
    }

    void section5_2_tree()
    {
        submit(m_tree, m_add, { u"LastName"_s, u"Email"_s },
               { { "Stone", "ada.stone@example.com" }, { "Marsh", "cleo@example.com" } });
        QCOMPARE(line(), u"POST /services/data/v61.0/composite/tree/Contact"_s);
        QCOMPARE(headers(), m_json);
        const QByteArray wanted
            = R"({"records":[{"attributes":{"type":"Contact","referenceId":"r1"},"LastName":"Stone","Email":"ada.stone@example.com"},)"
              R"({"attributes":{"type":"Contact","referenceId":"r2"},"LastName":"Marsh","Email":"cleo@example.com"}]})"_ba;
        QCOMPARE(request().body, wanted);
    }

    /// Values keep every digit, and what looks like JSON in a text is text.
    void section5_2_valuesStayAsTheyAre()
    {
        submit(m_tree, m_add, { u"LastName"_s, u"Amount__c"_s, u"IsActive"_s },
               { { "}],\"referenceId\":\"x\"\\", "12345678901234567.89", "true" } });
        const QByteArray wanted
            = R"({"records":[{"attributes":{"type":"Contact","referenceId":"r1"},)"
              "\"LastName\":\"}],\\\"referenceId\\\":\\\"x\\\"\\\\\",\"Amount__c\":12345678901234567.89,\"IsActive\":true}]}"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section5_2_aloneAtLast()
    {
        submit(m_tree, m_add, m_person, m_ada, 2);
        QCOMPARE(line(), u"POST /services/data/v61.0/composite/tree/Contact"_s);
        submit(m_tree, m_add, m_person, m_ada, 3);
        QCOMPARE(line(), u"POST /services/data/v61.0/sobjects/Contact"_s);
        const QByteArray wanted
            = R"({"FirstName":"Ada","LastName":"Stone","Email":"ada.stone@example.com"})"_ba;
        QCOMPARE(request().body, wanted);
    }

    void section5_3_collections()
    {
        const QString path = u"/services/data/v61.0/composite/sobjects"_s;
        submit(m_collections, m_add, { u"LastName"_s }, { { "Stone" } });
        QCOMPARE(line(), u"POST "_s + path);
        QCOMPARE(headers(), m_json);
        const QByteArray wanted
            = R"({"allOrNone":false,"records":[{"attributes":{"type":"Contact"},"LastName":"Stone"}]})"_ba;
        QCOMPARE(request().body, wanted);

        submit(m_collections, m_update, { u"Id"_s, u"LastName"_s }, { { "003gK00000AbCdEQAV", "Stone" } });
        QCOMPARE(line(), u"PATCH "_s + path);
        const QByteArray wanted2 = R"({"allOrNone":false,"records":[{"attributes":{"type":"Contact"},)"
                                   R"("id":"003gK00000AbCdEQAV","LastName":"Stone"}]})"_ba;
        QCOMPARE(request().body, wanted2);

        submit(m_collections, m_upsert, { u"Crm_Key__c"_s, u"LastName"_s }, { { "K-17", "Stone" } });
        QCOMPARE(line(), u"PATCH "_s + path + u"/Contact/Crm_Key__c"_s);
        const QByteArray wanted3 = R"({"allOrNone":false,"records":[{"attributes":{"type":"Contact"},)"
                                   R"("Crm_Key__c":"K-17","LastName":"Stone"}]})"_ba;
        QCOMPARE(request().body, wanted3);

        submit(m_collections, m_delete, { u"Id"_s }, { { "003gK00000AbCdEQAV" }, { "003gK00000AbCdFQAV" } });
        QCOMPARE(line(),
                 u"DELETE "_s + path + u"?ids=003gK00000AbCdEQAV,003gK00000AbCdFQAV&allOrNone=false"_s);
        QCOMPARE(headers(), "Accept: application/json"_ba);
        QCOMPARE(request().body, QByteArray());
    }

    /// The old values of what a part will change, by any way of loading.
    void section5_4_retrieve()
    {
        for (const QString &kind : { m_bulk, m_collections, m_single }) {
            const QStringList fields { u"Phone"_s, u"Id"_s };
            script().answers.clear();
            const auto loader = signedInLoader(m_update, fields, kind);
            script().answer(200, test::recorded(u"describe-Contact.json"_s));
            (void)loader->keepOld(part(kind, m_update, fields, { { "555", "003gK00000AbCdEQAV" } }),
                                  m_folder.filePath(u"before.jsonl"_s), {}, {});
            QVERIFY(script().lines().contains(u"POST /services/data/v61.0/composite/sobjects/Contact"_s));
            const QJsonObject asked = test::json(script().requests.back());
            QCOMPARE(asked.value("ids"_L1).toArray(), QJsonArray { u"003gK00000AbCdEQAV"_s });
            QVERIFY(asked.value("fields"_L1).toArray().contains(u"Phone"_s));
        }
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestWireSalesforce)
#include "test_wire_salesforce.moc"
