#include "app/practice/server.h"
#include "app/service/dotdigital/dotdigital.h"
#include "tests/contract/remembered_steps.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/noted_results.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

/// Our Dotdigital and the practice server's, over sockets: what an account tells, and contacts.
class TestContactsContract : public QObject {
    Q_OBJECT

private:
    const QStringList m_fields { u"Email"_s, u"FIRSTNAME"_s };
    const Target m_contacts { .object = u"contacts"_s,
                              .operation = Operation::Upsert,
                              .keyField = u"Email"_s };

    std::unique_ptr<ServiceSession> open()
    {
        m_server.reset();
        m_data = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<practice::Server>(practice::Options {
            .port = 0, .dataFolder = m_data->path(), .instant = false, .faults = {}, .switches = {} });
        QString error;
        if (!m_server->start(&error))
            return nullptr;
        const QJsonObject line
            = QJsonDocument::fromJson(m_server->ready().line).object()["dotdigital"_L1].toObject();
        Account account;
        account.url = QUrl(line["url"_L1].toString());
        const Credentials known { .url = account.url,
                                  .clientId = line["user"_L1].toString(),
                                  .clientSecret = Secret(line["password"_L1].toString()),
                                  .kind = SignInKind::Basic };
        return m_service->open(
            account, [known](std::stop_token) -> Result<Credentials> { return known; }, m_http);
    }
    JobKind contactsKind() const { return m_service->jobKinds().back(); }
    PartFile part(const QList<QByteArrayList> &rows)
    {
        const auto encoder = m_service->makeEncoder(contactsKind(), m_contacts, m_fields, {});
        OutBuffer out;
        for (const QByteArrayList &row : rows) {
            const std::vector<std::string_view> cells { { row[0].constData(), std::size_t(row[0].size()) },
                                                        { row[1].constData(), std::size_t(row[1].size()) } };
            encoder->encode(1, cells, out);
        }
        const QByteArray bytes = encoder->prologue() + QByteArray(out.text().data(), qsizetype(out.size()))
            + encoder->epilogue();
        QFile file(m_data->filePath(u"part-00001.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows.size(), .bytes = bytes.size() };
    }
    static QStringList found(const Result<std::vector<RecordMatch>> &matches)
    {
        QStringList values;
        if (matches) {
            for (const RecordMatch &match : *matches)
                values << match.value;
        }
        return values;
    }

    QtHttpFactory m_http;
    test::FakeClock m_clock;
    std::unique_ptr<Service> m_service = makeDotdigitalService(m_clock);
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<practice::Server> m_server;

private Q_SLOTS:
    void tellsWhatIsThere()
    {
        const auto session = open();
        QVERIFY(session);
        const auto objects = session->objects({});
        QVERIFY2(objects, objects ? "" : qPrintable(objects.error().detail));
        QVERIFY(objects->size() > 1);
        for (const ObjectInfo &object : *objects) {
            const auto document = session->describe(object.name, {});
            QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
            const auto schema = m_service->schemaFrom(*document);
            QVERIFY(schema);
            QCOMPARE(schema->object.name, object.name);
            QVERIFY(!schema->keys().empty());
        }
        const auto lists = session->choices(u"list"_s, m_contacts, {});
        QVERIFY(lists);
        QVERIFY(std::ranges::none_of(*lists, [](const OptionChoice &list) { return list.label == u"Test"; }));
        const auto gauges = session->gauges({});
        QVERIFY(gauges && !gauges->empty());
    }

    void knowsWhichContactsThereAre()
    {
        const auto session = open();
        QVERIFY(session);
        const QStringList asked { u"ADA@example.com"_s, u"nobody@example.net"_s, u"1001"_s, u"999999999"_s };
        const QStringList there { u"ADA@example.com"_s, u"1001"_s };
        QCOMPARE(found(session->find(u"contacts"_s, u"$contact"_s, asked, {})), there);
        // So many that the whole list is read.
        QStringList many = asked;
        for (int more = 0; more < 50; ++more)
            many << u"gone%1@example.invalid"_s.arg(more);
        QCOMPARE(found(session->find(u"contacts"_s, u"$contact"_s, many, {})), there);
    }

    void importsContacts()
    {
        const auto session = open();
        QVERIFY(session);
        const auto loader = session->makeLoader(contactsKind(), m_contacts, m_fields);
        test::RememberedSteps steps;
        const auto submitted = loader->submit(part({ { "new@example.org", "Näw, \"the\" first" },
                                                     { "ada@example.com", "" },
                                                     { "karl@example.org", "Karl" },
                                                     { "no address", "Nobody" } }),
                                              steps, {}, {});
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().detail));
        QVERIFY(!submitted->ticket.isEmpty());
        const auto state = [&] {
            const auto answer = loader->poll(submitted->ticket, {});
            return answer ? answer->stage : RemoteState::Stage::Forgotten;
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), RemoteState::Stage::Finished, 30000);
        test::NotedResults results;
        const Done collected = loader->collect(submitted->ticket, m_data->path(), results, {});
        QVERIFY2(collected, collected ? "" : qPrintable(collected.error().detail));
        QCOMPARE(results.lines.front(), u"columns email,firstname"_s);
        QCOMPARE(results.lines.filter(u"failed [karl@example.org|Karl] Unsubscribed"_s).size(), 1);
        QCOMPARE(results.lines.filter(u"failed [no address|Nobody] InvalidEmail"_s).size(), 1);
        QVERIFY(results.lines.contains(u"others in"_s));
        QCOMPARE(results.lines.last(), u"totals 2 2 0"_s);
        QCOMPARE(found(session->find(u"contacts"_s, u"$contact"_s, { u"new@example.org"_s }, {})),
                 QStringList(u"new@example.org"_s));
    }

    void saysThatAListIsGone()
    {
        const auto session = open();
        QVERIFY(session);
        Target target = m_contacts;
        target.options.insert(u"list"_s, u"999999"_s);
        const auto loader = session->makeLoader(contactsKind(), target, m_fields);
        test::RememberedSteps steps;
        const auto submitted = loader->submit(part({ { "new@example.org", "New" } }), steps, {}, {});
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().kind, Error::Kind::Rejected);
        QVERIFY2(submitted.error().sentence.contains(u"list"), qPrintable(submitted.error().sentence));
        QVERIFY(steps.steps.back().done);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestContactsContract)
#include "test_contacts_contract.moc"
