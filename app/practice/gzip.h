#pragma once

#include "app/practice/http_message.h"

namespace rowlift::practice {

/// Packs the body of \a response with gzip when \a request asked for it and there is enough of it to gain by.
///
/// A body from a source stays a stream, of a length that is then unknown.
/// Source: contracts/salesforce.md, 3.7 and section 8; other encodings are ignored.
void packIfAsked(const Request &request, Response &response);

} // namespace rowlift::practice
