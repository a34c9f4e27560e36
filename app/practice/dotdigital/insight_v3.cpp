#include "app/practice/dotdigital/insight_v3.h"

#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/insight_v2.h"
#include "app/practice/dotdigital/item_reader.h"
#include "app/practice/json_text.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int failuresAPiece = 500;

constexpr std::array collectionTypes {
    "cartInsight",         "catalog", "consentInsight",    "custom",     "easyEditorExtensions",
    "nostoEmailCampaigns", "orders",  "productCategories", "webInsight", "wishList"
};

QByteArray ownerView(const Item &item)
{
    if (item.identifierType.empty())
        return R"({"ownerType":"account"})"_ba;
    JsonText identity;
    identity.text("identifier", QByteArray::fromStdString(item.identifierType))
        .text("value", QByteArray::fromStdString(item.identifier));
    JsonText text;
    return text.text("ownerType", "contact"_ba).raw("contactIdentity"_ba, identity.object()).object();
}

/// The whole status of an ended import; its failures echo the records, a piece at a time.
class StatusBody final : public BodySource {
public:
    StatusBody(const Surroundings &around, const Jobs &jobs, Job job)
        : m_around(around)
        , m_job(std::move(job))
        , m_items(jobs.folderOf(m_job.id) + u"/items"_s)
        , m_skip(around.switches.number(u"lose-faults"_s, 0))
    {
    }

    qint64 size() const override { return -1; }

    QByteArray next() override
    {
        if (m_over)
            return {};
        QByteArray piece = m_begun ? QByteArray() : head();
        m_begun = true;
        Database database(m_around.dataFolder);
        const bool none = m_around.switches.on(u"null-faults"_s);
        const QList<JobFault> faults
            = none ? QList<JobFault>() : Jobs::faults(database, m_job, m_last, failuresAPiece);
        for (const JobFault &fault : faults) {
            m_last = fault.number;
            if (m_skip-- <= 0)
                appendFailure(piece, fault);
        }
        m_over = faults.size() < failuresAPiece;
        return m_over ? piece + "]}" : piece;
    }

private:
    QByteArray head() const
    {
        const qint64 more = m_around.switches.number(u"insight-miscount"_s, 0);
        const QByteArray done = m_around.switches.text(u"v3-done"_s).toLatin1();
        JsonText summary;
        summary.number("totalRecords", m_job.items + more)
            .number("totalImported", m_job.imported() + more)
            .number("totalRejected", m_job.rejected);
        JsonText text;
        text.text("importId", m_job.id)
            .text("status", m_job.status == "Finished" && !done.isEmpty() ? done : m_job.status)
            .text("collectionName", m_job.name)
            .raw("summary"_ba, summary.object());
        QByteArray whole = text.object();
        whole.chop(1);
        return whole + ",\"failures\":[";
    }

    void appendFailure(QByteArray &piece, const JobFault &fault)
    {
        Item item;
        m_items.seek(fault.position);
        if (!m_items.next(item))
            return;
        const QByteArray &detail = fault.fault.detail;
        JsonText text;
        text.raw("collectionOwner"_ba, ownerView(item))
            .text("failureReason", fault.fault.reason)
            .raw("details"_ba, detail.isEmpty() ? "[]"_ba : jsonArray({ jsonString(detail) }))
            .text("key", QByteArray::fromStdString(item.key))
            .raw("json"_ba, QByteArray::fromStdString(item.json));
        piece += (m_some ? "," : "") + text.object();
        m_some = true;
    }

    const Surroundings &m_around;
    const Job m_job;
    ItemFile m_items;
    qint64 m_skip;
    qint64 m_last = 0;
    bool m_begun = false;
    bool m_some = false;
    bool m_over = false;
};

Response badJson(const QByteArray &item = {}, const QByteArray &words = {})
{
    return refusalV3(400, "insightData:badJson"_ba, "The request JSON is badly formed"_ba, item, words);
}

