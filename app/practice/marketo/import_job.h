#pragma once

#include "app/practice/marketo/store.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace rowlift::practice::marketo {

enum class ImportState { Queued, Importing, Complete, Failed };

/// One bulk import as Marketo knows it.
struct ImportJob {
    qint64 id = 0;
    QByteArray object; ///< "leads", "members" or a custom object's name.
    QByteArray format = "csv";
    QByteArray lookupField = "email";
    qint64 list = 0;
    int partition = 0; ///< 0: none was named.
    qint64 program = 0;
    QByteArray programStatus;
    ImportState state = ImportState::Queued;
    qint64 rows = 0; ///< In the file.
    qint64 created = 0; ///< Milliseconds since 1970, as all times.
    qint64 started = 0;
    qint64 ended = 0;
    ImportProgress progress;
    QByteArray words; ///< Why it failed.
    bool owing = false; ///< Complete, but its records are to be written yet (with `--instant`).
    bool foreign = false; ///< Of another integration: it only takes a place.

    bool isEnded() const { return state == ImportState::Complete || state == ImportState::Failed; }
    qint64 imported() const { return progress.rows - progress.failed; }
    char delimiter() const { return format == "tsv" ? '\t' : format == "ssv" ? ';' : ','; }
};

QByteArray stateWord(ImportState state);
/// The `message` of a status. Source: contracts/marketo.md, 9.4.
QByteArray messageOf(const ImportJob &job);

/// A job's folder holds `job.json`, `upload`, `failures` and `warnings`.
bool saveImport(const ImportJob &job, const QString &folder);
std::optional<ImportJob> loadImport(const QString &folder);

} // namespace rowlift::practice::marketo
