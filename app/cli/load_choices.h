#pragma once

#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds what says how rows are loaded in place of what the profile says: `--kind`, `--several`, `--keep-old`,
/// `--no-keep-old`, `--option`, and what addRecordOptions() adds; and `--delete-ids` with `--object`, in
/// place of a profile.
void addLoadOptions(QCommandLineParser &parser);
/// Whether a profile is given, or what makes one.
bool namesWhatToDo(const QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done takeLoadOptions(const QCommandLineParser &parser, PreparationOptions &options);

/// The profile that was given, or the one that `--delete-ids` stands for.
Result<Profile> profileFor(const PreparationOptions &options, const Tools &tools);
/// Lays the options over what the profile says. Fails with BadInput when the service does not know them, or
/// cannot do it in the way that is wanted. May ask the account.
Done layLoadOptions(const PreparationOptions &options, Preparation &ready, const std::stop_token &stop);
/// Fails with BadInput when something is chosen that \a kind, in which the rows would be loaded, does not
/// know: it would be passed over without a word.
Done knowsChoices(const Preparation &ready, const JobKind &kind);

} // namespace rowlift::cli
