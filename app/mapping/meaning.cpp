#include "app/mapping/meaning.h"

#include "app/mapping/names.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// The tables of concepts.h, ready for looking up.
struct Dictionary {
    struct Entry {
        Concept what = Concept::Unknown;
        bool wholeOnly = false;
    };
    QHash<QString, Entry> concepts;
    QHash<QString, Block> blocks;
    QSet<QString> empty;
    QSet<QString> strangers;
    QSet<QString> otherChannels;
    QSet<QString> leaving;
};

QSet<QString> setOf(QStringView words)
{
    QSet<QString> set;
    for (const auto word : words.split(u'|'))
        set.insert(compactName(word));
    return set;
}

Dictionary makeDictionary()
{
    Dictionary dictionary;
    for (const ConceptWords &words : conceptWords()) {
        for (const auto word : words.words.split(u'|')) {
            const QString key = compactName(word);
            if (!key.isEmpty() && !dictionary.concepts.contains(key))
                dictionary.concepts.insert(key, { words.meaning, word.startsWith(u'=') });
        }
    }
    for (const BlockWords &words : blockWords()) {
        for (const auto word : words.words.split(u'|')) {
            const QString key = compactName(word);
            if (!dictionary.blocks.contains(key))
                dictionary.blocks.insert(key, words.block);
        }
    }
    dictionary.empty = setOf(emptyWords());
    dictionary.strangers = setOf(strangerWords());
    dictionary.otherChannels = setOf(otherChannelWords());
    dictionary.leaving = setOf(leavingWords());
    return dictionary;
}

const Dictionary &dictionary()
{
    static const Dictionary made = makeDictionary();
    return made;
}

Concept lookUp(const QStringList &words, bool whole)
{
    const auto found = dictionary().concepts.constFind(words.join(QString()));
    if (found == dictionary().concepts.constEnd() || (found->wholeOnly && !whole))
        return Concept::Unknown;
    return found->what;
}

bool isConsent(Concept what)
{
    return what == Concept::OptIn || what == Concept::OptOut || what == Concept::ConsentDate;
}

/// A phone with a word for whose it is can be a concept of its own.
Meaning settled(Meaning meaning)
{
    if (meaning.what == Concept::Phone && meaning.block == Block::Mobile)
        return { Concept::Mobile, Block::None, meaning.exact, meaning.stranger, meaning.similar };
    if (meaning.what == Concept::Phone && meaning.block == Block::Home)
        return { Concept::HomePhone, Block::None, meaning.exact, meaning.stranger, meaning.similar };
    if (meaning.what == Concept::Phone && meaning.block == Block::Other)
        return { Concept::OtherPhone, Block::None, meaning.exact, meaning.stranger, meaning.similar };
    if (meaning.what == Concept::Phone && meaning.block == Block::Company)
        return { Concept::CompanyPhone, Block::None, meaning.exact, meaning.stranger, meaning.similar };
    if (meaning.what == Concept::Mobile && meaning.block == Block::Work)
        meaning.block = Block::None;
    return meaning;
}

/// "Town/City": both halves say the same.
Meaning ofHalves(QStringView name)
{
    const auto halves = name.split(u'/');
    if (halves.size() != 2)
        return {};
    const Concept first = lookUp(nameWords(halves[0]), true);
    const bool same = first != Concept::Unknown && first == lookUp(nameWords(halves[1]), true);
    return same ? Meaning { .what = first } : Meaning {};
}

Meaning byWords(const QStringList &words)
{
    const Dictionary &known = dictionary();
    Meaning meaning;
    QStringList rest;
    for (const QString &word : words) {
        const auto block = known.blocks.constFind(word);
        if (known.strangers.contains(word))
            meaning.stranger = true;
        else if (block != known.blocks.constEnd()
                 && (meaning.block == Block::None || meaning.block == *block))
            meaning.block = *block;
        else
            rest.append(word);
    }
    meaning.what = lookUp(rest, false);
    if (meaning.what != Concept::Unknown)
        return meaning;
    rest.removeIf([&](const QString &word) { return known.empty.contains(word); });
    meaning.what = lookUp(rest, false);
    return meaning;
}

