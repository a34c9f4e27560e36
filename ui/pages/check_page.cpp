#include "ui/pages/check_page.h"

#include "ui/grid/grid.h"
#include "ui/pages/check_groups.h"
#include "ui/pages/check_promise.h"
#include "ui/pages/check_rows.h"
#include "ui/pages/file_notices.h"
#include "ui/pages/row_jump.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int promiseShare = 5;
constexpr int groupsShare = 6;
constexpr int linesOfACard = 4; ///< Seen at least of each card, its title among them; the rest scrolls.
constexpr double mostOfThePage = 0.46; ///< What cards may take: the rows are the picture.

} // namespace

CheckPage::CheckPage(CheckDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_rows(new CheckRows(desk, this))
    , m_notices(new NoticeArea(this))
{
    m_notices->setObjectName(u"page.notices"_s);
    auto *body = ScrollBody::fill(this);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(px(Space::S5), px(Space::S1), px(Space::S5), 0);
    top->setSpacing(px(Space::S3));
    top->addWidget(m_notices);
    top->addWidget(buildCards());
    top->addWidget(buildTools());
    body->lines()->addLayout(top);
    body->lines()->addSpacing(px(Space::S2));
    buildGrid();
    body->lines()->addWidget(m_grid, 1);

    connect(&m_desk, &CheckDesk::changed, this, &CheckPage::refresh);
    connect(&m_desk.file(), &FileDesk::changed, this, &CheckPage::refresh);
    connect(m_promise, &CheckPromise::stepWanted, this, &Page::stepWanted);
    connect(m_promise, &CheckPromise::leftOutWanted, this, &CheckPage::showLeftOut);
    connect(m_groups, &CheckGroups::groupChosen, this, &CheckPage::showGroup);
    connect(m_notices, &NoticeArea::buttonPressed, this, [this](const QString &, const QString &button) {
        if (button == u"again"_s)
            m_desk.file().readAgain();
        Q_EMIT stepWanted(button == u"map"_s ? Step::Map : Step::File);
    });
    refresh();
}

QWidget *CheckPage::buildCards()
{
    m_cards = new QWidget(this);
    m_promise = new CheckPromise(m_desk, m_cards);
    m_found = new Card(tr("Problems and heads-ups"), m_cards);
    m_progressWords = new Words(Type::Small, Color::Text2, m_found);
    m_progressWords->setObjectName(u"check.progressWords"_s);
    m_progress = new ProgressBar(m_found);
    m_progress->setObjectName(u"check.progress"_s);
    m_progress->setAccessibleName(tr("Checking rows"));
    m_groups = new CheckGroups(m_desk, m_found);
    m_found->body()->addWidget(m_progressWords);
    m_found->body()->addWidget(m_progress);
    m_found->body()->addWidget(m_groups, 1);

    auto *beside = new QHBoxLayout(m_cards);
    beside->setContentsMargins({});
    beside->setSpacing(px(Space::S4));
    beside->addWidget(m_promise, promiseShare);
    beside->addWidget(m_found, groupsShare);
    return m_cards;
}

/// As high as their lines need, but never so high that no rows are seen.
void CheckPage::fitCards()
{
    for (const QWidget *box : std::initializer_list<const QWidget *> { m_cards, m_promise, m_found })
        box->layout()->activate(); // what was shown or hidden just now counts
    const int line = heightFor(Size::ControlInTable, QFontMetrics(ui::font(Type::Body)));
    const int least = linesOfACard * line + 2 * px(Space::S3);
    const int groups = m_found->height() - m_groups->viewport()->height() + m_groups->heightForAll();
    const int needed = std::max(m_promise->heightForAll(), groups);
    m_cards->setFixedHeight(std::max(least, std::min(needed, static_cast<int>(mostOfThePage * height()))));
}

void CheckPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitCards();
}

QWidget *CheckPage::buildTools()
{
    auto *tools = new QWidget(this);
    m_limits = new Words(Type::Small, Color::Text2, tools);
    m_limits->setObjectName(u"check.limits"_s);
    m_limits->setWordWrap(true);
    m_jump = new RowJump(tools);
    m_asInFile = new QRadioButton(tr("As in fi&le"), tools);
    m_asInFile->setObjectName(u"check.asInFile"_s);
    m_asInFile->setChecked(true);
    m_asSent = new QRadioButton(tr("As &sent"), tools);
    m_asSent->setObjectName(u"check.asSent"_s);
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins({});
    line->setSpacing(px(Space::S3));
    line->addWidget(m_limits, 1);
    line->addWidget(m_jump);
    line->addWidget(m_asInFile);
    line->addWidget(m_asSent);
    connect(m_asSent, &QRadioButton::toggled, this, [this](bool sent) {
        const qint64 row = m_grid->currentRow();
        const int column = m_rows->inOtherView(m_grid->currentColumn());
        m_rows->setView(sent ? CheckRows::View::AsSent : CheckRows::View::AsInFile);
        if (row >= 0 && column >= 0)
            m_grid->setCurrent(row, column);
    });
    connect(m_jump, &RowJump::rowWanted, this, &CheckPage::goToNumber);
    return tools;
}

