#include "app/practice/csv_rows.h"

#include <algorithm>

namespace rowlift::practice {

namespace {

constexpr qsizetype csvBlock = 512 * 1024;

/// Walks one record in a block of bytes. Ends behind the record or, when the block ends first, says so.
struct RecordWalk {
    const QByteArray &block;
    char delimiter;
    bool atFileEnd;
    qsizetype at;
    CsvRows::Row &row;
    std::vector<std::pair<qsizetype, qsizetype>> &spans;
    std::vector<bool> &quoted;
    qsizetype contentEnd = 0;

    bool ended() const { return at >= block.size(); }

    /// False when more bytes are needed.
    bool record()
    {
        for (;;) {
            if (!cell())
                return false;
            if (ended()) {
                contentEnd = at;
                return atFileEnd;
            }
            if (block[at] == delimiter) {
                ++at;
                continue;
            }
            return lineEnd();
        }
    }

    bool lineEnd()
    {
        contentEnd = at;
        if (block[at] == '\n') {
            row.lineEnd = CsvRows::LineEnd::Lf;
            ++at;
            return true;
        }
        ++at;
        if (ended() && !atFileEnd)
            return false;
        row.lineEnd = !ended() && block[at] == '\n' ? CsvRows::LineEnd::CrLf : CsvRows::LineEnd::Cr;
        at += row.lineEnd == CsvRows::LineEnd::CrLf;
        return true;
    }

    bool endsCell(char c) const { return c == delimiter || c == '\n' || c == '\r'; }

    bool cell()
    {
        if (!ended() && block[at] == '"')
            return quotedCell();
        const qsizetype begin = at;
        const char *bytes = block.constData();
        const qsizetype size = block.size();
        while (at < size && !endsCell(bytes[at])) {
            row.badQuotes = row.badQuotes || bytes[at] == '"';
            ++at;
        }
        spans.emplace_back(begin, at);
        quoted.push_back(false);
        return !ended() || atFileEnd;
    }

    bool quotedCell()
    {
        const qsizetype begin = ++at;
        const char *bytes = block.constData();
        const qsizetype size = block.size();
        for (;;) {
            while (at < size && bytes[at] != '"') {
                row.crLfInside = row.crLfInside || (bytes[at] == '\n' && bytes[at - 1] == '\r');
                ++at;
            }
            if (at >= size) {
                row.unterminated = atFileEnd;
                spans.emplace_back(begin, at);
                quoted.push_back(true);
                return atFileEnd;
            }
            if (at + 1 >= size && !atFileEnd)
                return false;
            if (at + 1 < size && bytes[at + 1] == '"') {
                at += 2;
                continue;
            }
            break;
        }
        spans.emplace_back(begin, at);
        quoted.push_back(true);
        ++at;
        while (at < size && !endsCell(bytes[at])) {
            row.badQuotes = true;
            ++at;
        }
        return !ended() || atFileEnd;
    }
};

} // namespace

CsvRows::CsvRows(const QString &path, char delimiter)
    : m_file(path)
    , m_delimiter(delimiter)
{
    static_cast<void>(m_file.open(QIODevice::ReadOnly));
}

void CsvRows::seek(qint64 offset)
{
    m_file.seek(offset);
    m_block.clear();
    m_blockBegin = offset;
    m_at = 0;
}

bool CsvRows::fill()
{
    m_block.remove(0, m_at);
    m_blockBegin += m_at;
    m_at = 0;
    const QByteArray more = m_file.read(std::max(csvBlock, m_block.size()));
    m_block += more;
    return !more.isEmpty();
}

bool CsvRows::next(Row &row)
{
    bool fileEnd = false;
    for (;;) {
        if (m_at >= m_block.size() && !fill())
            return false;
        row = Row { .cells = std::move(row.cells), .raw = {} };
        m_spans.clear();
        m_quoted.clear();
        RecordWalk walk { m_block, m_delimiter, fileEnd, m_at, row, m_spans, m_quoted };
        if (!walk.record()) {
            fileEnd = !fill();
            continue;
        }
        const auto view = [this](qsizetype begin, qsizetype end) {
            return std::string_view(m_block.constData() + begin, static_cast<std::size_t>(end - begin));
        };
        row.raw = view(m_at, walk.contentEnd);
        row.cells.clear();
        qsizetype doubled = 0;
        for (std::size_t i = 0; i < m_spans.size(); ++i)
            doubled += m_quoted[i] ? m_spans[i].second - m_spans[i].first : 0;
        m_unquoted.resize(0);
        m_unquoted.reserve(doubled); // no growth below: the views into it must stay
        for (std::size_t i = 0; i < m_spans.size(); ++i) {
            const std::string_view text = view(m_spans[i].first, m_spans[i].second);
            if (!m_quoted[i] || text.find('"') == std::string_view::npos) {
                row.cells.push_back(text);
                continue;
            }
            const qsizetype begin = m_unquoted.size();
            for (std::size_t c = 0; c < text.size(); ++c) {
                m_unquoted += text[c];
                c += text[c] == '"';
            }
            row.cells.emplace_back(m_unquoted.constData() + begin,
                                   static_cast<std::size_t>(m_unquoted.size() - begin));
        }
        row.begin = m_blockBegin + m_at;
        m_at = walk.at;
        row.end = m_blockBegin + m_at;
        return true;
    }
}

void appendQuotedCell(QByteArray &out, std::string_view text)
{
    out += '"';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        out.append(text.data(), static_cast<qsizetype>(quote + 1));
        out += '"';
        text.remove_prefix(quote + 1);
    }
    out.append(text.data(), static_cast<qsizetype>(text.size()));
    out += '"';
}

} // namespace rowlift::practice
