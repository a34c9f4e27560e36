#pragma once

#include <QByteArray>

namespace rowlift {

/// What lines begin with in \a sample (UTF-8) that seem to be remarks for the reader and no rows: "#", "//",
/// "--", "%" …; empty when there are none. Such lines must be few, or stand above all others.
QByteArray guessComment(const QByteArray &sample);

} // namespace rowlift
