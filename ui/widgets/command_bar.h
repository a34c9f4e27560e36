#pragma once

#include <QWidget>

#include <optional>

class QPushButton;

namespace rowlift::ui {

class ElidedWords;
class ProgressBar;
class Words;

/// The bar at the window's foot. Start: one line of background activity, small progress, Stop. End: the
/// reason why the primary is off, Back, at most one secondary, the primary.
class CommandBar : public QWidget {
    Q_OBJECT

public:
    explicit CommandBar(QWidget *parent = nullptr);

    /// \a share is 0 to 1, or none while it cannot be told.
    void setActivity(const QString &line, std::optional<double> share, bool stoppable);
    void clearActivity();

    /// An empty text takes the button away. \a reason is shown beside a primary that is off.
    void setPrimary(const QString &text, bool enabled = true, const QString &reason = {});
    /// It deletes: drawn as what it is.
    void setPrimaryDanger(bool danger);
    void setSecondary(const QString &text, bool enabled = true);
    void setBack(bool visible, bool enabled = true);

    [[nodiscard]] QPushButton *primary() const { return m_primary; }
    [[nodiscard]] QPushButton *secondary() const { return m_secondary; }
    [[nodiscard]] QPushButton *back() const { return m_back; }

Q_SIGNALS:
    void primaryPressed();
    void secondaryPressed();
    void backPressed();
    void stopPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedWords *m_activity;
    ProgressBar *m_progress;
    QPushButton *m_stop;
    Words *m_reason;
    QPushButton *m_back;
    QPushButton *m_secondary;
    QPushButton *m_primary;
};

} // namespace rowlift::ui
