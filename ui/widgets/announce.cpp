#include "ui/widgets/announce.h"

#include <QAccessible>
#include <QLabel>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// Shown, for hidden widgets are not in the accessible tree, but one pixel of nothing.
QLabel *announcerOf(QWidget *window)
{
    const QString name = u"shell.announcer"_s;
    if (auto *known = window->findChild<QLabel *>(name, Qt::FindDirectChildrenOnly))
        return known;
    auto *label = new QLabel(window);
    label->setObjectName(name);
    label->setFocusPolicy(Qt::NoFocus);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->setGeometry(0, 0, 1, 1);
    label->lower();
    label->show();
    return label;
}

} // namespace

void announce(QWidget *near, const QString &sentence)
{
    QLabel *label = announcerOf(near->window());
    label->setAccessibleName(sentence);
    QAccessibleEvent changed(label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent alert(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace rowlift::ui
