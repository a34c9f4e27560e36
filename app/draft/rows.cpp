#include "app/draft/rows.h"

#include <QFileInfo>

namespace rowlift {

Result<Rows> Rows::open(const Draft &draft)
{
    return openAt(draft, {});
}

Result<Rows> Rows::openAt(const Draft &draft, RowPosition from)
{
    auto source = FileSource::open(draft.file);
    if (!source)
        return tl::unexpected(source.error());
    const FileStamp stamp = FileStamp::of(draft.file);
    if (stamp != draft.stamp) {
        const QString name = QFileInfo(draft.file).fileName();
        return tl::unexpected(
            Error { .kind = Error::Kind::BadInput,
                    .sentence = tr("The file “%1” changed since it was looked at. Read it again.").arg(name),
                    .detail = QStringLiteral("%1: %2 bytes of %3, was %4 bytes of %5")
                                  .arg(draft.file)
                                  .arg(stamp.size)
                                  .arg(stamp.modified.toString(Qt::ISODateWithMs))
                                  .arg(draft.stamp.size)
                                  .arg(draft.stamp.modified.toString(Qt::ISODateWithMs)),
                    .retryAfter = {} });
    }
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
