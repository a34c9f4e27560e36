#include "tests/support/csv_reference.h"

#include <optional>

namespace rowlift {

namespace {

// Of rules 5 and 5c: the bytes between the quotes, the closing one included.
constexpr qsizetype longestQuoted = qsizetype(160) * 1024 * 1024;
constexpr qsizetype longestStray = qsizetype(64) * 1024;

/// How quoted cells are read, from one cell of the record on.
enum class Quoting {
    Exact, ///< Rule 4.
    StrayOneLine, ///< Rule 5a.
    LoneQuote, ///< Rule 5b.
    StrayLines, ///< Rule 5c.
    LooseEnds, ///< Rule 5d.
    Text ///< Rule 5e.
};

/// A whole record read in one way.
struct Reading {
    QList<QByteArray> cells;
    QList<bool> broken; ///< For each cell, whether it has a line break in it.
    qsizetype next = 0;
    std::optional<qsizetype> failedCell; ///< The way is not possible, and this cell is why.
};

class ReferenceText {
public:
    ReferenceText(const QByteArray &text, const Dialect &dialect)
        : m_text(text)
        , m_dialect(dialect)
        , m_delimiter(dialect.delimiter.bytes().data(),
                      static_cast<qsizetype>(dialect.delimiter.bytes().size()))
        , m_escape(dialect.escape == dialect.quote ? '\0' : dialect.escape)
        , m_quotes(dialect.quote == '\0' ? Quoting::Text : Quoting::Exact)
    {
    }

    ReferenceRecord recordAt(qsizetype begin, qsizetype &next) const
    {
        ReferenceRecord record = rawRecordAt(begin, next);
        record.begin = begin;
        for (QByteArray &cell : record.cells) {
            if (record.role != ReferenceRecord::Role::Comment && m_dialect.blankWords.contains(cell))
                cell.clear();
        }
        return record;
    }

private:
    ReferenceRecord rawRecordAt(qsizetype begin, qsizetype &next) const
    {
        if (!m_dialect.comment.isEmpty() && stands(m_dialect.comment, begin))
            return comment(begin, next);
        const Reading exact = read(begin, m_quotes, 0);
        if (exact.failedCell)
            return repaired(begin, *exact.failedCell, next);
        const qsizetype firstBroken = exact.broken.indexOf(true);
        if (m_dialect.columns > 0 && exact.cells.size() != m_dialect.columns && firstBroken >= 0) {
            const Reading line = read(begin, Quoting::Text, firstBroken);
            if (line.cells.size() == m_dialect.columns)
                return taken(line, Quoting::Text, firstBroken, next);
        }
        return taken(exact, Quoting::Exact, -1, next);
    }

    ReferenceRecord comment(qsizetype begin, qsizetype &next) const
    {
        qsizetype end = begin;
        while (end < m_text.size() && lineEndAt(end) == 0)
            ++end;
        next = end + lineEndAt(end);
        return { .cells = { m_text.mid(begin, end - begin) }, .role = ReferenceRecord::Role::Comment };
    }

    /// Rule 5.
    ReferenceRecord repaired(qsizetype begin, qsizetype cell, qsizetype &next) const
    {
        const Reading text = read(begin, Quoting::Text, cell);
        const bool guarded = m_dialect.columns >= 2 && cellsOfLineAlone(text.next) == m_dialect.columns;
        std::optional<std::pair<Reading, Quoting>> first;
        for (const Quoting way : { Quoting::StrayOneLine, Quoting::LoneQuote, Quoting::StrayLines,
                                   Quoting::LooseEnds, Quoting::Text }) {
            const Reading reading = read(begin, way, cell);
            const bool lone = way == Quoting::LoneQuote;
            const bool mayGoOn = !lone && (way == Quoting::StrayOneLine || !guarded);
            if (reading.failedCell || (reading.next > text.next && !mayGoOn))
                continue;
            if (lone && (m_dialect.columns < 1 || reading.cells.size() != m_dialect.columns))
                continue;
            if (m_dialect.columns > 0 && reading.cells.size() == m_dialect.columns)
                return taken(reading, way, cell, next);
            if (!first)
                first = { reading, way };
        }
        return taken(first->first, first->second, cell, next);
    }

    /// The cells of the line that begins at \a begin, as if it were the whole file; 0 behind the last one.
    qsizetype cellsOfLineAlone(qsizetype begin) const
    {
        qsizetype end = begin;
        while (end < m_text.size() && lineEndAt(end) == 0)
            ++end;
        if (begin == m_text.size())
            return 0;
        const QByteArray line = m_text.mid(begin, end - begin);
        const ReferenceText alone(line, m_dialect);
        const Reading exact = alone.read(0, alone.m_quotes, 0);
        return exact.failedCell ? alone.read(0, Quoting::Text, *exact.failedCell).cells.size()
                                : exact.cells.size();
    }

