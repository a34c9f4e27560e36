#include "ui/pages/check_page.h"

#include "ui/grid/grid.h"
#include "ui/pages/check_groups.h"
#include "ui/pages/check_names.h"
#include "ui/pages/check_notices.h"
#include "ui/pages/check_promise.h"
#include "ui/pages/check_rows.h"
#include "ui/pages/file_words.h"
#include "ui/pages/row_jump.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/typed_count.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QFileDialog>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

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
    m_names = new CheckNames(m_desk, this);
    top->addWidget(m_names);
    top->addWidget(buildCards());
    m_count = new TypedCount(this);
    top->addWidget(m_count);
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
    connect(m_notices, &NoticeArea::buttonPressed, this, &CheckPage::answerNotice);
    connect(m_stop, &QPushButton::clicked, &m_desk, &CheckDesk::stopLookUp);
    connect(m_count, &TypedCount::changed, this, &Page::changed);
    connect(&m_desk, &CheckDesk::listSaved, this, &CheckPage::takeList);
    connect(&m_desk, &CheckDesk::listFailed, this, [this](const Error &error) {
        m_importsList = false;
        tellFirst({ .id = u"list"_s, .kind = Notice::Kind::Problem, .text = error.sentence });
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
    m_stop = new QPushButton(tr("Stop looking up"), m_found);
    m_stop->setObjectName(u"check.stopLookUp"_s);
    setKind(m_stop, ButtonKind::Flat);
    m_groups = new CheckGroups(m_desk, m_found);
    auto *progress = new QHBoxLayout;
    progress->setContentsMargins({});
    progress->addWidget(m_progressWords, 1);
    progress->addWidget(m_stop);
    m_progressWords->setWordWrap(true);
    m_found->body()->addLayout(progress);
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

void CheckPage::askCount()
{
    const auto &check = m_desk.snapshot();
    m_count->setVisible(deletes() && m_desk.complete());
    if (!m_count->isVisibleTo(this))
        return;
    const auto &place = m_desk.place().snapshot();
    const qint64 records = check.recordsDeleted();
    const QString what = place.objectInfo() ? place.objectInfo()->labelPlural : place.object;
    //: %1 a number, %2 Contacts
    m_count->ask(records, tr("Type %1 to delete %1 records (%2)").arg(QLocale().toString(records), what));
}

void CheckPage::entered()
{
    m_desk.check();
    refresh();
}

QWidget *CheckPage::firstDecision() const
{
    const auto &check = m_desk.snapshot();
    // Nobody ends a look-up by a key that was meant for the step before.
    if (check.state != CheckDesk::State::Checked || check.lookUp.state == CheckDesk::LookUp::State::Running)
        return nullptr;
    if (check.leftOut() > 0 || !m_desk.complete())
        return m_groups;
    return deletes() && !m_count->fits() ? m_count->field() : nullptr;
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
    m_names->refresh();
    sayProgress();
    sayNotices();
    sayLimits();
    askCount();
    fitCards();
    const bool finished
        = m_state == CheckDesk::State::Checking && m_desk.snapshot().state == CheckDesk::State::Checked;
    m_state = m_desk.snapshot().state;
    Q_EMIT changed();
    if (!finished)
        return;
    if (const qint64 first = m_rows->nextMarked(-1, 1); first >= 0)
        goTo(first);
    if (firstDecision() == m_count->field())
        ScrollBody::reveal(m_count);
    Q_EMIT announce(heading());
}

void CheckPage::sayProgress()
{
    const auto &check = m_desk.snapshot();
    const auto &file = m_desk.file().snapshot();
    const bool checking = check.state == CheckDesk::State::Checking;
    const bool lookingUp = !checking && check.lookUp.state == CheckDesk::LookUp::State::Running;
    m_progress->setVisible(checking || lookingUp);
    m_progressWords->setVisible(checking || lookingUp);
    m_stop->setVisible(lookingUp);
    m_progress->setAccessibleName(lookingUp ? tr("Looking up records") : tr("Checking rows"));
    if (lookingUp) {
        m_progressWords->setText(lookUpWords());
        m_progress->setShares(static_cast<double>(check.lookUp.rowsSoFar)
                              / static_cast<double>(std::max<qint64>(check.result.rows, 1)));
    }
    if (!checking)
        return;
    m_progressWords->setText(progressWords());
    if (file.counted && file.rows() > 0)
        m_progress->setShares(static_cast<double>(check.rowsSoFar) / static_cast<double>(file.rows()));
    else
        m_progress->setBusy();
}

void CheckPage::sayNotices()
{
    const QList<Notice> now = CheckNotices::of(m_desk);
    for (const Notice &before : std::as_const(m_said)) {
        if (!std::ranges::count(now, before.id, &Notice::id))
            m_notices->take(before.id);
    }
    for (const Notice &notice : now) {
        if (!m_said.contains(notice))
            m_notices->put(notice);
    }
    m_said = now;
    giveFocusBack();
}

/// An answer to what was pressed just now is not to be one of those that are folded.
void CheckPage::tellFirst(const Notice &notice)
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_notices->isAncestorOf(focus)) {
        m_focusNext = focus->objectName();
        m_grid->setFocus(Qt::OtherFocusReason);
    }
    const QList<Notice> before = m_notices->notices();
    m_notices->setQuiet(true);
    for (const Notice &other : before)
        m_notices->take(other.id);
    m_notices->setQuiet(false);
    m_notices->put(notice);
    m_notices->setQuiet(true);
    for (const Notice &other : before) {
        if (other.id != notice.id)
            m_notices->put(other);
    }
    m_notices->setQuiet(false);
    giveFocusBack();
}

