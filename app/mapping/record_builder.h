#pragma once

#include "app/mapping/mapping.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace rowlift {

/// A value that its field cannot take in this form.
enum class Unreadable { Number, Boolean, Date, DateTime, Time, Phone };

/// Why a field's value is held back: a blank is sent that leaves the field alone.
enum class Held {
    No,
    Allows, ///< It allows contact, and only what stops it is sent (sendsOnlyStops()).
    Clears ///< It would empty a field of consent.
};

/// A record as it will be sent: UTF-8 values in the order of RecordBuilder::fields(). Lives until the next
/// call of its builder.
struct BuiltRecord {
    struct Problem {
        int field = 0; ///< Index into RecordBuilder::fields().
        Unreadable kind = Unreadable::Number;
    };
    /// A field whose value is held back: it is sent as a blank that leaves the field alone.
    struct HeldBack {
        int field = 0;
        Held why = Held::Allows;
    };
    std::span<const std::string_view> values;
    std::span<const Problem>
        problems; ///< By field, one a field; the value stands as it is after the cleaners.
    std::span<const int> cut; ///< Fields whose value lost its end to a cleaner.
    std::span<const HeldBack> held; ///< By field.
    std::span<const bool> cleared; ///< Of each value: it empties the field, spelt as the service does.
};

/// What happens to one value on its way, for people to look at.
struct ValueTrail {
    QString taken; ///< Out of the file's cells: a piece of one, several joined, the fixed value.
    QStringList cleaned; ///< After each cleaner, in their order.
    QString sent; ///< As it is sent.
    std::optional<Unreadable> unreadable = {};
    bool cleared = false;
    Held held = Held::No;
};

/// A mapping compiled once and applied to every row: the one path of preview ("as sent"), check, plan and
/// run. A value is taken (a cell, a piece of it, several joined, a fixed text), goes through its cleaners,
/// then its value rules (whose result is sent in the form of its field), else through the converter of its
/// field. A fixed value goes the same way, once; what is in its field's form already stays so. Then:
/// - text is passed on as it is, blanks included. For all other types the value is trimmed first;
/// - numbers lose currency signs and thousands separators and get a decimal point. "1,234" is not read unless
///   the column's decimal sign is known; "1.234" is left as it is for numbers with decimals, where the
///   service reads it so, and not read for whole numbers. Where the sign is known, a value that can only be
///   read by the other one ("12,5", "1.234,50" under a point) is not read;
/// - booleans become the service's words for yes and no, from those of people in ten languages; turned
///   round where the column says the opposite of its field;
/// - dates become ISO 8601 by the column's reading. A value that contradicts its order, a year of two digits
///   (unless the reading places it) and a day that does not exist are not read. A time other than midnight
///   makes a date unreadable: nothing is cut off, and no zone ever moves a day;
/// - date-times become UTC; those without a zone are read in the zone of the reading;
/// - ids of 15 characters get their checksum where the service has such;
/// - the word for clearing is a blank where cells are joined or split;
/// - a list value in other case, or its label, becomes the value.
///
/// A value that is blank at the end (nothing, or blanks only) is left blank, or spelt as the service clears a
/// field. A cell that has the service's word for clearing ("#N/A") clears, too. What finds the record (its
/// id, the target's key) is never cleared: it stays blank. A field that is given twice gets the first of
/// both. Of a field of consent to which only stops are sent, what allows contact is held back, whatever made
/// it, a fixed value as well; what says neither cannot be read. Such a field is never emptied by a blank that
/// was not chosen for it, and where only stops are sent not at all. Works on byte views, without memory of
/// its own for each cell. Used by one thread.
class RecordBuilder {
public:
    /// \a target tells the key.
    RecordBuilder(const Mapping &mapping, const Schema &schema, const Target &target = {});
    ~RecordBuilder();
    RecordBuilder(RecordBuilder &&) noexcept;
    RecordBuilder &operator=(RecordBuilder &&) noexcept;

    /// API names of the given fields, in the order in which they are sent (Mapping::fields()).
    const std::vector<QString> &fields() const;
    /// The file's columns (from 0) that field \a index is made of; none for a fixed value.
    std::span<const int> columnsOf(int index) const;
    /// The first of them, or -1.
    int columnOf(int index) const;
    /// The last column (from 0) that anything is taken from; -1: none.
    int lastColumn() const;
    /// \a cells of one row; missing cells at its end are empty.
    const BuiltRecord &build(std::span<const std::string_view> cells);
    /// Field \a index as it is after its cleaners: what its value rules and its converter are given. Lives
    /// until the next call.
    std::string_view cleaned(int index, std::span<const std::string_view> cells);
    /// What build() does to field \a index, step by step.
    ValueTrail trail(int index, std::span<const std::string_view> cells);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rowlift
