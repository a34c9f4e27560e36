#include "app/practice/dotdigital/contacts.h"

#include <algorithm>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct SeedContact {
    const char *email;
    const char *mobile; ///< May be null, as the next.
    const char *custom;
    const char *status;
    const char *firstName; ///< A JSON string.
};

/// The first id of all, 1001, is Ada's.
constexpr SeedContact seedContacts[] {
    { "ada@example.com", "447700900123", "L-1001", "Subscribed", "\"Ada\"" },
    { "known@example.com", "447700900124", "L-1002", "Subscribed", "\"Ida\"" },
    { "grace@example.org", "447700900125", nullptr, "Subscribed", "\"Grace\"" },
    { "karl@example.org", nullptr, nullptr, "Unsubscribed", "\"Karl\"" },
    { "suppressed@example.org", nullptr, nullptr, "Suppressed", "\"Sue\"" },
    { "hardbounced@example.org", nullptr, nullptr, "HardBounced", "\"Hans\"" },
    { "softbounced@example.org", nullptr, nullptr, "SoftBounced", "\"Sven\"" },
    { "complained@example.org", nullptr, nullptr, "IspComplained", "\"Ines\"" },
    { "mailblocked@example.org", nullptr, nullptr, "MailBlocked", "\"Mia\"" },
    { "pending@example.org", nullptr, nullptr, "PendingOptIn", "\"Paul\"" },
};

Contact contactFrom(const QVariantList &row)
{
    Contact contact;
    contact.id = row[0].toLongLong();
    contact.email = row[1].toByteArray();
    contact.mobile = row[2].toByteArray();
    contact.custom = row[3].toByteArray();
    contact.status = row[4].toByteArray();
    contact.optIn = row[5].toByteArray();
    contact.emailType = row[6].toByteArray();
    contact.fields = membersOf(row[7].toByteArray());
    contact.consent = membersOf(row[8].toByteArray());
    return contact;
}

QList<Contact> contactsFrom(const QList<QVariantList> &rows)
{
    QList<Contact> contacts;
    for (const QVariantList &row : rows)
        contacts.append(contactFrom(row));
    return contacts;
}

/// An absent identifier is null: only those that are there must be unique.
QVariant orNull(const QByteArray &text)
{
    return text.isEmpty() ? QVariant(QMetaType(QMetaType::QByteArray)) : QVariant(text);
}

} // namespace

void Contacts::plant(int count)
{
    if (m_database.number("SELECT COUNT(*) FROM contact WHERE id < 1100", 0) == 0) {
        for (const SeedContact &seed : seedContacts) {
            Contact contact;
            contact.email = seed.email;
            contact.mobile = seed.mobile;
            contact.custom = seed.custom;
            contact.status = seed.status;
            contact.fields = { { "FIRSTNAME"_ba, seed.firstName } };
            insert(contact);
        }
    }
    m_database.run(
        "INSERT OR IGNORE INTO contact (email, mobile, custom, status, optin, format, fields, consent) "
        "WITH RECURSIVE n(i) AS (SELECT ? UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "SELECT CAST('contact' || i || '@example.com' AS BLOB), CAST(447701000000 + i AS BLOB), "
        "CAST('C-' || i AS BLOB), CAST('Subscribed' AS BLOB), CAST('Unknown' AS BLOB), CAST('Html' AS BLOB), "
        "CAST('{}' AS BLOB), CAST('{}' AS BLOB) FROM n WHERE i < ?",
        planted(), count - 1, count);
}

int Contacts::planted()
{
    return static_cast<int>(m_database.number(
        "SELECT COUNT(*) FROM contact WHERE mobile BETWEEN CAST('447701000000' AS BLOB) AND "
        "CAST('447701999999' AS BLOB)",
        0));
}

qint64 Contacts::withEmail(const QByteArray &email)
{
    return m_database.number("SELECT id FROM contact WHERE email = ?", 0, email.toLower());
}

qint64 Contacts::withMobile(const QByteArray &number)
{
    return m_database.number("SELECT id FROM contact WHERE mobile = ?", 0, number);
}

