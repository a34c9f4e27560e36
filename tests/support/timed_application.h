#pragma once

#include <QApplication>

#include <ctime>

namespace rowlift::testing {

/// Of the calling thread, on the processor.
inline double threadMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Times each event that is handled, from the outermost call of notify() to its end.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        const double before = threadMilliseconds();
        const QByteArray who = receiver->metaObject()->className() + QByteArray(" ")
            + QByteArray::number(static_cast<int>(event->type())); // it may be gone afterwards
        const bool handled = QApplication::notify(receiver, event);
        const double took = threadMilliseconds() - before;
        if (took > m_longest) {
            m_longest = took;
            m_longestWho = who;
        }
        ++m_events;
        --m_depth;
        return handled;
    }

    void startAnew()
    {
        m_longest = 0;
        m_events = 0;
    }
    double longest() const { return m_longest; }
    int events() const { return m_events; }
    QByteArray longestWho() const { return m_longestWho; }

private:
    int m_depth = 0;
    int m_events = 0;
    double m_longest = 0;
    QByteArray m_longestWho;
};

inline TimedApplication &timed()
{
    return *static_cast<TimedApplication *>(qApp);
}

} // namespace rowlift::testing
