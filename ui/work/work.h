#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace rowlift::ui {

/// What Work<T> tells. All signals arrive on the thread that owns it.
class WorkBase : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool running() const { return m_running; }
    /// Asks the work to stop; its result is not delivered.
    void cancel();

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); ///< At most ten times a second.
    void finished();

protected:
    /// For the worker's thread: told as often as it likes, passed on ten times a second.
    Progress throttledProgress(int generation);
    static QThreadPool &pool();

    bool m_running = false;
    int m_generation = 0;
    std::stop_source m_stop;
};

/// The bridge from the window to blocking functions: runs one on a pool thread and brings its progress and
/// result home. Starting anew stops the one before and drops its result. The destructor stops the work and
/// waits for it, so that whatever it was given may be a reference to something that lives as long.
template <typename T>
class Work : public WorkBase {
public:
    using Function = std::function<Result<T>(Progress, std::stop_token)>;
    using WorkBase::WorkBase;

    ~Work() override
    {
        m_stop.request_stop();
        for (auto *watcher : findChildren<QFutureWatcherBase *>())
            watcher->waitForFinished();
    }

    void start(Function function)
    {
        cancel();
        m_running = true;
        m_stop = std::stop_source();
        const int generation = ++m_generation;
        auto *watcher = new QFutureWatcher<std::shared_ptr<Result<T>>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
            watcher->deleteLater();
            if (generation != m_generation || !m_running)
                return;
            m_running = false;
            m_result = std::move(*watcher->result());
            Q_EMIT finished();
        });
        watcher->setFuture(QtConcurrent::run(
            &pool(),
            [function = std::move(function), progress = throttledProgress(generation),
             stop = m_stop.get_token()] { return std::make_shared<Result<T>>(function(progress, stop)); }));
    }

    /// Of the last work that was finished().
    const Result<T> &result() const { return *m_result; }

private:
    std::optional<Result<T>> m_result;
};

} // namespace rowlift::ui