    static ReferenceRecord taken(const Reading &reading, Quoting way, qsizetype cell, qsizetype &next)
    {
        next = reading.next;
        const bool text = way == Quoting::Text;
        return { .cells = reading.cells,
                 .unclosedQuote = text,
                 .unclosedColumn = text ? static_cast<int>(cell) : -1,
                 .looseQuote = !text && cell >= 0,
                 .looseColumn = text ? -1 : static_cast<int>(cell) };
    }

    /// Rule 3, at its end.
    bool hasRuns() const { return m_dialect.trim && m_delimiter == " "; }
    void passRun(qsizetype &at) const
    {
        while (hasRuns() && at < m_text.size() && m_text[at] == ' ')
            ++at;
    }

    /// \a way counts from the cell \a from on; in those before, quotes are exact.
    Reading read(qsizetype begin, Quoting way, qsizetype from) const
    {
        Reading reading;
        qsizetype at = begin;
        passRun(at);
        for (;;) {
            const qsizetype number = reading.cells.size();
            const bool lone = way == Quoting::LoneQuote;
            const Quoting here = (lone ? number == from : number >= from) ? way : m_quotes;
            QByteArray value;
            if (!readCell(at, here, value)) {
                reading.failedCell = number;
                return reading;
            }
            reading.cells += value;
            reading.broken += value.contains('\n') || value.contains('\r');
            if (delimiterAt(at)) {
                at += m_delimiter.size();
                passRun(at);
                const bool behindAll = hasRuns() && (at == m_text.size() || lineEndAt(at) > 0);
                if (!behindAll)
                    continue;
            }
            reading.next = at + lineEndAt(at);
            return reading;
        }
    }

    /// Leaves \a at on the delimiter or line end behind the cell, or at the end.
    bool readCell(qsizetype &at, Quoting way, QByteArray &value) const
    {
        passBlanks(at);
        if (way == Quoting::Text || way == Quoting::LoneQuote || characterAt(at) != m_dialect.quote) {
            readPlain(at, value);
            return true;
        }
        ++at;
        switch (way) {
        case Quoting::Exact:
        case Quoting::LooseEnds:
            return readQuoted(at, way, value);
        case Quoting::StrayOneLine:
        case Quoting::StrayLines:
            return readStray(at, way, value);
        case Quoting::LoneQuote:
        case Quoting::Text:
            break;
        }
        return false;
    }

    void readPlain(qsizetype &at, QByteArray &value) const
    {
        qsizetype keep = value.size(); // blanks behind this are dropped
        while (at < m_text.size() && lineEndAt(at) == 0 && !delimiterAt(at)) {
            if (takeEscaped(at, value)) {
                keep = value.size();
                continue;
            }
            value += m_text[at];
            keep = isBlank(m_text[at]) ? keep : value.size();
            ++at;
        }
        if (m_dialect.trim)
            value.truncate(keep);
    }

    /// Rules 4 and 5d; \a at stands behind the opening quote.
    bool readQuoted(qsizetype &at, Quoting way, QByteArray &value) const
    {
        for (const qsizetype limit = at + longestQuoted; at < qMin(m_text.size(), limit);) {
            if (takeEscaped(at, value))
                continue;
            const char c = m_text[at++];
            if (c != m_dialect.quote) {
                value += c;
                continue;
            }
            if (characterAt(at) == m_dialect.quote) {
                value += c;
                ++at;
                continue;
            }
            if (endsCellAt(at)) {
                passBlanks(at);
                return true;
            }
            if (way == Quoting::Exact)
                return false;
            readPlain(at, value);
            return true;
        }
        return false;
    }

    /// Rules 5a and 5c.
    bool readStray(qsizetype &at, Quoting way, QByteArray &value) const
    {
        const qsizetype limit = way == Quoting::StrayLines ? at + longestStray : m_text.size();
        while (at < qMin(m_text.size(), limit)) {
            if (takeEscaped(at, value))
                continue;
            if (way == Quoting::StrayOneLine && lineEndAt(at) > 0)
                return false;
            const char c = m_text[at++];
            if (c == m_dialect.quote && endsCellAt(at)) {
                passBlanks(at);
                return true;
            }
            value += c;
            if (c == m_dialect.quote && characterAt(at) == m_dialect.quote) {
                ++at;
                if (at <= limit && endsCellAt(at)) { // the first was text, the second closes
                    passBlanks(at);
                    return true;
                }
            }
        }
        return false;
    }

    /// Takes an escape sign and what it takes the meaning from.
    bool takeEscaped(qsizetype &at, QByteArray &value) const
    {
        if (m_escape == '\0' || m_text[at] != m_escape || at + 1 >= m_text.size())
            return false;
        const char second = m_text[at + 1];
        const bool isQuote = m_dialect.quote != '\0' && second == m_dialect.quote;
        const qsizetype length = delimiterAt(at + 1) ? m_delimiter.size()
            : lineEndAt(at + 1) > 0                  ? lineEndAt(at + 1)
            : isQuote || second == m_escape          ? 1
                                                     : 0;
        if (length == 0)
            return false;
        value += m_text.mid(at + 1, length);
        at += 1 + length;
        return true;
    }

