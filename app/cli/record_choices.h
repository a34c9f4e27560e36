#pragma once

#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds what says which records rows become where records have no fixed fields, in place of what the profile
/// says: `--collection`, `--key`, `--contact`, `--group-into`; and `--check-contacts`.
void addRecordOptions(QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done takeRecordChoices(const QCommandLineParser &parser, PreparationOptions &options);

/// The object that is chosen in place of that of the profile, which the account has, or a new one. Empty:
/// none is chosen.
Result<QString> chosenObject(const PreparationOptions &options, const Service &service,
                             ServiceSession *session, const std::stop_token &stop);
/// Lays the others over what the profile says. Fails with BadInput when there is no such choice.
Done layRecordChoices(const PreparationOptions &options, Preparation &ready, const std::stop_token &stop);

} // namespace rowlift::cli
