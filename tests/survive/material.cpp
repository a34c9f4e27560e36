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
             .asksPerson = true };
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
    if (ofPeople()) // a row that is no other's key
        return row % 19 == 7 && row >= 10 && row % 11 != 6 && keyOf(row) == row;
    return m_loading.operation == Operation::Insert && row % 19 == 7;
}

bool Material::isWarned(int row) const
{
    const int key = keyOf(row);
    return ofPeople() && key % 18 == 2 && !isBad(key) && !isLeftOut(row);
}

bool Material::existsBefore(int key) const
{
    switch (m_loading.operation) {
    case Operation::Insert:
        return false;
    case Operation::Upsert:
        return key % 2 == 1 || (ofPeople() && isBad(key));
    case Operation::Update:
    case Operation::Delete:
        return true;
    }
    return false;
}

QString Material::emailOf(int row) const
{
    return (isWarned(row) ? u"row%1@@flow.example"_s : u"row%1@flow.example"_s).arg(keyOf(row));
}

QString Material::markOf(int row) const
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
        } else if (isBad(key) && (m_loading.operation == Operation::Delete || ofPeople() || key == row)) {
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
        if (ofPeople() && keyOf(row) == row && existsBefore(row)) {
            for (int copy = 0; copy < (isBad(row) ? 2 : 1); ++copy) // two of one address: nobody is changed
                records << QJsonObject { { u"lastName"_s, u"Seed"_s }, { u"email"_s, emailOf(row) } };
            continue;
        }
        if (keyOf(row) == row && existsBefore(row))
            records << QJsonObject { { u"LastName"_s, u"Seed"_s },
                                     { u"Email"_s, emailOf(row) },
                                     { u"Crm_Key__c"_s, u"F-%1"_s.arg(row) } };
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

QByteArray Material::source(const QStringList &seedIds) const
{
    QByteArray bytes;
    switch (m_loading.operation) {
    case Operation::Insert:
        bytes = "Mail;Name\n";
        break;
    case Operation::Upsert:
        bytes = ofPeople() ? "Mail;Name\n" : "Key;Mail;Name\n";
        break;
    case Operation::Update:
        bytes = m_loading.looksUp ? "Mail;Name\n" : "Record;Mail;Name\n";
        break;
    case Operation::Delete:
        bytes = "Record\n";
        break;
    }
    for (int row = 1; row <= m_rows; ++row) {
        const int seed = m_seedOf[size_t(row - 1)];
        if (ofPeople()) {
            bytes += ((isLeftOut(row) ? QString() : emailOf(row)) + u';' + markOf(row)).toUtf8() + '\n';
            continue;
        }
        const QString mail = isBad(row) ? u"row%1@@flow.example"_s.arg(row) : emailOf(row);
        const QString rest = mail + u';' + (isLeftOut(row) ? QString() : markOf(row));
        QString line;
        if (m_loading.operation == Operation::Insert || m_loading.looksUp)
            line = rest;
        else if (m_loading.operation == Operation::Upsert)
            line = u"F-%1;"_s.arg(keyOf(row)) + rest;
        else if (m_loading.operation == Operation::Update)
            line = seedIds.value(seed) + u';' + rest;
        else
            line = seedIds.value(seed);
        bytes += line.toUtf8() + '\n';
    }
    return bytes;
}

Target Material::target() const
{
    if (ofPeople())
        return { .object = u"leads"_s, .operation = m_loading.operation, .keyField = u"email"_s };
    return { .object = u"Contact"_s,
             .operation = m_loading.operation,
             .keyField = m_loading.operation == Operation::Upsert ? u"Crm_Key__c"_s
                 : m_loading.looksUp                              ? u"Email"_s
                                                                  : QString() };
}

Mapping Material::mapping() const
{
    const auto to = [](const QString &column, const QString &field) {
        return ColumnMapping { .column = column, .field = field, .because = Because::You, .confidence = 1 };
    };
    Mapping mapping;
    if (ofPeople()) {
        mapping.columns.push_back(to(u"Mail"_s, u"email"_s));
        mapping.columns.push_back(to(u"Name"_s, u"lastName"_s));
        return mapping;
    }
    if (m_loading.operation == Operation::Upsert)
        mapping.columns.push_back(to(u"Key"_s, u"Crm_Key__c"_s));
    const bool byId = m_loading.operation == Operation::Update || m_loading.operation == Operation::Delete;
    if (byId && !m_loading.looksUp)
        mapping.columns.push_back(to(u"Record"_s, u"Id"_s));
    if (m_loading.operation != Operation::Delete) {
        mapping.columns.push_back(to(u"Mail"_s, u"Email"_s));
        mapping.columns.push_back(to(u"Name"_s, u"LastName"_s));
    }
    return mapping;
}

Material::Verdict Material::judge(const std::vector<Outcome> &became, const QList<QJsonObject> &stored,
                                  bool unfinished) const
{
    Verdict verdict;
    QStringList complaints;
    QHash<QString, QString> expected;
    QHash<QString, QSet<QString>> open; // by e-mail: what may stand there as well; empty text: nothing
    QHash<QString, int> most; // by e-mail: how many records there may be
    QHash<QString, int> least;
    for (int row = 1; row <= m_rows; ++row) {
        if (keyOf(row) == row && existsBefore(row)
            && !(m_loading.operation == Operation::Delete && isBad(row)))
            expected.insert(emailOf(row), u"Seed"_s);
        if (ofPeople() && isBad(row))
            most[emailOf(row)] = least[emailOf(row)] = 2;
    }
    for (int row = 1; row <= m_rows; ++row) {
        const Outcome outcome = became[size_t(row - 1)];
        const QString email = emailOf(row);
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
            most[email] += in || nobodyKnows ? 1 : 0;
            least[email] += in ? 1 : 0;
        }
        if (nobodyKnows) {
            open[email] << expected.value(email)
                        << (m_loading.operation == Operation::Delete ? QString() : markOf(row));
        } else if (in && m_loading.operation == Operation::Delete) {
            expected.remove(email);
        } else if (in) {
            expected.insert(email, markOf(row));
            open.remove(email);
        }
    }
    QHash<QString, QStringList> theirs;
    for (const QJsonObject &record : stored) {
        const QString email = record[ofPeople() ? u"email" : u"Email"].toString();
        if (email.endsWith(u"@flow.example"_s))
            theirs[email] << record[ofPeople() ? u"lastName" : u"LastName"].toString();
    }
    QSet<QString> emails(expected.keyBegin(), expected.keyEnd());
    emails.unite({ theirs.keyBegin(), theirs.keyEnd() });
    for (const QString &email : emails) {
        const QStringList held = theirs.value(email);
        if (held.size() > std::max(1, most.value(email)) || held.size() < least.value(email))
            complaints << u"%1 is there %2 times"_s.arg(email).arg(held.size());
        else if (held.value(0) != expected.value(email) && !open.value(email).contains(held.value(0)))
            complaints << u"%1 is '%2' there instead of '%3'"_s.arg(email, held.value(0),
                                                                    expected.value(email));
    }
    verdict.complaint = complaints.mid(0, 5).join(u"; "_s);
    return verdict;
}

} // namespace rowlift::testing
