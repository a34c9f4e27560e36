#include "app/practice/dotdigital/insight_v2.h"

#include "app/practice/dotdigital/item_reader.h"
#include "app/practice/json_text.h"

#include <QFile>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int faultsAPiece = 1000;

/// The faults of a report, each with its item's key, a piece at a time.
class ReportBody final : public BodySource {
public:
    ReportBody(const Surroundings &around, const Jobs &jobs, Job job)
        : m_around(around)
        , m_job(std::move(job))
        , m_items(jobs.folderOf(m_job.id) + u"/items"_s)
        , m_skip(around.switches.number(u"lose-faults"_s, 0))
        , m_detail(around.switches.on(u"fault-detail"_s))
    {
    }

    qint64 size() const override { return -1; }

    QByteArray next() override
    {
        if (m_over)
            return {};
        QByteArray piece = m_begun ? QByteArray() : head();
        m_begun = true;
        if (isNull()) {
            m_over = true;
            return piece + "null}";
        }
        Database database(m_around.dataFolder);
        const QList<JobFault> faults = Jobs::faults(database, m_job, m_last, faultsAPiece);
        Item item;
        for (const JobFault &fault : faults) {
            m_last = fault.number;
            if (m_skip-- > 0)
                continue;
            m_items.seek(fault.position);
            if (!m_items.next(item))
                continue;
            JsonText text;
            text.raw("key"_ba, item.hasKey ? jsonString(QByteArray::fromStdString(item.key)) : "null"_ba)
                .text("reason", fault.fault.reason);
            if (m_detail)
                text.raw("detail"_ba,
                         fault.fault.detail.isEmpty() ? "null"_ba : jsonString(fault.fault.detail));
            piece += (m_some ? "," : "") + text.object();
            m_some = true;
        }
        m_over = faults.size() < faultsAPiece;
        return m_over ? piece + "]}" : piece;
    }

private:
    /// `faults` is null where there are none, and with the switch `null-faults` where there are some.
    bool isNull() const { return m_job.rejected == 0 || m_around.switches.on(u"null-faults"_s); }

    QByteArray head() const
    {
        const qint64 more = m_around.switches.number(u"insight-miscount"_s, 0);
        JsonText text;
        text.number("totalItems", m_job.items + more)
            .number("totalImported", m_job.imported() + more)
            .number("totalRejected", m_job.rejected);
        QByteArray whole = text.object();
        whole.chop(1);
        return whole + ",\"faults\":" + (isNull() ? "" : "[");
    }

    const Surroundings &m_around;
    const Job m_job;
    ItemFile m_items;
    qint64 m_skip;
    const bool m_detail;
    qint64 m_last = 0;
    bool m_begun = false;
    bool m_some = false;
    bool m_over = false;
};

/// Source: contracts/dotdigital.md, 4.3.
QByteArray statusWord(const Job &job)
{
    switch (job.state) {
    case JobState::Waiting:
        return "NotStarted"_ba;
    case JobState::Running:
        return "NotFinished"_ba;
    case JobState::Ended:
        break;
    }
    return job.status;
}

std::optional<Response> refusedBody(const ReadItems &read)
{
    switch (read.trouble) {
    case ReadItems::Trouble::None:
        return std::nullopt;
    case ReadItems::Trouble::Gone: {
        Response lost;
        lost.lost = true;
        return lost;
    }
    case ReadItems::Trouble::TooLong:
        return sentence(413, "The request is too large."_ba);
    case ReadItems::Trouble::Empty:
    case ReadItems::Trouble::Null:
        return sentence(400, "Transactional data can not be null. ERROR_MALFORMED_REQUEST"_ba);
    case ReadItems::Trouble::Malformed:
        break;
    }
    return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
}

} // namespace

std::optional<Response> InsightV2::answer(Call &call)
{
    const QStringList &path = call.path; // v2 contacts …
    if (path.value(1) != u"contacts")
        return std::nullopt;
    if (path.size() == 3 && path[2] == u"transactional-data-collections")
        return call.is("GET") ? collections(call) : wrongMethod();
    if (path.value(2) != u"transactional-data" || path.value(3) != u"import" || path.size() < 5)
        return std::nullopt;
    const QByteArray last = path[4].toUtf8();
    if (path.size() == 6)
        return path[5] != u"report" ? std::nullopt
            : call.is("GET")        ? std::optional(report(call, last))
                                    : std::optional(wrongMethod());
    if (call.is("POST"))
        return submit(call, last);
    return call.is("GET") ? status(call, last) : wrongMethod();
}

Response InsightV2::collections(const Call &call) const
{
    const auto page = pageOf(call, 1000);
    if (!page)
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    QByteArrayList each;
    for (const Collection &collection : Collections(call.database).list(page->select, page->skip)) {
        JsonText text;
        each.append(text.number("id", collection.id).text("name", collection.name).object());
    }
    return jsonReply(200, jsonArray(each));
}

Response InsightV2::submit(Call &call, const QByteArray &name)
{
    const QString file = m_jobs.incoming();
    ItemWriter writer(file);
    bool ofAccount = false;
    bool first = true;
    const ReadItems read = readItemsV2(*call.request.reader, longestInsightBody, [&](const Item &item) {
        ofAccount = ofAccount || (first && item.identifier == "account");
        first = false;
        writer.write(item);
    });
    const bool stored = writer.close();
    auto refused = refusedBody(read);
    if (!refused && !isCollectionNameV2(name))
        refused = refusal(400, "ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME"_ba);
    if (refused || !stored) {
        QFile::remove(file);
        return refused ? *refused : refusal(500, "ERROR_UNKNOWN"_ba);
    }
    Job job;
    job.kind = JobKind::InsightV2;
    job.items = read.items;
    {
        const Turn turn(m_around, call.database);
        if (Jobs::activeInsight(call.database) >= Jobs::mostInsight) {
            QFile::remove(file);
            return refusal(400, "ERROR_IMPORT_TOOMANYACTIVEIMPORTS"_ba);
        }
        Collections all(call.database);
        const auto known = all.find(name);
        // Whose a new collection is, its first record decides.
        const Collection collection
            = known ? *known : all.make(name, ofAccount ? "account"_ba : "contact"_ba, "custom"_ba);
        job.place = collection.id;
        job.name = collection.name;
        if (m_worker.isInstant())
            m_worker.complete(job);
        if (!m_jobs.add(call.database, job, file, u"items"_s))
            return refusal(500, "ERROR_UNKNOWN"_ba);
    }
    m_worker.wake();
    JsonText text;
    return jsonReply(202, text.text("id", job.id).text("status", "NotStarted"_ba).object());
}

Response InsightV2::status(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::InsightV2);
    if (!job)
        return refusal(404, "ERROR_IMPORT_NOT_FOUND"_ba);
    JsonText text;
    text.text("id", job->id);
    if (!m_around.switches.on(u"missing-status"_s))
        text.text("status", statusWord(*job));
    return jsonReply(200, text.object());
}

Response InsightV2::report(const Call &call, const QByteArray &id) const
{
    const auto job = m_jobs.find(call.database, id, JobKind::InsightV2);
    if (!job)
        return refusal(404, "ERROR_IMPORT_NOT_FOUND"_ba);
    if (!job->isEnded())
        return refusal(404, "ERROR_IMPORT_REPORT_NOT_FOUND"_ba);
    Response response = jsonReply(200, {});
    response.source = std::make_shared<ReportBody>(m_around, m_jobs, *job);
    return response;
}

} // namespace rowlift::practice::dotdigital
