#pragma once

#include "app/base/error.h"

#include <tl/expected.hpp>

namespace rowlift {

/// A value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// For functions that have nothing to say but "done".
using Done = Result<void>;

} // namespace rowlift
