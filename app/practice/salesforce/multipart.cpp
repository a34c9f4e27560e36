#include "app/practice/salesforce/multipart.h"

#include <QRegularExpression>
#include <QString>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

QMap<QByteArray, QByteArray> multipartParts(const QByteArray &body, const QByteArray &contentType)
{
    static const QRegularExpression boundaryPattern(u"boundary=\"?([^\";]+)"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression namePattern(u"\\bname=\"?([^\";\\r\\n]+)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    QMap<QByteArray, QByteArray> parts;
    const QByteArray boundary
        = "--" + boundaryPattern.match(QString::fromLatin1(contentType)).captured(1).trimmed().toLatin1();
    qsizetype at = body.indexOf(boundary);
    while (boundary.size() > 2 && at >= 0) {
        const qsizetype begin = body.indexOf('\n', at) + 1;
        const qsizetype next = body.indexOf('\n' + boundary, begin > 0 ? begin - 1 : at);
        if (begin == 0 || next < 0)
            break;
        QByteArray part = body.mid(begin, next - begin);
        if (part.endsWith('\r'))
            part.chop(1);
        // Published examples separate lines by LF alone, clients by CR LF.
        const qsizetype windows = part.indexOf("\r\n\r\n");
        const qsizetype plain = part.indexOf("\n\n");
        const bool useWindows = windows >= 0 && (plain < 0 || windows < plain);
        const qsizetype headEnd = useWindows ? windows : plain;
        if (headEnd >= 0) {
            const QString name = namePattern.match(QString::fromUtf8(part.left(headEnd))).captured(1);
            parts.insert(name.toUtf8(), part.mid(headEnd + (useWindows ? 4 : 2)));
        }
        at = next + 1;
    }
    return parts;
}

} // namespace rowlift::practice::salesforce
