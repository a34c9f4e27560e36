#include "app/service/marketo/explain.h"

#include "app/service/marketo/reasons.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Explain)
};

/// A reason, and the field that it is about.
struct ExplainedCase {
    const Reason &reason;
    const Field *field = nullptr;
    QString label = {}; ///< Never empty.
};

/// By its name, or by the label that Marketo's texts have.
const Field *fieldIn(const Schema &schema, const QString &named)
{
    if (named.isEmpty())
        return nullptr;
    if (const Field *field = schema.field(named))
        return field;
    const auto found = std::ranges::find(schema.fields, named, &Field::label);
    return found == schema.fields.end() ? nullptr : &*found;
}

Explanation lookupMissing(const ExplainedCase &c)
{
    const QString sentence = c.reason.field.isEmpty()
        ? ExplainWords::tr("What people are found by is empty")
        : ExplainWords::tr("%1 is empty, but people are found by it").arg(c.label);
    return { sentence, ExplainWords::tr("Fill it in, or leave the row out") };
}

Explanation wrongType(const ExplainedCase &c)
{
    const QString cure = ExplainWords::tr("Correct the value, or change how the column is read");
    switch (c.field ? c.field->type : FieldType::Unsupported) {
    case FieldType::Integer:
        return { ExplainWords::tr("%1 is not a whole number").arg(c.label), cure };
    case FieldType::Number:
        return { ExplainWords::tr("%1 is not a number").arg(c.label), cure };
    case FieldType::Boolean:
        return { ExplainWords::tr("%1 is neither yes nor no").arg(c.label), cure };
    case FieldType::Date:
    case FieldType::DateTime:
        return { ExplainWords::tr("%1 is not a date").arg(c.label), cure };
    default:
        return { ExplainWords::tr("The value does not fit %1").arg(c.label), cure };
    }
}

Explanation tooLong(const ExplainedCase &c)
{
    const QString sentence = c.field && c.field->length > 0
        ? ExplainWords::tr("%1 is too long (max %2)").arg(c.label, QLocale().toString(c.field->length))
        : ExplainWords::tr("%1 is too long").arg(c.label);
    return { sentence, ExplainWords::tr("Shorten it") };
}

Explanation shortened(const ExplainedCase &c)
{
    return { ExplainWords::tr("%1 was shortened by Marketo").arg(c.label), ExplainWords::tr("Shorten it") };
}

Explanation badEmail(const ExplainedCase &)
{
    return { ExplainWords::tr("Not a valid e-mail address"), ExplainWords::tr("Correct it") };
}

Explanation invalidData(const ExplainedCase &c)
{
    if (c.field)
        return wrongType(c);
    return { ExplainWords::tr("Marketo does not take a value of this row"),
             ExplainWords::tr("Compare the values with the types of their fields") };
}

Explanation nobodyFound(const ExplainedCase &)
{
    return { ExplainWords::tr("Nobody in Marketo has this value"),
             ExplainWords::tr("Correct it, or find people by another field to have them added") };
}

Explanation isThere(const ExplainedCase &)
{
    return { ExplainWords::tr("This person is in Marketo already"), ExplainWords::tr("Leave the row out") };
}

Explanation unknownField(const ExplainedCase &c)
{
    return { ExplainWords::tr("Marketo does not know the field %1 any more").arg(c.label),
             ExplainWords::tr("Read the fields again and map the column anew") };
}

Explanation severalFound(const ExplainedCase &)
{
    return { ExplainWords::tr("More than one person in Marketo has this value"),
             ExplainWords::tr("Merge them in Marketo, or find people by another field") };
}

Explanation noPartition(const ExplainedCase &)
{
    return { ExplainWords::tr("This API user may not use the partition"),
             ExplainWords::tr("Choose another one, or ask your administrator") };
}

Explanation otherPartition(const ExplainedCase &)
{
    return { ExplainWords::tr("The person is in another partition of your Marketo"),
             ExplainWords::tr("Choose that partition, or leave the row out") };
}

Explanation notSettable(const ExplainedCase &c)
{
    return { ExplainWords::tr("%1 cannot be set here").arg(c.label),
             ExplainWords::tr("Do not import this column, or send it in another way") };
}

