#include "app/service/service.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

namespace {

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Service)
};

} // namespace

bool Service::mayPassLater(const Reason &) const
{
    return false;
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
