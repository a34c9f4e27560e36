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

/// What a record id may look like: whether a service has pages for records is asked with it.
QString anyId()
{
    return QString(18, u'0');
}

/// "User:Owner.Email" and "Owner.Email" name the same.
QStringView withoutKind(QStringView field)
{
    return field.mid(field.indexOf(u':') + 1);
}

/// Whether what goes to \a field is what a service means by \a named: the field itself, or the one for which
/// it stands ("Owner.Email" for OwnerId).
bool isMeantBy(const QString &field, const QString &named, const Schema &schema)
{
    if (field.isEmpty())
        return false;
    const auto same = [&named](QStringView name) {
        return withoutKind(name).compare(withoutKind(named), Qt::CaseInsensitive) == 0;
    };
    const Field *known = schema.field(field);
    return same(field) || (known && !known->standsFor.isEmpty() && same(known->standsFor));
}

/// The file's columns (from 0) that what the service calls \a named was made of.
std::vector<int> columnsBehind(const QString &named, const RunResults &results)
{
    const Mapping &mapping = results.plan.draft.mapping;
    std::vector<int> columns;
    for (int column = 0; column < static_cast<int>(mapping.columns.size()); ++column) {
        const ColumnMapping &own = mapping.columns[static_cast<size_t>(column)];
        if (isMeantBy(own.field, named, results.schema))
            columns.push_back(column);
    }
    for (const ExtraField &extra : mapping.extras) {
        if (!isMeantBy(extra.field, named, results.schema))
            continue;
        for (int column = 0; column < static_cast<int>(mapping.columns.size()); ++column) {
            if (extra.columns.contains(mapping.columns[static_cast<size_t>(column)].column))
                columns.push_back(column);
        }
    }
    return columns;
}

bool isWarned(const RowOutcome &row)
{
    const bool in = row.outcome == Outcome::Added || row.outcome == Outcome::Updated
        || row.outcome == Outcome::Deleted || row.outcome == Outcome::In;
    return in && row.reason != Reason {};
}

} // namespace

ResultRows::ResultRows(RunDesk &desk, QObject *parent)
    : GridSource(parent)
    , m_desk(desk)
    , m_rows(keptResultCells)
    , m_stories(keptResultRows)
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
    m_stories.clear();
    m_records.clear();
    m_all = false;
    m_cells.setFile(results.fileThere ? results.plan.draft.readFrom() : QString(),
                    results.plan.draft.dialect);
    m_cells.setMarks(results.marks);
    m_hasIds = results.tally.in() > 0 && !RunTalk({}, results.kind).tellsExceptions();
    m_linked = m_hasIds && results.plan.draft.target.operation != Operation::Delete
        && !m_desk.recordPage(anyId()).isEmpty();
    m_sends = m_desk.canSendSome();
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
        about.link = m_linked;
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
    const RowStory *story = m_stories.object(record);
    if (!cells || (!story && cells->isData()))
        return nullptr;
    m_rows.insert(record, new GridRow(compose(*cells, story)),
                  std::clamp<qsizetype>(cells->cells.size(), 1, keptResultCells));
    return m_rows.object(record);
}

GridRow ResultRows::compose(const TextRow &row, const RowStory *story) const
{
    const Draft &draft = m_desk.snapshot().results.plan.draft;
    GridRow shown;
    shown.number = row.record + 1;
    shown.cells = row.cells;
    if (!story || !row.isData())
        return shown;
    const RowOutcome &now = story->now;
    shown.mark = isWarned(now) ? GridMark::InWithWarning : gridMarkOf(now.outcome);
    shown.result = outcomeText(now.outcome);
    if (m_hasIds) {
        while (shown.cells.size() < draft.header.size())
            shown.cells << QString();
        shown.cells.resize(draft.header.size());
        shown.cells << (now.outcome == Outcome::Failed ? QString() : now.recordId);
    }
    explain(*story, shown);
    for (const RowAct act : actsOf(*story))
        shown.noteActions << actText(act, m_desk.serviceName());
    return shown;
}

/// The sentence below the row, and what the service said.
void ResultRows::explain(const RowStory &story, GridRow &shown) const
{
    const RowOutcome &now = story.now;
    const int tries = story.tries();
    if (now.reason == Reason {}) {
        if (now.outcome == Outcome::NotProcessed) {
            //: %1 "Salesforce"
            shown.note = tr("%1 did not look at this row, so it is not in.").arg(m_desk.serviceName());
        } else if (tries > 1) {
            const Reason &last = story.before.back().reason;
            const QString before = last == Reason {} ? outcomeText(story.before.back().outcome)
                                                     : m_desk.explain(last).sentence;
            //: %1 "added", %2 what was said before
            shown.note = tr("Try %3: %1. Before that: %2.").arg(shown.result, before).arg(tries);
            shown.noteDetails = detailsOf(last);
        }
        return;
    }
    const Explanation why = m_desk.explain(now.reason);
    const bool own = now.reason.code.startsWith(ownReasonPrefix);
    //: %1 a reason, %2 a number
    shown.result = tries > 1 ? tr("%1 (tried %2×)").arg(why.sentence).arg(tries) : why.sentence;
    if (isWarned(now))
        shown.result = butInWords(shown.result);
    markGuilty(now, why, shown);
    shown.note = own         ? tr("%1. This row was left out; it was not sent.").arg(why.sentence)
        : why.cure.isEmpty() ? shown.result
                             : tr("%1. What you can do: %2").arg(shown.result, why.cure);
    if (own)
        return;
    shown.noteDetails = detailsOf(now.reason);
    if (now.outcome != Outcome::Failed || now.recordId.isEmpty())
        return;
    // Of an update or a deletion it may be the row's own.
    const Operation operation = m_desk.snapshot().results.plan.draft.target.operation;
    const bool other = operation == Operation::Insert || operation == Operation::Upsert;
    shown.noteDetails += u'\n' + (other ? tr("Existing record: %1") : tr("Record: %1")).arg(now.recordId);
}

