#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace rowlift::practice {

/// Name and value pairs as they stood in a query or a form, decoded.
using Pairs = QList<std::pair<QString, QString>>;

/// The body of a request, read while it arrives. Blocking; belongs to the connection's thread.
class BodyReader {
public:
    virtual ~BodyReader() = default;
    /// Reads up to \a most bytes; 0 at the end, -1 when the peer is gone (then nothing may be done with what
    /// came before).
    virtual qint64 read(char *into, qint64 most) = 0;
};

/// The body of a reply that is too large for memory.
class BodySource {
public:
    virtual ~BodySource() = default;
    /// Bytes in all, or -1 when unknown (then the reply goes out chunked).
    virtual qint64 size() const = 0;
    /// The next piece; empty at the end.
    virtual QByteArray next() = 0;
};

/// One HTTP request, its path folded (repeated slashes, dot segments, trailing slash) and decoded.
struct Request {
    QByteArray method; ///< GET also for a HEAD.
    bool headOnly = false; ///< It was a HEAD: the reply's body stays away.
    QString path;
    QByteArray target; ///< As it came, for the log.
    Pairs query;
    QMap<QByteArray, QByteArray> headers; ///< Names in lower case.
    BodyReader *reader = nullptr;
    QByteArray kept; ///< A small JSON body, for the request log of the admin address.

    QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
    QString parameter(const QString &name) const;
    QStringList segments() const;
    /// The media type without its parameters, in lower case.
    QByteArray mediaType() const;
    /// The whole body, or nothing when the peer went away or it is longer than \a most bytes (then it is read
    /// to its end).
    std::optional<QByteArray> body(qint64 most);
};

/// One HTTP reply: \a body, or \a source when set. `lost` asks the connection to close without a byte.
struct Response {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    std::shared_ptr<BodySource> source; ///< Shared because replies are copied as values on their way out.
    bool lost = false;
    bool plain = false; ///< Not to be packed.

    static Response json(int status, const QByteArray &body);
    static Response text(int status, const QByteArray &type, const QByteArray &body);
    Response &with(const QByteArray &name, const QByteArray &value);
};

/// Folds `//`, `/./`, `/../` and a trailing slash and undoes percent encoding. Source:
/// contracts/in-the-wild.md, "Everywhere".
QString foldedPath(const QByteArray &rawPath);
/// Takes `a=b&c=d` apart; `+` is a blank.
Pairs parsedForm(const QByteArray &text);
QString valueOf(const Pairs &pairs, const QString &name);
QByteArray reasonPhrase(int status);

} // namespace rowlift::practice
