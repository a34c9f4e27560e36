#include "tests/unit/service/noted_results.h"
#include "tests/unit/service/scripted_dotdigital.h"

#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How contacts are imported, without a network.
class TestDotdigitalContacts : public QObject, test::ScriptedDotdigital {
    Q_OBJECT

private:
    const QStringList m_fields { u"Email"_s, u"FIRSTNAME"_s, u"Preference:a, b"_s };

    JobKind contactsKind() const { return m_service->jobKinds().back(); }
    static Target contacts(const QJsonObject &options = {})
    {
        return { .object = u"contacts"_s,
                 .operation = Operation::Upsert,
                 .keyField = u"Email"_s,
                 .options = options };
    }
    std::unique_ptr<PartLoader> loader(const QJsonObject &options = {})
    {
        ServiceSession &session = signedIn();
        return session.makeLoader(contactsKind(), contacts(options), m_fields);
    }
    QByteArray encoded(const QList<QByteArrayList> &rows) const
    {
        const auto encoder = m_service->makeEncoder(contactsKind(), contacts(), m_fields, {});
        OutBuffer out;
        for (const QByteArrayList &row : rows) {
            std::vector<std::string_view> cells;
            for (const QByteArray &cell : row)
                cells.emplace_back(cell.constData(), std::size_t(cell.size()));
            encoder->encode(1, cells, out);
        }
        return encoder->prologue() + QByteArray(out.text().data(), qsizetype(out.size()))
            + encoder->epilogue();
    }
    PartFile part()
    {
        const QByteArray bytes = encoded({ { "ada@example.com", "Ada", "True" } });
        QFile file(m_folder.filePath(u"part-00001.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = 1, .bytes = bytes.size() };
    }
    static QByteArray status(const QByteArray &word)
    {
        return "{\"id\":\"af4ac4bc-1\",\"status\":\"" + word + "\"}";
    }
    static QByteArray report(int added, int updated, int invalid = 0, int unsubscribed = 0, int waiting = 0)
    {
        const QJsonObject made { { u"newContacts"_s, added },
                                 { u"updatedContacts"_s, updated },
                                 { u"invalidEntries"_s, invalid },
                                 { u"unsubscribed"_s, unsubscribed },
                                 { u"failures"_s, 0 },
                                 { u"pendingDoubleOptin"_s, waiting } };
        return QJsonDocument(made).toJson(QJsonDocument::Compact);
    }
    struct Collected {
        Done done;
        QStringList lines;
    };
    Collected collect(PartLoader &from)
    {
        test::NotedResults results;
        Done done = from.collect(u"af4ac4bc-1"_s, m_folder.path(), results, {});
        return { .done = std::move(done), .lines = results.lines };
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { forget(); }

    void writesContactsAsAFile()
    {
        QCOMPARE(encoded({ { "ada@example.com", "Ada \"A\", née Byron", "True" },
                           { "karl@example.org", "", "" } }),
                 "Email,FIRSTNAME,\"Preference:a, b\"\n"
                 "ada@example.com,\"Ada \"\"A\"\", née Byron\",True\n"
                 "karl@example.org,,\n"_ba);
    }

    void sendsThePartToWhatIsChosen_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("path");
        QTest::addRow("usual") << QJsonObject() << u"/v2/contacts/import/with-merge-option/1"_s;
        QTest::addRow("list") << QJsonObject { { u"list"_s, u"12"_s } }
                              << u"/v2/address-books/12/contacts/import/with-merge-option/1"_s;
        QTest::addRow("list as a number") << QJsonObject { { u"list"_s, 12 } }
                                          << u"/v2/address-books/12/contacts/import/with-merge-option/1"_s;
        QTest::addRow("fills only") << QJsonObject { { u"merge"_s, u"2"_s } }
                                    << u"/v2/contacts/import/with-merge-option/2"_s;
    }
    void sendsThePartToWhatIsChosen()
    {
        QFETCH(const QJsonObject, options);
        QFETCH(const QString, path);
        const auto sender = loader(options);
        script().answer(202, status("NotFinished"));
        test::NotedSteps steps;
        const auto submitted = sender->submit(part(), steps, {}, {});
        QVERIFY(submitted);
        QCOMPARE(submitted->ticket, u"af4ac4bc-1"_s);
        QCOMPARE(steps.notes, (QStringList { u"about"_s, u"did af4ac4bc-1"_s }));
        QCOMPARE(script().lines(), QStringList(u"POST "_s + path));
        const HttpRequest &request = script().requests.front();
        const QByteArray type = test::headerOf(request, "Content-Type");
        QVERIFY(type.startsWith("multipart/form-data; boundary="));
        const QByteArray boundary = type.sliced(type.indexOf('=') + 1);
        QCOMPARE(request.body,
                 QByteArray("--") + boundary
                     + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"part-00001.csv\"\r\n"
                       "Content-Type: text/csv\r\n\r\n"
                       "Email,FIRSTNAME,\"Preference:a, b\"\nada@example.com,Ada,True\n\r\n--"
                     + boundary + "--\r\n");
    }

    void sendsNothingForWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addRow("list") << QJsonObject { { u"list"_s, u"12/../3"_s } };
        QTest::addRow("overwriting") << QJsonObject { { u"merge"_s, u"0"_s } };
    }
    void sendsNothingForWhatItDoesNotKnow()
    {
        QFETCH(const QJsonObject, options);
        const auto sender = loader(options);
        test::NotedSteps steps;
        const auto submitted = sender->submit(part(), steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::BadInput);
        QVERIFY(steps.notes.isEmpty() && script().requests.empty());
    }

    void notesOnlyWhatIsProven_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        using Kind = Error::Kind;
        QTest::addRow("too many imports")
            << 400 << R"({"message":"Error: ERROR_IMPORT_TOOMANYACTIVEIMPORTS"})"_ba << Kind::QueueFull
            << true;
        QTest::addRow("hour used up")
            << 400 << R"({"message":"Error: ERROR_APIUSAGE_EXCEEDED"})"_ba << Kind::RateLimit << true;
        QTest::addRow("429") << 429 << "{}"_ba << Kind::RateLimit << true;
        QTest::addRow("list gone") << 404 << R"({"message":"Error: ERROR_ADDRESSBOOK_NOT_FOUND"})"_ba
                                   << Kind::Rejected << true;
        QTest::addRow("413") << 413 << ""_ba << Kind::Rejected << true;
        QTest::addRow("502") << 502 << ""_ba << Kind::ServiceFault << false;
        QTest::addRow("page") << 200 << "<html>"_ba << Kind::BadReply << false;
        QTest::addRow("no id") << 202 << R"({"status":"NotFinished"})"_ba << Kind::BadReply << false;
        QTest::addRow("odd id") << 202 << R"({"id":"../x","status":"NotFinished"})"_ba << Kind::BadReply
                                << false;
    }
    void notesOnlyWhatIsProven()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        const auto sender = loader();
        script().answer(status, body);
        test::NotedSteps steps;
        const auto submitted = sender->submit(part(), steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, kind);
        QCOMPARE(steps.notes, proven ? QStringList({ u"about"_s, u"did"_s }) : QStringList(u"about"_s));
        QCOMPARE(script().requests.size(), 1U); // nothing is sent again in here
    }

    void cannotTellWhatBecameOfALostAnswer()
    {
        const auto sender = loader();
        script().fail(Error::Kind::Timeout);
        test::NotedSteps steps;
        QVERIFY(!sender->submit(part(), steps, {}, {}));
        QCOMPARE(steps.notes, QStringList(u"about"_s));
        const RecordedStep begun { .step = Step::Send, .done = false, .ticket = {}, .when = {} };
        auto recovery = sender->recover(part(), { &begun, 1 }, steps, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Undecidable);
        const RecordedStep refused { .step = Step::Send, .done = true, .ticket = {}, .when = {} };
        recovery = sender->recover(part(), { &refused, 1 }, steps, {});
        QCOMPARE(recovery->kind, Recovery::Kind::NothingHappened);
        const RecordedStep taken { .step = Step::Send, .done = true, .ticket = u"af4ac4bc-1"_s, .when = {} };
        recovery = sender->recover(part(), { &taken, 1 }, steps, {});
        QCOMPARE(recovery->kind, Recovery::Kind::Running);
        QVERIFY(!m_service->jobKinds().back().whenSentAgain.isEmpty());
    }

    /// Source: contracts/dotdigital.md, 6.4.
    void tellsHowAnImportIsDoing_data()
    {
        QTest::addColumn<RemoteState::Stage>("stage");
        QTest::addColumn<QString>("word"); // of the message
        using Stage = RemoteState::Stage;
        QTest::addRow("NotFinished") << Stage::Working << QString();
        QTest::addRow("Finished") << Stage::Finished << QString();
        QTest::addRow("RejectedByWatchdog") << Stage::Failed << u"watchdog"_s;
        QTest::addRow("InvalidFileFormat") << Stage::Failed << u"read"_s;
        QTest::addRow("Failed") << Stage::Failed << u"could not"_s;
        QTest::addRow("ExceedsAllowedContactLimit") << Stage::Failed << u"more contacts"_s;
        QTest::addRow("NotAvailableInThisVersion") << Stage::Failed << u"version"_s;
        QTest::addRow("Unknown") << Stage::Forgotten << QString();
    }
    void tellsHowAnImportIsDoing()
    {
        QFETCH(const RemoteState::Stage, stage);
        QFETCH(const QString, word);
        const auto asker = loader();
        script().answer(200, status(QTest::currentDataTag()));
        script().answer(200, status(QTest::currentDataTag())); // what is forgotten is said twice
        const auto state = asker->poll(u"af4ac4bc-1"_s, {});
        QVERIFY(state);
        QCOMPARE(state->stage, stage);
        QVERIFY2(state->message.contains(word) && state->message.isEmpty() == word.isEmpty(),
                 qPrintable(state->message));
        QCOMPARE(script().lines().front(), u"GET /v2/contacts/import/af4ac4bc-1"_s);
    }

    void takesNoOtherAnswerForAStatus_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("none") << 200 << R"({"id":"af4ac4bc-1"})"_ba;
        QTest::addRow("new word") << 200 << status("Paused");
        QTest::addRow("page") << 200 << "<html>"_ba;
    }
    void takesNoOtherAnswerForAStatus()
    {
        QFETCH(const int, code);
        QFETCH(const QByteArray, body);
        const auto asker = loader();
        script().answer(code, body);
        const auto state = asker->poll(u"af4ac4bc-1"_s, {});
        QVERIFY(!state);
        QCOMPARE(state.error().kind, Error::Kind::BadReply);
    }

    void forgetsWhatIsNotFoundTwice()
    {
        const auto asker = loader();
        refuse(404, "ERROR_IMPORT_NOT_FOUND");
        script().answer(200, status("NotFinished"));
        auto state = asker->poll(u"af4ac4bc-1"_s, {});
        QVERIFY(state);
        QCOMPARE(state->stage, RemoteState::Stage::Working);
        refuse(404, "ERROR_IMPORT_NOT_FOUND");
        refuse(404, "ERROR_IMPORT_NOT_FOUND");
        state = asker->poll(u"af4ac4bc-1"_s, {});
        QVERIFY(state);
        QCOMPARE(state->stage, RemoteState::Stage::Forgotten);
    }

    void tellsWhoWasRefused()
    {
        const auto asker = loader();
        script().answer(200, status("Finished"));
        script().answer(200, report(10, 14, 1, 1, 1));
        script().answer(
            200,
            "\xEF\xBB\xBFReason,email,firstname\r\nUnsubscribed,karl@example.org,\"Karl, the first\"\r\n"
            "Pending optin,eve@example.org,Eve\r\nMoon is wrong,bob@example.org,\r\n");
        const Collected told = collect(*asker);
        QVERIFY(told.done);
        QCOMPARE(
            told.lines,
            (QStringList { u"columns email,firstname"_s,
                           u"failed [karl@example.org|Karl, the first] Unsubscribed|Email|Unsubscribed"_s,
                           u"in [eve@example.org|Eve] PendingOptIn|Email|Pending optin"_s,
                           u"failed [bob@example.org|] Moon is wrong||Moon is wrong"_s, u"others in"_s,
                           u"totals 25 2 1"_s }));
        QCOMPARE(script().lines().last(), u"GET /v2/contacts/import/af4ac4bc-1/report-faults"_s);
        QCOMPARE(test::headerOf(script().requests.back(), "Accept"), "text/csv"_ba);
        QVERIFY(QDir(m_folder.path()).entryList({ u"*faults*"_s }).isEmpty());
    }

    void knowsAListWithoutFaults_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("empty") << 200 << ""_ba;
        QTest::addRow("header alone") << 200 << "\xEF\xBB\xBFReason,email\r\n"_ba;
        QTest::addRow("not found") << 404 << R"({"message":"Error: ERROR_IMPORT_REPORT_NOT_FOUND"})"_ba;
        QTest::addRow("an error with a yes")
            << 200 << R"({"message":"Error: ERROR_IMPORT_REPORT_NOT_FOUND"})"_ba;
    }
    void knowsAListWithoutFaults()
    {
        QFETCH(const int, code);
        QFETCH(const QByteArray, body);
        const auto asker = loader();
        script().answer(200, status("Finished"));
        script().answer(200, report(1, 0));
        script().answer(code, body);
        const Collected told = collect(*asker);
        QVERIFY(told.done);
        QCOMPARE(told.lines.last(), u"totals 1 0 0"_s);
        QVERIFY(told.lines.contains(u"others in"_s));
    }

    void takesNothingElseForAListOfFaults_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("page") << 200 << "<html><body>Sign in</body></html>"_ba;
        QTest::addRow("error with a yes") << 200 << R"({"message":"Error: ERROR_UNKNOWN"})"_ba;
        QTest::addRow("refused") << 400 << R"({"message":"Error: ERROR_PARAMETER_INVALID"})"_ba;
    }
    void takesNothingElseForAListOfFaults()
    {
        QFETCH(const int, code);
        QFETCH(const QByteArray, body);
        const auto asker = loader();
        script().answer(200, status("Finished"));
        script().answer(200, report(1, 0, 1));
        script().answer(code, body);
        const Collected told = collect(*asker);
        QVERIFY(!told.done);
        QVERIFY(!told.lines.contains(u"others in"_s)); // nobody is taken for one that is in
    }

    void waitsForTheReport()
    {
        const auto asker = loader();
        script().answer(200, status("Finished"));
        refuse(404, "ERROR_IMPORT_REPORT_NOT_FOUND");
        const Collected told = collect(*asker);
        QVERIFY(!told.done);
        QVERIFY(told.done.error().retryAfter > 0ms);
        QVERIFY(told.lines.isEmpty());
    }

    void tellsHowFarAFailedImportCame_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("counted"); // empty: there is no report
        QTest::addColumn<QString>("others");
        QTest::addRow("watchdog") << "RejectedByWatchdog"_ba
                                  << ""_ba << u"not processed"_s;
        QTest::addRow("no file") << "InvalidFileFormat"_ba
                                 << ""_ba << u"not processed"_s;
        QTest::addRow("failed") << "Failed"_ba
                                << ""_ba << u"unknown"_s;
        QTest::addRow("failed at once") << "Failed"_ba << report(0, 0) << u"not processed"_s;
        QTest::addRow("failed later") << "Failed"_ba << report(3, 0) << u"unknown"_s;
        QTest::addRow("watchdog late") << "RejectedByWatchdog"_ba << report(0, 2) << u"unknown"_s;
        QTest::addRow("limit") << "ExceedsAllowedContactLimit"_ba
                               << ""_ba << u"unknown"_s;
    }
    void tellsHowFarAFailedImportCame()
    {
        QFETCH(const QByteArray, word);
        QFETCH(const QByteArray, counted);
        QFETCH(const QString, others);
        const auto asker = loader();
        script().answer(200, status(word));
        if (counted.isEmpty())
            refuse(404, "ERROR_IMPORT_REPORT_NOT_FOUND");
        else
            script().answer(200, counted);
        script().answer(200, "");
        const Collected told = collect(*asker);
        QVERIFY(told.done);
        QVERIFY2(told.lines.front().startsWith(u"others "_s + others), qPrintable(told.lines.join(u'\n')));
        QVERIFY(told.lines.front().size() > others.size() + 20); // with a reason in words
    }

    void cannotBeToldToStop()
    {
        const auto asker = loader();
        QVERIFY(!asker->abort(u"af4ac4bc-1"_s, {}));
        QVERIFY(script().requests.empty());
        QVERIFY(!m_service->jobKinds().back().canAbort);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalContacts)
#include "test_dotdigital_contacts.moc"
