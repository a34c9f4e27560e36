#include "app/run/record_lookup.h"

#include "app/csv/bad_input.h"
#include "app/draft/row_pass.h"
#include "app/draft/source_file.h"
#include "app/mapping/properties.h"
#include "app/run/asked_rows.h"
#include "app/run/known_answers.h"
#include "app/run/lone_field.h"
#include "app/run/record_key.h"
#include "app/run/retry_wait.h"

#include <QCoreApplication>

#include <algorithm>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int lookUpsAtOnce = 3;
constexpr int mostLookUpTries = 5;
constexpr auto lookUpPatience = 2min;
/// What was asked counts against the limit, and would be asked anew: better to sit out an hour's allowance.
constexpr auto limitPatience = 70min;
/// Rows wait in memory until so many values, or rows, have come together.
constexpr std::size_t callsInRound = 4 * lookUpsAtOnce;
constexpr std::size_t mostValuesInRound = 250'000;
constexpr std::size_t mostRowsInRound = 50'000;
constexpr std::size_t mostKnownRowsInRound = 1'000'000; ///< Where most have values that were met before.
constexpr qint64 lookUpBlockBytes = qint64(1024) * 1024;

struct RecordLookUpWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RecordLookUp)
};

/// What is looked up, and by what.
struct LookUpWish {
    QString object;
    QString field;
    bool keepsIds = true; ///< They are sent in the place of the value.
};

Result<LookUpWish> lookUpWish(const Draft &draft, const Schema &schema)
{
    const QString &field = draft.lookedUpField();
    if (draft.target.looksUp())
        return LookUpWish { .object = draft.target.object, .field = field };
    const Field *named = schema.field(field);
    if (!draft.looksUp() || !named || named->referenceTo.isEmpty())
        return tl::unexpected(
            badInput(RecordLookUpWords::tr("By “%1” nothing can be looked up.").arg(field)));
    return LookUpWish { .object = named->referenceTo.constFirst(), .field = field, .keepsIds = false };
}

/// \a draft with the field that is looked up by alone, as if it were the key of its records.
Draft lookUpAlone(const Draft &draft)
{
    Draft alone = fieldAlone(draft, draft.lookedUpField());
    alone.target.keyField = draft.lookedUpField();
    alone.target.list.clear();
    return alone;
}

/// What the service has for a value.
struct FoundValue {
    QString value; ///< As it was met first.
    std::string id = {};
    QDateTime modified = {};
    bool several = false;

    void take(const RecordMatch &match)
    {
        std::string other = match.id.toStdString();
        if (id.empty() || other == id) {
            id = std::move(other);
            modified = match.modified;
            return;
        }
        several = true;
        // Of two that were changed at the same moment it is always the same one.
        if (std::tie(match.modified, other) > std::tie(modified, id)) {
            id = std::move(other);
            modified = match.modified;
        }
    }
};

/// Asks for the values of a round.
class AskedRound {
public:
    AskedRound(LookUpWish wish, const RecordKey &key, ServiceSession &session, Clock &clock)
        : m_wish(std::move(wish))
        , m_key(key)
        , m_session(session)
        , m_clock(clock)
    {
    }

    /// The place of \a value among found().
    std::size_t add(std::string_view value)
    {
        const std::string_view values[] { value };
        const auto [place, isNew]
            = m_places.try_emplace(std::string(m_key.keyOf(values, m_room)), m_found.size());
        if (isNew)
            m_found.push_back(
                { .value = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())) });
        return place->second;
    }
    const std::vector<FoundValue> &found() const { return m_found; }
    bool keepsIds() const { return m_wish.keepsIds; }
    quint64 hashOf(std::string_view value)
    {
        const std::string_view values[] { value };
        return m_key.hashOf(values, m_room);
    }

    /// \a told hears of each call that is done.
    Done ask(const std::function<void(std::size_t done, std::size_t calls)> &told,
             const std::stop_token &stop);
    void clear()
    {
        m_places.clear();
        m_found.clear();
    }

