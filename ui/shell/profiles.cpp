#include "ui/pages/start_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/steps.h"
#include "ui/widgets/notice.h"

#include <QInputDialog>
#include <QMenu>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

void MainWindow::useProfile(const Profile &profile, bool newMayStayOut)
{
    m_profileOnItsWay = true;
    m_newMayStayOut = newMayStayOut;
    connect(&m_desks->place, &PlaceDesk::changed, this, &MainWindow::sayWhatProfileWaitsFor,
            Qt::UniqueConnection);
    m_desks->map.useProfile(profile);
}

namespace {

QString profileWaitsFor(const PlaceDesk::Snapshot &place)
{
    switch (place.stage) {
    case PlaceDesk::Stage::Connecting:
    case PlaceDesk::Stage::ReadingObjects:
        return MainWindow::tr("Connecting…");
    case PlaceDesk::Stage::ReadingFields:
        return MainWindow::tr("Reading the fields…");
    case PlaceDesk::Stage::Ready:
        if (place.grouping.state == PlaceDesk::Grouping::State::Reading)
            return MainWindow::tr("Looking whether keys repeat…");
        break;
    case PlaceDesk::Stage::NoAccount:
    case PlaceDesk::Stage::ChooseObject:
    case PlaceDesk::Stage::Failed:
        break;
    }
    return {};
}

} // namespace

/// It takes seconds: the person, who stands at the file, reads what for.
void MainWindow::sayWhatProfileWaitsFor()
{
    const Notice says { .id = u"profile.waits"_s,
                        .kind = Notice::Kind::Info,
                        .text = m_profileOnItsWay ? profileWaitsFor(m_desks->place.snapshot()) : QString() };
    if (says.text.isEmpty())
        m_notices->take(says.id);
    else if (!m_notices->notices().contains(says))
        m_notices->put(says);
}

void MainWindow::goOnWithProfile()
{
    sayWhatProfileWaitsFor();
    if (!m_profileOnItsWay || !m_desks->map.snapshot().ready || m_desks->map.snapshot().profile.isEmpty())
        return;
    // What it says decides whether there is something to ask. Not heard before: it is the map that says when
    // the profile is laid over the file.
    if (m_desks->place.snapshot().grouping.state == PlaceDesk::Grouping::State::Reading) {
        connect(&m_desks->place, &PlaceDesk::changed, this, &MainWindow::goOnWithProfile,
                Qt::UniqueConnection);
        return;
    }
    disconnect(&m_desks->place, &PlaceDesk::changed, this, &MainWindow::goOnWithProfile);
    m_profileOnItsWay = false;
    sayWhatProfileWaitsFor();
    const auto &fit = m_desks->map.snapshot().fit;
    const bool fits
        = fit && fit->missing.isEmpty() && fit->lost.isEmpty() && (fit->added.isEmpty() || m_newMayStayOut);
    const bool nothingToAsk = m_desks->map.complete() && fits;
    const Step open = isPassedOver(Step::Map, *m_desks) ? Step::Where : Step::Map;
    // After this signal: the desks behind this one hear it first.
    QMetaObject::invokeMethod(
        this, [this, to = nothingToAsk ? Step::Check : open] { goTo(to); }, Qt::QueuedConnection);
}

void MainWindow::saveProfile()
{
    if (!m_desks->map.snapshot().ready)
        return;
    bool chosen = false;
    const ObjectInfo &object = m_desks->map.snapshot().schema.object;
    const QString name = QInputDialog::getText(this, tr("Save mapping profile"), tr("Name of the profile:"),
                                               QLineEdit::Normal, object.labelPlural, &chosen);
    if (!chosen || name.trimmed().isEmpty())
        return;
    if (const auto saved = m_desks->map.saveProfile(name.trimmed()); !saved) {
        m_notices->put({ .id = u"profile"_s,
                         .kind = Notice::Kind::Problem,
                         .text = saved.error().sentence,
                         .buttons = {} });
    }
}

void MainWindow::listProfiles(QMenu *menu)
{
    menu->clear();
    for (const Profile &profile : m_desks->start.snapshot().profiles) {
        QString name = profile.name;
        name.replace(u'&', u"&&"_s);
        QAction *action = menu->addAction(name, this, [this, profile] {
            if (m_desks->file.snapshot().state == FileDesk::State::Open) {
                useProfile(profile);
            } else {
                m_profileForNextFile = profile;
                m_start->chooseFile();
            }
        });
        action->setEnabled(!m_desks->run.running());
    }
    if (menu->isEmpty())
        menu->addAction(tr("No profile is saved yet"))->setEnabled(false);
}

} // namespace rowlift::ui
