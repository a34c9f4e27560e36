#include "app/service/dotdigital/explain.h"

#include "app/service/dotdigital/contact_reasons.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Explain)
};

/// A reason, and the field that it is about.
struct ExplainedCase {
    const Reason &reason;
    QString label = {}; ///< Of the field; never empty.
};

QString fixOrLeave()
{
    return ExplainWords::tr("Correct it, or leave the row out");
}

/// Dotdigital names the value that it could not find, or says nothing.
Explanation contactMissing(const ExplainedCase &c)
{
    const QString general = ExplainWords::tr("This contact is not in Dotdigital");
    const QString cure
        = ExplainWords::tr("Save the list of missing contacts, import them as contacts, then send "
                           "the rows again");
    if (c.reason.text.isEmpty())
        return { general, cure };
    return { ExplainWords::tr("“%1” is not a contact in Dotdigital").arg(c.reason.text), cure, general };
}

Explanation badContact(const ExplainedCase &)
{
    return { ExplainWords::tr("This is nothing that a contact can be found by"),
             ExplainWords::tr("Correct it, or choose on Where to what contacts are found by") };
}

Explanation badContactType(const ExplainedCase &)
{
    return { ExplainWords::tr("Dotdigital does not find contacts by this"),
             ExplainWords::tr("Choose on Where to what contacts are found by") };
}

Explanation badKey(const ExplainedCase &)
{
    return { ExplainWords::tr("The key is empty, too long, or has characters that Dotdigital does not take"),
             ExplainWords::tr("Letters, digits, dots, dashes and _ are safe: clean the column on Map") };
}

Explanation keyTwice(const ExplainedCase &)
{
    return { ExplainWords::tr("The same key came twice"),
             ExplainWords::tr(
                 "Make one record of the rows with one key, or choose another column for the key") };
}

Explanation keyOfOther(const ExplainedCase &)
{
    return { ExplainWords::tr("A record with this key belongs to another contact already"),
             ExplainWords::tr("Compare both contacts, then correct the row or leave it out") };
}

Explanation badJson(const ExplainedCase &)
{
    return { ExplainWords::tr("Dotdigital could not read this record"),
             ExplainWords::tr("Look at its values, then send the row again") };
}

Explanation nameTooLong(const ExplainedCase &c)
{
    return { ExplainWords::tr("The name of %1 is too long").arg(c.label),
             ExplainWords::tr("Give the property a shorter name on Map") };
}

Explanation badName(const ExplainedCase &c)
{
    return { ExplainWords::tr("The name of %1 has characters that Dotdigital does not take").arg(c.label),
             ExplainWords::tr("Use letters, digits and _ only for the names of properties on Map") };
}

Explanation namesClash(const ExplainedCase &)
{
    return { ExplainWords::tr(
                 "The names of two properties differ only in - and _, which Dotdigital takes for "
                 "the same"),
             ExplainWords::tr("Give one of them another name on Map") };
}

Explanation valueTooLong(const ExplainedCase &c)
{
    return { ExplainWords::tr("%1 is too long").arg(c.label), ExplainWords::tr("Shorten it") };
}

Explanation numberTooLarge(const ExplainedCase &c)
{
    return { ExplainWords::tr("%1 is too large a number").arg(c.label),
             ExplainWords::tr("Correct it, or send it as text") };
}

Explanation listInList(const ExplainedCase &)
{
    return { ExplainWords::tr("There is a list directly in a list, which Dotdigital does not take"),
             ExplainWords::tr("Give the values in the list names on Map") };
}

/// Source: contracts/dotdigital.md, 4.5: types are immutable.
Explanation otherType(const ExplainedCase &c)
{
    return {
        ExplainWords::tr("%1 has another type in Dotdigital: the first import has fixed it").arg(c.label),
        ExplainWords::tr("Set its type on Map to what it was before, or give the property another name")
    };
}

