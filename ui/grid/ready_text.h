#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QString>

#include <utility>

namespace rowlift::ui {

/// The faces in which the grid draws texts.
enum class Face { Cell, HeaderCell, LeftOut, Link, Number, CurrentNumber, Title, Small };

/// One line of text as a cell shows it, shaped: drawing it again costs a fraction.
struct ReadyText {
    QString shown; ///< See shownCellText().
    QStaticText shaped; ///< Only while isPlain.
    int width = 0;
    int height = 0;
    bool isPlain = false; ///< Runs from left to right in one colour.
};

/// The texts drawn last. Shaping takes most of the time of a frame, and scrolling draws nearly the same texts
/// again. Forget everything when fonts change.
class ReadyTexts {
public:
    /// \a cell in \a font, which must be the same for the same \a face. Good until the next call.
    [[nodiscard]] const ReadyText &find(const QString &cell, Face face, const QFont &font);
    void clear() { m_texts.clear(); }

private:
    static constexpr qsizetype keptTexts = 10'000; // a few large screens full
    QCache<std::pair<int, QString>, ReadyText> m_texts { keptTexts };
};

} // namespace rowlift::ui
