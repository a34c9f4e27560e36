#include "tests/support/practice_account.h"

#include "app/accounts/account.h"
#include "app/services/all_services.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

PracticeAccount::PracticeAccount(const QMap<QString, QString> &switches)
    : m_switches(switches)
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
    return practiceSalesforceAccount();
}

Credentials PracticeAccount::credentials() const
{
    const QJsonObject salesforce = m_ready[u"salesforce"].toObject();
    return { .url = QUrl(salesforce[u"url"].toString()),
             .clientId = salesforce[u"clientId"].toString(),
             .clientSecret = Secret(salesforce[u"clientSecret"].toString()) };
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
         admin("GET", u"records?service=salesforce&object="_s + object).split('\n')) {
        if (!line.trimmed().isEmpty())
            found << QJsonDocument::fromJson(line).object();
    }
    return found;
}

} // namespace rowlift::testing
