#include "ui/grid/grid.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/part_detail.h"
#include "ui/pages/reason_list.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/results_page.h"
#include "ui/pages/row_story_panel.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

// What the results page is made of; what it does stands in results_page.cpp.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int fewestResultsShown = 5;
constexpr int reasonsBesideFromChars = 100; ///< Narrower: the reasons stand below the sum.
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
    m_summary = new QBoxLayout(QBoxLayout::LeftToRight);
    m_summary->setSpacing(px(Space::S5));
    m_summary->addWidget(makeSum(), 2);
    m_summary->addWidget(makeReasons(), 3);
    topLines->addLayout(m_summary);
    topLines->addWidget(makeParts());
    m_filterRow = makeFilters();
    topLines->addWidget(m_filterRow);
    lines->addWidget(top);
    m_story = new RowStoryPanel(this);
    lines->addWidget(m_story);
    m_grid = new Grid(this);
    m_grid->setObjectName(u"results.grid"_s);
    m_grid->setAccessibleName(tr("Rows with their results"));
    m_grid->setMinimumHeight(fewestResultsShown * heightFor(Size::GridRow, fontMetrics()));
    m_grid->setSource(m_rows);
    lines->addWidget(m_grid, 1);
    connectDesk();
}

void ResultsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool beside
        = width() >= reasonsBesideFromChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth();
    m_summary->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
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
    m_unfold = new QToolButton(sum);
    m_unfold->setObjectName(u"results.how.fold"_s);
    m_unfold->setText(tr("Parts"));
    m_unfold->setCheckable(true);
    m_unfold->setArrowType(Qt::RightArrow);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setAutoRaise(true);
    m_unfold->setMinimumHeight(px(Size::Target));
    auto *how = new QHBoxLayout;
    how->setSpacing(px(Space::S2));
    how->addWidget(m_how, 1);
    how->addWidget(m_unfold);
    lines->addLayout(how);
    lines->addSpacing(px(Space::S1));
    lines->addWidget(makeSaveButton(), 0, Qt::AlignLeft);
    lines->addStretch(1);
    return sum;
}

/// How each part went, folded away until it is asked for.
QWidget *ResultsPage::makeParts()
{
    m_partsFold = new QWidget(this);
    auto *lines = new QVBoxLayout(m_partsFold);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    m_parts = new PartsStrip(m_partsFold);
    m_parts->findChild<QListWidget *>()->setObjectName(u"results.parts"_s);
    m_part = new PartDetail(m_partsFold);
    lines->addWidget(m_parts);
    lines->addWidget(m_part);
    m_partsFold->hide();
    connect(m_unfold, &QToolButton::toggled, this, [this](bool open) {
        m_unfold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        showParts();
    });
    connect(m_parts, &PartsStrip::currentChanged, this, &ResultsPage::showPart);
    connect(m_parts, &PartsStrip::partChosen, this, &ResultsPage::readPart);
    connect(m_part, &PartDetail::lookWanted, this, &ResultsPage::readPart);
    return m_partsFold;
}

QWidget *ResultsPage::makeSaveButton()
{
    m_save = new QPushButton(tr("&Save reports"), this);
    m_save->setObjectName(u"results.save"_s);
    auto *menu = new QMenu(m_save);
    for (const ReportKind kind :
         { ReportKind::Failed, ReportKind::LeftOut, ReportKind::Warnings, ReportKind::AllRows }) {
        QAction *action = menu->addAction(reportKindText(kind), this, [this, kind] { askForReport(kind); });
        action->setObjectName(u"results.save.%1"_s.arg(static_cast<int>(kind)));
        if (kind == ReportKind::Failed)
            m_failedReport = action;
        else if (kind == ReportKind::LeftOut)
            m_leftOutReport = action;
        else if (kind == ReportKind::Warnings)
            m_warningsReport = action;
    }
    m_save->setMenu(menu);
    return m_save;
}

QWidget *ResultsPage::makeReasons()
{
    m_reasonsCard = new Card(tr("Why rows did not get in"), this);
    m_reasons = new ReasonList(m_reasonsCard);
    m_reasons->setObjectName(u"results.reasons"_s);
    m_reasons->setAccessibleName(tr("Why rows did not get in"));
    m_reasonsCard->body()->addWidget(m_reasons);
    m_reasonActs = new QWidget(m_reasonsCard);
    m_again = new QPushButton(m_reasonActs);
    m_again->setObjectName(u"results.sendAgain"_s);
    m_saveList = new QPushButton(tr("Save the &list…"), m_reasonActs);
    m_saveList->setObjectName(u"results.saveList"_s);
    auto *acts = new FlowLayout(px(Space::S2), px(Space::S1), m_reasonActs);
    for (QPushButton *button : { m_again, m_saveList }) {
        setKind(button, ButtonKind::Flat);
        acts->addWidget(button);
    }
    m_reasonsCard->body()->addWidget(m_reasonActs);
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

} // namespace rowlift::ui