void ResultRows::markGuilty(const RowOutcome &outcome, const Explanation &why, GridRow &shown) const
{
    const Reason &reason = outcome.reason;
    const GridMark mark = isWarned(outcome)       ? GridMark::HeadsUp
        : reason.code.startsWith(ownReasonPrefix) ? GridMark::Problem
                                                  : GridMark::Failed;
    const QStringList fields
        = why.fields.isEmpty() ? reason.field.split(u',', Qt::SkipEmptyParts) : why.fields;
    for (const QString &field : fields) {
        for (const int guilty : columnsBehind(field.trimmed(), m_desk.snapshot().results)) {
            if (std::ranges::find(shown.cellMarks, guilty, &GridCellMark::column) == shown.cellMarks.end())
                shown.cellMarks.push_back({ .column = guilty, .mark = mark, .hint = why.sentence });
        }
    }
}

QString ResultRows::detailsOf(const Reason &reason) const
{
    const Service *service = m_desk.service();
    if (!service || reason == Reason {})
        return {};
    const QString said = reason.text.isEmpty() || reason.text == reason.code
        ? reason.code
        : u"%1: %2"_s.arg(reason.code, reason.text);
    //: %1 "Salesforce", %2 its own words
    return tr("%1 said: %2").arg(service->name(), reason.code.isEmpty() ? reason.text : said);
}

std::vector<RowAct> ResultRows::actsOf(const RowStory &story) const
{
    const Outcome outcome = story.now.outcome;
    std::vector<RowAct> acts;
    if (m_sends && (outcome == Outcome::Failed || outcome == Outcome::NotProcessed))
        acts.push_back(RowAct::Send);
    if (outcome == Outcome::Failed && !m_desk.recordPage(story.now.recordId).isEmpty())
        acts.push_back(RowAct::OpenExisting);
    if (story.tries() > 1)
        acts.push_back(RowAct::Story);
    return acts;
}

std::vector<RowAct> ResultRows::actsOf(qint64 visualIndex) const
{
    const RowStory *known = story(visualIndex);
    return known && row(visualIndex) ? actsOf(*known) : std::vector<RowAct>();
}

const RowStory *ResultRows::story(qint64 visualIndex) const
{
    return visualIndex >= 0 && visualIndex < rowCount() ? m_stories.object(recordAt(visualIndex)) : nullptr;
}

QString ResultRows::outcomeInWords(const RowOutcome &outcome) const
{
    const QString word = outcomeText(outcome.outcome);
    if (outcome.reason == Reason {}) {
        //: %1 "added", %2 a record id
        return outcome.recordId.isEmpty() ? word : tr("%1, record %2").arg(word, outcome.recordId);
    }
    //: %1 "failed", %2 why, %3 what the service said
    return tr("%1 — %2. %3")
        .arg(word, m_desk.explain(outcome.reason).sentence, detailsOf(outcome.reason))
        .trimmed();
}

QString ResultRows::keyOf(qint64 visualIndex) const
{
    const auto &results = m_desk.snapshot().results;
    const Draft &draft = results.plan.draft;
    if (!RunTalk({}, results.kind).replaces())
        return {};
    const int column = draft.mapping.columnOf(draft.target.keyField);
    const TextRow *cells = m_cells.find(recordAt(visualIndex));
    if (column < 0 || !cells)
        return {};
    //: %1 a column of the file, %2 its value
    return tr("%1 %2", "a record's key").arg(draft.header.value(column), cells->cells.value(column));
}

QString ResultRows::actText(RowAct act, const QString &service)
{
    switch (act) {
    case RowAct::Send:
        return tr("Send this row now…");
    case RowAct::OpenExisting:
        //: %1 "Salesforce"
        return tr("Open the record in %1").arg(service);
    case RowAct::Story:
        return tr("What became of it");
    }
    return {};
}

QUrl ResultRows::recordPage(qint64 visualIndex) const
{
    const RowStory *known = story(visualIndex);
    return known && known->now.outcome != Outcome::Deleted ? m_desk.recordPage(known->now.recordId) : QUrl();
}

int ResultRows::recordColumn() const
{
    return m_hasIds ? columnCount() - 1 : -1;
}

void ResultRows::want(qint64 first, qint64 count)
{
    std::vector<qint64> records;
    const qint64 end = std::min(first + count, rowCount());
    for (qint64 index = first; index < end; ++index)
        records.push_back(recordAt(index));
    m_cells.want(records);
    std::erase_if(records, [this](qint64 record) { return m_stories.contains(record); });
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
                        const Progress &, std::stop_token) { return storiesOf(folder, records); });
}

void ResultRows::takeOutcomes()
{
    if (!m_reading.result()) {
        Q_EMIT failed(m_reading.result().error()); // rowsChanged() would have them asked for again, and again
        return;
    }
    for (const RowStory &story : *m_reading.result())
        m_stories.insert(story.now.record, new RowStory(story));
    Q_EMIT rowsChanged(0, rowCount());
    readOutcomes();
}

} // namespace rowlift::ui
