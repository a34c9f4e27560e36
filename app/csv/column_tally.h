#pragma once

#include "app/csv/column_stats.h"
#include "app/csv/count_table.h"
#include "app/csv/distinct_sketch.h"
#include "app/csv/value_pattern.h"
#include "app/csv/value_signs.h"

#include <string>
#include <vector>

namespace rowlift {

/// How much a column may remember, so that all of them together stay within bounds.
struct TallyRoom {
    std::size_t values = 4096; ///< Different values that are counted exactly.
    std::size_t frequent = 1024; ///< Candidates for the most frequent, once there are more.
    std::size_t patterns = 64;
    int precision = 12; ///< Of the DistinctSketch.

    static TallyRoom forColumns(std::size_t columns);
};

/// The patterns of a column with what is known of all values of one, and the forms of the values.
class PatternTally {
public:
    struct Known {
        SignQuestions questions;
        ValueForm form; ///< Of all values with this pattern, where they are alike.
        bool alike = false;
        bool cut = false;
        qint64 formsDue = 0; ///< Values whose form is not in the tally of forms yet.
        qint64 record = -1;
        std::string example;
    };
    using Table = CountTable<Known>;

    explicit PatternTally(std::size_t room)
        : m_table(room)
        , m_room(room)
    {
    }

    /// The entry for \a value, made if needed; good until the next call.
    Table::Entry &entryFor(std::string_view value, bool cut, qint64 record);
    const ValuePattern &lastPattern() const { return m_pattern; }
    void addForm(const ValueForm &form, qint64 count) { m_forms.add(form, count); }

    FormTally forms() const;
    std::vector<PatternCount> mostFrequent() const;
    bool isAbout() const { return m_pruned; }
    const Table &table() const { return m_table; }

private:
    Table m_table;
    std::size_t m_room;
    FormTally m_forms;
    ValuePattern m_pattern;
    bool m_pruned = false;
};

/// What its values make of a column, one after the other.
class ColumnTally {
public:
    explicit ColumnTally(const TallyRoom &room);

    /// \a cell as it stands in the row. Tells what may be wrong with it.
    ValueSigns add(std::string_view cell, qint64 record);

    qint64 filled() const { return m_filled; } ///< Values that are not blank.
    /// Name, rows and blanks are not its business.
    ColumnStats stats() const;
    /// How often patterns occur for which \a wanted is true: about, where there are many patterns.
    template <typename Wanted>
    qint64 countPatterns(Wanted wanted) const
    {
        const PatternTally all = allPatterns();
        qint64 count = 0;
        for (const auto &entry : all.table().entries())
            count += wanted(std::string_view(entry.text)) ? entry.count : 0;
        return count;
    }

private:
    struct Seen {
        ValueForm form;
        ValueSigns signs;
        bool cut = false; ///< The text is only its beginning.
        qint64 record = -1;
    };
    using Values = CountTable<Seen>;

    void remember(std::string_view value, std::uint64_t hash, const Seen &seen);
    void noteLength(std::string_view value, bool ascii, qint64 record);
    void keepExample(std::string_view value);
    void becomeMany();
    bool admitsNow();
    PatternTally allPatterns() const;
    std::vector<ValueCount> frequentValues() const;
    QStringList examples() const;

    static void addTo(PatternTally &patterns, const Values::Entry &value);

    TallyRoom m_room;
    Values m_values;
    PatternTally m_patterns;
    DistinctSketch m_sketch;
    bool m_many = false; ///< There are more different values than there is room for.
    std::uint64_t m_dice = 0; ///< Which values outside the table are let in must not follow their order.
    qint64 m_filled = 0;
    LengthMark m_shortest;
    LengthMark m_longest;
    std::vector<std::string> m_examples; ///< One in m_exampleStride values.
    qint64 m_exampleStride = 1;
    qint64 m_nextExample = 0;
};

} // namespace rowlift
