#include "app/service/marketo/call_pacer.h"

#include "app/service/marketo/api_error.h"

#include <algorithm>

namespace rowlift::marketo {

bool CallPacer::begin(Size size, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (size == Size::Small) {
        if (!m_idle.wait(lock, stop, [this] { return !m_isBusy; }))
            return false;
        m_isBusy = true;
    }
    for (;;) {
        const auto now = m_clock.elapsed();
        if (now >= m_next) {
            m_next = now + (now < m_carefulUntil ? carefulGap : usualGap);
            return true;
        }
        const auto wait = m_next - now;
        lock.unlock();
        const bool goesOn = m_clock.sleepFor(wait, stop);
        lock.lock(); // somebody else may have been faster, or slowed all down
        if (goesOn)
            continue;
        lock.unlock();
        end(size);
        return false;
    }
}

void CallPacer::end(Size size)
{
    if (size == Size::Long)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isBusy = false;
    }
    m_idle.notify_one();
}

void CallPacer::slowDown()
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock.elapsed();
    m_next = std::max<std::chrono::milliseconds>(m_next, now + carefulGap);
    m_carefulUntil = now + carefulTime;
}

Result<HttpReply> PacedHttp::send(const HttpRequest &request, const Progress &upload, std::stop_token stop)
{
    const bool moves = !request.bodyFile.isEmpty() || !request.saveTo.isEmpty();
    const auto size = moves ? CallPacer::Size::Long : CallPacer::Size::Small;
    m_hadTurn = m_pacer->begin(size, stop);
    if (!m_hadTurn)
        return tl::unexpected(cancelledError());
    Result<HttpReply> reply = m_http->send(request, upload, stop);
    if (reply)
        heed(*reply);
    m_pacer->end(size);
    return reply;
}

void PacedHttp::heed(HttpReply &reply)
{
    if (!saysTooOften(reply))
        return;
    m_pacer->slowDown();
    if (reply.header("Retry-After").isEmpty())
        reply.headers.emplace_back("Retry-After", QByteArray::number(qint64(CallPacer::rateWindow.count())));
}

} // namespace rowlift::marketo
