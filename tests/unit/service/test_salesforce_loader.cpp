#include "tests/unit/service/scripted_salesforce.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::header;
using test::json;
using test::recorded;

namespace {

const QString jobId = u"750gK00000JkLmNQAV"_s;
const QString jobs = u"/services/data/v61.0/jobs/ingest"_s;
const QString thisJob = jobs + u'/' + jobId;

QByteArray job(const QByteArray &state)
{
    const QJsonObject made { { u"id"_s, jobId },
                             { u"object"_s, u"Contact"_s },
                             { u"state"_s, QString::fromLatin1(state) } };
    return QJsonDocument(made).toJson();
}

} // namespace

/// Writes down what a submit or recover told the ledger; at a chosen word its disk is full.
class NotedSteps : public StepLog {
public:
    Done about(Step step) override { return note(u"about "_s + word(step)); }
    Done did(Step step, const QString &ticket) override
    {
        return note(u"did "_s + word(step) + u' ' + ticket);
    }

    QStringList notes;
    QString failAt;
    Error::Kind failure = Error::Kind::Storage;

private:
    static QString word(Step step)
    {
        return step == Step::Open ? u"open"_s : step == Step::Upload ? u"upload"_s : u"close"_s;
    }
    Done note(const QString &text)
    {
        notes << text;
        if (!failAt.isEmpty() && text.startsWith(failAt))
            return tl::unexpected(
                Error { .kind = failure, .sentence = u"full"_s, .detail = {}, .retryAfter = {} });
        return {};
    }
};

/// Keeps the rows as lines: "Added|003…|CODE|field|LastName=Stone,…".
class KeptRows : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        m_fields = fields;
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override
    {
        QStringList named;
        for (std::size_t i = 0; i < cells.size(); ++i)
            named << m_fields[qsizetype(i)] + u'='
                    + QString::fromUtf8(cells[i].data(), qsizetype(cells[i].size()));
        lines << QStringList { QString::number(int(outcome)), recordId, reason.code, reason.field,
                               named.join(u',') }
                     .join(u'|');
        texts << reason.text;
        return {};
    }
    Done others(Outcome, const Reason &) override { return {}; }
    Done totals(const PartTotals &) override { return {}; }

    QStringList lines;
    QStringList texts;

private:
    QStringList m_fields;
};

namespace {

QString line(Outcome outcome, const QString &rest)
{
    return QString::number(int(outcome)) + u'|' + rest;
}

} // namespace

