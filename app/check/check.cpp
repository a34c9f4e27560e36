#include "app/check/check.h"

#include "app/check/found_rules.h"
#include "app/check/key_repeats.h"
#include "app/check/record_rows.h"
#include "app/check/row_rules.h"
#include "app/check/unused_stops.h"
#include "app/draft/found_ids.h"
#include "app/draft/row_pass.h"
#include "app/draft/source_file.h"
#include "app/mapping/blanks.h"
#include "app/mapping/properties.h"
#include "app/schema/property_path.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>
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
    /// Where rows form records: of each row with a key, in the order of \a keys, what stands once in them,
    /// and what is to be known of all their rows.
    std::vector<quint32> once;
    std::vector<RowsOfRecords::Row> ofRecords;
    std::vector<quint64> unfound; ///< Hashes of values that were not found.
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
        , m_lookedUp(lookedUpField(m_builder.fields(), draft))
        , m_slots((m_builder.fields().size() + m_unusedStops.columns().size() + 1) * ruleCount * 2, -1)
    {
        for (int i = 0; i < static_cast<int>(m_builder.fields().size()); ++i) {
            if (mustNotRepeat(m_rules.field(i), draft.target))
                m_keys.push_back(i);
            else if (draft.target.groupsRows())
                takeOfRecord(i);
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
    const std::vector<int> &once() const { return m_once; } ///< Fields that stand once in a record of rows.
    int owner() const
    {
        return m_owner;
    } ///< The field that says whose a record of rows is; -1: there is none.

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
        group.isReference = namesRecord(field);
        group.replaces = finding.rule == Rule::RepeatedKey && m_schema.open;
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
    static bool namesRecord(const Field &field)
    {
        return !field.question.isEmpty() && !field.referenceTo.isEmpty();
    }
    /// Where rows form records: what a field but the key is for them.
    void takeOfRecord(int index)
    {
        const Field &field = m_rules.field(index);
        const auto path = isPropertyName(field.name) ? propertyPath(field.name) : std::nullopt;
        if (namesRecord(field))
            m_owner = index;
        else if (!path || listOf(*path) != m_draft.target.list)
            m_once.push_back(index);
        else if (field.listSeparator.isEmpty()) // how a list is written depends on what is in it
            m_inList.push_back({ static_cast<std::size_t>(index), bytesOfName(path->back()) });
    }
    /// At least: what is escaped takes more.
    quint32 bytesInList(const BuiltRecord &built) const
    {
        std::size_t bytes = 0;
        for (const auto &[index, nameBytes] : m_inList)
            bytes += built.values[index].empty() ? 0 : built.values[index].size() + nameBytes;
        return static_cast<quint32>(std::min<std::size_t>(bytes, std::numeric_limits<quint32>::max()));
    }
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
            if (const auto severity = severityOf(found, m_draft)) {
                isProblem = isProblem || *severity == Severity::Problem;
                note({ ruleOf(found.state), *severity, m_lookedUp }, record, cells, built, checked);
            }
            if (found.state == FoundState::None)
                checked.unfound.push_back(hashOf(m_lookedUp, built));
        }
        if (isProblem)
            checked.problems.push_back(record);
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            const quint64 hash = hashOf(m_keys[key], built);
            if (hash == 0)
                continue;
            checked.keys[key].push_back({ .hash = hash, .record = record });
            for (const int once : m_once) {
                const auto value = built.values[static_cast<std::size_t>(once)];
                checked.once.push_back(
                    value.empty() ? 0 : static_cast<quint32>(XXH3_64bits(value.data(), value.size())));
            }
            if (m_draft.target.groupsRows()) {
                const bool saysOwner = m_owner >= 0 && !isProblem; // with one its record is left out anyway
                checked.ofRecords.push_back(
                    { .owner = saysOwner ? static_cast<quint32>(hashOf(m_owner, built)) : 0,
                      .bytes = bytesInList(built) });
            }
        }
    }

    /// 0: it repeats nothing.
    quint64 hashOf(int index, const BuiltRecord &built)
    {
        const Field &field = m_rules.field(index);
        const bool keepsCase = field.type == FieldType::Id || field.caseSensitive;
        const auto at = static_cast<std::size_t>(index);
        return built.cleared[at] ? 0 : hashOfKey(built.values[at], keepsCase, m_room);
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
    std::vector<int> m_once; ///< Where rows form records: what stands once in them, but for the key and
    int m_owner = -1; ///< what names another record. Its value is of rows that are compared one by one.
    std::vector<std::pair<std::size_t, std::size_t>>
        m_inList; ///< What is in them once a row, and how long its name is.
    std::vector<int> m_slots; ///< Index in CheckedRows::found by field, rule and severity; -1: none yet.
    RowBatch m_batch;
    std::string m_room;
};

