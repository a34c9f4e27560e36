#include "ui/desk/map_desk.h"

#include "app/mapping/record_builder.h"

#include <algorithm>
#include <iterator>

namespace rowlift::ui {

MapDesk::MapDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_file(file)
    , m_place(place)
{
    connect(&m_survey, &MappingSurvey::finished, this, [this] {
        m_snapshot.byRows = true;
        mappingChanged();
        m_snapshot.byRows = false;
    });
    connect(&m_names, &NameProposal::changed, this, &MapDesk::changed);
    connect(&file, &FileDesk::reread, this, &MapDesk::refresh);
    connect(&place, &PlaceDesk::fieldsChanged, this, &MapDesk::refresh);
    connect(&place, &PlaceDesk::changed, this, [this] {
        if (m_snapshot.ready && m_snapshot.target != m_place.snapshot().target()) {
            m_snapshot.target = m_place.snapshot().target();
            m_names.know(m_file.snapshot().look.looks, m_snapshot.schema, m_snapshot.target.operation);
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
        m_survey.stop();
        m_names.stop();
        Q_EMIT changed();
        return;
    }
    m_snapshot.schema = place.schema;
    m_snapshot.target = place.target();
    m_snapshot.columns = file.look.columns;
    m_samples.setRows(dataHead());
    m_names.know(file.look.looks, m_snapshot.schema, m_snapshot.target.operation);
    if (m_pending && m_pending->target.object == place.object) {
        m_snapshot.mapping = applyProfile(*m_pending, m_snapshot.columns, m_snapshot.schema);
        m_snapshot.profile = m_pending->name;
        m_changes.clear();
        takeSaidFrom(m_snapshot.mapping);
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
        settleDates(mapped.treatment, column++, mapped.field);
    m_changes.clear();
    m_said = {};
}

void MapDesk::takeSaidFrom(const Mapping &mapping)
{
    m_said = {};
    for (const QString &field : mapping.fields()) {
        const Treatment *treatment = mapping.treatmentOf(field);
        if (treatment->dates.order != DateOrder::NotADate)
            m_said.dates.insert(field);
        if (treatment->decimals != DecimalSign::Undecided)
            m_said.decimals.insert(field);
        if (m_said.dates.contains(field) || m_said.decimals.contains(field))
            m_said.byProfile.insert(field);
    }
}

void MapDesk::settle()
{
    if (!m_survey.survey())
        return;
    Mapping settled = m_snapshot.mapping;
    if (!settleReadings(settled, *m_survey.survey()))
        return;
    const auto keepWhatWasSaid = [this](Treatment &treatment, const QString &field) {
        const Treatment *said = m_snapshot.mapping.treatmentOf(field);
        if (said && m_said.dates.contains(field))
            treatment.dates.order = said->dates.order;
        if (said && m_said.decimals.contains(field))
            treatment.decimals = said->decimals;
    };
    for (ColumnMapping &column : settled.columns)
        keepWhatWasSaid(column.treatment, column.field);
    for (ExtraField &extra : settled.extras)
        keepWhatWasSaid(extra.treatment, extra.field);
    m_snapshot.mapping = settled;
}

const FieldSurvey *MapDesk::surveyOf(const QString &field) const
{
    return m_survey.survey() ? m_survey.survey()->of(field) : nullptr;
}

void MapDesk::mappingChanged()
{
    m_survey.ask(draft(), m_snapshot.schema);
    settle();
    m_names.look(draft());
    const Mapping &mapping = m_snapshot.mapping;
    m_snapshot.missing.clear();
    for (const Field &field : m_snapshot.schema.fields) {
        const bool needed = (field.required && m_snapshot.target.operation != Operation::Update)
            || (!m_snapshot.target.keyField.isEmpty() && field.name == m_snapshot.target.keyField);
        const ExtraField *extra = mapping.extraFor(field.name);
        const bool nothingYet = extra && extra->isFixed() && extra->text.trimmed().isEmpty();
        if (needed && (nothingYet || !mapping.gives(field.name)))
            m_snapshot.missing.push_back(&field);
    }
    m_snapshot.lastChange = m_changes.empty() ? QString() : m_changes.back().words;
    m_samples.setDraft(draft(), m_snapshot.schema);
    if (m_checked && *m_checked != draft())
        m_checked.reset();
    Q_EMIT changed();
}

void MapDesk::takeCheck(const Draft &draft, const CheckResult &result)
{
    if (!m_snapshot.ready || draft != this->draft())
        return;
    m_checked = draft;
    m_checkedRows = result.rows;
    m_checks.clear();
    QHash<QString, std::vector<qint64>> rows;
    for (const ProblemGroup &group : result.groups) {
        if (group.field.isEmpty())
            continue;
        SampleCheck &found = m_checks[group.field];
        if (found.first.isEmpty())
            found.first = groupText(group);
        // A row with two things against the same field is one row to look at.
        std::vector<qint64> &before = rows[group.field];
        std::vector<qint64> both;
        std::ranges::set_union(before, group.records, std::back_inserter(both));
        int &count = group.severity == Severity::Problem ? found.problems : found.headsUps;
        count += static_cast<int>(both.size() - before.size());
        before = std::move(both);
    }
    Q_EMIT changed();
}

SampleCheck MapDesk::checkOf(const QString &field) const
{
    if (!m_checked)
        return m_samples.check(field);
    SampleCheck check = m_checks.value(field);
    check.whole = true;
    check.rows = static_cast<int>(m_checkedRows);
    return check;
}

ColumnMapping MapDesk::newColumn(int column, const QString &field, Because because) const
{
    const auto &looks = m_file.snapshot().look.looks;
    const auto at = static_cast<std::size_t>(column);
    ColumnMapping made
        = mapTo(at < looks.size() ? looks[at] : ColumnLook(), field, m_snapshot.schema, because);
    made.column = m_snapshot.columns.value(column);
    settleDates(made.treatment, column, field);
    return made;
}

Treatment MapDesk::newTreatment(const QString &column, const QString &field) const
{
    return newColumn(static_cast<int>(m_snapshot.columns.indexOf(column)), field, Because::You).treatment;
}

/// What a few examples leave open, the sample rows may decide.
void MapDesk::settleDates(Treatment &treatment, int column, const QString &field) const
{
    const Field *target = m_snapshot.schema.field(field);
    const bool takesDate = target && (target->type == FieldType::Date || target->type == FieldType::DateTime);
    if (!takesDate || treatment.dates.order != DateOrder::NotADate)
        return;
    QStringList values;
    for (int row = 0; row < m_samples.count(); ++row)
        values << m_samples.cell(column, row);
    bool decided = false;
    const DateOrder order = dateOrderOf(values, &decided);
    if (decided)
        treatment.dates.order = order;
}

void MapDesk::mapAgain()
{
    if (!m_snapshot.ready)
        return;
    Mapping mapping
        = suggestMapping(m_file.snapshot().look.looks, m_snapshot.schema, m_snapshot.target.operation);
    mapping.blank = m_snapshot.mapping.blank;
    mapping.extras = m_snapshot.mapping.extras; // what a person has added stays
    for (int column = 0; ColumnMapping & mapped : mapping.columns) {
        if (mapping.extraFor(mapped.field))
            mapped = newColumn(column, {}, Because::Nothing);
        settleDates(mapped.treatment, column++, mapped.field);
    }
    m_snapshot.profile.clear();
    m_snapshot.fit.reset();
    if (mapping == m_snapshot.mapping)
        Q_EMIT changed();
    else
        change(tr("Map again"), mapping);
}

std::vector<FieldGuess> MapDesk::guesses(int column) const
{
    const auto &looks = m_file.snapshot().look.looks;
    return static_cast<size_t>(column) < looks.size()
        ? guessesFor(looks[static_cast<size_t>(column)], m_snapshot.schema, m_snapshot.target.operation)
        : std::vector<FieldGuess> {};
}

void MapDesk::useProfile(const Profile &profile)
{
    m_pending = profile;
    m_place.choose(profile.service, profile.account, profile.target);
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
        && !m_snapshot.mapping.fields().isEmpty();
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
