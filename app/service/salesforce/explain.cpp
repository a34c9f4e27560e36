#include "app/service/salesforce/explain.h"

#include "app/mapping/record_id.h"
#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/explain_part.h"
#include "app/service/salesforce/reason_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Explain)
};

using Case = ReadReason;

/// \a sentence names the value of a row; \a ofMany says the same of several.
Explanation withValue(const Case &c, const QString &sentence, const QString &ofMany, const QString &cure)
{
    if (c.value.isEmpty())
        return { .sentence = ofMany, .cure = cure };
    return { .sentence = sentence, .cure = cure, .ofMany = ofMany };
}

Explanation required(const Case &c)
{
    const QString sentence = c.fields.size() > 1
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
    //: %1 is a value, %2 a field
    return withValue(c, ExplainWords::tr("“%1” is not on the list for %2").arg(c.value, c.label),
                     ExplainWords::tr("The value is not on the list for %1").arg(c.label),
                     ExplainWords::tr("Choose one of the values that Salesforce lists"));
}

Explanation duplicateRule(const Case &)
{
    return { ExplainWords::tr("A record like this already exists (duplicate rule)"),
             ExplainWords::tr("Look for it in Salesforce; update it instead, or leave the row out") };
}

Explanation notUnique(const Case &c)
{
    static const QRegularExpression twice(u"^Duplicate external id specified: (.+)$"_s);
    const QString cure = ExplainWords::tr("Change the value, or update the record that has it");
    if (const auto match = twice.match(c.reason.text); match.hasMatch())
        return { .sentence
                 = ExplainWords::tr("%1 must be unique; “%2” came twice").arg(c.label, match.captured(1)),
                 .cure = ExplainWords::tr("Make one row of them"),
                 .ofMany = ExplainWords::tr("%1 must be unique; this value came twice").arg(c.label) };
    const QString sentence = c.namesFields()
        ? ExplainWords::tr("%1 must be unique; this value is taken").arg(c.label)
        : ExplainWords::tr("A value that must be unique is taken");
    return { sentence, cure };
}

Explanation severalMatch(const Case &c)
{
    const QString sentence = c.namesFields()
        ? ExplainWords::tr("%1 matches more than one record").arg(c.label)
        : ExplainWords::tr("The value matches more than one record");
    return { sentence,
             ExplainWords::tr("Make the records in Salesforce differ, or use another field to find them") };
}

Explanation adminsRule(const Case &c)
{
    return { ExplainWords::tr("Your Salesforce says: %1").arg(c.reason.text),
             ExplainWords::tr("Correct the row") };
}

/// The id of a record of another kind, or values that do not go together: state and country, say.
Explanation doesNotFit(const Case &c)
{
    if (!isRecordId(c.value.toStdString()))
        return adminsRule(c);
    return { ExplainWords::tr("%1 points to another kind of record").arg(c.label),
             ExplainWords::tr("Correct it, or find the record by another field") };
}

Explanation automationFailed(const Case &c)
{
    const QString name = c.reason.text.section(u':', 0, 0).trimmed();
    return { ExplainWords::tr("An automation in Salesforce failed: %1").arg(name),
             ExplainWords::tr("Show the details to your administrator, then send the row again") };
}

Explanation noSuchRecord(const Case &c)
{
    const QString sentence = c.namesFields()
        ? ExplainWords::tr("%1 points to a record that does not exist").arg(c.label)
        : ExplainWords::tr("The row points to a record that does not exist");
    return { sentence, ExplainWords::tr("Correct it, or leave it empty") };
}

Explanation noRecordId(const Case &c)
{
    const QString sentence = c.namesFields() ? ExplainWords::tr("%1 is not a record id").arg(c.label)
                                             : ExplainWords::tr("A value is not a record id");
    return { sentence, ExplainWords::tr("Correct it, or find the record by another field") };
}

