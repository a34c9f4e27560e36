#include "ui/pages/results_page.h"

#include "app/run/outcome_text.h"
#include "ui/grid/grid.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/run_words.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/time_words.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QButtonGroup>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int reasonLinesShown = 4; ///< Without scrolling.

constexpr int fewestResultsShown = 5;

} // namespace

ResultsPage::ResultsPage(RunDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_rows(new ResultRows(desk, this))
{
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    lines->setContentsMargins(0, px(Space::S3), 0, 0);
    lines->setSpacing(px(Space::S3));
    auto *top = new QWidget(this);
    auto *topLines = new QVBoxLayout(top);
    topLines->setContentsMargins(px(Space::S5), 0, px(Space::S5), 0);
    topLines->setSpacing(px(Space::S3));
    m_notices = new NoticeArea(top);
    topLines->addWidget(m_notices);
    auto *summary = new QHBoxLayout;
    summary->setSpacing(px(Space::S5));
    summary->addWidget(makeSum(), 2);
    summary->addWidget(makeReasons(), 3);
    topLines->addLayout(summary);
    m_filterRow = makeFilters();
    topLines->addWidget(m_filterRow);
    lines->addWidget(top);
    m_grid = new Grid(this);
    m_grid->setObjectName(u"results.grid"_s);
    m_grid->setAccessibleName(tr("Rows with their results"));
    m_grid->setMinimumHeight(fewestResultsShown * heightFor(Size::GridRow, fontMetrics()));
    m_grid->setSource(m_rows);
    lines->addWidget(m_grid, 1);
    connectDesk();
}

QWidget *ResultsPage::makeSum()
{
    auto *sum = new QWidget(this);
    sum->setObjectName(u"results.sum"_s);
    auto *lines = new QVBoxLayout(sum);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S2));
    m_counters = new OutcomeCounters(sum);
    m_bar = new OutcomeBar(sum);
    m_sum = new Words(Type::Body, Color::Text2, sum);
    m_sum->setObjectName(u"results.sumLine"_s);
    m_sum->setWordWrap(true);
    m_how = new Words(Type::Small, Color::Text2, sum);
    m_how->setObjectName(u"results.how"_s);
    m_how->setWordWrap(true);
    lines->addWidget(m_counters);
    lines->addWidget(m_bar);
    lines->addWidget(m_sum);
    lines->addWidget(m_how);
    lines->addSpacing(px(Space::S1));
    lines->addWidget(makeSaveButton(), 0, Qt::AlignLeft);
    lines->addStretch(1);
    return sum;
}

QWidget *ResultsPage::makeSaveButton()
{
    m_save = new QPushButton(tr("&Save reports"), this);
    m_save->setObjectName(u"results.save"_s);
    auto *menu = new QMenu(m_save);
    for (const ReportKind kind : { ReportKind::Failed, ReportKind::LeftOut, ReportKind::AllRows }) {
        QAction *action = menu->addAction(reportKindText(kind), this, [this, kind] { askForReport(kind); });
        action->setObjectName(u"results.save.%1"_s.arg(static_cast<int>(kind)));
        if (kind == ReportKind::Failed)
            m_failedReport = action;
        else if (kind == ReportKind::LeftOut)
            m_leftOutReport = action;
    }
    m_save->setMenu(menu);
    return m_save;
}

QWidget *ResultsPage::makeReasons()
{
    m_reasonsCard = new Card(tr("Why rows did not get in"), this);
    m_reasons = new QListWidget(m_reasonsCard);
    m_reasons->setObjectName(u"results.reasons"_s);
    m_reasons->setAccessibleName(tr("Why rows did not get in"));
    m_reasons->setFrameShape(QFrame::NoFrame);
    m_reasons->setHorizontalScrollBarPolicy(
        Qt::ScrollBarAlwaysOff); // long reasons are cut; the tool tip has them whole
    m_reasons->setTextElideMode(Qt::ElideRight);
    m_reasonsCard->body()->addWidget(m_reasons);
    m_reasonsCard->body()->addStretch(1);
    return m_reasonsCard;
}

