#pragma once

#include <QByteArray>

#include <span>
#include <string_view>

namespace rowlift {

/// Appends \a cell to \a out, in quotes where RFC 4180 needs them (delimiter, quote, CR, LF inside).
void appendCell(QByteArray &out, std::string_view cell, char delimiter = ',');

/// Appends a whole record with its LF. A record of one empty cell is written as "" so that it is no blank
/// line.
void appendRecord(QByteArray &out, std::span<const std::string_view> cells, char delimiter = ',');

} // namespace rowlift
