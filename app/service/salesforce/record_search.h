#pragma once

#include "app/schema/schema.h"
#include "app/service/salesforce/api.h"
#include "app/service/salesforce/row_trace.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace rowlift::salesforce {

/// What was found, and what the service's clock showed then; invalid where it does not tell.
struct Findings {
    std::vector<FoundRecord> records;
    QDateTime serviceTime;
};

/// For each of \a rows the field to ask for it by; empty where it has none. Source: contracts/salesforce.md,
/// 2.3: fields that find records are external ids and those with idLookup. What is to be added and has no
/// such value is asked for by any text that can be searched.
QStringList keysOf(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema);

/// Whether a query that shows what was sent is not too long for an address.
bool canBeAsked(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema);

/// The queries that find \a rows by \a keys and show what was sent, none too long for an address. By a field
/// that is no key too much might be found: what \a among says holds there as well (addedSince()).
/// Source: contracts/salesforce.md, 5.4.
QStringList queriesFor(const std::vector<QJsonObject> &rows, const QStringList &keys, const Target &target,
                       const Schema &schema, const QString &among = {});

/// What holds of the records that \a userId has added since \a begin.
QString addedSince(const QString &userId, const QDateTime &begin);

/// The query that finds what \a userId has added between \a begin and \a end, as above.
QString queryForAdded(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema,
                      const QString &userId, const QDateTime &begin, const QDateTime &end);

/// Asks \a queries, those in the bin included; \a userId is who wrote the records if it was us. Fails with
/// BadReply unless the answers are whole and of the service itself: what is not among the records counts as
/// not there.
Result<Findings> findRecords(Api &api, const QStringList &queries, const QString &userId,
                             std::stop_token stop);

} // namespace rowlift::salesforce