void CheckPage::buildGrid()
{
    m_grid = new Grid(this);
    m_grid->setObjectName(u"check.grid"_s);
    m_grid->setAccessibleName(tr("Rows of your file"));
    m_grid->setEmptyText(tr("There are no rows"));
    m_grid->setSource(m_rows);
    connect(m_grid, &Grid::nextMarkWanted, this, &CheckPage::jump);
    connect(m_grid, &Grid::goToRowWanted, m_jump, &RowJump::ask);
    connect(m_jump, &RowJump::closed, this, [this] { m_grid->setFocus(Qt::OtherFocusReason); });
    // The grid has these keys itself; here for when the focus is elsewhere on the page.
    const auto add = [this](const QKeySequence &keys, int direction) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, direction] { jump(direction); });
    };
    add(Qt::Key_F8, 1);
    add(Qt::SHIFT | Qt::Key_F8, -1);
}

QString CheckPage::heading() const
{
    const auto &check = m_desk.snapshot();
    switch (check.state) {
    case CheckDesk::State::NotYet:
        return tr("Check your rows");
    case CheckDesk::State::Checking:
        return tr("Checking your rows…");
    case CheckDesk::State::Failed:
        return tr("Your rows could not be checked");
    case CheckDesk::State::Checked:
        break;
    }
    if (!m_desk.complete())
        return tr("None of the rows can be imported yet");
    if (check.leftOut() > 0)
        return tr("%Ln row(s) need a look before you import", nullptr, static_cast<int>(check.leftOut()));
    return tr("Everything looks fine — %Ln row(s) ready", nullptr, static_cast<int>(check.ready()));
}

QString CheckPage::subline() const
{
    const auto &check = m_desk.snapshot();
    if (check.state != CheckDesk::State::Checked || check.leftOut() == 0)
        return {};
    const QLocale locale;
    return tr("%1 of %2 rows are ready · %3 are left out unless they are mended in the file")
        .arg(locale.toString(check.ready()), locale.toString(check.result.rows),
             locale.toString(check.leftOut()));
}

QString CheckPage::why() const
{
    return tr("Every row is checked against the rules of the fields it goes to, before anything is sent. A "
              "problem is sure to "
              "be refused, so its row is left out. A heads-up may be refused or regretted: the row is sent. "
              "Nothing leaves "
              "this computer until you press Import.");
}

QString CheckPage::primaryText() const
{
    const auto &check = m_desk.snapshot();
    if (check.state != CheckDesk::State::Checked)
        return tr("Import");
    const auto rows = static_cast<int>(check.ready());
    return m_desk.place().snapshot().facts.environment == Environment::Production
        ? tr("Import %Ln row(s) into Production", nullptr, rows)
        : tr("Import %Ln row(s)", nullptr, rows);
}

bool CheckPage::primaryEnabled() const
{
    return m_desk.complete() && !m_desk.file().snapshot().changedOnDisk;
}

QString CheckPage::progressWords() const
{
    const qint64 done = m_desk.snapshot().rowsSoFar;
    const auto &file = m_desk.file().snapshot();
    const QLocale locale;
    return file.counted ? tr("%1 of %2 rows").arg(locale.toString(done), locale.toString(file.rows()))
                        : tr("%Ln row(s)", nullptr, static_cast<int>(done));
}

QString CheckPage::primaryReason() const
{
    const auto &check = m_desk.snapshot();
    const auto &file = m_desk.file().snapshot();
    if (primaryEnabled())
        return {};
    switch (check.state) {
    case CheckDesk::State::NotYet:
        return tr("Finish the steps before this one to continue");
    case CheckDesk::State::Failed:
        return tr("Read the file again to continue");
    case CheckDesk::State::Checking:
        return file.counted && file.rows() > 0
            ? tr("Checking… %1 %").arg(QLocale().toString(100 * check.rowsSoFar / file.rows()))
            : tr("Checking… %1").arg(progressWords());
    case CheckDesk::State::Checked:
        break;
    }
    return file.changedOnDisk ? tr("The file changed: read it again to continue")
                              : tr("No row can be sent yet");
}

void CheckPage::entered()
{
    m_desk.check();
    refresh();
}

QWidget *CheckPage::firstDecision() const
{
    const auto &check = m_desk.snapshot();
    const bool look = check.state == CheckDesk::State::Checked && (check.leftOut() > 0 || !m_desk.complete());
    return look ? m_groups : nullptr;
}

void CheckPage::primary()
{
    if (primaryEnabled())
        Q_EMIT importWanted();
}

