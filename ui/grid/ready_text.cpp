#include "ui/grid/ready_text.h"

#include "ui/grid/cell_paint.h"

#include <QFontMetrics>

namespace rowlift::ui {

const ReadyText &ReadyTexts::find(const QString &cell, Face face, const QFont &font)
{
    const std::pair key(static_cast<int>(face),
                        cell.size() > longestShownText ? cell.left(longestShownText) : cell);
    if (const ReadyText *known = m_texts.object(key))
        return *known;
    auto *made = new ReadyText;
    made->shown = shownCellText(key.second);
    // Qt 6.4 draws lines through and below prepared text in the wrong place under right-to-left layouts.
    const bool lined = font.strikeOut() || font.underline();
    made->isPlain = !lined && !made->shown.isRightToLeft() && !made->shown.contains(shownLineBreak)
        && made->shown != QString(shownBlank);
    if (made->isPlain) {
        made->shaped.setTextFormat(Qt::PlainText);
        made->shaped.setText(made->shown);
        made->shaped.prepare({}, font);
        made->width = qCeil(made->shaped.size().width());
        made->height = qCeil(made->shaped.size().height());
    } else {
        made->width = QFontMetrics(font).horizontalAdvance(made->shown);
    }
    m_texts.insert(key, made);
    return *m_texts.object(key);
}

} // namespace rowlift::ui
