#include "app/practice/dotdigital/import_run.h"
#include "app/practice/dotdigital/insight_judge.h"

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

class InsightRun final : public ImportRun {
public:
    InsightRun(const RunGround &ground, const Job &job)
        : m_ground(ground)
        , m_items(ground.jobs.folderOf(job.id) + u"/items"_s)
    {
        Item item;
        while (m_items.offset() < job.position && m_items.next(item)) // what was done before a restart
            m_seen.insert(item.key);
    }

    void step(Job &job, qint64 items) override
    {
        const auto collection = Collections(m_ground.database).find(job.place);
        if (!collection) {
            refuseAll(job, items);
            return;
        }
        InsightJudge judge(m_ground.around, m_ground.database, *collection);
        judge.setSeen(&m_seen);
        const qint64 end = std::min(job.done + items, job.items);
        Item item;
        for (; job.done < end; ++job.done) {
            const qint64 position = m_items.offset();
            if (!m_items.next(item))
                break;
            if (!m_ground.judging)
                judge.store(item);
            else if (const Fault fault = judge.take(item); fault.none())
                ++job.added;
            else
                refuse(job, position, fault);
        }
        job.position = m_items.offset();
        judge.finish();
    }

private:
    void refuse(Job &job, qint64 position, const Fault &fault)
    {
        ++job.rejected;
        Jobs::addFault(m_ground.database, job, position, fault);
    }

    /// Somebody deleted the collection meanwhile.
    void refuseAll(Job &job, qint64 items)
    {
        Item item;
        for (; items > 0 && job.done < job.items; --items, ++job.done) {
            const qint64 position = m_items.offset();
            if (m_items.next(item) && m_ground.judging)
                refuse(job, position, { "MissingCollection"_ba, {} });
        }
        job.position = m_items.offset();
    }

    const RunGround m_ground;
    ItemFile m_items;
    std::unordered_set<std::string> m_seen;
};

} // namespace

std::unique_ptr<ImportRun> makeInsightRun(const RunGround &ground, const Job &job)
{
    return std::make_unique<InsightRun>(ground, job);
}

std::unique_ptr<ImportRun> makeRun(const RunGround &ground, const Job &job)
{
    switch (job.kind) {
    case JobKind::ContactsV2:
        return makeContactRun(ground, job);
    case JobKind::ContactsV3:
        return makeContactV3Run(ground, job);
    default:
        return makeInsightRun(ground, job);
    }
}

} // namespace rowlift::practice::dotdigital
