#include "app/service/salesforce/kinds.h"

#include "app/service/salesforce/bulk_loader.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/collection_loader.h"
#include "app/service/salesforce/csv_encoder.h"
#include "app/service/salesforce/json_encoder.h"
#include "app/service/salesforce/single_loader.h"
#include "app/service/salesforce/tree_loader.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Largest body of one upload; the service adds up to half of it by base64 and ends at 150 MB.
/// Source: contracts/salesforce.md, 3.3 and 3.11.
constexpr qint64 maxUploadBytes = 100'000'000;
/// A failure costs a part at most, so it is as small as it can be without costing time: 1,000,000 contacts
/// are in after 3.1 s in parts of 10 to 40 MB, after 3.5 s in parts of 80 and after 4.1 s in parts of 5, with
/// 64 MiB of memory at 10 MB, 98 at 20 and 152 at 40 (tests/bench/measure_run.py). At 12 MB, that is about
/// 60,000 contacts, they are fewer jobs than may be under way at once.
constexpr qint64 goodPartBytes = 12'000'000;

/// Their ids wait in memory, and what breaks off the copy makes it begin again: that is 25 calls at most.
constexpr qint64 mostRecordsCopied = 50'000;

/// Uploads share one line; a few of them fill it and hide the pauses between two.
constexpr int uploadsAtOnce = 3;
/// The service queues jobs by itself and publishes no limit of ours (3.11). More than it works on at a time
/// gains nothing, and what is not there yet can still be called off here.
constexpr int jobsAtOnce = 20;

/// Source: contracts/salesforce.md, 5.2 and 5.3.
constexpr qint64 mostRecordsInCall = 200;
/// Above these, a bulk job pays. Source: contracts/salesforce.md, 3.11.
constexpr qint64 mostRowsForCalls = 2'000;
/// A call may have 50 MB (1.11). Long before that it lasts too long; one record has 400,000 characters at
/// most.
constexpr qint64 maxCallBytes = 10'000'000;
constexpr qint64 goodCallBytes = 2'000'000;
/// Of calls that last longer than 20 seconds, an org takes 25 at a time, and a small one 5 (1.11).
constexpr int callsAtOnce = 3;

const QString bulkKind = u"bulk-ingest"_s;
const QString treeKind = u"tree"_s;
const QString collectionsKind = u"collections"_s;
const QString singleKind = u"single"_s;

struct KindWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Kinds)
};

/// The n-th row with a key must find what the one before has written. A record is deleted but once.
std::map<Operation, RepeatedKeys> repeatedKeys()
{
    return { { Operation::Upsert, RepeatedKeys::Waves },
             { Operation::Update, RepeatedKeys::Waves },
             { Operation::Delete, RepeatedKeys::Once } };
}

std::vector<Operation> allOperations()
{
    return { Operation::Insert, Operation::Upsert, Operation::Update, Operation::Delete };
}

JobKind bulkLoading()
{
    return { .id = bulkKind,
             .label = KindWords::tr("In large parts, for any number of rows"),
             .help
             = KindWords::tr("Salesforce takes a part of the file at a time, works on it by itself, and "
                             "tells what became of the rows when the part is done."),
             .operations = allOperations(),
             .maxBodyBytes = maxUploadBytes,
             .partBytes = goodPartBytes,
             .canKeepOld = true,
             .mostCopied = mostRecordsCopied,
             .lanes = uploadsAtOnce,
             .inFlight = jobsAtOnce,
             .canAbort = true,
             .repeatedKeys = repeatedKeys() };
}

/// A way that is answered at once, each row by its place.
JobKind callLoading(const QString &id, qint64 mostRecords)
{
    return { .id = id,
             .operations = allOperations(),
             .maxBodyBytes = maxCallBytes,
             .partBytes = goodCallBytes,
             .maxRecords = mostRecords,
             .canKeepOld = true,
             .lanes = callsAtOnce,
             .answersAtOnce = true,
             .naming = ResultNaming::Place,
             .repeatedKeys = repeatedKeys(),
             .suffix = u"json"_s };
}

