#include "app/service/salesforce/explain.h"

#include "app/service/salesforce/api_error.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Explain)
};

/// A reason and the fields it names.
struct Case {
    const Reason &reason;
    const Field *field; ///< The first one named; null when none is or the schema lacks it.
    QString label; ///< Of all of them: "Company and Last Name"; never empty.
};

Case caseOf(const Reason &reason, const Schema &schema)
{
    QStringList labels;
    const Field *first = nullptr;
    const QStringList names = reason.field.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const Field *field = schema.field(name.trimmed());
        if (!first)
            first = field;
        labels << (field ? field->label : name.trimmed());
    }
    const QString label
        = labels.isEmpty() ? ExplainWords::tr("A field") : QLocale().createSeparatedList(labels);
    return { .reason = reason, .field = first, .label = label };
}

Explanation required(const Case &c)
{
    const QString sentence = c.reason.field.contains(u',')
        ? ExplainWords::tr("These are empty, but Salesforce needs them: %1").arg(c.label)
        : ExplainWords::tr("%1 is empty, but Salesforce needs it").arg(c.label);
    return { sentence, ExplainWords::tr("Put in a value, or map a column to it") };
}

Explanation tooLong(const Case &c)
{
    const QString sentence = c.field && c.field->length > 0
        ? ExplainWords::tr("%1 is too long (max %2)").arg(c.label, QLocale().toString(c.field->length))
        : ExplainWords::tr("%1 is too long").arg(c.label);
    return { sentence, ExplainWords::tr("Shorten it") };
}

Explanation badEmail(const Case &)
{
    return { ExplainWords::tr("Not a valid e-mail address"),
             ExplainWords::tr("Correct it, or leave it empty") };
}

Explanation notOnList(const Case &c)
{
    return { ExplainWords::tr("The value is not on the list for %1").arg(c.label),
             ExplainWords::tr("Choose one of the values that Salesforce lists") };
}

Explanation duplicateRule(const Case &)
{
    return { ExplainWords::tr("A record like this already exists (duplicate rule)"),
             ExplainWords::tr("Look for it in Salesforce; update it instead, or leave the row out") };
}

Explanation notUnique(const Case &c)
{
    const QString sentence = c.reason.field.isEmpty()
        ? ExplainWords::tr("A value that must be unique is taken")
        : ExplainWords::tr("%1 must be unique; this value is taken").arg(c.label);
    return { sentence, ExplainWords::tr("Change the value, or update the record that has it") };
}

Explanation severalMatch(const Case &c)
{
    const QString sentence = c.reason.field.isEmpty()
        ? ExplainWords::tr("The value matches more than one record")
        : ExplainWords::tr("%1 matches more than one record").arg(c.label);
    return { sentence,
             ExplainWords::tr("Make the records in Salesforce differ, or use another field to find them") };
}

Explanation adminsRule(const Case &c)
{
    return { ExplainWords::tr("Your Salesforce says: %1").arg(c.reason.text),
             ExplainWords::tr("Correct the row") };
}

Explanation automationFailed(const Case &c)
{
    const QString name = c.reason.text.section(u':', 0, 0).trimmed();
    return { ExplainWords::tr("An automation in Salesforce failed: %1").arg(name),
             ExplainWords::tr("Show the details to your administrator, then send the row again") };
}

Explanation noSuchRecord(const Case &c)
{
    const QString sentence = c.reason.field.isEmpty()
        ? ExplainWords::tr("The row points to a record that does not exist")
        : ExplainWords::tr("%1 points to a record that does not exist").arg(c.label);
    return { sentence, ExplainWords::tr("Correct it, or leave it empty") };
}

Explanation noRecordId(const Case &c)
{
    const QString sentence = c.reason.field.isEmpty()
        ? ExplainWords::tr("A value is not a record id")
        : ExplainWords::tr("%1 is not a record id").arg(c.label);
    return { sentence, ExplainWords::tr("Correct it, or find the record by another field") };
}

Explanation wrongType(const Case &c)
{
    const QString cure = ExplainWords::tr("Correct the value, or change how the column is read");
    switch (c.field ? c.field->type : FieldType::Text) {
    case FieldType::Date:
    case FieldType::DateTime:
        return { ExplainWords::tr("%1 is not a date").arg(c.label), cure };
    case FieldType::Time:
        return { ExplainWords::tr("%1 is not a time").arg(c.label), cure };
    case FieldType::Integer:
    case FieldType::Number:
        return { ExplainWords::tr("%1 is not a number").arg(c.label), cure };
    case FieldType::Boolean:
        return { ExplainWords::tr("%1 is neither yes nor no").arg(c.label), cure };
    default:
        return { ExplainWords::tr("The value does not fit %1").arg(c.label), cure };
    }
}

/// One code for two things: with a field it is a value of the wrong type, without one a parent that was not
/// found.
Explanation invalidField(const Case &c)
{
    if (!c.reason.field.isEmpty())
        return wrongType(c);
    return { ExplainWords::tr("The record that the row points to was not found"),
             ExplainWords::tr("Correct the value, or leave it empty") };
}

Explanation tooLarge(const Case &c)
{
    return { ExplainWords::tr("%1 is too large").arg(c.label), ExplainWords::tr("Correct the number") };
}

