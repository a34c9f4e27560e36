#include "tests/contract/practice_marketo.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::Person;
using test::PracticeMarketo;
using test::SaidOfPart;
using test::SaidOfRow;

namespace {

const Target peopleByEmail { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
const QStringList personFields { u"email"_s, u"firstName"_s, u"lastName"_s, u"leadScore"_s };

Person somebody(const QString &email, const QString &score = u"1"_s)
{
    return { { u"email"_s, email },
             { u"firstName"_s, u"Ada \"Müller\", 😀"_s },
             { u"lastName"_s, u" two\nlines "_s },
             { u"leadScore"_s, score } };
}

Target peopleWith(const QJsonObject &options, const QString &keyField = u"email"_s)
{
    Target target = peopleByEmail;
    target.keyField = keyField;
    target.options = options;
    return target;
}

} // namespace

/// Bulk imports and small calls, and the practice server, over sockets. Neither knows the other's code: both
/// were written from contracts/marketo.md.
class TestMarketoContract : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PracticeMarketo> m_practice;

    void start(const QMap<QString, QString> &switches = {})
    {
        m_practice = std::make_unique<PracticeMarketo>();
        QVERIFY(m_practice->start(switches));
    }
    Result<Submitted> sendCall(const Target &target, const QStringList &fields,
                               const std::vector<Person> &rows)
    {
        const JobKind kind = m_practice->kindFor(u"sync-leads"_s, target);
        const auto loader = m_practice->session->makeLoader(kind, target, fields);
        test::RememberedSteps steps;
        return loader->submit(m_practice->spool(kind, target, fields, rows), steps, {}, {});
    }

private Q_SLOTS:
    void readsWhatCanBeChosen()
    {
        start();
        const auto lists = m_practice->session->choices(u"list"_s, peopleByEmail, {});
        QVERIFY(lists);
        QVERIFY(lists->size() >= 350); // more than one page
        const auto alike = std::ranges::count(*lists, u"Newsletter"_s, &OptionChoice::label);
        QCOMPARE(alike, 2);
        QVERIFY(!lists->front().value.isEmpty());
        const auto partitions = m_practice->session->choices(u"partition"_s, peopleByEmail, {});
        QVERIFY(partitions);
        QCOMPARE(partitions->size(), 3U);
        QVERIFY(m_practice->schema.field(u"email") && m_practice->schema.field(u"email")->key);
    }

