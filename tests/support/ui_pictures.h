#pragma once

#include "ui/style/style.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

namespace rowlift::testing {

/// With ROWLIFT_PICTURES set to a folder, saves \a widget there as NAME.png for people to look at; else
/// nothing.
inline void takePicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("ROWLIFT_PICTURES");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

/// The theme that ROWLIFT_THEME names, so that pictures can be had of each.
inline void dressForPictures()
{
    const QString theme = qEnvironmentVariable("ROWLIFT_THEME");
    const auto choice = theme == QLatin1String("dark") ? ui::ThemeChoice::Dark
        : theme == QLatin1String("contrast")           ? ui::ThemeChoice::HighContrast
                                                       : ui::ThemeChoice::Light;
    ui::installStyle(*qApp, choice);
}

} // namespace rowlift::testing
