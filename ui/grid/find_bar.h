#pragma once

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLineEdit;
class QToolButton;

namespace rowlift::ui {

class Grid;
class Words;

/// What a person wants to find.
struct FindWish {
    QString text;
    bool matchCase = false;
    bool wholeCell = false;

    bool operator==(const FindWish &) const = default;
};

/// The bar that finds cells of a grid: text, what counts as found, "3 of 1,204". Hidden until open().
///
/// Its page searches: on searchWanted() it stops an earlier search, gives what it finds to
/// Grid::appendHits(), tells how far it is by setSearching() and its end by setFound(). The bar takes the
/// grid's hits away before, goes to the first hit behind the current cell as soon as it is there, and to the
/// others with Enter, F3 (forwards) and Shift (backwards). Escape closes.
class FindBar : public QWidget {
    Q_OBJECT

public:
    /// \a grid must outlive the bar.
    FindBar(Grid &grid, QWidget *parent);

    /// Shows the bar with all of its text selected; what was found before stays.
    void open();
    /// Opens it with this wish and searches.
    void find(const FindWish &wish);
    /// The rows are others: what was found stands elsewhere now. Nothing happens while it is closed.
    void searchAgain();
    /// Hides it; hits go, the focus goes to the grid.
    void close();
    [[nodiscard]] FindWish wish() const;

    /// The part of the file that is searched, 0 to 1.
    void setSearching(double share);
    /// The search is over; \a cells may be more than hits were given.
    void setFound(qint64 cells);
    /// It could not be ended; \a sentence says why.
    void setFailed(const QString &sentence);

Q_SIGNALS:
    /// A search may begin; the one before is of no use any more.
    void searchWanted(const rowlift::ui::FindWish &wish);
    /// No search is wanted now: the bar was closed or its text is empty.
    void stopWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class State { Idle, Searching, Done, Failed };

    void buildLine();
    void wishChanged();
    void askForSearch();
    void goToFirst();
    void go(int direction);
    void say();
    [[nodiscard]] QString words() const;
    void fold();

    Grid &m_grid;
    QBoxLayout *m_parts;
    QLineEdit *m_text;
    QToolButton *m_previous;
    QToolButton *m_next;
    QWidget *m_options;
    QCheckBox *m_matchCase;
    QCheckBox *m_wholeCell;
    Words *m_count;
    QToolButton *m_close;
    QTimer m_pause; ///< Between keys: a search is not begun for each letter.
    State m_state = State::Idle;
    double m_share = 0;
    qint64 m_found = 0;
    QString m_why;
    bool m_arrived = true; ///< The first hit of this search was gone to.
    qint64 m_fromRow = 0; ///< Where the search was begun.
    int m_fromColumn = 0;
};

} // namespace rowlift::ui
