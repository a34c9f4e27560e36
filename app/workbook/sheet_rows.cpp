#include "app/workbook/sheet_rows.h"

#include "app/workbook/text_runs.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

// Excel's specifications and limits.
constexpr qint64 mostRows = 1'048'576;
constexpr int mostColumns = 16'384;
constexpr qsizetype longestPlainWhole = 15; ///< Digits that need no second thought.

/// The column of "AB12", from 0; -1 when it names none.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        const int letter = (c.unicode() & ~0x20) - u'A'; // small ones count as well
        if (letter < 0 || letter > u'Z' - u'A')
            break;
        column = column * 26 + letter + 1;
        if (column > mostColumns)
            return -1;
    }
    return column - 1;
}

/// Digits without a zero in front: they are shown as they are.
bool isPlainWhole(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') ? text.sliced(1) : text;
    return !digits.isEmpty() && (digits.front() != u'0' || text == u"0")
        && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void appendLatin1(QStringView text, std::string &into)
{
    for (const QChar c : text)
        into += static_cast<char>(c.unicode());
}

/// "2026-11-22T13:05:00.000Z" as 2026-11-22 13:05:00.
QString plainIsoDate(QString text)
{
    if (text.startsWith(u'T'))
        text.remove(0, 1);
    text.replace(u'T', u' ');
    if (text.endsWith(u'Z'))
        text.chop(1);
    if (text.endsWith(".000"_L1))
        text.chop(4);
    if (text.endsWith(" 00:00:00"_L1))
        text.chop(9);
    return text;
}

} // namespace

Result<bool> SheetRows::next(SheetRow &row)
{
    while (m_reader.nextElement()) {
        if (m_reader.name() != u"row")
            continue;
        const QString number = m_reader.attribute(u"r");
        row.number = number.isEmpty() ? m_nextRow : number.toLongLong() - 1;
        if (row.number < m_nextRow || row.number >= mostRows) {
            m_reader.fail(u"row %1 after row %2"_s.arg(number).arg(m_nextRow));
            break;
        }
        m_nextRow = row.number + 1;
        readRow(row);
        if (!row.cells.empty() && !m_reader.error())
            return true;
    }
    if (m_reader.error())
        return tl::unexpected(*m_reader.error());
    return false;
}

void SheetRows::readRow(SheetRow &row)
{
    row.cells.clear();
    row.text.clear();
    m_nextColumn = 0;
    bool ordered = true;
    while (m_reader.next()) {
        if (m_reader.ends() && m_reader.name() == u"row")
            break;
        if (m_reader.starts() && m_reader.name() == u"c") {
            const size_t before = row.cells.size();
            readCell(row);
            if (row.cells.size() > std::max<size_t>(before, 1))
                ordered = ordered && row.cells[before - 1].column < row.cells[before].column;
        }
    }
    if (!ordered)
        std::ranges::stable_sort(row.cells, {}, &SheetRow::Cell::column);
}

bool SheetRows::placeCell(QStringView reference, SheetRow &row)
{
    m_column = reference.isEmpty() ? m_nextColumn : columnOf(reference);
    m_nextColumn = m_column + 1;
    if (m_column >= 0 && m_column < mostColumns)
        return true;
    m_reader.fail(u"cell %1 in row %2"_s.arg(reference).arg(row.number + 1));
    return false;
}

void SheetRows::readCell(SheetRow &row)
{
    const QXmlStreamAttributes attributes = m_reader.attributes();
    QStringView reference;
    QStringView type;
    qint64 style = 0;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QStringView name = attribute.qualifiedName();
        if (name == u"r")
            reference = attribute.value();
        else if (name == u"t")
            type = attribute.value();
        else if (name == u"s")
            style = attribute.value().toLongLong();
    }
    if (!placeCell(reference, row))
        return;
    const size_t begin = row.text.size();
    bool formula = false;
    bool value = false;
    while (m_reader.next() && !(m_reader.ends() && m_reader.name() == u"c")) {
        if (!m_reader.starts())
            continue;
        if (m_reader.name() == u"is") {
            appendTextRuns(m_reader, row.text);
        } else if (m_reader.name() == u"v") {
            m_value.resize(0);
            while (m_reader.next() && !m_reader.ends())
                m_value += m_reader.text();
            value = !m_value.isEmpty()
                || type == u"str"; // some programs write an empty one for what they do not know
            appendValue(type, style, row.text);
        } else {
            formula = formula || m_reader.name() == u"f";
            m_reader.skip();
        }
    }
    m_uncalculated += formula && !value ? 1 : 0;
    if (row.text.size() > begin)
        row.cells.push_back({ .column = m_column, .begin = begin, .size = row.text.size() - begin });
}

void SheetRows::appendValue(QStringView type, qint64 style, std::string &into)
{
    if (type.isEmpty() || type == u"n")
        appendNumber(style, into);
    else if (type == u"s")
        into += m_context.texts.at(QStringView(m_value).trimmed().toLongLong());
    else if (type == u"b")
        into += m_value.trimmed() == u"0" || m_value.trimmed() == u"false" ? "FALSE" : "TRUE";
    else if (type == u"d")
        appendUnescaped(plainIsoDate(m_value.trimmed()), into);
    else
        appendUnescaped(m_value, into); // str, e, inlineStr
}

void SheetRows::appendNumber(qint64 style, std::string &into)
{
    const NumberFormat &format = m_context.formats.of(style);
    const QStringView text = QStringView(m_value).trimmed();
    if (text.isEmpty())
        return;
    if (format.plain() && text.size() <= longestPlainWhole && isPlainWhole(text)) {
        appendLatin1(text, into);
        return;
    }
    m_number.clear();
    appendUnescaped(text, m_number);
    format.append(into, m_number, m_context.dates);
}

} // namespace rowlift