    /// Whether nothing of the cell follows: a delimiter, a line end or the end, with Dialect::trim also
    /// blanks.
    bool endsCellAt(qsizetype at) const
    {
        passBlanks(at);
        return at >= m_text.size() || lineEndAt(at) > 0 || delimiterAt(at);
    }

    void passBlanks(qsizetype &at) const
    {
        while (m_dialect.trim && at < m_text.size() && isBlank(m_text[at]) && !delimiterAt(at))
            ++at;
    }

    bool isBlank(char c) const { return (c == ' ' || c == '\t') && m_delimiter != QByteArray(1, c); }
    std::optional<char> characterAt(qsizetype at) const
    {
        return at < m_text.size() ? std::optional(m_text[at]) : std::nullopt;
    }
    bool stands(QByteArrayView what, qsizetype at) const
    {
        return at < m_text.size() && QByteArrayView(m_text).sliced(at).startsWith(what);
    }
    bool delimiterAt(qsizetype at) const { return stands(m_delimiter, at); }
    qsizetype lineEndAt(qsizetype at) const
    {
        if (stands("\r\n", at))
            return 2;
        return stands("\n", at) || stands("\r", at) ? 1 : 0;
    }

    const QByteArray &m_text;
    const Dialect &m_dialect;
    QByteArray m_delimiter;
    char m_escape;
    Quoting m_quotes; ///< How they are read in a record that is in order.
};

bool isEmptyRow(const ReferenceRecord &record)
{
    for (const QByteArray &cell : record.cells) {
        if (!cell.isEmpty())
            return false;
    }
    return true;
}

ReferenceRecord::Role roleOf(const ReferenceRecord &record, qint64 number, const Dialect &dialect)
{
    using Role = ReferenceRecord::Role;
    if (record.role == Role::Comment)
        return Role::Comment;
    const qint64 firstData
        = dialect.headerRecord < 0 ? dialect.titleRecords : dialect.headerRecord + dialect.headerRows;
    if (number < firstData)
        return dialect.headerRecord >= 0 && number >= dialect.headerRecord ? Role::Header : Role::Title;
    const bool isBelow = dialect.lastRecord >= 0 ? number > dialect.lastRecord
                                                 : dialect.dataEnd >= 0 && record.begin >= dialect.dataEnd;
    if (isBelow)
        return Role::Below;
    return dialect.skipEmpty && isEmptyRow(record) ? Role::Blank : Role::Data;
}

/// U+FFFD for each of the longest runs that could have begun a character (Unicode, "maximal subparts").
QByteArray withoutBadBytes(const QByteArray &cell)
{
    const auto byte
        = [&cell](qsizetype at) { return at < cell.size() ? static_cast<unsigned char>(cell[at]) : 0U; };
    QByteArray clean;
    for (qsizetype at = 0; at < cell.size();) {
        const unsigned first = byte(at);
        const int length = first < 0x80 ? 1
            : first < 0xc2              ? 0
            : first < 0xe0              ? 2
            : first < 0xf0              ? 3
            : first < 0xf5              ? 4
                                        : 0;
        const unsigned least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const unsigned most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        int good = length == 0 ? 0 : 1;
        while (good > 0 && good < length && byte(at + good) >= (good == 1 ? least : 0x80U)
               && byte(at + good) <= (good == 1 ? most : 0xbfU))
            ++good;
        clean += length > 0 && good == length ? cell.mid(at, length) : QByteArray("\xEF\xBF\xBD");
        at += qMax(good, 1);
    }
    return clean;
}

} // namespace

std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, const Dialect &dialect)
{
    const ReferenceText reference(text, dialect);
    std::vector<ReferenceRecord> records;
    for (qsizetype at = text.startsWith("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        const qsizetype begin = at;
        ReferenceRecord record = reference.recordAt(begin, at);
        const QByteArray bytes = text.mid(begin, at - begin);
        record.badBytes = withoutBadBytes(bytes) != bytes;
        record.nulBytes = bytes.contains('\0');
        record.role = roleOf(record, static_cast<qint64>(records.size()), dialect);
        for (QByteArray &cell : record.cells)
            cell = withoutBadBytes(cell);
        records.push_back(record);
    }
    return records;
}

std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, char delimiter, char quote)
{
    return referenceRecords(text, { .delimiter = delimiter, .quote = quote });
}

QList<QByteArrayList> referenceTable(const std::vector<ReferenceRecord> &records)
{
    QList<QByteArrayList> table;
    QByteArrayList header;
    for (const ReferenceRecord &record : records) {
        if (record.role == ReferenceRecord::Role::Header)
            header = record.cells;
        else if (record.role == ReferenceRecord::Role::Data)
            table += record.cells;
    }
    if (!header.isEmpty())
        table.prepend(header);
    return table;
}

} // namespace rowlift
