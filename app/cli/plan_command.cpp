#include "app/check/check.h"
#include "app/cli/check_words.h"
#include "app/cli/command.h"
#include "app/cli/consent_choices.h"
#include "app/cli/found_records.h"
#include "app/cli/input_file.h"
#include "app/cli/load_choices.h"
#include "app/cli/plan_folder.h"
#include "app/cli/preparation.h"
#include "app/cli/readings.h"
#include "app/csv/bad_input.h"
#include "app/run/key_plan.h"
#include "app/run/record_limit.h"
#include "app/run/run_start.h"
#include "app/run/written_parts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

/// The largest part, as asked for; the kind's own without the option.
Result<qint64> partBytesFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"part-bytes"_s))
        return 0;
    bool isNumber = false;
    const qint64 bytes = parser.value(u"part-bytes"_s).toLongLong(&isNumber);
    if (!isNumber || bytes < 1)
        return tl::unexpected(badInput(PlanWords::tr("--part-bytes takes a number of bytes, from 1 on.")));
    return bytes;
}

/// Counts rows and makes nothing of them.
class NoEncoder : public Encoder {
public:
    QByteArray prologue() const override { return {}; }
    QByteArray epilogue() const override { return {}; }
    void encode(qint64, std::span<const std::string_view>, OutBuffer &) const override { }
};

/// The way of loading that an import would take. The rows that it would send are counted only as far as it
/// depends on them.
Result<JobKind> kindOf(const Preparation &ready, const std::stop_token &stop)
{
    const Draft &draft = ready.draft;
    qint64 decisive = 0;
    for (const JobKind &kind : ready.service->jobKinds())
        decisive = std::max(decisive, kind.bestUpTo);
    if (!draft.kind.isEmpty() || decisive == 0)
        return kindFor(*ready.service, draft.target, 0, draft.kind, fieldsOf(draft, ready.schema));
    qint64 rows = 0;
    RecordPass records(draft, ready.schema, std::make_unique<NoEncoder>(), { .leaveOutProblems = true });
    const auto end = records.run(
        {},
        [&](const EncodedRows &some) -> Done {
            rows += static_cast<qint64>(some.size());
            return rows <= decisive ? Done {} : tl::unexpected(cancelledError());
        },
        stop);
    if (!end && rows <= decisive)
        return tl::unexpected(end.error());
    return kindFor(*ready.service, draft.target, rows, {}, fieldsOf(draft, ready.schema));
}

/// Parts that are larger than was asked for: one row alone, with what every part has around its rows.
qint64 overLimit(const WrittenParts &written, const PartLimits &limits)
{
    return std::ranges::count_if(written.parts,
                                 [&limits](const WrittenPart &part) { return part.bytes > limits.bytes; });
}

/// Rows of records, or by themselves, that no part can hold: the others have a problem.
qint64 tooLarge(const WrittenParts &written, const Draft &draft)
{
    return written.leftOut - static_cast<qint64>(draft.leftOut.size());
}

QJsonObject planJson(const Preparation &ready, const QString &kind, const PartLimits &limits,
                     const WrittenParts &written)
{
    const bool hasWaves = !written.parts.empty() && written.parts.back().wave > 1;
    QJsonArray parts;
    for (const WrittenPart &part : written.parts) {
        QJsonObject json { { u"file"_s, part.file },
                           { u"rows"_s, part.rows },
                           { u"bytes"_s, part.bytes },
                           { u"firstRow"_s, part.firstRecord + 1 },
                           { u"lastRow"_s, part.lastRecord + 1 } };
        if (part.records != part.rows)
            json[u"records"_s] = part.records;
        if (hasWaves)
            json[u"wave"_s] = part.wave;
        parts.append(json);
    }
    return { { u"parts"_s, parts },
             { u"rows"_s, written.rows },
             { u"leftOut"_s, written.leftOut },
             { u"tooLarge"_s, tooLarge(written, ready.draft) },
             { u"source"_s, ready.draft.file },
             { u"service"_s, ready.draft.service },
             { u"object"_s, ready.draft.target.object },
             { u"kind"_s, kind },
             { u"onlyStops"_s, QJsonArray::fromStringList(fieldsOfOnlyStops(ready.draft, ready.schema)) },
             { u"partBytes"_s, limits.bytes },
             { u"overLimit"_s, overLimit(written, limits) } };
}

/// What an import would tell before it sends, or refuse. Then target and rows are as they would be for an
/// import.
Done tellFound(Preparation &ready, const PreparationOptions &options, const std::stop_token &stop)
{
    const auto check
        = checkRows(ready.draft, ready.schema, {}, stop, mostRecordBytes(*ready.service, ready.draft.target));
    if (!check)
        return tl::unexpected(check.error());
    if (const Done held = holdAgainst(options, ready.draft, *check, ready.schema, stop); !held)
        return held;
    for (const ProblemGroup &group : check->groups)
        say(groupLine(group));
    ready.draft.target = frozenTarget(ready.draft, ready.schema, check->contentHash);
    ready.draft.leftOut = check->problemRecords;
    return {};
}