std::optional<Response> refusedBodyV3(const ReadItems &read)
{
    switch (read.trouble) {
    case ReadItems::Trouble::None:
        break;
    case ReadItems::Trouble::Gone: {
        Response lost;
        lost.lost = true;
        return lost;
    }
    case ReadItems::Trouble::TooLong:
        return refusalV3(413, "insightData:badJson"_ba, "The request is too large"_ba);
    default:
        return badJson();
    }
    for (const char *name : { "collectionName", "collectionScope", "collectionType" })
        if (!read.members.contains(name))
            return badJson(name, "The member is required"_ba);
    if (!read.hasRecords)
        return badJson("records"_ba, "The member is required"_ba);
    if (!isCollectionNameV3(read.members["collectionName"_ba]))
        return badJson("collectionName"_ba, "The name is invalid"_ba);
    if (!isCollectionScope(read.members["collectionScope"_ba]))
        return badJson("collectionScope"_ba, "The scope must be account or contact"_ba);
    if (!isCollectionType(read.members["collectionType"_ba]))
        return badJson("collectionType"_ba, "The type is unknown"_ba);
    if (read.items == 0)
        return refusalV3(400, "insightData:noRecordsSpecified"_ba, "No records were specified"_ba);
    if (!read.wrongItem.isEmpty())
        return badJson(read.wrongItem, read.wrongWords);
    return std::nullopt;
}

} // namespace

bool isCollectionScope(const QByteArray &word)
{
    return word == "account" || word == "contact";
}

bool isCollectionType(const QByteArray &word)
{
    return std::any_of(collectionTypes.begin(), collectionTypes.end(),
                       [&](const char *each) { return word == each; });
}

std::optional<Response> InsightV3::answer(Call &call)
{
    const QStringList &path = call.path; // insightData v3 import …
    if (path.value(0) != u"insightData" || path.value(1) != u"v3" || path.value(2) != u"import"
        || path.size() > 4)
        return std::nullopt;
    if (path.size() == 3)
        return call.is("PUT") ? submit(call) : wrongMethod();
    return call.is("GET") ? status(call, path[3].toUtf8()) : wrongMethod();
}

Response InsightV3::submit(Call &call)
{
    const QString file = m_jobs.incoming();
    ItemWriter writer(file);
    const ReadItems read = readItemsV3(*call.request.reader, longestInsightBody,
                                       [&](const Item &item) { writer.write(item); });
    const bool stored = writer.close();
    auto refused = refusedBodyV3(read);
    const QByteArray name = read.members.value("collectionName"_ba);
    const QByteArray scope = read.members.value("collectionScope"_ba);
    const QByteArray type = read.members.value("collectionType"_ba);
    Job job;
    job.kind = JobKind::InsightV3;
    job.items = read.items;
    if (!refused && stored) {
        const Turn turn(m_around, call.database);
        Collections all(call.database);
        const auto known = all.find(name);
        if (Jobs::activeInsight(call.database) >= Jobs::mostInsight)
            refused = refusalV3(
                429, "insightData:tooManyActiveImports"_ba,
                "Your import request cannot be accepted as too many imports are being processed for "
                "your account. Please wait for an import to complete and then resubmit."_ba);
        else if (known && (known->scope != scope || known->type != type))
            refused = refusalV3(400, "insightData:invalidId"_ba,
                                "The collection '" + name + "' has another scope or type");
        else {
            const Collection collection = known ? *known : all.make(name, scope, type);
            job.place = collection.id;
            job.name = collection.name;
            if (m_worker.isInstant())
                m_worker.complete(job);
            if (!m_jobs.add(call.database, job, file, u"items"_s))
                refused = refusalV3(500, "insightData:unknown"_ba, "The import could not be stored"_ba);
        }
    }
    if (refused || !stored) {
        QFile::remove(file);
        return refused ? *refused
                       : refusalV3(500, "insightData:unknown"_ba, "The import could not be stored"_ba);
    }
    m_worker.wake();
    JsonText text;
    return jsonReply(202, text.text("importId", job.id).object());
}

Response InsightV3::status(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::InsightV3);
    if (!job)
        return refusalV3(404, "insightData:importNotFound"_ba,
                         "The import request '" + id + "' could not be found!");
    if (job->isEnded()) {
        Response response = jsonReply(200, {});
        response.source = std::make_shared<StatusBody>(m_around, m_jobs, *job);
        return response;
    }
    JsonText text;
    text.text("importId", job->id);
    if (!m_around.switches.on(u"missing-status"_s))
        text.text("status", job->state == JobState::Waiting ? "NotStarted"_ba : "Processing"_ba);
    return jsonReply(200, text.object());
}

} // namespace rowlift::practice::dotdigital
