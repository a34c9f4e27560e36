#include "ui/pages/start_page.h"

#include "ui/pages/drop_zone.h"
#include "ui/pages/profile_list.h"
#include "ui/pages/recent_table.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/time_words.h"
#include "ui/style/style.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideFromChars = 90; ///< Narrower: the profiles stand below the drop zone.

QString resumeId(qsizetype at)
{
    return at == 0 ? u"resume"_s : u"resume%1"_s.arg(at + 1);
}

QVBoxLayout *titledLines(const QString &title, QWidget *part)
{
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    lines->addWidget(new Words(title, Type::Section, Color::Text, part));
    return lines;
}

} // namespace

StartPage::StartPage(StartDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
{
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    lines->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), px(Space::S5));
    lines->setSpacing(px(Space::S5));
    m_resume = new NoticeArea(this);
    m_resume->setObjectName(u"start.resume"_s);
    m_resume->setAccessibleName(tr("Interrupted imports"));
    lines->addWidget(m_resume);

    m_beside = new QBoxLayout(QBoxLayout::LeftToRight);
    m_beside->setSpacing(px(Space::S6));
    m_zone = new DropZone(this);
    m_beside->addWidget(m_zone, 3);
    m_beside->addWidget(makeProfiles(), 2, Qt::AlignTop);
    lines->addLayout(m_beside);
    lines->addWidget(makeFirstLines());
    lines->addWidget(makeRecent());
    lines->addStretch(1);

    connect(&m_desk, &StartDesk::changed, this, &StartPage::refresh);
    connect(&m_desk, &StartDesk::notGivenUp, this, [this](const Error &error) {
        m_resume->put(
            { .id = u"notGivenUp"_s, .kind = Notice::Kind::Problem, .text = error.sentence, .buttons = {} });
    });
    connect(m_resume, &NoticeArea::buttonPressed, this, &StartPage::resumePressed);
    connect(m_zone, &DropZone::chooseWanted, this, &StartPage::chooseFile);
    connect(m_zone, &DropZone::sampleWanted, this, &StartPage::sampleWanted);
    connect(m_zone, &DropZone::pasteWanted, this, &StartPage::pasteWanted);
    connect(m_zone, &DropZone::dropped, this, [this](const QStringList &paths) {
        if (paths.size() == 1)
            Q_EMIT fileChosen(paths.front());
        else
            Q_EMIT filesDropped(paths);
    });
    connect(m_profiles, &ProfileList::chosen, this, &StartPage::profileChosen);
    connect(m_recent, &RecentTable::opened, this, &StartPage::runWanted);
    refresh();
}

QWidget *StartPage::makeProfiles()
{
    m_profilesPart = new QWidget(this);
    m_profiles = new ProfileList(m_profilesPart);
    titledLines(tr("Your profiles"), m_profilesPart)->addWidget(m_profiles);
    return m_profilesPart;
}

QWidget *StartPage::makeFirstLines()
{
    m_firstLines = new QWidget(this);
    auto *lines = new QVBoxLayout(m_firstLines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    for (const QString &line : { tr("1   Rowlift looks at the file."), tr("2   You map its columns."),
                                 tr("3   Nothing is sent until you say so.") }) {
        auto *words = new Words(line, Type::Body, Color::Text2, m_firstLines);
        words->setWordWrap(true);
        lines->addWidget(words);
    }
    return m_firstLines;
}

QWidget *StartPage::makeRecent()
{
    m_recentPart = new QWidget(this);
    m_recent = new RecentTable(m_recentPart);
    titledLines(tr("Recent imports"), m_recentPart)->addWidget(m_recent);
    return m_recentPart;
}

QString StartPage::heading() const
{
    return tr("Bring a spreadsheet into Salesforce, Marketo or Dotdigital");
}

QString StartPage::why() const
{
    return tr("Begin with a file, with a profile that you saved, or with an import of the past. Rowlift only "
              "reads your "
              "file: it is never changed, and nothing is sent before you press the button that says so.");
}

void StartPage::entered()
{
    m_desk.refresh();
}

QWidget *StartPage::firstDecision() const
{
    for (qsizetype at = 0; at < m_interrupted.size(); ++at) {
        if (QPushButton *button = resumeButton(resumeId(at), u"open"_s))
            return button;
    }
    return m_zone->chooseButton();
}

void StartPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a spreadsheet file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        { tr("Spreadsheets (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.xltx *.xltm)"), tr("All files (*)") });
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::fileChosen);
    dialog->open();
}

