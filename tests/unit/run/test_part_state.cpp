#include "app/run/part_state.h"

#include <QtTest>

using namespace rowlift;

/// The table of moves, over all pairs.
class TestPartState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finalStatesAreLeftByNothing();
    void onlyWhatIsSettledOrUnconfirmedIsBeyondTheTable();
    void nothingIsSentTwice();
    void wayThroughIsPossible();
    void rowsOfAStateNeverClaimTooMuch();
};

namespace {

template <typename Check>
void overAllPairs(Check check)
{
    for (int state = 0; state < partStateCount; ++state) {
        for (int event = 0; event < partEventCount; ++event)
            check(static_cast<PartState>(state), static_cast<PartEvent>(event));
    }
}

} // namespace

void TestPartState::finalStatesAreLeftByNothing()
{
    overAllPairs([](PartState state, PartEvent event) {
        if (isFinal(state))
            QVERIFY(!next(state, event));
    });
}

void TestPartState::onlyWhatIsSettledOrUnconfirmedIsBeyondTheTable()
{
    // Each state that is not final has a way on.
    for (int state = 0; state < partStateCount; ++state) {
        int ways = 0;
        for (int event = 0; event < partEventCount; ++event)
            ways += next(static_cast<PartState>(state), static_cast<PartEvent>(event)).has_value() ? 1 : 0;
        QCOMPARE(ways == 0, isFinal(static_cast<PartState>(state)));
    }
}

void TestPartState::nothingIsSentTwice()
{
    // Back to a state from which it is sent again there is one way: the proof that nothing happened. And what
    // the service has (Remote and after) never comes back.
    overAllPairs([](PartState state, PartEvent event) {
        const auto to = next(state, event);
        if (!to || (*to != PartState::Waiting && *to != PartState::Planned))
            return;
        QCOMPARE(event, PartEvent::NothingHappened);
        QVERIFY(state != PartState::Remote && state != PartState::Aborting && state != PartState::Collecting);
    });
}

void TestPartState::wayThroughIsPossible()
{
    PartState state = PartState::Planned;
    for (const PartEvent event : { PartEvent::OpenBegins, PartEvent::UploadBegins, PartEvent::CloseBegins,
                                   PartEvent::Submitted, PartEvent::RemoteEnded, PartEvent::ResultsIn }) {
        const auto to = next(state, event);
        QVERIFY(to);
        state = *to;
    }
    QCOMPARE(state, PartState::Settled);
}

void TestPartState::rowsOfAStateNeverClaimTooMuch()
{
    QCOMPARE(rowsOf(PartState::Uploading), PartRows::NotSent);
    QCOMPARE(rowsOf(PartState::Closing), PartRows::Waiting);
    QCOMPARE(rowsOf(PartState::Remote), PartRows::Waiting);
    QCOMPARE(rowsOf(PartState::Unconfirmed), PartRows::Unknown);
    QCOMPARE(rowsOf(PartState::Aborted), PartRows::NotSent);
}

QTEST_GUILESS_MAIN(TestPartState)
#include "test_part_state.moc"
