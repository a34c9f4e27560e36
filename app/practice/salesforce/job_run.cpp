#include "app/practice/salesforce/job_run.h"

#include "app/practice/salesforce/values.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <mutex>
#include <numeric>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

QString uploadPath(const QString &folder)
{
    return folder + u"/upload.csv"_s;
}

QString sortedHeaderPath(const QString &folder)
{
    return folder + u"/sorted-header.csv"_s;
}

/// Source: contracts/salesforce.md, 3.11.
constexpr std::size_t longestHeader = 32'000;

} // namespace

JobRun::JobRun(const Place &place, Records &records, Job job, const QString &folder)
    : m_around(place.around)
    , m_catalog(place.catalog)
    , m_org(place.org)
    , m_locks(place.locks)
    , m_records(records)
    , m_job(std::move(job))
    , m_folder(folder)
    , m_csv(uploadPath(folder), m_job.delimiterCharacter())
    , m_successful(folder, u"successful"_s)
    , m_failed(folder, u"failed"_s)
{
    m_keepOrder = m_around.switches.on(u"keep-order"_s);
    m_blankMiscased = m_around.switches.on(u"blank-miscased"_s);
    m_lockShare = m_around.switches.on(u"lock-share"_s) ? m_around.switches.number(u"lock-share"_s, 10) : 0;
}

JobRun::~JobRun()
{
    m_locks.release(m_job.id);
}

bool JobRun::open()
{
    if (!m_csv.isOpen() || !m_csv.next(m_row)) { // a job without a row ends well
        m_done = true;
        return true;
    }
    m_progress = m_records.progress(m_job.id).value_or(JobProgress { .offset = m_row.end });
    if (!readHeader() || (!m_around.instant && !examine()))
        return false;
    if (m_around.switches.on(u"fail-job"_s))
        m_failAt = m_around.switches.number(u"fail-job"_s, static_cast<int>(m_rows / 2));
    if (!m_successful.open(m_progress.successfulBytes, chunksDone())
        || !m_failed.open(m_progress.failedBytes, chunksDone())) {
        m_error = "InternalServerError : The results could not be stored"_ba;
        return false;
    }
    m_csv.seek(m_progress.offset);
    const Object *object = m_catalog.object(m_job.object);
    m_hideIds = m_around.switches.on(u"empty-sf-id"_s) || (object && !object->createable);
    Judge::Plan plan { object, m_job.operation, m_job.externalId, m_around.instant };
    plan.switches = &m_around.switches;
    // Duplicate rules cannot be overruled here, and other jobs hold parents.
    plan.manner = { false, m_job.assignmentRule, m_around.switches.on(u"lock-parents"_s) ? &m_locks : nullptr,
                    m_job.id };
    m_judge = std::make_unique<Judge>(m_catalog, m_records, m_org.user(), std::move(plan), m_around.clock);
    return true;
}

bool JobRun::readHeader()
{
    if (m_row.raw.size() > longestHeader || m_row.badQuotes || m_row.unterminated) {
        m_error = "InvalidBatch : Failed to parse CSV header"_ba;
        return false;
    }
    m_header = resolvedHeader(m_catalog, *m_catalog.object(m_job.object), m_job.operation, m_job.externalId,
                              m_row.cells);
    m_error = m_header.error;
    m_echoOrder.resize(m_row.cells.size());
    std::iota(m_echoOrder.begin(), m_echoOrder.end(), std::size_t(0));
    if (m_around.switches.on(u"sorted-columns"_s)) {
        std::sort(m_echoOrder.begin(), m_echoOrder.end(),
                  [this](std::size_t a, std::size_t b) { return m_row.cells[a] < m_row.cells[b]; });
        QByteArray sorted;
        for (const std::size_t column : m_echoOrder) {
            if (!sorted.isEmpty())
                sorted += m_job.delimiterCharacter();
            sorted.append(m_row.cells[column].data(), static_cast<qsizetype>(m_row.cells[column].size()));
        }
        QFile file(sortedHeaderPath(m_folder));
        if (file.open(QIODevice::WriteOnly))
            file.write(sorted);
    }
    return m_error.isEmpty();
}

/// Line ends and quotes of the whole file are looked at before any row is saved: such a job fails with
/// nothing done.
bool JobRun::examine()
{
    const auto wanted = m_job.lineEnding == "CRLF" ? CsvRows::LineEnd::CrLf : CsvRows::LineEnd::Lf;
    m_csv.seek(0);
    bool right = true;
    bool terminated = true;
    qint64 records = 0;
    while (right && terminated && m_csv.next(m_row)) {
        ++records;
        right = (m_row.lineEnd == wanted || m_row.lineEnd == CsvRows::LineEnd::None)
            && !(wanted == CsvRows::LineEnd::Lf && m_row.crLfInside);
        terminated = !m_row.unterminated;
    }
    m_rows = records - 1;
    if (!right)
        m_error = "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is "
            + m_job.lineEnding;
    else if (!terminated)
        m_error = "ClientInputError : Unterminated quoted value in user data"_ba;
    return m_error.isEmpty();
}

void JobRun::step(qint64 chunks)
{
    const std::scoped_lock turn(m_around.writing);
    if (m_done || !m_records.begin())
        return;
    while (chunks-- > 0 && !m_done)
        chunk();
    m_successful.flush();
    m_failed.flush();
    m_records.setProgress(m_job.id, m_progress);
    m_records.commit();
}

