#pragma once

#include "app/mapping/date_text.h"
#include "app/mapping/seen_values.h"

#include <map>

namespace rowlift {

/// Sums up the dates of a field. Used by one thread.
class DateTally {
public:
    /// Of a field for date-times, or for days.
    explicit DateTally(bool withTimes)
        : m_withTimes(withTimes)
    {
    }

    void add(qint64 record, std::string_view text);
    void add(const DateTally &later, qint64 firstRecord);
    DateSurvey result() const;

private:
    /// What a shape is made of; the order of day and month is not told by all of them.
    struct Shape {
        DayLayout layout = DayLayout::Numbers;
        DateOrder order = DateOrder::NotADate; ///< By its numbers; NotADate: open.
        char separator = '\0';
        std::uint8_t padding = 0; ///< 0: a number of one digit, 1: a zero in front, 2: neither.
        bool shortYear = false;
        std::uint8_t name = 0; ///< 0: none, 1: an abbreviation, 2: a name.
        bool weekday = false;
        ClockShape clock = ClockShape::None;
        bool halves = false;
        ZoneShape zone = ZoneShape::None;

        auto operator<=>(const Shape &) const = default;
    };
    struct Count {
        qint64 rows = 0;
        SeenValue example = {};
    };
    using Shapes = std::map<Shape, Count>;

    static Shape shapeOf(const DayText &day, DateOrder order);
    static QString shapeText(const Shape &shape);
    void addDay(qint64 record, std::string_view text, const DayText &day);
    DateOrder countOrder(qint64 record, std::string_view text, const DayText &day, unsigned fits);
    void countShape(const Shape &shape, qint64 rows, const SeenValue &example);
    void decide(DateSurvey &survey, qint64 yearFirst) const;
    std::vector<DateShape> shapes(const DateSurvey &survey) const;

    bool m_withTimes;
    Shapes m_shapes;
    DateSurvey m_seen; ///< Counts and examples, without what is decided in the end.
    qint64 m_dotted = 0; ///< "03.04.2026": with dots the day comes first, unless others say otherwise.
    qint64 m_yearOnly = 0; ///< "79-12-31"
    SeenValue m_dottedExample;
    SeenExamples m_unreadable;
};

} // namespace rowlift
