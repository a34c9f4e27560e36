#include "app/net/reply_parser.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qsizetype longestHead = qsizetype(256) * 1024;
constexpr qsizetype longestChunkLine = 4096;

} // namespace

ReplyParser::State ReplyParser::take(const QByteArray &bytes)
{
    m_bytes += bytes;
    while (m_state == State::Open && step()) { }
    return m_state;
}

ReplyParser::State ReplyParser::close()
{
    if (m_state == State::Open)
        m_state = m_stage == Stage::ToTheEnd ? State::Whole : State::Cut;
    return m_state;
}

/// False when more bytes are needed, or when it is over.
bool ReplyParser::step()
{
    switch (m_stage) {
    case Stage::Head:
        return takeHead();
    case Stage::ChunkSize:
        return takeChunkSize();
    case Stage::Trailer: {
        const auto text = line();
        return text && (!text->isEmpty() || end(State::Whole));
    }
    case Stage::Length:
    case Stage::Chunk:
    case Stage::ToTheEnd:
        return takeBody();
    }
    return false;
}

bool ReplyParser::end(State state)
{
    m_state = state;
    return false;
}

/// The next line without its end.
std::optional<QByteArray> ReplyParser::line()
{
    const qsizetype lineEnd = m_bytes.indexOf('\n');
    if (lineEnd < 0) {
        if (m_bytes.size() > longestChunkLine)
            end(State::Senseless);
        return {};
    }
    QByteArray text = m_bytes.left(lineEnd);
    m_bytes.remove(0, lineEnd + 1);
    if (text.endsWith('\r'))
        text.chop(1);
    return text;
}

bool ReplyParser::takeHead()
{
    const QByteArray beginning = QByteArrayLiteral("HTTP/");
    const qsizetype known = std::min(m_bytes.size(), beginning.size());
    if (m_bytes.left(known) != beginning.left(known))
        return end(State::Senseless);
    const qsizetype headEnd = m_bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return m_bytes.size() > longestHead && end(State::Senseless);
    const QList<QByteArray> lines = m_bytes.left(headEnd).split('\n');
    m_bytes.remove(0, headEnd + 4);
    m_reply.headers.clear();
    for (const QByteArray &each : lines.mid(1)) {
        const qsizetype colon = each.indexOf(':');
        if (colon > 0)
            m_reply.headers.emplace_back(each.left(colon).trimmed(), each.mid(colon + 1).trimmed());
    }
    return takeStatus(lines.first());
}

bool ReplyParser::takeStatus(const QByteArray &line)
{
    const QByteArray number = line.mid(line.indexOf(' ') + 1).left(3);
    bool isNumber = false;
    m_reply.status = number.toInt(&isNumber);
    if (!isNumber || m_reply.status < 100)
        return end(State::Senseless);
    if (m_reply.status < 200)
        return true; // "go on": the answer is still to come
    if (m_reply.status == 204 || m_reply.status == 304)
        return end(State::Whole);
    const QByteArray length = m_reply.header("Content-Length");
    if (m_reply.header("Transfer-Encoding").toLower().contains("chunked")) {
        m_stage = Stage::ChunkSize;
    } else if (length.isEmpty()) {
        m_stage = Stage::ToTheEnd;
    } else {
        bool isLength = false;
        m_left = length.toLongLong(&isLength);
        if (!isLength || m_left < 0)
            return end(State::Senseless);
        m_stage = Stage::Length;
        return m_left > 0 || end(State::Whole);
    }
    return true;
}

bool ReplyParser::takeChunkSize()
{
    const auto text = line();
    if (!text)
        return false;
    bool isSize = false;
    m_left = text->split(';').first().trimmed().toLongLong(&isSize, 16);
    if (!isSize || m_left < 0)
        return end(State::Senseless);
    m_stage = m_left > 0 ? Stage::Chunk : Stage::Trailer;
    m_left += m_left > 0 ? 2 : 0; // its line end is taken with it
    return true;
}

bool ReplyParser::takeBody()
{
    if (m_bytes.isEmpty())
        return false;
    const bool measured = m_stage != Stage::ToTheEnd;
    const qint64 some = measured ? std::min<qint64>(m_left, m_bytes.size()) : m_bytes.size();
    m_reply.body += m_bytes.left(some);
    m_bytes.remove(0, some);
    m_left -= measured ? some : 0;
    if (m_reply.body.size() > m_mostBody)
        return end(State::TooLarge);
    if (!measured || m_left > 0)
        return false;
    if (m_stage == Stage::Length)
        return end(State::Whole);
    m_reply.body.chop(2);
    m_stage = Stage::ChunkSize;
    return true;
}

} // namespace rowlift
