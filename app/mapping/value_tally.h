#pragma once

#include "app/mapping/consent.h"
#include "app/mapping/list_values.h"
#include "app/mapping/seen_values.h"
#include "app/mapping/value_rule_table.h"

#include <memory>

namespace rowlift {

/// Sums up the values of a list or yes/no field. Used by one thread.
class ValueTally {
public:
    ValueTally(const Field &field, const Treatment &treatment, const ValueForms &forms);

    void add(qint64 record, std::string_view text);
    void add(const ValueTally &later, qint64 firstRecord);
    ListSurvey result() const;

private:
    struct Count {
        qint64 rows = 0;
        qint64 record = -1;
    };
    struct ViewHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void count(qint64 record, std::string_view value, qint64 rows);
    void judge(ListedValue &value) const;
    QString guessFor(const QString &value) const;

    Field m_field;
    std::vector<ValueRule> m_rules;
    ValueForms m_forms;
    std::optional<ConsentSense> m_consent;
    bool m_turned = false;
    ListValues m_list;
    std::unordered_map<std::string, Count, ViewHash, std::equal_to<>> m_counts;
    bool m_more = false;
};

} // namespace rowlift
