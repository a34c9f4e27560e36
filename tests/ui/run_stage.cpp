#include "tests/ui/run_stage.h"

#include "ui/pages/run_announcer.h"

#include <QFile>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headerBytes = 5; // "Name\n"
constexpr qint64 rowBytes = 11; // "good-00001\n"

Error noAnswer()
{
    return {
        .kind = Error::Kind::Timeout, .sentence = u"Toy does not answer."_s, .detail = {}, .retryAfter = {}
    };
}

QString busyCode()
{
    return u"BUSY"_s;
}

/// The name is the key, and all there is in a record.
class NameLines : public Encoder {
public:
    QByteArray prologue() const override { return "Name\n"; }
    QByteArray epilogue() const override { return {}; }
    void encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const override
    {
        out.append(values.front());
        out.append("\n");
    }
    void merge(std::span<const std::string_view> rows, OutBuffer &out) const override
    {
        out.append(rows.front());
    }
    Done readKeys(const QString &path, const std::function<void(std::string_view key)> &take) const override
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the part is gone");
        const auto lines = file.readAll().split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            if (!line.isEmpty())
                take({ line.constData(), static_cast<std::size_t>(line.size()) });
        }
        return {};
    }
};

class Toy : public ToyService {
public:
    using ToyService::ToyService;

    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        if (kind.naming == ResultNaming::Keys)
            return std::make_unique<NameLines>();
        return ToyService::makeEncoder(kind, target, fields, schema);
    }

    Explanation explain(const Reason &reason, const Schema &schema) const override
    {
        Explanation why = ToyService::explain(reason, schema);
        if (reason.code == "GONE"_L1)
            why.ofMany = u"This one is not there"_s;
        return why;
    }

    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        kinds.front().label = u"In large parts"_s;
        kinds.front().operations
            = { Operation::Insert, Operation::Update, Operation::Upsert, Operation::Delete };
        JobKind calls = kinds.front();
        calls.id = u"toy-calls"_s;
        calls.label = u"Small calls of up to 10 rows"_s;
        calls.maxRecords = 10;
        calls.allOrNothing = true;
        calls.answersAtOnce = true;
        calls.canAbort = false;
        calls.naming = ResultNaming::Place;
        JobKind one = calls;
        one.id = u"toy-one"_s;
        one.label = u"One row at a time"_s;
        one.maxRecords = 1;
        one.allOrNothing = false;
        JobKind queue = kinds.front();
        queue.id = u"toy-queue"_s;
        queue.label = u"Through the queue"_s;
        queue.inFlight = 3;
        queue.canAbort = false;
        queue.naming = ResultNaming::Exceptions;
        queue.workedAtOnce = 2;
        queue.keptDays = 7;
        queue.whenSentAgain = u"Sent again, they are the same as before."_s;
        kinds.push_back(calls);
        kinds.push_back(one);
        kinds.push_back(queue);
        JobKind keys = queue;
        keys.id = u"toy-keys"_s;
        keys.label = u"By keys"_s;
        keys.operations = { Operation::Upsert };
        keys.naming = ResultNaming::Keys;
        keys.canGroup = true;
        keys.workedAtOnce = 0;
        keys.repeatedKeys = { { Operation::Upsert, RepeatedKeys::Waves } };
        keys.whenSentAgain = u"The key makes sending again safe."_s;
        kinds.push_back(keys);
        return kinds;
    }
    bool mayPassLater(const Reason &reason) const override { return reason.code == busyCode(); }
};

class ToySession : public ServiceSession {
public:
    explicit ToySession(ToyFarEnd &farEnd)
        : m_farEnd(farEnd)
    {
    }
    Result<AccountFacts> test(std::stop_token) override { return AccountFacts {}; }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override { return {}; }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return {}; }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return {}; }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &) override
    {
        return m_farEnd.makeLoader(kind, target.operation);
    }
    QUrl recordPage(const QString &object, const QString &recordId) const override
    {
        return QUrl(u"toy-record:%1/%2"_s.arg(object, recordId));
    }

