#include "app/net/http.h"

#include <algorithm>

namespace rowlift {

QByteArray HttpReply::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qsizetype mostInMemory(const HttpRequest &request)
{
    constexpr qsizetype usual = qsizetype(64) * 1024 * 1024; // far above the longest list of fields
    const bool named = request.mostBytes > 0 && request.saveTo.isEmpty();
    return named ? qsizetype(std::min<qint64>(request.mostBytes, usual)) : usual;
}

} // namespace rowlift
