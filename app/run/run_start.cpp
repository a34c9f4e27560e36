#include "app/run/run_start.h"

#include "app/draft/found_ids.h"
#include "app/draft/time_zones.h"
#include "app/mapping/record_builder.h"
#include "app/run/smallest_kind.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct RunStartWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RunStart)
};

Error notReady(const QString &sentence)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

/// One entry a row, with the first problem that was found on it.
std::vector<RowOutcome> problemRows(const CheckResult &check)
{
    std::vector<RowOutcome> rows;
    for (const ProblemGroup &group : check.groups) {
        if (group.severity != Severity::Problem)
            continue;
        const Reason reason { .code = ownReasonPrefix + ruleId(group.rule),
                              .field = group.field,
                              .text = groupText(group) };
        for (const qint64 record : group.records)
            rows.push_back(
                { .record = record, .outcome = Outcome::LeftOut, .reason = reason, .recordId = {} });
    }
    std::ranges::stable_sort(rows, {}, &RowOutcome::record);
    const auto repeated = std::ranges::unique(rows, {}, &RowOutcome::record);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

/// In the language of now: what is on record was said in that of the run. Empty when only that knows it.
QString ownText(const Schema &schema, const Reason &reason)
{
    const QString id = reason.code.mid(ownReasonPrefix.size());
    const auto rule = std::ranges::find(allRules, id, ruleId);
    const Field *field = schema.field(reason.field);
    if (rule == allRules.end() || *rule == Rule::Clears || *rule == Rule::CannotClear
        || (!field && *rule != Rule::RaggedRow))
        return {}; // a word for clearing that a service has is in no schema
    if ((*rule == Rule::TooLong && field->length == 0) || (*rule == Rule::TooManyBytes && field->bytes == 0))
        return {};
    ProblemGroup group;
    group.rule = *rule;
    group.fieldLabel = !field ? QString() : field->label.isEmpty() ? field->name : field->label;
    group.limit = !field ? 0 : *rule == Rule::TooManyBytes ? field->bytes : field->length;
    group.isReference = field && !field->question.isEmpty() && !field->referenceTo.isEmpty();
    return groupText(group);
}

/// By the person, and those with a problem.
std::vector<qint64> rowsLeftOut(const Draft &draft, const CheckResult &check)
{
    std::vector<qint64> leftOut = draft.leftOut;
    leftOut.insert(leftOut.end(), check.problemRecords.begin(), check.problemRecords.end());
    std::ranges::sort(leftOut);
    const auto repeated = std::ranges::unique(leftOut);
    leftOut.erase(repeated.begin(), repeated.end());
    return leftOut;
}

qint64 rowsIn(const CheckResult &check, Rule rule, Severity severity)
{
    qint64 rows = 0;
    for (const ProblemGroup &group : check.groups)
        rows += group.rule == rule && group.severity == severity ? static_cast<qint64>(group.records.size())
                                                                 : 0;
    return rows;
}

/// What was looked up for \a draft, if it is what the check has seen, and of the file as it is.
Result<std::optional<FoundIds>> foundFor(const Draft &draft, const Schema &schema, const CheckResult &check)
{
    if (!draft.looksUp())
        return std::nullopt;
    auto found = FoundIds::open(draft, schema);
    if (!found)
        return tl::unexpected(found.error());
    const bool isLeftOut = draft.target.looksUp() || !draft.sendsUnfound;
    const Severity none = isLeftOut ? Severity::Problem : Severity::HeadsUp;
    const Severity several = draft.several == SeveralFound::LeaveOut ? Severity::Problem : Severity::HeadsUp;
    const bool isSame = found->contentHash() == check.contentHash && found->sum().rows == check.rows
        && found->sum().none == rowsIn(check, Rule::NotFound, none)
        && (!draft.target.looksUp() || found->sum().several == rowsIn(check, Rule::SeveralFound, several));
    if (!isSame)
        return tl::unexpected(notReady(RunStartWords::tr(
            "The file has changed since the records were looked up. Look them up again; nothing was sent.")));
    if (const Done whole = found->verify(); !whole)
        return tl::unexpected(whole.error());
    return std::optional<FoundIds>(std::move(*found));
}

/// What a key may begin with: letters, digits, dashes and underscores of the file's name.
QString keyNameOf(const QString &file)
{
    constexpr qsizetype longest = 60;
    QString name;
    for (const QChar letter : QFileInfo(file).completeBaseName()) {
        const bool isPlain = letter.unicode() < 0x80 && (letter.isLetterOrNumber() || letter == u'_');
        if (isPlain)
            name += letter;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longest);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"rows"_s : name;
}

/// Before a deletion old values are copied wherever they can be.
Result<bool> keepsOldIn(const JobKind &kind, const Draft &draft)
{
    const Operation operation = draft.target.operation;
    const bool wanted = operation == Operation::Delete || (operation == Operation::Update && draft.keepsOld);
    if (wanted && !kind.canKeepOld && operation == Operation::Update)
        return tl::unexpected(notReady(RunStartWords::tr(
            "This way of sending cannot copy the old values first. Choose another, or go without.")));
    return wanted && kind.canKeepOld;
}

} // namespace

