#pragma once

#include <cstdint>
#include <string_view>

namespace rowlift {

/// What may be wrong with a value; its column decides whether it is.
enum class Sign : std::uint8_t {
    Scientific, ///< "1,23457E+11" as a spreadsheet shows numbers of 12 digits and more.
    ScientificCode, ///< "1.20E+06" as it shows what was "12E5".
    OtherExponent, ///< Numbers with an exponent that no spreadsheet writes so: measurements.
    MonthDay, ///< "Mar-05", "05. Mrz".
    ErrorText,
    LongDigits, ///< 16 digits and more that tell to the last.
    RoundedDigits, ///< The same with zeros from the 16th on.
    Mojibake,
    LostLetter,
    Question, ///< A question mark where it belongs.
    BlankWord, ///< Surely means blank.
    MaybeBlankWord
};
constexpr std::size_t signCount = 12;

struct ValueSigns {
    std::uint16_t bits = 0;
    std::uint8_t digits = 0; ///< How many there are, if the value has nothing else (up to 15).

    bool has(Sign sign) const { return ((bits >> static_cast<unsigned>(sign)) & 1) != 0; }
    void set(Sign sign) { bits = static_cast<std::uint16_t>(bits | 1u << static_cast<unsigned>(sign)); }
    bool any() const { return bits != 0 || digits != 0; }
};

/// What is worth asking of values with the same pattern: most need not be looked at one by one.
class SignQuestions {
public:
    SignQuestions() = default;
    /// \a pattern is that of ValuePattern.
    SignQuestions(std::string_view pattern, bool cut);

    /// Judges a trimmed value with that pattern. \a ascii: it has no byte above 0x7F.
    ValueSigns ask(std::string_view value, bool ascii) const;

private:
    bool m_scientific = false;
    bool m_month = false;
    bool m_error = false;
    bool m_question = false;
    bool m_blank = false;
    std::uint8_t m_digits = 0;
};

/// The same of one value on its own.
ValueSigns signsOf(std::string_view value);

/// "#REF!" and its like in the languages of spreadsheets, and "########".
bool isErrorText(std::string_view value);
/// Whether \a value is a word for an empty cell ("NULL", "k. A."), in any case. \a certain: one that nobody
/// writes to say something.
bool isBlankWord(std::string_view value, bool &certain);

} // namespace rowlift