Explanation wrongType(const Case &c)
{
    const QString cure = ExplainWords::tr("Correct the value, or change how the column is read");
    const FieldType said = wantedType(c.reason.text);
    switch (c.field && said == FieldType::Unsupported ? c.field->type : said) {
    case FieldType::Date:
    case FieldType::DateTime:
        return withValue(c, ExplainWords::tr("“%1” is not a date").arg(c.value),
                         ExplainWords::tr("%1 is not a date").arg(c.label), cure);
    case FieldType::Time:
        return withValue(c, ExplainWords::tr("“%1” is not a time").arg(c.value),
                         ExplainWords::tr("%1 is not a time").arg(c.label), cure);
    case FieldType::Integer:
        if (c.value.contains(u'.'))
            return withValue(c, ExplainWords::tr("“%1” is not a whole number").arg(c.value),
                             ExplainWords::tr("%1 is not a whole number").arg(c.label), cure);
        [[fallthrough]];
    case FieldType::Number:
        return withValue(c, ExplainWords::tr("“%1” is not a number").arg(c.value),
                         ExplainWords::tr("%1 is not a number").arg(c.label), cure);
    case FieldType::Boolean:
        return withValue(c, ExplainWords::tr("“%1” is neither yes nor no").arg(c.value),
                         ExplainWords::tr("%1 is neither yes nor no").arg(c.label), cure);
    default:
        return withValue(c, ExplainWords::tr("“%1” does not fit %2").arg(c.value, c.label),
                         ExplainWords::tr("The value does not fit %1").arg(c.label), cure);
    }
}

Explanation fieldNotKnown(const QString &field)
{
    return { ExplainWords::tr("Salesforce does not know the field %1 any more").arg(field),
             ExplainWords::tr("Read the fields again and map the column anew") };
}

/// What people call the objects that rows point to.
QString objectWord(const QString &object)
{
    if (object == "User"_L1)
        return ExplainWords::tr("user");
    if (object == "Group"_L1)
        return ExplainWords::tr("group or queue");
    if (object == "Account"_L1)
        return ExplainWords::tr("account");
    if (object == "Contact"_L1)
        return ExplainWords::tr("contact");
    if (object == "Lead"_L1)
        return ExplainWords::tr("lead");
    return object == "Campaign"_L1 ? ExplainWords::tr("campaign") : object;
}

Explanation parentNotFound(const Case &c)
{
    const QString cure = ExplainWords::tr("Correct the value, or leave it empty");
    const auto parent = missingParent(c.reason.text);
    if (!parent)
        return { ExplainWords::tr("The record that the row points to was not found"), cure };
    const QString object = objectWord(parent->object);
    //: %1 a kind of record ("account"), %2 a field, %3 its value
    return { .sentence = ExplainWords::tr("No %1 with %2 = %3").arg(object, c.parentLabel, parent->value),
             .cure = cure,
             //: %1 a kind of record ("account"), %2 a field
             .ofMany = ExplainWords::tr("No %1 with this %2").arg(object, c.parentLabel) };
}

/// One code for three things: a value of the wrong type, a field that is not there any more, and a parent
/// that was not found.
Explanation invalidField(const Case &c)
{
    if (const QString field = unknownField(c.reason.text); !field.isEmpty())
        return fieldNotKnown(field);
    return c.reason.field.isEmpty() ? parentNotFound(c) : wrongType(c);
}

Explanation tooLarge(const Case &c)
{
    return { ExplainWords::tr("%1 is too large").arg(c.label), ExplainWords::tr("Correct the number") };
}

Explanation notAllowed(const Case &c)
{
    const QString sentence = c.namesFields() ? ExplainWords::tr("You may not set %1").arg(c.label)
                                             : ExplainWords::tr("You may not change this record");
    return { sentence, ExplainWords::tr("Do not import this column, or ask your administrator") };
}

