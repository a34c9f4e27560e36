#pragma once

#include "app/base/result.h"
#include "app/run/run_list.h"
#include "app/service/service.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <stop_token>
#include <vector>

namespace rowlift::ui {

/// Parts of an import of this computer that a service has, and whose results are not here yet.
struct PartsAtService {
    QString folder; ///< Of the import.
    QString file; ///< What it sends.
    QUuid account;
    qint64 parts = 0;
    QDateTime since; ///< UTC: when the first of them was sent; invalid: not known.

    bool operator==(const PartsAtService &) const = default;
};

/// Of all imports in \a runsFolder that have not come to their end. Blocking, as all of these: for Work.
Result<std::vector<PartsAtService>> partsAtServices(const QString &runsFolder, const std::stop_token &stop);
/// Of one import; no parts where the service has none, or its record cannot be read.
PartsAtService partsAtService(const QString &folder);

/// Until when the service of \a run tells what became of \a parts; invalid: that is not known.
QDateTime keptUntil(const PartsAtService &parts, const RunPlan &run, const Services &services);

} // namespace rowlift::ui
