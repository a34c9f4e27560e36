#include "ui/grid/grid.h"

#include "ui/grid/grid_accessible.h"
#include "ui/grid/grid_copy.h"
#include "ui/grid/grid_header.h"
#include "ui/grid/grid_paint.h"
#include "ui/grid/note_bar.h"
#include "ui/style/style.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int resultChars = 30; // width of the Result column, at most a third of the grid

/// Rows for one step of the scroll bar: 1, but for more rows than an int counts.
qint64 rowsPerStep(qint64 rows)
{
    return rows / std::numeric_limits<int>::max() + 1;
}

} // namespace

Grid::Grid(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_header(new GridHeader(m_scene, this))
    , m_note(new NoteBar(this, viewport()))
    , m_copy(new GridCopy(m_scene, this))
    , m_toast(new Toast(this))
{
    installGridAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    horizontalScrollBar()->setSingleStep(20);
    setCornerWidget(new QWidget(this)); // plain: the style's own corner has edges that belong to frames
    m_note->hide();
    m_toast->setObjectName(u"grid.toast"_s);

    connect(m_header, &GridHeader::columnResized, this, &Grid::setColumnWidth);
    connect(m_header, &GridHeader::fitWanted, this, &Grid::fitColumn);
    connect(m_header, &GridHeader::columnClicked, this, &Grid::onHeaderClicked);
    connect(m_header, &GridHeader::columnsDragged, this, &Grid::selectColumns);
    connect(m_header, &GridHeader::menuWanted, this, &Grid::openColumnMenu);
    connect(m_header, &GridHeader::resizingChanged, this, &Grid::repaintAll);
    connect(m_note, &NoteBar::actionTriggered, this,
            [this](int action) { Q_EMIT noteActionTriggered(m_scene.currentRow, action); });
    connect(m_note, &NoteBar::heightChanged, this, [this] {
        syncNote();
        m_scene.geometry.reveal(m_scene.currentRow, -1);
        layOutBody();
    });
    connect(m_note, &NoteBar::leaveWanted, this, [this] { setFocus(Qt::OtherFocusReason); });
    connect(m_copy, &GridCopy::ended, this, &Grid::onCopyEnded);
    layOut();
}

Grid::~Grid() = default;

void Grid::setSource(GridSource *source)
{
    if (m_scene.source)
        m_scene.source->disconnect(this);
    m_scene.source = source;
    if (source != nullptr) {
        connect(source, &GridSource::reset, this, &Grid::onReset);
        connect(source, &GridSource::columnsChanged, this, &Grid::onColumnsChanged);
        connect(source, &GridSource::countChanged, this, &Grid::onCountChanged);
        connect(source, &GridSource::rowsChanged, this, &Grid::onRowsChanged);
        connect(source, &QObject::destroyed, this, &Grid::onReset);
    }
    onReset();
}

void Grid::setEmptyText(const QString &sentence, const QString &secondLine)
{
    m_emptyText = sentence;
    m_emptySecondLine = secondLine;
    viewport()->update();
}

void Grid::setTextScale(double factor)
{
    m_scene.textScale = factor;
    m_note->setTextScale(factor);
    m_widthsFromRows = false;
    layOut();
    guessWidths();
    syncNote();
    layOutBody();
}

void Grid::onReset()
{
    closeEditor();
    const GridSource *source = m_scene.source;
    const bool otherColumns = takeColumns();
    m_scene.geometry.rows = source == nullptr ? 0 : source->rowCount();
    m_scene.geometry.noteRow = -1;
    m_scene.hoverRow = m_scene.hoverHeader = m_scene.resizing = -1;
    m_scene.onHeader = false;
    layOut();
    if (otherColumns)
        guessWidths();
    const bool any = m_scene.geometry.rows > 0 && m_scene.geometry.columnCount() > 0;
    m_scene.currentRow = any ? std::clamp<qint64>(m_scene.currentRow, 0, m_scene.geometry.rows - 1) : -1;
    m_scene.currentColumn
        = any ? m_scene.geometry.columns.nearestShown(std::max(0, m_scene.currentColumn)) : -1;
    m_anchorRow = m_scene.currentRow;
    m_anchorColumn = m_scene.currentColumn;
    m_whole = Whole::Cells;
    m_scene.selection = {};
    syncNote();
    layOutBody();
    setAnchoredSelection();
    clearHits();
    announceGridReset(*this);
    announceCurrentCell(*this);
    Q_EMIT currentChanged(m_scene.currentRow, m_scene.currentColumn);
}

void Grid::onColumnsChanged()
{
    m_scene.forgetColumns();
    repaintAll();
}

void Grid::onCountChanged()
{
    const qint64 before = m_scene.geometry.rows;
    m_scene.geometry.rows = m_scene.source->rowCount();
    m_scene.selection.follow(before, m_scene.geometry.rows);
    layOut();
    const bool lostCurrent = m_scene.currentRow >= m_scene.geometry.rows;
    if (before == 0 || lostCurrent)
        onReset();
    else
        layOutBody();
}

void Grid::onRowsChanged(qint64 first, qint64 count)
{
    guessWidths();
    if (m_scene.currentRow >= first && m_scene.currentRow < first + count) {
        syncNote();
        layOutBody();
        announceCurrentCell(*this);
        return;
    }
    if (m_missing) {
        viewport()->update(); // rows that are still missing are asked for again
        return;
    }
    const QRect top = m_scene.geometry.rowRect(first);
    const QRect bottom = m_scene.geometry.rowRect(first + count - 1);
    viewport()->update(top.united(bottom));
}

void Grid::layOut()
{
    GridGeometry &g = m_scene.geometry;
    const QFontMetrics cells(m_scene.cellFont());
    if (const QList<QFont> fonts { m_scene.cellFont(), m_scene.titleFont() }; fonts != m_fontsLaidOut) {
        m_fontsLaidOut = fonts;
        m_scene.texts.clear();
    }
    g.rowHeight = heightFor(Size::GridRow, cells);
    g.rightToLeft = isRightToLeft();
    const qint64 largest = m_scene.source ? m_scene.source->largestNumber() : 0;
    const QFontMetrics numbers(m_scene.numberFont(true));
    // Counted in eights: all figures are equally wide, but the number that comes next may be one digit
    // longer.
    const QString widest
        = QLocale().toString(std::max<qint64>(largest, 99)).replace(QChar(u'1'), QChar(u'8'));
    const int words = QFontMetrics(m_scene.smallFont()).horizontalAdvance(tr("Row"));
    g.numberWidth = 2 * px(Space::S2) + m_scene.markSize() + px(Space::S1)
        + std::max(words, numbers.horizontalAdvance(widest));
    const bool results = m_scene.source && m_scene.source->hasResults();
    g.resultWidth = results ? std::min(cells.averageCharWidth() * resultChars, viewport()->width() / 3) : 0;
    const int header = m_header->neededHeight();
    if (viewportMargins().top() != header)
        setViewportMargins(0, header, 0, 0);
    const QRect body = viewport()->geometry();
    m_header->setGeometry(body.left(), body.top() - header, body.width(), header);
}

void Grid::layOutBody()
{
    m_scene.geometry.viewport = viewport()->size();
    m_scene.geometry.clamp();
    syncScrollBars();
    placeChildren();
    repaintAll();
}

void Grid::syncScrollBars()
{
    const GridGeometry &g = m_scene.geometry;
    const qint64 step = g.rowHeight * rowsPerStep(g.rows);
    const auto last = static_cast<int>((g.maxY() + step - 1) / step);
    m_syncing = true;
    verticalScrollBar()->setRange(0, last);
    verticalScrollBar()->setPageStep(static_cast<int>(std::max<qint64>(1, g.viewport.height() / step)));
    verticalScrollBar()->setValue(g.y >= g.maxY() ? last : static_cast<int>(g.y / step));
    horizontalScrollBar()->setRange(0, g.maxX());
    horizontalScrollBar()->setPageStep(std::max(1, g.viewport.width() - g.frozenWidth()));
    horizontalScrollBar()->setValue(g.x);
    m_syncing = false;
}

void Grid::scrollContentsBy(int dx, int dy)
{
    if (m_syncing)
        return;
    const GridGeometry &g = m_scene.geometry;
    // The bar's last step is rounded up, so that its end is the end of the rows.
    const qint64 y = g.rowTop(verticalScrollBar()->value() * rowsPerStep(g.rows));
    scrollTo(dy == 0 ? g.y : y, dx == 0 ? g.x : horizontalScrollBar()->value());
}

/// Upwards and downwards, what was painted is moved and only the rest painted.
void Grid::scrollTo(qint64 y, int x)
{
    GridGeometry &g = m_scene.geometry;
    const qint64 beforeY = g.y;
    const int beforeX = g.x;
    g.y = y;
    g.x = x;
    g.clamp();
    syncScrollBars();
    placeChildren();
    const qint64 moved = beforeY - g.y;
    if (g.x == beforeX && std::abs(moved) < g.viewport.height())
        viewport()->scroll(0, static_cast<int>(moved), viewport()->rect());
    else
        repaintAll();
}

void Grid::placeChildren()
{
    const GridGeometry &g = m_scene.geometry;
    const QRect note = g.noteRect();
    if (!note.isEmpty())
        m_note->setGeometry(g.mirrored(note));
    if (m_editor != nullptr) {
        QRect place = cellRect(m_scene.currentRow, m_scene.currentColumn);
        place.setHeight(std::max(place.height(), m_editor->sizeHint().height()));
        m_editor->setGeometry(place);
    }
}

void Grid::syncNote()
{
    GridGeometry &g = m_scene.geometry;
    const GridRow *row = m_scene.currentRowData();
    if (row == nullptr || row->note.isEmpty()) {
        if (m_note->isAncestorOf(QApplication::focusWidget()))
            setFocus(Qt::OtherFocusReason);
        m_note->hide();
        g.noteRow = -1;
        g.noteHeight = 0;
        return;
    }
    m_note->say(*row);
    g.noteRow = m_scene.currentRow;
    g.noteHeight = m_note->heightAt(std::max(0, viewport()->width() - g.leadWidth()));
}

void Grid::repaintAll()
{
    viewport()->update();
    m_header->update();
}

void Grid::updateRow(qint64 row)
{
    if (row >= 0)
        viewport()->update(m_scene.geometry.rowRect(row));
}

bool Grid::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        m_widthsFromRows = false;
        layOut();
        guessWidths();
        syncNote();
        layOutBody();
    }
    return QAbstractScrollArea::event(event);
}