private:
    ToyFarEnd &m_farEnd;
};

} // namespace

namespace {

QStringList namesIn(const PartFile &part)
{
    QFile file(part.path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the part is gone");
    QStringList names = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    names.removeFirst(); // the header
    return names;
}

} // namespace

class ToyLine : public PartLoader {
public:
    ToyLine(ToyFarEnd &farEnd, QString kind, Operation operation)
        : m_end(farEnd)
        , m_kind(std::move(kind))
        , m_operation(operation)
    {
    }

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token) override
    {
        {
            const std::scoped_lock lock(m_end.m_mutex);
            if (m_end.m_refusal)
                return tl::unexpected(*m_end.m_refusal);
        }
        if (auto noted = log.about(Step::Open); !noted)
            return tl::unexpected(noted.error());
        const QStringList names = namesIn(part);
        upload.tell(part.bytes, part.bytes);
        QString ticket;
        bool loses = false;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            ticket = u"job-%1"_s.arg(++m_end.m_jobs);
            m_end.m_rows[ticket] = names;
            ++m_end.m_submits;
            ++m_end.m_submitsOf[m_kind];
            loses = m_end.m_loses;
        }
        if (loses)
            return tl::unexpected(noAnswer());
        for (const Step step : { Step::Open, Step::Close }) {
            if (auto noted = log.did(step, ticket); !noted)
                return tl::unexpected(noted.error());
        }
        return Submitted { .ticket = ticket };
    }

    Result<Recovery> recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &,
                             std::stop_token) override
    {
        const std::scoped_lock lock(m_end.m_mutex);
        ++m_end.m_recovers;
        for (const RecordedStep &step : steps) {
            if (step.done)
                return Recovery { .kind = Recovery::Kind::Running, .ticket = step.ticket };
        }
        return Recovery { .kind = m_end.m_loses || !steps.empty() ? Recovery::Kind::Undecidable
                                                                  : Recovery::Kind::NothingHappened };
    }

    Result<RemoteState> poll(const QString &ticket, std::stop_token) override
    {
        const std::scoped_lock lock(m_end.m_mutex);
        RemoteState state;
        const auto rows = static_cast<qint64>(m_end.m_rows[ticket].size());
        if (m_end.m_dropped.contains(ticket)) {
            state.stage = RemoteState::Stage::Aborted;
        } else if (m_end.m_held) {
            state.stage = RemoteState::Stage::Working;
            state.processed = m_kind == "toy-keys"_L1 ? 0 : rows / 2;
        } else {
            state.stage = RemoteState::Stage::Finished;
            state.processed = m_kind == "toy-keys"_L1 ? 0 : rows;
        }
        return state;
    }

    Done collect(const QString &ticket, const QString &, ResultSink &sink, std::stop_token) override
    {
        QStringList names;
        bool dropped = false;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            dropped = m_end.m_dropped.contains(ticket);
            names = m_end.m_rows[ticket];
        }
        if (auto done = sink.columns({ u"Name"_s }); !done)
            return done;
        for (const QString &name : names) {
            const QByteArray cell = name.toUtf8();
            const std::string_view view(cell.constData(), static_cast<size_t>(cell.size()));
            if (dropped) {
                if (auto done = sink.row(Outcome::NotProcessed, {}, {}, { &view, 1 }); !done)
                    return done;
                continue;
            }
            PlacedResult result;
            {
                const std::scoped_lock lock(m_end.m_mutex);
                result = m_end.judge(name, m_operation);
            }
            if (auto done = sink.row(result.outcome, result.reason, result.recordId, { &view, 1 }); !done)
                return done;
        }
        return {};
    }

    Done abort(const QString &ticket, std::stop_token) override
    {
        const std::scoped_lock lock(m_end.m_mutex);
        m_end.m_dropped.insert(ticket);
        return {};
    }

