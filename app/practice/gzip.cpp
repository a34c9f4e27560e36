#include "app/practice/gzip.h"

#include <zlib.h>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 worthPacking = 200; ///< Below, the wrapping eats the gain.
constexpr int fastest = 1;
constexpr int gzipWindow = 15 + 16; ///< 16 asks zlib for gzip's head and tail.
constexpr int memoryLevel = 8;

/// Packs what it is fed and hands out what is ready.
class Packer {
public:
    Packer()
        : m_good(deflateInit2(&m_stream, fastest, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY)
                 == Z_OK)
    {
    }
    ~Packer()
    {
        if (m_good)
            deflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Packer)

    QByteArray packed(QByteArray plain, bool last)
    {
        QByteArray out;
        QByteArray room(64 * 1024, Qt::Uninitialized);
        m_stream.next_in = reinterpret_cast<Bytef *>(plain.data());
        m_stream.avail_in = static_cast<uInt>(plain.size());
        do {
            m_stream.next_out = reinterpret_cast<Bytef *>(room.data());
            m_stream.avail_out = static_cast<uInt>(room.size());
            deflate(&m_stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.append(room.constData(), room.size() - static_cast<qsizetype>(m_stream.avail_out));
        } while (m_good && m_stream.avail_out == 0);
        return out;
    }

private:
    z_stream m_stream {};
    bool m_good;
};

class PackedBody final : public BodySource {
public:
    explicit PackedBody(std::shared_ptr<BodySource> plain)
        : m_plain(std::move(plain))
        , m_size(m_plain->size())
    {
    }

    qint64 size() const override { return -1; }

    QByteArray next() override
    {
        QByteArray out;
        while (out.isEmpty() && !m_ended) {
            const QByteArray piece = m_plain->next();
            m_read += piece.size();
            m_ended = piece.isEmpty();
            // A source that breaks off early gets no gzip tail, so that the reader notices.
            if (!m_ended || m_size < 0 || m_read == m_size)
                out = m_packer.packed(piece, m_ended);
        }
        return out;
    }

private:
    std::shared_ptr<BodySource> m_plain;
    Packer m_packer;
    qint64 m_size;
    qint64 m_read = 0;
    bool m_ended = false;
};

bool takesGzip(const QByteArray &acceptEncoding)
{
    for (const QByteArray &each : acceptEncoding.split(',')) {
        const QByteArrayList parts = each.toLower().split(';');
        const QByteArray name = parts.first().trimmed();
        const QByteArray weight = parts.value(1).trimmed().replace(' ', "");
        const bool refused = weight.startsWith("q=") && weight.mid(2).toDouble() == 0.0;
        if ((name == "gzip" || name == "x-gzip" || name == "*") && !refused)
            return true;
    }
    return false;
}

} // namespace

void packIfAsked(const Request &request, Response &response)
{
    if (response.plain || !takesGzip(request.header("accept-encoding"_ba)))
        return;
    const qint64 size = response.source ? response.source->size() : response.body.size();
    if (size >= 0 && size < worthPacking)
        return;
    if (response.source)
        response.source = std::make_shared<PackedBody>(std::move(response.source));
    else
        response.body = Packer().packed(response.body, true);
    response.with("Content-Encoding"_ba, "gzip"_ba).with("Vary"_ba, "Accept-Encoding"_ba);
}

} // namespace rowlift::practice