Result<JobKind> kindFor(const Service &service, const Target &target, qint64 rows, const QString &wanted,
                        const QStringList &fields)
{
    if (const auto never = cannotImport(service))
        return tl::unexpected(*never);
    const auto isWanted = [rows, &wanted](const JobKind &kind) {
        return wanted.isEmpty() ? usualUpTo(kind) >= rows : kind.id == wanted;
    };
    const auto chosen = smallestKind(
        service, target, [&](const JobKind &kind) { return isWanted(kind) && service.sets(kind, fields); });
    if (chosen)
        return *chosen;
    const bool wasForFields = smallestKind(service, target, isWanted).has_value();
    return tl::unexpected(notReady(
        wasForFields
            ? RunStartWords::tr("This way of sending cannot set all of the fields that columns go to. "
                                "Choose another, or leave fields out. Nothing was sent.")
            : RunStartWords::tr("%1 cannot do this with a file.").arg(service.name())));
}

QStringList fieldsOf(const Draft &draft, const Schema &schema)
{
    const RecordBuilder builder(draft.mapping, schema, draft.target);
    const auto fields = sentFields(builder.fields(), draft.target, schema);
    return { fields.begin(), fields.end() };
}

Done isComplete(const QStringList &missingFields)
{
    if (missingFields.isEmpty())
        return {};
    return tl::unexpected(notReady(RunStartWords::tr("No column goes to %1. Map it first; nothing was sent.")
                                       .arg(missingFields.join(u", "_s))));
}

Done fitsTogether(const QStringList &clashes)
{
    if (clashes.isEmpty())
        return {};
    return tl::unexpected(notReady(RunStartWords::tr("%1 Nothing was sent.").arg(clashes.join(u' '))));
}

qint64 rowsToSend(const Draft &draft, const CheckResult &check)
{
    return check.rows - static_cast<qint64>(rowsLeftOut(draft, check).size());
}

ImportSize sizeOf(const Draft &draft, const Schema &schema, const JobKind &kind, qint64 rows, qint64 allRows)
{
    const qint64 bytes = QFileInfo(draft.readFrom()).size();
    const double share = allRows > 0 ? static_cast<double>(rows) / static_cast<double>(allRows) : 1;
    return { .kind = kind,
             .target = draft.target.sent(),
             .rows = rows,
             .fields = fieldsOf(draft, schema).size(),
             .bytes = static_cast<qint64>(static_cast<double>(bytes) * share),
             .keepsOld = draft.keepsOld && draft.target.operation == Operation::Update };
}

Target frozenTarget(const Draft &draft, const Schema &schema, quint64 contentHash)
{
    Target target = settledTarget(draft.target, schema);
    const bool makesKeys = target.keyField.isEmpty() && target.operation == Operation::Upsert
        && std::ranges::any_of(schema.fields,
                               [](const Field &field) { return field.key && !field.madeOfRow.isEmpty(); });
    if (makesKeys) // the same file again has the same keys, another one of its name has others
        target.madeKeys = u"%1-%2"_s.arg(keyNameOf(draft.file))
                              .arg(static_cast<quint32>(contentHash), 8, 16, QLatin1Char('0'));
    return target;
}

Result<std::unique_ptr<Ledger>> startRun(const QString &runsFolder, const Draft &draft,
                                         const Account &account, const Service &service,
                                         const QByteArray &describe, const CheckResult &check,
                                         const QDateTime &now, double brakeShare)
{
    if (const Done complete = isComplete(check.missingFields); !complete)
        return tl::unexpected(complete.error());
    if (const Done fits = fitsTogether(check.clashes); !fits)
        return tl::unexpected(fits.error());
    std::vector<qint64> leftOut = rowsLeftOut(draft, check);
    if (check.rows == static_cast<qint64>(leftOut.size()))
        return tl::unexpected(
            notReady(RunStartWords::tr("None of the rows can be imported yet. Nothing was sent.")));
    const auto schema = schemaFor(service, describe, draft.target, draft.mapping);
    if (!schema)
        return tl::unexpected(schema.error());
    const Target target = frozenTarget(draft, *schema, check.contentHash);
    const QStringList fields = fieldsOf(draft, *schema);
    const auto kind
        = kindFor(service, target, check.rows - static_cast<qint64>(leftOut.size()), draft.kind, fields);
    if (!kind)
        return tl::unexpected(kind.error());
    const auto keepsOld = keepsOldIn(*kind, draft);
    if (!keepsOld)
        return tl::unexpected(keepsOld.error());
    const auto found = foundFor(draft, *schema, check);
    if (!found)
        return tl::unexpected(found.error());

    RunPlan plan;
    plan.id
        = now.toUTC().toString(u"yyyyMMdd-HHmmss-"_s) + QUuid::createUuid().toString(QUuid::Id128).first(6);
    plan.draft = draft;
    plan.draft.target = target;
    nameZones(plan.draft.mapping, *schema);
    plan.draft.leftOut = std::move(leftOut);
    plan.draft.keepsOld = *keepsOld;
    plan.draft.found.clear();
    if (*found)
        plan.draft.found = foundFileIn(runsFolder + u'/' + plan.id);
    plan.account = account;
    plan.describe = describe;
    plan.kind = kind->id;
    plan.fields = fields;
    plan.rows = check.rows;
    plan.started = now.toUTC();
    plan.brakeShare = brakeShare;
    plan.contentHash = check.contentHash;
    return Ledger::create(runsFolder, plan, problemRows(check), [&found](const QString &folder) {
        return *found ? (*found)->copyTo(foundFileIn(folder)) : Done {};
    });
}

Explanation explainReason(const Service &service, const Schema &schema, const Reason &reason)
{
    if (!reason.code.startsWith(ownReasonPrefix))
        return service.explain(reason, schema);
    const QString now = ownText(schema, reason);
    return { .sentence = now.isEmpty() ? reason.text : now, .cure = {} };
}

} // namespace rowlift
