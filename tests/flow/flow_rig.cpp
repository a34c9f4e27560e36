#include "tests/flow/flow_rig.h"

#include "app/check/check.h"
#include "app/draft/file_look.h"
#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"
#include "app/run/run_start.h"
#include "app/service/salesforce/salesforce.h"
#include "tests/support/service_in_front.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

/// Waiting takes no time but moves both ends' clocks on.
class FlowRig::Clock : public rowlift::Clock {
public:
    explicit Clock(FlowRig &rig)
        : m_rig(rig)
    {
    }

    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addMSecs(m_added); }
    std::chrono::milliseconds elapsed() const override { return std::chrono::milliseconds(m_added); }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        const int sleeps = ++m_rig.m_sleeps;
        if (m_rig.onSleep)
            m_rig.onSleep(sleeps);
        m_added += duration.count();
        const double seconds = static_cast<double>(duration.count()) / 1000.0;
        m_rig.admin("POST", u"clock"_s, "{\"seconds\":" + QByteArray::number(seconds) + '}');
        return !stop.stop_requested();
    }

private:
    FlowRig &m_rig;
    std::atomic<qint64> m_added = 0;
};

/// The real service, but with small parts.
class FlowRig::Service : public ServiceInFront {
public:
    using ServiceInFront::ServiceInFront;

    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ServiceInFront::jobKinds();
        for (JobKind &kind : kinds) {
            if (kind.answersAtOnce)
                continue;
            kind.partBytes = 20'000;
            kind.lanes = 3;
        }
        return kinds;
    }
};

/// Tells of each request before it leaves.
class FlowRig::Net : public HttpFactory {
public:
    explicit Net(FlowRig &rig)
        : m_rig(rig)
    {
    }
    std::unique_ptr<Http> make() override { return std::make_unique<Line>(m_rig); }

private:
    class Line : public Http {
    public:
        explicit Line(FlowRig &rig)
            : m_rig(rig)
            , m_http(rig.m_plainNet.make())
        {
        }
        Result<HttpReply> send(const HttpRequest &request, const Progress &upload,
                               std::stop_token stop) override
        {
            const int number = ++m_rig.m_requests;
            if (m_rig.onRequest)
                m_rig.onRequest(number);
            return m_http->send(request, upload, stop);
        }

    private:
        FlowRig &m_rig;
        std::unique_ptr<Http> m_http;
    };
    FlowRig &m_rig;
};

FlowRig::FlowRig()
    : m_clock(std::make_unique<Clock>(*this))
    , m_service(std::make_unique<Service>(makeSalesforceService(*m_clock)))
    , m_net(std::make_unique<Net>(*this))
{
    startServer();
    const auto credentials = [this](std::stop_token) -> Result<Credentials> {
        const std::scoped_lock lock(m_mutex);
        const QJsonObject salesforce = m_ready[u"salesforce"].toObject();
        return Credentials { .url = QUrl(salesforce[u"url"].toString()),
                             .clientId = salesforce[u"clientId"].toString(),
                             .clientSecret = Secret(salesforce[u"clientSecret"].toString()) };
    };
    m_session = m_service->open(practiceSalesforceAccount(), credentials, *m_net);
}

FlowRig::~FlowRig() = default;

void FlowRig::startServer()
{
    const std::scoped_lock lock(m_mutex);
    if (m_server)
        return;
    practice::Options options;
    options.port = m_port;
    options.dataFolder = m_folder.filePath(u"far-end"_s);
    m_server = std::make_unique<practice::Server>(options);
    QString error;
    if (!m_server->start(&error))
        qFatal("practice server: %s", qPrintable(error));
    m_port = m_server->ready().port;
    m_ready = QJsonDocument::fromJson(m_server->ready().line).object();
}

void FlowRig::endServer()
{
    const std::scoped_lock lock(m_mutex);
    m_server.reset();
}

QByteArray FlowRig::admin(const QByteArray &method, const QString &path, const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    {
        const std::scoped_lock lock(m_mutex);
        request.url = QUrl(m_ready[u"admin"][u"url"].toString() + u'/' + path);
    }
    request.headers = { { "Content-Type", "application/json" } };
    request.body = body;
    const auto reply = m_plainNet.make()->send(request, {}, {});
    return reply ? reply->body : QByteArray();
}

QList<QJsonObject> FlowRig::records()
{
    QList<QJsonObject> records;
    for (const QByteArray &line : admin("GET", u"records?service=salesforce&object=Contact"_s).split('\n')) {
        if (!line.isEmpty())
            records << QJsonDocument::fromJson(line).object();
    }
    return records;
}

QHash<QString, int> FlowRig::held()
{
    QHash<QString, int> emails;
    for (const QJsonObject &record : records()) {
        const QString email = record[u"Email"].toString();
        if (email.endsWith(u"@flow.example"_s))
            ++emails[email];
    }
    return emails;
}

