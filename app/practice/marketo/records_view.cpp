#include "app/practice/marketo/records_view.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/envelope.h"

#include <algorithm>

namespace rowlift::practice::marketo {

namespace {

QByteArray valueIn(const StoredRecord &record, const Members &members, const QByteArray &name)
{
    if (name == "id")
        return QByteArray::number(record.id);
    if (name == "createdAt")
        return jsonString(marketoTime(record.created));
    if (name == "updatedAt")
        return jsonString(marketoTime(record.changed));
    if (name == "leadPartitionId")
        return QByteArray::number(record.partition);
    const auto found = std::find_if(members.cbegin(), members.cend(),
                                    [&](const auto &member) { return member.first == name; });
    return found == members.cend() ? QByteArray("null") : found->second;
}

} // namespace

QByteArray wholeRecord(const StoredRecord &record)
{
    JsonText text;
    text.number("id", record.id);
    for (const auto &[name, literal] : membersOf(record.data))
        text.raw(name, literal);
    text.text("createdAt", marketoTime(record.created)).text("updatedAt", marketoTime(record.changed));
    if (record.object == Leads)
        text.number("leadPartitionId", record.partition);
    return text.object();
}

QByteArray leadView(const StoredRecord &record, const QByteArrayList &fields)
{
    const Members members = membersOf(record.data);
    JsonText text;
    for (const QByteArray &name : fields)
        text.raw(name, valueIn(record, members, name));
    return text.object();
}

QByteArrayList askedFields(const Catalog &catalog, const QStringList &asked, QByteArray *unknown)
{
    if (asked.isEmpty())
        return { "id", "firstName", "lastName", "email", "updatedAt", "createdAt" };
    QByteArrayList names;
    for (const QString &each : asked) {
        const QByteArray name = each.trimmed().toUtf8();
        if (!catalog.leads().named(name)) {
            *unknown = name;
            return {};
        }
        names.append(name);
    }
    return names;
}

QByteArray listJson(const StaticList &list)
{
    JsonText text;
    text.number("id", list.id).text("name", list.name);
    if (!list.program.isEmpty())
        text.text("programName", list.program);
    return text.text("workspaceName", list.workspace)
        .text("createdAt", marketoTime(list.created))
        .text("updatedAt", marketoTime(list.created))
        .object();
}

QByteArray importView(const ImportJob &job)
{
    JsonText text;
    text.number("batchId", job.id)
        .text("object", job.object)
        .text("status", stateWord(job.state))
        .boolean("foreign", job.foreign)
        .text("format", job.format)
        .text("lookupField", job.lookupField)
        .number("rows", job.rows)
        .number("processed", job.imported())
        .number("failed", job.progress.failed)
        .number("warned", job.progress.warned)
        .text("createdAt", marketoTime(job.created));
    if (job.list > 0)
        text.number("listId", job.list);
    if (job.partition > 0)
        text.number("partitionId", job.partition);
    if (job.started > 0)
        text.text("startedAt", marketoTime(job.started));
    if (job.isEnded())
        text.text("finishedAt", marketoTime(job.ended));
    return text.object();
}

} // namespace rowlift::practice::marketo
