#include "ui/pages/file_grid.h"

#include "ui/grid/find_bar.h"
#include "ui/grid/grid.h"
#include "ui/pages/file_rows.h"
#include "ui/pages/file_side.h"
#include "ui/pages/picked_bar.h"
#include "ui/style/style.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int fewestRowsShown = 6;
}

FileGrid::FileGrid(FileDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_rows(new FileRows(desk, this))
    , m_grid(new Grid(this))
    , m_picked(new PickedBar(this))
    , m_find(new FindBar(*m_grid, this))
    , m_side(new FileSide(desk, this))
{
    m_grid->setObjectName(u"file.grid"_s);
    m_grid->setAccessibleName(tr("Rows of the file"));
    m_grid->setMinimumHeight(fewestRowsShown * heightFor(Size::GridRow, fontMetrics()));
    m_grid->setSource(m_rows);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_picked);
    lines->addWidget(m_find);
    auto *beside = new QHBoxLayout;
    beside->setSpacing(0);
    beside->addWidget(m_grid, 1);
    beside->addWidget(m_side);
    lines->addLayout(beside, 1);
    connectGrid();
    connectSearch();
}

void FileGrid::connectGrid()
{
    connect(&m_desk, &FileDesk::changed, this, [this] {
        const auto &file = m_desk.snapshot();
        m_picked->setPicked(file.state == FileDesk::State::Open ? file.picked : FileDesk::Picked());
    });
    connect(m_picked, &PickedBar::allWanted, this, &FileGrid::showAllRows);
    connect(m_grid, &Grid::nextMarkWanted, this, &FileGrid::nextProblem);
    connect(m_grid, &Grid::cellInspectionWanted, this,
            [this](qint64 row, int column) { m_side->showCell(m_rows->recordAt(row), column); });
    connect(m_grid, &Grid::currentChanged, this, [this](qint64 row, int column) {
        if (m_side->isVisible() && m_side->showsCell() && row >= 0)
            m_side->showCell(m_rows->recordAt(row), column);
    });
    connect(m_grid, &Grid::columnActivated, this,
            [this](int column) { m_side->showColumn(column, m_rows->column(column).note); });
    connect(m_side, &FileSide::recordWanted, this, [this](qint64 record, int column) {
        m_desk.showAllRows();
        showCell(record, column);
    });
    connect(m_side, &FileSide::closed, this, [this] { m_grid->setFocus(); });
}

void FileGrid::connectSearch()
{
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WindowShortcut);
    connect(find, &QShortcut::activated, m_find, &FindBar::open);
    connect(m_grid, &Grid::findWanted, m_find, &FindBar::open);
    connect(m_find, &FindBar::searchWanted, this, &FileGrid::search);
    connect(m_find, &FindBar::stopWanted, &m_finder, &CellFinder::stop);
    connect(&m_finder, &CellFinder::found, this, &FileGrid::takeHits);
    connect(&m_finder, &CellFinder::changed, this, &FileGrid::sayHowFar);
    // What was found stands elsewhere when other rows are shown, or the same are read otherwise.
    connect(m_rows, &GridSource::reset, this, [this] {
        m_finder.stop();
        m_grid->clearHits();
        m_find->searchAgain();
    });
    connect(m_side, &FileSide::valueWanted, this, [this](const QString &value) {
        m_find->find({ .text = value, .matchCase = true, .wholeCell = true });
    });
}

void FileGrid::search(const FindWish &wish)
{
    if (wish.text.isEmpty() || m_desk.snapshot().state != FileDesk::State::Open)
        return;
    FindOptions options;
    options.matchCase = wish.matchCase;
    options.wholeCell = wish.wholeCell;
    m_finder.start(m_desk.snapshot(), wish.text, std::move(options));
}

void FileGrid::takeHits(const std::vector<CellHit> &hits)
{
    std::vector<GridHit> places;
    places.reserve(hits.size());
    for (const CellHit &hit : hits)
        places.push_back({ m_rows->placeOf(hit.record), hit.column });
    m_grid->appendHits(places);
}

void FileGrid::sayHowFar()
{
    if (m_finder.running())
        m_find->setSearching(m_finder.share());
    else if (m_finder.error())
        m_find->setFailed(m_finder.error()->sentence);
    else if (m_finder.share() >= 1)
        m_find->setFound(m_finder.cells());
}

void FileGrid::showAllRows()
{
    const qint64 record = m_rows->recordAt(m_grid->currentRow());
    m_desk.showAllRows();
    showCell(record, -1); // where the person was
}

void FileGrid::showCell(qint64 record, int column)
{
    const qint64 place = m_rows->placeOf(std::max<qint64>(0, record));
    m_grid->goToRow(place);
    if (column >= 0)
        m_grid->setCurrent(place, column);
    m_grid->setFocus();
}

void FileGrid::nextProblem(int direction)
{
    const qint64 place = m_rows->problemFrom(m_grid->currentRow() + direction, direction);
    if (place >= 0)
        m_grid->goToRow(place);
}

void FileGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_side->fitInto(width());
}

void FileGrid::takeFindings()
{
    m_rows->takeFindings();
}

} // namespace rowlift::ui
