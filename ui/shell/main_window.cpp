#include "ui/shell/main_window.h"

#include "ui/pages/check_page.h"
#include "ui/pages/file_page.h"
#include "ui/pages/import_page.h"
#include "ui/pages/map_page.h"
#include "ui/pages/results_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/where_page.h"
#include "ui/shell/steps.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/command_bar.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page_heading.h"
#include "ui/widgets/step_rail.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWhatsThis>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualWidth = 1180;
constexpr int usualHeight = 760;
constexpr int leastWidth = 880;
constexpr int leastHeight = 560;

} // namespace

MainWindow::MainWindow(const Bench &bench, QWidget *parent)
    : QMainWindow(parent)
    , m_bench(bench)
    , m_desks(std::make_unique<Desks>(bench))
{
    setAcceptDrops(true);
    buildFrame();
    buildPages();
    buildMenus();
    buildShortcuts();
    connectDesks();
    qApp->installEventFilter(this);
    resize(usualWidth, usualHeight);
    setMinimumSize(leastWidth, leastHeight);
    showPage();
}

MainWindow::~MainWindow()
{
    for (const QPointer<MainWindow> &beside : m_beside)
        delete beside;
    delete takeCentralWidget(); // pages go before the desks that they show
}

void MainWindow::attend(Desktop &desktop)
{
    m_desktop = &desktop;
    m_attendant = std::make_unique<RunAttendant>(m_desks->run, m_desks->settings, desktop);
}

void MainWindow::buildFrame()
{
    auto *frame = new QWidget(this);
    auto *rows = new QVBoxLayout(frame);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    m_strip = new DestinationStrip(frame);
    m_strip->setObjectName(u"shell.strip"_s);
    rows->addWidget(m_strip);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rail = new StepRail(frame);
    m_rail->setObjectName(u"shell.rail"_s);
    middle->addWidget(m_rail);

    auto *paper = new QWidget(frame);
    paper->setBackgroundRole(QPalette::Base); // Color::Surface in every theme
    paper->setAutoFillBackground(true);
    auto *content = new QVBoxLayout(paper);
    content->setContentsMargins({});
    content->setSpacing(0);
    m_heading = new PageHeading(frame);
    m_heading->setExplainable(true);
    m_notices = new NoticeArea(frame);
    m_notices->setObjectName(u"shell.notices"_s);
    m_stack = new QStackedWidget(frame);
    auto *above = new QVBoxLayout;
    above->setContentsMargins(px(Space::S5), px(Space::S5), px(Space::S5), px(Space::S2));
    above->setSpacing(px(Space::S3));
    above->addWidget(m_heading);
    above->addWidget(m_notices);
    content->addLayout(above);
    content->addWidget(m_stack, 1);
    middle->addWidget(paper, 1);
    rows->addLayout(middle, 1);

    m_bar = new CommandBar(frame);
    rows->addWidget(m_bar);
    setCentralWidget(frame);
    m_toast = new Toast(frame);

    connect(m_rail, &StepRail::stepChosen, this, [this](int row) { goTo(stepOfRow(row)); });
    connect(m_heading, &PageHeading::whyAsked, this, &MainWindow::explainStep);
    connect(m_notices, &NoticeArea::buttonPressed, this, &MainWindow::noticeAnswered);
    connect(m_bar, &CommandBar::primaryPressed, this, &MainWindow::pressPrimary);
    connect(m_bar, &CommandBar::secondaryPressed, this, [this] { page()->secondary(); });
    connect(m_bar, &CommandBar::backPressed, this, &MainWindow::goBack);
}

void MainWindow::addPage(Step step, Page *page)
{
    m_stack->addWidget(page);
    m_pages.emplace(step, page);
    connect(page, &Page::changed, this, [this, page] {
        if (page == this->page())
            updatePageFrame();
    });
    connect(page, &Page::stepWanted, this, &MainWindow::goTo);
    connect(page, &Page::announce, this, [this](const QString &sentence) { ui::announce(this, sentence); });
}

