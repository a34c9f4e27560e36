#include "tests/unit/run/engine_rig.h"

#include "app/run/ledger_reader.h"
#include "app/run/overtaken.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowBytes = 10; // "name-0001" and the end of the line
constexpr qint64 headerBytes = 5;

QStringList namesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a part that is sent is not there: %s", qPrintable(path));
    QStringList names = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    names.removeFirst();
    return names;
}

qint64 partOf(const QString &path)
{
    return path.section(u'/', -1).section(u'-', 1, 1).section(u'.', 0, 0).toLongLong(); // "part-00004-rest"
}

bool isBusy(const QString &name)
{
    return name.startsWith(u"lock") || name.startsWith(u"odd");
}

Reason reasonOf(const QString &name)
{
    const QString code = name.startsWith(u"lock") ? u"LOCK"_s : name.startsWith(u"odd") ? u"ODD"_s : u"BAD"_s;
    return { .code = code, .field = {}, .text = code.toLower() };
}

} // namespace

std::map<QString, int> FarEnd::held() const
{
    const std::scoped_lock lock(m_mutex);
    return m_held;
}

std::vector<std::pair<Call, qint64>> FarEnd::calls() const
{
    const std::scoped_lock lock(m_mutex);
    return m_calls;
}

int FarEnd::count(Call call, qint64 part) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(
        m_calls, [&](const auto &made) { return made.first == call && (part == 0 || made.second == part); }));
}

int FarEnd::begun() const
{
    const std::scoped_lock lock(m_mutex);
    return begunUnlocked();
}

int FarEnd::begunUnlocked() const
{
    return static_cast<int>(
        std::ranges::count_if(m_jobs, [](const auto &entry) { return entry.second.begun; }));
}

int FarEnd::underWay() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(
        m_jobs, [](const auto &entry) { return entry.second.begun && !entry.second.ended; }));
}

std::vector<QStringList> FarEnd::sentNames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sentNames;
}

QStringList FarEnd::kindsOf(Call call) const
{
    const std::scoped_lock lock(m_mutex);
    QStringList kinds;
    for (std::size_t at = 0; at < m_calls.size(); ++at) {
        if (m_calls[at].first == call)
            kinds << m_kinds[static_cast<qsizetype>(at)];
    }
    return kinds;
}

Outcome FarEnd::judge(const QString &name)
{
    if (name.startsWith(u"bad") || (isBusy(name) && m_tries[name]++ < busyFor))
        return Outcome::Failed;
    return Outcome::Added;
}

void FarEnd::forgets(qint64 part, const QString &name)
{
    const std::scoped_lock lock(m_mutex);
    m_sent[part].erase(name);
    m_held.erase(name);
}

/// Speaks with the far end for one lane.
class ToyLoader : public PartLoader {
public:
    ToyLoader(FarEnd &end, const JobKind &kind)
        : m_end(end)
        , m_kind(kind)
    {
    }

