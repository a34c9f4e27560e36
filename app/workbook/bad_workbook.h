#pragma once

#include "app/base/error.h"

namespace rowlift {

// Why a workbook cannot be read, each with its cure.

Error damagedWorkbook(const QString &detail); ///< Truncated, broken XML, or against the rules of the format.
Error tooLargeWorkbook(const QString &detail); ///< It would unpack to more than any workbook holds.
Error protectedWorkbook(); ///< Locked with a password.
Error oldWorkbook(); ///< .xls
Error binaryWorkbook(); ///< .xlsb
Error emptyWorkbook(); ///< No sheet of it has a cell.

} // namespace rowlift
