#include "ui/desk/sample_check.h"

#include "app/check/row_rules.h"
#include "app/mapping/record_builder.h"

#include <string>
#include <string_view>

namespace rowlift::ui {

namespace {

QString sentenceOf(const Finding &finding, const Field &field)
{
    ProblemGroup group;
    group.rule = finding.rule;
    group.severity = finding.severity;
    group.fieldLabel = field.label;
    group.limit = field.length;
    return groupText(group);
}

} // namespace

std::vector<SampleCheck> checkSamples(const std::vector<TextRow> &samples, const Draft &draft,
                                      const Schema &schema)
{
    std::vector<SampleCheck> checks(draft.mapping.columns.size(),
                                    SampleCheck { .rows = static_cast<int>(samples.size()), .first = {} });
    RecordBuilder builder(draft.mapping, schema);
    RowRules rules(draft, schema);
    for (const TextRow &sample : samples) {
        std::vector<std::string> bytes;
        for (const QString &cell : sample.cells)
            bytes.push_back(cell.toStdString());
        const std::vector<std::string_view> cells(bytes.begin(), bytes.end());
        for (const Finding &finding : rules.judge(cells, builder.build(cells))) {
            if (finding.index < 0)
                continue;
            SampleCheck &check = checks[static_cast<std::size_t>(builder.columnOf(finding.index))];
            ++(finding.severity == Severity::Problem ? check.problems : check.headsUps);
            if (check.first.isEmpty())
                check.first = sentenceOf(finding, rules.field(finding.index));
        }
    }
    return checks;
}

} // namespace rowlift::ui
