#pragma once

#include <QComboBox>

namespace rowlift::ui {

/// A combo box that reads as a word of a sentence: no edge until it is pointed at, focused, or in doubt.
class QuietCombo : public QComboBox {
    Q_OBJECT

public:
    explicit QuietCombo(QWidget *parent = nullptr);

    /// Frames it in the heads-up colour, because what it says was not certain.
    void setDoubt(bool doubt);

protected:
    /// The wheel scrolls the page, never a setting that the pointer happens to be over.
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace rowlift::ui
