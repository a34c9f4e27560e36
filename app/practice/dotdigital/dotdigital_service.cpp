#include "app/practice/dotdigital/dotdigital_service.h"

#include "app/practice/dotdigital/account_info.h"
#include "app/practice/dotdigital/address_books.h"
#include "app/practice/dotdigital/collections_v3.h"
#include "app/practice/dotdigital/contact_import.h"
#include "app/practice/dotdigital/contacts_api.h"
#include "app/practice/dotdigital/contacts_v3.h"
#include "app/practice/dotdigital/data_fields.h"
#include "app/practice/dotdigital/import_worker.h"
#include "app/practice/dotdigital/insight_judge.h"
#include "app/practice/dotdigital/insight_records.h"
#include "app/practice/dotdigital/insight_v2.h"
#include "app/practice/dotdigital/insight_v3.h"
#include "app/practice/dotdigital/limits.h"
#include "app/practice/dotdigital/records_view.h"
#include "app/practice/json_text.h"

#include <QDateTime>

#include <atomic>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualContacts = 500;

QByteArray httpDate(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)
        .toString(u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

class DotdigitalService final : public Service {
public:
    explicit DotdigitalService(const Surroundings &around)
        : m_around(around)
        , m_user(around.dataFolder)
        , m_limits(around)
        , m_jobs(around)
        , m_worker(around, m_jobs)
        , m_insight(around, m_jobs, m_worker)
        , m_insightV3(around, m_jobs, m_worker)
        , m_collections(around, m_jobs)
        , m_records(around)
        , m_contacts(around)
        , m_imports(around, m_jobs, m_worker)
        , m_contactsV3(around, m_jobs, m_worker)
    {
    }

    QString name() const override { return u"dotdigital"_s; }

    bool owns(const QString &path) const override
    {
        return path == u"/v2" || path.startsWith(u"/v2/") || isV3(path);
    }

    Response answer(Request &request) override
    {
        const Limits::Visit visit = m_limits.enter(request);
        Response response = admitted(request, visit);
        Limits::dress(response, visit);
        return response.with("Date"_ba, httpDate(m_around.clock.now()));
    }

    Response faultReply(int status) const override
    {
        switch (status) {
        case 401:
            return sentence(401, "Authorization has been denied for this request."_ba);
        case 403:
            return sentence(403, "Forbidden: Access is denied"_ba);
        case 429:
            return refusal(429, "ERROR_APIUSAGE_EXCEEDED"_ba)
                .with("X-RateLimit-Limit"_ba, "150"_ba)
                .with("X-RateLimit-Remaining"_ba, "0"_ba)
                .with("X-RateLimit-Reset"_ba, QByteArray::number(m_around.clock.now() / 1000 + 60))
                .with("X-RateLimit-Scope"_ba, "lowCallRate"_ba);
        case 503:
            return refusal(503, "ERROR_SYSTEM_SERVICETEMPORARILYUNAVAILABLE"_ba);
        default:
            return refusal(status, "ERROR_UNKNOWN"_ba);
        }
    }

    QByteArray readyJson() const override
    {
        JsonText text;
        return text.text("url", m_around.origin)
            .text("user", m_user.user())
            .text("password", m_user.password())
            .object();
    }

    bool records(const QString &objectName, const std::function<bool(const QByteArray &)> &line) override
    {
        Database database(m_around.dataFolder);
        if (!database.isOpen())
            return false;
        prepare(database);
        return viewRecords(database, objectName, line);
    }

    void expireSessions() override { } // there are none

    void reset() override
    {
        const auto noWork = m_worker.hold();
        m_worker.clear();
        m_limits.reset();
        Database database(m_around.dataFolder);
        const Turn turn(m_around, database);
        database.clear();
        m_jobs.clear();
        plant(database);
    }

    void start() override
    {
        {
            Database database(m_around.dataFolder);
            database.makeTables();
            const Turn turn(m_around, database);
            plant(database);
            m_jobs.expire(database);
        }
        m_worker.start();
    }

    void stop() override { m_worker.stop(); }

private:
    static bool isV3(const QString &path)
    {
        return path.startsWith(u"/insightData/") || path.startsWith(u"/contacts/v3");
    }

    int contactsWanted() const { return m_around.switches.number(u"contacts"_s, usualContacts); }

    void plant(Database &database)
    {
        m_planted = contactsWanted();
        Contacts(database).plant(m_planted);
        DataFields(database).plant();
        AddressBooks(database).plant();
        Collections(database).plant(m_around.clock.now());
    }

    /// More contacts when the switch was raised: imports look for them, too.
    void plantMore(Database &database)
    {
        if (contactsWanted() <= m_planted)
            return;
        const Turn turn(m_around, database);
        m_planted = contactsWanted();
        Contacts(database).plant(m_planted);
    }

    /// What must be there before anybody looks: the records that instant imports owe, too.
    void prepare(Database &database)
    {
        plantMore(database);
        m_worker.writeOwed(database);
    }

    /// In the order in which a gateway looks at a call.
    Response admitted(Request &request, const Limits::Visit &visit)
    {
        if (!m_user.isSignedIn(request))
            return faultReply(401);
        if (m_around.switches.on(u"wrong-region"_s))
            return faultReply(403);
        if (visit.refused)
            return Limits::refusalOf(visit, isV3(request.path));
        if (request.path == u"/v2/account-info")
            return request.method == "GET" ? jsonReply(200, accountInfo(m_around, m_limits)) : wrongMethod();
        if (request.path == u"/v2/server-time")
            return Response::text(200, "text/plain"_ba, serverTime(m_around.clock));
        Database database(m_around.dataFolder);
        if (!database.isOpen())
            return faultReply(503);
        Call call { request, request.segments(), database };
        return routed(call);
    }

    Response routed(Call &call)
    {
        plantMore(call.database);
        if (call.path.value(0) == u"insightData" && m_around.switches.on(u"no-v3"_s))
            return faultReply(m_around.switches.number(u"no-v3"_s, 404));
        if (!injectsKnownReason(m_around.switches))
            return sentence(501, "inject-fault: there is no such reason"_ba);
        if (call.request.path.contains(u"transactional-data") && m_around.switches.on(u"no-insight"_s))
            return refusal(400, "ERROR_FEATURENOTACTIVE"_ba);
        if (const auto response = m_insight.answer(call))
            return *response;
        if (const auto response = m_insightV3.answer(call))
            return *response;
        if (const auto response = m_imports.answer(call))
            return *response;
        m_worker.writeOwed(call.database);
        if (const auto response = m_collections.answer(call))
            return *response;
        if (const auto response = m_records.answer(call))
            return *response;
        if (const auto response = answerDataFields(m_around, call))
            return *response;
        if (const auto response = answerAddressBooks(m_around, call))
            return *response;
        if (const auto response = m_contactsV3.answer(call))
            return *response;
        if (const auto response = m_contacts.answer(call))
            return *response;
        return call.path.value(0) == u"v2"
            ? refusal(404, "ERROR_UNKNOWN"_ba)
            : refusalV3(404, "api:notFound"_ba, "The resource could not be found"_ba);
    }

    const Surroundings &m_around;
    const AccountUser m_user;
    Limits m_limits;
    Jobs m_jobs;
    ImportWorker m_worker;
    InsightV2 m_insight;
    InsightV3 m_insightV3;
    CollectionsV3 m_collections;
    InsightRecords m_records;
    ContactsApi m_contacts;
    ContactImport m_imports;
    ContactsV3 m_contactsV3;
    std::atomic<int> m_planted = 0;
};

} // namespace

std::unique_ptr<Service> makeDotdigital(const Surroundings &around)
{
    return std::make_unique<DotdigitalService>(around);
}

} // namespace rowlift::practice::dotdigital
