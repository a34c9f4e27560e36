#include "app/run/ledger.h"
#include "app/run/ledger_parts.h"
#include "app/run/ledger_rows.h"
#include "app/run/ledger_writer.h"

#include <QFileInfo>

#include <algorithm>

// The changes that a run makes to its ledger, but for the ends of parts: each of them one transaction.

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null string would be stored as NULL
}

QVariant sinceEpoch(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant();
}

} // namespace

Result<PartRecord> Ledger::addPart(const PartRecord &part, const PartMembers &members)
{
    return m_writer->change([&](store::LedgerDb &db) -> Result<PartRecord> {
        const auto number = store::freeNumber(db, part.number);
        if (!number)
            return tl::unexpected(number.error());
        PartRecord noted = part;
        noted.number = *number;
        noted.state = PartState::Planned;
        if (noted.file.isEmpty())
            noted.file = m_folder + u'/' + store::usualFileName(*number);
        store::measure(noted, members);
        auto done = store::insertPart(db, noted, members);
        if (done)
            done = store::change(
                db, u"UPDATE attempt SET sweep = ?, at_record = ?, at_offset = ? WHERE number = ?"_s,
                { part.planned.sweep, part.planned.at.record, part.planned.at.offset, part.attempt });
        return done ? Result<PartRecord>(noted) : tl::unexpected(done.error());
    });
}

Done Ledger::leaveOut(std::vector<RowOutcome> rows)
{
    std::ranges::stable_sort(rows, {}, &RowOutcome::record);
    return m_writer->change([&rows](store::LedgerDb &db) -> Done {
        std::vector<store::PlacedRow> added;
        for (const RowOutcome &row : rows) {
            if (!added.empty() && added.back().record == row.record)
                continue;
            const auto known
                = store::valueOf(db, u"SELECT 1 FROM row_outcome WHERE record = ?"_s, { row.record });
            if (!known)
                return tl::unexpected(known.error());
            if (known->isNull())
                added.push_back({ .record = row.record, .from = &row });
        }
        return store::insertRows(db, 1, 0, added, {});
    });
}

Done Ledger::move(qint64 part, PartState to, const QString &message)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        return message.isEmpty()
            ? store::setState(db, part, to)
            : store::change(db, u"UPDATE part SET state = ?, message = ? WHERE number = ?"_s,
                            { static_cast<int>(to), message, part });
    });
}

Done Ledger::noteSpooled(qint64 part, qint64 bytes, quint64 hash)
{
    return m_writer->change([&](store::LedgerDb &db) {
        return store::change(db, u"UPDATE part SET bytes = ?, hash = ? WHERE number = ?"_s,
                             { bytes, static_cast<qint64>(hash), part });
    });
}

Done Ledger::noteStep(qint64 part, const RecordedStep &step, PartState to)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        const QString ticket = orEmpty(step.ticket);
        auto done = store::change(
            db,
            u"INSERT INTO step(part, number, round, step, done, ticket, at) SELECT p.number, (SELECT "
            "IFNULL(MAX(s.number), 0) + 1 FROM step s WHERE s.part = p.number), p.round, ?, ?, ?, ? FROM "
            "part p "
            "WHERE p.number = ?"_s,
            { static_cast<int>(step.step), step.done, ticket, sinceEpoch(step.when), part });
        return done
            ? store::change(db,
                            u"UPDATE part SET state = ?, ticket = CASE WHEN ? = '' THEN ticket ELSE ? "
                            "END WHERE number = ?"_s,
                            { static_cast<int>(to), ticket, ticket, part })
            : done;
    });
}

Done Ledger::adopt(qint64 part, const QString &ticket, PartState to)
{
    return m_writer->change([&](store::LedgerDb &db) {
        return store::change(db, u"UPDATE part SET state = ?, ticket = ? WHERE number = ?"_s,
                             { static_cast<int>(to), orEmpty(ticket), part });
    });
}

Done Ledger::noteOldValues(qint64 part)
{
    return m_writer->change([&](store::LedgerDb &db) {
        return store::change(db, u"UPDATE part SET old_values = number WHERE number = ?"_s, { part });
    });
}

Done Ledger::noteBegin()
{
    return m_writer->change([this](store::LedgerDb &db) -> Done {
        const auto put = m_isNew ? Done() : store::putMeta(db, u"takenUp"_s, true);
        return put ? store::takeEndBack(db) : put;
    });
}

Done Ledger::noteStopped()
{
    return m_writer->change([](store::LedgerDb &db) { return store::putMeta(db, u"wasStopped"_s, true); });
}

Done Ledger::noteKeptDays(int days)
{
    return m_writer->change([days](store::LedgerDb &db) { return store::putMeta(db, u"keptDays"_s, days); });
}

Done Ledger::noteEnd(RunState end, const QString &message)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        auto put = store::putMeta(db, u"end"_s, static_cast<int>(end));
        if (put)
            put = store::putMeta(db, u"endMessage"_s, message);
        return put
            ? store::putMeta(db, u"ended"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
            : put;
    });
}

Done Ledger::noteWalkedWhole()
{
    return m_writer->change([](store::LedgerDb &db) {
        return store::change(db,
                             u"UPDATE attempt SET walked = 1 WHERE number = (SELECT MIN(number) FROM attempt "
                             "WHERE walked = 0)"_s);
    });
}

Done Ledger::noteBraked()
{
    return m_writer->change([](store::LedgerDb &db) { return store::putMeta(db, u"braked"_s, true); });
}

Done Ledger::releaseBrake()
{
    return m_writer->change([](store::LedgerDb &db) { return store::putMeta(db, u"brakeReleased"_s, true); });
}

} // namespace rowlift
