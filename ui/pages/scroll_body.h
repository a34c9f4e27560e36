#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace rowlift::ui {

/// What a page's content lies in: scrolls up and down when the window is too low for it, never sideways, and
/// has no ground of its own.
class ScrollBody : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollBody(QWidget *parent = nullptr);

    /// Where the content goes. No margins, and no distances of its own.
    [[nodiscard]] QVBoxLayout *lines() const { return m_lines; }
    /// Fills \a page with a new body.
    static ScrollBody *fill(QWidget *page);
    /// Scrolls the body that \a widget lies in (if any) until it is seen, once what is new around it has its
    /// place.
    static void reveal(QWidget *widget);

protected:
    /// The focus is never out of view.
    bool focusNextPrevChild(bool next) override;

private:
    QVBoxLayout *m_lines;
};

} // namespace rowlift::ui
