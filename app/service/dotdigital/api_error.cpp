#include "app/service/dotdigital/api_error.h"

#include "app/net/redact.h"
#include "app/net/retry_after.h"
#include "app/service/dotdigital/error_tokens.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rowlift::dotdigital {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Kind = Error::Kind;

constexpr qsizetype longestExcerpt = 400;

constexpr int badRequest = 400;
constexpr int signInRefused = 401;
constexpr int forbidden = 403;
constexpr int notThere = 404;
constexpr int tooManyCollections = 412;
constexpr int bodyTooLarge = 413;
constexpr int oddContentType = 415;
constexpr int notProcessed = 422;
constexpr int askedTooOften = 429;

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Api)
};

struct Verdict {
    Kind kind;
    QString sentence;
    std::chrono::milliseconds wait = 0ms;
};

/// "records[0].key: it is empty", of version 3. Source: contracts/dotdigital.md, 2.
QString firstDetail(const QJsonObject &body)
{
    const QJsonObject detail = body.value("details"_L1).toArray().first().toObject();
    const QString text = detail.value("description"_L1).toString(detail.value("error"_L1).toString());
    const QString item = detail.value("item"_L1).toString();
    return item.isEmpty() || text.isEmpty() ? item + text : item + u": "_s + text;
}

/// The words of an answer, without its token; empty when it has no others.
QString wordsIn(const QJsonObject &body)
{
    QString text = body.value("message"_L1).toString(body.value("description"_L1).toString());
    static const QRegularExpression token(u"\\s*(Error:\\s*)?ERROR_[A-Z_]+"_s);
    text = text.remove(token).trimmed();
    const QString detail = firstDetail(body);
    if (!detail.isEmpty())
        text = (text + u" ("_s + detail + u')').trimmed();
    return redactedText(text).left(longestExcerpt);
}

bool hasOwnWords(const QJsonObject &body)
{
    return body.value("message"_L1).isString() || body.value("errorCode"_L1).isString();
}

Verdict rateLimited()
{
    return { Kind::RateLimit,
             ApiWords::tr("Dotdigital is being asked too much at the moment. Try again later.") };
}

Verdict hasTrouble()
{
    return { Kind::ServiceFault,
             ApiWords::tr("Dotdigital has trouble at the moment. Try again in a few minutes.") };
}

std::optional<Verdict> byToken(const KnownToken *known, const QString &text)
{
    if (!known)
        return std::nullopt;
    const QString sentence = ApiWords::tr(known->sentence);
    const bool tellsMore = known->showsText && !text.isEmpty();
    return Verdict { known->kind,
                     tellsMore ? ApiWords::tr("%1 Dotdigital says: %2").arg(sentence, text) : sentence,
                     known->wait };
}

std::optional<Verdict> byStatus(int status)
{
    switch (status) {
    case signInRefused:
        return byToken(knownToken(u"ERROR_INVALID_LOGIN"), {});
    case askedTooOften:
        return rateLimited();
    case forbidden:
        return Verdict { Kind::Rejected,
                         ApiWords::tr("Dotdigital does not let this API user in. Ask your administrator "
                                      "whether it may use the API, and of which region the account is.") };
    case bodyTooLarge:
        return Verdict { Kind::Rejected,
                         ApiWords::tr("This part is larger than Dotdigital takes at once. Nothing of it was "
                                      "taken.") };
    case tooManyCollections:
        return Verdict { Kind::Rejected,
                         ApiWords::tr("Your Dotdigital has as many collections as it can hold. Nothing was "
                                      "sent: choose one that is there, or delete one in Dotdigital.") };
    default:
        return status >= 500 ? std::optional(hasTrouble()) : std::nullopt;
    }
}

