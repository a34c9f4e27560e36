#include "ui/desk/mapping_survey.h"

#include "app/mapping/consent.h"

namespace rowlift::ui {

namespace {

/// Values of such a field can be read in more than one way.
bool canBeReadDifferently(const Field *field)
{
    if (!field)
        return false;
    if (consentSense(*field))
        return true;
    switch (field->type) {
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Phone:
    case FieldType::MultiPicklist:
        return true;
    case FieldType::Picklist:
        return !field->values.empty();
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Url:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Unsupported:
        return false;
    }
    return false;
}

Treatment onlyCleaners(const Treatment &treatment)
{
    // The type of a property tells how its values can be read.
    return { .cleaners = treatment.cleaners, .property = treatment.property };
}

} // namespace

MappingSurvey::MappingSurvey(QObject *parent)
    : QObject(parent)
{
    connect(&m_work, &WorkBase::finished, this, [this] {
        if (const auto &result = m_work.result())
            m_survey = *result;
        Q_EMIT finished();
    });
}

Draft MappingSurvey::questionOf(const Draft &draft, const Schema &schema)
{
    Draft question = draft;
    Mapping &mapping = question.mapping;
    mapping = {};
    for (const ColumnMapping &column : draft.mapping.columns) {
        ColumnMapping asked { .column = column.column, .field = {} };
        if (canBeReadDifferently(schema.field(column.field))) {
            asked.field = column.field;
            asked.piece = column.piece;
            asked.treatment = onlyCleaners(column.treatment);
        }
        mapping.columns.push_back(asked);
    }
    for (ExtraField extra : draft.mapping.extras) {
        if (extra.isFixed() || !canBeReadDifferently(schema.field(extra.field)))
            continue;
        extra.treatment = onlyCleaners(extra.treatment);
        mapping.extras.push_back(extra);
    }
    return question;
}

void MappingSurvey::ask(const Draft &draft, const Schema &schema)
{
    Draft question = questionOf(draft, schema);
    if (question == m_question)
        return;
    m_question = std::move(question);
    m_survey.reset();
    m_work.cancel();
    if (m_question.mapping.fields().isEmpty())
        return;
    m_work.start([asked = m_question, schema](const Progress &progress, std::stop_token stop) {
        return surveyValues(asked, schema, progress, stop);
    });
}

void MappingSurvey::stop()
{
    m_question = {};
    m_survey.reset();
    m_work.cancel();
}

} // namespace rowlift::ui
