#include "app/service/service.h"

#include "app/mapping/properties.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

namespace {

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Service)
};

Error cannotBeDone(const QString &sentence)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

} // namespace

void Encoder::merge(std::span<const std::string_view> rows, OutBuffer &out) const
{
    for (const std::string_view row : rows)
        out.append(row);
}

Done Encoder::readKeys(const QString &path, const std::function<void(std::string_view key)> &) const
{
    return tl::unexpected(Error { .kind = Error::Kind::Storage,
                                  .sentence = ServiceWords::tr("The records of this part have no keys."),
                                  .detail = path,
                                  .retryAfter = {} });
}

Result<ObjectInfo> Service::newObject(const QString &, const std::vector<ObjectInfo> &) const
{
    return tl::unexpected(cannotBeDone(
        ServiceWords::tr("%1 has no new kinds of records that an import could make.").arg(name())));
}

Target settledTarget(Target target, const Schema &schema)
{
    for (auto option = schema.settled.begin(); option != schema.settled.end(); ++option)
        target.options[option.key()] = option.value();
    return target;
}

Result<Schema> schemaFor(const Service &service, const QByteArray &document, const Target &target,
                         const Mapping &mapping)
{
    auto schema = service.schemaFrom(document);
    if (!schema)
        return schema;
    const Target settled = settledTarget(target, *schema);
    return withProperties(service.fitted(std::move(*schema), settled), mapping);
}

QByteArray Service::withFields(const QByteArray &document, const QStringList &) const
{
    return document;
}

bool Service::sets(const JobKind &, const QStringList &) const
{
    return true;
}

JobKind Service::kindFor(const JobKind &kind, const Target &) const
{
    return kind;
}

bool Service::takes(const JobKind &kind, const Target &target) const
{
    return std::ranges::find(kind.operations, target.operation) != kind.operations.end();
}

bool Service::mayPassLater(const Reason &) const
{
    return false;
}

Done PartLoader::keepOld(const PartFile &, const QString &, const Progress &, std::stop_token)
{
    return tl::unexpected(cannotBeDone(ServiceWords::tr("What is there now cannot be copied here.")));
}

Result<std::vector<OptionChoice>> ServiceSession::choices(const QString &, const Target &, std::stop_token)
{
    return std::vector<OptionChoice>();
}

Result<std::vector<RecordMatch>> ServiceSession::find(const QString &, const QString &, const QStringList &,
                                                      std::stop_token)
{
    return tl::unexpected(cannotBeDone(ServiceWords::tr("Records cannot be looked up here.")));
}

qint64 ServiceSession::callsToFind(qint64 values) const
{
    return (values + valuesAtOnce() - 1) / valuesAtOnce();
}

Result<std::vector<Need>> ServiceSession::needs(const ImportSize &, std::stop_token)
{
    return std::vector<Need>();
}

std::unique_ptr<PartLoader> ServiceSession::makeLoader(const JobKind &, const Target &, const QStringList &)
{
    return nullptr;
}

QUrl ServiceSession::recordPage(const QString &, const QString &) const
{
    return {};
}

std::unique_ptr<Encoder> Service::makeEncoder(const JobKind &, const Target &, const QStringList &,
                                              const Schema &) const
{
    return nullptr;
}

Explanation Service::explain(const Reason &reason, const Schema &) const
{
    return { .sentence = reason.text.isEmpty() ? reason.code : reason.text, .cure = {} };
}

const Service *serviceById(const Services &services, QStringView id)
{
    const auto found
        = std::ranges::find_if(services, [id](const auto &service) { return service->id() == id; });
    return found == services.end() ? nullptr : found->get();
}

std::optional<Error> cannotImport(const Service &service)
{
    if (!service.jobKinds().empty())
        return std::nullopt;
    return Error {
        .kind = Error::Kind::BadInput,
        .sentence
        = ServiceWords::tr("Rowlift can sign in to %1, but cannot import into it yet.").arg(service.name()),
        .detail = {},
        .retryAfter = {}
    };
}

} // namespace rowlift