protected:
    ToyFarEnd &m_end;

private:
    QString m_kind;
    Operation m_operation;
};

/// The same, but it names only the rows that failed or that it warns of.
class ToyQueue : public ToyLine {
public:
    using ToyLine::ToyLine;

    Done collect(const QString &ticket, const QString &, ResultSink &sink, std::stop_token) override
    {
        const std::scoped_lock lock(m_end.m_mutex);
        if (auto done = sink.columns({ u"Name"_s }); !done)
            return done;
        const QStringList &names = m_end.m_rows[ticket];
        PartTotals totals { .in = 0, .failed = m_end.m_miscount, .warned = 0 };
        for (const QString &name : names) {
            const QByteArray cell = name.toUtf8();
            const std::string_view view(cell.constData(), static_cast<size_t>(cell.size()));
            PlacedResult result = m_end.judge(name, Operation::Upsert);
            const bool failed = result.outcome == Outcome::Failed;
            const bool warned = !failed && name.startsWith("odd"_L1);
            if (warned)
                result.reason = { .code = u"ODD"_s, .field = u"Name"_s, .text = u"That name is odd"_s };
            *totals.in += failed ? 0 : 1;
            *totals.failed += failed ? 1 : 0;
            *totals.warned += warned ? 1 : 0;
            if (!failed && !warned)
                continue;
            if (auto done = sink.row(failed ? Outcome::Failed : Outcome::In, result.reason, {}, { &view, 1 });
                !done)
                return done;
        }
        if (auto done = sink.others(Outcome::In, {}); !done)
            return done;
        return sink.totals(totals);
    }
};

/// The same, but it names only the keys that failed, and counts records.
class ToyKeys : public ToyLine {
public:
    using ToyLine::ToyLine;

    Done collect(const QString &ticket, const QString &, ResultSink &sink, std::stop_token) override
    {
        const std::scoped_lock lock(m_end.m_mutex);
        if (auto done = sink.columns({ u"Name"_s }); !done)
            return done;
        PartTotals totals { .in = 0, .failed = m_end.m_miscount };
        for (const QString &name : std::as_const(m_end.m_rows[ticket])) {
            const QByteArray key = name.toUtf8();
            const std::string_view view(key.constData(), static_cast<size_t>(key.size()));
            const PlacedResult result = m_end.judge(name, Operation::Upsert);
            const bool failed = result.outcome == Outcome::Failed;
            ++(failed ? *totals.failed : *totals.in);
            if (!failed)
                continue;
            if (auto done = sink.row(Outcome::Failed, result.reason, {}, { &view, 1 }); !done)
                return done;
        }
        if (auto done = sink.others(Outcome::In, {}); !done)
            return done;
        return sink.totals(totals);
    }
};

/// Calls that answer at once.
class ToyCalls : public PartLoader {
public:
    ToyCalls(ToyFarEnd &farEnd, JobKind kind, Operation operation)
        : m_end(farEnd)
        , m_kind(std::move(kind))
        , m_operation(operation)
    {
    }

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &, std::stop_token) override
    {
        if (auto noted = log.about(Step::Send); !noted)
            return tl::unexpected(noted.error());
        const QStringList names = namesIn(part);
        Submitted answer;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            ++m_end.m_submits;
            ++m_end.m_submitsOf[m_kind.id];
            for (const QString &name : names) {
                PlacedResult result = m_end.judge(name, m_operation);
                result.place = static_cast<qint64>(answer.results.size());
                answer.results.push_back(result);
            }
            const auto taken = [](const PlacedResult &result) { return result.outcome != Outcome::Failed; };
            if (m_kind.allOrNothing && !std::ranges::all_of(answer.results, taken)) {
                std::erase_if(answer.results, taken);
                answer.restNotIn = true;
            } else {
                m_end.m_rows[u"call-%1"_s.arg(++m_end.m_jobs)] = names;
            }
        }
        if (auto noted = log.did(Step::Send, {}); !noted)
            return tl::unexpected(noted.error());
        return answer;
    }

    Result<Recovery> recover(const PartFile &, std::span<const RecordedStep>, StepLog &,
                             std::stop_token) override
    {
        return Recovery {};
    }
    Result<RemoteState> poll(const QString &, std::stop_token) override { return RemoteState {}; }
    Done collect(const QString &, const QString &, ResultSink &, std::stop_token) override { return {}; }
    Done abort(const QString &, std::stop_token) override { return {}; }

