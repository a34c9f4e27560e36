#include "app/practice/salesforce/seeds.h"

#include "app/practice/salesforce/records.h"

#include <array>
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
        { "Lead",
          { { "FirstName", "Otto" },
            { "LastName", "Rahn" },
            { "Company", "Rahn Tools" },
            { "Crm_Key__c", "L-SEED-2" },
            { "IsConverted", "true" } } },
    };
    return all;
}

using SeedTexts = std::vector<std::pair<QByteArray, QByteArray>>;

struct Planting {
    const Catalog &catalog;
    Records &records;
    const User &user;
    const Clock &clock;

    QByteArray plant(const QByteArray &objectName, const SeedTexts &texts)
    {
        const Object *object = catalog.object(objectName);
        std::vector<Column> columns(texts.size());
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const QByteArray &name = texts[i].first;
            columns[i].field = object->field({ name.constData(), static_cast<std::size_t>(name.size()) });
            const QByteArray &text = texts[i].second;
            cells.push_back({ &columns[i], { text.constData(), static_cast<std::size_t>(text.size()) } });
        }
        Judge::Plan plan { object, Operation::Insert, {} };
        plan.planting = true; // segments, flows and converted leads: no client may make them
        return Judge(catalog, records, user, plan, clock).judge(cells).id;
    }
};

/// Segments and flows come from elsewhere in the org. Every third segment is used by a flow, so that it
/// cannot be deleted before the flow is.
void plantSegments(Planting &planting)
{
    constexpr std::array towns { "Aachen", "Bremen", "Chemnitz", "Dresden", "Essen",  "Fulda",
                                 "Gera",   "Halle",  "Ilmenau",  "Jena",    "Kassel", "Lindau" };
    std::vector<QByteArray> segments {
        planting.plant(
            "MarketSegment"_ba,
            { { "Name"_ba, "Garden friends"_ba }, { "Description"_ba, "Bought seeds this year"_ba } }),
        planting.plant("MarketSegment"_ba, { { "Name"_ba, "Quiet readers"_ba } }),
    };
    planting.plant("FlowRecord"_ba,
                   { { "Name"_ba, "Welcome series"_ba }, { "ApiName"_ba, "Welcome_series"_ba } });
    for (const char *occasion : { "Spring", "Summer", "Autumn" })
        for (const char *town : towns)
            segments.push_back(planting.plant(
                "MarketSegment"_ba, { { "Name"_ba, QByteArray(occasion) + " visitors of " + town } }));
    for (std::size_t i = 2; i < segments.size(); i += 3) {
        const QByteArray number = QByteArray::number(static_cast<qint64>(i));
        planting.plant("FlowRecord"_ba,
                       { { "Name"_ba, "Invitation " + number },
                         { "ApiName"_ba, "Invitation_" + number },
                         { "SegmentId"_ba, segments[i] } });
    }
    for (int i = 1; i <= 24; ++i)
        planting.plant("FlowRecord"_ba,
                       { { "Name"_ba, "Reminder " + QByteArray::number(i) },
                         { "ApiName"_ba, "Reminder_" + QByteArray::number(i) } });
}

} // namespace

void plantSeeds(const Surroundings &around, const Catalog &catalog, const User &user)
{
    Records records(around.dataFolder);
    QString error;
    if (!records.open(&error) || records.find(1) || !records.begin())
        return;
    Planting planting { catalog, records, user, around.clock };
    for (const Seed &seed : seeds()) {
        SeedTexts texts;
        for (const auto &[field, value] : seed.values)
            texts.emplace_back(field, value);
        planting.plant(seed.object, texts);
    }
    plantSegments(planting);
    records.commit();
}

} // namespace rowlift::practice::salesforce