/// A part on its way through the Bulk API, without a network.
class TestSalesforceLoader : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    PartFile part(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"part.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = 1, .bytes = bytes.size() };
    }

    const Target m_insert { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} };
    const QStringList m_fields { u"FirstName"_s, u"LastName"_s, u"Email"_s };
    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { forget(); }

    void submitsInThreeRequests()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(
            200, recorded(u"job-01-create-open.json"_s).replace("7503h00000CV7GpAAL", jobId.toLatin1()));
        script().answer(201);
        script().answer(200, recorded(u"job-04-patch-uploadcomplete.json"_s));
        NotedSteps steps;
        qint64 told = 0;
        const QByteArray bytes = "FirstName,LastName,Email\nAda,Stone,ada.stone@example.com\n";
        const auto ticket
            = loader->submit(part(bytes), steps, Progress([&told](qint64 done, qint64) { told = done; }), {});
        QVERIFY(ticket);
        QCOMPARE(ticket->ticket, jobId);
        QCOMPARE(
            script().lines(),
            QStringList({ u"POST "_s + jobs, u"PUT "_s + thisJob + u"/batches"_s, u"PATCH "_s + thisJob }));
        QCOMPARE(json(script().requests[0]),
                 QJsonDocument::fromJson(R"({"object":"Contact","operation":"insert","contentType":"CSV",
                    "lineEnding":"LF","columnDelimiter":"COMMA"})")
                     .object());
        QCOMPARE(header(script().requests[0], "Content-Type"), "application/json; charset=UTF-8"_ba);
        QCOMPARE(header(script().requests[1], "Content-Type"), "text/csv; charset=UTF-8"_ba);
        QCOMPARE(script().requests[1].body, bytes);
        QVERIFY(!script().requests[1].bodyFile.isEmpty());
        QCOMPARE(script().requests[2].body, R"({"state":"UploadComplete"})"_ba);
        for (const HttpRequest &request : script().requests)
            QCOMPARE(header(request, "Authorization"), "Bearer 00DgK0000012345!first"_ba);
        QCOMPARE(steps.notes,
                 QStringList({ u"about open"_s, u"did open "_s + jobId, u"about upload"_s,
                               u"did upload "_s + jobId, u"about close"_s, u"did close "_s + jobId }));
        QCOMPARE(told, bytes.size());
    }

    void namesTheKeyOnlyForUpserts()
    {
        const auto loader = signedInLoader(
            { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Crm_Key__c"_s },
            m_fields);
        script().answer(200, job("Open"));
        script().answer(201);
        script().answer(200, job("UploadComplete"));
        NotedSteps steps;
        QVERIFY(loader->submit(part("x\n"), steps, {}, {}));
        QCOMPARE(json(script().requests[0]).value("externalIdFieldName"_L1).toString(), u"Crm_Key__c"_s);
        QCOMPARE(json(script().requests[0]).value("operation"_L1).toString(), u"upsert"_s);
    }

    void asksTheLedgerBeforeEveryRequest_data()
    {
        QTest::addColumn<QString>("failAt");
        QTest::addColumn<int>("requests");
        QTest::addRow("about open") << u"about open"_s << 0;
        QTest::addRow("did open") << u"did open"_s << 1;
        QTest::addRow("about upload") << u"about upload"_s << 1;
        QTest::addRow("about close") << u"about close"_s << 2;
        QTest::addRow("did close") << u"did close"_s << 3;
    }
    void asksTheLedgerBeforeEveryRequest()
    {
        QFETCH(const int, requests);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("Open"));
        script().answer(201);
        script().answer(200, job("UploadComplete"));
        NotedSteps steps;
        QFETCH(const QString, failAt);
        steps.failAt = failAt;
        const auto ticket = loader->submit(part("x\n"), steps, {}, {});
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().kind, Error::Kind::Storage);
        QCOMPARE(int(script().requests.size()), requests);
    }

    void dropsAJobWhoseUploadWasRefused()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("Open"));
        script().answer(400, R"([{"errorCode":"INVALIDJOBSTATE","message":"no"}])");
        script().answer(200, job("Aborted"));
        NotedSteps steps;
        const auto ticket = loader->submit(part("x\n"), steps, {}, {});
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().kind, Error::Kind::Rejected);
        QCOMPARE(script().requests.back().body, R"({"state":"Aborted"})"_ba);
    }

    void believesOnlyTheService_data()
    {
        QTest::addColumn<QList<int>>("statuses");
        QTest::addColumn<QByteArrayList>("bodies");
        QTest::addColumn<QString>("lastNote");
        const QByteArray page = "<html>no</html>";
        const QByteArray open = job("Open");
        const auto at
            = [](const char *name, const QList<int> &statuses, const QByteArrayList &bodies,
                 const QString &lastNote) { QTest::addRow("%s", name) << statuses << bodies << lastNote; };
        at("create: a page", { 200 }, { page }, u"about open"_s);
        at("create: another's object", { 200 }, { R"({"id":"a1","status":"ok"})" }, u"about open"_s);
        for (const int status : { 302, 400, 401, 403, 404, 408, 413, 425, 499 })
            at(qPrintable(u"create: a page, %1"_s.arg(status)), { status }, { page }, u"about open"_s);
        at("upload: a page", { 200, 200 }, { open, page }, u"about upload"_s);
        at("upload: a timeout", { 200, 408 }, { open, page }, u"about upload"_s);
        at("close: an empty object", { 200, 201, 200 }, { open, {}, "{}" }, u"about close"_s);
        at("close: still open", { 200, 201, 200 }, { open, {}, open }, u"about close"_s);
        at("close: a page", { 200, 201, 200 }, { open, {}, page }, u"about close"_s);
        at("close: a timeout", { 200, 201, 408 }, { open, {}, page }, u"about close"_s);
        at("close: refused, and no word", { 200, 201, 400, 404 },
           { open, {}, R"([{"errorCode":"INVALIDJOBSTATE","message":"m"}])", page }, u"about close"_s);
    }
    /// What something on the way says leaves open what became of the request: never "refused", never "done".
    void believesOnlyTheService()
    {
        QFETCH(const QList<int>, statuses);
        QFETCH(const QByteArrayList, bodies);
        const auto loader = signedInLoader(m_insert, m_fields);
        for (qsizetype i = 0; i < statuses.size(); ++i)
            script().answer(statuses[i], bodies[i]);
        NotedSteps steps;
        const auto submitted = loader->submit(part("x\n"), steps, {}, {});
        QVERIFY(!submitted);
        QVERIFY(submitted.error().kind == Error::Kind::BadReply
                || submitted.error().kind == Error::Kind::Timeout);
        QTEST(steps.notes.back(), "lastNote");
        QVERIFY(script().answers.empty());
        QVERIFY(script().requests.back().body != R"({"state":"Aborted"})");
    }

    void looksAtAJobThatRefusesToBegin_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<bool>("begun");
        QTest::addRow("begun") << "InProgress"_ba << true;
        QTest::addRow("open") << "Open"_ba << false;
    }
    /// "Wrong state" may be the echo of the same request.
    void looksAtAJobThatRefusesToBegin()
    {
        QFETCH(const QByteArray, state);
        QFETCH(const bool, begun);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("Open"));
        script().answer(201);
        script().answer(400, R"([{"errorCode":"INVALIDJOBSTATE","message":"m"}])");
        script().answer(200, job(state));
        if (!begun)
            script().answer(200, job("Aborted"));
        NotedSteps steps;
        const auto submitted = loader->submit(part("x\n"), steps, {}, {});
        QCOMPARE(bool(submitted), begun);
        QVERIFY(begun || submitted.error().kind == Error::Kind::Rejected);
        QCOMPARE(steps.notes.contains(u"did close "_s + jobId), begun);
        QVERIFY(script().answers.empty());
    }

    void repeatsNoUnansweredRequest_data()
    {
        QTest::addColumn<int>("answersBefore");
        QTest::addRow("create") << 0;
        QTest::addRow("upload") << 1;
        QTest::addRow("close") << 2;
    }
    void repeatsNoUnansweredRequest()
    {
        QFETCH(const int, answersBefore);
        const auto loader = signedInLoader(m_insert, m_fields);
        for (int i = 0; i < answersBefore; ++i)
            script().answer(i == 1 ? 201 : 200, job("Open"));
        script().fail(Error::Kind::Timeout);
        NotedSteps steps;
        const auto ticket = loader->submit(part("x\n"), steps, {}, {});
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().kind, Error::Kind::Timeout);
        QCOMPARE(int(script().requests.size()), answersBefore + 1);
        QVERIFY(steps.notes.back().startsWith(u"about"_s));
    }

    void readsTheStateOfAJob_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<RemoteState::Stage>("stage");
        QTest::addColumn<int>("processed");
        using Stage = RemoteState::Stage;
        QTest::addRow("closed") << recorded(u"job-04-patch-uploadcomplete.json"_s) << Stage::Queued << 0;
        QTest::addRow("working") << recorded(u"job-05-get-inprogress.json"_s) << Stage::Working << 4;
        QTest::addRow("complete") << recorded(u"job-06-get-jobcomplete.json"_s) << Stage::Finished << 4;
        QTest::addRow("failed") << recorded(u"job-07-get-failed.json"_s) << Stage::Failed << 0;
        QTest::addRow("aborted") << job("Aborted") << Stage::Aborted << 0;
        QTest::addRow("never begun") << job("Open") << Stage::NotBegun << 0;
    }
    void readsTheStateOfAJob()
    {
        QFETCH(const QByteArray, answer);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, answer);
        const auto state = loader->poll(jobId, {});
        QVERIFY(state);
        QTEST(state->stage, "stage");
        QTEST(int(state->processed), "processed");
        QCOMPARE(state->message.isEmpty(), state->stage != RemoteState::Stage::Failed);
        QCOMPARE(script().lines(), QStringList { u"GET "_s + thisJob });
    }

    void collectsACompleteJob()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("JobComplete"));
        script().answer(200,
                        "\"sf__Id\",\"sf__Created\",\"EMAIL\",LastName,Extra\n"
                        "\"003gK00000AbCdEQAV\",\"true\",\"ada@example.com\",\"Stone, \"\"A\"\"\",\"x\"\n"
                        "\"\",\"true\",\"zoe@example.com\",\"two\nlines\",\"\"\n\n");
        script().answer(200,
                        "\"sf__Id\",\"sf__Error\",FirstName,LastName,Email\n"
                        "\"\",\"REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --\","
                        "\"Ben\",\"\",\"ben@example.com\"\n");
        KeptRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QCOMPARE(rows.lines,
                 QStringList({ line(Outcome::Added,
                                    u"003gK00000AbCdEQAV|||Email=ada@example.com,LastName=Stone, \"A\""_s),
                               line(Outcome::Added, u"|||Email=zoe@example.com,LastName=two\nlines"_s),
                               line(Outcome::Failed,
                                    u"|REQUIRED_FIELD_MISSING|LastName|FirstName=Ben,LastName=,"
                                    "Email=ben@example.com"_s) }));
        QCOMPARE(script().lines(),
                 QStringList({ u"GET "_s + thisJob, u"GET "_s + thisJob + u"/successfulResults"_s,
                               u"GET "_s + thisJob + u"/failedResults"_s }));
        QCOMPARE(header(script().requests[1], "Accept"), "text/csv"_ba);
        QVERIFY(QDir(m_folder.path()).entryList({ jobId + u"*"_s }).isEmpty());
    }

    void namesWhatBecameOfRows_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QByteArray>("created");
        QTest::addColumn<Outcome>("outcome");
        QTest::addRow("insert") << Operation::Insert << "true"_ba << Outcome::Added;
        QTest::addRow("upsert, new") << Operation::Upsert << "true"_ba << Outcome::Added;
        QTest::addRow("upsert, known") << Operation::Upsert << "false"_ba << Outcome::Updated;
        QTest::addRow("upsert, not told") << Operation::Upsert << ""_ba << Outcome::In;
        QTest::addRow("update") << Operation::Update << "false"_ba << Outcome::Updated;
        QTest::addRow("delete") << Operation::Delete << "false"_ba << Outcome::Deleted;
    }
    void namesWhatBecameOfRows()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QByteArray, created);
        QFETCH(const Outcome, outcome);
        const auto loader = signedInLoader(
            { .object = u"Contact"_s, .operation = operation, .keyField = u"Id"_s }, { u"Id"_s });
        script().answer(200, job("JobComplete"));
        script().answer(200, "\"sf__Id\",\"sf__Created\",Id\n\"003A\",\"" + created + "\",\"003A\"\n");
        script().answer(204);
        KeptRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QCOMPARE(rows.lines, QStringList { line(outcome, u"003A|||Id=003A"_s) });
    }

    void collectsAFailedJobWithItsReason()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, recorded(u"job-07-get-failed.json"_s));
        script().answer(200, "\"sf__Id\",\"sf__Created\",FirstName,LastName,Email\n");
        script().answer(200, "\"sf__Id\",\"sf__Error\",FirstName,LastName,Email\n");
        script().answer(200, "FirstName,LastName,Email\nCleo,Marsh,cleo@example.com\n\"\",,\n");
        KeptRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QCOMPARE(
            rows.lines,
            QStringList({ line(Outcome::NotProcessed,
                               u"|InvalidBatch||FirstName=Cleo,LastName=Marsh,"
                               "Email=cleo@example.com"_s),
                          line(Outcome::NotProcessed, u"|InvalidBatch||FirstName=,LastName=,Email="_s) }));
        QCOMPARE(rows.texts.front(), u"Field name not found : Email"_s);
        QCOMPARE(script().lines().back(), u"GET "_s + thisJob + u"/unprocessedrecords"_s);
    }

    void takesEveryKindOfNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("header") << 200 << "\"sf__Id\",\"sf__Created\",\"sf__Error\",LastName\n"_ba;
        QTest::addRow("header without end") << 200 << "\"sf__Id\",\"sf__Created\",\"sf__Error\",LastName"_ba;
        QTest::addRow("no byte") << 200 << ""_ba;
        QTest::addRow("a line end") << 200 << "\n"_ba;
        QTest::addRow("204") << 204 << ""_ba;
    }
    void takesEveryKindOfNothing()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("Aborted"));
        for (int i = 0; i < 3; ++i)
            script().answer(status, body);
        KeptRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QVERIFY(rows.lines.isEmpty());
        QCOMPARE(script().requests.size(), 4U);
    }

    void readsRecordedResults()
    {
        const auto loader = signedInLoader(m_insert, { u"Custom_Id__c"_s, u"LastName"_s });
        script().answer(200, job("JobComplete"));
        script().answer(200, recorded(u"results-successful.csv"_s));
        script().answer(200, recorded(u"results-failed.csv"_s));
        KeptRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QCOMPARE(rows.lines.size(), 4);
        QCOMPARE(rows.lines.front(),
                 line(Outcome::Added, u"a011s00000DML8XAAX|||Custom_Id__c=CustomID1,LastName=x"_s));
        QCOMPARE(rows.lines.back(),
                 line(Outcome::Failed, u"|UNABLE_TO_LOCK_ROW||Custom_Id__c=CustomID2,LastName=y"_s));
    }

    void takesNoOddIdForAJob_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addRow("a way out of the folder") << u"../../home"_s;
        QTest::addRow("an address") << u"750?x=1#y"_s;
        QTest::addRow("none") << QString();
        QTest::addRow("endless") << QString(4'000, u'7');
    }
    /// The id becomes part of addresses and of the names of files.
    void takesNoOddIdForAJob()
    {
        QFETCH(const QString, id);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, QJsonDocument(QJsonObject { { u"id"_s, id } }).toJson());
        NotedSteps steps;
        const auto ticket = loader->submit(part("x\n"), steps, {}, {});
        QVERIFY(!ticket);
        QCOMPARE(ticket.error().kind, Error::Kind::BadReply);
        QCOMPARE(steps.notes, QStringList { u"about open"_s });
    }

    void takesNoSenselessStateForAnEnd_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addRow("still at work") << job("InProgress");
        QTest::addRow("no state") << QByteArray("{}");
        QTest::addRow("a state of its own") << job("Finished");
        QTest::addRow("a list") << QByteArray("[]");
    }
    /// A job that is not over has no whole lists of results.
    void takesNoSenselessStateForAnEnd()
    {
        QFETCH(const QByteArray, answer);
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, answer);
        KeptRows rows;
        const auto collected = loader->collect(jobId, m_folder.path(), rows, {});
        QVERIFY(!collected);
        QCOMPARE(collected.error().kind, Error::Kind::BadReply);
        QVERIFY(rows.lines.isEmpty());
    }

    void takesNoPageForResults()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("JobComplete"));
        script().answer(200, "<html>\n<p>We are down</p>\n");
        KeptRows rows;
        const auto done = loader->collect(jobId, m_folder.path(), rows, {});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::BadReply);
    }

    /// A row without end is the service's doing: nothing is said of the person's file.
    void saysWhoseListCannotBeRead()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("JobComplete"));
        script().answer(200, "\"sf__Id\",\"sf__Created\",\"LastName\"\n" + QByteArray(8 << 20, ','));
        KeptRows rows;
        const auto done = loader->collect(jobId, m_folder.path(), rows, {});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::BadReply);
        QVERIFY(done.error().sentence.contains(u"Salesforce"_s));
        QVERIFY(rows.lines.isEmpty());
    }

    void asksForNoMoreThanCanCome()
    {
        class SmallRows : public KeptRows {
        public:
            qint64 mostBytes() const override { return 77; }
        };
        const auto loader = signedInLoader(m_insert, m_fields);
        script().answer(200, job("JobComplete"));
        script().answer(200, recorded(u"results-successful.csv"_s));
        script().answer(200);
        SmallRows rows;
        QVERIFY(loader->collect(jobId, m_folder.path(), rows, {}));
        QCOMPARE(script().requests.size(), 3U);
        QCOMPARE(script().requests[0].mostBytes, qint64(1) << 20);
        QCOMPARE(script().requests[1].mostBytes, 77);
        QCOMPARE(script().requests[2].mostBytes, 77);
    }

    void abortsAJob_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer
        QTest::addColumn<QByteArray>("stateAfter"); // empty: not asked
        QTest::addColumn<bool>("fine");
        QTest::addRow("dropped") << 200 << ""_ba << true;
        QTest::addRow("answered by something else") << 204 << "InProgress"_ba << false;
        QTest::addRow("had ended") << 400 << "JobComplete"_ba << true;
        QTest::addRow("lost, but dropped") << 0 << "Aborted"_ba << true;
        QTest::addRow("lost, still on") << 0 << "InProgress"_ba << false;
        QTest::addRow("refused, still on") << 400 << "InProgress"_ba << false;
    }
    void abortsAJob()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, stateAfter);
        QFETCH(const bool, fine);
        const auto loader = signedInLoader(m_insert, m_fields);
        if (status == 0)
            script().fail(Error::Kind::Timeout);
        else
            script().answer(
                status,
                status == 200 ? job("Aborted")
                    : status == 204
                    ? QByteArray()
                    : R"([{"errorCode":"INVALIDJOBSTATE","message":"Aborting already Completed"}])"_ba);
        if (!stateAfter.isEmpty())
            script().answer(200, job(stateAfter));
        QCOMPARE(bool(loader->abort(jobId, {})), fine);
        QCOMPARE(script().requests.front().method, "PATCH"_ba);
        QCOMPARE(script().requests.front().body, R"({"state":"Aborted"})"_ba);
        QCOMPARE(script().requests.size(), stateAfter.isEmpty() ? 1U : 2U);
    }

    /// contracts/salesforce.md, section 6, "Lost answer", row by row.
    void recoversASubmit_data()
    {
        QTest::addColumn<QString>("recorded"); // o u c: was about to; O U C: did
        QTest::addColumn<QByteArrayList>("answers"); // a state word, a status, or "lost"
        QTest::addColumn<int>("kind"); // -1: an error
        QTest::addColumn<QStringList>("sent"); // GET, or the state patched to
        const int nothing = int(Recovery::Kind::NothingHappened);
        const int running = int(Recovery::Kind::Running);
        const int undecidable = int(Recovery::Kind::Undecidable);
        const int failed = -1; // an error: to be asked again
        const QStringList get { u"GET"_s };
        const QStringList getAbort { u"GET"_s, u"Aborted"_s };
        const QStringList getClose { u"GET"_s, u"UploadComplete"_s };

        QTest::addRow("nothing begun") << QString() << QByteArrayList() << nothing << QStringList();
        QTest::addRow("create lost") << u"o"_s << QByteArrayList() << nothing << QStringList();
        QTest::addRow("created, then died")
            << u"oO"_s << QByteArrayList { "Open", "Aborted" } << nothing << getAbort;
        QTest::addRow("upload lost, open")
            << u"oOu"_s << QByteArrayList { "Open", "Aborted" } << nothing << getAbort;
        QTest::addRow("upload lost, dropped") << u"oOu"_s << QByteArrayList { "Aborted" } << nothing << get;
        QTest::addRow("upload lost, expired") << u"oOu"_s << QByteArrayList { "404" } << nothing << get;
        QTest::addRow("upload lost, somebody closed it")
            << u"oOu"_s << QByteArrayList { "InProgress" } << running << get;
        QTest::addRow("uploaded, then died")
            << u"oOuU"_s << QByteArrayList { "Open", "Aborted" } << nothing << getAbort;
        QTest::addRow("drop lost") << u"oOu"_s << QByteArrayList { "Open", "lost", "Open" } << -1
                                   << QStringList { u"GET"_s, u"Aborted"_s, u"GET"_s };
        QTest::addRow("drop lost, but done") << u"oOu"_s << QByteArrayList { "Open", "lost", "Aborted" }
                                             << nothing << QStringList { u"GET"_s, u"Aborted"_s, u"GET"_s };
        QTest::addRow("close lost, open")
            << u"oOuUc"_s << QByteArrayList { "Open", "UploadComplete" } << running << getClose;
        QTest::addRow("close lost, queued")
            << u"oOuUc"_s << QByteArrayList { "UploadComplete" } << running << get;
        QTest::addRow("close lost, working")
            << u"oOuUc"_s << QByteArrayList { "InProgress" } << running << get;
        QTest::addRow("close lost, complete")
            << u"oOuUc"_s << QByteArrayList { "JobComplete" } << running << get;
        QTest::addRow("close lost, failed") << u"oOuUc"_s << QByteArrayList { "Failed" } << running << get;
        QTest::addRow("close lost, aborted") << u"oOuUc"_s << QByteArrayList { "Aborted" } << running << get;
        QTest::addRow("close lost, no word of the job")
            << u"oOuUc"_s << QByteArrayList { "404 of a proxy" } << failed << get;
        QTest::addRow("close lost, expired") << u"oOuUc"_s << QByteArrayList { "404" } << undecidable << get;
        QTest::addRow("second close too late")
            << u"oOuUc"_s << QByteArrayList { "Open", "400", "InProgress" } << running
            << QStringList { u"GET"_s, u"UploadComplete"_s, u"GET"_s };
        QTest::addRow("second close lost")
            << u"oOuUc"_s << QByteArrayList { "Open", "lost" } << -1 << getClose;
        QTest::addRow("second close refused") << u"oOuUc"_s << QByteArrayList { "Open", "400", "Open" } << -1
                                              << QStringList { u"GET"_s, u"UploadComplete"_s, u"GET"_s };
        QTest::addRow("second close answered by something else")
            << u"oOuUc"_s << QByteArrayList { "Open", "nonsense" } << failed << getClose;
        QTest::addRow("an unknown state") << u"oOuUc"_s << QByteArrayList { "Odd" } << failed << get;
        QTest::addRow("closed") << u"oOuUcC"_s << QByteArrayList { "InProgress" } << running << get;
        QTest::addRow("closed, as it was told") // a word of something on the way
            << u"oOuUcC"_s << QByteArrayList { "Open", "UploadComplete" } << running << getClose;
        QTest::addRow("closed, and forgotten")
            << u"oOuUcC"_s << QByteArrayList { "404" } << undecidable << get;
        QTest::addRow("close without a job's id")
            << u"ouc"_s << QByteArrayList() << undecidable << QStringList();
    }
    void recoversASubmit()
    {
        QFETCH(const QString, recorded);
        QFETCH(const QByteArrayList, answers);
        QFETCH(const int, kind);
        QFETCH(const QStringList, sent);
        const auto loader = signedInLoader(m_insert, m_fields);
        std::vector<RecordedStep> steps;
        for (const QChar c : recorded) {
            const Step step = c.toLower() == u'o' ? Step::Open
                : c.toLower() == u'u'             ? Step::Upload
                                                  : Step::Close;
            steps.push_back({ .step = step, .done = c.isUpper(), .ticket = c.isUpper() ? jobId : QString() });
        }
        for (const QByteArray &answer : answers) {
            if (answer == "lost")
                script().fail(Error::Kind::Timeout);
            else if (answer == "404")
                script().answer(
                    404, R"([{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}])");
            else if (answer == "404 of a proxy") // says nothing of the job
                script().answer(404, "<html>Not found</html>");
            else if (answer == "nonsense")
                script().answer(200, "{}");
            else if (answer.toInt() > 0)
                script().answer(answer.toInt(), R"([{"errorCode":"INVALIDJOBSTATE","message":"m"}])");
            else
                script().answer(200, job(answer));
        }
        NotedSteps log;
        const auto recovery = loader->recover({}, steps, log, {});
        QCOMPARE(recovery ? int(recovery->kind) : -1, kind);
        if (recovery && recovery->kind == Recovery::Kind::Running)
            QCOMPARE(recovery->ticket, jobId);
        QStringList done;
        for (const HttpRequest &request : script().requests) {
            QVERIFY(request.method != "PUT" && request.method != "POST"); // never rows
            done << (request.method == "GET" ? u"GET"_s : json(request).value("state"_L1).toString());
        }
        QCOMPARE(done, sent);
        if (sent.contains(u"UploadComplete"_s))
            QCOMPARE(log.notes.front(), u"about close"_s);
        QVERIFY(script().answers.empty());
    }

    /// Only asking: an Open job whose close was lost stays Open.
    void changesNothingWhenItMayOnlyAsk()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        const std::vector<RecordedStep> steps { { .step = Step::Open, .done = true, .ticket = jobId },
                                                { .step = Step::Upload, .done = true, .ticket = jobId },
                                                { .step = Step::Close, .done = false, .ticket = jobId } };
        script().answer(200, job("Open"));
        NotedSteps log;
        log.failAt = u"about close"_s;
        log.failure = Error::Kind::Cancelled;
        const auto recovery = loader->recover({}, steps, log, {});
        QVERIFY(!recovery && recovery.error().cancelled());
        QCOMPARE(script().lines(), QStringList { u"GET "_s + thisJob });
    }

    void knowsAJobThatIsForgotten()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        const QByteArray gone
            = R"([{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}])";
        script().answer(404, gone);
        const auto state = loader->poll(jobId, {});
        QVERIFY(state);
        QCOMPARE(state->stage, RemoteState::Stage::Forgotten);
        script().answer(404, gone);
        KeptRows rows;
        QVERIFY(!loader->collect(jobId, m_folder.path(), rows, {}));
        QVERIFY(rows.lines.isEmpty());
        script().answer(404, "<html>Not found</html>"); // of a proxy: says nothing of the job
        QVERIFY(!loader->poll(jobId, {}));
    }

    /// Whoever walks the part repeats, where it can be seen.
    void repeatsNothingByItself_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer
        QTest::addColumn<Error::Kind>("failure");
        QTest::addRow("503") << 503 << Error::Kind::RateLimit;
        QTest::addRow("502") << 502 << Error::Kind::ServiceFault;
        QTest::addRow("no connection") << 0 << Error::Kind::Network;
        QTest::addRow("broken off") << 0 << Error::Kind::Timeout;
    }
    void repeatsNothingByItself()
    {
        QFETCH(const int, status);
        QFETCH(const Error::Kind, failure);
        const auto loader = signedInLoader(m_insert, m_fields);
        const auto fails = [&] {
            if (status == 0)
                script().fail(failure);
            else
                script().answer(status, "<html>no</html>", { { "Retry-After", "7" } });
        };
        const auto kindOf
            = [](const auto &result) { return result ? Error::Kind::BadInput : result.error().kind; };
        NotedSteps steps;
        fails();
        QCOMPARE(kindOf(loader->submit(part("x\n"), steps, {}, {})), failure);
        fails();
        const auto state = loader->poll(jobId, {});
        QCOMPARE(kindOf(state), failure);
        if (status != 0)
            QCOMPARE(state.error().retryAfter, std::chrono::seconds(7));
        script().answer(200, job("JobComplete"));
        fails();
        KeptRows rows;
        QCOMPARE(kindOf(loader->collect(jobId, m_folder.path(), rows, {})), failure);
        QCOMPARE(script().requests.size(), 4U);
        QVERIFY(m_clock.sleeps.empty());
    }

    /// In each of its calls.
    void answersAStopAtOnce()
    {
        const auto loader = signedInLoader(m_insert, m_fields);
        const std::vector<RecordedStep> steps { { .step = Step::Open, .done = true, .ticket = jobId },
                                                { .step = Step::Close, .done = false, .ticket = jobId } };
        const auto stopsAt = [&](int request, const auto &call, const QByteArray &first = "JobComplete"_ba) {
            std::stop_source stop;
            forget();
            int seen = 0;
            script().onRequest = [&] {
                if (++seen == request)
                    stop.request_stop();
            };
            for (int i = 0; i < 4; ++i)
                script().answer(i == 1 ? 201 : 200, job(i == 0 ? first : "JobComplete"_ba));
            const auto result = call(stop.get_token());
            return !result && result.error().cancelled() && seen == request && m_clock.sleeps.empty();
        };
        const auto submit = [&](std::stop_token stop) {
            NotedSteps log;
            return loader->submit(part("x\n"), log, {}, stop);
        };
        for (int request : { 1, 2, 3 })
            QVERIFY2(stopsAt(request, submit, "Open"_ba), qPrintable(QString::number(request)));
        QVERIFY(stopsAt(1, [&](std::stop_token stop) {
            NotedSteps log;
            return loader->recover({}, steps, log, stop);
        }));
        QVERIFY(stopsAt(1, [&](std::stop_token stop) { return loader->poll(jobId, stop); }));
        KeptRows rows;
        for (int request : { 1, 2 })
            QVERIFY(stopsAt(request, [&](std::stop_token stop) {
                return loader->collect(jobId, m_folder.path(), rows, stop);
            }));
        QVERIFY(stopsAt(1, [&](std::stop_token stop) { return loader->abort(jobId, stop); }));
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceLoader)
#include "test_salesforce_loader.moc"
