#include "app/service/marketo/field_labels.h"

#include "app/service/marketo/schema_reader.h"

#include <utility>

namespace rowlift::marketo {

void FieldLabels::keep(const QByteArray &document)
{
    const auto schema = readSchema(document);
    if (!schema)
        return;
    QMultiHash<QString, QString> fields;
    for (const Field &field : schema->fields)
        fields.insert(field.label, field.name);
    const std::lock_guard lock(m_mutex);
    m_fields = std::move(fields);
}

bool FieldLabels::areKnown() const
{
    const std::lock_guard lock(m_mutex);
    return !m_fields.isEmpty();
}

QString FieldLabels::fieldOf(const QString &label, const QStringList &fields) const
{
    const std::lock_guard lock(m_mutex);
    QString found;
    for (const QString &field : m_fields.values(label)) {
        if (!fields.contains(field))
            continue;
        if (!found.isEmpty())
            return {};
        found = field;
    }
    return found;
}

} // namespace rowlift::marketo
