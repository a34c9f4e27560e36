#include "app/csv/table_end.h"

#include "app/csv/header_evidence.h"
#include "app/csv/value_look.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>

namespace rowlift {

namespace {

constexpr int mostRowsOfNotes = 15;

using RowSpan = std::span<const SampleRow>;

QString lowered(const std::string &cell)
{
    QString text = QString::fromStdString(cell).trimmed().toLower();
    while (text.endsWith(u':') || text.endsWith(u'.'))
        text.chop(1);
    return text;
}

bool isTotalWord(const std::string &cell)
{
    static const std::array words = {
        u"total",   u"totals",      u"grand total",    u"sum",       u"subtotal",      u"summe",
        u"gesamt",  u"gesamtsumme", u"gesamtergebnis", u"insgesamt", u"total general", u"total général",
        u"totaux",  u"totale",      u"totaal",         u"suma",      u"razem",         u"saldo",
        u"balance", u"summa",       u"somma",          u"итого",     u"всего",         u"合計",
        u"合计",    u"總計",
    };
    const QString text = lowered(cell);
    return std::any_of(words.begin(), words.end(), [&text](const char16_t *word) { return text == word; });
}

bool beginsLikeNote(const std::string &cell)
{
    static const std::array starts = {
        u"source:",      u"sources:",         u"quelle:",    u"quellen:",    u"note:",        u"notes:",
        u"footnote",     u"hinweis:",         u"anmerkung:", u"fußnote",     u"copyright",    u"©",
        u"(c) ",         u"generated",        u"exported",   u"erstellt am", u"exportiert",   u"stand:",
        u"last updated", u"report generated", u"end of ",    u"ende der ",   u"* ",           u"** ",
        u"fuente:",      u"fonte:",           u"bron:",      u"disclaimer",  u"created by",   u"downloaded",
        u"printed on",   u"database:",        u"data from",  u"legend:",     u"confidential",
    };
    const QString text = QString::fromStdString(cell).trimmed().toLower();
    return std::any_of(starts.begin(), starts.end(),
                       [&text](const char16_t *start) { return text.startsWith(QStringView(start)); });
}

/// "****", "-----": a line drawn with marks.
bool isRule(const std::string &cell)
{
    return cell.size() >= 3 && cell.find_first_not_of(cell[0]) == std::string::npos
        && std::string_view("*-=_~#").find(cell[0]) != std::string_view::npos;
}

const std::string &firstFilled(const SampleRow &row)
{
    const auto found = std::find_if(row.cells.begin(), row.cells.end(),
                                    [](const std::string &cell) { return !cell.empty(); });
    return found == row.cells.end() ? row.cell(row.cells.size()) : *found;
}

/// Whether \a text begins as the values of its column do: then it is rather a row that lost its delimiters.
bool beginsLikeValue(const std::string &text, const ColumnProfile &column)
{
    const std::string word = text.substr(0, text.find_first_of(" ,;\t"));
    const ValueKind kind = valueKind(word);
    if (column.isTyped())
        return kind == column.usual || (kind == ValueKind::Year && column.usual == ValueKind::Number);
    return !column.shape.empty() && column.shape != "a" && shapeOf(word) == column.shape;
}

class BelowTable {
public:
    BelowTable(RowSpan rows, int columns)
        : m_rows(rows)
        , m_columns(columns)
        , m_profiles(profilesOf(fullRows(rows, columns), columns))
    {
        const auto isLonely = [](const SampleRow &row) { return !row.blank && row.filled() <= 1; };
        m_lonely = std::count_if(rows.begin(), rows.end(), isLonely);
    }