    Done keepOld(const PartFile &part, const QString &path, const Progress &progress,
                 std::stop_token stop) override
    {
        const qint64 number = partOf(part.path);
        if (auto error = call(Call::KeepOld, number, stop))
            return tl::unexpected(*error);
        progress.tell(part.rows, part.rows);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("a copy has no folder: %s", qPrintable(path));
        file.write(namesIn(part.path).join(u'\n').toUtf8());
        return {};
    }

    Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                             std::stop_token stop) override
    {
        const qint64 number = partOf(part.path);
        if (m_kind.naming == ResultNaming::Exceptions)
            return sendJob(part, number, log, stop);
        return m_kind.answersAtOnce ? send(part, number, log, stop)
                                    : makeJob(part, number, log, upload, stop);
    }

    Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token stop) override
    {
        const qint64 number = partOf(part.path);
        if (auto error = call(Call::Recover, number, stop))
            return tl::unexpected(*error);
        if (m_end.undecidable)
            return Recovery { .kind = Recovery::Kind::Undecidable };
        if (m_kind.answersAtOnce)
            return whatIsIn(part, number);
        const QString ticket = steps.empty() ? QString() : steps.back().ticket;
        if (m_kind.naming == ResultNaming::Exceptions)
            return ticket.isEmpty() ? Recovery { .kind = Recovery::Kind::Undecidable }
                                    : Recovery { .kind = Recovery::Kind::Running, .ticket = ticket };
        const bool closing = std::ranges::find(steps, Step::Close, &RecordedStep::step) != steps.end();
        bool begun = false;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            begun = m_end.m_jobs[ticket].begun;
        }
        if (closing && !begun) {
            if (auto noted = log.about(Step::Close); !noted)
                return tl::unexpected(noted.error());
            begin(ticket);
            if (auto noted = log.did(Step::Close, ticket); !noted)
                return tl::unexpected(noted.error());
        }
        return closing ? Recovery { .kind = Recovery::Kind::Running, .ticket = ticket }
                       : Recovery { .kind = Recovery::Kind::NothingHappened };
    }

    Result<RemoteState> poll(const QString &ticket, std::stop_token stop) override
    {
        if (auto error = call(Call::Poll, ticket, stop))
            return tl::unexpected(*error);
        const std::scoped_lock lock(m_end.m_mutex);
        FarEnd::Job &job = m_end.m_jobs[ticket];
        ++job.polls;
        RemoteState state;
        state.stage = job.aborted  ? RemoteState::Stage::Aborted
            : m_end.isThrough(job) ? RemoteState::Stage::Finished
                                   : RemoteState::Stage::Working;
        state.processed = m_end.hasProcessed(job);
        if (m_end.isForgotten(job))
            state.stage = RemoteState::Stage::Forgotten;
        job.ended = job.ended || state.ended();
        return state;
    }

    Done collect(const QString &ticket, const QString &, ResultSink &sink, std::stop_token stop) override
    {
        if (auto error = call(Call::Collect, ticket, stop))
            return tl::unexpected(*error);
        FarEnd::Job job;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            job = m_end.m_jobs[ticket];
        }
        if (m_kind.naming == ResultNaming::Exceptions)
            return nameExceptions(job, sink);
        if (auto told = sink.columns({ u"Name"_s }); !told)
            return told;
        for (const QString &name : job.names) {
            const QByteArray cell = name.toUtf8();
            const std::vector<std::string_view> cells { { cell.constData(),
                                                          static_cast<size_t>(cell.size()) } };
            const bool done = (!job.aborted || !m_end.dropsRows) && !job.givenBack.contains(name);
            const auto failed = job.failed.contains(name);
            if (auto told = sink.row(!done        ? Outcome::NotProcessed
                                         : failed ? Outcome::Failed
                                                  : Outcome::Added,
                                     done && failed ? reasonOf(name) : Reason {}, {}, cells);
                !told)
                return told;
        }
        const auto error = lost(Call::Collect, job.part);
        return error ? Done(tl::unexpected(*error)) : Done();
    }

    Done abort(const QString &ticket, std::stop_token stop) override
    {
        if (auto error = call(Call::Abort, ticket, stop))
            return tl::unexpected(*error);
        const std::scoped_lock lock(m_end.m_mutex);
        FarEnd::Job &job = m_end.m_jobs[ticket];
        job.aborted = true;
        if (m_end.dropsRows) {
            for (const QString &name : job.names)
                m_end.m_held.erase(name);
        }
        return {};
    }

