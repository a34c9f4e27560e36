#pragma once

#include <QStringView>

namespace rowlift {

// Words of consent in the languages of our users, split by '|'; as nameWords() cuts them, case and accents do
// not matter. Of several words: one behind the other.

QStringView stopPhrases(); ///< Being off a list, or not to be contacted.
QStringView allowPhrases(); ///< Being on a list, or agreeing to it.
/// Those that say it only beside a word of contact: "blocked", "accepts".
QStringView weakStopWords();
QStringView weakAllowWords();
QStringView negations();
/// They tell when, why or how, not whether: "reason", "date".
QStringView aboutConsentWords();
QStringView answerPairs(); ///< "(yes/no)" behind a name.
QStringView fillerWords();

QStringView emailWords();
QStringView phoneWords();
QStringView textMessageWords();
QStringView faxWords();
QStringView postWords();
QStringView elseWords(); ///< Terms, cookies and the like.
QStringView anyContactWords(); ///< Marketing, contact …

/// What single words of German and Dutch are made of: "Werbe" and "sperre".
QStringView compoundBeginnings();
QStringView compoundEnds();

/// Values that tell of being subscribed or not.
QStringView stopValues();
QStringView allowValues();

} // namespace rowlift
