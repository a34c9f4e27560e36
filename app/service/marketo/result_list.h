#pragma once

#include "app/base/result.h"
#include "app/service/marketo/reasons.h"
#include "app/service/part_loader.h"

#include <QString>

namespace rowlift::marketo {

/// A list of failures or warnings, as Marketo gives it of a part.
struct ResultList {
    QString path;
    char delimiter = ',';
    QLatin1StringView reasonColumn; ///< "Import Failure Reason"
    Outcome outcome = Outcome::Failed; ///< Of the rows in it.
    QString rowColumn; ///< Our own one; empty: there is none.
    FieldOfLabel fieldOf;
};

inline constexpr auto failureColumn = "Import Failure Reason";
inline constexpr auto warningColumn = "Import Warning Reason";

/// Hands the rows of \a list to \a sink, with the columns of its header but the reason's. Marketo may leave
/// out columns, and cells of single rows: a shorter row comes with the cells that it has. One that is longer
/// than the header comes without columns, unless our own stands in front, which it then begins with. The
/// reason is the last cell of every row. An empty file, or one with a header alone, has no rows.
///
/// Gives the number of rows in it. Fails with BadReply when the file is no such list. Source:
/// contracts/marketo.md, 9.5 and 9.6.
Result<qint64> readResultList(const ResultList &list, ResultSink &sink, std::stop_token stop);

} // namespace rowlift::marketo