Explanation mixedTypes(const ExplainedCase &c)
{
    return { ExplainWords::tr("%1 has values of several types in one list").arg(c.label),
             ExplainWords::tr("Set one type for it on Map") };
}

Explanation tooManyNames(const ExplainedCase &)
{
    return { ExplainWords::tr("The collection has as many different properties as it can have"),
             ExplainWords::tr("Import fewer columns, or use names that are there already") };
}

Explanation collectionGone(const ExplainedCase &)
{
    return { ExplainWords::tr("The collection was deleted while Dotdigital worked on it"),
             ExplainWords::tr("Send the rows again: that makes it anew") };
}

Explanation noReasonGiven(const ExplainedCase &)
{
    return { ExplainWords::tr("Dotdigital refused this record and does not say why"),
             ExplainWords::tr("Send the row again; if it stays so, ask Dotdigital's support") };
}

Explanation partFailed(const ExplainedCase &c)
{
    const QString sentence = ExplainWords::tr("Dotdigital could not work on this part");
    return { c.reason.text.isEmpty() ? sentence : c.reason.text, ExplainWords::tr("Send the rows again") };
}

Explanation isSuppressed(const ExplainedCase &)
{
    return { ExplainWords::tr("This contact is suppressed in Dotdigital and gets no mail"),
             ExplainWords::tr("Leave the row out: imports do not change that") };
}

Explanation wasSuppressedEverywhere(const ExplainedCase &)
{
    return { ExplainWords::tr("This address is suppressed for all accounts of Dotdigital"),
             ExplainWords::tr("Leave the row out: imports do not change that") };
}

Explanation invalidEmail(const ExplainedCase &)
{
    return { ExplainWords::tr("Not a valid e-mail address"), fixOrLeave() };
}

Explanation invalidEntry(const ExplainedCase &)
{
    return { ExplainWords::tr("Dotdigital does not take the values of this row"), fixOrLeave() };
}

Explanation addressTwice(const ExplainedCase &)
{
    return { ExplainWords::tr("This address came twice"), ExplainWords::tr("Leave one of the rows out") };
}

Explanation isBlocked(const ExplainedCase &)
{
    return { ExplainWords::tr(
                 "Dotdigital blocks addresses like this one: nobody reads them, or they belong to "
                 "no person"),
             ExplainWords::tr("Use the address of a person, or leave the row out") };
}

Explanation hasUnsubscribed(const ExplainedCase &)
{
    return { ExplainWords::tr("This contact has unsubscribed, and stays so"),
             ExplainWords::tr("Leave the row out: only the contact can subscribe again") };
}

Explanation hasHardBounced(const ExplainedCase &)
{
    return { ExplainWords::tr("Mail to this address came back for good"), fixOrLeave() };
}

Explanation hasSoftBounced(const ExplainedCase &)
{
    return { ExplainWords::tr("Mail to this address came back too often"), fixOrLeave() };
}

Explanation hasComplained(const ExplainedCase &)
{
    return { ExplainWords::tr("This contact has reported mail of yours as spam"),
             ExplainWords::tr("Leave the row out: imports do not change that") };
}

Explanation mailIsBlocked(const ExplainedCase &)
{
    return { ExplainWords::tr("The mail server of this address takes no mail of yours"), fixOrLeave() };
}

Explanation domainIsSuppressed(const ExplainedCase &)
{
    return { ExplainWords::tr("All addresses of this domain are suppressed in your Dotdigital"),
             ExplainWords::tr("Leave the row out, or change that in Dotdigital") };
}

Explanation waitsForYes(const ExplainedCase &)
{
    return { ExplainWords::tr("The contact is there, and has yet to confirm by mail"),
             ExplainWords::tr("Nothing to do: Dotdigital waits for the answer") };
}

Explanation didFail(const ExplainedCase &)
{
    return { ExplainWords::tr("Dotdigital could not import this contact"),
             ExplainWords::tr("Compare the values with the types of their fields, then send the row again") };
}

