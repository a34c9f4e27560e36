#include "app/net/retry_after.h"

#include <QLocale>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

std::optional<QDateTime> httpDate(const QByteArray &value)
{
    // Qt's own RFC 2822 reader knows offsets, but not the word GMT that HTTP demands.
    const QByteArray text = value.trimmed();
    if (!text.endsWith(" GMT"))
        return std::nullopt;
    QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text.chopped(4)), u"ddd, dd MMM yyyy hh:mm:ss"_s);
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (isNumber)
        return seconds < 0 ? std::nullopt : std::optional(std::chrono::seconds(seconds));

    const auto until = httpDate(text);
    if (!until)
        return std::nullopt;
    return std::chrono::milliseconds(std::max<qint64>(0, now.msecsTo(*until)));
}

} // namespace rowlift