/// The record itself is fine; one that it points to is not for this user.
Explanation parentNotAllowed(const Case &c)
{
    const QString sentence = c.namesFields()
        ? ExplainWords::tr("%1 points to a record that you may not use").arg(c.label)
        : ExplainWords::tr("The row points to a record that you may not use");
    return { sentence, ExplainWords::tr("Correct it, or ask your administrator") };
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

Explanation keyNotInAddress(const Case &)
{
    return { ExplainWords::tr("Row by row, no record can be found by “.” or “..”"),
             ExplainWords::tr("Send it in another way") };
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

Explanation notDeleted(const Case &c)
{
    return { ExplainWords::tr("Salesforce keeps this record: %1").arg(c.reason.text),
             ExplainWords::tr("Something still uses it: end that first, or leave the row out") };
}

Explanation rolledBack(const Case &)
{
    return { ExplainWords::tr("Not saved, because another row of the same call was refused"),
             ExplainWords::tr("Correct that row, then send this one again") };
}

Explanation wrongCurrency(const Case &c)
{
    return withValue(c, ExplainWords::tr("“%1” is no currency of your Salesforce").arg(c.value),
                     ExplainWords::tr("%1 is no currency of your Salesforce").arg(c.label),
                     ExplainWords::tr("Use a code that is set up there, as EUR"));
}

Explanation limitReached(const Case &c)
{
    return { ExplainWords::tr("A limit of your Salesforce is reached: %1").arg(c.reason.text),
             ExplainWords::tr("Ask your administrator") };
}

Explanation securityRule(const Case &)
{
    return { ExplainWords::tr("A security rule of your Salesforce does not allow this"),
             ExplainWords::tr("Ask your administrator") };
}

using Explainer = Explanation (*)(const Case &);
struct CodeWords {
    QStringView code;
    Explainer explainer;
};

/// Source: contracts/salesforce.md, 3.8 to 3.10, and ux.md, section 11.
constexpr CodeWords explainers[] {
    { u"REQUIRED_FIELD_MISSING", required },
    { u"STRING_TOO_LONG", tooLong },
    { u"INVALID_EMAIL_ADDRESS", badEmail },
    { u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", notOnList },
    { u"INVALID_CURRENCY_ISO", wrongCurrency },
    { u"DUPLICATES_DETECTED", duplicateRule },
    { u"DUPLICATE_VALUE", notUnique },
    { u"DUPLICATE_EXTERNAL_ID", severalMatch },
    { u"FIELD_CUSTOM_VALIDATION_EXCEPTION", adminsRule },
    { u"FIELD_FILTER_VALIDATION_EXCEPTION", adminsRule },
    { u"FIELD_INTEGRITY_EXCEPTION", doesNotFit },
    { u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", automationFailed },
    { u"INVALID_CROSS_REFERENCE_KEY", noSuchRecord },
    { u"MALFORMED_ID", noRecordId },
    { u"INVALID_ID_FIELD", noRecordId },
    { u"INVALID_FIELD", invalidField },
    { u"INVALID_TYPE_ON_FIELD_IN_RECORD", wrongType },
    { u"NUMBER_OUTSIDE_VALID_RANGE", tooLarge },
    { u"INSUFFICIENT_ACCESS_OR_READONLY", notAllowed },
    { u"INSUFFICIENT_ACCESS", notAllowed },
    { u"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", parentNotAllowed },
    { u"INVALID_FIELD_FOR_INSERT_UPDATE", notAllowed },
    { u"ENTITY_IS_DELETED", deleted },
    { u"DELETE_FAILED", notDeleted },
    { u"UNABLE_TO_LOCK_ROW", wasBusy },
    { u"TOO_MANY_LOCK_FAILURE", wasBusy },
    { u"TIMEOUT", wasBusy },
    { u"QUERY_TIMEOUT", wasBusy },
    { u"SERVER_UNAVAILABLE", wasBusy },
    { u"UNKNOWN_EXCEPTION", salesforceTrouble },
    { u"UNKNOWN", salesforceTrouble },
    { u"INTERNAL_SERVER_ERROR", salesforceTrouble },
    { u"MISSING_ARGUMENT", noKey },
    { u"KEY_NOT_IN_ADDRESS", keyNotInAddress },
    { u"ALL_OR_NONE_OPERATION_ROLLED_BACK", rolledBack },
    { u"STORAGE_LIMIT_EXCEEDED", storageFull },
    { u"LIMIT_EXCEEDED", limitReached },
    { u"REQUEST_LIMIT_EXCEEDED", usedUp },
    { u"EXCEEDED_QUOTA", usedUp },
    { u"INACTIVE_OWNER_OR_USER", inactiveOwner },
    { u"CANNOT_UPDATE_CONVERTED_LEAD", convertedLead },
};

} // namespace

Explanation explain(const Reason &reason, const Schema &schema)
{
    const Case c = readReason(reason, schema);
    const auto found = std::ranges::find_if(
        explainers, [&reason](const CodeWords &words) { return sameCode(reason.code, words.code); });
    Explanation why;
    if (const auto part = explainPart(reason))
        why = *part;
    else if (found != std::end(explainers))
        why = found->explainer(c);
    else if (reason.code.startsWith("TXN_SECURITY"_L1))
        why = securityRule(c);
    else
        why = { .sentence = reason.text.isEmpty() ? reason.code : reason.text, .cure = {} };
    why.fields = c.fields;
    return why;
}

} // namespace rowlift::salesforce