JobKind treeLoading()
{
    JobKind kind = callLoading(treeKind, mostRecordsInCall);
    kind.label = KindWords::tr("In small calls of up to 200 rows, each call as a whole");
    kind.help = KindWords::tr("Salesforce adds the rows of a call together. When it refuses some, it names "
                              "them, and Rowlift sends the others again without them.");
    kind.operations = { Operation::Insert };
    kind.bestUpTo = mostRowsForCalls;
    kind.allOrNothing = true;
    kind.canKeepOld = false;
    kind.repeatedKeys = {};
    return kind;
}

JobKind collectionsLoading()
{
    JobKind kind = callLoading(collectionsKind, mostRecordsInCall);
    kind.label = KindWords::tr("In small calls of up to 200 rows, each row by itself");
    kind.help
        = KindWords::tr("Salesforce answers at once and says most about each row. A row that it refuses "
                        "keeps no other out.");
    kind.bestUpTo = mostRowsForCalls;
    return kind;
}

JobKind singleLoading()
{
    JobKind kind = callLoading(singleKind, 1);
    kind.label = KindWords::tr("Row by row");
    kind.help
        = KindWords::tr("One call for each row: for a few rows, as each call counts against the limit of "
                        "the day.");
    return kind;
}

LoadOption ruleOption()
{
    return { .id = assignmentRuleOption,
             .kind = LoadOption::Kind::Choice,
             .label = KindWords::tr("Assign the leads"),
             .help
             = KindWords::tr("A rule of your Salesforce hands each lead to a person or a queue, whatever "
                             "owner the file names."),
             .choices = { { .value = noRule, .label = KindWords::tr("By no rule") },
                          { .value = activeRule, .label = KindWords::tr("By the active rule") } },
             .asksAccount = true };
}

LoadOption duplicatesOption()
{
    return { .id = allowDuplicatesOption,
             .kind = LoadOption::Kind::YesNo,
             .label = KindWords::tr("Save records although a duplicate rule warns"),
             .help = KindWords::tr("What a duplicate rule blocks stays out all the same."),
             .kinds = { treeKind, collectionsKind, singleKind } };
}

LoadOption strictOption()
{
    return { .id = allOrNothingOption,
             .kind = LoadOption::Kind::YesNo,
             .label = KindWords::tr("All or nothing in each call"),
             .help
             = KindWords::tr("When Salesforce refuses a row, the other rows of its call (up to 200) stay "
                             "out, too. Otherwise they are sent again without it."),
             .kinds = { treeKind } };
}

} // namespace

std::vector<JobKind> jobKinds()
{
    return { bulkLoading(), treeLoading(), collectionsLoading(), singleLoading() };
}

bool takes(const JobKind &kind, const Target &target)
{
    const bool bulkOnly = target.object == "MarketSegment"_L1 || target.object == "FlowRecord"_L1;
    return std::ranges::find(kind.operations, target.operation) != kind.operations.end()
        && (!bulkOnly || kind.id == bulkKind);
}

std::vector<LoadOption> loadOptions(const Target &target)
{
    std::vector<LoadOption> options;
    if (target.operation == Operation::Delete)
        return options;
    if (target.object == "Lead"_L1)
        options.push_back(ruleOption());
    options.push_back(duplicatesOption());
    if (target.operation == Operation::Insert)
        options.push_back(strictOption());
    return options;
}

std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                     const Schema &schema)
{
    if (!kind.answersAtOnce)
        return std::make_unique<CsvEncoder>(fields, target.operation);
    const auto body = kind.id == collectionsKind ? JsonEncoder::Body::Collection : JsonEncoder::Body::Records;
    return std::make_unique<JsonEncoder>(target, fields, schema, body);
}

std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, std::unique_ptr<Api> api, const Target &target,
                                       const QStringList &fields)
{
    if (kind.id == treeKind)
        return std::make_unique<TreeLoader>(std::move(api), target, fields);
    if (kind.id == collectionsKind)
        return std::make_unique<CollectionLoader>(std::move(api), target, fields);
    if (kind.id == singleKind)
        return std::make_unique<SingleLoader>(std::move(api), target, fields);
    return std::make_unique<BulkLoader>(std::move(api), target, fields);
}

} // namespace rowlift::salesforce