QWidget *ResultsPage::makeFilters()
{
    auto *row = new QWidget(this);
    row->setObjectName(u"results.filter"_s);
    row->setAccessibleName(tr("Which rows are shown"));
    new FlowLayout(px(Space::S4), px(Space::S1), row);
    return row;
}

void ResultsPage::connectDesk()
{
    connect(&m_desk, &RunDesk::ended, this, &ResultsPage::show);
    connect(&m_desk, &RunDesk::reportSaved, this, [this](const SavedReport &report) {
        m_savedFolder = QFileInfo(report.path).absolutePath();
        m_notices->put({ .id = u"saved"_s,
                         .kind = Notice::Kind::Success,
                         .text = tr("Saved “%1” (%Ln row(s)).", nullptr, static_cast<int>(report.rows))
                                     .arg(QFileInfo(report.path).fileName()),
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
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), this), &QShortcut::activated, m_save,
            &QPushButton::showMenu);
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextMark(1); });
    connect(new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8), this), &QShortcut::activated, this,
            [this] { nextMark(-1); });
}

QString ResultsPage::heading() const
{
    const QLocale locale;
    const Tally &tally = results().tally;
    const auto in = static_cast<int>(tally.in());
    const QString failed = locale.toString(tally.of(Outcome::Failed));
    if (results().end == RunState::Interrupted) {
        return tr("Interrupted: %1 of %Ln row(s) are in", nullptr, static_cast<int>(results().plan.rows))
            .arg(locale.toString(in));
    }
    if (results().end == RunState::Stopped) {
        return tr("Stopped: %Ln row(s) are in, %1 failed, %2 were not sent", nullptr, in)
            .arg(failed, locale.toString(tally.of(Outcome::NotSent) + tally.of(Outcome::NotProcessed)));
    }
    if (in == 0 && tally.of(Outcome::Failed) > 0) {
        const bool same = std::ranges::count(results().reasons, Outcome::Failed, &ReasonGroup::outcome) == 1;
        return same ? tr("Nothing was imported — every row failed for the same reason")
                    : tr("Nothing was imported — every row failed");
    }
    if (tally.of(Outcome::Failed) > 0)
        return tr("%Ln row(s) are in, %1 failed", nullptr, in).arg(failed);
    return tally.needingALook() == 0 ? tr("All %Ln row(s) are in", nullptr, in)
                                     : tr("%Ln row(s) are in", nullptr, in);
}

QString ResultsPage::subline() const
{
    const RunPlan &plan = results().plan;
    const QString object = results().schema.object.labelPlural;
    return tr("%1 → %2, %3, %4")
        .arg(QFileInfo(plan.draft.file).fileName(), object.isEmpty() ? plan.draft.target.object : object,
             plan.account.name, whenInSentence(plan.started, QDateTime::currentDateTimeUtc()));
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
    return m_reasons->count() > 0 && m_reasonsCard->isVisibleTo(this) ? static_cast<QWidget *>(m_reasons)
                                                                      : m_grid;
}

void ResultsPage::show()
{
    m_shownFolder = results().folder;
    m_notices->clear();
    m_rows->setRun();
    showNotices();
    showSum();
    showReasons();
    showHowItWent();
    showFilters();
    offerReports();
    Q_EMIT changed();
    Q_EMIT announce(tr("Import finished. %1.").arg(heading()));
}

void ResultsPage::showSum()
{
    const QLocale locale;
    const Tally &tally = results().tally;
    m_counters->setCounts(outcomeCounts(tally, false));
    m_bar->setShares(outcomeShares(tally));
    QString line = results().addsUp
        ? tr("= %Ln row(s) in your file ✓ adds up", nullptr, static_cast<int>(results().plan.rows))
        : tr("These numbers do not add up to the %1 rows of your file. Please keep the import and report "
             "this.")
              .arg(locale.toString(results().plan.rows));
    if (tally.unplaced > 0)
        line += u"  ·  "_s
            + tr("%Ln result(s) could not be placed", nullptr, static_cast<int>(tally.unplaced));
    m_sum->setColor(results().addsUp && tally.unplaced == 0 ? Color::Text2 : Color::Problem);
    m_sum->setText(line);
}

