#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <mutex>
#include <optional>
#include <utility>

namespace rowlift::practice {

/// One planted mishap. Source: cli.md, "The practice server's admin address".
struct Fault {
    enum class Kind {
        Refuse,
        ResetBefore,
        ResetDuring,
        ResetAfter,
        LoseReply,
        HalfReply,
        Garbage,
        Status,
        Slow,
        Stall
    };

    QString service; ///< Empty: any.
    QString method; ///< Empty: any.
    QString path; ///< A glob over the folded path; empty: any.
    int after = 0; ///< Matching requests that pass before the first strike.
    int times = 1; ///< Strikes; below 0: for ever.
    Kind kind = Kind::Status;
    int value = 0; ///< Milliseconds, or the status.
    /// Of a Status reply, in place of the service's own: "Retry-After", "Content-Type" …
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::optional<QByteArray> body = {}; ///< Of a Status reply, in place of the service's own.
};

/// The faults that wait for their request. May be used from any thread.
class Faults {
public:
    /// Reads one object or an array of objects; false and a reason when one of them is wrong (then none is
    /// planted).
    bool plant(const QByteArray &json, QString *error);
    void clear();
    /// How many strikes are still to come; those without end count once.
    qint64 waiting();
    /// The fault that strikes this request, counted as used up.
    std::optional<Fault> strike(const QString &service, const QString &method, const QString &path);
    /// How long the listening socket shall be closed at once: a Refuse that names no request strikes when
    /// planted.
    std::optional<int> takeRefusalAtOnce();

private:
    std::mutex m_mutex;
    QList<Fault> m_faults;
};

} // namespace rowlift::practice
