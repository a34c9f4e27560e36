#pragma once

#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_scene.h"

#include <QFont>

#include <optional>
#include <vector>

class QPainter;

namespace rowlift::ui {

/// Whether the row is drawn as one that is not imported.
[[nodiscard]] bool looksLeftOut(const GridRow &row);
/// How texts stand on \a ground; hatched grounds are filled behind words in high contrast.
[[nodiscard]] CellTextLook textLookOn(const GridScene &scene, const QColor &ground, bool hatched, bool quiet);
/// The part of a cell that text may fill.
[[nodiscard]] QRect paddedCell(const QRect &cell);

/// Paints the cells of rows: their texts, marks, selection and hits. Lives for one paint event.
class RowPainter {
public:
    RowPainter(QPainter &painter, const GridScene &scene);

    /// \a ground is what the row is filled with already.
    void paint(qint64 visual, const GridRow &row, const QColor &ground);
    /// Bars in place of a row that is not at hand.
    void paintPlaceholder(qint64 visual);

private:
    struct Place {
        int column;
        int left; ///< Logical.
        int width;
        bool frozen;
        const GridColumn *about;
    };
    struct CellGround {
        QColor color;
        std::optional<QColor> words; ///< Instead of the usual colour.
    };

    template <typename Paint>
    void inEachPart(Paint paint);
    void paintCell(qint64 visual, const GridRow &row, const Place &place, const QColor &ground);
    [[nodiscard]] CellGround fillCell(const QRect &cell, qint64 visual, int column, const CellMarkLook &mark,
                                      const QColor &ground);
    void paintSpilling(const GridRow &row, qint64 visual, bool frozen);
    void useFace(Face face);
    [[nodiscard]] Face faceOf(const GridRow &row, const GridColumn &about) const;
    [[nodiscard]] bool isSelected(qint64 visual, int column) const;

    QPainter &m_painter;
    const GridScene &m_scene;
    const GridGeometry &m_geometry;
    std::vector<Place> m_places;
    std::vector<GridRange> m_selected; ///< Ranges that reach into the visible rows.
    QFont m_font;
    std::optional<Face> m_face;
    int m_markSize;
    int m_hair; ///< The row's bottom line, which marks stay clear of.
};

} // namespace rowlift::ui
