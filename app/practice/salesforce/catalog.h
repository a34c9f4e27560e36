#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QSet>
#include <QString>

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace rowlift::practice::salesforce {

/// What the judge needs to know of a field, out of its describe. Source of the members:
/// contracts/salesforce.md, 2.3.
struct Field {
    enum class Type {
        Text,
        Email,
        Boolean,
        Int,
        Double,
        Date,
        DateTime,
        Time,
        Id,
        Reference,
        Picklist,
        MultiPicklist,
        Compound
    };

    QByteArray object;
    QByteArray name;
    QByteArray label;
    Type type = Type::Text;
    QByteArray soapType;
    int length = 0;
    int precision = 0;
    int scale = 0;
    int digits = 0;
    bool nillable = true;
    bool createable = false;
    bool updateable = false;
    bool defaulted = false;
    bool externalId = false;
    bool unique = false;
    bool caseSensitive = false;
    bool idLookup = false;
    bool restricted = false;
    bool filterable = true;
    bool polymorphic = false;
    QByteArrayList referenceTo;
    QByteArray relationship;
    QSet<QByteArray> values; ///< Active picklist values.
    QByteArrayList valueOrder; ///< All picklist values as they stand in the describe.
    QByteArray controller; ///< Of a dependent picklist: the field that rules it.
    QHash<QByteArray, QSet<int>> validFor; ///< Value to the places of the ruling values that allow it.
    QByteArray defaultValue; ///< Of a picklist.
    qint64 keyNumber = 0; ///< Names the field in the key table; 0 when its values are not kept there.

    bool requiredOnCreate() const { return createable && !nillable && !defaulted && type != Type::Boolean; }
    bool isKey() const { return keyNumber != 0; }
};

struct Object {
    QByteArray name;
    QByteArray label;
    QByteArray prefix;
    int number = 0;
    bool createable = false;
    bool updateable = false;
    bool deletable = false;
    bool fixed = false; ///< Its records are those of fixed_records.h.
    std::vector<Field> fields;
    QByteArray document; ///< The describe as stored.

    /// The field of that name in any case, or nullptr.
    const Field *field(std::string_view anyCase) const;
    /// The reference field whose relationship has that name in any case, or nullptr.
    const Field *relationship(std::string_view anyCase) const;

private:
    friend class Catalog;
    std::map<QByteArray, std::size_t> m_byName;
};

/// The objects of the org, read once from the describe documents in the resources. Never changes: any thread
/// may read it.
class Catalog {
public:
    Catalog();
    const std::vector<Object> &objects() const { return m_objects; }
    const Object *object(const QByteArray &anyCase) const;
    const Object *objectWithPrefix(std::string_view prefix) const;
    const Object *objectWithNumber(int number) const;
    /// The global describe or, with a name, that object's; for \a version ("v61.0") and \a origin. Empty when
    /// there is none.
    QByteArray describe(const QByteArray &objectName, const QByteArray &version,
                        const QByteArray &origin) const;

private:
    std::vector<Object> m_objects;
    QByteArray m_global;
};

} // namespace rowlift::practice::salesforce
