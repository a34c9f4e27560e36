#include "ui/desk/map_desk.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr std::size_t mostChangesKept = 50;

/// Nothing goes to \a field any more.
void freeField(Mapping &mapping, const QString &field)
{
    if (field.isEmpty())
        return;
    for (ColumnMapping &column : mapping.columns) {
        if (column.field == field) {
            column.field.clear();
            column.because = Because::You;
        }
    }
    std::erase_if(mapping.extras, [&field](const ExtraField &extra) { return extra.field == field; });
}

Treatment *treatmentIn(Mapping &mapping, const QString &field)
{
    for (ColumnMapping &column : mapping.columns) {
        if (column.field == field)
            return &column.treatment;
    }
    for (ExtraField &extra : mapping.extras) {
        if (extra.field == field)
            return &extra.treatment;
    }
    return nullptr;
}

} // namespace

void MapDesk::change(const QString &words, const Mapping &mapping, bool typing)
{
    if (mapping == m_snapshot.mapping)
        return;
    const bool goesOn = typing && m_typing && !m_changes.empty() && m_changes.back().words == words;
    m_typing = typing;
    if (m_changes.size() == mostChangesKept)
        m_changes.erase(m_changes.begin());
    if (!goesOn)
        m_changes.push_back({ .words = words, .before = m_snapshot.mapping, .saidBefore = m_said });
    m_snapshot.mapping = mapping;
    mappingChanged();
}

void MapDesk::undo()
{
    if (m_changes.empty())
        return;
    m_snapshot.mapping = m_changes.back().before;
    fitToList(m_snapshot.mapping); // where they go may have changed since
    dress(m_snapshot.mapping);
    m_said = m_changes.back().saidBefore;
    m_changes.pop_back();
    m_typing = false;
    mappingChanged();
}

void MapDesk::forget(const QString &field)
{
    m_said.dates.remove(field);
    m_said.decimals.remove(field);
    m_said.byProfile.remove(field);
}

QString MapDesk::labelOf(const QString &field) const
{
    const Field *known = m_snapshot.schema.field(field);
    return known ? known->label : field;
}

void MapDesk::setField(int column, const QString &field)
{
    Mapping mapping = m_snapshot.mapping;
    ColumnMapping &chosen = mapping.columns[static_cast<std::size_t>(column)];
    const bool same = chosen.field == field;
    if (!same)
        freeField(mapping, field);
    ColumnMapping now = newColumn(column, field, Because::You);
    if (!field.isEmpty()) { // these say how the column is written, wherever it goes
        now.piece = chosen.piece;
        now.treatment.cleaners = chosen.treatment.cleaners;
    }
    const Field *before = m_snapshot.schema.field(chosen.field);
    const bool renamed = before && before->isProperty && !m_fields.field(field) && !field.isEmpty();
    if (same || renamed)
        now.treatment = chosen.treatment; // what people have said of a property goes with its name
    if (renamed && !same)
        now.treatment.property = propertyType(chosen.field);
    if (!same)
        forget(field);
    chosen = now;
    change(field.isEmpty() ? tr("Do not import %1").arg(chosen.column)
                           : tr("Map %1 to %2").arg(chosen.column, labelOf(field)),
           mapping);
}

void MapDesk::setPiece(int column, const Piece &piece)
{
    Mapping mapping = m_snapshot.mapping;
    ColumnMapping &changed = mapping.columns[static_cast<std::size_t>(column)];
    changed.piece = piece;
    change(tr("Split %1").arg(changed.column), mapping);
}

void MapDesk::changeTreatment(const QString &field, const QString &words,
                              const std::function<void(Treatment &)> &apply, bool typing)
{
    Mapping mapping = m_snapshot.mapping;
    if (Treatment *treatment = treatmentIn(mapping, field)) {
        apply(*treatment);
        change(words, mapping, typing);
    }
}

void MapDesk::setCleaners(const QString &field, const std::vector<Cleaner> &cleaners, bool typing)
{
    changeTreatment(
        field, tr("Clean up %1").arg(labelOf(field)),
        [&cleaners](Treatment &treatment) { treatment.cleaners = cleaners; }, typing);
}

void MapDesk::setValueRules(const QString &field, const std::vector<ValueRule> &rules)
{
    changeTreatment(field, tr("Replace values of %1").arg(labelOf(field)),
                    [&rules](Treatment &treatment) { treatment.values = rules; });
}

void MapDesk::setDates(const QString &field, const DateReading &dates)
{
    const Treatment *now = m_snapshot.mapping.treatmentOf(field);
    if (!now || now->dates == dates)
        return;
    const Said before = m_said;
    if (now->dates.order != dates.order) {
        m_said.dates.insert(field);
        m_said.byProfile.remove(field);
    }
    changeTreatment(field, tr("Read dates of %1").arg(labelOf(field)),
                    [&dates](Treatment &treatment) { treatment.dates = dates; });
    m_changes.back().saidBefore = before;
}

