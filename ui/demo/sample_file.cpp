#include "ui/demo/sample_file.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString unpackSample(const QString &folder)
{
    const QString path = folder + u"/spring-fair.csv"_s;
    const QByteArray wanted = resource(u":/sample/spring-fair.csv"_s);
    if (resource(path) == wanted)
        return path;
    QDir().mkpath(folder);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(wanted) != wanted.size() || !file.commit())
        return {};
    return path;
}

QByteArray sampleTruth()
{
    return resource(u":/sample/spring-fair.truth.json"_s);
}

} // namespace rowlift::ui
