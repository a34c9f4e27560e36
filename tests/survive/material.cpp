#include "tests/survive/material.h"

#include "app/run/outcome_text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr Loading::Call signIn { "sign-in", "POST", "*/oauth2/token" };
constexpr Loading::Call create { "create", "POST", "*/jobs/ingest" };
constexpr Loading::Call upload { "upload", "PUT", "*/batches" };
constexpr Loading::Call close { "close", "PATCH", "*/jobs/ingest/*" };
constexpr Loading::Call poll { "poll", "GET", "*/jobs/ingest/??????????????????" };
constexpr Loading::Call added { "results in", "GET", "*/successfulResults" };
constexpr Loading::Call refused { "results failed", "GET", "*/failedResults" };
constexpr Loading::Call retrieve { "copy", "POST", "*/composite/sobjects/Contact" };
constexpr Loading::Call query { "query", "GET", "*/queryAll" };

Loading bulk(const char *name, Operation operation)
{
    Loading loading { .name = name,
                      .kind = "bulk-ingest",
                      .operation = operation,
                      .calls = { signIn, create, upload, close, poll, added, refused },
                      .send = close,
                      .recovering = { poll, close } };
    if (operation == Operation::Delete)
        loading.calls.push_back(retrieve);
    return loading;
}

Loading collections(const char *name, Operation operation, const char *method, bool keepsOld = false)
{
    const Loading::Call send { "send", method,
                               operation == Operation::Upsert ? "*/composite/sobjects/Contact/Crm_Key__c"
                                                              : "*/composite/sobjects" };
    Loading loading { .name = name,
                      .kind = "collections",
                      .operation = operation,
                      .calls = { signIn, send },
                      .send = send,
                      .recovering = { query },
                      .keepsOld = keepsOld };
    if (keepsOld || operation == Operation::Delete)
        loading.calls.push_back(retrieve);
    return loading;
}

Loading insertBy(const char *name, const char *kind, const char *path, int rows)
{
    const Loading::Call send { "send", "POST", path };
    return { .name = name,
             .kind = kind,
             .operation = Operation::Insert,
             .calls = { signIn, send },
             .send = send,
             .recovering = { query },
             .matrixRows = rows };
}

/// People of Marketo, who are added or changed by their address.
Loading people(const char *name, const char *kind, std::vector<Loading::Call> calls)
{
    constexpr Loading::Call token { "token", "POST", "*/identity/oauth/token" };
    const Loading::Call send = calls.front();
    calls.insert(calls.begin(), token);
    return { .name = name,
             .kind = kind,
             .operation = Operation::Upsert,
             .calls = std::move(calls),
             .send = send,
             .service = "marketo",
             .asksPerson = true,
             .form = Form::People };
}

/// Dotdigital's: jobs that are asked about by their id.
Loading dotdigital(const char *name, const char *kind, Form form, std::vector<Loading::Call> calls)
{
    constexpr Loading::Call account { "account", "GET", "*/account-info" };
    const Loading::Call send = calls.front();
    calls.insert(calls.begin(), account);
    return { .name = name,
             .kind = kind,
             .operation = Operation::Upsert,
             .calls = std::move(calls),
             .send = send,
             .service = "dotdigital",
             .asksPerson = true,
             .form = form,
             .partBytes = form == Form::Contacts ? 450 : 1'400 };
}

Loading lookingUp(Loading loading)
{
    loading.looksUp = true;
    return loading;
}

} // namespace

const std::vector<Loading> &allLoadings()
{
    static const std::vector<Loading> all {
        bulk("bulk insert", Operation::Insert),
        bulk("bulk upsert", Operation::Upsert),
        bulk("bulk delete", Operation::Delete),
        collections("collections insert", Operation::Insert, "POST"),
        collections("collections update", Operation::Update, "PATCH"),
        collections("collections upsert", Operation::Upsert, "PATCH"),
        collections("collections delete", Operation::Delete, "DELETE"),
        collections("collections update with a copy", Operation::Update, "PATCH", true),
        lookingUp(collections("collections update by e-mail", Operation::Update, "PATCH")),
        insertBy("tree insert", "tree", "*/composite/tree/Contact", 60),
        insertBy("single insert", "single", "*/sobjects/Contact", 20),
        people("people by import", "bulk-import",
               { { "submit", "POST", "*/bulk/v1/leads.json" },
                 { "status", "GET", "*/leads/batch/*[0-9].json" },
                 { "failures", "GET", "*/failures.json" },
                 { "warnings", "GET", "*/warnings.json" } }),
        people("people by calls", "sync-leads", { { "send", "POST", "*/rest/v1/leads.json" } }),
        dotdigital("orders", "insight-v2", Form::Orders,
                   { { "submit", "POST", "*/transactional-data/import/Orders" },
                     { "status", "GET", "*/transactional-data/import/????????????????????????????????????" },
                     { "report", "GET", "*/transactional-data/import/*/report" } }),
        dotdigital("order lines", "insight-v3", Form::Lines,
                   { { "submit", "PUT", "*/v3/import" }, { "status", "GET", "*/v3/import/*" } }),
        dotdigital("contacts", "contacts", Form::Contacts,
                   { { "submit", "POST", "*/contacts/import*" },
                     { "status", "GET", "*/contacts/import/????????????????????????????????????" },
                     { "report", "GET", "*/contacts/import/*/report" },
                     { "faults", "GET", "*/contacts/import/*/report-faults" } }),
    };
    return all;
}

