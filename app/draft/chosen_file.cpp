#include "app/draft/chosen_file.h"

#include "app/csv/bad_input.h"
#include "app/draft/kept_files.h"
#include "app/draft/pasted_cells.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct ChosenWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ChosenFile)
};

/// Grows when the same workbook would become other rows.
constexpr int converterVersion = 1;

/// A sheet of a workbook as it is now.
QByteArray sheetKey(const ChosenFile &chosen)
{
    const QStringList parts { chosen.path, QString::number(chosen.stamp.size),
                              chosen.stamp.modified.toString(Qt::ISODateWithMs), chosen.sheet,
                              QString::number(converterVersion) };
    return parts.join(u'\n').toUtf8();
}

Result<QString> chooseSheet(const ChosenFile &chosen, const QString &wanted)
{
    if (wanted.isEmpty())
        return chosen.sheets.front().name;
    const auto same = [&wanted](const WorkbookSheet &sheet) {
        return sheet.name.compare(wanted, Qt::CaseInsensitive) == 0; // as Excel compares them
    };
    const auto found = std::ranges::find_if(chosen.sheets, same);
    if (found != chosen.sheets.end())
        return found->name;
    QStringList names;
    for (const WorkbookSheet &sheet : chosen.sheets)
        names << sheet.name;
    return tl::unexpected(badInput(ChosenWords::tr("“%1” has no sheet “%2” with cells. It has: %3.")
                                       .arg(QFileInfo(chosen.path).fileName(), wanted, names.join(u", "_s))));
}

Done convertOnce(ChosenFile &chosen, const QString &drafts, const Progress &progress, std::stop_token stop)
{
    const auto folder = keptFolder(drafts, sheetKey(chosen));
    if (!folder)
        return tl::unexpected(folder.error());
    chosen.source = *folder + u"/sheet.csv"_s;
    if (QFileInfo::exists(chosen.source)) {
        chosen.uncalculated = keptMark(chosen.source)[u"uncalculated"].toInteger();
        markKept(chosen.source);
        return {};
    }
    const auto sheet = convertSheet(chosen.path, chosen.sheet, chosen.source, progress, std::move(stop));
    if (!sheet)
        return tl::unexpected(sheet.error());
    chosen.uncalculated = sheet->uncalculated;
    markKept(chosen.source, { { u"kind"_s, u"sheet"_s }, { u"uncalculated"_s, chosen.uncalculated } });
    forgetOldKept(drafts, chosen.source);
    return {};
}

} // namespace

Result<ChosenFile> takeFile(const QString &path, const QString &sheet, const QString &drafts,
                            const Progress &progress, std::stop_token stop)
{
    ChosenFile chosen;
    chosen.path = QFileInfo(path).absoluteFilePath();
    chosen.stamp = FileStamp::of(chosen.path);
    const auto workbook = isWorkbook(chosen.path);
    if (!workbook)
        return tl::unexpected(workbook.error());
    if (!*workbook) {
        markKept(chosen.path); // pasted cells are used again
        return chosen;
    }
    auto sheets = sheetsOf(chosen.path);
    if (!sheets)
        return tl::unexpected(sheets.error());
    chosen.sheets = std::move(*sheets);
    const auto name = chooseSheet(chosen, sheet);
    if (!name)
        return tl::unexpected(name.error());
    chosen.sheet = *name;
    if (const auto converted = convertOnce(chosen, drafts, progress, std::move(stop)); !converted)
        return tl::unexpected(converted.error());
    return chosen;
}

DialectChoice certainChoice(const ChosenFile &chosen, DialectChoice choice)
{
    const bool pasted = isPastedCells(chosen.path);
    if (chosen.sheet.isEmpty() && !pasted)
        return choice;
    choice.delimiter = pasted ? '\t' : ',';
    choice.quote = '"';
    choice.escape = '\0';
    choice.encoding = "UTF-8";
    choice.comment = QByteArray();
    choice.trim = choice.trim.value_or(false);
    choice.certain = true;
    return choice;
}

} // namespace rowlift
