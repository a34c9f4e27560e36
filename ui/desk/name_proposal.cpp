#include "ui/desk/name_proposal.h"

#include "app/mapping/senses.h"

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

NameProposal::NameProposal(QObject *parent)
    : QObject(parent)
{
    connect(&m_work, &WorkBase::finished, this, [this] {
        if (const auto &result = m_work.result())
            m_survey = *result;
        Q_EMIT changed();
    });
}

void NameProposal::know(const std::vector<ColumnLook> &looks, const Schema &schema, Operation operation)
{
    m_columns.clear();
    m_firstNames.clear();
    m_lastNames.clear();
    const auto senses = sensesOf(looks);
    for (std::size_t at = 0; at < senses.size(); ++at) {
        if (senses[at].meaning.what == Concept::FullName && !senses[at].meaning.stranger)
            m_columns.push_back(static_cast<int>(at));
    }
    if (m_columns.empty())
        return;
    for (const FieldSense &sense : sensesOf(schema, operation)) {
        if (sense.meaning.stranger)
            continue;
        if (sense.meaning.what == Concept::FirstName)
            m_firstNames << sense.field->name;
        else if (sense.meaning.what == Concept::LastName)
            m_lastNames << sense.field->name;
    }
}

std::optional<NameProposal::Split> NameProposal::find(const Draft &draft) const
{
    const Mapping &mapping = draft.mapping;
    const auto firstFree = [&mapping](const QStringList &fields) {
        const auto free
            = std::ranges::find_if(fields, [&](const QString &name) { return !mapping.gives(name); });
        return free == fields.end() ? QString() : *free;
    };
    Split split { .firstName = firstFree(m_firstNames), .lastName = firstFree(m_lastNames) };
    if (split.firstName.isEmpty() || split.lastName.isEmpty())
        return {};
    for (const int at : m_columns) {
        const ColumnMapping &column = mapping.columns[static_cast<std::size_t>(at)];
        const auto takesIt = [&](const ExtraField &extra) { return extra.columns.contains(column.column); };
        if (!column.field.isEmpty() || std::ranges::any_of(mapping.extras, takesIt))
            continue;
        split.column = at;
        return split;
    }
    return {};
}

void NameProposal::look(const Draft &draft)
{
    const auto found = find(draft);
    if (found == m_split)
        return;
    stop();
    m_split = found;
    if (!m_split)
        return;
    m_work.start([draft, column = m_split->column](const Progress &progress, std::stop_token stop) {
        return surveyNames(draft, column, progress, stop);
    });
}

void NameProposal::stop()
{
    m_work.cancel();
    m_split.reset();
    m_survey.reset();
}

Piece NameProposal::pieceFor(const QString &field) const
{
    const bool first = m_split && field == m_split->firstName;
    if (isLastFirst())
        return { .kind = first ? PieceKind::BehindSign : PieceKind::BeforeSign, .sign = u","_s };
    return { .kind = first ? PieceKind::FirstWord : PieceKind::Rest };
}

} // namespace rowlift::ui
