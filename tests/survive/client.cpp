#include "tests/survive/client.h"

#include "app/check/check.h"
#include "app/draft/file_look.h"
#include "app/run/ledger_reader.h"
#include "app/run/record_lookup.h"
#include "app/run/run_start.h"
#include "app/service/dotdigital/dotdigital.h"
#include "app/service/marketo/marketo.h"
#include "app/service/salesforce/salesforce.h"
#include "tests/support/service_in_front.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>

#include <set>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<rowlift::Service> serviceOf(const ClientOptions &options, Clock &clock)
{
    return options.service == u"marketo"   ? makeMarketoService(clock)
        : options.service == u"dotdigital" ? makeDotdigitalService(clock)
                                           : makeSalesforceService(clock);
}

Account accountOf(const ClientOptions &options)
{
    const auto accounts = practiceAccounts();
    const auto found = std::ranges::find(accounts, options.service, &Account::service);
    if (found == accounts.end())
        qFatal("no such service");
    return *found;
}

} // namespace

/// Waits are short or take no time, but move both ends' clocks on.
class Client::Clock : public rowlift::Clock {
public:
    explicit Clock(Client &client)
        : m_client(client)
        , m_added(client.m_farEnd.addedTime())
    {
        m_since.start();
    }

    QDateTime now() const override { return QDateTime::currentDateTimeUtc().addMSecs(m_added); }
    std::chrono::milliseconds elapsed() const override
    {
        return std::chrono::milliseconds(m_since.elapsed() + m_added);
    }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        const int sleeps = ++m_client.m_sleeps;
        if (m_client.onSleep)
            m_client.onSleep(sleeps);
        if (stop.stop_requested())
            return false;
        pass(duration);
        if (m_client.m_options.speed > 0 && duration.count() > 0)
            m_real.sleepFor(duration / m_client.m_options.speed, stop);
        return !stop.stop_requested();
    }
    void pass(std::chrono::milliseconds time)
    {
        m_client.m_farEnd.moveClock(time.count());
        m_added += time.count();
    }

private:
    Client &m_client;
    SystemClock m_real;
    QElapsedTimer m_since;
    std::atomic<qint64> m_added;
};

/// The real service, but with small parts.
class Client::Service : public ServiceInFront {
public:
    Service(std::unique_ptr<rowlift::Service> real, const ClientOptions &options)
        : ServiceInFront(std::move(real))
        , m_options(options)
    {
    }

    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ServiceInFront::jobKinds();
        for (JobKind &kind : kinds) {
            kind.lanes = kind.lanes == 1 ? 1 : m_options.lanes;
            if (!kind.answersAtOnce && m_options.partBytes > 0)
                kind.partBytes = m_options.partBytes;
            else if (!kind.answersAtOnce)
                continue;
            else if (kind.maxRecords != 1)
                kind.maxRecords = m_options.mostRecords;
        }
        return kinds;
    }

private:
    ClientOptions m_options;
};

/// Tells of each request before it leaves, and when it is answered.
class Client::Net : public HttpFactory {
public:
    explicit Net(Client &client)
        : m_client(client)
    {
    }
    std::unique_ptr<Http> make() override { return std::make_unique<Line>(m_client); }

private:
    class Line : public Http {
    public:
        explicit Line(Client &client)
            : m_client(client)
            , m_http(client.m_plainNet.make())
        {
        }
        Result<HttpReply> send(const HttpRequest &asked, const Progress &upload,
                               std::stop_token stop) override
        {
            const int number = ++m_client.m_requests;
            if (m_client.onRequest && !m_client.onRequest(number, asked))
                return tl::unexpected(Error { .kind = Error::Kind::Network,
                                              .sentence = u"This computer is off."_s,
                                              .detail = {},
                                              .retryAfter = {} });
            HttpRequest request = asked;
            if (m_client.m_options.inactivity.count() > 0)
                request.inactivity = m_client.m_options.inactivity;
            auto reply = m_http->send(request, upload, stop);
            if (m_client.onReply)
                m_client.onReply(number);
            return reply;
        }

    private:
        Client &m_client;
        std::unique_ptr<Http> m_http;
    };
    Client &m_client;
};

Client::Client(const FarEnd &farEnd, const ClientOptions &options)
    : m_farEnd(farEnd)
    , m_options(options)
    , m_clock(std::make_unique<Clock>(*this))
    , m_service(std::make_unique<Service>(serviceOf(options, *m_clock), options))
    , m_net(std::make_unique<Net>(*this))
{
}

Client::~Client() = default;

const rowlift::Service &Client::service() const
{
    return *m_service;
}

std::unique_ptr<ServiceSession> Client::session()
{
    return m_service->open(
        accountOf(m_options),
        [this](std::stop_token) -> Result<Credentials> { return m_farEnd.credentials(m_options.service); },
        m_plainNet);
}

