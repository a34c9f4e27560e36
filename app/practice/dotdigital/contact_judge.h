#pragma once

#include "app/practice/dotdigital/contacts.h"
#include "app/practice/dotdigital/data_fields.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QSet>

#include <vector>

namespace rowlift::practice::dotdigital {

/// What became of one row.
struct ContactVerdict {
    QByteArray reason = {}; ///< Why it is refused, in the words of the faults file; empty when it is not.
    bool isNew = false;
};

/// Decides about the rows of contacts and stores the good ones. Source: contracts/dotdigital.md, 6.3 and 6.4.
class ContactJudge {
public:
    /// \a merging as in the contract; \a books are the lists that the contacts come on.
    ContactJudge(Database &database, int merging, QList<qint64> books);

    void readHeader(const QByteArrayList &names);
    /// Marks an address as one that came before in the same file.
    void see(const QByteArray &email) { m_seen.insert(email.trimmed().toLower()); }
    /// Works inside a transaction of the caller.
    ContactVerdict take(const QByteArrayList &cells);

    int emailColumn() const { return m_email; }

private:
    enum class Place { Ignored, Email, Field, EmailType, OptInType, Consent, Preference };
    struct Column {
        Place place = Place::Ignored;
        DataField field = {};
        QByteArray name = {};
    };

    Column columnNamed(const QByteArray &name);
    QByteArray refusalOfAddress(const QByteArray &email, const Contact &known) const;
    /// False when the value does not suit its column.
    bool put(const Column &column, const QByteArray &cell, Contact *contact) const;
    bool putField(const DataField &field, const QByteArray &cell, Contact *contact) const;

    Contacts m_contacts;
    DataFields m_fields;
    const int m_merging;
    const QList<qint64> m_books;
    int m_email = -1;
    std::vector<Column> m_columns;
    QSet<QByteArray> m_seen;
};

/// Of those that may not be sent mail: the words of the faults file for a contact's status; else empty.
QByteArray refusalOfStatus(const QByteArray &status);

} // namespace rowlift::practice::dotdigital