void MainWindow::buildPages()
{
    Desks &desks = *m_desks;
    m_start = new StartPage(desks.start, this);
    auto *file = new FilePage(desks.file, desks.start, this);
    auto *check = new CheckPage(desks.check, this);
    auto *results = new ResultsPage(desks.run, this);
    addPage(Step::Start, m_start);
    addPage(Step::File, file);
    addPage(Step::Where, new WherePage(desks.place, desks.file, desks.map, this));
    addPage(Step::Map, new MapPage(desks.map, this));
    addPage(Step::Check, check);
    addPage(Step::Import, new ImportPage(desks.run, this));
    addPage(Step::Import, results); // its twin: pageFor() says which of the two
    m_results = results;

    connect(m_start, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_start, &StartPage::filesDropped, this, &MainWindow::takeFiles);
    connect(m_start, &StartPage::pasteWanted, this, &MainWindow::pasteCells);
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::profileChosen, this, [this](const Profile &profile) {
        m_profileForNextFile = profile;
        m_start->chooseFile();
    });
    connect(m_start, &StartPage::runWanted, this, &MainWindow::openRun);
    connect(file, &FilePage::changeFileWanted, this, &MainWindow::chooseFile);
    connect(file, &FilePage::profileChosen, this,
            [this](const Profile &profile, bool mapNew) { useProfile(profile, !mapNew); });
    connect(check, &CheckPage::importWanted, this, &MainWindow::startImport);
    connect(
        check, &CheckPage::listImportWanted, this, [this, check](const QString &path, const QString &object) {
            MainWindow *beside
                = importBeside(path, { .account = m_desks->place.snapshot().account.name, .object = object });
            const RunDesk &run = beside->m_desks->run;
            connect(&run, &RunDesk::ended, check, [this, check, &run] {
                const auto &over = run.snapshot();
                if (over.errand == RunErrand::Send && over.results.tally.in() > 0 && !m_desks->run.running())
                    check->missingAdded();
            });
        });
    connect(results, &ResultsPage::newImportWanted, this, &MainWindow::newImport);
    connect(results, &ResultsPage::saveProfileWanted, this, &MainWindow::saveProfile);
}

void MainWindow::connectDesks()
{
    Desks &desks = *m_desks;
    connect(&desks.file, &FileDesk::changed, this, &MainWindow::updateFrame);
    connect(&desks.place, &PlaceDesk::changed, this, &MainWindow::updateFrame);
    connect(&desks.place, &PlaceDesk::accountWanted, this, [this] { goTo(Step::Where); });
    connect(&desks.map, &MapDesk::changed, this, [this] {
        goOnWithProfile();
        updateFrame();
    });
    connect(&desks.check, &CheckDesk::changed, this, &MainWindow::updateFrame);
    connect(&desks.check, &CheckDesk::changed, this, &MainWindow::followCheck);
    connect(&desks.start, &StartDesk::released, this, &MainWindow::showRun);
    desks.start.fetchResultsByItself();
    connect(&desks.run, &RunDesk::changed, this, &MainWindow::followRun);
    connect(&desks.run, &RunDesk::changed, this, &MainWindow::dropIncoming);
    connect(&desks.run, &RunDesk::ended, this, &MainWindow::runEnded);
    connect(&desks.settings, &SettingsDesk::changed, this,
            [&desks] { desks.run.setBrakeShare(desks.settings.settings().brakeShare); });
    connect(&desks.settings, &SettingsDesk::notKept, this, [this](const Error &error) {
        m_notices->put(
            { .id = u"settings"_s, .kind = Notice::Kind::HeadsUp, .text = error.sentence, .buttons = {} });
    });
    connect(&desks.map, &MapDesk::profileSaved, this, [this](const QString &name) {
        m_desks->start.refresh();
        m_toast->tell(tr("Profile “%1” saved").arg(name), false);
    });
}

