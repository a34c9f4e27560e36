#pragma once

#include "app/practice/dotdigital/database.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace rowlift::practice::dotdigital {

/// A collection of insight data.
struct Collection {
    qint64 id = 0;
    QByteArray name;
    QByteArray scope = "contact"; ///< Or "account".
    QByteArray type = "custom";
    QByteArray form = "[]"; ///< See CollectionForm.

    bool isOfAccount() const { return scope == "account"; }
};

/// A record with its contact's id; -1 in an account's collection.
struct InsightRecord {
    QByteArray key;
    qint64 contact = -1;
    QByteArray json;
    qint64 created = 0;
    qint64 changed = 0;
};

/// The collections and their records. Names are found in any case of letters. Source:
/// contracts/dotdigital.md, 4.1 and 4.6.
class Collections {
public:
    explicit Collections(Database &database)
        : m_database(database)
    {
    }

    /// The one that always exists.
    void plant(qint64 now);

    std::optional<Collection> find(const QByteArray &name);
    std::optional<Collection> find(qint64 id);
    QList<Collection> list(int most, int skip);
    qint64 count();
    Collection make(const QByteArray &name, const QByteArray &scope, const QByteArray &type);
    void keepForm(const Collection &collection);
    void remove(qint64 id);

    qint64 countIn(qint64 collection);
    /// The contact that a key is stored for, or nothing when there is none.
    std::optional<qint64> ownerOf(qint64 collection, const QByteArray &key);
    std::optional<InsightRecord> record(qint64 collection, const QByteArray &key);
    /// Stored whole: nothing of an older one stays.
    void put(qint64 collection, const QByteArray &key, qint64 contact, const QByteArray &json, qint64 now);
    bool drop(qint64 collection, const QByteArray &key);
    void empty(qint64 collection);
    void emptyFor(qint64 collection, qint64 contact);
    /// Records in the order in which they came, from a running number on; the numbers beside them.
    QList<std::pair<qint64, InsightRecord>> behind(qint64 collection, qint64 after, int most);
    QList<InsightRecord> list(qint64 collection, int most, int skip);
    QList<InsightRecord> ofContact(qint64 collection, qint64 contact, int most);

private:
    Database &m_database;
};

/// Letters, digits and underscores, no digit first, at most 255. Source: contracts/dotdigital.md, 4.1 (a).
bool isCollectionNameV2(const QByteArray &name);
/// With dashes, at least two characters. Source: 4.1 (c).
bool isCollectionNameV3(const QByteArray &name);

} // namespace rowlift::practice::dotdigital
