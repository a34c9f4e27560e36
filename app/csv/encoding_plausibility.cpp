#include "app/csv/encoding_plausibility.h"

#include <QStringList>

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
    if (c.isUpper() && (before.isLower() || (before.isLetter() && behind.isLower())))
        return -1;
    if (c.isLower() && before.isUpper() && behind.isUpper())
        return -0.8;
    return 0.7;
}

/// The largest share of \a letters that one language would account for.
double shareOfOneLanguage(const QString &letters)
{
    static const QStringList alphabets = { u"äöüßÄÖÜ"_s,
                                           u"éèêëàâçîïôùûœæÉÈÀÇÔ"_s,
                                           u"áéíóúñüÁÉÍÓÚÑ"_s,
                                           u"ãõáéíóúâêôçàÃÕÁÉÓÇ"_s,
                                           u"àèéìòùÀÈÉ"_s,
                                           u"åäöøæéÅÄÖØÆ"_s,
                                           u"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"_s,
                                           u"áčďéěíňóřšťúůýžČŠŽŘÚĎ"_s,
                                           u"áéíóöőúüűÁÉÓÖŐÚÜŰ"_s,
                                           u"çğıöşüâÇĞİÖŞÜ"_s,
                                           u"ăâîșşțţĂÂÎȘŞȚŢ"_s,
                                           u"čćđšžČĆĐŠŽ"_s,
                                           u"āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ"_s,
                                           u"ąčęėįšųūžĄČĘĖĮŠŲŪŽ"_s,
                                           u"õäöüšžÕÄÖÜŠŽ"_s };
    // ð, ý and þ alone are Turkish ğ, ı and ş read as Western; Icelandic has the others as well.
    static const QString icelandic = u"áðéíóúýþæöÁÐÉÍÓÚÝÞÆÖ"_s;
    static const QString icelandicOnly = u"áéíóúæÁÉÍÓÚÆ"_s;
    const bool mayBeIcelandic
        = std::any_of(letters.begin(), letters.end(), [](QChar c) { return icelandicOnly.contains(c); });
    qsizetype most = mayBeIcelandic
        ? std::count_if(letters.begin(), letters.end(), [](QChar c) { return icelandic.contains(c); })
        : 0;
    for (const QString &alphabet : alphabets) {
        const auto known = std::count_if(letters.begin(), letters.end(),
                                         [&alphabet](QChar c) { return alphabet.contains(c); });
        most = std::max<qsizetype>(most, known);
    }
    return letters.isEmpty() ? 0 : static_cast<double>(most) / static_cast<double>(letters.size());
}

double symbol(QChar c, QChar before, QChar behind)
{
    static const QString usual = u"€“”„‘’–—…°§©®«»£™²³½·\u00A0"_s;
    if (before.isLetter() && behind.isLetter())
        return c == u'’' || c == u'·' || c == u'–' || c == u'\u00A0' ? 0.5 : -1;
    return usual.contains(c) ? 0.5 : -0.5;
}

double eastAsianLetter(QChar c, QChar before, QChar behind)
{
    const auto isHan = [](QChar other) { return other >= u'\u4E00' && other <= u'\u9FFF'; };
    const bool kana = c >= u'\u3040' && c <= u'\u30FF';
    const bool hangul = c >= u'\uAC00' && c <= u'\uD7A3';
    if (hangul)
        return isHan(before) || isHan(behind) ? 0 : 1.1; // Chinese read as Korean mixes the two
    if (kana)
        return 1.1;
    return isHan(c) ? 0.9 : -0.5;
}

double letter(QChar c, QChar before, QChar behind)
{
    const LetterFamily family = familyOf(c);
    const auto foreign = [family](QChar other) { return other.isLetter() && familyOf(other) != family; };
    if (foreign(before) || foreign(behind))
        return -1;
    if (!before.isLetter() && !behind.isLetter() && family != LetterFamily::EastAsian)
        return 0.2; // it may as well be a sign: "5 €" read as "5 Ä"
    if (family == LetterFamily::Latin)
        return latinLetter(c, before, behind);
    if (family == LetterFamily::EastAsian)
        return eastAsianLetter(c, before, behind);
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
    QString latinLetters;
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
        const bool latin = familyOf(c) == LetterFamily::Latin;
        if (latin)
            latinLetters.append(c);
        latinRun = latin ? latinRun + 1 : 0;
        if (latinRun >= 3)
            sum -= 1;
    }
    sum += 0.5 * shareOfOneLanguage(latinLetters) * static_cast<double>(latinLetters.size());
    return judgedCount == 0 ? 0 : sum / static_cast<double>(judgedCount);
}

} // namespace rowlift
