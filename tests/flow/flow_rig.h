#pragma once

#include "app/base/clock.h"
#include "app/draft/draft.h"
#include "app/net/http.h"
#include "app/practice/server.h"
#include "app/run/run_engine.h"
#include "app/service/service.h"

#include <QHash>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <mutex>

namespace rowlift::testing {

/// Everything a whole run takes, with its far end in this process, a source file with planted mistakes, and
/// small parts, so that a run has many of them. Time is the rig's own: waiting takes none, and the far end's
/// clock goes with it. May be used from all lanes at once.
class FlowRig {
public:
    FlowRig();
    ~FlowRig();

    static constexpr int rows = 3'000;
    /// What is planted in data row \a number (from 1).
    static Outcome planted(int number);
    static qint64 count(Outcome outcome);

    /// Writes the source, looks at it, checks it and freezes a run in large parts.
    Result<std::unique_ptr<Ledger>> start();
    /// The same with another source, mapped and aimed as \a change says of the draft.
    Result<std::unique_ptr<Ledger>> startWith(const QByteArray &bytes,
                                              const std::function<void(Draft &)> &change);
    /// A run, or the next stretch of one.
    RunEnd go(Ledger &ledger, RunControl &control);
    QString source() const { return m_folder.filePath(QStringLiteral("people.csv")); }

    QByteArray admin(const QByteArray &method, const QString &path, const QByteArray &body = {});
    void endServer();
    void startServer(); ///< At the same address; what it held is still there.
    QList<QJsonObject> records(); ///< All contacts that the far end holds.
    /// Emails of the records that the far end holds, with how often each is there.
    QHash<QString, int> held();
    /// Requests of \a method to paths that end like \a path, as the far end saw them.
    int requests(const QByteArray &method, const QString &path);

    /// Empty when each row of \a ledger ended as planted and the far end holds exactly the rows that are in.
    /// \a stopped: rows may also be not sent or not processed.
    QString wrong(Ledger &ledger, bool stopped = false);

    /// Called before each request with its number from 1, in the lane that sends it.
    std::function<void(int)> onRequest;
    /// Called in each wait, before its time has passed.
    std::function<void(int)> onSleep;

private:
    class Clock;
    class Service;
    class Net;

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::mutex m_mutex; ///< For server and address.
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_ready;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_sleeps = 0;
    QtHttpFactory m_plainNet;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Net> m_net;
    std::unique_ptr<ServiceSession> m_session;
};

} // namespace rowlift::testing