    TableEnd find() const
    {
        TableEnd end;
        int notes = 0;
        for (std::size_t index = m_rows.size(); index-- > 1 && notes < mostRowsOfNotes;) {
            if (m_rows[index].blank)
                continue;
            const TableEnd::Kind kind = kindOf(index);
            if (kind == TableEnd::Kind::None && notes > 0 && isAmongNotes(index))
                continue;
            if (kind == TableEnd::Kind::None)
                break;
            // Totals above notes: the totals are what a person looks for.
            end = { .kind = kind == TableEnd::Kind::Totals ? kind : std::max(end.kind, kind), .row = index };
            ++notes;
        }
        const bool tooMany = m_lonely > 2 * notes + 2; // one filled cell is nothing special here
        if (end.kind == TableEnd::Kind::Notes && tooMany && !beginsLikeNote(firstFilled(m_rows[end.row])))
            return {};
        return end;
    }

private:
    /// Rows that are surely data, to see what the columns are like.
    static std::vector<SampleRow> fullRows(RowSpan rows, int columns)
    {
        constexpr std::size_t enough = 100;
        std::vector<SampleRow> full;
        for (auto row = rows.begin(); row != rows.end() && full.size() < enough; ++row) {
            if (row->filled() * 2 > columns)
                full.push_back(*row);
        }
        return full;
    }

    TableEnd::Kind kindOf(std::size_t index) const
    {
        const SampleRow &row = m_rows[index];
        if (isTotals(index))
            return TableEnd::Kind::Totals;
        const bool alone = row.filled() == 1 && !row.cell(0).empty();
        return alone && isNote(index) ? TableEnd::Kind::Notes : TableEnd::Kind::None;
    }

    /// "1.", "Only since 1992" between a line "Notes" and one with the source.
    bool isAmongNotes(std::size_t index) const
    {
        constexpr std::size_t farthest = 4;
        if (m_rows[index].filled() >= m_columns)
            return false;
        for (std::size_t above = index; above-- > 1 && index - above < farthest;) {
            const SampleRow &row = m_rows[above];
            if (!row.blank && row.cells.size() == 1)
                return isNote(above);
            if (row.filled() >= m_columns)
                return false;
        }
        return false;
    }

    bool isNote(std::size_t index) const
    {
        const SampleRow &row = m_rows[index];
        const std::string &text = row.cell(0);
        if (beginsLikeValue(text, m_profiles[0]))
            return false;
        if (beginsLikeNote(text) || (isRule(text) && row.cells.size() == 1))
            return true;
        const bool words = text.find(' ') != std::string::npos;
        const bool behindGap = m_rows[index - 1].blank;
        if (m_columns < 3)
            return behindGap && words && row.cells.size() == 1;
        if (row.cells.size() == 1)
            return words || behindGap || isNoteAbove(index);
        return behindGap && words;
    }

    bool isNoteAbove(std::size_t index) const
    {
        return index > 1 && m_rows[index - 1].cells.size() == 1 && !m_rows[index - 1].blank;
    }

    bool isTotals(std::size_t index) const
    {
        const SampleRow &row = m_rows[index];
        if (!isTotalWord(firstFilled(row)))
            return false;
        return row.filled() < std::min(m_columns, static_cast<int>(row.cells.size())) || addsUp(index);
    }

    /// Whether a column of numbers gives, added up, what stands in the row.
    bool addsUp(std::size_t index) const
    {
        for (std::size_t column = 1; column < m_profiles.size(); ++column) {
            if (m_profiles[column].usual != ValueKind::Number)
                continue;
            double sum = 0;
            for (const SampleRow &row : m_rows.first(index))
                sum += QByteArray::fromStdString(row.cell(column)).toDouble();
            bool isNumber = false;
            const double total = QByteArray::fromStdString(m_rows[index].cell(column)).toDouble(&isNumber);
            if (isNumber && std::abs(total - sum) <= 1e-6 * std::max(1.0, std::abs(sum)))
                return true;
        }
        return false;
    }

