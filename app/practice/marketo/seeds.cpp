#include "app/practice/marketo/seeds.h"

#include <mutex>

namespace rowlift::practice::marketo {

namespace {

struct SeedLead {
    const char *email;
    const char *firstName;
    const char *lastName;
    int partition;
    const char *flag; ///< A field that is true; may be null.
    const char *loyaltyNumber; ///< With quotes; may be null.
};

constexpr SeedLead seedLeads[] {
    { "\"known@acme.example\"", "\"Ida\"", "\"Known\"", 1, "unsubscribed", "\"L-1001\"" },
    { "\"subscribed@acme.example\"", "\"Sven\"", "\"Subscribed\"", 1, "newsletterOptIn", "\"L-1002\"" },
    { "\"twins@acme.example\"", "\"Castor\"", "\"Twin\"", 1, nullptr, nullptr },
    { "\"twins@acme.example\"", "\"Pollux\"", "\"Twin\"", 1, nullptr, nullptr },
    { "\"emea@acme.example\"", "\"Emil\"", "\"Emea\"", 2, nullptr, nullptr },
};

} // namespace

void plantSeeds(const Surroundings &around, const Catalog &catalog, bool again)
{
    Store store(around.dataFolder);
    QString error;
    if (!store.open(&error) || (!again && store.count(Leads) > 0))
        return;
    const std::scoped_lock turn(around.writing);
    if (!store.begin())
        return;
    store.clear();
    Book leads(Leads, catalog.leads(), store, around.clock);
    for (const SeedLead &seed : seedLeads) {
        std::vector<Change> changes { { catalog.leads().named(QByteArray("email")), seed.email },
                                      { catalog.leads().named(QByteArray("firstName")), seed.firstName },
                                      { catalog.leads().named(QByteArray("lastName")), seed.lastName } };
        if (seed.flag)
            changes.push_back({ catalog.leads().named(QByteArray(seed.flag)), "true" });
        if (seed.loyaltyNumber)
            changes.push_back({ catalog.leads().named(QByteArray("loyaltyNumber")), seed.loyaltyNumber });
        leads.create(seed.partition, changes);
    }
    store.commit();
}

} // namespace rowlift::practice::marketo
