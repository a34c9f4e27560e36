#include "app/practice/dotdigital/collections.h"

#include "app/practice/dotdigital/contacts.h"

#include <algorithm>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 255;

/// The members of an order. Source: contracts/dotdigital.md, 4.5, last paragraph.
constexpr auto ordersForm
    = R"([{"name":"id","type":"STRING","fields":[]},{"name":"purchase_date","type":"TIMESTAMP","fields":[]},)"
      R"({"name":"order_total","type":"FLOAT","fields":[]},{"name":"order_subtotal","type":"FLOAT","fields":[]},)"
      R"({"name":"currency","type":"STRING","fields":[]},{"name":"order_status","type":"STRING","fields":[]},)"
      R"({"name":"products","mode":"REPEATED","type":"RECORD","fields":[{"name":"name","type":"STRING","fields":[]},)"
      R"({"name":"price","type":"FLOAT","fields":[]},{"name":"sku","type":"STRING","fields":[]},)"
      R"({"name":"qty","type":"FLOAT","fields":[]}]}])";
constexpr auto seedOrder
    = R"({"id":"SEED-1","purchase_date":"2026-02-03T10:15:00Z","order_total":99.5,"order_subtotal":80,"currency":"GBP",)"
      R"("order_status":"complete","products":[{"name":"Gloves","price":99.5,"sku":"A-1","qty":1}]})";

Collection collectionFrom(const QVariantList &row)
{
    return { row[0].toLongLong(), row[1].toByteArray(), row[2].toByteArray(), row[3].toByteArray(),
             row[4].toByteArray() };
}

InsightRecord insightRecordFrom(const QVariantList &row)
{
    return { row[1].toByteArray(), row[2].toLongLong(), row[3].toByteArray(), row[4].toLongLong(),
             row[5].toLongLong() };
}

QList<InsightRecord> insightRecordsFrom(const QList<QVariantList> &rows)
{
    QList<InsightRecord> records;
    for (const QVariantList &row : rows)
        records.append(insightRecordFrom(row));
    return records;
}

std::optional<Collection> firstCollection(const QVariantList &row)
{
    return row.isEmpty() ? std::nullopt : std::optional(collectionFrom(row));
}

bool isNameOf(const QByteArray &name, bool dash)
{
    return std::all_of(name.begin(), name.end(),
                       [&](char c) {
                           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                               || c == '_' || (dash && c == '-');
                       })
        && !name.isEmpty() && (name[0] < '0' || name[0] > '9') && name.size() <= longestName;
}

} // namespace

void Collections::plant(qint64 now)
{
    if (count() > 0)
        return;
    Collection orders = make("Orders"_ba, "contact"_ba, "orders"_ba);
    orders.form = ordersForm;
    keepForm(orders);
    put(orders.id, "SEED-1"_ba, Contacts(m_database).withEmail("known@example.com"_ba), seedOrder, now);
}

std::optional<Collection> Collections::find(const QByteArray &name)
{
    return firstCollection(m_database.row(
        "SELECT id, name, scope, type, form FROM collection WHERE folded = ?", name.toLower()));
}

std::optional<Collection> Collections::find(qint64 id)
{
    return firstCollection(
        m_database.row("SELECT id, name, scope, type, form FROM collection WHERE id = ?", id));
}

QList<Collection> Collections::list(int most, int skip)
{
    QList<Collection> collections;
    for (const QVariantList &row : m_database.rows(
             "SELECT id, name, scope, type, form FROM collection ORDER BY id LIMIT ? OFFSET ?", most, skip))
        collections.append(collectionFrom(row));
    return collections;
}

qint64 Collections::count()
{
    return m_database.number("SELECT COUNT(*) FROM collection", 0);
}

Collection Collections::make(const QByteArray &name, const QByteArray &scope, const QByteArray &type)
{
    Collection made { 0, name, scope, type };
    made.id = m_database
                  .run("INSERT INTO collection (name, folded, scope, type, form) VALUES (?, ?, ?, ?, ?)",
                       name, name.toLower(), scope, type, made.form)
                  .lastInsertId()
                  .toLongLong();
    return made;
}

void Collections::keepForm(const Collection &collection)
{
    m_database.run("UPDATE collection SET form = ? WHERE id = ?", collection.form, collection.id);
}

void Collections::remove(qint64 id)
{
    empty(id);
    m_database.run("DELETE FROM collection WHERE id = ?", id);
}

qint64 Collections::countIn(qint64 collection)
{
    return m_database.number("SELECT COUNT(*) FROM record WHERE collection = ?", 0, collection);
}

std::optional<qint64> Collections::ownerOf(qint64 collection, const QByteArray &key)
{
    constexpr qint64 nobody = -2;
    const qint64 owner = m_database.number("SELECT contact FROM record WHERE collection = ? AND key = ?",
                                           nobody, collection, key);
    return owner == nobody ? std::nullopt : std::optional(owner);
}

std::optional<InsightRecord> Collections::record(qint64 collection, const QByteArray &key)
{
    const QVariantList row = m_database.row(
        "SELECT id, key, contact, json, created, changed FROM record WHERE collection = ? AND key = ?",
        collection, key);
    return row.isEmpty() ? std::nullopt : std::optional(insightRecordFrom(row));
}

void Collections::put(qint64 collection, const QByteArray &key, qint64 contact, const QByteArray &json,
                      qint64 now)
{
    m_database.run(
        "INSERT INTO record (collection, key, contact, json, created, changed) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (collection, key) DO UPDATE SET contact = excluded.contact, json = "
        "excluded.json, changed = excluded.changed",
        collection, key, contact, json, now, now);
}

bool Collections::drop(qint64 collection, const QByteArray &key)
{
    return m_database.run("DELETE FROM record WHERE collection = ? AND key = ?", collection, key)
               .numRowsAffected()
        > 0;
}

void Collections::empty(qint64 collection)
{
    m_database.run("DELETE FROM record WHERE collection = ?", collection);
}

void Collections::emptyFor(qint64 collection, qint64 contact)
{
    m_database.run("DELETE FROM record WHERE collection = ? AND contact = ?", collection, contact);
}

QList<std::pair<qint64, InsightRecord>> Collections::behind(qint64 collection, qint64 after, int most)
{
    QList<std::pair<qint64, InsightRecord>> records;
    for (const QVariantList &row :
         m_database.rows("SELECT id, key, contact, json, created, changed FROM record WHERE id > ? AND "
                         "collection = ? ORDER BY id LIMIT ?",
                         after, collection, most))
        records.append({ row[0].toLongLong(), insightRecordFrom(row) });
    return records;
}

QList<InsightRecord> Collections::list(qint64 collection, int most, int skip)
{
    return insightRecordsFrom(m_database.rows(
        "SELECT id, key, contact, json, created, changed FROM record WHERE collection = ? ORDER "
        "BY id LIMIT ? OFFSET ?",
        collection, most, skip));
}

QList<InsightRecord> Collections::ofContact(qint64 collection, qint64 contact, int most)
{
    return insightRecordsFrom(m_database.rows(
        "SELECT id, key, contact, json, created, changed FROM record WHERE collection = ? AND "
        "contact = ? ORDER BY key LIMIT ?",
        collection, contact, most));
}

bool isCollectionNameV2(const QByteArray &name)
{
    return isNameOf(name, false);
}

bool isCollectionNameV3(const QByteArray &name)
{
    return name.size() >= 2 && isNameOf(name, true);
}

} // namespace rowlift::practice::dotdigital
