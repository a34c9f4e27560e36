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

    /// The findings of a row of \a cells built to \a record, by field. The view lives until the next call.
    /// Whoever wants problems only names them as \a least: what is but a heads-up is not searched for then.
    /// \a width: the cells that the row has, where not all of them are given.
    std::span<const Finding> judge(std::span<const std::string_view> cells, const BuiltRecord &record,
                                   Severity least = Severity::HeadsUp, std::optional<std::size_t> width = {});

    const Field &field(int index) const { return m_fields[static_cast<std::size_t>(index)].field; }
    /// TooLong, TooManyBytes: the most that fits. WillBeCut: the most that is kept. Else 0.
    qint64 limit(const Finding &finding) const;

private:
    struct FieldRules {
        Field field;
        bool mustHave = false; ///< Empty is certain to be refused.
        bool shouldHave = false; ///< Empty is refused where the record is new.
        bool staysBlank = false; ///< Blanks clear, but not here: it finds the record.
        bool isBox = false; ///< Blanks clear, but not here: it has no third state.
        bool tellsClearing = false; ///< Only a word in the cell clears, maybe not on purpose.
        bool cannotClear = false; ///< The word for clearing is refused.
        bool isNotCleared = false; ///< Blanks clear, but not here: it names another record by its key.
        bool mayNotClear = false; ///< Must have a value whenever it is sent.
        bool isOpenText = false; ///< A property that is sent as text.
        bool isOpenKey = false; ///< Finds a record without fixed fields.
        bool isDigits = false; ///< The id of another record, which has digits only.
        int kept = 0; ///< Of values that a cleaner cuts.
        std::vector<std::string> allowed; ///< Sorted; empty: any value.
    };

    FieldRules rulesOf(const QString &name, const Draft &draft, const Schema &schema) const;
    void judgeHeld(int index, Held why, Severity least);
    void judgeCleared(int index);
    void judgeBlank(int index);
    void judgeValue(int index, std::string_view value);
    void judgeLength(int index, std::string_view value);
    void judgeText(int index, std::string_view value);
    void judgeList(int index, std::string_view value);
    void judgeNumber(int index, std::string_view value);
    void judgeEmail(int index, std::string_view value);
    void judgeUrl(int index, std::string_view value);
    void judgeId(int index, std::string_view value);
    bool hasLostCase(std::string_view id) const;
    void find(int index, Rule rule, Severity severity = Severity::Problem);

    std::vector<FieldRules> m_fields; ///< As RecordBuilder::fields().
    /// Of each, how many bytes a value may have that no rule judges: most are looked at no further.
    std::vector<std::size_t> m_free;
    std::size_t m_width = 0; ///< Cells that a row should have.
    Severity m_least = Severity::HeadsUp; ///< Of the row that is judged.
    QByteArray m_keyPrefix;
    ValueForms m_forms;
    std::span<const std::string_view> m_cells; ///< Of the row that is judged.
    std::vector<Finding> m_findings;
};

} // namespace rowlift
