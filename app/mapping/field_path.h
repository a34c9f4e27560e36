#pragma once

#include "app/mapping/cleaner_chain.h"
#include "app/mapping/converter.h"
#include "app/mapping/list_values.h"
#include "app/mapping/value_rule_table.h"
#include "app/mapping/value_source.h"

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rowlift {

/// How a blank of a field is sent.
struct BlankForm {
    bool clears = false; ///< A blank empties the field.
    bool mayClear = true; ///< False for what finds the record.
    std::string_view word; ///< The service's for clearing ("#N/A"); it may have none. Outlives the path.
    bool wordInAnyCase = false; ///< "null" is "NULL".
    /// Blanks would empty the field, but it says whether people may be contacted: that is never emptied by
    /// the way.
    bool keepsConsent = false;

    bool isWord(std::string_view value) const
    {
        return value.size() == word.size() && !word.empty() && (value == word || isInOtherCase(value));
    }

private:
    bool isInOtherCase(std::string_view value) const;
};

/// What is sent for one value.
struct SentValue {
    std::string_view value;
    std::optional<Unreadable> unreadable = {};
    bool cleared = false;
    bool cut = false;
    Held held = Held::No;
};

/// Which values of a field stop contact, where only these are sent. Used by one thread.
class StopsOnly {
public:
    StopsOnly(const Field &field, bool yesStops, const ValueForms &forms);

    /// Of a value in the form of the field; empty: it says neither.
    std::optional<bool> stops(std::string_view value);

private:
    struct ViewHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    bool m_yesStops = false;
    bool m_isBoolean = false;
    std::string m_yes;
    std::string m_no;
    /// Of texts: a column has the same few over and over.
    std::unordered_map<std::string, std::optional<bool>, ViewHash, std::equal_to<>> m_known;
};

/// Results of value rules that their field cannot take.
struct UnreadResults {
    std::set<std::string, std::less<>> texts;
    Unreadable kind = Unreadable::Number;
};

/// A field's way from cells to what is sent, compiled.
class FieldPath {
public:
    FieldPath(ValueSource source, const Treatment &treatment, const Field &field, const ValueForms &forms,
              const BlankForm &blank, std::optional<StopsOnly> stopsOnly = {});

    const ValueSource &source() const { return m_source; }
    /// Cells are sent as they are, unless they are blank or the word for clearing: sendAsItIs() will do.
    bool isPlain() const;

    /// What is sent for a row. Views are good until the next call of anything here.
    SentValue send(std::span<const std::string_view> cells)
    {
        const auto value = cleaned(cells);
        if (m_sendsCleaned && !isBlank(value) && !m_blank.isWord(value))
            return { .value = value, .cut = m_cleaners.hasCut() };
        return finish(value);
    }
    SentValue sendAsItIs(std::string_view cell) const;
    std::string_view cleaned(std::span<const std::string_view> cells)
    {
        return m_cleaners.apply(m_source.take(cells));
    }
    ValueTrail trail(std::span<const std::string_view> cells);

private:
    SentValue finish(std::string_view cleaned);
    SentValue sendResult(std::string_view result, std::string_view cleaned) const;
    SentValue convert(std::string_view value, std::string_view cleaned);
    SentValue convertEach(std::string_view value);
    SentValue withoutAllowing(const SentValue &sent, std::string_view cleaned, bool decided);

    ValueSource m_source;
    CleanerChain m_cleaners;
    UnreadResults m_unreadResults; ///< Filled by what makes the rules: stands before them.
    ValueRuleTable m_rules;
    std::unique_ptr<Converter> m_converter; ///< Null: sent as it stands.
    BlankForm m_blank;
    std::optional<StopsOnly> m_stopsOnly; ///< Empty: all values are sent.
    bool m_trims = false;
    bool m_sendsCleaned = false; ///< What comes out of the cleaners, but for blanks: the short way of texts.
    std::unique_ptr<ListValues> m_list; ///< Of fields that take several values and have rules for some.
    char m_listSeparator = ';';
    std::string m_space;
    std::string m_several;
};

} // namespace rowlift