void ResultsPage::showReasons()
{
    const QSignalBlocker quiet(m_reasons);
    m_reasons->clear();
    for (const ReasonGroup &group : results().reasons) {
        const Explanation why
            = m_desk.explain({ .code = group.code, .field = group.field, .text = group.text });
        const QString rows = tr("%Ln row(s)", nullptr, static_cast<int>(group.rows));
        const QString text = group.outcome == Outcome::LeftOut
            ? tr("%1 — %2 left out, not sent").arg(why.sentence, rows)
            : tr("%1 — %2").arg(why.sentence, rows);
        auto *line = new QListWidgetItem(text, m_reasons);
        const bool failed = group.outcome == Outcome::Failed;
        line->setIcon(
            icon(failed ? u"cross" : u"crossed-circle", failed ? Color::ProblemMark : Color::Text2));
        line->setToolTip(why.cure.isEmpty() ? text : u"%1\n%2"_s.arg(text, why.cure));
        line->setSizeHint({ 0, std::max(px(Size::Target), fontMetrics().height() + px(Space::S2)) });
        line->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(outcomeText(group.outcome), text));
    }
    m_reasonsCard->setVisible(m_reasons->count() > 0);
    const int shown = std::clamp(m_reasons->count(), 1, reasonLinesShown);
    const int line = m_reasons->count() > 0 ? m_reasons->sizeHintForRow(0) : 0;
    m_reasons->setFixedHeight(line * shown + 2 * m_reasons->frameWidth() + px(Space::S1));
}

std::vector<ResultsPage::Filter> ResultsPage::filters() const
{
    std::vector<Filter> all;
    const auto add = [&](const QString &id, const QString &text, const std::vector<Outcome> &outcomes) {
        const bool any = std::ranges::any_of(
            outcomes, [this](Outcome outcome) { return results().tally.of(outcome) > 0; });
        if (any)
            all.push_back({ id, text, outcomes });
    };
    add(u"failed"_s, tr("Failed"), { Outcome::Failed });
    add(u"notProcessed"_s, tr("Not processed"), { Outcome::NotProcessed });
    add(u"unknown"_s, tr("Unknown"), { Outcome::Unknown });
    add(u"leftOut"_s, tr("Left out"), { Outcome::LeftOut });
    add(u"added"_s, tr("Added"), { Outcome::Added });
    add(u"updated"_s, tr("Updated"), { Outcome::Updated });
    add(u"in"_s, tr("In"), { Outcome::In, Outcome::Deleted });
    all.push_back({ u"all"_s, tr("All"), {} });
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
    if (auto *first = qobject_cast<QRadioButton *>(m_filterButtons->buttons().constFirst())) {
        first->setChecked(true);
        chooseFilter(all.front().id);
    }
    m_grid->setEmptyText(results().fileThere
                             ? tr("No rows of this kind")
                             : tr("The rows cannot be shown: the file is gone or has changed."));
}

void ResultsPage::chooseFilter(const QString &id)
{
    {
        const QSignalBlocker quiet(m_reasons);
        m_reasons->setCurrentRow(-1);
    }
    for (const Filter &filter : filters()) {
        if (filter.id != id)
            continue;
        if (filter.outcomes.empty())
            m_rows->showAll();
        else
            read(filter.outcomes, {}, {});
    }
}

void ResultsPage::chooseReason(int row)
{
    if (row < 0)
        return;
    const ReasonGroup &group = results().reasons[static_cast<size_t>(row)];
    const QString id = outcomeId(group.outcome);
    if (auto *button = m_filterRow->findChild<QRadioButton *>(u"results.filter."_s + id))
        button->setChecked(true);
    read({ group.outcome }, group.code, group.field);
}

