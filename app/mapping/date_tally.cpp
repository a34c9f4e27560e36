#include "app/mapping/date_tally.h"

#include <algorithm>
#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostShapes = 200;
constexpr int someCentury = 1950; ///< To look at years of two digits; which one decides nothing here.

constexpr unsigned fitsDayFirst = 1;
constexpr unsigned fitsMonthFirst = 2;
constexpr unsigned fitsYearFirst = 4;

/// In which orders \a day exists.
unsigned fittingOrders(const DayText &day)
{
    const auto fits = [&](DateOrder order) {
        return dayOf(day, { .order = order, .twoDigitsFrom = someCentury }).has_value();
    };
    if (day.layout != DayLayout::Numbers)
        return fits(DateOrder::YearFirst) ? fitsYearFirst : 0;
    return (fits(DateOrder::DayFirst) ? fitsDayFirst : 0) | (fits(DateOrder::MonthFirst) ? fitsMonthFirst : 0)
        | (day.shortYear() && yearMayLead(day) && fits(DateOrder::YearFirst) ? fitsYearFirst : 0);
}

QString dayAndMonth(DateOrder order, const QString &day, const QString &month, QChar separator)
{
    return order == DateOrder::MonthFirst ? month + separator + day : day + separator + month;
}

} // namespace

void DateTally::add(qint64 record, std::string_view text)
{
    if (const auto day = dayText(text)) {
        addDay(record, text, *day);
    } else if (readSerial(text)) {
        ++m_seen.serials;
        see(m_seen.serialExample, record, text);
    } else {
        ++m_seen.unreadable;
        m_unreadable.see(record, text);
    }
}

void DateTally::addDay(qint64 record, std::string_view text, const DayText &day)
{
    const unsigned fits = fittingOrders(day);
    if (fits == 0) {
        ++m_seen.unreadable;
        m_unreadable.see(record, text);
        return;
    }
    if (day.shortYear()) {
        ++m_seen.twoDigitYears;
        see(m_seen.twoDigitExample, record, text);
    }
    if (!m_withTimes && !day.time.midnight()) {
        ++m_seen.timed;
        see(m_seen.timedExample, record, text);
    }
    if (m_withTimes && !day.time.offsetMinutes)
        ++m_seen.withoutZone;
    const Shape shape = shapeOf(day, countOrder(record, text, day, fits));
    const auto known = m_shapes.find(shape);
    if (known != m_shapes.end())
        ++known->second.rows;
    else
        countShape(shape, 1, { shownValue(text), record });
}

/// The order that the value tells by itself.
DateOrder DateTally::countOrder(qint64 record, std::string_view text, const DayText &day, unsigned fits)
{
    if (day.layout != DayLayout::Numbers)
        return DateOrder::YearFirst;
    if (fits == fitsDayFirst) {
        ++m_seen.dayFirst;
        see(m_seen.dayFirstExample, record, text);
        return DateOrder::DayFirst;
    }
    if (fits == fitsMonthFirst) {
        ++m_seen.monthFirst;
        see(m_seen.monthFirstExample, record, text);
        return DateOrder::MonthFirst;
    }
    if (fits == fitsYearFirst) {
        ++m_yearOnly;
        return DateOrder::YearFirst;
    }
    if (day.separator == '.') {
        ++m_dotted;
        see(m_dottedExample, record, text);
    } else if (day.numbers[0] != day.numbers[1] || (fits & fitsYearFirst) != 0) { // 3/3 is the same day
        ++m_seen.either;
        see(m_seen.eitherExample, record, text);
    }
    return DateOrder::NotADate;
}

DateTally::Shape DateTally::shapeOf(const DayText &day, DateOrder order)
{
    constexpr int longestAbbreviation = 4;
    const bool oneDigit = day.layout == DayLayout::YearFirst ? day.digits[1] == 1 || day.digits[2] == 1
                                                             : day.digits[0] == 1 || day.digits[1] == 1;
    return { .layout = day.layout,
             .order = order,
             .separator = day.separator,
             .padding = static_cast<std::uint8_t>(oneDigit         ? 0
                                                      : day.padded ? 1
                                                                   : 2),
             .shortYear = day.shortYear(),
             .name = static_cast<std::uint8_t>(day.nameLetters == 0                         ? 0
                                                   : day.nameLetters <= longestAbbreviation ? 1
                                                                                            : 2),
             .weekday = day.weekday,
             .clock = day.time.shape,
             .halves = day.time.halves,
             .zone = day.time.zoneShape };
}

void DateTally::countShape(const Shape &shape, qint64 rows, const SeenValue &example)
{
    const auto found = m_shapes.find(shape);
    if (found != m_shapes.end())
        found->second.rows += rows;
    else if (m_shapes.size() < mostShapes)
        m_shapes.emplace(shape, Count { rows, example });
}

void DateTally::add(const DateTally &later, qint64 firstRecord)
{
    const DateSurvey &seen = later.m_seen;
    m_seen.dayFirst += seen.dayFirst;
    m_seen.monthFirst += seen.monthFirst;
    m_seen.either += seen.either;
    m_seen.twoDigitYears += seen.twoDigitYears;
    m_seen.serials += seen.serials;
    m_seen.timed += seen.timed;
    m_seen.withoutZone += seen.withoutZone;
    m_seen.unreadable += seen.unreadable;
    m_dotted += later.m_dotted;
    m_yearOnly += later.m_yearOnly;
    see(m_seen.dayFirstExample, seen.dayFirstExample, firstRecord);
    see(m_seen.monthFirstExample, seen.monthFirstExample, firstRecord);
    see(m_seen.eitherExample, seen.eitherExample, firstRecord);
    see(m_seen.twoDigitExample, seen.twoDigitExample, firstRecord);
    see(m_seen.serialExample, seen.serialExample, firstRecord);
    see(m_seen.timedExample, seen.timedExample, firstRecord);
    see(m_dottedExample, later.m_dottedExample, firstRecord);
    m_unreadable.add(later.m_unreadable, firstRecord);
    for (const auto &[shape, count] : later.m_shapes)
        countShape(shape, count.rows, { count.example.text, count.example.record + firstRecord });
}