    void importsWhatIsInTheFile_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("rowNumbers");
        for (const auto format : { "csv", "tsv", "ssv" }) {
            QTest::addRow("%s", format) << QString::fromLatin1(format) << true;
            QTest::addRow("%s without row numbers", format) << QString::fromLatin1(format) << false;
        }
    }
    void importsWhatIsInTheFile()
    {
        QFETCH(const QString, format);
        QFETCH(const bool, rowNumbers);
        start();
        const Target target = peopleWith({ { u"format"_s, format }, { u"noRowNumbers"_s, !rowNumbers } });
        const std::vector<Person> rows { somebody(u"one@example.com"_s), somebody(u"known@acme.example"_s),
                                         somebody(u"two@example.com"_s, u"abc"_s),
                                         somebody(u"not-an-address"_s), somebody({}) };
        const auto said = m_practice->import(target, personFields, rows);
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->counts, (PartTotals { .in = 3, .failed = 2, .warned = 1 }));
        QCOMPARE(said->ofOthers, Outcome::In);
        QCOMPARE(said->rows.size(), 3U);
        const SaidOfRow &wrongType = said->rows[0];
        QCOMPARE(wrongType.outcome, Outcome::Failed);
        QCOMPARE(wrongType.reason.code, u"INVALID_DATA_TYPE"_s);
        QCOMPARE(wrongType.reason.field, u"leadScore"_s);
        QCOMPARE(wrongType.mark, rowNumbers ? u"2"_s : QString());
        for (const QString &field : personFields)
            QCOMPARE(wrongType.cells.value(field), rows[2].value(field));
        QCOMPARE(said->rows[1].reason.code, u"LOOKUP_VALUE_NOT_FOUND"_s);
        QCOMPARE(said->rows[1].reason.field, u"email"_s);
        QCOMPARE(said->rows[2].outcome, Outcome::In);
        QCOMPARE(said->rows[2].reason.code, u"INVALID_EMAIL"_s);
        const QJsonObject one = m_practice->personWith(u"email"_s, u"one@example.com"_s);
        for (const QString &field : { u"firstName"_s, u"lastName"_s })
            QCOMPARE(one.value(field).toString(), rows[0].value(field));
        QVERIFY(!m_practice->personWith(u"email"_s, u"not-an-address"_s).isEmpty());
        QVERIFY(m_practice->personWith(u"email"_s, u"two@example.com"_s).isEmpty());
    }

    void readsCompactLists()
    {
        start({ { u"failures-columns"_s, u"compact"_s } });
        const QStringList fields { u"firstName"_s, u"lastName"_s, u"email"_s, u"leadScore"_s };
        std::vector<Person> rows;
        for (int i = 0; i < 6; ++i)
            rows.push_back(somebody(u"p%1@example.com"_s.arg(i), i % 2 ? u"abc"_s : u"5"_s));
        rows[1].remove(u"firstName"_s);
        rows[3].remove(u"lastName"_s);
        rows[4].remove(u"email"_s);
        const auto said = m_practice->import(peopleByEmail, fields, rows);
        QVERIFY(said);
        QCOMPARE(said->rows.size(), 4U);
        for (const int place : { 1, 3, 4, 5 }) {
            const SaidOfRow *row = said->of(place);
            QVERIFY(row);
            QCOMPARE(row->outcome, Outcome::Failed);
            QCOMPARE(row->reason.code, place == 4 ? u"LOOKUP_VALUE_NOT_FOUND"_s : u"INVALID_DATA_TYPE"_s);
        }
    }

    void addsToListsAndPartitions()
    {
        start();
        const auto lists = m_practice->session->choices(u"list"_s, peopleByEmail, {});
        QVERIFY(lists);
        const QString list = lists->front().value;
        const Target target = peopleWith({ { u"list"_s, list }, { u"partition"_s, u"EMEA West"_s } });
        const auto said = m_practice->import(target, personFields, { somebody(u"one@example.com"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QVERIFY(said->rows.empty());
        QCOMPARE(m_practice->records(u"listMembers"_s).size(), 1U);
        const auto partition
            = m_practice->personWith(u"email"_s, u"one@example.com"_s).value("leadPartitionId"_L1).toInt();
        QCOMPARE(partition, 3);
    }

    void findsPeopleByOtherFields()
    {
        start();
        const Target byNumber = peopleWith({}, u"loyaltyNumber"_s);
        const QStringList fields { u"loyaltyNumber"_s, u"firstName"_s };
        const auto said = m_practice->import(
            byNumber, fields, { { { u"loyaltyNumber"_s, u"L-1001"_s }, { u"firstName"_s, u"Changed"_s } } });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(m_practice->personWith(u"email"_s, u"known@acme.example"_s).value("firstName"_L1).toString(),
                 u"Changed"_s);

        const auto id = m_practice->personWith(u"email"_s, u"known@acme.example"_s)
                            .value("id"_L1)
                            .toVariant()
                            .toString();
        const auto byId
            = m_practice->import(peopleWith({}, u"id"_s), { u"id"_s, u"firstName"_s },
                                 { { { u"id"_s, id }, { u"firstName"_s, u"Again"_s } },
                                   { { u"id"_s, u"999999"_s }, { u"firstName"_s, u"Nobody"_s } } });
        QVERIFY(byId);
        QCOMPARE(byId->ofOthers, Outcome::Updated);
        QCOMPARE(byId->rows.size(), 1U);
        QCOMPARE(byId->rows[0].reason.code, u"1004"_s);
        QCOMPARE(byId->rows[0].mark, u"1"_s);
    }

    void clearsAndLeaves()
    {
        start();
        const QStringList fields { u"email"_s, u"firstName"_s, u"lastName"_s };
        QVERIFY(m_practice->import(
            peopleByEmail, fields,
            { { { u"email"_s, u"known@acme.example"_s }, { u"firstName"_s, u"NULL"_s } } }));
        const QJsonObject known = m_practice->personWith(u"email"_s, u"known@acme.example"_s);
        QVERIFY(known.value("firstName"_L1).toString().isEmpty());
        QCOMPARE(known.value("lastName"_L1).toString(), u"Known"_s);
        QVERIFY(sendCall(peopleByEmail, fields,
                         { { { u"email"_s, u"known@acme.example"_s }, { u"lastName"_s, u"NULL"_s } } }));
        QVERIFY(m_practice->personWith(u"email"_s, u"known@acme.example"_s)
                    .value("lastName"_L1)
                    .toString()
                    .isEmpty());
    }

    void refusalsProveThatNothingWasDone_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("proven");
        for (const int code : { 604, 606, 608, 611, 614, 615, 713, 719, 1016, 1019 })
            QTest::addRow("%d", code) << code << true;
        QTest::addRow("603") << 603 << true;
        QTest::addRow("607") << 607 << true;
    }
    void refusalsProveThatNothingWasDone()
    {
        QFETCH(const int, code);
        QFETCH(const bool, proven);
        start();
        const JobKind kind = m_practice->kindFor(u"bulk-import"_s, peopleByEmail);
        const auto loader = m_practice->session->makeLoader(kind, peopleByEmail, personFields);
        const PartFile part
            = m_practice->spool(kind, peopleByEmail, personFields, { somebody(u"one@example.com"_s) });
        QVERIFY(m_practice->plant("POST", "/bulk/v1/leads.json", "status", 1, code));
        test::RememberedSteps steps;
        QVERIFY(!loader->submit(part, steps, {}, {}));
        const auto recovery = loader->recover(part, steps.steps, steps, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind == Recovery::Kind::NothingHappened, proven);
        steps.steps.clear();
        const auto sent = loader->submit(part, steps, {}, {});
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        QVERIFY(m_practice->end(*loader, sent->ticket));
        QVERIFY(!m_practice->personWith(u"email"_s, u"one@example.com"_s).isEmpty());
    }

    void losesNoTicketAndInventsNone()
    {
        start();
        const JobKind kind = m_practice->kindFor(u"bulk-import"_s, peopleByEmail);
        const auto loader = m_practice->session->makeLoader(kind, peopleByEmail, personFields);
        const PartFile part
            = m_practice->spool(kind, peopleByEmail, personFields, { somebody(u"one@example.com"_s) });
        for (const auto fault :
             { "resetDuring", "resetAfter", "loseReply", "halfReply", "garbage", "status" }) {
            QVERIFY(m_practice->plant("POST", "/bulk/v1/leads.json", fault, 1, 502));
            test::RememberedSteps steps;
            const auto sent = loader->submit(part, steps, {}, {});
            QVERIFY2(!sent, fault);
            const auto recovery = loader->recover(part, steps.steps, steps, {});
            QVERIFY(recovery);
            // A body that is cut before its end has left cannot have been carried out.
            const bool wasCut
                = fault == std::string_view("resetDuring") && sent.error().kind == Error::Kind::Network;
            QVERIFY(wasCut || sent.error().kind != Error::Kind::Network);
            QVERIFY(sent.error().kind != Error::Kind::Rejected);
            QCOMPARE(recovery->kind, wasCut ? Recovery::Kind::NothingHappened : Recovery::Kind::Undecidable);
        }
    }

    void survivesARefusedToken_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("code");
        const std::pair<const char *, const char *> calls[] {
            { "POST", "/bulk/v1/leads.json" },
            { "GET", "/bulk/v1/leads/batch/*.json" },
            { "GET", "/bulk/v1/leads/batch/*/failures.json" },
            { "GET", "/bulk/v1/leads/batch/*/warnings.json" },
            { "POST", "/rest/v1/leads.json" },
            { "GET", "/rest/v1/leads/describe2.json" },
            { "GET", "/rest/v1/lists.json" },
            { "GET", "/rest/v1/leads/partitions.json" },
        };
        for (const auto &[method, path] : calls) {
            for (const int code : { 601, 602 })
                QTest::addRow("%s %s, %d", method, path, code)
                    << QByteArray(method) << QByteArray(path) << code;
        }
    }
    /// A token that is alive, and is refused once all the same: Identity hands out no other. Nothing was
    /// carried out, so the call goes out again with it. Source: contracts/marketo.md, 2 and 6.1.
    void survivesARefusedToken()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const int, code);
        start();
        QVERIFY(m_practice->plant(method, path, "status", 1, code));
        QVERIFY(m_practice->session->describe(u"leads"_s, {}));
        QVERIFY(m_practice->session->choices(u"list"_s, peopleByEmail, {}));
        QVERIFY(m_practice->session->choices(u"partition"_s, peopleByEmail, {}));
        const auto said = m_practice->import(peopleByEmail, personFields,
                                             { somebody(u"one@example.com"_s), somebody(u"not-an-address"_s),
                                               somebody(u"two@example.com"_s, u"abc"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->counts, (PartTotals { .in = 2, .failed = 1, .warned = 1 }));
        QCOMPARE(said->rows.size(), 2U);
        const auto sent = sendCall(peopleByEmail, personFields, { somebody(u"three@example.com"_s) });
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        QCOMPARE(sent->results.at(0).outcome, Outcome::Added);
        const auto requests
            = QJsonDocument::fromJson(m_practice->admin("GET", u"/requests"_s)).array().toVariantList();
        const auto tokens = std::ranges::count_if(requests, [](const QVariant &request) {
            return request.toMap().value(u"path"_s).toString().contains(u"/oauth/token");
        });
        QCOMPARE(tokens, 2); // the refusal came
    }

    /// Refused twice in a row, it is no accident any more.
    void asksToSignInWhenRefusedTwice()
    {
        start();
        const JobKind kind = m_practice->kindFor(u"bulk-import"_s, peopleByEmail);
        const auto loader = m_practice->session->makeLoader(kind, peopleByEmail, personFields);
        const PartFile part
            = m_practice->spool(kind, peopleByEmail, personFields, { somebody(u"one@example.com"_s) });
        QVERIFY(m_practice->plant("POST", "/bulk/v1/leads.json", "status", 2, 601));
        test::RememberedSteps steps;
        const auto refused = loader->submit(part, steps, {}, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::SignIn);
        QCOMPARE(loader->recover(part, steps.steps, steps, {})->kind, Recovery::Kind::NothingHappened);
        QVERIFY(loader->submit(part, steps, {}, {}));
    }

    void survivesAnEndedToken()
    {
        start();
        QVERIFY(!m_practice->admin("POST", u"/expire?service=marketo"_s, "{}").isNull());
        const auto said = m_practice->import(peopleByEmail, personFields, { somebody(u"one@example.com"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->counts.in, 1);
    }

    void tellsOfAJobThatFailed_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<Outcome>("others");
        QTest::addRow("at its start") << u"start"_s << Outcome::NotProcessed;
        QTest::addRow("half way") << u"2"_s << Outcome::Unknown;
    }
    void tellsOfAJobThatFailed()
    {
        QFETCH(const QString, when);
        QFETCH(const Outcome, others);
        start({ { u"fail-job"_s, when }, { u"fail-words"_s, u"list deleted"_s } });
        const auto said = m_practice->import(peopleByEmail, personFields,
                                             { somebody(u"one@example.com"_s), somebody(u"two@example.com"_s),
                                               somebody(u"c@example.com"_s), somebody(u"d@example.com"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->ofOthers, others);
        QCOMPARE(said->reasonOfOthers.text, u"list deleted"_s);
    }

    /// Source: contracts/marketo.md, 9.4: a batch lives for seven days.
    void forgetsAfterSevenDays()
    {
        start();
        const auto said = m_practice->import(peopleByEmail, personFields, { somebody(u"one@example.com"_s) });
        QVERIFY(said);
        const auto loader = m_practice->session->makeLoader(
            m_practice->kindFor(u"bulk-import"_s, peopleByEmail), peopleByEmail, personFields);
        constexpr int day = 24 * 60 * 60;
        m_practice->passTime(6 * day);
        m_practice->clock.sleepFor(std::chrono::hours(6 * 24), {});
        const auto kept = loader->poll(m_practice->ticket, {});
        QVERIFY(kept);
        QCOMPARE(kept->stage, RemoteState::Stage::Finished);
        m_practice->passTime(2 * day);
        m_practice->clock.sleepFor(std::chrono::hours(2 * 24), {});
        const auto gone = loader->poll(m_practice->ticket, {});
        QVERIFY(gone);
        QCOMPARE(gone->stage, RemoteState::Stage::Forgotten);
    }

    void callsTellOfEachPerson()
    {
        start();
        const auto sent
            = sendCall(peopleByEmail, personFields,
                       { somebody(u"one@example.com"_s, u"12"_s), somebody(u"known@acme.example"_s),
                         somebody(u"two@example.com"_s, u"abc"_s), somebody(u"twins@acme.example"_s) });
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        QCOMPARE(sent->results.size(), 4U);
        QCOMPARE(sent->results[0].outcome, Outcome::Added);
        QCOMPARE(sent->results[1].outcome, Outcome::Updated);
        QCOMPARE(sent->results[2].outcome, Outcome::Failed);
        QVERIFY(!sent->results[2].reason.code.isEmpty());
        QCOMPARE(sent->results[3].reason.code, u"1007"_s);
        const QJsonObject one = m_practice->personWith(u"email"_s, u"one@example.com"_s);
        QCOMPARE(one.value("id"_L1).toVariant().toString(), sent->results[0].recordId);
        QCOMPARE(one.value("leadScore"_L1).toInt(), 12);
        QCOMPARE(one.value("firstName"_L1).toString(), u"Ada \"Müller\", 😀"_s);
        const auto byId = sendCall(peopleWith({}, u"id"_s), { u"id"_s, u"firstName"_s },
                                   { { { u"id"_s, sent->results[0].recordId }, { u"firstName"_s, u"Eve"_s } },
                                     { { u"id"_s, u"999999"_s }, { u"firstName"_s, u"Nobody"_s } } });
        QVERIFY2(byId, byId ? "" : qPrintable(byId.error().detail));
        QCOMPARE(byId->results[0].outcome, Outcome::Updated);
        QCOMPARE(byId->results[1].reason.code, u"1004"_s);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoContract)
#include "test_marketo_contract.moc"