private:
    void askInTurn(std::size_t calls, const std::function<void(std::size_t, std::size_t)> &told);
    Result<std::vector<RecordMatch>> askPatiently(const QStringList &values, const std::stop_token &stop);
    void take(const std::vector<RecordMatch> &matches);

    const LookUpWish m_wish;
    const RecordKey &m_key;
    ServiceSession &m_session;
    Clock &m_clock;
    std::unordered_map<std::string, std::size_t> m_places; ///< In m_found, by key.
    std::vector<FoundValue> m_found;
    std::string m_room;

    std::mutex m_mutex; ///< Between the threads of ask(); guards what follows and m_found.
    std::size_t m_nextCall = 0;
    std::size_t m_callsDone = 0;
    std::optional<Error> m_error;
    std::stop_source m_stop; ///< Of this round: the first error ends it.
};

Done AskedRound::ask(const std::function<void(std::size_t, std::size_t)> &told, const std::stop_token &stop)
{
    if (m_found.empty())
        return {};
    const auto atOnce = static_cast<std::size_t>(m_session.valuesAtOnce());
    const std::size_t calls = (m_found.size() + atOnce - 1) / atOnce;
    m_nextCall = m_callsDone = 0;
    m_stop = {};
    const std::stop_callback stopping(stop, [this] { m_stop.request_stop(); });
    {
        std::vector<std::jthread> lanes;
        for (std::size_t lane = 0; lane < std::min<std::size_t>(calls, lookUpsAtOnce); ++lane)
            lanes.emplace_back([&] { askInTurn(calls, told); });
    }
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return m_error ? Done(tl::unexpected(*m_error)) : Done {};
}

void AskedRound::askInTurn(std::size_t calls, const std::function<void(std::size_t, std::size_t)> &told)
{
    const auto atOnce = static_cast<std::size_t>(m_session.valuesAtOnce());
    std::unique_lock lock(m_mutex);
    while (m_nextCall < calls && !m_stop.stop_requested()) {
        const std::size_t first = m_nextCall++ * atOnce;
        QStringList values;
        for (std::size_t place = first; place < std::min(first + atOnce, m_found.size()); ++place)
            values << m_found[place].value;
        lock.unlock();
        const auto matches = askPatiently(values, m_stop.get_token());
        lock.lock();
        if (!matches) {
            if (!m_error)
                m_error = matches.error();
            m_stop.request_stop();
            return;
        }
        take(*matches);
        told(++m_callsDone, calls);
    }
}

Result<std::vector<RecordMatch>> AskedRound::askPatiently(const QStringList &values,
                                                          const std::stop_token &stop)
{
    RetryWait faults(qHash(values));
    RetryWait limits(qHash(values));
    for (;;) {
        auto matches = m_session.find(m_wish.object, m_wish.field, values, stop);
        if (matches || !mayPass(matches.error()))
            return matches;
        const bool isLimit = matches.error().kind == Error::Kind::RateLimit;
        if (isLimit)
            faults.wayIsFree(); // it answers
        else if (faults.tries() + 1 >= mostLookUpTries)
            return matches;
        const auto pause = isLimit ? limits.after(matches.error(), m_clock.elapsed(), limitPatience)
                                   : faults.after(matches.error(), m_clock.elapsed(), lookUpPatience);
        if (!pause)
            return matches;
        if (!m_clock.sleepFor(*pause, stop))
            return tl::unexpected(cancelledError());
    }
}

/// Records of other values may be among them: the service compares in ways of its own.
void AskedRound::take(const std::vector<RecordMatch> &matches)
{
    for (const RecordMatch &match : matches) {
        const std::string value = match.value.toStdString();
        const std::string_view values[] { value };
        const auto place = m_places.find(std::string(m_key.keyOf(values, m_room)));
        if (place != m_places.end() && !match.id.isEmpty())
            m_found[place->second].take(match);
    }
}

