#pragma once

#include <QString>
#include <QUrl>

namespace rowlift {

/// An address for logs and reports: without user, password and the values of its query.
QString redactedUrl(const QUrl &url);

/// \a text with everything that looks like a token, password or secret struck out.
QString redactedText(QString text);

} // namespace rowlift
