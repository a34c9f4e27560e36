#include "ui/desk/parts_at_service.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

bool isAtService(PartState state)
{
    return state == PartState::Remote || state == PartState::Aborting || state == PartState::Collecting;
}

/// When the service got it.
QDateTime sentAt(LedgerReader &reader, qint64 part)
{
    const auto steps = reader.stepsOf(part);
    if (!steps)
        return {};
    QDateTime last;
    for (const RecordedStep &step : *steps) {
        if (step.done)
            last = step.when;
    }
    return last;
}

} // namespace

PartsAtService partsAtService(const QString &folder)
{
    PartsAtService found { .folder = folder, .file = {}, .account = {}, .parts = 0, .since = {} };
    const auto reader = LedgerReader::open(folder);
    if (!reader)
        return found;
    found.file = (*reader)->plan().draft.file;
    found.account = (*reader)->plan().account.id;
    const auto parts = (*reader)->parts();
    if (!parts)
        return found;
    for (const PartRecord &part : *parts) {
        if (!isAtService(part.state))
            continue;
        ++found.parts;
        const QDateTime sent = sentAt(**reader, part.number);
        if (sent.isValid() && (!found.since.isValid() || sent < found.since))
            found.since = sent;
    }
    return found;
}

Result<std::vector<PartsAtService>> partsAtServices(const QString &runsFolder, const std::stop_token &stop)
{
    std::vector<PartsAtService> all;
    for (const RunSummary &run : runsIn(runsFolder, 0)) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (run.tally.of(Outcome::Waiting) == 0)
            continue;
        if (PartsAtService parts = partsAtService(run.folder); parts.parts > 0)
            all.push_back(std::move(parts));
    }
    return all;
}

QDateTime keptUntil(const PartsAtService &parts, const RunPlan &run, const Services &services)
{
    const Service *service = serviceById(services, run.account.service);
    const auto kinds = service ? service->jobKinds() : std::vector<JobKind>();
    const auto kind = std::ranges::find(kinds, run.kind, &JobKind::id);
    if (!parts.since.isValid() || kind == kinds.end() || kind->keptDays == 0)
        return {};
    return parts.since.addDays(kind->keptDays);
}

} // namespace rowlift::ui
