#pragma once

#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds `--dates` and `--decimals`: how the dates and numbers of a column are read.
void addReadingOptions(QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done takeReadings(const QCommandLineParser &parser, PreparationOptions &options);
/// Lays them over the mapping of \a draft. Fails with BadInput when there is no such column.
Done layReadings(const PreparationOptions &options, Draft &draft);
/// What profile and options leave open all rows decide. Fails with BadInput where none does, or some
/// contradict each other: it is never guessed.
Done decideReadings(Draft &draft, const Schema &schema, const std::stop_token &stop);

} // namespace rowlift::cli
