#pragma once

#include <QtGlobal>

#include <string_view>
#include <vector>

namespace rowlift {

/// Finds the rows that share a value that should be theirs alone, by 8 bytes a row and as many again at the
/// end.
class RepeatedKeys {
public:
    /// Ids tell upper from lower case; other keys do not.
    explicit RepeatedKeys(bool caseMatters)
        : m_caseMatters(caseMatters)
    {
    }

    /// One call for each record, ascending. Blanks at its ends do not count; an empty value repeats
    /// nothing.
    void add(qint64 record, std::string_view value);
    /// All records whose value occurs more than once, ascending.
    std::vector<qint64> repeated() const;

private:
    bool m_caseMatters = false;
    std::vector<quint64> m_hashes; ///< In row order; 0: empty.
    /// Where record numbers step over something: from row \a row on, record = row + \a offset.
    struct Step {
        qint64 row = 0;
        qint64 offset = 0;
    };
    std::vector<Step> m_steps;
    std::vector<char> m_folded;
};

} // namespace rowlift
