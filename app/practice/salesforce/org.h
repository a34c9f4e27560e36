#pragma once

#include "app/practice/clock.h"
#include "app/practice/salesforce/judge.h"

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

    Org(const QString &folder, const Clock &clock);

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

    /// One more call against the daily limit; the number used so far.
    int countCall();
    int calls() const;
    static constexpr int dailyCalls = 100'000;

private:
    void save() const;

    QString m_file;
    const Clock &m_clock;
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
};

} // namespace rowlift::practice::salesforce
