#include "app/check/check.h"

#include "app/check/key_repeats.h"
#include "app/check/row_rules.h"
#include "app/check/unused_stops.h"
#include "app/draft/found_ids.h"
#include "app/draft/row_pass.h"
#include "app/draft/source_file.h"
#include "app/mapping/blanks.h"

#include <xxhash.h>

#include <algorithm>
#include <mutex>
#include <tuple>
#include <utility>

namespace rowlift {

namespace {

constexpr qsizetype longestExample = 80;
constexpr std::size_t ruleCount = static_cast<std::size_t>(Rule::RaggedRow) + 1;

/// Fields that should not hold the same value twice in one file.
bool mustNotRepeat(const Field &field, const Target &target)
{
    switch (target.operation) {
    case Operation::Insert:
        return field.unique;
    case Operation::Upsert:
        return field.name == target.keyField;
    case Operation::Update:
        return target.looksUp() ? field.name == target.keyField : field.type == FieldType::Id;
    case Operation::Delete:
        return field.type == FieldType::Id;
    }
    return false;
}

/// What a look-up says against a row.
std::optional<Severity> severityOf(const FoundRow &found, SeveralFound several)
{
    if (found.state == FoundState::None)
        return Severity::Problem;
    if (found.state != FoundState::Several)
        return {};
    return several == SeveralFound::LeaveOut ? Severity::Problem : Severity::HeadsUp;
}

Rule ruleOf(FoundState state)
{
    return state == FoundState::None ? Rule::NotFound : Rule::SeveralFound;
}

/// 0: blank, which repeats nothing. Services do not keep blanks at the ends; ids tell upper from lower case,
/// other keys do not.
quint64 hashOfKey(std::string_view value, bool keepsCase, std::string &room)
{
    value = withoutBlanks(value);
    if (value.empty())
        return 0;
    room = value;
    for (char &c : room) {
        if (!keepsCase && c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    const quint64 hash = XXH3_64bits(room.data(), room.size());
    return hash == 0 ? 1 : hash;
}

/// What a thread found in some rows that stand one behind the other.
struct CheckedRows {
    struct Found {
        Finding finding;
        QString example;
        std::vector<qint64> records = {}; ///< Counted from the first of these rows, here and below.
    };

    qint64 rows = 0;
    std::vector<Found> found; ///< In the order in which they were met.
    std::vector<qint64> problems;
    std::vector<std::vector<KeyRepeats::Repeat>> keys; ///< Of each field that should not repeat.
};

/// What a thread checks rows with.
class RowChecker {
public:
    RowChecker(const Draft &draft, const Schema &schema)
        : m_draft(draft)
        , m_schema(schema)
        , m_builder(draft.mapping, schema, draft.target)
        , m_rules(draft, schema)
        , m_unusedStops(draft)
        , m_lookedUp(lookedUpField(m_builder.fields(), draft.target))
        , m_slots((m_builder.fields().size() + m_unusedStops.columns().size() + 1) * ruleCount * 2, -1)
    {
        for (int i = 0; i < static_cast<int>(m_builder.fields().size()); ++i) {
            if (mustNotRepeat(m_rules.field(i), draft.target))
                m_keys.push_back(i);
        }
        for (int field = 0; field < static_cast<int>(m_builder.fields().size()); ++field) {
            const auto columns = m_builder.columnsOf(field);
            m_wish.columns.insert(m_wish.columns.end(), columns.begin(), columns.end());
        }
        const auto &unused = m_unusedStops.columns();
        m_wish.columns.insert(m_wish.columns.end(), unused.begin(), unused.end());
        std::ranges::sort(m_wish.columns);
        const auto repeated = std::ranges::unique(m_wish.columns);
        m_wish.columns.erase(repeated.begin(), repeated.end());
    }

    Result<CheckedRows> read(RecordStream &stream, qint64 until)
    {
        CheckedRows checked;
        checked.keys.resize(m_keys.size());
        std::ranges::fill(m_slots, -1);
        const qint64 begin = stream.position().record;
        while (stream.position().offset < until) {
            const Result<bool> more = stream.nextRows(m_batch, m_wish);
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (const Done found = findRecords(); !found)
                return tl::unexpected(found.error());
            for (std::size_t row = 0; row < m_batch.rows(); ++row) {
                if (m_batch.isData(row))
                    see(row, m_batch.record(row) - begin, checked);
            }
        }
        return checked;
    }

    const std::vector<int> &keys() const { return m_keys; }

    ProblemGroup groupFor(const Finding &finding) const
    {
        ProblemGroup group;
        group.rule = finding.rule;
        group.severity = finding.severity;
        if (finding.index < 0)
            return group;
        if (finding.rule == Rule::StopNotImported) {
            group.column = m_unusedStops.columns()[static_cast<std::size_t>(finding.index - fields())];
            group.fieldLabel = m_draft.header.value(group.column);
            return group;
        }
        const Field &field = m_rules.field(finding.index);
        group.column = m_builder.columnOf(finding.index);
        group.field = field.name;
        group.fieldLabel = field.label;
        group.limit = m_rules.limit(finding);
        return group;
    }
    std::size_t slotOf(const Finding &finding) const
    {
        return (static_cast<std::size_t>(finding.index + 1) * ruleCount
                + static_cast<std::size_t>(finding.rule))
            * 2
            + static_cast<std::size_t>(finding.severity);
    }
    std::size_t slots() const { return m_slots.size(); }

private:
    int fields() const { return static_cast<int>(m_builder.fields().size()); }
    bool wasLookedUp() const { return m_lookedUp >= 0 && !m_draft.found.isEmpty(); }

    Done findRecords()
    {
        if (!wasLookedUp() || m_batch.rows() == 0)
            return {};
        if (!m_found) {
            auto found = FoundIds::open(m_draft, m_schema);
            if (!found)
                return tl::unexpected(found.error());
            m_found = std::move(*found);
        }
        return m_found->load(m_batch.offset(0), m_batch.rows());
    }

    void see(std::size_t row, qint64 record, CheckedRows &checked)
    {
        ++checked.rows;
        const auto cells = m_batch.cells(row);
        const BuiltRecord &built = m_builder.build(cells);
        bool isProblem = false;
        for (const Finding &finding :
             m_rules.judge(cells, built, Severity::HeadsUp, m_batch.cellCount(row))) {
            isProblem = isProblem || finding.severity == Severity::Problem;
            note(finding, record, cells, built, checked);
        }
        for (std::size_t at = 0; at < m_unusedStops.columns().size(); ++at) {
            if (m_unusedStops.isStop(at, cells))
                note({ Rule::StopNotImported, Severity::HeadsUp, fields() + static_cast<int>(at) }, record,
                     cells, built, checked);
        }
        if (wasLookedUp()) {
            const FoundRow found = m_found->at(row, m_batch.offset(row));
            if (const auto severity = severityOf(found, m_draft.several)) {
                isProblem = isProblem || *severity == Severity::Problem;
                note({ ruleOf(found.state), *severity, m_lookedUp }, record, cells, built, checked);
            }
        }
        if (isProblem)
            checked.problems.push_back(record);
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            const auto index = static_cast<std::size_t>(m_keys[key]);
            const Field &field = m_rules.field(m_keys[key]);
            const bool keepsCase = field.type == FieldType::Id || field.caseSensitive;
            if (const quint64 hash
                = built.cleared[index] ? 0 : hashOfKey(built.values[index], keepsCase, m_room))
                checked.keys[key].push_back({ .hash = hash, .record = record });
        }
    }

    /// A value that has it: what is sent, or of what is not sent the cell.
    QString exampleOf(const Finding &finding, std::span<const std::string_view> cells,
                      const BuiltRecord &built) const
    {
        if (finding.index < 0)
            return {};
        int column = -1;
        if (finding.rule == Rule::StopNotImported)
            column = m_unusedStops.columns()[static_cast<std::size_t>(finding.index - fields())];
        else if ((finding.rule == Rule::ConsentKept || finding.rule == Rule::Clears)
                 && m_builder.columnsOf(finding.index).size() == 1)
            column = m_builder.columnOf(finding.index);
        const auto value = column < 0 ? built.values[static_cast<std::size_t>(finding.index)]
            : static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)]
                                                              : std::string_view();
        return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).left(longestExample);
    }