Result<std::unique_ptr<Ledger>> Client::start(const QByteArray &source, const QString &folder, Draft draft,
                                              bool sendsAll)
{
    QDir().mkpath(folder);
    QFile file(QDir(folder).filePath(u"people.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(source) < 0 || !file.flush())
        qFatal("no room for the source");
    file.close();
    const Account account = accountOf(m_options);
    const auto session = this->session();
    static QHash<QString, QByteArray> describes; // by object; the same of all practice accounts
    const bool mayDiffer = draft.target.object.startsWith(u"insightData/"_s); // by what is stored there
    QByteArray describe = mayDiffer ? QByteArray() : describes.value(draft.target.object);
    if (describe.isEmpty())
        describe = session->describe(draft.target.object, {}).value_or(QByteArray());
    describes.insert(draft.target.object, describe);
    const auto look = lookAtFile(file.fileName());
    const auto read = m_service->schemaFrom(describe);
    if (read)
        draft.target = settledTarget(draft.target, *read);
    const auto schema = schemaFor(*m_service, describe, draft.target, draft.mapping);
    if (!look || !schema)
        qFatal("the source or the describe cannot be read");
    draft.file = look->path;
    draft.stamp = look->stamp;
    draft.service = m_options.service;
    draft.account = account.name;
    if (draft.header.isEmpty()) {
        draft.dialect = look->guess.dialect;
        draft.header = look->columns;
    }
    if (draft.looksUp()) {
        draft.found = QDir(folder).filePath(u"found"_s);
        const auto sum = lookUpRecords(draft, *schema, *session, *m_clock, draft.found, {}, {});
        if (!sum)
            return tl::unexpected(sum.error());
    }
    auto check = checkRows(draft, *schema, {}, {});
    if (!check)
        return tl::unexpected(check.error());
    if (sendsAll) {
        // But for what was looked up: without a record there is nothing to send.
        std::erase_if(check->groups, [&](const ProblemGroup &group) {
            return group.severity == Severity::Problem
                && !(draft.target.looksUp() && group.field == draft.target.keyField);
        });
        std::set<qint64> records;
        for (const ProblemGroup &group : check->groups) {
            if (group.severity == Severity::Problem)
                records.insert(group.records.begin(), group.records.end());
        }
        check->problemRecords.assign(records.begin(), records.end());
    }
    return startRun(QDir(folder).filePath(u"runs"_s), draft, account, *m_service, describe, *check,
                    m_clock->now(), m_options.brakeShare);
}

QStringList plantSeeds(const FarEnd &farEnd, const Material &material)
{
    switch (material.form()) {
    case Form::People:
        farEnd.createPeople(material.seeds());
        return {};
    case Form::Contacts:
        farEnd.createContacts(material.seeds());
        return {};
    case Form::Orders:
    case Form::Lines:
        farEnd.admin("POST"_ba, "switches"_ba,
                     "{\"contacts\":" + QByteArray::number(material.rows() + 1) + '}');
        farEnd.createInsight(material.seeds(), Material::collection());
        return {};
    case Form::Records:
        break;
    }
    return farEnd.create(material.seeds());
}

QList<QJsonObject> storedOf(const FarEnd &farEnd, const Material &material)
{
    switch (material.form()) {
    case Form::People:
        return farEnd.people();
    case Form::Contacts:
        return farEnd.insight(u"contacts"_s);
    case Form::Orders:
    case Form::Lines:
        return farEnd.insight(Material::collection());
    case Form::Records:
        break;
    }
    return farEnd.contacts();
}

std::unique_ptr<Ledger> Client::begin(const Loading &loading, const Material &material, const QString &folder)
{
    const QStringList ids = plantSeeds(m_farEnd, material);
    QStringList deleted;
    for (const qsizetype seed : material.deletedSeeds())
        deleted << ids[seed];
    if (!deleted.isEmpty())
        m_farEnd.remove(deleted);
    pass(std::chrono::hours(1)); // what is there is not of this moment: it can be told from what the run does
    Draft draft;
    draft.target = material.target();
    draft.mapping = material.mapping();
    draft.kind = QString::fromLatin1(loading.kind);
    draft.keepsOld = material.keepsOld();
    auto ledger = start(material.source(ids), folder, draft);
    if (!ledger)
        qFatal("the run cannot be begun: %s %s", qPrintable(ledger.error().sentence),
               qPrintable(ledger.error().detail));
    m_farEnd.admin("DELETE"_ba, "requests"_ba);
    return std::move(*ledger);
}

void Client::watch(Ledger &ledger)
{
    // Opened where it is used: on the writer's thread, which ends with the ledger.
    auto reader = std::make_shared<std::unique_ptr<LedgerReader>>();
    ledger.observe([this, reader, folder = ledger.folder()] {
        const int change = ++m_changes;
        if (!*reader) {
            auto opened = LedgerReader::open(folder);
            if (opened)
                *reader = std::move(*opened);
        }
        const auto broken = *reader ? (*reader)->brokenInvariant() : Result<QString>(u"it cannot be read"_s);
        const QString text = broken ? *broken : broken.error().sentence;
        if (!text.isEmpty()) {
            const std::scoped_lock lock(m_mutex);
            if (m_broken.isEmpty())
                m_broken = u"change %1: "_s.arg(change) + text;
        }
        if (onChange)
            onChange(change);
    });
}

RunEnd Client::go(Ledger &ledger, RunControl &control, RunMode mode)
{
    m_requests = 0;
    m_sleeps = 0;
    m_changes = 0;
    watch(ledger);
    m_session = m_service->open(
        accountOf(m_options),
        [this](std::stop_token) -> Result<Credentials> { return m_farEnd.credentials(m_options.service); },
        *m_net);
    return executeRun({ .ledger = ledger,
                        .service = *m_service,
                        .session = *m_session,
                        .clock = *m_clock,
                        .control = control,
                        .onChange = onSnapshot,
                        .mode = mode,
                        .endsAtBrake = true });
}

QString Client::broken()
{
    const std::scoped_lock lock(m_mutex);
    return m_broken;
}

void Client::pass(std::chrono::milliseconds time)
{
    m_clock->pass(time);
}

Finish finish(Client &client, const Loading &loading, const Material &material, const QString &folder,
              int stretches)
{
    Finish finish;
    finish.end.state = RunState::Interrupted;
    for (int stretch = 0; stretch < stretches; ++stretch) {
        auto ledger = Ledger::open(folder);
        if (!ledger) {
            finish.complaint = ledger.error().sentence;
            return finish;
        }
        RunControl control;
        finish.end = client.go(**ledger, control);
        const auto parts = (*ledger)->parts();
        bool open = !parts;
        for (size_t i = 0; parts && i < parts->size(); ++i)
            open = open || (*parts)[i].state == PartState::Unconfirmed;
        if (!open && finish.end.state == RunState::Finished)
            return finish;
        const auto became = outcomesIn(folder);
        if (!open || !became || loading.operation == Operation::Insert)
            continue;
        for (int row = 1; row <= material.rows(); ++row) {
            if ((*became)[size_t(row - 1)] != Outcome::Unknown)
                continue;
            ++finish.unknown;
            if (!loading.asksPerson)
                finish.complaint += u"row %1 is unknown; "_s.arg(row);
        }
        for (const PartRecord &part : *parts) {
            if (part.state != PartState::Unconfirmed)
                continue;
            ++finish.unknownParts;
            (void)(*ledger)->giveWord(part.number, PartEvent::WordGiven);
        }
    }
    return finish;
}

Result<std::vector<Outcome>> outcomesIn(const QString &folder)
{
    auto reader = LedgerReader::open(folder);
    if (!reader)
        return tl::unexpected(reader.error());
    const qint64 rows = (*reader)->plan().rows;
    const auto known = (*reader)->outcomes(1, rows);
    if (!known)
        return tl::unexpected(known.error());
    std::vector<Outcome> became;
    auto own = known->begin();
    for (qint64 row = 1; row <= rows; ++row) {
        if (own != known->end() && own->record == row) {
            became.push_back((own++)->outcome);
            continue;
        }
        const auto without = (*reader)->outcomeWithout(row);
        if (!without)
            return tl::unexpected(without.error());
        became.push_back(*without);
    }
    return became;
}

Material::Verdict judge(const Material &material, const QString &ledgerFolder, const FarEnd &farEnd,
                        bool unfinished)
{
    const auto became = outcomesIn(ledgerFolder);
    auto reader = LedgerReader::open(ledgerFolder);
    if (!became || !reader)
        return { .complaint = u"the ledger cannot be read"_s, .unknown = 0 };
    const auto broken = (*reader)->brokenInvariant();
    const auto tally = (*reader)->tally();
    if (!broken || !broken->isEmpty() || !tally)
        return { .complaint = broken ? *broken : broken.error().sentence, .unknown = 0 };
    if (int(became->size()) != material.rows() || tally->total() != material.rows())
        return { .complaint = u"the sum is not the file's rows"_s, .unknown = 0 };
    if (tally->unplaced != 0)
        return { .complaint = u"results fit no row"_s, .unknown = 0 };
    const auto rows = (*reader)->outcomes(1, material.rows());
    QSet<QString> added;
    for (const RowOutcome &row : rows.value_or(std::vector<RowOutcome>())) {
        if (row.outcome == Outcome::Added && !row.recordId.isEmpty() && added.contains(row.recordId))
            return { .complaint = u"two rows have added %1"_s.arg(row.recordId), .unknown = 0 };
        if (row.outcome == Outcome::Added)
            added << row.recordId;
    }
    if (!unfinished && tally->warned != material.warned())
        return { .complaint
                 = u"%1 rows have a warning instead of %2"_s.arg(tally->warned).arg(material.warned()),
                 .unknown = 0 };
    return material.judge(*became, storedOf(farEnd, material), unfinished);
}

} // namespace rowlift::testing
