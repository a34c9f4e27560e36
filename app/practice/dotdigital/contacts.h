#pragma once

#include "app/practice/dotdigital/database.h"
#include "app/practice/json_members.h"

#include <QByteArray>

#include <optional>

namespace rowlift::practice::dotdigital {

/// One contact. `fields` and `consent` are members with finished JSON literals.
struct Contact {
    qint64 id = 0;
    QByteArray email; ///< In lower case; may be empty.
    QByteArray mobile; ///< Digits alone.
    QByteArray custom; ///< Its `loyaltyId`, the one identifier of the account's own.
    QByteArray status = "Subscribed";
    QByteArray optIn = "Unknown";
    QByteArray emailType = "Html";
    Members fields = {};
    Members consent = {};
};

inline constexpr auto customIdentifier = "loyaltyId";

/// The contacts of the account. Source: contracts/dotdigital.md, 7; in-the-wild.md, "Seed data".
class Contacts {
public:
    explicit Contacts(Database &database)
        : m_database(database)
    {
    }

    /// Makes those that always exist; with \a count of the kind contactN@example.com.
    void plant(int count);
    /// How many of that kind there are.
    int planted();

    /// The id of the contact with that address, number or own identifier; 0 without one. Cheap.
    qint64 withEmail(const QByteArray &email);
    qint64 withMobile(const QByteArray &number);
    qint64 withCustom(const QByteArray &value);
    bool exists(qint64 id);
    std::optional<Contact> find(qint64 id);
    /// Up to \a most contacts, by id, of all or of one list.
    QList<Contact> list(int most, int skip, qint64 book = 0);
    /// Those behind \a after.
    QList<Contact> behind(qint64 after, int most);

    qint64 insert(const Contact &contact);
    void update(const Contact &contact);
    /// Its records go with it.
    void remove(qint64 id);
    QList<qint64> booksOf(qint64 id);
    void addTo(qint64 book, qint64 id);

private:
    Database &m_database;
};

bool isEmailAddress(const QByteArray &text);
/// The digits of a phone number in international form; empty when it is none.
QByteArray phoneDigits(const QByteArray &text);
/// An id, for a text of digits; 0 for anything else.
qint64 contactNumber(const QByteArray &text);

} // namespace rowlift::practice::dotdigital
