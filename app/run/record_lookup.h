#pragma once

#include "app/base/clock.h"
#include "app/base/progress.h"
#include "app/draft/found_ids.h"
#include "app/service/service.h"

#include <stop_token>

namespace rowlift {

/// Finds the record of each row of \a draft, or the one that it names (Draft::looksUp()), and writes the file
/// \a path for Draft::found, whole or not at all. Rows are asked for whether they are left out or not, so
/// that the person may change their mind; a value that Check has a problem with is not asked for. Changes
/// nothing at the service. Values are the same without regard to case and blanks at their ends. \a progress
/// is told rows, of a total that is not known (0).
///
/// A few calls are under way at a time, and only their rows are in memory. Where what is sent stays
/// (Draft::checkedField) a value is asked for once, wherever in the file it stands again: the answers of the
/// first rememberedAnswers different ones are kept. What may pass is asked again some times; a limit of the
/// service is waited for up to an hour and some minutes. Then, and for all other reasons, it fails with the
/// service's sentence. Fails with BadInput when nothing goes to the
/// field that is looked up by, or the file changes meanwhile; Cancelled at once by \a stop.
Result<LookUpSum> lookUpRecords(const Draft &draft, const Schema &schema, ServiceSession &session,
                                Clock &clock, const QString &path, const Progress &progress,
                                std::stop_token stop);

constexpr std::size_t rememberedAnswers = 2'000'000; ///< In 32 MB.

/// How many different values lookUpRecords() would ask for, exactly: what ServiceSession::callsToFind() is to
/// be asked with. Reads all rows; keeps 8 bytes a row. \a progress is told bytes.
Result<qint64> valuesToLookUp(const Draft &draft, const Schema &schema, const Progress &progress,
                              std::stop_token stop);

} // namespace rowlift
