#include "app/run/part_state.h"

#include <QtTest>

using namespace rowlift;

/// The table of moves, over all pairs.
class TestPartState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finalStatesAreLeftByThePersonOnly();
    void onlyWhatIsSettledOrUnconfirmedIsBeyondTheTable();
    void nothingIsSentTwice();
    void wayThroughIsPossible();
    void whatIsUnconfirmedIsLeftByAnAnswerOrAWord();
    void theWordIsForUnconfirmedPartsOnly();
    void aStateFromWhichItIsSentHasNoRowsThere();
    void rowsOfAStateNeverClaimTooMuch();
    void whatWasNotBegunIsClosedAgain();
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

void TestPartState::finalStatesAreLeftByThePersonOnly()
{
    overAllPairs([](PartState state, PartEvent event) {
        if (isFinal(state) && event != PartEvent::TakenUpAgain)
            QVERIFY(!next(state, event));
    });
    QVERIFY(!next(PartState::Settled, PartEvent::TakenUpAgain));
}

void TestPartState::onlyWhatIsSettledOrUnconfirmedIsBeyondTheTable()
{
    // Each state that is not final has a way on without the person.
    for (int state = 0; state < partStateCount; ++state) {
        int ways = 0;
        for (int event = 0; event < partEventCount; ++event)
            ways += static_cast<PartEvent>(event) != PartEvent::TakenUpAgain
                    && next(static_cast<PartState>(state), static_cast<PartEvent>(event))
                ? 1
                : 0;
        QCOMPARE(ways == 0, isFinal(static_cast<PartState>(state)));
    }
}

void TestPartState::nothingIsSentTwice()
{
    // Back to a state from which it is sent again there are two ways: the proof that nothing happened, and
    // the person's word for what was never begun. And what the service has (Remote and after) never comes
    // back.
    overAllPairs([](PartState state, PartEvent event) {
        const auto to = next(state, event);
        if (!to || (*to != PartState::Waiting && *to != PartState::Planned))
            return;
        if (event == PartEvent::TakenUpAgain)
            QCOMPARE(rowsOf(state), PartRows::NotSent);
        else if (event == PartEvent::WordGiven)
            QCOMPARE(state, PartState::Unconfirmed);
        else
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
    // One call that is answered at once.
    QCOMPARE(next(PartState::Planned, PartEvent::SendBegins), PartState::Closing);
    QCOMPARE(next(PartState::Closing, PartEvent::Answered), PartState::Settled);
}

void TestPartState::whatIsUnconfirmedIsLeftByAnAnswerOrAWord()
{
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::Submitted), PartState::Remote);
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::Answered), PartState::Settled);
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::NothingHappened), PartState::Waiting);
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::CloseBegins), PartState::Closing); // found still open
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::WordGiven), PartState::Waiting);
    QCOMPARE(next(PartState::Unconfirmed, PartEvent::GivenUp), PartState::Settled);
    for (const PartEvent event : { PartEvent::OpenBegins, PartEvent::SendBegins, PartEvent::Dropped,
                                   PartEvent::Refused, PartEvent::TakenUpAgain })
        QVERIFY(!next(PartState::Unconfirmed, event));
}

void TestPartState::theWordIsForUnconfirmedPartsOnly()
{
    overAllPairs([](PartState state, PartEvent event) {
        if (event == PartEvent::WordGiven || event == PartEvent::GivenUp)
            QCOMPARE(next(state, event).has_value(), state == PartState::Unconfirmed);
    });
}

void TestPartState::aStateFromWhichItIsSentHasNoRowsThere()
{
    overAllPairs([](PartState state, PartEvent event) {
        if (event == PartEvent::OpenBegins || event == PartEvent::SendBegins) {
            if (next(state, event))
                QCOMPARE(rowsOf(state), PartRows::NotSent);
        }
    });
}

void TestPartState::rowsOfAStateNeverClaimTooMuch()
{
    QCOMPARE(rowsOf(PartState::Uploading), PartRows::NotSent);
    QCOMPARE(rowsOf(PartState::Closing), PartRows::Waiting);
    QCOMPARE(rowsOf(PartState::Remote), PartRows::Waiting);
    QCOMPARE(rowsOf(PartState::Unconfirmed), PartRows::Unknown);
    QCOMPARE(rowsOf(PartState::Aborted), PartRows::NotSent);
}

void TestPartState::whatWasNotBegunIsClosedAgain()
{
    overAllPairs([](PartState state, PartEvent event) {
        const bool mayBeOpen = state == PartState::Remote || state == PartState::Aborting;
        if (event == PartEvent::FoundOpen)
            QCOMPARE(next(state, event).has_value(), mayBeOpen);
    });
    QCOMPARE(next(PartState::Remote, PartEvent::FoundOpen), PartState::Closing);
}

QTEST_GUILESS_MAIN(TestPartState)
#include "test_part_state.moc"
