#pragma once

#include "ui/grid/grid_source.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace rowlift::ui {

/// The sentence under the current row with its flat buttons. Real labels and buttons, so that Tab and screen
/// readers find them after the grid. Escape gives the focus back.
class NoteBar : public QWidget {
    Q_OBJECT

public:
    /// Its buttons follow \a grid in the focus order.
    NoteBar(QWidget *grid, QWidget *parent);

    void setTextScale(double factor);
    /// Takes what \a row says; changes nothing when that is what it shows already.
    void say(const GridRow &row);
    /// Height for everything at \a width; texts wrap, buttons move below when there is no room beside.
    [[nodiscard]] int heightAt(int width) const;
    /// The buttons in their order, "Details" last.
    [[nodiscard]] const std::vector<QPushButton *> &buttons() const { return m_buttons; }

Q_SIGNALS:
    void actionTriggered(int action);
    /// The details were unfolded or folded.
    void heightChanged();
    /// Escape: the focus belongs to the grid again.
    void leaveWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeFonts();
    void rebuildButtons();
    QPushButton *addButton(const QString &text);
    int place(int width, bool move) const;
    int placeButtons(int left, int right, int top, bool move) const;

    QWidget *m_grid;
    double m_textScale = 1.0;
    GridMark m_mark = GridMark::None;
    QStringList m_actions;
    bool m_hasDetails = false;
    QLabel *m_sentence;
    QLabel *m_details;
    std::vector<QPushButton *> m_buttons;
};

} // namespace rowlift::ui
