#include "app/mapping/consent.h"

#include "app/mapping/consent_words.h"
#include "app/mapping/meaning.h"
#include "app/mapping/names.h"
#include "app/mapping/yes_no.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNameWords = 9; ///< A longer one is a sentence, which needs a person to read it.

/// Japanese does not part words: there a phrase may stand within one.
bool partsNoWords(const QString &word)
{
    return word.front().unicode() >= 0x3000;
}

/// Phrases of one or more words, found by their first one.
class Phrases {
public:
    struct Place {
        qsizetype at = 0;
        qsizetype words = 0;
    };

    explicit Phrases(QStringView words)
    {
        for (const QStringView phrase : words.split(u'|')) {
            const QStringList parted = nameWords(phrase);
            if (parted.size() == 1 && partsNoWords(parted.front()))
                m_within.push_back(parted.front());
            else
                m_byFirst[parted.front()].push_back(parted);
        }
        for (auto &phrases : m_byFirst)
            std::ranges::stable_sort(phrases, std::greater(),
                                     &QStringList::size); // "do not call" before "do"
    }

    std::optional<Place> find(const QStringList &words) const
    {
        for (qsizetype at = 0; at < words.size(); ++at) {
            for (const QStringList &phrase : m_byFirst.value(words[at])) {
                const auto rest = words.sliced(at, std::min(phrase.size(), words.size() - at));
                if (rest == phrase)
                    return Place { at, phrase.size() };
            }
            const auto isWithin = [&](const QString &phrase) { return words[at].contains(phrase); };
            if (partsNoWords(words[at]) && std::ranges::any_of(m_within, isWithin))
                return Place { at, 1 };
        }
        return std::nullopt;
    }
    bool speak(const QStringList &words) const { return find(words).has_value(); }
    /// Takes them out of \a words.
    bool take(QStringList &words) const
    {
        bool any = false;
        while (const auto place = find(words)) {
            words.remove(place->at, place->words);
            any = true;
        }
        return any;
    }
    QStringList firstWords() const { return m_byFirst.keys(); }
    bool isWithin(const QString &word) const
    {
        return partsNoWords(word)
            && std::ranges::any_of(m_within, [&](const QString &phrase) { return word.contains(phrase); });
    }

private:
    QHash<QString, std::vector<QStringList>> m_byFirst;
    std::vector<QString> m_within;
};

QSet<QString> compactSet(QStringView words)
{
    QSet<QString> set;
    for (const QStringView word : words.split(u'|'))
        set.insert(compactName(word));
    return set;
}

struct Vocabulary {
    Phrases stops { stopPhrases() };
    Phrases allows { allowPhrases() };
    Phrases weakStops { weakStopWords() };
    Phrases weakAllows { weakAllowWords() };
    Phrases negations { rowlift::negations() };
    Phrases about { aboutConsentWords() };
    Phrases answers { answerPairs() };
    Phrases fillers { fillerWords() };
    Phrases anyContact { anyContactWords() };
    /// What is most particular comes first: a fax is no mail.
    std::array<std::pair<ContactBy, Phrases>, 6> ways { {
        { ContactBy::Fax, Phrases(faxWords()) },
        { ContactBy::TextMessage, Phrases(textMessageWords()) },
        { ContactBy::Post, Phrases(postWords()) },
        { ContactBy::Phone, Phrases(phoneWords()) },
        { ContactBy::Else, Phrases(elseWords()) },
        { ContactBy::Email, Phrases(emailWords()) },
    } };
    QStringList beginnings = compoundBeginnings().toString().split(u'|');
    QSet<QString> ends = compactSet(compoundEnds());
    QSet<QString> stopValues = compactSet(rowlift::stopValues());
    QSet<QString> allowValues = compactSet(rowlift::allowValues());
    QSet<QString> hints; ///< A name without any of them is of something else.

    Vocabulary()
    {
        for (const Phrases *phrases : { &stops, &allows, &weakStops, &weakAllows }) {
            const QStringList first = phrases->firstWords();
            hints.unite(QSet<QString>(first.begin(), first.end()));
        }
        for (const ConceptWords &words : conceptWords()) {
            if (!isOfConsent(words.meaning))
                continue;
            for (const QStringView phrase : words.words.split(u'|')) {
                for (const QString &word : nameWords(phrase))
                    hints.insert(word);
            }
        }
    }

    static bool isOfConsent(Concept what)
    {
        return what == Concept::OptIn || what == Concept::OptOut || what == Concept::DoNotCall
            || what == Concept::FaxOptOut;
    }
};

const Vocabulary &vocabulary()
{
    static const Vocabulary made;
    return made;
}

/// "Werbesperre" as two words.
QStringList withoutCompounds(const QStringList &words)
{
    const Vocabulary &known = vocabulary();
    QStringList parted;
    for (const QString &word : words) {
        const auto begins = std::ranges::find_if(known.beginnings, [&](const QString &beginning) {
            return word.startsWith(beginning) && known.ends.contains(word.sliced(beginning.size()));
        });
        if (begins == known.beginnings.end())
            parted << word;
        else
            parted << *begins << word.sliced(begins->size());
    }
    return parted;
}

/// Most names are of something else: that is told by a look at their words.
bool mayBeOfConsent(const QStringList &words)
{
    const Vocabulary &known = vocabulary();
    return std::ranges::any_of(words, [&known](const QString &word) {
        return known.hints.contains(word)
            || (partsNoWords(word)
                && (known.stops.isWithin(word) || known.allows.isWithin(word)
                    || known.weakStops.isWithin(word) || known.weakAllows.isWithin(word)));
    });
}

