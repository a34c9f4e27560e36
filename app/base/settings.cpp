#include "app/base/settings.h"

#include "app/base/folders.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct SettingsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Settings)
};

QString settingsFile(const QString &configFolder)
{
    return configFolder + u"/settings.json"_s;
}

QJsonObject settingsJson(const QString &configFolder)
{
    QFile file(settingsFile(configFolder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

Settings settingsIn(const QString &configFolder)
{
    const QJsonObject json = settingsJson(configFolder);
    Settings settings;
    settings.keepAwake = json[u"keepAwake"].toBool(settings.keepAwake);
    settings.tellAtEnd = json[u"tellAtEnd"].toBool(settings.tellAtEnd);
    settings.brakeShare = std::clamp(json[u"brakeShare"].toDouble(settings.brakeShare), 0.0, 1.0);
    return settings;
}

Done keepSettings(const Settings &settings, const QString &configFolder)
{
    QJsonObject json = settingsJson(configFolder);
    json[u"keepAwake"] = settings.keepAwake;
    json[u"tellAtEnd"] = settings.tellAtEnd;
    json[u"brakeShare"] = settings.brakeShare;
    const QByteArray bytes = QJsonDocument(json).toJson();
    makeOwnFolder(configFolder);
    QSaveFile file(settingsFile(configFolder));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence = SettingsWords::tr("The settings could not be kept; they hold until you quit."),
                .detail = u"%1: %2"_s.arg(file.fileName(), file.errorString()),
                .retryAfter = {} });
}

} // namespace rowlift
