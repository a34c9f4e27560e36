#include "app/report/run_json.h"

#include "app/mapping/mapping_json.h"
#include "app/report/part_words.h"
#include "app/run/outcome_text.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {
struct RunJsonWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Report)
};
} // namespace

QString runStateId(RunState state)
{
    switch (state) {
    case RunState::Running:
        return u"running"_s;
    case RunState::Paused:
        return u"paused"_s;
    case RunState::Stopping:
        return u"stopping"_s;
    case RunState::Interrupted:
        return u"interrupted"_s;
    case RunState::Stopped:
        return u"stopped"_s;
    case RunState::Finished:
        return u"finished"_s;
    }
    return {};
}

QJsonObject tallyJson(const Tally &tally)
{
    QJsonObject rows { { u"total"_s, tally.total() },
                       { u"warned"_s, tally.warned },
                       { u"unplaced"_s, tally.unplaced } };
    for (int outcome = 0; outcome < outcomeCount; ++outcome)
        rows[outcomeId(static_cast<Outcome>(outcome))] = tally.of(static_cast<Outcome>(outcome));
    return rows;
}

QJsonObject recordsJson(const Tally &tally)
{
    QJsonObject records;
    qint64 total = 0;
    for (int number = 0; number < outcomeCount; ++number) {
        const auto outcome = static_cast<Outcome>(number);
        if (outcome == Outcome::LeftOut || outcome == Outcome::NotSent)
            continue; // they are in no part: which of them form a record, nobody has worked out
        records[outcomeId(outcome)] = tally.recordsOf(outcome);
        total += tally.recordsOf(outcome);
    }
    records[u"total"_s] = total;
    return records;
}

namespace {

QJsonObject unknownJson(const QString &text, qint64 rows)
{
    return { { u"code"_s, ownReasonPrefix + u"unknown"_s },
             { u"field"_s, QString() },
             { u"text"_s, text },
             { u"rows"_s, rows },
             { u"outcome"_s, outcomeId(Outcome::Unknown) },
             { u"warned"_s, false } };
}

/// Where the text of a reason says nothing by itself ("nobody@example.net"): it in words.
void putIntoWords(std::vector<ReasonGroup> &groups, const Service &service, const RunPlan &plan)
{
    const Draft &draft = plan.draft;
    const auto schema = schemaFor(service, plan.describe, draft.target, draft.mapping);
    if (!schema)
        return;
    for (ReasonGroup &group : groups) {
        const Explanation why = explainReason(
            service, *schema, { .code = group.code, .field = group.field, .text = group.text });
        if (group.text.isEmpty() || why.sentence.contains(group.text))
            group.text = why.general();
    }
}

QJsonObject reasonJson(const ReasonGroup &group, bool countsRecords)
{
    QJsonObject json { { u"code"_s, group.code },
                       { u"field"_s, group.field },
                       { u"text"_s, group.text },
                       { u"rows"_s, group.rows },
                       { u"outcome"_s, outcomeId(group.outcome) },
                       { u"warned"_s, group.isWarning() } };
    if (countsRecords)
        json[u"records"_s] = group.records;
    return json;
}

QJsonArray reasonsJson(const std::vector<ReasonGroup> &groups, const Tally &tally,
                       const UnknownRows &unknownRows, bool countsRecords)
{
    QJsonArray reasons;
    qint64 unknown = tally.of(Outcome::Unknown);
    for (const ReasonGroup &group : groups) {
        if (group.outcome == Outcome::Unknown)
            unknown -= group.rows;
        reasons.append(reasonJson(group, countsRecords));
    }
    for (const auto &[text, rows] : unknownRows.groups()) {
        reasons.append(unknownJson(text, rows));
        unknown -= rows;
    }
    if (unknown > 0) // that is the reason
        reasons.append(unknownJson(RunJsonWords::tr("Nobody can tell whether they arrived"), unknown));
    return reasons;
}

QJsonArray messagesJson(const std::vector<PartsSaid> &messages)
{
    QJsonArray list;
    for (const PartsSaid &said : messages) {
        QJsonArray parts;
        for (const qint64 part : said.parts)
            parts.append(part);
        list.append(QJsonObject { { u"text"_s, said.text }, { u"parts"_s, parts } });
    }
    return list;
}

} // namespace

QJsonValue brakeJson(const RunBrake &brake)
{
    if (brake.part == 0)
        return QJsonValue::Null;
    return QJsonObject { { u"part"_s, brake.part },
                         { u"rows"_s, brake.rows },
                         { u"failed"_s, brake.failed },
                         { u"code"_s, brake.reason.code },
                         { u"field"_s, brake.reason.field },
                         { u"text"_s, brake.reason.text },
                         { u"rowsOfReason"_s, brake.reasonRows } };
}

Result<QJsonObject> runJson(const QString &runFolder, RunState state, const std::vector<SavedReport> &reports,
                            const Service *service)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto tally = (*reader)->tally();
    auto groups = (*reader)->reasons();
    if (!tally || !groups)
        return tl::unexpected(tally ? groups.error() : tally.error());
    const auto unknown = UnknownRows::of(**reader);
    const auto messages = saidOfParts(**reader);
    if (!unknown || !messages)
        return tl::unexpected(unknown ? messages.error() : unknown.error());
    QJsonArray paths;
    for (const SavedReport &report : reports)
        paths.append(report.path);
    const RunPlan &plan = (*reader)->plan();
    if (service)
        putIntoWords(*groups, *service, plan);
    const bool countsRecords = plan.draft.target.groupsRows();
    QJsonObject json { { u"run"_s, plan.id },
                       { u"state"_s, runStateId(state) },
                       { u"file"_s, plan.draft.file },
                       { u"account"_s, plan.account.name },
                       { u"service"_s, plan.account.service },
                       { u"object"_s, plan.draft.target.object },
                       { u"operation"_s, operationId(plan.draft.target.operation) },
                       { u"kind"_s, plan.kind },
                       { u"started"_s, plan.started.toUTC().toString(Qt::ISODate) },
                       { u"folder"_s, (*reader)->folder() },
                       { u"rows"_s, tallyJson(*tally) },
                       { u"reasons"_s, reasonsJson(*groups, *tally, *unknown, countsRecords) },
                       { u"partMessages"_s, messagesJson(*messages) },
                       { u"reports"_s, paths } };
    if (countsRecords)
        json[u"records"_s] = recordsJson(*tally);
    return json;
}

} // namespace rowlift