    RowSpan m_rows;
    int m_columns = 0;
    std::vector<ColumnProfile> m_profiles;
    std::ptrdiff_t m_lonely = 0;
};

/// How many of the cells of \a row are names of the columns above it.
bool repeatsNames(const SampleRow &row, const std::vector<std::string> &header)
{
    const std::size_t both = std::min(row.cells.size(), header.size());
    std::size_t same = 0;
    for (std::size_t column = 0; column < both; ++column)
        same += row.cells[column] == header[column] && !header[column].empty() ? 1 : 0;
    return both >= 2 && same * 10 >= both * 8;
}

/// From \a index on all rows have one width that is not \a columns.
bool staysAnother(RowSpan rows, std::size_t index, int columns)
{
    constexpr int fewestRows = 3;
    constexpr std::size_t lookedAt = 300;
    const std::size_t width = rows[index].cells.size();
    if (width < 2 || static_cast<int>(width) == columns)
        return false;
    int same = 0;
    int others = 0;
    for (const SampleRow &row : rows.subspan(index, std::min(lookedAt, rows.size() - index))) {
        if (!row.blank)
            ++(row.cells.size() == width ? same : others);
    }
    return same >= fewestRows && others * 10 <= same;
}

/// The row with names of a second table that may begin at \a index, perhaps below a title; or none.
std::optional<std::size_t> namesOfNext(RowSpan rows, std::size_t index)
{
    constexpr std::size_t mostTitles = 3;
    for (std::size_t at = index; at < std::min(rows.size(), index + mostTitles); ++at) {
        if (rows[at].filled() > 1)
            return at;
        if (rows[at].filled() == 1 && rows[at].cells.size() > 1)
            return {};
    }
    return {};
}

bool isSecondTable(RowSpan rows, std::size_t index, const std::vector<std::string> &header, int columns)
{
    const bool behindGap = index > 0 && rows[index - 1].blank;
    const std::optional<std::size_t> names = behindGap ? namesOfNext(rows, index) : index;
    if (!names || rows[*names].blank || rows[*names].filled() < 2)
        return false;
    const SampleRow &row = rows[*names];
    const int width = static_cast<int>(row.cells.size());
    const bool another = staysAnother(rows, *names, columns);
    if (!header.empty() && width != columns && repeatsNames(row, header) && another)
        return true;
    if (!another && !(behindGap && *names > index)) // as wide as the table: only below a gap and a title
        return false;
    if (!another && repeatsNames(row, header))
        return false; // the same table goes on
    const RowSpan below = rows.subspan(*names + 1);
    if (below.empty())
        return false;
    const std::vector<ColumnProfile> profiles = profilesOf(below, width);
    const double evidence = headerEvidence(row, profiles);
    if (behindGap && another)
        return evidence >= 1.5;
    return evidence >= 3 && isSurelyNames(row, profiles);
}

} // namespace

TableEnd findRowsBelow(std::span<const SampleRow> rows, int columns)
{
    return rows.size() < 2 || columns < 2 ? TableEnd {} : BelowTable(rows, columns).find();
}

TableEnd findTableEnd(std::span<const SampleRow> rows, const std::vector<std::string> &header, int columns,
                      bool whole)
{
    constexpr int mostTries = 200; // a ragged file has another width in every other row
    if (columns < 2)
        return {};
    int tries = 0;
    for (std::size_t index = 1; index < rows.size() && tries < mostTries; ++index) {
        const bool other = static_cast<int>(rows[index].cells.size()) != columns;
        const bool behindGap = rows[index - 1].blank;
        if (rows[index].blank || !(other || behindGap))
            continue;
        ++tries;
        if (isSecondTable(rows, index, header, columns)) {
            const TableEnd notes = findRowsBelow(rows.first(index), columns);
            return { .kind = TableEnd::Kind::SecondTable,
                     .row = notes.kind == TableEnd::Kind::None ? index : notes.row };
        }
    }
    return whole ? findRowsBelow(rows, columns) : TableEnd {};
}

} // namespace rowlift
