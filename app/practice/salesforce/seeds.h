#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/service.h"

namespace rowlift::practice::salesforce {

/// Stores the records that every practice org begins with, unless there are records already:
/// accounts ACC-1 and ACC-2, contacts K-SEED-1 to K-SEED-5, a lead L-SEED-1,
/// a campaign CAM-1, two market segments and a flow record.
void plantSeeds(const Surroundings &around, const Catalog &catalog, const User &user);

} // namespace rowlift::practice::salesforce
