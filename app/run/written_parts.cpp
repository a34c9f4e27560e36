#include "app/run/written_parts.h"

#include "app/csv/bad_input.h"
#include "app/draft/source_file.h"
#include "app/run/part_maker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct WrittenPartsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::WrittenParts)
};

/// The files so far: unless they are kept, they are removed in the end.
class PartFiles {
public:
    PartFiles(QString folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix))
    {
    }
    ~PartFiles()
    {
        for (const WrittenPart &part : m_parts)
            QFile::remove(m_folder.absoluteFilePath(part.file));
    }
    Q_DISABLE_COPY_MOVE(PartFiles)

    QString begin(qint64 number)
    {
        m_begun = m_folder.absoluteFilePath(partFileName(number, m_suffix));
        return m_begun;
    }
    Done add(const PartRecord &part)
    {
        m_parts.push_back({ .file = partFileName(part.number, m_suffix),
                            .rows = part.rows,
                            .records = part.records,
                            .bytes = part.bytes,
                            .firstRecord = part.firstRecord,
                            .lastRecord = part.lastRecord,
                            .wave = m_wave });
        return {};
    }
    void beginWave() { ++m_wave; }
    /// The file that could not be written, if it is \a source.
    bool isSource(const QString &source) const { return QFileInfo(m_begun) == QFileInfo(source); }
    QString begun() const { return m_begun; }
    std::vector<WrittenPart> keep() { return std::exchange(m_parts, {}); }

private:
    QDir m_folder;
    QString m_suffix;
    QString m_begun;
    int m_wave = 1;
    std::vector<WrittenPart> m_parts;
};

} // namespace

QString partFileName(qint64 number, const QString &suffix)
{
    return u"part-%1.%2"_s.arg(number, 5, 10, QLatin1Char('0')).arg(suffix);
}

Result<WrittenParts> writeParts(RecordPass &records, const RowSchedule &schedule, const PartLimits &limits,
                                const QString &folder, const QString &suffix, const std::stop_token &stop)
{
    if (!QDir().mkpath(folder))
        return tl::unexpected(
            Error { .kind = Error::Kind::Storage,
                    .sentence = WrittenPartsWords::tr("The folder “%1” could not be made.").arg(folder),
                    .detail = {},
                    .retryAfter = {} });
    PartFiles files(folder, suffix);
    PartMaker maker(records, schedule);
    const Done made = maker.make(
        { .limits = limits, .pathOf = [&files](qint64 number) { return files.begin(number); } },
        [&files](const PartRecord &part, const PartMembers &) { return files.add(part); },
        [&files]() -> Done {
            files.beginWave();
            return {};
        },
        stop);
    if (!made && files.isSource(records.draft().file))
        return tl::unexpected(badInput(
            WrittenPartsWords::tr("“%1” is the file itself, which stays as it is. Choose another folder.")
                .arg(files.begun())));
    if (!made)
        return tl::unexpected(made.error());
    // A file that is written to while it is read may have given anything.
    if (const auto again = openSource(records.draft(), stop); !again)
        return tl::unexpected(again.error());
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return WrittenParts { .parts = files.keep(),
                          .rows = maker.seen().rows,
                          .leftOut = maker.seen().leftOut + schedule.heldBackPassed() };
}

} // namespace rowlift
