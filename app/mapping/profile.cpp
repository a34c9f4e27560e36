#include "app/mapping/profile.h"

#include "app/csv/dialect_json.h"
#include "app/mapping/json_members.h"
#include "app/mapping/mapping_json.h"
#include "app/mapping/properties.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr int profileVersion = 2;
constexpr qint64 maxProfileBytes
    = 4 * 1024 * 1024; ///< Far above any real one: a wrong file is not read whole.
constexpr QLatin1StringView suffix(".rowlift");

struct ProfileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Profile)
};

tl::unexpected<Error> refused(Error::Kind kind, const QString &sentence, const QString &detail)
{
    return tl::unexpected(Error { .kind = kind, .sentence = sentence, .detail = detail, .retryAfter = {} });
}

/// A name that every file system takes: its letters and digits stay, whatever has a meaning there becomes
/// "_".
QString fileNameOf(const QString &name)
{
    QString safe;
    for (const QChar c : name.trimmed()) {
        const bool special = u"/\\:*?\"<>|"_s.contains(c) || c.unicode() < 0x20 || c.unicode() == 0x7F;
        safe += special ? QLatin1Char('_') : c;
    }
    // Not hidden, not a folder, and short enough for any encoding of the name.
    while (safe.startsWith(u'.'))
        safe.remove(0, 1);
    safe = safe.left(60).trimmed();
    while (safe.endsWith(u'.'))
        safe.chop(1);
    return (safe.isEmpty() ? u"profile"_s : safe) + suffix;
}

Result<SeveralFound> severalIn(const QJsonObject &json)
{
    constexpr QLatin1StringView member("severalFound");
    const auto word = textAt(json, member);
    if (!word)
        return tl::unexpected(word.error());
    if (word->isEmpty())
        return SeveralFound::LeaveOut;
    if (const auto several = severalFoundFrom(*word))
        return *several;
    return notKnown(member, json[member]);
}

} // namespace

Result<Profile> profileFrom(const QByteArray &bytes)
{
    QJsonParseError failure;
    const auto document = QJsonDocument::fromJson(bytes, &failure);
    const QJsonObject json = document.object();
    const int version = json[u"rowlift"].toInt();
    if (failure.error != QJsonParseError::NoError || version < 1)
        return refused(Error::Kind::BadInput,
                       ProfileWords::tr("This is no mapping profile of Rowlift, or it is damaged."),
                       failure.errorString());
    if (version > profileVersion)
        return refused(
            Error::Kind::BadInput,
            ProfileWords::tr(
                "This profile was made with a newer version of Rowlift. Use that version to open it."),
            u"version %1"_s.arg(version));
    // An action that is not known here must not become another one.
    const QString operation = json[u"target"][u"operation"].toString();
    if (!operationFrom(operation))
        return refused(
            Error::Kind::BadInput,
            ProfileWords::tr("This profile does not say what to do with the rows, or in a way that "
                             "this version of Rowlift does not know."),
            u"operation “%1”"_s.arg(operation));
    const auto known = onlyMembers(json,
                                   { "rowlift"_L1, "name"_L1, "service"_L1, "account"_L1, "target"_L1,
                                     "header"_L1, "file"_L1, "options"_L1, "lastUsed"_L1, "columns"_L1,
                                     "extras"_L1, "blank"_L1, "order"_L1, "kind"_L1, "keepOld"_L1,
                                     "severalFound"_L1, "checkedField"_L1, "sendUnfound"_L1 });
    const auto knownTarget
        = onlyMembers(json[u"target"].toObject(), { "object"_L1, "operation"_L1, "keyField"_L1, "list"_L1 });
    if (!known || !knownTarget)
        return tl::unexpected(known ? knownTarget.error() : known.error());
    auto mapping = mappingFrom(json);
    const auto header = textsAt(json, QLatin1StringView("header"));
    if (!mapping || !header)
        return tl::unexpected(mapping ? header.error() : mapping.error());
    const auto options = objectAt(json, QLatin1StringView("options"));
    const auto dialect = objectAt(json, QLatin1StringView("file"));
    if (!options || !dialect)
        return tl::unexpected(options ? dialect.error() : options.error());
    const auto kind = textAt(json, QLatin1StringView("kind"));
    const auto keepsOld = flagAt(json, QLatin1StringView("keepOld"));
    if (!kind || !keepsOld)
        return tl::unexpected(kind ? keepsOld.error() : kind.error());
    const auto several = severalIn(json);
    if (!several)
        return tl::unexpected(several.error());
    const QJsonObject aimed = json[u"target"].toObject();
    const auto keyField = textAt(aimed, QLatin1StringView("keyField"));
    const auto list = textAt(aimed, QLatin1StringView("list"));
    if (!keyField || !list)
        return tl::unexpected(keyField ? list.error() : keyField.error());
    const auto checkedField = textAt(json, QLatin1StringView("checkedField"));
    const auto sendsUnfound = flagAt(json, QLatin1StringView("sendUnfound"));
    if (!checkedField || !sendsUnfound)
        return tl::unexpected(checkedField ? sendsUnfound.error() : checkedField.error());
    Profile profile;
    profile.name = json[u"name"].toString();
    profile.service = json[u"service"].toString();
    profile.account = json[u"account"].toString();
    profile.target = targetFrom(aimed);
    profile.header = *header;
    profile.mapping = std::move(*mapping);
    profile.target.options = *options;
    profile.dialect = dialectChoiceFromJson(*dialect);
    profile.kind = *kind;
    profile.keepsOld = *keepsOld;
    profile.several = *several;
    profile.checkedField = *checkedField;
    profile.sendsUnfound = *sendsUnfound;
    profile.lastUsed = QDateTime::fromString(json[u"lastUsed"].toString(), Qt::ISODateWithMs);
    return profile;
}