private:
    ToyFarEnd &m_end;
    JobKind m_kind;
    Operation m_operation;
};

/// The lock is held.
PlacedResult ToyFarEnd::judge(const QString &name, Operation operation) const
{
    PlacedResult result;
    result.outcome = Outcome::Failed;
    const bool taken = m_forgives;
    if (!taken && name.startsWith("bad"_L1)) {
        result.reason = { .code = u"BAD"_s, .field = u"Name"_s, .text = u"That name is not allowed"_s };
    } else if (!taken && name.startsWith("gone"_L1)) {
        result.reason = { .code = u"GONE"_s, .field = u"Name"_s, .text = u"“%1” is not there"_s.arg(name) };
    } else if (!taken && name.startsWith("busy"_L1)) {
        result.reason = { .code = busyCode(), .field = {}, .text = u"The record was busy"_s };
    } else if (!taken && name.startsWith("dup"_L1)) {
        result.reason = { .code = u"DUP"_s, .field = {}, .text = u"There is one already"_s };
        result.recordId = u"existing-"_s + name;
    } else {
        result.outcome = operation == Operation::Delete ? Outcome::Deleted
            : operation == Operation::Update            ? Outcome::Updated
                                                        : Outcome::Added;
        result.recordId = u"id-"_s + name;
    }
    return result;
}

void ToyFarEnd::forgive(bool forgives)
{
    const std::scoped_lock lock(m_mutex);
    m_forgives = forgives;
}

void ToyFarEnd::miscount(qint64 by)
{
    const std::scoped_lock lock(m_mutex);
    m_miscount = by;
}

int ToyFarEnd::submitsOf(const QString &kind) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_submitsOf.find(kind);
    return found == m_submitsOf.end() ? 0 : found->second;
}

void ToyFarEnd::refuse(const std::optional<Error> &error)
{
    const std::scoped_lock lock(m_mutex);
    m_refusal = error;
}

void ToyFarEnd::hold(bool held)
{
    const std::scoped_lock lock(m_mutex);
    m_held = held;
}

void ToyFarEnd::loseReplies(bool lost)
{
    const std::scoped_lock lock(m_mutex);
    m_loses = lost;
}

int ToyFarEnd::submits() const
{
    const std::scoped_lock lock(m_mutex);
    return m_submits;
}

int ToyFarEnd::recovers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_recovers;
}

int ToyFarEnd::stored() const
{
    const std::scoped_lock lock(m_mutex);
    int rows = 0;
    for (const auto &[ticket, names] : m_rows) {
        if (!m_dropped.contains(ticket))
            rows += static_cast<int>(std::ranges::count_if(names, [this](const QString &name) {
                return judge(name, Operation::Insert).outcome != Outcome::Failed;
            }));
    }
    return rows;
}

std::unique_ptr<PartLoader> ToyFarEnd::makeLoader(const JobKind &kind, Operation operation)
{
    if (kind.answersAtOnce)
        return std::make_unique<ToyCalls>(*this, kind, operation);
    if (kind.naming == ResultNaming::Keys)
        return std::make_unique<ToyKeys>(*this, kind.id, operation);
    if (kind.naming == ResultNaming::Exceptions)
        return std::make_unique<ToyQueue>(*this, kind.id, operation);
    return std::make_unique<ToyLine>(*this, kind.id, operation);
}

