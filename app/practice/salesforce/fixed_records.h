#pragma once

#include "app/practice/salesforce/records.h"

#include <QByteArray>
#include <QList>

#include <string_view>
#include <vector>

namespace rowlift::practice::salesforce {

/// A user, group or assignment rule of the org: few, the same in every practice org, and not to be written.
struct FixedRecord {
    QByteArray object;
    Members members; ///< The first one is the id.

    QByteArray id() const;
    /// The literal of a member in any case, empty when there is none.
    QByteArray literal(const QByteArray &name) const;
    QByteArray text(const QByteArray &name) const;
};

/// Users: Mara Lind, who signs in; Jon Barr; Lea Winter and Ole Winter, who share an e-mail address; Ida
/// Past, who is inactive. Groups: two queues. Assignment rules of Lead: one active, one not.
const std::vector<FixedRecord> &fixedRecords();
/// The record of that id of 15 or 18 characters, or nullptr.
const FixedRecord *fixedRecord(std::string_view id);
/// Ids of those of \a object whose \a field reads \a text in any case.
QList<QByteArray> fixedIds(const QByteArray &object, const QByteArray &field, const QByteArray &text);
/// The id of the active assignment rule of \a object, empty when it has none.
QByteArray activeRule(const QByteArray &object);
/// Who gets a record by an assignment rule.
QByteArray ownerByRule(const QByteArray &ruleId);
/// The id of the one who signs in.
QByteArray firstUserId();

} // namespace rowlift::practice::salesforce