const Loading &loadingNamed(QStringView name)
{
    const auto &all = allLoadings();
    const auto found = std::ranges::find_if(
        all, [&](const Loading &loading) { return name == QLatin1StringView(loading.name); });
    if (found == all.end())
        qFatal("no such loading");
    return *found;
}

Material::Material(const Loading &loading, int rows)
    : m_loading(loading)
    , m_rows(rows)
{
    plant();
}

int Material::keyOf(int row) const
{
    if (m_loading.operation == Operation::Insert) {
        // A row just like one of another part, which is a record of its own all the same.
        const int twin = row - 20;
        return row % 40 >= 31 && row % 40 <= 36 && !isLeftOut(row) && !isLeftOut(twin) && twin % 13 != 5
            ? twin
            : row;
    }
    if (row < 10)
        return row;
    if (row >= 21 && row % 22 == 21)
        return row - 15; // together with row - 11: the same record three times
    return row % 11 == 10 ? row - 4 : row;
}

bool Material::isBad(int row) const
{
    return row % 13 == 5 && keyOf(row) == row;
}

bool Material::isLeftOut(int row) const
{
    if (byKey()) // a row that is no other's key
        return row % 19 == 7 && row >= 10 && row % 11 != 6 && keyOf(row) == row;
    return m_loading.operation == Operation::Insert && row % 19 == 7;
}

bool Material::isWarned(int row) const
{
    const int key = keyOf(row);
    return m_loading.form == Form::People && key % 18 == 2 && !isBad(key) && !isLeftOut(row);
}

bool Material::existsBefore(int key) const
{
    switch (m_loading.operation) {
    case Operation::Insert:
        return false;
    case Operation::Upsert:
        // Of people with one address there are two then, of which none is changed; others are never there.
        return m_loading.form == Form::People ? key % 2 == 1 || isBad(key)
                                              : key % 2 == 1 && !(byKey() && isBad(key));
    case Operation::Update:
    case Operation::Delete:
        return true;
    }
    return false;
}

QString Material::emailOf(int row) const
{
    const int key = keyOf(row);
    if (ofOrders()) // of contacts that the practice account has, or has not
        return (isBad(key) ? u"contact%1@example.invalid"_s : u"contact%1@example.com"_s).arg(key);
    const bool isOdd = isWarned(row) || (m_loading.form == Form::Contacts && isBad(key));
    return (isOdd ? u"row%1@@flow.example"_s : u"row%1@flow.example"_s).arg(key);
}

QString Material::nameOf(int row) const
{
    return u"Stone%1"_s.arg(m_loading.operation == Operation::Insert ? keyOf(row) : row);
}

void Material::plant()
{
    m_planted.resize(size_t(m_rows));
    m_seedOf.resize(size_t(m_rows), -1);
    int seeds = 0;
    QSet<int> there;
    for (int row = 1; row <= m_rows; ++row) {
        const int key = keyOf(row);
        const auto at = size_t(row - 1);
        if (key == row && existsBefore(row)) {
            m_seedOf[at] = seeds++;
            there.insert(key);
        }
        m_seedOf[at] = m_seedOf[size_t(key - 1)];
        if (isLeftOut(row) || (m_loading.looksUp && isBad(row))) {
            m_planted[at] = Outcome::LeftOut;
        } else if (isBad(key) && (m_loading.operation == Operation::Delete || byKey() || key == row)) {
            m_planted[at] = Outcome::Failed;
        } else if (m_loading.operation == Operation::Delete) {
            m_planted[at] = Outcome::Deleted;
        } else if (m_loading.operation == Operation::Insert) {
            m_planted[at] = Outcome::Added;
        } else {
            m_planted[at] = there.contains(key) ? Outcome::Updated : Outcome::Added;
            there.insert(key);
        }
    }
}