using CaseExplainer = Explanation (*)(const ExplainedCase &);
struct ReasonWords {
    QLatin1StringView code;
    CaseExplainer explainer;
};

constexpr ReasonWords reasonTable[] {
    { "Unknown"_L1, noReasonGiven },
    { "NotAvailableInThisVersion"_L1, noReasonGiven },
    { "InvalidClientKey"_L1, badKey },
    { "InvalidContactIdentifier"_L1, badContact },
    { "InvalidContactIdentifierType"_L1, badContactType },
    { "InvalidJson"_L1, badJson },
    { "DuplicateKey"_L1, keyTwice },
    { "KeyExistingForDifferentContact"_L1, keyOfOther },
    { "ContactIdDoesNotExist"_L1, contactMissing },
    { "ContactEmailDoesNotExist"_L1, contactMissing },
    { "ContactPhoneNumberDoesNotExist"_L1, contactMissing },
    { "ContactCustomIdentifierValueDoesNotExist"_L1, contactMissing },
    { "JsonKeyTooLong"_L1, nameTooLong },
    { "JsonKeyInvalidCharacters"_L1, badName },
    { "JsonContainsDashUnderscoreClash"_L1, namesClash },
    { "JsonValueTooLong"_L1, valueTooLong },
    { "JsonNumberValueTooLarge"_L1, numberTooLarge },
    { "JsonContainsNestedArray"_L1, listInList },
    { "JsonValueIncompatibleWithSchema"_L1, otherType },
    { "JsonDoesNotMatchSchema"_L1, otherType },
    { "InconsistentTypes"_L1, mixedTypes },
    { "TooManyDistinctKeyValuePairs"_L1, tooManyNames },
    { "MissingCollection"_L1, collectionGone },
    { "IMPORT_FAILED"_L1, partFailed },
    { QLatin1StringView(ContactCode::globallySuppressed), wasSuppressedEverywhere },
    { QLatin1StringView(ContactCode::suppressed), isSuppressed },
    { QLatin1StringView(ContactCode::invalidEmail), invalidEmail },
    { QLatin1StringView(ContactCode::invalidEntry), invalidEntry },
    { QLatin1StringView(ContactCode::duplicate), addressTwice },
    { QLatin1StringView(ContactCode::blocked), isBlocked },
    { QLatin1StringView(ContactCode::unsubscribed), hasUnsubscribed },
    { QLatin1StringView(ContactCode::hardBounced), hasHardBounced },
    { QLatin1StringView(ContactCode::softBounced), hasSoftBounced },
    { QLatin1StringView(ContactCode::ispComplaint), hasComplained },
    { QLatin1StringView(ContactCode::mailBlocked), mailIsBlocked },
    { QLatin1StringView(ContactCode::domainSuppressed), domainIsSuppressed },
    { QLatin1StringView(ContactCode::pendingOptIn), waitsForYes },
    { QLatin1StringView(ContactCode::failure), didFail },
};

QString fieldLabel(const Schema &schema, const QString &name)
{
    if (const Field *field = schema.field(name))
        return field->label;
    return name.isEmpty() ? ExplainWords::tr("A property") : name;
}

} // namespace

Explanation explain(const Reason &reason, const Schema &schema)
{
    const auto found = std::ranges::find_if(reasonTable, [&reason](const ReasonWords &known) {
        return reason.code.compare(known.code, Qt::CaseInsensitive) == 0;
    });
    Explanation why;
    if (found == std::end(reasonTable))
        why = { .sentence = reason.text.isEmpty() ? reason.code : reason.text, .cure = {} };
    else
        why = found->explainer({ .reason = reason, .label = fieldLabel(schema, reason.field) });
    if (!reason.field.isEmpty())
        why.fields = { reason.field };
    return why;
}

} // namespace rowlift::dotdigital
