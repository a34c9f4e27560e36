#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace rowlift::ui {

/// Puts the focus ring around the button, field or combo box that has the focus, outside its edge. Lists,
/// grids and text areas show the focus inside themselves. A control that was clicked shows none: its user
/// sees what he clicked.
///
/// Widgets of one's own that want the ring say so by wantRing().
class FocusRing : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void follow(QApplication &application);

private:
    void moveTo(QWidget *widget);

    QPointer<QFocusFrame> m_frame; ///< Belongs to the focused widget's window, and goes with it.
};

void wantRing(QWidget *widget);

} // namespace rowlift::ui
