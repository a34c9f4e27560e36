#include "ui/desk/map_desk.h"

#include "app/mapping/property_names.h"
#include "app/mapping/record_builder.h"
#include "ui/desk/place_proposal.h"

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
        if (!m_snapshot.ready)
            return;
        if (m_snapshot.target != m_place.snapshot().target()) {
            refresh();
            return;
        }
        Mapping dressed = m_snapshot.mapping;
        dress(dressed);
        if (dressed != m_snapshot.mapping) {
            m_snapshot.mapping = dressed;
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
    const Schema fieldsBefore = std::exchange(m_fields, place.schema);
    const bool sameFields = fieldsBefore == m_fields;
    const bool onlyFitted = m_fields.open && fieldsBefore.object.name == m_fields.object.name;
    m_snapshot.schema = m_fields;
    m_snapshot.target = place.target();
    m_snapshot.columns = file.look.columns;
    m_samples.setRows(dataHead());
    m_names.know(file.look.looks, m_snapshot.schema, m_snapshot.target.operation);
    if (m_pending && m_pending->target.object == place.object) {
        m_snapshot.mapping = applyProfile(*m_pending, m_snapshot.columns, m_snapshot.schema);
        m_snapshot.profile = m_pending->name;
        m_changes.clear();
        takeSaidFrom(m_snapshot.mapping);
        m_snapshot.fit = fitOf(*m_pending, m_snapshot.columns, &m_snapshot.schema);
        if (m_snapshot.target.operation == Operation::Delete)
            mapIdsOnly();
        if (place.complete())
            m_pending.reset();
    } else if (m_snapshot.target.operation == Operation::Delete) {
        if (before.ready && before.target.operation != Operation::Delete)
            m_aside = before.mapping;
        m_snapshot.profile = before.profile;
        mapIdsOnly();
    } else if (before.ready && before.columns == m_snapshot.columns && (sameFields || onlyFitted)) {
        m_snapshot.mapping = before.mapping; // the file was read again: nothing of it has moved
        m_snapshot.profile = before.profile;
        m_snapshot.fit = before.fit;
        if (before.target != m_snapshot.target)
            takeTarget(before.target);
        if (!sameFields)
            adapt();
    } else {
        propose();
    }
    fitToList(m_snapshot.mapping);
    dress(m_snapshot.mapping);
    mappingChanged();
}

Mapping MapDesk::suggested() const
{
    Mapping mapping = suggestMapping(m_file.snapshot().look.looks, schemaToMap(m_fields, m_snapshot.target),
                                     m_snapshot.target.operation);
    moveIntoList(mapping);
    return mapping;
}

/// What is deleted is told by one column; nothing else is sent, and nobody has to map it.
void MapDesk::mapIdsOnly()
{
    const Field *id = m_place.snapshot().idField();
    m_snapshot.mapping = {};
    for (const QString &column : m_snapshot.columns) {
        const bool isIt = id && column == m_place.snapshot().idColumn;
        m_snapshot.mapping.columns.push_back({ .column = column,
                                               .field = isIt ? id->name : QString(),
                                               .because = isIt ? Because::You : Because::Nothing });
    }
}

/// Something else should happen with the same fields. What a person has mapped stays, as far as it can be
/// written now.
void MapDesk::takeTarget(const Target &before)
{
    const Target &now = m_snapshot.target;
    if (before.list.isEmpty() && !now.list.isEmpty())
        moveIntoList(m_snapshot.mapping);
    const bool otherId = before.looksUp() != now.looksUp() || (now.looksUp() && before != now);
    if (before.operation == Operation::Delete) {
        const auto aside = std::exchange(m_aside, {});
        if (!aside || !isOfTheseColumns(*aside)) {
            propose();
            return;
        }
        m_snapshot.mapping = *aside;
    } else if (before.operation == now.operation && !otherId) {
        return;
    } else if (m_changes.empty() && m_snapshot.profile.isEmpty()) {
        propose();
        return;
    }
    adapt();
}

bool MapDesk::isOfTheseColumns(const Mapping &mapping) const
{
    return std::ranges::equal(mapping.columns, m_snapshot.columns, {}, &ColumnMapping::column);
}

/// Takes out what cannot be written, and proposes something for columns that nobody has decided.
void MapDesk::adapt()
{
    Mapping &mapping = m_snapshot.mapping;
    const Schema schema = schemaToMap(schemaWith(mapping), m_snapshot.target);
    const auto cannot = [&](const QString &name) {
        const Field *field = schema.field(name);
        return !field || !field->writable(m_snapshot.target.operation);
    };
    for (ColumnMapping &column : mapping.columns) {
        if (column.field.isEmpty() || !cannot(column.field))
            continue;
        column.field.clear();
        column.because = Because::Nothing;
    }
    std::erase_if(mapping.extras, [&](const ExtraField &extra) { return cannot(extra.field); });
    const Mapping proposed = suggested();
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        const ColumnMapping &offer = proposed.columns[at];
        ColumnMapping &column = mapping.columns[at];
        if (column.field.isEmpty() && column.because != Because::You && !mapping.gives(offer.field))
            column = offer;
    }
}

