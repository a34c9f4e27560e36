#include "app/csv/encoding_plausibility.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

enum class LetterFamily { None, Latin, Greek, Cyrillic, EastAsian, Other };

LetterFamily familyOf(QChar c)
{
    if (!c.isLetter())
        return LetterFamily::None;
    switch (c.script()) {
    case QChar::Script_Latin:
        return LetterFamily::Latin;
    case QChar::Script_Greek:
        return LetterFamily::Greek;
    case QChar::Script_Cyrillic:
        return LetterFamily::Cyrillic;
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return LetterFamily::EastAsian;
    default:
        return LetterFamily::Other;
    }
}

bool isHalfWidthKatakana(QChar c)
{
    return c >= u'\uFF61' && c <= u'\uFF9F';
}

double latinLetter(QChar c, QChar before, QChar behind)
{
    static const QString western = u"äöüßÄÖÜéèêëàâáçñóíúøåæÅØÆôîïûùœÉ"_s;
    static const QString eastern = u"ąćęłńśźżĄĆĘŁŃŚŹŻáčďéěíňóřšťúůýžČŠŽŘőűğışİșțăâî"_s;
    double score = 0.7;
    if (western.contains(c))
        score = 1.2;
    else if (eastern.contains(c))
        score = 1.15;
    if (c.isUpper() && before.isLower())
        score -= 2;
    if (c.isLower() && before.isUpper() && behind.isUpper())
        score -= 1.5;
    return score;
}

double symbol(QChar c, QChar before, QChar behind)
{
    static const QString usual = u"€“”„‘’–—…°§©®«»£™²³½·\u00A0"_s;
    if (before.isLetter() && behind.isLetter())
        return c == u'’' || c == u'·' || c == u'–' || c == u'\u00A0' ? 0.5 : -1;
    return usual.contains(c) ? 0.5 : -0.5;
}

double eastAsianLetter(QChar c)
{
    const bool common = (c >= u'\u3040' && c <= u'\u30FF') || (c >= u'\u4E00' && c <= u'\u9FFF')
        || (c >= u'\uAC00' && c <= u'\uD7A3');
    return common ? 1 : -0.5;
}

double letter(QChar c, QChar before, QChar behind)
{
    const LetterFamily family = familyOf(c);
    const auto foreign = [family](QChar other) { return other.isLetter() && familyOf(other) != family; };
    if (foreign(before) || foreign(behind))
        return -1;
    if (family == LetterFamily::Latin)
        return latinLetter(c, before, behind);
    if (family == LetterFamily::EastAsian)
        return eastAsianLetter(c);
    return c.isUpper() && before.isLower() ? -1 : 1;
}

double judged(QChar c, QChar before, QChar behind)
{
    const bool noCharacter = c == QChar::ReplacementCharacter || (c >= u'\u0080' && c <= u'\u009F')
        || (c >= u'\uE000' && c <= u'\uF8FF') || c.category() == QChar::Other_NotAssigned;
    if (noCharacter)
        return -3;
    if (isHalfWidthKatakana(c))
        return -0.5;
    return c.isLetter() ? letter(c, before, behind) : symbol(c, before, behind);
}

} // namespace

double plausibility(const QString &text)
{
    double sum = 0;
    qsizetype judgedCount = 0;
    qsizetype latinRun = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x80 || c.isLowSurrogate()) {
            latinRun = 0;
            continue;
        }
        const QChar before = i > 0 ? text[i - 1] : QChar();
        const QChar behind = i + 1 < text.size() ? text[i + 1] : QChar();
        sum += c.isHighSurrogate() ? 0.3 : judged(c, before, behind);
        ++judgedCount;
        // Three letters with marks in a row are no Latin word: "Ïðèâåò" is Russian read as Western.
        latinRun = familyOf(c) == LetterFamily::Latin ? latinRun + 1 : 0;
        if (latinRun >= 3)
            sum -= 1;
    }
    return judgedCount == 0 ? 0 : sum / static_cast<double>(judgedCount);
}

} // namespace rowlift
