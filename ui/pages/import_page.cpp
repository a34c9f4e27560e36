#include "ui/pages/import_page.h"

#include "ui/pages/account_again.h"
#include "ui/pages/activity_list.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/part_detail.h"
#include "ui/pages/run_announcer.h"
#include "ui/pages/run_failures.h"
#include "ui/pages/run_notices.h"
#include "ui/pages/run_words.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/stop_choice.h"
#include "ui/style/style.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// Rows that need nothing more: they have their outcome, or the service has looked at them already.
qint64 rowsDone(const RunSnapshot &run)
{
    qint64 done = run.rows - run.tally.of(Outcome::NotSent) - run.tally.of(Outcome::Waiting) - busyRows(run);
    for (const PartLine &part : run.parts) {
        if (part.state == PartState::Remote || part.state == PartState::Aborting)
            done += std::min(part.processed, part.rows);
        else if (part.state == PartState::Collecting)
            done += part.rows;
    }
    return std::min(done, run.rows);
}

bool anyUnderWay(const PartLines &parts)
{
    return std::ranges::any_of(parts, [](const PartLine &part) {
        return !isFinal(part.state) && part.state != PartState::Planned && part.state != PartState::Waiting
            && part.state != PartState::Unconfirmed;
    });
}

} // namespace

ImportPage::ImportPage(RunDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_announcer(new RunAnnouncer(this))
{
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    lines->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), px(Space::S5));
    lines->setSpacing(px(Space::S5));
    m_notices = new NoticeArea(this);
    m_notices->setQuiet(true); // m_announcer knows when it is time
    auto *top = new QVBoxLayout;
    top->setSpacing(px(Space::S2));
    top->addWidget(m_notices);
    m_wait = new Words(Type::Small, Color::Text2, this);
    m_wait->setObjectName(u"run.nextTry"_s);
    top->addWidget(m_wait);
    lines->addLayout(top);
    m_signIn = new AccountAgain(u"run.again"_s, desk.bench().accounts, desk.bench().services, this);
    m_signIn->offerChange(false);
    lines->addWidget(m_signIn);
    lines->addWidget(m_numbers = makeNumbers());
    auto *parts = new QVBoxLayout;
    parts->setSpacing(px(Space::S1));
    m_parts = new PartsStrip(this);
    m_part = new PartDetail(this);
    m_queue = new Words(Type::Body, Color::Text2, this);
    m_queue->setObjectName(u"run.queue"_s);
    m_queue->setWordWrap(true);
    parts->addWidget(m_parts);
    parts->addWidget(m_part);
    parts->addWidget(m_queue);
    lines->addLayout(parts);
    m_failures = new RunFailures(this);
    lines->addWidget(m_failures);
    lines->addWidget(m_buttons = makeButtons());
    m_stopChoice = new StopChoice(this);
    lines->addWidget(m_stopChoice);
    m_activity = new ActivityList(this);
    lines->addWidget(m_activity);
    lines->addStretch(1);
    m_second.setInterval(1s);
    connectParts();
}