void StartPage::refresh()
{
    const StartSnapshot &now = m_desk.snapshot();
    const QDateTime moment = m_desk.bench().clock.now();
    const bool first = !now.loading && now.runs.empty();
    m_zone->offerSample(first);
    m_firstLines->setVisible(first);
    m_profiles->setProfiles(now.profiles, moment);
    m_profilesPart->setVisible(!now.profiles.empty());
    m_recent->setRuns(now, moment);
    m_recentPart->setVisible(!now.runs.empty());
    showInterrupted();
    Q_EMIT changed(); // the first decision may be another
}

void StartPage::showInterrupted()
{
    const qsizetype before = m_interrupted.size();
    m_interrupted.clear();
    for (const RunSummary &run : m_desk.snapshot().runs) {
        if (run.end != RunState::Interrupted && !run.runningElsewhere)
            continue;
        m_resume->put(card(resumeId(m_interrupted.size()), run));
        m_interrupted << run.folder;
    }
    for (qsizetype gone = m_interrupted.size(); gone < before; ++gone)
        m_resume->take(resumeId(gone));
}

Notice StartPage::card(const QString &id, const RunSummary &run) const
{
    Notice card { .id = id,
                  .kind = run.runningElsewhere ? Notice::Kind::Info : Notice::Kind::HeadsUp,
                  .text = interruptedWords(run),
                  .buttons = {},
                  .dismissible = false };
    if (run.runningElsewhere) {
        card.buttons = { { u"watch"_s, tr("Watch") } };
    } else if (run.folder == m_givingUp && StartDesk::mayBeGivenUp(run)) {
        card.text = tr("%Ln row(s) of %1 are in and stay in.", nullptr, static_cast<int>(run.tally.in()))
                        .arg(nameOf(run))
            + u' '
            + tr("%Ln row(s) are never sent by this import.", nullptr,
                 static_cast<int>(run.tally.of(Outcome::NotSent)));
        card.buttons = { { u"giveUp"_s, tr("Give up this import") }, { u"keep"_s, tr("Keep it") } };
    } else {
        card.buttons = { { u"open"_s, run.wasStopped ? tr("Look at it") : tr("Continue") } };
        if (StartDesk::mayBeGivenUp(run))
            card.buttons << Notice::Button { u"askToGiveUp"_s, tr("Give up…") };
    }
    return card;
}

QString StartPage::nameOf(const RunSummary &run)
{
    return QFileInfo(run.plan.draft.file).fileName();
}

QString StartPage::interruptedWords(const RunSummary &run) const
{
    const QLocale locale;
    const QDateTime now = m_desk.bench().clock.now();
    const QString in = locale.toString(run.tally.in());
    const QString rows = locale.toString(run.plan.rows);
    //: %1 file, %2 account
    const QString what = tr("%1 to %2").arg(nameOf(run), run.plan.account.name);
    if (run.runningElsewhere)
        return tr("Running in another window: %1 — %2 of %3 rows are in").arg(what, in, rows);
    if (run.wasStopped)
        return stoppedWords(run, what);
    QString words = run.stopped.isValid()
        ? tr("Interrupted: %1 — %2 of %3 rows are in, stopped %4.", "%4 as in: yesterday 17:42")
              .arg(what, in, rows, whenInSentence(run.stopped, now))
        : tr("Interrupted: %1 — %2 of %3 rows are in, begun %4.")
              .arg(what, in, rows, whenInSentence(run.plan.started, now));
    if (run.waitsAtBrake)
        words += u' ' + tr("It paused because too many rows of its first part failed.");
    words += keptWords(run);
    if (!run.message.isEmpty())
        words += u' ' + run.message;
    if (m_desk.snapshot().missingFiles.contains(run.plan.draft.file))
        words += u' ' + tr("The file is not where it was: the rest can be sent when it is back.");
    else if (m_desk.snapshot().changedFiles.contains(run.folder))
        words += u' ' + tr("The file has changed since: the rest of it cannot be sent.");
    return words;
}

