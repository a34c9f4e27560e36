#include "app/draft/file_look.h"

#include <QFileInfo>

#include <algorithm>

namespace rowlift {

namespace {
constexpr qint64 headRecords = 500;
/// Of a very wide file, or one with very long cells, fewer records are enough.
constexpr RowsLimit headLimit { .cells = 1'000'000, .bytes = qint64(4) << 20 };
} // namespace

Result<FileLook> lookAtFile(const QString &path, const DialectChoice &choice)
{
    ChosenFile chosen;
    chosen.path = QFileInfo(path).absoluteFilePath();
    chosen.stamp = FileStamp::of(chosen.path);
    return lookAtFile(chosen, choice);
}

Result<FileLook> lookAtFile(const ChosenFile &chosen, const DialectChoice &choice)
{
    FileLook look;
    look.path = chosen.path;
    look.stamp = chosen.stamp;
    look.source = chosen.source;
    look.sheets = chosen.sheets;
    look.sheet = chosen.sheet;
    look.uncalculated = chosen.uncalculated;
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    const DialectChoice known = certainChoice(chosen, choice);
    look.certain = known.certain;
    auto guess = detectDialect(**source, known);
    if (!guess)
        return tl::unexpected(guess.error());
    look.guess = std::move(*guess);
    auto head = readRows(**source, look.guess.dialect, { RowPosition {} }, 0, headRecords, headLimit);
    if (!head)
        return tl::unexpected(head.error());
    look.head = std::move(*head);

    const Dialect &dialect = look.guess.dialect;
    std::vector<TextRow> data;
    qsizetype widest = 0;
    for (const TextRow &row : look.head) {
        if (row.role == RowRole::Header)
            look.header = joinedHeader(look.header, row.cells);
        if (!row.isData())
            continue;
        widest = std::max(widest, row.cells.size());
        data.push_back(row);
    }
    if (dialect.headerRecord < 0)
        look.header = QStringList(widest);
    look.columns = columnNames(look.header, static_cast<int>(look.header.size()));
    look.looks = lookAtColumns(look.header, data);
    return look;
}

} // namespace rowlift