void ImportPage::connectParts()
{
    connect(&m_desk, &RunDesk::changed, this, &ImportPage::refresh);
    connect(&m_desk, &RunDesk::ended, this, [this] {
        if (std::exchange(m_fixes, false) && m_desk.canGoBackToCheck())
            Q_EMIT stepWanted(Step::Check);
    });
    connect(m_notices, &NoticeArea::buttonPressed, this, &ImportPage::answer);
    connect(m_notices, &NoticeArea::dismissed, this, [this](const QString &notice) {
        if (notice == "slept"_L1)
            m_sleptSeen = m_desk.snapshot().run.sleptUntil;
    });
    connect(m_signIn, &AccountAgain::tryWanted, &m_desk, &RunDesk::tryHeld);
    connect(m_signIn, &AccountAgain::announce, this, &ImportPage::announce);
    connect(m_parts, &PartsStrip::currentChanged, this, &ImportPage::showPart);
    connect(m_parts, &PartsStrip::partChosen, this, [this](int number) {
        if (m_desk.snapshot().errand != RunErrand::Watch)
            m_desk.look(number);
    });
    connect(m_part, &PartDetail::lookWanted, &m_desk, &RunDesk::look);
    connect(m_failures, &RunFailures::lookWanted, this, [this] { m_desk.look(); });
    connect(m_stopChoice, &StopChoice::kept, this, [this] { askToStop(false); });
    connect(m_stopChoice, &StopChoice::stopNow, this, [this] {
        m_counters->setFocus(Qt::OtherFocusReason); // there is nothing more to decide
        askToStop(false);
        m_desk.stop();
    });
    connect(m_stopChoice, &StopChoice::stopAfterParts, this, [this] {
        askToStop(false);
        m_desk.stopAfterParts();
    });
    connect(&m_second, &QTimer::timeout, this, &ImportPage::showWait);
    connect(m_announcer, &RunAnnouncer::announce, this, &ImportPage::announce);
}

QWidget *ImportPage::makeNumbers()
{
    auto *numbers = new QWidget(this);
    auto *lines = new QVBoxLayout(numbers);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S3));
    m_progress = new ProgressBar(numbers);
    m_progress->setObjectName(u"run.progress"_s);
    m_progress->setAccessibleName(tr("Progress of the import"));
    lines->addWidget(m_progress);
    auto *below = new QHBoxLayout;
    below->setSpacing(px(Space::S5));
    m_rows = new Words(Type::Body, Color::Text, numbers);
    m_rows->setObjectName(u"run.rows"_s);
    m_rate = new Words(Type::Body, Color::Text2, numbers);
    m_rate->setObjectName(u"run.rate"_s);
    m_left = new Words(Type::Body, Color::Text2, numbers);
    m_left->setObjectName(u"run.left"_s);
    below->addWidget(m_rows, 1);
    below->addWidget(m_rate);
    below->addWidget(m_left);
    lines->addLayout(below);
    lines->addSpacing(px(Space::S2));
    m_counters = new OutcomeCounters(numbers);
    m_counters->setObjectName(u"run.counters"_s);
    m_counters->setAccessibleName(tr("Rows so far"));
    lines->addWidget(m_counters);
    return numbers;
}

QWidget *ImportPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    row->setSpacing(px(Space::S2));
    m_pause = new QPushButton(tr("&Pause"), buttons);
    m_pause->setObjectName(u"run.pause"_s);
    m_stop = new QPushButton(tr("S&top…"), buttons);
    m_stop->setObjectName(u"run.stop"_s);
    setKind(m_stop, ButtonKind::DangerSecondary);
    m_skip = new QPushButton(tr("Do &not wait"), buttons);
    m_skip->setObjectName(u"run.skip"_s);
    m_hint = new Words(Type::Small, Color::Text2, buttons);
    m_hint->setObjectName(u"run.pauseHint"_s);
    m_hint->setWordWrap(true);
    for (QWidget *widget : { m_pause, m_stop, m_skip })
        row->addWidget(widget);
    row->addWidget(m_hint, 1);
    connect(m_pause, &QPushButton::clicked, this, &ImportPage::togglePause);
    connect(m_stop, &QPushButton::clicked, this, [this] { askToStop(true); });
    connect(m_skip, &QPushButton::clicked, &m_desk, &RunDesk::leave);
    return buttons;
}

QString ImportPage::primaryText() const
{
    if (m_desk.snapshot().stage != RunDesk::Stage::Failed)
        return {};
    return m_desk.canGoBackToCheck() ? tr("Back to Check") : tr("Back to the start");
}

void ImportPage::primary()
{
    if (m_desk.snapshot().stage == RunDesk::Stage::Failed)
        Q_EMIT stepWanted(m_desk.canGoBackToCheck() ? Step::Check : Step::Start);
}

