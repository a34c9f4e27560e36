#include "app/csv/column_look.h"

#include "app/csv/value_look.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype exampleCount = 5;

/// How many of a column's values are what.
struct KindTally {
    qint64 values = 0;
    qint64 numbers = 0;
    qint64 dates = 0;
    qint64 emails = 0;
    qint64 yesNo = 0;
    qint64 leadingZeros = 0;

    void count(std::string_view value);
    ColumnKind verdict() const;
};

void KindTally::count(std::string_view value)
{
    ++values;
    if (hasLeadingZero(value))
        ++leadingZeros;
    else if (looksLikeDate(value))
        ++dates;
    else if (looksLikeNumber(value))
        ++numbers;
    else if (looksLikeEmail(value))
        ++emails;
    else if (looksLikeYesNo(value))
        ++yesNo;
}

ColumnKind KindTally::verdict() const
{
    const auto nearlyAll = [this](qint64 count) { return count * 10 >= values * 9; };
    if (values == 0)
        return ColumnKind::Empty;
    if (nearlyAll(emails))
        return ColumnKind::Email;
    if (nearlyAll(dates))
        return ColumnKind::Date;
    if (nearlyAll(numbers) && leadingZeros == 0)
        return ColumnKind::Number;
    return nearlyAll(yesNo) ? ColumnKind::YesNo : ColumnKind::Text;
}

} // namespace

std::vector<ColumnLook> lookAtColumns(const QStringList &header, const std::vector<TextRow> &rows)
{
    std::vector<ColumnLook> looks;
    for (qsizetype column = 0; column < header.size(); ++column) {
        ColumnLook look { .name = header[column], .examples = {} };
        KindTally tally;
        for (const TextRow &row : rows) {
            const QString cell = column < row.cells.size() ? row.cells[column] : QString();
            const QByteArray value = cell.trimmed().toUtf8();
            if (value.isEmpty()) {
                ++look.blank;
                continue;
            }
            tally.count({ value.constData(), static_cast<std::size_t>(value.size()) });
            if (look.examples.size() < exampleCount && !look.examples.contains(cell))
                look.examples.append(cell);
        }
        look.kind = tally.verdict();
        looks.push_back(look);
    }
    return looks;
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

} // namespace rowlift
