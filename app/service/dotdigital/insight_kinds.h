#pragma once

#include "app/service/job_kind.h"
#include "app/service/part_loader.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace rowlift::dotdigital {

class Api;

/// Ids of the ways of loading insight data.
inline constexpr auto insightV3Kind = "insight-v3";
inline constexpr auto insightV2Kind = "insight-v2";

/// The ways of loading insight data, the better one first. Source: contracts/dotdigital.md, 4 and 5.
std::vector<JobKind> insightKinds();
bool isInsightKind(const JobKind &kind);

/// Whether \a kind, one of insightKinds(), can do what \a target says: version 3 needs an account that has
/// it, version 2 does not know contacts by their mobile numbers, and the list of a record's rows is in no
/// other list.
bool insightTakes(const JobKind &kind, const Target &target);

/// \a kind is one of insightKinds().
std::unique_ptr<Encoder> makeInsightEncoder(const JobKind &kind, const Target &target,
                                            const QStringList &fields, const Schema &schema);
std::unique_ptr<PartLoader> makeInsightLoader(const JobKind &kind, std::unique_ptr<Api> api,
                                              const Target &target, const QStringList &fields);

} // namespace rowlift::dotdigital
