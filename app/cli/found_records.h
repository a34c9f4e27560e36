#pragma once

#include "app/cli/interrupt.h"
#include "app/cli/preparation.h"
#include "app/draft/found_ids.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace rowlift::cli {

/// The records of the rows of an update that names them by something else than their ids: looked up in the
/// account, and gone with this object (a run keeps a copy).
class FoundRecords {
public:
    /// Looks them up, if \a ready needs it, tells of it on standard error, as JSON lines if \a asJson, and
    /// sets Draft::found. Fails with BadInput without an account.
    static Result<FoundRecords> lookUp(Preparation &ready, Clock &clock, bool asJson,
                                       const Interrupt &interrupt);

    const std::optional<LookUpSum> &sum() const { return m_sum; } ///< Empty: nothing was looked up.

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<LookUpSum> m_sum;
};

} // namespace rowlift::cli
