#pragma once

#include "tests/truth/truth_table.h"

namespace rowlift::testing {

/// A cell that keeps its order out of Dotdigital.
struct OrderFault {
    const char *name;
    QString column;
    QString cell;
    const char *code = ""; ///< The service's; empty: it never sees it.
    const char *rule = ""; ///< Of Check, which leaves the row out; empty: it lets it pass.
};

inline const QString orderKeyColumn = QStringLiteral("Bestell-Nr.");
inline const QString orderContactColumn = QStringLiteral("E-Mail");

/// The columns of a file of orders, but for key and contact. Those of an order's lines are within the list
/// "products" where rows are \a grouped.
std::vector<TruthColumn> orderColumns(bool grouped);
const std::vector<OrderFault> &orderFaults();

/// The value that Dotdigital must hold for \a cell; undefined: no member.
QJsonValue orderValue(const TruthColumn &column, const QString &cell);

} // namespace rowlift::testing
