#pragma once

#include "ui/style/tokens.h"

#include <QAbstractButton>

namespace rowlift::ui {

/// A line of text that leads to where it is decided: wraps, and is a button to keyboard and screen reader.
class LinkLine : public QAbstractButton {
    Q_OBJECT

public:
    LinkLine(const QString &text, Type type, QWidget *parent);

    void say(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect textRoom(int width) const;

    Type m_type;
};

} // namespace rowlift::ui
