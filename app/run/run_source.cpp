#include "app/run/run_source.h"

#include "app/csv/piece_hash.h"
#include "app/draft/source_file.h"
#include "app/workbook/workbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct RunSourceWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RunSource)
};

Result<quint64> contentHashOf(const QString &path, const std::stop_token &stop)
{
    const auto source = FileSource::open(path);
    if (!source)
        return tl::unexpected(source.error());
    return PieceHash((*source)->size()).whole(**source, stop);
}

/// Of the sheet as the workbook has it now; our copy of it may be of an older one.
Result<quint64> sheetHashOf(const Draft &draft, const QString &folder, const std::stop_token &stop)
{
    const QString path = folder + u"/sheet-now"_s;
    const auto sheet = convertSheet(draft.file, draft.sheet, path, {}, stop);
    const auto hash = sheet ? contentHashOf(path, stop) : tl::unexpected(sheet.error());
    QFile::remove(path);
    return hash;
}

} // namespace

Error sourceChanged(const RunPlan &plan, const QString &detail)
{
    return { .kind = Error::Kind::BadInput,
             .sentence
             = RunSourceWords::tr("“%1” changed since this import was started, so no more rows of it are "
                                  "sent. What became of those sent so far stays on record.")
                   .arg(QFileInfo(plan.draft.file).fileName()),
             .detail = detail,
             .retryAfter = {} };
}

Error sourceGone(const RunPlan &plan, const Error &why)
{
    return { .kind = why.kind,
             .sentence
             = RunSourceWords::tr("“%1” is gone or cannot be read any more, so no more rows of it are sent. "
                                  "What became of those sent so far stays on record.")
                   .arg(QDir::toNativeSeparators(plan.draft.file)),
             .detail = why.sentence + u' ' + why.detail,
             .retryAfter = {} };
}

Error foundGone(const RunPlan &plan, const Error &why)
{
    return { .kind = why.kind,
             .sentence = RunSourceWords::tr(
                             "What the look-up had found for “%1” is gone or damaged, so no more rows of "
                             "it are sent. What became of those sent so far stays on record.")
                             .arg(QFileInfo(plan.draft.file).fileName()),
             .detail = why.detail,
             .retryAfter = {} };
}

Result<Draft> draftTakenUpAgain(const RunPlan &plan, const QString &folder, const std::stop_token &stop)
{
    Draft draft = plan.draft;
    if (const auto there = FileSource::open(draft.file); !there)
        return tl::unexpected(sourceGone(plan, there.error()));
    const FileStamp now = FileStamp::of(draft.file);
    const QString detail = u"%1: %2 bytes of %3, was %4 of %5"_s.arg(draft.file)
                               .arg(now.size)
                               .arg(now.modified.toString(Qt::ISODateWithMs))
                               .arg(draft.stamp.size)
                               .arg(draft.stamp.modified.toString(Qt::ISODateWithMs));
    const bool isSame = now == draft.stamp;
    if (plan.contentHash == 0)
        return isSame ? Result<Draft>(draft) : tl::unexpected(sourceChanged(plan, detail));
    if (draft.source.isEmpty() && now.size != draft.stamp.size)
        return tl::unexpected(sourceChanged(plan, detail));
    draft.stamp = now;
    if (isSame) {
        if (const auto opened = openSource(draft, stop);
            !opened) // makes our copy of a sheet where it has gone
            return tl::unexpected(opened.error());
    }
    const auto hash = isSame || draft.source.isEmpty() ? contentHashOf(draft.readFrom(), stop)
                                                       : sheetHashOf(draft, folder, stop);
    if (!hash)
        return tl::unexpected(hash.error());
    if (*hash != plan.contentHash || FileStamp::of(draft.file) != now)
        return tl::unexpected(sourceChanged(plan, detail));
    return draft;
}

} // namespace rowlift
