#include "ui/pages/import_page.h"

#include "ui/pages/activity_list.h"
#include "ui/pages/run_words.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

/// Before that, a guess of the time left would only jump.
constexpr auto soonestTimeLeft = 10s;
constexpr double leastShareForTimeLeft = 0.05;

/// Rows that need nothing more: they have their outcome, or the service has looked at them already.
qint64 rowsDone(const RunSnapshot &run)
{
    qint64 done = run.rows - run.tally.of(Outcome::NotSent) - run.tally.of(Outcome::Waiting);
    for (const PartLine &part : run.parts) {
        if (part.state == PartState::Remote || part.state == PartState::Aborting)
            done += std::min(part.processed, part.rows);
        else if (part.state == PartState::Collecting)
            done += part.rows;
    }
    return std::min(done, run.rows);
}

} // namespace

ImportPage::ImportPage(RunDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
{
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    lines->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), px(Space::S5));
    lines->setSpacing(px(Space::S5));
    m_notices = new NoticeArea(this);
    lines->addWidget(m_notices);
    lines->addWidget(makeNumbers());
    m_parts = new PartsStrip(this);
    lines->addWidget(m_parts);
    lines->addWidget(makeButtons());
    m_stopChoice = makeStopChoice();
    lines->addWidget(m_stopChoice);
    m_activity = new ActivityList(this);
    lines->addWidget(m_activity);
    lines->addStretch(1);

    connect(&desk, &RunDesk::changed, this, &ImportPage::refresh);
    connect(m_notices, &NoticeArea::buttonPressed, this,
            [this](const QString &, const QString &) { Q_EMIT stepWanted(Step::Check); });
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
    m_rows = new Words(Type::Body, Color::Text, numbers);
    m_rows->setObjectName(u"run.rows"_s);
    m_left = new Words(Type::Body, Color::Text2, numbers);
    m_left->setObjectName(u"run.left"_s);
    below->addWidget(m_rows, 1);
    below->addWidget(m_left);
    lines->addLayout(below);
    lines->addSpacing(px(Space::S2));
    m_counters = new OutcomeCounters(numbers);
    m_counters->setObjectName(u"run.counters"_s);
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
    m_pauseHint = new Words(Type::Small, Color::Text2, buttons);
    m_pauseHint->setObjectName(u"run.pauseHint"_s);
    m_pauseHint->setWordWrap(true);
    row->addWidget(m_pause);
    row->addWidget(m_stop);
    row->addWidget(m_pauseHint, 1);
    connect(m_pause, &QPushButton::clicked, this, &ImportPage::togglePause);
    connect(m_stop, &QPushButton::clicked, this, [this] { askToStop(true); });
    return buttons;
}

QWidget *ImportPage::makeStopChoice()
{
    auto *choice = new QFrame(this);
    choice->setObjectName(u"run.stopChoice"_s);
    auto *lines = new QVBoxLayout(choice);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S2));
    auto *question = new Words(
        tr("Stop now? The service is asked to drop what it has not done yet. Rows that are in stay in; the "
           "others are not sent."),
        Type::Body, Color::Text, choice);
    question->setWordWrap(true);
    lines->addWidget(question);
    auto *row = new QHBoxLayout;
    auto *stop = new QPushButton(tr("Stop &now"), choice);
    stop->setObjectName(u"run.stopNow"_s);
    setKind(stop, ButtonKind::DangerSecondary);
    auto *keep = new QPushButton(tr("&Keep importing"), choice);
    keep->setObjectName(u"run.keep"_s);
    row->addWidget(stop);
    row->addWidget(keep);
    row->addStretch(1);
    lines->addLayout(row);
    choice->hide();
    connect(stop, &QPushButton::clicked, this, [this] {
        askToStop(false);
        m_desk.stop();
    });
    connect(keep, &QPushButton::clicked, this, [this] { askToStop(false); });
    return choice;
}

QString ImportPage::heading() const
{
    const auto &run = m_desk.snapshot();
    if (run.stage == RunDesk::Stage::Failed)
        return tr("The import could not begin");
    if (run.run.state == RunState::Stopping)
        return tr("Stopping…");
    if (m_desk.paused())
        return tr("Paused");
    if (run.stage == RunDesk::Stage::Running && run.run.tally.of(Outcome::NotSent) == 0
        && run.run.tally.of(Outcome::Waiting) == 0)
        return tr("Finishing…");
    const auto &place = m_desk.check().place().snapshot();
    const QString account
        = place.facts.organization.isEmpty() ? place.account.name : place.facts.organization;
    if (account.isEmpty())
        return tr("Importing…");
    //: %1 account, %2 "Production", "Sandbox" or "Practice"
    return tr("Importing into %1 — %2")
        .arg(account,
             DestinationStrip::kindWord(static_cast<DestinationStrip::Kind>(place.facts.environment)));
}

QString ImportPage::subline() const
{
    return m_desk.running()
        ? tr("You can go on working. Every row is on record: nothing is lost if this window closes.")
        : QString();
}

QString ImportPage::why() const
{
    return tr("Your rows go out in parts. What the numbers say is on record on this computer before you see "
              "it, and they always add up "
              "to the rows of your file. Pause starts no new parts. Stop asks the service to drop what it "
              "has not done.");
}

QString ImportPage::primaryText() const
{
    return m_desk.snapshot().stage == RunDesk::Stage::Failed ? tr("Back to Check") : QString();
}