void CheckPage::refresh()
{
    m_promise->refresh();
    m_groups->refresh();
    sayProgress();
    sayNotices();
    sayLimits();
    fitCards();
    const bool finished
        = m_state == CheckDesk::State::Checking && m_desk.snapshot().state == CheckDesk::State::Checked;
    m_state = m_desk.snapshot().state;
    Q_EMIT changed();
    if (!finished)
        return;
    if (const qint64 first = m_rows->nextMarked(-1, 1); first >= 0)
        goTo(first);
    Q_EMIT announce(heading());
}

void CheckPage::sayProgress()
{
    const auto &check = m_desk.snapshot();
    const auto &file = m_desk.file().snapshot();
    const bool checking = check.state == CheckDesk::State::Checking;
    m_progress->setVisible(checking);
    m_progressWords->setVisible(checking);
    if (!checking)
        return;
    m_progressWords->setText(progressWords());
    if (file.counted && file.rows() > 0)
        m_progress->setShares(static_cast<double>(check.rowsSoFar) / static_cast<double>(file.rows()));
    else
        m_progress->setBusy();
}

QString CheckPage::allAlike() const
{
    const auto &check = m_desk.snapshot();
    const auto whole = [&check](const ProblemGroup &group) {
        return group.severity == Severity::Problem
            && static_cast<qint64>(group.records.size()) == check.result.rows;
    };
    const auto found = std::ranges::find_if(check.result.groups, whole);
    if (check.result.rows < 2 || found == check.result.groups.end())
        return {};
    //: %1 "Birthdate cannot be read as a date"
    return tr("All %Ln row(s) have the same problem: %1.", nullptr, static_cast<int>(check.result.rows))
        .arg(groupText(*found));
}

void CheckPage::sayNotices()
{
    const auto &check = m_desk.snapshot();
    Notice notice {
        .id = u"check"_s, .kind = Notice::Kind::Problem, .text = {}, .buttons = {}, .dismissible = false
    };
    if (const auto &file = m_desk.file().snapshot(); file.state == FileDesk::State::Unreadable) {
        notice.text = noticesOf(file).constFirst().text;
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (check.state == CheckDesk::State::Failed) {
        notice.text = check.error.sentence;
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (m_desk.file().snapshot().changedOnDisk) {
        notice.text = tr("The file changed on disk. What was checked is not what would be sent.");
        notice.buttons << Notice::Button { u"again"_s, tr("Read again") };
    } else if (check.state == CheckDesk::State::Checked && !check.result.missingFields.isEmpty()) {
        //: %1 names of fields
        notice.text = tr("No column goes to %1, so nothing can be sent.")
                          .arg(check.result.missingFields.join(tr(", ")));
        notice.buttons << Notice::Button { u"map"_s, tr("Map it") };
    } else if (check.state == CheckDesk::State::Checked) {
        notice.text = allAlike();
        notice.buttons << Notice::Button { u"map"_s, tr("Look at its column") };
    }
    if (notice.text == m_saidNotice)
        return;
    m_saidNotice = notice.text;
    if (notice.text.isEmpty())
        m_notices->take(notice.id);
    else
        m_notices->put(notice);
}

void CheckPage::sayLimits()
{
    const Service *service = m_desk.place().service();
    if (!service)
        return;
    m_limits->setText(
        tr("%1 may still refuse rows for rules only it knows: validation rules, duplicates, permissions.")
            .arg(service->name()));
}

void CheckPage::showGroup(int group)
{
    m_rows->showGroup(group);
    if (m_rows->rowCount() == 0)
        return;
    if (group < 0) {
        m_grid->setCurrent(0, m_grid->currentColumn());
        return;
    }
    const int column = m_rows->columnAtFault(0);
    m_grid->setCurrent(0, column >= 0 ? column : m_grid->currentColumn());
}

void CheckPage::showLeftOut()
{
    // The groups overlap, so there is none of all left-out rows: the first of them among all rows.
    m_groups->choose(-1);
    m_grid->setCurrent(0, 0);
    goTo(m_rows->placeOf(m_desk.snapshot().result.problemRecords.front()));
    m_grid->setFocus(Qt::OtherFocusReason);
}

/// To what is wrong in that row, with some rows above it in view.
void CheckPage::goTo(qint64 place)
{
    const int column = m_rows->columnAtFault(place);
    m_grid->goToRow(place);
    m_grid->setCurrent(place, column >= 0 ? column : m_grid->currentColumn());
}

void CheckPage::jump(int direction)
{
    const qint64 place = m_rows->nextMarked(m_grid->currentRow(), direction);
    if (place < 0)
        return;
    goTo(place);
    m_grid->setFocus(Qt::ShortcutFocusReason);
}

void CheckPage::goToNumber(qint64 number)
{
    m_grid->goToRow(m_rows->placeOf(number - 1));
    m_grid->setFocus(Qt::OtherFocusReason);
}

} // namespace rowlift::ui
