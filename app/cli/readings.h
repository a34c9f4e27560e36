#pragma once

#include "app/check/check.h"
#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds `--dates`, `--decimals` and `--zone`: how dates, numbers and times are read.
void addReadingOptions(QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done takeReadings(const QCommandLineParser &parser, PreparationOptions &options);
/// Lays them over the mapping of \a draft. Fails with BadInput when there is no such column. Times whose zone
/// nobody says are read in that of this computer, which is told on standard error.
Done layReadings(const PreparationOptions &options, Draft &draft, const Schema &schema);
/// What profile and options leave open all rows decide. Fails with BadInput where none does, or some
/// contradict each other: it is never guessed.
Done decideReadings(Draft &draft, const Schema &schema, const std::stop_token &stop);
/// A profile may say how the dates of another month's file were read. Of the fields in which \a check has
/// found dates or numbers that cannot be read as profile and options say: fails with BadInput, and the
/// question, when all rows of one that decide it say otherwise. Where they disagree, or an option has
/// answered already, it is told on standard error. Reads the file once more, but only where there is
/// something to decide.
Done holdAgainst(const PreparationOptions &options, const Draft &draft, const CheckResult &check,
                 const Schema &schema, const std::stop_token &stop);

} // namespace rowlift::cli
