#pragma once

#include "app/service/marketo/api.h"

namespace rowlift::marketo {

/// \a document, an answer of describe2, with what the account's schema says of each field beside it: its
/// description, and whether it is hidden or sensitive. As it came where this API user may not see that, which
/// is usual. Source: contracts/marketo.md, 7.3.
Result<QByteArray> withDetails(const QByteArray &document, Api &api, std::stop_token stop);

} // namespace rowlift::marketo
