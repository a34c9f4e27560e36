#pragma once

#include "app/service/salesforce/api.h"

#include <QJsonArray>

#include <functional>

namespace rowlift::salesforce {

/// Of an address; the service takes 16,384 bytes. Source: contracts/salesforce.md, 5.4.
inline constexpr qsizetype longestQueryAddress = 15'000;

/// What \a text takes of an address.
qsizetype sizeInAddress(const QString &text);

/// \a text as it stands in a query: in single quotes, with what is special there escaped.
QString queryLiteral(const QString &text);

/// Whether a query finds what lies in the bin, too.
enum class Bin { LeftOut, Searched };

/// The call of a \a query.
Call queryCallFor(const QString &query, Bin bin = Bin::LeftOut);

/// Takes the records of one page, which came in \a reply.
using RecordPage = std::function<void(const QJsonArray &records, const HttpReply &reply)>;

/// Asks the query of \a call to its last page. Fails with BadReply unless every page is of the service
/// itself, every record shows its id, and all of them are as many as it tells: what is not among them counts
/// as not there. Source: contracts/salesforce.md, 5.4.
Done readQuery(Api &api, Call call, const RecordPage &page, std::stop_token stop);

} // namespace rowlift::salesforce
