#include "app/practice/salesforce/instant_jobs.h"

#include "app/practice/csv_rows.h"
#include "app/practice/plain_records.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/job_run.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype instantPiece = 256 * 1024;
constexpr qsizetype idCells = 28; ///< `"003gK0000000001AAA","true",`
constexpr qint64 recordsAWrite = 10'000; ///< Bounds a transaction.

QString uploadIn(const QString &folder)
{
    return folder + u"/upload.csv"_s;
}

std::string_view prefixOf(const Object &object)
{
    return { object.prefix.constData(), static_cast<std::size_t>(object.prefix.size()) };
}

/// The upload's records, an id and "true" in front of each.
class InstantBody final : public BodySource {
public:
    InstantBody(QByteArray head, const Job &job, const Object &object, const QString &folder)
        : m_piece(std::move(head))
        , m_records(uploadIn(folder))
        , m_ids(prefixOf(object), job.firstRecord)
        , m_delimiter(job.delimiterCharacter())
        , m_lineEnd(job.lineEndBytes())
    {
        const qint64 begin = uploadedHeaderEnd(job, folder);
        const qint64 upload = QFileInfo(uploadIn(folder)).size();
        m_records.seek(begin);
        m_size = m_piece.size() + upload - begin + job.processed * idCells;
        QFile file(uploadIn(folder));
        if (upload > begin && file.open(QIODevice::ReadOnly) && file.seek(upload - 1) && file.read(1) != "\n")
            m_size += m_lineEnd.size();
    }

    qint64 size() const override { return m_size; }

    QByteArray next() override
    {
        QByteArray piece = std::exchange(m_piece, QByteArray());
        piece.reserve(instantPiece + instantPiece / 4);
        std::string_view record;
        while (piece.size() < instantPiece && m_records.next(&record)) {
            piece.append('"').append(m_ids.text().data(), 18).append('"');
            piece.append(m_delimiter).append("\"true\"").append(m_delimiter);
            piece.append(record.data(), static_cast<qsizetype>(record.size()));
            if (!record.ends_with('\n'))
                piece.append(m_lineEnd);
            m_ids.next();
        }
        return piece;
    }

private:
    QByteArray m_piece; ///< What is to go out first.
    PlainRecords m_records;
    IdCounter m_ids;
    char m_delimiter;
    QByteArray m_lineEnd;
    qint64 m_size = 0;
};

} // namespace

InstantJobs::InstantJobs(const Surroundings &around, const Catalog &catalog, Org &org, Jobs &jobs)
    : m_around(around)
    , m_catalog(catalog)
    , m_org(org)
    , m_jobs(jobs)
{
    const QList<Job> all = jobs.all();
    m_owing = std::any_of(all.cbegin(), all.cend(), [](const Job &job) { return job.owing; });
}

bool InstantJobs::isSimple(const Job &job) const
{
    const Switches &switches = m_around.switches;
    return job.state == JobState::UploadComplete
        && (job.operation == Operation::Insert || job.operation == Operation::Upsert)
        && !switches.on(u"lock-share"_s) && !switches.on(u"fail-job"_s) && !switches.on(u"sorted-columns"_s)
        && !switches.on(u"blank-miscased"_s) && !switches.on(u"empty-sf-id"_s)
        && !switches.on(u"daily-batches"_s) && !switches.on(u"trigger"_s);
}

bool InstantJobs::complete(const Job &job, Records &records)
{
    if (!isSimple(job))
        return false;
    const QString path = uploadIn(m_jobs.folderOf(job.id));
    CsvRows csv(path, job.delimiterCharacter());
    CsvRows::Row row;
    if (!csv.isOpen() || !csv.next(row) || row.badQuotes || row.unterminated)
        return false;
    const Object *object = m_catalog.object(job.object);
    if (!resolvedHeader(m_catalog, *object, job.operation, job.externalId, row.cells).error.isEmpty())
        return false;
    const PlainForm form { job.delimiterCharacter(), job.lineEnding == "CRLF", row.cells.size() };
    const auto rows = plainRecordsIn(path, row.end, form);
    if (!rows)
        return false;
    qint64 first = 0;
    {
        const std::scoped_lock turn(m_around.writing);
        if (*rows > 0
            && (!records.begin() || (first = records.reserve(object->number, *rows)) == 0
                || !records.commit())) {
            records.rollback();
            return false;
        }
    }
    for (qint64 batch = 0; batch < *rows; batch += JobRun::batchRows)
        m_org.takeBatch();
    m_jobs.change(job.id, [&](Job &each) {
        each.state = JobState::JobComplete;
        each.ended = m_around.clock.now();
        each.processed = *rows;
        each.firstRecord = first;
        each.owing = *rows > 0;
        return true;
    });
    m_owing = true;
    return true;
}

void InstantJobs::writeOwed()
{
    const auto held = hold();
    if (!m_owing.exchange(false))
        return;
    for (const Job &job : m_jobs.all())
        if (job.owing)
            write(job);
}

void InstantJobs::write(const Job &job)
{
    Records records(m_around.dataFolder);
    QString error;
    CsvRows csv(uploadIn(m_jobs.folderOf(job.id)), job.delimiterCharacter());
    CsvRows::Row row;
    if (!records.open(&error) || !csv.isOpen() || !csv.next(row))
        return;
    const Object *object = m_catalog.object(job.object);
    const Header header = resolvedHeader(m_catalog, *object, job.operation, job.externalId, row.cells);
    Judge judge(m_catalog, records, m_org.user(), { object, job.operation, job.externalId, true },
                m_around.clock);
    std::vector<Cell> cells;
    qint64 done = 0;
    while (done < job.processed) {
        const std::scoped_lock turn(m_around.writing);
        records.begin();
        const qint64 end = std::min(job.processed, done + recordsAWrite);
        for (; done < end && csv.next(row); ++done) {
            cellsOf(header, row, &cells);
            judge.put(cells, job.firstRecord + done);
        }
        records.commit();
        if (done < end)
            break;
    }
    m_jobs.change(job.id, [](Job &each) {
        each.owing = false;
        return true;
    });
}

std::shared_ptr<BodySource> instantResults(const QByteArray &head, const Job &job, const Object &object,
                                           const QString &folder)
{
    return std::make_shared<InstantBody>(head, job, object, folder);
}

} // namespace rowlift::practice::salesforce
