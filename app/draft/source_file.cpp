#include "app/draft/source_file.h"

#include "app/draft/kept_files.h"
#include "app/workbook/workbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct SourceFileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::SourceFile)
};

QString stampText(const FileStamp &stamp)
{
    return u"%1 bytes of %2"_s.arg(stamp.size).arg(stamp.modified.toString(Qt::ISODateWithMs));
}

Error changed(const Draft &draft, const FileStamp &now)
{
    const QString name = QFileInfo(draft.file).fileName();
    return { .kind = Error::Kind::BadInput,
             .sentence
             = SourceFileWords::tr("The file “%1” changed since it was looked at. Read it again.").arg(name),
             .detail = u"%1: %2, was %3"_s.arg(draft.file, stampText(now), stampText(draft.stamp)),
             .retryAfter = {} };
}

Done makeSheetAgain(const Draft &draft, std::stop_token stop)
{
    QDir().mkpath(QFileInfo(draft.source).path());
    const auto sheet = convertSheet(draft.file, draft.sheet, draft.source, {}, std::move(stop));
    if (!sheet)
        return tl::unexpected(sheet.error());
    markKept(draft.source, { { u"kind"_s, u"sheet"_s }, { u"uncalculated"_s, sheet->uncalculated } });
    return {};
}

} // namespace

Result<std::unique_ptr<FileSource>> openSource(const Draft &draft, std::stop_token stop)
{
    auto chosen = FileSource::open(draft.file);
    if (!chosen)
        return chosen;
    if (const FileStamp now = FileStamp::of(draft.file); now != draft.stamp)
        return tl::unexpected(changed(draft, now));
    markKept(draft.readFrom());
    if (draft.source.isEmpty())
        return chosen;
    if (!QFileInfo::exists(draft.source)) {
        if (const auto made = makeSheetAgain(draft, std::move(stop)); !made)
            return tl::unexpected(made.error());
    }
    return FileSource::open(draft.source);
}

} // namespace rowlift
