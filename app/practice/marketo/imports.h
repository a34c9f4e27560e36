#pragma once

#include "app/practice/marketo/import_job.h"
#include "app/practice/service.h"

#include <QList>

#include <functional>
#include <map>
#include <mutex>

namespace rowlift::practice::marketo {

/// All bulk imports of the instance and its queue, which is first in, first out. Any thread.
/// Source: contracts/marketo.md, 9.1 and 9.7.
class Imports {
public:
    /// Loads what the data folder holds.
    explicit Imports(const Surroundings &around);

    /// Puts a file aside for add(); an empty path when it cannot be stored.
    QString putAside(const QByteArray &upload);
    /// Takes an import into the queue, its id given here. 0, or the code that refuses it: 1016, 1019, 611.
    /// \a upload is gone afterwards.
    int add(ImportJob &job, const QString &upload);
    /// Nothing for one that is unknown, or older than a week.
    std::optional<ImportJob> find(qint64 id);
    /// Changes an import and keeps it.
    void change(qint64 id, const std::function<void(ImportJob &)> &change);
    /// Notes how far one is, in memory only: the records' own database knows it over a restart.
    void note(qint64 id, const ImportProgress &progress);
    /// Those that have not ended, oldest first. Plants those of others that the switch `foreign-jobs` asks
    /// for.
    QList<ImportJob> waiting();
    QList<ImportJob> owing();
    /// All that are kept, oldest first.
    QList<ImportJob> all();
    void clear();
    QString folderOf(qint64 id) const;

    static constexpr int mostWaiting = 10;
    static constexpr int mostImporting = 2;

private:
    int place(ImportJob &job, const QString &upload);
    void plantForeign();
    void expire();
    int places() const;

    const Surroundings &m_around;
    QString m_folder;
    std::mutex m_mutex;
    std::map<qint64, ImportJob> m_jobs;
    qint64 m_last;
    QString m_foreignAsked; ///< The switch as it was last looked at.
};

} // namespace rowlift::practice::marketo
