#pragma once

#include "ui/widgets/choice_list.h"

namespace rowlift::ui {

/// Every encoding that can be read here, by the region that writes so. The id is its IANA name.
QList<ChoiceRow> encodingRows();

} // namespace rowlift::ui
