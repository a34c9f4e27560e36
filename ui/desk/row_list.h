#pragma once

#include <QString>

namespace rowlift::ui {

/// Why \a name cannot be that of a list of rows, in a sentence; empty: it can. It is no way but one name.
QString wrongListName(const QString &name);

/// \a name within \a list, once a row: "sku" is "products[].sku". As it came where it is in a list of rows.
QString inList(const QString &name, const QString &list);
/// The same the other way round: "products[].sku" is "sku".
QString outOfList(const QString &name);
/// The list that \a name is in, once a row; empty: none.
QString listOfName(const QString &name);

} // namespace rowlift::ui
