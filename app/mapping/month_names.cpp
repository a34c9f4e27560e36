#include "app/mapping/month_names.h"

#include "app/mapping/characters.h"

#include <algorithm>

namespace rowlift {

namespace {

struct MonthName {
    std::string_view name;
    int month;
};

// Folded and sorted.
constexpr MonthName monthNames[]
    = { { "abr", 4 },       { "abril", 4 },        { "ago", 8 },           { "agosto", 8 },
        { "aou", 8 },       { "aout", 8 },         { "apr", 4 },           { "april", 4 },
        { "aprile", 4 },    { "aug", 8 },          { "august", 8 },        { "augusti", 8 },
        { "augustus", 8 },  { "avr", 4 },          { "avril", 4 },         { "cze", 6 },
        { "czerwca", 6 },   { "czerwiec", 6 },     { "dec", 12 },          { "december", 12 },
        { "decembre", 12 }, { "dez", 12 },         { "dezember", 12 },     { "dezembro", 12 },
        { "dic", 12 },      { "dicembre", 12 },    { "diciembre", 12 },    { "ene", 1 },
        { "enero", 1 },     { "feb", 2 },          { "febbraio", 2 },      { "feber", 2 },
        { "febr", 2 },      { "febrero", 2 },      { "februar", 2 },       { "februari", 2 },
        { "february", 2 },  { "fev", 2 },          { "fevereiro", 2 },     { "fevr", 2 },
        { "fevrier", 2 },   { "gen", 1 },          { "gennaio", 1 },       { "giu", 6 },
        { "giugno", 6 },    { "gru", 12 },         { "grudnia", 12 },      { "grudzien", 12 },
        { "jaenner", 1 },   { "jan", 1 },          { "janeiro", 1 },       { "janner", 1 },
        { "januar", 1 },    { "januari", 1 },      { "january", 1 },       { "janv", 1 },
        { "janvier", 1 },   { "juil", 7 },         { "juillet", 7 },       { "juin", 6 },
        { "jul", 7 },       { "julho", 7 },        { "juli", 7 },          { "julio", 7 },
        { "july", 7 },      { "jun", 6 },          { "june", 6 },          { "junho", 6 },
        { "juni", 6 },      { "junio", 6 },        { "kwi", 4 },           { "kwiecien", 4 },
        { "kwietnia", 4 },  { "lip", 7 },          { "lipca", 7 },         { "lipiec", 7 },
        { "lis", 11 },      { "listopad", 11 },    { "listopada", 11 },    { "lug", 7 },
        { "luglio", 7 },    { "lut", 2 },          { "lutego", 2 },        { "luty", 2 },
        { "maart", 3 },     { "maerz", 3 },        { "mag", 5 },           { "maggio", 5 },
        { "mai", 5 },       { "maio", 5 },         { "maj", 5 },           { "maja", 5 },
        { "mar", 3 },       { "marca", 3 },        { "march", 3 },         { "marco", 3 },
        { "mars", 3 },      { "marz", 3 },         { "marzec", 3 },        { "marzo", 3 },
        { "may", 5 },       { "mayo", 5 },         { "mei", 5 },           { "mrt", 3 },
        { "mrz", 3 },       { "nov", 11 },         { "november", 11 },     { "novembre", 11 },
        { "novembro", 11 }, { "noviembre", 11 },   { "oct", 10 },          { "october", 10 },
        { "octobre", 10 },  { "octubre", 10 },     { "okt", 10 },          { "oktober", 10 },
        { "ott", 10 },      { "ottobre", 10 },     { "out", 10 },          { "outubro", 10 },
        { "paz", 10 },      { "pazdziernik", 10 }, { "pazdziernika", 10 }, { "sep", 9 },
        { "sept", 9 },      { "september", 9 },    { "septembre", 9 },     { "septiembre", 9 },
        { "set", 9 },       { "setembro", 9 },     { "setiembre", 9 },     { "sett", 9 },
        { "settembre", 9 }, { "sie", 8 },          { "sierpien", 8 },      { "sierpnia", 8 },
        { "sty", 1 },       { "styczen", 1 },      { "stycznia", 1 },      { "wrz", 9 },
        { "wrzesien", 9 },  { "wrzesnia", 9 } };

constexpr std::string_view weekdays[] = {
    "cz",           "czw",      "czwartek",  "di",       "dienstag",  "dim",        "dimanche",  "dinsdag",
    "do",           "dom",      "domenica",  "domingo",  "donderdag", "donnerstag", "fr",        "fre",
    "fredag",       "freitag",  "fri",       "friday",   "gio",       "giovedi",    "jeu",       "jeudi",
    "jue",          "jueves",   "lo",        "lor",      "lordag",    "lun",        "lundi",     "lunedi",
    "lunes",        "ma",       "maandag",   "man",      "mandag",    "mar",        "mardi",     "martedi",
    "martes",       "mer",      "mercoledi", "mercredi", "mi",        "mie",        "miercoles", "mittwoch",
    "mo",           "mon",      "monday",    "montag",   "nd",        "nie",        "nied",      "niedz",
    "niedziela",    "on",       "ons",       "onsdag",   "pia",       "piatek",     "pn",        "pon",
    "poniedzialek", "pt",       "qua",       "quarta",   "qui",       "quinta",     "sa",        "sab",
    "sabado",       "sabato",   "sam",       "samedi",   "samstag",   "sat",        "saturday",  "seg",
    "segunda",      "sex",      "sexta",     "so",       "sob",       "sobota",     "son",       "sondag",
    "sonnabend",    "sonntag",  "sr",        "sro",      "sroda",     "sun",        "sunday",    "ter",
    "terca",        "thu",      "thur",      "thurs",    "thursday",  "ti",         "tis",       "tisdag",
    "to",           "tor",      "tors",      "torsdag",  "tue",       "tues",       "tuesday",   "ven",
    "vendredi",     "venerdi",  "vie",       "viernes",  "vr",        "vrijdag",    "wed",       "wednesday",
    "wo",           "woensdag", "wt",        "wto",      "wtorek",    "za",         "zaterdag",  "zo",
    "zondag"
};

/// U+00C0 to U+017F without their accents; a blank for what is no such letter.
constexpr std::string_view plainLetters = "aaaaaa ceeeeiiii nooooo ouuuuy  aaaaaa ceeeeiiii nooooo ouuuuy y"
                                          "aaaaaaccccccccdd  eeeeeeeeeegggggggghh  iiiiiiiii   jjkk llllll "
                                          " llnnnnnn   oooooo  rrrrrrsssssssstttt  uuuuuuuuuuuuwwyyyzzzzzz ";

/// '\0': no letter of a name. Combining accents are 1: they belong to the letter before.
char foldedLetter(char32_t code)
{
    if (code >= U'a' && code <= U'z')
        return static_cast<char>(code);
    if (code >= U'A' && code <= U'Z')
        return static_cast<char>(code - U'A' + U'a');
    if (code >= 0x300 && code <= 0x36F)
        return '\x01';
    if (code < 0xC0 || code - 0xC0 >= plainLetters.size() || plainLetters[code - 0xC0] == ' ')
        return '\0';
    return plainLetters[code - 0xC0];
}

} // namespace

FoldedWord foldedWord(std::string_view text)
{
    FoldedWord word;
    while (word.bytes < text.size()) {
        const Character character = characterAt(text.substr(word.bytes));
        const char letter = foldedLetter(character.code);
        if (letter == '\0' || (letter == '\x01' && word.size == 0))
            break;
        word.bytes += character.bytes;
        if (letter == '\x01')
            continue;
        if (word.size == word.letters.size())
            return {};
        word.letters[word.size++] = letter;
    }
    return word;
}

int monthOf(std::string_view folded)
{
    const auto found = std::ranges::lower_bound(monthNames, folded, {}, &MonthName::name);
    return found != std::ranges::end(monthNames) && found->name == folded ? found->month : 0;
}

bool isWeekday(std::string_view folded)
{
    return std::ranges::binary_search(weekdays, folded);
}

} // namespace rowlift