/// The pass over the file: its threads take a checker each, and what they found comes together in file order.
class CheckPass {
public:
    CheckPass(const Draft &draft, const Schema &schema, qint64 mostRecordBytes)
        : m_draft(draft)
        , m_schema(schema)
        , m_mostRecordBytes(mostRecordBytes)
        , m_own(draft, schema)
        , m_slots(m_own.slots(), -1)
        , m_keys(m_own.keys().size())
        , m_differing(m_own.once().size())
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
        m_unfound.insert(m_unfound.end(), checked.unfound.begin(), checked.unfound.end());
        compare(checked, first);
    }

    qint64 rows() const { return m_result.rows; }

    CheckResult finish()
    {
        for (std::size_t key = 0; key < m_keys.size(); ++key) {
            const auto repeated = m_keys[key].take();
            if (m_draft.target.groupsRows()) {
                tellOfRecords(repeated);
                settleRecords(repeated, m_draft.leftOut, m_result);
            } else if (!repeated.empty()) {
                tellRepeated(repeated, m_own.keys()[key]);
            }
        }
        tellDiffering();
        std::ranges::sort(m_unfound);
        m_unfound.erase(std::ranges::unique(m_unfound).begin(), m_unfound.end());
        m_result.unfound = static_cast<qint64>(m_unfound.size());
        std::ranges::stable_sort(m_result.groups, [](const ProblemGroup &a, const ProblemGroup &b) {
            return std::tuple(a.severity, b.records.size()) < std::tuple(b.severity, a.records.size());
        });
        m_result.records = recordsToSend(m_draft, m_result);
        return std::move(m_result);
    }

private:
    void compare(const CheckedRows &checked, qint64 first)
    {
        if (!m_draft.target.groupsRows() || checked.keys.empty())
            return;
        for (std::size_t row = 0; row < checked.ofRecords.size(); ++row)
            m_ofRecords.add(first + checked.keys.front()[row].record, checked.ofRecords[row]);
        const std::size_t fields = m_own.once().size();
        if (fields == 0)
            return;
        const quint32 *values = checked.once.data();
        for (const KeyRepeats::Repeat &row : checked.keys.front()) {
            m_differing.add(first + row.record, row.hash, { values, fields });
            values += fields;
        }
    }

    void tellOfRecords(const std::vector<KeyRepeats::Repeat> &repeated)
    {
        RowsOfRecords::Found found = m_ofRecords.find(repeated, m_draft.leftOut, m_mostRecordBytes);
        ProblemGroup torn = m_own.groupFor({ Rule::DiffersInRecord, Severity::Problem, m_own.owner() });
        torn.records = std::move(found.torn);
        addProblem(std::move(torn), m_result);
        ProblemGroup large = m_own.groupFor({ Rule::RecordTooLarge, Severity::Problem });
        large.limit = m_mostRecordBytes;
        large.records = std::move(found.tooLarge);
        addProblem(std::move(large), m_result);
    }

    void tellRepeated(const std::vector<KeyRepeats::Repeat> &repeated, int field)
    {
        const Rule rule
            = m_draft.target.operation == Operation::Delete ? Rule::DeletedOnce : Rule::RepeatedKey;
        ProblemGroup group = m_own.groupFor({ rule, Severity::HeadsUp, field });
        quint64 before = 0; // the hash of the row before; none is 0
        for (const KeyRepeats::Repeat &row : repeated) {
            const bool again = row.hash == std::exchange(before, row.hash);
            if (again || rule == Rule::RepeatedKey) // the first row of a record is the one that deletes it
                group.records.push_back(row.record);
        }
        std::ranges::sort(group.records);
        m_result.groups.push_back(std::move(group));
    }

    void tellDiffering()
    {
        std::vector<DifferingRows::Differing> differing = m_differing.take();
        for (std::size_t at = 0; at < differing.size(); ++at) {
            if (differing[at].records == 0)
                continue;
            ProblemGroup group
                = m_own.groupFor({ Rule::DiffersInRecord, Severity::HeadsUp, m_own.once()[at] });
            group.ofRecords = differing[at].records;
            group.records = std::move(differing[at].rows);
            m_result.groups.push_back(std::move(group));
        }
    }

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
    const qint64 m_mostRecordBytes;
    std::mutex m_mutex; ///< Between the threads; guards the spare checkers.
    std::vector<std::unique_ptr<RowChecker>> m_checkers;
    const RowChecker m_own; ///< Tells what findings are about.
    std::vector<int> m_slots; ///< Index of the group by field, rule and severity; -1: none yet.
    std::vector<KeyRepeats> m_keys;
    RowsOfRecords m_ofRecords;
    DifferingRows m_differing;
    std::vector<quint64> m_unfound; ///< Hashes of values, as often as they are met.
    CheckResult m_result;
};

} // namespace

Result<CheckResult> checkRows(const Draft &draft, const Schema &known, const Progress &progress,
                              std::stop_token stop, qint64 mostRecordBytes, qint64 blockBytes)
{
    const Schema schema = withProperties(known, draft.mapping);
    const auto source = openSource(draft, stop);
    if (!source)
        return tl::unexpected(source.error());
    CheckPass pass(draft, schema, mostRecordBytes);
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

} // namespace rowlift