    void note(const Finding &finding, qint64 record, std::span<const std::string_view> cells,
              const BuiltRecord &built, CheckedRows &checked)
    {
        int &slot = m_slots[slotOf(finding)];
        if (slot < 0) {
            slot = static_cast<int>(checked.found.size());
            checked.found.push_back({ .finding = finding, .example = exampleOf(finding, cells, built) });
        }
        checked.found[static_cast<std::size_t>(slot)].records.push_back(record);
    }

    const Draft &m_draft;
    const Schema &m_schema;
    RecordBuilder m_builder;
    RowRules m_rules;
    UnusedStops m_unusedStops;
    int m_lookedUp = -1; ///< The field that records were looked up by.
    std::optional<FoundIds> m_found;
    CellWish m_wish;
    std::vector<int> m_keys; ///< Fields that should not repeat.
    std::vector<int> m_slots; ///< Index in CheckedRows::found by field, rule and severity; -1: none yet.
    RowBatch m_batch;
    std::string m_room;
};

/// The pass over the file: its threads take a checker each, and what they found comes together in file order.
class CheckPass {
public:
    CheckPass(const Draft &draft, const Schema &schema)
        : m_draft(draft)
        , m_schema(schema)
        , m_own(draft, schema)
        , m_slots(m_own.slots(), -1)
        , m_keys(m_own.keys().size())
    {
    }

