#pragma once

#include "app/accounts/account.h"
#include "app/accounts/credentials.h"
#include "app/mapping/mapping.h"
#include "app/net/http.h"
#include "app/service/job_kind.h"
#include "app/service/load_option.h"
#include "app/service/part_loader.h"
#include "app/service/sign_in_form.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rowlift {

/// Who is signed in where.
struct AccountFacts {
    QString organization;
    QString user;
    Environment environment = Environment::Production;
};

/// A limit of the account, and what is left of it.
struct Gauge {
    QString id;
    QString label;
    qint64 left = 0;
    qint64 most = 0;
};

/// A record that a look-up has found.
struct RecordMatch {
    QString
        value; ///< Of the field that was asked by, as the service has it; a number or id as it was asked for.
    QString id;
    QDateTime modified; ///< UTC

    bool operator==(const RecordMatch &) const = default;
};

/// How large an import is, as far as that tells what it takes of an account's limits.
struct ImportSize {
    JobKind kind;
    Target target; ///< As it is sent: Target::sent().
    qint64 rows = 0;
    qint64 fields = 0; ///< Of a record.
    qint64 bytes = 0; ///< About what the rows take in the file; 0: not known.
    bool keepsOld = false; ///< What is there is copied first. Before a deletion it always is.
    qint64 lookUpValues = 0; ///< Are still to be looked up beforehand.
};

/// What an import takes of a limit of the account.
struct Need {
    QString label; ///< "Calls"
    qint64 needed = 0; ///< An estimate, rather too high than too low.
    qint64 left = 0;

    bool isMet() const { return needed <= left; }
};

/// One signed-in account. Blocking; may be used from any worker thread, several at a time.
class ServiceSession {
public:
    virtual ~ServiceSession() = default;

    virtual Result<AccountFacts> test(std::stop_token stop) = 0;
    /// Kinds of records that a person could import, by label.
    virtual Result<std::vector<ObjectInfo>> objects(std::stop_token stop) = 0;
    /// The raw describe document of \a object; Service::schemaFrom() reads it.
    virtual Result<QByteArray> describe(const QString &object, std::stop_token stop) = 0;
    virtual Result<std::vector<Gauge>> gauges(std::stop_token stop) = 0;
    /// What can be chosen for \a option (LoadOption::asksAccount) of an import to \a target.
    virtual Result<std::vector<OptionChoice>> choices(const QString &option, const Target &target,
                                                      std::stop_token stop);
    /// The records of \a object whose \a field has one of \a values, in any order; deleted ones are not among
    /// them. Of very many with one value the two changed last will do. Texts are compared without regard to
    /// case. Only where Field::searchable; changes nothing. Costs
    /// callsToFind() calls, more where very many records have one value.
    virtual Result<std::vector<RecordMatch>> find(const QString &object, const QString &field,
                                                  const QStringList &values, std::stop_token stop);
    /// About how many calls it costs to find() so many values, and how many values are best asked at once.
    virtual qint64 callsToFind(qint64 values) const;
    virtual int valuesAtOnce() const { return 200; }
    /// What an import of \a size takes of the account's limits, as far as they can be known.
    virtual Result<std::vector<Need>> needs(const ImportSize &size, std::stop_token stop);
    /// For the calling thread. The session must outlive it. \a fields in the order of the encoder's records;
    /// \a kind is one of Service::jobKinds(), so a service without any is never asked.
    virtual std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                                   const QStringList &fields);
    /// The page of a record in the service's own web interface; empty when there is none.
    virtual QUrl recordPage(const QString &object, const QString &recordId) const;
};

/// A service as data and pure functions. Needs no account.
class Service {
public:
    virtual ~Service() = default;

