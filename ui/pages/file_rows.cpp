#include "ui/pages/file_rows.h"

#include "ui/pages/file_words.h"

#include <algorithm>

namespace rowlift::ui {

FileRows::FileRows(FileDesk &desk, QObject *parent)
    : GridSource(parent)
    , m_desk(desk)
{
    connect(&m_desk, &FileDesk::changed, this, &FileRows::follow);
    connect(&m_desk, &FileDesk::reread, this, &FileRows::readAnew);
    connect(&m_desk.rows(), &RowCache::loaded, this,
            [this] { Q_EMIT rowsChanged(m_wantedFirst, m_wantedCount); });
    readAnew();
}

qint64 FileRows::rowCount() const
{
    return m_picked ? m_picked->count() : m_desk.snapshot().recordsAtHand();
}

qint64 FileRows::largestNumber() const
{
    return m_desk.snapshot().recordsAtHand();
}

qint64 FileRows::recordAt(qint64 visualIndex) const
{
    if (!m_picked)
        return visualIndex;
    return visualIndex >= 0 && visualIndex < m_picked->count() ? m_picked->at(visualIndex) : -1;
}

qint64 FileRows::placeOf(qint64 record) const
{
    if (!m_picked)
        return record;
    qint64 low = 0;
    qint64 high = m_picked->count();
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        if (m_picked->at(middle) < record)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int FileRows::columnCount() const
{
    const auto &file = m_desk.snapshot();
    return file.state == FileDesk::State::Open ? static_cast<int>(file.look.columns.size()) : 0;
}

GridColumn FileRows::column(int column) const
{
    const auto &file = m_desk.snapshot();
    const auto at = static_cast<std::size_t>(column);
    GridColumn shown;
    shown.letter = columnLetters(column);
    shown.title = file.look.columns.value(column);
    const KindDetail *detail = nullptr;
    if (file.survey && at < file.survey->columns.size())
        detail = &file.survey->columns[at].kind;
    else if (at < file.look.looks.size())
        detail = &file.look.looks[at].detail;
    if (detail != nullptr) {
        shown.typeLine = kindLine(*detail);
        shown.kindIcon = kindIcon(detail->kind);
    }
    if (const auto note = m_columnNotes.constFind(column); note != m_columnNotes.constEnd()) {
        shown.mark = GridMark::HeadsUp;
        shown.note = *note;
    }
    return shown;
}

const GridRow *FileRows::row(qint64 visualIndex) const
{
    const qint64 record = recordAt(visualIndex);
    const TextRow *text = m_desk.rows().find(record);
    if (text == nullptr)
        return nullptr;
    m_row = {};
    m_row.number = record + 1;
    m_row.cells = text->cells;
    for (const CutCell &cut : text->cut)
        m_row.cutCells.push_back(cut.column);
    m_row.header = text->role == RowRole::Header;
    m_row.hatched = !m_row.header && !text->isData();
    m_row.tag = roleTag(*text);
    mark(m_row, record);
    return &m_row;
}

void FileRows::mark(GridRow &row, qint64 record) const
{
    const auto found = m_problems.find(record);
    if (found == m_problems.end())
        return;
    QStringList sentences;
    for (const FileProblem &problem : *found) {
        const QString sentence = problemSentence(problem, m_desk.snapshot().look.columns);
        if (problem.column >= 0)
            row.cellMarks.push_back(
                { .column = problem.column, .mark = GridMark::HeadsUp, .hint = sentence });
        sentences << sentence;
    }
    row.mark = GridMark::HeadsUp;
    row.note = sentences.join(u' ');
}

void FileRows::want(qint64 first, qint64 count)
{
    m_wantedFirst = first;
    m_wantedCount = count;
    std::vector<qint64> records;
    records.reserve(static_cast<std::size_t>(count));
    for (qint64 place = first; place < std::min(first + count, rowCount()); ++place)
        records.push_back(recordAt(place));
    m_desk.rows().want(records);
}

qint64 FileRows::problemFrom(qint64 place, int direction) const
{
    const qint64 record = recordAt(place);
    qint64 nearest = -1;
    for (auto at = m_problems.keyBegin(); at != m_problems.keyEnd(); ++at) {
        const bool ahead = direction > 0 ? *at >= record : *at <= record;
        const bool nearer = nearest < 0 || (direction > 0 ? *at < nearest : *at > nearest);
        const bool shown = !m_picked || m_picked->contains(*at);
        if (record >= 0 && ahead && nearer && shown)
            nearest = *at;
    }
    return nearest < 0 ? -1 : placeOf(nearest);
}

void FileRows::follow()
{
    const auto &file = m_desk.snapshot();
    if (file.picked.rows != m_picked) {
        m_picked = file.picked.rows;
        m_rows = rowCount();
        Q_EMIT reset();
    }
    if (file.counted && !m_counted) {
        takeProblems();
        Q_EMIT rowsChanged(m_wantedFirst, m_wantedCount);
    }
    m_counted = file.counted;
    if (rowCount() == m_rows)
        return;
    m_rows = rowCount();
    Q_EMIT countChanged();
}

void FileRows::readAnew()
{
    m_problems.clear();
    m_columnNotes.clear();
    m_counted = false;
    m_picked = m_desk.snapshot().picked.rows;
    m_rows = rowCount();
    Q_EMIT reset();
    follow();
}

void FileRows::takeProblems()
{
    m_problems.clear();
    for (const FileProblem &problem : m_desk.snapshot().index.problems)
        m_problems[problem.record].push_back(problem);
}

void FileRows::takeFindings()
{
    const auto &file = m_desk.snapshot();
    QHash<int, QString> notes;
    for (const FileProblem &problem : file.index.problems) {
        const bool name = problem.kind == FileProblem::Kind::DuplicateHeader
            || problem.kind == FileProblem::Kind::EmptyHeader;
        if (file.counted && name && problem.column >= 0)
            notes[problem.column] = problemSentence(problem, file.look.columns);
    }
    for (const Finding &finding : findingsOf(file)) {
        const bool ofColumn = finding.fact && finding.column >= 0;
        if (ofColumn && !finding.settled && !finding.isQuiet() && !notes.contains(finding.column))
            notes[finding.column] = finding.text;
    }
    m_columnNotes = notes;
    Q_EMIT columnsChanged();
}

} // namespace rowlift::ui
