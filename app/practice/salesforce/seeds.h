#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/service.h"

namespace rowlift::practice::salesforce {

/// Stores the records that every practice org begins with, unless there are records already: accounts ACC-1
/// and ACC-2, contacts K-SEED-1 to K-SEED-5, a lead L-SEED-1 and a converted one L-SEED-2, a campaign CAM-1,
/// 38 market segments of which 12 are used by a flow, and 37 flow records.
void plantSeeds(const Surroundings &around, const Catalog &catalog, const User &user);

} // namespace rowlift::practice::salesforce
