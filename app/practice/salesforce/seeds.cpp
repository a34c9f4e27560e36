#include "app/practice/salesforce/seeds.h"

#include "app/practice/salesforce/records.h"

#include <vector>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct Seed {
    const char *object;
    std::vector<std::pair<const char *, const char *>> values;
};

const std::vector<Seed> &seeds()
{
    static const std::vector<Seed> all {
        { "Account", { { "Name", "Acme Tools" }, { "Crm_Key__c", "ACC-1" } } },
        { "Account", { { "Name", "Birch Garden" }, { "Crm_Key__c", "ACC-2" } } },
        { "Contact",
          { { "FirstName", "Ada" },
            { "LastName", "Stone" },
            { "Email", "ada.stone@example.com" },
            { "Crm_Key__c", "K-SEED-1" } } },
        { "Contact",
          { { "FirstName", "Ben" },
            { "LastName", "Hollis" },
            { "Email", "ben.hollis@example.com" },
            { "Crm_Key__c", "K-SEED-2" } } },
        { "Contact",
          { { "FirstName", "Cleo" },
            { "LastName", "Marsh" },
            { "Email", "cleo.marsh@example.com" },
            { "Crm_Key__c", "K-SEED-3" } } },
        { "Contact",
          { { "FirstName", "Dara" },
            { "LastName", "Finch" },
            { "Email", "dara.finch@example.com" },
            { "Crm_Key__c", "K-SEED-4" } } },
        { "Contact",
          { { "FirstName", "Emil" },
            { "LastName", "Moreau" },
            { "Email", "emil.moreau@example.com" },
            { "Crm_Key__c", "K-SEED-5" } } },
        { "Lead",
          { { "FirstName", "Nora" },
            { "LastName", "Quist" },
            { "Company", "Quist Books" },
            { "Crm_Key__c", "L-SEED-1" } } },
        { "Campaign", { { "Name", "Autumn Fair" }, { "Crm_Key__c", "CAM-1" } } },
        { "MarketSegment", { { "Name", "Garden friends" }, { "Description", "Bought seeds this year" } } },
        { "MarketSegment", { { "Name", "Quiet readers" } } },
        { "FlowRecord", { { "Name", "Welcome series" }, { "ApiName", "Welcome_series" } } },
    };
    return all;
}

} // namespace

void plantSeeds(const Surroundings &around, const Catalog &catalog, const User &user)
{
    Records records(around.dataFolder);
    QString error;
    if (!records.open(&error) || records.find(1) || !records.begin())
        return;
    for (const Seed &seed : seeds()) {
        const Object *object = catalog.object(seed.object);
        std::vector<Column> columns;
        for (const auto &[field, value] : seed.values)
            columns.emplace_back().field = object->field(field);
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < columns.size(); ++i)
            cells.push_back({ &columns[i], seed.values[i].second });
        // Segments and flows come from elsewhere in the org: no client may create them.
        Judge(catalog, records, user, { object, Operation::Insert, {}, !object->createable }, around.clock)
            .judge(cells);
    }
    records.commit();
}

} // namespace rowlift::practice::salesforce
