#include "app/mapping/yes_no.h"

#include "app/mapping/month_names.h"

#include <algorithm>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

struct YesNoWord {
    std::string_view word;
    bool yes;
};

// Folded and sorted: English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Swedish.
constexpr YesNoWord yesNoWords[]
    = { { "aan", true },     { "an", true },         { "aus", false },      { "av", false },
        { "f", false },      { "falsch", false },    { "false", false },    { "falskt", false },
        { "falso", false },  { "falsz", false },     { "faux", false },     { "j", true },
        { "ja", true },      { "n", false },         { "nao", false },      { "nee", false },
        { "nein", false },   { "nej", false },       { "nie", false },      { "no", false },
        { "non", false },    { "o", true },          { "off", false },      { "on", true },
        { "onwaar", false }, { "oui", true },        { "pa", true },        { "prawda", true },
        { "s", true },       { "sant", true },       { "si", true },        { "sim", true },
        { "t", true },       { "tak", true },        { "true", true },      { "uit", false },
        { "v", true },       { "verdadeiro", true }, { "verdadero", true }, { "vero", true },
        { "vrai", true },    { "w", true },          { "waar", true },      { "wahr", true },
        { "x", true },       { "y", true },          { "yes", true } };

// "-1" is what Access says for yes; "1.0" is what comes out of columns with gaps.
constexpr YesNoWord yesNoSigns[]
    = { { "1", true },  { "0", false },         { "-1", true },        { "1.0", true },  { "0.0", false },
        { "✓", true },  { "✔", true },          { "☑", true },         { "✅", true },    { "✗", false },
        { "✘", false }, { "☐", false },         { "❌", false },        { "はい", true }, { "いいえ", false },
        { "○", true },  { "〇", true },         { "◯", true },         { "×", false },   { "✕", false },
        { "有", true }, { "無", false },        { "真", true },        { "偽", false },  { "✔\uFE0F", true },
        { "✖", false }, { "yes please", true }, { "no thanks", false } };

} // namespace

std::optional<bool> readBoolean(std::string_view text)
{
    const FoldedWord word = foldedWord(text);
    if (word.size > 0 && word.bytes == text.size()) {
        const auto found = std::ranges::lower_bound(yesNoWords, word.text(), {}, &YesNoWord::word);
        const bool known = found != std::ranges::end(yesNoWords) && found->word == word.text();
        return known ? std::optional(found->yes) : std::nullopt;
    }
    const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); };
    const auto sign = std::ranges::find_if(
        yesNoSigns, [&](const YesNoWord &known) { return std::ranges::equal(text, known.word, same); });
    return sign == std::ranges::end(yesNoSigns) ? std::nullopt : std::optional(sign->yes);
}

} // namespace rowlift
