#pragma once

#include "app/run/ledger_store.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace rowlift {

/// The thread that a ledger's file belongs to. Work is done one after the other, in the order in which it is
/// given; whoever gives it waits for it.
class LedgerWriter {
public:
    explicit LedgerWriter(const QString &file);
    ~LedgerWriter();
    LedgerWriter(const LedgerWriter &) = delete;
    LedgerWriter &operator=(const LedgerWriter &) = delete;

    /// Before the first change: from here on everything is safe on the disk when it is said to be.
    Done makeDurable();

    /// Does \a work, a function of a store::LedgerDb that returns a Result, and answers what it does.
    template <typename Work>
    auto look(Work work)
    {
        using Answer = decltype(work(std::declval<store::LedgerDb &>()));
        if (std::this_thread::get_id() == m_thread.get_id())
            return work(*m_db); // an observer looks
        // Shared: the writer may still be inside set_value() when the caller has its answer and is gone.
        const auto promise = std::make_shared<std::promise<Answer>>();
        auto answer = promise->get_future();
        give([promise, &work](store::LedgerDb &db) { promise->set_value(work(db)); });
        return answer.get();
    }

    /// The same for work that changes something: all of it is on disk when this returns, or, when it fails,
    /// nothing.
    template <typename Work>
    auto change(Work work)
    {
        return look([&](store::LedgerDb &db) {
            auto answer = store::inTransaction(db, [&] { return work(db); });
            if (answer && m_onChange)
                m_onChange();
            return answer;
        });
    }

    void observe(std::function<void()> onChange) { m_onChange = std::move(onChange); }

private:
    void give(std::function<void(store::LedgerDb &)> work);
    void loop();
    bool wantsCheckpoint(bool idle) const;

    QString m_file;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(store::LedgerDb &)>> m_queue;
    bool m_closing = false;
    std::function<void()> m_onChange;
    store::LedgerDb *m_db = nullptr; ///< The writer's own; only looked at on its thread.
    std::thread m_thread;
};

} // namespace rowlift
