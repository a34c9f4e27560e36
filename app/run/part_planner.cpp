#include "app/run/part_planner.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// The first part is small: if something is wrong with all rows, it shows early.
constexpr qint64 firstPartBytes = 2'000'000;
constexpr qint64 firstPartRows = 5'000;
constexpr qsizetype writeBlock = 1 << 20;

struct PartPlannerWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartPlanner)
};

Error cannotWritePart(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartPlannerWords::tr(
                 "There is no room to prepare the next part of this import. Free some space on the "
                 "disk, then continue. Nothing of this part was sent."),
             .detail = detail,
             .retryAfter = {} };
}

} // namespace

PartPlanner::PartPlanner(Ledger &ledger, Rows rows, RecordBuilder builder, JobKind kind,
                         std::unique_ptr<Encoder> encoder)
    : m_ledger(ledger)
    , m_rows(std::move(rows))
    , m_builder(std::move(builder))
    , m_kind(std::move(kind))
    , m_encoder(std::move(encoder))
    , m_leftOut(ledger.plan().draft.leftOut)
{
}

Result<std::unique_ptr<PartPlanner>> PartPlanner::open(Ledger &ledger, const Service &service,
                                                       const Schema &schema)
{
    const RunPlan &plan = ledger.plan();
    const auto kinds = service.jobKinds();
    const auto kind = std::ranges::find(kinds, plan.kind, &JobKind::id);
    if (kind == kinds.end()) {
        return tl::unexpected(Error {
            .kind = Error::Kind::BadInput,
            .sentence = PartPlannerWords::tr("This version of Rowlift cannot go on with this import."),
            .detail = plan.kind,
            .retryAfter = {} });
    }
    const auto parts = ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    auto rows = parts->empty() ? Rows::open(plan.draft) : Rows::openAt(plan.draft, parts->back().resumeAt);
    if (!rows)
        return tl::unexpected(rows.error());
    std::unique_ptr<PartPlanner> planner(
        new PartPlanner(ledger, std::move(*rows), RecordBuilder(plan.draft.mapping, schema), *kind,
                        service.makeEncoder(*kind, plan.draft.target, plan.fields)));
    if (!parts->empty())
        planner->m_nextPart = parts->back().number + 1;
    return planner;
}

qint64 PartPlanner::bytesOfPart(qint64 number) const
{
    return number == 1 ? std::min(firstPartBytes, m_kind.partBytes) : m_kind.partBytes;
}

Result<std::optional<PartPlanner::HeldRow>> PartPlanner::nextRow()
{
    if (m_held)
        return std::exchange(m_held, {});
    RowView row;
    for (;;) {
        HeldRow next;
        const auto more = m_rows.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            return std::optional<HeldRow> {};
        if (std::ranges::binary_search(m_leftOut, row.record))
            continue;
        next.record = row.record;
        next.behind = m_rows.position();
        m_encoder->encode(m_builder.build(row.cells).values, next.encoded);
        return std::optional(std::move(next));
    }
}

Result<std::optional<PartRecord>> PartPlanner::next(std::stop_token stop)
{
    if (m_ended)
        return std::optional<PartRecord> {};
    PartRecord part;
    part.number = m_nextPart;
    part.file = m_ledger.folder() + u"/part-%1"_s.arg(part.number, 5, 10, QLatin1Char('0'));
    QFile file(part.file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return tl::unexpected(cannotWritePart(file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);

    QByteArray block = m_encoder->prologue();
    part.bytes = block.size();
    const qint64 most = bytesOfPart(part.number);
    std::vector<qint64> records;
    while (part.bytes < most && (part.number != 1 || part.rows < firstPartRows)) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        auto row = nextRow();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row) {
            m_ended = true;
            break;
        }
        if (part.rows > 0 && part.bytes + (*row)->encoded.size() > most) {
            m_held = std::move(*row);
            break;
        }
        block += (*row)->encoded;
        part.bytes += (*row)->encoded.size();
        part.resumeAt = (*row)->behind;
        ++part.rows;
        records.push_back((*row)->record);
        if (block.size() >= writeBlock) {
            if (file.write(block) != block.size())
                return tl::unexpected(cannotWritePart(file.errorString()));
            block.clear();
        }
    }
    const QByteArray epilogue = m_encoder->epilogue();
    block += epilogue;
    part.bytes += epilogue.size();
    if (file.write(block) != block.size() || !file.flush())
        return tl::unexpected(cannotWritePart(file.errorString()));
    file.close();
    if (records.empty()) {
        file.remove();
    } else {
        part.firstRecord = records.front();
        part.lastRecord = records.back();
        if (auto added = m_ledger.addPart(part, records); !added)
            return tl::unexpected(added.error());
        ++m_nextPart;
    }
    if (m_ended) {
        if (auto noted = m_ledger.noteWalkedWhole(); !noted)
            return tl::unexpected(noted.error());
    }
    return records.empty() ? std::optional<PartRecord> {} : std::optional(part);
}

} // namespace rowlift
