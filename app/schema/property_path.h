#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace rowlift {

/// One step of the way to a property of a record: a member, or within one that is a list one of its entries.
struct PropertyStep {
    /// Which entry of a list a step is about.
    enum class Entry {
        None, ///< It is no list.
        Numbered, ///< The one with \a number: "phones[2]".
        EachRow ///< One for each row of the record: "products[]".
    };
    QString name;
    Entry entry = Entry::None;
    int number = 0; ///< From 1.

    bool operator==(const PropertyStep &) const = default;
};

/// Names what a value becomes in a record: "order_total", "address.city" (a group), "products[].sku" (in a
/// list, once a row), "products[2].sku" (in its second entry), "phones[1]".
using PropertyPath = std::vector<PropertyStep>;

constexpr int mostListEntries = 1000; ///< The highest PropertyStep::number.

/// Empty when \a name is none: an empty step, a bracket without its other, a list in a list, more than one
/// list of rows.
std::optional<PropertyPath> propertyPath(QStringView name);
QString propertyName(const PropertyPath &path);

/// The list that \a path is in, once a row: "products" of "products[].sku"; empty: none.
QString listOf(const PropertyPath &path);

} // namespace rowlift
