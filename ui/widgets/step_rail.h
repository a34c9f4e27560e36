#pragma once

#include <QListWidget>

namespace rowlift::ui {

enum class StepState { NotStarted, Current, Done, Attention, Locked };

/// One row of the rail, as the shell sees it.
struct RailStep {
    QString name; ///< "Map"; the rail puts the number before it.
    QString status; ///< One line: "14 of 16 mapped".
    StepState state = StepState::NotStarted;
    bool reachable = false; ///< Whether Enter and a click go there.
    QString tip; ///< Why not, for locked and unreachable steps.

    friend bool operator==(const RailStep &, const RailStep &) = default;
};

/// The list of steps at the side: icon by state, name, one status line, and the caption "Nothing is sent
/// above this line" between two rows. A real list: arrows move, Enter or a click chooses; the shell decides
/// and calls setSteps() again. Folds to icons by itself while the window is narrower than Size::RailFolds.
class StepRail : public QListWidget {
    Q_OBJECT

public:
    explicit StepRail(QWidget *parent = nullptr);

    void setSteps(const QList<RailStep> &steps);
    [[nodiscard]] const QList<RailStep> &steps() const { return m_steps; }

    /// Puts the caption under row \a row (from 0); -1 takes it away, as when a run starts.
    void setPromiseAfter(int row);
    [[nodiscard]] int promiseAfter() const { return m_promiseAfter; }
    [[nodiscard]] static QString promise();

    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] QSize sizeHint() const override;

    /// What a screen reader says of a state.
    [[nodiscard]] static QString stateWord(StepState state);

Q_SIGNALS:
    void stepChosen(int row);
    void foldedChanged(bool folded);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QListWidgetItem *row);
    void fillRow(int row);
    void fold(bool folded);
    void resizeToFont();

    QList<RailStep> m_steps;
    int m_promiseAfter = -1;
    bool m_folded = false;
};

} // namespace rowlift::ui
