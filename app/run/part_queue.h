#pragma once

#include "app/run/part_walk.h"
#include "app/run/run_kinds.h"
#include "app/run/sleep_watch.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace rowlift {

/// How a run stands towards its brake.
enum class BrakeGate {
    Open, ///< Nothing is held back.
    Probing, ///< One part at a time, until one is settled.
    Shut ///< A part went badly: nothing is sent before the person has said so.
};

/// Who does what next: the parts of a run that are on their way, handed to the lanes a step at a time, and
/// the files that are to be made for them. A part that waits for the service, or for a better moment, is
/// parked, and its lane sees to another one.
///
/// In this order: what became of a part that nobody knows of; sending, as far as JobKind::inFlight allows;
/// polls and results that are due. Where the service takes no further part for now (Error::Kind::QueueFull)
/// only sending waits, until one of ours has ended or the named time is over. Holds its mutex for moments
/// only; every call but take() and nextFile() returns at once.
class PartQueue {
public:
    struct Context {
        WalkContext walk; ///< The kind of each part is that of its attempt.
        const RunKinds &kinds;
        bool endsAtBrake = false; ///< RunTools::endsAtBrake
        /// Of kinds that name records by their keys. Called with the mutex held.
        std::function<std::shared_ptr<const Encoder>(const JobKind &kind)> encoderOf = {};
    };
    explicit PartQueue(const Context &context);

    /// Before the lanes begin: a part that is not at its end.
    void add(const PartRecord &part);
    /// Before the lanes begin: what is still to be planned is asked for.
    void plansParts() { m_planning = Planning::Wanted; }
    /// Before the lanes begin: nothing more is sent before somebody has looked whether the file of the run is
    /// still the one that was planned.
    void doubtsSource() { m_isSourceCertain = false; }
    void setGate(BrakeGate gate, const RunBrake &brake = {});

    /// For a lane: a walk that it takes a step with. Waits until there is one; empty when all is done, or
    /// the run was left.
    struct Task {
        PartWalk *walk = nullptr;
        bool drops = false; ///< PartWalk::drop(), not advance().
    };
    std::optional<Task> take();
    void giveBack(PartWalk &walk, const Rest &rest);

    /// For the one thread that makes files: what to make next. Waits like take().
    struct FileTask {
        std::optional<PartRecord> again = {}; ///< A part on record whose file is missing; else the next one.
        bool looksAtSource = false; ///< Instead: is it the file that was planned?
    };
    std::optional<FileTask> nextFile();
    void made(const PartRecord &part, bool again);
    void mustWaitForSettled(); ///< The next part must.
    void planned(); ///< There is no further part.
    void sourceIsCertain();
    void notMade(const FileTask &task, const Error &error);
    /// Ends the making of a part that is not wanted any more.
    std::stop_token planningEnds() const { return m_planningEnds.get_token(); }

    void failed(const Error &error);
    void wake(); ///< Something was wished, or is different.

    std::optional<Error> error() const;
    bool gateIs(BrakeGate gate) const;
    /// The brake at which the run has ended.
    RunBrake endedAt() const;
    /// The part that the person has to decide about before anything else is sent; 0: none.
    qint64 waitsForPart() const;

private:
    enum class Planning { Over, Wanted, AfterSettled };
    enum class Stage { Unsent, Sending, Asked, Followed };
    struct Seat {
        explicit Seat(const PartRecord &part, const WalkContext &context);
        PartWalk walk;
        Stage stage;
        std::chrono::milliseconds due { 0 };
        bool blocked = false;
        bool taken = false;
        bool lacksFile = false;
        bool isHeld = false; ///< It was to be sent, and the service takes no further part.
        int placesFreed = 0; ///< PartQueue::m_placesFreed when it was taken.
        bool knowsStop = false; ///< The person had stopped the run when it was taken.
        bool isOver; ///< The service does not have it, or has it no more.
    };
    using Seats = std::map<qint64, Seat>;
    struct Choice {
        Seat *seat = nullptr;
        bool drops = false;
        bool brakes = false; ///< A part would be sent, but the brake is to be pulled first.
        std::optional<std::chrono::milliseconds> nextDue;
    };

    struct Turn {
        bool asks = true; ///< What became of a part may be asked.
        bool sends = true; ///< A part may be sent.
    };

    static Stage stageOf(PartState state);
    static bool isAtTheService(const Seat &seat);
    PartWalk::Traffic trafficFor(const Seat &seat, std::chrono::milliseconds now) const;
    void placeIsFree(std::chrono::milliseconds now);
    WalkContext contextOf(const PartRecord &part) const;
    void seat(const PartRecord &part);
    void changed();
    void heedWishes();
    void allDueNow();
    Choice choose();
    Turn turnNow(std::chrono::milliseconds now) const;
    static bool goesBefore(const Seat &seat, const Seat &other);
    bool leaving() const;
    bool givenUp() const;
    bool mayStart() const;
    bool crossesOff() const;
    bool planWanted() const;
    bool canGoOn(const Seat &seat) const;
    bool isOver() const;
    int unsentFiles() const; ///< Parts that have, or will have, a file that waits to be sent.
    int readyFiles() const; ///< Those that have it.
    bool hasRoomFor(const Seat &seat) const;
    bool mayBeSent(const Seat &seat) const;
    bool isOfFirstPart(const PartRecord &part) const;
    bool sourceIsDoubted() const; ///< And somebody should look.
    std::optional<FileTask> fileToMake();
    void pullBrake(std::unique_lock<std::mutex> &lock);
    void releaseBrake(std::unique_lock<std::mutex> &lock);
    void wait(std::unique_lock<std::mutex> &lock, std::optional<std::chrono::milliseconds> until);
    void fail(const Error &error);

    const Context m_context;
    const int m_lanes;
    mutable std::mutex m_mutex; ///< For all that follows.
    std::condition_variable m_changed;
    quint64 m_changes = 0;
    bool m_sleeping = false; ///< One of the lanes waits for the time.
    std::stop_source m_wake; ///< Ends that wait.
    Seats m_seats;
    std::set<qint64> m_lost; ///< Parts that nobody can tell of, or that were left where they stand.
    Planning m_planning = Planning::Over;
    bool m_making = false; ///< A file is being made, or looked at.
    bool m_isSourceCertain = true;
    std::stop_source m_planningEnds;
    BrakeGate m_gate = BrakeGate::Open;
    RunBrake m_brake; ///< Why the gate is shut.
    bool m_braked = false; ///< The person was told.
    RunBrake m_endedAt;
    int m_resumes = 0; ///< Of the control, when the person was told.
    int m_tries; ///< Of the control, that were heeded.
    bool m_sentAny = false;
    bool m_stopHeard = false;
    std::chrono::milliseconds m_heldUntil { 0 };
    std::chrono::milliseconds m_sendsHeldUntil { 0 }; ///< The service takes no further part.
    int m_placesFreed = 0; ///< How often one of our parts has left the service's queue.
    std::chrono::milliseconds m_slowUntil { 0 }; ///< It was asked too much.
    SleepWatch m_sleep;
    std::optional<Error> m_error;
    qint64 m_waitsForPart = 0; ///< That is why.
    bool m_refused = false; ///< That is why: the service does not want what is left either.
};

} // namespace rowlift
