#include "app/cli/describe_file.h"

#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace rowlift::cli {

namespace {

struct DescribeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

} // namespace

Result<DescribeFile> readDescribe(const QString &path, const Services &services)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            badInput(DescribeWords::tr("“%1” could not be read.").arg(path), file.errorString()));
    const QByteArray bytes = file.readAll();
    const auto service = std::ranges::find_if(
        services, [&bytes](const auto &candidate) { return candidate->recognisesDescribe(bytes); });
    if (service == services.end())
        return tl::unexpected(
            badInput(DescribeWords::tr("“%1” is no field list of a service that Rowlift knows.").arg(path)));
    return DescribeFile { .service = service->get(), .bytes = bytes };
}

} // namespace rowlift::cli
