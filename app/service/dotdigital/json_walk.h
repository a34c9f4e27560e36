#pragma once

#include "app/service/dotdigital/json_nested.h"

#include <string_view>

namespace rowlift::dotdigital {

/// Finds its way in JSON that our encoders wrote: nothing stands between tokens but what divides them, and
/// spaces behind values.
class JsonWalk {
public:
    JsonWalk(std::string_view json, JsonSpelling spelling)
        : m_json(json)
        , m_spelling(spelling)
    {
    }

    /// Behind the text that begins at \a at, its quotes included.
    std::size_t behindText(std::size_t at) const;
    /// Behind the value, of any kind, that begins at \a at.
    std::size_t behindValue(std::size_t at) const;

private:
    bool isText(std::size_t at) const;

    std::string_view m_json;
    JsonSpelling m_spelling;
};

} // namespace rowlift::dotdigital
