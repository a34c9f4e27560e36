#pragma once

#include "app/accounts/account.h"
#include "app/base/result.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <functional>
#include <optional>
#include <vector>

namespace rowlift {

/// The accounts that a person added: one JSON file, without any secret. Several processes may use it at the
/// same time; a change is written whole or not at all.
class AccountBook {
    Q_DECLARE_TR_FUNCTIONS(rowlift::AccountBook)

public:
    /// \a file need not exist yet.
    explicit AccountBook(QString file);

    /// In the order in which they were added. Fails with Storage when the file is there but cannot be read,
    /// or is damaged or of a newer Rowlift: then it stays as it is.
    Result<std::vector<Account>> accounts() const;
    /// Gives \a account an id when it has none. Fails with BadInput when the name is empty or taken, in any
    /// case of letters, also by a practice account.
    Result<Account> add(Account account);
    /// Replaces the account of that id, at its place. Fails with BadInput when there is none any more, or
    /// when the name is empty or another's.
    Done change(Account account);
    /// That there is none of that id is no error.
    Done remove(const QUuid &id);

private:
    /// Why \a account may not have its name among \a others; that of its own id does not count.
    static std::optional<Error> doubtOfName(const Account &account, const std::vector<Account> &others);
    /// The entries as they are in the file, with members that only a newer Rowlift knows.
    Result<QJsonArray> entries() const;
    /// Works on the entries while no other process does, and writes them.
    Done edit(const std::function<Done(QJsonArray &entries)> &work);
    Done write(const QJsonArray &entries) const;

    QString m_file;
};

} // namespace rowlift
