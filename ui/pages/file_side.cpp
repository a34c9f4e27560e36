#include "ui/pages/file_side.h"

#include "ui/pages/column_facts.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/cell_inspector.h"
#include "ui/widgets/column_card.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int charsWide = 40;
}

FileSide::FileSide(FileDesk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_title(new Words(Type::Section, Color::Text, this))
    , m_stack(new QStackedWidget(this))
    , m_cellBody(new ScrollBody(m_stack))
    , m_cell(new CellInspector(m_cellBody))
    , m_card(new ColumnCard(m_stack))
{
    setObjectName(u"file.side"_s);
    m_cellBody->lines()->addWidget(m_cell, 1);
    m_stack->addWidget(m_cellBody);
    m_stack->addWidget(m_card);
    auto *shut = new QPushButton(this);
    shut->setObjectName(u"file.side.close"_s);
    shut->setIcon(icon(u"close", Color::Text2));
    shut->setAccessibleName(tr("Close"));
    shut->setToolTip(tr("Close (Esc)"));
    setKind(shut, ButtonKind::Flat);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(shut);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S3), px(Space::S2), px(Space::S3), px(Space::S2));
    lines->setSpacing(px(Space::S2));
    lines->addLayout(head);
    lines->addWidget(m_stack, 1);
    m_stack->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // takes the room that the grid has
    connect(shut, &QPushButton::clicked, this, &FileSide::close);
    connect(m_card, &ColumnCard::recordWanted, this,
            [this](qint64 record) { Q_EMIT recordWanted(record, m_column); });
    connect(m_card, &ColumnCard::valueWanted, this, &FileSide::valueWanted);
    connect(&m_desk, &FileDesk::changed, this, [this] {
        if (isVisibleTo(parentWidget()))
            showsCell() ? fillCell() : fillColumn();
    });
    connect(&m_desk, &FileDesk::reread, this, [this] {
        if (m_desk.snapshot().state != FileDesk::State::Open)
            hide();
    });
    connect(&m_desk.rows(), &RowCache::loaded, this, [this] {
        if (isVisibleTo(parentWidget()) && showsCell())
            fillCell();
    });
    hide();
}

void FileSide::fitInto(int width)
{
    setFixedWidth(std::min(charsWide * fontMetrics().averageCharWidth(), width / 2));
}

bool FileSide::showsCell() const
{
    return m_stack->currentWidget() == m_cellBody;
}

void FileSide::showCell(qint64 record, int column)
{
    m_record = record;
    m_column = column;
    fillCell();
    open(m_cellBody, tr("Cell", "title of the panel"));
}

void FileSide::showColumn(int column, const QString &note)
{
    m_column = column;
    m_note = note;
    fillColumn();
    open(m_card, tr("Column", "title of the panel"));
}

void FileSide::open(QWidget *what, const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_stack->setCurrentWidget(what);
    show();
}

void FileSide::fillCell()
{
    const auto &file = m_desk.snapshot();
    const TextRow *row = m_desk.rows().find(m_record);
    if (row == nullptr)
        return;
    // A long cell is not turned into bytes anew whenever something else of the file is known.
    Shown now { .record = m_record,
                .column = m_column,
                .name = file.look.columns.value(m_column),
                .encoding = file.look.guess.dialect.encoding,
                .text = row->cells.value(m_column) };
    if (now == m_shown)
        return;
    m_cell->setCell(inspectedCell(file, *row, m_column));
    m_shown = std::move(now);
}

void FileSide::fillColumn()
{
    m_card->setFacts(cardFacts(m_desk.snapshot(), m_column, m_note));
}

void FileSide::close()
{
    hide();
    Q_EMIT closed();
}

void FileSide::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FileSide::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Color::Surface));
    drawHair(painter, rect(), ui::Edge::Start);
    drawHair(painter, rect(), ui::Edge::Top);
}

} // namespace rowlift::ui
