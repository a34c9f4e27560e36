#pragma once

#include <QtGlobal>

#include <string_view>

namespace rowlift {

/// UTF-16 units of \a text once its line breaks are LF, as it is sent.
qint64 lengthAsSent(std::string_view text);

/// Characters of \a text, with all that its line breaks are made of.
qint64 charactersOf(std::string_view text);

bool hasOtherThanAscii(std::string_view text);
/// "https://example.com", not "example.com".
bool hasUrlScheme(std::string_view text);

enum class EmailShape { Right, Odd, Impossible };
/// Impossible: no or a second-less "@", blanks. Odd: what some servers take and some refuse.
EmailShape emailShape(std::string_view text);

/// Whether \a text, a plain number, has more digits left of its point than \a digits.
bool hasMoreDigitsThan(std::string_view text, int digits);

/// Whether \a text, a plain number, has more digits right of its point than \a digits; zeros at its end are
/// none.
bool hasMoreDecimalsThan(std::string_view text, int digits);

/// Whether \a text, a plain whole number, fits 32 bits.
bool fitsInt(std::string_view text);
/// The same of 64 bits.
bool fitsLong(std::string_view text);

bool isAllDigits(std::string_view text);
/// Other signs than letters, digits, ".", "_", "-" and, within it, the blank.
bool hasOddKeySigns(std::string_view key);
/// "2026-02-03", "2026-02-03T10:15:00Z", "2026-02-03 10:15:00.5+01:00".
bool isIsoDateOrTime(std::string_view text);
/// Whether \a text, a plain number, has more than 28 digits.
bool isBeyondNumbers(std::string_view text);

} // namespace rowlift
