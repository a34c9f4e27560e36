#pragma once

#include "app/practice/clock.h"
#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/header.h"
#include "app/practice/salesforce/org_rules.h"
#include "app/practice/salesforce/records.h"
#include "app/practice/salesforce/row_error.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace rowlift::practice::salesforce {

/// One value to write. An empty cell of a file is left out altogether.
struct Cell {
    const Column *column = nullptr;
    std::string_view text;
    bool null = false;
    int index = 0; ///< Of the column, from 0.
};

/// What became of a record.
struct Verdict {
    QByteArray id; ///< Of 18 characters; also of a refused record when the sender named one.
    bool created = false;
    std::optional<RowError> error;
};

/// The user who signs in.
struct User {
    QByteArray id;
    QByteArray email;
    QByteArray username;
};

/// Judges records one by one by the rules of the describe, and stores what passes. Belongs to the thread of
/// its Records, and works between their begin() and commit().
class Judge {
public:
    struct Plan {
        const Object *object = nullptr;
        Operation operation = Operation::Insert;
        QByteArray externalId;
        bool trusting = false; ///< `--instant`: store without judging.
        bool planting = false; ///< The org's own doing: what no client may write is written.
        const Switches *switches = nullptr;
        Manner manner = {};
    };

    Judge(const Catalog &catalog, Records &records, const User &user, Plan plan, const Clock &clock);

    /// A new internal chunk of 200 begins: keys may come again.
    void beginChunk() { m_keysOfChunk.clear(); }
    Verdict judge(const std::vector<Cell> &cells);
    /// Stores a row as that record, without judging it.
    void put(const std::vector<Cell> &cells, qint64 number);

private:
    std::optional<RowError> convert(const std::vector<Cell> &cells, Values &values);
    std::optional<RowError> lookUp(const Cell &cell, QByteArray *literal);
    QByteArrayList parentIds(const Column &column, std::string_view text);
    std::optional<RowError> owner(const Field &field, const QByteArray &id) const;
    std::optional<RowError> missing(const Values &values, bool creating) const;
    std::optional<RowError> reference(const Values &values);
    std::optional<RowError> unique(const Values &values, qint64 self);
    std::optional<RowError> notWritable(const Values &values, bool creating) const;
    std::optional<RowError> target(const std::vector<Cell> &cells, Verdict &verdict,
                                   std::optional<StoredRecord> &existing);
    std::optional<RowError> targetById(const Cell *cell, Verdict &verdict,
                                       std::optional<StoredRecord> &existing);
    std::optional<RowError> targetByKey(const Cell &cell, Verdict &verdict,
                                        std::optional<StoredRecord> &existing);
    void create(const Values &values, Verdict &verdict);
    void change(StoredRecord record, const Values &values);
    void remove(const StoredRecord &record);
    Verdict trusted(const std::vector<Cell> &cells);
    QByteArray trustedData(const std::vector<Cell> &cells) const;
    QByteArray idOf(qint64 number) const;

    const Catalog &m_catalog;
    Records &m_records;
    const User &m_user;
    Plan m_plan;
    OrgRules m_rules;
    const Clock &m_clock;
    std::set<QByteArray> m_keysOfChunk;
};

} // namespace rowlift::practice::salesforce
