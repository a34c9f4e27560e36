#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace rowlift::testing {

/// The files of a ledger as they were at one moment.
struct LedgerFiles {
    QByteArray database;
    QByteArray wal;

    static LedgerFiles of(const QString &folder);
    /// Puts them there, and takes away what SQLite keeps beside them in memory.
    void putInto(const QString &folder) const;
};

/// What a power cut may leave between two moments of one change: the log cut behind each of its frames, and
/// in the middle of each. Source: sqlite.org/fileformat.html, "The Write-Ahead Log".
std::vector<LedgerFiles> cutsBetween(const LedgerFiles &before, const LedgerFiles &after);

/// Copies a folder with all that is in it; what was at \a to is gone.
void copyFolder(const QString &from, const QString &to);

} // namespace rowlift::testing
