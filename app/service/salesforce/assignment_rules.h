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

/// The rules for \a object, the active one first, then by name. Rejected where this user may not see them.
Result<std::vector<AssignmentRule>> readAssignmentRules(Api &api, const QString &object,
                                                        std::stop_token stop);

/// The id of the active rule for \a object. BadInput when there is none, or none to be seen.
Result<QString> activeAssignmentRule(Api &api, const QString &object, std::stop_token stop);

/// The rules for \a object as people choose one; none where this user may not see them.
Result<std::vector<OptionChoice>> ruleChoices(Api &api, const QString &object, std::stop_token stop);

} // namespace rowlift::salesforce
