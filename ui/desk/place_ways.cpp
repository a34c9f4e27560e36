#include "app/run/run_start.h"
#include "ui/desk/place_desk.h"
#include "ui/desk/place_proposal.h"

#include <algorithm>
#include <limits>

namespace rowlift::ui {

namespace {

/// Source: contracts/salesforce.md, 5.4; other services copy nothing yet.
constexpr qint64 recordsCopiedInCall = 2'000;
/// What a copy may cost before it is only made when it is asked for.
constexpr qint64 callsThatCostLittle = 50;

} // namespace

qint64 PlaceDesk::rows() const
{
    return m_file.snapshot().counted ? m_file.snapshot().rows() : -1;
}

/// The columns may be others now.
void PlaceDesk::takeFile()
{
    const QStringList &columns = m_file.snapshot().look.columns;
    if (!m_snapshot.idColumn.isEmpty() && !columns.contains(m_snapshot.idColumn))
        m_snapshot.idColumn.clear();
    if (!m_snapshot.keyColumn.isEmpty() && !columns.contains(m_snapshot.keyColumn)) {
        m_snapshot.keyColumn.clear();
        m_snapshot.keyField.clear();
    }
    if (m_snapshot.stage == Stage::Ready) {
        dropAnswers();
        propose();
    }
    Q_EMIT changed();
}

/// What the values of the file answer by themselves. What was chosen stays.
void PlaceDesk::propose()
{
    const FileLook &look = m_file.snapshot().look;
    proposeAnswers();
    const bool asks = !m_snapshot.questions().empty();
    if (m_snapshot.operation == Operation::Upsert && !asks && m_snapshot.keyField.isEmpty()
        && onlyOperation())
        m_snapshot.keyField = usualKey(keyChoices(Operation::Upsert));
    if (m_snapshot.operation == Operation::Update && m_snapshot.keyField.isEmpty()) {
        const KeyProposal proposal
            = proposeKey(look.columns, look.looks, m_snapshot.schema, keyChoices(Operation::Update));
        m_snapshot.keyField = proposal.field;
        m_snapshot.keyColumn = proposal.column;
    }
    if (m_snapshot.operation == Operation::Delete && m_snapshot.idColumn.isEmpty()) {
        m_snapshot.idColumn = columnOfIds();
        m_snapshot.idColumnProposed = !m_snapshot.idColumn.isEmpty();
    }
}

void PlaceDesk::dropWhatDoesNotFit()
{
    const auto keys = keyChoices(*m_snapshot.operation);
    const bool keyFits = std::ranges::find(keys, m_snapshot.keyField, &Field::name) != keys.end();
    // What was proposed for an update is no answer to what finds records when others are added.
    if (m_snapshot.questions().empty() && (!keyFits || !m_snapshot.keyColumn.isEmpty())) {
        m_snapshot.keyField.clear();
        m_snapshot.keyColumn.clear();
    }
    dropKindThatDoesNotFit();
}

void PlaceDesk::dropKindThatDoesNotFit()
{
    const auto ways = kinds();
    if (std::ranges::find(ways, m_snapshot.ways.kind, &JobKind::id) == ways.end())
        m_snapshot.ways.kind.clear();
}

std::optional<Operation> PlaceDesk::onlyOperation() const
{
    const Service *known = service();
    const ObjectInfo *listed = m_snapshot.objectInfo();
    if (!known || m_snapshot.stage != Stage::Ready)
        return {};
    const auto ways = known->jobKinds();
    std::optional<Operation> only;
    for (const Operation operation :
         { Operation::Insert, Operation::Upsert, Operation::Update, Operation::Delete }) {
        const Target does { .object = m_snapshot.object, .operation = operation };
        if (std::ranges::none_of(ways, [&](const JobKind &kind) { return known->takes(kind, does); }))
            continue;
        if (only)
            return {};
        only = operation;
    }
    const ObjectInfo &object = listed ? *listed : m_snapshot.schema.object;
    const bool adds = only == Operation::Insert || only == Operation::Upsert;
    const bool changes = only == Operation::Upsert || only == Operation::Update;
    const bool may = (!adds || object.canCreate) && (!changes || object.canUpdate);
    return may && only != Operation::Delete ? only : std::nullopt;
}

/// What nobody can decide otherwise is not asked.
void PlaceDesk::takeTheOnlyWay()
{
    if (!m_snapshot.operation)
        m_snapshot.operation = onlyOperation();
    refit();
    if (m_snapshot.operation)
        propose();
    startAsking();
}

QString PlaceDesk::columnOfIds() const
{
    const FileLook &look = m_file.snapshot().look;
    const int column = columnOfRecordIds(look.looks, m_snapshot.schema.object);
    return look.columns.value(column);
}

std::vector<const Field *> PlaceDesk::keyChoices(Operation operation) const
{
    const bool looksUp = operation == Operation::Update;
    std::vector<const Field *> found;
    if (!looksUp && operation != Operation::Upsert)
        return found;
    for (const Field &field : m_snapshot.schema.fields) {
        const bool id = field.type == FieldType::Id;
        if (field.standsFor.isEmpty() && (field.key || (looksUp && (id || field.searchable))))
            found.push_back(&field);
    }
    std::ranges::stable_sort(found, {}, [looksUp](const Field *field) { return keyRank(*field, looksUp); });
    return found;
}

std::optional<JobKind> PlaceDesk::kindFor(qint64 rows) const
{
    if (!service() || !m_snapshot.operation)
        return {};
    const qint64 many = rows < 0 ? std::numeric_limits<qint64>::max() : rows;
    const auto kind = rowlift::kindFor(*service(), target(), many, m_snapshot.ways.kind, m_fields);
    return kind ? std::optional(*kind) : std::nullopt;
}

qint64 PlaceDesk::callsToKeepOld(qint64 rows) const
{
    const auto kind = kindFor(rows);
    const qint64 inPart = kind ? kind->mostRecords(true) : 0; // each part is copied by itself
    const qint64 inCall = inPart == 0 ? recordsCopiedInCall : std::min(recordsCopiedInCall, inPart);
    return (std::max<qint64>(rows, 0) + inCall - 1) / inCall;
}

bool PlaceDesk::canKeepOld(qint64 rows) const
{
    const auto kind = kindFor(rows);
    const bool touches
        = m_snapshot.operation == Operation::Update || m_snapshot.operation == Operation::Delete;
    return touches && kind && kind->canKeepOld;
}

bool PlaceDesk::keepsOld(qint64 rows) const
{
    if (!canKeepOld(rows))
        return false;
    const bool costsLittle = rows >= 0 && callsToKeepOld(rows) <= callsThatCostLittle;
    return m_snapshot.operation == Operation::Delete || m_snapshot.ways.keepsOld.value_or(costsLittle);
}

void PlaceDesk::addWays(Draft &draft, qint64 rows) const
{
    draft.kind = m_snapshot.ways.kind;
    draft.keepsOld = keepsOld(rows);
    draft.several = m_snapshot.ways.several;
    draft.target.options = target().options; // with those that leave no choice
}

void PlaceDesk::chooseKind(const QString &kind)
{
    if (m_snapshot.ways.kind == kind)
        return;
    m_snapshot.ways.kind = kind;
    Q_EMIT changed();
}

void PlaceDesk::setKeepsOld(bool keeps)
{
    if (m_snapshot.ways.keepsOld == keeps)
        return;
    m_snapshot.ways.keepsOld = keeps;
    Q_EMIT changed();
}

void PlaceDesk::chooseSeveral(SeveralFound several)
{
    if (m_snapshot.ways.several == several)
        return;
    m_snapshot.ways.several = several;
    Q_EMIT changed();
}

void PlaceDesk::beginFile()
{
    const bool deleted = m_snapshot.operation == Operation::Delete;
    if (const ObjectInfo *object = m_snapshot.objectInfo(); object && object->isNew)
        connectAccount(); // an import may have made it meanwhile
    if (!deleted && m_snapshot.ways.options.isEmpty())
        return;
    m_snapshot.ways.options = {};
    m_snapshot.lostChoice.clear();
    fit();
    if (deleted) {
        m_snapshot.operation.reset();
        m_snapshot.idColumn.clear();
        m_snapshot.idColumnProposed = false;
    }
    Q_EMIT changed();
}

} // namespace rowlift::ui