/// Rows in file order, asked for in rounds, and written.
class RecordLookUp {
public:
    RecordLookUp(AskedRound &round, FoundIdsWriter &writer, std::size_t mostValues, const Progress &progress,
                 const std::stop_token &stop)
        : m_round(round)
        , m_writer(writer)
        , m_mostValues(mostValues)
        , m_progress(progress)
        , m_stop(stop)
    {
    }

    Done take(const AskedRows &asked)
    {
        std::size_t begin = 0;
        for (const AskedRows::Row &row : asked.rows) {
            const auto value = std::string_view(asked.values).substr(begin, row.end - begin);
            begin = row.end;
            m_rows.push_back(placed(row, value));
            const std::size_t mostRows = m_round.keepsIds() ? mostRowsInRound : mostKnownRowsInRound;
            if (m_round.found().size() < m_mostValues && m_rows.size() < mostRows)
                continue;
            if (const Done done = endRound(); !done)
                return done;
        }
        return {};
    }

    Done endRound()
    {
        const auto rows = static_cast<qint64>(m_rows.size());
        const Done done = m_round.ask(
            [&](std::size_t calls, std::size_t all) {
                ++m_asked.calls;
                m_progress.tell(m_done + rows * static_cast<qint64>(calls) / static_cast<qint64>(all), 0);
            },
            m_stop);
        if (!done)
            return done;
        for (const Row &row : m_rows) {
            if (const Done written = write(row); !written)
                return written;
        }
        for (const FoundValue &found : m_round.found()) {
            if (!m_round.keepsIds())
                m_known.add(m_round.hashOf(found.value.toStdString()), !found.id.empty());
        }
        m_asked.values += static_cast<qint64>(m_round.found().size());
        m_done += rows;
        m_rows.clear();
        m_round.clear();
        return {};
    }

    const LookUpSum &asked() const { return m_asked; }

private:
    struct Row {
        qint64 offset = 0;
        FoundState state = FoundState::NoRow;
        bool isAsked = false; ///< In the round …
        std::size_t place = 0; ///< … at this place.
    };

    Row placed(const AskedRows::Row &row, std::string_view value)
    {
        Row taken { .offset = row.offset, .state = row.state };
        if (row.state != FoundState::None)
            return taken;
        if (const auto known = m_round.keepsIds() ? std::nullopt : m_known.of(m_round.hashOf(value))) {
            taken.state = *known ? FoundState::Once : FoundState::None;
            return taken;
        }
        taken.isAsked = true;
        taken.place = m_round.add(value);
        return taken;
    }

    Done write(const Row &row)
    {
        if (!row.isAsked)
            return m_writer.add(row.offset, row.state);
        const FoundValue &found = m_round.found()[row.place];
        if (!m_round.keepsIds())
            return m_writer.add(row.offset, found.id.empty() ? FoundState::None : FoundState::Once);
        const FoundState state = found.id.empty() ? FoundState::None
            : found.several                       ? FoundState::Several
                                                  : FoundState::Once;
        return m_writer.add(row.offset, state, found.id);
    }

    AskedRound &m_round;
    FoundIdsWriter &m_writer;
    std::size_t m_mostValues;
    const Progress &m_progress;
    const std::stop_token &m_stop;
    std::vector<Row> m_rows; ///< Of the round.
    qint64 m_done = 0; ///< Rows of the rounds before.
    KnownAnswers m_known { rememberedAnswers };
    LookUpSum m_asked;
};

Error nothingToLookUpBy(const QString &field)
{
    return badInput(RecordLookUpWords::tr("No column goes to %1, by which records are found.").arg(field));
}

/// The different values of the rows, counted.
class DistinctValues {
public:
    explicit DistinctValues(const RecordKey &key)
        : m_key(key)
    {
    }

