#include "tests/truth/truth_run.h"

#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"

#include <QDir>
#include <QJsonDocument>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;
constexpr int mostComplaints = 6;
constexpr int mostTries = 4; // with what comes to nothing

QString lineOf(const QJsonObject &record)
{
    return QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact));
}

QString shortOf(const QString &text)
{
    return text.size() <= 400 ? text : text.first(400) + u"…"_s;
}

} // namespace

TruthServer::TruthServer()
{
    m_process.start(QStringLiteral(ROWLIFT_TRUTH_PRACTICE), { u"--json"_s });
    m_process.setReadChannel(QProcess::StandardOutput);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patienceMs))
            qFatal("the practice server does not begin");
    }
    m_farEnd = std::make_unique<FarEnd>(QJsonDocument::fromJson(m_process.readLine()).object());
}

TruthServer::~TruthServer()
{
    m_process.closeWriteChannel(); // it ends with its input
    m_process.waitForFinished(patienceMs);
}

void TruthServer::reset()
{
    m_farEnd->admin("POST"_ba, "reset"_ba);
    m_farEnd->admin("POST"_ba, "switches"_ba, R"({"duplicate-rule":"block","trigger":false})"_ba);
}

TruthRun::TruthRun(const TruthServer &server, const TruthPlan &plan)
    : m_farEnd(server.farEnd())
    , m_plan(plan)
{
    const QString &object = plan.object().name;
    const bool isThere = !plan.seeds().isEmpty() && plan.seeds().first().contains(u"Id"_s);
    if (isThere) {
        for (const QJsonObject &seed : plan.seeds())
            m_seedIds << seed[u"Id"].toString();
        return;
    }
    for (const QJsonObject &record : m_farEnd.records(object))
        m_present.insert(record[u"Id"].toString(), lineOf(record));
    m_seedIds = m_farEnd.create(plan.seeds(), object);
    QStringList deleted;
    for (const int seed : plan.deletedSeeds())
        deleted << m_seedIds[seed];
    if (!deleted.isEmpty())
        m_farEnd.remove(deleted);
    for (const TruthColumn &column : plan.object().columns) {
        for (const TruthSample &sample : column.samples) {
            const QString reference = sample.stored.toString();
            const QString key = reference.section(u' ', 1);
            if (!column.storedIn.endsWith(u"Id"_s) || key.isEmpty() || m_references.contains(reference))
                continue;
            m_references[reference]
                = m_farEnd.idOf(reference.section(u' ', 0, 0), column.field.section(u'.', 1), key);
        }
    }
}

QString TruthRun::send(Client &client, const QString &kind, const QString &folder, const QJsonObject &options,
                       bool sendsAll)
{
    client.pass(std::chrono::hours(1));
    m_farEnd.admin("DELETE"_ba, "requests"_ba);
    Draft draft;
    draft.target = m_plan.target();
    draft.target.options = options;
    draft.mapping = m_plan.mapping();
    draft.kind = kind;
    draft.header = m_plan.columns();
    draft.dialect.delimiter = ';';
    draft.dialect.headerRecord = 0;
    auto started = client.start(m_plan.source(m_seedIds), folder, draft, sendsAll);
    if (!started)
        return started.error().sentence + started.error().detail;
    Ledger &ledger = **started;
    m_folder = ledger.folder();
    RunControl control;
    QString trouble;
    std::atomic<bool> tiresome = false;
    client.onSnapshot = [&](const RunSnapshot &snapshot) {
        if (snapshot.trouble.tries < mostTries || tiresome.exchange(true))
            return;
        trouble = snapshot.trouble.sentence + u" / "_s + snapshot.trouble.detail;
        control.quit();
    };
    m_end = client.go(ledger, control);
    client.onSnapshot = {};
    if (tiresome)
        return u"it is tried again and again: "_s + trouble;
    if (m_end.error)
        return m_end.error->sentence + u" / "_s + m_end.error->detail;
    if (m_end.state != RunState::Finished)
        return u"it did not finish"_s;
    if (!client.broken().isEmpty())
        return client.broken();
    const auto parts = ledger.parts();
    const auto tally = ledger.tally();
    const auto reader = LedgerReader::open(m_folder);
    if (!parts || !tally || !reader)
        return u"the ledger cannot be read"_s;
    m_parts = *parts;
    if (tally->total() != qint64(m_plan.rows().size()) || tally->unplaced != 0)
        return u"the sum is %1 instead of %2, and %3 results fit no row"_s.arg(tally->total())
            .arg(m_plan.rows().size())
            .arg(tally->unplaced);
    const auto outcomes = (*reader)->allOutcomes(1, tally->total());
    if (!outcomes)
        return outcomes.error().sentence;
    m_outcomes = *outcomes;
    return {};
}

