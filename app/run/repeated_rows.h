#pragma once

#include "app/check/key_repeats.h"
#include "app/run/ledger.h"
#include "app/run/record_pass.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rowlift {

/// Rows that share the hash of their key: by hash, then by record.
using Repeats = std::vector<KeyRepeats::Repeat>;
/// Those of one hash, within Repeats.
using RepeatGroup = std::span<const KeyRepeats::Repeat>;

std::vector<RepeatGroup> groupsOf(const Repeats &repeats);
std::vector<qint64> recordsOf(const Repeats &repeats); ///< Ascending.

/// A pass over the rows of \a records that makes their keys and nothing else; who \a writes gets their bytes.
std::unique_ptr<RecordPass> keyPass(const RecordPass &records, const RecordKey &key, RepeatedKeys meaning,
                                    bool writes);
/// \a key as it stands in the records of keyPass().
RecordKey keyAlone(const RecordPass &pass, RepeatedKeys meaning);

/// Rows that follow another one with the same key, in file order.
using Followers = std::vector<PartMembers::Follower>;
/// Of \a repeats, the rows behind the first with their key, told by the keys themselves: a hash may be that
/// of several. \a pass writes keys.
Result<Followers> behindTheFirst(const Repeats &repeats, RecordPass &pass, const std::stop_token &stop);

} // namespace rowlift
