#pragma once

#include "app/practice/clock.h"
#include "app/practice/salesforce/parent_locks.h"
#include "app/practice/salesforce/records.h"
#include "app/practice/salesforce/row_error.h"
#include "app/practice/switches.h"

#include <optional>

namespace rowlift::practice::salesforce {

/// How a record comes in, as far as the rules of the org care.
struct Manner {
    bool allowDuplicates = false; ///< A duplicate rule that only warns is overruled.
    QByteArray assignmentRule = {}; ///< Empty: none.
    ParentLocks *locks = nullptr; ///< Null: nobody else is at work.
    QByteArray job = {};
};

/// What a row gets when somebody else holds the records of these ids.
RowError lockError(const QByteArray &ids);

/// What the org forbids beyond its describe: a validation rule, a duplicate rule, dependent lists, a trigger,
/// converted leads, segments in use, and records that another job holds. Belongs to the thread of its
/// Records.
///
/// Switches: `duplicate-rule=alert|block` finds contacts and leads with the same e-mail address and last
/// name; `trigger=NAME|CODE|message` refuses records of that last name or name (`*`: all).
class OrgRules {
public:
    OrgRules(const Catalog &catalog, Records &records, const Switches *switches, Manner manner);

    std::optional<RowError> beforeSave(const Object &object, const Values &values,
                                       const StoredRecord *existing) const;
    std::optional<RowError> beforeDelete(const Object &object, const StoredRecord &record) const;

private:
    std::optional<RowError> dependence(const Object &object, const Values &values,
                                       const Members &before) const;
    std::optional<RowError> triggered(const QByteArray &name) const;
    std::optional<RowError> duplicate(const Object &object, const Values &values, const Members &before,
                                      const StoredRecord *existing) const;
    std::optional<RowError> locked(const Values &values) const;

    const Catalog &m_catalog;
    Records &m_records;
    Manner m_manner;
    QByteArrayList m_trigger; ///< Name, code and message; empty: there is none.
    QByteArray m_duplicateRule; ///< "alert", "block" or empty.
};

} // namespace rowlift::practice::salesforce
