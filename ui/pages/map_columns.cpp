#include "ui/pages/map_columns.h"

#include "ui/style/style.h"

#include <QFontMetrics>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int charactersInOneLine = 78; ///< With less room the row takes two lines.
constexpr int leastFieldWidth = 170;
constexpr int mostFieldWidth = 240;
constexpr int whyCharacters = 23; ///< "values look like it" with its ground, in any language.

/// Cuts pieces off the start of a line.
class LineCutter {
public:
    LineCutter(const QRect &line)
        : m_left(line)
    {
    }
    QRect take(int width)
    {
        const QRect piece(m_left.left(), m_left.top(), width, m_left.height());
        m_left.setLeft(piece.right() + 1 + px(Space::S3));
        return piece;
    }
    QRect rest() const { return m_left; }

private:
    QRect m_left;
};

} // namespace

MapColumns MapColumns::in(int width)
{
    const QFontMetrics metrics(font(Type::Body));
    const int line = heightFor(Size::MapRow, metrics);
    const int margin = px(Space::S5);
    const int inner = std::max(0, width - 2 * margin);
    const int arrow = px(Size::IconText);
    const int gap = px(Space::S3);
    MapColumns columns;
    const int target = std::max(px(Size::Target), line / 2);
    columns.more = QRect(margin + inner - target, (line - target) / 2, target, target);
    columns.stacked = inner < charactersInOneLine * metrics.averageCharWidth();
    columns.height = columns.stacked ? 2 * line : line;
    if (columns.stacked) {
        LineCutter upper(QRect(margin, 0, inner - target - gap, line));
        columns.name = upper.take(inner / 2);
        columns.sample = upper.rest();
        LineCutter lower(QRect(margin, line - px(Space::S1), inner, line));
        columns.arrow = lower.take(arrow);
        columns.field = lower.take((inner - arrow - gap) * 45 / 100);
        columns.why = lower.take((lower.rest().width() - gap) / 2);
        columns.result = lower.rest();
        return columns;
    }
    const int field
        = std::clamp(inner * 22 / 100, leastFieldWidth, std::max(mostFieldWidth, inner * 20 / 100));
    const int rest = inner - field - arrow - target - 6 * gap;
    LineCutter cut(QRect(margin, 0, inner - target - gap, line));
    const int why
        = std::min(whyCharacters * QFontMetrics(font(Type::Small)).averageCharWidth(), rest * 24 / 100);
    const int result = rest * 31 / 100;
    const int name = (rest - why - result) * 52 / 100;
    columns.name = cut.take(name);
    columns.sample = cut.take(rest - why - result - name);
    columns.arrow = cut.take(arrow);
    columns.field = cut.take(field);
    columns.why = cut.take(why);
    columns.result = cut.rest();
    return columns;
}

} // namespace rowlift::ui
