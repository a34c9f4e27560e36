#pragma once

#include "app/service/service.h"

namespace rowlift::cli {

/// A describe document and whose it is, told by its shape.
struct DescribeFile {
    const Service *service = nullptr;
    QByteArray bytes;
};

/// Fails with BadInput when \a path cannot be read or is no such document.
Result<DescribeFile> readDescribe(const QString &path, const Services &services);

} // namespace rowlift::cli
