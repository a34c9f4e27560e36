#include "app/run/asked_rows.h"

#include "app/mapping/blanks.h"

#include <algorithm>

namespace rowlift {

Result<AskedRows> AskedReader::read(RecordStream &stream, qint64 until) const
{
    RecordBuilder builder(m_draft.mapping, m_schema, m_draft.target);
    RowRules rules(m_draft, m_schema);
    CellWish wish;
    const auto columns = builder.columnsOf(0);
    wish.columns.assign(columns.begin(), columns.end());
    std::ranges::sort(wish.columns);
    RowBatch batch;
    AskedRows asked;
    while (stream.position().offset < until) {
        const Result<bool> more = stream.nextRows(batch, wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        for (std::size_t row = 0; row < batch.rows(); ++row)
            take(batch, row, builder, rules, asked);
    }
    return asked;
}

void AskedReader::take(RowBatch &batch, std::size_t row, RecordBuilder &builder, RowRules &rules,
                       AskedRows &asked)
{
    AskedRows::Row taken { .offset = batch.offset(row) };
    if (batch.isData(row)) {
        const auto cells = batch.cells(row);
        const BuiltRecord &record = builder.build(cells);
        const auto value = withoutBlanks(record.values.front());
        const auto findings = rules.judge(cells, record, Severity::Problem);
        const bool isProblem
            = std::ranges::find(findings, Severity::Problem, &Finding::severity) != findings.end();
        taken.state = value.empty() ? FoundState::Blank : isProblem ? FoundState::Unfit : FoundState::None;
        if (taken.state == FoundState::None)
            asked.values += value;
    }
    taken.end = asked.values.size();
    asked.rows.push_back(taken);
}

} // namespace rowlift