void ImportPage::primary()
{
    if (m_desk.snapshot().stage == RunDesk::Stage::Failed)
        Q_EMIT stepWanted(Step::Check);
}

void ImportPage::entered()
{
    askToStop(false);
    refresh();
}

QWidget *ImportPage::firstDecision() const
{
    return m_desk.running() ? m_pause : nullptr;
}

void ImportPage::refresh()
{
    const auto &snapshot = m_desk.snapshot();
    if (m_toldOf != snapshot.started) {
        m_toldOf = snapshot.started;
        m_told = 0;
        m_activity->begin();
    }
    showTrouble();
    const bool running = m_desk.running();
    for (QWidget *only : { static_cast<QWidget *>(m_pause), static_cast<QWidget *>(m_stop),
                           static_cast<QWidget *>(m_activity) })
        only->setVisible(running);
    const bool stopping = snapshot.run.state == RunState::Stopping;
    m_pause->setEnabled(!stopping);
    m_stop->setEnabled(!stopping);
    m_pause->setText(m_desk.paused() ? tr("&Continue") : tr("&Pause"));
    const bool partOut
        = std::ranges::any_of(snapshot.run.parts, [](const PartLine &part) { return !isFinal(part.state); });
    m_pauseHint->setText(!m_desk.paused() ? QString()
                             : partOut
                             ? tr("No new part is started. What the service already has will finish.")
                             : tr("No new part is started."));
    if (snapshot.stage == RunDesk::Stage::Running) {
        showProgress(snapshot.run);
        m_activity->take(snapshot.run, QDateTime::currentDateTimeUtc());
        tellMilestones(snapshot.run);
    } else if (snapshot.stage == RunDesk::Stage::Starting) {
        m_progress->setBusy();
        m_rows->setText(tr("Getting ready…"));
        m_left->clear();
        m_parts->hide();
    }
    m_progress->setVisible(running);
    m_counters->setVisible(snapshot.stage == RunDesk::Stage::Running);
    Q_EMIT changed();
}

void ImportPage::showTrouble()
{
    const auto &snapshot = m_desk.snapshot();
    if (snapshot.stage == RunDesk::Stage::Failed) {
        m_notices->put({ .id = u"failed"_s,
                         .kind = Notice::Kind::Problem,
                         .text = snapshot.error.sentence + u' ' + tr("Nothing was sent."),
                         .buttons = {},
                         .dismissible = false });
        return;
    }
    m_notices->take(u"failed"_s);
    if (snapshot.run.trouble.sentence.isEmpty()) {
        m_notices->take(u"trouble"_s);
        return;
    }
    const Notice notice { .id = u"trouble"_s,
                          .kind = Notice::Kind::HeadsUp,
                          .text = tr("%1 Nothing is lost: Rowlift keeps trying and goes on by itself.")
                                      .arg(snapshot.run.trouble.sentence),
                          .buttons = {},
                          .dismissible = false };
    if (!m_notices->notices().contains(notice))
        m_notices->put(notice);
}

void ImportPage::showProgress(const RunSnapshot &run)
{
    const QLocale locale;
    const qint64 done = rowsDone(run);
    const double share = run.rows > 0 ? static_cast<double>(done) / static_cast<double>(run.rows) : 0;
    const double failed = run.rows > 0
        ? static_cast<double>(run.tally.of(Outcome::Failed)) / static_cast<double>(run.rows)
        : 0;
    m_progress->setShares(share, std::min(failed, share));
    m_rows->setText(tr("%1 of %2 rows").arg(locale.toString(done), locale.toString(run.rows)));
    const std::chrono::milliseconds spent(m_desk.snapshot().started.msecsTo(QDateTime::currentDateTimeUtc()));
    const bool tells = share >= leastShareForTimeLeft && share < 1 && spent >= soonestTimeLeft
        && !m_desk.paused() && run.trouble.sentence.isEmpty();
    m_left->setText(tells ? timeLeftWords(std::chrono::milliseconds(
                        static_cast<qint64>(static_cast<double>(spent.count()) * (1 - share) / share)))
                          : QString());
    m_counters->setCounts(outcomeCounts(run.tally, true));
    QList<PartBox> boxes;
    for (const PartLine &part : run.parts)
        boxes << partBox(part, m_desk.paused());
    m_parts->setVisible(boxes.size() > 1);
    if (boxes != m_parts->parts())
        m_parts->setParts(boxes);
}

void ImportPage::tellMilestones(const RunSnapshot &run)
{
    const int percent = run.rows > 0 ? static_cast<int>(rowsDone(run) * 100 / run.rows) : 0;
    for (const int milestone : { 90, 75, 50, 25, 10 }) {
        if (percent >= milestone && m_told < milestone) {
            m_told = milestone;
            Q_EMIT announce(tr("%1 percent of the rows are done.").arg(milestone));
            return;
        }
    }
}

void ImportPage::togglePause()
{
    if (m_desk.paused())
        m_desk.resume();
    else
        m_desk.pause();
    Q_EMIT announce(heading());
}

void ImportPage::askToStop(bool ask)
{
    m_stopChoice->setVisible(ask);
    if (ask)
        m_stopChoice->findChild<QPushButton *>(u"run.keep"_s)->setFocus(Qt::OtherFocusReason);
}

} // namespace rowlift::ui
