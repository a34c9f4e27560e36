#pragma once

#include <QByteArray>
#include <QString>

namespace rowlift::ui {

/// Bytes as people look at them: the offset of a line's first byte (counted from \a offset on), its bytes as
/// two hexadecimal digits each, and what of them is printable ASCII.
///
///   00000010  4D C3 BC 6C 6C 65 72    M..ller
[[nodiscard]] QString hexLines(const QByteArray &bytes, qint64 offset, int bytesInALine);

/// Characters that a line of so many bytes takes.
[[nodiscard]] int hexLineLength(int bytesInALine);

} // namespace rowlift::ui
