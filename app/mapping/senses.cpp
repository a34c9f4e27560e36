#include "app/mapping/senses.h"

#include "app/mapping/names.h"
#include "app/mapping/value_fit.h"

#include <algorithm>
#include <array>
#include <map>

namespace rowlift {

namespace {

bool has(const std::vector<ColumnSense> &columns, Concept what)
{
    return std::ranges::any_of(
        columns, [what](const ColumnSense &c) { return c.meaning.what == what && !c.meaning.stranger; });
}

/// Most of the examples are of several words.
bool ofSeveralWords(const QStringList &examples)
{
    const auto several
        = std::ranges::count_if(examples, [](const QString &text) { return text.trimmed().contains(u' '); });
    return !examples.isEmpty() && several * 2 > examples.size();
}

/// "Name" beside a first name is the last name, beside a last name the first, else the whole.
Concept personName(const ColumnSense &column, const std::vector<ColumnSense> &columns)
{
    const bool first = has(columns, Concept::FirstName);
    const bool last = has(columns, Concept::LastName);
    if (first == last || ofSeveralWords(column.look->examples))
        return Concept::FullName;
    return first ? Concept::LastName : Concept::FirstName;
}

/// Other columns of the file are named in French.
bool isFrench(const std::vector<ColumnSense> &columns)
{
    return std::ranges::any_of(columns, [](const ColumnSense &column) {
        return column.compact == QLatin1String("prenom") || column.compact == QLatin1String("nom")
            || column.compact == QLatin1String("societe");
    });
}

void readBeside(ColumnSense &column, const std::vector<ColumnSense> &columns)
{
    Concept &what = column.meaning.what;
    if (what == Concept::PersonName)
        what = personName(column, columns);
    else if (what == Concept::StateOrCountry)
        what = has(columns, Concept::Country) ? Concept::State : Concept::Country;
    else if (what == Concept::PerhapsPhone)
        what = arePhoneNumbers(column.look->examples) ? Concept::Phone : Concept::Other;
    else if (what == Concept::PerhapsDepartment)
        what = isFrench(columns) ? Concept::Department : Concept::Other;
    else if (what == Concept::Website && arePersonProfiles(column.look->examples)) {
        what = Concept::LinkedIn;
        column.overruled = true;
    } else if (what == Concept::JobTitle && areSalutations(column.look->examples)) {
        what = Concept::Salutation;
        column.overruled = true;
    }
}

/// The blocks that could be the main one, best first.
constexpr std::array fileOrder { Block::Mailing, Block::None,     Block::Work,  Block::Billing,
                                 Block::Home,    Block::Shipping, Block::Other, Block::Company };
constexpr std::array secondOrder { Block::Other, Block::Home,    Block::Shipping,
                                   Block::Work,  Block::Billing, Block::None };
constexpr std::array fieldOrder { Block::Mailing,  Block::None, Block::Billing, Block::Work,
                                  Block::Shipping, Block::Home, Block::Other };

template <typename Senses>
std::map<Block, int> addressBlocks(const Senses &senses)
{
    std::map<Block, int> blocks;
    for (const auto &sense : senses) {
        if (isAddress(sense.meaning.what) && !sense.meaning.stranger)
            ++blocks[sense.meaning.block];
    }
    return blocks;
}

template <typename Order>
Block firstOf(const Order &order, const std::map<Block, int> &blocks, int least, Block otherwise, Block but)
{
    for (const Block block : order) {
        const auto found = blocks.find(block);
        if (found != blocks.end() && found->second >= least && block != but)
            return block;
    }
    return otherwise;
}

} // namespace

bool isAddress(Concept what)
{
    switch (what) {
    case Concept::Street:
    case Concept::City:
    case Concept::State:
    case Concept::StateCode:
    case Concept::PostalCode:
    case Concept::Country:
    case Concept::CountryCode:
        return true;
    default: // Everything else, by far the most, is none.
        return false;
    }
}

bool isPhone(Concept what)
{
    return what == Concept::Phone || what == Concept::Mobile || what == Concept::HomePhone
        || what == Concept::OtherPhone || what == Concept::CompanyPhone;
}

std::vector<ColumnSense> sensesOf(const std::vector<ColumnLook> &columns)
{
    std::vector<ColumnSense> senses;
    for (const ColumnLook &column : columns)
        senses.push_back({ .look = &column,
                           .compact = compactName(column.name),
                           .meaning = meaningOf(column.name),
                           .consent = consentSense(column.name) });
    const std::vector<ColumnSense> byName = senses;
    for (ColumnSense &sense : senses)
        readBeside(sense, byName);
    return senses;
}

std::vector<FieldSense> sensesOf(const Schema &schema, Operation operation)
{
    std::vector<FieldSense> senses;
    for (const Field &field : schema.fields) {
        // What has an entry for each row of a record is chosen with the list.
        const bool isOfRows = field.isProperty && field.name.contains(u"[]");
        if (!field.writable(operation) || field.type == FieldType::Unsupported || !field.question.isEmpty()
            || isOfRows)
            continue;
        const QString name = field.name.endsWith(QLatin1String("__c")) ? field.name.chopped(3) : field.name;
        // A key of another record is no value of this one, whatever it is about.
        const Meaning meaning
            = field.standsFor.isEmpty() ? meaningOfField(field.name, field.label) : Meaning();
        senses.push_back(
            { &field, compactName(name), compactName(field.label), meaning, consentSense(field) });
    }
    return senses;
}

WholeSense wholeSense(const std::vector<ColumnSense> &columns, const std::vector<FieldSense> &fields)
{
    WholeSense whole;
    const auto ofFile = addressBlocks(columns);
    constexpr Block nothing = Block::Mobile; // No address is ever that.
    const Block any = firstOf(fileOrder, ofFile, 1, Block::None, nothing);
    whole.mainAddress = firstOf(fileOrder, ofFile, 2, any, nothing);
    whole.secondAddress = firstOf(secondOrder, ofFile, 2, whole.mainAddress, whole.mainAddress);
    whole.fieldAddress = firstOf(fieldOrder, addressBlocks(fields), 2, Block::None, nothing);

    const auto phones
        = std::ranges::count_if(columns, [](const ColumnSense &c) { return isPhone(c.meaning.what); });
    const auto emails = std::ranges::count_if(
        columns, [](const ColumnSense &c) { return c.meaning.what == Concept::Email; });
    whole.onlyPhone = phones <= 1;
    whole.onlyEmail = emails <= 1;
    for (const FieldSense &field : fields) {
        whole.homePhones = whole.homePhones || field.meaning.what == Concept::HomePhone;
        whole.companyPhones = whole.companyPhones || field.meaning.what == Concept::CompanyPhone;
    }
    return whole;
}

} // namespace rowlift
