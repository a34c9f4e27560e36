#include "ui/pages/result_rows.h"

#include "app/run/outcome_text.h"
#include "app/run/run_start.h"
#include "ui/pages/run_words.h"

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptResultRows = 5'000;
constexpr qsizetype keptResultCells = 100'000;

/// The file's columns (from 0) that \a field was made of.
std::vector<int> columnsBehind(const QString &field, const Mapping &mapping)
{
    std::vector<int> columns;
    if (const int own = mapping.columnOf(field); own >= 0)
        columns.push_back(own);
    const ExtraField *extra = mapping.extraFor(field);
    for (int column = 0; extra && column < static_cast<int>(mapping.columns.size()); ++column) {
        if (extra->columns.contains(mapping.columns[static_cast<size_t>(column)].column))
            columns.push_back(column);
    }
    return columns;
}

} // namespace

ResultRows::ResultRows(RunDesk &desk, QObject *parent)
    : GridSource(parent)
    , m_desk(desk)
    , m_rows(keptResultCells)
    , m_outcomes(keptResultRows)
{
    connect(&m_cells, &RowCache::loaded, this, [this] { Q_EMIT rowsChanged(0, rowCount()); });
    connect(&m_cells, &RowCache::failed, this, &ResultRows::failed);
    connect(&m_reading, &WorkBase::finished, this, &ResultRows::takeOutcomes);
}

void ResultRows::setRun()
{
    const auto &results = m_desk.snapshot().results;
    m_reading.cancel();
    m_rows.clear();
    m_outcomes.clear();
    m_records.clear();
    m_all = false;
    m_cells.setFile(results.fileThere ? results.plan.draft.readFrom() : QString(),
                    results.plan.draft.dialect);
    m_cells.setMarks(results.marks);
    m_hasIds = results.tally.in() > 0;
    Q_EMIT reset();
}

void ResultRows::showAll()
{
    m_all = true;
    m_records.clear();
    Q_EMIT reset();
}

void ResultRows::show(std::vector<qint64> records)
{
    m_all = false;
    m_records = std::move(records);
    Q_EMIT reset();
}

qint64 ResultRows::recordAt(qint64 visualIndex) const
{
    return m_all ? m_desk.snapshot().results.plan.draft.dialect.firstDataRecord() + visualIndex
                 : m_records[static_cast<size_t>(visualIndex)];
}

qint64 ResultRows::rowCount() const
{
    const auto &results = m_desk.snapshot().results;
    if (!results.fileThere)
        return 0;
    return m_all ? std::max<qint64>(0, results.records - results.plan.draft.dialect.firstDataRecord())
                 : static_cast<qint64>(m_records.size());
}

qint64 ResultRows::largestNumber() const
{
    return m_desk.snapshot().results.records;
}

int ResultRows::columnCount() const
{
    const auto &header = m_desk.snapshot().results.plan.draft.header;
    return static_cast<int>(header.size()) + (m_hasIds ? 1 : 0);
}

GridColumn ResultRows::column(int column) const
{
    const auto &results = m_desk.snapshot().results;
    const Draft &draft = results.plan.draft;
    GridColumn about;
    if (column >= draft.header.size()) {
        about.title = tr("Record");
        about.typeLine = tr("id in %1").arg(results.plan.account.name);
        about.guessChars = 20;
        return about;
    }
    about.letter = columnLetters(column);
    about.title = draft.header[column];
    const QString name = static_cast<size_t>(column) < draft.mapping.columns.size()
        ? draft.mapping.columns[static_cast<size_t>(column)].field
        : QString();
    about.imported = !name.isEmpty();
    if (const Field *field = results.schema.field(name))
        about.target = field->label;
    return about;
}

const GridRow *ResultRows::row(qint64 visualIndex) const
{
    const qint64 record = recordAt(visualIndex);
    if (const GridRow *known = m_rows.object(record))
        return known;
    const TextRow *cells = m_cells.find(record);
    const RowOutcome *outcome = m_outcomes.object(record);
    if (!cells || (!outcome && cells->isData()))
        return nullptr;
    m_rows.insert(record, new GridRow(compose(*cells, outcome)),
                  std::clamp<qsizetype>(cells->cells.size(), 1, keptResultCells));
    return m_rows.object(record);
}

GridRow ResultRows::compose(const TextRow &row, const RowOutcome *outcome) const
{
    const Draft &draft = m_desk.snapshot().results.plan.draft;
    GridRow shown;
    shown.number = row.record + 1;
    shown.cells = row.cells;
    if (!outcome || !row.isData())
        return shown;
    shown.mark = gridMarkOf(outcome->outcome);
    shown.result = outcomeText(outcome->outcome);
    if (m_hasIds) {
        while (shown.cells.size() < draft.header.size())
            shown.cells << QString();
        shown.cells.resize(draft.header.size());
        shown.cells << outcome->recordId;
    }
    if (outcome->reason == Reason {})
        return shown;
    const Explanation why = m_desk.explain(outcome->reason);
    shown.result = why.sentence;
    const bool own = outcome->reason.code.startsWith(ownReasonPrefix);
    for (const QString &field : outcome->reason.field.split(u',', Qt::SkipEmptyParts)) {
        for (const int guilty : columnsBehind(field, draft.mapping))
            shown.cellMarks.push_back({ .column = guilty,
                                        .mark = own ? GridMark::Problem : GridMark::Failed,
                                        .hint = why.sentence });
    }
    shown.note = why.cure.isEmpty() ? why.sentence : tr("%1. %2").arg(why.sentence, why.cure);
    if (own) {
        shown.note = tr("%1. This row was left out; it was not sent.").arg(why.sentence);
    } else if (const Service *service = m_desk.service()) {
        //: %1 "Salesforce", %2 its own words
        shown.noteDetails = tr("%1 said: %2").arg(service->name(), outcome->reason.text);
    }
    return shown;
}

void ResultRows::want(qint64 first, qint64 count)
{
    std::vector<qint64> records;
    const qint64 end = std::min(first + count, rowCount());
    for (qint64 index = first; index < end; ++index)
        records.push_back(recordAt(index));
    m_cells.want(records);
    std::erase_if(records, [this](qint64 record) { return m_outcomes.contains(record); });
    if (records.empty())
        return;
    m_wanted = std::move(records);
    if (!m_reading.running())
        readOutcomes();
}

void ResultRows::readOutcomes()
{
    if (m_wanted.empty())
        return;
    m_reading.start([folder = m_desk.snapshot().results.folder, records = std::exchange(m_wanted, {})](
                        const Progress &, std::stop_token) { return RunDesk::outcomesOf(folder, records); });
}

void ResultRows::takeOutcomes()
{
    if (!m_reading.result()) {
        Q_EMIT failed(m_reading.result().error()); // rowsChanged() would have them asked for again, and again
        return;
    }
    for (const RowOutcome &outcome : *m_reading.result())
        m_outcomes.insert(outcome.record, new RowOutcome(outcome));
    Q_EMIT rowsChanged(0, rowCount());
    readOutcomes();
}

} // namespace rowlift::ui
