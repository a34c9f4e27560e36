#include "ui/desk/map_desk.h"

#include "app/mapping/record_builder.h"

#include <algorithm>

namespace rowlift::ui {

MapDesk::MapDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_file(file)
    , m_place(place)
{
    connect(&file, &FileDesk::reread, this, &MapDesk::refresh);
    connect(&place, &PlaceDesk::fieldsChanged, this, &MapDesk::refresh);
    connect(&place, &PlaceDesk::changed, this, [this] {
        if (m_snapshot.ready && m_snapshot.target != m_place.snapshot().target()) {
            m_snapshot.target = m_place.snapshot().target();
            mappingChanged();
        }
    });
}

std::vector<TextRow> MapDesk::dataHead() const
{
    const FileLook &look = m_file.snapshot().look;
    std::vector<TextRow> rows;
    for (const TextRow &row : look.head) {
        if (row.isData() && rows.size() < 50)
            rows.push_back(row);
    }
    return rows;
}

void MapDesk::refresh()
{
    const auto &file = m_file.snapshot();
    const auto &place = m_place.snapshot();
    const Snapshot before = m_snapshot;
    m_snapshot = {};
    m_snapshot.ready = file.state == FileDesk::State::Open && place.stage == PlaceDesk::Stage::Ready;
    if (!m_snapshot.ready) {
        Q_EMIT changed();
        return;
    }
    m_snapshot.schema = place.schema;
    m_snapshot.target = place.target();
    m_snapshot.columns = file.look.columns;
    m_samples = dataHead();
    if (m_pending && m_pending->target.object == place.object) {
        m_snapshot.mapping = applyProfile(*m_pending, m_snapshot.columns, m_snapshot.schema);
        m_snapshot.profile = m_pending->name;
        m_snapshot.fit = fitOf(*m_pending, m_snapshot.columns);
        if (place.complete())
            m_pending.reset();
    } else if (before.ready && before.columns == m_snapshot.columns && before.schema == m_snapshot.schema
               && before.target.operation == m_snapshot.target.operation) {
        m_snapshot.mapping = before.mapping; // the file was read again: nothing of it has moved
        m_snapshot.profile = before.profile;
    } else {
        propose();
    }
    mappingChanged();
}

void MapDesk::propose()
{
    m_snapshot.mapping
        = suggestMapping(m_file.snapshot().look.looks, m_snapshot.schema, m_snapshot.target.operation);
    for (int column = 0; ColumnMapping & mapped : m_snapshot.mapping.columns)
        settleDates(mapped, column++);
}

void MapDesk::mappingChanged()
{
    m_snapshot.missing.clear();
    for (const Field &field : m_snapshot.schema.fields) {
        const bool needed = (field.required && m_snapshot.target.operation != Operation::Update)
            || (!m_snapshot.target.keyField.isEmpty() && field.name == m_snapshot.target.keyField);
        if (needed && m_snapshot.mapping.columnOf(field.name) < 0)
            m_snapshot.missing.push_back(&field);
    }
    Q_EMIT changed();
}

void MapDesk::setField(int column, const QString &field)
{
    auto &columns = m_snapshot.mapping.columns;
    for (ColumnMapping &other : columns) {
        if (!field.isEmpty() && other.field == field) {
            other.field.clear();
            other.because = Because::You;
        }
    }
    ColumnMapping &chosen = columns[static_cast<size_t>(column)];
    const auto &looks = m_file.snapshot().look.looks;
    const QString name = chosen.column;
    chosen = mapTo(static_cast<size_t>(column) < looks.size() ? looks[static_cast<size_t>(column)]
                                                              : ColumnLook(),
                   field, m_snapshot.schema, Because::You);
    chosen.column = name;
    settleDates(chosen, column);
    mappingChanged();
}

/// What a few examples leave open, the sample rows may decide.
void MapDesk::settleDates(ColumnMapping &column, int index) const
{
    const Field *target = m_snapshot.schema.field(column.field);
    const bool takesDate = target && (target->type == FieldType::Date || target->type == FieldType::DateTime);
    if (!takesDate || column.treatment.dates.order != DateOrder::NotADate)
        return;
    QStringList values;
    for (int row = 0; row < sampleRows(); ++row)
        values << sample(index, row);
    bool decided = false;
    const DateOrder order = dateOrderOf(values, &decided);
    if (decided)
        column.treatment.dates.order = order;
}

void MapDesk::setDateOrder(int column, DateOrder order)
{
    m_snapshot.mapping.columns[static_cast<size_t>(column)].treatment.dates.order = order;
    mappingChanged();
}

void MapDesk::mapAgain()
{
    if (!m_snapshot.ready)
        return;
    propose();
    m_snapshot.profile.clear();
    m_snapshot.fit.reset();
    mappingChanged();
}

void MapDesk::clearAll()
{
    for (ColumnMapping &column : m_snapshot.mapping.columns) {
        column.field.clear();
        column.because = Because::You;
        column.treatment.dates.order = DateOrder::NotADate;
    }
    mappingChanged();
}

std::vector<FieldGuess> MapDesk::guesses(int column) const
{
    const auto &looks = m_file.snapshot().look.looks;
    return static_cast<size_t>(column) < looks.size()
        ? guessesFor(looks[static_cast<size_t>(column)], m_snapshot.schema, m_snapshot.target.operation)
        : std::vector<FieldGuess> {};
}

int MapDesk::sampleRows() const
{
    return static_cast<int>(m_samples.size());
}

QString MapDesk::sample(int column, int sampleRow) const
{
    return static_cast<size_t>(sampleRow) < m_samples.size()
        ? m_samples[static_cast<size_t>(sampleRow)].cells.value(column)
        : QString();
}

qint64 MapDesk::sampleRecord(int sampleRow) const
{
    return static_cast<size_t>(sampleRow) < m_samples.size()
        ? m_samples[static_cast<size_t>(sampleRow)].record
        : -1;
}

std::vector<SampleCheck> MapDesk::sampleChecks() const
{
    return checkSamples(m_samples, draft(), m_snapshot.schema);
}

QString MapDesk::sampleAsSent(int column, int sampleRow) const
{
    if (static_cast<size_t>(sampleRow) >= m_samples.size())
        return {};
    Mapping alone;
    alone.columns = { m_snapshot.mapping.columns[static_cast<size_t>(column)] };
    RecordBuilder builder(alone, m_snapshot.schema);
    const QByteArray raw = sample(column, sampleRow).toUtf8();
    const std::string_view cell(raw.constData(), static_cast<size_t>(raw.size()));
    const BuiltRecord &built = builder.build({ &cell, 1 });
    if (built.values.empty() || !built.problems.empty())
        return {};
    return QString::fromUtf8(built.values[0].data(), static_cast<qsizetype>(built.values[0].size()));
}

void MapDesk::useProfile(const Profile &profile)
{
    m_pending = profile;
    QString account = profile.account;
    const bool known = std::ranges::any_of(m_bench.accounts,
                                           [&account](const Account &own) { return own.name == account; });
    if (!known && !m_bench.accounts.empty())
        account = m_bench.accounts.front().name;
    m_place.choose(account, profile.target);
}

Profile MapDesk::currentProfile(const QString &name) const
{
    return { .name = name,
             .service = m_place.snapshot().account.service,
             .account = m_place.snapshot().account.name,
             .target = m_snapshot.target,
             .header = m_snapshot.columns,
             .mapping = m_snapshot.mapping,
             .dialect = m_file.snapshot().choice,
             .lastUsed = m_bench.clock.now(),
             .path = {} };
}

Result<QString> MapDesk::saveProfile(const QString &name)
{
    auto saved = rowlift::saveProfile(currentProfile(name), m_bench.folders.profiles);
    if (saved) {
        m_snapshot.profile = name;
        Q_EMIT changed();
        Q_EMIT profileSaved(name);
    }
    return saved;
}

bool MapDesk::complete() const
{
    return m_snapshot.ready && m_place.snapshot().complete() && m_snapshot.missing.empty()
        && m_snapshot.mapping.mapped() > 0;
}

Draft MapDesk::draft() const
{
    const FileLook &look = m_file.snapshot().look;
    return { .file = look.path,
             .stamp = look.stamp,
             .source = look.source,
             .sheet = look.sheet,
             .dialect = look.guess.dialect,
             .service = m_place.snapshot().account.service,
             .account = m_place.snapshot().account.name,
             .target = m_snapshot.target,
             .mapping = m_snapshot.mapping,
             .header = m_snapshot.columns,
             .leftOut = {} };
}

} // namespace rowlift::ui
