#include "app/draft/failed_rows.h"

#include "app/csv/csv_writer.h"
#include "app/csv/dialect_json.h"
#include "app/draft/file_trouble.h"
#include "app/draft/kept_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <string>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct FailedRowsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FailedRows)
};

constexpr qsizetype writtenAtOnce = qsizetype(1) << 20;
constexpr qint64 rowsBetweenTellings = 1024;

QByteArray headerLine(const QStringList &header)
{
    std::vector<std::string> names;
    for (const QString &name : header)
        names.push_back(name.toStdString());
    QByteArray line;
    appendRecord(line, std::vector<std::string_view>(names.begin(), names.end()));
    return line;
}

Done writeFailedRows(QSaveFile &file, FileSource &source, const Dialect &dialect, const FactRows &failed,
                     QByteArray text, const Progress &progress, const std::stop_token &stop)
{
    RowReader reader(source, dialect);
    RowView row;
    while (true) {
        const auto more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (*more && row.isData() && failed.speaksOf(row))
            appendRecord(text, row.cells);
        if (text.size() >= writtenAtOnce || !*more) {
            if (file.write(text) != text.size())
                return tl::unexpected(cannotKeep(file.fileName(), file.errorString()));
            text.clear();
        }
        if (!*more)
            return {};
        if (row.record % rowsBetweenTellings != 0)
            continue;
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        progress.tell(reader.position().offset, source.size());
    }
}

} // namespace

Result<QString> keepFailedRows(const QString &path, const QString &name, const Dialect &dialect,
                               const FileFact &fact, const QStringList &header, const QString &drafts,
                               const Progress &progress, std::stop_token stop)
{
    const FileStamp stamp = FileStamp::of(path);
    auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    const QByteArray reading = QJsonDocument(toJson(dialect)).toJson(QJsonDocument::Compact);
    const auto folder = keptFolder(drafts, keptKey(u"failed rows"_s, path, stamp, reading));
    if (!folder)
        return tl::unexpected(folder.error());
    //: Name of a file
    const QString called = FailedRowsWords::tr("%1 (failed rows)").arg(name);
    const QString target = *folder + u'/' + called + u".csv"_s;
    if (!QFileInfo::exists(target)) {
        QSaveFile file(target);
        if (!file.open(QIODevice::WriteOnly))
            return tl::unexpected(cannotKeep(target, file.errorString()));
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const auto written = writeFailedRows(file, **source, dialect, FactRows(fact, header),
                                             headerLine(header), progress, stop);
        if (!written)
            return tl::unexpected(written.error());
        if (!file.commit())
            return tl::unexpected(cannotKeep(target, file.errorString()));
    }
    markKept(target, { { u"kind"_s, u"failed rows"_s } });
    forgetOldKept(drafts, target);
    return target;
}

} // namespace rowlift
