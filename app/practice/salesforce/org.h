#pragma once

#include "app/practice/clock.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/switches.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace rowlift::practice::salesforce {

/// Who the org is, its one user, the one app that may sign in, and the sessions. Kept in `org.json`. Any
/// thread.
class Org {
public:
    /// A code between the approval page and the token call.
    struct Code {
        QByteArray challenge;
        QByteArray redirect;
        qint64 issued = 0;
    };

    Org(const QString &folder, const Clock &clock, const Switches &switches);

    const QByteArray &id() const { return m_id; }
    const User &user() const { return m_user; }
    const QByteArray &clientId() const { return m_clientId; }
    const QByteArray &clientSecret() const { return m_clientSecret; }
    /// The access token of the ready line, for people who want to skip the sign-in.
    QByteArray readyToken();

    QByteArray newSession(const QByteArray &refreshToken = {});
    QByteArray newRefreshToken();
    bool knowsRefreshToken(const QByteArray &token);
    bool accepts(const QByteArray &accessToken);
    /// Ends a session; a refresh token takes its sessions with it. False for an unknown token.
    bool revoke(const QByteArray &token);
    /// Ends all sessions; refresh tokens stay good.
    void expire();

    QByteArray newCode(Code code);
    /// The code's circumstances, once and within 15 minutes.
    std::optional<Code> takeCode(const QByteArray &code);

    /// Allowances of a day, lowered by the switches `daily-calls` and `daily-batches`. Source:
    /// contracts/salesforce.md, 1.10 and 3.11.
    int dailyCalls() const;
    int dailyBatches() const;
    /// One more call; the number used so far.
    int countCall();
    int calls() const;
    /// One more batch of 10,000 records; false when the day's are used up.
    bool takeBatch();
    int batches() const;

private:
    void save() const;
    void beginDay();

    QString m_file;
    const Clock &m_clock;
    const Switches &m_switches;
    QByteArray m_id;
    User m_user;
    QByteArray m_clientId;
    QByteArray m_clientSecret;
    mutable std::mutex m_mutex;
    QHash<QByteArray, QByteArray> m_sessions; ///< Access token to the refresh token it came from.
    QByteArrayList m_refreshTokens;
    QByteArray m_readyToken;
    QHash<QByteArray, Code> m_codes;
    int m_calls = 0;
    int m_batches = 0;
    qint64 m_dayBegan = 0;
};

} // namespace rowlift::practice::salesforce
