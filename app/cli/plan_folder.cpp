#include "app/cli/plan_folder.h"

#include "app/csv/bad_input.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct PlanFolderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr qint64 maxPlanBytes = qint64(64) * 1024 * 1024; ///< Of many times as many parts as a file makes.

/// "part-00001.csv": what writeParts() calls its files.
bool isPartName(const QString &name)
{
    const QString number = name.section(u'.', 0, 0).mid(5);
    return name.startsWith(u"part-") && name.count(u'.') == 1 && number.size() >= 5
        && std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QStringList partNamesIn(const QDir &folder)
{
    QStringList names = folder.entryList({ u"part-*"_s }, QDir::AllEntries | QDir::Hidden | QDir::System);
    names.removeIf([](const QString &name) { return !isPartName(name); });
    return names;
}

/// The plan in \a file. Empty: it is none.
QJsonObject planIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > maxPlanBytes)
        return {};
    const QJsonObject plan = QJsonDocument::fromJson(file.readAll()).object();
    return plan[u"parts"].isArray() ? plan : QJsonObject();
}

/// The files of a plan: those that it lists, or, of an unfinished one, all that are called so.
QStringList partsOf(const QJsonObject &plan, const QDir &folder)
{
    if (plan[u"unfinished"].toBool())
        return partNamesIn(folder);
    QStringList names;
    for (const auto part : plan[u"parts"].toArray()) {
        const QString name = part.toObject()[u"file"].toString();
        if (isPartName(name))
            names << name;
    }
    return names;
}

} // namespace

PlanFolder::PlanFolder(const QString &path)
    : m_path(path)
    , m_planFile(QDir(path).absoluteFilePath(u"plan.json"_s))
{
}

Done PlanFolder::begin(const QString &source)
{
    if (!QDir().mkpath(m_path))
        return tl::unexpected(
            Error { .kind = Error::Kind::Storage,
                    .sentence = PlanFolderWords::tr("The folder “%1” could not be made.").arg(m_path),
                    .detail = {},
                    .retryAfter = {} });
    if (const Done removed = removeEarlier(source); !removed)
        return removed;
    return write({ { u"unfinished"_s, true }, { u"parts"_s, QJsonArray() } });
}

Done PlanFolder::removeEarlier(const QString &source)
{
    const QDir folder(m_path);
    QStringList earlier;
    if (QFileInfo::exists(m_planFile)) {
        const QJsonObject plan = planIn(m_planFile);
        if (plan.isEmpty() || QFileInfo(m_planFile) == QFileInfo(source))
            return tl::unexpected(badInput(
                PlanFolderWords::tr("“%1” is no plan of Rowlift. Choose another folder.").arg(m_planFile)));
        earlier = partsOf(plan, folder);
    }
    for (const QString &name : partNamesIn(folder)) {
        const QString path = folder.absoluteFilePath(name);
        if (!earlier.contains(name) || QFileInfo(path) == QFileInfo(source))
            return tl::unexpected(
                badInput(PlanFolderWords::tr(
                             "“%1” is of no plan of Rowlift and stays as it is. Choose another folder.")
                             .arg(path)));
    }
    for (const QString &name : earlier)
        QFile::remove(folder.absoluteFilePath(name));
    if (QFile plan(m_planFile); plan.exists() && !plan.remove())
        return cannotWrite(m_planFile, plan.errorString());
    return {};
}

Done PlanFolder::finish(const QJsonObject &json)
{
    return write(json);
}

void PlanFolder::giveUp()
{
    QFile::remove(m_planFile);
}

Done PlanFolder::write(const QJsonObject &json)
{
    QSaveFile file(m_planFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return cannotWrite(m_planFile, file.errorString());
    return {};
}

Done PlanFolder::cannotWrite(const QString &path, const QString &detail) const
{
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence = PlanFolderWords::tr("“%1” could not be written. Is there room?").arg(path),
                .detail = detail,
                .retryAfter = {} });
}

} // namespace rowlift::cli
