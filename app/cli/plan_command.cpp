#include "app/check/check.h"
#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/cli/preparation.h"
#include "app/cli/readings.h"
#include "app/csv/bad_input.h"
#include "app/run/run_start.h"
#include "app/run/written_parts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

const QString planFileName = u"plan.json"_s;

Error cannotWritePlan(const QString &path, const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PlanWords::tr("“%1” could not be written. Is there room?").arg(path),
             .detail = detail,
             .retryAfter = {} };
}

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

/// Removes a plan that was written to \a folder before, so that nothing of it stays beside the new one.
Done removeEarlierPlan(const QString &folder, const QString &source)
{
    const QDir dir(folder);
    QFile file(dir.absoluteFilePath(planFileName));
    if (!file.exists())
        return {};
    const auto itself = [&source](const QString &path) { return QFileInfo(path) == QFileInfo(source); };
    const bool read = file.open(QIODevice::ReadOnly);
    const QJsonObject plan = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (itself(file.fileName()) || !read || !plan[u"parts"].isArray())
        return tl::unexpected(badInput(
            PlanWords::tr("“%1” is no plan of Rowlift. Choose another folder.").arg(file.fileName())));
    for (const auto part : plan[u"parts"].toArray()) {
        const QString name = part.toObject()[u"file"].toString();
        const QString path = dir.absoluteFilePath(name);
        if (name.startsWith(u"part-") && !name.contains(u'/') && !name.contains(u'\\') && !itself(path))
            QFile::remove(path);
    }
    if (!file.remove())
        return tl::unexpected(cannotWritePlan(file.fileName(), file.errorString()));
    return {};
}

QJsonObject planJson(const Preparation &ready, const PartLimits &limits, const WrittenParts &written)
{
    QJsonArray parts;
    for (const WrittenPart &part : written.parts) {
        parts.append(QJsonObject { { u"file"_s, part.file },
                                   { u"rows"_s, part.rows },
                                   { u"bytes"_s, part.bytes },
                                   { u"firstRow"_s, part.firstRecord + 1 },
                                   { u"lastRow"_s, part.lastRecord + 1 } });
    }
    return { { u"parts"_s, parts },
             { u"rows"_s, written.rows },
             { u"leftOut"_s, written.leftOut },
             { u"source"_s, ready.draft.file },
             { u"service"_s, ready.draft.service },
             { u"object"_s, ready.draft.target.object },
             { u"partBytes"_s, limits.bytes } };
}

Done savePlan(const QString &folder, const QJsonObject &json)
{
    QSaveFile file(QDir(folder).absoluteFilePath(planFileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        return tl::unexpected(cannotWritePlan(file.fileName(), file.errorString()));
    return {};
}

/// The parts with the list of them, or neither.
Result<WrittenParts> writePlan(const Preparation &ready, const PreparationOptions &options,
                               const JobKind &kind, const PartLimits &limits, const QString &folder,
                               const std::stop_token &stop)
{
    if (const Done removed = removeEarlierPlan(folder, ready.draft.file); !removed)
        return tl::unexpected(removed.error());
    RecordPass records(
        ready.draft, ready.schema,
        ready.service->makeEncoder(kind, ready.draft.target, fieldsOf(ready.draft, ready.schema)),
        { .leaveOutProblems = true });
    auto written = writeParts(records, limits, folder, kind.suffix, stop);
    if (!written)
        return written;
    const Done done = holdAgainst(options, ready.draft, written->unread, ready.schema, stop).and_then([&] {
        return savePlan(folder, planJson(ready, limits, *written));
    });
    if (!done) {
        for (const WrittenPart &part : written->parts)
            QFile::remove(QDir(folder).absoluteFilePath(part.file));
        return tl::unexpected(done.error());
    }
    return written;
}

void tell(const WrittenParts &written, const QString &folder)
{
    const QLocale locale;
    print(PlanWords::tr("%1 rows in %n part(s), in “%2”. Nothing was sent.", nullptr,
                        static_cast<int>(written.parts.size()))
              .arg(locale.toString(written.rows - written.leftOut), folder));
    if (written.leftOut > 0)
        print(PlanWords::tr("%n row(s) left out: they have problems, which “rowlift check” tells.", nullptr,
                            static_cast<int>(written.leftOut)));
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
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"profile"_s) || !parser.isSet(u"output"_s))
        return wrongUsage(
            PlanWords::tr("plan takes one file, --profile, and -o with the folder to write to."));
    const auto options = preparationOptions(parser);
    const auto partBytes = partBytesFrom(parser);
    if (!options || !partBytes)
        return wrongUsage(options ? partBytes.error().sentence : options.error().sentence);
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    const auto ready = prepare(input->file(), *options, tools, interrupt.token());
    if (!ready)
        return couldNot(ready.error());
    const auto kind = kindFor(*ready->service, ready->draft.target.operation);
    if (!kind)
        return couldNot(kind.error());
    if (*partBytes > kind->maxBodyBytes)
        return wrongUsage(PlanWords::tr("--part-bytes: %1 takes at most %2 at once.")
                              .arg(ready->service->name(), QLocale().toString(kind->maxBodyBytes)));
    if (const Done complete = isComplete(missingFields(ready->draft, ready->schema)); !complete)
        return couldNot(complete.error());
    JobKind sized = *kind;
    sized.partBytes = *partBytes > 0 ? *partBytes : kind->partBytes;
    const PartLimits limits
        = parser.isSet(u"no-brake"_s) ? PartLimits::even(sized.partBytes) : PartLimits::of(sized);
    const QString folder = parser.value(u"output"_s);
    const auto written = writePlan(*ready, *options, sized, limits, folder, interrupt.token());
    if (!written)
        return couldNot(written.error());
    tell(*written, folder);
    return written->leftOut > 0 ? RowsNeedALook : Fine;
}

} // namespace rowlift::cli
