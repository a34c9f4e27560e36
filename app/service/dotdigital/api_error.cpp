#include "app/service/dotdigital/api_error.h"

#include "app/net/redact.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestExcerpt = 400;

struct ApiWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Api)
};

struct Verdict {
    Error::Kind kind;
    QString sentence;
};

QString textIn(const QJsonObject &body)
{
    return redactedText(body.value("message"_L1).toString(body.value("description"_L1).toString()))
        .left(longestExcerpt);
}

Verdict verdictOf(const HttpReply &reply, const QString &token)
{
    if (reply.status == 401 || token == "ERROR_INVALID_LOGIN"_L1)
        return { Error::Kind::SignIn,
                 ApiWords::tr(
                     "Dotdigital did not accept the API user or password. Copy both again from Settings "
                     "→ Access → API users.") };
    if (reply.status == 429 || token == "ERROR_APIUSAGE_EXCEEDED"_L1)
        return { Error::Kind::RateLimit,
                 ApiWords::tr("Dotdigital is being asked too much at the moment. Try again later.") };
    if (token == "ERROR_FEATURENOTACTIVE"_L1)
        return { Error::Kind::Rejected,
                 ApiWords::tr(
                     "This feature is not part of your Dotdigital account. Ask your administrator.") };
    if (reply.status == 403)
        return { Error::Kind::Rejected,
                 ApiWords::tr(
                     "Dotdigital does not let this API user in. Ask your administrator whether it may "
                     "use the API, and of which region the account is.") };
    if (reply.status >= 500)
        return { Error::Kind::ServiceFault,
                 ApiWords::tr("Dotdigital has trouble at the moment. Try again in a few minutes.") };
    const QString text = textIn(QJsonDocument::fromJson(reply.body).object());
    if (reply.status < 400 || text.isEmpty())
        return { Error::Kind::BadReply,
                 ApiWords::tr("The answer is not like Dotdigital's. Check the address of the account.") };
    return { Error::Kind::Rejected, ApiWords::tr("Dotdigital says: %1").arg(text) };
}

/// When the limit ends, as seconds since 1970. Source: contracts/dotdigital.md, 3.
std::optional<std::chrono::milliseconds> waitNamedIn(const HttpReply &reply, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 reset = reply.header("X-RateLimit-Reset").toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(reset * 1000 - now.toMSecsSinceEpoch(), 0));
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

Error errorFrom(const HttpRequest &request, const HttpReply &reply, const QDateTime &now)
{
    const Verdict verdict = verdictOf(reply, errorToken(reply.body));
    const QString excerpt = redactedText(QString::fromUtf8(reply.body)).simplified().left(longestExcerpt);
    return { .kind = verdict.kind,
             .sentence = verdict.sentence,
             .detail = u"%1 %2: %3 %4"_s.arg(QString::fromLatin1(request.method), redactedUrl(request.url))
                           .arg(reply.status)
                           .arg(excerpt)
                           .trimmed(),
             .retryAfter = verdict.kind == Error::Kind::RateLimit ? waitNamedIn(reply, now) : std::nullopt };
}

} // namespace rowlift::dotdigital
