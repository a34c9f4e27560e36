#include "ui/pages/start_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/steps.h"
#include "ui/style/style.h"
#include "ui/widgets/command_bar.h"
#include "ui/widgets/page_heading.h"
#include "ui/widgets/step_rail.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open file…"), QKeySequence::Open, this, &MainWindow::chooseFile);
    file->addAction(tr("&Paste cells"), QKeySequence::Paste, this, &MainWindow::pasteCells);
    file->addAction(tr("&Start page"), this, [this] { goTo(Step::Start); });
    QMenu *profiles = file->addMenu(tr("&Use a profile"));
    connect(profiles, &QMenu::aboutToShow, this, [this, profiles] { listProfiles(profiles); });
    file->addAction(tr("&Save mapping profile…"), QKeySequence::Save, this, &MainWindow::saveProfile);
    file->addSeparator();
    file->addAction(tr("Se&ttings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this,
                    &MainWindow::openSettings);
    file->addSeparator();
    file->addAction(tr("&Close window"), QKeySequence::Close, this, &QWidget::close);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    auto *themes = new QActionGroup(this);
    const auto addTheme = [this, view, themes](const QString &name, ThemeChoice choice) {
        QAction *action = view->addAction(name, this, [choice] {
            if (Style *style = currentStyle())
                style->choose(choice);
        });
        action->setCheckable(true);
        action->setChecked(currentStyle() && currentStyle()->choice() == choice);
        themes->addAction(action);
    };
    addTheme(tr("&Follow the system"), ThemeChoice::System);
    addTheme(tr("&Light"), ThemeChoice::Light);
    addTheme(tr("&Dark"), ThemeChoice::Dark);
    addTheme(tr("&High contrast"), ThemeChoice::HighContrast);

    QMenu *wizard = menuBar()->addMenu(tr("&Import"));
    wizard->addAction(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), this, &MainWindow::goBack);
    wizard->addAction(tr("&Next"), QKeySequence(Qt::ALT | Qt::Key_Right), this, [this] {
        if (!page()->primarySends())
            pressPrimary();
    });
    wizard->addSeparator();
    const QStringList names { tr("&1 File"), tr("&2 Where to"), tr("&3 Map"), tr("&4 Check"),
                              tr("&5 Import") };
    for (int row = 0; row < names.size(); ++row) {
        wizard->addAction(names[row], QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + row)), this,
                          [this, row] { goTo(stepOfRow(row)); });
    }

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Why this step"), this, &MainWindow::explainStep);
    help->addAction(tr("&About Rowlift"), this, [this] {
        QMessageBox::about(this, tr("About Rowlift"),
                           tr("<b>Rowlift %1</b><p>Your spreadsheet, checked before it goes out, and every "
                              "row accounted for "
                              "afterwards.</p><p>Apache License 2.0. Rowlift has no server of its own: it "
                              "talks to the account "
                              "that you choose, and to nothing else.</p>")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_desks->settings.settings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::chosen, &m_desks->settings, &SettingsDesk::change);
    dialog->open();
}

void MainWindow::buildShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    const auto primaryByKeys = [this] {
        // Where the primary sends data, the keys only bring it into focus: Enter presses it.
        if (page()->primarySends())
            m_bar->primary()->setFocus(Qt::ShortcutFocusReason);
        else
            pressPrimary();
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), primaryByKeys);
    add(QKeySequence(Qt::CTRL | Qt::Key_Enter), primaryByKeys);
    add(QKeySequence(Qt::Key_F6), [this] { moveFocusRegion(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { moveFocusRegion(-1); });
}

void MainWindow::moveFocusRegion(int direction)
{
    const QList<QWidget *> regions { m_rail, m_heading, m_stack, m_bar };
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype index = 0; focus && index < regions.size(); ++index) {
        if (regions[index] == focus || regions[index]->isAncestorOf(focus))
            at = index;
    }
    QWidget *next = regions[(at + direction + regions.size()) % regions.size()];
    if (next == m_stack) {
        if (QWidget *open = page()->firstDecision())
            open->setFocus(Qt::ShortcutFocusReason);
        else
            page()->setFocus(Qt::ShortcutFocusReason);
    } else if (next == m_bar) {
        QPushButton *button = m_bar->primary()->isEnabled() ? m_bar->primary() : m_bar->back();
        button->setFocus(Qt::ShortcutFocusReason);
    } else {
        next->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace rowlift::ui
