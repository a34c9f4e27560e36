#include "ui/pages/start_page.h"
#include "ui/pages/which_file.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>

#include <utility>

// What comes into the window from outside: dropped files, cells from the clipboard, and files that get a
// window of their own.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList filesIn(const QMimeData &mime)
{
    QStringList paths;
    for (const QList<QUrl> urls = mime.urls(); const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// A single value is no table: somebody pressed the keys in the wrong place.
bool isTable(const QString &text)
{
    const QString inside = text.trimmed();
    return inside.contains(u'\t') || inside.contains(u'\n') || inside.contains(u'\r');
}

} // namespace

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_desks->run.running() && !filesIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    takeFiles(filesIn(*event->mimeData()));
}

void MainWindow::takeFiles(const QStringList &paths)
{
    if (paths.isEmpty() || m_desks->run.running())
        return;
    if (paths.size() == 1) {
        takeInstead(QFileInfo(paths.front()).fileName(), [this, path = paths.front()] { openFile(path); });
        return;
    }
    auto *which = new WhichFile(paths, this);
    which->setAttribute(Qt::WA_DeleteOnClose);
    connect(which, &WhichFile::fileChosen, this, [this](const QString &path) { takeFiles({ path }); });
    which->open();
}

void MainWindow::pasteCells()
{
    if (m_desks->run.running())
        return;
    const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
    if (clipboard != nullptr && !filesIn(*clipboard).isEmpty()) {
        takeFiles(filesIn(*clipboard));
        return;
    }
    const QString cells = clipboard != nullptr ? clipboard->text() : QString();
    if (!isTable(cells)) {
        m_toast->tell(tr("There are no cells to paste. Copy them in your spreadsheet first."), false);
        return;
    }
    takeInstead(tr("the pasted cells"), [this, cells] {
        beginFile();
        m_desks->file.openPasted(cells);
        goTo(Step::File);
    });
}

/// What lies in this window stays as it is.
MainWindow *MainWindow::importBeside(const QString &path, const Errand &errand)
{
    auto *beside = new MainWindow(m_bench);
    m_beside.emplace_back(beside);
    beside->setAttribute(Qt::WA_DeleteOnClose);
    if (m_desktop)
        beside->attend(*m_desktop);
    beside->resize(size());
    beside->show();
    beside->openFile(path);
    const Account *account = m_bench.accounts.byName(errand.account);
    if (!account)
        return beside;
    PlaceDesk::Wish wish;
    wish.service = account->service;
    wish.account = account->name;
    wish.object = errand.object;
    beside->m_desks->place.choose(wish);
    return beside;
}

/// Opens at once when nothing lies in the window yet, else asks.
void MainWindow::takeInstead(const QString &name, const std::function<void()> &open)
{
    const auto &file = m_desks->file.snapshot();
    if (m_step == Step::Start || file.state != FileDesk::State::Open) {
        open();
        return;
    }
    m_incoming = open;
    m_notices->put({ .id = u"incoming"_s,
                     .kind = Notice::Kind::Info,
                     .text = tr("Replace “%1” by %2 and keep your mapping?").arg(file.name, name),
                     .buttons = { { u"replace"_s, tr("Replace") }, { u"keep"_s, tr("Keep the file") } },
                     .dismissible = false });
    if (auto *replace = m_notices->findChild<QPushButton *>(u"notice.incoming.replace"_s))
        replace->setFocus(Qt::OtherFocusReason);
}

/// The answer to takeInstead(). A run may have begun since: it needs the file that it sends.
void MainWindow::answerIncoming(bool replace)
{
    const auto open = std::exchange(m_incoming, {});
    if (replace && open && !m_desks->run.running())
        open();
}

void MainWindow::dropIncoming()
{
    if (!m_incoming || !m_desks->run.running())
        return;
    m_incoming = {};
    m_notices->take(u"incoming"_s);
}

} // namespace rowlift::ui
