#include "app/check/check.h"

#include "app/check/repeated_keys.h"
#include "app/check/row_rules.h"
#include "app/draft/rows.h"

#include <algorithm>
#include <tuple>

namespace rowlift {

namespace {

constexpr qsizetype longestExample = 80;
constexpr qint64 rowsBetweenLooks = 1024; ///< At the stop token, and words of progress.
constexpr std::size_t ruleCount = static_cast<std::size_t>(Rule::RaggedRow) + 1;

/// Fields that should not hold the same value twice in one file.
bool mustNotRepeat(const Field &field, const Target &target)
{
    switch (target.operation) {
    case Operation::Insert:
        return field.unique;
    case Operation::Upsert:
        return field.name == target.keyField;
    case Operation::Update:
    case Operation::Delete:
        return field.type == FieldType::Id;
    }
    return false;
}

/// One walk over the rows.
class CheckPass {
public:
    CheckPass(const Draft &draft, const Schema &schema)
        : m_builder(draft.mapping, schema, draft.target)
        , m_rules(draft, schema)
        , m_slots((m_builder.fields().size() + 1) * ruleCount * 2, -1)
    {
        for (int i = 0; i < static_cast<int>(m_builder.fields().size()); ++i) {
            if (mustNotRepeat(m_rules.field(i), draft.target))
                m_keys.push_back({ i, RepeatedKeys(m_rules.field(i).type == FieldType::Id) });
        }
    }

    void see(const RowView &row)
    {
        ++m_result.rows;
        const BuiltRecord &record = m_builder.build(row.cells);
        bool problem = false;
        for (const Finding &finding : m_rules.judge(row.cells, record)) {
            problem = problem || finding.severity == Severity::Problem;
            note(finding, row.record, record);
        }
        if (problem)
            m_result.problemRecords.push_back(row.record);
        for (Key &key : m_keys) {
            const auto index = static_cast<std::size_t>(key.index);
            key.seen.add(row.record, record.cleared[index] ? std::string_view() : record.values[index]);
        }
    }

    CheckResult finish()
    {
        for (const Key &key : m_keys) {
            auto records = key.seen.repeated();
            if (records.empty())
                continue;
            ProblemGroup group = groupFor({ Rule::RepeatedKey, Severity::HeadsUp, key.index });
            group.records = std::move(records);
            m_result.groups.push_back(std::move(group));
        }
        std::ranges::stable_sort(m_result.groups, [](const ProblemGroup &a, const ProblemGroup &b) {
            return std::tuple(a.severity, b.records.size()) < std::tuple(b.severity, a.records.size());
        });
        return std::move(m_result);
    }

private:
    struct Key {
        int index = 0;
        RepeatedKeys seen;
    };

    ProblemGroup groupFor(const Finding &finding) const
    {
        ProblemGroup group;
        group.rule = finding.rule;
        group.severity = finding.severity;
        if (finding.index < 0)
            return group;
        const Field &field = m_rules.field(finding.index);
        group.column = m_builder.columnOf(finding.index);
        group.field = field.name;
        group.fieldLabel = field.label;
        group.limit = m_rules.limit(finding);
        return group;
    }

    void note(const Finding &finding, qint64 record, const BuiltRecord &built)
    {
        const auto slot = (static_cast<std::size_t>(finding.index + 1) * ruleCount
                           + static_cast<std::size_t>(finding.rule))
                * 2
            + static_cast<std::size_t>(finding.severity);
        if (m_slots[slot] < 0) {
            m_slots[slot] = static_cast<int>(m_result.groups.size());
            ProblemGroup group = groupFor(finding);
            if (finding.index >= 0) {
                const auto value = built.values[static_cast<std::size_t>(finding.index)];
                group.example = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))
                                    .left(longestExample);
            }
            m_result.groups.push_back(std::move(group));
        }
        m_result.groups[static_cast<std::size_t>(m_slots[slot])].records.push_back(record);
    }

    RecordBuilder m_builder;
    RowRules m_rules;
    std::vector<Key> m_keys;
    std::vector<int> m_slots; ///< Index of the group by field, rule and severity; -1: none yet.
    CheckResult m_result;
};

} // namespace

Result<CheckResult> checkRows(const Draft &draft, const Schema &schema, const Progress &progress,
                              std::stop_token stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    CheckPass pass(draft, schema);
    RowView row;
    for (qint64 seen = 0;; ++seen) {
        if (seen % rowsBetweenLooks == 0) {
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            progress.tell(seen, 0);
        }
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        pass.see(row);
    }
    CheckResult result = pass.finish();
    result.missingFields = missingFields(draft, schema);
    progress.tell(result.rows, result.rows);
    return result;
}

std::vector<CellNote> notesFor(const QStringList &cells, const Draft &draft, const Schema &schema)
{
    RecordBuilder builder(draft.mapping, schema, draft.target);
    RowRules rules(draft, schema);
    std::vector<std::string> bytes;
    for (const QString &cell : cells)
        bytes.push_back(cell.toStdString());
    const std::vector<std::string_view> views(bytes.begin(), bytes.end());
    std::vector<CellNote> notes;
    const BuiltRecord &record = builder.build(views);
    for (const Finding &finding : rules.judge(views, record)) {
        CellNote note { .rule = finding.rule, .severity = finding.severity, .field = {}, .value = {} };
        if (finding.index >= 0) {
            note.column = builder.columnOf(finding.index);
            note.field = rules.field(finding.index).name;
            const auto sent = record.values[static_cast<std::size_t>(finding.index)];
            note.value = builder.columnsOf(finding.index).size() == 1
                ? cells.value(note.column)
                : QString::fromUtf8(sent.data(), static_cast<qsizetype>(sent.size()));
        }
        notes.push_back(std::move(note));
    }
    return notes;
}

QStringList missingFields(const Draft &draft, const Schema &schema)
{
    const Target &target = draft.target;
    QStringList missing;
    for (const Field &field : schema.fields) {
        const bool adds = target.operation == Operation::Insert || target.operation == Operation::Upsert;
        const bool needed = (adds && field.required && field.type != FieldType::Boolean)
            || (target.operation == Operation::Upsert && field.name == target.keyField)
            || (!adds && field.type == FieldType::Id);
        if (needed && !draft.mapping.gives(field.name))
            missing.append(field.label);
    }
    return missing;
}

} // namespace rowlift
