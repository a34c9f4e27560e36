#pragma once

#include "app/base/result.h"
#include "app/service/marketo/reasons.h"
#include "app/service/part_loader.h"

#include <QStringList>

namespace rowlift::marketo {

/// A list of failures or warnings, as Marketo gives it of a part.
struct ResultList {
    QString path;
    char delimiter = ',';
    QLatin1StringView reasonColumn; ///< "Import Failure Reason"
    Outcome outcome = Outcome::Failed; ///< Of the rows in it.
    QStringList fields; ///< That were sent, in the order of their columns, our own in front.
    QString rowColumn; ///< Our own one; empty: there is none.
    FieldOfLabel fieldOf;
};

inline constexpr auto failureColumn = "Import Failure Reason";
inline constexpr auto warningColumn = "Import Warning Reason";

/// Hands the rows of \a list to \a sink. Columns are told by their names. Marketo may leave out columns, and
/// cells of single rows: what cannot be told by its place is not passed on, so of a row that is shorter or
/// longer than the header only our own column is, when the header begins with it. The reason is the last cell
/// of every row. An empty file, or one with a header alone, has no rows.
///
/// Fails with BadReply when the file is no such list. Source: contracts/marketo.md, 9.5 and 9.6.
Done readResultList(const ResultList &list, ResultSink &sink, std::stop_token stop);

} // namespace rowlift::marketo