ContactBy wayOf(const QStringList &words)
{
    for (const auto &[way, phrases] : vocabulary().ways) {
        if (phrases.speak(words))
            return way;
    }
    return ContactBy::Any;
}

/// Words of a newsletter or a list mean e-mail when nothing else is said; "do not contact" does not.
ContactBy usualWay(const QStringList &words)
{
    const bool all
        = vocabulary().anyContact.speak(words) || std::ranges::any_of(words, [](const QString &word) {
              return word.startsWith("black"_L1) || word.startsWith("block"_L1);
          });
    return all ? ContactBy::Any : ContactBy::Email;
}

std::optional<ConsentSense> byPhrases(QStringList words)
{
    const Vocabulary &known = vocabulary();
    known.answers.take(words);
    if (words.isEmpty() || words.size() > mostNameWords)
        return std::nullopt;
    const ContactBy way = wayOf(words);
    const bool ofContact = (way != ContactBy::Any && way != ContactBy::Else) || known.anyContact.speak(words);
    QStringList rest = words;
    ConsentSense sense { .by = way == ContactBy::Any ? usualWay(words) : way };
    if (known.stops.take(rest)) {
        sense.yesStops = true;
    } else if (ofContact && known.weakStops.take(rest)) {
        sense.yesStops = true;
    } else if (!known.allows.take(rest)) {
        if (!ofContact || !known.weakAllows.take(rest))
            return std::nullopt;
    }
    if (known.about.speak(rest))
        return std::nullopt;
    if (known.negations.take(rest))
        sense.yesStops = !sense.yesStops;
    // "Newsletter accepted": what says the same once more.
    known.allows.take(rest);
    known.weakAllows.take(rest);
    for (const auto &[each, phrases] : known.ways)
        phrases.take(rest);
    known.anyContact.take(rest);
    known.fillers.take(rest);
    sense.plain = rest.isEmpty();
    return sense;
}

std::optional<ConsentSense> byConcept(Concept what)
{
    switch (what) {
    case Concept::OptIn:
        return ConsentSense { .by = ContactBy::Email, .yesStops = false, .plain = true };
    case Concept::OptOut:
        return ConsentSense { .by = ContactBy::Email, .yesStops = true, .plain = true };
    case Concept::DoNotCall:
        return ConsentSense { .by = ContactBy::Phone, .yesStops = true, .plain = true };
    case Concept::FaxOptOut:
        return ConsentSense { .by = ContactBy::Fax, .yesStops = true, .plain = true };
    default: // by far the most are of something else
        return std::nullopt;
    }
}

bool canSayYesOrNo(FieldType type)
{
    return type == FieldType::Boolean || type == FieldType::Text || type == FieldType::Picklist;
}

} // namespace

std::optional<ConsentSense> consentSense(QStringView name)
{
    const QStringList words = withoutCompounds(nameWords(name));
    if (words.isEmpty() || !mayBeOfConsent(words))
        return std::nullopt;
    const Meaning meaning = meaningOf(name);
    const auto meant = byConcept(meaning.what);
    if (meant && meaning.exact)
        return meant;
    if (meaning.exact) // known to be something else
        return std::nullopt;
    const auto read = byPhrases(words);
    return read ? read : meant;
}

std::optional<ConsentSense> consentSense(const Field &field)
{
    // A property says something of the record that it is in, which is an order or the like.
    if (!canSayYesOrNo(field.type) || !field.standsFor.isEmpty() || field.isProperty)
        return std::nullopt;
    const QStringView name(field.name);
    const auto byLabel = consentSense(field.label);
    const auto byName = consentSense(name.endsWith(u"__c") ? name.chopped(3) : name);
    // The label is what people see and mean; API names stay as they once were.
    if (byName && byLabel && byName->yesStops != byLabel->yesStops)
        return byLabel;
    return byName ? byName : byLabel;
}

bool isOfSameContact(const ConsentSense &a, const ConsentSense &b)
{
    const auto isUsual = [](ContactBy by) { return by == ContactBy::Any || by == ContactBy::Email; };
    return a.by == b.by || (isUsual(a.by) && isUsual(b.by));
}

bool saysTheOpposite(QStringView column, const Field &field)
{
    if (field.type != FieldType::Boolean)
        return false;
    const auto said = consentSense(column);
    const auto asked = said ? consentSense(field) : std::nullopt;
    return said && asked && said->yesStops != asked->yesStops;
}

std::optional<bool> stopsContact(std::string_view value, bool yesStops)
{
    if (const auto yes = readBoolean(value))
        return *yes == yesStops;
    const QString word = compactName(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
    if (vocabulary().stopValues.contains(word))
        return true;
    return vocabulary().allowValues.contains(word) ? std::optional(false) : std::nullopt;
}

bool mayChangeRecords(Operation operation)
{
    return operation == Operation::Upsert || operation == Operation::Update;
}

bool sendsOnlyStops(const Field &field, const Treatment &treatment, Operation operation)
{
    const bool wanted
        = treatment.consent ? *treatment.consent == ConsentSend::OnlyStops : mayChangeRecords(operation);
    return wanted && operation != Operation::Delete && consentSense(field).has_value();
}

} // namespace rowlift
