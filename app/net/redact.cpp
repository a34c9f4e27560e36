#include "app/net/redact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestSecret = 3; ///< What is shorter stands in every other word.

QStringList spellingsOf(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    const QString coded = QString::fromLatin1(bytes.toPercentEncoding());
    QString form = coded;
    form.replace(u"%20"_s, u"+"_s);
    return { secret,
             coded,
             coded.toLower(),
             form,
             QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)),
             QString::fromLatin1(
                 bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)) };
}

QJsonValue struckOut(const QJsonValue &value, const std::vector<Secret> &secrets)
{
    if (value.isString())
        return withoutSecrets(value.toString(), secrets);
    if (value.isArray()) {
        QJsonArray made;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue &entry : entries)
            made.append(struckOut(entry, secrets));
        return made;
    }
    if (!value.isObject())
        return value;
    QJsonObject made;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        made.insert(withoutSecrets(member.key(), secrets), struckOut(member.value(), secrets));
    return made;
}

} // namespace

QString redactedUrl(const QUrl &url)
{
    QUrl shown = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString text = shown.toString(QUrl::FullyEncoded);
    if (url.hasQuery()) {
        QStringList names;
        for (const auto &[name, value] : QUrlQuery(url).queryItems())
            names << name + u"=…"_s;
        text += u'?' + names.join(u'&');
    }
    return redactedText(text);
}

QString redactedText(QString text)
{
    static const QRegularExpression bearer(u"(Bearer|Basic)\\s+[^\\s\"',]+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(u"((?:access_token|refresh_token|id_token|client_secret|password|"
                                          u"code_verifier|signature)\"?\\s*[=:]\\s*)"
                                          u"(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[^\\s\"&,}]+)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // A Salesforce session id: the org's id, an exclamation mark, an opaque part.
    static const QRegularExpression sessionId(u"00D[A-Za-z0-9]{12,15}![^\\s\"'&,]+"_s);
    text.replace(bearer, u"\\1 …"_s);
    text.replace(named, u"\\1…"_s);
    text.replace(sessionId, u"…"_s);
    return text;
}

QString withoutSecrets(QString text, const std::vector<Secret> &secrets)
{
    for (const Secret &secret : secrets) {
        if (secret.reveal().size() < shortestSecret)
            continue;
        for (const QString &spelling : spellingsOf(secret.reveal()))
            text.replace(spelling, u"…"_s);
    }
    return text;
}

HttpReply withoutSecrets(HttpReply reply, const std::vector<Secret> &secrets)
{
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    if (json.isObject())
        reply.body
            = QJsonDocument(struckOut(json.object(), secrets).toObject()).toJson(QJsonDocument::Compact);
    else if (json.isArray())
        reply.body = QJsonDocument(struckOut(json.array(), secrets).toArray()).toJson(QJsonDocument::Compact);
    else
        reply.body = withoutSecrets(QString::fromUtf8(reply.body), secrets).toUtf8();
    return reply;
}

} // namespace rowlift
