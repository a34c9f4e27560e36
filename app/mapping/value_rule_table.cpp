#include "app/mapping/value_rule_table.h"

#include "app/mapping/blanks.h"
#include "app/mapping/letter_case.h"

namespace rowlift {

ValueRuleTable::ValueRuleTable(const std::vector<ValueRule> &rules)
{
    for (const ValueRule &rule : rules) {
        const std::string text = rule.from.toStdString();
        const auto from = withoutBlanks(text);
        const std::string to = rule.to.toStdString();
        m_exact.emplace(from, to);
        const auto capitals = upperCased(from, m_space);
        m_anyCase.emplace(capitals, to);
        m_exactLengths.add(from.size());
        m_anyCaseLengths.add(capitals.size());
    }
}

std::optional<std::string_view> ValueRuleTable::find(std::string_view value)
{
    if (m_exactLengths.has(value.size())) {
        if (const auto found = m_exact.find(value); found != m_exact.end())
            return found->second;
    }
    const auto capitals = upperCased(value, m_space);
    if (!m_anyCaseLengths.has(capitals.size()))
        return std::nullopt;
    const auto found = m_anyCase.find(capitals);
    return found == m_anyCase.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

} // namespace rowlift
