#include "app/practice/http_message.h"

#include <algorithm>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

QString Request::parameter(const QString &name) const
{
    return valueOf(query, name);
}

QStringList Request::segments() const
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

QByteArray Request::mediaType() const
{
    return header("content-type"_ba).split(';').first().trimmed().toLower();
}

std::optional<QByteArray> Request::body(qint64 most)
{
    QByteArray all;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    bool tooLong = false;
    for (;;) {
        const qint64 got = reader ? reader->read(piece.data(), piece.size()) : 0;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        tooLong = tooLong || all.size() + got > most;
        if (!tooLong)
            all.append(piece.constData(), got);
    }
    if (tooLong)
        return std::nullopt;
    constexpr qsizetype longestKept = 4096;
    if (all.size() <= longestKept && mediaType() == "application/json")
        kept = all;
    return all;
}

Response Response::json(int status, const QByteArray &body)
{
    return text(status, "application/json;charset=UTF-8"_ba, body);
}

Response Response::text(int status, const QByteArray &type, const QByteArray &body)
{
    Response response;
    response.status = status;
    response.headers.append({ "Content-Type"_ba, type });
    response.body = body;
    return response;
}

Response &Response::with(const QByteArray &name, const QByteArray &value)
{
    headers.append({ name, value });
    return *this;
}

QString foldedPath(const QByteArray &rawPath)
{
    QStringList kept;
    for (const QByteArray &part : rawPath.split('/')) {
        const QString segment = QString::fromUtf8(QByteArray::fromPercentEncoding(part));
        if (segment.isEmpty() || segment == u".")
            continue;
        if (segment != u"..")
            kept.append(segment);
        else if (!kept.isEmpty())
            kept.removeLast();
    }
    return u'/' + kept.join(u'/');
}

Pairs parsedForm(const QByteArray &text)
{
    const auto decoded = [](QByteArray part) {
        part.replace('+', ' ');
        return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
    };
    Pairs pairs;
    for (const QByteArray &part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.left(equals);
        pairs.append({ decoded(name), equals < 0 ? QString() : decoded(part.mid(equals + 1)) });
    }
    return pairs;
}

QString valueOf(const Pairs &pairs, const QString &name)
{
    const auto found
        = std::find_if(pairs.cbegin(), pairs.cend(), [&](const auto &pair) { return pair.first == name; });
    return found == pairs.cend() ? QString() : found->second;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK"_ba;
    case 201:
        return "Created"_ba;
    case 202:
        return "Accepted"_ba;
    case 204:
        return "No Content"_ba;
    case 300:
        return "Multiple Choices"_ba;
    case 302:
        return "Found"_ba;
    case 304:
        return "Not Modified"_ba;
    case 400:
        return "Bad Request"_ba;
    case 401:
        return "Unauthorized"_ba;
    case 403:
        return "Forbidden"_ba;
    case 404:
        return "Not Found"_ba;
    case 405:
        return "Method Not Allowed"_ba;
    case 412:
        return "Precondition Failed"_ba;
    case 413:
        return "Payload Too Large"_ba;
    case 414:
        return "URI Too Long"_ba;
    case 415:
        return "Unsupported Media Type"_ba;
    case 429:
        return "Too Many Requests"_ba;
    case 500:
        return "Internal Server Error"_ba;
    case 502:
        return "Bad Gateway"_ba;
    case 503:
        return "Service Unavailable"_ba;
    default:
        return "Status"_ba;
    }
}

} // namespace rowlift::practice
