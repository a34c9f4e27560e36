#pragma once

#include <QListWidget>

namespace rowlift::ui {

/// Reasons, whole: what is long wraps. As high as the first of them need, the others are scrolled to.
class ReasonList : public QListWidget {
    Q_OBJECT

public:
    explicit ReasonList(QWidget *parent);

    void fit(); ///< After other lines were given.

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace rowlift::ui