Explanation notAllowed(const Case &c)
{
    const QString sentence = c.reason.field.isEmpty() ? ExplainWords::tr("You may not change this record")
                                                      : ExplainWords::tr("You may not set %1").arg(c.label);
    return { sentence, ExplainWords::tr("Do not import this column, or ask your administrator") };
}

Explanation deleted(const Case &)
{
    return { ExplainWords::tr("The record was deleted in Salesforce"),
             ExplainWords::tr("Leave the row out") };
}

Explanation wasBusy(const Case &)
{
    return { ExplainWords::tr("The record was busy"), ExplainWords::tr("Send the row again") };
}

Explanation salesforceTrouble(const Case &)
{
    return { ExplainWords::tr("Salesforce had trouble with this row"),
             ExplainWords::tr("Send the row again") };
}

Explanation noKey(const Case &)
{
    return { ExplainWords::tr("The value that finds the record is missing"), ExplainWords::tr("Fill it in") };
}

Explanation storageFull(const Case &)
{
    return { ExplainWords::tr("Your Salesforce has no storage left"),
             ExplainWords::tr("Ask your administrator") };
}

Explanation usedUp(const Case &)
{
    return { ExplainWords::tr("Today's limit of your Salesforce is used up"),
             ExplainWords::tr("Continue tomorrow") };
}

Explanation inactiveOwner(const Case &)
{
    return { ExplainWords::tr("The owner is not active in Salesforce any more"),
             ExplainWords::tr("Choose another owner") };
}

Explanation convertedLead(const Case &)
{
    return { ExplainWords::tr("The lead was converted and cannot be changed"),
             ExplainWords::tr("Leave the row out") };
}

/// The part as a whole was refused. Its messages are in English whatever the user's language.
Explanation partRefused(const Case &c)
{
    constexpr QLatin1StringView unknownField { "Field name not found : " };
    if (c.reason.text.startsWith(unknownField))
        return { ExplainWords::tr("Salesforce does not know the field %1 any more")
                     .arg(c.reason.text.sliced(unknownField.size())),
                 ExplainWords::tr("Read the fields again and map the column anew") };
    return { ExplainWords::tr("Salesforce refused the whole part: %1").arg(c.reason.text), {} };
}

using Explainer = Explanation (*)(const Case &);
constexpr std::array<std::pair<QStringView, Explainer>, 36> explainers { {
    { u"REQUIRED_FIELD_MISSING", required },
    { u"STRING_TOO_LONG", tooLong },
    { u"INVALID_EMAIL_ADDRESS", badEmail },
    { u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", notOnList },
    { u"DUPLICATES_DETECTED", duplicateRule },
    { u"DUPLICATE_VALUE", notUnique },
    { u"DUPLICATE_EXTERNAL_ID", severalMatch },
    { u"FIELD_CUSTOM_VALIDATION_EXCEPTION", adminsRule },
    { u"FIELD_FILTER_VALIDATION_EXCEPTION", adminsRule },
    { u"FIELD_INTEGRITY_EXCEPTION", adminsRule },
    { u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", automationFailed },
    { u"INVALID_CROSS_REFERENCE_KEY", noSuchRecord },
    { u"MALFORMED_ID", noRecordId },
    { u"INVALID_ID_FIELD", noRecordId },
    { u"INVALID_FIELD", invalidField },
    { u"INVALID_TYPE_ON_FIELD_IN_RECORD", wrongType },
    { u"NUMBER_OUTSIDE_VALID_RANGE", tooLarge },
    { u"INSUFFICIENT_ACCESS_OR_READONLY", notAllowed },
    { u"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", notAllowed },
    { u"INVALID_FIELD_FOR_INSERT_UPDATE", notAllowed },
    { u"ENTITY_IS_DELETED", deleted },
    { u"UNABLE_TO_LOCK_ROW", wasBusy },
    { u"TOO_MANY_LOCK_FAILURE", wasBusy },
    { u"TIMEOUT", wasBusy },
    { u"SERVER_UNAVAILABLE", wasBusy },
    { u"UNKNOWN_EXCEPTION", salesforceTrouble },
    { u"INTERNAL_SERVER_ERROR", salesforceTrouble },
    { u"MISSING_ARGUMENT", noKey },
    { u"STORAGE_LIMIT_EXCEEDED", storageFull },
    { u"REQUEST_LIMIT_EXCEEDED", usedUp },
    { u"EXCEEDED_QUOTA", usedUp },
    { u"INACTIVE_OWNER_OR_USER", inactiveOwner },
    { u"CANNOT_UPDATE_CONVERTED_LEAD", convertedLead },
    { u"INVALID_BATCH", partRefused },
    { u"CLIENT_INPUT_ERROR", partRefused },
    { u"INVALID_JOB", partRefused },
} };

} // namespace

Explanation explain(const Reason &reason, const Schema &schema)
{
    const Case c = caseOf(reason, schema);
    const auto found = std::ranges::find_if(
        explainers, [&reason](const auto &entry) { return sameCode(reason.code, entry.first); });
    if (found != explainers.end())
        return found->second(c);
    if (reason.text.isEmpty())
        return { reason.code, {} };
    return { reason.text, {} };
}

} // namespace rowlift::salesforce