void MapDesk::propose()
{
    m_snapshot.mapping = suggested();
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

bool MapDesk::isNeeded(const Field &field) const
{
    const Target &target = m_snapshot.target;
    const bool adds = target.operation == Operation::Insert || target.operation == Operation::Upsert;
    const bool namesId = !adds && target.keyField.isEmpty();
    return (adds && field.required) || (namesId && field.type == FieldType::Id)
        || (!target.keyField.isEmpty() && field.name == target.keyField);
}

bool MapDesk::changesSomething() const
{
    const Target &target = m_snapshot.target;
    const QStringList fields = m_snapshot.mapping.fields();
    if (m_snapshot.schema.open)
        return std::ranges::any_of(fields, [this](const QString &field) { return !isQuestion(field); });
    if (target.operation != Operation::Update)
        return !fields.isEmpty();
    const Field *id = m_place.snapshot().idField();
    return std::ranges::any_of(
        fields, [&](const QString &field) { return field != target.keyField && (!id || field != id->name); });
}

void MapDesk::mappingChanged()
{
    if (m_fields.open)
        m_snapshot.schema = schemaWith(m_snapshot.mapping);
    m_survey.ask(draft(), m_snapshot.schema);
    settle();
    m_names.look(draft());
    const Mapping &mapping = m_snapshot.mapping;
    m_snapshot.missing.clear();
    for (const Field &field : m_snapshot.schema.fields) {
        const bool needed = isNeeded(field);
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
        if (group.field.isEmpty() || isDecided(group.rule))
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
    const Schema schema = m_fields.open ? schemaWith(field) : m_snapshot.schema;
    ColumnMapping made = mapTo(at < looks.size() ? looks[at] : ColumnLook(), field, schema, because);
    made.column = m_snapshot.columns.value(column);
    const Field *property = schema.field(field);
    if (property && property->isProperty && !m_fields.field(field) && !made.treatment.property
        && at < looks.size())
        made.treatment.property = propertyTypeOf(looks[at]);
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
    Mapping mapping = suggested();
    mapping.blank = m_snapshot.mapping.blank;
    mapping.extras = m_snapshot.mapping.extras; // what a person has added stays
    for (int column = 0; ColumnMapping & mapped : mapping.columns) {
        if (mapping.extraFor(mapped.field))
            mapped = newColumn(column, {}, Because::Nothing);
        settleDates(mapped.treatment, column++, mapped.field);
    }
    dress(mapping);
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
        ? guessesFor(looks[static_cast<size_t>(column)], schemaToMap(m_fields, m_snapshot.target),
                     m_snapshot.target.operation)
        : std::vector<FieldGuess> {};
}

/// What may answer the questions of fields.
static std::vector<ExtraField> answersOf(const Mapping &mapping)
{
    std::vector<ExtraField> answers = mapping.extras;
    for (const ColumnMapping &column : mapping.columns) {
        if (!column.field.isEmpty())
            answers.push_back({ .field = column.field,
                                .columns = { column.column },
                                .piece = column.piece,
                                .treatment = column.treatment });
    }
    return answers;
}

void MapDesk::useProfile(const Profile &profile)
{
    m_pending = profile;
    const Operation operation = profile.target.operation;
    const auto ids = std::ranges::find_if(
        profile.mapping.columns, [](const ColumnMapping &column) { return !column.field.isEmpty(); });
    const bool deletes = operation == Operation::Delete && ids != profile.mapping.columns.end();
    m_place.choose({ .service = profile.service,
                     .account = profile.account,
                     .object = profile.target.object,
                     .operation = operation,
                     .keyField = profile.target.keyField,
                     .idColumn = deletes ? ids->column : QString(),
                     .ways = { .kind = profile.kind,
                               .options = profile.target.options,
                               .keepsOld = profile.keepsOld,
                               .several = profile.several },
                     .answers = answersOf(profile.mapping),
                     .list = profile.target.list });
}

Profile MapDesk::currentProfile(const QString &name) const
{
    Draft dressed = draft();
    m_place.addWays(dressed, m_place.rows());
    return { .name = name,
             .service = m_place.snapshot().account.service,
             .account = m_place.snapshot().account.name,
             .target = dressed.target,
             .header = m_snapshot.columns,
             .mapping = m_snapshot.mapping,
             .dialect = m_file.snapshot().choice,
             .kind = dressed.kind,
             .keepsOld = dressed.keepsOld && m_snapshot.target.operation == Operation::Update,
             .several = dressed.several,
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
        && changesSomething();
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