Page *MainWindow::pageFor(Step step) const
{
    const auto &run = m_desks->run.snapshot();
    if (step == Step::Import && (run.stage == RunDesk::Stage::Ended || run.looking))
        return m_results;
    return m_pages.at(step);
}

Page *MainWindow::page() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::goTo(Step step)
{
    if (!isReachable(step, *m_desks))
        return;
    m_step = step;
    m_furthest = std::max(m_furthest, step);
    showPage();
    Q_EMIT stepChanged(step);
}

void MainWindow::showPage()
{
    Page *next = pageFor(m_step);
    m_stack->setCurrentWidget(next);
    next->entered();
    updateFrame();
    warnOfSendingTwice();
    ui::announce(this, next->heading());
    m_focusFollows = true;
    focusOpenDecision();
}

void MainWindow::focusOpenDecision()
{
    QWidget *next = page()->firstDecision();
    // What was imported already is not sent again by a key that was meant for something else.
    const auto again = std::ranges::find(m_notices->notices(), u"again"_s, &Notice::id);
    if (m_step == Step::Check && again != m_notices->notices().end()) {
        const QString name = u"notice.again."_s + again->buttons.constFirst().id;
        if (const auto all = m_notices->findChildren<QPushButton *>(name); !all.isEmpty())
            next = all.last();
    }
    if (!next)
        next = m_bar->primary()->isEnabled() ? static_cast<QWidget *>(m_bar->primary()) : m_heading;
    if (!next->hasFocus())
        next->setFocus(Qt::OtherFocusReason);
}

bool MainWindow::keyPressed(QObject *watched, const QKeyEvent &event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != this)
        return false;
    if (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab)
        orderTabs(centralWidget());
    return enterPresses(watched, event);
}