/// "Newsletter 2024 abbestellt": one word of leaving is enough, unless it is about something else than
/// e-mail.
bool speaksOfLeaving(const QStringList &words)
{
    const Dictionary &known = dictionary();
    const auto isIn
        = [](const QSet<QString> &set) { return [&set](const QString &word) { return set.contains(word); }; };
    return words.size() <= 4 && std::ranges::any_of(words, isIn(known.leaving))
        && std::ranges::none_of(words, isIn(known.otherChannels));
}

Meaning bySpelling(const QStringList &words)
{
    const QString compact = words.join(QString());
    const bool digits = std::ranges::any_of(compact, [](QChar c) { return c.isDigit(); });
    const bool letterAlone = std::ranges::any_of(words, [](const QString &word) { return word.size() == 1; });
    // Two short words are too easily two others: "form name" is no forename.
    if (compact.size() < (words.size() == 1 ? 6 : 9) || digits || letterAlone)
        return {};
    const int most = compact.size() >= 10 && words.size() == 1 ? 2 : 1;
    int best = most + 1;
    Concept found = Concept::Unknown;
    bool unique = true;
    const auto &concepts = dictionary().concepts;
    for (auto it = concepts.cbegin(); it != concepts.cend(); ++it) {
        if (it.key().size() < 5 || it.key().front() != compact.front())
            continue;
        const int distance = editDistance(compact, it.key(), most);
        if (distance > most || distance > best)
            continue;
        unique = distance < best || it->what == found;
        best = distance;
        found = it->what;
    }
    const bool sure = unique && found != Concept::Unknown && found != Concept::Other && !isConsent(found);
    return sure ? Meaning { .what = found, .similar = true } : Meaning {};
}

/// "LinkedIn" is one word, whatever its capitals say: "in" would count for nothing.
QStringList wordsOf(QStringView name)
{
    QStringList words = nameWords(name);
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "linked"_L1 && words[i + 1] == "in"_L1)
            words[i] += words.takeAt(i + 1);
    }
    return words;
}

/// "Address 1 - City", "Default address zip": which address it is of comes first, what it is comes last.
QStringList withoutAddressPrefix(const QStringList &words)
{
    qsizetype at = words.front() == "default"_L1 ? 1 : 0;
    if (at >= words.size() || words[at] != "address"_L1)
        return words;
    ++at;
    if (at < words.size() && words[at] == "1"_L1)
        ++at;
    return at < words.size() ? words.mid(at) : words;
}

Meaning read(QStringView name)
{
    const QStringList words = wordsOf(name);
    if (words.isEmpty())
        return {};
    const Concept whole = lookUp(words, true);
    if (whole != Concept::Unknown)
        return { .what = whole, .exact = true };
    if (words.join(u' ').contains("do not modify"_L1))
        return { .what = Concept::Other, .exact = true };
    if (const Meaning halves = ofHalves(name); halves.known())
        return halves;
    if (const QStringList rest = withoutAddressPrefix(words); rest.size() < words.size())
        return { .what = lookUp(rest, true) };
    const Meaning byWord = byWords(words);
    if (byWord.what != Concept::Unknown || byWord.stranger)
        return byWord;
    if (speaksOfLeaving(words))
        return { .what = Concept::OptOut };
    return bySpelling(words);
}

} // namespace

Meaning meaningOf(QStringView name)
{
    return settled(read(name));
}

Meaning meaningOfField(QStringView name, QStringView label)
{
    if (name.endsWith(u"__c"))
        name = name.chopped(3);
    const Meaning byName = meaningOf(name);
    if (byName.what != Concept::Unknown && !byName.similar)
        return byName;
    const Meaning byLabel = meaningOf(label);
    return byLabel.similar ? Meaning {} : byLabel;
}

} // namespace rowlift
