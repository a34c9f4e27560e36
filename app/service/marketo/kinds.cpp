#include "app/service/marketo/kinds.h"

#include "app/service/marketo/bulk_loader.h"
#include "app/service/marketo/csv_encoder.h"
#include "app/service/marketo/json_encoder.h"
#include "app/service/marketo/lead_options.h"
#include "app/service/marketo/schema_reader.h"
#include "app/service/marketo/sync_loader.h"
#include "app/service/multipart.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::marketo {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// "10 MB", of which nobody says what they are: the whole body stays under this.
/// Source: contracts/marketo.md, 5.
constexpr qint64 maxImportBody = 9'500'000;

/// Two are worked on at a time, and ten may wait, these two included. Source: contracts/marketo.md, 5.
constexpr int importsAtWork = 2;
constexpr int placesInQueue = 10;
/// Marketo takes one import at a time into a list (1019). Source: contracts/marketo.md, 9.1.
constexpr int importsIntoList = 1;

/// Source: contracts/marketo.md, 9.4.
constexpr std::chrono::seconds pollOften = 5s;
constexpr std::chrono::seconds pollSeldom = 30s;
constexpr int daysKept = 7;

/// Source: contracts/marketo.md, 12.
constexpr qint64 mostPeopleInCall = 300;
constexpr qint64 maxCallBody = 1'000'000; ///< "1 MB"
constexpr qint64 goodCallBody = 900'000;

/// What belongs to the company of a person, by REST name. Source: contracts/marketo.md, 12, and Marketo's
/// list of standard fields.
constexpr std::array companyFields { "company"_L1,       "site"_L1,         "website"_L1,
                                     "mainPhone"_L1,     "industry"_L1,     "sicCode"_L1,
                                     "annualRevenue"_L1, "companyNotes"_L1, "numberOfEmployees"_L1 };
constexpr auto companyAddress = "billing"_L1; ///< Its fields begin so.

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Kinds)
};

QString sentAgain()
{
    return KindWords::tr("To send it again does no harm, unless the same people have changed in Marketo "
                         "meanwhile: they would get the values of your file once more.");
}

JobKind bulkImport()
{
    return { .id = bulkImportKind,
             .label = KindWords::tr("In parts of just under 10 MB"),
             .help = KindWords::tr("Marketo takes a part of the file at a time and works on it by itself: on "
                                   "two parts at a time, its other imports included. It tells which rows "
                                   "failed, and which it warns of."),
             .operations = { Operation::Upsert },
             .maxBodyBytes = maxImportBody - mostFrameBytes, // the frame is put around while it is sent
             .partBytes = maxImportBody - mostFrameBytes,
             .lanes = importsAtWork,
             .inFlight = placesInQueue - 1,
             .naming = ResultNaming::Exceptions,
             .repeatedKeys = { { Operation::Upsert, RepeatedKeys::Together } },
             .rowColumn = QLatin1StringView(rowColumnName),
             .workedAtOnce = importsAtWork,
             .pollLeast = pollOften,
             .pollMost = pollSeldom,
             .keptDays = daysKept,
             .whenSentAgain = sentAgain() };
}

JobKind syncLeads()
{
    return { .id = syncLeadsKind,
             .label = KindWords::tr("Small calls of up to 300 people, which tell most about each"),
             .help = KindWords::tr("Marketo answers at once and says of each person whether they were added, "
                                   "changed or refused, and why. For a file of some hundred rows."),
             .operations = { Operation::Upsert },
             .maxBodyBytes = maxCallBody,
             .partBytes = goodCallBody,
             .maxRecords = mostPeopleInCall,
             .bestUpTo = mostPeopleInCall,
             .lanes = 1, // two calls with one person could add them twice
             .answersAtOnce = true,
             .naming = ResultNaming::Place,
             .repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } },
             .suffix = u"json"_s,
             .whenSentAgain = sentAgain() };
}

} // namespace

std::vector<JobKind> jobKinds()
{
    return { bulkImport(), syncLeads() };
}

bool takes(const JobKind &kind, const Target &target)
{
    const bool can = std::ranges::find(kind.operations, target.operation) != kind.operations.end();
    const bool isPeople = target.object.isEmpty() || target.object == leadObject().name;
    return can && isPeople && (kind.id != syncLeadsKind || leadOptions(target).listId.isEmpty());
}

bool sets(const JobKind &kind, const QStringList &fields)
{
    return kind.id != syncLeadsKind || std::ranges::none_of(fields, [](const QString &field) {
               return field.startsWith(companyAddress)
                   || std::ranges::find(companyFields, field) != companyFields.end();
           });
}

JobKind kindFor(const JobKind &kind, const Target &target)
{
    if (kind.id != bulkImportKind)
        return kind;
    const LeadOptions options = leadOptions(target);
    JobKind made = kind;
    made.delimiter = options.delimiter();
    made.suffix = options.format;
    if (!options.rowNumbers)
        made.rowColumn.clear();
    if (!options.listId.isEmpty())
        made.inFlight = importsIntoList;
    else if (options.allPlaces)
        made.inFlight = placesInQueue;
    return made;
}

QString aboutActions()
{
    return KindWords::tr("Marketo's import adds people or changes those that it finds. It cannot only add, "
                         "only change, or delete.");
}

std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema)
{
    if (kind.id == syncLeadsKind)
        return std::make_unique<SyncEncoder>(target, fields, schema);
    return std::make_unique<ImportEncoder>(target, fields);
}

std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api,
                                       std::shared_ptr<FieldLabels> labels, const Target &target,
                                       const QStringList &fields)
{
    if (kind.id == syncLeadsKind)
        return std::make_unique<SyncLoader>(std::move(api), target, fields);
    return std::make_unique<BulkLoader>(std::move(api), std::move(labels), target, fields);
}

} // namespace rowlift::marketo
