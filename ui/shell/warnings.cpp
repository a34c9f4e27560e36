#include "ui/pages/run_words.h"
#include "ui/pages/time_words.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/notice.h"

#include <QPushButton>

#include <utility>

// What the window warns of by itself, whatever page is shown.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

/// Back on Check after an import of this file: the button there would send all of it once more.
void MainWindow::warnOfSendingTwice()
{
    const auto &run = m_desks->run.snapshot();
    const bool again = m_step == Step::Check && run.stage == RunDesk::Stage::Ended
        && run.results.plan.draft.file == m_desks->file.snapshot().path && run.results.tally.in() > 0;
    if (!again) {
        warnOfEarlierImport();
        return;
    }
    m_notices->put(
        { .id = u"again"_s,
          .kind = Notice::Kind::HeadsUp,
          .text = tr("This file was imported already: %Ln row(s) are in. Importing it again sends all of "
                     "its rows again.",
                     nullptr, static_cast<int>(run.results.tally.in())),
          .buttons = { { u"results"_s, tr("Look at the results") } } });
}

/// The same, of an import of another day.
void MainWindow::warnOfEarlierImport()
{
    const auto &earlier = m_desks->check.snapshot().earlier;
    if (m_step != Step::Check || !earlier) {
        m_notices->take(u"again"_s);
        return;
    }
    m_notices->put({ .id = u"again"_s,
                     .kind = Notice::Kind::HeadsUp,
                     //: %1 as in: yesterday 17:42
                     .text = tr("This was imported before: %1, %Ln row(s) are in. Importing it again sends "
                                "all of its rows again.",
                                nullptr, static_cast<int>(earlier->rows))
                                 .arg(whenInSentence(earlier->when, m_bench.clock.now())),
                     .buttons = { { u"earlier"_s, tr("Open that import") } } });
}

/// What is known of earlier imports comes a little after what was checked.
void MainWindow::followCheck()
{
    const auto &earlier = m_desks->check.snapshot().earlier;
    const QString folder = earlier ? earlier->folder : QString();
    if (std::exchange(m_earlierTold, folder) == folder)
        return;
    warnOfSendingTwice();
    if (m_focusFollows)
        focusOpenDecision();
}

void MainWindow::askBeforeClosing()
{
    const bool paused = m_desks->run.paused();
    const QString underWay = underWaySentence(m_desks->run.snapshot().run.parts, m_desks->run.serviceName());
    const QString rest = tr("Nothing is lost, and you can continue it from the start page.");
    const QString now = paused ? tr("Your import is paused. If you close now, it stays where it is.")
        : underWay.isEmpty()   ? tr("Your import is still running. If you close now, it stops where it is.")
                               : tr("Your import is still running. If you close now, nothing more is sent.");
    m_notices->put({ .id = u"closing"_s,
                     .kind = Notice::Kind::HeadsUp,
                     .text = underWay.isEmpty() ? now + u' ' + rest : now + u' ' + underWay + u' ' + rest,
                     .buttons = { { u"keep"_s, paused ? tr("Keep it open") : tr("Keep it running") },
                                  { u"leave"_s, tr("Leave it and close") } },
                     .dismissible = false });
    if (auto *keep = m_notices->findChild<QPushButton *>(u"notice.closing.keep"_s))
        keep->setFocus(Qt::OtherFocusReason);
}

void MainWindow::noticeAnswered(const QString &notice, const QString &button)
{
    m_notices->take(notice);
    if (button == u"results")
        goTo(Step::Import);
    if (button == u"earlier" && m_desks->check.snapshot().earlier) {
        openRun(m_desks->check.snapshot().earlier->folder);
        return;
    }
    if (notice == u"incoming") {
        answerIncoming(button == u"replace");
        return;
    }
    if (button != u"leave")
        return;
    m_closeWhenLeft = true;
    if (m_desks->run.running())
        m_desks->run.leave(); // runEnded() closes
    else
        close();
}

} // namespace rowlift::ui
