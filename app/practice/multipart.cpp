#include "app/practice/multipart.h"

#include <QRegularExpression>

#include <algorithm>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

/// The line break in front of the next line that is this boundary, from \a from on; -1 when there is none.
qsizetype breakBefore(const QByteArray &body, const QByteArray &boundary, qsizetype from)
{
    const QByteArray wanted = '\n' + boundary;
    for (qsizetype at = body.indexOf(wanted, from); at >= 0; at = body.indexOf(wanted, at + 1)) {
        const qsizetype behind = at + wanted.size();
        if (behind < body.size() && QByteArrayView("-\r\n \t").contains(body[behind]))
            return at;
    }
    return -1;
}

FormPart partBetween(const QByteArray &body, qsizetype begin, qsizetype end)
{
    static const QRegularExpression namePattern(u"\\bname=\"?([^\";\\r\\n]+)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression filePattern(u"\\bfilename\\*?=\"?([^\";\\r\\n]*)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    if (end > begin && body[end - 1] == '\r')
        --end;
    // Published examples separate lines by LF alone, clients by CR LF.
    const qsizetype windows = body.indexOf("\r\n\r\n", begin);
    const qsizetype plain = body.indexOf("\n\n", begin);
    const bool useWindows = windows >= 0 && (plain < 0 || windows < plain);
    const qsizetype headEnd = useWindows ? windows : plain;
    const qsizetype content = headEnd < 0 ? end : headEnd + (useWindows ? 4 : 2);
    const QString head = QString::fromUtf8(body.mid(begin, std::min(content, end) - begin));
    const QRegularExpressionMatch file = filePattern.match(head);
    return { namePattern.match(head).captured(1), file.hasMatch(),
             content < end ? body.mid(content, end - content) : QByteArray(), file.captured(1) };
}

} // namespace

std::optional<QList<FormPart>> formParts(const QByteArray &body, const QByteArray &contentType)
{
    static const QRegularExpression boundaryPattern(u"boundary=\"?([^\";]+)"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
    const QByteArray boundary
        = "--" + boundaryPattern.match(QString::fromLatin1(contentType)).captured(1).trimmed().toLatin1();
    if (boundary.size() == 2)
        return std::nullopt;
    qsizetype at = body.startsWith(boundary) ? 0 : breakBefore(body, boundary, 0) + 1;
    if (at == 0 && !body.startsWith(boundary))
        return std::nullopt;
    QList<FormPart> parts;
    while (!QByteArrayView(body).sliced(at + boundary.size()).startsWith("--")) {
        const qsizetype lineEnd = body.indexOf('\n', at);
        const qsizetype next = lineEnd < 0 ? -1 : breakBefore(body, boundary, lineEnd);
        if (next < 0)
            return std::nullopt;
        parts.append(partBetween(body, lineEnd + 1, std::max(next, lineEnd + 1)));
        at = next + 1;
    }
    return parts;
}

const FormPart *partNamed(const QList<FormPart> &parts, const QString &name)
{
    const auto found
        = std::find_if(parts.cbegin(), parts.cend(), [&](const FormPart &part) { return part.name == name; });
    return found == parts.cend() ? nullptr : &*found;
}

} // namespace rowlift::practice
