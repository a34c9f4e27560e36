#pragma once

#include "app/mapping/text_space.h"
#include "app/mapping/treatment.h"

#include <cstdint>
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

    /// Which lengths the values of a table have: most values are told apart by theirs alone.
    struct Lengths {
        void add(std::size_t length) { bits |= bit(length); }
        bool has(std::size_t length) const { return bits & bit(length); }
        static std::uint64_t bit(std::size_t length) { return std::uint64_t(1) << (length % 64); }
        std::uint64_t bits = 0;
    };

    Table m_exact;
    Table m_anyCase; ///< By the value in capitals.
    Lengths m_exactLengths;
    Lengths m_anyCaseLengths;
    TextSpace m_space;
};

} // namespace rowlift
