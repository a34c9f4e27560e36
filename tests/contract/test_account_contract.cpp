#include "tests/contract/practice_salesforce.h"

#include <QSet>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::PracticeSalesforce;
using test::Row;

/// What a session tells beside loading, and the practice server, over sockets. Neither knows the other's
/// code: both were written from contracts/salesforce.md.
class TestAccountContract : public QObject {
    Q_OBJECT

private:
    Schema schema(const QString &object)
    {
        const auto describe = m_session->describe(object, {});
        return describe ? m_practice->service->schemaFrom(*describe).value_or(Schema()) : Schema();
    }
    QSet<QString> parentKeys(const QString &object)
    {
        QSet<QString> names;
        for (const Field &field : schema(object).fields) {
            if (!field.standsFor.isEmpty())
                names << field.name;
        }
        return names;
    }
    /// What the parts of \a rows come to.
    std::vector<PlacedResult> send(const Target &target, const QStringList &fields,
                                   const std::vector<Row> &rows)
    {
        const JobKind kind = m_practice->kindOf(u"collections"_s);
        const auto part = m_practice->spool(kind, target, fields, rows, schema(target.object));
        const auto loader = m_session->makeLoader(kind, target, fields);
        test::RememberedSteps steps;
        const auto sent = loader->submit(part, steps, Progress(), {});
        return sent ? sent->results : std::vector<PlacedResult>();
    }
    QString idOf(const QString &object, const QString &field, const QString &value)
    {
        const auto found = m_session->find(object, field, { value }, {});
        return found && found->size() == 1 ? found->front().id : QString();
    }

