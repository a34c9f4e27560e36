#pragma once

#include "app/check/check.h"
#include "app/mapping/record_builder.h"

namespace rowlift {

/// One rule broken by one row.
struct Finding {
    Rule rule = Rule::RequiredEmpty;
    Severity severity = Severity::Problem;
    int index = -1; ///< Of RecordBuilder::fields(); -1: the row.
};

/// The rules that one row can break by itself, compiled for a mapping: used by the pass over the file and for
/// the row that a person looks at.
///
/// Source of what Salesforce refuses: contracts/salesforce.md, 2.3–2.5, 3.8, 4.
class RowRules {
public:
    RowRules(const Draft &draft, const Schema &schema);

    /// The findings of a row of \a cells built to \a record, in column order. The view lives until the next
    /// call.
    std::span<const Finding> judge(std::span<const std::string_view> cells, const BuiltRecord &record);

    const Field &field(int index) const { return m_columns[static_cast<std::size_t>(index)].field; }

private:
    struct ColumnRules {
        Field field;
        bool mustHave = false; ///< Empty is certain to be refused.
        bool shouldHave = false; ///< Empty is refused where the record is new.
        std::vector<std::string> allowed; ///< Sorted; empty: any value.
    };

    void judgeValue(int index, std::string_view value);
    void judgeLength(int index, std::string_view value);
    void judgeList(int index, std::string_view value);
    void judgeNumber(int index, std::string_view value);
    void judgeEmail(int index, std::string_view value);
    void judgeId(int index, std::string_view value);
    void find(int index, Rule rule, Severity severity = Severity::Problem);

    std::vector<ColumnRules> m_columns;
    std::size_t m_width = 0; ///< Cells that a row should have.
    QByteArray m_keyPrefix;
    std::vector<Finding> m_findings;
};

} // namespace rowlift
