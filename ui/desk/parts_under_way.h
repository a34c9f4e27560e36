#pragma once

#include "app/run/run_list.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace rowlift::ui {

/// Parts of an import of this computer that a service has, and whose results are not here yet.
struct PartsUnderWay {
    QString file; ///< What it sends.
    qint64 parts = 0;

    bool operator==(const PartsUnderWay &) const = default;
};

/// Of the imports in \a runsFolder into \a account that have not come to their end. Blocking: for Work.
Result<std::vector<PartsUnderWay>> partsUnderWay(const QString &runsFolder, const Account &account,
                                                 const std::stop_token &stop);

} // namespace rowlift::ui
