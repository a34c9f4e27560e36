#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift {

/// What can be done to records.
enum class Operation { Insert, Upsert, Update, Delete };

/// A field's type, as far as a value must be written differently for it.
enum class FieldType {
    Text,
    LongText,
    Integer,
    Number,
    Boolean,
    Date,
    DateTime,
    Time,
    Email,
    Phone,
    Url,
    Id,
    Reference,
    Picklist,
    MultiPicklist,
    Unsupported
};

struct PicklistValue {
    QString value; ///< What is sent.
    QString label;
    bool active = true;

    bool operator==(const PicklistValue &) const = default;
};

/// One field of an object, as the service describes it.
struct Field {
    QString name; ///< API name; what is sent.
    QString label; ///< What the service shows.
    FieldType type = FieldType::Text;
    QString typeName; ///< The service's own word.
    int length = 0; ///< In UTF-16 units; 0: no limit known.
    int bytes = 0; ///< The most bytes of UTF-8 that a value may have; 0: no limit known.
    int precision = 0; ///< Numbers: digits in total; 0: no limit known.
    int scale = 0; ///< Numbers: digits right of the point.
    bool required = false; ///< Must have a value when a record is added.
    bool creatable = false; ///< May be set when a record is added.
    bool updatable = false;
    bool key = false; ///< May identify records (external ID, idLookup, Id).
    bool unique = false;
    bool restricted = false; ///< Only the values listed are accepted.
    bool searchable = false; ///< Records can be looked up by it, whether it is a key or not.
    bool caseSensitive = false; ///< "k-1" and "K-1" are two values of it.
    bool clearable
        = true; ///< Can be emptied; a key of another record cannot, but the field it stands for can.
    /// Sets this other field by naming a record by one of its keys: "Owner.Email" stands for "OwnerId".
    /// Empty: it is a field of its own.
    QString standsFor = {};
    std::vector<PicklistValue> values;
    QString help;
    QStringList referenceTo;
    /// A property of a record without fixed fields (Schema::open): its name is a propertyPath(), and its type
    /// can be chosen (Treatment::property), unless \a typeIsFixed as records that are there have it already.
    bool isProperty = false;
    bool typeIsFixed = false;
    /// Its column is chosen with the question what should happen, which this sentence asks: "Each record
    /// belongs to a contact, found by". Empty: it is mapped as others are.
    QString question = {};
    /// It may go without a column, as Rowlift then makes its values of the file and the row; what that means,
    /// for people. Empty: it may not.
    QString madeOfRow = {};
    /// Of a property that is a list of texts: what stands between them in a value. Empty: it is no list.
    QString listSeparator = {};

    /// What a value of it sets: itself, or the field that it stands for. No two of one record may set the
    /// same.
    const QString &sets() const { return standsFor.isEmpty() ? name : standsFor; }
    /// May be set by \a operation; a key may always be named to find records by it.
    bool writable(Operation operation) const;
    bool operator==(const Field &) const = default;
};

/// A kind of record.
struct ObjectInfo {
    QString name; ///< API name.
    QString label;
    QString labelPlural;
    QString keyPrefix; ///< First characters of its record ids; may be empty.
    bool custom = false;
    bool canCreate = false;
    bool canUpdate = false;
    bool canDelete = false;
    bool isNew = false; ///< It is not there yet: the import makes it (Service::newObject()).

    bool operator==(const ObjectInfo &) const = default;
};

/// How a service spells values, where services differ. Bytes are UTF-8.
struct ValueForms {
    QByteArray clear = {}; ///< What empties a field of a record that is there ("#N/A"); empty: nothing does.
    bool blankClears = false; ///< An empty value empties the field, too.
    QByteArray yes = "true";
    QByteArray no = "false";
    bool milliseconds = true; ///< "2026-03-14T09:20:00.000Z"; else "2026-03-14T09:20:00Z".
    char listSeparator = ';'; ///< Between the values of a field that takes several.
    bool salesforceIds = false; ///< Ids have 15 characters, or 18 with their checksum.
    bool clearInAnyCase = false; ///< The word of \a clear empties in any case of letters: "null", too.
    bool asciiEmails = false; ///< E-mail addresses have ASCII characters alone.
    /// What cannot be an e-mail address is taken all the same, with a warning.
    bool takesOddEmails = false;

    bool operator==(const ValueForms &) const = default;
};

/// An object with its fields: everything that mapping and check need to know of a service.
struct Schema {
    ObjectInfo object;
    std::vector<Field> fields;
    ValueForms forms = {};
    /// Its records take properties of any name besides \a fields: what is mapped to them is in here only
    /// after withProperties().
    bool open = false;
    /// Of Target::options, what the account or the object leaves no choice in: settledTarget().
    QJsonObject settled = {};

    const Field *field(QStringView name) const; ///< Exact API name; null when there is none.
    std::vector<const Field *> keys() const;
    bool operator==(const Schema &) const = default;
};

/// What becomes of a row whose look-up finds several records (Target::looksUp()).
enum class SeveralFound {
    LeaveOut,
    ChangedLast ///< The one that was changed last is taken.
};

/// What a run does with its records.
struct Target {
    QString object; ///< API name.
    Operation operation = Operation::Insert;
    /// Upsert: the field by which the service finds the record. Update: the field by which the record ids are
    /// looked up before anything is sent; empty where the rows name them. Else empty.
    QString keyField = {};
    QJsonObject options = {}; ///< The service's own (Service::options()), as chosen; nobody else reads them.
    /// Rows with one value of \a keyField form one record with a list of this name (RepeatedKeys::Groups): in
    /// it is what goes to properties below "name[]", once a row. Empty: each row is a record of its own.
    QString list = {};
    /// What the keys begin with that Rowlift makes of file and row where none is mapped (Field::madeOfRow).
    /// Known when a run, or a plan, begins; else empty.
    QString madeKeys = {};

    /// The rows' records are looked up before anything is sent: looksUp(), and what is sent is sent().
    bool looksUp() const { return operation == Operation::Update && !keyField.isEmpty(); }
    bool groupsRows() const { return !list.isEmpty() && !keyField.isEmpty(); }
    /// What the service is told: of what was looked up before, it knows record ids alone.
    Target sent() const
    {
        Target target = *this;
        if (looksUp())
            target.keyField.clear();
        return target;
    }
    bool operator==(const Target &) const = default;
};

} // namespace rowlift
