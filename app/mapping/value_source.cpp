#include "app/mapping/value_source.h"

namespace rowlift {

namespace {

char *append(char *to, std::string_view text)
{
    return std::copy(text.begin(), text.end(), to);
}

} // namespace

ValueSource::ValueSource(Kind kind, std::vector<int> columns, const Piece &piece, const QString &text)
    : m_kind(kind)
    , m_columns(std::move(columns))
    , m_piece(piece)
    , m_text(text.toStdString())
{
}

ValueSource ValueSource::ofColumn(int column, const Piece &piece)
{
    return { piece.kind == PieceKind::Whole ? Kind::Cell : Kind::Piece, { column }, piece, {} };
}

ValueSource ValueSource::ofExtra(const ExtraField &extra, std::vector<int> columns)
{
    if (extra.isFixed())
        return { Kind::Fixed, {}, {}, extra.text };
    // A column that the file lacks gives nothing; it must not become a fixed value.
    if (extra.columns.size() > 1 || columns.empty())
        return { Kind::Join, std::move(columns), {}, extra.text };
    return ofColumn(columns.front(), extra.piece);
}

std::string_view ValueSource::make(std::span<const std::string_view> cells)
{
    switch (m_kind) {
    case Kind::Cell:
        return cellAt(cells, m_columns.front());
    case Kind::Piece:
        return m_piece.of(filledAt(cells, m_columns.front()));
    case Kind::Join:
        return join(cells);
    case Kind::Fixed:
        return m_text;
    }
    return {};
}

std::string_view ValueSource::join(std::span<const std::string_view> cells)
{
    std::size_t bytes = 0;
    for (const int column : m_columns)
        bytes += cellAt(cells, column).size() + m_text.size();
    char *begin = m_space.room(bytes);
    char *to = begin;
    for (const int column : m_columns) {
        const auto part = filledAt(cells, column);
        if (part.empty())
            continue;
        if (to != begin)
            to = append(to, m_text);
        to = append(to, part);
    }
    return { begin, static_cast<std::size_t>(to - begin) };
}

} // namespace rowlift
