#pragma once

#include "app/mapping/number_text.h"
#include "app/mapping/record_builder.h"

#include <memory>
#include <string>

namespace rowlift {

/// Turns what people wrote into what one field takes. Compiled once; used by one thread.
class Converter {
public:
    virtual ~Converter() = default;

    /// \a value is trimmed and not empty. Afterwards it is what is sent: itself, a part of itself, a
    /// constant, or a view into \a space (or into the converter), good until the next call. Stays as it is
    /// when it cannot be read.
    virtual std::optional<Unreadable> convert(std::string_view &value, std::string &space) = 0;
};

/// Null for fields whose values are sent as they stand (text, telephone numbers, addresses of web pages …).
/// What is in its field's form already comes out as it is.
std::unique_ptr<Converter> makeConverter(const Field &field, const Treatment &treatment,
                                         const ValueForms &forms);

/// How a field for numbers takes them.
NumberForm numberFormOf(const Field &field, const Treatment &treatment);

} // namespace rowlift
