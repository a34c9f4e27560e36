#include "app/report/run_json.h"

#include "app/run/outcome_text.h"

#include <QJsonArray>

namespace rowlift {

using namespace Qt::StringLiterals;

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
    QJsonObject rows { { u"total"_s, tally.total() }, { u"warned"_s, 0 }, { u"unplaced"_s, tally.unplaced } };
    for (int outcome = 0; outcome < outcomeCount; ++outcome)
        rows[outcomeId(static_cast<Outcome>(outcome))] = tally.of(static_cast<Outcome>(outcome));
    return rows;
}

Result<QJsonObject> runJson(const QString &runFolder, RunState state, const std::vector<SavedReport> &reports)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto tally = (*reader)->tally();
    const auto groups = (*reader)->reasons();
    if (!tally || !groups)
        return tl::unexpected(tally ? groups.error() : tally.error());
    QJsonArray reasons;
    for (const ReasonGroup &group : *groups) {
        reasons.append(QJsonObject { { u"code"_s, group.code },
                                     { u"field"_s, group.field },
                                     { u"text"_s, group.text },
                                     { u"rows"_s, group.rows } });
    }
    QJsonArray paths;
    for (const SavedReport &report : reports)
        paths.append(report.path);
    return QJsonObject { { u"run"_s, (*reader)->plan().id },
                         { u"state"_s, runStateId(state) },
                         { u"rows"_s, tallyJson(*tally) },
                         { u"reasons"_s, reasons },
                         { u"reports"_s, paths } };
}

} // namespace rowlift
