#include "ui/desk/sample_check.h"

#include "app/check/row_rules.h"

#include <algorithm>
#include <string_view>

namespace rowlift::ui {

namespace {

QString sentenceOf(const Finding &finding, const RowRules &rules)
{
    ProblemGroup group;
    group.rule = finding.rule;
    group.severity = finding.severity;
    group.fieldLabel = rules.field(finding.index).label;
    group.limit = rules.limit(finding);
    return groupText(group);
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// What \a mapping takes for \a field; nothing is converted.
QString takenFrom(const Mapping &mapping, const QString &field, std::span<const std::string_view> cells)
{
    Schema texts;
    for (const QString &name : mapping.fields()) {
        Field plain;
        plain.name = name;
        texts.fields.push_back(plain);
    }
    RecordBuilder builder(mapping, texts);
    const auto at = std::ranges::find(builder.fields(), field);
    if (at == builder.fields().end())
        return {};
    return textOf(builder.build(cells).values[static_cast<std::size_t>(at - builder.fields().begin())]);
}

} // namespace

bool isDecided(Rule rule)
{
    return rule == Rule::ConsentKept || rule == Rule::ConsentNotCleared;
}

void SampleRows::setRows(std::vector<TextRow> rows)
{
    m_rows = std::move(rows);
    m_cells.clear();
    m_cells.resize(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        Cells &cells = m_cells[row];
        for (const QString &cell : m_rows[row].cells)
            cells.bytes.push_back(cell.toStdString());
        cells.views.assign(cells.bytes.begin(), cells.bytes.end());
    }
}

void SampleRows::setDraft(const Draft &draft, const Schema &schema)
{
    m_builder.emplace(draft.mapping, schema, draft.target);
    m_fields.clear();
    const auto &fields = m_builder->fields();
    for (std::size_t index = 0; index < fields.size(); ++index)
        m_fields.insert(fields[index], static_cast<int>(index));
    m_sentRow = -1;
    judge(draft, schema);
}

void SampleRows::judge(const Draft &draft, const Schema &schema)
{
    RowRules rules(draft, schema);
    m_checks.assign(m_builder->fields().size(), SampleCheck { .rows = count(), .first = {} });
    for (const Cells &cells : m_cells) {
        for (const Finding &finding : rules.judge(cells.views, m_builder->build(cells.views))) {
            if (finding.index < 0 || isDecided(finding.rule))
                continue;
            SampleCheck &check = m_checks[static_cast<std::size_t>(finding.index)];
            ++(finding.severity == Severity::Problem ? check.problems : check.headsUps);
            if (check.first.isEmpty())
                check.first = sentenceOf(finding, rules);
        }
    }
}

/// One row is looked at, most of the time.
void SampleRows::build(int row) const
{
    const BuiltRecord &built = m_builder->build(m_cells[static_cast<std::size_t>(row)].views);
    m_sent.clear();
    for (const std::string_view value : built.values)
        m_sent << textOf(value);
    for (const BuiltRecord::Problem &problem : built.problems)
        m_sent[problem.field] = QString();
    m_held.clear();
    for (const BuiltRecord::HeldBack &held : built.held)
        m_held.push_back(held.field);
    m_sentRow = row;
}

QString SampleRows::cell(int column, int row) const
{
    return static_cast<std::size_t>(row) < m_rows.size()
        ? m_rows[static_cast<std::size_t>(row)].cells.value(column)
        : QString();
}

qint64 SampleRows::record(int row) const
{
    return static_cast<std::size_t>(row) < m_rows.size() ? m_rows[static_cast<std::size_t>(row)].record : -1;
}

QString SampleRows::sent(const QString &field, int row) const
{
    const int index = indexOf(field);
    if (index < 0 || static_cast<std::size_t>(row) >= m_cells.size())
        return {};
    if (row != m_sentRow)
        build(row);
    return m_sent.value(index);
}

QStringList SampleRows::fields() const
{
    if (!m_builder)
        return {};
    return QStringList(m_builder->fields().begin(), m_builder->fields().end());
}

std::vector<std::string> SampleRows::valuesOf(int row) const
{
    if (!m_builder || row < 0 || row >= count())
        return {};
    const BuiltRecord &built = m_builder->build(m_cells[static_cast<std::size_t>(row)].views);
    std::vector<std::string> values(built.values.begin(), built.values.end());
    for (const BuiltRecord::Problem &problem : built.problems)
        values[static_cast<std::size_t>(problem.field)].clear();
    return values;
}

bool SampleRows::isHeld(const QString &field, int row) const
{
    const int index = indexOf(field);
    if (index < 0 || static_cast<std::size_t>(row) >= m_cells.size())
        return false;
    if (row != m_sentRow)
        build(row);
    return std::ranges::find(m_held, index) != m_held.end();
}

ValueTrail SampleRows::trail(const QString &field, int row) const
{
    const int index = indexOf(field);
    if (index < 0 || static_cast<std::size_t>(row) >= m_cells.size())
        return {};
    return m_builder->trail(index, m_cells[static_cast<std::size_t>(row)].views);
}

QString SampleRows::taken(const Mapping &mapping, const QString &field, int row) const
{
    return static_cast<std::size_t>(row) < m_cells.size()
        ? takenFrom(mapping, field, m_cells[static_cast<std::size_t>(row)].views)
        : QString();
}

QString SampleRows::takenOf(const Piece &piece, const QString &value)
{
    const QString field = QStringLiteral("piece");
    Mapping mapping;
    mapping.columns = { { .column = field, .field = field, .piece = piece } };
    const std::string bytes = value.toStdString();
    const std::string_view cell(bytes);
    return takenFrom(mapping, field, { &cell, 1 });
}

SampleCheck SampleRows::check(const QString &field) const
{
    const int index = indexOf(field);
    return index >= 0 ? m_checks[static_cast<std::size_t>(index)] : SampleCheck();
}

} // namespace rowlift::ui
