#pragma once

#include "app/base/clock.h"
#include "app/draft/draft.h"
#include "app/net/http.h"
#include "app/run/run_engine.h"
#include "app/service/service.h"
#include "tests/survive/far_end.h"
#include "tests/survive/material.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace rowlift::testing {

struct ClientOptions {
    int lanes = 2; ///< At most; of kinds that take one part at a time, one.
    qint64 partBytes = 450; ///< Of kinds whose parts are cut by size; 0: as the service has it.
    qint64 mostRecords = 15; ///< Of kinds whose parts are cut by records.
    double brakeShare = RunPlan().brakeShare;
    int speed = 0; ///< Waits pass so many times as fast; 0: they take no time.
    std::chrono::milliseconds inactivity {
        0
    }; ///< After which a request is given up; 0: as the service has it.
    QString service = QStringLiteral("salesforce"); ///< Service::id()
};

/// This side of the wire: the real rooms, with small parts and a clock of its own with which the far end's
/// goes along. May be used from all lanes at once.
class Client {
public:
    Client(const FarEnd &farEnd, const ClientOptions &options);
    ~Client();

    /// Writes a source below \a folder, looks its records up where \a draft says so, checks it and freezes a
    /// run. \a draft has target, mapping and kind, and the header with its dialect unless these are to be
    /// guessed; \a sendsAll: rows that Check has something against are
    /// sent all the same.
    Result<std::unique_ptr<Ledger>> start(const QByteArray &source, const QString &folder, Draft draft,
                                          bool sendsAll = false);
    /// Plants \a material at the far end and starts a run with it.
    std::unique_ptr<Ledger> begin(const Loading &loading, const Material &material, const QString &folder);
    /// A run, or the next stretch of one; signs in anew. The invariant is looked at after each change of
    /// the ledger.
    RunEnd go(Ledger &ledger, RunControl &control, RunMode mode = RunMode::GoOn);
    /// What the invariant said when it was broken first, in any stretch; else empty.
    QString broken();
    const rowlift::Service &service() const;
    /// Of the account, with this client's clock; nothing is told of its requests.
    std::unique_ptr<ServiceSession> session();
    /// Time passes here and there.
    void pass(std::chrono::milliseconds time);
    int requests() const { return m_requests; } ///< Of the last stretch.
    int changes() const { return m_changes; } ///< Of the ledger, in the last stretch.

    /// Called before each request with its number in this stretch, from 1; false: it does not leave.
    std::function<bool(int, const HttpRequest &)> onRequest;
    std::function<void(int)> onReply; ///< Called when the answer to a request, or none, is there.
    std::function<void(int)> onSleep; ///< Called in each wait, before its time has passed.
    RunBoard::Listener onSnapshot; ///< What the window is told.
    std::function<void(int)> onChange; ///< Called at each change of the ledger, with its number from 1.

private:
    class Clock;
    class Service;
    class Net;

    void watch(Ledger &ledger);

    const FarEnd &m_farEnd;
    ClientOptions m_options;
    QtHttpFactory m_plainNet;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Service> m_service;
    std::unique_ptr<Net> m_net;
    std::unique_ptr<ServiceSession> m_session;
    std::atomic<int> m_requests = 0;
    std::atomic<int> m_sleeps = 0;
    std::atomic<int> m_changes = 0;
    std::mutex m_mutex;
    QString m_broken;
};

/// Puts at the far end what a run with \a material finds there; the ids of records that have some.
QStringList plantSeeds(const FarEnd &farEnd, const Material &material);
/// What the far end holds of the kind of records that \a material is about.
QList<QJsonObject> storedOf(const FarEnd &farEnd, const Material &material);

/// How a run was brought to its end.
struct Finish {
    RunEnd end;
    int unknown = 0; ///< Rows of which nobody could tell, before the person gave their word.
    int unknownParts = 0; ///< The parts that they were in.
    QString complaint; ///< Of what was unknown then.
};
/// Goes on with the run in \a folder, each time with the ledger opened anew, until it is finished or has had
/// \a stretches. Rows of which nobody can tell whether they are in are a complaint, but where the person has
/// to be asked, and sent again then, by the person's word, where \a loading makes that harmless.
Finish finish(Client &client, const Loading &loading, const Material &material, const QString &folder,
              int stretches = 6);

/// What the ledger in \a folder says became of each row, in file order.
Result<std::vector<Outcome>> outcomesIn(const QString &folder);
/// Holds a run against what was planted: Material::judge(), the invariant, and no results that fit no row.
Material::Verdict judge(const Material &material, const QString &ledgerFolder, const FarEnd &farEnd,
                        bool unfinished = false);

} // namespace rowlift::testing
