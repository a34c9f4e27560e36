#include "app/service/salesforce/explain_part.h"

#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/reason_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct PartFaultWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Explain)
};

Explanation partRefused(const Reason &reason)
{
    const QString &text = reason.text;
    if (const QString field = unknownField(text); !field.isEmpty())
        return { PartFaultWords::tr("Salesforce does not know the field %1 any more").arg(field),
                 PartFaultWords::tr("Read the fields again and map the column anew") };
    if (text.contains("must contain only ids"_L1))
        return { PartFaultWords::tr("Salesforce takes nothing but record ids when it deletes"), {} };
    if (text.contains("External ID was blank"_L1))
        return { PartFaultWords::tr("Salesforce was not told the field that finds the records"),
                 PartFaultWords::tr(
                     "Choose again what should happen, and by which field records are found") };
    return { PartFaultWords::tr("Salesforce refused the whole part: %1").arg(text), {} };
}

Explanation lostTime(const Reason &)
{
    return { PartFaultWords::tr("Salesforce gave the part up, because it took too long"),
             PartFaultWords::tr("Send the rows again in smaller parts; automations may be slowing it down") };
}

Explanation notEnabled(const Reason &)
{
    return { PartFaultWords::tr("Your Salesforce does not let this user import many records at once"),
             PartFaultWords::tr(
                 "Send the rows in small calls, or ask your administrator about the “Bulk API”") };
}

Explanation notForThis(const Reason &)
{
    return { PartFaultWords::tr("Salesforce does not take records of this kind from this user"),
             PartFaultWords::tr("Ask your administrator") };
}

Explanation wrongState(const Reason &)
{
    return { PartFaultWords::tr("Salesforce had ended the part already"),
             PartFaultWords::tr("Send the rows again") };
}

Explanation gone(const Reason &)
{
    return { PartFaultWords::tr(
                 "Salesforce does not have what was asked for, or does not show it to this user"),
             {} };
}

Explanation noEntry(const Reason &)
{
    return { PartFaultWords::tr("Your Salesforce does not let programs in"),
             PartFaultWords::tr("Ask your administrator for “API Enabled”") };
}

Explanation sessionEnded(const Reason &)
{
    return { PartFaultWords::tr("Salesforce has ended the session"), PartFaultWords::tr("Sign in again") };
}

Explanation partTooLarge(const Reason &)
{
    return { PartFaultWords::tr("This part is larger than Salesforce takes"),
             PartFaultWords::tr("Send the rows again in smaller parts") };
}

using PartExplainer = Explanation (*)(const Reason &);
struct PartWordsOfCode {
    QStringView code;
    PartExplainer explainer;
};

constexpr PartWordsOfCode partExplainers[] {
    { u"INVALID_BATCH", partRefused },
    { u"CLIENT_INPUT_ERROR", partRefused },
    { u"INVALID_JOB", partRefused },
    { u"INVALID_OPERATION", partRefused },
    { u"INVALID_URL", partRefused },
    { u"INVALID_INPUT", partRefused },
    { u"JSON_PARSER_ERROR", partRefused },
    { u"METHOD_NOT_ALLOWED", partRefused },
    { u"UNSUPPORTED_MEDIA_TYPE", partRefused },
    { u"INVALID_JOB_STATE", wrongState },
    { u"INVALID_ENTITY", notForThis },
    { u"INVALID_TYPE", notForThis },
    { u"INVALID_USER", notEnabled },
    { u"FEATURE_NOT_ENABLED", notEnabled },
    { u"FUNCTIONALITY_NOT_ENABLED", notEnabled },
    { u"API_DISABLED_FOR_ORG", noEntry },
    { u"API_CURRENTLY_DISABLED", noEntry },
    { u"INVALID_SESSION_ID", sessionEnded },
    { u"NOT_FOUND", gone },
    { u"EXCEEDED_ID_LIMIT", partTooLarge },
    { u"EXCEEDED_MAX_SIZE_REQUEST", partTooLarge },
};

} // namespace

std::optional<Explanation> explainPart(const Reason &reason)
{
    if (reason.text.contains("Tried more than"_L1)) // "… 10 times", with several codes
        return lostTime(reason);
    const auto found = std::ranges::find_if(partExplainers, [&reason](const PartWordsOfCode &words) {
        return sameCode(reason.code, words.code);
    });
    return found == std::end(partExplainers) ? std::nullopt : std::optional(found->explainer(reason));
}

} // namespace rowlift::salesforce
