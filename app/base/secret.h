#pragma once

#include <QString>

#include <utility>

namespace rowlift {

/// A token or password on its way through memory. It has no stream operator and no way into a log by
/// accident.
class Secret {
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    {
    }

    const QString &reveal() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const Secret &) const = default;

private:
    QString m_text;
};

} // namespace rowlift