private:
    Result<Submitted> makeJob(const PartFile &part, qint64 number, StepLog &log, const Progress &upload,
                              std::stop_token stop)
    {
        const QString ticket = u"job-%1-%2"_s.arg(number).arg(m_end.count(Call::Open));
        for (const auto &[step, what] :
             { std::pair(Step::Open, Call::Open), std::pair(Step::Upload, Call::Upload),
               std::pair(Step::Close, Call::Close) }) {
            if (auto noted = log.about(step); !noted)
                return tl::unexpected(noted.error());
            if (auto error = call(what, number, stop))
                return tl::unexpected(*error);
            if (step == Step::Upload) {
                const std::scoped_lock lock(m_end.m_mutex);
                m_end.m_jobs[ticket] = { .names = namesIn(part.path), .part = number };
            }
            if (step == Step::Close)
                begin(ticket);
            upload.tell(part.bytes, part.bytes);
            if (auto error = lost(what, number))
                return tl::unexpected(*error);
            if (auto noted = log.did(step, ticket); !noted)
                return tl::unexpected(noted.error());
        }
        return Submitted { .ticket = ticket };
    }

    Result<Submitted> sendJob(const PartFile &part, qint64 number, StepLog &log, std::stop_token stop)
    {
        const QString ticket = u"job-%1-%2"_s.arg(number).arg(m_end.count(Call::Send));
        if (auto noted = log.about(Step::Send); !noted)
            return tl::unexpected(noted.error());
        if (auto error = call(Call::Send, number, stop))
            return tl::unexpected(*error);
        {
            const std::scoped_lock lock(m_end.m_mutex);
            m_end.m_jobs[ticket] = { .names = namesIn(part.path), .part = number };
        }
        begin(ticket);
        if (auto error = lost(Call::Send, number))
            return tl::unexpected(*error);
        if (auto noted = log.did(Step::Send, ticket); !noted)
            return tl::unexpected(noted.error());
        return Submitted { .ticket = ticket };
    }

    Done nameExceptions(const FarEnd::Job &job, ResultSink &sink)
    {
        QStringList named = job.failed;
        named.removeIf([this](const QString &name) { return m_end.unnamed.contains(name); });
        const QStringList warned = job.names.filter(QRegularExpression(u"^warn"_s));
        for (const auto &[outcome, names] : { std::pair(Outcome::Failed, named), { Outcome::In, warned } }) {
            if (auto told = sink.columns({ u"Name"_s }); !told)
                return told;
            for (const QString &name : names) {
                const QByteArray cell = name.toUtf8();
                const std::vector<std::string_view> cells { { cell.constData(),
                                                              static_cast<size_t>(cell.size()) } };
                const Reason reason = outcome == Outcome::Failed
                    ? reasonOf(name)
                    : Reason { .code = u"WARN"_s, .field = {}, .text = u"odd"_s };
                if (auto told = sink.row(outcome, reason, {}, cells); !told)
                    return told;
            }
        }
        if (auto told = sink.others(Outcome::In, {}); !told)
            return told;
        const qint64 failed = job.failed.size();
        return sink.totals({ .in = job.names.size() - failed, .failed = failed, .warned = warned.size() });
    }

    Result<Submitted> send(const PartFile &part, qint64 number, StepLog &log, std::stop_token stop)
    {
        if (auto noted = log.about(Step::Send); !noted)
            return tl::unexpected(noted.error());
        if (auto error = call(Call::Send, number, stop))
            return tl::unexpected(*error);
        Submitted submitted;
        {
            const std::scoped_lock lock(m_end.m_mutex);
            submitted = carryOut(namesIn(part.path), number);
        }
        if (auto error = lost(Call::Send, number))
            return tl::unexpected(*error);
        if (auto noted = log.did(Step::Send, {}); !noted)
            return tl::unexpected(noted.error());
        return submitted;
    }

    Submitted carryOut(const QStringList &names, qint64 part)
    {
        m_end.m_sentNames.push_back(names);
        Submitted submitted;
        for (const QString &name : names) {
            const Outcome outcome = m_end.judge(name);
            submitted.results.push_back(
                { .place = static_cast<qint64>(submitted.results.size()),
                  .outcome = outcome,
                  .reason = outcome == Outcome::Failed ? reasonOf(name) : Reason {} });
        }
        const auto isIn = [](const PlacedResult &result) { return result.outcome == Outcome::Added; };
        if (m_kind.allOrNothing && names.size() > 1 && !std::ranges::all_of(submitted.results, isIn)) {
            std::erase_if(submitted.results, isIn);
            if (static_cast<int>(submitted.results.size()) > m_end.namesAtATime)
                submitted.results.resize(static_cast<std::size_t>(m_end.namesAtATime));
            submitted.restNotIn = true;
            return submitted;
        }
        for (const PlacedResult &result : submitted.results) {
            if (isIn(result)) {
                ++m_end.m_held[names[result.place]];
                ++m_end.m_sent[part][names[result.place]];
            }
        }
        return submitted;
    }

    Result<Recovery> whatIsIn(const PartFile &part, qint64 number)
    {
        const std::scoped_lock lock(m_end.m_mutex);
        const auto &sent = m_end.m_sent[number];
        if (sent.empty())
            return Recovery { .kind = Recovery::Kind::NothingHappened };
        Recovery recovery { .kind = Recovery::Kind::Outcomes, .restNotIn = true };
        qint64 place = 0;
        for (const QString &name : namesIn(part.path)) {
            if (sent.contains(name))
                recovery.results.push_back({ .place = place, .outcome = Outcome::In });
            ++place;
        }
        return recovery;
    }

    void begin(const QString &ticket)
    {
        const std::scoped_lock lock(m_end.m_mutex);
        FarEnd::Job &job = m_end.m_jobs[ticket];
        job.begun = true;
        m_end.m_sentNames.push_back(job.names);
        job.givenBack = job.names.mid(m_end.comesTo(job.part));
        for (const QString &name : job.names.mid(0, m_end.comesTo(job.part))) {
            if (m_end.judge(name) == Outcome::Added)
                ++m_end.m_held[name];
            else
                job.failed << name;
        }
    }

    std::optional<Error> call(Call what, qint64 part, const std::stop_token &stop)
    {
        {
            const std::scoped_lock lock(m_end.m_mutex);
            m_end.m_calls.emplace_back(what, part);
            m_end.m_kinds << m_kind.id;
        }
        if (m_end.blocks && m_end.blocks(what, part))
            m_end.blockUntil(stop);
        if (stop.stop_requested())
            return cancelledError();
        return m_end.before ? m_end.before(what, part) : std::nullopt;
    }
    std::optional<Error> call(Call what, const QString &ticket, const std::stop_token &stop)
    {
        return call(what, ticket.section(u'-', 1, 1).toLongLong(), stop);
    }
    std::optional<Error> lost(Call what, qint64 part)
    {
        return m_end.after ? m_end.after(what, part) : std::nullopt;
    }

    FarEnd &m_end;
    const JobKind m_kind;
};