void Grid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LanguageChange:
        layOut();
        syncNote();
        layOutBody();
        break;
    case QEvent::PaletteChange:
        repaintAll();
        break;
    default:
        break;
    }
}

void Grid::resizeEvent(QResizeEvent *)
{
    layOut();
    m_scene.geometry.viewport = viewport()->size();
    guessWidths();
    syncNote();
    layOutBody();
}

void Grid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const MissingRows missing = paintGridBody(painter, m_scene, event->rect());
    const bool all = event->rect() == viewport()->rect();
    m_missing = missing.second > 0 || (m_missing && !all);
    if (missing.second > 0)
        wantVisibleRows();
    if (m_scene.geometry.rows == 0)
        paintEmptyText(painter);
}

/// All that are in view and not at hand, also where nothing was painted just now: one wish takes the place of
/// the one before.
void Grid::wantVisibleRows()
{
    const GridGeometry &g = m_scene.geometry;
    qint64 first = -1;
    qint64 last = -1;
    const qint64 end = g.nearestRow(g.viewport.height() - 1);
    for (qint64 row = g.nearestRow(0); row >= 0 && row <= end; ++row) {
        if (m_scene.row(row) != nullptr)
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        m_scene.source->want(first, last - first + 1);
}

void Grid::paintEmptyText(QPainter &painter) const
{
    const QRect whole = viewport()->rect().adjusted(px(Space::S5), 0, -px(Space::S5), 0);
    const QFontMetrics large(ui::font(Type::Section));
    const int middle = whole.center().y();
    painter.setFont(ui::font(Type::Section));
    painter.setPen(color(Color::Text));
    painter.drawText(QRect(whole.left(), middle - large.height(), whole.width(), large.height()),
                     Qt::AlignHCenter | Qt::AlignVCenter, m_emptyText);
    painter.setFont(ui::font(Type::Body));
    painter.setPen(color(Color::Text2));
    painter.drawText(QRect(whole.left(), middle + px(Space::S2), whole.width(), whole.height() / 2),
                     static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap, m_emptySecondLine);
}

QRect Grid::cellRect(qint64 row, int column) const
{
    return m_scene.geometry.mirrored(m_scene.geometry.cellRect(row, column));
}

qint64 Grid::rowAt(const QPoint &viewportPoint) const
{
    return m_scene.geometry.rowAt(viewportPoint.y());
}

int Grid::columnAt(const QPoint &viewportPoint) const
{
    return m_scene.geometry.columnAt(m_scene.geometry.mirroredX(viewportPoint.x()));
}

void Grid::openEditor(QWidget *editor)
{
    closeEditor();
    m_editor = editor;
    editor->setParent(viewport());
    placeChildren();
    editor->show();
    editor->setFocus(Qt::OtherFocusReason);
}

void Grid::closeEditor()
{
    if (m_editor == nullptr)
        return;
    QWidget *editor = m_editor;
    m_editor = nullptr; // first: taking the focus away may make the editor's owner close it again
    const QWidget *focus = QApplication::focusWidget();
    if (editor == focus || editor->isAncestorOf(focus))
        setFocus(Qt::OtherFocusReason);
    editor->hide();
    editor->deleteLater();
}

QSize Grid::minimumSizeHint() const
{
    const GridGeometry &g = m_scene.geometry;
    return { g.leadWidth() + 4 * g.rowHeight, m_header->neededHeight() + 4 * g.rowHeight };
}

} // namespace rowlift::ui
