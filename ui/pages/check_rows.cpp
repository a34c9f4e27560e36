#include "ui/pages/check_rows.h"

#include "ui/pages/row_sentences.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype rowsKept = 1'000;

std::vector<qint64> markedRecords(const CheckResult &result)
{
    if (!result.problemRecords.empty())
        return result.problemRecords;
    std::set<qint64> marked;
    for (const ProblemGroup &group : result.groups)
        marked.insert(group.records.begin(), group.records.end());
    return { marked.begin(), marked.end() };
}

/// What a row alone does not show: what the look-up said of it, or that another one has the same.
bool tellsOfOtherRows(Rule rule)
{
    return rule == Rule::RepeatedKey || rule == Rule::DeletedOnce || rule == Rule::NotFound
        || rule == Rule::SeveralFound || rule == Rule::PartnerProblem || rule == Rule::DiffersInRecord
        || rule == Rule::RecordTooLarge;
}

} // namespace

CheckRows::CheckRows(CheckDesk &desk, QObject *parent)
    : GridSource(parent)
    , m_desk(desk)
    , m_made(rowsKept)
{
    connect(&m_desk, &CheckDesk::changed, this, &CheckRows::follow);
    connect(&m_desk.file(), &FileDesk::changed, this, &CheckRows::follow);
    connect(&m_desk.file(), &FileDesk::reread, this, &CheckRows::startAnew);
    connect(&m_desk.file().rows(), &RowCache::loaded, this, [this] {
        m_made.clear();
        Q_EMIT rowsChanged(m_wantedFirst, m_wantedCount);
    });
    startAnew();
}

void CheckRows::startAnew()
{
    m_state = m_desk.snapshot().state;
    m_group = -1;
    m_draft = m_desk.map().draft();
    m_marked = m_state == CheckDesk::State::Checked ? markedRecords(m_desk.snapshot().result)
                                                    : std::vector<qint64>();
    m_builder.reset();
    m_made.clear();
    m_rows = rowCount();
    Q_EMIT reset();
}

void CheckRows::follow()
{
    if (m_state != m_desk.snapshot().state) {
        startAnew();
        return;
    }
    if (const qint64 rows = rowCount(); rows != m_rows) {
        m_rows = rows;
        Q_EMIT countChanged();
    }
}

void CheckRows::showGroup(int group)
{
    m_group = group;
    m_rows = rowCount();
    Q_EMIT reset();
}

void CheckRows::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    m_made.clear();
    Q_EMIT reset();
}

int CheckRows::inOtherView(int column) const
{
    const int fields = static_cast<int>(builder().fields().size());
    if (m_view == View::AsSent) {
        if (column < 0 || column >= fields || builder().columnsOf(column).empty())
            return -1;
        return builder().columnsOf(column).front();
    }
    for (int field = 0; field < fields; ++field) {
        if (std::ranges::find(builder().columnsOf(field), column) != builder().columnsOf(field).end())
            return field;
    }
    return -1;
}

const std::vector<qint64> *CheckRows::filter() const
{
    const auto &groups = m_desk.snapshot().result.groups;
    return m_group >= 0 && static_cast<size_t>(m_group) < groups.size()
        ? &groups[static_cast<size_t>(m_group)].records
        : nullptr;
}

qint64 CheckRows::firstRecord() const
{
    return m_draft.dialect.firstDataRecord();
}

qint64 CheckRows::rowCount() const
{
    if (const auto *records = filter())
        return static_cast<qint64>(records->size());
    const auto &file = m_desk.file().snapshot();
    if (file.state != FileDesk::State::Open)
        return 0;
    const qint64 atHand = file.look.head.empty() ? 0 : file.look.head.back().record + 1;
    const qint64 records = file.counted ? file.index.records : std::max(file.index.records, atHand);
    return std::max<qint64>(0, records - firstRecord());
}

qint64 CheckRows::largestNumber() const
{
    return firstRecord() + std::max(m_desk.file().snapshot().index.records, rowCount());
}