void FarEnd::blockUntil(const std::stop_token &stop)
{
    std::unique_lock lock(m_blocking);
    ++m_blocked;
    m_changed.notify_all();
    m_changed.wait(lock, stop, [] { return false; });
    --m_blocked;
}

bool FarEnd::waitForBlocked()
{
    std::unique_lock lock(m_blocking);
    return m_changed.wait_for(lock, std::chrono::seconds(20), [this] { return m_blocked > 0; });
}

class EngineRig::Toy : public ToyService {
public:
    explicit Toy(const EngineRig &rig)
        : ToyService(headerBytes + 10 * rowBytes)
        , m_rig(rig)
    {
    }
    std::vector<JobKind> jobKinds() const override
    {
        std::vector<JobKind> kinds = m_rig.otherKinds;
        kinds.insert(kinds.begin(), m_rig.kind);
        return kinds;
    }
    std::vector<LoadOption> options(const Target &) const override { return m_rig.options; }
    bool mayPassLater(const Reason &reason) const override { return triesLater(reason) > 0; }
    int triesLater(const Reason &reason) const override
    {
        return reason.code == u"LOCK"_s ? 3 : reason.code == u"ODD"_s ? 1 : 0;
    }

private:
    const EngineRig &m_rig;
};

class EngineRig::Session : public ServiceSession {
public:
    explicit Session(EngineRig &rig)
        : m_rig(rig)
    {
    }
    Result<AccountFacts> test(std::stop_token) override { return AccountFacts {}; }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override { return {}; }
    Result<QByteArray> describe(const QString &, std::stop_token) override { return {}; }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return {}; }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &, const QStringList &) override
    {
        return std::make_unique<ToyLoader>(m_rig.farEnd, kind);
    }

private:
    EngineRig &m_rig;
};

