#pragma once

#include "app/service/service.h"

namespace rowlift::testing {

/// A service that does all that \a real does. Tests override what they want otherwise.
class ServiceInFront : public Service {
public:
    explicit ServiceInFront(std::unique_ptr<Service> real)
        : m_real(std::move(real))
    {
    }

    QString id() const override { return m_real->id(); }
    QString name() const override { return m_real->name(); }
    std::vector<SignInForm> signIn() const override { return m_real->signIn(); }
    bool tellsEnvironment() const override { return m_real->tellsEnvironment(); }
    Result<QUrl> address(const QString &pasted) const override { return m_real->address(pasted); }
    bool recognisesDescribe(const QByteArray &document) const override
    {
        return m_real->recognisesDescribe(document);
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        return m_real->schemaFrom(document);
    }
    QString newObjectLabel() const override { return m_real->newObjectLabel(); }
    Result<ObjectInfo> newObject(const QString &name, const std::vector<ObjectInfo> &there) const override
    {
        return m_real->newObject(name, there);
    }
    Schema fitted(Schema schema, const Target &target) const override
    {
        return m_real->fitted(std::move(schema), target);
    }
    std::vector<JobKind> jobKinds() const override { return m_real->jobKinds(); }
    bool takes(const JobKind &kind, const Target &target) const override
    {
        return m_real->takes(kind, target);
    }
    bool sets(const JobKind &kind, const QStringList &fields) const override
    {
        return m_real->sets(kind, fields);
    }
    JobKind kindFor(const JobKind &kind, const Target &target) const override
    {
        return m_real->kindFor(kind, target);
    }
    QString aboutActions() const override { return m_real->aboutActions(); }
    std::vector<LoadOption> options(const Target &target) const override { return m_real->options(target); }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        return m_real->makeEncoder(kind, target, fields, schema);
    }
    Explanation explain(const Reason &reason, const Schema &schema) const override
    {
        return m_real->explain(reason, schema);
    }
    bool mayPassLater(const Reason &reason) const override { return m_real->mayPassLater(reason); }
    int triesLater(const Reason &reason) const override { return m_real->triesLater(reason); }
    std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials,
                                         HttpFactory &http) const override
    {
        return m_real->open(account, std::move(credentials), http);
    }

private:
    std::unique_ptr<Service> m_real;
};

} // namespace rowlift::testing
