#include "app/service/marketo/result_list.h"

#include "app/csv/record_stream.h"

#include <QCoreApplication>
#include <QHash>

#include <optional>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::ResultList)
};

using Cells = std::span<const std::string_view>;

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

/// Where things stand in the rows of a list.
struct ListColumns {
    std::size_t count = 0; ///< The reason's included.
    std::size_t reason = 0;
    bool beginsWithOurs = false;
    QStringList names; ///< All but the reason's.
};

std::optional<ListColumns> columnsIn(Cells header, const ResultList &list)
{
    ListColumns columns;
    columns.count = header.size();
    columns.reason = header.size();
    for (std::size_t at = 0; at < header.size(); ++at) {
        const QString name = textOf(header[at]).trimmed();
        if (name == list.reasonColumn)
            columns.reason = at;
        else
            columns.names << name;
    }
    if (columns.reason == header.size())
        return std::nullopt;
    columns.beginsWithOurs = !list.rowColumn.isEmpty() && columns.names.value(0) == list.rowColumn;
    return columns;
}

/// Passes one row after the other on.
class ListRows {
public:
    ListRows(const ResultList &list, ListColumns columns, ResultSink &sink)
        : m_list(list)
        , m_columns(std::move(columns))
        , m_sink(sink)
    {
    }

    Done pass(Cells row)
    {
        const bool isKnown = row.size() <= m_columns.count || m_columns.beginsWithOurs;
        if (m_toldNames != isKnown) {
            m_toldNames = isKnown;
            if (Done told = m_sink.columns(isKnown ? m_columns.names : QStringList()); !told)
                return told;
        }
        const std::size_t reason = row.size() == m_columns.count ? m_columns.reason : row.size() - 1;
        m_cells.assign(row.begin(), row.end());
        m_cells.erase(m_cells.begin() + std::ptrdiff_t(reason));
        return m_sink.row(m_list.outcome, reasonOf(textOf(row[reason])), {}, m_cells);
    }

private:
    /// Many rows have few reasons.
    const Reason &reasonOf(const QString &text)
    {
        constexpr qsizetype mostKept = 1000;
        if (m_reasons.size() > mostKept)
            m_reasons.clear();
        auto found = m_reasons.find(text);
        if (found == m_reasons.end())
            found = m_reasons.insert(text, listReason(text, m_list.fieldOf));
        return *found;
    }

    const ResultList &m_list;
    ListColumns m_columns;
    ResultSink &m_sink;
    std::optional<bool> m_toldNames; ///< The columns that were told last are those of the header.
    std::vector<std::string_view> m_cells;
    QHash<QString, Reason> m_reasons; ///< By their texts.
};

Error badResultList(const QString &detail)
{
    return { .kind = Error::Kind::BadReply,
             .sentence
             = ListWords::tr("Marketo's list of results could not be read. Try again in a few minutes."),
             .detail = detail,
             .retryAfter = {} };
}

/// What reading a file says is about a file of the person's: that is not what stands here.
Error asOfList(const Error &error)
{
    return error.kind == Error::Kind::BadInput ? badResultList(error.sentence + u' ' + error.detail) : error;
}

Result<qint64> passRows(RecordStream &stream, ListRows &rows, const std::stop_token &stop)
{
    qint64 count = 0;
    RowBatch batch;
    Result<bool> more = true;
    while ((more = stream.nextRows(batch, {})) && *more) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            if (batch.role(row) != RowRole::Data) // a row without any filled cell has no reason either
                continue;
            if (Done passed = rows.pass(batch.cells(row)); !passed)
                return tl::unexpected(passed.error());
            ++count;
        }
    }
    if (!more)
        return tl::unexpected(asOfList(more.error()));
    return count;
}

} // namespace

Result<qint64> readResultList(const ResultList &list, ResultSink &sink, std::stop_token stop)
{
    auto source = FileSource::open(list.path);
    if (!source)
        return tl::unexpected(asOfList(source.error()));
    if ((*source)->size() == 0)
        return 0;
    Dialect dialect;
    dialect.delimiter = list.delimiter;
    RecordStream stream(**source, dialect, {}, {});
    RowView header;
    const Result<bool> more = stream.next(header);
    if (!more)
        return tl::unexpected(asOfList(more.error()));
    if (!*more || (header.blank && header.cells.size() <= 1))
        return 0;
    auto columns = columnsIn(header.cells, list);
    if (!columns)
        return tl::unexpected(badResultList(u"its header begins with "_s
                                            + textOf(header.cells.front()).left(120).simplified()));
    ListRows rows(list, std::move(*columns), sink);
    return passRows(stream, rows, stop);
}

} // namespace rowlift::marketo
