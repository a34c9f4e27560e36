#pragma once

#include "app/mapping/text_space.h"
#include "app/mapping/treatment.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rowlift {

/// The value rules of a field, compiled. What stands first in their list wins.
class ValueRuleTable {
public:
    explicit ValueRuleTable(const std::vector<ValueRule> &rules);

    bool empty() const { return m_exact.empty(); }
    /// What is sent for \a value (without blanks at its ends): exactly it, then in any case of letters. Empty
    /// when no rule names it.
    std::optional<std::string_view> find(std::string_view value);

private:
    struct ViewHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Table = std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>>;

    Table m_exact;
    Table m_anyCase; ///< By the value in capitals.
    TextSpace m_space;
};

} // namespace rowlift
