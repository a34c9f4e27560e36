#include "app/mapping/value_fit.h"

#include "app/mapping/blanks.h"
#include "app/mapping/consent.h"
#include "app/mapping/date_text.h"
#include "app/mapping/names.h"
#include "app/mapping/number_text.h"
#include "app/mapping/yes_no.h"

#include <QSet>

#include <algorithm>

namespace rowlift {

namespace {

template <typename Test>
double shareOf(const QStringList &examples, Test test)
{
    const auto count
        = std::ranges::count_if(examples, [&](const QString &example) { return test(example.trimmed()); });
    return examples.isEmpty() ? 0 : static_cast<double>(count) / static_cast<double>(examples.size());
}

Fit mostly(double share, double enough = 0.5)
{
    return share >= enough ? Fit::Supports : Fit::Clash;
}

int digitsIn(const QString &text)
{
    return static_cast<int>(std::ranges::count_if(text, [](QChar c) { return c.isDigit(); }));
}

int lettersIn(const QString &text)
{
    return static_cast<int>(std::ranges::count_if(text, [](QChar c) { return c.isLetter(); }));
}

bool isEmail(const QString &text)
{
    const auto at = text.indexOf(u'@');
    return at > 0 && at + 1 < text.size() && !text.contains(u' ');
}

bool looksLikePhone(const QString &text)
{
    return digitsIn(text) >= 5 && lettersIn(text) <= 5 && !isEmail(text);
}

bool isDate(const QString &text)
{
    const std::string bytes = text.toStdString();
    return orderHint(withoutBlanks(bytes)).has_value();
}

bool isYesNo(const QString &text)
{
    const std::string bytes = text.toStdString();
    return readBoolean(withoutBlanks(bytes)).has_value();
}

/// Of consent: "unsubscribed" as well. What it means is asked.
bool isConsentWord(const QString &text)
{
    const std::string bytes = text.toStdString();
    return stopsContact(withoutBlanks(bytes), true).has_value();
}

bool isNumber(const QString &text, bool whole)
{
    const std::string bytes = text.toStdString();
    std::string into;
    return readNumber(withoutBlanks(bytes), { .whole = whole, .decimals = DecimalSign::Comma }, into)
        || readNumber(withoutBlanks(bytes), { .whole = whole, .decimals = DecimalSign::Point }, into);
}

bool isRecordIdShaped(const QString &text)
{
    const bool alphanumeric
        = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    return alphanumeric && (text.size() == 15 || text.size() == 18) && digitsIn(text) > 0;
}

bool isUrl(const QString &text)
{
    return text.contains(u'.') && !text.contains(u' ') && !isEmail(text) && lettersIn(text) > 2;
}

/// A few digits speak against a name no more than they do in "Stone 2" or "Ada1": invented and masked data
/// have them.
bool isName(const QString &text)
{
    return digitsIn(text) < lettersIn(text) && !text.contains(u'@') && !text.contains(u'/')
        && lettersIn(text) > 0;
}

bool isOneOf(const QString &text, QStringView words)
{
    const QString compact = compactName(text);
    return std::ranges::any_of(words.split(u'|'),
                               [&](QStringView word) { return compactName(word) == compact; });
}

bool isOnList(const QString &text, const Field &field)
{
    return std::ranges::any_of(field.values, [&](const PicklistValue &value) {
        return value.active
            && (value.value.compare(text, Qt::CaseInsensitive) == 0
                || value.label.compare(text, Qt::CaseInsensitive) == 0);
    });
}

constexpr QStringView salutations
    = u"mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|herrn|herr dr|frau dr|herr "
      u"prof|divers|m|mme|mlle|monsieur|madame|"
      u"mademoiselle|sr|sra|srta|señor|señora|don|doña|sig|sig ra|signor|signora|dott|dott "
      u"ssa|dhr|mevr|mw|de heer|"
      u"mevrouw|senhor|senhora|pan|pani|fru|hr|ing|mr dr|様|さん|dr med|prof dr";
constexpr QStringView statuses = u"open|new|working|contacted|qualified|unqualified|nurturing|nurture|"
                                 u"converted|not contacted|attempted to contact|"
                                 u"open not contacted|working contacted|closed converted|closed not "
                                 u"converted|disqualified|recycled|connected|"
                                 u"in progress|sales ready|mql|sql|neu|offen|in "
                                 u"bearbeitung|qualifiziert|kontaktiert|nouveau|qualifié|nuevo";
constexpr QStringView ratings
    = u"hot|warm|cold|heiß|kalt|lau|chaud|tiède|froid|caliente|tibio|frío|caldo|freddo";
constexpr QStringView notPlaces
    = u"active|inactive|cancelled|canceled|pending|approved|closed|open|new|subscribed|"
      u"unsubscribed|enabled|disabled|paid|unpaid|aktiv|inaktiv|true|false|yes";

} // namespace

bool areSalutations(const QStringList &examples)
{
    return shareOf(examples, [](const QString &text) { return isOneOf(text, salutations); }) > 0.5;
}

bool arePersonProfiles(const QStringList &examples)
{
    return shareOf(examples,
                   [](const QString &text) { return text.contains(QLatin1String("linkedin.com/in/")); })
        == 1;
}

bool arePhoneNumbers(const QStringList &examples)
{
    return shareOf(examples,
                   [](const QString &text) {
                       return looksLikePhone(text)
                           && std::ranges::any_of(text, [](QChar c) { return !c.isDigit(); });
                   })
        > 0.5;
}

bool areCountryCodes(const QStringList &examples)
{
    return shareOf(examples,
                   [](const QString &text) {
                       return (text.size() == 2 || text.size() == 3)
                           && std::ranges::all_of(text, [](QChar c) { return c.isUpper(); });
                   })
        >= 0.5;
}

Fit fitOfType(const QStringList &examples, const Field &field)
{
    if (examples.isEmpty())
        return Fit::Silent;
    switch (field.type) {
    case FieldType::Email:
        return mostly(shareOf(examples, isEmail));
    case FieldType::Date:
    case FieldType::DateTime:
        return mostly(shareOf(examples, isDate));
    case FieldType::Boolean:
        return mostly(shareOf(examples, consentSense(field) ? isConsentWord : isYesNo), 0.6);
    case FieldType::Integer:
        return mostly(shareOf(examples, [](const QString &text) { return isNumber(text, true); }), 0.6);
    case FieldType::Number:
        return mostly(shareOf(examples, [](const QString &text) { return isNumber(text, false); }), 0.6);
    case FieldType::Phone:
        return mostly(shareOf(examples, looksLikePhone));
    case FieldType::Id:
    case FieldType::Reference:
        return mostly(shareOf(examples, isRecordIdShaped), 0.6);
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        if (!field.restricted)
            return shareOf(examples, [&](const QString &text) { return isOnList(text, field); }) >= 0.5
                ? Fit::Supports
                : Fit::Silent;
        return mostly(shareOf(examples, [&](const QString &text) { return isOnList(text, field); }));
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Url:
    case FieldType::Unsupported:
        return Fit::Silent;
    }
    return Fit::Silent;
}

Fit fitOfConcept(const QStringList &examples, Concept what)
{
    if (examples.isEmpty())
        return Fit::Silent;
    switch (what) {
    case Concept::Salutation:
        return mostly(areSalutations(examples) ? 1 : 0);
    case Concept::FirstName:
    case Concept::LastName:
    case Concept::MiddleName:
    case Concept::PersonName:
    case Concept::FullName:
    case Concept::AssistantName:
        return shareOf(examples, isName) >= 0.6 ? Fit::Silent : Fit::Clash;
    case Concept::Email:
        return mostly(shareOf(examples, isEmail));
    case Concept::Phone:
    case Concept::Mobile:
    case Concept::HomePhone:
    case Concept::OtherPhone:
    case Concept::CompanyPhone:
    case Concept::AssistantPhone:
    case Concept::Fax:
        return mostly(shareOf(examples, looksLikePhone));
    case Concept::JobTitle:
        return areSalutations(examples)
                || shareOf(examples, [](const QString &t) { return lettersIn(t) > 1; }) < 0.6
            ? Fit::Clash
            : Fit::Silent;
    case Concept::Department:
    case Concept::Industry:
    case Concept::City:
        return shareOf(examples,
                       [](const QString &t) { return lettersIn(t) > 1 && !isEmail(t) && !isDate(t); })
                >= 0.6
            ? Fit::Silent
            : Fit::Clash;
    case Concept::Company:
        return shareOf(examples,
                       [](const QString &t) { return lettersIn(t) > 1 && t.size() > 2 && !isEmail(t); })
                >= 0.5
            ? Fit::Silent
            : Fit::Clash;
    case Concept::Website:
        return shareOf(examples, isUrl) >= 0.5
                && shareOf(examples, [](const QString &t) { return t.contains(QLatin1String("linkedin.")); })
                    == 0
            ? Fit::Supports
            : Fit::Clash;
    case Concept::LinkedIn:
        return shareOf(examples, [](const QString &t) { return t.contains(QLatin1String("/company/")); }) == 0
            ? Fit::Silent
            : Fit::Clash;
    case Concept::Street:
        return shareOf(examples,
                       [](const QString &t) { return lettersIn(t) > 1 && !isEmail(t) && !isDate(t); })
                >= 0.6
            ? Fit::Silent
            : Fit::Clash;
    case Concept::State:
    case Concept::StateCode:
    case Concept::Country:
    case Concept::CountryCode:
    case Concept::StateOrCountry:
        return shareOf(
                   examples,
                   [](const QString &t) { return digitsIn(t) == 0 && !isOneOf(t, notPlaces) && !isEmail(t); })
                >= 0.6
            ? Fit::Silent
            : Fit::Clash;
    case Concept::PostalCode:
        return shareOf(examples,
                       [](const QString &t) { return digitsIn(t) > 0 && t.size() <= 12 && !isDate(t); })
                >= 0.6
            ? Fit::Supports
            : Fit::Clash;
    case Concept::Birthdate:
    case Concept::ConsentDate:
        return mostly(shareOf(examples, isDate));
    case Concept::OptIn:
    case Concept::OptOut:
    case Concept::DoNotCall:
    case Concept::FaxOptOut:
        return mostly(shareOf(examples, isConsentWord), 0.6);
    case Concept::LeadStatus:
        return mostly(shareOf(examples, [](const QString &t) { return isOneOf(t, statuses); }), 0.3);
    case Concept::Rating:
        return mostly(shareOf(examples, [](const QString &t) { return isOneOf(t, ratings); }), 0.6);
    case Concept::Score:
    case Concept::Revenue:
        return mostly(shareOf(examples, [](const QString &t) { return isNumber(t, false); }), 0.6);
    case Concept::Employees:
        return mostly(shareOf(examples, [](const QString &t) { return digitsIn(t) > 0; }), 0.6);
    case Concept::LeadSource:
        return shareOf(examples,
                       [](const QString &t) { return lettersIn(t) > 1 && !isEmail(t) && !isDate(t); })
                >= 0.6
            ? Fit::Silent
            : Fit::Clash;
    case Concept::RecordId:
    case Concept::AccountId:
        return mostly(shareOf(examples, isRecordIdShaped), 0.6);
    case Concept::CustomerNumber:
    case Concept::MemberNumber:
        return shareOf(examples,
                       [](const QString &t) { return digitsIn(t) > 0 && !t.contains(u' ') && !isDate(t); })
                >= 0.6
            ? Fit::Silent
            : Fit::Clash;
    case Concept::Unknown:
    case Concept::PerhapsPhone:
    case Concept::PerhapsDepartment:
    case Concept::Suffix:
    case Concept::Twitter:
    case Concept::Gender:
    case Concept::Language:
    case Concept::JobFunction:
    case Concept::Seniority:
    case Concept::Notes:
    case Concept::Interests:
    case Concept::UtmSource:
    case Concept::UtmMedium:
    case Concept::UtmCampaign:
    case Concept::Other:
        return Fit::Silent;
    }
    return Fit::Silent;
}

} // namespace rowlift