namespace {

Services toyServices(qint64 rowsOfAPart)
{
    Services services;
    services.push_back(std::make_unique<Toy>(headerBytes + rowsOfAPart * rowBytes));
    return services;
}

} // namespace

RunStage::RunStage(qint64 rowsOfAPart)
    : services(toyServices(rowsOfAPart))
    , own { .services = services,
            .folders = bench.bench.folders,
            .clock = clock,
            .openSession = [this](const Account &) { return std::make_unique<ToySession>(farEnd); },
            .accounts = bench.accounts,
            .sampleFile = {} }
{
    page.announcer().setPause(std::chrono::milliseconds(0));
    QObject::connect(&page, &ui::Page::announce, &page, [this](const QString &words) { said << words; });
    // As the window does it: the run's step has two pages.
    QObject::connect(&desk, &ui::RunDesk::changed, &resultsPage, [this] {
        const bool results = ended() || desk.snapshot().looking;
        if (results && showsResults && !resultsWindow.isVisible())
            resultsWindow.enter();
        else if (!results && resultsWindow.isVisible())
            resultsWindow.hide();
    });
}

RunStage::~RunStage()
{
    QObject::disconnect(&desk, nullptr, &resultsPage, nullptr);
}

QStringList RunStage::names(int good, int bad, int goodBehind)
{
    QStringList all;
    const auto add = [&all](const QString &what, int count) {
        for (int number = 1; number <= count; ++number)
            all << u"%1-%2"_s.arg(what).arg(static_cast<int>(all.size()) + 1,
                                            9 - static_cast<int>(what.size()), 10, QLatin1Char('0'));
    };
    add(u"good"_s, good);
    add(u"bad"_s, bad);
    add(u"good"_s, goodBehind);
    return all;
}

QString RunStage::freeze(const QStringList &names, const QString &service)
{
    RunPlan plan;
    plan.id = u"2026-03-02T10000%1"_s.arg(++m_frozen);
    plan.kind = u"toy"_s;
    plan.fields = { u"Name"_s };
    plan.rows = names.size();
    plan.describe = "{}";
    plan.started = clock.now();
    plan.brakeShare = brakeShare;
    plan.account.service = service;
    plan.account.name = u"Acme"_s;
    plan.account.environment = Environment::Sandbox;
    plan.draft.file
        = bench.write(u"people-%1.csv"_s.arg(m_frozen), "Name\n" + names.join(u'\n').toUtf8() + '\n');
    plan.draft.stamp = FileStamp::of(plan.draft.file);
    plan.draft.header = plan.fields;
    plan.draft.service = service;
    plan.draft.account = plan.account.name;
    plan.draft.target.object = u"Contact"_s;
    ColumnMapping column;
    column.column = u"Name"_s;
    column.field = u"Name"_s;
    plan.draft.mapping.columns.push_back(column);
    if (shape)
        shape(plan);
    const auto ledger = Ledger::create(own.folders.runs(), plan, {});
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().detail));
    return (*ledger)->folder();
}

QString RunStage::begin(const QStringList &names)
{
    const QString folder = freeze(names);
    desk.goOn(folder);
    window.enter();
    return folder;
}

QString RunStage::leaveOne(const QStringList &names)
{
    const QString folder = freeze(names);
    farEnd.hold(true);
    desk.goOn(folder);
    const auto sent = [this] { return farEnd.submits() > 0; };
    if (!QTest::qWaitFor(sent, 20'000))
        qFatal("nothing was sent");
    desk.leave();
    if (!QTest::qWaitFor([this] { return ended(); }, 20'000))
        qFatal("it cannot be left");
    farEnd.hold(false);
    return folder;
}

QString RunStage::finish(const QStringList &names)
{
    const QString folder = begin(names);
    if (!QTest::qWaitFor([this] { return ended() && results().fileLooked; }, 60'000))
        qFatal("it does not end");
    return folder;
}

bool RunStage::shows(const QString &name) const
{
    const auto *widget = page.findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

} // namespace rowlift::testing
