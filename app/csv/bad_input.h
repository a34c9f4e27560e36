#pragma once

#include "app/base/error.h"

#include <utility>

namespace rowlift {

/// The error of a file, or of anything else that a person gave, that is not as it should be.
inline Error badInput(QString sentence, QString detail = {})
{
    return { .kind = Error::Kind::BadInput,
             .sentence = std::move(sentence),
             .detail = std::move(detail),
             .retryAfter = {} };
}

} // namespace rowlift
