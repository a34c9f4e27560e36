#pragma once

#include "app/csv/dialect.h"

#include <QByteArray>

namespace rowlift {

/// What one way of cutting makes of a sample.
struct CutReading {
    Delimiter delimiter = ',';
    char quote = '"';
    char escape = '\0';
    bool trim = false;
    int columns = 1; ///< The width that most rows have.
    qint64 agreeing = 0; ///< Rows of that width.
    qint64 rows = 0; ///< Rows looked at, without blank ones, comments and titles above.
    qint64 broken = 0; ///< Of all rows: those whose quotes are not as they must be.
    double score = 0; ///< 0 to 1.
};

/// Reads \a sample (UTF-8) with \a way and judges what comes out: rows that agree in width, cells that look
/// like values, columns of one kind. The measure grew out of van den Burg, Nazábal and Sutton, "Wrangling
/// Messy CSV Files by Detecting Row and Type Patterns" (2019).
CutReading readingOf(const QByteArray &sample, bool whole, const Dialect &way, double prior);

/// The same for the file as it stands, one cell a line: what a way to cut must be better than.
double uncutScore(const QByteArray &sample, bool whole, const QByteArray &comment);

} // namespace rowlift
