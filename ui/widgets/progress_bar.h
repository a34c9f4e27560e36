#pragma once

#include "ui/style/tokens.h"

#include <QList>
#include <QProgressBar>

namespace rowlift::ui {

/// The 8 px bar: done in the accent, what failed of it as problem mark at its end.
class ProgressBar : public QProgressBar {
    Q_OBJECT

public:
    explicit ProgressBar(QWidget *parent = nullptr);

    /// Both are shares of the whole, 0 to 1; \a failed is a part of \a done.
    void setShares(double done, double failed = 0);
    /// Work whose size is not known.
    void setBusy();
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_done = 0;
    double m_failed = 0;
};

/// One piece of an outcome bar: how many rows, what they are called, and the colour of their mark.
struct OutcomeShare {
    qint64 count = 0;
    QString word;
    Color color = Color::OkMark;

    friend bool operator==(const OutcomeShare &, const OutcomeShare &) = default;
};

/// The same bar split by outcome with gaps between: ok, heads-up, problem, left out. Its accessible name says
/// all counts.
class OutcomeBar : public QWidget {
    Q_OBJECT

public:
    explicit OutcomeBar(QWidget *parent = nullptr);

    void setShares(const QList<OutcomeShare> &shares);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<OutcomeShare> m_shares;
};

} // namespace rowlift::ui
