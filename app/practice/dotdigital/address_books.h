#pragma once

#include "app/practice/dotdigital/call.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace rowlift::practice::dotdigital {

/// A list of contacts.
struct AddressBook {
    qint64 id = 0;
    QByteArray name;
    QByteArray visibility = "Private";
    qint64 contacts = 0;

    /// Nobody may write to the list "Test".
    bool isWritable() const { return name.toLower() != "test"; }
};

/// Source: contracts/dotdigital.md, 6.2.
class AddressBooks {
public:
    explicit AddressBooks(Database &database)
        : m_database(database)
    {
    }

    /// Those that always exist.
    void plant();
    std::optional<AddressBook> find(qint64 id);
    QList<AddressBook> list(int most, int skip);
    AddressBook insert(const QByteArray &name, const QByteArray &visibility);
    bool hasName(const QByteArray &name);
    void remove(qint64 id);

private:
    Database &m_database;
};

QByteArray addressBookView(const AddressBook &book);
/// `/v2/address-books`; nothing for a path of others.
std::optional<Response> answerAddressBooks(const Surroundings &around, Call &call);

} // namespace rowlift::practice::dotdigital
