#include "app/run/parent_order.h"

#include "app/mapping/blanks.h"
#include "app/run/part_cutter.h"

#include <QRegularExpression>

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_set>

namespace rowlift {

namespace {

constexpr qint64 fewestRowsEach = 200;
constexpr qint64 mostRowsEach = 2'000;
constexpr qint64 partsWished = 5;

constexpr std::size_t shortIdBytes = 15; // what follows is their checksum
constexpr std::size_t wholeIdBytes = 18;

std::string_view parentIn(std::string_view value, bool isId)
{
    const std::string_view text = withoutBlanks(value);
    return isId && text.size() == wholeIdBytes ? text.substr(0, shortIdBytes) : text;
}

quint64 parentHash(std::string_view parent)
{
    return XXH3_64bits(parent.data(), parent.size());
}

/// A field that may name a parent.
struct ParentField {
    std::size_t index = 0;
    bool isId = false;
};

/// Those that the reasons name first.
std::vector<ParentField> parentFields(const RecordPass &records, const std::vector<Reason> &reasons)
{
    const auto isNamed = [&](const QString &name) {
        return std::ranges::any_of(
            reasons, [&](const Reason &reason) { return reason.field.split(u',').contains(name); });
    };
    std::vector<ParentField> fields;
    std::vector<ParentField> others;
    for (std::size_t index = 0; index < records.fields().size(); ++index) {
        const QString &name = records.fields()[index];
        const Field *field = records.schema().field(name);
        if (!field || (field->type != FieldType::Reference && field->standsFor.isEmpty()))
            continue;
        const ParentField parent { .index = index,
                                   .isId
                                   = field->standsFor.isEmpty() && records.schema().forms.salesforceIds };
        const bool first = isNamed(name) || (!field->standsFor.isEmpty() && isNamed(field->standsFor));
        (first ? fields : others).push_back(parent);
    }
    fields.insert(fields.end(), others.begin(), others.end());
    return fields;
}

/// What the texts of reasons name: records that were busy are among it.
std::unordered_set<quint64> namedIn(const std::vector<Reason> &reasons)
{
    static const QRegularExpression word(QStringLiteral("[\\w@.+-]{4,}"));
    std::unordered_set<quint64> named;
    for (const Reason &reason : reasons) {
        for (auto words = word.globalMatch(reason.text); words.hasNext();) {
            const std::string text = words.next().captured().toStdString();
            named.insert(parentHash(parentIn(text, false)));
            named.insert(parentHash(parentIn(text, true)));
        }
    }
    return named;
}

/// Writes the parent of a record and behind it the record itself.
class ParentEncoder : public Encoder {
public:
    ParentEncoder(const Encoder &records, std::vector<ParentField> fields, std::unordered_set<quint64> named)
        : m_records(records)
        , m_fields(std::move(fields))
        , m_named(std::move(named))
    {
    }

    QByteArray prologue() const override { return {}; }
    QByteArray epilogue() const override { return {}; }
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override
    {
        const quint64 parent = parentOf(values);
        char bytes[sizeof parent];
        std::memcpy(bytes, &parent, sizeof parent);
        out.append(std::string_view(bytes, sizeof bytes));
        m_records.encode(mark, values, out);
    }

private:
    /// 0: it has none.
    quint64 parentOf(std::span<const std::string_view> values) const
    {
        quint64 first = 0;
        for (const ParentField &field : m_fields) {
            const std::string_view parent = parentIn(values[field.index], field.isId);
            if (parent.empty())
                continue;
            const quint64 hash = parentHash(parent);
            if (m_named.contains(hash))
                return hash;
            if (first == 0)
                first = hash;
        }
        return first;
    }

