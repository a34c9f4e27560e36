#include "app/net/redact.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace rowlift {

using namespace Qt::StringLiterals;

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
                                          u"code_verifier|signature)\"?\\s*[=:]\\s*\"?)"
                                          "[^\\s\"&,}]+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // A Salesforce session id: the org's id, an exclamation mark, an opaque part.
    static const QRegularExpression sessionId(u"00D[A-Za-z0-9]{12,15}![^\\s\"'&,]+"_s);
    text.replace(bearer, u"\\1 …"_s);
    text.replace(named, u"\\1…"_s);
    text.replace(sessionId, u"…"_s);
    return text;
}

} // namespace rowlift