void ImportPage::entered()
{
    askToStop(false);
    refresh();
    m_said = heading(); // the window says it
}

QWidget *ImportPage::firstDecision() const
{
    const auto &snapshot = m_desk.snapshot();
    if (snapshot.stage == RunDesk::Stage::Held) {
        return snapshot.error.kind == Error::Kind::SignIn ? m_signIn->firstField()
                                                          : m_notices->findChild<QPushButton *>();
    }
    if (!m_desk.running())
        return nullptr;
    if (snapshot.errand == RunErrand::Ask)
        return m_skip;
    return snapshot.run.brake.part > 0 ? m_notices->findChild<QPushButton *>() : m_pause;
}

RunTalk ImportPage::talk() const
{
    return { m_desk.serviceName(), m_desk.kind() };
}

bool ImportPage::showsNumbers() const
{
    const auto stage = m_desk.snapshot().stage;
    return stage == RunDesk::Stage::Running || stage == RunDesk::Stage::Held;
}

void ImportPage::beginRun()
{
    m_shown = m_desk.snapshot().started;
    m_sleptSeen = {};
    m_said.clear();
    m_standsStill = true; // its speed is reckoned from its first snapshot on
    m_details = false;
    m_counters->begin();
    m_activity->begin();
    m_announcer->begin();
}

void ImportPage::refresh()
{
    const auto &snapshot = m_desk.snapshot();
    const QPointer<QWidget> focus = QApplication::focusWidget();
    const bool hadFocus = focus && isAncestorOf(focus);
    if (m_shown != snapshot.started)
        beginRun();
    showNotices();
    showSignIn();
    showButtons();
    if (showsNumbers()) {
        showProgress();
        if (snapshot.stage == RunDesk::Stage::Held)
            m_activity->held(snapshot.error.sentence, m_desk.bench().clock.now());
        else
            m_activity->take(snapshot.run, talk(), m_desk.bench().clock.now());
    } else if (snapshot.stage == RunDesk::Stage::Starting) {
        m_progress->setBusy();
        m_rows->setText(tr("Getting ready…"));
        m_rate->clear();
        m_left->clear();
        m_parts->hide();
        m_part->hide();
        m_queue->hide();
    }
    m_numbers->setVisible(showsNumbers() || snapshot.stage == RunDesk::Stage::Starting);
    m_counters->setVisible(showsNumbers());
    m_failures->tell(m_desk);
    showWait();
    tellChanges();
    if (hadFocus)
        keepFocus(focus);
    Q_EMIT changed();
}

/// What had the focus may be gone with its question: the next decision has it then.
void ImportPage::keepFocus(QWidget *before)
{
    if (before && before->isVisibleTo(this) && before->isEnabled())
        return;
    if (QWidget *next = firstDecision())
        next->setFocus(Qt::OtherFocusReason);
}

void ImportPage::showNotices()
{
    QList<Notice> wanted = runNotices(m_desk, m_details);
    wanted.removeIf([this](const Notice &notice) {
        return notice.id == "slept"_L1 && m_sleptSeen == m_desk.snapshot().run.sleptUntil;
    });
    const QList<Notice> shown = m_notices->notices();
    for (const Notice &notice : shown) {
        if (!std::ranges::count(wanted, notice.id, &Notice::id))
            m_notices->take(notice.id);
    }
    for (const Notice &notice : wanted)
        m_notices->put(notice);
}

void ImportPage::showSignIn()
{
    const auto &snapshot = m_desk.snapshot();
    const bool asks = snapshot.stage == RunDesk::Stage::Held && snapshot.error.kind == Error::Kind::SignIn;
    if (asks) {
        const Account &frozen = snapshot.results.plan.account;
        const Account *known = m_desk.bench().accounts.byId(frozen.id);
        m_signIn->ask(known ? *known : frozen, tr("Please sign in again. Nothing is lost."),
                      snapshot.error.sentence);
    }
    m_signIn->setVisible(asks);
}

