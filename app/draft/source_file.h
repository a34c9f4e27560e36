#pragma once

#include "app/base/result.h"
#include "app/draft/draft.h"

#include <memory>
#include <stop_token>

namespace rowlift {

/// Opens what is read for a draft. Fails with BadInput and a sentence when the person's file cannot be read,
/// or is not the one that was looked at. Of a workbook the copy of its sheet is made anew when it has gone
/// meanwhile: then this takes as long as opening the workbook did, and ends with Cancelled when \a stop was
/// requested.
Result<std::unique_ptr<FileSource>> openSource(const Draft &draft, std::stop_token stop = {});

} // namespace rowlift
