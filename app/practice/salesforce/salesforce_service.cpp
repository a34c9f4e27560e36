#include "app/practice/salesforce/salesforce_service.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/jobs_api.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/salesforce/record_view.h"
#include "app/practice/salesforce/replies.h"
#include "app/practice/salesforce/rest_api.h"
#include "app/practice/salesforce/seeds.h"
#include "app/practice/salesforce/sign_in.h"

#include <QDateTime>
#include <QLocale>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTarget = 16'384; ///< Source: contracts/salesforce.md, 1.11.

/// As HTTP writes a time: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(qint64 time)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

class SalesforceService final : public Service {
public:
    explicit SalesforceService(const Surroundings &around)
        : m_around(around)
        , m_org(around.dataFolder, around.clock, around.switches)
        , m_jobs(around.dataFolder + u"/jobs"_s, around.clock)
        , m_instant(around, m_catalog, m_org, m_jobs)
        , m_worker(around, m_catalog, m_org, m_jobs, m_instant)
        , m_signIn(around, m_org)
        , m_rest(around, m_catalog, m_org)
        , m_jobsApi(around, m_catalog, m_org, m_jobs, m_worker, m_instant)
    {
    }

    ~SalesforceService() override { m_worker.stop(); }

    QString name() const override { return u"salesforce"_s; }

    bool owns(const QString &path) const override
    {
        return path == u"/services" || path.startsWith(u"/services/") || path.startsWith(u"/id/");
    }

    Response answer(Request &request) override
    {
        if (request.target.size() > longestTarget)
            return errorReply(414, "URI_TOO_LONG"_ba, "The request URI is too long"_ba);
        if (request.method == "POST" && !request.parameter(u"_HttpMethod"_s).isEmpty())
            request.method = request.parameter(u"_HttpMethod"_s).toLatin1().toUpper();
        const QStringList segments = request.segments();
        if (segments[0] == u"id")
            return m_signIn.identity(request);
        if (segments.value(1) == u"oauth2" && segments.size() == 3)
            return m_signIn.answer(segments[2], request);
        if (segments.value(1) != u"data")
            return notFound();
        if (segments.size() == 2)
            return request.method == "GET" ? RestApi::versions() : methodNotAllowed();
        Response response = data(segments.mid(2), request);
        response.with("Date"_ba, httpDate(m_around.clock.now()));
        return response.with("Sforce-Limit-Info"_ba,
                             "api-usage=" + QByteArray::number(m_org.countCall()) + '/'
                                 + QByteArray::number(m_org.dailyCalls()));
    }

    Response faultReply(int status) const override
    {
        switch (status) {
        case 401:
            return errorReply(401, "INVALID_SESSION_ID"_ba, "Session expired or invalid"_ba)
                .with("WWW-Authenticate"_ba, "Token"_ba);
        case 403:
            return errorReply(403, "REQUEST_LIMIT_EXCEEDED"_ba, "TotalRequests Limit exceeded."_ba);
        case 404:
            return notFound();
        case 500:
            return errorReply(
                500, "UNKNOWN_EXCEPTION"_ba,
                "An unexpected error occurred. Please include this ErrorId if you contact support: 123-456 (-789)"_ba);
        case 502:
            return Response::text(502, "text/html"_ba,
                                  "<html><body><h1>502 Bad Gateway</h1></body></html>"_ba);
        case 503:
            return errorReply(503, "SERVER_UNAVAILABLE"_ba, "The server is temporarily unavailable"_ba)
                .with("Retry-After"_ba, "1"_ba);
        default:
            return errorReply(status, "UNKNOWN"_ba, "A planted fault"_ba);
        }
    }

    QByteArray readyJson() const override
    {
        JsonText text;
        text.text("url", m_around.origin)
            .text("clientId", m_org.clientId())
            .text("clientSecret", m_org.clientSecret());
        return text.text("token", m_org.readyToken()).object();
    }

    bool records(const QString &objectName, const std::function<bool(const QByteArray &)> &line) override
    {
        m_instant.writeOwed();
        const Object *object = m_catalog.object(objectName.toUtf8());
        Records records(m_around.dataFolder);
        QString error;
        if (!object || !records.open(&error))
            return false;
        qint64 after = 0;
        for (auto some = records.list(object->number, 0, 1000); !some.isEmpty();
             some = records.list(object->number, after, 1000)) {
            for (const StoredRecord &record : some)
                if (!line(RecordView(*object, m_org.user(), record).all()))
                    return true;
            after = some.last().number;
        }
        return true;
    }

    void expireSessions() override { m_org.expire(); }

    void reset() override
    {
        m_worker.reset();
        plantSeeds(m_around, m_catalog, m_org.user());
    }

    void start() override
    {
        plantSeeds(m_around, m_catalog, m_org.user());
        catchUp();
        if (!m_around.instant)
            m_instant.writeOwed();
        m_worker.start();
    }

    void stop() override { m_worker.stop(); }

private:
    /// After a kill the records know more of a running job than its own file.
    void catchUp()
    {
        Records records(m_around.dataFolder);
        QString error;
        if (!records.open(&error))
            return;
        for (const Job &job : m_jobs.all())
            if (!isEnded(job.state))
                if (const auto progress = records.progress(job.id))
                    m_jobs.note(job.id, *progress);
    }

    Response data(const QStringList &segments, Request &request)
    {
        if (!RestApi::knowsVersion(segments[0]))
            return notFound();
        if (!m_org.accepts(bearerToken(request)))
            return faultReply(401);
        // Who has no calls left may still ask how many.
        if (m_org.calls() >= m_org.dailyCalls() && segments.value(1) != u"limits")
            return faultReply(403);
        const QByteArray version = segments[0].toLatin1();
        if (segments.value(1) == u"jobs")
            return segments.value(2) == u"ingest" ? m_jobsApi.answer(segments.mid(3), version, request)
                                                  : notFound();
        if (concernsRecords(segments.mid(1)))
            m_instant.writeOwed();
        return m_rest.answer(segments.mid(1), version, request);
    }

    /// False for what can be answered without looking at records.
    static bool concernsRecords(const QStringList &rest)
    {
        const QString first = rest.value(0);
        return first == u"query" || first == u"queryAll" || first == u"composite"
            || (first == u"sobjects" && rest.size() > 1 && rest.value(2) != u"describe");
    }

    const Surroundings &m_around;
    const Catalog m_catalog;
    mutable Org m_org; ///< readyJson() may have to open a session.
    Jobs m_jobs;
    InstantJobs m_instant;
    JobWorker m_worker;
    SignIn m_signIn;
    RestApi m_rest;
    JobsApi m_jobsApi;
};

} // namespace

std::unique_ptr<Service> makeSalesforce(const Surroundings &around)
{
    return std::make_unique<SalesforceService>(around);
}

} // namespace rowlift::practice::salesforce