void ImportPage::showButtons()
{
    const auto &snapshot = m_desk.snapshot();
    const bool sends = m_desk.running() && snapshot.errand == RunErrand::Send;
    const bool stopping = snapshot.run.state == RunState::Stopping;
    const bool braked = snapshot.run.brake.part > 0; // which asks in its own words
    m_buttons->setVisible(m_desk.running());
    m_pause->setVisible(sends && !braked);
    m_stop->setVisible(sends);
    m_skip->setVisible(m_desk.running() && snapshot.errand == RunErrand::Ask);
    m_pause->setEnabled(!stopping && !m_desk.stopsAfterParts());
    m_stop->setEnabled(!stopping);
    m_pause->setText(m_desk.paused() ? tr("&Continue") : tr("&Pause"));
    const bool holds = sends && (m_desk.paused() || m_desk.stopsAfterParts());
    const QString underWay = holds ? underWaySentence(snapshot.run.parts, m_desk.serviceName()) : QString();
    m_hint->setText(!holds ? QString() : underWay.isEmpty() ? tr("No new part is started.") : underWay);
    m_activity->setVisible(showsNumbers());
    m_stopChoice->offer(m_desk.serviceName(), anyUnderWay(snapshot.run.parts), m_desk.canAbort(),
                        !m_desk.stopsAfterParts());
}

void ImportPage::showProgress()
{
    const QLocale locale;
    const RunSnapshot &run = m_desk.snapshot().run;
    const qint64 done = rowsDone(run);
    const auto share = [&run](qint64 rows) {
        return run.rows > 0 ? static_cast<double>(rows) / static_cast<double>(run.rows) : 0;
    };
    if (done == 0 && talk().tellsAtEnd() && anyUnderWay(run.parts))
        m_progress->setBusy();
    else
        m_progress->setShares(share(done),
                              std::min(share(run.tally.of(Outcome::Failed) - busyRows(run)), share(done)));
    m_rows->setText(tr("%1 of %2 rows").arg(locale.toString(done), locale.toString(run.rows)));
    showPace(run, done);
    m_counters->setCounts(outcomeCounts(run, m_desk.operation(), talk()));
    showParts(run);
    m_announcer->progressIs(run.rows > 0 ? static_cast<int>(done * 100 / run.rows) : 0);
}

void ImportPage::showPace(const RunSnapshot &run, qint64 done)
{
    const auto now = m_desk.bench().clock.elapsed();
    // A full queue holds back what is still here; what the service has goes on.
    const bool blocked = !run.trouble.sentence.isEmpty() && run.trouble.kind != Error::Kind::QueueFull;
    const bool still = m_desk.paused() || run.later.rows > 0 || blocked || run.brake.part > 0
        || m_desk.snapshot().stage != RunDesk::Stage::Running;
    if (still || std::exchange(m_standsStill, still))
        m_pace.begin(now, done);
    m_standsStill = still;
    m_pace.note(now, done);
    const bool byParts = talk().tellsAtEnd(); // which is no speed
    const auto rate = byParts ? std::nullopt : m_pace.rowsPerSecond();
    const auto left = byParts ? m_pace.timeLeftByParts(run.rows) : m_pace.timeLeft(run.rows);
    m_rate->setText(rate ? tr("%1 rows/s").arg(QLocale().toString(*rate)) : QString());
    m_left->setText(left ? timeLeftWords(*left) : QString());
}

void ImportPage::showParts(const RunSnapshot &run)
{
    const bool many = run.parts.size() > PartsStrip::mostBoxes;
    const RunTalk whose = talk();
    QList<PartBox> boxes;
    boxes.reserve(static_cast<qsizetype>(run.parts.size()));
    for (const PartLine &part : run.parts) {
        const bool quiet = part.state == PartState::Planned || part.state == PartState::Waiting
            || (part.state == PartState::Settled && part.failed == 0);
        boxes << (many && quiet ? partBox(part, m_desk.paused()) : partBox(part, m_desk.paused(), whose));
    }
    m_parts->setVisible(boxes.size() > 1);
    m_parts->setParts(boxes);
    m_queue->setText(queueSentence(run.parts, whose));
    m_queue->setVisible(!m_queue->text().isEmpty());
    showPart();
}

