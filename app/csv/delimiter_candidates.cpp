#include "app/csv/delimiter_candidates.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace rowlift {

namespace {

struct UsualDelimiter {
    char character;
    double prior; ///< Colons and blanks stand in every other cell.
};
constexpr std::array<UsualDelimiter, 8> knownDelimiters = { { { ',', 1 },
                                                              { ';', 1 },
                                                              { '\t', 1 },
                                                              { '|', 1 },
                                                              { '^', 0.9 },
                                                              { '`', 0.9 },
                                                              { ':', 0.45 },
                                                              { ' ', 0.45 } } };

constexpr std::size_t scannedLines = 200;
constexpr double evenShare = 0.4; ///< Of the lines, that have a rare character equally often.

/// 0: can be no delimiter. Marks that people write in dates, numbers, names and addresses have to be cut by
/// very evenly, and with better pieces than any other, to be taken.
double priorOfCharacter(std::string_view character)
{
    if (character.size() > 1)
        return 0.9;
    const char c = character[0];
    if (static_cast<unsigned char>(c) < 0x20)
        return c == '\n' || c == '\r' || c == '\0' ? 0 : 0.95;
    constexpr std::string_view seldom = "~!#$%&*@=+";
    constexpr std::string_view hardly = "/\\-._";
    if (c == '~')
        return 0.9;
    if (seldom.find(c) != std::string_view::npos)
        return 0.6;
    return hardly.find(c) != std::string_view::npos ? 0.2 : 0;
}

bool isUsual(char c)
{
    return std::any_of(knownDelimiters.begin(), knownDelimiters.end(),
                       [c](const UsualDelimiter &known) { return known.character == c; });
}

bool isMark(char c)
{
    return c > ' ' && c < 0x7F && c != '"' && c != '\'' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z')
        && !(c >= 'A' && c <= 'Z');
}

std::size_t characterBytes(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xC0)
        return 1;
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Of what is outside ASCII: marks that nobody writes in a text, as currencies, quotes and dashes are.
bool isRareSymbol(std::string_view character)
{
    constexpr std::array<std::string_view, 18> symbols
        = { "§", "¦", "¬", "¤", "·", "•", "‖", "│", "┃", "¶", "×", "÷", "¨", "¸", "þ", "，", "；", "、" };
    return std::find(symbols.begin(), symbols.end(), character) != symbols.end();
}

/// "||", "::", "|~|": the same read from both ends, of marks that are no brackets and no part of a number.
bool isRunOfMarks(std::string_view run)
{
    return run.find_first_not_of("|^~#@$%&*:;,!+=") == std::string_view::npos
        && std::equal(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(run.size() / 2), run.rbegin());
}

using Counts = std::map<std::string, int, std::less<>>;

void count(Counts &counts, std::string_view what)
{
    const auto found = counts.find(what);
    if (found == counts.end())
        counts.emplace(what, 1);
    else
        ++found->second;
}

Counts countsOf(std::string_view line)
{
    Counts counts;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t bytes = std::min(characterBytes(line[at]), line.size() - at);
        const std::string_view character = line.substr(at, bytes);
        const bool ascii = static_cast<unsigned char>(line[at]) < 0x80;
        if (ascii ? !isUsual(line[at]) && priorOfCharacter(character) > 0 : bytes > 1)
            count(counts, character);
        std::size_t run = 0;
        while (at + run < line.size() && run < 5 && isMark(line[at + run]))
            ++run;
        if (run > 1 && run < 5)
            count(counts, line.substr(at, run));
        for (std::size_t more = 1; more < run; ++more) {
            if (!isUsual(line[at + more]))
                count(counts, line.substr(at + more, 1));
        }
        at += std::max(bytes, run);
    }
    return counts;
}

std::vector<std::string_view> linesOf(std::string_view sample)
{
    std::vector<std::string_view> lines;
    while (!sample.empty() && lines.size() < scannedLines) {
        const std::size_t end = std::min(sample.find_first_of("\r\n"), sample.size());
        if (end > 0)
            lines.push_back(sample.substr(0, end));
        sample.remove_prefix(std::min(end + 1, sample.size()));
    }
    return lines;
}

double priorOfFound(const std::string &found)
{
    if (found.size() > 1 && isMark(found[0]))
        return isRunOfMarks(found) ? 0.8 : 0;
    return found.size() > 1 && !isRareSymbol(found) ? 0 : priorOfCharacter(found);
}

/// How many of \a lines have \a found as often as most of those that have it at all.
double evenness(const std::vector<Counts> &lines, const std::string &found)
{
    std::map<int, int> times;
    for (const Counts &line : lines) {
        if (const auto here = line.find(found); here != line.end())
            ++times[here->second];
    }
    int most = 0;
    for (const auto &[count, how] : times)
        most = std::max(most, how);
    return static_cast<double>(most) / static_cast<double>(lines.size());
}

} // namespace

std::vector<Delimiter> usualDelimiters()
{
    std::vector<Delimiter> delimiters;
    for (const UsualDelimiter &known : knownDelimiters)
        delimiters.emplace_back(known.character);
    return delimiters;
}

std::vector<DelimiterCandidate> delimiterCandidates(const QByteArray &sample)
{
    std::vector<DelimiterCandidate> candidates;
    for (const UsualDelimiter &known : knownDelimiters) {
        if (sample.contains(known.character))
            candidates.push_back({ known.character, known.prior });
    }
    std::vector<Counts> lines;
    for (const std::string_view line :
         linesOf({ sample.constData(), static_cast<std::size_t>(sample.size()) }))
        lines.push_back(countsOf(line.substr(0, 4096)));
    Counts seen;
    for (const Counts &line : lines) {
        for (const auto &[found, times] : line)
            ++seen[found];
    }
    for (const auto &[found, times] : seen) {
        const double prior = priorOfFound(found);
        if (prior > 0 && times * 10 >= static_cast<int>(lines.size()) * 8
            && evenness(lines, found) >= evenShare)
            candidates.push_back({ Delimiter(found), prior });
    }
    return candidates;
}

} // namespace rowlift
