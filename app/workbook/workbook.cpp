#include "app/workbook/workbook.h"

#include "app/csv/bad_input.h"
#include "app/workbook/bad_workbook.h"
#include "app/workbook/book.h"
#include "app/workbook/row_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct WorkbookWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Workbook)
};

constexpr qint64 mostSharedBytes = 4LL * 1024 * 1024 * 1024;
constexpr qint64 mostSheetBytes = 32LL * 1024 * 1024 * 1024;
/// A sheet that says nothing within these is taken for a filled one.
constexpr qint64 enoughToJudge = 8 * 1024 * 1024;

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// The last row of "A1:J100000"; 0 when it names none.
qint64 lastRowOf(const QString &dimension)
{
    const QStringView last = QStringView(dimension).sliced(dimension.lastIndexOf(u':') + 1);
    const auto digits = std::ranges::find_if(last, [](QChar c) { return c.isDigit(); });
    return last.sliced(digits - last.begin()).toLongLong();
}

/// Reads on to the first cell with a value. Nothing when the sheet has none.
Result<std::optional<WorkbookSheet>> peekSheet(const Package &package, const Book::Sheet &sheet)
{
    auto part = package.part(sheet.part);
    if (!part)
        return tl::unexpected(part.error());
    PartReader reader(std::move(*part), mostSheetBytes);
    WorkbookSheet found { .name = sheet.name, .rows = 0, .hidden = sheet.hidden };
    while (reader.nextElement()) {
        const QStringView name = reader.name();
        if (name == u"dimension")
            found.rows = lastRowOf(reader.attribute(u"ref"));
        if (name == u"v" || name == u"is" || name == u"f" || reader.bytesRead() > enoughToJudge)
            return found;
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    return std::optional<WorkbookSheet>();
}

Result<SharedTexts> readSharedTexts(const Package &package, const Book &book, const Progress &progress,
                                    std::stop_token stop)
{
    if (book.sharedTexts.isEmpty() || !package.has(book.sharedTexts))
        return SharedTexts();
    auto part = package.part(book.sharedTexts);
    if (!part)
        return tl::unexpected(part.error());
    PartReader reader(std::move(*part), mostSharedBytes, progress, std::move(stop));
    return SharedTexts::read(reader);
}

Result<CellFormats> readFormats(const Package &package, const Book &book)
{
    if (book.styles.isEmpty() || !package.has(book.styles))
        return CellFormats();
    auto part = package.part(book.styles);
    if (!part)
        return tl::unexpected(part.error());
    PartReader reader(std::move(*part), mostListBytes);
    return CellFormats::read(reader);
}

/// Bytes of a part as part of a whole of \a total, from \a done on.
Progress shareOf(const Progress &whole, qint64 done, qint64 total)
{
    return Progress([whole, done, total](qint64 bytes, qint64) { whole.tell(done + bytes, total); });
}

Error noRoomFor(const QIODevice &file)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = WorkbookWords::tr("The rows of the workbook could not be kept in a file. Is there room?"),
             .detail = file.errorString(),
             .retryAfter = {} };
}

Result<ConvertedSheet> writeRows(SheetRows &rows, const QString &outPath, std::stop_token stop)
{
    QTemporaryFile narrow(outPath + u".XXXXXX"_s);
    QSaveFile out(outPath);
    if (!narrow.open())
        return tl::unexpected(noRoomFor(narrow));
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(ownerOnly))
        return tl::unexpected(noRoomFor(out));
    RowFile file(narrow);
    SheetRow row;
    while (true) {
        const auto more = rows.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (const auto kept = file.append(row); !kept)
            return tl::unexpected(kept.error());
    }
    if (const auto finished = file.finish(out, std::move(stop)); !finished)
        return tl::unexpected(finished.error());
    if (!out.commit())
        return tl::unexpected(noRoomFor(out));
    return ConvertedSheet { .rows = file.rows(),
                            .columns = file.columns(),
                            .uncalculated = rows.uncalculated() };
}

} // namespace

Result<std::vector<WorkbookSheet>> sheetsOf(const QString &path)
{
    const auto package = Package::open(path);
    if (!package)
        return tl::unexpected(package.error());
    const auto book = readBook(*package);
    if (!book)
        return tl::unexpected(book.error());
    std::vector<WorkbookSheet> sheets;
    for (const Book::Sheet &sheet : book->sheets) {
        auto found = peekSheet(*package, sheet);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            sheets.push_back(**found);
    }
    if (sheets.empty())
        return tl::unexpected(emptyWorkbook());
    std::ranges::stable_partition(sheets, [](const WorkbookSheet &sheet) { return !sheet.hidden; });
    return sheets;
}

Result<ConvertedSheet> convertSheet(const QString &path, const QString &sheet, const QString &outPath,
                                    const Progress &progress, std::stop_token stop)
{
    const auto package = Package::open(path);
    if (!package)
        return tl::unexpected(package.error());
    const auto book = readBook(*package);
    if (!book)
        return tl::unexpected(book.error());
    const auto wanted = std::ranges::find(book->sheets, sheet, &Book::Sheet::name);
    if (wanted == book->sheets.end())
        return tl::unexpected(badInput(WorkbookWords::tr("“%1” has no sheet “%2”. Choose one that it has.")
                                           .arg(QFileInfo(path).fileName(), sheet)));
    const qint64 textBytes = package->size(book->sharedTexts);
    const qint64 total = textBytes + package->size(wanted->part);
    const auto texts = readSharedTexts(*package, *book, shareOf(progress, 0, total), stop);
    if (!texts)
        return tl::unexpected(texts.error());
    const auto formats = readFormats(*package, *book);
    if (!formats)
        return tl::unexpected(formats.error());
    auto part = package->part(wanted->part);
    if (!part)
        return tl::unexpected(part.error());
    PartReader reader(std::move(*part), mostSheetBytes, shareOf(progress, textBytes, total), stop);
    SheetRows rows(reader, { .texts = *texts, .formats = *formats, .dates = book->dates });
    return writeRows(rows, outPath, stop);
}

} // namespace rowlift
