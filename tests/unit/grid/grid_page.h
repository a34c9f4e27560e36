#pragma once

#include "tests/unit/grid/list_source.h"
#include "ui/grid/grid.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

namespace rowlift::ui {

/// A window with a grid between two line edits, so that Tab has somewhere to come from and to go.
struct Page {
    explicit Page(ListSource &source)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(before);
        layout->addWidget(grid);
        layout->addWidget(after);
        grid->setSource(&source);
        window.resize(700, 420);
        window.show();
        window.activateWindow();
        grid->setFocus();
    }

    QWidget window;
    QLineEdit *before = new QLineEdit(&window);
    Grid *grid = new Grid(&window);
    QLineEdit *after = new QLineEdit(&window);
};

inline void key(Page &page, int code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(page.grid, static_cast<Qt::Key>(code), modifiers);
}

} // namespace rowlift::ui
