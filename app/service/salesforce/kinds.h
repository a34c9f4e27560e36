#pragma once

#include "app/service/job_kind.h"
#include "app/service/load_option.h"
#include "app/service/part_loader.h"
#include "app/service/salesforce/api.h"

#include <memory>
#include <vector>

namespace rowlift::salesforce {

/// The ways of loading. Source: contracts/salesforce.md, 3 and 5.1 to 5.3.
std::vector<JobKind> jobKinds();

/// Whether \a kind, one of those, can do what \a target says. Source: contracts/salesforce.md, 7.4 and 7.5.
bool takes(const JobKind &kind, const Target &target);

/// What else can be chosen for an import to \a target.
std::vector<LoadOption> loadOptions(const Target &target);

/// As Service::makeEncoder() and ServiceSession::makeLoader() do.
std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema);
std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api, const Target &target,
                                       const QStringList &fields);

} // namespace rowlift::salesforce
