#include "app/practice/dotdigital/address_books.h"

#include "app/practice/json_text.h"

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int furtherBooks = 20; ///< More than a small page.

AddressBook bookFrom(const QVariantList &row)
{
    return { row[0].toLongLong(), row[1].toByteArray(), row[2].toByteArray(), row[3].toLongLong() };
}

Response createBook(const Surroundings &around, Call &call)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    const QByteArray name = body->value("name"_L1).toString().trimmed().toUtf8();
    AddressBooks books(call.database);
    if (name.isEmpty() || name.toLower() == "test" || name.toLower() == "all contacts")
        return refusal(400, "ERROR_ADDRESSBOOK_INVALID"_ba);
    if (books.hasName(name))
        return refusal(400, "ERROR_ADDRESSBOOK_DUPLICATE"_ba);
    const bool open = body->value("visibility"_L1).toString().toLower() == u"public";
    const Turn turn(around, call.database);
    return jsonReply(201, addressBookView(books.insert(name, open ? "Public"_ba : "Private"_ba)));
}

} // namespace

void AddressBooks::plant()
{
    if (m_database.number("SELECT COUNT(*) FROM book", 0) > 0)
        return;
    for (const char *name : { "Test", "Newsletter", "Fair 2026" })
        insert(name, "Private"_ba);
    for (int i = 1; i <= furtherBooks; ++i)
        insert("Segment " + QByteArray::number(i), i % 2 == 0 ? "Private"_ba : "Public"_ba);
}

std::optional<AddressBook> AddressBooks::find(qint64 id)
{
    const QVariantList row = m_database.row(
        "SELECT id, name, visibility, (SELECT COUNT(*) FROM member WHERE book = id) FROM book WHERE id = ?",
        id);
    return row.isEmpty() ? std::nullopt : std::optional(bookFrom(row));
}

QList<AddressBook> AddressBooks::list(int most, int skip)
{
    QList<AddressBook> books;
    for (const QVariantList &row : m_database.rows(
             "SELECT id, name, visibility, (SELECT COUNT(*) FROM member WHERE book = id) FROM book ORDER "
             "BY id LIMIT ? OFFSET ?",
             most, skip))
        books.append(bookFrom(row));
    return books;
}

AddressBook AddressBooks::insert(const QByteArray &name, const QByteArray &visibility)
{
    const qint64 id = m_database.run("INSERT INTO book (name, visibility) VALUES (?, ?)", name, visibility)
                          .lastInsertId()
                          .toLongLong();
    return { id, name, visibility, 0 };
}

bool AddressBooks::hasName(const QByteArray &name)
{
    return m_database.number("SELECT 1 FROM book WHERE LOWER(CAST(name AS TEXT)) = CAST(? AS TEXT)", 0,
                             name.toLower())
        == 1;
}

void AddressBooks::remove(qint64 id)
{
    m_database.run("DELETE FROM book WHERE id = ?", id);
    m_database.run("DELETE FROM member WHERE book = ?", id);
}

QByteArray addressBookView(const AddressBook &book)
{
    JsonText text;
    return text.number("id", book.id)
        .text("name", book.name)
        .text("visibility", book.visibility)
        .number("contacts", book.contacts)
        .object();
}

std::optional<Response> answerAddressBooks(const Surroundings &around, Call &call)
{
    if (call.path.value(1) != u"address-books" || call.path.size() > 3)
        return std::nullopt;
    AddressBooks books(call.database);
    if (call.path.size() == 2 && call.is("POST"))
        return createBook(around, call);
    if (call.path.size() == 2) {
        const auto page = pageOf(call, 1000);
        if (!call.is("GET") || !page)
            return call.is("GET") ? refusal(400, "ERROR_PARAMETER_INVALID"_ba) : wrongMethod();
        QByteArrayList each;
        for (const AddressBook &book : books.list(page->select, page->skip))
            each.append(addressBookView(book));
        return jsonReply(200, jsonArray(each));
    }
    const auto book = books.find(call.path[2].toLongLong());
    if (!book)
        return refusal(404, "ERROR_ADDRESSBOOK_NOT_FOUND"_ba);
    if (call.is("GET"))
        return jsonReply(200, addressBookView(*book));
    if (!call.is("DELETE"))
        return wrongMethod();
    if (!book->isWritable())
        return refusal(400, "ERROR_ADDRESSBOOK_NOTWRITABLE"_ba);
    const Turn turn(around, call.database);
    books.remove(book->id);
    return statusOnly(204);
}

} // namespace rowlift::practice::dotdigital
