#include "app/practice/csv_rows.h"
#include "app/practice/dotdigital/contact_faults.h"
#include "app/practice/dotdigital/contact_judge.h"
#include "app/practice/dotdigital/import_run.h"

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

QByteArrayList cellsOf(const CsvRows::Row &row)
{
    QByteArrayList cells;
    for (const std::string_view cell : row.cells)
        cells.append(QByteArray(cell.data(), static_cast<qsizetype>(cell.size())));
    return cells;
}

QList<qint64> listsOf(const Job &job)
{
    QList<qint64> lists;
    for (const QByteArray &number : job.name.split(','))
        if (!number.isEmpty())
            lists.append(number.toLongLong());
    return lists;
}

class ContactRun final : public ImportRun {
public:
    ContactRun(const RunGround &ground, const Job &job)
        : m_ground(ground)
        , m_rows(ground.jobs.folderOf(job.id) + u"/upload"_s, ',')
        , m_judge(ground.database, job.merging, listsOf(job))
    {
        QByteArrayList names;
        if (m_rows.next(m_row))
            for (const std::string_view cell : m_row.cells)
                names.append(headerName(cell));
        m_judge.readHeader(names);
        m_end = m_row.end;
        while (m_end < job.position && m_rows.next(m_row)) { // what was done before a restart
            m_judge.see(cellsOf(m_row).value(m_judge.emailColumn()));
            m_end = m_row.end;
        }
    }

    void step(Job &job, qint64 items) override
    {
        const qint64 end = std::min(job.done + items, job.items);
        while (job.done < end && m_rows.next(m_row)) {
            m_end = m_row.end;
            if (m_row.raw.empty())
                continue;
            if (m_row.badQuotes || m_row.unterminated) {
                job.status = "InvalidFileFormat"_ba;
                return;
            }
            count(job, m_judge.take(cellsOf(m_row)));
            ++job.done;
        }
        job.position = m_end;
    }

private:
    void count(Job &job, const ContactVerdict &verdict)
    {
        if (!m_ground.judging)
            return;
        if (verdict.reason.isEmpty()) {
            verdict.isNew ? ++job.added : ++job.updated;
            return;
        }
        ++job.rejected;
        Jobs::addFault(m_ground.database, job, m_row.begin, { verdict.reason, {} });
    }

    const RunGround m_ground;
    CsvRows m_rows;
    CsvRows::Row m_row;
    ContactJudge m_judge;
    qint64 m_end = 0;
};

} // namespace

std::unique_ptr<ImportRun> makeContactRun(const RunGround &ground, const Job &job)
{
    return std::make_unique<ContactRun>(ground, job);
}

} // namespace rowlift::practice::dotdigital
