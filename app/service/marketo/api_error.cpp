#include "app/service/marketo/api_error.h"

#include "app/net/redact.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestExcerpt = 400;

/// Source: contracts/marketo.md, 6.1, the column of what a client does.
constexpr std::array expiredCodes { 601, 602 };
constexpr std::array troubleCodes { 500, 502, 604, 608, 611, 614, 713, 719 };
constexpr std::array tooManyCodes { 606, 615 };
constexpr int noRight = 603;
constexpr int dayUsedUp = 607;

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Api)
};

template <typename Codes>
bool isOneOf(int code, const Codes &codes)
{
    return std::ranges::find(codes, code) != codes.end();
}

struct Verdict {
    Error::Kind kind;
    QString sentence;
};

Verdict verdictByFault(const Fault &fault, const QString &right)
{
    if (isOneOf(fault.code, expiredCodes) || fault.code == 600)
        return { Error::Kind::SignIn, ApiWords::tr("Please sign in to Marketo again. Your work is kept.") };
    if (fault.code == noRight)
        return { Error::Kind::Rejected,
                 ApiWords::tr("Signed in, but this API user may not do that, or not from this network. Ask "
                              "your Marketo administrator for the permission “%1”.")
                     .arg(right) };
    if (fault.code == dayUsedUp)
        return { Error::Kind::Quota,
                 ApiWords::tr("Today's calls of your Marketo are used up. It counts anew from midnight in "
                              "Chicago.") };
    if (isOneOf(fault.code, tooManyCodes))
        return { Error::Kind::RateLimit,
                 ApiWords::tr("Marketo is being asked too much at the moment. Try again in a minute.") };
    if (isOneOf(fault.code, troubleCodes))
        return { Error::Kind::ServiceFault,
                 ApiWords::tr("Marketo has trouble at the moment. Try again in a few minutes.") };
    return { Error::Kind::Rejected,
             ApiWords::tr("Marketo says: %1").arg(redactedText(fault.text).left(longestExcerpt)) };
}

Verdict verdictByStatus(int status)
{
    if (status >= 500)
        return { Error::Kind::ServiceFault,
                 ApiWords::tr("Marketo has trouble at the moment. Try again in a few minutes.") };
    if (status == 413)
        return { Error::Kind::Rejected, ApiWords::tr("This part is larger than Marketo takes.") };
    return { Error::Kind::BadReply,
             ApiWords::tr("The answer is not like Marketo's. Check the address of the account.") };
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
                        .faults = {} };
    const QJsonArray errors = json.value("errors"_L1).toArray();
    for (const QJsonValue &error : errors)
        envelope.faults.push_back(
            { .code = error["code"_L1].toVariant().toInt(), .text = error["message"_L1].toString() });
    return envelope;
}

bool saysExpired(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    return envelope && std::ranges::any_of(expiredCodes, [&](int code) { return envelope->has(code); });
}

bool saysNotNow(const HttpReply &reply)
{
    const auto envelope = envelopeIn(reply.body);
    const auto has = [&](int code) { return envelope->has(code); };
    return envelope && (std::ranges::any_of(troubleCodes, has) || std::ranges::any_of(tooManyCodes, has));
}

Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QString &right)
{
    const auto envelope = envelopeIn(reply.body);
    const Verdict verdict = envelope && !envelope->faults.empty()
        ? verdictByFault(envelope->faults.front(), right)
        : verdictByStatus(reply.status);
    const QString excerpt = redactedText(QString::fromUtf8(reply.body)).simplified().left(longestExcerpt);
    return { .kind = verdict.kind,
             .sentence = verdict.sentence,
             .detail = u"%1 %2: %3 %4"_s.arg(QString::fromLatin1(request.method), redactedUrl(request.url))
                           .arg(reply.status)
                           .arg(excerpt)
                           .trimmed(),
             .retryAfter = {} };
}

} // namespace rowlift::marketo