    std::unique_ptr<PracticeSalesforce> m_practice;
    std::unique_ptr<ServiceSession> m_session;

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<PracticeSalesforce>();
        QVERIFY(m_practice->start());
        m_session = m_practice->open();
    }

    void findsRecordsByEmail()
    {
        const auto found = m_session->find(
            u"Contact"_s, u"Email"_s,
            { u"ADA.stone@example.com"_s, u"ben.hollis@example.com"_s, u"o'nobody\\@example.com"_s }, {});
        QVERIFY(found);
        QCOMPARE(found->size(), 2U);
        for (const RecordMatch &match : *found) {
            QVERIFY(match.id.startsWith(u"003"_s) && match.id.size() == 18);
            QVERIFY(match.modified.isValid() && match.modified.timeSpec() == Qt::UTC);
        }
    }

    /// Several pages, and several calls.
    void findsEveryOneOfMany()
    {
        const Target contacts { .object = u"Contact"_s, .operation = Operation::Insert };
        const QStringList fields { u"LastName"_s, u"Email"_s };
        std::vector<Row> rows;
        QStringList addresses;
        for (int i = 0; i < 600; ++i) {
            addresses << u"person.%1@subdomain.example.com"_s.arg(i);
            rows.push_back({ { u"LastName"_s, u"P%1"_s.arg(i) }, { u"Email"_s, addresses.last() } });
        }
        for (int i = 0; i < 2'100; ++i) // one address of very many
            rows.push_back({ { u"LastName"_s, u"Q%1"_s.arg(i) }, { u"Email"_s, u"info@shared.example"_s } });
        for (std::size_t at = 0; at < rows.size(); at += 200) {
            const auto end = std::min(at + 200, rows.size());
            const auto results = send(
                contacts, fields, { rows.begin() + std::ptrdiff_t(at), rows.begin() + std::ptrdiff_t(end) });
            QCOMPARE(results.size(), end - at);
        }
        addresses << u"info@shared.example"_s;
        const auto found = m_session->find(u"Contact"_s, u"Email"_s, addresses, {});
        QVERIFY(found);
        // Two of one address tell that they are several.
        QCOMPARE(found->size(), 602U);
        QSet<QString> ids;
        QSet<QString> met;
        for (const RecordMatch &match : *found) {
            ids << match.id;
            met << match.value;
        }
        QCOMPARE(ids.size(), 602);
        QCOMPARE(met, QSet<QString>(addresses.begin(), addresses.end()));
    }

    void knowsTheKeysOfParents()
    {
        QVERIFY(parentKeys(u"Contact"_s)
                    .contains(QSet<QString> { u"Owner.Username"_s, u"Owner.Email"_s, u"Account.Crm_Key__c"_s,
                                              u"ReportsTo.Email"_s }));
        QVERIFY(parentKeys(u"Lead"_s).contains(
            QSet<QString> { u"User:Owner.Username"_s, u"User:Owner.Email"_s }));
        QVERIFY(!parentKeys(u"Lead"_s).contains(u"Owner.Email"_s));
    }

    void setsParentsByTheirKeys()
    {
        const Target contacts { .object = u"Contact"_s, .operation = Operation::Insert };
        const QStringList fields { u"LastName"_s, u"Owner.Username"_s, u"Account.Crm_Key__c"_s };
        const auto results
            = send(contacts, fields,
                   { { { u"LastName"_s, u"Known"_s },
                       { u"Owner.Username"_s, u"jon@acme.example"_s },
                       { u"Account.Crm_Key__c"_s, u"ACC-1"_s } },
                     { { u"LastName"_s, u"Blank"_s } },
                     { { u"LastName"_s, u"Nobody"_s }, { u"Owner.Username"_s, u"nobody@acme.example"_s } } });
        QCOMPARE(results.size(), 3U);
        QCOMPARE(results[0].outcome, Outcome::Added);
        QCOMPARE(results[1].outcome, Outcome::Added);
        QCOMPARE(results[2].outcome, Outcome::Failed);
        const Explanation why = m_practice->service->explain(results[2].reason, schema(u"Contact"_s));
        QCOMPARE(why.sentence, u"No user with Username = nobody@acme.example"_s);
        QCOMPARE(why.fields, QStringList { u"Owner.Username"_s });
        QMap<QString, QString> owners;
        for (const QJsonObject &record : m_practice->records(u"Contact"_s))
            owners.insert(record[u"LastName"].toString(), record[u"OwnerId"].toString());
        QVERIFY(owners.value(u"Known"_s).startsWith(u"005"_s));
        QVERIFY(owners.value(u"Known"_s) != owners.value(u"Blank"_s));
        QVERIFY(!owners.contains(u"Nobody"_s));
    }

    void copiesWhatIsThere()
    {
        const QString ada = idOf(u"Contact"_s, u"Email"_s, u"ada.stone@example.com"_s);
        QVERIFY(!ada.isEmpty());
        const QString nobody = u"003gK0000000000QAA"_s;
        for (const Operation operation : { Operation::Update, Operation::Delete }) {
            const Target target { .object = u"Contact"_s, .operation = operation };
            const QStringList fields = operation == Operation::Update
                ? QStringList { u"Id"_s, u"LastName"_s, u"Owner.Username"_s }
                : QStringList { u"Id"_s };
            const std::vector<Row> rows { { { u"Id"_s, nobody }, { u"LastName"_s, u"New"_s } },
                                          { { u"Id"_s, ada }, { u"LastName"_s, u"New"_s } } };
            for (const QString &id : { u"bulk-ingest"_s, u"collections"_s }) {
                const JobKind kind = m_practice->kindOf(id);
                const auto part = m_practice->spool(kind, target, fields, rows, schema(u"Contact"_s));
                const auto loader = m_session->makeLoader(kind, target, fields);
                const QString path = m_practice->folder() + u"/before/part-00001.jsonl"_s;
                QVERIFY(loader->keepOld(part, path, Progress(), {}));
                QFile copy(path);
                QVERIFY(copy.open(QIODevice::ReadOnly));
                QCOMPARE(copy.readLine(), "null\n"_ba);
                const QJsonObject old = QJsonDocument::fromJson(copy.readLine()).object();
                QCOMPARE(old[u"Id"].toString(), ada);
                QCOMPARE(old[u"LastName"].toString(), u"Stone"_s);
                QVERIFY(old.contains(u"OwnerId"_s) && old.contains(u"LastModifiedDate"_s));
                QCOMPARE(old.contains(u"Email"_s), operation == Operation::Delete);
                QVERIFY(copy.atEnd());
            }
        }
    }

    /// The person waits for one call more than without parents, and for no call twice.
    void readsParentsOnce()
    {
        QVERIFY(m_session->describe(u"Contact"_s, {}));
        QVERIFY(m_practice->plant("GET", "*/sobjects/User/describe", "status", 1, 500));
        QVERIFY(schema(u"Contact"_s).field(u"Owner.Username"));
        QVERIFY(m_practice->admin("GET", u"/faults"_s).contains("\"waiting\":1"));
    }

    void stopsWhileItHangs_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addRow("an object") << "GET"_ba
                                   << "*/sobjects/Contact/describe"_ba;
        QTest::addRow("a parent") << "GET"_ba
                                  << "*/sobjects/User/describe"_ba;
        QTest::addRow("a look-up") << "GET"_ba
                                   << "*/query"_ba;
        QTest::addRow("a copy") << "POST"_ba
                                << "*/composite/sobjects/Contact"_ba;
        QTest::addRow("the limits") << "GET"_ba
                                    << "*/limits"_ba;
    }
    void stopsWhileItHangs()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        const Target deletes { .object = u"Contact"_s, .operation = Operation::Delete };
        const JobKind kind = m_practice->kindOf(u"collections"_s);
        const auto part = m_practice->spool(kind, deletes, { u"Id"_s },
                                            { { { u"Id"_s, u"003gK0000000000QAA"_s } } }, Schema());
        const auto loader = m_session->makeLoader(kind, deletes, { u"Id"_s });
        QVERIFY(m_practice->plant(method, path, "stall", 1, 60'000));
        test::StopAtFault stop(*m_practice);
        Error::Kind how = Error::Kind::BadInput;
        if (path.endsWith("describe"))
            how = test::failure(m_session->describe(u"Contact"_s, stop.token()));
        else if (path == "*/query")
            how = test::failure(
                m_session->find(u"Contact"_s, u"Email"_s, { u"a@b.example"_s }, stop.token()));
        else if (path == "*/limits")
            how = test::failure(
                m_session->needs({ .kind = kind, .target = deletes, .rows = 10 }, stop.token()));
        else
            how = test::failure(
                loader->keepOld(part, m_practice->folder() + u"/old.jsonl"_s, {}, stop.token()));
        const auto took = stop.took();
        QCOMPARE(how, Error::Kind::Cancelled);
        QVERIFY2(took < std::chrono::milliseconds(200), qPrintable(QString::number(took.count())));
    }

    void showsWhatCanBeDeletedOnly()
    {
        const auto objects = m_session->objects({});
        QVERIFY(objects);
        int deletable = 0;
        for (const ObjectInfo &object : *objects) {
            QVERIFY2(!object.name.endsWith(u"History"_s) && !object.name.endsWith(u"Share"_s)
                         && !object.name.endsWith(u"Feed"_s),
                     qPrintable(object.name));
            QVERIFY(object.canCreate || object.canUpdate || object.canDelete);
            if (object.name == "MarketSegment"_L1 || object.name == "FlowRecord"_L1) {
                QVERIFY(object.canDelete && !object.canCreate);
                ++deletable;
            }
        }
        QCOMPARE(deletable, 2);
    }

    void offersAssignmentRules()
    {
        const auto choices = m_session->choices(u"assignmentRule"_s,
                                                { .object = u"Lead"_s, .operation = Operation::Insert }, {});
        QVERIFY(choices);
        QCOMPARE(choices->size(), 2U);
        QVERIFY(choices->front().value.startsWith(u"01Q"_s) && !choices->front().label.isEmpty());
    }

    void tellsWhatAnImportTakes()
    {
        const Target contacts { .object = u"Contact"_s, .operation = Operation::Upsert };
        const auto needs = m_session->needs(
            { .kind = m_practice->kindOf(u"bulk-ingest"_s), .target = contacts, .rows = 50'000 }, {});
        QVERIFY(needs);
        QCOMPARE(needs->size(), 2U);
        for (const Need &need : *needs)
            QVERIFY(need.needed > 0 && need.left > 0 && need.isMet() && !need.label.isEmpty());
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestAccountContract)
#include "test_account_contract.moc"
