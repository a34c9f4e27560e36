#include "app/practice/marketo/import_run.h"

#include <mutex>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr auto unreadable = "Import failed, unable to read file";

} // namespace

ImportRun::ImportRun(const Surroundings &around, ImportJob job, const QString &folder, ImportPlan plan,
                     Store &store)
    : m_around(around)
    , m_job(std::move(job))
    , m_store(store)
    , m_judge(std::move(plan), store, around.clock)
    , m_csv(folder + u"/upload"_s, m_job.delimiter())
    , m_failures(m_job, Exceptions::Failures, folder)
    , m_warnings(m_job, Exceptions::Warnings, folder)
{
    const Switches &switches = around.switches;
    m_dropped = switches.on(u"drop-failure"_s) ? switches.number(u"drop-failure"_s, 1) : 0;
    if (switches.on(u"fail-job"_s))
        m_failAt = switches.text(u"fail-job"_s) == u"start"
            ? 0
            : switches.number(u"fail-job"_s, static_cast<int>(m_job.rows / 2));
}

bool ImportRun::open()
{
    if (!m_csv.isOpen() || !m_csv.next(m_row) || m_row.badQuotes || m_row.unterminated) {
        m_words = unreadable;
        return false;
    }
    m_columns = m_row.cells.size();
    m_judge.readHeader(m_row.cells);
    m_failures.setHeader(m_row);
    m_warnings.setHeader(m_row);
    m_progress = m_store.progress(m_job.id).value_or(ImportProgress { .offset = m_row.end });
    if (!m_failures.open(m_progress.failureBytes) || !m_warnings.open(m_progress.warningBytes)) {
        m_words = "Import failed, the results could not be stored"_ba;
        return false;
    }
    m_csv.seek(m_progress.offset);
    return true;
}

void ImportRun::step(qint64 rows)
{
    const std::scoped_lock turn(m_around.writing);
    if (m_done || !m_store.begin())
        return;
    while (rows-- > 0 && !m_done)
        row();
    m_failures.flush();
    m_warnings.flush();
    m_progress.failureBytes = m_failures.size();
    m_progress.warningBytes = m_warnings.size();
    m_store.setProgress(m_job.id, m_progress);
    m_store.commit();
}

void ImportRun::row()
{
    if (m_failAt >= 0 && m_progress.rows >= m_failAt) {
        const QByteArray words = m_around.switches.text(u"fail-words"_s).toUtf8();
        m_words = words.isEmpty() ? "Import failed, an internal error occurred"_ba : words;
    }
    do {
        m_done = !m_words.isEmpty() || !m_csv.next(m_row);
    } while (!m_done && m_row.raw.empty());
    if (m_done)
        return;
    if (m_row.badQuotes || m_row.unterminated || m_row.cells.size() > m_columns) {
        m_words = unreadable;
        m_done = true;
        return;
    }
    const Verdict verdict = m_judge.judge(m_row.cells);
    if (!verdict.failure.isEmpty()) {
        if (m_progress.failed++ >= m_dropped)
            m_failures.add(m_row, verdict.failure);
    } else if (!verdict.warning.isEmpty()) {
        ++m_progress.warned;
        m_warnings.add(m_row, verdict.warning);
    }
    ++m_progress.rows;
    m_progress.offset = m_row.end;
}

qint64 rowsIn(const QString &path, char delimiter)
{
    CsvRows csv(path, delimiter);
    CsvRows::Row row;
    qint64 rows = -1;
    while (csv.next(row))
        rows += !row.raw.empty();
    return rows;
}

} // namespace rowlift::practice::marketo
