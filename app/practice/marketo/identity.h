#pragma once

#include "app/practice/service.h"

#include <QByteArray>
#include <QString>

#include <mutex>

namespace rowlift::practice::marketo {

/// The one app that may sign in, and its one token at a time. Kept in `marketo.json`. Any thread.
/// Source: contracts/marketo.md, 2.
class Identity {
public:
    explicit Identity(const Surroundings &around);

    enum class Standing { Good, Expired, Unknown };

    const QByteArray &clientId() const { return m_clientId; }
    const QByteArray &clientSecret() const { return m_clientSecret; }
    /// The answer of `/identity/oauth/token`.
    Response token(Request &request);
    Standing standingOf(const QByteArray &token) const;
    void expire();

private:
    Response granted();
    void save() const;

    const Surroundings &m_around;
    QString m_file;
    QByteArray m_clientId;
    QByteArray m_clientSecret;
    mutable std::mutex m_mutex;
    QByteArray m_token;
    qint64 m_end = 0; ///< Of m_token, milliseconds since 1970.
};

} // namespace rowlift::practice::marketo
