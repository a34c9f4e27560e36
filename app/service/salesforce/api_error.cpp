#include "app/service/salesforce/api_error.h"

#include "app/net/redact.h"
#include "app/net/retry_after.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestExcerpt = 400;

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Api)
};

Fault faultFrom(const QJsonObject &entry)
{
    const QString code = entry.value("errorCode"_L1).toString(entry.value("statusCode"_L1).toString());
    return { .code = code, .text = entry.value("message"_L1).toString() };
}

/// What the codes say, apart from the status.
struct Verdict {
    Error::Kind kind;
    QString sentence;
};

QString inTrouble()
{
    return ApiWords::tr("Salesforce has trouble at the moment. Try again in a few minutes.");
}

Verdict tooMuch()
{
    return { Error::Kind::RateLimit, ApiWords::tr("Salesforce is being asked too much at the moment.") };
}

std::optional<Verdict> verdictByCode(QStringView code)
{
    if (sameCode(code, u"REQUEST_LIMIT_EXCEEDED") || sameCode(code, u"EXCEEDED_QUOTA"))
        return Verdict { Error::Kind::Quota,
                         ApiWords::tr(
                             "Today's limit of your Salesforce is used up. Continue tomorrow, or ask your "
                             "administrator for more.") };
    if (sameCode(code, u"API_DISABLED_FOR_ORG") || sameCode(code, u"API_CURRENTLY_DISABLED"))
        return Verdict { Error::Kind::Rejected,
                         ApiWords::tr(
                             "Your Salesforce does not let programs in. Ask your administrator for “API "
                             "Enabled”.") };
    if (sameCode(code, u"FEATURE_NOT_ENABLED") || sameCode(code, u"INVALID_USER"))
        return Verdict { Error::Kind::Rejected,
                         ApiWords::tr(
                             "Your Salesforce does not let this user import many records at once. Ask your "
                             "administrator about the “Bulk API”.") };
    if (sameCode(code, u"NOT_FOUND"))
        return Verdict { Error::Kind::Rejected,
                         ApiWords::tr(
                             "Salesforce does not have what was asked for, or does not show it to this "
                             "user.") };
    if (sameCode(code, u"INVALID_ENTITY") || sameCode(code, u"INVALID_TYPE"))
        return Verdict { Error::Kind::Rejected,
                         ApiWords::tr("Salesforce does not take records of this kind from this user.") };
    return std::nullopt;
}

Verdict verdictByStatus(int status, const Fault &fault, bool isOwn)
{
    if (status == 429)
        return tooMuch();
    // Turned away before the work, as a rule; whether that is certain says saysOver().
    // Source: contracts/salesforce.md, 6, "General".
    if (status == 503)
        return { Error::Kind::RateLimit, inTrouble() };
    if (status >= 500)
        return { Error::Kind::ServiceFault, inTrouble() };
    if (status < 400)
        return { Error::Kind::BadReply,
                 ApiWords::tr(
                     "Salesforce sent Rowlift to another address. Check the address of the account.") };
    if (!isOwn)
        return { Error::Kind::BadReply,
                 ApiWords::tr(
                     "Something on the way to Salesforce answered instead of it. Check the address of the "
                     "account and the proxy of your network.") };
    if (status == 401)
        return { Error::Kind::SignIn, ApiWords::tr("Salesforce has ended the session. Sign in again.") };
    if (status == 403)
        return { Error::Kind::Rejected,
                 ApiWords::tr("Salesforce does not allow this to your user. Ask your administrator.") };
    if (status == 404)
        return { Error::Kind::Rejected,
                 ApiWords::tr(
                     "Salesforce does not have what was asked for, or does not show it to this user.") };
    if (status == 413)
        return { Error::Kind::Rejected, ApiWords::tr("This part is larger than Salesforce takes.") };
    if (fault.text.isEmpty())
        return { Error::Kind::Rejected, ApiWords::tr("Salesforce refused this without saying why.") };
    return { Error::Kind::Rejected,
             ApiWords::tr("Salesforce says: %1").arg(redactedText(fault.text).left(longestExcerpt)) };
}

QString describeExchange(const HttpRequest &request, const HttpReply &reply)
{
    const QString excerpt = redactedText(QString::fromUtf8(reply.body)).simplified().left(longestExcerpt);
    return u"%1 %2: %3 %4"_s.arg(QString::fromLatin1(request.method), redactedUrl(request.url))
        .arg(reply.status)
        .arg(excerpt)
        .trimmed();
}

} // namespace

std::vector<Fault> faultsIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    std::vector<Fault> faults;
    if (document.isObject())
        faults.push_back(faultFrom(document.object()));
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries)
        faults.push_back(faultFrom(entry.toObject()));
    return faults;
}

bool sameCode(QStringView code, QStringView wanted)
{
    const auto folded = [](QStringView text) { return text.toString().remove(u'_').toCaseFolded(); };
    return folded(code) == folded(wanted);
}

bool hasCode(const HttpReply &reply, QStringView code)
{
    return std::ranges::any_of(faultsIn(reply.body),
                               [code](const Fault &fault) { return sameCode(fault.code, code); });
}

std::optional<ApiUsage> usageFrom(const QByteArray &limitInfo)
{
    static const QRegularExpression pattern(u"(?:^|[,\\s])api-usage=(\\d+)/(\\d+)"_s);
    const auto match = pattern.match(QString::fromLatin1(limitInfo));
    if (!match.hasMatch())
        return std::nullopt;
    return ApiUsage { .used = match.captured(1).toLongLong(), .most = match.captured(2).toLongLong() };
}

bool isTooManyAtOnce(const HttpReply &reply)
{
    if (reply.status != 403 || !hasCode(reply, u"REQUEST_LIMIT_EXCEEDED"))
        return false;
    const auto usage = usageFrom(reply.header("Sforce-Limit-Info"));
    return usage && usage->used < usage->most;
}

bool isOwnRefusal(const HttpReply &reply)
{
    constexpr std::array nobodysWord { 408, 425, 499 }; // timeouts, told by whoever waited
    if (reply.status < 400 || std::ranges::find(nobodysWord, reply.status) != nobodysWord.end())
        return false;
    return std::ranges::any_of(faultsIn(reply.body),
                               [](const Fault &fault) { return !fault.code.isEmpty(); });
}

bool saysOver(const HttpReply &reply)
{
    return isOwnRefusal(reply);
}

Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now)
{
    const std::vector<Fault> faults = faultsIn(reply.body);
    const Fault fault = faults.empty() ? Fault {} : faults.front();
    const bool isOwn = isOwnRefusal(reply);
    const auto byCode = isOwn ? verdictByCode(fault.code) : std::nullopt;
    const Verdict verdict
        = isTooManyAtOnce(reply) ? tooMuch() : byCode.value_or(verdictByStatus(reply.status, fault, isOwn));
    return { .kind = verdict.kind,
             .sentence = verdict.sentence,
             .detail = describeExchange(request, reply),
             .retryAfter = retryAfter(reply.header("Retry-After"), now) };
}

Error unreadable(const HttpRequest &request, const HttpReply &reply, const QString &wanted)
{
    return { .kind = Error::Kind::BadReply,
             .sentence = ApiWords::tr("Salesforce answered in a way that Rowlift does not understand."),
             .detail = u"no %1 in "_s.arg(wanted) + describeExchange(request, reply),
             .retryAfter = {} };
}

} // namespace rowlift::salesforce
