#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/record_view.h"
#include "app/practice/salesforce/records.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace rowlift::practice::salesforce {

/// `SELECT fields FROM object [WHERE field IN (…) | field = … | field >= time | field <= time | AND …] [LIMIT
/// n]`, parsed.
struct Query {
    struct Condition {
        QByteArray field;
        QList<QByteArray> values;
        char bound = 0; ///< '>' or '<': at least, or at most, the one value, which is a time.
    };

    QByteArrayList fields;
    bool countOnly = false; ///< `SELECT COUNT() FROM …`: the number alone.
    QByteArray object;
    QList<Condition> conditions;
    qint64 limit = -1;
    bool deletedToo = false; ///< As a `queryAll`: what is in the bin is shown as well.
};

/// Nothing and the unexpected word when the text is not of that form.
std::optional<Query> parsedQuery(const QString &text, QByteArray *unexpected);

/// One page of a query's answer.
struct QueryPage {
    qint64 total = 0;
    QByteArrayList records; ///< JSON objects with `attributes`.
    bool done = true;
    qint64 last = 0; ///< Number of the last record shown.
};

/// Where a page of a query goes on.
struct QueryPlace {
    qint64 after = 0; ///< Number of the last record shown so far.
    qint64 shown = 0;
    qint64 total = -1; ///< Below 0: not counted yet.
};

/// Runs queries on the stored records. Source: contracts/salesforce.md, 5.4.
class QueryRun {
public:
    QueryRun(const Object &object, const User &user, Records &records, const QByteArray &version)
        : m_object(object)
        , m_user(user)
        , m_records(records)
        , m_version(version)
    {
    }

    /// The name of a field that the object lacks, or nothing.
    std::optional<QByteArray> unknownField(const Query &query) const;
    /// The name of a field that may not stand behind WHERE, or nothing.
    std::optional<QByteArray> unfilterable(const Query &query) const;
    /// The matches behind \a place; all are counted only where that was not done yet.
    QueryPage page(const Query &query, const QueryPlace &place = {});

    static constexpr qint64 pageSize = 2000;

private:
    struct Test {
        const Field *field = nullptr;
        QSet<QByteArray> values;
        char bound = 0;
        QDateTime time = {};
    };

    QList<Test> testsOf(const Query &query) const;
    bool matches(const RecordView &view, const QList<Test> &tests) const;
    QList<StoredRecord> candidates(const Query &query, const QList<Test> &tests, qint64 after);
    QByteArray shown(const RecordView &view, const Query &query) const;

    const Object &m_object;
    const User &m_user;
    Records &m_records;
    QByteArray m_version;
};

} // namespace rowlift::practice::salesforce
