#include "app/practice/marketo/exception_files.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 exceptionPiece = 256 * 1024;

QString pathOf(Exceptions which, const QString &folder)
{
    return folder + (which == Exceptions::Failures ? u"/failures"_s : u"/warnings"_s);
}

/// Source: contracts/marketo.md, 9.5 and 9.6, to the letter.
std::string_view reasonHeader(Exceptions which)
{
    return which == Exceptions::Failures ? "Import Failure Reason" : "Import Warning Reason";
}

void appendCell(QByteArray &out, std::string_view text, char delimiter)
{
    const bool quote = text.find_first_of("\"\r\n") != std::string_view::npos
        || text.find(delimiter) != std::string_view::npos || text.starts_with(' ') || text.ends_with(' ');
    if (quote)
        appendQuotedCell(out, text);
    else
        out.append(text.data(), static_cast<qsizetype>(text.size()));
}

class WholeFile final : public BodySource {
public:
    explicit WholeFile(const QString &path)
        : m_file(path)
    {
        static_cast<void>(m_file.open(QIODevice::ReadOnly));
    }
    qint64 size() const override { return m_file.size(); }
    QByteArray next() override { return m_file.read(exceptionPiece); }

private:
    QFile m_file;
};

/// Without empty cells, and without the columns that are empty in the first row.
QByteArray compacted(const QString &path, char delimiter)
{
    CsvRows rows(path, delimiter);
    CsvRows::Row row;
    QByteArray out;
    const auto put = [&](std::string_view cell) {
        if (!out.isEmpty() && !out.endsWith('\n'))
            out += delimiter;
        appendCell(out, cell, delimiter);
    };
    if (!rows.next(row))
        return out;
    std::vector<std::string> header(row.cells.begin(), row.cells.end());
    for (bool first = true; rows.next(row); first = false) {
        for (std::size_t i = 0; first && i < header.size(); ++i)
            if (i < row.cells.size() && !row.cells[i].empty())
                put(header[i]);
        if (first)
            out += '\n';
        for (const std::string_view cell : row.cells)
            if (!cell.empty())
                put(cell);
        out += '\n';
    }
    return out;
}

} // namespace

ExceptionFile::ExceptionFile(const ImportJob &job, Exceptions which, const QString &folder)
    : m_file(pathOf(which, folder))
    , m_delimiter(job.delimiter())
    , m_which(which)
{
}

bool ExceptionFile::open(qint64 bytes)
{
    m_size = bytes;
    return m_file.open(QIODevice::ReadWrite) && m_file.resize(bytes) && m_file.seek(bytes);
}

void ExceptionFile::setHeader(const CsvRows::Row &header)
{
    m_header = QByteArray(header.raw.data(), static_cast<qsizetype>(header.raw.size()));
    m_columns = header.cells.size();
}

void ExceptionFile::line(std::string_view cells, std::size_t count, std::string_view last)
{
    m_pending.append(cells.data(), static_cast<qsizetype>(cells.size()));
    m_pending.append(static_cast<qsizetype>(m_columns - std::min(count, m_columns) + 1), m_delimiter);
    appendCell(m_pending, last, m_delimiter);
    m_pending += '\n';
}

void ExceptionFile::add(const CsvRows::Row &row, const QByteArray &reason)
{
    const qsizetype before = m_pending.size();
    if (m_size == 0)
        line({ m_header.constData(), static_cast<std::size_t>(m_header.size()) }, m_columns,
             reasonHeader(m_which));
    line(row.raw, row.cells.size(), { reason.constData(), static_cast<std::size_t>(reason.size()) });
    m_size += m_pending.size() - before;
}

void ExceptionFile::flush()
{
    m_file.write(std::exchange(m_pending, QByteArray()));
    m_file.flush();
}

Response exceptionReply(const ImportJob &job, Exceptions which, const QString &folder, bool compact)
{
    const QString path = pathOf(which, folder);
    const QByteArray type
        = job.format == "tsv" ? "text/tab-separated-values;charset=UTF-8"_ba : "text/csv;charset=UTF-8"_ba;
    Response response = Response::text(200, type, compact ? compacted(path, job.delimiter()) : QByteArray());
    if (!compact)
        response.source = std::make_shared<WholeFile>(path);
    return response;
}

bool hasNone(Exceptions which, const QString &folder)
{
    return QFileInfo(pathOf(which, folder)).size() == 0;
}

} // namespace rowlift::practice::marketo
