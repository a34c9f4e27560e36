#pragma once

#include "app/base/secret.h"
#include "app/net/http.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace rowlift {

/// An address for logs and reports: without user, password and the values of its query.
QString redactedUrl(const QUrl &url);

/// \a text with everything that looks like a token, password or secret struck out.
QString redactedText(QString text);

/// \a text without \a secrets, however they are written: plain, as in an address or a form, in base64. For
/// servers that repeat what they were sent; to be called before anything is cut off.
QString withoutSecrets(QString text, const std::vector<Secret> &secrets);
/// \a reply with a body without \a secrets, also where JSON spells them in its own way.
HttpReply withoutSecrets(HttpReply reply, const std::vector<Secret> &secrets);

} // namespace rowlift
