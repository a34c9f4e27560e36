#include "app/service/salesforce/call_options.h"

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Objects whose records rules can hand to people.
bool isAssigned(const QString &object)
{
    return object == "Lead"_L1 || object == "Case"_L1 || object == "Account"_L1;
}

} // namespace

QString assignmentRule(const Target &target)
{
    const QString chosen = target.options.value(assignmentRuleOption).toString();
    return chosen.isEmpty() || !isAssigned(target.object) ? QString(noRule) : chosen;
}

HttpHeaders optionHeaders(const Target &target)
{
    HttpHeaders headers;
    if (target.operation == Operation::Delete)
        return headers;
    if (isAssigned(target.object)) {
        const QString rule = assignmentRule(target);
        headers.emplace_back("Sforce-Auto-Assign",
                             rule == noRule           ? "FALSE"
                                 : rule == activeRule ? "TRUE"
                                                      : rule.toLatin1());
    }
    if (target.options.value(allowDuplicatesOption).toBool())
        headers.emplace_back("Sforce-Duplicate-Rule-Header", "allowSave=true");
    return headers;
}

} // namespace rowlift::salesforce
