#include "app/run/run_start.h"
#include "ui/desk/place_desk.h"
#include "ui/desk/place_proposal.h"

#include <QLocale>

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
    if (m_snapshot.stage == Stage::Ready)
        propose();
    Q_EMIT changed();
}

/// What the values of the file answer by themselves. What was chosen stays.
void PlaceDesk::propose()
{
    const FileLook &look = m_file.snapshot().look;
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
    if (!keyFits || !m_snapshot.keyColumn.isEmpty()) {
        m_snapshot.keyField.clear();
        m_snapshot.keyColumn.clear();
    }
    const auto ways = kinds();
    if (std::ranges::find(ways, m_snapshot.ways.kind, &JobKind::id) == ways.end())
        m_snapshot.ways.kind.clear();
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

std::vector<LoadOption> PlaceDesk::options() const
{
    return service() && m_snapshot.operation ? service()->options(m_snapshot.target())
                                             : std::vector<LoadOption>();
}

std::vector<JobKind> PlaceDesk::kinds() const
{
    std::vector<JobKind> found;
    if (!service() || !m_snapshot.operation)
        return found;
    for (const JobKind &kind : service()->jobKinds()) {
        if (service()->takes(kind, m_snapshot.target()))
            found.push_back(kind);
    }
    return found;
}

std::optional<JobKind> PlaceDesk::kindFor(qint64 rows) const
{
    if (!service() || !m_snapshot.operation)
        return {};
    const qint64 many = rows < 0 ? std::numeric_limits<qint64>::max() : rows;
    const auto kind = rowlift::kindFor(*service(), m_snapshot.target(), many, m_snapshot.ways.kind);
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
    draft.target.options = {};
    for (const LoadOption &option : options()) {
        if (const auto chosen = m_snapshot.ways.options.constFind(option.id);
            chosen != m_snapshot.ways.options.constEnd())
            draft.target.options.insert(option.id, *chosen);
    }
}

void PlaceDesk::chooseKind(const QString &kind)
{
    if (m_snapshot.ways.kind == kind)
        return;
    m_snapshot.ways.kind = kind;
    Q_EMIT changed();
}

void PlaceDesk::setOption(const QString &option, const QJsonValue &value)
{
    const QJsonObject before = m_snapshot.ways.options;
    if (value.isUndefined())
        m_snapshot.ways.options.remove(option);
    else
        m_snapshot.ways.options.insert(option, value);
    if (before != m_snapshot.ways.options)
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
    if (!deleted && m_snapshot.ways.options.isEmpty())
        return;
    m_snapshot.ways.options = {};
    if (deleted) {
        m_snapshot.operation.reset();
        m_snapshot.idColumn.clear();
        m_snapshot.idColumnProposed = false;
    }
    Q_EMIT changed();
}

void PlaceDesk::forgetChoices()
{
    m_asking.cancel();
    m_snapshot.choices = {};
}

void PlaceDesk::askChoices()
{
    QStringList asked;
    for (const LoadOption &option : options()) {
        if (option.asksAccount)
            asked << option.id;
    }
    const auto state = m_snapshot.choices.state;
    if (asked.isEmpty() || !m_session || state == Choices::State::Asking || state == Choices::State::Known)
        return;
    m_snapshot.choices.state = Choices::State::Asking;
    m_asking.start(
        [session = m_session, asked, target = m_snapshot.target()](
            const Progress &, std::stop_token stop) -> Result<std::map<QString, std::vector<OptionChoice>>> {
            std::map<QString, std::vector<OptionChoice>> known;
            for (const QString &option : asked) {
                auto choices = session->choices(option, target, stop);
                if (!choices)
                    return tl::unexpected(choices.error());
                known.emplace(option, std::move(*choices));
            }
            return known;
        });
    Q_EMIT changed();
}

QString PlaceDesk::sentence() const
{
    const ObjectInfo *object = m_snapshot.objectInfo();
    if (!m_snapshot.complete() || !object)
        return {};
    const QString rows = m_file.snapshot().counted
        ? tr("%Ln row(s)", nullptr, static_cast<int>(m_file.snapshot().rows()))
        : tr("all rows");
    const QString where
        = m_snapshot.facts.organization.isEmpty() ? m_snapshot.account.name : m_snapshot.facts.organization;
    const Field *key = m_snapshot.schema.field(m_snapshot.keyField);
    const QString keyLabel = key ? key->label : m_snapshot.keyField;
    switch (*m_snapshot.operation) {
    case Operation::Insert:
        //: %1 "480 rows", %2 "Contacts", %3 the account
        return tr("Add %1 as new records (%2) to %3.").arg(rows, object->labelPlural, where);
    case Operation::Upsert:
        return tr("Add %1 to %3 or update the records there (%2) with the same %4.")
            .arg(rows, object->labelPlural, where, keyLabel);
    case Operation::Update:
        //: %1 "480 rows", %2 "Contacts", %3 the account
        return m_snapshot.foundById()
            ? tr("Update the records (%2) in %3 whose ids stand in %1. Nothing is added.")
                  .arg(rows, object->labelPlural, where)
            : tr("Update the records (%2) in %3 with the same %4 as in %1. Nothing is added.")
                  .arg(rows, object->labelPlural, where, keyLabel);
    case Operation::Delete:
        //: %1 "480 rows", %2 "Contacts", %3 the account, %4 a column
        return tr("Delete the records (%2) in %3 whose ids stand in the column “%4” (%1).")
            .arg(rows, object->labelPlural, where, m_snapshot.idColumn);
    }
    return {};
}

} // namespace rowlift::ui
