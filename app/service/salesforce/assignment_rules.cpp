#include "app/service/salesforce/assignment_rules.h"

#include "app/service/salesforce/query_pages.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::AssignmentRules)
};

} // namespace

Result<std::vector<AssignmentRule>> readAssignmentRules(Api &api, const QString &object, std::stop_token stop)
{
    std::vector<AssignmentRule> rules;
    const auto take = [&rules](const QJsonArray &records, const HttpReply &) {
        for (const QJsonValue &record : records)
            rules.push_back({ .id = record["Id"_L1].toString(),
                              .name = record["Name"_L1].toString(),
                              .active = record["Active"_L1].toBool() });
    };
    const QString query
        = u"SELECT Id,Name,Active FROM AssignmentRule WHERE SobjectType = %1"_s.arg(queryLiteral(object));
    const Done read = readQuery(api, queryCallFor(query), take, stop);
    if (!read && read.error().kind == Error::Kind::Rejected)
        return std::vector<AssignmentRule>();
    if (!read)
        return tl::unexpected(read.error());
    std::ranges::sort(rules, [](const AssignmentRule &a, const AssignmentRule &b) {
        return a.active != b.active ? a.active : a.name.localeAwareCompare(b.name) < 0;
    });
    return rules;
}

Result<QString> activeAssignmentRule(Api &api, const QString &object, std::stop_token stop)
{
    const auto rules = readAssignmentRules(api, object, stop);
    if (!rules)
        return tl::unexpected(rules.error());
    return rules->empty() || !rules->front().active ? QString() : rules->front().id;
}

std::vector<OptionChoice> ruleChoices(const std::vector<AssignmentRule> &rules)
{
    std::vector<OptionChoice> choices;
    for (const AssignmentRule &rule : rules) {
        //: %1 is the name of a rule
        const QString label = rule.active ? RuleWords::tr("By the rule “%1”, which is active").arg(rule.name)
                                          : RuleWords::tr("By the rule “%1”").arg(rule.name);
        choices.push_back({ .value = rule.id, .label = label });
    }
    return choices;
}

} // namespace rowlift::salesforce
