#pragma once

#include <QString>

namespace rowlift {

/// Where Rowlift keeps things. `ROWLIFT_HOME` moves all of it below one folder.
struct Folders {
    QString config; ///< Settings.
    QString data; ///< Runs (ledgers), drafts, the practice services' records.
    QString cache; ///< Describe documents; may be deleted at any time.
    QString profiles; ///< Mapping profiles, where a person can find them.

    /// The system's folders for this user, or those below `ROWLIFT_HOME`. Nothing is created.
    static Folders standard();
    /// All of them below \a home.
    static Folders below(const QString &home);

    QString runs() const;
    QString drafts() const;
    QString practice() const;
};

/// Makes \a folder where there is none, for its owner alone: what lies in it is nobody else's business. One
/// that is there already stays as it is. False when it cannot be made.
bool makeOwnFolder(const QString &folder);

} // namespace rowlift