qint64 Material::count(Outcome outcome) const
{
    return std::ranges::count(m_planted, outcome);
}

qint64 Material::warned() const
{
    if (QLatin1StringView(m_loading.kind) != "bulk-import"_L1)
        return 0;
    qint64 found = 0;
    for (int row = 1; row <= m_rows; ++row)
        found += isWarned(row) ? 1 : 0;
    return found;
}

QList<QJsonObject> Material::seeds() const
{
    QList<QJsonObject> records;
    for (int row = 1; row <= m_rows; ++row) {
        if (keyOf(row) != row || !existsBefore(row))
            continue;
        records << seedOf(row);
        if (m_loading.form == Form::People && isBad(row)) // two of one address: nobody is changed
            records << seedOf(row);
    }
    return records;
}

std::vector<qsizetype> Material::deletedSeeds() const
{
    std::vector<qsizetype> deleted;
    for (int row = 1; row <= m_rows; ++row) {
        if (m_loading.operation == Operation::Delete && keyOf(row) == row && isBad(row))
            deleted.push_back(m_seedOf[size_t(row - 1)]);
    }
    return deleted;
}

Material::Verdict Material::judge(const std::vector<Outcome> &became, const QList<QJsonObject> &stored,
                                  bool unfinished) const
{
    Verdict verdict;
    QStringList complaints;
    QHash<QString, QString> expected;
    QHash<QString, QSet<QString>> open; // by record: what may stand there as well; empty text: nothing
    QHash<QString, int> most; // by record: how many there may be
    QHash<QString, int> least;
    for (int row = 1; row <= m_rows; ++row) {
        if (keyOf(row) == row && existsBefore(row)
            && !(m_loading.operation == Operation::Delete && isBad(row)))
            expected.insert(identityOf(row), u"Seed"_s);
        if (m_loading.form == Form::People && isBad(row))
            most[identityOf(row)] = least[identityOf(row)] = 2;
    }
    for (int row = 1; row <= m_rows; ++row) {
        const Outcome outcome = became[size_t(row - 1)];
        const QString record = identityOf(row);
        const bool in = outcome == Outcome::Added || outcome == Outcome::Updated
            || outcome == Outcome::Deleted || outcome == Outcome::In;
        const bool onTheWay
            = outcome == Outcome::NotSent || outcome == Outcome::NotProcessed || outcome == Outcome::Waiting;
        const bool nobodyKnows = outcome == Outcome::Unknown || outcome == Outcome::Waiting;
        verdict.unknown += outcome == Outcome::Unknown ? 1 : 0;
        const Outcome wanted = planted(row);
        // Sent again on the person's word, who was added the first time is changed the second time.
        const bool asPlanted = outcome == wanted
            || (outcome == Outcome::In && (wanted == Outcome::Added || wanted == Outcome::Updated))
            || (m_loading.asksPerson && outcome == Outcome::Updated && wanted == Outcome::Added);
        if (!asPlanted && outcome != Outcome::Unknown && !(unfinished && onTheWay))
            complaints << u"row %1 is %2 instead of %3"_s.arg(row).arg(outcomeId(outcome), outcomeId(wanted));
        if (m_loading.operation == Operation::Insert) {
            most[record] += in || nobodyKnows ? 1 : 0;
            least[record] += in ? 1 : 0;
        }
        if (nobodyKnows) {
            open[record] << expected.value(record)
                         << (m_loading.operation == Operation::Delete ? QString() : markOf(row));
        } else if (in && m_loading.operation == Operation::Delete) {
            expected.remove(record);
        } else if (in) {
            expected.insert(record, markOf(row));
            open.remove(record);
        }
    }
    QHash<QString, QStringList> theirs;
    for (const QJsonObject &record : stored) {
        const auto [identity, mark] = told(record);
        if (!identity.isEmpty())
            theirs[identity] << mark;
    }
    QSet<QString> all(expected.keyBegin(), expected.keyEnd());
    all.unite({ theirs.keyBegin(), theirs.keyEnd() });
    for (const QString &record : all) {
        const QStringList held = theirs.value(record);
        if (held.size() > std::max(1, most.value(record)) || held.size() < least.value(record))
            complaints << u"%1 is there %2 times"_s.arg(record).arg(held.size());
        else if (held.value(0) != expected.value(record) && !open.value(record).contains(held.value(0)))
            complaints << u"%1 is '%2' there instead of '%3'"_s.arg(record, held.value(0),
                                                                    expected.value(record));
    }
    verdict.complaint = complaints.mid(0, 5).join(u"; "_s);
    return verdict;
}

} // namespace rowlift::testing
