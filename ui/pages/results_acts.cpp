#include "ui/grid/grid.h"
#include "ui/pages/result_notices.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/results_page.h"
#include "ui/pages/row_story_panel.h"
#include "ui/pages/scroll_body.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

// What can be done on the results page: going on, sending some rows again, saving reports.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// What happens to a row that the account takes.
QString sendingOneMeans(Operation operation, qint64 row, const QString &account)
{
    struct ActWords {
        Q_DECLARE_TR_FUNCTIONS(rowlift::ui::ResultsPage)
    };
    const QString number = QLocale().toString(row);
    switch (operation) {
    case Operation::Insert:
        //: %1 a row's number, %2 an account
        return ActWords::tr("Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, it "
                            "is added.")
            .arg(number, account);
    case Operation::Upsert:
        return ActWords::tr("Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its "
                            "record is added or updated.")
            .arg(number, account);
    case Operation::Update:
        return ActWords::tr("Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its "
                            "record is updated.")
            .arg(number, account);
    case Operation::Delete:
        break;
    }
    return ActWords::tr("Row %1 is sent to %2 by itself, as it stands in your file. If it is taken, its "
                        "record is deleted.")
        .arg(number, account);
}

} // namespace

ResultsPage::Act ResultsPage::act() const
{
    if (isLive())
        return Act::Return;
    if (results().wasStopped)
        return Act::Fetch;
    if (results().end == RunState::Interrupted)
        return Act::Continue;
    return results().unsent() > 0 ? Act::SendUnsent : Act::Another;
}

QString ResultsPage::primaryText() const
{
    switch (act()) {
    case Act::Return:
        return tr("Back to the running import");
    case Act::Continue:
        return tr("Continue the import");
    case Act::Fetch:
        return tr("Ask for the results now");
    case Act::SendUnsent:
        return tr("Send %Ln row(s) that are not in", nullptr, static_cast<int>(results().unsent()));
    case Act::Another:
        break;
    }
    return tr("Import another file");
}

bool ResultsPage::primaryEnabled() const
{
    return !(primarySends() || act() == Act::Fetch) || m_desk.service() != nullptr;
}

QString ResultsPage::primaryReason() const
{
    return primaryEnabled() ? QString() : PlaceDesk::unknownService(results().plan.account.service);
}

bool ResultsPage::primarySends() const
{
    return act() == Act::Continue || act() == Act::SendUnsent;
}

QString ResultsPage::secondaryText() const
{
    return primarySends() || act() == Act::Fetch ? tr("Import another file") : QString();
}

void ResultsPage::primary()
{
    switch (act()) {
    case Act::Return:
        m_desk.lookAway();
        break;
    case Act::Continue:
    case Act::SendUnsent:
        m_desk.goOn(results().folder);
        break;
    case Act::Fetch:
        m_desk.ask(results().folder);
        break;
    case Act::Another:
        Q_EMIT newImportWanted();
        break;
    }
}

