#pragma once

#include "app/base/result.h"

#include <QStringList>

namespace rowlift::ui {

/// Compares what the ledger of a run says of every row with what is planted in the sample. Empty: it is the
/// same. Else one sentence for each kind of difference, for the person who runs the demo.
Result<QStringList> differencesFromTruth(const QString &runFolder, const QByteArray &truth);

} // namespace rowlift::ui
