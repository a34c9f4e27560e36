#include "ui/pages/results_page.h"

#include "app/run/outcome_text.h"
#include "ui/grid/grid.h"
#include "ui/pages/reason_list.h"
#include "ui/pages/result_notices.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/row_story_panel.h"
#include "ui/pages/run_where.h"
#include "ui/pages/run_words.h"
#include "ui/pages/time_words.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QFileInfo>
#include <QLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

void ResultsPage::connectDesk()
{
    connect(&m_desk, &RunDesk::ended, this, &ResultsPage::takeEnd);
    connect(&m_desk, &RunDesk::looked, this, &ResultsPage::takeLook);
    connect(&m_desk, &RunDesk::rowsKnown, this, &ResultsPage::showRows);
    connect(&m_desk, &RunDesk::changed, this, &ResultsPage::followRun);
    connect(&m_desk, &RunDesk::reportSaved, this, [this](const SavedReport &report) {
        m_savedFolder = QFileInfo(report.path).absolutePath();
        QString text = tr("Saved “%1” (%Ln row(s)).", nullptr, static_cast<int>(report.rows))
                           .arg(QFileInfo(report.path).fileName());
        if (!report.remark.isEmpty())
            text += u' ' + report.remark;
        m_notices->put({ .id = u"saved"_s,
                         .kind = report.remark.isEmpty() ? Notice::Kind::Success : Notice::Kind::HeadsUp,
                         .text = text,
                         .buttons = { { u"folder"_s, tr("Show folder") } } });
    });
    connect(&m_desk, &RunDesk::reportFailed, this, [this](const Error &error) {
        m_notices->put(
            { .id = u"saved"_s, .kind = Notice::Kind::Problem, .text = error.sentence, .buttons = {} });
    });
    connect(m_rows, &ResultRows::failed, this, [this](const Error &error) {
        m_notices->put(
            { .id = u"rows"_s, .kind = Notice::Kind::Problem, .text = error.sentence, .buttons = {} });
    });
    connect(&m_reading, &WorkBase::finished, this, [this] {
        if (m_reading.result()) {
            if (results().fileThere)
                m_grid->setEmptyText(tr("No rows of this kind"));
            m_rows->show(*m_reading.result());
            m_grid->setCurrent(0, 0);
        }
    });
    // Not the current row: the list makes its first one current by itself when the focus comes by.
    connect(m_reasons, &QListWidget::itemSelectionChanged, this, [this] {
        if (!m_reasons->selectedItems().isEmpty())
            chooseReason(m_reasons->row(m_reasons->selectedItems().constFirst()));
    });
    connect(m_reasons, &QListWidget::itemActivated, m_reasons,
            [](QListWidgetItem *line) { line->setSelected(true); });
    connect(m_notices, &NoticeArea::buttonPressed, this, &ResultsPage::noticePressed);
    connect(m_grid, &Grid::nextMarkWanted, this, &ResultsPage::nextMark);
    connect(&m_findingOthers, &WorkBase::finished, this, &ResultsPage::tellOthers);
    connectRowActs();
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this), &QShortcut::activated, m_save,
            &QPushButton::showMenu);
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextMark(1); });
    connect(new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextMark(-1); });
}

QString ResultsPage::heading() const
{
    return resultHeading(results(), isLive());
}

QString ResultsPage::subline() const
{
    const RunPlan &plan = results().plan;
    const QString object = results().schema.object.labelPlural;
    QStringList parts { tr("%1 → %2, %3, %4")
                            .arg(QFileInfo(plan.draft.file).fileName(),
                                 object.isEmpty() ? plan.draft.target.object.section(u'/', -1) : object,
                                 plan.account.name,
                                 whenInSentence(plan.started, QDateTime::currentDateTimeUtc())) };
    parts << runWhereTo(m_desk);
    return parts.join(u"  ·  "_s);
}

