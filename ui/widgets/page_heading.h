#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// The one sentence at the top of a page, its sub-line, and "Why this step" at the end edge. F6 may put the
/// focus on it (setFocus()); Tab passes it by.
class PageHeading : public QWidget {
    Q_OBJECT

public:
    explicit PageHeading(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Under the same title an empty one keeps the place of the one before.
    void setSubline(const QString &subline);
    /// Shows "Why this step", or takes it away.
    void setExplainable(bool explainable);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subline() const;

Q_SIGNALS:
    void whyAsked();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Words *m_title;
    Words *m_subline;
    QPushButton *m_why;
    bool m_ringed = false;
};

} // namespace rowlift::ui
