#pragma once

#include "app/practice/dotdigital/json_tree.h"
#include "app/practice/switches.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace rowlift::practice::dotdigital {

/// Why a record is refused; empty when it is not.
struct Fault {
    QByteArray reason = {}; ///< Source: contracts/dotdigital.md, 4.4.
    QByteArray detail = {};

    bool none() const { return reason.isEmpty(); }
};

/// What a record may measure; each is a switch of that name.
struct InsightBounds {
    explicit InsightBounds(const Switches &switches);

    int keyLength;
    int nameLength;
    int valueLength;
    int digits;
    int depth;
    int paths;
};

/// The types of a collection's members: made by its first records, and immutable from then on; members may
/// come. Source: contracts/dotdigital.md, 4.5.
class CollectionForm {
public:
    enum class Type { String, Number, Boolean, Timestamp, Record };
    struct Member {
        std::string name;
        Type type = Type::String;
        bool repeated = false;
        std::vector<Member> members;
    };

    CollectionForm() = default;
    /// Reads what json() wrote.
    static CollectionForm fromJson(const QByteArray &json);
    /// In the words of the schema call of v3: `[{name, mode?, type, fields[]}]`.
    QByteArray json() const;

    /// Looks at a record and takes its types over, unless it has a fault.
    Fault take(const JsonTree &record, const InsightBounds &bounds);
    bool isChanged() const { return m_changed; }

private:
    Member m_root { {}, Type::Record, false, {} };
    int m_paths = 0;
    bool m_changed = false;
};

} // namespace rowlift::practice::dotdigital
