#include "app/service/dotdigital/contact_faults.h"

#include "app/csv/record_stream.h"
#include "app/service/dotdigital/contact_reasons.h"

#include <QCoreApplication>
#include <QHash>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct FaultWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::ContactFaults)
};

QString faultText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

Error badFaultList(const QString &detail)
{
    return { .kind = Error::Kind::BadReply,
             .sentence
             = FaultWords::tr("Dotdigital's list of refused contacts could not be read. Try again in "
                              "a few minutes."),
             .detail = detail,
             .retryAfter = {} };
}

/// What reading a file says is about a file of the person's: that is not what stands here.
Error asOfFaults(const Error &error)
{
    return error.kind == Error::Kind::BadInput ? badFaultList(error.sentence + u' ' + error.detail) : error;
}

/// Passes one row after the other on. Many rows have few reasons.
class FaultRows {
public:
    explicit FaultRows(ResultSink &sink)
        : m_sink(sink)
    {
    }

    Done pass(std::span<const std::string_view> row)
    {
        const Reason &reason = reasonOf(faultText(row.front()));
        const Outcome outcome = isContactIn(reason) ? Outcome::In : Outcome::Failed;
        return m_sink.row(outcome, reason, {}, row.subspan(1));
    }

private:
    const Reason &reasonOf(const QString &text)
    {
        constexpr qsizetype mostKept = 1000;
        if (m_reasons.size() > mostKept)
            m_reasons.clear();
        auto found = m_reasons.find(text);
        if (found == m_reasons.end())
            found = m_reasons.insert(text, contactReason(text));
        return *found;
    }

    ResultSink &m_sink;
    QHash<QString, Reason> m_reasons; ///< By their texts.
};

Done passFaults(RecordStream &stream, ResultSink &sink, const std::stop_token &stop)
{
    FaultRows rows(sink);
    RowBatch batch;
    Result<bool> more = true;
    while ((more = stream.nextRows(batch, {})) && *more) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (batch.role(row) != RowRole::Data)
                continue;
            if (Done passed = rows.pass(batch.cells(row)); !passed)
                return passed;
        }
    }
    if (!more)
        return tl::unexpected(asOfFaults(more.error()));
    return {};
}

} // namespace

Done readContactFaults(const QString &path, ResultSink &sink, std::stop_token stop)
{
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(asOfFaults(source.error()));
    if ((*source)->size() == 0)
        return {};
    RecordStream stream(**source, Dialect(), {}, {}); // which passes over a byte order mark
    RowView header;
    const Result<bool> more = stream.next(header);
    if (!more)
        return tl::unexpected(asOfFaults(more.error()));
    if (!*more || (header.blank && header.cells.size() <= 1))
        return {};
    if (faultText(header.cells.front()).trimmed().compare("reason"_L1, Qt::CaseInsensitive) != 0)
        return tl::unexpected(badFaultList(u"its header begins with "_s
                                           + faultText(header.cells.front()).left(120).simplified()));
    QStringList names;
    for (std::size_t at = 1; at < header.cells.size(); ++at)
        names << faultText(header.cells[at]).trimmed();
    if (Done told = sink.columns(names); !told)
        return told;
    return passFaults(stream, sink, stop);
}

} // namespace rowlift::dotdigital
