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

/// The call of a \a query; those in the bin are left out.
Call queryCallFor(const QString &query);

/// Takes the records of one page.
using RecordPage = std::function<void(const QJsonArray &records)>;

/// Asks \a query to its last page. Fails with BadReply unless every page is of the service itself and all of
/// them are as many records as it tells. Source: contracts/salesforce.md, 5.4.
Done readQuery(Api &api, const QString &query, const RecordPage &page, std::stop_token stop);

} // namespace rowlift::salesforce
