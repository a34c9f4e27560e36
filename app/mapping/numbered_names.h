#pragma once

#include "app/csv/column_look.h"

#include <vector>

namespace rowlift {

/// The entries of lists that \a columns are by their headers: "product[1].sku" for "product_1_sku",
/// "Product 1: SKU" or "product[0].sku". Only where a list has two numbers or more, and one of its columns
/// stands there with two of them. One for each column; empty: it is none.
std::vector<QString> numberedNames(const std::vector<ColumnLook> &columns);

} // namespace rowlift
