#include "app/practice/server.h"

#include "app/practice/admin.h"
#include "app/practice/dotdigital/dotdigital_service.h"
#include "app/practice/http_listener.h"
#include "app/practice/json_text.h"
#include "app/practice/marketo/marketo_service.h"
#include "app/practice/salesforce/salesforce_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

struct Server::Private final : Responder {
    Q_DECLARE_TR_FUNCTIONS(rowlift::practice::Server)
public:
    explicit Private(Options given)
        : options(std::move(given))
        , switches(options.switches)
    {
    }

    Service *serviceFor(const Request &request) const
    {
        const auto found = std::find_if(services.begin(), services.end(),
                                        [&](const auto &service) { return service->owns(request.path); });
        return found == services.end() ? nullptr : found->get();
    }

    std::optional<Fault> faultFor(const Request &request) override
    {
        const Service *service = serviceFor(request);
        const auto fault = faults.strike(service ? service->name() : QString(),
                                         QString::fromLatin1(request.method), request.path);
        if (fault && fault->kind == Fault::Kind::Refuse)
            listener.refuse(fault->value);
        return fault;
    }

    Response faultReply(const Request &request, int status) override
    {
        const Service *service = serviceFor(request);
        return service ? service->faultReply(status) : Response::text(status, "text/plain"_ba, {});
    }

    Response answer(Request &request) override
    {
        Service *service = serviceFor(request);
        return service ? service->answer(request)
                       : Response::text(404, "text/html"_ba, "<html><body>Not Found</body></html>"_ba);
    }

    void ended(const Request &request, int status) override
    {
        const Service *service = serviceFor(request);
        log.add(service ? service->name().toLatin1() : QByteArray(), request, status, clock.now());
    }

    void refuseAtOnce()
    {
        if (const auto milliseconds = faults.takeRefusalAtOnce())
            listener.refuse(*milliseconds);
    }

    QString clockFile() const { return surroundings->dataFolder + u"/clock"_s; }

    void keepClock()
    {
        QFile file(clockFile());
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::number(clock.added()));
    }

    void restoreClock()
    {
        QFile file(clockFile());
        if (file.open(QIODevice::ReadOnly))
            clock.setAdded(file.readAll().toLongLong());
    }

    bool plantFaults(QString *error)
    {
        return std::all_of(options.faults.begin(), options.faults.end(),
                           [&](const QString &fault) { return faults.plant(fault.toUtf8(), error); });
    }

    Options options;
    std::optional<QTemporaryDir> temporary;
    Clock clock;
    Switches switches;
    FairMutex writing;
    Faults faults;
    RequestLog log;
    std::optional<Surroundings> surroundings;
    std::vector<std::unique_ptr<Service>> services;
    Listener listener { *this };
    Admin admin { AdminTargets { services, faults, clock, switches, log, [this] { refuseAtOnce(); },
                                 [this] { keepClock(); } } };
    Listener adminListener { admin };
};

Server::Server(Options options)
    : m_d(std::make_unique<Private>(std::move(options)))
{
}

Server::~Server()
{
    stop();
}

bool Server::start(QString *error)
{
    QString folder = m_d->options.dataFolder;
    if (folder.isEmpty())
        folder = m_d->temporary.emplace().path();
    if (!QDir().mkpath(folder)) {
        *error = Private::tr("The folder %1 could not be made.").arg(folder);
        return false;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!m_d->plantFaults(error))
        return false;
    QString reason;
    if (!m_d->listener.start(m_d->options.port, &reason) || !m_d->adminListener.start(0, &reason)) {
        *error = Private::tr("The practice server could not listen on port %1: %2.")
                     .arg(m_d->options.port)
                     .arg(reason);
        return false;
    }
    const QByteArray origin = "http://127.0.0.1:" + QByteArray::number(m_d->listener.port());
    m_d->surroundings.emplace(
        Surroundings { folder, origin, m_d->options.instant, m_d->clock, m_d->switches, m_d->writing });
    m_d->restoreClock();
    m_d->services.push_back(salesforce::makeSalesforce(*m_d->surroundings));
    m_d->services.push_back(marketo::makeMarketo(*m_d->surroundings));
    m_d->services.push_back(dotdigital::makeDotdigital(*m_d->surroundings));
    for (const auto &service : m_d->services)
        service->start();
    m_d->listener.serve(); // only now is there somebody to answer
    m_d->adminListener.serve();
    m_d->refuseAtOnce();
    return true;
}

Ready Server::ready() const
{
    JsonText text;
    for (const auto &service : m_d->services)
        text.raw(service->name().toLatin1(), service->readyJson());
    JsonText admin;
    admin.text("url", "http://127.0.0.1:" + QByteArray::number(m_d->adminListener.port()));
    return { text.raw("admin"_ba, admin.object()).object(), m_d->listener.port() };
}

void Server::stop()
{
    m_d->listener.stop();
    m_d->adminListener.stop();
    for (const auto &service : m_d->services)
        service->stop();
    m_d->services.clear();
}

} // namespace rowlift::practice
