#include "ui/grid/grid_copy.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sliceMs = 4;
constexpr std::size_t cellsBetweenLooks = 500; // at the clock
constexpr qint64 rowsAtOnce = 500; // asked of the source

/// As spreadsheets put it on the clipboard: quoted where a tab or a line break would tear the cell.
QString pasteableCell(const QString &cell)
{
    const bool tears
        = cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"');
    if (!tears)
        return cell;
    return u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

GridCopy::GridCopy(const GridScene &scene, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
{
}

qint64 GridCopy::cells() const
{
    qint64 rows = 0;
    for (const GridSpan &span : m_rows)
        rows += span.count();
    return rows * static_cast<qint64>(m_columns.size());
}

void GridCopy::start(bool withHeader)
{
    stop();
    m_text.clear();
    m_ranges = m_scene.selection.ranges();
    m_rows = m_scene.selection.rowSpans();
    m_columns.clear();
    const ColumnLayout &layout = m_scene.geometry.columns;
    for (const GridSpan &span : m_scene.selection.columnSpans()) {
        for (auto column = static_cast<int>(span.first); column <= span.last; ++column) {
            if (!layout.isHidden(column))
                m_columns.push_back(column);
        }
    }
    if (m_rows.empty() || m_columns.empty() || !m_scene.source)
        return;
    m_state = State::Running;
    if (cells() > mostCells) {
        end(State::TooMany);
        return;
    }
    if (withHeader) {
        for (const int column : m_columns)
            addCell(m_scene.source->column(column).title, column == m_columns.front());
        m_text += u'\n';
    }
    m_span = 0;
    m_row = m_rows.front().first;
    m_column = 0;
    connect(m_scene.source, &GridSource::rowsChanged, this, &GridCopy::onRowsChanged);
    connect(m_scene.source, &GridSource::reset, this, &GridCopy::stop);
    copySome();
}

void GridCopy::stop()
{
    if (m_state == State::Running)
        end(State::Stopped);
}

void GridCopy::end(State state)
{
    m_timer.stop();
    if (m_scene.source)
        disconnect(m_scene.source, nullptr, this, nullptr);
    m_state = state;
    Q_EMIT ended();
    m_text.clear();
}

void GridCopy::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        copySome();
}

/// The source may tell many times; the rest is taken up once.
void GridCopy::onRowsChanged()
{
    if (!m_timer.isActive())
        m_timer.start(0, this);
}

void GridCopy::copySome()
{
    m_timer.stop();
    if (!m_scene.source) {
        stop();
        return;
    }
    QElapsedTimer time;
    time.start();
    while (m_span < m_rows.size()) {
        const GridRow *row = m_scene.source->row(m_row);
        if (row == nullptr) {
            m_scene.source->want(m_row, std::min(rowsAtOnce, m_rows[m_span].last - m_row + 1));
            return;
        }
        const bool whole = copyRow(*row);
        if (m_text.size() > mostCharacters) {
            end(State::TooMany);
            return;
        }
        if (whole && ++m_row > m_rows[m_span].last && ++m_span < m_rows.size())
            m_row = m_rows[m_span].first;
        if (time.hasExpired(sliceMs) && m_span < m_rows.size()) {
            m_timer.start(0, this);
            return;
        }
    }
    m_text.chop(1); // no line behind the last
    end(State::Copied);
}

/// Up to so many cells; true when the row's end was reached.
bool GridCopy::copyRow(const GridRow &row)
{
    const std::size_t stopAt = std::min(m_columns.size(), m_column + cellsBetweenLooks);
    for (; m_column < stopAt; ++m_column) {
        const int column = m_columns[m_column];
        const bool wanted = m_ranges.size() == 1
            || std::any_of(m_ranges.begin(), m_ranges.end(),
                           [this, column](const GridRange &range) { return range.contains(m_row, column); });
        addCell(wanted ? cellText(row, column) : QString(), m_column == 0);
    }
    if (m_column < m_columns.size())
        return false;
    m_text += u'\n';
    m_column = 0;
    return true;
}

void GridCopy::addCell(const QString &cell, bool first)
{
    if (!first)
        m_text += u'\t';
    m_text += pasteableCell(cell);
}

} // namespace rowlift::ui
