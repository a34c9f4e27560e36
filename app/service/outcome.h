#pragma once

#include <QString>
#include <QStringList>

namespace rowlift {

/// What became of a row. Each row of the file has exactly one (design law 1).
enum class Outcome {
    LeftOut, ///< By us, before sending.
    NotSent, ///< Its turn has not come.
    Waiting, ///< Sent; no word yet.
    Added,
    Updated,
    Deleted,
    In, ///< The service has it but does not tell whether it was new.
    Failed, ///< Refused, with a reason.
    NotProcessed, ///< Sent, and the service says that it did not look at it.
    Unknown ///< Sent, and nobody can tell.
};
inline constexpr int outcomeCount = 10;

/// In the service's own words; sentences are made from it on display.
struct Reason {
    QString code; ///< "REQUIRED_FIELD_MISSING"
    QString field; ///< API name where the service names one.
    QString text; ///< As it came.

    bool operator==(const Reason &) const = default;
};

/// A reason for people.
struct Explanation {
    QString sentence; ///< "“Foo” is not on the list for Country"
    QString cure; ///< What to do about it; may be empty.
    QString ofMany = {}; ///< The sentence for rows with other values; empty: \a sentence names none.
    QStringList fields = {}; ///< API names of the fields at fault, also where only the text names them.

    /// For a group of rows.
    const QString &general() const { return ofMany.isEmpty() ? sentence : ofMany; }
};

} // namespace rowlift
