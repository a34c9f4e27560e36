#include "app/mapping/mapping.h"
#include "app/mapping/names.h"
#include "app/mapping/parent_sense.h"
#include "app/mapping/property_names.h"
#include "app/mapping/senses.h"
#include "app/mapping/value_fit.h"

#include <QSet>

#include <algorithm>

namespace rowlift {

namespace {

constexpr double threshold = 0.6; ///< From here on a field is given; below it is only offered.
constexpr double worthOffering = 0.3;
constexpr std::size_t mostGuesses = 5;

struct Guess {
    double confidence = 0;
    Because because = Because::Nothing;
};

/// How sure a column of some block goes to a field of the same concept, by the place of its address in the
/// file.
double addressSureness(const ColumnSense &column, const FieldSense &field, const WholeSense &whole)
{
    const Block from = column.meaning.block;
    const Block to = field.meaning.block;
    const bool main = from == whole.mainAddress;
    if (to == whole.fieldAddress && main)
        return 0.9;
    if (to == whole.fieldAddress && from == Block::None)
        return 0.7; // A lone "Country" beside a whole work address.
    if (from != Block::None && from == to)
        return main ? 0.85 : 0.88;
    if (to == Block::Other && from == whole.secondAddress && from != whole.mainAddress)
        return 0.8;
    return 0;
}

double phoneSureness(const ColumnSense &column, const FieldSense &field, const WholeSense &whole)
{
    const Concept from = column.meaning.what;
    const Concept to = field.meaning.what;
    const Block block = column.meaning.block;
    const bool usual
        = block == Block::None || block == Block::Work || block == Block::Billing || block == Block::Mailing;
    if (column.meaning.stranger)
        return from == Concept::Phone && to == Concept::OtherPhone && usual ? 0.62 : 0;
    if (from == Concept::Phone && to == Concept::Phone && usual)
        return block == Block::Work ? 0.96 : block == Block::None ? 0.92 : 0.7;
    if (from == to)
        return 0.9;
    if (from == Concept::Phone && to == Concept::OtherPhone && usual)
        return 0.64; // Taken when the main one has gone to a better column.
    const bool homeless = (from == Concept::HomePhone && !whole.homePhones)
        || (from == Concept::CompanyPhone && !whole.companyPhones);
    return homeless && to == Concept::Phone && whole.onlyPhone ? 0.65 : 0;
}

double emailSureness(const Meaning &meaning, const WholeSense &whole)
{
    switch (meaning.block) {
    case Block::None:
    case Block::Work:
    case Block::Mailing:
        return meaning.block == Block::Work ? 0.92 : 0.9;
    case Block::Billing:
    case Block::Home:
    case Block::Company:
        return whole.onlyEmail ? 0.7 : 0;
    case Block::Shipping:
    case Block::Other:
    case Block::Mobile:
        return 0;
    }
    return 0;
}

/// What a person has of a company: "Organization title" is a job title, "Company industry" an industry.
bool isOfCompany(Concept what)
{
    return what == Concept::JobTitle || what == Concept::Department || what == Concept::Industry
        || what == Concept::Employees || what == Concept::Revenue || what == Concept::Website;
}

/// Of everything that is no address, phone or e-mail: words for whose it is may only be the usual ones.
double plainSureness(const Meaning &meaning)
{
    switch (meaning.block) {
    case Block::None:
    case Block::Work:
    case Block::Mailing:
        return 0.9;
    case Block::Billing:
        return 0.8;
    case Block::Company:
        return isOfCompany(meaning.what) ? 0.85 : 0;
    case Block::Home:
    case Block::Shipping:
    case Block::Other:
    case Block::Mobile:
        return 0;
    }
    return 0;
}

/// "Land" with DE, FR goes to a field of codes; a column of codes to a field of names only where nothing
/// better does.
double codeSureness(const ColumnSense &column, const FieldSense &field)
{
    const Concept from = column.meaning.what;
    const Concept to = field.meaning.what;
    if (from == to)
        return 1;
    if (from == Concept::Country && to == Concept::CountryCode)
        return areCountryCodes(column.look->examples) ? 1.04 : 0.94;
    const bool codeToName = (from == Concept::CountryCode && to == Concept::Country)
        || (from == Concept::StateCode && to == Concept::State);
    if (codeToName)
        return 0.83;
    return from == Concept::State && to == Concept::StateCode ? 0.94 : 0;
}

/// By what both are about, 0 when that differs.
double sureness(const ColumnSense &column, const FieldSense &field, const WholeSense &whole)
{
    const Meaning &from = column.meaning;
    const Meaning &to = field.meaning;
    if (!from.known() || !to.known() || to.stranger)
        return 0;
    double sure = 0;
    if (isAddress(from.what) && isAddress(to.what))
        sure = addressSureness(column, field, whole) * codeSureness(column, field);
    else if (isPhone(from.what) && isPhone(to.what))
        sure = phoneSureness(column, field, whole);
    else if (from.what != to.what)
        return 0;
    else if (from.what == Concept::Email)
        sure = emailSureness(from, whole);
    else
        sure = plainSureness(from);
    if (from.stranger && !isPhone(from.what))
        return 0;
    if (from.similar)
        return std::min(sure, 0.7);
    // Of two fields of one meaning the one whose name says so, or that finds records, comes first.
    return sure - (from.exact ? 0 : 0.02) - (to.exact ? 0 : 0.02) + (field.field->key ? 0.01 : 0);
}

/// Of the same contact: the same sense, or the opposite where it can be turned round. 0: neither.
double consentSureness(const ColumnSense &column, const FieldSense &field)
{
    if (!column.consent || !field.consent || !column.consent->plain || !field.consent->plain
        || column.consent->by != field.consent->by || column.meaning.stranger || field.meaning.stranger)
        return 0;
    return column.consent->yesStops == field.consent->yesStops ? 0.88 : 0.72;
}

bool isTurned(const ColumnSense &column, const FieldSense &field)
{
    return column.consent && field.consent && column.consent->yesStops != field.consent->yesStops;
}

/// Consent to one thing is none to another, and what cannot be turned round must say the same.
bool consentClashes(const ColumnSense &column, const FieldSense &field)
{
    if (field.field->isProperty || (!column.consent && !field.consent))
        return false;
    if (!column.consent || !field.consent || !isOfSameContact(*column.consent, *field.consent))
        return true;
    return isTurned(column, field) && field.field->type != FieldType::Boolean;
}

/// The column is called as the field is, in its interface or on its pages.
bool isNamesake(const ColumnSense &column, const FieldSense &field)
{
    return !column.overruled && field.field->standsFor.isEmpty()
        && (column.compact == field.compactName || column.compact == field.compactLabel);
}

/// Whether the field could take no values like these. Of telephone numbers services take any text.
bool isImpossible(const ColumnSense &column, const FieldSense &field)
{
    const bool takesAnyText = field.field->type == FieldType::Phone && isNamesake(column, field);
    return !takesAnyText && fitOfType(column.look->examples, *field.field) == Fit::Clash;
}

/// Whether values or meanings forbid the pair whatever the names say. Of a namesake only what the field's
/// type cannot take: what the values look like is left to the checks.
bool clash(const ColumnSense &column, const FieldSense &field, const Schema &schema)
{
    const QStringList &examples = column.look->examples;
    if (isImpossible(column, field))
        return true;
    const Concept about = field.meaning.known() ? field.meaning.what : column.meaning.what;
    // "Name" of a campaign or a company may be anything.
    if (about != Concept::PersonName && !isNamesake(column, field)
        && fitOfConcept(examples, about) == Fit::Clash)
        return true;
    const bool ownId = field.field->type == FieldType::Id;
    if (ownId && !std::ranges::all_of(examples, [&](const QString &id) {
            return id.startsWith(schema.object.keyPrefix);
        }))
        return true;
    return consentClashes(column, field);
}

bool sameWords(const ColumnSense &column, const FieldSense &field)
{
    QStringList ours = nameWords(column.look->name);
    QStringList theirs = nameWords(field.field->label);
    ours.sort();
    theirs.sort();
    return ours.size() > 1 && ours == theirs;
}

Guess bySpelling(const ColumnSense &column, const FieldSense &field)
{
    if (column.meaning.what != Concept::Unknown || column.meaning.stranger)
        return {};
    if (sameWords(column, field))
        return { 0.8, Because::Similar };
    double likest = 0;
    for (const QString &name : { field.compactName, field.compactLabel }) {
        const bool longEnough = column.compact.size() >= 7 && name.size() >= 7;
        const int most = column.compact.size() >= 10 ? 2 : 1;
        if (longEnough && !field.meaning.known() && editDistance(column.compact, name, most) <= most)
            return { 0.7, Because::Similar };
        likest = std::max(likest, likeness(column.compact, name));
    }
    return likest >= 0.5 ? Guess { 0.55 * likest, Because::Similar } : Guess {};
}

Guess guess(const ColumnSense &column, const FieldSense &field, const WholeSense &whole, const Schema &schema)
{
    if (column.compact.isEmpty() || clash(column, field, schema))
        return {};
    if (!field.field->standsFor.isEmpty()) {
        const double named = parentSureness(column, *field.field);
        return { named, named > 0.9 ? Because::SameName : Because::Synonym };
    }
    const double meant = std::max(sureness(column, field, whole), consentSureness(column, field));
    const bool sameName = !column.overruled && column.compact == field.compactName;
    const bool sameLabel = !column.overruled && column.compact == field.compactLabel;
    // Which of several phone columns is the main one is told by their meaning, not by a name that is the
    // field's.
    const bool rank = isPhone(column.meaning.what) && meant > 0;
    if (sameName)
        return { rank ? meant : 1, Because::SameName };
    if (sameLabel)
        return { rank ? meant : 0.97, Because::SameLabel };
    if (meant > 0 && isTurned(column, field))
        return { meant, Because::Opposite };
    if (meant > 0)
        return { meant, column.meaning.similar ? Because::Similar : Because::Synonym };
    return bySpelling(column, field);
}

/// A nameless column of e-mail addresses, the only one of the file, goes to the field for them.
Guess byValues(const ColumnSense &column, const FieldSense &field, const std::vector<ColumnSense> &columns)
{
    const bool named = column.meaning.what != Concept::Unknown || column.meaning.stranger
        || !field.field->standsFor.isEmpty();
    if (named || field.field->type != FieldType::Email || column.look->kind != ColumnKind::Email)
        return {};
    const auto emails = std::ranges::count_if(
        columns, [](const ColumnSense &c) { return c.look->kind == ColumnKind::Email; });
    return { emails == 1 ? 0.65 : 0.4, Because::Values };
}

struct Pair {
    std::size_t column = 0;
    std::size_t field = 0;
    Guess guess;
};

/// All pairs worth a thought, best first; columns in file order, fields in the service's.
std::vector<Pair> pairsOf(const std::vector<ColumnSense> &columns, const std::vector<FieldSense> &fields,
                          const Schema &schema)
{
    const WholeSense whole = wholeSense(columns, fields);
    std::vector<Pair> pairs;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t f = 0; f < fields.size(); ++f) {
            Guess found = guess(columns[c], fields[f], whole, schema);
            const Guess byValue = byValues(columns[c], fields[f], columns);
            if (byValue.confidence > found.confidence)
                found = byValue;
            if (found.confidence >= worthOffering)
                pairs.push_back({ c, f, found });
        }
    }
    std::ranges::stable_sort(
        pairs, [](const Pair &a, const Pair &b) { return a.guess.confidence > b.guess.confidence; });
    return pairs;
}

} // namespace

