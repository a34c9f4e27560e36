#pragma once

#include "app/mapping/mapping.h"

#include <memory>
#include <span>
#include <string_view>

namespace rowlift {

/// A value that its field cannot take in this form.
enum class Unreadable { Number, Boolean, Date, DateTime };

/// A record as it will be sent: UTF-8 values in the order of RecordBuilder::fields(). Lives until the next
/// build().
struct BuiltRecord {
    struct Problem {
        int field = 0; ///< Index into RecordBuilder::fields().
        Unreadable kind = Unreadable::Number;
    };
    std::span<const std::string_view> values;
    std::span<const Problem> problems; ///< The value stands unchanged in \a values then.
};

/// A mapping compiled once and applied to every row: the one path of preview ("as sent"), check and run. Text
/// is passed on as it is, blanks included. For all other types the cell is trimmed, and then
/// - numbers lose currency signs and thousands separators and get a decimal point. "1,234" is not read unless
/// the
///   column's decimal sign is known; "1.234" is left as it is for numbers with decimals, where the service
///   reads it so, and not read for whole numbers;
/// - booleans become true or false from the yes and no words of people in ten languages;
/// - dates become ISO 8601 by the column's order. A value that contradicts the order, a year of two digits
/// and a day
///   that does not exist are not read. A time other than midnight makes a date unreadable: nothing is cut
///   off;
/// - date-times become UTC; those without a zone are read in the zone of the computer;
/// - a list value in other case, or its label, becomes the value.
/// "#N/A" stays as it is. Works on byte views.
class RecordBuilder {
public:
    RecordBuilder(const Mapping &mapping, const Schema &schema);
    ~RecordBuilder();
    RecordBuilder(RecordBuilder &&) noexcept;
    RecordBuilder &operator=(RecordBuilder &&) noexcept;

    /// API names of the mapped fields, in the order of the file's columns.
    const std::vector<QString> &fields() const;
    /// The file's column (from 0) behind field \a index.
    int columnOf(int index) const;
    /// \a cells of one row; missing cells at its end are empty.
    const BuiltRecord &build(std::span<const std::string_view> cells);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rowlift
