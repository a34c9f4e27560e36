#include "app/service/salesforce/results.h"

#include "app/csv/record_stream.h"
#include "app/service/salesforce/reasons.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct ResultWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Results)
};

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// Where in a result file's rows things stand. -1: nowhere.
struct Columns {
    int id = -1;
    int created = -1;
    int error = -1;
    int count = 0;
    QStringList fields; ///< The fields echoed, in file order, …
    std::vector<int> places; ///< … and their columns.
};

/// The field that \a name means, as we spell it; empty when it is none of ours.
QString spellingOf(const QString &name, const QStringList &fields)
{
    const auto found = std::ranges::find_if(
        fields, [&name](const QString &field) { return field.compare(name, Qt::CaseInsensitive) == 0; });
    return found == fields.end() ? QString() : *found;
}

Columns columnsFrom(std::span<const std::string_view> header, const QStringList &fields)
{
    Columns columns;
    columns.count = int(header.size());
    for (int column = 0; column < columns.count; ++column) {
        const QString name = textOf(header[std::size_t(column)]);
        if (name == "sf__Id"_L1) {
            columns.id = column;
        } else if (name == "sf__Created"_L1) {
            columns.created = column;
        } else if (name == "sf__Error"_L1) {
            columns.error = column;
        } else if (const QString field = spellingOf(name, fields); !field.isEmpty()) {
            columns.fields << field;
            columns.places.push_back(column);
        }
    }
    return columns;
}

bool fits(const Columns &columns, ResultFile which)
{
    switch (which) {
    case ResultFile::Successful:
        return columns.id >= 0 && columns.created >= 0;
    case ResultFile::Failed:
        return columns.error >= 0;
    case ResultFile::Unprocessed:
        return !columns.places.empty();
    }
    return false;
}

/// Reads one row after the other into what the sink wants.
class ResultRows {
public:
    ResultRows(Columns columns, ResultFile which, Operation operation, const Reason &wholeJob)
        : m_columns(std::move(columns))
        , m_which(which)
        , m_operation(operation)
        , m_wholeJob(wholeJob)
        , m_cells(m_columns.places.size())
    {
    }

    /// \a cells of a row of data; an empty line is none, but a record of empty cells is one.
    Done pass(std::span<const std::string_view> row, ResultSink &sink)
    {
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            m_cells[i] = cell(row, m_columns.places[i]);
        const QString id = textOf(cell(row, m_columns.id));
        switch (m_which) {
        case ResultFile::Successful:
            return sink.row(outcomeOf(cell(row, m_columns.created)), {}, id, m_cells);
        case ResultFile::Failed: {
            const Reason reason = rowReason(textOf(cell(row, m_columns.error)));
            return sink.row(Outcome::Failed, reason, id.isEmpty() ? recordInTheWay(reason) : id, m_cells);
        }
        case ResultFile::Unprocessed:
            return sink.row(Outcome::NotProcessed, m_wholeJob, {}, m_cells);
        }
        return {};
    }

    /// A record of empty cells is a row, but an empty line is none.
    bool isRow(RowRole role, std::size_t cells) const
    {
        return role == RowRole::Data || (m_columns.count > 1 && int(cells) == m_columns.count);
    }
    const QStringList &fields() const { return m_columns.fields; }

private:
    static std::string_view cell(std::span<const std::string_view> row, int column)
    {
        return column >= 0 && std::size_t(column) < row.size() ? row[std::size_t(column)]
                                                               : std::string_view();
    }

    Outcome outcomeOf(std::string_view created) const
    {
        switch (m_operation) {
        case Operation::Delete:
            return Outcome::Deleted;
        case Operation::Update:
            return Outcome::Updated;
        case Operation::Insert:
            return created == "true" ? Outcome::Added : Outcome::In;
        case Operation::Upsert:
            return created == "true" ? Outcome::Added : created == "false" ? Outcome::Updated : Outcome::In;
        }
        return Outcome::In;
    }

    Columns m_columns;
    ResultFile m_which;
    Operation m_operation;
    const Reason &m_wholeJob;
    std::vector<std::string_view> m_cells;
};

Error badList(const QString &detail)
{
    return { .kind = Error::Kind::BadReply,
             .sentence
             = ResultWords::tr("Salesforce's list of results could not be read. Try again in a few minutes."),
             .detail = detail,
             .retryAfter = {} };
}

Error noResultFile(std::span<const std::string_view> header)
{
    const QString excerpt = header.empty() ? QString() : textOf(header.front()).left(120).simplified();
    return badList(u"its header begins with "_s + excerpt);
}

/// What reading a file says is about a file of the person's: that is not what stands here.
Error asOfResults(const Error &error)
{
    return error.kind == Error::Kind::BadInput ? badList(error.sentence + u' ' + error.detail) : error;
}

} // namespace

Done readResults(const QString &path, ResultFile which, Operation operation, const QStringList &fields,
                 const Reason &wholeJob, ResultSink &sink, std::stop_token stop)
{
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(asOfResults(source.error()));
    if ((*source)->size() == 0)
        return {};
    RecordStream stream(**source, Dialect(), {}, {});
    RowView header;
    Result<bool> more = stream.next(header);
    if (!more || !*more || (header.blank && header.cells.size() <= 1))
        return more ? Done() : Done(tl::unexpected(asOfResults(more.error())));
    const Columns columns = columnsFrom(header.cells, fields);
    if (!fits(columns, which))
        return tl::unexpected(noResultFile(header.cells));

    ResultRows rows(columns, which, operation, wholeJob);
    if (Done told = sink.columns(rows.fields()); !told)
        return told;
    RowBatch batch;
    while ((more = stream.nextRows(batch, {})) && *more) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (!rows.isRow(batch.role(row), batch.cellCount(row)))
                continue;
            if (Done taken = rows.pass(batch.cells(row), sink); !taken)
                return taken;
        }
    }
    return more ? Done() : Done(tl::unexpected(asOfResults(more.error())));
}

} // namespace rowlift::salesforce