Verdict verdictOf(const HttpReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QString token = errorToken(reply.body);
    const QString text = wordsIn(body);
    if (const auto verdict = byToken(knownToken(token), text))
        return *verdict;
    if (const auto verdict = byStatus(reply.status))
        return *verdict;
    if (reply.status < 400 || (text + token).isEmpty() || !hasOwnWords(body))
        return { Kind::BadReply,
                 ApiWords::tr("The answer is not like Dotdigital's. Check the address of the account.") };
    return { Kind::Rejected, ApiWords::tr("Dotdigital says: %1").arg(text.isEmpty() ? token : text) };
}

/// Whoever walks a part takes these for "nothing was done".
bool meansNothingDone(Kind kind)
{
    constexpr std::array kinds { Kind::Network,   Kind::Rejected,  Kind::SignIn,
                                 Kind::RateLimit, Kind::QueueFull, Kind::Quota };
    return std::ranges::find(kinds, kind) != kinds.end();
}

QString excerptOf(const HttpRequest &request, const HttpReply &reply)
{
    const QString text = redactedText(QString::fromUtf8(reply.body)).simplified().left(longestExcerpt);
    return u"%1 %2: %3 %4"_s.arg(QString::fromLatin1(request.method), redactedUrl(request.url))
        .arg(reply.status)
        .arg(text)
        .trimmed();
}

} // namespace

QString errorToken(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.contains("errorCode"_L1))
        return json.value("errorCode"_L1).toString();
    static const QRegularExpression pattern(u"ERROR_[A-Z_]+"_s);
    QString last;
    for (auto all = pattern.globalMatch(json.value("message"_L1).toString()); all.hasNext();)
        last = all.next().captured();
    return last;
}

std::optional<std::chrono::milliseconds> waitNamedIn(const HttpReply &reply, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 reset = reply.header("X-RateLimit-Reset").toLongLong(&isNumber);
    if (reply.status != askedTooOften || !isNumber)
        return retryAfter(reply.header("Retry-After"), now);
    const QDateTime theirs = httpDate(reply.header("Date")).value_or(now);
    return std::chrono::milliseconds(std::max<qint64>(reset * 1000 - theirs.toMSecsSinceEpoch(), 0));
}

bool provesNothingDone(const HttpReply &reply)
{
    constexpr std::array gates { signInRefused, forbidden, bodyTooLarge, askedTooOften };
    if (reply.status / 100 == 2)
        return false;
    if (std::ranges::find(gates, reply.status) != gates.end())
        return true;
    if (const KnownToken *known = knownToken(errorToken(reply.body)))
        return known->provesNothingDone;
    // Others than Dotdigital have words as well, for a request that they have passed on: 408, 409, 499.
    constexpr std::array refusals { badRequest, notThere, tooManyCollections, oddContentType, notProcessed };
    return std::ranges::find(refusals, reply.status) != refusals.end()
        && hasOwnWords(QJsonDocument::fromJson(reply.body).object());
}

Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now)
{
    Verdict verdict = verdictOf(reply);
    const bool changes = request.method != "GET";
    if (changes && meansNothingDone(verdict.kind) && !provesNothingDone(reply))
        verdict.kind = reply.status >= 500 ? Kind::ServiceFault : Kind::BadReply;
    Error error { .kind = verdict.kind,
                  .sentence = verdict.sentence,
                  .detail = excerptOf(request, reply),
                  .retryAfter = {} };
    constexpr std::array waits { Kind::RateLimit, Kind::QueueFull, Kind::ServiceFault };
    if (std::ranges::find(waits, error.kind) == waits.end())
        return error;
    error.retryAfter = waitNamedIn(reply, now);
    if (!error.retryAfter && verdict.wait > 0ms)
        error.retryAfter = verdict.wait;
    return error;
}

Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted)
{
    return { .kind = Kind::BadReply,
             .sentence = ApiWords::tr("Dotdigital answered in a way that Rowlift does not understand."),
             .detail = u"no %1 in "_s.arg(wanted) + excerptOf(request, reply),
             .retryAfter = {} };
}

} // namespace rowlift::dotdigital
