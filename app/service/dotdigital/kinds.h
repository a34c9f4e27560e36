#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/job_kind.h"
#include "app/service/part_loader.h"

#include <memory>
#include <vector>

namespace rowlift::dotdigital {

inline constexpr auto contactsKind = "contacts";

/// The ways of loading: insight data in two versions, and contacts. All of them add what is new and replace
/// or change what is there. Source: contracts/dotdigital.md, 4 to 6.
std::vector<JobKind> jobKinds();

bool takes(const JobKind &kind, const Target &target);
QString aboutActions();

/// As Service::makeEncoder() and ServiceSession::makeLoader() do.
std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema);
std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api, const Target &target,
                                       const QStringList &fields);

} // namespace rowlift::dotdigital
