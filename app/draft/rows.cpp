#include "app/draft/rows.h"

#include "app/draft/source_file.h"

namespace rowlift {

Result<Rows> Rows::open(const Draft &draft)
{
    return openAt(draft, {});
}

Result<Rows> Rows::openAt(const Draft &draft, RowPosition from)
{
    auto source = openSource(draft);
    if (!source)
        return tl::unexpected(source.error());
    return Rows(std::move(*source), draft.dialect, from);
}

Rows::Rows(std::unique_ptr<FileSource> source, const Dialect &dialect, RowPosition from)
    : m_source(std::move(source))
    , m_reader(*m_source, dialect, from)
{
}

Result<bool> Rows::next(RowView &row)
{
    while (true) {
        auto more = m_reader.next(row);
        if (!more || !*more || row.isData())
            return more;
    }
}

} // namespace rowlift
