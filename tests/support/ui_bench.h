#pragma once

#include "app/services/all_services.h"
#include "ui/desk/bench.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

/// A bench for tests of desks and pages: folders that go away, and an account that answers from the practice
/// service's describe documents without any network.
namespace rowlift::testing {

/// What the pretend account does. Read by worker threads, changed by the test.
struct PretendAccount {
    std::atomic<bool> refusesSignIn = false;
    std::atomic<bool> refusesDescribe = false;
    std::atomic<bool> mayAdd = true; ///< False: no kind of record may be added to.
    std::atomic<int> describes = 0; ///< How often fields were asked for.
    std::atomic<bool> signsOut = false; ///< True: the secret is not accepted any more.
    std::atomic<bool> describeSignsOut = false; ///< True: the session ends before the fields are read.
    std::atomic<bool> hangs = false; ///< True: signing in takes until it is stopped.
    QString rightSecret; ///< Not empty: what a trial signs in with.
    std::atomic<bool> mayDelete = true; ///< False: no kind of record may be deleted.
    std::atomic<int> finds = 0; ///< How often records were looked up.
    std::atomic<bool> refusesFind = false;
    std::atomic<bool> findHangs = false; ///< True: looking up takes until it is stopped.
    // Set before the session is used.
    QHash<QString, QList<RecordMatch>> records; ///< By the value in small letters.
    std::vector<Need> needs;
    std::vector<OptionChoice> choices;
};

class PretendSession : public ServiceSession {
public:
    explicit PretendSession(PretendAccount &account, const Account &whose = practiceSalesforceAccount(),
                            std::optional<Secret> secret = {})
        : m_account(account)
        , m_whose(whose)
        , m_secret(std::move(secret))
    {
    }

    Result<AccountFacts> test(std::stop_token stop) override
    {
        using namespace Qt::StringLiterals;
        if (m_account.hangs)
            return tl::unexpected(waitFor(stop));
        if (m_account.refusesSignIn)
            return tl::unexpected(
                refusal(u"Salesforce cannot be reached. Check the connection to the internet."_s));
        if (m_secret ? m_secret->reveal() != m_account.rightSecret : bool(m_account.signsOut))
            return tl::unexpected(refusal(
                u"Salesforce did not accept the id or the secret. Copy both again."_s, Error::Kind::SignIn));
        return AccountFacts { .organization = u"Acme Practice"_s,
                              .user = u"anna@example.com"_s,
                              .environment = m_whose.environment };
    }

    Result<std::vector<ObjectInfo>> objects(std::stop_token) override
    {
        using namespace Qt::StringLiterals;
        const QJsonObject json = QJsonDocument::fromJson(document(u"Global"_s)).object();
        std::vector<ObjectInfo> objects;
        for (const QJsonValue &value : json["sobjects"_L1].toArray()) {
            const QJsonObject entry = value.toObject();
            if (!entry["associateEntityType"_L1].isNull())
                continue;
            ObjectInfo object;
            object.name = entry["name"_L1].toString();
            object.label = entry["label"_L1].toString();
            object.labelPlural = entry["labelPlural"_L1].toString();
            object.keyPrefix = entry["keyPrefix"_L1].toString();
            object.canCreate = entry["createable"_L1].toBool() && m_account.mayAdd;
            object.canUpdate = entry["updateable"_L1].toBool();
            object.canDelete = entry["deletable"_L1].toBool() && m_account.mayDelete;
            objects.push_back(object);
        }
        std::ranges::sort(objects, {}, &ObjectInfo::label);
        return objects;
    }

    Result<QByteArray> describe(const QString &object, std::stop_token) override
    {
        using namespace Qt::StringLiterals;
        ++m_account.describes;
        if (m_account.describeSignsOut)
            return tl::unexpected(refusal(u"The session has ended."_s, Error::Kind::SignIn));
        const QByteArray bytes = m_account.refusesDescribe ? QByteArray() : document(object);
        if (bytes.isEmpty())
            return tl::unexpected(refusal(u"The fields of %1 cannot be read. Try again."_s.arg(object)));
        return bytes;
    }

    Result<std::vector<Gauge>> gauges(std::stop_token) override { return std::vector<Gauge>(); }
    Result<std::vector<OptionChoice>> choices(const QString &, const Target &, std::stop_token) override
    {
        return m_account.choices;
    }
    Result<std::vector<RecordMatch>> find(const QString &, const QString &, const QStringList &values,
                                          std::stop_token stop) override
    {
        using namespace Qt::StringLiterals;
        ++m_account.finds;
        if (m_account.findHangs)
            return tl::unexpected(waitFor(stop));
        if (m_account.refusesFind)
            return tl::unexpected(refusal(u"You may not read contacts."_s, Error::Kind::Rejected));
        std::vector<RecordMatch> found;
        for (const QString &value : values) {
            const QList<RecordMatch> own = m_account.records.value(value.toLower());
            found.insert(found.end(), own.begin(), own.end());
        }
        return found;
    }
    Result<std::vector<Need>> needs(const ImportSize &, std::stop_token) override { return m_account.needs; }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &, const Target &, const QStringList &) override
    {
        return {};
    }
    QUrl recordPage(const QString &, const QString &) const override { return {}; }

private:
    static Error waitFor(const std::stop_token &stop)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait(lock, stop, [] { return false; });
        return cancelledError();
    }

    static Error refusal(const QString &sentence, Error::Kind kind = Error::Kind::Network)
    {
        using namespace Qt::StringLiterals;
        return { .kind = kind, .sentence = sentence, .detail = u"HTTP 400"_s, .retryAfter = {} };
    }

    static QByteArray document(const QString &name)
    {
        using namespace Qt::StringLiterals;
        QFile file(QLatin1StringView(ROWLIFT_SOURCE_DIR)
                   + u"/resources/practice/salesforce/describe-%1.json"_s.arg(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    PretendAccount &m_account;
    Account m_whose;
    std::optional<Secret> m_secret; ///< Of a trial.
};

/// Everything that desks stand on. Outlives them.
struct UiBench {
    explicit UiBench(const std::vector<Account> &known = { practiceSalesforceAccount() })
        : accounts({ .book = book,
                     .secrets = []() -> SecretStore & { return secretStore(); },
                     .openSession = openSession,
                     .openTrial =
                         [this](const Account &whose, const Secret &secret) {
                             return std::make_unique<PretendSession>(account, whose, secret);
                         } },
                   known)
    {
        for (const Account &own : known) {
            if (own.environment != Environment::Practice)
                static_cast<void>(book.add(own));
        }
    }

    /// The keychain library bears one store in a process.
    static SecretStore &secretStore()
    {
        static SecretStore secrets(QStringLiteral("Rowlift test"));
        return secrets;
    }

    QTemporaryDir home;
    SystemClock clock;
    Services services = allServices();
    PretendAccount account;
    AccountBook book { home.filePath(QStringLiteral("config/accounts.json")) };
    SessionMaker openSession
        = [this](const Account &whose) { return std::make_unique<PretendSession>(account, whose); };
    ui::AccountDesk accounts;
    ui::Bench bench { .services = services,
                      .folders = Folders::below(home.path()),
                      .clock = clock,
                      .openSession = openSession,
                      .accounts = accounts,
                      .sampleFile = QLatin1StringView(ROWLIFT_SOURCE_DIR)
                          + QStringLiteral("/resources/sample/spring-fair.csv") };

    /// Writes a file into the home folder and returns its path.
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(home.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
};

} // namespace rowlift::testing
