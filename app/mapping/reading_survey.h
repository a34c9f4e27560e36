#pragma once

#include "app/mapping/record_builder.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

/// A value as it stands behind its cleaners, and the first row that has it.
struct SeenValue {
    QString text = {};
    qint64 record = -1; ///< As RowView counts; -1: none was seen.

    bool seen() const { return record >= 0; }
    bool operator==(const SeenValue &) const = default;
};

/// One way in which dates are written.
struct DateShape {
    QString
        shape; ///< "dd.mm.yyyy", "d/m/yy hh:mm", "d month yyyy": with the letters of the order it is read in.
    DateOrder order = DateOrder::NotADate; ///< That it tells by itself; NotADate: "03/04/2026" alone.
    qint64 rows = 0;
    SeenValue example;

    bool operator==(const DateShape &) const = default;
};

/// What all dates of a field say of how they are to be read.
struct DateSurvey {
    std::vector<DateShape> shapes = {}; ///< Most rows first; all but the rarest of very many.
    qint64 dayFirst = 0; ///< Rows that fit only with the day first ("31/12/1979", "03.04.2026") …
    qint64 monthFirst = 0; ///< … only with the month first …
    qint64 either = 0; ///< … both ways, on different days.
    SeenValue dayFirstExample = {}; ///< The one that decides it: a number over 12 before mere dots.
    SeenValue monthFirstExample = {};
    SeenValue eitherExample = {};
    qint64 twoDigitYears = 0;
    SeenValue twoDigitExample = {};
    qint64 serials = 0; ///< Plain numbers that may be a spreadsheet's days.
    SeenValue serialExample = {};
    qint64 timed = 0; ///< Of a field for days: rows with a time other than midnight, which it does not take.
    SeenValue timedExample = {};
    qint64 withoutZone = 0; ///< Of a field for date-times: rows that name no zone.
    qint64 unreadable = 0; ///< Neither dates nor serials.
    std::vector<SeenValue> unreadableExamples = {}; ///< Up to five different ones.

    /// What all rows decide; empty: nothing to decide, or nothing decides it.
    std::optional<DateOrder> decided = {};
    /// Rows can be read both ways and none decides it, or some contradict each other.
    bool asks = false;

    bool operator==(const DateSurvey &) const = default;
};

/// What all numbers of a field say of their decimal sign.
struct NumberSurvey {
    qint64 plain = 0; ///< The same by any sign: "1200", "1 200".
    qint64 point = 0; ///< Rows that need the point: "1,200.50", "12.5" …
    qint64 comma = 0; ///< … the comma …
    qint64 either = 0; ///< … could be both: "1.234", "1,234".
    SeenValue pointExample = {};
    SeenValue commaExample = {};
    SeenValue eitherExample = {};
    qint64 unreadable = 0;
    std::vector<SeenValue> unreadableExamples = {}; ///< Up to five different ones.

    DecimalSign decided = DecimalSign::Undecided; ///< By all rows; Undecided: none, or they disagree.
    bool asks = false; ///< Rows could be both, or contradict each other.

    bool disagrees() const { return point > 0 && comma > 0; }
    bool operator==(const NumberSurvey &) const = default;
};

/// A value of the file and what becomes of it.
struct ListedValue {
    QString value; ///< As first written. Of a field with several values each one by itself.
    qint64 rows = 0;
    qint64 record = -1; ///< The first row with it.
    QString becomes = {}; ///< As it is sent: by a value rule, else by the list or the yes and no words.
    /// On the list, a yes or a no, or in a value rule; of texts of consent: it says either.
    bool known = false;
    /// Not known: the nearest value of the list (what is sent), if one is near; of yes/no fields of consent
    /// what its word ("unsubscribed") means.
    QString guess = {};

    bool operator==(const ListedValue &) const = default;
};

/// The different values of a list or yes/no field.
struct ListSurvey {
    std::vector<ListedValue> values = {}; ///< Most frequent first, up to 2,000.
    bool more = false; ///< There are more different ones; their rows are not in `values`.
    qint64 unknown = 0; ///< Rows with a value that is not known, as far as `values` goes.

    bool operator==(const ListSurvey &) const = default;
};

/// What the telephone numbers of a field say of where they are from.
struct PhoneSurvey {
    qint64 international = 0; ///< With "+" or "00" in front.
    qint64 national = 0; ///< All others: a region must be known for them.
    SeenValue nationalExample = {};
    QString region = {}; ///< Most of the international ones are of it ("DE"); empty: unknown.

    bool operator==(const PhoneSurvey &) const = default;
};

/// What all rows say of one field.
struct FieldSurvey {
    QString field; ///< API name.
    qint64 filled = 0; ///< Rows with a value that is not blank.
    std::optional<DateSurvey> dates = {}; ///< Of fields that take dates or date-times.
    std::optional<NumberSurvey> numbers = {}; ///< Of fields that take numbers.
    /// Of lists, fields with several values, yes/no fields, and texts of consent.
    std::optional<ListSurvey> values = {};
    std::optional<PhoneSurvey> phones = {}; ///< Of fields that take telephone numbers.

    bool operator==(const FieldSurvey &) const = default;
};

/// What all rows say of the fields whose values can be read in more than one way. Text and the like is not in
/// it, nor are fixed values.
struct ValueSurvey {
    qint64 rows = 0;
    std::vector<FieldSurvey> fields = {}; ///< In the order of RecordBuilder::fields().

    const FieldSurvey *of(QStringView field) const; ///< Null: it says nothing.
    bool operator==(const ValueSurvey &) const = default;
};

/// Sums up rows. Memory is bounded whatever the rows are. Used by one thread.
class ReadingSurvey {
public:
    ReadingSurvey(const Mapping &mapping, const Schema &schema);
    ~ReadingSurvey();
    ReadingSurvey(ReadingSurvey &&) noexcept;
    ReadingSurvey &operator=(ReadingSurvey &&) noexcept;

    void add(qint64 record, std::span<const std::string_view> cells);
    /// Adds what \a later has seen, in rows behind all of this one's, counted from \a firstRecord. Both are
    /// of the same mapping.
    void add(const ReadingSurvey &later, qint64 firstRecord);
    /// Forgets all rows.
    void clear();
    ValueSurvey result() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Sets what all rows decide: the order of dates and the decimal sign of numbers; none where rows contradict
/// each other, but each can be read by itself. What nothing decides stays as it is. True when something has
/// changed.
bool settleReadings(Mapping &mapping, const ValueSurvey &survey);

} // namespace rowlift
