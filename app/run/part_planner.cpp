#include "app/run/part_planner.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

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

Error lostPart(qint64 number)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = PartPlannerWords::tr("Part %1 of this import is no longer on the disk and cannot be made "
                                    "again from the file. Its rows stay as they stand.")
                   .arg(number),
             .detail = {},
             .retryAfter = {} };
}

/// The file of a part while it is written. It appears whole, and safe on the disk, or not at all.
class PartSpool {
public:
    explicit PartSpool(const QString &path)
        : m_file(path)
    {
    }

    Done open()
    {
        if (!m_file.open(QIODevice::WriteOnly))
            return tl::unexpected(cannotWritePart(m_file.errorString()));
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        return {};
    }

    Done append(const QByteArray &bytes)
    {
        m_block += bytes;
        m_bytes += bytes.size();
        return m_block.size() >= writeBlock ? flush() : Done {};
    }

    Done commit()
    {
        if (auto flushed = flush(); !flushed)
            return flushed;
        if (!m_file.commit())
            return tl::unexpected(cannotWritePart(m_file.errorString()));
        return {};
    }

    qint64 bytes() const { return m_bytes; }

private:
    Done flush()
    {
        if (m_file.write(m_block) != m_block.size())
            return tl::unexpected(cannotWritePart(m_file.errorString()));
        m_block.clear();
        return {};
    }

    QSaveFile m_file;
    QByteArray m_block;
    qint64 m_bytes = 0;
};

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
    const auto parts = ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    return openBehind(ledger, service, schema, parts->empty() ? nullptr : &parts->back());
}

Result<std::unique_ptr<PartPlanner>> PartPlanner::openBehind(Ledger &ledger, const Service &service,
                                                             const Schema &schema, const PartRecord *before)
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
    auto rows = before ? Rows::openAt(plan.draft, before->resumeAt) : Rows::open(plan.draft);
    if (!rows)
        return tl::unexpected(rows.error());
    std::unique_ptr<PartPlanner> planner(
        new PartPlanner(ledger, std::move(*rows), RecordBuilder(plan.draft.mapping, schema), *kind,
                        service.makeEncoder(*kind, plan.draft.target, plan.fields)));
    if (before)
        planner->m_nextPart = before->number + 1;
    return planner;
}

qint64 PartPlanner::bytesOfPart(qint64 number) const
{
    return number == 1 ? std::min(firstPartBytes, m_kind.partBytes) : m_kind.partBytes;
}

bool PartPlanner::takes(const PartRecord &part, const HeldRow &row) const
{
    if (part.rows == 0)
        return true; // a row that is larger than a part makes one of its own
    return part.bytes + row.encoded.size() <= bytesOfPart(part.number)
        && (part.number != 1 || part.rows < firstPartRows);
}

Done PartPlanner::sourceIsUnchanged() const
{
    const auto again = Rows::open(m_ledger.plan().draft);
    return again ? Done {} : tl::unexpected(again.error());
}

Result<std::optional<PartPlanner::HeldRow>> PartPlanner::nextRow()
{
    if (m_held) {
        std::optional<HeldRow> held(std::move(*m_held));
        m_held.reset();
        return held;
    }
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
    PartSpool spool(part.file);
    Done done = spool.open().and_then([&] { return spool.append(m_encoder->prologue()); });
    part.bytes = spool.bytes();
    std::vector<qint64> records;
    while (done && !m_ended) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        auto row = nextRow();
        if (!row)
            return tl::unexpected(row.error());
        m_ended = !*row;
        if (m_ended)
            break;
        if (!takes(part, **row)) {
            m_held = std::move(*row);
            break;
        }
        done = spool.append((*row)->encoded);
        part.bytes = spool.bytes();
        part.resumeAt = (*row)->behind;
        ++part.rows;
        records.push_back((*row)->record);
    }
    // A file that is written to while it is read may have given anything: none of it is sent.
    done = done.and_then([&] { return sourceIsUnchanged(); });
    if (done && !records.empty()) {
        done = spool.append(m_encoder->epilogue()).and_then([&] { return spool.commit(); });
        part.bytes = spool.bytes();
        part.firstRecord = records.front();
        part.lastRecord = records.back();
        done = done.and_then([&]() -> Done {
            auto added = m_ledger.addPart(part, records);
            return added ? Done {} : tl::unexpected(added.error());
        });
        ++m_nextPart;
    }
    if (done && m_ended)
        done = m_ledger.noteWalkedWhole();
    if (!done)
        return tl::unexpected(done.error());
    return records.empty() ? std::optional<PartRecord> {} : std::optional(part);
}

bool PartPlanner::isSpooled(const PartRecord &part)
{
    const QFileInfo facts(part.file);
    return facts.isFile() && facts.size() == part.bytes;
}

Done PartPlanner::spoolAgain(Ledger &ledger, const Service &service, const Schema &schema,
                             const PartRecord &part, std::stop_token stop)
{
    const auto parts = ledger.parts();
    const auto records = ledger.recordsOf(part.number);
    if (!parts || !records)
        return tl::unexpected(parts ? records.error() : parts.error());
    const auto behind = std::ranges::lower_bound(*parts, part.number, {}, &PartRecord::number);
    auto planner
        = openBehind(ledger, service, schema, behind == parts->begin() ? nullptr : &*std::prev(behind));
    if (!planner)
        return tl::unexpected(planner.error());
    PartSpool spool(part.file);
    Done done = spool.open().and_then([&] { return spool.append((*planner)->m_encoder->prologue()); });
    for (size_t index = 0; done && index < records->size(); ++index) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto row = (*planner)->nextRow();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row || (*row)->record != (*records)[index])
            return tl::unexpected(lostPart(part.number));
        done = spool.append((*row)->encoded);
    }
    done = done.and_then([&] { return spool.append((*planner)->m_encoder->epilogue()); });
    if (done && spool.bytes() != part.bytes)
        return tl::unexpected(lostPart(part.number));
    return done.and_then([&] { return (*planner)->sourceIsUnchanged(); }).and_then([&] {
        return spool.commit();
    });
}

} // namespace rowlift
