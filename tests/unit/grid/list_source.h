#pragma once

#include "ui/grid/grid_source.h"

#include <QMap>

#include <algorithm>

namespace rowlift::ui {

/// A source that makes its rows on the fly and notes which it was asked for.
class ListSource : public GridSource {
    Q_OBJECT

public:
    explicit ListSource(qint64 rowCount)
        : count(rowCount)
    {
        for (const QString &title :
             { QStringLiteral("Last name"), QStringLiteral("First name"), QStringLiteral("Country") }) {
            GridColumn column;
            column.letter = QChar(u'A' + static_cast<char16_t>(about.size()));
            column.title = title;
            column.typeLine = QStringLiteral("text");
            about.push_back(column);
        }
    }

    [[nodiscard]] qint64 rowCount() const override { return count; }
    [[nodiscard]] int columnCount() const override { return static_cast<int>(about.size()); }
    [[nodiscard]] GridColumn column(int column) const override
    {
        return about[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] bool hasResults() const override { return results; }
    [[nodiscard]] const GridRow *row(qint64 visual) const override
    {
        asked.push_back(visual);
        if (!loaded)
            return nullptr;
        if (special.contains(visual)) {
            m_row = special.value(visual);
        } else {
            m_row = {};
            for (int column = 0; column < static_cast<int>(about.size()); ++column)
                m_row.cells << cell(visual, column);
        }
        m_row.number = visual + 2;
        return &m_row;
    }
    void want(qint64 first, qint64 rows) override { wanted.push_back({ first, rows }); }

    static QString cell(qint64 visual, int column)
    {
        return QStringLiteral("r%1c%2").arg(visual).arg(column);
    }
    /// An ordinary row to be marked and put into `special`.
    [[nodiscard]] GridRow plain(qint64 visual) const
    {
        GridRow made = *row(visual);
        asked.clear();
        return made;
    }

    qint64 count;
    std::vector<GridColumn> about;
    QMap<qint64, GridRow> special;
    bool results = false;
    bool loaded = true;
    mutable std::vector<qint64> asked;
    std::vector<std::pair<qint64, qint64>> wanted;

private:
    mutable GridRow m_row;
};

} // namespace rowlift::ui
