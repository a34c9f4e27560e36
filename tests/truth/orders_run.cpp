#include "tests/truth/orders_run.h"

#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"

#include <QJsonDocument>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOrderComplaints = 6;
constexpr int mostOrderTries = 100; // with what comes to nothing

QString shortOrder(const QString &text)
{
    return text.size() <= 500 ? text : text.first(500) + u"…"_s;
}

QString spelt(const QString &contact, const QJsonObject &json)
{
    return contact + u' ' + QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

OrdersRun::OrdersRun(const TruthServer &server, const OrdersPlan &plan)
    : m_farEnd(server.farEnd())
    , m_plan(plan)
{
    if (plan.aim().isThere)
        m_farEnd.createInsight(plan.seeds(), OrdersPlan::collection());
    if (!plan.aim().byId)
        return;
    for (const QJsonObject &contact : m_farEnd.insight(u"contacts"_s))
        m_contactIds.insert(contact[u"email"].toString(), contact[u"id"].toInteger());
}

QString OrdersRun::send(Client &client, const QString &folder)
{
    client.pass(std::chrono::hours(1));
    Draft draft;
    draft.target = m_plan.target();
    draft.mapping = m_plan.mapping();
    draft.kind = m_plan.aim().kind;
    draft.header = m_plan.columns();
    draft.dialect.delimiter = ';';
    draft.dialect.headerRecord = 0;
    if (m_plan.aim().looksFirst)
        draft.checkedField = u"$contact"_s;
    draft.sendsUnfound = m_plan.aim().sendsUnfound;
    auto started = client.start(m_plan.source(m_contactIds), folder, draft);
    if (!started)
        return started.error().sentence + started.error().detail;
    m_folder = (*started)->folder();
    return go(client, **started);
}

QString OrdersRun::sendAgain(Client &client)
{
    auto ledger = Ledger::open(m_folder);
    if (!ledger)
        return ledger.error().sentence;
    for (const PartRecord &part : m_parts) {
        if (part.state == PartState::Unconfirmed && !(*ledger)->giveWord(part.number, PartEvent::WordGiven))
            return u"the word is not taken"_s;
    }
    return go(client, **ledger);
}

QString OrdersRun::go(Client &client, Ledger &ledger)
{
    RunControl control;
    QString trouble;
    std::atomic<bool> tiresome = false;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        if (snapshot.trouble.tries < mostOrderTries || tiresome.exchange(true))
            return;
        trouble = snapshot.trouble.sentence + u" / "_s + snapshot.trouble.detail;
        control.quit();
    };
    const RunEnd end = client.go(ledger, control);
    client.onSnapshot = {};
    if (tiresome)
        return u"it is tried again and again: "_s + trouble;
    const bool asks = end.tally.of(Outcome::Unknown) > 0;
    if (end.error && !asks)
        return end.error->sentence + u" / "_s + end.error->detail;
    if (!client.broken().isEmpty())
        return client.broken();
    const auto parts = ledger.parts();
    const auto reader = LedgerReader::open(ledger.folder());
    const auto tally = reader ? (*reader)->tally() : Result<Tally>(tl::unexpected(reader.error()));
    const auto outcomes = tally ? (*reader)->allOutcomes(1, tally->total())
                                : Result<std::vector<RowOutcome>>(tl::unexpected(tally.error()));
    if (!parts || !outcomes)
        return u"the ledger cannot be read"_s;
    m_parts = *parts;
    m_tally = *tally;
    m_outcomes = *outcomes;
    return end.state == RunState::Finished || asks ? QString() : u"it did not finish"_s;
}

qint64 OrdersRun::open() const
{
    qint64 rows = 0;
    for (const PartRecord &part : m_parts)
        rows += part.state == PartState::Unconfirmed ? part.rows : 0;
    return rows;
}

QString OrdersRun::wrongRows(bool mayBeUnknown) const
{
    QStringList wrong;
    for (size_t number = 0; number < m_outcomes.size() && wrong.size() < mostOrderComplaints; ++number) {
        const OrdersPlan::Row &planted = m_plan.rows()[number];
        const RowOutcome &told = m_outcomes[number];
        if (mayBeUnknown && told.outcome == Outcome::Unknown)
            continue;
        if (told.outcome != planted.outcome || told.reason.code != planted.code)
            wrong << u"row %1: %2 %3 instead of %4 %5 (%6)"_s.arg(number + 1)
                         .arg(outcomeId(told.outcome), told.reason.code, outcomeId(planted.outcome),
                              planted.code, shortOrder(told.reason.text));
    }
    if (m_outcomes.size() != m_plan.rows().size())
        wrong << u"%1 rows have an outcome"_s.arg(m_outcomes.size());
    return wrong.join(u'\n');
}

QString OrdersRun::wrongOrders() const
{
    QStringList wrong;
    QMap<QString, QString> expected; // by key
    QMap<QString, int> made; // how often, of those whose keys nobody knows
    for (auto order = m_plan.orders().cbegin(); order != m_plan.orders().cend(); ++order) {
        if (m_plan.aim().madeKeys && order.key().startsWith(u"made "))
            ++made[spelt(order->contact, order->json)];
        else
            expected.insert(order.key(), spelt(order->contact, order->json));
    }
    for (const QJsonObject &record : m_farEnd.insight(OrdersPlan::collection())) {
        const QString key = record[u"key"].toString();
        const QString held = spelt(record[u"contact"].toString(), record[u"json"].toObject());
        if (m_plan.aim().madeKeys && !expected.contains(key)) {
            if (--made[held] < 0)
                wrong << u"too much: "_s + shortOrder(held);
            continue;
        }
        const QString must = expected.take(key);
        if (held != must)
            wrong << u"%1 is\n  %2 instead of\n  %3"_s.arg(key, shortOrder(held), shortOrder(must));
    }
    for (auto order = expected.cbegin(); order != expected.cend(); ++order)
        wrong << u"missing: "_s + order.key();
    for (auto order = made.cbegin(); order != made.cend(); ++order) {
        if (*order > 0)
            wrong << u"missing: "_s + shortOrder(order.key());
    }
    return wrong.mid(0, mostOrderComplaints).join(u'\n');
}

QString OrdersRun::wrongSums() const
{
    if (m_tally.total() != qint64(m_plan.rows().size()) || m_tally.unplaced != 0)
        return u"the sum is %1 instead of %2, and %3 results fit no row"_s.arg(m_tally.total())
            .arg(m_plan.rows().size())
            .arg(m_tally.unplaced);
    for (const Outcome outcome : { Outcome::In, Outcome::Failed, Outcome::LeftOut }) {
        if (m_tally.of(outcome) != m_plan.count(outcome))
            return u"%1 rows are %2 instead of %3"_s.arg(m_tally.of(outcome))
                .arg(outcomeId(outcome))
                .arg(m_plan.count(outcome));
        if (outcome != Outcome::LeftOut && m_tally.recordsOf(outcome) != m_plan.records(outcome))
            return u"%1 orders are %2 instead of %3"_s.arg(m_tally.recordsOf(outcome))
                .arg(outcomeId(outcome))
                .arg(m_plan.records(outcome));
    }
    return {};
}

} // namespace rowlift::testing
