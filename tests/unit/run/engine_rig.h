#pragma once

#include "app/run/run_engine.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace rowlift::testing {

/// A call that a loader makes.
enum class Call { KeepOld, Open, Upload, Close, Send, Recover, Poll, Collect, Abort };

/// A far end in memory. What it has begun with, it does; "bad…" rows fail, "lock…" rows fail in a way that
/// may pass, and "odd…" rows in one that is tried once more only. A kind that is all or nothing takes none of
/// a call with such a row, unless it is the only one. One that names exceptions is sent a job in one call,
/// and warns of "warn…" rows. May be used from all lanes at once.
class FarEnd {
public:
    struct Job {
        QStringList names; ///< One for each row.
        QStringList failed = {}; ///< Of these.
        QStringList givenBack = {}; ///< The same: the job has not come to them.
        qint64 part = 0;
        bool begun = false;
        bool aborted = false;
        bool ended = false; ///< A poll has told so.
        int polls = 0;
    };

    /// Before each call, in its lane: an error is what the lane hears of it. \a part: its number.
    std::function<std::optional<Error>(Call call, qint64 part)> before;
    /// The same, but the far end has done what it was asked to.
    std::function<std::optional<Error>(Call call, qint64 part)> after;
    /// Whether the service is through with a job; else it works on it.
    std::function<bool(const Job &job)> isThrough = [](const Job &) { return true; };
    std::function<qint64(const Job &job)> hasProcessed = [](const Job &) { return 0; }; ///< As a poll tells.
    std::function<bool(const Job &job)> isForgotten = [](const Job &) { return false; };
    QStringList unnamed; ///< Rows that have failed and are counted, but not named.
    /// Calls that wait, in their lane, until they are stopped.
    std::function<bool(Call call, qint64 part)> blocks;
    bool waitForBlocked(); ///< Until one of them does.
    /// How many rows a job comes to before it fails.
    std::function<qsizetype(qint64 part)> comesTo = [](qint64) { return qsizetype { 1000 }; };
    int busyFor = 1000; ///< So often a "lock…" or "odd…" row fails; then it is taken.
    int namesAtATime = 1000; ///< Rows that a call which takes none names, at most.
    bool undecidable = false; ///< What recover() says.
    bool dropsRows = false; ///< An aborted job has done nothing.

    std::map<QString, int> held() const; ///< Names that are in, with how often.
    std::vector<std::pair<Call, qint64>> calls() const;
    int count(Call call, qint64 part = 0) const;
    int begun() const; ///< Jobs that were told to begin.
    int begunUnlocked() const; ///< The same, from isThrough.
    int underWay() const; ///< Jobs that were begun, and of which no poll has told the end.
    /// What a call was told of \a name came to nothing after all. From after.
    void forgets(qint64 part, const QString &name);
    /// The names that each call (Send) or job was given, in their order.
    std::vector<QStringList> sentNames() const;
    QStringList kindsOf(Call call) const; ///< JobKind::id, call by call.

private:
    friend class ToyLoader;
    void blockUntil(const std::stop_token &stop);
    Outcome judge(const QString &name); ///< With the mutex held.

    std::mutex m_blocking; ///< For the next two.
    std::condition_variable_any m_changed;
    int m_blocked = 0;
    mutable std::mutex m_mutex;
    std::map<QString, Job> m_jobs;
    std::map<qint64, std::map<QString, int>> m_sent; ///< By part: what a call has brought in.
    std::vector<std::pair<Call, qint64>> m_calls;
    std::map<QString, int> m_held;
    std::map<QString, int> m_tries; ///< Of rows that are busy.
    std::vector<QStringList> m_sentNames;
    QStringList m_kinds; ///< By call.
};

/// A whole run with everything around it under the test's hand.
class EngineRig {
    std::optional<RunControl> m_control { std::in_place };

public:
    EngineRig();

    JobKind kind; ///< Before start().
    std::vector<JobKind> otherKinds; ///< The same.
    bool keepsOld = false; ///< The same.
    std::vector<LoadOption> options; ///< The same.
    QJsonObject chosen; ///< The same: of the options.
    double brakeShare = 1.0; ///< Never, unless a test wants it.
    FarEnd farEnd;
    FakeClock clock;
    RunControl &control = *m_control;
    void renewControl() { m_control.emplace(); } ///< As the next start of the program has it.

    /// Freezes a run of \a names; parts take ten rows.
    void start(const QStringList &names);
    static QStringList numbered(int count, const QString &prefix = QStringLiteral("name"));
    Ledger &ledger() { return *m_ledger; }
    void reopen(); ///< As after the end of the program.
    /// A run, or the next stretch of one.
    RunEnd go(RunMode mode = RunMode::GoOn, bool endsAtBrake = false, Clock *other = nullptr);
    Result<Attempt> sendAgain(const AttemptWish &wish); ///< As a person begins it.
    RunBoard::Listener onChange;
    std::chrono::milliseconds patience { std::chrono::minutes(10) };

    std::vector<PartState> states();
    /// Empty when each row is in exactly once, or failed as its name says, and the ledger says so.
    QString wrong();

private:
    class Toy;
    class Session;
    QTemporaryDir m_folder;
    std::shared_ptr<Toy> m_service; ///< Shared: a type that only the .cpp knows.
    std::shared_ptr<Session> m_session;
    std::unique_ptr<Ledger> m_ledger;
    QStringList m_names;
};

} // namespace rowlift::testing
