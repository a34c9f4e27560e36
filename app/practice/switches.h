#pragma once

#include <QMap>
#include <QString>

#include <mutex>

class QJsonObject;

namespace rowlift::practice {

/// The switches that the contracts name ("strict-state", "lock-share" …), by name. May be used from any
/// thread.
class Switches {
public:
    explicit Switches(QMap<QString, QString> start = {})
        : m_values(std::move(start))
    {
    }

    /// True when the switch is set and not to `off`, `false` or `0`.
    bool on(const QString &name) const;
    /// The switch's text; empty when it is not set.
    QString text(const QString &name) const;
    /// The switch's number, or \a otherwise.
    int number(const QString &name, int otherwise) const;
    /// Takes `{"strict-state":true,"lock-share":5}`; false turns a switch off.
    void set(const QJsonObject &values);

private:
    mutable std::mutex m_mutex;
    QMap<QString, QString> m_values;
};

} // namespace rowlift::practice
