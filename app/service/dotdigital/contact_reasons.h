#pragma once

#include "app/service/outcome.h"

namespace rowlift::dotdigital {

/// Codes of what a contact was refused for. Dotdigital has texts alone, in several spellings.
/// Source: contracts/dotdigital.md, 6.4.
namespace ContactCode {
inline constexpr auto globallySuppressed = "GloballySuppressed";
inline constexpr auto suppressed = "Suppressed";
inline constexpr auto invalidEmail = "InvalidEmail";
inline constexpr auto invalidEntry = "InvalidEntry";
inline constexpr auto duplicate = "Duplicate";
inline constexpr auto blocked = "Blocked";
inline constexpr auto unsubscribed = "Unsubscribed";
inline constexpr auto hardBounced = "HardBounced";
inline constexpr auto softBounced = "SoftBounced";
inline constexpr auto ispComplaint = "IspComplaint";
inline constexpr auto mailBlocked = "MailBlocked";
inline constexpr auto domainSuppressed = "SuppressedByDomain";
inline constexpr auto pendingOptIn = "PendingOptIn";
inline constexpr auto failure = "Failure";
} // namespace ContactCode

/// The reason that a list of faults gives for a contact. A text that nobody knows is its own code.
Reason contactReason(const QString &text);

/// Whether the contact is in for all that: it only waits for its owner's yes.
bool isContactIn(const Reason &reason);

} // namespace rowlift::dotdigital
