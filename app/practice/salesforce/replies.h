#pragma once

#include "app/practice/http_message.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rowlift::practice::salesforce {

/// Longest body of a JSON call. Source: contracts/salesforce.md, 1.11.
constexpr qint64 longestRecordJson = 50'000'000;

/// The ordinary error body: an array with one object. Source: contracts/salesforce.md, 1.11.
Response errorReply(int status, const QByteArray &code, const QByteArray &message,
                    const QByteArrayList &fields = {});
Response notFound();
Response methodNotAllowed();

} // namespace rowlift::practice::salesforce
