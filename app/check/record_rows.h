#pragma once

#include "app/check/check.h"
#include "app/check/key_repeats.h"
#include "app/schema/property_path.h"

#include <deque>
#include <span>
#include <unordered_map>

namespace rowlift {

/// So many bytes of what stands once in records are compared at most; of the records that are met behind
/// them nobody tells whether their rows agree.
constexpr std::size_t mostComparedBytes = std::size_t(64) * 1024 * 1024;

/// In what the rows of a record disagree that stands in it once: the rows in file order, each value by a
/// hash of it. Blanks do not differ: the first value counts that there is (Encoder::merge()).
class DifferingRows {
public:
    /// Of one field: the rows with another value than the first of their record, and those first ones.
    struct Differing {
        std::vector<qint64> rows; ///< Ascending once taken.
        qint64 records = 0;
    };

    explicit DifferingRows(std::size_t fields);
    /// \a key: not 0; \a values: 0 is a blank.
    void add(qint64 record, quint64 key, std::span<const quint32> values);
    std::vector<Differing> take();

private:
    struct Seen {
        qint64 record = 0; ///< The first row.
        std::vector<bool> differs = {}; ///< By field; empty: no row does.
        std::vector<qint64> counting = {}; ///< By field, whose value counts; empty: the first row's.
    };

    std::size_t m_fields;
    std::size_t m_mostRecords;
    std::unordered_map<quint64, quint32> m_places; ///< In m_seen, by key.
    std::vector<Seen> m_seen;
    std::vector<quint32> m_values; ///< Those that count.
    std::vector<Differing> m_differing;
};

/// What is to be known of all rows of a record: of each row 8 bytes, until the end.
class RowsOfRecords {
public:
    struct Row {
        quint32 owner = 0; ///< A hash of what it says whose the record is; 0: nothing.
        quint32 bytes = 0; ///< It adds at least so many to its record.
    };
    /// Rows of records with a problem, ascending.
    struct Found {
        std::vector<qint64> torn; ///< The record has several owners.
        std::vector<qint64> tooLarge;
    };

    /// Ascending.
    void add(qint64 record, Row row);
    /// Of the records that \a repeated rows form (KeyRepeats::take()), without the rows that \a leftOut has.
    Found find(const std::vector<KeyRepeats::Repeat> &repeated, const std::vector<qint64> &leftOut,
               qint64 mostBytes) const;

private:
    std::deque<Row> m_rows; ///< By record, from the first one on.
    qint64 m_first = -1;
};

/// What stands before a value of a row in the list of its record: its name with quotes and a colon.
std::size_t bytesOfName(const PropertyStep &last);

/// Tells \a check of a problem of whole records, if any row has it.
void addProblem(ProblemGroup group, CheckResult &check);

/// Tells \a check which rows form a record, by \a repeated (KeyRepeats::take()): rows of a record of which
/// another one has a problem get one, too. What \a leftOut has by itself keeps no other row back.
void settleRecords(const std::vector<KeyRepeats::Repeat> &repeated, const std::vector<qint64> &leftOut,
                   CheckResult &check);

} // namespace rowlift
