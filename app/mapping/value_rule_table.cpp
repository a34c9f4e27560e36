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
        m_anyCase.emplace(upperCased(from, m_space), to);
    }
}

std::optional<std::string_view> ValueRuleTable::find(std::string_view value)
{
    if (const auto found = m_exact.find(value); found != m_exact.end())
        return found->second;
    const auto found = m_anyCase.find(upperCased(value, m_space));
    return found == m_anyCase.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

} // namespace rowlift
