#pragma once

#include <QString>

#include <string_view>

namespace rowlift {

/// What a column is by its name, as far as damage to its values depends on it.
enum class ColumnRole { Other, PostalCode, Code, Country };

/// \a name as in the file, in any of ten languages; Code: numbers that name something and count nothing
/// (customer numbers, telephone numbers, article codes).
ColumnRole columnRole(const QString &name);

/// Whether post codes of the country have four digits: a code, or a name in one of several languages.
bool hasFourDigitPostCodes(std::string_view country);

} // namespace rowlift
