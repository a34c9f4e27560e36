#pragma once

#include <QByteArray>
#include <QHash>

namespace rowlift::practice::salesforce {

/// The parent records that running jobs hold: each keeps those of its last chunk until its next one begins.
/// Belongs to the worker's thread. Source: contracts/salesforce.md, 3.8 (UNABLE_TO_LOCK_ROW).
class ParentLocks {
public:
    /// False when another job holds the record.
    bool take(const QByteArray &job, const QByteArray &record)
    {
        const auto held = m_holders.constFind(record);
        if (held != m_holders.cend())
            return *held == job;
        m_holders.insert(record, job);
        return true;
    }

    void release(const QByteArray &job)
    {
        m_holders.removeIf([&](const auto &each) { return each.value() == job; });
    }

private:
    QHash<QByteArray, QByteArray> m_holders; ///< Record to job.
};

} // namespace rowlift::practice::salesforce
