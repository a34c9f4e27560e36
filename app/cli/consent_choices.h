#pragma once

#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds `--consent`: what is sent to a field that says whether people may be contacted.
void addContactOptions(QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done takeContactChoices(const QCommandLineParser &parser, PreparationOptions &options);
/// Lays the choices over what the profile says. Fails with BadInput when a field is not of consent, or gets
/// nothing.
Done layContactChoices(const PreparationOptions &options, Draft &draft, const Schema &schema);
/// Says what is held back, and what is turned round, and how to choose otherwise: nobody watches a command,
/// but it is written down.
void tellContactChoices(const Draft &draft, const Schema &schema);
/// The fields to which only what stops contact is sent.
QStringList fieldsOfOnlyStops(const Draft &draft, const Schema &schema);

} // namespace rowlift::cli
