#include "app/workbook/bad_workbook.h"

#include "app/csv/bad_input.h"

#include <QCoreApplication>

namespace rowlift {

namespace {

struct BadWorkbookWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Workbook)
};

} // namespace

Error damagedWorkbook(const QString &detail)
{
    return badInput(BadWorkbookWords::tr(
                        "This Excel workbook is damaged or was not saved to its end. Open it in Excel and "
                        "save it as .xlsx or CSV UTF-8."),
                    detail);
}

Error tooLargeWorkbook(const QString &detail)
{
    return badInput(BadWorkbookWords::tr("This Excel workbook unpacks to more than a workbook can hold. Open "
                                         "it in Excel and save it as CSV UTF-8."),
                    detail);
}

Error protectedWorkbook()
{
    return badInput(
        BadWorkbookWords::tr("This Excel workbook is protected by a password. Open it in Excel and "
                             "save it as .xlsx without a password, or as CSV UTF-8."));
}

Error oldWorkbook()
{
    return badInput(BadWorkbookWords::tr(
        "This is an old Excel workbook (.xls). Open it in Excel and save it as .xlsx or CSV UTF-8."));
}

Error binaryWorkbook()
{
    return badInput(BadWorkbookWords::tr(
        "This is a binary Excel workbook (.xlsb). Open it in Excel and save it as .xlsx or CSV UTF-8."));
}

Error emptyWorkbook()
{
    return badInput(BadWorkbookWords::tr("No sheet of this workbook has any cells. Choose another file."));
}

} // namespace rowlift
