#include "ui/widgets/quiet_combo.h"

#include <QWheelEvent>

namespace rowlift::ui {

QuietCombo::QuietCombo(QWidget *parent)
    : QComboBox(parent)
{
    setProperty("quiet", true);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void QuietCombo::setDoubt(bool doubt)
{
    setProperty("doubt", doubt);
    update();
}

void QuietCombo::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace rowlift::ui
