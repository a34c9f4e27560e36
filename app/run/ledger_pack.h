#pragma once

#include "app/run/ledger.h"

#include <QByteArray>

namespace rowlift::store {

/// Record numbers as bytes: runs of neighbours, so that a part cut straight from the file costs a few bytes
/// however many rows it has. Any order is kept.
QByteArray packRecords(const std::vector<qint64> &records);
/// Whatever \a packed is, this ends; of bytes that packRecords() did not make the numbers mean nothing.
std::vector<qint64> unpackRecords(const QByteArray &packed);
/// The same, only those between two records, both included.
std::vector<qint64> unpackBetween(const QByteArray &packed, qint64 first, qint64 last);
/// Whether unpackRecords(\a packed) has \a record, without making the list.
bool holdsRecord(const QByteArray &packed, qint64 record);

QByteArray packFollowers(const std::vector<PartMembers::Follower> &followers);
std::vector<PartMembers::Follower> unpackFollowers(const QByteArray &packed);

/// As a ledger of version 1 has them: steps between ascending numbers.
std::vector<qint64> unpackVersion1(const QByteArray &packed);

} // namespace rowlift::store
