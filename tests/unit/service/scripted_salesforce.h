#pragma once

#include "app/service/salesforce/salesforce.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/scripted_http.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::test {

using namespace Qt::StringLiterals;

inline QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA "/salesforce/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray header(const HttpRequest &request, QByteArrayView name)
{
    return HttpReply { .status = 0, .headers = request.headers, .body = {} }.header(name);
}

inline QJsonObject json(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// A Salesforce without a network, for one test after the other.
class ScriptedSalesforce {
protected:
    void forget()
    {
        m_factory.script = {};
        m_clock = {};
    }
    void signInAnswer(const QByteArray &token = "00DgK0000012345!first")
    {
        const QJsonObject made { { u"access_token"_s, QString::fromLatin1(token) },
                                 { u"instance_url"_s, u"https://acme.my.salesforce.com"_s },
                                 { u"id"_s, u"https://login.salesforce.com/id/00D/005"_s } };
        script().answer(200, QJsonDocument(made).toJson());
    }
    Script &script() { return m_factory.script; }
    std::unique_ptr<ServiceSession> open(const QUrl &url = QUrl(u"https://acme.my.salesforce.com"_s))
    {
        Account account;
        account.url = url;
        return m_service->open(
            account,
            [url](std::stop_token) -> Result<Credentials> {
                return Credentials { .url = url,
                                     .clientId = u"key.with+plus"_s,
                                     .clientSecret = Secret(u"s&cret"_s) };
            },
            m_factory);
    }
    JobKind kindOf(const QString &id) const
    {
        JobKind found;
        for (const JobKind &kind : m_service->jobKinds()) {
            if (kind.id == id)
                found = kind;
        }
        return found;
    }
    /// A loader whose session is signed in already; requests and answers begin after that.
    std::unique_ptr<PartLoader> signedInLoader(const Target &target, const QStringList &fields,
                                               const QString &kind = u"bulk-ingest"_s)
    {
        signInAnswer();
        script().answer(200, R"({"sobjects":[]})");
        m_session = open();
        if (!m_session->objects({}))
            return nullptr;
        script().requests.clear();
        return m_session->makeLoader(kindOf(kind), target, fields);
    }
    FakeClock m_clock;
    ScriptedFactory m_factory;
    std::unique_ptr<Service> m_service = makeSalesforceService(m_clock);
    std::unique_ptr<ServiceSession> m_session;
};

} // namespace rowlift::test
