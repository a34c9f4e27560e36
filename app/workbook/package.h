#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>
#include <span>

struct zip;
struct zip_file;

namespace rowlift {

/// One file inside a package, unpacked as it is read.
class PackagePart {
public:
    const QString &name() const { return m_name; }
    qint64 size() const { return m_size; } ///< Unpacked, in bytes, as the package says: it may lie.
    /// Up to `into.size()` bytes; 0 at the end. Fails with BadInput when the part is damaged.
    Result<qint64> read(std::span<char> into);

private:
    friend class Package;
    struct Closer {
        void operator()(zip_file *file) const;
    };

    QString m_name;
    qint64 m_size = 0;
    std::unique_ptr<zip_file, Closer> m_file;
};

/// A zip file with the parts of an Office document (ECMA-376 part 2). One thread at a time.
class Package {
public:
    /// Fails with BadInput when it is no zip file, or one that breaks off.
    static Result<Package> open(const QString &path);

    bool has(const QString &part) const;
    qint64 size(const QString &part) const; ///< Unpacked, in bytes; 0 when there is no such part.
    /// Fails with BadInput when there is no such part, or it is encrypted. The package must outlive the part.
    Result<PackagePart> part(const QString &name) const;

private:
    struct Closer {
        void operator()(zip *archive) const;
    };

    std::unique_ptr<zip, Closer> m_archive;
};

} // namespace rowlift
