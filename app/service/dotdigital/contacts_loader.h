#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/contact_target.h"
#include "app/service/part_loader.h"

#include <QJsonObject>

namespace rowlift::dotdigital {

/// One part of contacts as one import.
///
/// Dotdigital has no list of its imports and no key by which a second submit would be known for one. So a
/// submit whose answer was lost stays undecidable, and only what is proven to have done nothing is noted as
/// answered. Source: contracts/dotdigital.md, 6.3 and 6.4.
class ContactsLoader : public PartLoader {
public:
    ContactsLoader(std::unique_ptr<Api> api, Target target);

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override;
    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override;
    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override;
    Done collect(const QString &ticket, const QString &folder, ResultSink &sink,
                 std::stop_token stop) override;
    /// Dotdigital drops nothing that it has: always fails.
    Done abort(const QString &ticket, std::stop_token stop) override;

private:
    /// How an import is doing, in Dotdigital's word; empty: it is not known there.
    Result<QString> statusOf(const QString &ticket, std::stop_token stop);
    Result<QString> statusOnceAsked(const QString &ticket, std::stop_token stop);
    /// Empty when there is none.
    Result<QJsonObject> reportOf(const QString &ticket, std::stop_token stop);
    Done passFaults(const QString &ticket, const QString &folder, ResultSink &sink, std::stop_token stop);

    std::unique_ptr<Api> m_api;
    Target m_target;
};

} // namespace rowlift::dotdigital