QString ResultsPage::why() const
{
    return tr("Every row of your file is in exactly one of these groups, and the sum is the file. Choose a "
              "reason to see its rows where "
              "they stand in your spreadsheet. Save the failed rows, mend them, and import that file.");
}

void ResultsPage::entered()
{
    if (m_shownFolder != results().folder)
        show();
}

QWidget *ResultsPage::firstDecision() const
{
    if (m_goTo >= 0)
        return m_grid; // at the row that was sent
    if (m_desk.snapshot().asked && !results().unconfirmed().empty()) { // the question stays where it was
        if (auto *check = m_notices->findChild<QPushButton *>(u"notice.unknown.check"_s))
            return check;
    }
    if (act() == Act::Continue)
        return nullptr; // which is the primary
    return m_reasons->count() > 0 && m_reasonsCard->isVisibleTo(this) ? static_cast<QWidget *>(m_reasons)
                                                                      : m_grid;
}

void ResultsPage::show()
{
    m_shownFolder = results().folder;
    m_wasLive = isLive();
    m_failedShown = results().tally.of(Outcome::Failed);
    m_notices->clear();
    m_story->hide();
    showNotices();
    showSum();
    showReasons();
    showHowItWent();
    showFilters();
    tellSent();
    showRows();
    offerReports();
    Q_EMIT changed();
}

void ResultsPage::takeEnd()
{
    // Who looks at failed rows goes on looking at them.
    if (m_wasLive && isVisible() && m_shownFolder == results().folder) {
        m_notices->put({ .id = u"ended"_s,
                         .kind = Notice::Kind::Info,
                         .text = tr("The import has ended: %1.").arg(heading()),
                         .buttons = { { u"show"_s, tr("Show the results") } },
                         .dismissible = false });
        m_wasLive = false;
        Q_EMIT changed();
        return;
    }
    show();
    Q_EMIT announce(m_desk.snapshot().errand == RunErrand::Send ? tr("Import finished. %1.").arg(heading())
                                                                : heading());
}

void ResultsPage::takeLook()
{
    show();
}

/// While it runs: more rows may have failed since this was read. After it: what takes longer has come.
void ResultsPage::followRun()
{
    if (m_shownFolder != results().folder || results().folder.isEmpty())
        return;
    if (!isLive()) {
        showSum();
        return;
    }
    const qint64 more = m_desk.snapshot().run.tally.of(Outcome::Failed) - m_failedShown;
    if (more > 0
        && std::ranges::find(m_notices->notices(), u"more"_s, &Notice::id) == m_notices->notices().end()) {
        m_notices->put({ .id = u"more"_s,
                         .kind = Notice::Kind::Info,
                         .text = tr("More rows failed meanwhile."),
                         .buttons = { { u"again"_s, tr("Show them") } } });
    }
}

void ResultsPage::showRows()
{
    m_rows->setRun();
    if (const auto notice = fileNotice(results()))
        m_notices->put(*notice);
    m_grid->setEmptyText(!results().fileLooked ? tr("Reading your file…")
                             : results().fileThere
                             ? tr("No rows of this kind")
                             : tr("The rows cannot be shown: the file is gone or has changed."));
    chooseAgain();
    showSentRow();
}

void ResultsPage::showSum()
{
    const QLocale locale;
    const Tally &tally = results().tally;
    m_counters->setCounts(
        outcomeCounts(tally, isLive(), m_desk.operation(), { m_desk.serviceName(), results().kind }));
    m_bar->setShares(outcomeShares(tally));
    const bool sum = tally.total() == results().plan.rows;
    const bool wrong = !sum || (results().sumChecked && !results().addsUp);
    QString line = wrong
        ? tr("These numbers do not add up to the %1 rows of your file. Please keep the import and report "
             "this.")
              .arg(locale.toString(results().plan.rows))
        : results().sumChecked
        ? tr("= %Ln row(s) in your file ✓ adds up", nullptr, static_cast<int>(results().plan.rows))
        : tr("= %Ln row(s) in your file", nullptr, static_cast<int>(results().plan.rows));
    if (tally.unplaced > 0)
        line += u"  ·  "_s
            + tr("%Ln result(s) could not be placed", nullptr, static_cast<int>(tally.unplaced));
    m_sum->setColor(!wrong && tally.unplaced == 0 ? Color::Text2 : Color::Problem);
    m_sum->setText(line);
}