    void add(const AskedRows &asked)
    {
        std::size_t begin = 0;
        for (const AskedRows::Row &row : asked.rows) {
            const std::string_view values[] { std::string_view(asked.values).substr(begin, row.end - begin) };
            begin = row.end;
            if (row.state == FoundState::None)
                m_hashes.push_back(m_key.hashOf(values, m_room));
        }
    }
    qint64 count()
    {
        std::ranges::sort(m_hashes);
        return std::ranges::unique(m_hashes).begin() - m_hashes.begin();
    }

private:
    const RecordKey &m_key;
    std::vector<quint64> m_hashes;
    std::string m_room;
};

std::optional<RecordKey> lookUpKey(const Draft &alone, const Schema &schema)
{
    const RecordBuilder builder(alone.mapping, schema, alone.target);
    return RecordKey::of(builder.fields(), schema, alone.target, RepeatedKeys::Waves);
}

} // namespace

Result<LookUpSum> lookUpRecords(const Draft &draft, const Schema &known, ServiceSession &session,
                                Clock &clock, const QString &path, const Progress &progress,
                                std::stop_token stop)
{
    const Schema schema = withProperties(known, draft.mapping);
    const Draft alone = lookUpAlone(draft);
    const auto wish = lookUpWish(draft, schema);
    const auto key = lookUpKey(alone, schema);
    if (!wish || !key)
        return tl::unexpected(wish ? nothingToLookUpBy(draft.lookedUpField()) : wish.error());
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    const auto begin = beginOfRows(**source, draft.dialect, {}, stop);
    if (!begin)
        return tl::unexpected(begin.error());
    FoundIdsWriter writer(path, begin->record);
    if (const Done begun = writer.begin(); !begun)
        return tl::unexpected(begun.error());
    AskedRound round(*wish, *key, session, clock);
    const auto atOnce = static_cast<std::size_t>(session.valuesAtOnce());
    const std::size_t mostValues = std::max(atOnce, std::min(callsInRound * atOnce, mostValuesInRound));
    RecordLookUp lookUp(round, writer, mostValues, progress, stop);
    const AskedReader reader(alone, schema);
    PieceHash hash((*source)->size());
    const auto end = passOverRows<AskedRows>(
        **source, draft.dialect, *begin, lookUpBlockBytes,
        [&reader](RecordStream &stream, qint64 until) { return reader.read(stream, until); },
        [&lookUp](const AskedRows &asked, RowPosition, RowPosition) { return lookUp.take(asked); }, stop,
        &hash);
    const Done done
        = (end ? Done {} : tl::unexpected(end.error())).and_then([&] { return lookUp.endRound(); });
    if (!done)
        return tl::unexpected(done.error());
    const auto contentHash = hash.whole(**source, stop);
    if (!contentHash)
        return tl::unexpected(contentHash.error());
    if (const auto again = openSource(draft, stop); !again) // it was written to while it was read
        return tl::unexpected(again.error());
    return writer.finish(draft, schema, *contentHash, lookUp.asked());
}

Result<qint64> valuesToLookUp(const Draft &draft, const Schema &known, const Progress &progress,
                              std::stop_token stop)
{
    const Schema schema = withProperties(known, draft.mapping);
    const Draft alone = lookUpAlone(draft);
    const auto key = lookUpKey(alone, schema);
    if (!draft.looksUp() || !key)
        return tl::unexpected(nothingToLookUpBy(draft.lookedUpField()));
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    const qint64 bytes = (*source)->size();
    const AskedReader reader(alone, schema);
    DistinctValues values(*key);
    const auto end = passOverRows<AskedRows>(
        **source, draft.dialect, {}, lookUpBlockBytes,
        [&reader](RecordStream &stream, qint64 until) { return reader.read(stream, until); },
        [&](const AskedRows &asked, RowPosition, RowPosition behind) -> Done {
            values.add(asked);
            progress.tell(behind.offset, bytes);
            return {};
        },
        stop);
    if (!end)
        return tl::unexpected(end.error());
    return values.count();
}

} // namespace rowlift
