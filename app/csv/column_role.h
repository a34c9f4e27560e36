#pragma once

#include <QString>

#include <string_view>

namespace rowlift {

/// What a column is by its name, as far as damage to its values depends on it.
enum class ColumnRole { Other, PostalCode, Code, Country };

/// \a name as in the file, in any of ten languages; Code: numbers that name something and count nothing
/// (customer numbers, telephone numbers, article codes).
ColumnRole columnRole(const QString &name);

/// Whether a post code of four digits beside \a country may be whole: so anywhere but where they have five.
/// No country is the own one, which excuses nothing.
bool excusesShortPostCode(std::string_view country);

} // namespace rowlift
