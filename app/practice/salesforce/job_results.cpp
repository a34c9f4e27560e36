#include "app/practice/salesforce/job_results.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 resultPiece = 256 * 1024;

/// Fisher and Yates with a generator whose numbers are fixed by the standard, so that the order is the same
/// everywhere.
template <typename T>
void shuffle(std::vector<T> &values, quint64 seed)
{
    std::mt19937_64 chance(seed);
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[chance() % i]);
}

/// Spans of a file, one after the other.
class SpanBody final : public BodySource {
public:
    using Spans = std::vector<std::pair<qint64, qint64>>;

    SpanBody(QByteArray head, const QString &path, Spans spans)
        : m_head(std::move(head))
        , m_file(path)
        , m_spans(std::move(spans))
    {
        static_cast<void>(m_file.open(QIODevice::ReadOnly));
        m_size = m_head.size();
        for (const auto &[begin, end] : m_spans)
            m_size += end - begin;
    }

    qint64 size() const override { return m_size; }

    QByteArray next() override
    {
        QByteArray piece = std::exchange(m_head, QByteArray());
        while (piece.size() < resultPiece && m_at < m_spans.size()) {
            auto &[begin, end] = m_spans[m_at];
            m_file.seek(begin);
            const QByteArray read = m_file.read(std::min(end - begin, resultPiece));
            if (read.isEmpty() && begin < end)
                return {};
            piece += read;
            begin += read.size();
            m_at += begin >= end;
        }
        return piece;
    }

private:
    QByteArray m_head;
    QFile m_file;
    Spans m_spans;
    std::size_t m_at = 0;
    qint64 m_size = 0;
};

} // namespace

QByteArray &ChunkRows::next()
{
    m_ends.push_back(m_bytes.size()); // where the row begins; its end is the next one's begin
    return m_bytes;
}

QByteArray ChunkRows::take(quint64 seed)
{
    QByteArray rows = std::exchange(m_bytes, QByteArray());
    const std::vector<qsizetype> begins = std::exchange(m_ends, {});
    if (seed == 0 || begins.size() < 2)
        return rows;
    std::vector<std::size_t> order(begins.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    shuffle(order, seed);
    QByteArray shuffled;
    shuffled.reserve(rows.size());
    for (const std::size_t row : order) {
        const qsizetype end = row + 1 < begins.size() ? begins[row + 1] : rows.size();
        shuffled.append(rows.constData() + begins[row], end - begins[row]);
    }
    return shuffled;
}

ResultFile::ResultFile(const QString &folder, const QString &name)
    : m_rows(folder + u'/' + name + u".csv"_s)
    , m_ends(folder + u'/' + name + u".ends"_s)
{
}

bool ResultFile::open(qint64 bytes, qint64 chunks)
{
    if (!m_rows.open(QIODevice::ReadWrite) || !m_ends.open(QIODevice::ReadWrite))
        return false;
    m_size = bytes;
    const qint64 ends = chunks * static_cast<qint64>(sizeof(qint64));
    return m_rows.resize(bytes) && m_ends.resize(ends) && m_rows.seek(bytes) && m_ends.seek(ends);
}

void ResultFile::append(const QByteArray &rows)
{
    m_rows.write(rows);
    m_size += rows.size();
    m_ends.write(reinterpret_cast<const char *>(&m_size), sizeof m_size);
}

bool ResultFile::flush()
{
    return m_rows.flush() && m_ends.flush();
}

std::shared_ptr<BodySource> resultBody(const QByteArray &head, const QString &folder, const QString &name,
                                       quint64 seed)
{
    QFile ends(folder + u'/' + name + u".ends"_s);
    SpanBody::Spans spans;
    qint64 begin = 0;
    qint64 end = 0;
    if (ends.open(QIODevice::ReadOnly))
        while (ends.read(reinterpret_cast<char *>(&end), sizeof end) == sizeof end)
            spans.emplace_back(std::exchange(begin, end), end);
    if (seed != 0)
        shuffle(spans, seed);
    return std::make_shared<SpanBody>(head, folder + u'/' + name + u".csv"_s, std::move(spans));
}

std::shared_ptr<BodySource> tailBody(const QByteArray &head, const QString &path, qint64 offset)
{
    const qint64 size = QFile(path).size();
    SpanBody::Spans spans;
    if (offset < size)
        spans.emplace_back(offset, size);
    return std::make_shared<SpanBody>(head, path, std::move(spans));
}

quint64 shuffleSeed(const QByteArray &job)
{
    quint64 hash = 14695981039346656037ULL;
    for (const char c : job)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash | 1;
}

} // namespace rowlift::practice::salesforce