QByteArray toJson(const Profile &profile)
{
    Target target = profile.target;
    target.madeKeys.clear(); // of one file only
    QJsonObject json {
        { u"rowlift"_s, profileVersion },      { u"name"_s, profile.name },
        { u"service"_s, profile.service },     { u"account"_s, profile.account },
        { u"target"_s, toJson(target) },       { u"header"_s, QJsonArray::fromStringList(profile.header) },
        { u"file"_s, toJson(profile.dialect) }
    };
    const QJsonObject mapping = toJson(profile.mapping);
    for (auto member = mapping.begin(); member != mapping.end(); ++member)
        json[member.key()] = member.value();
    if (!profile.target.options.isEmpty())
        json[u"options"_s] = profile.target.options;
    if (!profile.kind.isEmpty())
        json[u"kind"_s] = profile.kind;
    if (profile.keepsOld)
        json[u"keepOld"_s] = true;
    if (profile.several != SeveralFound::LeaveOut)
        json[u"severalFound"_s] = severalFoundId(profile.several);
    if (!profile.checkedField.isEmpty())
        json[u"checkedField"_s] = profile.checkedField;
    if (profile.sendsUnfound)
        json[u"sendUnfound"_s] = true;
    if (profile.lastUsed.isValid())
        json[u"lastUsed"_s] = profile.lastUsed.toUTC().toString(Qt::ISODateWithMs);
    return QJsonDocument(json).toJson();
}

Result<Profile> loadProfile(const QString &nameOrPath, const QString &folder)
{
    const bool isPath = nameOrPath.endsWith(suffix);
    const QString path = isPath ? nameOrPath : QDir(folder).filePath(fileNameOf(nameOrPath));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Error::Kind::BadInput,
                       ProfileWords::tr("The profile “%1” cannot be opened.").arg(nameOrPath),
                       u"%1: %2"_s.arg(path, file.errorString()));
    if (file.size() > maxProfileBytes)
        return refused(Error::Kind::BadInput,
                       ProfileWords::tr("“%1” is too large to be a mapping profile.").arg(nameOrPath), path);
    auto profile = profileFrom(file.readAll());
    if (!profile) {
        profile.error().detail.prepend(path + u": "_s);
        return profile;
    }
    profile->path = QFileInfo(path).absoluteFilePath();
    if (profile->name.isEmpty())
        profile->name = QFileInfo(path).completeBaseName();
    return profile;
}

