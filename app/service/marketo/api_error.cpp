#include "app/service/marketo/api_error.h"

#include "app/net/redact.h"
#include "app/net/retry_after.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <iterator>

namespace rowlift::marketo {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestExcerpt = 400;

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Api)
};

/// What a refusal is looked at with.
struct Refusal {
    const Fault &fault;
    const QString &right;
    const QDateTime &now;
};

QString signInAgain(const Refusal &)
{
    return ApiWords::tr("Please sign in to Marketo again. Your work is kept.");
}

QString noRight(const Refusal &refusal)
{
    return ApiWords::tr("Signed in, but this API user may not do that, or not from this network. Ask your "
                        "Marketo administrator for the permission “%1”.")
        .arg(refusal.right);
}

QString dayUsedUp(const Refusal &refusal)
{
    const QDateTime anew = nextQuotaDay(refusal.now).toLocalTime();
    const bool isToday = anew.date() == refusal.now.toLocalTime().date();
    const QString time = QLocale().toString(anew.time(), QLocale::ShortFormat);
    if (isToday)
        return ApiWords::tr("Today's calls of your Marketo are used up. It counts anew from %1, which is "
                            "midnight in Chicago.")
            .arg(time);
    return ApiWords::tr(
               "Today's calls of your Marketo are used up. It counts anew tomorrow from %1, which is "
               "midnight in Chicago.")
        .arg(time);
}

QString askedTooMuch(const Refusal &)
{
    return ApiWords::tr("Marketo is being asked too much at the moment. Try again in a minute.");
}

QString askedTooMuchAtOnce(const Refusal &)
{
    return ApiWords::tr("Marketo is being asked too much at the same moment. Try again in a few seconds.");
}

QString hasTrouble(const Refusal &)
{
    return ApiWords::tr("Marketo has trouble at the moment. Try again in a few minutes.");
}

QString queueIsFull(const Refusal &)
{
    return ApiWords::tr("Marketo's queue is full. Rowlift tries again when there is a place.");
}

QString listIsBusy(const Refusal &)
{
    return ApiWords::tr("Marketo is still importing into this list. Rowlift tries again when that is done.");
}

QString tooLargeForMarketo(const Refusal &)
{
    return ApiWords::tr("This part is larger than Marketo takes.");
}

QString noSuchLookupField(const Refusal &)
{
    return ApiWords::tr("Marketo cannot find people by this field. Read the fields again, or choose another "
                        "one.");
}

QString notThere(const Refusal &)
{
    return ApiWords::tr("Marketo does not find what this import is to go to: the list may be gone. Choose it "
                        "again.");
}

QString partitionIsNotForUs(const Refusal &)
{
    return ApiWords::tr("This API user may not use the partition, or it is gone. Choose another one.");
}

QString marketoSays(const Refusal &refusal)
{
    return ApiWords::tr("Marketo says: %1").arg(redactedText(refusal.fault.text).left(longestExcerpt));
}

using Sentence = QString (*)(const Refusal &);
using Kind = Error::Kind;

constexpr std::chrono::milliseconds noWait = 0ms; ///< None that Marketo names.

struct CodeRow {
    int code;
    Kind kind;
    Sentence sentence;
    std::chrono::milliseconds wait = noWait;
};

/// Codes that are not here are refusals with a text. Source: contracts/marketo.md, 6.1, the column of what a
/// client does, 6.2 and 9.1.
constexpr CodeRow codeTable[] {
    { 413, Kind::Rejected, tooLargeForMarketo },
    { 502, Kind::ServiceFault, hasTrouble },
    { 600, Kind::SignIn, signInAgain },
    { 601, Kind::SignIn, signInAgain },
    { 602, Kind::SignIn, signInAgain },
    { 603, Kind::Rejected, noRight },
    { 604, Kind::ServiceFault, hasTrouble },
    { 606, Kind::RateLimit, askedTooMuch, 20s },
    { 607, Kind::Quota, dayUsedUp },
    { 608, Kind::ServiceFault, hasTrouble },
    { 611, Kind::ServiceFault, hasTrouble },
    { 614, Kind::ServiceFault, hasTrouble },
    { 615, Kind::RateLimit, askedTooMuchAtOnce, 3s },
    { 713, Kind::ServiceFault, hasTrouble },
    { 719, Kind::ServiceFault, hasTrouble },
    { 1006, Kind::Rejected, noSuchLookupField },
    { 1008, Kind::Rejected, partitionIsNotForUs },
    { 1011, Kind::Rejected, noSuchLookupField },
    { 1013, Kind::Rejected, notThere },
    { 1014, Kind::ServiceFault, hasTrouble },
    { 1016, Kind::QueueFull, queueIsFull, 30s },
    { 1019, Kind::QueueFull, listIsBusy, 30s },
    { 1022, Kind::ServiceFault, hasTrouble },
    { 1029, Kind::QueueFull, queueIsFull, 30s },
};

/// Of those that a gateway gives when Marketo itself may be at work still.
bool isGatewayCode(int code)
{
    return code >= 500 && code < 600;
}

const CodeRow *rowOf(int code)
{
    const int known = isGatewayCode(code) ? 502 : code;
    const auto found = std::ranges::find(codeTable, known, &CodeRow::code);
    return found == std::end(codeTable) ? nullptr : found;
}

