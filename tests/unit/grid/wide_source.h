#pragma once

#include "ui/grid/grid_source.h"

#include <array>

namespace rowlift::ui {

/// A table of any size with cells as marketing files have them, made on the fly and the same each time.
class WideSource : public GridSource {
    Q_OBJECT

public:
    WideSource(qint64 rows, int columns)
        : m_rows(rows)
        , m_columns(columns)
    {
    }

    [[nodiscard]] qint64 rowCount() const override { return m_rows; }
    [[nodiscard]] int columnCount() const override { return m_columns; }
    [[nodiscard]] GridColumn column(int column) const override
    {
        GridColumn about;
        about.letter = QString::number(column + 1);
        about.title = QStringLiteral("Column %1").arg(column + 1);
        about.typeLine = QStringLiteral("text");
        about.kindIcon = QStringLiteral("text");
        return about;
    }
    [[nodiscard]] const GridRow *row(qint64 visual) const override
    {
        if (!loaded)
            return nullptr;
        if (m_row.number == visual + 1)
            return &m_row;
        m_row = {};
        m_row.number = visual + 1;
        m_row.cells.reserve(m_columns);
        for (int column = 0; column < m_columns; ++column)
            m_row.cells << cell(visual, column);
        if (visual % 7 == 3) {
            m_row.mark = GridMark::HeadsUp;
            m_row.cellMarks = { { static_cast<int>(visual % m_columns), GridMark::HeadsUp, {} } };
        }
        return &m_row;
    }
    void want(qint64, qint64) override { }

    static QString cell(qint64 row, int column)
    {
        static const std::array words {
            QStringLiteral("Müller"),
            QStringLiteral("Anna-Lena"),
            QStringLiteral("Grossbritanien"),
            QStringLiteral(""),
            QStringLiteral("München Süd"),
            QStringLiteral("sales"),
            QStringLiteral("0"),
            QStringLiteral("Met at the fair, wants a call"),
        };
        const auto mixed = static_cast<std::uint64_t>(row) * 31 + static_cast<std::uint64_t>(column) * 17;
        switch (column % 4) {
        case 0:
            return words[mixed % words.size()];
        case 1:
            return QStringLiteral("person%1@example.com").arg(row);
        case 2:
            return QString::number(mixed % 100'000);
        default:
            return words[(mixed / 8) % words.size()];
        }
    }

    bool loaded = true;

private:
    qint64 m_rows;
    int m_columns;
    mutable GridRow m_row;
};

} // namespace rowlift::ui
