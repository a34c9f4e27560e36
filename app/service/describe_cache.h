#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <optional>

namespace rowlift {

/// Raw describe documents on disk, one file per account and object, so that a file can be mapped without a
/// connection. Anything in it may be deleted at any time.
class DescribeCache {
public:
    struct Entry {
        QByteArray document;
        QByteArray
            lastModified; ///< The service's Last-Modified header, to be sent back unchanged; may be empty.
    };

    /// \a folder is Folders::describes(); made when something is stored.
    explicit DescribeCache(QString folder);

    /// Nothing when it was never stored or cannot be read.
    std::optional<Entry> find(const QUuid &account, const QString &object) const;
    Done store(const QUuid &account, const QString &object, const Entry &entry) const;
    /// Forgets all documents of \a account.
    void forget(const QUuid &account) const;

private:
    QString folderOf(const QUuid &account) const;
    QString fileOf(const QUuid &account, const QString &object) const;

    QString m_folder;
};

} // namespace rowlift
