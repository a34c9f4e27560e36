#include "app/service/dotdigital/load_options.h"

#include "app/service/dotdigital/contact_target.h"
#include "app/service/dotdigital/insight_kinds.h"
#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct OptionWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Options)
};

LoadOption listChoice()
{
    return { .id = QLatin1StringView(listOption),
             .label = OptionWords::tr("Add to a list"),
             .help = OptionWords::tr("All contacts of the file become members. A new list? Make it in "
                                     "Dotdigital, then Refresh."),
             .choices = { { .value = {}, .label = OptionWords::tr("None") } },
             .isWhereTo = true,
             .asksAccount = true };
}

LoadOption mergeChoice()
{
    return { .id = QLatin1StringView(mergeOption),
             .label = OptionWords::tr("Values that contacts have"),
             .help = OptionWords::tr("Blank cells never empty a field of a contact."),
             .choices
             = { { .value = u"1"_s, .label = OptionWords::tr("Are replaced by those of the file") },
                 { .value = u"2"_s, .label = OptionWords::tr("Stay: only empty fields are filled") } } };
}

LoadOption scopeChoice()
{
    return { .id = u"scope"_s,
             .label = OptionWords::tr("Records belong to"),
             .help = OptionWords::tr("A collection keeps to what its first import has chosen."),
             .choices = { { .value = u"contact"_s, .label = OptionWords::tr("A contact each") },
                          { .value = u"account"_s, .label = OptionWords::tr("The account as a whole") } },
             .isWhereTo = true };
}

LoadOption identifierChoice(bool hasV3)
{
    LoadOption option { .id = u"identifier"_s,
                        .label = OptionWords::tr("Contacts are found by"),
                        .choices = { { .value = u"email"_s, .label = OptionWords::tr("E-mail address") },
                                     { .value = u"contactId"_s,
                                       .label = OptionWords::tr("Dotdigital's contact id") } },
                        .isWhereTo = true };
    if (hasV3)
        option.choices.push_back({ .value = u"mobileNumber"_s, .label = OptionWords::tr("Mobile number") });
    return option;
}

/// Source: contracts/dotdigital.md, 5: collectionType. "custom" is for data of one's own.
LoadOption typeChoice()
{
    return { .id = u"type"_s,
             .label = OptionWords::tr("Type of the new collection"),
             .help = OptionWords::tr("Dotdigital uses some types for its own features. It cannot be changed "
                                     "later."),
             .choices
             = { { .value = u"custom"_s, .label = OptionWords::tr("Data of your own") },
                 { .value = u"orders"_s, .label = OptionWords::tr("Orders") },
                 { .value = u"catalog"_s, .label = OptionWords::tr("Product catalog") },
                 { .value = u"productCategories"_s, .label = OptionWords::tr("Product categories") },
                 { .value = u"cartInsight"_s, .label = OptionWords::tr("Carts") },
                 { .value = u"wishList"_s, .label = OptionWords::tr("Wish lists") },
                 { .value = u"webInsight"_s, .label = OptionWords::tr("Page visits") },
                 { .value = u"consentInsight"_s, .label = OptionWords::tr("Consent") },
                 { .value = u"easyEditorExtensions"_s, .label = OptionWords::tr("EasyEditor extensions") },
                 { .value = u"nostoEmailCampaigns"_s, .label = OptionWords::tr("Nosto e-mail campaigns") } },
             .kinds = { QLatin1StringView(insightV3Kind) } };
}

} // namespace

std::vector<LoadOption> loadOptions(const Target &target)
{
    if (target.operation != Operation::Upsert)
        return {};
    if (!isInsightObject(target.object))
        return { listChoice(), mergeChoice() };
    const InsightTarget choices = insightTarget(target);
    const bool hasV3 = choices.api != "v2"_L1;
    std::vector<LoadOption> options { scopeChoice() };
    if (choices.scope == InsightScope::Contact)
        options.push_back(identifierChoice(hasV3));
    if (hasV3)
        options.push_back(typeChoice());
    return options;
}

} // namespace rowlift::dotdigital
