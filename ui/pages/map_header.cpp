#include "ui/pages/map_header.h"

#include "ui/pages/map_columns.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QStyle>

namespace rowlift::ui {

MapHeader::MapHeader(QWidget *parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void MapHeader::setTypes(bool types)
{
    if (m_types == types)
        return;
    m_types = types;
    update();
}

int MapHeader::heightAt(int width) const
{
    return MapColumns::in(width).stacked ? 1 : QFontMetrics(ui::font(Type::Small)).height() + px(Space::S3);
}

void MapHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawHair(painter, rect(), Edge::Bottom);
    const MapColumns columns = MapColumns::in(width());
    if (columns.stacked)
        return;
    const auto caption = [&](const QRect &column, const QString &words) {
        const QRect room(column.left(), 0, column.width(), height() - px(Space::S1));
        drawWords(painter, QStyle::visualRect(layoutDirection(), rect(), room), ui::font(Type::Small),
                  Color::Text3, Qt::AlignLeft | Qt::AlignBottom, words);
    };
    caption(columns.name, tr("Your column"));
    caption(columns.sample, tr("Sample"));
    caption(columns.field, tr("Goes to"));
    //: How it was found where a column goes
    caption(columns.why, m_types ? tr("Type", "of a property") : tr("How"));
    caption(columns.result, tr("Check"));
}

} // namespace rowlift::ui
