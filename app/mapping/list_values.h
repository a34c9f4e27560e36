#pragma once

#include "app/schema/schema.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rowlift {

/// The values of a list by all that people write for them: the value, then its label, then either in other
/// case of letters and with other blanks between words.
class ListValues {
public:
    explicit ListValues(const std::vector<PicklistValue> &values);

    /// What is sent for \a text (trimmed); \a text itself when it is not on the list. \a space is
    /// overwritten.
    std::string_view valueOf(std::string_view text, std::string &space) const;
    bool knows(std::string_view text, std::string &space) const;
    bool empty() const { return m_exact.empty(); }

private:
    struct ViewHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Table = std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>>;

    const std::string *find(std::string_view text, std::string &space) const;

    Table m_exact;
    Table m_folded;
};

} // namespace rowlift