Mapping suggestMapping(const std::vector<ColumnLook> &columns, const Schema &schema, Operation operation)
{
    const auto columnSenses = sensesOf(columns);
    const auto fieldSenses = sensesOf(schema, operation);
    Mapping mapping;
    for (const ColumnLook &column : columns)
        mapping.columns.push_back(mapTo(column, {}, schema, Because::Nothing));
    QSet<QString> taken; // a field, or one that stands for it
    for (const Pair &pair : pairsOf(columnSenses, fieldSenses, schema)) {
        ColumnMapping &column = mapping.columns[pair.column];
        const Field &field = *fieldSenses[pair.field].field;
        if (!column.field.isEmpty() || taken.contains(field.sets()))
            continue;
        if (pair.guess.confidence < threshold) {
            if (column.suggestion.isEmpty())
                column.suggestion = field.name;
            continue;
        }
        column = mapTo(columns[pair.column], field.name, schema, pair.guess.because);
        column.confidence = pair.guess.confidence;
        taken.insert(field.sets());
    }
    for (ColumnMapping &column : mapping.columns) {
        if (!column.field.isEmpty() || mapping.columnOf(column.suggestion) >= 0)
            column.suggestion.clear();
    }
    if (schema.open)
        nameProperties(mapping, columns, schema);
    return mapping;
}

std::vector<FieldGuess> guessesFor(const ColumnLook &column, const Schema &schema, Operation operation)
{
    const auto fieldSenses = sensesOf(schema, operation);
    std::vector<FieldGuess> guesses;
    for (const Pair &pair : pairsOf(sensesOf(std::vector { column }), fieldSenses, schema)) {
        if (guesses.size() == mostGuesses)
            break;
        guesses.push_back({ fieldSenses[pair.field].field->name, pair.guess.confidence, pair.guess.because });
    }
    const QString own = schema.open ? propertyNameOf(column.name) : QString();
    if (!own.isEmpty() && !schema.field(own))
        guesses.push_back({ own, threshold, Because::SameName });
    return guesses;
}

} // namespace rowlift
