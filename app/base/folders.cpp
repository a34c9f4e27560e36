#include "app/base/folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace rowlift {

using namespace Qt::StringLiterals;

Folders Folders::standard()
{
    const QString home = qEnvironmentVariable("ROWLIFT_HOME");
    if (!home.isEmpty())
        return below(home);
    const auto at = [](QStandardPaths::StandardLocation where) {
        return QStandardPaths::writableLocation(where) + u"/rowlift"_s;
    };
    return { .config = at(QStandardPaths::GenericConfigLocation),
             .data = at(QStandardPaths::GenericDataLocation),
             .cache = at(QStandardPaths::GenericCacheLocation),
             .profiles
             = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Rowlift profiles"_s };
}

Folders Folders::below(const QString &home)
{
    return { .config = home + u"/config"_s,
             .data = home + u"/data"_s,
             .cache = home + u"/cache"_s,
             .profiles = home + u"/profiles"_s };
}

QString Folders::runs() const
{
    return data + u"/runs"_s;
}

QString Folders::drafts() const
{
    return data + u"/drafts"_s;
}

QString Folders::practice() const
{
    return data + u"/practice"_s;
}

bool makeOwnFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    return QDir().mkpath(folder)
        && QFile::setPermissions(folder,
                                 QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace rowlift
