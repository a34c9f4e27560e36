#include "app/base/error.h"

namespace rowlift {

Error cancelledError()
{
    return { .kind = Error::Kind::Cancelled, .sentence = {}, .detail = {}, .retryAfter = {} };
}

} // namespace rowlift
