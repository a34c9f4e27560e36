#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift::bench {

/// The file that is asked for. The same wishes give the same bytes.
struct MarketingWishes {
    std::string delimiter = ",";
    std::string lineEnding = "\n";
    bool quoteAll = false;
    bool westernOnly = false; ///< Only names that windows-1252 can say.
    bool wide = false; ///< 20 columns, German dates and numbers, blanks around some names.
    double quotedShare = 0.05; ///< Of the rows, those with a quoted address or note.
    std::uint64_t seed = 1;
};

/// What a file was filled with, to hold a reader's result against: order matters in the hashes.
struct ColumnTruth {
    std::uint64_t bytes = 0; ///< Of the cells as UTF-8, unquoted.
    std::uint64_t blank = 0;
    std::uint64_t hash = 0;

    void add(std::string_view cell);
    bool operator==(const ColumnTruth &) const = default;
};

/// What is odd about one row, on purpose.
enum class Oddity { None, CellMissing, CellTooMany, BadByte };

inline constexpr std::array<std::string_view, 17> marketingHeader
    = { "Customer ID", "First name",  "Last name", "Email",   "Phone",    "Company",
        "Street",      "Postal code", "City",      "Country", "Birthday", "Created",
        "Last order",  "Revenue",     "Segment",   "Consent", "Note" };

inline constexpr std::array<std::string_view, 20> wideHeader
    = { "Customer ID", "Salutation", "First name", "Last name",   "Email",   "Phone",   "Mobile",
        "Company",     "Department", "Street",     "Postal code", "City",    "Country", "Birthday",
        "Created",     "Last order", "Revenue",    "Segment",     "Consent", "Note" };

/// Stands in a cell where a byte belongs that the encoding does not know.
inline constexpr char badByteMark = '\x01';

/// Writes rows as a customer system exports them: names of several languages, addresses with commas, notes
/// with quotes and line breaks. All people are invented, all e-mail domains are example.*.
class MarketingRows {
public:
    explicit MarketingRows(MarketingWishes wishes);

    void appendHeader(std::string &out);
    void appendRow(std::string &out, Oddity oddity);

    std::uint64_t dataRows() const { return m_rows; }
    std::span<const std::string_view> header() const;
    const std::vector<ColumnTruth> &columns() const { return m_columns; }
    /// What a treatment of wide rows must make of them: names and cities without blanks at their ends and in
    /// capitals, ISO dates, numbers with a decimal point; the others as they are.
    const std::vector<ColumnTruth> &converted() const { return m_converted; }

private:
    std::uint64_t chance(std::uint64_t below);
    std::string_view pick(std::span<const std::string_view> words);
    void cell(std::string &out, std::string_view text);
    void number(std::uint64_t value, int digits);
    void date();
    void loose(std::string &out, std::string_view word);
    void birthday(std::string &out);
    void revenue(std::string &out);
    void person(std::string &out);
    void address(std::string &out);
    void dealings(std::string &out);
    void note(std::string &out, Oddity oddity);
    void endCell(std::string &out);
    void endCell(std::string &out, std::string_view converted);
    void writeCell(std::string &out);

    MarketingWishes m_wishes;
    std::uint64_t m_state;
    std::uint64_t m_rows = 0;
    std::size_t m_column = 0;
    bool m_wordy = false;
    std::string m_cell;
    std::array<bool, 256> m_special = {}; ///< A cell with one of these is quoted.
    std::vector<ColumnTruth> m_columns;
    std::vector<ColumnTruth> m_converted;
};

} // namespace rowlift::bench
