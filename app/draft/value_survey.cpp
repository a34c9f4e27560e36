#include "app/draft/value_survey.h"

#include "app/draft/row_pass.h"
#include "app/draft/rows.h"
#include "app/draft/source_file.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 surveyBlockBytes = qint64(2) * 1024 * 1024;

/// Looks at blocks of rows in several threads and sums them up in one.
class SurveyPass {
public:
    SurveyPass(const Draft &draft, const Schema &schema)
        : m_draft(draft)
        , m_schema(schema)
        , m_all(draft.mapping, schema)
    {
    }

    using Block = std::unique_ptr<ReadingSurvey>;

    Result<ValueSurvey> run(ByteSource &source, const Progress &progress, const std::stop_token &stop)
    {
        const qint64 bytes = source.size();
        const auto passed = passOverRows<Block>(
            source, m_draft.dialect, {}, surveyBlockBytes,
            [this](RecordStream &stream, qint64 until) { return look(stream, until); },
            [&](Block &block, RowPosition begin, RowPosition end) -> Done {
                m_all.add(*block, begin.record);
                progress.tell(end.offset, bytes);
                give(std::move(block));
                return {};
            },
            stop);
        if (!passed)
            return tl::unexpected(passed.error());
        return m_all.result();
    }

private:
    Result<Block> look(RecordStream &stream, qint64 until)
    {
        Block survey = take();
        RowBatch batch;
        const qint64 first = stream.position().record;
        while (stream.position().offset < until) {
            const Result<bool> more = stream.nextRows(batch, {});
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            for (std::size_t row = 0; row < batch.rows(); ++row) {
                if (batch.isData(row))
                    survey->add(batch.record(row) - first, batch.cells(row));
            }
        }
        return survey;
    }

    Block take()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_spare.empty()) {
                Block block = std::move(m_spare.back());
                m_spare.pop_back();
                return block;
            }
        }
        return std::make_unique<ReadingSurvey>(m_draft.mapping, m_schema);
    }

    void give(Block block)
    {
        block->clear();
        const std::scoped_lock lock(m_mutex);
        m_spare.push_back(std::move(block));
    }

    const Draft &m_draft;
    const Schema &m_schema;
    ReadingSurvey m_all;
    std::mutex m_mutex; ///< Between the threads that look and the one that sums up; guards what follows.
    std::vector<Block> m_spare; ///< To be filled again: to compile a mapping takes time.
};

/// Row by row: only so each row's number is known when it is looked at.
Result<ValueSurvey> surveyWithout(const std::vector<qint64> &leftOut, const Draft &draft,
                                  const Schema &schema, const Progress &progress, const std::stop_token &stop)
{
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    ReadingSurvey survey(draft.mapping, schema);
    RowView row;
    for (qint64 count = 0;; ++count) {
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return survey.result();
        if (!std::ranges::binary_search(leftOut, row.record))
            survey.add(row.record, row.cells);
        constexpr qint64 rowsBetweenLooks = 1024;
        if (count % rowsBetweenLooks != 0)
            continue;
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        progress.tell(rows->position().offset, rows->bytes());
    }
}

} // namespace

Result<ValueSurvey> surveyValues(const Draft &draft, const Schema &schema, const Progress &progress,
                                 std::stop_token stop)
{
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    if (!draft.leftOut.empty())
        return surveyWithout(draft.leftOut, draft, schema, progress, stop);
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    return SurveyPass(draft, schema).run(**source, progress, stop);
}

} // namespace rowlift