    Result<CheckedRows> read(RecordStream &stream, qint64 until)
    {
        auto checker = takeChecker();
        auto checked = checker->read(stream, until);
        const std::scoped_lock lock(m_mutex);
        m_checkers.push_back(std::move(checker));
        return checked;
    }

    void add(const CheckedRows &checked, qint64 first)
    {
        m_result.rows += checked.rows;
        for (const CheckedRows::Found &found : checked.found) {
            int &slot = m_slots[m_own.slotOf(found.finding)];
            if (slot < 0) {
                slot = static_cast<int>(m_result.groups.size());
                m_result.groups.push_back(m_own.groupFor(found.finding));
                m_result.groups.back().example = found.example;
            }
            auto &records = m_result.groups[static_cast<std::size_t>(slot)].records;
            for (const qint64 record : found.records)
                records.push_back(first + record);
        }
        for (const qint64 record : checked.problems)
            m_result.problemRecords.push_back(first + record);
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            for (const KeyRepeats::Repeat &row : checked.keys[key])
                m_keys[key].add(first + row.record, row.hash);
        }
    }

    qint64 rows() const { return m_result.rows; }

    CheckResult finish()
    {
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            const auto repeated = m_keys[key].take();
            if (repeated.empty())
                continue;
            const Rule rule
                = m_draft.target.operation == Operation::Delete ? Rule::DeletedOnce : Rule::RepeatedKey;
            ProblemGroup group = m_own.groupFor({ rule, Severity::HeadsUp, m_own.keys()[key] });
            quint64 before = 0; // the hash of the row before; none is 0
            for (const KeyRepeats::Repeat &row : repeated) {
                const bool again = row.hash == std::exchange(before, row.hash);
                if (again
                    || rule == Rule::RepeatedKey) // the first row of a record is the one that deletes it
                    group.records.push_back(row.record);
            }
            std::ranges::sort(group.records);
            m_result.groups.push_back(std::move(group));
        }
        std::ranges::stable_sort(m_result.groups, [](const ProblemGroup &a, const ProblemGroup &b) {
            return std::tuple(a.severity, b.records.size()) < std::tuple(b.severity, a.records.size());
        });
        return std::move(m_result);
    }

private:
    std::unique_ptr<RowChecker> takeChecker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_checkers.empty()) {
                auto checker = std::move(m_checkers.back());
                m_checkers.pop_back();
                return checker;
            }
        }
        return std::make_unique<RowChecker>(m_draft, m_schema);
    }

    const Draft &m_draft;
    const Schema &m_schema;
    std::mutex m_mutex; ///< Between the threads; guards the spare checkers.
    std::vector<std::unique_ptr<RowChecker>> m_checkers;
    const RowChecker m_own; ///< Tells what findings are about.
    std::vector<int> m_slots; ///< Index of the group by field, rule and severity; -1: none yet.
    std::vector<KeyRepeats> m_keys;
    CheckResult m_result;
};

} // namespace