void ResultsPage::connectRowActs()
{
    connect(m_grid, &Grid::noteActionTriggered, this, [this](qint64 row, int action) {
        const auto acts = m_rows->actsOf(row);
        if (action >= 0 && action < static_cast<int>(acts.size()))
            perform(acts[static_cast<size_t>(action)], row);
    });
    connect(m_grid, &Grid::cellActivated, this, [this](qint64 row, int column) {
        if (column == m_rows->recordColumn())
            openRecord(row);
    });
    connect(m_grid, &Grid::menuOpening, this, [this](QMenu *menu, qint64 row, int) {
        if (row < 0)
            return;
        const auto acts = m_rows->actsOf(row);
        if (!acts.empty())
            menu->addSeparator();
        for (const RowAct act : acts) {
            QAction *action = menu->addAction(ResultRows::actText(act, m_desk.serviceName()), this,
                                              [this, act, row] { perform(act, row); });
            action->setObjectName(u"results.rowAct.%1"_s.arg(static_cast<int>(act)));
        }
    });
    connect(m_story, &RowStoryPanel::closeWanted, this, [this] {
        m_story->hide();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_story, &RowStoryPanel::sendWanted, this, &ResultsPage::sendTheRow);
    connect(m_again, &QPushButton::clicked, this, &ResultsPage::sendTheGroups);
    connect(m_saveList, &QPushButton::clicked, this,
            [this] { askForReport(ReportRows(results().reasons[static_cast<size_t>(m_chosenReason)])); });
}

void ResultsPage::perform(RowAct act, qint64 visualRow)
{
    if (act == RowAct::OpenExisting)
        openRecord(visualRow);
    else
        showStory(visualRow, act == RowAct::Send);
}

void ResultsPage::openRecord(qint64 visualRow)
{
    if (const QUrl page = m_rows->recordPage(visualRow); !page.isEmpty())
        QDesktopServices::openUrl(page);
}

/// Each try with its reason; and what it means to send the row, when that was asked for.
void ResultsPage::showStory(qint64 visualRow, bool send)
{
    const RowStory *story = m_rows->story(visualRow);
    if (!story)
        return;
    m_storyOf = story->now.record;
    std::vector<RowOutcome> tries = story->before;
    tries.push_back(story->now);
    RowStoryPanel::Telling telling;
    telling.title = tr("Row %1").arg(QLocale().toString(m_storyOf + 1));
    if (const QString key = m_rows->keyOf(visualRow); !key.isEmpty())
        telling.title += u"  ·  "_s + key;
    for (size_t number = 0; number < tries.size(); ++number) {
        const QString words = m_rows->outcomeInWords(tries[number]);
        //: %1 a number, %2 what came of it
        telling.tries << (tries.size() == 1 ? words : tr("Try %1: %2").arg(number + 1).arg(words));
    }
    const bool whole = results().kind && results().kind->naming == ResultNaming::Keys;
    if (send && whole)
        //: %1 a row's number, %2 an account
        telling.question
            = tr("The record of row %1 is sent to %2 by itself, as it stands in your file. If it "
                 "is taken, it is added, or replaces the one with the same key.")
                  .arg(QLocale().toString(m_storyOf + 1), results().plan.account.name);
    else if (send)
        telling.question = sendingOneMeans(m_desk.operation(), m_storyOf + 1, results().plan.account.name);
    m_story->tell(telling);
    m_othersOfStory = 0;
    if (send && results().plan.draft.target.groupsRows())
        m_findingOthers.start(
            [folder = results().folder, record = m_storyOf](const Progress &, std::stop_token) {
                return rowsOfSameRecord(folder, record);
            });
    m_story->firstStop()->setFocus(Qt::OtherFocusReason);
    ScrollBody::reveal(m_story);
}

/// A record goes as a whole.
void ResultsPage::tellOthers()
{
    if (!m_findingOthers.result() || m_findingOthers.result()->empty())
        return;
    m_othersOfStory = static_cast<qint64>(m_findingOthers.result()->size());
    m_story->addToQuestion(
        tr("%Ln more row(s) of the same record go with it.", nullptr, static_cast<int>(m_othersOfStory)));
}

void ResultsPage::sendTheRow()
{
    m_sent = { .folder = results().folder,
               .record = m_storyOf,
               .rows = 1 + m_othersOfStory,
               .inBefore = results().tally.in() };
    m_desk.sendRow(results().folder, m_storyOf);
}

/// The rows of the chosen reason; without one, those whose reason may have passed.
std::vector<ReasonGroup> ResultsPage::groupsToSend() const
{
    std::vector<ReasonGroup> groups;
    if (!m_desk.canSendSome())
        return groups;
    if (m_chosenReason >= 0) {
        const ReasonGroup &group = results().reasons[static_cast<size_t>(m_chosenReason)];
        if (group.outcome == Outcome::Failed || group.outcome == Outcome::NotProcessed)
            groups.push_back(group);
        return groups;
    }
    std::ranges::copy_if(results().reasons, std::back_inserter(groups),
                         [this](const ReasonGroup &group) { return m_desk.mayPassLater(group); });
    return groups;
}

void ResultsPage::showReasonActs()
{
    qint64 rows = 0;
    for (const ReasonGroup &group : groupsToSend())
        rows += group.rows;
    m_again->setVisible(rows > 0);
    m_again->setText(tr("Send %Ln row(s) &again", nullptr, static_cast<int>(rows)));
    m_again->setToolTip(results().plan.draft.target.groupsRows()
                            ? tr("Their records are not in; they are sent as they stand in your file, each "
                                 "with all of its rows.")
                            : tr("These rows are not in; they are sent as they stand in your file."));
    m_saveList->setVisible(m_chosenReason >= 0 && m_desk.service());
    m_reasonActs->setVisible(m_again->isVisibleTo(m_reasonActs) || m_saveList->isVisibleTo(m_reasonActs));
}

void ResultsPage::sendTheGroups()
{
    const auto groups = groupsToSend();
    m_sent = { .folder = results().folder, .record = -1, .rows = 0, .inBefore = results().tally.in() };
    for (const ReasonGroup &group : groups)
        m_sent.rows += group.rows;
    m_desk.sendGroups(results().folder, groups);
}

/// What came of the rows that were sent from here.
void ResultsPage::tellSent()
{
    const Sent sent = std::exchange(m_sent, {});
    if (sent.rows == 0 || sent.folder != results().folder || isLive())
        return;
    const qint64 in = results().tally.in() - sent.inBefore;
    QString words = sent.record < 0
        ? tr("%1 of the %Ln row(s) that were sent again are in.", nullptr, static_cast<int>(sent.rows))
              .arg(QLocale().toString(in))
        : in > 0 ? tr("Row %1 is in now.").arg(QLocale().toString(sent.record + 1))
                 : tr("Row %1 is still not in; what was said this time stands below it.")
                       .arg(QLocale().toString(sent.record + 1));
    m_notices->put({ .id = u"sent"_s,
                     .kind = in == sent.rows ? Notice::Kind::Success : Notice::Kind::HeadsUp,
                     .text = words,
                     .buttons = {} });
    m_goTo = sent.record;
    if (m_goTo < 0)
        return;
    m_chosenFilter = u"all"_s;
    if (auto *all = m_filterRow->findChild<QRadioButton *>(u"results.filter.all"_s))
        all->setChecked(true);
}

/// Among all rows, as soon as the file has been looked at.
void ResultsPage::showSentRow()
{
    if (m_goTo < 0 || !results().fileLooked)
        return;
    const qint64 row = std::exchange(m_goTo, -1) - results().plan.draft.dialect.firstDataRecord();
    if (row >= 0 && row < m_rows->rowCount())
        m_grid->goToRow(row);
}

/// No report of nothing.
void ResultsPage::offerReports()
{
    const Tally &tally = results().tally;
    const qint64 failed
        = tally.of(Outcome::Failed) + tally.of(Outcome::NotProcessed) + tally.of(Outcome::Unknown);
    m_failedReport->setVisible(failed > 0);
    m_leftOutReport->setVisible(tally.of(Outcome::LeftOut) > 0);
    m_warningsReport->setVisible(tally.warned > 0);
}

void ResultsPage::askForReport(const ReportRows &rows)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save report"), folder + u'/' + reportFileName(results().plan, rows.kind),
        tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        m_desk.saveReport(rows, path);
}

