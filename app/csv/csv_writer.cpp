#include "app/csv/csv_writer.h"

#include "app/csv/byte_scan.h"

namespace rowlift {

namespace {

bool needsQuotes(std::string_view cell, char delimiter)
{
    const char *end = cell.data() + cell.size();
    return findAnyOf(cell.data(), end, delimiter, '\n', '\r', '"') != end;
}

} // namespace

void appendCell(QByteArray &out, std::string_view cell, char delimiter)
{
    if (!needsQuotes(cell, delimiter)) {
        out.append(cell.data(), static_cast<qsizetype>(cell.size()));
        return;
    }
    out.append('"');
    while (!cell.empty()) {
        const std::size_t quote = cell.find('"');
        const std::size_t length = quote == std::string_view::npos ? cell.size() : quote + 1;
        out.append(cell.data(), static_cast<qsizetype>(length));
        if (quote != std::string_view::npos)
            out.append('"');
        cell.remove_prefix(length);
    }
    out.append('"');
}

void appendRecord(QByteArray &out, std::span<const std::string_view> cells, char delimiter)
{
    if (cells.empty() || (cells.size() == 1 && cells.front().empty()))
        out.append("\"\"");
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first)
            out.append(delimiter);
        first = false;
        appendCell(out, cell, delimiter);
    }
    out.append('\n');
}

} // namespace rowlift
