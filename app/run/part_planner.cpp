#include "app/run/part_planner.h"

#include "app/draft/source_file.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

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

    Done append(std::string_view bytes)
    {
        const auto size = static_cast<qint64>(bytes.size());
        if (m_file.write(bytes.data(), size) != size)
            return tl::unexpected(cannotWritePart(m_file.errorString()));
        m_bytes += size;
        return {};
    }
    Done append(const QByteArray &bytes)
    {
        return append(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    }

    Done commit()
    {
        if (!m_file.commit())
            return tl::unexpected(cannotWritePart(m_file.errorString()));
        return {};
    }

    qint64 bytes() const { return m_bytes; }

private:
    QSaveFile m_file;
    qint64 m_bytes = 0;
};

qint64 frameBytes(const Encoder &encoder)
{
    return encoder.prologue().size() + encoder.epilogue().size();
}

RowOutcome leftOutAsTooLarge(qint64 record)
{
    return { .record = record,
             .outcome = Outcome::LeftOut,
             .reason = { .code = ownReasonPrefix + u"rowTooLarge"_s,
                         .field = {},
                         .text = PartPlannerWords::tr("The row is larger than the service takes at once") },
             .recordId = {} };
}

/// Ends a pass that has all it wants.
Done enough()
{
    return tl::unexpected(cancelledError());
}

} // namespace

PartPlanner::PartPlanner(Ledger &ledger, const Service &service, const Schema &schema)
    : m_ledger(ledger)
    , m_service(service)
    , m_schema(schema)
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
    std::unique_ptr<PartPlanner> planner(new PartPlanner(ledger, service, schema));
    planner->m_limits = PartLimits::of(*kind);
    auto records = planner->makePass();
    if (!records)
        return tl::unexpected(records.error());
    planner->m_records = std::move(*records);
    if (!parts->empty()) {
        planner->m_nextPart = parts->back().number + 1;
        planner->m_from = parts->back().planned.at;
    }
    return planner;
}

Result<std::unique_ptr<RecordPass>> PartPlanner::makePass() const
{
    const RunPlan &plan = m_ledger.plan();
    const auto kinds = m_service.jobKinds();
    const auto kind = std::ranges::find(kinds, plan.kind, &JobKind::id);
    return std::make_unique<RecordPass>(
        plan.draft, m_schema, m_service.makeEncoder(*kind, plan.draft.target, plan.fields, m_schema),
        RecordPassOptions { .mostPartBytes = kind->maxBodyBytes });
}

Done PartPlanner::sourceIsUnchanged() const
{
    const auto again = openSource(m_ledger.plan().draft);
    return again ? Done {} : tl::unexpected(again.error());
}

Result<PlannedPart> PartPlanner::next(std::stop_token stop)
{
    if (m_ended)
        return PlannedPart {};
    PartRecord part;
    part.number = m_nextPart;
    part.file = m_ledger.folder() + u"/part-%1"_s.arg(part.number, 5, 10, QLatin1Char('0'));
    PartSpool spool(part.file);
    const Encoder &encoder = m_records->encoder();
    Done done = spool.open().and_then([&] { return spool.append(encoder.prologue()); });
    if (!done)
        return tl::unexpected(done.error());
    PartCutter cutter(m_limits, frameBytes(encoder));
    cutter.beginPart(part.number);
    std::vector<qint64> records;
    std::optional<RowPosition> nextPartFrom;
    const auto end = m_records->run(
        m_from,
        [&](const EncodedRows &rows) -> Done {
            const std::size_t taken = cutter.take(rows);
            for (std::size_t row = 0; row < taken; ++row)
                records.push_back(rows.record(row));
            if (taken < rows.size())
                nextPartFrom = rows.position(taken);
            const Done written = spool.append(rows.bytes(taken));
            return written && nextPartFrom ? enough() : written;
        },
        stop);
    if (!end && (!nextPartFrom || !end.error().cancelled() || stop.stop_requested()))
        return tl::unexpected(end.error());
    part.planned.at = end ? *end : *nextPartFrom;
    // A file that is written to while it is read may have given anything: none of it is sent.
    done = sourceIsUnchanged().and_then([this] { return noteTooLarge(); });
    if (done && !records.empty()) {
        done = spool.append(encoder.epilogue()).and_then([&] { return spool.commit(); });
        part.rows = cutter.rows();
        part.records = part.rows;
        part.bytes = cutter.bytes();
        part.firstRecord = cutter.firstRecord();
        part.lastRecord = cutter.lastRecord();
        done = done.and_then([&]() -> Done {
            auto added = m_ledger.addPart(part, { .records = records });
            return added ? Done {} : tl::unexpected(added.error());
        });
        ++m_nextPart;
    }
    if (done && end)
        done = m_ledger.noteWalkedWhole();
    if (!done)
        return tl::unexpected(done.error());
    m_ended = end.has_value();
    m_from = part.planned.at;
    return records.empty() ? PlannedPart {} : PlannedPart { PlannedPart::Says::Part, part };
}

Done PartPlanner::noteTooLarge()
{
    std::vector<RowOutcome> rows;
    const std::vector<qint64> &seen = m_records->seen().tooLarge;
    for (; m_noted < seen.size(); ++m_noted)
        rows.push_back(leftOutAsTooLarge(seen[m_noted]));
    return rows.empty() ? Done {} : m_ledger.leaveOut(std::move(rows));
}

bool PartPlanner::isSpooled(const PartRecord &part)
{
    const QFileInfo facts(part.file);
    return facts.isFile() && facts.size() == part.bytes;
}

Result<PartRecord> PartPlanner::spoolAgain(const PartRecord &part, std::stop_token stop)
{
    const auto parts = m_ledger.parts();
    const auto members = m_ledger.membersOf(part.number);
    if (!parts || !members)
        return tl::unexpected(parts ? members.error() : parts.error());
    const std::vector<qint64> *records = &members->records;
    const auto behind = std::ranges::lower_bound(*parts, part.number, {}, &PartRecord::number);
    auto pass = makePass();
    if (!pass)
        return tl::unexpected(pass.error());
    PartSpool spool(part.file);
    const Encoder &encoder = (*pass)->encoder();
    Done done = spool.open().and_then([&] { return spool.append(encoder.prologue()); });
    if (!done)
        return tl::unexpected(done.error());
    std::size_t made = 0;
    const auto end = (*pass)->run(
        behind == parts->begin() ? RowPosition {} : std::prev(behind)->planned.at,
        [&](const EncodedRows &rows) -> Done {
            const std::size_t count = std::min(rows.size(), records->size() - made);
            for (std::size_t row = 0; row < count; ++row) {
                if (rows.record(row) != (*records)[made + row])
                    return tl::unexpected(lostPart(part.number));
            }
            made += count;
            const Done written = spool.append(rows.bytes(count));
            return written && made == records->size() ? enough() : written;
        },
        stop);
    if (!end && (made < records->size() || !end.error().cancelled() || stop.stop_requested()))
        return tl::unexpected(end.error());
    done = spool.append(encoder.epilogue());
    if (done && (made < records->size() || spool.bytes() != part.bytes))
        return tl::unexpected(lostPart(part.number));
    done = done.and_then([&] { return sourceIsUnchanged(); }).and_then([&] { return spool.commit(); });
    if (!done)
        return tl::unexpected(done.error());
    return part;
}

} // namespace rowlift