void ResultsPage::read(const std::vector<Outcome> &outcomes, const QString &code, const QString &field)
{
    m_reading.start([folder = results().folder, outcomes, code, field](const Progress &, std::stop_token) {
        return RunDesk::recordsWith(folder, outcomes, code, field);
    });
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
    const Error &error = m_desk.snapshot().error;
    if (results().end == RunState::Interrupted) {
        m_notices->put(
            { .id = u"interrupted"_s,
              .kind = Notice::Kind::HeadsUp,
              .text = (error.sentence.isEmpty() ? tr("This import was left before its end.") : error.sentence)
                  + u' '
                  + tr("Nothing is lost: rows that are in stay in, and nothing is sent twice when you "
                       "continue."),
              .buttons = { { u"continue"_s, tr("Continue") } },
              .dismissible = false });
    } else if (!results().endMessage.isEmpty()) {
        m_notices->put(
            { .id = u"end"_s, .kind = Notice::Kind::Problem, .text = results().endMessage, .buttons = {} });
    }
    if (results().tally.of(Outcome::Unknown) > 0) {
        m_notices->put({ .id = u"unknown"_s,
                         .kind = Notice::Kind::HeadsUp,
                         .text = tr("For %Ln row(s) nobody can tell whether they are in. They are not sent "
                                    "again by themselves.",
                                    nullptr, static_cast<int>(results().tally.of(Outcome::Unknown))),
                         .buttons = {} });
    }
    if (!results().fileThere) {
        m_notices->put({ .id = u"file"_s,
                         .kind = Notice::Kind::HeadsUp,
                         .text = tr("“%1” is gone or has changed since this import. Numbers and reasons are "
                                    "shown; the rows cannot be.")
                                     .arg(QFileInfo(results().plan.draft.file).fileName()),
                         .buttons = {} });
    }
    const auto &map = m_desk.check().map().snapshot();
    if (map.ready && map.profile.isEmpty() && results().tally.in() > 0) {
        m_notices->put({ .id = u"profile"_s,
                         .kind = Notice::Kind::Info,
                         .text = tr("Save this mapping as a profile, and the next import takes two clicks."),
                         .buttons = { { u"save"_s, tr("Save mapping profile…") } } });
    }
}

void ResultsPage::showHowItWent()
{
    QStringList lines;
    lines << tr("%n part(s)", nullptr, static_cast<int>(results().parts.size()));
    if (results().ended.isValid()) {
        const auto seconds
            = static_cast<int>(std::max<qint64>(1, results().plan.started.secsTo(results().ended)));
        lines << (seconds < 60 ? tr("%n second(s)", nullptr, seconds)
                               : tr("%1 min %2 s").arg(QLocale().toString(seconds / 60)).arg(seconds % 60));
    }
    m_how->setText(tr("How it went: %1").arg(lines.join(u", "_s)));
}

/// No report of nothing.
void ResultsPage::offerReports()
{
    const Tally &tally = results().tally;
    const qint64 failed
        = tally.of(Outcome::Failed) + tally.of(Outcome::NotProcessed) + tally.of(Outcome::Unknown);
    m_failedReport->setVisible(failed > 0);
    m_leftOutReport->setVisible(tally.of(Outcome::LeftOut) > 0);
}

void ResultsPage::askForReport(ReportKind kind)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Save report"),
                                                      folder + u'/' + reportFileName(results().plan, kind),
                                                      tr("CSV files (*.csv)"));
    if (!path.isEmpty())
        m_desk.saveReport(kind, path);
}

void ResultsPage::noticePressed(const QString &notice, const QString &button)
{
    if (button == u"continue") {
        Q_EMIT continueWanted(results().folder);
    } else if (button == u"save") {
        Q_EMIT saveProfileWanted();
    } else if (button == u"folder") {
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_savedFolder));
    }
    if (button != u"continue")
        m_notices->take(notice);
}

} // namespace rowlift::ui
