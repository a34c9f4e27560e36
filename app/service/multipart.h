#pragma once

#include <QByteArray>
#include <QString>

namespace rowlift {

/// What stands around the one file of a multipart/form-data body.
/// Source: contracts/marketo.md, 9.1, "Literal request", and contracts/dotdigital.md, 6.3.
struct FileFrame {
    QByteArray contentType; ///< Of the whole request.
    QByteArray before;
    QByteArray behind;
};

/// Around the file \a path, which is named by its own name, in ASCII, with \a suffix. What divides the
/// parts is another one each time.
FileFrame frameAround(const QString &path, const QString &suffix);

/// A frame is never longer.
inline constexpr qint64 mostFrameBytes = 512;

} // namespace rowlift
