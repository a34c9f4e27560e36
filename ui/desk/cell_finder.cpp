#include "ui/desk/cell_finder.h"

#include <QPointer>

namespace rowlift::ui {

CellFinder::CellFinder(QObject *parent)
    : QObject(parent)
{
    connect(&m_finding, &WorkBase::progressed, this, [this](qint64 done, qint64 total) {
        m_share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
        Q_EMIT changed();
    });
    connect(&m_finding, &WorkBase::finished, this, [this] {
        m_share = 1;
        if (m_finding.result())
            m_cells = m_finding.result()->cells;
        else
            m_error = m_finding.result().error();
        Q_EMIT changed();
    });
}

void CellFinder::start(const FileDesk::Snapshot &file, const QString &text, FindOptions options)
{
    m_share = 0;
    m_cells = 0;
    m_error.reset();
    const QPointer<CellFinder> self(this);
    m_finding.start([self, this, text, options = std::move(options), picked = file.picked.rows,
                     path = file.look.readFrom(), dialect = file.look.guess.dialect,
                     marks = file.index.marks](const Progress &progress,
                                               std::stop_token stop) mutable -> Result<FoundCells> {
        auto source = FileSource::open(path);
        if (!source)
            return tl::unexpected(source.error());
        for (qint64 at = 0; picked && at < picked->count(); ++at)
            options.onlyRecords.push_back(picked->at(at));
        const auto some = [self, this, stop](std::span<const CellHit> hits) {
            QMetaObject::invokeMethod(
                this, // the work is waited for before this goes
                [self, batch = std::vector<CellHit>(hits.begin(), hits.end()), stop] {
                    if (!self || stop.stop_requested())
                        return;
                    self->m_cells += static_cast<qint64>(batch.size());
                    Q_EMIT self->found(batch);
                },
                Qt::QueuedConnection);
        };
        return findCells(**source, dialect, marks, text, options, progress, some, stop);
    });
    Q_EMIT changed();
}

void CellFinder::stop()
{
    m_finding.cancel();
    m_share = 0;
    m_cells = 0;
    m_error.reset();
    Q_EMIT changed();
}

} // namespace rowlift::ui