EngineRig::EngineRig()
    : kind(ToyService(headerBytes + 10 * rowBytes).jobKinds().front())
    , m_service(std::make_shared<Toy>(*this))
    , m_session(std::make_shared<Session>(*this))
{
}

QStringList EngineRig::numbered(int count, const QString &prefix)
{
    QStringList names;
    for (int number = 1; number <= count; ++number)
        names << u"%1-%2"_s.arg(prefix).arg(number, 4, 10, QLatin1Char('0'));
    return names;
}

void EngineRig::start(const QStringList &names)
{
    m_names = names;
    RunPlan plan;
    plan.id = u"run"_s;
    plan.kind = kind.id;
    plan.fields = { u"Name"_s };
    plan.rows = names.size();
    plan.describe = "{}";
    plan.started = clock.now();
    plan.brakeShare = brakeShare;
    plan.draft.file = m_folder.filePath(u"source.csv"_s);
    QFile file(plan.draft.file);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for the source");
    file.write("Name\n" + names.join(u'\n').toUtf8() + '\n');
    file.close();
    plan.draft.stamp = FileStamp::of(plan.draft.file);
    plan.draft.header = plan.fields;
    plan.draft.target.keyField = u"Name"_s;
    plan.draft.target.options = chosen;
    plan.draft.keepsOld = keepsOld;
    ColumnMapping column;
    column.column = u"Name"_s;
    column.field = u"Name"_s;
    plan.draft.mapping.columns.push_back(column);
    auto ledger = Ledger::create(m_folder.filePath(u"runs"_s), plan, {});
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().detail));
    m_ledger = std::move(*ledger);
}

void EngineRig::reopen()
{
    const QString folder = m_ledger->folder();
    m_ledger.reset();
    auto ledger = Ledger::open(folder);
    if (!ledger)
        qFatal("%s", qPrintable(ledger.error().detail));
    m_ledger = std::move(*ledger);
}

RunEnd EngineRig::go(RunMode mode, bool endsAtBrake, Clock *other)
{
    return executeRun({ .ledger = *m_ledger,
                        .service = *m_service,
                        .session = *m_session,
                        .clock = other ? *other : clock,
                        .control = control,
                        .onChange = onChange,
                        .patience = patience,
                        .mode = mode,
                        .endsAtBrake = endsAtBrake });
}

Result<Attempt> EngineRig::sendAgain(const AttemptWish &wish)
{
    return beginWished(*m_ledger, *m_service, wish, clock.now(), {});
}

std::vector<PartState> EngineRig::states()
{
    const auto parts = m_ledger->parts();
    std::vector<PartState> states;
    for (const PartRecord &part : *parts)
        states.push_back(part.state);
    return states;
}

QString EngineRig::wrong()
{
    const auto broken = m_ledger->brokenInvariant();
    if (!broken || !broken->isEmpty())
        return broken ? *broken : broken.error().detail;
    const auto reader = LedgerReader::open(m_ledger->folder());
    if (!reader)
        return reader.error().detail;
    const auto outcomes = (*reader)->outcomes(0, m_names.size() + 1);
    if (!outcomes)
        return outcomes.error().detail;
    if (static_cast<qsizetype>(outcomes->size()) != m_names.size())
        return u"%1 of %2 rows have an outcome"_s.arg(outcomes->size()).arg(m_names.size());
    const auto held = farEnd.held();
    for (const RowOutcome &row : *outcomes) {
        const QString &name = m_names[row.record - outcomes->front().record];
        const auto found = held.find(name);
        const int times = found == held.end() ? 0 : found->second;
        constexpr int triesOfBusy = 4; // the first, and three by themselves
        const bool in = !name.startsWith(u"bad") && (!isBusy(name) || farEnd.busyFor < triesOfBusy);
        if (times != (in ? 1 : 0))
            return u"%1 is there %2 times"_s.arg(name).arg(times);
        if (in != (row.outcome == Outcome::Added || row.outcome == Outcome::In))
            return u"%1 ended as %2"_s.arg(name).arg(static_cast<int>(row.outcome));
    }
    return {};
}

} // namespace rowlift::testing