DateSurvey DateTally::result() const
{
    DateSurvey survey = m_seen;
    survey.unreadableExamples = m_unreadable.values();
    // Dots mean that the day comes first, unless only the month does in some other row.
    if (m_dotted > 0 && (m_seen.monthFirst == 0 || m_seen.dayFirst > 0)) {
        survey.dayFirst += m_dotted;
        see(survey.dayFirstExample, m_dottedExample, 0);
    } else {
        survey.either += m_dotted;
        see(survey.eitherExample, m_dottedExample, 0);
    }
    decide(survey, m_yearOnly);
    survey.shapes = shapes(survey);
    return survey;
}

void DateTally::decide(DateSurvey &survey, qint64 yearFirst) const
{
    const int kinds = (survey.dayFirst > 0) + (survey.monthFirst > 0) + (yearFirst > 0);
    if (kinds == 1) {
        survey.decided = survey.dayFirst > 0 ? DateOrder::DayFirst
            : survey.monthFirst > 0          ? DateOrder::MonthFirst
                                             : DateOrder::YearFirst;
        return;
    }
    survey.asks = survey.either > 0;
    if (kinds > 1 && survey.either == 0)
        survey.decided = DateOrder::NotADate; // each tells its own
    else if (!survey.asks && !m_shapes.empty())
        survey.decided = DateOrder::YearFirst;
}

QString DateTally::shapeText(const Shape &shape)
{
    const QString day = shape.padding == 0 ? u"d"_s : u"dd"_s;
    const QString month = shape.name == 0 ? (shape.padding == 0 ? u"m"_s : u"mm"_s)
        : shape.name == 1                 ? u"mmm"_s
                                          : u"mmmm"_s;
    const QString year = shape.shortYear ? u"yy"_s : u"yyyy"_s;
    const QChar separator = QLatin1Char(shape.separator);
    QString text;
    if (shape.order == DateOrder::YearFirst && shape.name > 0 && shape.separator == '\0')
        text = u"yyyy年m月d日"_s;
    else if (shape.separator == '\0')
        text = year + month + day;
    else if (shape.layout == DayLayout::YearFirst
             || (shape.layout == DayLayout::Numbers && shape.order == DateOrder::YearFirst))
        text = year + separator + month + separator + day;
    else if (shape.layout == DayLayout::NameFirst)
        text = month + separator + day + (shape.separator == ' ' ? u", "_s : QString(separator)) + year;
    else if (shape.layout == DayLayout::NameSecond)
        text = day + separator + month + separator + year;
    else
        text = dayAndMonth(shape.order, day, month, separator) + separator + year;
    if (shape.weekday)
        text.prepend(u"ddd, "_s);
    if (shape.clock != ClockShape::None)
        text += shape.clock == ClockShape::Minutes ? u" hh:mm"_s
            : shape.clock == ClockShape::Seconds   ? u" hh:mm:ss"_s
                                                   : u" hh:mm:ss.sss"_s;
    if (shape.halves)
        text += u" am/pm"_s;
    if (shape.zone != ZoneShape::None)
        text += shape.zone == ZoneShape::Utc  ? u" Z"_s
            : shape.zone == ZoneShape::Offset ? u" +hh:mm"_s
                                              : u" CET"_s;
    return text;
}

/// Numbers of two digits go with their like; open orders with what is decided.
std::vector<DateShape> DateTally::shapes(const DateSurvey &survey) const
{
    const DateOrder decided = survey.decided.value_or(DateOrder::NotADate);
    const bool settled = decided == DateOrder::DayFirst || decided == DateOrder::MonthFirst;
    std::vector<DateShape> shapes;
    for (const auto &[seen, count] : m_shapes) {
        Shape shape = seen;
        // Without a zero in front and without a single digit: as others of its shape are.
        const auto isAlike = [&](const Shapes::value_type &other) {
            Shape like = other.first;
            like.order = shape.order;
            return std::exchange(like.padding, shape.padding) == 0 && like == shape;
        };
        if (shape.padding == 2)
            shape.padding = std::ranges::any_of(m_shapes, isAlike) ? 0 : 1;
        if (shape.order == DateOrder::NotADate && settled)
            shape.order = decided;
        if (shape.order == DateOrder::NotADate && shape.separator == '.' && survey.dayFirst > 0)
            shape.order = DateOrder::DayFirst;
        const DateShape entry { shapeText(shape), shape.order, count.rows, count.example };
        const auto same = std::ranges::find_if(shapes, [&](const DateShape &other) {
            return other.shape == entry.shape && other.order == entry.order;
        });
        if (same == shapes.end()) {
            shapes.push_back(entry);
            continue;
        }
        same->rows += entry.rows;
        if (entry.example.record < same->example.record)
            same->example = entry.example;
    }
    std::ranges::stable_sort(shapes, [](const DateShape &a, const DateShape &b) { return a.rows > b.rows; });
    return shapes;
}

} // namespace rowlift
