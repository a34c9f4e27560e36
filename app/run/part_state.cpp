#include "app/run/part_state.h"

namespace rowlift {

PartRows rowsOf(PartState state)
{
    switch (state) {
    case PartState::Planned:
    case PartState::Waiting:
    case PartState::Opening:
    case PartState::Uploading:
    case PartState::Failed:
    case PartState::Aborted:
        // The service begins with no row before it is told that the upload is complete.
        return PartRows::NotSent;
    case PartState::Closing:
    case PartState::Remote:
    case PartState::Aborting:
    case PartState::Collecting:
        return PartRows::Waiting;
    case PartState::Settled:
    case PartState::Unconfirmed:
        return PartRows::Unknown;
    }
    return PartRows::Unknown;
}

} // namespace rowlift