/// The newest of that name: one that was answered goes a little later.
void ResultsPage::focusNotice(const QString &button)
{
    const auto found = m_notices->findChildren<QPushButton *>(button);
    if (!found.isEmpty())
        found.last()->setFocus(Qt::OtherFocusReason);
}

void ResultsPage::noticePressed(const QString &notice, const QString &button)
{
    const QString folder = results().folder;
    if (button == u"stop") {
        m_desk.stopHere(folder);
        return;
    }
    if (button == u"check") {
        m_desk.ask(folder);
        return;
    }
    if (button == u"sendAgain" && sendingAgainAsksFirst(results())) {
        m_notices->put(sendAgainQuestion(m_desk));
        focusNotice(u"notice.unknown.keep"_s);
        return;
    }
    if (button == u"keep") {
        showNotices();
        focusNotice(u"notice.unknown.check"_s);
        return;
    }
    if (button == u"sendAgain" || button == u"sendAgainSurely") {
        m_desk.sendAgain(folder);
        return;
    }
    if (button == u"leaveUnknown") {
        m_desk.leaveUnknown(folder);
        return;
    }
    if (button == u"again") {
        m_desk.look(m_desk.snapshot().partLookedAt);
        return;
    }
    if (button == u"show") {
        show();
        return;
    }
    if (button == u"save") {
        Q_EMIT saveProfileWanted();
    } else if (button == u"folder") {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_savedFolder));
    } else if (button == u"copies") {
        QDesktopServices::openUrl(QUrl::fromLocalFile(results().copyFolder));
        return;
    }
    m_notices->take(notice);
}

} // namespace rowlift::ui