qint64 CheckRows::recordAt(qint64 visualIndex) const
{
    const auto *records = filter();
    return records ? (*records)[static_cast<size_t>(visualIndex)] : firstRecord() + visualIndex;
}

qint64 CheckRows::placeOf(qint64 record) const
{
    if (const auto *records = filter())
        return std::ranges::lower_bound(*records, record) - records->begin();
    return record - firstRecord();
}

RecordBuilder &CheckRows::builder() const
{
    if (!m_builder)
        m_builder.emplace(m_draft.mapping, m_desk.map().snapshot().schema, m_draft.target);
    return *m_builder;
}

int CheckRows::columnCount() const
{
    return m_view == View::AsSent ? static_cast<int>(builder().fields().size())
                                  : static_cast<int>(m_desk.map().snapshot().columns.size());
}

GridColumn CheckRows::column(int column) const
{
    return m_view == View::AsSent ? sentColumn(column) : fileColumn(column);
}

GridColumn CheckRows::fileColumn(int column) const
{
    const auto &map = m_desk.map().snapshot();
    const auto at = static_cast<size_t>(column);
    QStringList targets;
    const auto goesTo = [&](const QString &name) {
        const Field *field = map.schema.field(name);
        targets << (field ? field->label : name);
    };
    if (at < map.mapping.columns.size() && !map.mapping.columns[at].field.isEmpty())
        goesTo(map.mapping.columns[at].field);
    GridColumn about;
    about.letter = columnLetters(column);
    about.title = map.columns.value(column);
    for (const ExtraField &extra : map.mapping.extras) {
        if (extra.columns.contains(about.title))
            goesTo(extra.field);
    }
    about.imported = !targets.isEmpty();
    about.target = targets.join(u", "_s);
    return about;
}

GridColumn CheckRows::sentColumn(int index) const
{
    const auto &map = m_desk.map().snapshot();
    const QString &name = builder().fields()[static_cast<size_t>(index)];
    const Field *field = map.schema.field(name);
    QStringList letters;
    QStringList titles;
    for (const int column : builder().columnsOf(index)) {
        letters << columnLetters(column);
        titles << map.columns.value(column);
    }
    GridColumn about;
    about.letter = letters.join(u" + "_s);
    about.title = field ? field->label : name;
    about.typeLine
        = titles.isEmpty() ? tr("fixed value", "a column") : tr("from %1").arg(titles.join(u" + "_s));
    about.endAligned = field && (field->type == FieldType::Number || field->type == FieldType::Integer);
    return about;
}

const GridRow *CheckRows::row(qint64 visualIndex) const
{
    const qint64 record = recordAt(visualIndex);
    if (const GridRow *known = m_made.object(record))
        return known;
    const TextRow *text = m_desk.file().rows().find(record);
    if (!text)
        return nullptr;
    m_made.insert(record, new GridRow(made(*text)));
    return m_made.object(record);
}

std::vector<CellNote> CheckRows::notesOf(const TextRow &text) const
{
    const auto &map = m_desk.map().snapshot();
    std::vector<CellNote> notes = notesFor(text.cells, m_draft, map.schema);
    for (const ProblemGroup &group : m_desk.snapshot().result.groups) {
        if (tellsOfOtherRows(group.rule) && std::ranges::binary_search(group.records, text.record))
            notes.push_back({ .rule = group.rule,
                              .severity = group.severity,
                              .column = group.column,
                              .field = group.field,
                              .value = text.cells.value(group.column) });
    }
    std::ranges::stable_sort(notes, {},
                             &CellNote::severity); // what keeps the row from being sent comes first
    return notes;
}

