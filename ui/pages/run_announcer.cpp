#include "ui/pages/run_announcer.h"

#include <utility>

namespace rowlift::ui {

namespace {
using namespace std::chrono_literals;
}

RunAnnouncer::RunAnnouncer(QObject *parent)
    : QObject(parent)
    , m_pause(10s)
{
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        if (!m_next.isEmpty())
            tellNow(std::exchange(m_next, {}));
    });
}

void RunAnnouncer::begin()
{
    m_next.clear();
    m_told = 0;
}

void RunAnnouncer::tell(const QString &sentence)
{
    if (m_quiet.isActive())
        m_next = sentence;
    else
        tellNow(sentence);
}

void RunAnnouncer::tellNow(const QString &sentence)
{
    m_quiet.start(m_pause);
    Q_EMIT announce(sentence);
}

void RunAnnouncer::progressIs(int percent)
{
    for (const int milestone : { 100, 90, 75, 50, 25, 10 }) {
        if (percent < milestone)
            continue;
        if (m_told < milestone && m_next.isEmpty()) { // a change of state is not talked over
            m_told = milestone;
            tell(tr("%1 percent of the rows are done.").arg(milestone));
        }
        return;
    }
}

} // namespace rowlift::ui
