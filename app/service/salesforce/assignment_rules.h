#pragma once

#include "app/service/load_option.h"
#include "app/service/salesforce/api.h"

namespace rowlift::salesforce {

/// A rule that hands new records to people.
struct AssignmentRule {
    QString id;
    QString name;
    bool active = false;
};

/// The rules for \a object, the active one first, then by name. None where this user may not see them.
Result<std::vector<AssignmentRule>> readAssignmentRules(Api &api, const QString &object,
                                                        std::stop_token stop);

/// The id of the active rule for \a object; empty when there is none, or none to be seen.
Result<QString> activeAssignmentRule(Api &api, const QString &object, std::stop_token stop);

/// The rules as people choose one.
std::vector<OptionChoice> ruleChoices(const std::vector<AssignmentRule> &rules);

} // namespace rowlift::salesforce