void ImportPage::showPart()
{
    const RunSnapshot &run = m_desk.snapshot().run;
    const auto part = std::ranges::find(run.parts, m_parts->current(), &PartLine::number);
    if (part != run.parts.end() && run.parts.size() > 1)
        m_part->tell(*part, m_desk.paused(), talk());
    else
        m_part->hide();
}

void ImportPage::showWait()
{
    const auto &snapshot = m_desk.snapshot();
    const RunSnapshot &run = snapshot.run;
    const QDateTime now = m_desk.bench().clock.now();
    QString words;
    if (snapshot.stage == RunDesk::Stage::Running && !m_desk.paused()) {
        words = nextTryWords(run.trouble, now);
        if (words.isEmpty() && run.later.rows > 0 && run.later.next > now)
            words = nextTryWords(run.later.next, now);
        if (words.isEmpty() && std::ranges::any_of(run.parts, &PartLine::savesCopy))
            words = tr("Saving a copy of what is there now…");
    }
    m_wait->setText(words);
    m_wait->setVisible(!words.isEmpty());
    if (words.isEmpty())
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
}

/// A change of the state is told: what asks or blocks before what is only so.
void ImportPage::tellChanges()
{
    const auto &snapshot = m_desk.snapshot();
    if (!isVisible() || snapshot.stage == RunDesk::Stage::Ended)
        return;
    QString state = heading();
    const bool signsIn = snapshot.stage == RunDesk::Stage::Held && snapshot.error.kind == Error::Kind::SignIn;
    for (const Notice &notice : m_notices->notices()) {
        if (!signsIn && notice.id != "slept"_L1 && notice.id != "watch"_L1) {
            state = notice.text;
            break;
        }
    }
    if (state == m_said)
        return;
    m_said = state;
    if (snapshot.run.brake.part > 0 || snapshot.stage == RunDesk::Stage::Held)
        m_announcer->tellNow(state);
    else
        m_announcer->tell(state);
}

void ImportPage::answer(const QString &notice, const QString &button)
{
    if (button == "tryNow"_L1) {
        m_desk.tryNow();
    } else if (button == "details"_L1) {
        m_details = !m_details;
        showNotices();
        const auto buttons = m_notices->findChildren<QPushButton *>(u"notice.trouble.details"_s);
        if (!buttons.isEmpty()) // the one before goes a little later
            buttons.last()->setFocus(Qt::OtherFocusReason);
    } else if (button == "goOn"_L1) {
        m_desk.resume();
    } else if (button == "fix"_L1) {
        m_fixes = true;
        m_desk.stop();
    } else if (button == "continue"_L1) {
        m_desk.tryHeld();
    } else if (button == "later"_L1) {
        m_desk.letHeldBe();
        Q_EMIT stepWanted(Step::Start); // where it is listed
    } else if (notice == "held"_L1) {
        m_desk.stopHere(m_desk.snapshot().results.folder);
    } else {
        m_desk.stop();
    }
}

void ImportPage::togglePause()
{
    if (m_desk.paused())
        m_desk.resume();
    else
        m_desk.pause();
}

void ImportPage::askToStop(bool ask)
{
    if (ask) {
        m_stopChoice->ask();
        ScrollBody::reveal(m_stopChoice);
        return;
    }
    const bool hadFocus = m_stopChoice->isAncestorOf(QApplication::focusWidget());
    m_stopChoice->hide();
    if (hadFocus)
        m_stop->setFocus(Qt::OtherFocusReason);
}

} // namespace rowlift::ui
