#include "app/practice/marketo/judge.h"

#include "app/practice/marketo/envelope.h"
#include "app/practice/marketo/values.h"

#include <algorithm>

namespace rowlift::practice::marketo {

namespace {

constexpr int mainPartition = 1;

QByteArray faultWords(const Field &field, Literal::Fault fault)
{
    if (fault == Literal::Fault::Type)
        return "Invalid data type in field " + field.label;
    return "Invalid value for field " + field.label + ": maximum length is "
        + QByteArray::number(field.length);
}

/// A key of its own for what is found by several values.
Key joinedKey(int object, const std::vector<QByteArray> &literals)
{
    QByteArray joined;
    for (const QByteArray &literal : literals)
        joined += literal + '\n';
    return { -object, joined };
}

} // namespace

Judge::Judge(ImportPlan plan, Store &store, const Clock &clock)
    : m_plan(std::move(plan))
    , m_store(store)
    , m_book(m_plan.object, *m_plan.fields, store, clock)
    , m_clock(clock)
{
}

/// Names are taken in describe's spelling only; of one name twice the last counts.
void Judge::readHeader(const std::vector<std::string_view> &names)
{
    m_columns.assign(names.size(), {});
    m_keyColumns.assign(static_cast<std::size_t>(m_plan.keys.size()), -1);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Field *field = m_plan.fields->named(names[i]);
        const bool ofMember = !field && m_plan.memberFields;
        if (ofMember)
            field = m_plan.memberFields->named(names[i]);
        if (!field)
            continue;
        for (Column &before : m_columns)
            if (before.field == field)
                before.field = nullptr;
        const qsizetype key = ofMember ? -1 : m_plan.keys.indexOf(field);
        if (key >= 0)
            m_keyColumns[static_cast<std::size_t>(key)] = static_cast<std::ptrdiff_t>(i);
        if (!field->readOnly && field->type != Field::Type::Formula)
            m_columns[i] = { field, ofMember };
    }
}

Verdict Judge::judge(const std::vector<std::string_view> &cells)
{
    Verdict verdict;
    verdict.failure = keyLiterals(cells);
    if (verdict.failure.isEmpty())
        verdict.failure = read(cells, &verdict.warning);
    if (!verdict.failure.isEmpty())
        return verdict;
    verdict.failure = (m_plan.kind == ImportPlan::Kind::CustomObjects ? customObject() : lead()).failure;
    return verdict;
}

QByteArray Judge::keyLiterals(const std::vector<std::string_view> &cells)
{
    m_keys.clear();
    for (std::size_t i = 0; i < m_keyColumns.size(); ++i) {
        const Field &key = *m_plan.keys[static_cast<qsizetype>(i)];
        const std::ptrdiff_t column = m_keyColumns[i];
        const std::string_view text = column < 0 || static_cast<std::size_t>(column) >= cells.size()
            ? std::string_view()
            : cells[static_cast<std::size_t>(column)];
        if (text.empty() || isNull(text)) {
            if (!m_plan.judging)
                return {};
            return m_plan.kind == ImportPlan::Kind::CustomObjects
                ? QByteArray("missing.dedupe.fields")
                : "Value for lookup field '" + key.name + "' not found";
        }
        const Literal literal = literalOf(key, text);
        if (literal.fault != Literal::Fault::None && m_plan.judging)
            return faultWords(key, literal.fault);
        m_keys.push_back(literal.fault == Literal::Fault::None ? literal.json : textLiteral(text));
    }
    return {};
}

QByteArray Judge::read(const std::vector<std::string_view> &cells, QByteArray *warning)
{
    m_changes.clear();
    m_memberChanges.clear();
    const std::size_t count = std::min(cells.size(), m_columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Column &column = m_columns[i];
        if (!column.field || cells[i].empty())
            continue;
        Change change { column.field, {} };
        if (!isNull(cells[i])) {
            Literal literal = literalOf(*column.field, cells[i]);
            if (literal.fault != Literal::Fault::None && m_plan.judging)
                return faultWords(*column.field, literal.fault);
            if (literal.oddEmail)
                *warning = "Invalid email address";
            change.literal
                = literal.fault == Literal::Fault::None ? std::move(literal.json) : textLiteral(cells[i]);
        }
        (column.ofMember ? m_memberChanges : m_changes).push_back(std::move(change));
    }
    return {};
}

Verdict Judge::lead()
{
    const QList<qint64> found
        = m_keys.empty() ? QList<qint64>() : m_book.matches(*m_plan.keys.first(), m_keys.front());
    qint64 id = 0;
    if (found.size() > 1 && m_plan.judging)
        return { usualWords(1007), {} };
    if (found.isEmpty()) {
        if (m_plan.keys.first()->name == "id" && m_plan.judging)
            return { usualWords(1004), {} };
        id = m_book.create(m_plan.partition > 0 ? m_plan.partition : mainPartition, m_changes);
    } else {
        id = found.first();
        const auto record = m_plan.partition > 0 ? m_store.find(id) : std::nullopt;
        if (record && record->partition != m_plan.partition && m_plan.judging)
            return { usualWords(1010), {} };
        m_book.change(id, m_changes);
    }
    if (m_plan.list > 0)
        m_store.addMember(m_plan.list, id);
    if (m_plan.kind == ImportPlan::Kind::ProgramMembers)
        enrol(id);
    return {};
}

Verdict Judge::customObject()
{
    const Key key = joinedKey(m_plan.object, m_keys);
    const QList<qint64> found = m_store.withKey(key, 1);
    if (found.isEmpty())
        m_book.create(mainPartition, m_changes, key);
    else
        m_book.change(found.first(), m_changes);
    return {};
}

void Judge::enrol(qint64 lead)
{
    static const Field leadId { .name = "leadId" };
    static const Field programId { .name = "programId" };
    static const Field status { .name = "statusName" };
    const QByteArray leadText = QByteArray::number(lead);
    const QByteArray programText = QByteArray::number(m_plan.program);
    std::vector<Change> changes = m_memberChanges;
    changes.push_back({ &leadId, leadText });
    changes.push_back({ &programId, programText });
    changes.push_back({ &status,
                        textLiteral({ m_plan.programStatus.constData(),
                                      static_cast<std::size_t>(m_plan.programStatus.size()) }) });
    const Key key = joinedKey(ProgramMembers, { programText, leadText });
    Book members(ProgramMembers, *m_plan.memberFields, m_store, m_clock);
    const QList<qint64> found = m_store.withKey(key, 1);
    if (found.isEmpty())
        members.create(mainPartition, changes, key);
    else
        members.change(found.first(), changes);
}

} // namespace rowlift::practice::marketo
