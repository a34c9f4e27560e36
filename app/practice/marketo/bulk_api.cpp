#include "app/practice/marketo/bulk_api.h"

#include "app/practice/json_text.h"

#include <QFile>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const char *before, const QString &value, const char *behind)
{
    return before + value.toUtf8() + behind;
}

bool isCustomObject(const ImportJob &job)
{
    return job.object != "leads" && job.object != "members";
}

/// "batch/3404.json" or "3404/status.json": without the ending.
QString plainName(const QString &segment)
{
    return segment.endsWith(u".json") ? segment.chopped(5) : segment;
}

} // namespace

/// The paths are those of three APIs:
///   leads.json                        leads/batch/ID.json    leads/batch/ID/failures.json
///   customobjects/NAME/import.json    customobjects/NAME/import/ID/status.json ...
///   program/ID/members/import.json    program/members/import/ID/status.json ...
Answer BulkApi::answer(const Call &call)
{
    QStringList path = call.path().split(u'/', Qt::SkipEmptyParts).mid(2);
    if (path.isEmpty() || !path.last().endsWith(u".json"))
        return m_envelope.refusal(610);
    path.last() = plainName(path.last());
    const QString first = path.first();
    ImportJob job;
    if (first == u"leads") {
        job.object = "leads"_ba;
        if (path.size() == 1)
            return create(call, job);
        if (path[1] == u"batch" && (path.size() == 3 || path.size() == 4))
            return batch(call, job.object, path[2], path.size() == 3 ? u"status"_s : path[3]);
    } else if (first == u"customobjects" && path.value(2) == u"import") {
        job.object = path[1].toUtf8();
        if (!m_catalog.customObject(job.object))
            return m_envelope.refusal(1013);
        if (path.size() == 3)
            return create(call, job);
        if (path.size() == 5)
            return batch(call, job.object, path[3], path[4]);
    } else if (first == u"program" && path.size() == 4 && path[2] == u"members" && path[3] == u"import") {
        job.object = "members"_ba;
        job.program = path[1].toLongLong();
        return create(call, job);
    } else if (first == u"program" && path.size() == 5 && path[1] == u"members" && path[2] == u"import") {
        return batch(call, "members"_ba, path[3], path[4]);
    }
    return m_envelope.refusal(610);
}

Answer BulkApi::wrongMethod(const Call &call) const
{
    return m_envelope.refusal(605, "Request method '" + call.method() + "' not supported");
}

Answer BulkApi::create(const Call &call, ImportJob job)
{
    if (call.method() != "POST")
        return wrongMethod(call);
    if (!call.isMultipart())
        return m_envelope.refusal(612);
    if (!call.parts())
        return m_envelope.refusal(613);
    if (auto refused = readOptions(call, &job))
        return *refused;
    const FormPart *const file = partNamed(*call.parts(), u"file"_s);
    if (!file || !file->isFile)
        return m_envelope.refusal(1002, "Missing value for the required parameter 'file'"_ba);
    const QString upload = m_imports.putAside(file->content);
    job.rows = upload.isEmpty() ? -1 : rowsIn(upload, job.delimiter());
    if (job.rows <= 0) {
        QFile::remove(upload);
        return upload.isEmpty() ? m_envelope.refusal(611) : m_envelope.refusal(1003, "Empty file"_ba);
    }
    if (m_instant.isOn())
        m_instant.complete(job);
    if (const int refused = m_imports.add(job, upload))
        return m_envelope.refusal(refused);
    m_worker.wake();
    return m_envelope.result(jsonArray({ created(job) }));
}

QByteArray BulkApi::created(const ImportJob &job) const
{
    JsonText text;
    text.number("batchId", job.id);
    if (isCustomObject(job))
        text.text("objectApiName", job.object);
    else if (!m_around.switches.on(u"batch-without-import-id"_s))
        text.text("importId", QByteArray::number(job.id));
    return text.text("status", "Queued"_ba).object();
}

