#include "app/csv/value_pattern.h"

#include "app/csv/utf8.h"

#include <QChar>

#include <algorithm>

namespace rowlift {

namespace {

constexpr int longestLetterRun = 3;

/// What an ASCII byte becomes; '\0' for those above.
constexpr std::array<char, 256> makePatternMarks()
{
    std::array<char, 256> marks {};
    for (int byte = 0; byte < 128; ++byte) {
        const auto c = static_cast<char>(byte);
        char mark = byte < ' ' || byte == 127 ? ' ' : c;
        if (c >= '0' && c <= '9')
            mark = '9';
        else if (c >= 'A' && c <= 'Z')
            mark = 'A';
        else if (c >= 'a' && c <= 'z')
            mark = 'a';
        marks[static_cast<std::size_t>(byte)] = mark;
    }
    return marks;
}
constexpr std::array<char, 256> patternMarks = makePatternMarks();

constexpr std::array<bool, 256> makeLetterMarks()
{
    std::array<bool, 256> letters {};
    letters['A'] = true;
    letters['a'] = true;
    return letters;
}
constexpr std::array<bool, 256> letterMarks = makeLetterMarks();

char32_t decoded(std::string_view character)
{
    const auto tail = [character](std::size_t at) { return static_cast<char32_t>(character[at] & 0x3F); };
    const auto lead = static_cast<char32_t>(static_cast<unsigned char>(character[0]));
    if (character.size() == 2)
        return (lead & 0x1F) << 6 | tail(1);
    if (character.size() == 3)
        return (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    return (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
}

} // namespace

std::string_view keptText(std::string_view value)
{
    if (value.size() <= keptBytes)
        return value;
    std::size_t size = keptBytes;
    while (size < value.size() && (static_cast<unsigned char>(value[size]) & 0xC0) == 0x80)
        ++size;
    return value.substr(0, size);
}

void ValuePattern::put(char mark)
{
    m_run = mark == m_last ? m_run + 1 : 1;
    m_last = mark;
    m_bytes[m_size] = mark;
    const bool isLong = letterMarks[static_cast<unsigned char>(mark)] && m_run > longestLetterRun;
    m_size += isLong ? 0 : 1;
}

const char *ValuePattern::takeLetterOrSign(const char *from, const char *end)
{
    m_ascii = false;
    const Utf8Step step = utf8Step(from, end);
    const std::string_view character(from, step.bytes);
    const char32_t code = step.valid && step.bytes > 1 ? decoded(character) : 0;
    if (QChar::isUpper(code)) {
        put('A');
    } else if (QChar::isLetter(code) || QChar::isMark(code)) {
        put('a');
    } else {
        const std::string_view sign = step.valid ? character : std::string_view("?");
        m_size = static_cast<std::size_t>(std::copy(sign.begin(), sign.end(), m_bytes.begin() + m_size)
                                          - m_bytes.begin());
        m_last = '\0';
    }
    return from + step.bytes;
}

void ValuePattern::take(std::string_view value)
{
    m_size = 0;
    m_last = '\0';
    m_run = 0;
    m_ascii = true;
    const char *at = value.data();
    const char *const end = at + value.size();
    const char *const most = at + std::min(value.size(), keptBytes);
    while (at < most && m_size < longest) {
        const char mark = patternMarks[static_cast<unsigned char>(*at)];
        if (mark != '\0') {
            put(mark);
            ++at;
        } else {
            at = takeLetterOrSign(at, end);
        }
    }
    m_cut = at != end;
}

} // namespace rowlift
