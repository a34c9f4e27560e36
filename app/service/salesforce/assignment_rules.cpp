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

Error noActiveRule(const QString &sentence, const QString &detail)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = detail, .retryAfter = {} };
}

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
    if (!rules && rules.error().kind == Error::Kind::Rejected)
        return tl::unexpected(
            noActiveRule(RuleWords::tr("Nothing was sent: Salesforce does not show you its assignment rules. "
                                       "Assign by no rule, or ask your administrator."),
                         rules.error().detail));
    if (!rules)
        return tl::unexpected(rules.error());
    if (rules->empty() || !rules->front().active)
        return tl::unexpected(
            noActiveRule(RuleWords::tr("Nothing was sent: no assignment rule is active in Salesforce. "
                                       "Activate one there, or assign by no rule."),
                         u"%1 rules, none active"_s.arg(rules->size())));
    return rules->front().id;
}

Result<std::vector<OptionChoice>> ruleChoices(Api &api, const QString &object, std::stop_token stop)
{
    std::vector<OptionChoice> choices;
    const auto rules = readAssignmentRules(api, object, stop);
    if (!rules && rules.error().kind != Error::Kind::Rejected)
        return tl::unexpected(rules.error());
    if (!rules)
        return choices;
    for (const AssignmentRule &rule : *rules) {
        //: %1 is the name of a rule
        const QString label = rule.active ? RuleWords::tr("By the rule “%1”, which is active").arg(rule.name)
                                          : RuleWords::tr("By the rule “%1”").arg(rule.name);
        choices.push_back({ .value = rule.id, .label = label });
    }
    return choices;
}

} // namespace rowlift::salesforce
