#include "app/accounts/account_book.h"

#include "app/base/folders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <chrono>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr int bookVersion = 1;
constexpr std::chrono::seconds longestWait { 10 }; ///< For another process that writes.

Error bookError(Error::Kind kind, const QString &sentence, const QString &detail = {})
{
    return { .kind = kind, .sentence = sentence, .detail = detail, .retryAfter = {} };
}

/// Names that always belong to the practice accounts.
bool isPracticeName(const QString &name)
{
    const QString folded = name.trimmed().toCaseFolded();
    return folded == u"practice" || folded == u"practice-marketo" || folded == u"practice-dotdigital";
}

std::vector<Account> accountsIn(const QJsonArray &entries)
{
    std::vector<Account> accounts;
    for (const QJsonValue &entry : entries)
        accounts.push_back(accountFromJson(entry.toObject()));
    return accounts;
}

/// Each has an id of its own, by which its secret is found.
bool areAccounts(const QJsonArray &entries)
{
    std::vector<QUuid> ids;
    for (const Account &account : accountsIn(entries)) {
        if (account.id.isNull() || account.name.isEmpty() || std::ranges::find(ids, account.id) != ids.end())
            return false;
        ids.push_back(account.id);
    }
    return true;
}

} // namespace

AccountBook::AccountBook(QString file)
    : m_file(std::move(file))
{
}

Result<QJsonArray> AccountBook::entries() const
{
    QFile file(m_file);
    if (!file.exists())
        return QJsonArray();
    const QString name = QDir::toNativeSeparators(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(bookError(
            Error::Kind::Storage, tr("The list of accounts cannot be read. Check who owns “%1”.").arg(name),
            file.errorString()));
    QJsonParseError failure;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &failure).object();
    if (json[u"version"].isDouble() && json[u"version"].toInt() > bookVersion)
        return tl::unexpected(bookError(
            Error::Kind::Storage,
            tr("The list of accounts was written by a newer Rowlift. Use that one, or move “%1” away.")
                .arg(name)));
    const QJsonArray entries = json[u"accounts"].toArray();
    if (failure.error != QJsonParseError::NoError || !json[u"version"].isDouble()
        || !json[u"accounts"].isArray() || !areAccounts(entries))
        return tl::unexpected(bookError(Error::Kind::Storage,
                                        tr("The list of accounts in “%1” is damaged. It was left as it is; "
                                           "move it away to begin a new one.")
                                            .arg(name),
                                        failure.errorString()));
    return entries;
}

Result<std::vector<Account>> AccountBook::accounts() const
{
    const auto known = entries();
    if (!known)
        return tl::unexpected(known.error());
    return accountsIn(*known);
}

std::optional<Error> AccountBook::doubtOfName(const Account &account, const std::vector<Account> &others)
{
    if (account.name.isEmpty())
        return bookError(Error::Kind::BadInput, tr("Give the account a name."));
    const QString folded = account.name.toCaseFolded();
    const bool taken = isPracticeName(account.name) || std::ranges::any_of(others, [&](const Account &other) {
                           return other.id != account.id && other.name.toCaseFolded() == folded;
                       });
    if (!taken)
        return {};
    return bookError(Error::Kind::BadInput,
                     tr("There is an account “%1” already. Choose another name.").arg(account.name));
}

Result<Account> AccountBook::add(Account account)
{
    account.name = account.name.trimmed();
    if (account.id.isNull())
        account.id = QUuid::createUuid();
    const Done added = edit([&account](QJsonArray &entries) -> Done {
        if (const auto doubt = doubtOfName(account, accountsIn(entries)))
            return tl::unexpected(*doubt);
        entries.append(toJson(account));
        return {};
    });
    if (!added)
        return tl::unexpected(added.error());
    return account;
}

Done AccountBook::change(Account account)
{
    account.name = account.name.trimmed();
    return edit([&account](QJsonArray &entries) -> Done {
        const std::vector<Account> known = accountsIn(entries);
        const auto before = std::ranges::find(known, account.id, &Account::id);
        if (before == known.end())
            return tl::unexpected(
                bookError(Error::Kind::BadInput,
                          tr("The account “%1” was removed meanwhile. Add it again.").arg(account.name)));
        if (const auto doubt = doubtOfName(account, known))
            return tl::unexpected(*doubt);
        const auto place = before - known.begin();
        QJsonObject entry = entries[place].toObject();
        const QJsonObject members = toJson(account);
        for (auto member = members.begin(); member != members.end(); ++member) {
            if (member.key() != u"signIn" || account.signIn != SignInKind::Unknown) // its word stays
                entry.insert(member.key(), member.value());
        }
        entries[place] = entry;
        return {};
    });
}

Done AccountBook::remove(const QUuid &id)
{
    return edit([&id](QJsonArray &entries) -> Done {
        const std::vector<Account> known = accountsIn(entries);
        const auto place = std::ranges::find(known, id, &Account::id);
        if (place != known.end())
            entries.removeAt(place - known.begin());
        return {};
    });
}

Done AccountBook::edit(const std::function<Done(QJsonArray &entries)> &work)
{
    const QString folder = QFileInfo(m_file).absolutePath();
    QLockFile lock(m_file + u".lock"_s);
    if (!makeOwnFolder(folder) || !lock.tryLock(int(std::chrono::milliseconds(longestWait).count())))
        return tl::unexpected(bookError(Error::Kind::Storage,
                                        tr("The list of accounts cannot be changed. Check that you may write "
                                           "in “%1”, and that no other Rowlift hangs.")
                                            .arg(QDir::toNativeSeparators(folder))));
    auto known = entries();
    if (!known)
        return tl::unexpected(known.error());
    const QJsonArray before = *known;
    if (const Done done = work(*known); !done)
        return done;
    return *known == before ? Done() : write(*known);
}

Done AccountBook::write(const QJsonArray &entries) const
{
    QSaveFile file(m_file);
    const QByteArray bytes
        = QJsonDocument(QJsonObject { { u"version"_s, bookVersion }, { u"accounts"_s, entries } }).toJson();
    // Names and addresses of customers: nobody else's business on a shared computer.
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return tl::unexpected(
            bookError(Error::Kind::Storage,
                      tr("The list of accounts could not be written to “%1”. Check that there is "
                         "room and that you may write there.")
                          .arg(QDir::toNativeSeparators(m_file)),
                      file.errorString()));
    return {};
}

} // namespace rowlift
