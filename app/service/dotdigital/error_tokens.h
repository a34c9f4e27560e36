#pragma once

#include "app/base/error.h"

#include <QString>

#include <chrono>

namespace rowlift::dotdigital {

/// What Dotdigital means by one of the words that its refusals carry.
struct KnownToken {
    QLatin1StringView token; ///< "ERROR_ADDRESSBOOK_NOT_FOUND", "insightData:badJson"
    Error::Kind kind;
    const char *sentence; ///< To be translated in the context rowlift::dotdigital::Api.
    bool showsText = false; ///< The answer's own words tell more.
    bool provesNothingDone = true; ///< Of the request that it refuses.
    std::chrono::milliseconds wait { 0 }; ///< Before it is worth trying again, where no answer names one.
};

/// Null when nobody knows it. Source: contracts/dotdigital.md, 2.
const KnownToken *knownToken(QStringView token);

} // namespace rowlift::dotdigital
