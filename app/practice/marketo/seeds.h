#pragma once

#include "app/practice/marketo/catalog.h"
#include "app/practice/service.h"

namespace rowlift::practice::marketo {

/// Fills an instance without records with a few leads: one who has unsubscribed, two with one address, one in
/// another partition. With \a again it throws away what there is.
void plantSeeds(const Surroundings &around, const Catalog &catalog, bool again);

} // namespace rowlift::practice::marketo
