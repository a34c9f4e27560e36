#include "ui/pages/file_rows.h"

#include "ui/pages/file_words.h"

#include <algorithm>
#include <numeric>

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
    const auto &file = m_desk.snapshot();
    if (file.state != FileDesk::State::Open)
        return 0;
    const qint64 atHand = file.look.head.empty() ? 0 : file.look.head.back().record + 1;
    return file.counted ? file.index.records : std::max(file.index.records, atHand);
}

int FileRows::columnCount() const
{
    const auto &file = m_desk.snapshot();
    return file.state == FileDesk::State::Open ? static_cast<int>(file.look.columns.size()) : 0;
}

GridColumn FileRows::column(int column) const
{
    const auto &file = m_desk.snapshot();
    GridColumn about;
    about.letter = columnLetters(column);
    about.title = file.look.columns.value(column);
    if (static_cast<std::size_t>(column) < file.look.looks.size()) {
        const ColumnKind kind = file.look.looks[static_cast<std::size_t>(column)].kind;
        about.typeLine = kindWord(kind);
        about.kindIcon = kindIcon(kind);
    }
    about.mark = headerMark(column, &about.note);
    return about;
}

GridMark FileRows::headerMark(int column, QString *note) const
{
    const auto &file = m_desk.snapshot();
    const auto ofHeader = m_problems.find(file.look.guess.dialect.headerRecord);
    if (ofHeader == m_problems.end())
        return GridMark::None;
    for (const FileProblem &problem : *ofHeader) {
        const bool name = problem.kind == FileProblem::Kind::DuplicateHeader
            || problem.kind == FileProblem::Kind::EmptyHeader;
        if (name && problem.column == column) {
            *note = problemSentence(problem, file.look.columns);
            return GridMark::HeadsUp;
        }
    }
    return GridMark::None;
}

const GridRow *FileRows::row(qint64 visualIndex) const
{
    const TextRow *text = m_desk.rows().find(visualIndex);
    if (text == nullptr)
        return nullptr;
    m_row = {};
    m_row.number = visualIndex + 1;
    m_row.cells = text->cells;
    m_row.header = text->role == RowRole::Header;
    m_row.hatched = !m_row.header && !text->isData();
    if (m_row.header)
        m_row.tag = tr("header", "the row that names the columns");
    else if (m_row.hatched)
        m_row.tag = text->blank ? tr("blank, not imported", "a row") : tr("not imported", "a row");
    mark(m_row, visualIndex);
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
    std::vector<qint64> records(static_cast<std::size_t>(count));
    std::iota(records.begin(), records.end(), first);
    m_desk.rows().want(records);
}

qint64 FileRows::problemFrom(qint64 record, int direction) const
{
    qint64 nearest = -1;
    for (auto at = m_problems.keyBegin(); at != m_problems.keyEnd(); ++at) {
        const bool ahead = direction > 0 ? *at >= record : *at <= record;
        const bool nearer = nearest < 0 || (direction > 0 ? *at < nearest : *at > nearest);
        if (ahead && nearer)
            nearest = *at;
    }
    return nearest;
}

void FileRows::follow()
{
    const bool counted = m_desk.snapshot().counted;
    if (counted && !m_counted) {
        takeProblems();
        if (!m_problems.isEmpty())
            Q_EMIT reset();
    }
    m_counted = counted;
    if (rowCount() == m_rows)
        return;
    m_rows = rowCount();
    Q_EMIT countChanged();
}

void FileRows::readAnew()
{
    m_problems.clear();
    m_counted = false;
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

} // namespace rowlift::ui
