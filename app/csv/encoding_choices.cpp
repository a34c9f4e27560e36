#include "app/csv/block_decoder.h"
#include "app/csv/encoding_guess.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

bool isOutsideAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

bool separatesWords(char c)
{
    return !isOutsideAscii(c) && !QChar::isLetterOrNumber(static_cast<uint>(c));
}

/// The word around \a hit, or what of it is near.
std::string_view wordAround(std::string_view text, std::size_t hit)
{
    constexpr std::size_t longest = 24;
    std::size_t begin = hit;
    while (begin > 0 && hit - begin < longest && !separatesWords(text[begin - 1]))
        --begin;
    std::size_t end = hit;
    while (end < text.size() && end - hit < 2 * longest && !separatesWords(text[end]))
        ++end;
    return text.substr(begin, end - begin);
}

/// A word that shows the difference: one with letters on both sides tells more than a lone sign.
std::string_view tellingWord(std::string_view evidence)
{
    constexpr int looks = 64;
    std::string_view best;
    std::size_t from = 0;
    for (int look = 0; look < looks; ++look) {
        const auto *const hit = std::find_if(evidence.begin() + static_cast<std::ptrdiff_t>(from),
                                             evidence.end(), isOutsideAscii);
        if (hit == evidence.end())
            break;
        const auto at = static_cast<std::size_t>(hit - evidence.begin());
        const std::string_view word = wordAround(evidence, at);
        if (word.size() >= 4)
            return word;
        best = word.size() > best.size() ? word : best;
        from = static_cast<std::size_t>(word.data() - evidence.data()) + word.size();
    }
    return best;
}

bool takesSeveralBytes(const QByteArray &encoding)
{
    return encoding.startsWith("UTF-16") || encoding.startsWith("UTF-32") || encoding.startsWith("ISO-2022");
}

} // namespace

std::vector<DialectGuess::EncodingChoice> encodingChoices(const QByteArray &chosen, std::string_view evidence,
                                                          const QList<QByteArray> &rivals)
{
    constexpr qsizetype mostRivals = 4;
    constexpr std::array usual
        = { "UTF-8",        "windows-1252", "ISO-8859-1", "ISO-8859-2", "ISO-8859-15", "windows-1250",
            "windows-1251", "macintosh",    "Shift_JIS",  "GB18030",    "UTF-16LE",    "UTF-16BE" };
    QList<QByteArray> encodings = { chosen };
    const auto offer = [&encodings](const QByteArray &encoding) {
        const auto same = [&encoding](const QByteArray &other) {
            return encoding.compare(other, Qt::CaseInsensitive) == 0;
        };
        if (std::none_of(encodings.cbegin(), encodings.cend(), same))
            encodings.append(encoding);
    };
    for (const QByteArray &rival : rivals.first(std::min(mostRivals, rivals.size())))
        offer(rival);
    for (const char *encoding : usual)
        offer(encoding);
    const std::string_view word = takesSeveralBytes(chosen) ? std::string_view() : tellingWord(evidence);
    std::vector<DialectGuess::EncodingChoice> choices;
    for (const QByteArray &encoding : encodings) {
        const std::string text
            = takesSeveralBytes(encoding) ? std::string() : decodeSample(word, encoding, true).value_or("");
        choices.push_back({ .encoding = encoding,
                            .example = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())) });
    }
    return choices;
}

} // namespace rowlift
