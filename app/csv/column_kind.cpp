#include "app/csv/column_kind.h"

#include "app/csv/value_look.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ColumnKind)
};

constexpr std::string_view dateSeparators = "./-";
constexpr std::string_view decimalMarks = ".,";
constexpr std::string_view groupMarks = ".,' ";

std::size_t indexOf(ColumnKind kind)
{
    return static_cast<std::size_t>(kind);
}

int numberAhead(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            break;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Of a value that is a date.
void describeDate(std::string_view value, ValueForm &form)
{
    const std::size_t first = value.find_first_of(dateSeparators);
    form.dateSeparator = value[first];
    if (first == 4) {
        form.dateOrder = DateLook::YearMonthDay;
        return;
    }
    if (numberAhead(value) > 12)
        form.dateOrder = DateLook::DayMonthYear;
    else if (numberAhead(value.substr(first + 1)) > 12)
        form.dateOrder = DateLook::MonthDayYear;
    else // with dots the day always comes first
        form.dateOrder = form.dateSeparator == '.' ? DateLook::DayMonthYear : DateLook::DayOrMonth;
}

/// Of a value that is a number. A single mark with three digits behind it may be either; "1.234.567,5" and
/// "950,5" leave no doubt.
void describeNumber(std::string_view value, ValueForm &form)
{
    value = value.substr(0, value.find_first_of("eE"));
    const std::size_t last = value.find_last_not_of("0123456789");
    if (last == std::string_view::npos || last == 0)
        return;
    const std::size_t first = value.find_first_not_of("0123456789", value.front() == '-' ? 1 : 0);
    const auto markAt = [value](std::size_t at) {
        return value[at] == '.' || value[at] == ',' || value[at] == '\'' ? value[at] : ' ';
    };
    const bool isDecimal = decimalMarks.find(value[last]) != std::string_view::npos;
    const bool alone = first == last;
    if (isDecimal && (value.size() - last != 4 || (!alone && markAt(first) != markAt(last))))
        form.decimalMark = value[last];
    if (!alone || !isDecimal)
        form.groupMark = markAt(first);
}

template <std::size_t N>
std::size_t largest(const std::array<qint64, N> &counts)
{
    return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

template <std::size_t N>
char commonest(const std::array<qint64, N> &counts, std::string_view marks)
{
    const std::size_t index = largest(counts);
    return counts[index] > 0 ? marks[index] : '\0';
}

template <std::size_t N>
void countMark(std::array<qint64, N> &counts, std::string_view marks, char mark, qint64 count)
{
    if (mark != '\0')
        counts[marks.find(mark)] += count;
}

template <std::size_t N>
void addCounts(std::array<qint64, N> &to, const std::array<qint64, N> &from)
{
    for (std::size_t index = 0; index < N; ++index)
        to[index] += from[index];
}

QString dateLine(const KindDetail &detail)
{
    const QLatin1Char mark(detail.dateSeparator);
    switch (detail.dateOrder) {
    case DateLook::DayMonthYear:
        //: day, month and year by their first letters; %1 is what stands between them
        return KindWords::tr("date d%1m%1y").arg(mark);
    case DateLook::MonthDayYear:
        return KindWords::tr("date m%1d%1y").arg(mark);
    case DateLook::YearMonthDay:
        return KindWords::tr("date y%1m%1d").arg(mark);
    case DateLook::DayOrMonth:
    case DateLook::None:
        return KindWords::tr("date");
    }
    return {};
}

QString numberLine(const KindDetail &detail)
{
    if (detail.decimalMark == '\0' && detail.groupMark == '\0')
        return KindWords::tr("number");
    QString shape = u"1"_s;
    if (detail.groupMark != '\0')
        shape += QLatin1Char(detail.groupMark);
    shape += u"234"_s;
    if (detail.decimalMark != '\0')
        shape += QLatin1Char(detail.decimalMark) + u"5"_s;
    //: %1 is the way numbers are written: "1.234,5"
    return KindWords::tr("number %1").arg(shape);
}

QString lineWithoutShare(const KindDetail &detail)
{
    switch (detail.kind) {
    case ColumnKind::Empty:
        return KindWords::tr("empty", "values of a column");
    case ColumnKind::Text:
        return KindWords::tr("text", "values of a column");
    case ColumnKind::Number:
        return numberLine(detail);
    case ColumnKind::Date:
        return dateLine(detail);
    case ColumnKind::Email:
        return KindWords::tr("e-mail", "values of a column");
    case ColumnKind::YesNo:
        return KindWords::tr("yes/no", "values of a column");
    }
    return {};
}

} // namespace

ValueForm formOf(std::string_view value)
{
    ValueForm form;
    if (value.empty()) {
        form.kind = ColumnKind::Empty;
    } else if (hasLeadingZero(value)) {
        form.leadingZero = true;
    } else if (looksLikeDate(value)) {
        form.kind = ColumnKind::Date;
        describeDate(value, form);
    } else if (looksLikeNumber(value)) {
        form.kind = ColumnKind::Number;
        describeNumber(value, form);
    } else if (looksLikeEmail(value)) {
        form.kind = ColumnKind::Email;
    } else if (looksLikeYesNo(value)) {
        form.kind = ColumnKind::YesNo;
    }
    return form;
}

void FormTally::add(const ValueForm &form, qint64 count)
{
    m_kinds[indexOf(form.kind)] += count;
    if (form.leadingZero)
        m_leadingZeros += count;
    if (form.kind == ColumnKind::Date) {
        m_dateOrders[static_cast<std::size_t>(form.dateOrder)] += count;
        countMark(m_dateSeparators, dateSeparators, form.dateSeparator, count);
    }
    if (form.kind == ColumnKind::Number) {
        countMark(m_decimalMarks, decimalMarks, form.decimalMark, count);
        countMark(m_groupMarks, groupMarks, form.groupMark, count);
    }
}

void FormTally::add(const FormTally &other)
{
    addCounts(m_kinds, other.m_kinds);
    addCounts(m_dateOrders, other.m_dateOrders);
    addCounts(m_dateSeparators, other.m_dateSeparators);
    addCounts(m_decimalMarks, other.m_decimalMarks);
    addCounts(m_groupMarks, other.m_groupMarks);
    m_leadingZeros += other.m_leadingZeros;
}

KindDetail FormTally::detail() const
{
    KindDetail detail;
    for (std::size_t kind = indexOf(ColumnKind::Text); kind < m_kinds.size(); ++kind)
        detail.values += m_kinds[kind];
    detail.agreeing = detail.values;
    if (detail.values == 0)
        return detail;
    detail.kind = ColumnKind::Text;
    for (const ColumnKind kind :
         { ColumnKind::Email, ColumnKind::Date, ColumnKind::Number, ColumnKind::YesNo }) {
        const qint64 count = m_kinds[indexOf(kind)];
        if (count * 10 < detail.values * 9 || (kind == ColumnKind::Number && m_leadingZeros > 0))
            continue;
        detail.kind = kind;
        detail.agreeing = count;
    }
    if (detail.kind == ColumnKind::Date) {
        auto orders = m_dateOrders;
        // a date that may be read both ways says nothing where others do
        orders[static_cast<std::size_t>(DateLook::DayOrMonth)] = 0;
        const std::size_t order = largest(orders);
        detail.dateOrder = orders[order] > 0 ? static_cast<DateLook>(order) : DateLook::DayOrMonth;
        detail.dateSeparator = commonest(m_dateSeparators, dateSeparators);
    }
    if (detail.kind == ColumnKind::Number) {
        detail.decimalMark = commonest(m_decimalMarks, decimalMarks);
        detail.groupMark = commonest(m_groupMarks, groupMarks);
        if (detail.groupMark == detail.decimalMark)
            detail.groupMark = '\0';
    }
    return detail;
}

QString columnKindId(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Empty:
        return u"empty"_s;
    case ColumnKind::Text:
        return u"text"_s;
    case ColumnKind::Number:
        return u"number"_s;
    case ColumnKind::Date:
        return u"date"_s;
    case ColumnKind::Email:
        return u"email"_s;
    case ColumnKind::YesNo:
        return u"boolean"_s;
    }
    Q_UNREACHABLE();
}

QString kindLine(const KindDetail &detail)
{
    const QString line = lineWithoutShare(detail);
    if (detail.agreeing == detail.values)
        return line;
    // cut, not rounded: 100.0 % would be untrue
    const qint64 perMille = detail.agreeing * 1000 / detail.values;
    //: "e-mail 99.9 %": what the values look like, and how many of them do
    return KindWords::tr("%1 %2 %").arg(line, QLocale().toString(static_cast<double>(perMille) / 10, 'f', 1));
}

} // namespace rowlift
