#include "app/mapping/consent_count.h"

#include "app/mapping/blanks.h"
#include "app/mapping/value_rule_table.h"
#include "app/mapping/yes_no.h"

namespace rowlift {

namespace {

/// What is sent for one value says; the outer optional is empty where nothing is sent.
std::optional<std::optional<bool>> verdictOn(std::string_view value, ValueRuleTable &rules,
                                             const Treatment &treatment, const Field &field,
                                             const ValueForms &forms, bool yesStops)
{
    const bool isBoolean = field.type == FieldType::Boolean;
    if (const auto ruled = rules.find(withoutBlanks(value))) {
        if (ruled->empty()
            || *ruled
                == std::string_view(forms.clear.constData(), static_cast<std::size_t>(forms.clear.size())))
            return std::nullopt;
        const auto stops = stopsContact(*ruled, yesStops);
        return stops || isBoolean ? stops : std::optional(true); // it was decided to send it
    }
    if (!isBoolean)
        return stopsContact(value, yesStops);
    const auto yes = readBoolean(withoutBlanks(value));
    return yes ? std::optional((*yes != treatment.turned) == yesStops) : std::optional<bool>();
}

} // namespace

ConsentCount consentCount(const ListSurvey &values, const Treatment &treatment, const Field &field,
                          const ValueForms &forms)
{
    ConsentCount count { .more = values.more };
    const auto sense = consentSense(field);
    if (!sense)
        return count;
    ValueRuleTable rules(treatment.values);
    for (const ListedValue &value : values.values) {
        const std::string bytes = value.value.toStdString();
        const auto verdict = verdictOn(bytes, rules, treatment, field, forms, sense->yesStops);
        if (!verdict)
            continue;
        qint64 &rows = !*verdict ? count.unclear : **verdict ? count.stops : count.allows;
        QStringList &found = !*verdict ? count.unclearValues
            : **verdict                ? count.stopValues
                                       : count.allowValues;
        found << value.value;
        rows += value.rows;
    }
    return count;
}

} // namespace rowlift
