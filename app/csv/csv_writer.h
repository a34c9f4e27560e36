#pragma once

#include "app/csv/out_buffer.h"

#include <QByteArray>

#include <span>
#include <string_view>

namespace rowlift {

/// How records are written.
struct CsvForm {
    char delimiter = ',';
    bool lineFeeds = false; ///< Line breaks within cells become LF.
};

/// Appends \a cell to \a out, in quotes where RFC 4180 needs them (delimiter, quote, CR, LF inside).
void appendCell(QByteArray &out, std::string_view cell, char delimiter = ',');

/// Appends a whole record with its LF. A record of one empty cell is written as "" so that it is no blank
/// line.
void appendRecord(QByteArray &out, std::span<const std::string_view> cells, char delimiter = ',');
/// The same, for many.
void appendRecord(OutBuffer &out, std::span<const std::string_view> cells, CsvForm form = {});

} // namespace rowlift