std::optional<Answer> BulkApi::readOptions(const Call &call, ImportJob *job) const
{
    const QByteArray format = call.value(u"format"_s).toLower().toUtf8();
    if (!format.isEmpty() && format != "csv" && format != "tsv" && format != "ssv")
        return m_envelope.refusal(1003);
    job->format = format.isEmpty() ? "csv"_ba : format;
    if (isCustomObject(*job))
        return std::nullopt;
    if (job->object == "members") {
        const auto &programs = Catalog::programs();
        if (std::none_of(programs.cbegin(), programs.cend(),
                         [&](const Program &each) { return each.id == job->program; }))
            return m_envelope.refusal(1013);
        const QString status = call.value(u"programMemberStatus"_s);
        if (status.isEmpty())
            return m_envelope.refusal(1002,
                                      "Missing value for the required parameter 'programMemberStatus'"_ba);
        if (!Catalog::isProgramStatus(status))
            return m_envelope.refusal(1025);
        job->programStatus = status.toUtf8();
        return std::nullopt;
    }
    return readPlace(call, job);
}

std::optional<Answer> BulkApi::readPlace(const Call &call, ImportJob *job) const
{
    if (const QString lookup = call.value(u"lookupField"_s); !lookup.isEmpty()) {
        const Field *field = m_catalog.leads().named(lookup.toUtf8());
        if (!field)
            return m_envelope.refusal(1006, quoted("Lookup field '", lookup, "' not found"));
        if (!field->key)
            return m_envelope.refusal(1011, quoted("Field '", lookup, "' not supported"));
        job->lookupField = field->name;
    }
    if (const QString list = call.value(u"listId"_s); !list.isEmpty()) {
        bool isNumber = false;
        job->list = list.toLongLong(&isNumber);
        if (!isNumber)
            return m_envelope.refusal(1001, quoted("Invalid value '", list, "'. Required of type 'Integer'"));
        if (!m_catalog.list(job->list))
            return m_envelope.refusal(1013);
    }
    if (const QString partition = call.value(u"partitionName"_s); !partition.isEmpty()) {
        job->partition = Catalog::partitionNamed(partition);
        if (job->partition == 0)
            return m_envelope.refusal(1008, quoted("Access denied to partition '", partition, "'"));
    }
    return std::nullopt;
}

Answer BulkApi::batch(const Call &call, const QByteArray &object, const QString &id, const QString &resource)
{
    if (!call.isGet())
        return wrongMethod(call);
    const auto job = m_imports.find(id.toLongLong());
    if (!job || job->object != object)
        return m_envelope.refusal(1013);
    if (resource == u"status")
        return status(*job);
    if (resource == u"failures")
        return exceptions(*job, Exceptions::Failures);
    if (resource == u"warnings")
        return exceptions(*job, Exceptions::Warnings);
    return m_envelope.refusal(610);
}

Answer BulkApi::status(const ImportJob &job) const
{
    const bool custom = isCustomObject(job);
    const Switches &switches = m_around.switches;
    const qint64 failed = job.progress.failed
        + (switches.on(u"miscount"_s) && job.isEnded() ? switches.number(u"miscount"_s, 1) : 0);
    const bool all = switches.text(u"counts"_s) == u"include-failed";
    JsonText text;
    text.number("batchId", job.id);
    if (custom)
        text.text("operation", "import"_ba).text("objectApiName", job.object);
    else if (!switches.on(u"batch-without-import-id"_s))
        text.text("importId", QByteArray::number(job.id));
    text.text("status", stateWord(job.state));
    if (job.state != ImportState::Queued)
        text.number(custom ? "numOfObjectsProcessed" : "numOfLeadsProcessed",
                    all ? job.progress.rows : job.imported())
            .number("numOfRowsFailed", failed)
            .number("numOfRowsWithWarning", job.progress.warned);
    if (custom && job.isEnded())
        text.text("importTime", QByteArray::number((job.ended - job.started + 999) / 1000) + " second(s)");
    if (const QByteArray message = messageOf(job); !message.isEmpty())
        text.text("message", message);
    return m_envelope.result(jsonArray({ text.object() }));
}

Answer BulkApi::exceptions(const ImportJob &job, Exceptions which) const
{
    const QString folder = m_imports.folderOf(job.id);
    if (!hasNone(which, folder))
        return { exceptionReply(job, which, folder,
                                m_around.switches.text(u"failures-columns"_s) == u"compact") };
    Response nothing;
    nothing.status = m_around.switches.text(u"no-failures-file"_s) == u"empty" ? 200 : 404;
    if (nothing.status == 200)
        nothing.with("Content-Type"_ba, "text/csv;charset=UTF-8"_ba);
    return { nothing };
}

} // namespace rowlift::practice::marketo
