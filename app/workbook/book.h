#pragma once

#include "app/workbook/date_serial.h"
#include "app/workbook/package.h"
#include "app/workbook/workbook.h"

#include <vector>

namespace rowlift {

/// What the parts of a workbook are, from its own list of them.
struct Book {
    struct Sheet {
        QString name;
        QString part;
        bool hidden = false;
    };

    std::vector<Sheet> sheets; ///< In the order of their tabs; charts and macro sheets are none.
    QString sharedTexts; ///< The part; empty: none.
    QString styles;
    DateSystem dates = DateSystem::From1900;
};

/// Fails with BadInput when \a package is no workbook, or a damaged one.
Result<Book> readBook(const Package &package);

/// The part with the list of sheets, or nothing when \a package is no workbook that can be read.
QString bookPartOf(const Package &package);

/// Parts that are kept in memory may not unpack to more.
constexpr qint64 mostListBytes = 64 * 1024 * 1024;

} // namespace rowlift