    const Encoder &m_records;
    const std::vector<ParentField> m_fields;
    const std::unordered_set<quint64> m_named;
};

struct KeptOutRow {
    quint64 parent = 0;
    qint64 record = 0;
    qint64 bytes = 0;
};

Result<std::vector<KeptOutRow>> rowsByParent(RecordPass &pass, std::span<const qint64> records,
                                             const std::stop_token &stop)
{
    std::vector<KeptOutRow> rows;
    rows.reserve(records.size());
    const Done passed = pass.runOver(
        records, {},
        [&rows](const EncodedRows &some) -> Done {
            for (std::size_t row = 0; row < some.size(); ++row) {
                KeptOutRow kept { .record = some.record(row),
                                  .bytes = some.size(row) - qint64 { sizeof kept.parent } };
                std::memcpy(&kept.parent, some.part(row, 1).bytes(1).data(), sizeof kept.parent);
                rows.push_back(kept);
            }
            return {};
        },
        stop);
    if (!passed)
        return tl::unexpected(passed.error());
    std::ranges::sort(rows, {}, [](const KeptOutRow &row) { return std::pair(row.parent, row.record); });
    return rows;
}

/// Fills portions with the rows of one parent after the other.
class Portions {
public:
    Portions(qint64 rows, qint64 bytes)
        : m_mostRows(rows)
        , m_mostBytes(bytes)
    {
    }

    void beginSweep(bool waits) { m_waits = waits; }

    void add(std::span<const KeptOutRow> rows)
    {
        for (std::size_t begin = 0; begin < rows.size();) {
            std::size_t end = begin + 1;
            while (end < rows.size() && rows[begin].parent != 0 && rows[end].parent == rows[begin].parent)
                ++end;
            addFamily(rows.subspan(begin, end - begin));
            begin = end;
        }
        m_isOpen = false;
    }

    std::vector<RowSchedule::Portion> take() { return std::move(m_portions); }

private:
    void addFamily(std::span<const KeptOutRow> family)
    {
        qint64 bytes = 0;
        for (const KeptOutRow &row : family)
            bytes += row.bytes;
        if (m_rows + static_cast<qint64>(family.size()) > m_mostRows || m_bytes + bytes > m_mostBytes)
            m_isOpen = false;
        for (const KeptOutRow &row : family) {
            if (!m_isOpen || m_rows >= m_mostRows || m_bytes + row.bytes > m_mostBytes)
                open();
            m_portions.back().records.push_back(row.record);
            ++m_rows;
            m_bytes += row.bytes;
        }
    }

    void open()
    {
        m_portions.push_back({ .records = {}, .waits = m_waits });
        m_waits = false;
        m_isOpen = true;
        m_rows = m_bytes = 0;
    }

    const qint64 m_mostRows;
    const qint64 m_mostBytes;
    std::vector<RowSchedule::Portion> m_portions;
    bool m_waits = false;
    bool m_isOpen = false;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
};

} // namespace

Done orderByParents(RowSchedule &schedule, const RecordPass &records, const JobKind &kind,
                    const std::vector<Reason> &reasons, const std::stop_token &stop)
{
    const RepeatedKeys meaning = kind.repeatedKeysOf(records.draft().target);
    if (meaning == RepeatedKeys::Together || meaning == RepeatedKeys::Groups)
        return {};
    qint64 all = 0;
    for (int sweep = 0; sweep < schedule.sweeps(); ++sweep) {
        const auto rows = schedule.rowsOf(sweep);
        all += rows ? static_cast<qint64>(rows->size()) : 0;
    }
    qint64 rowsEach = std::clamp((all + partsWished - 1) / partsWished, fewestRowsEach, mostRowsEach);
    if (kind.maxRecords > 0)
        rowsEach = std::min(rowsEach, kind.maxRecords);
    const auto pass = records.withEncoder(
        std::make_unique<ParentEncoder>(records.encoder(), parentFields(records, reasons), namedIn(reasons)),
        records.draft());
    Portions portions(rowsEach, kind.partBytes - frameBytesOf(records.encoder()));
    for (int sweep = 0; sweep < schedule.sweeps(); ++sweep) {
        const auto rows
            = rowsByParent(*pass, schedule.rowsOf(sweep).value_or(std::span<const qint64>()), stop);
        if (!rows)
            return tl::unexpected(rows.error());
        portions.beginSweep(schedule.waitsBefore(sweep));
        portions.add(*rows);
    }
    schedule.setPortions(portions.take());
    return {};
}

} // namespace rowlift
