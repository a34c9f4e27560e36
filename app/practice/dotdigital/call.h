#pragma once

#include "app/practice/dotdigital/database.h"
#include "app/practice/http_message.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace rowlift::practice::dotdigital {

/// One request that was let in.
struct Call {
    Request &request;
    QStringList path; ///< The segments of its path.
    Database &database;

    bool is(const char *method) const { return request.method == method; }
    /// A number from the query, or \a otherwise; -1 when it is none.
    int number(const QString &name, int otherwise) const;
};

/// Which page of a list is wanted, or nothing when the numbers are out of bounds. Source:
/// contracts/dotdigital.md, 2 (ERROR_PARAMETER_INVALID).
struct Page {
    int select = 0;
    int skip = 0;
};
std::optional<Page> pageOf(const Call &call, int most);

Response jsonReply(int status, const QByteArray &body);
/// A reply without a body.
Response statusOnly(int status);
/// What the v2 paths say: `{"message":"Error: ERROR_X"}`.
Response refusal(int status, const QByteArray &token);
/// The same without a token.
Response sentence(int status, const QByteArray &words);
/// What the v3 paths say. Source: contracts/dotdigital.md, 2.
Response refusalV3(int status, const QByteArray &code, const QByteArray &description,
                   const QByteArray &item = {}, const QByteArray &itemWords = {});
Response wrongMethod();

/// A JSON object with its member names in lower case; empty when \a json is none.
QJsonObject lowered(const QByteArray &json);
/// The body as a JSON object whose member names are in lower case; nothing when it is none.
std::optional<QJsonObject> loweredBody(Call &call);
QByteArray newId();
/// ISO 8601 in UTC, with milliseconds.
QByteArray isoTime(qint64 time);

} // namespace rowlift::practice::dotdigital