QString TruthRun::spelt(const QJsonObject &record) const
{
    QStringList cells;
    for (const QString &field : m_plan.storedFields()) {
        const QJsonValue value = record[field];
        QString text = value.toString();
        if (value.isDouble())
            text = QString::number(value.toDouble(), 'g', 15);
        else if (value.isBool())
            text = value.toBool() ? u"yes"_s : QString(); // a box that was never ticked is not stored
        if (!text.isEmpty())
            cells << field + u'=' + (field == u"Email" ? text.toLower() : text);
    }
    return cells.join(u" | "_s);
}

QString TruthRun::expected(const TruthPlan::Record &record) const
{
    QJsonObject fields = record.fields;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto reference = m_references.constFind(field->toString());
        if (reference != m_references.cend())
            *field = *reference;
    }
    // Who gives no owner owns it.
    return spelt(fields);
}

QString TruthRun::wrongRows() const
{
    QStringList wrong;
    QMap<QString, QString> stored;
    for (const QJsonObject &record : m_farEnd.records(m_plan.object().name))
        stored.insert(record[u"Id"].toString(), spelt(record));
    for (size_t number = 0; number < m_outcomes.size() && wrong.size() < mostComplaints; ++number) {
        const TruthPlan::Row &planted = m_plan.rows()[number];
        const RowOutcome &told = m_outcomes[number];
        const QString where = u"row %1: "_s.arg(number + 1);
        if (told.outcome != planted.outcome || told.reason.code != planted.code)
            wrong << where
                    + u"%1 %2 instead of %3 %4 (%5)"_s.arg(outcomeId(told.outcome), told.reason.code,
                                                           outcomeId(planted.outcome), planted.code,
                                                           shortOf(told.reason.text));
        else if (!planted.field.isEmpty() && told.outcome == Outcome::Failed
                 && told.reason.field.compare(planted.field) != 0)
            wrong << where + u"the reason names “%1” instead of “%2”"_s.arg(told.reason.field, planted.field);
        if (planted.outcome != Outcome::Added && planted.outcome != Outcome::Updated)
            continue;
        const TruthPlan::Record &record = m_plan.records()[size_t(planted.record)];
        if (!told.recordId.isEmpty() && stored.value(told.recordId) != expected(record))
            wrong << where
                    + u"its record is\n  %1 instead of\n  %2"_s.arg(shortOf(stored.value(told.recordId)),
                                                                    shortOf(expected(record)));
    }
    return wrong.join(u'\n');
}

QString TruthRun::wrongRecords() const
{
    QStringList wrong;
    QMap<QString, int> there; // how often
    for (const QJsonObject &record : m_farEnd.records(m_plan.object().name)) {
        const QString id = record[u"Id"].toString();
        if (!m_present.contains(id))
            ++there[spelt(record)];
        else if (m_present[id] != lineOf(record))
            wrong << u"a record that nobody named has changed: "_s + lineOf(record);
    }
    for (const TruthPlan::Record &record : m_plan.records()) {
        if (!record.gone && --there[expected(record)] < 0)
            wrong << u"missing: "_s + shortOf(expected(record));
    }
    for (auto record = there.cbegin(); record != there.cend(); ++record) {
        if (*record > 0)
            wrong << u"too many (%1): "_s.arg(*record) + shortOf(record.key());
    }
    return wrong.mid(0, mostComplaints).join(u'\n');
}

} // namespace rowlift::testing
