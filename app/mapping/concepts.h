#pragma once

#include <QStringView>

#include <span>

namespace rowlift {

/// What a column or field can be about, as far as a wrong guess would hurt or a right one helps.
enum class Concept {
    Unknown,
    Salutation,
    FirstName,
    MiddleName,
    LastName,
    PersonName, ///< "Name", "Nom", "Nome": whole, first or last, by what stands beside it.
    FullName,
    Suffix,
    Email,
    Phone,
    PerhapsPhone, ///< "Number": by its values.
    Mobile,
    HomePhone,
    OtherPhone,
    CompanyPhone,
    AssistantPhone,
    AssistantName,
    Fax,
    JobTitle,
    Department,
    PerhapsDepartment, ///< "Service": in French.
    Company,
    Website,
    LinkedIn,
    Twitter,
    Street,
    City,
    State,
    StateCode,
    StateOrCountry, ///< "Staat": state in Dutch, country in German.
    PostalCode,
    Country,
    CountryCode,
    Birthdate,
    Gender,
    Language,
    Industry,
    Employees,
    Revenue,
    LeadSource,
    LeadStatus,
    Rating,
    Score,
    JobFunction,
    Seniority,
    Notes,
    Interests,
    OptIn,
    OptOut,
    DoNotCall,
    FaxOptOut,
    ConsentDate,
    CustomerNumber,
    MemberNumber,
    AccountId,
    RecordId,
    UtmSource,
    UtmMedium,
    UtmCampaign,
    Other ///< Known to be none of these: never guessed at by spelling.
};

/// Whose address or number it is.
enum class Block { None, Work, Mailing, Billing, Home, Shipping, Other, Company, Mobile };

/// The names of a concept in the languages of our users, split by '|'. A leading '=' marks a word that counts
/// only when it is the whole name.
struct ConceptWords {
    Concept meaning;
    QStringView words;
};
std::span<const ConceptWords> conceptWords();

/// Words beside the name that tell whose it is.
struct BlockWords {
    Block block;
    QStringView words;
};
std::span<const BlockWords> blockWords();

/// Words that add nothing: "your", "bitte", "what is".
QStringView emptyWords();
/// Words that make it the value of another person or of a second address: "manager", "2", "cc".
QStringView strangerWords();
/// Words that tell of mail, SMS and the like: consent to these is no consent to e-mail.
QStringView otherChannelWords();
/// Words of leaving a mailing list, and of joining it.
QStringView leavingWords();

} // namespace rowlift
