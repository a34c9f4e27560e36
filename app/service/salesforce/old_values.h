#pragma once

#include "app/base/progress.h"
#include "app/schema/schema.h"
#include "app/service/salesforce/api.h"

namespace rowlift::salesforce {

/// Copies the records that \a ids name as they are now, before \a target changes or deletes them, into the
/// file \a path (PartLoader::keepOld()). A line for each of \a ids, in their order: the record with its id,
/// the time of its last change and its values as JSON, or null where there is no such record, or none that
/// this user may see. Of an update the values are those of \a fields, whose parents by a key are the
/// reference fields behind them; of a delete all that can be read. A field that the service does not hand out
/// is not among a record's values (one that is null was empty): such fields are named in "attributes", as
/// {"leftOut":["Secret__c"]}, which stands in each record of which something was left out. \a progress is
/// told records. Source: contracts/salesforce.md, 5.4.
Done copyRecords(Api &api, const Target &target, const QStringList &ids, const QStringList &fields,
                 const QString &path, const Progress &progress, std::stop_token stop);

/// How many calls it takes to copy \a fields fields of \a records records that go in \a parts parts.
qint64 callsToCopy(qint64 records, qint64 fields, qint64 parts);

} // namespace rowlift::salesforce
