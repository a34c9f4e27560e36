#pragma once

#include "app/service/service.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/scripted_http.h"

#include <QFile>

namespace rowlift::test {

/// The bytes of a file below tests/data.
inline QByteArray testData(const QString &path)
{
    QFile file(QStringLiteral(ROWLIFT_TEST_DATA "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray headerOf(const HttpRequest &request, QByteArrayView name)
{
    return HttpReply { .status = 0, .headers = request.headers, .body = {} }.header(name);
}

/// A service without a network, for one test after the other.
class ScriptedService {
protected:
    explicit ScriptedService(std::unique_ptr<Service> (*make)(Clock &))
        : m_service(make(m_clock))
    {
    }

    void forget()
    {
        m_factory.script = {};
        m_clock = {};
    }
    Script &script() { return m_factory.script; }
    std::unique_ptr<ServiceSession> open(const Credentials &credentials)
    {
        Account account;
        account.url = credentials.url;
        account.user = credentials.clientId;
        return m_service->open(
            account, [credentials](std::stop_token) -> Result<Credentials> { return credentials; },
            m_factory);
    }

    FakeClock m_clock;
    ScriptedFactory m_factory;
    std::unique_ptr<Service> m_service;
};

} // namespace rowlift::test