Explanation crmKeeps(const ExplainedCase &)
{
    return { ExplainWords::tr("Your CRM keeps this record: Marketo may not change it"),
             ExplainWords::tr("Change it in the CRM") };
}

Explanation companyStays(const ExplainedCase &)
{
    return { ExplainWords::tr("Small calls do not change what belongs to a company"),
             ExplainWords::tr("Send the row in large parts") };
}

Explanation cameTwice(const ExplainedCase &)
{
    return { ExplainWords::tr("The person came twice in one call"), ExplainWords::tr("Send the row again") };
}

Explanation isBusy(const ExplainedCase &)
{
    return { ExplainWords::tr("The person was busy in Marketo"), ExplainWords::tr("Send the row again") };
}

Explanation marketoTrouble(const ExplainedCase &)
{
    return { ExplainWords::tr("Marketo had trouble with this row"), ExplainWords::tr("Send the row again") };
}

Explanation partFailed(const ExplainedCase &c)
{
    if (c.reason.text.isEmpty())
        return { ExplainWords::tr("Marketo could not work on this part"),
                 ExplainWords::tr("Send the rows again") };
    return { ExplainWords::tr("Marketo could not work on this part: %1").arg(c.reason.text),
             ExplainWords::tr("Send the rows again") };
}

using LeadExplainer = Explanation (*)(const ExplainedCase &);
struct LeadCodeWords {
    QLatin1StringView code;
    LeadExplainer explainer;
};

constexpr LeadCodeWords leadExplainers[] {
    { QLatin1StringView(ReasonCode::lookupMissing), lookupMissing },
    { QLatin1StringView(ReasonCode::wrongType), wrongType },
    { QLatin1StringView(ReasonCode::tooLong), tooLong },
    { QLatin1StringView(ReasonCode::shortened), shortened },
    { QLatin1StringView(ReasonCode::badEmail), badEmail },
    { QLatin1StringView(ReasonCode::importFailed), partFailed },
    { "604"_L1, isBusy },
    { "611"_L1, marketoTrouble },
    { "713"_L1, isBusy },
    { "719"_L1, isBusy },
    { "1001"_L1, invalidData },
    { "1002"_L1, lookupMissing },
    { "1003"_L1, invalidData },
    { "1004"_L1, nobodyFound },
    { "1005"_L1, isThere },
    { "1006"_L1, unknownField },
    { "1007"_L1, severalFound },
    { "1008"_L1, noPartition },
    { "1010"_L1, otherPartition },
    { "1011"_L1, notSettable },
    { "1014"_L1, marketoTrouble },
    { "1018"_L1, crmKeeps },
    { "1021"_L1, companyStays },
    { "1022"_L1, isBusy },
    { "1036"_L1, cameTwice },
};

QStringList emailFields(const Schema &schema)
{
    QStringList names;
    for (const Field &field : schema.fields) {
        if (field.type == FieldType::Email)
            names << field.name;
    }
    return names;
}

/// Marketo's own words where ours would say less than they do.
bool saysMore(const Reason &reason)
{
    constexpr auto invalidDataText = "Invalid data"_L1;
    return reason.code == "1003"_L1 && reason.field.isEmpty() && !reason.text.isEmpty()
        && reason.text.compare(invalidDataText, Qt::CaseInsensitive) != 0;
}

} // namespace

Explanation explain(const Reason &reason, const Schema &schema)
{
    const Field *field = fieldIn(schema, reason.field);
    const QString named = field ? field->label : reason.field;
    const ExplainedCase c { .reason = reason,
                            .field = field,
                            .label = named.isEmpty() ? ExplainWords::tr("A field") : named };
    const auto found = std::ranges::find(leadExplainers, reason.code, &LeadCodeWords::code);
    Explanation why;
    if (found == std::end(leadExplainers) || saysMore(reason))
        why = { .sentence = reason.text.isEmpty() ? reason.code : reason.text, .cure = {} };
    else
        why = found->explainer(c);
    if (!reason.field.isEmpty())
        why.fields = { field ? field->name : reason.field };
    else if (reason.code == QLatin1StringView(ReasonCode::badEmail))
        why.fields = emailFields(schema); // which of them it is, Marketo does not say
    return why;
}

} // namespace rowlift::marketo
