#pragma once

#include "ui/style/tokens.h"

#include <QLabel>

namespace rowlift::ui {

/// A label in a type and a colour of the design system, which follows theme and text size.
///
///   new Words(tr("Key"), Type::Small, Color::Text2, this)
class Words : public QLabel {
    Q_OBJECT

public:
    explicit Words(Type type, Color color = Color::Text, QWidget *parent = nullptr);
    Words(const QString &text, Type type, Color color = Color::Text, QWidget *parent = nullptr);

    void setType(Type type);
    void setColor(Color color);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    Type m_type;
    Color m_color;
    bool m_dressing = false;
};

/// The same that gives way: one line, cut with "…" where there is no room; the whole stands in the tooltip.
class ElidedWords : public Words {
    Q_OBJECT

public:
    ElidedWords(Type type, Color color, Qt::TextElideMode elide, QWidget *parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Color m_words;
    Type m_face;
    Qt::TextElideMode m_elide;
};

} // namespace rowlift::ui
