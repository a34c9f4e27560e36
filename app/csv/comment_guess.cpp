#include "app/csv/comment_guess.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace rowlift {

namespace {

constexpr std::array<std::string_view, 7> commentSigns = { "##", "#", "//", "--", "%", ";", "!" };
constexpr std::size_t commentLines = 400; ///< Looked at.

std::vector<std::string_view> filledLines(const QByteArray &sample)
{
    std::string_view rest(sample.constData(), static_cast<std::size_t>(sample.size()));
    std::vector<std::string_view> lines;
    while (!rest.empty() && lines.size() < commentLines) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        if (end > 0)
            lines.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

/// A mark that stands in all rows of a table much more often than in \a line is a delimiter that the line
/// does not have.
std::size_t delimitersIn(std::string_view line)
{
    constexpr std::array<char, 5> delimiters = { ',', ';', '\t', '|', '^' };
    std::size_t most = 0;
    for (const char delimiter : delimiters)
        most = std::max(most, static_cast<std::size_t>(std::count(line.begin(), line.end(), delimiter)));
    return most;
}

std::size_t usualDelimiterCount(const std::vector<std::string_view> &lines)
{
    std::vector<std::size_t> counts;
    for (const std::string_view line : lines)
        counts.push_back(delimitersIn(line));
    std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2),
                     counts.end());
    return counts[counts.size() / 2];
}

/// "# made by", "#made by", "//": not "#1", "--5" or "%;".
bool readsLikeRemark(std::string_view line, std::string_view sign)
{
    const std::string_view text = line.substr(sign.size());
    if (text.empty())
        return true;
    const char c = text.front();
    const bool letter
        = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    return letter || c == ' ' || c == '\t' || c == sign.back() || c == '=' || c == '@' || c == '!';
}

bool isCommentSign(const std::vector<std::string_view> &lines, std::string_view sign)
{
    std::vector<std::string_view> remarks;
    std::vector<std::string_view> rows;
    for (const std::string_view line : lines)
        (line.starts_with(sign) ? remarks : rows).push_back(line);
    if (remarks.empty() || rows.empty())
        return false;
    const auto firstRow = std::find_if_not(lines.begin(), lines.end(),
                                           [sign](std::string_view line) { return line.starts_with(sign); });
    const auto above = static_cast<std::size_t>(firstRow - lines.begin());
    if ((remarks.size() - above) * 3 > rows.size())
        return false;
    const auto reads = [sign](std::string_view line) { return readsLikeRemark(line, sign); };
    if (!std::all_of(remarks.begin(), remarks.end(), reads))
        return false;
    const std::size_t usual = usualDelimiterCount(rows);
    const auto wide = [usual](std::string_view line) { return usual > 0 && delimitersIn(line) == usual; };
    if (usual == 0 && (sign == ";" || sign == "%" || sign == "!"))
        return false;
    return std::none_of(remarks.begin(), remarks.end(),
                        wide); // names of columns, or rows, with a mark in front
}

} // namespace

QByteArray guessComment(const QByteArray &sample)
{
    const std::vector<std::string_view> lines = filledLines(sample);
    for (const std::string_view sign : commentSigns) {
        if (isCommentSign(lines, sign))
            return QByteArray(sign.data(), static_cast<qsizetype>(sign.size()));
    }
    return {};
}

} // namespace rowlift
