#include "app/run/written_parts.h"

#include "app/csv/bad_input.h"
#include "app/draft/source_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct WrittenPartsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::WrittenParts)
};

std::string_view bytesOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// The files while they are written: those that nobody kept are removed in the end.
class PartFiles {
public:
    PartFiles(const Encoder &encoder, const PartLimits &limits, QString folder, QString suffix,
              QString source)
        : m_prologue(encoder.prologue())
        , m_epilogue(encoder.epilogue())
        , m_cutter(limits, m_prologue.size() + m_epilogue.size())
        , m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
        , m_source(std::move(source))
    {
    }
    ~PartFiles()
    {
        m_file.close();
        for (qint64 number = 1; !m_kept && number <= m_made; ++number)
            QFile::remove(pathOf(number));
    }
    Q_DISABLE_COPY_MOVE(PartFiles)

    Done write(EncodedRows rows)
    {
        while (rows.size() > 0) {
            if (!m_file.isOpen()) {
                if (const Done begun = beginPart(); !begun)
                    return begun;
            }
            const std::size_t taken = m_cutter.take(rows);
            if (const Done appended = append(rows.bytes(taken)); !appended)
                return appended;
            rows = rows.behind(taken);
            if (rows.size() == 0)
                break;
            if (const Done ended = endPart(); !ended)
                return ended;
        }
        return {};
    }

    Done endPart()
    {
        if (!m_file.isOpen())
            return {};
        if (const Done appended = append(bytesOf(m_epilogue)); !appended)
            return appended;
        m_file.close();
        if (m_file.error() != QFileDevice::NoError) // what a network drive could not write is known now
            return cannotWrite();
        m_parts.push_back({ .file = partFileName(m_made, m_suffix),
                            .rows = m_cutter.rows(),
                            .bytes = m_cutter.bytes(),
                            .firstRecord = m_cutter.firstRecord(),
                            .lastRecord = m_cutter.lastRecord() });
        return {};
    }

    std::vector<WrittenPart> keep()
    {
        m_kept = true;
        return std::move(m_parts);
    }

private:
    QString pathOf(qint64 number) const
    {
        return QDir(m_folder).absoluteFilePath(partFileName(number, m_suffix));
    }

    Done beginPart()
    {
        const QString path = pathOf(m_made + 1);
        m_file.setFileName(path);
        if (QFileInfo(path) == QFileInfo(m_source))
            return tl::unexpected(badInput(
                WrittenPartsWords::tr("“%1” is the file itself, which stays as it is. Choose another folder.")
                    .arg(path)));
        // The rows of people are nobody else's business.
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                         QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return cannotWrite();
        m_cutter.beginPart(++m_made);
        return append(bytesOf(m_prologue));
    }

    Done append(std::string_view bytes)
    {
        while (!bytes.empty()) { // a full disk takes a part first, and says why at the next
            const qint64 written = m_file.write(bytes.data(), static_cast<qint64>(bytes.size()));
            if (written <= 0)
                return cannotWrite();
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }

    Done cannotWrite() const
    {
        return tl::unexpected(Error {
            .kind = Error::Kind::Storage,
            .sentence
            = WrittenPartsWords::tr("“%1” could not be written. Is there room?").arg(m_file.fileName()),
            .detail = m_file.errorString(),
            .retryAfter = {} });
    }

    QByteArray m_prologue;
    QByteArray m_epilogue;
    PartCutter m_cutter;
    QString m_folder;
    QString m_suffix;
    QString m_source;
    QFile m_file;
    qint64 m_made = 0;
    bool m_kept = false;
    std::vector<WrittenPart> m_parts;
};

} // namespace

QString partFileName(qint64 number, const QString &suffix)
{
    return u"part-%1.%2"_s.arg(number, 5, 10, QLatin1Char('0')).arg(suffix);
}

Result<WrittenParts> writeParts(RecordPass &records, const PartLimits &limits, const QString &folder,
                                const QString &suffix, const std::stop_token &stop)
{
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            Error { .kind = Error::Kind::Storage,
                    .sentence = WrittenPartsWords::tr("The folder “%1” could not be made.").arg(folder),
                    .detail = {},
                    .retryAfter = {} });
    PartFiles files(records.encoder(), limits, folder, suffix, records.draft().file);
    const RecordPass::Seen before = records.seen();
    const auto end = records.run(
        {}, [&files](const EncodedRows &rows) { return files.write(rows); }, stop);
    if (!end)
        return tl::unexpected(end.error());
    if (const Done ended = files.endPart(); !ended)
        return tl::unexpected(ended.error());
    // A file that is written to while it is read may have given anything.
    if (const auto again = openSource(records.draft(), stop); !again)
        return tl::unexpected(again.error());
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return WrittenParts { .parts = files.keep(),
                          .rows = records.seen().rows - before.rows,
                          .leftOut = records.seen().leftOut - before.leftOut,
                          .unread = records.seen().unread };
}

} // namespace rowlift
