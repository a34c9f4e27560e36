#include "app/practice/dotdigital/records_view.h"

#include "app/practice/dotdigital/address_books.h"
#include "app/practice/dotdigital/collections.h"
#include "app/practice/dotdigital/contacts.h"
#include "app/practice/dotdigital/data_fields.h"
#include "app/practice/dotdigital/import_jobs.h"
#include "app/practice/json_text.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

using Line = std::function<bool(const QByteArray &)>;

constexpr int someRows = 1000;

QByteArray orNullText(const QByteArray &text)
{
    return text.isEmpty() ? "null"_ba : jsonString(text);
}

void viewContacts(Database &database, const Line &line)
{
    Contacts contacts(database);
    qint64 after = 0;
    for (QList<Contact> some = contacts.behind(after, someRows); !some.isEmpty();
         some = contacts.behind(after, someRows)) {
        for (const Contact &contact : some) {
            QByteArrayList lists;
            for (const qint64 book : contacts.booksOf(contact.id))
                lists.append(QByteArray::number(book));
            JsonText text;
            text.number("id", contact.id)
                .raw("email"_ba, orNullText(contact.email))
                .raw("mobileNumber"_ba, orNullText(contact.mobile))
                .text("status", contact.status)
                .text("optInType", contact.optIn)
                .text("emailType", contact.emailType)
                .raw("dataFields"_ba, dataOf(contact.fields))
                .raw("consent"_ba, dataOf(contact.consent))
                .raw("lists"_ba, jsonArray(lists));
            if (!line(text.object()))
                return;
        }
        after = some.last().id;
    }
}

/// A stored text may be written over several lines; line breaks in JSON stand between its tokens only.
QByteArray onOneLine(QByteArray json)
{
    return json.replace('\n', ' ').replace('\r', ' ');
}

void viewCollection(Database &database, const Collection &collection, const Line &line)
{
    Collections all(database);
    qint64 after = 0;
    for (auto some = all.behind(collection.id, after, someRows); !some.isEmpty();
         some = all.behind(collection.id, after, someRows)) {
        for (const auto &[number, record] : some) {
            after = number;
            const QVariantList contact
                = database.row("SELECT email FROM contact WHERE id = ?", record.contact);
            JsonText text;
            text.text("key", record.key)
                .raw("contact"_ba, contact.isEmpty() ? "null"_ba : orNullText(contact[0].toByteArray()))
                .raw("json"_ba, onOneLine(record.json));
            if (!line(text.object()))
                return;
        }
    }
}

QByteArray importView(const Job &job)
{
    static constexpr std::array kinds { "insight-v2", "insight-v3", "contacts-v2", "contacts-v3", "async" };
    static constexpr std::array states { "waiting", "running", "ended" };
    JsonText text;
    return text.text("id", job.id)
        .text("kind", kinds[static_cast<std::size_t>(job.kind) - 1])
        .text("name", job.name)
        .text("state", states[static_cast<std::size_t>(job.state)])
        .text("status", job.status)
        .number("items", job.items)
        .number("done", job.done)
        .number("imported", job.imported())
        .number("rejected", job.rejected)
        .number("created", job.created)
        .number("started", job.started)
        .number("ended", job.ended)
        .object();
}

QByteArray collectionView(Collections &all, const Collection &collection)
{
    JsonText text;
    return text.number("id", collection.id)
        .text("name", collection.name)
        .text("scope", collection.scope)
        .text("type", collection.type)
        .number("records", all.countIn(collection.id))
        .raw("schema"_ba, collection.form)
        .object();
}

/// Hands over one line for each element, as \a view writes it.
template <typename List, typename View>
bool viewEach(const List &list, const Line &line, View view)
{
    std::all_of(list.begin(), list.end(), [&](const auto &each) { return line(view(each)); });
    return true;
}

} // namespace

bool viewRecords(Database &database, const QString &object, const Line &line)
{
    constexpr int all = std::numeric_limits<int>::max();
    if (object == u"contacts") {
        viewContacts(database, line);
        return true;
    }
    if (object == u"imports")
        return viewEach(Jobs::all(database), line, importView);
    if (object == u"addressBooks")
        return viewEach(AddressBooks(database).list(all, 0), line, addressBookView);
    if (object == u"dataFields")
        return viewEach(DataFields(database).all(), line, dataFieldView);
    Collections collections(database);
    if (object == u"collections")
        return viewEach(collections.list(all, 0), line,
                        [&](const Collection &each) { return collectionView(collections, each); });
    const auto collection = collections.find(object.toUtf8());
    if (collection)
        viewCollection(database, *collection, line);
    return collection.has_value();
}

} // namespace rowlift::practice::dotdigital
