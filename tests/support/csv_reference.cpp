#include "tests/support/csv_reference.h"

namespace rowlift {

namespace {

enum class ReferenceState { CellStart, Plain, Quoted, QuoteInQuoted };

/// Reads one record from \a at on. False when the text ended within quotes; then \a record has the cells
/// before.
bool readReferenceRecord(const QByteArray &text, char delimiter, char quote, qsizetype quotedCells,
                         qsizetype &at, ReferenceRecord &record)
{
    ReferenceState state = ReferenceState::CellStart;
    QByteArray cell;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (state == ReferenceState::Quoted) {
            if (c == quote)
                state = ReferenceState::QuoteInQuoted;
            else
                cell += c;
            continue;
        }
        if (state == ReferenceState::QuoteInQuoted && c == quote) {
            cell += c;
            state = ReferenceState::Quoted;
        } else if (state == ReferenceState::CellStart && quote != '\0' && c == quote
                   && record.cells.size() < quotedCells) {
            state = ReferenceState::Quoted;
        } else if (c == delimiter) {
            record.cells += cell;
            cell.clear();
            state = ReferenceState::CellStart;
        } else if (c == '\n' || c == '\r') {
            at += text.mid(at, 2) == "\r\n" ? 2 : 1;
            record.cells += cell;
            return true;
        } else {
            cell += c;
            state = ReferenceState::Plain;
        }
    }
    if (state == ReferenceState::Quoted)
        return false;
    record.cells += cell;
    return true;
}

} // namespace

std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, char delimiter, char quote)
{
    std::vector<ReferenceRecord> records;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = at;
        ReferenceRecord record;
        if (!readReferenceRecord(text, delimiter, quote, text.size() + 1, at, record)) {
            const qsizetype quotedCells = record.cells.size();
            record = { .cells = {}, .unclosedQuote = true };
            at = begin;
            readReferenceRecord(text, delimiter, quote, quotedCells, at, record);
        }
        records.push_back(record);
    }
    return records;
}

} // namespace rowlift