/// Fails the job in the middle where the switch says so, or when a batch is due that the day has not left.
/// Source: contracts/salesforce.md, 3.7 and 3.9.
bool JobRun::mayGoOn()
{
    if (m_failAt >= 0 && m_progress.rows >= m_failAt) {
        const QByteArray words = m_around.switches.text(u"fail-words"_s).toUtf8();
        m_error = words.isEmpty()
            ? "InternalServerError : Unable to process the batch. Tried more than 10 times"_ba
            : words;
    } else if (m_progress.rows % batchRows == 0 && !m_org.takeBatch()) {
        m_error = "ExceededQuota : The allocation of batches for 24 hours is used up"_ba;
        m_progress.offset = QFileInfo(uploadPath(m_folder)).size(); // these rows are in no result at all
    }
    return m_error.isEmpty();
}

void JobRun::chunk()
{
    m_judge->beginChunk();
    m_locks.release(m_job.id);
    qint64 count = 0;
    while (count < chunkRows) {
        const bool atStart = count == 0 || m_failAt >= 0;
        if (!m_csv.next(m_row) || (atStart && !mayGoOn())) {
            m_done = true;
            break;
        }
        ++count;
        row(m_row);
        ++m_progress.rows;
        m_progress.offset = m_row.end;
    }
    if (count == 0)
        return;
    const quint64 seed = m_keepOrder ? 0 : shuffleSeed(m_job.id) + static_cast<quint64>(m_progress.rows);
    m_successful.append(m_successfulRows.take(seed));
    m_failed.append(m_failedRows.take(seed));
    m_progress.successfulBytes = m_successful.size();
    m_progress.failedBytes = m_failed.size();
}

std::optional<RowError> JobRun::form(const CsvRows::Row &row) const
{
    if (row.badQuotes)
        return RowError {
            "INVALID_FIELD"_ba,
            "Failed to parse the row: a quote stands inside a value or text behind a closing quote"_ba,
            {}
        };
    if (row.cells.size() != m_header.columns.size())
        return RowError { "INVALID_FIELD"_ba,
                          "The row has " + QByteArray::number(static_cast<qint64>(row.cells.size()))
                              + " columns but the header has "
                              + QByteArray::number(static_cast<qint64>(m_header.columns.size())),
                          {} };
    return std::nullopt;
}

/// True for the share of rows that `lock-share` makes fail; another job may have better luck with the same
/// row.
bool JobRun::unlucky() const
{
    return m_lockShare > 0
        && static_cast<int>((shuffleSeed(m_job.id + QByteArray::number(m_progress.rows)) >> 20) % 100)
        < m_lockShare;
}

void JobRun::row(const CsvRows::Row &row)
{
    Verdict verdict;
    verdict.error = form(row);
    if (!verdict.error && unlucky())
        verdict.error = lockError("001gK0000000001,001gK0000000002"_ba);
    if (!verdict.error) {
        cellsOf(m_header, row, &m_cells);
        verdict = m_judge->judge(m_cells);
    }
    QByteArray &out = (verdict.error ? m_failedRows : m_successfulRows).next();
    m_progress.failed += verdict.error.has_value();
    const std::size_t idSize = m_hideIds && !verdict.error ? 0 : static_cast<std::size_t>(verdict.id.size());
    appendQuotedCell(out, { verdict.id.constData(), idSize });
    out += m_job.delimiterCharacter();
    const QByteArray second = verdict.error ? verdict.error->text()
        : verdict.created                   ? "true"_ba
                                            : "false"_ba;
    appendQuotedCell(out, { second.constData(), static_cast<std::size_t>(second.size()) });
    echo(out, row);
    out += m_job.lineEndBytes();
}

void JobRun::echo(QByteArray &out, const CsvRows::Row &row) const
{
    for (const std::size_t column : m_echoOrder) {
        const bool blank
            = column >= row.cells.size() || (m_blankMiscased && m_header.columns[column].miscased);
        out += m_job.delimiterCharacter();
        appendQuotedCell(out, blank ? std::string_view() : row.cells[column]);
    }
}

void cellsOf(const Header &header, const CsvRows::Row &row, std::vector<Cell> *cells)
{
    cells->clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string_view text = row.cells[i];
        if (!text.empty())
            cells->push_back({ &header.columns[i], text,
                               text == "#N/A" && header.columns[i].parentKey.isEmpty(),
                               static_cast<int>(i) });
    }
}

QByteArray uploadedHeader(const Job &job, const QString &folder)
{
    CsvRows csv(uploadPath(folder), job.delimiterCharacter());
    CsvRows::Row row;
    return csv.isOpen() && csv.next(row) ? QByteArray(row.raw.data(), static_cast<qsizetype>(row.raw.size()))
                                         : QByteArray();
}

qint64 uploadedHeaderEnd(const Job &job, const QString &folder)
{
    CsvRows csv(uploadPath(folder), job.delimiterCharacter());
    CsvRows::Row row;
    return csv.isOpen() && csv.next(row) ? row.end : 0;
}

QByteArray echoedHeader(const Job &job, const QString &folder)
{
    QFile sorted(sortedHeaderPath(folder));
    return sorted.open(QIODevice::ReadOnly) ? sorted.readAll() : uploadedHeader(job, folder);
}

} // namespace rowlift::practice::salesforce
