#include "app/practice/salesforce/record_view.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/job.h"
#include "app/practice/salesforce/values.h"

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

RecordView::RecordView(const Object &object, const User &user, const StoredRecord &record)
    : m_object(object)
    , m_user(user)
    , m_record(record)
    , m_members(membersOf(record.data))
{
}

QByteArray RecordView::id() const
{
    return makeId({ m_object.prefix.constData(), static_cast<std::size_t>(m_object.prefix.size()) },
                  m_record.number);
}

QByteArray RecordView::literal(const Field &field) const
{
    const auto stored = [this](const QByteArray &name) {
        const auto found = std::find_if(m_members.begin(), m_members.end(),
                                        [&](const auto &member) { return member.first == name; });
        return found == m_members.end() ? QByteArray() : found->second;
    };
    const QByteArray own = stored(field.name);
    if (!own.isEmpty())
        return own;
    if (field.name == "Id")
        return jsonString(id());
    if (field.name == "IsDeleted")
        return m_record.deleted ? "true"_ba : "false"_ba;
    if (field.name == "CreatedDate")
        return jsonString(restTime(m_record.created));
    if (field.name == "LastModifiedDate" || field.name == "SystemModstamp")
        return jsonString(restTime(m_record.modified));
    if (field.name == "OwnerId" || field.name == "CreatedById" || field.name == "LastModifiedById")
        return jsonString(m_user.id);
    if (field.name == "Name")
        return jsonString(
            (literalText(stored("FirstName"_ba)) + ' ' + literalText(stored("LastName"_ba))).trimmed());
    return field.type == Field::Type::Boolean ? "false"_ba : "null"_ba;
}

QByteArray RecordView::all() const
{
    JsonText text;
    text.text("Id", id());
    for (const auto &[name, value] : m_members)
        text.raw(name, value);
    text.text("CreatedDate", restTime(m_record.created))
        .text("LastModifiedDate", restTime(m_record.modified));
    return text.object();
}

} // namespace rowlift::practice::salesforce
