#include "app/accounts/account_book.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr int bookVersion = 1;

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

} // namespace

AccountBook::AccountBook(QString file)
    : m_file(std::move(file))
{
}

Result<std::vector<Account>> AccountBook::accounts() const
{
    QFile file(m_file);
    if (!file.exists())
        return std::vector<Account>();
    const QString name = QDir::toNativeSeparators(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(bookError(
            Error::Kind::Storage, tr("The list of accounts cannot be read. Check who owns “%1”.").arg(name),
            file.errorString()));
    QJsonParseError failure;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &failure).object();
    if (failure.error != QJsonParseError::NoError || !json[u"accounts"].isArray())
        return tl::unexpected(bookError(Error::Kind::Storage,
                                        tr("The list of accounts in “%1” is damaged. It was left as it is; "
                                           "move it away to begin a new one.")
                                            .arg(name),
                                        failure.errorString()));
    if (json[u"version"].toInt() > bookVersion)
        return tl::unexpected(bookError(
            Error::Kind::Storage,
            tr("The list of accounts was written by a newer Rowlift. Use that one, or move “%1” away.")
                .arg(name)));
    std::vector<Account> accounts;
    for (const QJsonValue &account : json[u"accounts"].toArray())
        accounts.push_back(accountFromJson(account.toObject()));
    return accounts;
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
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + u".lock"_s);
    lock.lock();
    auto known = accounts();
    if (!known)
        return tl::unexpected(known.error());
    if (const auto doubt = doubtOfName(account, *known))
        return tl::unexpected(*doubt);
    known->push_back(account);
    if (const Done written = write(*known); !written)
        return tl::unexpected(written.error());
    return account;
}

Done AccountBook::change(Account account)
{
    account.name = account.name.trimmed();
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + u".lock"_s);
    lock.lock();
    auto known = accounts();
    if (!known)
        return tl::unexpected(known.error());
    const auto before = std::ranges::find(*known, account.id, &Account::id);
    if (before == known->end())
        return tl::unexpected(
            bookError(Error::Kind::BadInput,
                      tr("The account “%1” was removed meanwhile. Add it again.").arg(account.name)));
    if (const auto doubt = doubtOfName(account, *known))
        return tl::unexpected(*doubt);
    *before = account;
    return write(*known);
}

Done AccountBook::remove(const QUuid &id)
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QLockFile lock(m_file + u".lock"_s);
    lock.lock();
    auto known = accounts();
    if (!known)
        return tl::unexpected(known.error());
    if (std::erase_if(*known, [&id](const Account &account) { return account.id == id; }) == 0)
        return {};
    return write(*known);
}

Done AccountBook::write(const std::vector<Account> &accounts) const
{
    QJsonArray list;
    for (const Account &account : accounts)
        list.append(toJson(account));
    QSaveFile file(m_file);
    const QByteArray bytes
        = QJsonDocument(QJsonObject { { u"version"_s, bookVersion }, { u"accounts"_s, list } }).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tl::unexpected(
            bookError(Error::Kind::Storage,
                      tr("The list of accounts could not be written to “%1”. Check that there is "
                         "room and that you may write there.")
                          .arg(QDir::toNativeSeparators(m_file)),
                      file.errorString()));
    return {};
}

} // namespace rowlift
