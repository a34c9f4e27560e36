#include "app/mapping/names.h"

#include <algorithm>
#include <vector>

namespace rowlift {

namespace {

/// Without marks above letters, and with the letters that have no marks to lose spelled out.
QString withoutAccents(QStringView name)
{
    QString plain;
    // Kana lose meaning with their marks: only marks of Latin letters go.
    for (const QChar c : name.toString().normalized(QString::NormalizationForm_KD)) {
        const bool latinMark = c.unicode() >= 0x0300 && c.unicode() <= 0x036F;
        if (latinMark)
            continue;
        switch (c.unicode()) {
        case u'ß':
            plain += QLatin1String("ss");
            break;
        case u'ø':
        case u'Ø':
            plain += c.isUpper() ? QLatin1Char('O') : QLatin1Char('o');
            break;
        case u'æ':
        case u'Æ':
            plain += c.isUpper() ? QLatin1Char('A') : QLatin1Char('a');
            break;
        case u'ł':
        case u'Ł':
            plain += c.isUpper() ? QLatin1Char('L') : QLatin1Char('l');
            break;
        case u'œ':
        case u'Œ':
            plain += c.isUpper() ? QLatin1Char('O') : QLatin1Char('o');
            break;
        default:
            plain += c;
        }
    }
    return plain.normalized(QString::NormalizationForm_KC);
}

/// "strae" and "stra" alike: people write umlauts either way.
QString withoutUmlautE(QString word)
{
    for (const QChar vowel : { QLatin1Char('a'), QLatin1Char('o'), QLatin1Char('u') })
        word.replace(QString(vowel) + QLatin1Char('e'), vowel);
    return word;
}

bool beginsWord(const QString &text, qsizetype i)
{
    const QChar before = text[i - 1];
    const QChar here = text[i];
    if (before.isDigit() != here.isDigit())
        return true;
    const bool endsCapitals
        = before.isUpper() && here.isUpper() && i + 1 < text.size() && text[i + 1].isLower();
    return (before.isLower() && here.isUpper()) || endsCapitals;
}

} // namespace

QStringList nameWords(QStringView name)
{
    const QString text = withoutAccents(name);
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.append(withoutUmlautE(word.toLower()));
        word.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isLetterOrNumber() && !text[i].isMark() && text[i] != u'ー') {
            finish();
            continue;
        }
        if (!word.isEmpty() && beginsWord(text, i))
            finish();
        word += text[i];
    }
    finish();
    return words;
}

QString compactName(QStringView name)
{
    return nameWords(name).join(QString());
}

int editDistance(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int change = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[at] = std::min({ last[at] + 1, row[at - 1] + 1, change });
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last.back(), most + 1);
}

double likeness(QStringView a, QStringView b)
{
    const auto pairsOf = [](QStringView text) {
        std::vector<std::pair<char16_t, char16_t>> pairs;
        for (qsizetype i = 1; i < text.size(); ++i)
            pairs.emplace_back(text[i - 1].unicode(), text[i].unicode());
        std::ranges::sort(pairs);
        return pairs;
    };
    const auto ofA = pairsOf(a);
    const auto ofB = pairsOf(b);
    if (ofA.empty() || ofB.empty())
        return 0;
    std::vector<std::pair<char16_t, char16_t>> shared;
    std::ranges::set_intersection(ofA, ofB, std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(ofA.size() + ofB.size());
}

} // namespace rowlift