/// The focus stays with the notice whose button was pressed; until there is one again, with the rows.
void CheckPage::giveFocusBack()
{
    if (m_focusNext.isEmpty() || m_desk.snapshot().state != CheckDesk::State::Checked)
        return;
    const auto buttons = m_notices->findChildren<QPushButton *>(m_focusNext);
    const auto shown = std::ranges::find_if(
        buttons, [this](const QPushButton *button) { return button->isVisibleTo(m_notices); });
    m_focusNext.clear();
    const QWidget *focus = QApplication::focusWidget();
    if (shown != buttons.end() && (!focus || focus == m_grid))
        (*shown)->setFocus(Qt::OtherFocusReason);
}

void CheckPage::missingAdded()
{
    const auto &check = m_desk.snapshot();
    const auto &lookUp = check.lookUp;
    if (lookUp.ofNames && lookUp.state == CheckDesk::LookUp::State::Done && lookUp.sum.none > 0
        && !check.sendsUnfound)
        m_desk.lookUpNames();
}

void CheckPage::answerNotice(const QString &, const QString &button)
{
    if (button == u"lookUp")
        m_desk.lookUpAgain();
    else if (button == u"save")
        saveList();
    else if (button == u"import")
        saveList(true);
    else if (button == u"sendUnfound" || button == u"leaveUnfound") {
        m_focusNext
            = button == u"sendUnfound" ? u"notice.names.leaveUnfound"_s : u"notice.names.sendUnfound"_s;
        m_grid->setFocus(Qt::OtherFocusReason); // its notice goes until all is checked again
        m_desk.setSendsUnfound(button == u"sendUnfound");
    } else if (button == u"last")
        m_desk.place().chooseSeveral(SeveralFound::ChangedLast);
    else if (button == u"leaveOut")
        m_desk.place().chooseSeveral(SeveralFound::LeaveOut);
    else if (button == u"where")
        Q_EMIT stepWanted(Step::Where);
    else if (button == u"map")
        Q_EMIT stepWanted(deletes() ? Step::Where : Step::Map);
    else if (button == u"again") {
        m_desk.file().readAgain();
        Q_EMIT stepWanted(Step::File);
    }
}

void CheckPage::saveList(bool thenImport)
{
    m_importsList = thenImport;
    auto *dialog = new QFileDialog(this, tr("Save the list"));
    dialog->setObjectName(u"check.saveList"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    const QFileInfo file(m_desk.file().snapshot().path);
    //: Name of a file, %1 the name of the imported one
    dialog->selectFile(
        file.dir().filePath(tr("%1 - not found.csv", "name of a file").arg(file.completeBaseName())));
    connect(dialog, &QFileDialog::fileSelected, &m_desk, &CheckDesk::saveNotFound);
    dialog->open();
}

/// Where it is, or on with it: what is missing can be added in a window of its own.
void CheckPage::takeList(const SavedReport &list)
{
    const Field *field = m_desk.nameField();
    tellFirst({ .id = u"list"_s,
                .kind = Notice::Kind::Success,
                .text = tr("The list is saved: %1").arg(QDir::toNativeSeparators(list.path)) });
    if (std::exchange(m_importsList, false) && field)
        Q_EMIT listImportWanted(list.path, field->referenceTo.constFirst());
}

void CheckPage::sayLimits()
{
    const Service *service = m_desk.place().service();
    if (!service)
        return;
    const auto kind = m_desk.place().kindFor(m_desk.place().rows());
    const bool tellsLittle
        = kind && (kind->naming == ResultNaming::Exceptions || kind->naming == ResultNaming::Keys);
    m_limits->setText(
        (tellsLittle
             //: %1 "Marketo"
             ? tr("%1 may still refuse rows by rules that only it knows.")
             : tr("%1 may still refuse rows for rules only it knows: validation rules, duplicates, "
                  "permissions."))
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