    virtual QString id() const = 0; ///< "salesforce"
    virtual QString name() const = 0; ///< "Salesforce"
    /// How one can sign in, the usual way first.
    virtual std::vector<SignInForm> signIn() const = 0;
    /// Whether test() knows production from sandbox. Else an account counts as production unless the person
    /// marks it "for tests".
    virtual bool tellsEnvironment() const { return false; }
    /// Whatever a person pasted as the address, as requests go to it. Fails with BadInput and a sentence when
    /// it cannot be one of this service.
    virtual Result<QUrl> address(const QString &pasted) const
    {
        return QUrl(pasted.trimmed(), QUrl::TolerantMode);
    }
    /// Whether \a document has the shape of this service's describe.
    /// What an import may make that is not there yet, for people: "New collection"; empty: nothing.
    virtual QString newObjectLabel() const { return {}; }
    /// The object that such an import makes when a person names it \a name; \a there are the account's. Fails
    /// with BadInput and a sentence for whoever types, as long as no object may have this name.
    virtual Result<ObjectInfo> newObject(const QString &name, const std::vector<ObjectInfo> &there) const;
    virtual bool recognisesDescribe(const QByteArray &document) const = 0;
    virtual Result<Schema> schemaFrom(const QByteArray &document) const = 0;
    /// \a schema as it is for an import to \a target (settledTarget()): what is chosen may add and take
    /// fields.
    virtual Schema fitted(Schema schema, const Target &) const { return schema; }
    /// \a document, read without an account, with those of \a fields that only an account would know, where
    /// they may be fields of it: keys of other objects. As it came where there is nothing to add.
    virtual QByteArray withFields(const QByteArray &document, const QStringList &fields) const;
    /// The ways of loading. None: one can sign in and read the fields, but not import (cannotImport()).
    virtual std::vector<JobKind> jobKinds() const { return {}; }
    /// Whether \a kind, one of jobKinds(), can do what \a target says: its operation, with its object.
    virtual bool takes(const JobKind &kind, const Target &target) const;
    /// Whether \a kind can set all of \a fields.
    virtual bool sets(const JobKind &kind, const QStringList &fields) const;
    /// \a kind, one of jobKinds(), as it is for an import to \a target: what is chosen may change its limits
    /// and forms.
    virtual JobKind kindFor(const JobKind &kind, const Target &target) const;
    /// What a person has to know of what it can do with records and what not, in a sentence or two; empty:
    /// nothing.
    virtual QString aboutActions() const { return {}; }
    /// What else can be chosen for an import to \a target, in any way of loading.
    virtual std::vector<LoadOption> options(const Target &) const { return {}; }
    /// \a kind is one of jobKinds(), so a service without any is never asked. \a schema is that of the
    /// target's object; the encoder keeps what it needs of it.
    virtual std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target,
                                                 const QStringList &fields, const Schema &schema) const;
    /// Unless a service knows better, its own words.
    virtual Explanation explain(const Reason &reason, const Schema &schema) const;
    /// Whether a row that was refused for \a reason may go through when it is sent again as it is: a lock
    /// conflict, a time-out. It says nothing against the rows.
    virtual bool mayPassLater(const Reason &reason) const;
    /// How often such a row is sent again by itself, at most. 0 of those that may not pass later.
    virtual int triesLater(const Reason &reason) const { return mayPassLater(reason) ? 3 : 0; }
    /// \a credentials are asked anew at each renewal. \a http must outlive the session.
    virtual std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials,
                                                 HttpFactory &http) const = 0;
};

/// \a target with what \a schema leaves no choice in.
Target settledTarget(Target target, const Schema &schema);
/// The schema of an import to \a target with \a mapping: of \a document, fitted to the target, with the
/// properties that are mapped.
Result<Schema> schemaFor(const Service &service, const QByteArray &document, const Target &target,
                         const Mapping &mapping);

/// Every service there is, in the order in which people see them.
using Services = std::vector<std::unique_ptr<Service>>;
const Service *serviceById(const Services &services, QStringView id);

/// Why nothing can be imported into \a service, in a sentence; empty when something can.
std::optional<Error> cannotImport(const Service &service);

/// Opens a session of an account; made where the program is put together, so that whoever uses it need not
/// know how.
using SessionMaker = std::function<std::unique_ptr<ServiceSession>(const Account &)>;

} // namespace rowlift
