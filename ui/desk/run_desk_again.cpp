#include "app/run/overtaken.h"
#include "app/run/run_start.h"
#include "ui/desk/run_desk.h"

#include <algorithm>

// Runs that are gone on with, and rows of them that are sent once more; and what the desk knows of the
// service.

namespace rowlift::ui {

void RunDesk::goOn(const QString &folder)
{
    launch({ .errand = RunErrand::Send, .folder = folder });
}

void RunDesk::sendAgain(const QString &folder)
{
    launch({ .errand = RunErrand::Send, .folder = folder, .before = [](Ledger &ledger) {
                return giveWordOnUnknown(ledger, PartEvent::WordGiven);
            } });
}

void RunDesk::stopHere(const QString &folder)
{
    launch({ .errand = RunErrand::Send, .folder = folder, .stops = true });
}

void RunDesk::ask(const QString &folder)
{
    launch({ .errand = RunErrand::Ask, .folder = folder });
}

/// Begins a further try with some rows before anything else of the run goes on.
void RunDesk::sendSome(const QString &folder, const AttemptWish &wish)
{
    launch({ .errand = RunErrand::Send,
             .folder = folder,
             .before = [wish, &bench = m_bench](Ledger &ledger) -> Done {
                 const Service *service = serviceById(bench.services, ledger.plan().account.service);
                 if (!service)
                     return {}; // the launch says so
                 const auto begun = beginWished(ledger, *service, wish, bench.clock.now(), {});
                 return begun ? Done {} : tl::unexpected(begun.error());
             },
             .onlyBegun = true });
}

void RunDesk::sendRow(const QString &folder, qint64 record)
{
    sendSome(folder,
             { .outcomes = { Outcome::Failed, Outcome::NotProcessed },
               .records = std::vector { record },
               .kind = kindOfOneRow() });
}

void RunDesk::sendGroups(const QString &folder, const std::vector<ReasonGroup> &groups)
{
    AttemptWish wish;
    for (const ReasonGroup &group : groups) {
        if (std::ranges::find(wish.outcomes, group.outcome) == wish.outcomes.end())
            wish.outcomes.push_back(group.outcome);
    }
    wish.ofReason = [groups](const Reason &reason) {
        return std::ranges::any_of(groups, [&reason](const ReasonGroup &group) {
            return group.code == reason.code && group.field == reason.field;
        });
    };
    sendSome(folder, wish);
}

/// The service's way of sending one record a call; empty: the one that the run took does for it.
QString RunDesk::kindOfOneRow() const
{
    const Service *known = service();
    const auto kinds = known ? known->jobKinds() : std::vector<JobKind>();
    const auto single = std::ranges::find_if(kinds, [&](const JobKind &kind) {
        return kind.maxRecords == 1 && known->takes(kind, plan().draft.target.sent());
    });
    return single == kinds.end() ? QString() : single->id;
}

bool RunDesk::canSendSome() const
{
    return m_snapshot.stage == Stage::Ended && service() && m_snapshot.results.canSendSome();
}

bool RunDesk::mayPassLater(const ReasonGroup &group) const
{
    const Service *known = service();
    return known && group.outcome == Outcome::Failed
        && known->mayPassLater({ .code = group.code, .field = group.field, .text = group.text });
}

QUrl RunDesk::recordPage(const QString &recordId) const
{
    if (recordId.isEmpty() || !service())
        return {};
    const Account &account = plan().account;
    if (!m_pages || m_pagesOf != account.id) {
        m_pages = m_bench.openSession(account); // asks nobody anything
        m_pagesOf = account.id;
    }
    return m_pages ? m_pages->recordPage(plan().draft.target.object, recordId) : QUrl();
}

const Service *RunDesk::service() const
{
    return serviceById(m_bench.services, plan().account.service);
}

QString RunDesk::serviceName() const
{
    const Service *known = service();
    return known ? known->name() : plan().account.service;
}

std::optional<JobKind> RunDesk::kind() const
{
    return kindOf(plan(), m_bench.services);
}

bool RunDesk::canAbort() const
{
    const auto known = kind();
    return known && known->canAbort;
}

Explanation RunDesk::explain(const Reason &reason) const
{
    const Service *known = service();
    const Schema &schema = m_snapshot.about ? m_snapshot.about->schema : m_snapshot.results.schema;
    return known ? explainReason(*known, schema, reason)
                 : Explanation { .sentence = reason.text, .cure = {} };
}

} // namespace rowlift::ui