QString ResultsPage::reasonLine(size_t index) const
{
    const ReasonGroup &group = results().reasons[index];
    const Explanation why = m_desk.explain({ .code = group.code, .field = group.field, .text = group.text });
    const bool both = results().plan.draft.target.groupsRows() && group.outcome != Outcome::LeftOut;
    const QString rows = both ? recordsAndRows(group.records, group.rows)
                              : tr("%Ln row(s)", nullptr, static_cast<int>(group.rows));
    const int tries = results().tries.empty() ? 0 : results().tries[index];
    const QString &said = group.rows > 1 ? why.general() : why.sentence;
    const QString reason = isWarning(group) ? butInWords(said)
        : tries > 1                         ? tr("%1 (tried %2×)").arg(said).arg(tries)
                                            : said;
    return group.outcome == Outcome::LeftOut ? tr("%1 — %2 left out, not sent").arg(reason, rows)
                                             : tr("%1 — %2").arg(reason, rows);
}

void ResultsPage::showReasons()
{
    const QSignalBlocker quiet(m_reasons);
    m_reasons->clear();
    m_chosenReason = -1; // there may be fewer
    const auto warnings = std::ranges::count_if(results().reasons, isWarning);
    const bool onlyWarnings = warnings == static_cast<qint64>(results().reasons.size());
    for (size_t index = 0; index < results().reasons.size(); ++index) {
        const ReasonGroup &group = results().reasons[index];
        const QString text = reasonLine(index);
        const QString cure
            = m_desk.explain({ .code = group.code, .field = group.field, .text = group.text }).cure;
        auto *line = new QListWidgetItem(text, m_reasons);
        const bool failed = group.outcome == Outcome::Failed;
        line->setIcon(isWarning(group) ? icon(u"triangle", Color::HeadsUpMark)
                          : failed     ? icon(u"cross", Color::ProblemMark)
                                       : icon(u"crossed-circle", Color::Text2));
        line->setToolTip(cure.isEmpty() ? text : u"%1\n%2"_s.arg(text, cure));
        line->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(outcomeText(group.outcome), text));
    }
    const QString title = onlyWarnings ? tr("What %1 warns of").arg(m_desk.serviceName())
        : warnings > 0                 ? tr("Why rows did not get in, and warnings")
                                       : tr("Why rows did not get in");
    m_reasonsCard->setTitle(title);
    m_reasons->setAccessibleName(title);
    m_reasonsCard->setVisible(m_reasons->count() > 0);
    m_reasons->fit();
    showReasonActs();
}

std::vector<ResultsPage::Filter> ResultsPage::filters() const
{
    std::vector<Filter> all;
    const auto add = [&](const QString &id, const QString &text, const std::vector<Outcome> &outcomes) {
        const bool any = std::ranges::any_of(
            outcomes, [this](Outcome outcome) { return results().tally.of(outcome) > 0; });
        if (any)
            all.push_back({ .id = id, .text = text, .outcomes = outcomes });
    };
    add(u"failed"_s, tr("Failed"), { Outcome::Failed });
    add(u"notProcessed"_s, tr("Not processed"), { Outcome::NotProcessed });
    add(u"unknown"_s, tr("Unknown"), { Outcome::Unknown });
    if (results().tally.warned > 0)
        all.push_back({ .id = u"warned"_s, .text = tr("Warnings"), .outcomes = {}, .warned = true });
    add(u"leftOut"_s, tr("Left out"), { Outcome::LeftOut });
    add(u"added"_s, tr("Added"), { Outcome::Added });
    add(u"updated"_s, tr("Updated"), { Outcome::Updated });
    add(u"deleted"_s, tr("Deleted"), { Outcome::Deleted });
    add(u"in"_s, tr("In"), { Outcome::In });
    add(u"waiting"_s, tr("Waiting"), { Outcome::Waiting });
    add(u"notSent"_s, tr("Not sent"), { Outcome::NotSent });
    all.push_back({ .id = u"all"_s, .text = tr("All"), .outcomes = {} });
    return all;
}