constexpr int bodyTooLarge = 413;
constexpr int addressTooLong = 414;

Error byFault(const Refusal &refusal)
{
    const CodeRow *row = rowOf(refusal.fault.code);
    const Kind unknown = refusal.fault.code > 0 ? Kind::Rejected : Kind::BadReply;
    Error error { .kind = row ? row->kind : unknown,
                  .sentence = row ? row->sentence(refusal) : marketoSays(refusal),
                  .detail = {},
                  .retryAfter = {} };
    if (row && row->wait > noWait)
        error.retryAfter = row->wait;
    if (error.kind == Kind::Quota)
        error.retryAfter = std::chrono::milliseconds(refusal.now.msecsTo(nextQuotaDay(refusal.now)));
    return error;
}

Error byStatus(const HttpReply &reply, const QDateTime &now)
{
    Error error { .kind = Kind::BadReply, .sentence = {}, .detail = {}, .retryAfter = {} };
    if (reply.status >= 500 || reply.status == 429) {
        error.kind = Kind::ServiceFault;
        error.sentence = ApiWords::tr("Marketo has trouble at the moment. Try again in a few minutes.");
        error.retryAfter = retryAfter(reply.header("Retry-After"), now);
    } else if (reply.status == bodyTooLarge || reply.status == addressTooLong) {
        error.kind = Kind::Rejected;
        error.sentence = ApiWords::tr("This part is larger than Marketo takes.");
    } else {
        error.sentence = ApiWords::tr("The answer is not like Marketo's. Check the address of the account.");
    }
    return error;
}

/// Whoever walks a part takes these for "nothing was done".
bool meansNothingDone(Kind kind)
{
    constexpr std::array kinds { Kind::Network,   Kind::Rejected,  Kind::SignIn,
                                 Kind::RateLimit, Kind::QueueFull, Kind::Quota };
    return std::ranges::find(kinds, kind) != kinds.end();
}

/// What \a refusal says of a call of which nobody knows what became.
Error undecided(const Error &refusal, const HttpReply &reply, const QDateTime &now)
{
    Error error = byStatus(reply, now);
    if (error.kind == Kind::Rejected) // a size that is too large, said with a success
        error.kind = Kind::BadReply;
    if (error.kind == Kind::BadReply && refusal.kind == Kind::Rejected)
        error.sentence = refusal.sentence;
    return error;
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

bool Envelope::has(int code) const
{
    return std::ranges::any_of(faults, [code](const Fault &fault) { return fault.code == code; });
}

std::optional<Envelope> envelopeIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    Envelope envelope { .success = json.value("success"_L1).toBool(),
                        .result = json.value("result"_L1).toArray(),
                        .faults = {},
                        .nextPageToken = json.value("nextPageToken"_L1).toString(),
                        .mayHaveMore = json.value("moreResult"_L1).toBool(true) };
    const QJsonArray errors = json.value("errors"_L1).toArray();
    for (const QJsonValue &error : errors)
        envelope.faults.push_back(
            { .code = error["code"_L1].toVariant().toInt(), .text = error["message"_L1].toString() });
    return envelope;
}

bool saysExpired(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    return reply.status == 200 && envelope && !envelope->success
        && (envelope->has(601) || envelope->has(602));
}

bool saysNotNow(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    return envelope && !envelope->success && std::ranges::any_of(envelope->faults, [](const Fault &fault) {
               const CodeRow *row = rowOf(fault.code);
               return row && (row->kind == Kind::ServiceFault || row->kind == Kind::RateLimit);
           });
}

bool saysTooOften(const HttpReply &reply)
{
    if (!reply.body.contains("606")) // of long answers, most are no refusals
        return false;
    const auto envelope = envelopeIn(reply.body);
    return envelope && !envelope->success && envelope->has(606);
}

bool provesNothingDone(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    if (envelope && envelope->success)
        return false;
    if (reply.status == bodyTooLarge || reply.status == addressTooLong)
        return true;
    return reply.status == 200 && envelope && !envelope->faults.empty()
        && std::ranges::none_of(envelope->faults, [](const Fault &fault) {
               return fault.code <= 0 || isGatewayCode(fault.code);
           });
}

QDateTime nextQuotaDay(const QDateTime &now)
{
    const QTimeZone chicago("America/Chicago");
    const QTimeZone zone = chicago.isValid() ? chicago : QTimeZone(-6 * 60 * 60); // no table of zones here
    return now.toTimeZone(zone).date().addDays(1).startOfDay(zone).toUTC();
}

Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QString &right,
                const QDateTime &now)
{
    const auto envelope = envelopeIn(reply.body);
    const bool isOwnWord = envelope && !envelope->success && !envelope->faults.empty();
    Error error = isOwnWord ? byFault({ .fault = envelope->faults.front(), .right = right, .now = now })
                            : byStatus(reply, now);
    const bool changes = request.method != "GET";
    if (changes && meansNothingDone(error.kind) && !provesNothingDone(reply))
        error = undecided(error, reply, now);
    error.detail = excerptOf(request, reply);
    return error;
}

Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted)
{
    return { .kind = Error::Kind::BadReply,
             .sentence = ApiWords::tr("Marketo answered in a way that Rowlift does not understand."),
             .detail = u"no %1 in "_s.arg(wanted) + excerptOf(request, reply),
             .retryAfter = {} };
}

} // namespace rowlift::marketo