GridRow CheckRows::made(const TextRow &text) const
{
    const bool sent = m_view == View::AsSent && text.isData();
    GridRow row = sent ? sentRow(text.cells) : GridRow();
    row.number = text.record + 1;
    if (!sent)
        row.cells = text.cells;
    if (!text.isData()) {
        row.hatched = true;
        row.tag = text.blank ? tr("blank, not imported", "a row") : tr("not imported", "a row");
        return row;
    }
    if (m_state != CheckDesk::State::Checked)
        return row;
    const std::vector<CellNote> notes = notesOf(text);
    if (notes.empty())
        return row;
    const auto &map = m_desk.map().snapshot();
    const Service *service = m_desk.place().service();
    const RowSentences sentences(map.schema, service ? service->name() : QString(), map.columns.size());
    std::ptrdiff_t placed = 0; // in front of what is said of cells without fault
    for (const CellNote &note : notes) {
        const GridMark mark = note.severity == Severity::Problem ? GridMark::Problem : GridMark::HeadsUp;
        if (const int place = placeOfFault(note.column, note.field); place >= 0)
            row.cellMarks.insert(
                row.cellMarks.begin() + placed++,
                { .column = place, .mark = mark, .hint = sentences.about(note, text.cells.size()) });
    }
    const bool leftOut = notes.front().severity == Severity::Problem;
    row.mark = leftOut ? GridMark::Problem : GridMark::HeadsUp;
    row.tag = leftOut ? tr("left out", "a row") : QString();
    row.note = sentences.all(notes, text.cells.size());
    return row;
}

GridRow CheckRows::sentRow(const QStringList &cells) const
{
    std::vector<std::string> bytes;
    for (const QString &cell : cells)
        bytes.push_back(cell.toStdString());
    const std::vector<std::string_view> views(bytes.begin(), bytes.end());
    const BuiltRecord &built = builder().build(views);
    GridRow row;
    for (size_t index = 0; index < built.values.size(); ++index) {
        const std::string_view value = built.values[index];
        row.cells << QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        if (index < built.cleared.size() && built.cleared[index])
            row.cellMarks.push_back({ .column = static_cast<int>(index),
                                      .mark = GridMark::None,
                                      .hint = tr("Blank in the file: the field is emptied.") });
    }
    for (const BuiltRecord::HeldBack &held : built.held) {
        if (held.why == Held::Allows)
            row.cellMarks.push_back(
                { .column = held.field, .mark = GridMark::None, .hint = tr("It allows contact: not sent.") });
    }
    return row;
}

int CheckRows::placeOfFault(int column, const QString &field) const
{
    if (m_view == View::AsInFile)
        return column;
    const auto &fields = builder().fields();
    const auto found = std::ranges::find(fields, field);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

void CheckRows::want(qint64 first, qint64 count)
{
    m_wantedFirst = first;
    m_wantedCount = count;
    std::vector<qint64> records(static_cast<size_t>(count));
    for (qint64 i = 0; i < count; ++i)
        records[static_cast<size_t>(i)] = recordAt(first + i);
    m_desk.file().rows().want(records);
}

qint64 CheckRows::nextMarked(qint64 from, int direction) const
{
    if (filter()) { // every row of a group has it
        const qint64 rows = rowCount();
        return rows > 0 ? (from + direction + rows) % rows : -1;
    }
    if (m_marked.empty())
        return -1;
    const qint64 record = recordAt(std::max<qint64>(from, 0));
    if (direction > 0) {
        const auto after = std::ranges::upper_bound(m_marked, from < 0 ? record - 1 : record);
        return placeOf(after == m_marked.end() ? m_marked.front() : *after);
    }
    const auto at = std::ranges::lower_bound(m_marked, record);
    return placeOf(at == m_marked.begin() ? m_marked.back() : *std::prev(at));
}

int CheckRows::columnAtFault(qint64 visualIndex) const
{
    const auto &groups = m_desk.snapshot().result.groups;
    if (filter())
        return placeOfFault(groups[static_cast<size_t>(m_group)].column,
                            groups[static_cast<size_t>(m_group)].field);
    const qint64 record = recordAt(visualIndex);
    for (const ProblemGroup &group : groups) { // problems come first
        const int place = placeOfFault(group.column, group.field);
        if (place >= 0 && std::ranges::binary_search(group.records, record))
            return place;
    }
    return -1;
}

} // namespace rowlift::ui
