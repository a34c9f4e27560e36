#pragma once

#include <QRadioButton>

namespace rowlift::ui {

/// A choice as a tile: icon, name, one small line. A radio button to the keyboard and the screen reader:
/// tiles with one parent (or in one QButtonGroup) exclude each other.
class ChoiceTile : public QRadioButton {
    Q_OBJECT

public:
    ChoiceTile(const QString &iconName, const QString &name, const QString &line, QWidget *parent = nullptr);

    void setLine(const QString &line);
    [[nodiscard]] QString line() const { return m_line; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &at) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textStart() const;

    QString m_icon;
    QString m_line;
};

} // namespace rowlift::ui
