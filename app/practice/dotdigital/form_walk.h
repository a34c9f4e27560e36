#pragma once

#include "app/practice/dotdigital/schema_freeze.h"

namespace rowlift::practice::dotdigital {

/// What a look at a record found: a fault, or how many values the form does not know yet.
struct FormLook {
    Fault fault = {};
    int newPaths = 0;
};

/// Looks whether a record suits the form of its collection; \a form is its root.
FormLook lookAtForm(const JsonTree &record, const InsightBounds &bounds, const CollectionForm::Member &form);
/// Takes over what is new in a record without a fault; true when there was something.
bool extendForm(const JsonTree &record, const InsightBounds &bounds, CollectionForm::Member *form);

} // namespace rowlift::practice::dotdigital
