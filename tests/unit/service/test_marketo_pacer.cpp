#include "app/service/marketo/call_pacer.h"
#include "tests/support/fake_clock.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

namespace rowlift {

using namespace std::chrono_literals;
using marketo::CallPacer;
using Size = CallPacer::Size;

/// The pace of an account's calls, from several threads.
class TestMarketoPacer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsSmallCallsOneAtATime()
    {
        testing::FakeClock clock;
        CallPacer pacer(clock);
        std::atomic<int> inside = 0;
        std::atomic<int> most = 0;
        std::atomic<int> calls = 0;
        {
            std::vector<std::jthread> lanes;
            for (int lane = 0; lane < 6; ++lane) {
                lanes.emplace_back([&] {
                    for (int call = 0; call < 50; ++call) {
                        if (!pacer.begin(Size::Small, {}))
                            return;
                        const int now = ++inside;
                        if (now > most)
                            most = now;
                        ++calls;
                        std::this_thread::yield();
                        --inside;
                        pacer.end(Size::Small);
                    }
                });
            }
        }
        QCOMPARE(calls.load(), 300);
        QCOMPARE(most.load(), 1);
        QVERIFY(clock.elapsed() >= 299 * CallPacer::usualGap);
    }

    void letsNobodyWaitForAnUpload()
    {
        testing::FakeClock clock;
        CallPacer pacer(clock);
        QVERIFY(pacer.begin(Size::Long, {}));
        QVERIFY(pacer.begin(Size::Small, {})); // the upload is under way still
        QCOMPARE(clock.elapsed(), CallPacer::usualGap); // but did not begin at the same moment
        QVERIFY(pacer.begin(Size::Long, {}));
        pacer.end(Size::Small);
        pacer.end(Size::Long);
        pacer.end(Size::Long);
    }

    void hearsAStopWhileAnotherIsAtIt()
    {
        testing::FakeClock clock;
        CallPacer pacer(clock);
        QVERIFY(pacer.begin(Size::Small, {}));
        std::latch begun(1);
        bool hadTurn = true;
        {
            std::jthread waiting([&](std::stop_token stop) {
                begun.count_down();
                hadTurn = pacer.begin(Size::Small, stop);
            });
            begun.wait();
            waiting.request_stop();
        }
        QVERIFY(!hadTurn);
        pacer.end(Size::Small);
        QVERIFY(pacer.begin(Size::Small, {})); // whoever gave up holds nobody up
        pacer.end(Size::Small);
    }

    void hearsAStopBeforeItsTurn()
    {
        testing::FakeClock clock;
        CallPacer pacer(clock);
        pacer.slowDown();
        std::stop_source stop;
        clock.onSleep = [&stop] { stop.request_stop(); };
        QVERIFY(!pacer.begin(Size::Small, stop.get_token()));
        clock.onSleep = {};
        QVERIFY(pacer.begin(Size::Small, {}));
        pacer.end(Size::Small);
    }

    /// It is asked less often then; the whole window is waited for by whoever was refused.
    void asksLessOftenWhenAskedTooMuch()
    {
        testing::FakeClock clock;
        CallPacer pacer(clock);
        const auto next = [&] {
            const bool begun = pacer.begin(Size::Small, {});
            pacer.end(Size::Small);
            return begun ? clock.elapsed() : 0ms;
        };
        QCOMPARE(next(), 0ms);
        pacer.slowDown();
        QCOMPARE(next(), CallPacer::carefulGap);
        QCOMPARE(next(), 2 * CallPacer::carefulGap);
        clock.sleepFor(5min, {});
        const auto later = next();
        QCOMPARE(next() - later, CallPacer::usualGap);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoPacer)
#include "test_marketo_pacer.moc"
