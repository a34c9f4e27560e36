#include "app/practice/dotdigital/contact_faults.h"

#include "app/practice/csv_rows.h"

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int faultRowsAPiece = 1000;
constexpr auto byteOrderMark = "\xEF\xBB\xBF";

class ContactFaultsBody final : public BodySource {
public:
    ContactFaultsBody(const Surroundings &around, Job job, const QString &upload)
        : m_around(around)
        , m_job(std::move(job))
        , m_rows(upload, ',')
        , m_skip(around.switches.number(u"lose-faults"_s, 0))
    {
    }

    qint64 size() const override { return -1; }

    QByteArray next() override
    {
        if (m_over)
            return {};
        QByteArray piece;
        CsvRows::Row row;
        if (!m_begun && m_rows.next(row))
            piece = byteOrderMark + ("Reason," + withoutMark(row.raw).toLower()) + '\n';
        m_begun = true;
        Database database(m_around.dataFolder);
        const QList<JobFault> faults = Jobs::faults(database, m_job, m_last, faultRowsAPiece);
        for (const JobFault &fault : faults) {
            m_last = fault.number;
            if (m_skip-- > 0)
                continue;
            m_rows.seek(fault.position);
            if (m_rows.next(row))
                piece += fault.fault.reason + ',' + withoutMark(row.raw) + '\n';
        }
        m_over = faults.size() < faultRowsAPiece;
        return piece;
    }

private:
    static QByteArray withoutMark(std::string_view raw)
    {
        if (raw.starts_with(byteOrderMark))
            raw.remove_prefix(3);
        return QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
    }

    const Surroundings &m_around;
    const Job m_job;
    CsvRows m_rows;
    qint64 m_skip;
    qint64 m_last = 0;
    bool m_begun = false;
    bool m_over = false;
};

} // namespace

QByteArray headerName(std::string_view cell)
{
    if (cell.starts_with(byteOrderMark))
        cell.remove_prefix(3);
    return QByteArray(cell.data(), static_cast<qsizetype>(cell.size())).trimmed();
}

Response contactFaultsReply(const Surroundings &around, const Job &job, const QString &upload)
{
    Response response = Response::text(200, "text/csv; charset=utf-8"_ba, {});
    if (job.rejected > 0)
        response.source = std::make_shared<ContactFaultsBody>(around, job, upload);
    return response;
}

} // namespace rowlift::practice::dotdigital
