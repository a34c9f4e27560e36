#include "app/csv/encoding_plausibility.h"

#include "app/csv/encoding_letters.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

enum class LetterFamily { None, Latin, Greek, Cyrillic, EastAsian, Other };

LetterFamily familyOf(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Latin:
        return c.isLetter() ? LetterFamily::Latin : LetterFamily::None;
    case QChar::Script_Greek:
        return LetterFamily::Greek;
    case QChar::Script_Cyrillic:
        return LetterFamily::Cyrillic;
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return LetterFamily::EastAsian;
    case QChar::Script_Common:
        return LetterFamily::None;
    default:
        return c.isLetter() || c.isMark() ? LetterFamily::Other : LetterFamily::None;
    }
}

bool isHalfWidthKatakana(QChar c)
{
    return c >= u'\uFF61' && c <= u'\uFF9F';
}

/// What a sign may stand next to: letters, digits, or a space (also the edge of a cell).
namespace beside {
constexpr unsigned letter = 1;
constexpr unsigned digit = 2;
constexpr unsigned space = 4;
constexpr unsigned any = 7;
} // namespace beside

unsigned neighbourOf(QChar c)
{
    if (c.isLetter())
        return beside::letter;
    return c.isDigit() ? beside::digit : beside::space;
}

struct KnownSign {
    QStringView signs;
    unsigned before;
    unsigned behind;
};

constexpr std::array knownSigns = {
    KnownSign { u"’", beside::letter | beside::digit, beside::letter | beside::space },
    KnownSign { u"‘“„‚«‹", beside::space, beside::any },
    KnownSign { u"¿¡", beside::space, beside::letter },
    KnownSign { u"”»›", beside::any, beside::space },
    KnownSign { u"–—", beside::space | beside::digit, beside::space | beside::digit },
    KnownSign { u"…", beside::any, beside::any },
    KnownSign { u"±×÷", beside::space | beside::digit, beside::space | beside::digit },
    KnownSign { u"°", beside::space | beside::digit, beside::any },
    KnownSign { u"©§№¶", beside::space, beside::any },
    KnownSign { u"®™", beside::letter | beside::space, beside::space },
    KnownSign { u"²³", beside::letter | beside::digit, beside::space },
    KnownSign { u"½¼¾", beside::space | beside::digit, beside::space },
    KnownSign { u"•·", beside::any, beside::any },
    KnownSign { u"µ", beside::space | beside::digit, beside::letter },
    KnownSign { u"ªº", beside::digit, beside::space },
    KnownSign { u"\u00A0", beside::any, beside::any },
    KnownSign { u"、。・「」『』（）：；！？，《》〜～ー々〇", beside::any, beside::any },
};

constexpr double signStands = 0.6;
constexpr double signMisplaced = -1.5;

double currencyFit(QChar before, QChar behind)
{
    const unsigned around = neighbourOf(before) | neighbourOf(behind);
    if ((around & beside::letter) != 0)
        return signMisplaced;
    return (around & beside::digit) != 0 ? signStands : signStands / 2;
}

double signFit(QChar c, QChar before, QChar behind)
{
    constexpr double nobodyWrites = -2.5;
    if (c == u'¤') // where € was put later
        return nobodyWrites;
    if (QStringView(u"€£¥").contains(c))
        return currencyFit(before, behind);
    for (const KnownSign &known : knownSigns) {
        if (!known.signs.contains(c))
            continue;
        const bool stands
            = (known.before & neighbourOf(before)) != 0 && (known.behind & neighbourOf(behind)) != 0;
        return stands ? signStands : signMisplaced;
    }
    if (c == u'´')
        return -0.5; // often taken for an apostrophe
    if (QStringView(u"¦¨¸").contains(c) && (before.isLetter() || behind.isLetter()))
        return nobodyWrites; // where letters were put later
    return before.isLetter() || behind.isLetter() ? signMisplaced : -0.8;
}

bool isVowel(QChar c)
{
    return QStringView(u"aeiouyáéíóúýàèìòùâêîôûäëïöüæøåœıəAEIOUYÖÜİ").contains(c);
}

/// What spelling says against a Latin letter: mostly one of Central Europe read as one of the West.
double spellingFault(QChar c, QChar before, QChar behind)
{
    const bool inside = behind.isLetter();
    const auto follows = [behind](QStringView letters) { return letters.contains(behind.toLower()); };
    switch (c.toLower().unicode()) {
    case u'ã':
        return !inside ? -1.2 : follows(u"oes") ? 0 : -1.5;
    case u'ñ':
        return isVowel(behind) ? 0 : -1.2;
    case u'þ':
        return isVowel(behind) || follows(u"rvj") ? 0 : -1.5;
    case u'ð':
        return before.isLetter() ? 0 : -1.5;
    case u'è':
        return inside && isVowel(behind) ? -1 : 0;
    case u'ì':
    case u'ù':
        return inside ? -0.8 : 0;
    case u'ç':
        return inside && !isVowel(behind) ? -0.7 : 0;
    case u'œ':
        return follows(u"uidnst") ? 0 : -1;
    case u'æ':
        return inside ? 0 : -1;
    case u'ğ':
        return isVowel(before) ? 0 : -1.5;
    case u'ÿ':
        return -0.8;
    default:
        return 0;
    }
}