/// The parts with the list of them, or neither.
Result<WrittenParts> writePlan(const Preparation &ready, const JobKind &kind, const PartLimits &limits,
                               const QString &path, const std::stop_token &stop)
{
    PlanFolder folder(path);
    if (const Done begun = folder.begin(ready.draft.file); !begun)
        return tl::unexpected(begun.error());
    RecordPass records(ready.draft, ready.schema,
                       ready.service->makeEncoder(kind, ready.draft.target.sent(),
                                                  fieldsOf(ready.draft, ready.schema), ready.schema),
                       { .leaveOutProblems = true, .mostPartBytes = kind.maxBodyBytes });
    const auto schedule = scheduleRows(records, kind, limits, {}, stop);
    auto written = schedule ? writeParts(records, *schedule, limits, path, kind.suffix, stop)
                            : tl::unexpected(schedule.error());
    const Done done = (written ? Done {} : tl::unexpected(written.error())).and_then([&] {
        return folder.finish(planJson(ready, kind.id, limits, *written));
    });
    if (done)
        return written;
    for (const WrittenPart &part : written ? written->parts : std::vector<WrittenPart>())
        QFile::remove(QDir(path).absoluteFilePath(part.file));
    folder.giveUp();
    return tl::unexpected(done.error());
}

void tell(const WrittenParts &written, const Draft &draft, const PartLimits &limits, const QString &folder)
{
    const QLocale locale;
    print(PlanWords::tr("%Ln row(s) in “%1”; parts: %2. Nothing was sent.", nullptr,
                        static_cast<int>(written.rows - written.leftOut))
              .arg(folder, locale.toString(static_cast<qint64>(written.parts.size()))));
    if (!draft.leftOut.empty())
        print(PlanWords::tr("%n row(s) left out: they have problems, which “rowlift check” tells.", nullptr,
                            static_cast<int>(draft.leftOut.size())));
    if (const qint64 rows = tooLarge(written, draft); rows > 0)
        print(PlanWords::tr("%n row(s) left out: what they form is larger than the service takes at once.",
                            nullptr, static_cast<int>(rows)));
    if (const qint64 over = overLimit(written, limits); over > 0)
        print(PlanWords::tr("%n part(s) are larger than %1 bytes: a single row is.", nullptr,
                            static_cast<int>(over))
                  .arg(locale.toString(limits.bytes)));
}

} // namespace

int planCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        PlanWords::tr("Writes the exact bytes of every part that an import would send, and sends nothing."));
    parser.addPositionalArgument(u"FILE"_s, PlanWords::tr("The spreadsheet."));
    parser.addOptions(
        { { { u"o"_s, u"output"_s }, PlanWords::tr("The folder for the parts and plan.json."), u"DIR"_s },
          { u"part-bytes"_s, PlanWords::tr("No part is larger; absent: as the service likes it."), u"N"_s },
          { u"no-brake"_s, PlanWords::tr("The first part is as large as the others.") } });
    addPreparationOptions(parser);
    addFieldsOption(parser);
    addLoadOptions(parser);
    addAccountOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !namesWhatToDo(parser) || !parser.isSet(u"output"_s))
        return wrongUsage(
            PlanWords::tr("plan takes one file, --profile (or --delete-ids with --object), and -o with the "
                          "folder to write to."));
    const auto options = preparationOptions(parser);
    const auto partBytes = partBytesFrom(parser);
    if (!options || !partBytes)
        return wrongUsage(options ? partBytes.error().sentence : options.error().sentence);
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    auto ready = prepare(input->file(), *options, tools, interrupt.token());
    if (!ready)
        return couldNot(ready.error());
    const auto found = FoundRecords::lookUp(*ready, tools.clock, false, interrupt);
    if (!found)
        return couldNot(found.error());
    const auto kind = kindOf(*ready, interrupt.token());
    if (!kind)
        return couldNot(kind.error());
    if (const Done known = knowsChoices(*ready, *kind); !known)
        return couldNot(known.error());
    if (*partBytes > kind->maxBodyBytes)
        return wrongUsage(PlanWords::tr("--part-bytes: %1 takes at most %2 at once.")
                              .arg(ready->service->name(), QLocale().toString(kind->maxBodyBytes)));
    if (const Done complete = isComplete(missingFields(ready->draft, ready->schema)).and_then([&] {
            return fitsTogether(clashes(ready->draft, ready->schema));
        });
        !complete)
        return couldNot(complete.error());
    if (const Done told = tellFound(*ready, *options, interrupt.token()); !told)
        return couldNot(told.error());
    JobKind sized = *kind;
    sized.maxRecords
        = kind->mostRecords(ready->draft.keepsOld || ready->draft.target.operation == Operation::Delete);
    sized.partBytes = *partBytes > 0 ? *partBytes : kind->partBytes;
    const PartLimits limits = parser.isSet(u"no-brake"_s)
        ? PartLimits::even(sized.partBytes, sized.maxRecords)
        : PartLimits::of(sized);
    const QString folder = parser.value(u"output"_s);
    const auto written = writePlan(*ready, sized, limits, folder, interrupt.token());
    if (!written)
        return couldNot(written.error());
    tell(*written, ready->draft, limits, folder);
    return written->leftOut > 0 || overLimit(*written, limits) > 0 ? RowsNeedALook : Fine;
}

} // namespace rowlift::cli
