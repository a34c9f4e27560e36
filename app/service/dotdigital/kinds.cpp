#include "app/service/dotdigital/kinds.h"

#include "app/service/dotdigital/contact_target.h"
#include "app/service/dotdigital/contacts_encoder.h"
#include "app/service/dotdigital/contacts_loader.h"
#include "app/service/dotdigital/insight_kinds.h"
#include "app/service/dotdigital/insight_target.h"
#include "app/service/multipart.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// "10 MB", of which nobody says what they are: the whole body stays under this.
/// Source: contracts/dotdigital.md, 6.3.
constexpr qint64 maxContactsBody = 9'500'000;

/// Of 25 that may be at work in an account. Source: contracts/dotdigital.md, 6.3.
constexpr int contactImportsAtATime = 10;
constexpr int contactLanes = 2;

constexpr int faultsKeptDays = 7;

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Kinds)
};

JobKind contactsImport()
{
    return { .id = QLatin1StringView(contactsKind),
             .label = KindWords::tr("In parts of just under 10 MB"),
             .help = KindWords::tr("Dotdigital takes a part of the file at a time and works on it by itself. "
                                   "It tells which contacts it refused, and why."),
             .operations = { Operation::Upsert },
             .maxBodyBytes = maxContactsBody - mostFrameBytes, // the frame is put around while it is sent
             .partBytes = maxContactsBody - mostFrameBytes,
             .lanes = contactLanes,
             .inFlight = contactImportsAtATime,
             .naming = ResultNaming::Exceptions,
             .repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } },
             .pollLeast = 5s,
             .pollMost = 30s,
             .keptDays = faultsKeptDays,
             .whenSentAgain
             = KindWords::tr("To send it again does no harm, unless the same contacts have changed in "
                             "Dotdigital meanwhile: they would get the values of your file once more.") };
}

} // namespace

std::vector<JobKind> jobKinds()
{
    std::vector<JobKind> kinds = insightKinds();
    kinds.push_back(contactsImport());
    return kinds;
}

bool takes(const JobKind &kind, const Target &target)
{
    if (std::ranges::find(kind.operations, target.operation) == kind.operations.end())
        return false;
    if (target.object.isEmpty()) // not chosen yet
        return true;
    return isInsightKind(kind) ? isInsightObject(target.object) && insightTakes(kind, target)
                               : isContacts(target);
}

QString aboutActions()
{
    return KindWords::tr("What is there already is changed or replaced, the rest is added. Nothing is ever "
                         "deleted.");
}

std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema)
{
    if (isInsightKind(kind))
        return makeInsightEncoder(kind, target, fields, schema);
    return std::make_unique<ContactsEncoder>(fields);
}

std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api, const Target &target,
                                       const QStringList &fields)
{
    if (isInsightKind(kind))
        return makeInsightLoader(kind, std::move(api), target, fields);
    return std::make_unique<ContactsLoader>(std::move(api), target);
}

} // namespace rowlift::dotdigital
