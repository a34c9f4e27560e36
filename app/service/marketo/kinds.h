#pragma once

#include "app/service/job_kind.h"
#include "app/service/marketo/api.h"
#include "app/service/marketo/field_labels.h"
#include "app/service/part_loader.h"

#include <memory>
#include <vector>

namespace rowlift::marketo {

inline const QString bulkImportKind = QStringLiteral("bulk-import");
inline const QString syncLeadsKind = QStringLiteral("sync-leads");

/// The ways of loading. Both add people or change those that are found.
/// Source: contracts/marketo.md, 5, 9 and 12.
std::vector<JobKind> jobKinds();

/// Small calls know no list.
bool takes(const JobKind &kind, const Target &target);
/// Small calls do not set what belongs to a person's company. Source: contracts/marketo.md, 12.
bool sets(const JobKind &kind, const QStringList &fields);
/// With the delimiter, the column and the places in the queue that \a target asks for.
JobKind kindFor(const JobKind &kind, const Target &target);
QString aboutActions();

/// As Service::makeEncoder() and ServiceSession::makeLoader() do.
std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema);
std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api,
                                       std::shared_ptr<FieldLabels> labels, const Target &target,
                                       const QStringList &fields);

} // namespace rowlift::marketo
