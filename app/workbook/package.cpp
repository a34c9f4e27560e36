#include "app/workbook/package.h"

#include "app/workbook/bad_workbook.h"

#include <QFile>

#include <zip.h>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// Part names are the same in any case (ECMA-376 part 2, 6.2.2.3).
zip_int64_t indexOf(zip *archive, const QString &part)
{
    return zip_name_locate(archive, part.toUtf8().constData(), ZIP_FL_NOCASE | ZIP_FL_ENC_UTF_8);
}

QString openingError(int code)
{
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const QString text = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    return text;
}

} // namespace

void PackagePart::Closer::operator()(zip_file *file) const
{
    zip_fclose(file);
}

void Package::Closer::operator()(zip *archive) const
{
    zip_discard(archive);
}

Result<qint64> PackagePart::read(std::span<char> into)
{
    const zip_int64_t got = zip_fread(m_file.get(), into.data(), into.size());
    if (got < 0)
        return tl::unexpected(
            damagedWorkbook(m_name + u": "_s + QString::fromUtf8(zip_file_strerror(m_file.get()))));
    return got;
}

Result<Package> Package::open(const QString &path)
{
    int error = 0;
    Package package;
    package.m_archive.reset(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error));
    if (!package.m_archive)
        return tl::unexpected(damagedWorkbook(openingError(error)));
    return package;
}

bool Package::has(const QString &part) const
{
    return indexOf(m_archive.get(), part) >= 0;
}

qint64 Package::size(const QString &part) const
{
    zip_stat_t facts;
    const zip_int64_t index = indexOf(m_archive.get(), part);
    if (index < 0 || zip_stat_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0, &facts) != 0)
        return 0;
    return (facts.valid & ZIP_STAT_SIZE) != 0 ? static_cast<qint64>(facts.size) : 0;
}

Result<PackagePart> Package::part(const QString &name) const
{
    const zip_int64_t index = indexOf(m_archive.get(), name);
    if (index < 0)
        return tl::unexpected(damagedWorkbook(name + u" is missing"_s));
    PackagePart part;
    part.m_name = name;
    part.m_size = size(name);
    part.m_file.reset(zip_fopen_index(m_archive.get(), static_cast<zip_uint64_t>(index), 0));
    if (part.m_file)
        return part;
    const int code = zip_error_code_zip(zip_get_error(m_archive.get()));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP)
        return tl::unexpected(protectedWorkbook());
    return tl::unexpected(damagedWorkbook(name + u": "_s + QString::fromUtf8(zip_strerror(m_archive.get()))));
}

} // namespace rowlift
