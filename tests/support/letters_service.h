#pragma once

#include "app/service/service.h"
#include "tests/support/ui_bench.h"

/// A service in memory that keeps records by keys, of one kind ("Orders"), each of a person that has to be
/// there. It can make one record of several rows.
namespace rowlift::testing {

class LettersService : public Service {
public:
    QString id() const override { return QStringLiteral("letters"); }
    QString name() const override { return QStringLiteral("Letters"); }
    std::vector<SignInForm> signIn() const override { return {}; }
    bool recognisesDescribe(const QByteArray &) const override { return false; }
    Result<Schema> schemaFrom(const QByteArray &) const override
    {
        Schema schema;
        schema.object = ordersObject();
        schema.open = true;
        Field key;
        key.name = QStringLiteral("$key");
        key.label = QStringLiteral("Key");
        key.key = key.creatable = key.updatable = key.caseSensitive = true;
        key.question = QStringLiteral("Each record is known by");
        key.madeOfRow = QStringLiteral("Made from this file and the row");
        key.help = QStringLiteral("A record with the same key is replaced as a whole.");
        Field person;
        person.name = QStringLiteral("$person");
        person.label = QStringLiteral("Person");
        person.type = FieldType::Email;
        person.creatable = person.updatable = person.required = person.searchable = true;
        person.question = QStringLiteral("Each record belongs to a person, found by");
        person.referenceTo = { QStringLiteral("people") };
        schema.fields = { key, person };
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        return { { .id = QStringLiteral("letters"),
                   .label = QStringLiteral("In large parts"),
                   .operations = { Operation::Upsert },
                   .maxBodyBytes = 1'000'000,
                   .partBytes = 100'000,
                   .canGroup = true,
                   .naming = ResultNaming::Keys,
                   .repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } } } };
    }
    std::unique_ptr<ServiceSession> open(const Account &, CredentialsSource, HttpFactory &) const override
    {
        return nullptr;
    }

    static ObjectInfo ordersObject()
    {
        ObjectInfo object;
        object.name = QStringLiteral("shelf/Orders");
        object.label = object.labelPlural = QStringLiteral("Orders");
        object.canCreate = object.canUpdate = true;
        return object;
    }
};

/// An account of it: PretendAccount::records says who is there.
class LettersSession : public PretendSession {
public:
    using PretendSession::PretendSession;

    Result<std::vector<ObjectInfo>> objects(std::stop_token) override
    {
        ObjectInfo people;
        people.name = QStringLiteral("people");
        people.label = people.labelPlural = QStringLiteral("People");
        people.canCreate = people.canUpdate = true;
        return std::vector { LettersService::ordersObject(), people };
    }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return QByteArray("{}"); }
    qint64 callsToFind(qint64 values) const override { return values; }
    Result<std::vector<Gauge>> gauges(std::stop_token) override
    {
        return std::vector<Gauge> { { .id = QStringLiteral("calls"),
                                      .label = QStringLiteral("Calls left this hour"),
                                      .left = 1985,
                                      .most = 2000 } };
    }
};

} // namespace rowlift::testing