int FlowRig::requests(const QByteArray &method, const QString &path)
{
    int found = 0;
    for (const auto &request : QJsonDocument::fromJson(admin("GET", u"requests"_s)).array()) {
        if (request[u"method"].toString().toLatin1() == method && request[u"path"].toString().endsWith(path))
            ++found;
    }
    return found;
}

Outcome FlowRig::planted(int number)
{
    if (number % 101 == 0)
        return Outcome::LeftOut;
    return number % 37 == 0 ? Outcome::Failed : Outcome::Added;
}

qint64 FlowRig::count(Outcome outcome)
{
    qint64 found = 0;
    for (int number = 1; number <= rows; ++number)
        found += planted(number) == outcome ? 1 : 0;
    return found;
}

Result<std::unique_ptr<Ledger>> FlowRig::start()
{
    QByteArray bytes = "First name;Last name;Email;Description\n";
    for (int number = 1; number <= rows; ++number) {
        const QByteArray own = QByteArray::number(number);
        bytes += "Ada " + own + ';' + (planted(number) == Outcome::LeftOut ? "" : "Stone") + ";row" + own
            + (planted(number) == Outcome::Failed ? "@@" : "@") + "flow.example;"
            + (number % 5 ? "plain" : "\"two\nlines; \"\"quoted\"\"\"") + '\n';
    }
    return startWith(bytes, {});
}

Result<std::unique_ptr<Ledger>> FlowRig::startWith(const QByteArray &bytes,
                                                   const std::function<void(Draft &)> &change)
{
    QFile file(source());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for the source");
    file.close();

    const auto look = lookAtFile(source());
    const auto describe = m_session->describe(u"Contact"_s, {});
    if (!look || !describe)
        return tl::unexpected(look ? describe.error() : look.error());
    const auto schema = m_service->schemaFrom(*describe);
    if (!schema)
        return tl::unexpected(schema.error());
    Draft draft { .file = look->path,
                  .stamp = look->stamp,
                  .dialect = look->guess.dialect,
                  .service = u"salesforce"_s,
                  .account = u"practice"_s,
                  .target = { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} },
                  .mapping = suggestMapping(look->looks, *schema, Operation::Insert),
                  .header = look->columns,
                  .leftOut = {},
                  .kind = u"bulk-ingest"_s };
    if (change)
        change(draft);
    const auto check = checkRows(draft, *schema, {}, {});
    if (!check)
        return tl::unexpected(check.error());
    return startRun(m_folder.filePath(u"runs"_s), draft, practiceSalesforceAccount(), *m_service, *describe,
                    *check, QDateTime::currentDateTimeUtc());
}

RunEnd FlowRig::go(Ledger &ledger, RunControl &control)
{
    m_requests = 0;
    m_sleeps = 0;
    return executeRun({ .ledger = ledger,
                        .service = *m_service,
                        .session = *m_session,
                        .clock = *m_clock,
                        .control = control,
                        .onChange = {} });
}

QString FlowRig::wrong(Ledger &ledger, bool stopped)
{
    const auto broken = ledger.brokenInvariant();
    if (!broken || !broken->isEmpty())
        return broken ? *broken : broken.error().sentence;
    const auto tally = ledger.tally();
    if (!tally || tally->total() != rows || tally->unplaced != 0)
        return u"the sum is not the file's rows, or results fit no row"_s;
    auto reader = LedgerReader::open(ledger.folder());
    if (!reader)
        return reader.error().sentence;
    const auto known = (*reader)->outcomes(1, rows);
    if (!known)
        return known.error().sentence;
    QHash<QString, int> theirs = held();
    QStringList complaints;
    auto own = known->begin();
    for (int number = 1; number <= rows; ++number) {
        const bool hasOwn = own != known->end() && own->record == number;
        const auto without = hasOwn ? Result<Outcome>((own++)->outcome) : (*reader)->outcomeWithout(number);
        if (!without)
            return u"row %1 cannot be read"_s.arg(number);
        const Outcome outcome = *without;
        const bool notTried = outcome == Outcome::NotSent || outcome == Outcome::NotProcessed;
        if (outcome != planted(number) && !(stopped && notTried))
            complaints << u"row %1 is %2 instead of %3"_s.arg(number).arg(outcomeId(outcome),
                                                                          outcomeId(planted(number)));
        const int copies = theirs.take(u"row%1@flow.example"_s.arg(number));
        if (copies != (outcome == Outcome::Added ? 1 : 0))
            complaints
                << u"row %1 is %2 but there %3 times"_s.arg(number).arg(outcomeId(outcome)).arg(copies);
    }
    if (!theirs.isEmpty())
        complaints << u"%1 records nobody knows of"_s.arg(theirs.size());
    return complaints.mid(0, 5).join(u"; "_s);
}

} // namespace rowlift::testing
