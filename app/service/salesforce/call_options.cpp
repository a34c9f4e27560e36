#include "app/service/salesforce/call_options.h"

#include "app/mapping/record_id.h"

#include <QCoreApplication>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct CallOptionWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::CallOptions)
};

/// Objects whose records rules can hand to people.
bool isAssigned(const QString &object)
{
    return object == "Lead"_L1 || object == "Case"_L1 || object == "Account"_L1;
}

/// As it was written down; empty where nothing was chosen or no rule can apply.
QString chosenRule(const Target &target)
{
    const bool applies = isAssigned(target.object) && target.operation != Operation::Delete;
    return applies ? target.options.value(assignmentRuleOption).toString() : QString();
}

bool isRule(const QString &chosen)
{
    return chosen == noRule || chosen == activeRule || isRecordId(chosen.toStdString());
}

} // namespace

QString assignmentRule(const Target &target)
{
    const QString chosen = chosenRule(target);
    return isRule(chosen) ? chosen : QString(noRule);
}

Done holdsKnownOptions(const Target &target)
{
    const QString chosen = chosenRule(target);
    if (chosen.isEmpty() || isRule(chosen))
        return {};
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = CallOptionWords::tr("Nothing was sent: what is set for assigning the leads is no rule. "
                                        "Choose one again."),
        .detail = u"assignmentRule is no id of a record"_s,
        .retryAfter = {} });
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
