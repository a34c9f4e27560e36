#pragma once

#include <QByteArray>
#include <QString>

namespace rowlift::ui {

/// Lays the sample spreadsheet that ships with the program into \a folder, if it is not there as it should
/// be, and returns its path; empty when that cannot be done.
QString unpackSample(const QString &folder);

/// What is planted in it (JSON): the outcome of each row.
QByteArray sampleTruth();

} // namespace rowlift::ui
