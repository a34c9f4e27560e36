#include "ui/work/work.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>

#include <mutex>

namespace rowlift::ui {

namespace {
constexpr qint64 betweenTellings = 100; // ms
}

QThreadPool &WorkBase::pool()
{
    // The application's child: its threads end before what Qt keeps for threads goes.
    static const QString name = QStringLiteral("rowlift.work");
    auto *pool = QCoreApplication::instance()->findChild<QThreadPool *>(name, Qt::FindDirectChildrenOnly);
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());
        pool->setObjectName(name);
        // Work mostly waits for disk and network: more threads than cores, so that a hanging service holds up
        // nothing.
        pool->setMaxThreadCount(16);
    }
    return *pool;
}

void WorkBase::cancel()
{
    m_stop.request_stop();
    m_running = false;
}

Progress WorkBase::throttledProgress(int generation)
{
    struct Throttle {
        std::mutex mutex;
        QElapsedTimer sinceTold;
    };
    const auto throttle = std::make_shared<Throttle>();
    const QPointer<WorkBase> self(this);
    return Progress([this, self, throttle, generation](qint64 done, qint64 total) {
        {
            const std::scoped_lock lock(throttle->mutex);
            if (throttle->sinceTold.isValid() && throttle->sinceTold.elapsed() < betweenTellings)
                return;
            throttle->sinceTold.start();
        }
        // The destructor waits for the work, so this is still there.
        QMetaObject::invokeMethod(
            this,
            [self, generation, done, total] {
                if (self && generation == self->m_generation && self->m_running)
                    Q_EMIT self->progressed(done, total);
            },
            Qt::QueuedConnection);
    });
}

} // namespace rowlift::ui