namespace {

/// Whether what lies at \a path may give way to \a profile: it is gone, or is that profile.
Result<void> mayReplace(const QString &path, const Profile &profile)
{
    if (!QFileInfo::exists(path))
        return {};
    const auto there = loadProfile(path, {});
    if (!there)
        return refused(Error::Kind::BadInput,
                       ProfileWords::tr("There is a profile “%1” already that this version of Rowlift cannot "
                                        "read. It was left as it is; choose another name.")
                           .arg(profile.name),
                       there.error().detail);
    if (there->name != profile.name)
        return refused(Error::Kind::BadInput,
                       ProfileWords::tr("The profile “%1” is kept in a file of the same name. Choose another "
                                        "name for this one.")
                           .arg(there->name),
                       path);
    return {};
}

} // namespace

Result<QString> saveProfile(const Profile &profile, const QString &folder)
{
    const QString path = QDir(folder).filePath(fileNameOf(profile.name));
    if (const auto free = mayReplace(path, profile); !free)
        return tl::unexpected(free.error());
    QSaveFile file(path);
    const bool written = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
        && file.write(toJson(profile)) >= 0 && file.commit();
    if (!written)
        return refused(
            Error::Kind::Storage,
            ProfileWords::tr("The profile “%1” could not be saved. Is there room, and may you write to %2?")
                .arg(profile.name, QDir::toNativeSeparators(folder)),
            u"%1: %2"_s.arg(path, file.errorString()));
    return path;
}

std::vector<Profile> profilesIn(const QString &folder, QStringList *unreadable)
{
    std::vector<Profile> profiles;
    const auto files = QDir(folder).entryInfoList({ u"*"_s + suffix }, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        auto profile = loadProfile(file.absoluteFilePath(), folder);
        if (profile)
            profiles.push_back(std::move(*profile));
        else if (unreadable)
            unreadable->append(file.fileName());
    }
    std::ranges::stable_sort(profiles, [](const Profile &a, const Profile &b) {
        if (a.lastUsed.isValid() != b.lastUsed.isValid())
            return a.lastUsed.isValid();
        return a.lastUsed > b.lastUsed;
    });
    return profiles;
}

bool canBeMade(const ExtraField &extra, const QStringList &columns)
{
    return std::ranges::all_of(extra.columns,
                               [&columns](const QString &name) { return columns.contains(name); });
}

ProfileFit fitOf(const Profile &profile, const QStringList &header, const Schema *schema)
{
    ProfileFit fit;
    for (const QString &column : profile.header) {
        if (header.contains(column))
            ++fit.same;
        else
            fit.missing.append(column);
    }
    for (const QString &column : header) {
        if (!profile.header.contains(column))
            fit.added.append(column);
    }
    for (const QString &field : profile.mapping.fields()) {
        const ExtraField *extra
            = profile.mapping.columnOf(field) < 0 ? profile.mapping.extraFor(field) : nullptr;
        const bool madeOfLess = extra && !canBeMade(*extra, header);
        if (madeOfLess || (schema && !canBeGiven(*schema, field)))
            fit.lost.append(field);
    }
    return fit;
}

Mapping applyProfile(const Profile &profile, const QStringList &columns, const Schema &schema)
{
    Mapping mapping;
    mapping.blank = profile.mapping.blank;
    for (const QString &name : columns) {
        ColumnMapping column;
        const auto known = std::ranges::find(profile.mapping.columns, name, &ColumnMapping::column);
        const bool usable = known != profile.mapping.columns.end()
            && (known->field.isEmpty() || canBeGiven(schema, known->field))
            && mapping.columnOf(known->field) < 0;
        if (usable)
            column = *known;
        column.column = name;
        column.because = usable ? Because::Profile : Because::Nothing;
        mapping.columns.push_back(column);
    }
    for (const ExtraField &extra : profile.mapping.extras) {
        const bool usable
            = canBeGiven(schema, extra.field) && !mapping.gives(extra.field) && canBeMade(extra, columns);
        if (usable)
            mapping.extras.push_back(extra);
    }
    // The profile's order is the order in which the fields are sent, whatever the file's columns are.
    const QStringList given = mapping.fields();
    for (const QString &field : profile.mapping.fields()) {
        if (given.contains(field))
            mapping.order.append(field);
    }
    if (mapping.order == given)
        mapping.order.clear();
    return mapping;
}

} // namespace rowlift
