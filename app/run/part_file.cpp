#include "app/run/part_file.h"

#include <QCoreApplication>

#include <xxhash.h>

#include <vector>

namespace rowlift {

namespace {

struct PartFileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartFile)
};

constexpr std::size_t writtenTogether = std::size_t(256) * 1024;
constexpr std::size_t hashedTogether = std::size_t(1024) * 1024;

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

} // namespace

PartFileWriter::PartFileWriter(const Encoder &encoder, bool hashes)
    : m_prologue(encoder.prologue())
    , m_separator(encoder.separator())
    , m_epilogue(encoder.epilogue())
    , m_state(hashes ? XXH3_createState() : nullptr, [](XXH3_state_s *state) { XXH3_freeState(state); })
{
}

PartFileWriter::~PartFileWriter()
{
    if (m_file.isOpen())
        m_file.remove();
}

Done PartFileWriter::begin(const QString &path, bool replaces)
{
    m_file.setFileName(path);
    if (replaces)
        m_file.remove();
    m_isEmpty = true;
    m_bytes = 0;
    m_hash = 0;
    m_waiting.clear();
    if (m_state)
        XXH3_64bits_reset(m_state.get());
    // The rows of people are nobody else's business.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed();
    return put(viewOf(m_prologue));
}

Done PartFileWriter::append(std::string_view records)
{
    if (records.empty())
        return {};
    if (!m_isEmpty && !m_separator.isEmpty()) {
        if (const Done between = put(viewOf(m_separator)); !between)
            return between;
    }
    m_isEmpty = false;
    return put(records.substr(0, records.size() - static_cast<std::size_t>(m_separator.size())));
}

Done PartFileWriter::finish()
{
    return put(viewOf(m_epilogue)).and_then([this] { return flush(); }).and_then([this]() -> Done {
        const QString path = m_file.fileName();
        m_file.close();
        if (m_file.error() != QFileDevice::NoError) { // what a network drive could not write is known now
            const Done error = failed();
            QFile::remove(path);
            return error;
        }
        if (m_state)
            m_hash = XXH3_64bits_digest(m_state.get());
        return {};
    });
}

Done PartFileWriter::put(std::string_view bytes)
{
    m_bytes += static_cast<qint64>(bytes.size());
    if (m_waiting.size() + bytes.size() < writtenTogether) {
        m_waiting.append(bytes);
        return {};
    }
    return flush().and_then([&] { return write(bytes); });
}

Done PartFileWriter::flush()
{
    const Done written = write(m_waiting.text());
    m_waiting.clear();
    return written;
}

Done PartFileWriter::write(std::string_view bytes)
{
    if (m_state)
        XXH3_64bits_update(m_state.get(), bytes.data(), bytes.size());
    while (!bytes.empty()) { // a full disk takes a part first, and says why at the next
        const qint64 written = m_file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        if (written <= 0)
            return failed();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Done PartFileWriter::failed() const
{
    return tl::unexpected(Error {
        .kind = Error::Kind::Storage,
        .sentence = PartFileWords::tr("“%1” could not be written. Is there room?").arg(m_file.fileName()),
        .detail = m_file.errorString(),
        .retryAfter = {} });
}

Result<quint64> hashOfFile(const QString &path, const std::stop_token &stop)
{
    QFile file(path);
    const auto unreadable = [&] {
        return tl::unexpected(
            Error { .kind = Error::Kind::Storage,
                    .sentence = PartFileWords::tr("“%1” could not be read.").arg(file.fileName()),
                    .detail = file.errorString(),
                    .retryAfter = {} });
    };
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable();
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::vector<char> block(hashedTogether);
    for (;;) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const qint64 got = file.read(block.data(), static_cast<qint64>(block.size()));
        if (got < 0)
            return unreadable();
        if (got == 0)
            return XXH3_64bits_digest(state.get());
        XXH3_64bits_update(state.get(), block.data(), static_cast<std::size_t>(got));
    }
}

} // namespace rowlift
