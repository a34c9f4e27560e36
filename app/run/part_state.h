#pragma once

#include <array>
#include <optional>

namespace rowlift {

/// Where a part stands. Kept in the ledger by these numbers: append, never renumber.
enum class PartState {
    Planned, ///< Encoded, in its file; nothing sent.
    Waiting, ///< As Planned; tried, and waits to be tried again.
    Opening, ///< A job is being made for it.
    Uploading, ///< Its bytes are on their way.
    Closing, ///< The service is being told to begin, or was sent all of it in one call.
    Remote, ///< The service works on it.
    Aborting, ///< The service was asked to drop what it has not done yet.
    Collecting, ///< The service has ended; results are being fetched.
    Settled, ///< Every row has its outcome.
    Failed, ///< Refused as a whole before any row was looked at; its rows were not sent.
    Aborted, ///< Dropped before the service began; its rows were not sent.
    Unconfirmed ///< Nobody knows whether it arrived.
};
inline constexpr int partStateCount = 12;

enum class PartEvent {
    OpenBegins,
    UploadBegins,
    CloseBegins,
    Submitted, ///< The service has it; from here on there is a ticket that works.
    NothingHappened, ///< Proven: the service has none of it.
    Refused,
    LostSight, ///< No answer, and nobody can tell.
    AbortAsked,
    RemoteEnded,
    ResultsIn,
    Dropped, ///< Given up before the service had it.
    TakenUpAgain, ///< The person goes on with a run in which it was dropped or refused.
    SendBegins, ///< One call that does all of it.
    Answered, ///< The service has told what became of the rows, without a job.
    WordGiven, ///< The person wants a part sent again of which nobody can tell whether it arrived.
    GivenUp, ///< The person leaves a part that nobody can tell of: its rows stay unknown.
    FoundOpen ///< The service was told to begin, and has not heard it.
};
inline constexpr int partEventCount = 17;

/// The one table of moves; empty where an event cannot happen in a state.
constexpr std::optional<PartState> next(PartState state, PartEvent event)
{
    using S = PartState;
    using E = PartEvent;
    const bool unsent = state == S::Planned || state == S::Waiting;
    const bool sending = state == S::Opening || state == S::Uploading || state == S::Closing;
    switch (event) {
    case E::OpenBegins:
        return unsent ? std::optional(S::Opening) : std::nullopt;
    case E::UploadBegins:
        return state == S::Opening ? std::optional(S::Uploading) : std::nullopt;
    case E::CloseBegins:
        // Closing again after a lost answer, or after nobody could tell: the job was found still open.
        return state == S::Uploading || state == S::Closing || state == S::Unconfirmed
            ? std::optional(S::Closing)
            : std::nullopt;
    case E::Submitted:
        return sending || state == S::Unconfirmed ? std::optional(S::Remote) : std::nullopt;
    case E::NothingHappened:
        return unsent || sending || state == S::Unconfirmed ? std::optional(S::Waiting) : std::nullopt;
    case E::Refused:
        return unsent || sending ? std::optional(S::Failed) : std::nullopt;
    case E::LostSight: // while sending, or because the service has forgotten the job
        return sending || state == S::Remote || state == S::Aborting || state == S::Collecting
            ? std::optional(S::Unconfirmed)
            : std::nullopt;
    case E::AbortAsked:
        return state == S::Remote || state == S::Aborting ? std::optional(S::Aborting) : std::nullopt;
    case E::RemoteEnded:
        return state == S::Remote || state == S::Aborting ? std::optional(S::Collecting) : std::nullopt;
    case E::ResultsIn:
        return state == S::Collecting ? std::optional(S::Settled) : std::nullopt;
    case E::Dropped:
        return unsent ? std::optional(S::Aborted) : std::nullopt;
    case E::TakenUpAgain:
        return state == S::Failed || state == S::Aborted ? std::optional(S::Waiting) : std::nullopt;
    case E::SendBegins: // from here on it may be at work
        return unsent ? std::optional(S::Closing) : std::nullopt;
    case E::Answered:
        return sending || state == S::Unconfirmed ? std::optional(S::Settled) : std::nullopt;
    case E::WordGiven:
        return state == S::Unconfirmed ? std::optional(S::Waiting) : std::nullopt;
    case E::GivenUp:
        return state == S::Unconfirmed ? std::optional(S::Settled) : std::nullopt;
    case E::FoundOpen:
        return state == S::Remote || state == S::Aborting ? std::optional(S::Closing) : std::nullopt;
    }
    return std::nullopt;
}

/// Nothing more happens to a part in such a state by itself.
constexpr bool isFinal(PartState state)
{
    return state == PartState::Settled || state == PartState::Failed || state == PartState::Aborted;
}

/// What is true of the rows of a part that have no outcome of their own yet.
enum class PartRows { NotSent, Waiting, Unknown };
PartRows rowsOf(PartState state);

} // namespace rowlift