void ResultsPage::showFilters()
{
    delete m_filterButtons;
    qDeleteAll(m_filterRow->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    m_filterButtons = new QButtonGroup(this);
    auto *label = new Words(tr("Show"), Type::Body, Color::Text2, m_filterRow);
    m_filterRow->layout()->addWidget(label);
    const auto all = filters();
    for (const Filter &filter : all) {
        auto *button = new QRadioButton(filter.text, m_filterRow);
        button->setObjectName(u"results.filter."_s + filter.id);
        m_filterButtons->addButton(button);
        m_filterRow->layout()->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, id = filter.id] { chooseFilter(id); });
        button->show();
    }
    label->show();
    if (auto *first = qobject_cast<QRadioButton *>(m_filterButtons->buttons().constFirst()))
        first->setChecked(true);
    m_chosenFilter = all.front().id;
    m_chosenReason = -1;
    showReasonActs();
}

void ResultsPage::chooseAgain()
{
    if (m_chosenReason >= 0)
        chooseReason(m_chosenReason);
    else
        chooseFilter(m_chosenFilter);
}

void ResultsPage::chooseFilter(const QString &id)
{
    m_chosenFilter = id;
    m_chosenReason = -1;
    {
        const QSignalBlocker quiet(m_reasons);
        m_reasons->setCurrentRow(-1);
    }
    showReasonActs();
    for (const Filter &filter : filters()) {
        if (filter.id != id)
            continue;
        if (filter.warned)
            readWarned();
        else if (filter.outcomes.empty())
            m_rows->showAll();
        else
            read(filter.outcomes, {}, {});
    }
}

void ResultsPage::chooseReason(int row)
{
    if (row < 0 || row >= static_cast<int>(results().reasons.size()))
        return;
    m_chosenReason = row;
    showReasonActs();
    const ReasonGroup &group = results().reasons[static_cast<size_t>(row)];
    const QString id = isWarning(group) ? u"warned"_s : outcomeId(group.outcome);
    if (auto *button = m_filterRow->findChild<QRadioButton *>(u"results.filter."_s + id))
        button->setChecked(true);
    read({ group.outcome }, group.code, group.field);
}

void ResultsPage::read(const std::vector<Outcome> &outcomes, const QString &code, const QString &field)
{
    if (results().fileThere)
        m_grid->setEmptyText(tr("Reading the rows…"));
    m_reading.start(
        [folder = results().folder, outcomes, code, field,
         part = isLive() ? m_desk.snapshot().partLookedAt : 0](const Progress &, std::stop_token stop) {
            return RunDesk::recordsWith(folder, outcomes, code, field, part, stop);
        });
}

void ResultsPage::readWarned()
{
    if (results().fileThere)
        m_grid->setEmptyText(tr("Reading the rows…"));
    m_reading.start([folder = results().folder, part = isLive() ? m_desk.snapshot().partLookedAt : 0](
                        const Progress &, std::stop_token) { return RunDesk::recordsWarned(folder, part); });
}

void ResultsPage::nextMark(int direction)
{
    // Filtered to what failed, every row has a mark.
    m_grid->setFocus(Qt::ShortcutFocusReason);
    const qint64 next = m_grid->currentRow() + direction;
    if (next >= 0 && next < m_rows->rowCount())
        m_grid->setCurrent(next, std::max(0, m_grid->currentColumn()));
}

void ResultsPage::showNotices()
{
    for (const Notice &notice : resultNotices(m_desk))
        m_notices->put(notice);
}

} // namespace rowlift::ui
