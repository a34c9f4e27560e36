#include "app/practice/request_log.h"

#include "app/practice/json_text.h"

#include <QDateTime>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostRequestsKept = 10'000;

} // namespace

void RequestLog::add(const QByteArray &service, const Request &request, int status, qint64 time)
{
    JsonText text;
    text.text("service", service)
        .text("method", request.headOnly ? "HEAD"_ba : request.method)
        .text("path", request.path.toUtf8());
    text.text("target", request.target).number("status", status);
    text.text("time", QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1());
    if (request.headers.contains("content-length"))
        text.number("length", request.header("content-length").toLongLong());
    if (!request.kept.isEmpty())
        text.text("body", request.kept);
    const std::scoped_lock lock(m_mutex);
    m_lines.push_back(text.object());
    if (m_lines.size() > mostRequestsKept)
        m_lines.pop_front();
}

void RequestLog::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_lines.clear();
}

QByteArray RequestLog::json() const
{
    const std::scoped_lock lock(m_mutex);
    return jsonArray(QByteArrayList(m_lines.begin(), m_lines.end()));
}

} // namespace rowlift::practice
