#include "tests/truth/people_run.h"

#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPeopleComplaints = 6;
constexpr int mostPeopleTries = 100; // with what comes to nothing

QString shortPerson(const QString &text)
{
    return text.size() <= 500 ? text : text.first(500) + u"…"_s;
}

} // namespace

PeopleRun::PeopleRun(const TruthServer &server, const PeoplePlan &plan)
    : m_farEnd(server.farEnd())
    , m_plan(plan)
{
    for (const QJsonObject &person : m_farEnd.people())
        m_present.insert(person[u"id"].toInteger(), person);
    QList<QJsonObject> here;
    QList<QJsonObject> elsewhere;
    for (int seed = 0; seed < plan.seeds().size(); ++seed)
        (plan.isElsewhere(seed) ? elsewhere : here) << plan.seeds()[seed];
    QList<qint64> hereIds = m_farEnd.createPeople(here, plan.aim().partition);
    QList<qint64> elsewhereIds = m_farEnd.createPeople(elsewhere);
    for (int seed = 0; seed < plan.seeds().size(); ++seed)
        m_seedIds << (plan.isElsewhere(seed) ? elsewhereIds : hereIds).takeFirst();
}

QString PeopleRun::send(Client &client, const QString &folder)
{
    client.pass(std::chrono::hours(1));
    m_farEnd.admin("DELETE"_ba, "requests"_ba);
    Draft draft;
    draft.target = m_plan.target();
    draft.mapping = m_plan.mapping();
    draft.kind = m_plan.aim().kind;
    draft.header = m_plan.columns();
    draft.dialect.delimiter = ';';
    draft.dialect.headerRecord = 0;
    auto started = client.start(m_plan.source(m_seedIds), folder, draft, !m_plan.aim().checked);
    if (!started)
        return started.error().sentence + started.error().detail;
    Ledger &ledger = **started;
    RunControl control;
    QString trouble;
    std::atomic<bool> tiresome = false;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        if (snapshot.trouble.tries < mostPeopleTries || tiresome.exchange(true))
            return;
        trouble = snapshot.trouble.sentence + u" / "_s + snapshot.trouble.detail;
        control.quit();
    };
    const RunEnd end = client.go(ledger, control);
    client.onSnapshot = {};
    if (tiresome)
        return u"it is tried again and again: "_s + trouble;
    if (end.error)
        return end.error->sentence + u" / "_s + end.error->detail;
    if (!client.broken().isEmpty())
        return client.broken();
    const auto parts = ledger.parts();
    const auto tally = ledger.tally();
    const auto reader = LedgerReader::open(ledger.folder());
    if (!parts || !tally || !reader)
        return u"the ledger cannot be read"_s;
    m_parts = *parts;
    m_tally = *tally;
    const auto outcomes = (*reader)->allOutcomes(1, tally->total());
    if (!outcomes)
        return outcomes.error().sentence;
    m_outcomes = *outcomes;
    return end.state == RunState::Finished || end.tally.of(Outcome::Unknown) > 0 ? QString()
                                                                                 : u"it did not finish"_s;
}

QString PeopleRun::wrongRows(bool mayBeUnknown) const
{
    QStringList wrong;
    QMap<QString, QString> stored;
    for (const QJsonObject &person : m_farEnd.people())
        stored.insert(QString::number(person[u"id"].toInteger()), spelt(person));
    for (size_t number = 0; number < m_outcomes.size() && wrong.size() < mostPeopleComplaints; ++number) {
        const PeoplePlan::Row &planted = m_plan.rows()[number];
        const RowOutcome &told = m_outcomes[number];
        const QString where = u"row %1: "_s.arg(number + 1);
        if (mayBeUnknown && told.outcome == Outcome::Unknown && planted.outcome == Outcome::Failed)
            continue;
        if (told.outcome != planted.outcome || told.reason.code != planted.code)
            wrong << where
                    + u"%1 %2 instead of %3 %4 (%5)"_s.arg(outcomeId(told.outcome), told.reason.code,
                                                           outcomeId(planted.outcome), planted.code,
                                                           shortPerson(told.reason.text));
        else if (!planted.field.isEmpty() && told.outcome == Outcome::Failed
                 && told.reason.field != planted.field)
            wrong << where + u"the reason names “%1” instead of “%2”"_s.arg(told.reason.field, planted.field);
        if (planted.person < 0 || told.recordId.isEmpty())
            continue;
        const QString expected = spelt(m_plan.people()[size_t(planted.person)].fields);
        if (stored.value(told.recordId) != expected)
            wrong << where
                    + u"it is\n  %1 instead of\n  %2"_s.arg(shortPerson(stored.value(told.recordId)),
                                                            shortPerson(expected));
    }
    return wrong.join(u'\n');
}