/// Outside dialogs Qt presses buttons by Space only; people expect Enter to do it too.
bool MainWindow::enterPresses(QObject *watched, const QKeyEvent &event)
{
    auto *button = qobject_cast<QPushButton *>(watched);
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (!button || !enter || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    if (!event.isAutoRepeat()) // a key held down must not run through the steps
        button->click();
    return true;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_focusFollows = false;
    if (event->type() == QEvent::KeyPress && keyPressed(watched, static_cast<const QKeyEvent &>(*event)))
        return true;
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::goBack()
{
    if (m_desks->run.running() || m_step == Step::Start || !page()->mayGoBack())
        return;
    if (m_step == Step::Import && m_desks->file.snapshot().state == FileDesk::State::NoFile)
        goTo(Step::Start); // an import of the past
    else if (m_step == Step::Check && isPassedOver(Step::Map, *m_desks))
        goTo(Step::Where);
    else
        goTo(static_cast<Step>(static_cast<int>(m_step) - 1));
}

void MainWindow::pressPrimary()
{
    Page *current = page();
    if (!current->primaryEnabled())
        return;
    current->primary();
}

void MainWindow::updateFrame()
{
    updateStrip();
    m_rail->setSteps(railSteps(m_step, m_furthest, *m_desks));
    m_rail->setPromiseAfter(m_desks->run.snapshot().stage == RunDesk::Stage::None ? railRow(Step::Check)
                                                                                  : -1);
    const QString subject = windowSubject(*m_desks);
    setWindowTitle(subject.isEmpty() ? u"Rowlift"_s : u"%1 — Rowlift"_s.arg(subject));
    updatePageFrame();
}

void MainWindow::updatePageFrame()
{
    const Page *current = page();
    m_heading->setTitle(current->heading());
    m_heading->setSubline(current->subline());
    m_bar->setPrimary(current->primaryText(), current->primaryEnabled(), current->primaryReason());
    m_bar->setPrimaryDanger(current->primaryIsDanger());
    m_bar->setSecondary(current->secondaryText());
    m_bar->setBack(m_step != Step::Start && current->mayGoBack());
    m_bar->setVisible(m_step != Step::Start);
    const auto &file = m_desks->file.snapshot();
    if (file.state == FileDesk::State::Open && !file.counted) {
        m_bar->setActivity(tr("Counting rows… %L1").arg(file.index.dataRows), {}, false);
    } else {
        m_bar->clearActivity();
    }
    if (m_focusFollows)
        focusOpenDecision();
}

void MainWindow::updateStrip()
{
    const auto &place = m_desks->place.snapshot();
    const auto &run = m_desks->run.snapshot();
    // A run has its own account; one that was begun here is where the place says.
    const Account *ofRun = m_step != Step::Import ? nullptr
        : run.about                               ? &run.about->plan.account
        : run.stage == RunDesk::Stage::Ended      ? &run.results.plan.account
                                                  : nullptr;
    const bool past = ofRun && (ofRun->id != place.account.id || ofRun->name != place.account.name);
    if (m_step == Step::Start || (place.stage == PlaceDesk::Stage::NoAccount && !past)) {
        m_strip->clear();
        return;
    }
    const Account &account = past ? *ofRun : place.account;
    const Environment environment = past ? account.environment : place.facts.environment;
    const QString name = past || place.facts.organization.isEmpty() ? account.name : place.facts.organization;
    m_strip->setDestination(static_cast<DestinationStrip::Kind>(environment), name,
                            past ? QString() : place.facts.user);
}

void MainWindow::explainStep()
{
    QWhatsThis::showText(m_heading->mapToGlobal(m_heading->rect().bottomRight()), page()->why(), m_heading);
}

void MainWindow::openFile(const QString &path)
{
    if (path.isEmpty() || m_desks->run.running())
        return;
    beginFile();
    m_desks->file.open(path);
    goTo(Step::File);
    if (m_profileForNextFile)
        useProfile(*std::exchange(m_profileForNextFile, {}));
}

/// What belonged to another file is over.
void MainWindow::beginFile()
{
    m_desks->run.forget();
    m_desks->place.beginFile();
    m_furthest = Step::File;
}

void MainWindow::openSample()
{
    openFile(m_bench.sampleFile);
    if (const Account *practice = m_bench.accounts.practice())
        m_desks->place.chooseAccount(practice->name);
}

void MainWindow::chooseFile()
{
    if (!m_desks->run.running())
        m_start->chooseFile();
}

void MainWindow::startImport()
{
    m_desks->run.start();
    if (m_desks->run.running())
        goTo(Step::Import);
}

void MainWindow::openRun(const QString &folder)
{
    if (!m_desks->run.running())
        m_desks->start.release(folder); // showRun() follows
}

void MainWindow::showRun(const QString &folder)
{
    if (m_desks->run.running())
        return;
    m_desks->run.open(folder);
    m_step = Step::Import;
    showPage();
    Q_EMIT stepChanged(m_step);
}

/// The run's step has two pages, and the run knows which of them it is.
void MainWindow::followRun()
{
    if (m_step == Step::Import && pageFor(m_step) != page())
        showPage();
    else
        updateFrame();
}

void MainWindow::runEnded()
{
    m_desks->start.refresh();
    if (m_closeWhenLeft) {
        close();
        return;
    }
    m_notices->clear();
    warnOfSendingTwice();
    updateFrame();
}

void MainWindow::newImport()
{
    m_desks->run.forget();
    m_desks->file.close();
    goTo(Step::Start);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_desks->run.snapshot().errand == RunErrand::Ask && m_desks->run.running())
        return; // it only asks: it can do so another time
    if (!m_desks->run.running() || m_closeWhenLeft) {
        event->setAccepted(!m_desks->run.running());
        return;
    }
    event->ignore();
    askBeforeClosing();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_toast->setFoot(m_bar->isVisible() ? m_bar->height() : 0);
}

} // namespace rowlift::ui
