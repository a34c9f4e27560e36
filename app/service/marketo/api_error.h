#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QDateTime>
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
    QString nextPageToken = {};
    bool mayHaveMore = true; ///< Its flag does not say no; some answers have none.

    bool has(int code) const;
};

/// Nothing when \a body is no JSON object: a page, or rows of text.
std::optional<Envelope> envelopeIn(const QByteArray &body);

/// Whether \a reply says that the token is not good any more. Nothing was carried out then.
/// Source: contracts/marketo.md, 6.1: 601, 602.
bool saysExpired(const HttpReply &reply);
/// Whether \a reply says "not now": the same request is worth trying again later.
bool saysNotNow(const HttpReply &reply);
/// Whether \a reply says that the account is asked too often. Source: contracts/marketo.md, 6.1: 606.
bool saysTooOften(const HttpReply &reply);

/// Whether \a reply proves that nothing of the request was carried out: Marketo itself refuses it, which it
/// does with 200, and not with one of the codes that its gateways use for "no answer in time" (500, 502), or
/// the body was too large for it. With any other status something on the way may have had a say, whatever the
/// code. Source: contracts/marketo.md, 4, 6.1 and 13 (6).
bool provesNothingDone(const HttpReply &reply);

/// Until the daily allowance counts anew: midnight in Chicago. Source: contracts/marketo.md, 5.
QDateTime nextQuotaDay(const QDateTime &now);

/// What an answer that is no success means for the person. \a right: the permission that the call takes, in
/// Marketo's words. Rejected is Marketo's own word, whatever it is; a refusal of something on the way is a
/// BadReply, as nobody knows what became of the call. Of a call that changes something no kind is given that
/// says that nothing was done unless that is proven.
Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QString &right,
                const QDateTime &now);

/// For answers that should have been \a wanted and are not: "a batch with an id".
Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted);

} // namespace rowlift::marketo