qint64 Contacts::withCustom(const QByteArray &value)
{
    return m_database.number("SELECT id FROM contact WHERE custom = ?", 0, value);
}

bool Contacts::exists(qint64 id)
{
    return m_database.number("SELECT 1 FROM contact WHERE id = ?", 0, id) == 1;
}

std::optional<Contact> Contacts::find(qint64 id)
{
    const QVariantList row = m_database.row(
        "SELECT id, email, mobile, custom, status, optin, format, fields, consent FROM contact WHERE id = ?",
        id);
    return row.isEmpty() ? std::nullopt : std::optional(contactFrom(row));
}

QList<Contact> Contacts::list(int most, int skip, qint64 book)
{
    return contactsFrom(
        book == 0
            ? m_database.rows("SELECT id, email, mobile, custom, status, optin, format, fields, consent FROM "
                              "contact ORDER BY id LIMIT ? OFFSET ?",
                              most, skip)
            : m_database.rows("SELECT id, email, mobile, custom, status, optin, format, fields, consent FROM "
                              "contact WHERE id IN (SELECT contact FROM member WHERE book = ?) ORDER BY id "
                              "LIMIT ? OFFSET ?",
                              book, most, skip));
}

QList<Contact> Contacts::behind(qint64 after, int most)
{
    return contactsFrom(
        m_database.rows("SELECT id, email, mobile, custom, status, optin, format, fields, consent "
                        "FROM contact WHERE id > ? ORDER BY id LIMIT ?",
                        after, most));
}

qint64 Contacts::insert(const Contact &contact)
{
    return m_database
        .run("INSERT INTO contact (email, mobile, custom, status, optin, format, fields, consent) VALUES (?, "
             "?, ?, "
             "?, ?, ?, ?, ?)",
             orNull(contact.email.toLower()), orNull(contact.mobile), orNull(contact.custom), contact.status,
             contact.optIn, contact.emailType, dataOf(contact.fields), dataOf(contact.consent))
        .lastInsertId()
        .toLongLong();
}

void Contacts::update(const Contact &contact)
{
    m_database.run(
        "UPDATE contact SET email = ?, mobile = ?, custom = ?, status = ?, optin = ?, format = ?, fields "
        "= ?, consent = ? WHERE id = ?",
        orNull(contact.email.toLower()), orNull(contact.mobile), orNull(contact.custom), contact.status,
        contact.optIn, contact.emailType, dataOf(contact.fields), dataOf(contact.consent), contact.id);
}

void Contacts::remove(qint64 id)
{
    m_database.run("DELETE FROM contact WHERE id = ?", id);
    m_database.run("DELETE FROM member WHERE contact = ?", id);
    m_database.run("DELETE FROM record WHERE contact = ?", id);
}

QList<qint64> Contacts::booksOf(qint64 id)
{
    QList<qint64> books;
    for (const QVariantList &row :
         m_database.rows("SELECT book FROM member WHERE contact = ? ORDER BY book", id))
        books.append(row[0].toLongLong());
    return books;
}

void Contacts::addTo(qint64 book, qint64 id)
{
    m_database.run("INSERT OR IGNORE INTO member VALUES (?, ?)", book, id);
}

bool isEmailAddress(const QByteArray &text)
{
    const qsizetype at = text.indexOf('@');
    const qsizetype dot = text.lastIndexOf('.');
    const bool blank = std::any_of(text.begin(), text.end(), [](char c) {
        return c == ' ' || c == ',' || c == ';' || (c >= 0 && c < 0x20);
    });
    return at > 0 && text.indexOf('@', at + 1) < 0 && dot > at + 1 && dot + 1 < text.size()
        && !text.contains("..") && !blank && text.size() <= 254;
}

QByteArray phoneDigits(const QByteArray &text)
{
    QByteArray digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (!QByteArrayView("+ -()").contains(c))
            return {};
    }
    return digits.size() >= 7 && digits.size() <= 15 ? digits : QByteArray();
}

qint64 contactNumber(const QByteArray &text)
{
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? text.toLongLong() : 0;
}

} // namespace rowlift::practice::dotdigital
