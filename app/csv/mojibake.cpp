#include "app/csv/mojibake.h"

#include "app/csv/utf8.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace rowlift {

namespace {

/// Windows-1252 from 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windowsSigns
    = { 0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178 };

/// The byte that Windows-1252 has for \a character, or 0 for ASCII and what it has not.
char windowsByte(char16_t character)
{
    if (character >= 0x80 && character <= 0xFF)
        return static_cast<char>(static_cast<unsigned char>(character));
    if (character < 0x100)
        return 0;
    const auto *const hit = std::find(windowsSigns.begin(), windowsSigns.end(), character);
    return hit == windowsSigns.end()
        ? '\0'
        : static_cast<char>(static_cast<unsigned char>(0x80 + (hit - windowsSigns.begin())));
}

/// Letters and signs that people write. Scripts that need many such bytes for a word are believed from two
/// letters on: a capital in front of a quotation mark can look like one.
bool isPlausible(const QString &text)
{
    const auto isLatinOrSign = [](QChar c) {
        const char16_t code = c.unicode();
        return (code >= 0xA0 && code <= 0x17F) || (code >= 0x2010 && code <= 0x203A) || code == 0x20AC
            || code == 0x2122;
    };
    const auto isOtherScript = [](QChar c) {
        const char16_t code = c.unicode();
        return (code >= 0x370 && code <= 0x4FF) || (code >= 0x5D0 && code <= 0x64A)
            || (code >= 0xE01 && code <= 0xE5B) || (code >= 0x3001 && code <= 0x9FFF)
            || (code >= 0xAC00 && code <= 0xD7A3) || c.isSurrogate();
    };
    const auto latin = std::count_if(text.begin(), text.end(), isLatinOrSign);
    const auto other = std::count_if(text.begin(), text.end(), isOtherScript);
    return latin + other == text.size() && (other == 0 || text.size() >= 2);
}

/// Now and then a byte of the run is lost, as Windows-1252 has no sign for it.
bool isUtf8Run(const std::string &run)
{
    std::string characters;
    int valid = 0;
    int broken = 0;
    const char *const end = run.data() + run.size();
    for (const char *at = run.data(); at != end;) {
        const Utf8Step step = utf8Step(at, end);
        if (step.valid)
            characters.append(at, step.bytes);
        (step.valid ? valid : broken) += 1;
        at += step.bytes;
    }
    constexpr int certainly = 3;
    const bool nearlyAll = broken == 0 || (valid >= certainly && broken * 3 <= valid);
    return valid > 0 && nearlyAll
        && isPlausible(QString::fromUtf8(characters.data(), static_cast<qsizetype>(characters.size())));
}

/// "Ã" or "Â" in front of a sign that stands in no word: certain, whatever stands beside.
bool hasCertainPair(QStringView text)
{
    constexpr QStringView signs = u"¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿";
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text[at] == u'Ã' && signs.contains(text[at + 1]))
            return true;
        if (text[at] == u'√' && QStringView(u"ºº§∂ü©®°±ß≥≠†¥").contains(text[at + 1]))
            return true;
    }
    return false;
}

/// Nearly every value is done with here: twice encoded text has one of the letters Â to ô in front of another
/// letter outside ASCII, or a root sign.
bool mayBeTwiceEncoded(std::string_view value)
{
    constexpr unsigned char lead = 0xC3;
    const char *at = value.data();
    const char *const end = at + value.size();
    while (at != nullptr && end - at > 2) {
        at = static_cast<const char *>(std::memchr(at, lead, static_cast<std::size_t>(end - at - 2)));
        if (at != nullptr && static_cast<unsigned char>((at++)[2]) >= 0xC2)
            return true;
    }
    return value.find("\xE2\x88\x9A") != std::string_view::npos;
}

} // namespace

bool looksTwiceEncoded(std::string_view value)
{
    constexpr std::size_t mostBytes = 4096;
    value = value.substr(0, mostBytes);
    if (!mayBeTwiceEncoded(value))
        return false;
    const QString text = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    std::string run;
    for (const QChar c : text) {
        const char byte = windowsByte(c.unicode());
        if (byte != '\0') {
            run.push_back(byte);
            continue;
        }
        if (isUtf8Run(run))
            return true;
        run.clear();
    }
    return isUtf8Run(run) || hasCertainPair(text);
}

} // namespace rowlift
