#pragma once

#include "app/service/outcome.h"

#include <QJsonArray>

#include <functional>

namespace rowlift::marketo {

/// Finds the REST name of the field that a reason calls by its label; empty when that is not known.
using FieldOfLabel = std::function<QString(const QString &label)>;

/// The reason of a row in a list of failures or warnings. Marketo gives a text alone: the code is its number
/// where the same text has one elsewhere, else a word of ours (ReasonCode), else the text without the values
/// in it, so that rows with one reason have one code. Reason::field is the REST name, or the label where
/// nobody knows that. Source: contracts/marketo.md, 9.5 and 9.6.
Reason listReason(const QString &text, const FieldOfLabel &fieldOf);

/// The reason that a call gives for a person: \a reasons holds codes with messages.
/// Source: contracts/marketo.md, 6.2 and 12.
Reason callReason(const QJsonArray &reasons, const FieldOfLabel &fieldOf);

/// Of a whole part that failed, from the message of its status.
Reason partReason(const QString &message);

/// Whether a row that was refused for \a reason may go through as it is, later.
/// Source: contracts/marketo.md, 6.
bool mayPassLater(const Reason &reason);

/// Codes of what Marketo has no number for.
namespace ReasonCode {
inline constexpr auto lookupMissing = "LOOKUP_VALUE_NOT_FOUND";
inline constexpr auto wrongType = "INVALID_DATA_TYPE";
inline constexpr auto tooLong = "VALUE_TOO_LONG";
inline constexpr auto shortened = "VALUE_SHORTENED";
inline constexpr auto badEmail = "INVALID_EMAIL";
inline constexpr auto importFailed = "IMPORT_FAILED";
} // namespace ReasonCode

} // namespace rowlift::marketo
