#include "ui/style/focus_ring.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>

namespace rowlift::ui {

namespace {

constexpr auto ringProperty = "focusRing";

bool takesRing(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) != nullptr
        || qobject_cast<const QLineEdit *>(widget) != nullptr
        || qobject_cast<const QComboBox *>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(widget) != nullptr
        || widget->property(ringProperty).toBool();
}

bool wasClicked(const QWidget *widget)
{
    return QApplication::mouseButtons() != Qt::NoButton
        && qobject_cast<const QAbstractButton *>(widget) != nullptr;
}

} // namespace

void FocusRing::follow(QApplication &application)
{
    connect(&application, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *now) { moveTo(now); });
}

void FocusRing::moveTo(QWidget *widget)
{
    if (widget == nullptr || !takesRing(widget) || wasClicked(widget)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // A frame stays in its window: moving it would take apart and join the tab chains of two windows.
    if (m_frame && m_frame->window() != widget->window()) {
        m_frame->setWidget(nullptr);
        m_frame->deleteLater(); // perhaps it is what handles this event
        m_frame.clear();
    }
    if (!m_frame)
        m_frame = new QFocusFrame(widget);
    m_frame->setWidget(widget);
}

void wantRing(QWidget *widget)
{
    widget->setProperty(ringProperty, true);
}

} // namespace rowlift::ui
