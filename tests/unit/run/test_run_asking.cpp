#include "tests/unit/run/engine_rig.h"

#include <QtTest>

#include <atomic>
#include <set>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error lostAnswer(std::optional<std::chrono::milliseconds> askAgain = {})
{
    return {
        .kind = Error::Kind::Timeout, .sentence = u"No answer."_s, .detail = {}, .retryAfter = askAgain
    };
}

} // namespace

/// Asking about calls that were to be answered at once, among calls that go on.
class TestRunAsking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhileNothingIsUnderWay();
    void aNamedWaitIsNoBlockedWay();
    void sendsOtherPartsMeanwhile();
};

/// Rows that are alike can be told apart only when all other calls have come home, and one after the other.
void TestRunAsking::asksOnlyWhileNothingIsUnderWay()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.kind.lanes = 4;
    rig.start(EngineRig::numbered(400));
    std::atomic<int> sending = 0;
    std::atomic<int> asking = 0;
    std::atomic<int> broken = 0;
    std::atomic<int> recovered = 0;
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Send) {
            ++sending;
            broken += asking > 0;
        } else if (call == Call::Recover) {
            ++recovered;
            broken += sending > 0 || asking++ > 0;
            std::this_thread::yield();
            broken += sending > 0;
            --asking;
        }
        return {};
    };
    std::mutex mutex;
    std::set<qint64> lost;
    rig.farEnd.after = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call != Call::Send)
            return {};
        --sending;
        const std::scoped_lock lock(mutex);
        return part % 3 == 0 && lost.insert(part).second ? std::optional(lostAnswer()) : std::nullopt;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(recovered.load(), 13);
    QCOMPARE(broken.load(), 0);
    QCOMPARE(rig.wrong(), QString());
}

/// A service may take as long as the patience with a blocked way lasts: that is waited for all the same.
void TestRunAsking::aNamedWaitIsNoBlockedWay()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(40));
    std::atomic<int> asked = 0;
    rig.farEnd.before = [&](Call call, qint64) {
        return call == Call::Recover && ++asked < 40 ? std::optional(lostAnswer(30s)) : std::nullopt;
    };
    std::atomic<bool> lost = false;
    rig.farEnd.after = [&](Call call, qint64 part) {
        return call == Call::Send && part == 2 && !lost.exchange(true) ? std::optional(lostAnswer())
                                                                       : std::nullopt;
    };
    const auto begun = rig.clock.elapsed();
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(rig.clock.elapsed() - begun > rig.patience);
    QCOMPARE(asked.load(), 40);
    QCOMPARE(rig.wrong(), QString());
}

/// A part that is waited for does not hold the others back between two questions.
void TestRunAsking::sendsOtherPartsMeanwhile()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.kind.lanes = 2;
    rig.start(EngineRig::numbered(200));
    rig.farEnd.before = [&](Call call, qint64) {
        return call == Call::Recover && rig.farEnd.count(Call::Send) < 20 ? std::optional(lostAnswer(30s))
                                                                          : std::nullopt;
    };
    std::atomic<bool> lost = false;
    rig.farEnd.after = [&](Call call, qint64 part) {
        return call == Call::Send && part == 1 && !lost.exchange(true) ? std::optional(lostAnswer())
                                                                       : std::nullopt;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.farEnd.count(Call::Send), 20);
    QCOMPARE(rig.wrong(), QString());
}

QTEST_GUILESS_MAIN(TestRunAsking)
#include "test_run_asking.moc"
