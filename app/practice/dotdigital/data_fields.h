#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/json_members.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace rowlift::practice::dotdigital {

struct DataField {
    QByteArray name;
    QByteArray type = "String"; ///< String, Numeric, Date or Boolean.
    QByteArray visibility = "Public";
    QByteArray fallback = "null"; ///< A JSON literal.
};

/// The fields of contacts. Names are found in any case of letters. Source: contracts/dotdigital.md, 6.1.
class DataFields {
public:
    explicit DataFields(Database &database)
        : m_database(database)
    {
    }

    /// Those that always exist.
    void plant();
    std::optional<DataField> find(const QByteArray &name);
    QList<DataField> all();
    void insert(const DataField &field);
    bool remove(const QByteArray &name);

private:
    Database &m_database;
};

QByteArray dataFieldView(const DataField &field);
/// `/v2/data-fields`; nothing for a path of others.
std::optional<Response> answerDataFields(const Surroundings &around, Call &call);

/// The JSON literal of a value in a file, or nothing when it does not suit the field.
std::optional<QByteArray> fieldLiteral(const DataField &field, const QByteArray &text);
/// Replaces or adds a member.
void setMember(Members *members, const QByteArray &name, const QByteArray &literal);
/// A member's literal; empty without one.
QByteArray memberOf(const Members &members, const QByteArray &name);

} // namespace rowlift::practice::dotdigital
