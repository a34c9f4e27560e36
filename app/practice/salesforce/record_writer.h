#pragma once

#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/records.h"
#include "app/practice/service.h"

#include <QByteArray>
#include <QList>

#include <map>
#include <memory>
#include <mutex>
#include <optional>

class QJsonObject;

namespace rowlift::practice::salesforce {

/// What the headers of a call ask for. Source: contracts/salesforce.md, 5.1.
struct WriteWishes {
    bool allowDuplicates = false;
    QByteArray autoAssign; ///< "", "TRUE", "FALSE" or the id of a rule.
};
WriteWishes wishesOf(const Request &request);
/// Whether the rule that a call names is TRUE, FALSE, one of the org's, or none at all.
bool knowsRuleOf(const Request &request);

/// Finds, judges and stores records that come as JSON, in one transaction. Belongs to the thread of its
/// request.
///
/// What was not committed goes when it is destroyed. Source: contracts/salesforce.md, 5.1 to 5.3.
class RecordWriter {
public:
    RecordWriter(const Surroundings &around, const Catalog &catalog, const User &user, WriteWishes wishes);
    ~RecordWriter();

    /// False when the records cannot be had; then nothing else may be called. Who only reads need not wait
    /// for those who write.
    bool begin(bool toWrite = true);
    void commit();

    /// The record of that id, deleted ones included; nothing when it is no id of such a record.
    std::optional<StoredRecord> find(const Object &object, const QByteArray &id);
    /// Numbers of the records whose \a field has the value \a key; at most ten.
    QList<qint64> matches(const Field &field, const QByteArray &key);

    Verdict insert(const Object &object, const QJsonObject &values);
    Verdict update(const Object &object, const QByteArray &id, const QJsonObject &values);
    /// \a key is the value of \a field; a record with it is changed, else one is made.
    Verdict upsert(const Object &object, const Field &field, const QByteArray &key,
                   const QJsonObject &values);
    Verdict remove(const Object &object, const QByteArray &id);

private:
    Verdict write(const Object &object, Operation operation, const Field &field, const QByteArray &key,
                  const QJsonObject &values);
    QByteArray ruleFor(const Object &object) const;
    Judge &judgeFor(const Object &object, Operation operation, const QByteArray &externalId);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    const User &m_user;
    WriteWishes m_wishes;
    Records m_records;
    std::unique_lock<FairMutex> m_turn;
    bool m_begun = false;
    int m_lockShare = 0; ///< Per cent of the records that somebody else holds just now.
    std::map<QByteArray, std::unique_ptr<Judge>> m_judges; ///< One for each object, operation and key.
};

} // namespace rowlift::practice::salesforce
