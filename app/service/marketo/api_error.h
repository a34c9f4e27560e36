#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QJsonArray>
#include <QString>

#include <optional>
#include <vector>

namespace rowlift::marketo {

/// One entry of an answer's `errors`.
struct Fault {
    int code = 0; ///< A number in quotes on the wire.
    QString text;

    bool operator==(const Fault &) const = default;
};

/// The frame around every JSON answer; any member may be missing. Source: contracts/marketo.md, 4.
struct Envelope {
    bool success = false;
    QJsonArray result;
    std::vector<Fault> faults;

    bool has(int code) const;
};

/// Nothing when \a body is no JSON object: a page, or rows of text.
std::optional<Envelope> envelopeIn(const QByteArray &body);

/// Whether \a reply says that the token is not good any more. Nothing was carried out then.
/// Source: contracts/marketo.md, 6.1: 601, 602.
bool saysExpired(const HttpReply &reply);
/// Whether \a reply says "not now": the same request is worth trying again later.
bool saysNotNow(const HttpReply &reply);

/// What an answer that is no success means for the person. \a right: the permission that the call takes, in
/// Marketo's words.
Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QString &right);

} // namespace rowlift::marketo
