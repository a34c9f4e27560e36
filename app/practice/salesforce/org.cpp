#include "app/practice/salesforce/org.h"

#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/ids.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualCalls = 100'000; ///< Source: contracts/salesforce.md, 1.10 and 3.11.
constexpr int usualBatches = 15'000;
constexpr qint64 wholeDay = 24LL * 3600 * 1000;
constexpr qint64 longestCode = 15LL * 60 * 1000; ///< Source: contracts/salesforce.md, 1.4.

QByteArray orgText(const QJsonObject &json, QLatin1StringView name, const QByteArray &otherwise)
{
    const QByteArray text = json.value(name).toString().toLatin1();
    return text.isEmpty() ? otherwise : text;
}

} // namespace

Org::Org(const QString &folder, const Clock &clock, const Switches &switches)
    : m_file(folder + u"/org.json"_s)
    , m_clock(clock)
    , m_switches(switches)
{
    QFile file(m_file);
    const QJsonObject json
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_id = "00DgK0000012345"_ba;
    m_id += idChecksum({ m_id.constData(), 15 });
    m_user = { firstUserId(), "mara@acme.example"_ba, "mara@acme.example"_ba };
    m_clientId = orgText(json, "clientId"_L1, "3MVG9" + randomText(75));
    m_clientSecret = orgText(json, "clientSecret"_L1, randomText(64).toUpper());
    m_readyToken = orgText(json, "readyToken"_L1, {});
    const QJsonObject sessions = json.value("sessions"_L1).toObject();
    for (auto each = sessions.begin(); each != sessions.end(); ++each)
        m_sessions.insert(each.key().toLatin1(), each.value().toString().toLatin1());
    for (const QJsonValue &token : json.value("refreshTokens"_L1).toArray())
        m_refreshTokens.append(token.toString().toLatin1());
    m_calls = json.value("calls"_L1).toInt();
    m_batches = json.value("batches"_L1).toInt();
    m_dayBegan = json.value("dayBegan"_L1).toInteger();
    save();
}

void Org::save() const
{
    QJsonObject sessions;
    for (auto each = m_sessions.begin(); each != m_sessions.end(); ++each)
        sessions.insert(QString::fromLatin1(each.key()), QString::fromLatin1(each.value()));
    QJsonArray refreshTokens;
    for (const QByteArray &token : m_refreshTokens)
        refreshTokens.append(QString::fromLatin1(token));
    const QJsonObject json { { u"clientId"_s, QString::fromLatin1(m_clientId) },
                             { u"clientSecret"_s, QString::fromLatin1(m_clientSecret) },
                             { u"readyToken"_s, QString::fromLatin1(m_readyToken) },
                             { u"sessions"_s, sessions },
                             { u"refreshTokens"_s, refreshTokens },
                             { u"calls"_s, m_calls },
                             { u"batches"_s, m_batches },
                             { u"dayBegan"_s, m_dayBegan } };
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(json).toJson());
        file.commit();
    }
}

QByteArray Org::readyToken()
{
    if (!accepts(m_readyToken)) {
        const QByteArray token = newSession();
        const std::scoped_lock lock(m_mutex);
        m_readyToken = token;
        save();
    }
    return m_readyToken;
}

QByteArray Org::newSession(const QByteArray &refreshToken)
{
    const std::scoped_lock lock(m_mutex);
    const QByteArray token = m_id.left(15) + "!AQ" + randomText(90);
    m_sessions.insert(token, refreshToken);
    save();
    return token;
}

QByteArray Org::newRefreshToken()
{
    const std::scoped_lock lock(m_mutex);
    m_refreshTokens.append("5Aep861" + randomText(80));
    save();
    return m_refreshTokens.last();
}

bool Org::knowsRefreshToken(const QByteArray &token)
{
    const std::scoped_lock lock(m_mutex);
    return m_refreshTokens.contains(token);
}

bool Org::accepts(const QByteArray &accessToken)
{
    const std::scoped_lock lock(m_mutex);
    return m_sessions.contains(accessToken);
}

bool Org::revoke(const QByteArray &token)
{
    const std::scoped_lock lock(m_mutex);
    bool known = m_sessions.remove(token);
    if (m_refreshTokens.removeOne(token)) {
        m_sessions.removeIf([&](const auto &session) { return session.value() == token; });
        known = true;
    }
    save();
    return known;
}

void Org::expire()
{
    const std::scoped_lock lock(m_mutex);
    m_sessions.clear();
    save();
}

QByteArray Org::newCode(Code code)
{
    const std::scoped_lock lock(m_mutex);
    const QByteArray text = "aPrx" + randomText(60) + "==";
    code.issued = m_clock.now();
    m_codes.insert(text, std::move(code));
    return text;
}

std::optional<Org::Code> Org::takeCode(const QByteArray &code)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_codes.constFind(code);
    if (found == m_codes.cend())
        return std::nullopt;
    const Code taken = m_codes.take(code);
    return m_clock.now() > taken.issued + longestCode ? std::nullopt : std::optional(taken);
}

int Org::dailyCalls() const
{
    return m_switches.number(u"daily-calls"_s, usualCalls);
}

int Org::dailyBatches() const
{
    return m_switches.number(u"daily-batches"_s, usualBatches);
}

/// The real allowance rolls; here a day begins with the first use behind the last one's end.
void Org::beginDay()
{
    const qint64 now = m_clock.now();
    if (now < m_dayBegan + wholeDay)
        return;
    m_dayBegan = now;
    m_calls = 0;
    m_batches = 0;
}

int Org::countCall()
{
    const std::scoped_lock lock(m_mutex);
    beginDay();
    return ++m_calls;
}

int Org::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

bool Org::takeBatch()
{
    const std::scoped_lock lock(m_mutex);
    beginDay();
    if (m_batches >= dailyBatches())
        return false;
    ++m_batches;
    return true;
}

int Org::batches() const
{
    const std::scoped_lock lock(m_mutex);
    return m_batches;
}

} // namespace rowlift::practice::salesforce
