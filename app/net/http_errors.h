#pragma once

#include "app/base/error.h"
#include "app/net/http.h"

#include <QNetworkReply>

namespace rowlift {

/// How a request failed without a whole answer, in words and by kind.
struct NoAnswer {
    QNetworkReply::NetworkError code = QNetworkReply::UnknownNetworkError;
    QString text; ///< Of the network library.
    /// Nothing of its body has left; nobody can act on a body that has not begun to.
    bool bodyStayed = false;
};
Error noAnswerError(const HttpRequest &request, const NoAnswer &why);
/// A header has a control sign: nothing was sent.
Error badHeadersError(const HttpRequest &request);
Error tooLargeError(const HttpRequest &request, qint64 most);
/// \a path is the file that could not be read or written.
Error httpStorageError(const QString &path);

} // namespace rowlift
