#pragma once

#include "app/practice/http_message.h"

#include <QByteArray>

#include <deque>
#include <mutex>

namespace rowlift::practice {

/// The last requests that the services saw, for `GET requests`. Small JSON bodies are kept with them. Any
/// thread.
class RequestLog {
public:
    void add(const QByteArray &service, const Request &request, int status, qint64 time);
    void clear();
    /// A JSON array, oldest first.
    QByteArray json() const;

private:
    mutable std::mutex m_mutex;
    std::deque<QByteArray> m_lines;
};

} // namespace rowlift::practice
