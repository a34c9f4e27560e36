#include "tests/support/practice_account.h"

#include "app/accounts/account.h"
#include "app/services/all_services.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

PracticeAccount::PracticeAccount(const QMap<QString, QString> &switches, const QString &service)
    : m_switches(switches)
    , m_service(service)
    , m_services(allServices())
{
    startAgain();
}

void PracticeAccount::startAgain()
{
    practice::Options options;
    options.dataFolder = m_folder.path();
    options.switches = m_switches;
    m_server = std::make_unique<practice::Server>(options);
    QString error;
    if (!m_server->start(&error))
        qFatal("practice server: %s", qPrintable(error));
    m_ready = QJsonDocument::fromJson(m_server->ready().line).object();
}

void PracticeAccount::end()
{
    m_server.reset();
}

Account PracticeAccount::account() const
{
    const auto accounts = practiceAccounts();
    const auto found = std::ranges::find(accounts, m_service, &Account::service);
    if (found == accounts.end())
        qFatal("no such service");
    return *found;
}

Credentials PracticeAccount::credentials() const
{
    const QJsonObject ready = m_ready[m_service].toObject();
    const bool isBasic = ready.contains(u"password");
    return { .url = QUrl(ready[u"url"].toString()),
             .clientId = ready[isBasic ? u"user" : u"clientId"].toString(),
             .clientSecret = Secret(ready[isBasic ? u"password" : u"clientSecret"].toString()),
             .kind = isBasic ? SignInKind::Basic : SignInKind::ClientCredentials };
}

std::unique_ptr<ServiceSession> PracticeAccount::session()
{
    const auto source = [this](std::stop_token) -> Result<Credentials> { return credentials(); };
    return service().open(account(), source, m_http);
}

QByteArray PracticeAccount::admin(const QByteArray &method, const QString &path, const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(m_ready[u"admin"][u"url"].toString() + u'/' + path);
    request.headers = { { "Content-Type", "application/json" } };
    request.body = body;
    const auto reply = m_http.make()->send(request, {}, {});
    return reply ? reply->body : QByteArray();
}

QList<QJsonObject> PracticeAccount::records(const QString &object)
{
    QList<QJsonObject> found;
    for (const QByteArray &line :
         admin("GET", u"records?service=%1&object=%2"_s.arg(m_service, object)).split('\n')) {
        if (!line.trimmed().isEmpty())
            found << QJsonDocument::fromJson(line).object();
    }
    return found;
}

} // namespace rowlift::testing
