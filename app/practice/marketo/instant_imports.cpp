#include "app/practice/marketo/instant_imports.h"

#include "app/practice/csv_rows.h"

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsAWrite = 10'000; ///< Bounds a transaction.

} // namespace

InstantImports::InstantImports(const Surroundings &around, const Catalog &catalog, Imports &imports)
    : m_around(around)
    , m_catalog(catalog)
    , m_imports(imports)
    , m_owing(!imports.owing().isEmpty())
{
}

bool InstantImports::isOn() const
{
    return m_around.instant && !m_around.switches.on(u"fail-job"_s);
}

void InstantImports::complete(ImportJob &job)
{
    job.state = ImportState::Complete;
    job.started = job.ended = m_around.clock.now();
    job.progress.rows = job.rows;
    job.owing = true;
    m_owing = true;
}

void InstantImports::writeOwed()
{
    const auto held = hold();
    if (!m_owing.exchange(false))
        return;
    for (const ImportJob &job : m_imports.owing())
        write(job);
}

void InstantImports::write(const ImportJob &job)
{
    Store store(m_around.dataFolder);
    QString error;
    CsvRows csv(m_imports.folderOf(job.id) + u"/upload"_s, job.delimiter());
    CsvRows::Row row;
    if (!store.open(&error) || !csv.isOpen() || !csv.next(row))
        return;
    Judge judge(m_catalog.planFor(job, false), store, m_around.clock);
    judge.readHeader(row.cells);
    for (bool more = true; more;) {
        const std::scoped_lock turn(m_around.writing);
        if (!store.begin())
            return;
        for (qint64 i = 0; i < rowsAWrite && (more = csv.next(row)); ++i)
            if (!row.raw.empty())
                judge.judge(row.cells);
        store.commit();
    }
    m_imports.change(job.id, [](ImportJob &each) { each.owing = false; });
}

} // namespace rowlift::practice::marketo
