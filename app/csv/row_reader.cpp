#include "app/csv/row_reader.h"

#include "app/csv/record_stream.h"

namespace rowlift {

class RowReader::Impl : public RecordStream {
public:
    using RecordStream::RecordStream;
};

RowReader::RowReader(ByteSource &source, const Dialect &dialect, RowPosition from, qsizetype block)
    : m_impl(std::make_unique<Impl>(source, dialect, from, RecordStream::Options { .block = block }))
{
}

RowReader::~RowReader() = default;
RowReader::RowReader(RowReader &&) noexcept = default;
RowReader &RowReader::operator=(RowReader &&) noexcept = default;

Result<bool> RowReader::next(RowView &row)
{
    return m_impl->next(row);
}

RowPosition RowReader::position() const
{
    return m_impl->position();
}

} // namespace rowlift
