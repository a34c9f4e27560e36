#pragma once

#include "app/base/result.h"
#include "app/draft/file_look.h"

#include <QJsonObject>

#include <stop_token>

namespace rowlift::cli {

/// Reads all values of the file and adds to \a json what they tell: to each of "columns" what the whole file
/// says of it, to "problems" the facts (with "rows": how many there are), and "blankWords". Returns Cancelled
/// at latest a block after \a stop.
Done addFacts(QJsonObject &json, const FileLook &look, std::stop_token stop);

/// The facts in \a json as lines for people.
QStringList factLines(const QJsonObject &json);

} // namespace rowlift::cli
