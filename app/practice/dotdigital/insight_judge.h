#pragma once

#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/contacts.h"
#include "app/practice/dotdigital/items.h"
#include "app/practice/dotdigital/schema_freeze.h"
#include "app/practice/service.h"

#include <QByteArray>

#include <string>
#include <unordered_set>

namespace rowlift::practice::dotdigital {

/// Decides about the records of one collection and stores the good ones. Works inside a transaction of its
/// caller. Source: contracts/dotdigital.md, 4.4 and 4.5.
class InsightJudge {
public:
    InsightJudge(const Surroundings &around, Database &database, Collection collection);

    /// The keys that came before in the same request; a second one of these is refused.
    void setSeen(std::unordered_set<std::string> *seen) { m_seen = seen; }
    Fault take(const Item &item);
    /// Stores without judging; who is not found belongs to nobody.
    void store(const Item &item);
    /// Keeps what the records taught about the collection's types.
    void finish();

private:
    Fault injected(const Item &item) const;
    Fault keyFault(const Item &item);
    /// Finds whom it belongs to: the contact's id, or -1 for the account.
    Fault owner(const Item &item, qint64 *contact);
    Fault ownerV3(const Item &item, qint64 *contact);

    const Surroundings &m_around;
    Collection m_collection;
    Collections m_collections;
    Contacts m_contacts;
    InsightBounds m_bounds;
    CollectionForm m_form;
    JsonTree m_tree;
    std::unordered_set<std::string> *m_seen = nullptr;
    const bool m_strictJson;
    QByteArray m_injectedReason; ///< Of the switch `inject-fault`.
    QByteArray m_injectedKey;
};

/// False: the switch `inject-fault` names a reason that no report has.
bool injectsKnownReason(const Switches &switches);

} // namespace rowlift::practice::dotdigital
