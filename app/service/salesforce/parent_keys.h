#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"
#include "app/service/salesforce/object_facts.h"

#include <QJsonObject>

namespace rowlift::salesforce {

/// Columns that name a record of another object by one of its keys: `Owner.Email`, `Account.Crm_Key__c`,
/// `User:Owner.Username` where it may be a record of several objects.
/// Source: contracts/salesforce.md, 4.1.

/// The objects whose keys are worth asking for: those that fields of \a describe may be set to records of,
/// the service's own first, a dozen at most. Not the object itself, whose keys are in \a describe.
QStringList parentsIn(const QJsonObject &describe);

/// The document \a describe with what is known of \a parents in a member of ours. Those that may not be read
/// are not among them.
QByteArray withParents(const QByteArray &describe,
                       const std::vector<std::shared_ptr<const ObjectFacts>> &parents);

/// The document \a describe, read without an account, with those of \a fields that name a parent by what may
/// be a key of it: one of somebody's own. Whether it is one, only the account knows. As it came where nothing
/// is to be added, or the parents are known.
QByteArray withNamedKeys(const QByteArray &describe, const QStringList &fields);

/// The fields that such columns go to. Of a describe without our member, those of keys that every Salesforce
/// has.
std::vector<Field> parentFields(const QJsonObject &describe);

} // namespace rowlift::salesforce