QString PeopleRun::spelt(const QJsonObject &person) const
{
    QJsonObject compared;
    const auto take = [&](const QString &field) {
        if (person.contains(field) && !person[field].isNull())
            compared.insert(field, person[field]);
    };
    for (const ColumnMapping &column : m_plan.mapping().columns) {
        if (column.field != u"id")
            take(column.field);
    }
    for (const QString &field : { u"loyaltyNumber"_s, u"memberNumber"_s, u"secondEmail"_s })
        take(field);
    return QString::fromUtf8(QJsonDocument(compared).toJson(QJsonDocument::Compact));
}

QStringList PeopleRun::membersNames() const
{
    QStringList names;
    QString token;
    do {
        const QJsonObject page
            = m_farEnd.marketo("GET"_ba,
                               "/rest/v1/lists/" + m_plan.aim().list.toLatin1()
                                   + "/leads.json?fields=lastName&nextPageToken=" + token.toLatin1());
        for (const auto &member : page[u"result"].toArray())
            names << member[u"lastName"].toString();
        token = page[u"nextPageToken"].toString();
    } while (!token.isEmpty());
    names.sort();
    return names;
}

QString PeopleRun::wrongPeople() const
{
    QStringList wrong;
    QMap<QString, int> there; // how often
    for (const QJsonObject &person : m_farEnd.people()) {
        const auto present = m_present.constFind(person[u"id"].toInteger());
        if (present == m_present.cend())
            ++there[spelt(person)];
        else if (*present != person)
            wrong << u"somebody whom nobody named has changed: "_s + spelt(person);
    }
    QStringList members;
    for (const PeoplePlan::Person &person : m_plan.people()) {
        if (--there[spelt(person.fields)] < 0)
            wrong << u"missing: "_s + shortPerson(spelt(person.fields));
        if (person.isMember)
            members << person.fields[u"lastName"].toString();
    }
    for (auto person = there.cbegin(); person != there.cend(); ++person) {
        if (*person > 0)
            wrong << u"too many (%1): "_s.arg(*person) + shortPerson(person.key());
    }
    members.sort();
    if (!m_plan.aim().list.isEmpty() && membersNames() != members)
        wrong << u"%1 are on the list instead of %2"_s.arg(membersNames().size()).arg(members.size());
    return wrong.mid(0, mostPeopleComplaints).join(u'\n');
}

QString PeopleRun::wrongSums() const
{
    if (m_tally.total() != qint64(m_plan.rows().size()) || m_tally.unplaced != 0)
        return u"the sum is %1 instead of %2, and %3 results fit no row"_s.arg(m_tally.total())
            .arg(m_plan.rows().size())
            .arg(m_tally.unplaced);
    for (const Outcome outcome :
         { Outcome::In, Outcome::Added, Outcome::Updated, Outcome::Failed, Outcome::LeftOut }) {
        if (m_tally.of(outcome) != m_plan.count(outcome))
            return u"%1 rows are %2 instead of %3"_s.arg(m_tally.of(outcome))
                .arg(outcomeId(outcome))
                .arg(m_plan.count(outcome));
    }
    const qint64 warned = m_plan.aim().isImport() ? m_plan.warned() : 0;
    return m_tally.warned == warned
        ? QString()
        : u"%1 rows have a warning instead of %2"_s.arg(m_tally.warned).arg(warned);
}

QString PeopleRun::wrongCalls() const
{
    QMap<QString, int> lists;
    int sent = 0;
    for (const auto &[method, path] : m_farEnd.requests()) {
        const bool sends
            = path.contains(m_plan.aim().isImport() ? u"/bulk/v1/leads.json"_s : u"/rest/v1/leads.json"_s);
        sent += method == u"POST" && sends ? 1 : 0;
        if (path.contains(u"/failures.json"_s) || path.contains(u"/warnings.json"_s))
            ++lists[path];
    }
    if (m_plan.aim().isImport())
        sent = std::max(sent, int(m_farEnd.records(u"imports"_s, u"marketo"_s).size()));
    if (sent != int(m_parts.size()))
        return u"%1 calls send %2 parts"_s.arg(sent).arg(m_parts.size());
    for (auto list = lists.cbegin(); list != lists.cend(); ++list) {
        if (*list > 1)
            return u"%1 was fetched %2 times"_s.arg(list.key()).arg(*list);
    }
    return {};
}

} // namespace rowlift::testing
