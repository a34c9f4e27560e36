#pragma once

#include "app/base/result.h"
#include "app/csv/dialect.h"
#include "app/mapping/mapping.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace rowlift {

/// A saved mapping with its options (`.rowlift`, JSON, version 2; documented in the README). No secrets, no
/// data. Version 1 is read, too.
struct Profile {
    QString name;
    QString service; ///< Service::id()
    QString account; ///< Name of the account it was made with.
    Target target;
    QStringList header; ///< The columns of the file it was made for: the fingerprint.
    Mapping mapping;
    DialectChoice dialect; ///< What the person had fixed.
    QString kind = {}; ///< JobKind::id of the way of loading; empty: the service's usual one.
    bool keepsOld = false; ///< Draft::keepsOld
    SeveralFound several = SeveralFound::LeaveOut; ///< Draft::several
    QString checkedField = {}; ///< Draft::checkedField
    bool sendsUnfound = false; ///< Draft::sendsUnfound
    QDateTime lastUsed; ///< UTC; invalid: never.
    QString path; ///< Where it lies; not part of the file.

    bool operator==(const Profile &) const = default;
};

/// Fails with BadInput when \a bytes are no profile, say something that is not known here, or are of a newer
/// version: the file is left as it is. Null stands for what is absent.
Result<Profile> profileFrom(const QByteArray &bytes);
QByteArray toJson(const Profile &profile);

/// \a path or, inside \a folder, a profile's name. Reads `.rowlift` only.
Result<Profile> loadProfile(const QString &nameOrPath, const QString &folder);
/// Writes it whole or not at all, as a file named after it in \a folder. Returns the path. A file there that
/// cannot be read (damaged, of a newer version) or that is another profile's is left as it is: BadInput.
Result<QString> saveProfile(const Profile &profile, const QString &folder);
/// All that can be read, last used first; damaged ones are passed over and named in \a unreadable.
std::vector<Profile> profilesIn(const QString &folder, QStringList *unreadable = nullptr);

/// Whether all that \a extra is made of is among \a columns; a fixed value needs none.
bool canBeMade(const ExtraField &extra, const QStringList &columns);

/// How well \a header fits: columns that both have.
struct ProfileFit {
    int same = 0;
    QStringList missing; ///< Columns of the profile that the file lacks.
    QStringList added; ///< Columns of the file that the profile does not know.
    /// Fields (API names) that the profile gives and that get nothing here: a column they are made of is
    /// missing, or the object has no such field any more. Those of a missing column's own are not told again.
    QStringList lost;
    bool exact() const { return missing.isEmpty() && added.isEmpty() && lost.isEmpty(); }
};
/// Fields of \a schema are looked up when it is given.
ProfileFit fitOf(const Profile &profile, const QStringList &header, const Schema *schema = nullptr);
/// The profile's mapping laid over the columns of a file, by name; what cannot be given to records of
/// \a schema (canBeGiven()) is dropped.
Mapping applyProfile(const Profile &profile, const QStringList &columns, const Schema &schema);

} // namespace rowlift
