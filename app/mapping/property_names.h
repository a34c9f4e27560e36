#pragma once

#include "app/mapping/mapping.h"

#include <optional>
#include <vector>

namespace rowlift {

/// What a column called \a header is best called as a property: "Order Date" is "order_date", "Größe" is
/// "groesse", "Address.City" is "address.city" (a group). Empty: no letter or digit of it can stay.
QString propertyNameOf(const QString &header);

/// What the values of \a column are best sent as. Whatever leaves a doubt is text, as the first record fixes
/// the type of a property for good: codes, numbers of orders and the like are text even if all are digits.
PropertyType propertyTypeOf(const ColumnLook &column);

/// Gives each column of \a mapping, which is of \a columns and of the open \a schema, that goes nowhere a
/// property of its own: named after its header, unlike all others, of the type that its values tell. Columns
/// that repeat with a number ("product_1_sku", "product_2_sku") become entries of a list ("product[1].sku").
void nameProperties(Mapping &mapping, const std::vector<ColumnLook> &columns, const Schema &schema);

/// The column of the file that \a field, which is chosen with a question (Field::question), most likely comes
/// from, by header and values; \a samples: rows with a cell for each of \a columns. Empty: none stands out.
std::optional<QString> columnForField(const Field &field, const std::vector<ColumnLook> &columns,
                                      const std::vector<TextRow> &samples = {});

} // namespace rowlift
