#include "app/check/check.h"
#include "app/check/found_rules.h"
#include "app/check/row_rules.h"
#include "app/check/unused_stops.h"
#include "app/mapping/properties.h"

#include <algorithm>

namespace rowlift {

std::vector<CellNote> notesFor(const QStringList &cells, const Draft &draft, const Schema &known,
                               qint64 record)
{
    const Schema opened
        = known.open ? withProperties(known, draft.mapping) : Schema(); // a copy takes its time
    const Schema &schema = known.open ? opened : known;
    RecordBuilder builder(draft.mapping, schema, draft.target);
    RowRules rules(draft, schema);
    std::vector<std::string> bytes;
    for (const QString &cell : cells)
        bytes.push_back(cell.toStdString());
    const std::vector<std::string_view> views(bytes.begin(), bytes.end());
    std::vector<CellNote> notes;
    const BuiltRecord &built = builder.build(views);
    const auto note = [&](const Finding &finding) {
        CellNote &taken = notes.emplace_back(
            CellNote { .rule = finding.rule, .severity = finding.severity, .field = {}, .value = {} });
        if (finding.index < 0)
            return;
        taken.column = builder.columnOf(finding.index);
        taken.field = rules.field(finding.index).name;
        const auto sent = built.values[static_cast<std::size_t>(finding.index)];
        taken.value = builder.columnsOf(finding.index).size() == 1
            ? cells.value(taken.column)
            : QString::fromUtf8(sent.data(), static_cast<qsizetype>(sent.size()));
    };
    for (const Finding &finding : rules.judge(views, built))
        note(finding);
    UnusedStops unused(draft);
    for (std::size_t at = 0; at < unused.columns().size(); ++at) {
        const int column = unused.columns()[at];
        if (unused.isStop(at, views))
            notes.push_back({ .rule = Rule::StopNotImported,
                              .severity = Severity::HeadsUp,
                              .column = column,
                              .field = {},
                              .value = cells.value(column) });
    }
    if (const int lookedUp = lookedUpField(builder.fields(), draft); record >= 0 && lookedUp >= 0) {
        auto found = FoundIds::open(draft, schema); // without one there is nothing to say
        const auto row = found ? found->ofRecord(record) : FoundRow {};
        if (const auto severity = row ? severityOf(*row, draft) : std::nullopt)
            note({ ruleOf(row->state), *severity, lookedUp });
    }
    return notes;
}

QStringList missingFields(const Draft &draft, const Schema &schema)
{
    const Target &target = draft.target;
    QStringList missing;
    for (const Field &field : schema.fields) {
        const bool adds = target.operation == Operation::Insert || target.operation == Operation::Upsert;
        const bool isMade = target.keyField.isEmpty() && !field.madeOfRow.isEmpty();
        const bool needed = (adds && field.required && field.type != FieldType::Boolean && !isMade)
            || (!target.keyField.isEmpty() && field.name == target.keyField)
            || (!adds && !target.looksUp() && field.type == FieldType::Id);
        const bool isGiven = !needed || std::ranges::any_of(schema.fields, [&](const Field &each) {
            return each.sets() == field.name && draft.mapping.gives(each.name);
        });
        if (!isGiven)
            missing.append(field.label);
    }
    return missing;
}

} // namespace rowlift
