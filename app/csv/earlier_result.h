#pragma once

#include <QStringList>

#include <optional>
#include <string_view>

namespace rowlift {

/// The column of a result file of an earlier load that tells which rows failed then.
struct EarlierResult {
    enum class Tells { Error, Status };

    int column = 0;
    Tells tells = Tells::Error; ///< A reason where it failed; or for every row what became of it.

    /// Whether a row with \a value in that column surely failed: not where it waits, was left out, or
    /// nobody knows what became of it.
    bool failed(std::string_view value) const;
};

/// Knows the files of Salesforce (Bulk API: sf__Id, sf__Error; Data Loader: STATUS, ERROR as the last
/// column), Marketo (Import Failure Reason) and Rowlift by their \a header.
std::optional<EarlierResult> earlierResult(const QStringList &header);

/// Whether \a value is what such a file says of a row: a status column of somebody's own is none.
bool isResultStatus(std::string_view value);

} // namespace rowlift