/// What the neighbours of a letter say against it.
double caseFault(QChar c, QChar before, QChar behind)
{
    const bool amidLower = c.isUpper() && (before.isLower() || (before.isLetter() && behind.isLower()));
    if (c.isLower() && behind.isUpper() && !before.isUpper())
        return -1;
    const bool amidUpper = c.isLower() && before.isUpper() && (behind.isUpper() || !behind.isLetter());
    return amidLower || amidUpper ? -1.5 : 0;
}

/// A letter all alone may as well be a sign ("5 €" read as "5 Ä"); beside a digit it hardly is a letter.
double lonelinessFault(QChar before, QChar behind)
{
    if (before.isLetter() || behind.isLetter())
        return 0;
    return before.isDigit() || behind.isDigit() ? -2 : -0.8;
}

double eastAsianFit(QChar c, QChar before, QChar behind, Script script)
{
    const auto isPlainLetter = [](QChar other) { return other.unicode() < 0x80 && other.isLetter(); };
    const bool amidPlain = isPlainLetter(before) || isPlainLetter(behind);
    const bool kana = c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana;
    const bool hangul = c.script() == QChar::Script_Hangul;
    if (isHalfWidthKatakana(c))
        return -0.6;
    if (kana && script != Script::Japanese)
        return -0.3;
    if (hangul != (script == Script::Korean))
        return -0.5;
    const double fit = isFrequentEastAsian(c) ? 1.4 : kana ? 1.2 : 0.1;
    return amidPlain ? fit - 1.5 : fit;
}

bool isNoCharacter(QChar c)
{
    return c == QChar::ReplacementCharacter || (c >= u'\u0080' && c <= u'\u009F')
        || (c >= u'\uE000' && c <= u'\uF8FF') || c.category() == QChar::Other_NotAssigned;
}

/// One pass over a text, letter after letter.
class LetterJudge {
public:
    LetterJudge(const QString &text, Script script)
        : m_script(script)
        , m_asks(text.contains(u'?'))
        , m_exclaims(text.contains(u'!'))
    {
    }

    void see(QChar c, QChar before, QChar behind)
    {
        if (c.unicode() < 0x80 || c.isLowSurrogate()) {
            m_latinRun = 0;
            return;
        }
        const LetterFamily family = familyOf(c);
        m_latinRun = family == LetterFamily::Latin ? m_latinRun + 1 : 0;
        const bool wide = m_script != Script::Alphabet && family == LetterFamily::EastAsian;
        const double weight = wide && !isHalfWidthKatakana(c) ? 2 : 1;
        m_result.letters += weight;
        m_result.sum += weight * judged(c, family, before, behind);
        // Three letters with marks in a row are no Latin word: "Ïðèâåò" is Russian read as Western.
        if (m_latinRun >= 3)
            m_result.sum -= 1;
    }

    Plausibility result(unsigned regions) const
    {
        Plausibility result = m_result;
        result.sum += fitOfBestLanguage(m_letters, regions);
        return result;
    }

private:
    double judged(QChar c, LetterFamily family, QChar before, QChar behind)
    {
        if (isNoCharacter(c))
            return -4;
        if (c.isHighSurrogate())
            return -0.3;
        if (family == LetterFamily::EastAsian)
            return eastAsianFit(c, before, behind, m_script);
        if ((c == u'¿' && !m_asks) || (c == u'¡' && !m_exclaims))
            return signMisplaced;
        if (family == LetterFamily::None || !(c.isLetter() || c.isMark()) || c == u'ª' || c == u'º')
            return signFit(c, before, behind);
        ++m_letters[c];
        return letterFaults(c, family, before, behind);
    }

    double letterFaults(QChar c, LetterFamily family, QChar before, QChar behind) const
    {
        const auto foreign = [family](QChar other) {
            const LetterFamily otherFamily = familyOf(other);
            return otherFamily != LetterFamily::None && otherFamily != family;
        };
        double faults = caseFault(c, before, behind) - (foreign(before) || foreign(behind) ? 1.5 : 0);
        faults += lonelinessFault(before, behind);
        if (family == LetterFamily::Latin)
            faults += spellingFault(c, before, behind);
        return faults;
    }

    Script m_script;
    bool m_asks; ///< There are question marks in the text, so it may have the upside down ones as well.
    bool m_exclaims;
    Plausibility m_result;
    LetterCounts m_letters;
    int m_latinRun = 0;
};

} // namespace

Plausibility plausibility(const QString &text, Script script, unsigned regions)
{
    LetterJudge judge(text, script);
    const auto at = [&text](qsizetype i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    for (qsizetype i = 0; i < text.size(); ++i)
        judge.see(text[i], at(i - 1), at(i + 1));
    return judge.result(regions);
}

} // namespace rowlift
