#include "ui/style/icons.h"

#include "ui/style/style.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array pointing { "arrow"_L1, "chevron-left"_L1, "chevron-right"_L1, "external"_L1, "redo"_L1,
                                "undo"_L1,  "retry"_L1,        "list"_L1,          "map"_L1,      "split"_L1,
                                "join"_L1,  "sheet"_L1,        "play"_L1,          "swap"_L1 };

QByteArray svgOf(QStringView name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(QStringView name, int devicePixels, const QColor &tint, bool mirrored)
{
    QByteArray svg = svgOf(name);
    if (svg.isEmpty())
        return {};
    svg.replace("currentColor", tint.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap picture(devicePixels, devicePixels);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mirrored) {
        painter.translate(devicePixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, devicePixels, devicePixels));
    return picture;
}

/// Draws in the theme of the moment, so that icons held by actions and buttons follow a theme switch.
class TintedIcon : public QIconEngine {
public:
    TintedIcon(QString name, Color color)
        : m_name(std::move(name))
        , m_color(color)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        drawIcon(*painter, square, m_name, tokenFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return ui::pixmap(m_name, std::min(size.width(), size.height()), tokenFor(mode), 1.0,
                          QGuiApplication::layoutDirection());
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return pixmap(size, mode, QIcon::Off); // the size is in device pixels already
    }

    QIconEngine *clone() const override { return new TintedIcon(m_name, m_color); }
    bool isNull() override { return !QFile::exists(u":/icons/%1.svg"_s.arg(m_name)); }
    QString key() const override { return u"rowlift"_s; }

private:
    Color tokenFor(QIcon::Mode mode) const { return mode == QIcon::Disabled ? Color::Disabled : m_color; }

    QString m_name;
    Color m_color;
};

} // namespace

QIcon icon(QStringView name, Color color)
{
    return QIcon(new TintedIcon(name.toString(), color)); // QIcon takes the engine
}

bool iconPoints(QStringView name)
{
    return std::find(pointing.begin(), pointing.end(), name) != pointing.end();
}

QPixmap pixmap(QStringView name, int size, Color color, qreal devicePixelRatio, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft && iconPoints(name);
    const int devicePixels = static_cast<int>(std::lround(size * devicePixelRatio));
    const QColor tint = ui::color(color);
    const QString key
        = u"rowlift-icon/%1/%2/%3/%4"_s.arg(name).arg(devicePixels).arg(tint.name()).arg(mirrored ? 1 : 0);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = rendered(name, devicePixels, tint, mirrored);
        QPixmapCache::insert(key, picture);
    }
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

void drawIcon(QPainter &painter, const QRectF &where, QStringView name, Color color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const int side = static_cast<int>(std::lround(where.width()));
    // On whole device pixels, or a 1.5 px line is smeared over three.
    const QPointF at(std::round(where.x() * ratio) / ratio, std::round(where.y() * ratio) / ratio);
    painter.drawPixmap(at, pixmap(name, side, color, ratio, painter.layoutDirection()));
}

} // namespace rowlift::ui
