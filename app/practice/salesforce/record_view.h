#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/records.h"

#include <QByteArray>

namespace rowlift::practice::salesforce {

/// Reads fields of a stored record as the REST interface shows them, system fields and defaults included.
class RecordView {
public:
    RecordView(const Object &object, const User &user, const StoredRecord &record);

    QByteArray id() const;
    /// The field's JSON literal; `null` when it is blank.
    QByteArray literal(const Field &field) const;
    /// Id and all members that are stored, with the times, as a JSON object.
    QByteArray all() const;

private:
    const Object &m_object;
    const User &m_user;
    const StoredRecord &m_record;
    Members m_members;
};

} // namespace rowlift::practice::salesforce