/// Until when what the service has can be fetched; empty where that is not known.
QString StartPage::keptWords(const RunSummary &run) const
{
    const QDateTime now = m_desk.bench().clock.now();
    const QDateTime &until = run.atService.until;
    if (!until.isValid())
        return {};
    const Service *known = serviceById(m_desk.bench().services, run.plan.account.service);
    const QString service = known ? known->name() : run.plan.account.service;
    //: %1 "Marketo", %2 "Sunday 29 Nov"
    const QString words = until > now ? tr("%1 keeps the results of what it has until %2.")
                                      : tr("%1 kept the results of what it had until %2.");
    QString sentence = words.arg(service, dayWords(until, now));
    if (sentence.endsWith(".."_L1)) // months are cut short with a full stop in some languages
        sentence.chop(1);
    return u' ' + sentence;
}

/// It is at its end, but for parts that nobody could call back.
QString StartPage::stoppedWords(const RunSummary &run, const QString &what) const
{
    const QLocale locale;
    const Service *known = serviceById(m_desk.bench().services, run.plan.account.service);
    //: %1 "people.csv to Acme", %2 and %3 numbers
    return tr("Stopped: %1 — %2 of %3 rows are in.")
               .arg(what, locale.toString(run.tally.in()), locale.toString(run.plan.rows))
        + u' '
        //: %1 "Marketo"
        + tr("%Ln part(s) are still with %1; their results are fetched by themselves.", nullptr,
             static_cast<int>(run.atService.parts))
              .arg(known ? known->name() : run.plan.account.service)
        + keptWords(run);
}

void StartPage::resumePressed(const QString &notice, const QString &button)
{
    const auto at = std::ranges::find_if(m_interrupted, [this, &notice](const QString &folder) {
        return resumeId(m_interrupted.indexOf(folder)) == notice;
    });
    if (at == m_interrupted.end())
        return;
    const QString folder = *at;
    if (button == u"askToGiveUp") {
        askToGiveUp(folder, notice, u"keep"_s); // what is safe has the focus
    } else if (button == u"keep") {
        askToGiveUp({}, notice, u"open"_s);
    } else if (button == u"giveUp") {
        m_givingUp.clear();
        m_desk.giveUp(folder);
    } else {
        Q_EMIT runWanted(folder);
    }
}

void StartPage::askToGiveUp(const QString &folder, const QString &notice, const QString &focused)
{
    m_givingUp = folder;
    showInterrupted();
    if (QPushButton *button = resumeButton(notice, focused))
        button->setFocus(Qt::OtherFocusReason);
}

QPushButton *StartPage::resumeButton(const QString &notice, const QString &button) const
{
    const auto isGoing = [this](const QWidget *part) { // what was said before is taken away a little later
        for (; part != m_resume; part = part->parentWidget()) {
            if (part->isHidden() && part->testAttribute(Qt::WA_WState_ExplicitShowHide))
                return true;
        }
        return false;
    };
    const auto all = m_resume->findChildren<QPushButton *>(u"notice.%1.%2"_s.arg(notice, button));
    const auto found = std::ranges::find_if_not(all, isGoing);
    return found == all.end() ? nullptr : *found;
}

void StartPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_desk.setInView(true);
}

void StartPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_desk.setInView(false);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool beside = width() >= besideFromChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth();
    m_beside->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace rowlift::ui