Result<CheckResult> checkRows(const Draft &draft, const Schema &schema, const Progress &progress,
                              std::stop_token stop, qint64 blockBytes)
{
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    CheckPass pass(draft, schema);
    PieceHash hash((*source)->size());
    const auto end = passOverRows<CheckedRows>(
        **source, draft.dialect, {}, blockBytes > 0 ? blockBytes : PieceHash::pieceBytes,
        [&pass](RecordStream &stream, qint64 until) { return pass.read(stream, until); },
        [&](const CheckedRows &checked, RowPosition begin, RowPosition) -> Done {
            pass.add(checked, begin.record);
            progress.tell(pass.rows(), 0);
            return {};
        },
        stop, &hash);
    if (!end)
        return tl::unexpected(end.error());
    const auto contentHash = hash.whole(**source, stop);
    if (!contentHash)
        return tl::unexpected(contentHash.error());
    CheckResult result = pass.finish();
    result.missingFields = missingFields(draft, schema);
    result.clashes = clashes(draft, schema);
    result.contentHash = *contentHash;
    progress.tell(result.rows, result.rows);
    return result;
}

std::vector<CellNote> notesFor(const QStringList &cells, const Draft &draft, const Schema &schema,
                               qint64 record)
{
    RecordBuilder builder(draft.mapping, schema, draft.target);
    RowRules rules(draft, schema);
    std::vector<std::string> bytes;
    for (const QString &cell : cells)
        bytes.push_back(cell.toStdString());
    const std::vector<std::string_view> views(bytes.begin(), bytes.end());
    std::vector<CellNote> notes;
    const BuiltRecord &built = builder.build(views);
    const auto note = [&](const Finding &finding) {
        CellNote &taken = notes.emplace_back(
            CellNote { .rule = finding.rule, .severity = finding.severity, .field = {}, .value = {} });
        if (finding.index < 0)
            return;
        taken.column = builder.columnOf(finding.index);
        taken.field = rules.field(finding.index).name;
        const auto sent = built.values[static_cast<std::size_t>(finding.index)];
        taken.value = builder.columnsOf(finding.index).size() == 1
            ? cells.value(taken.column)
            : QString::fromUtf8(sent.data(), static_cast<qsizetype>(sent.size()));
    };
    for (const Finding &finding : rules.judge(views, built))
        note(finding);
    UnusedStops unused(draft);
    for (std::size_t at = 0; at < unused.columns().size(); ++at) {
        const int column = unused.columns()[at];
        if (unused.isStop(at, views))
            notes.push_back({ .rule = Rule::StopNotImported,
                              .severity = Severity::HeadsUp,
                              .column = column,
                              .field = {},
                              .value = cells.value(column) });
    }
    if (const int lookedUp = lookedUpField(builder.fields(), draft.target); record >= 0 && lookedUp >= 0) {
        auto found = FoundIds::open(draft, schema); // without one there is nothing to say
        const auto row = found ? found->ofRecord(record) : FoundRow {};
        if (const auto severity = row ? severityOf(*row, draft.several) : std::nullopt)
            note({ ruleOf(row->state), *severity, lookedUp });
    }
    return notes;
}

QStringList missingFields(const Draft &draft, const Schema &schema)
{
    const Target &target = draft.target;
    QStringList missing;
    for (const Field &field : schema.fields) {
        const bool adds = target.operation == Operation::Insert || target.operation == Operation::Upsert;
        const bool needed = (adds && field.required && field.type != FieldType::Boolean)
            || (!target.keyField.isEmpty() && field.name == target.keyField)
            || (!adds && !target.looksUp() && field.type == FieldType::Id);
        const bool isGiven = !needed || std::ranges::any_of(schema.fields, [&](const Field &each) {
            return each.sets() == field.name && draft.mapping.gives(each.name);
        });
        if (!isGiven)
            missing.append(field.label);
    }
    return missing;
}

} // namespace rowlift