void MapDesk::setDateOrder(int column, DateOrder order)
{
    const ColumnMapping &mapped = m_snapshot.mapping.columns[static_cast<std::size_t>(column)];
    DateReading dates = mapped.treatment.dates;
    dates.order = order;
    setDates(mapped.field, dates);
}

void MapDesk::setDecimals(const QString &field, DecimalSign sign)
{
    const Treatment *now = m_snapshot.mapping.treatmentOf(field);
    if (!now || now->decimals == sign)
        return;
    const Said before = m_said;
    m_said.decimals.insert(field);
    m_said.byProfile.remove(field);
    changeTreatment(field, tr("Read numbers of %1").arg(labelOf(field)),
                    [sign](Treatment &treatment) { treatment.decimals = sign; });
    m_changes.back().saidBefore = before;
}

void MapDesk::setBlank(const QString &field, std::optional<BlankMeaning> blank)
{
    changeTreatment(field, tr("Blank cells of %1").arg(labelOf(field)),
                    [blank](Treatment &treatment) { treatment.blank = blank; });
}

void MapDesk::setTurned(const QString &field, bool turned)
{
    changeTreatment(field, tr("Meaning of %1").arg(labelOf(field)),
                    [turned](Treatment &treatment) { treatment.turned = turned; });
}

void MapDesk::setConsent(const QString &field, ConsentSend send)
{
    changeTreatment(field, tr("What is sent to %1").arg(labelOf(field)),
                    [send](Treatment &treatment) { treatment.consent = send; });
}

void MapDesk::setBlanks(BlankMeaning blank)
{
    Mapping mapping = m_snapshot.mapping;
    mapping.blank = blank;
    change(tr("Blank cells"), mapping);
}

void MapDesk::addExtra(const ExtraField &extra)
{
    Mapping mapping = m_snapshot.mapping;
    freeField(mapping, extra.field);
    mapping.extras.push_back(extra);
    change(tr("Add %1").arg(labelOf(extra.field)), mapping);
}

void MapDesk::addFixedValue(const QString &field, const QString &value)
{
    addExtra({ .field = field, .text = value });
}

void MapDesk::addCopy(int column, const QString &field, const Piece &piece)
{
    const QString name = m_snapshot.columns.value(column);
    addExtra({ .field = field, .columns = { name }, .piece = piece, .treatment = newTreatment(name, field) });
}

void MapDesk::addJoin(const std::vector<int> &columns, const QString &between, const QString &field)
{
    QStringList names;
    for (const int column : columns)
        names << m_snapshot.columns.value(column);
    addExtra({ .field = field,
               .columns = names,
               .text = between,
               .treatment = newTreatment(names.value(0), field) });
}

void MapDesk::addSplit(int column, const QString &field, const Piece &piece, const QString &secondField,
                       const Piece &secondPiece)
{
    Mapping mapping = m_snapshot.mapping;
    for (const QString &taken : { field, secondField })
        freeField(mapping, taken);
    ColumnMapping &split = mapping.columns[static_cast<std::size_t>(column)];
    const auto cleaners = split.treatment.cleaners;
    split = newColumn(column, field, Because::You);
    split.piece = piece;
    split.treatment.cleaners = cleaners;
    mapping.extras.push_back({ .field = secondField,
                               .columns = { split.column },
                               .piece = secondPiece,
                               .treatment = newTreatment(split.column, secondField) });
    mapping.extras.back().treatment.cleaners = cleaners;
    change(tr("Split %1").arg(split.column), mapping);
}

void MapDesk::changeExtra(int extra, const ExtraField &to, bool typing)
{
    Mapping mapping = m_snapshot.mapping;
    const QString before = mapping.extras[static_cast<std::size_t>(extra)].field;
    if (before != to.field) {
        // Whatever stood there goes; this one keeps its place.
        mapping.extras[static_cast<std::size_t>(extra)].field.clear();
        freeField(mapping, to.field);
        const auto place = std::ranges::find(mapping.extras, QString(), &ExtraField::field);
        *place = to;
    } else {
        mapping.extras[static_cast<std::size_t>(extra)] = to;
    }
    change(tr("Change %1").arg(labelOf(to.field)), mapping, typing);
}

void MapDesk::removeExtra(int extra)
{
    Mapping mapping = m_snapshot.mapping;
    const QString field = mapping.extras[static_cast<std::size_t>(extra)].field;
    mapping.extras.erase(mapping.extras.begin() + extra);
    change(tr("Remove %1").arg(labelOf(field)), mapping);
}

void MapDesk::clearAll()
{
    Mapping mapping = m_snapshot.mapping;
    for (ColumnMapping &column : mapping.columns)
        column = newColumn(static_cast<int>(&column - mapping.columns.data()), {}, Because::You);
    mapping.extras.clear();
    dress(mapping);
    change(tr("Clear all"), mapping);
}

} // namespace rowlift::ui
