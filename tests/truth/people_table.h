#pragma once

#include "tests/truth/truth_table.h"

namespace rowlift::testing {

/// A cell that makes its row fail, or that Marketo warns of.
struct PeopleFault {
    const char *name;
    QString column;
    QString cell;
    const char *importCode; ///< The reason's, of an import.
    const char *callCode; ///< And of a call.
    const char *rule = ""; ///< Of Check, which leaves the row out; empty: it lets it pass.
};

/// The columns of a file about people, but for those that they are found by.
const std::vector<TruthColumn> &peopleColumnsOfMarketo();
const std::vector<PeopleFault> &peopleFaultsOfMarketo();

} // namespace rowlift::testing
