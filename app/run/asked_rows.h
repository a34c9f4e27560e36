#pragma once

#include "app/check/row_rules.h"
#include "app/draft/found_ids.h"
#include "app/draft/row_pass.h"
#include "app/mapping/record_builder.h"

#include <string>
#include <vector>

namespace rowlift {

/// The rows of a stretch of the file, each with the value that it is looked up by.
struct AskedRows {
    struct Row {
        qint64 offset = 0; ///< In the file.
        FoundState state = FoundState::NoRow; ///< None: to be asked for.
        std::size_t end = 0; ///< Of its value.
    };
    std::vector<Row> rows;
    std::string values;
};

/// Reads values, in any thread: of a draft that has one field alone.
class AskedReader {
public:
    /// Both outlive it.
    AskedReader(const Draft &draft, const Schema &schema)
        : m_draft(draft)
        , m_schema(schema)
    {
    }

    Result<AskedRows> read(RecordStream &stream, qint64 until) const;

private:
    static void take(RowBatch &batch, std::size_t row, RecordBuilder &builder, RowRules &rules,
                     AskedRows &asked);

    const Draft &m_draft;
    const Schema &m_schema;
};

} // namespace rowlift
