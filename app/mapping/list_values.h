#pragma once

#include "app/mapping/blanks.h"
#include "app/schema/schema.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rowlift {

/// The values of a list by all that people write for them: the value, then its label, then either in other
/// case of letters and with other blanks between words. Used by one thread.
class ListValues {
public:
    explicit ListValues(const std::vector<PicklistValue> &values);

    /// What is sent for \a text (trimmed); \a text itself when it is not on the list. \a space is
    /// overwritten.
    std::string_view valueOf(std::string_view text, std::string &space) const;
    bool knows(std::string_view text, std::string &space) const;

    /// Calls \a take with each value of \a text, trimmed and not empty: they stand between semicolons, line
    /// breaks or upright strokes, else between commas; what is on the list as a whole is one value.
    template <typename Take>
    void forEach(std::string_view text, Take take) const
    {
        const std::string_view signs = separatorsOf(text);
        while (true) {
            const auto end = text.find_first_of(signs);
            if (const auto part = withoutBlanks(text.substr(0, end)); !part.empty())
                take(part);
            if (end == text.npos)
                return;
            text.remove_prefix(end + 1);
        }
    }
    /// Whether \a value is one of those in \a joined by \a separator.
    static bool isOneOf(std::string_view joined, std::string_view value, char separator);

private:
    std::string_view separatorsOf(std::string_view text) const;

    struct ViewHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Table = std::unordered_map<std::string, std::string, ViewHash, std::equal_to<>>;

    const std::string *find(std::string_view text, std::string &space) const;

    Table m_exact;
    Table m_folded;
    mutable std::string m_folding; ///< Room for a look at a whole value.
};

} // namespace rowlift
