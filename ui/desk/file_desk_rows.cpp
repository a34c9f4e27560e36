#include "app/draft/failed_rows.h"
#include "app/draft/pasted_cells.h"
#include "ui/desk/file_desk.h"

#include <QFileInfo>
#include <QPointer>

namespace rowlift::ui {

void FileDesk::survey()
{
    const QPointer<FileDesk> self(this);
    m_surveying.start([self, this, path = m_snapshot.look.readFrom(),
                       dialect = m_snapshot.look.guess.dialect](const Progress &progress,
                                                                std::stop_token stop) -> Result<FileSurvey> {
        auto source = FileSource::open(path);
        if (!source)
            return tl::unexpected(source.error());
        const auto grown = [self, this, stop](const FileSurvey &soFar) {
            QMetaObject::invokeMethod(
                this, // the work is waited for before this goes
                [self, shared = std::make_shared<const FileSurvey>(soFar), stop] {
                    if (!self || stop.stop_requested())
                        return;
                    self->m_snapshot.survey = shared;
                    Q_EMIT self->changed();
                },
                Qt::QueuedConnection);
        };
        return surveyFile(**source, dialect, progress, grown, stop);
    });
}

void FileDesk::takeSurvey()
{
    if (!m_surveying.result()) {
        loseFile(m_surveying.result().error());
        return;
    }
    m_snapshot.survey = std::make_shared<const FileSurvey>(*m_surveying.result());
    m_snapshot.surveyed = true;
    Q_EMIT changed();
}

void FileDesk::pick(const std::vector<qint64> &records, qint64 of)
{
    m_picking.cancel();
    auto rows = std::make_shared<RecordSet>();
    for (const qint64 record : records)
        rows->append(record);
    m_snapshot.picked = { .rows = std::move(rows), .of = of, .looking = false };
    Q_EMIT changed();
}

void FileDesk::pickRowsOf(const FileFact &fact)
{
    m_snapshot.picked.of = fact.count;
    m_snapshot.picked.looking = true;
    m_picking.start([fact, path = m_snapshot.look.readFrom(), dialect = m_snapshot.look.guess.dialect,
                     header = m_snapshot.index.header](const Progress &progress,
                                                       std::stop_token stop) -> Result<RecordSet> {
        auto source = FileSource::open(path);
        if (!source)
            return tl::unexpected(source.error());
        return recordsOfFact(**source, dialect, fact, header, progress, stop);
    });
    Q_EMIT changed();
}

void FileDesk::takePicked()
{
    if (!m_picking.result()) {
        loseFile(m_picking.result().error());
        return;
    }
    auto rows = std::make_shared<const RecordSet>(*m_picking.result());
    const qint64 of = rows->count();
    m_snapshot.picked = { .rows = std::move(rows), .of = of, .looking = false };
    Q_EMIT changed();
}

void FileDesk::showAllRows()
{
    m_picking.cancel();
    m_snapshot.picked = {};
    Q_EMIT changed();
}

void FileDesk::note(const FileNotes &notes)
{
    if (notes == m_snapshot.notes)
        return;
    m_snapshot.notes = notes;
    saveNotes(m_snapshot.look.readFrom(), m_snapshot.look.stamp, notes);
    Q_EMIT changed();
}

/// One after the other: an earlier answer must not arrive last.
void FileDesk::saveNotes(const QString &path, const FileStamp &stamp, const FileNotes &notes)
{
    if (m_noting.running()) {
        m_noteNext = [this, path, stamp, notes] { saveNotes(path, stamp, notes); };
        return;
    }
    m_noted = path;
    m_noting.start([folder = m_bench.folders.drafts(), path, stamp, notes](const Progress &,
                                                                           std::stop_token) -> Result<bool> {
        return saveFileNotes(folder, path, stamp, notes).map([] { return true; });
    });
}

void FileDesk::takeNoted()
{
    if (m_noted == m_snapshot.look.readFrom()) { // else another file is open meanwhile
        m_snapshot.couldNot = m_noting.result() ? Error() : m_noting.result().error();
        Q_EMIT changed();
    }
    if (const auto next = std::exchange(m_noteNext, {}))
        next();
}

void FileDesk::settleFailure()
{
    m_snapshot.couldNot = {};
    Q_EMIT changed();
}

void FileDesk::useCopy()
{
    makeFile([path = m_snapshot.path, folder = m_bench.folders.drafts()](const Progress &progress,
                                                                         std::stop_token stop) {
        return copyForReading(path, folder, progress, std::move(stop));
    });
}

void FileDesk::makeFile(std::function<Result<QString>(const Progress &, std::stop_token)> make)
{
    m_copying.start(std::move(make));
    m_stateBefore = m_snapshot.state;
    m_snapshot.couldNot = {};
    m_snapshot.state = State::Opening;
    Q_EMIT changed();
}

void FileDesk::useFailedRows(const FileFact &fact)
{
    const QString name = QFileInfo(m_snapshot.name).completeBaseName();
    makeFile([fact, name, path = m_snapshot.look.readFrom(), dialect = m_snapshot.look.guess.dialect,
              header = m_snapshot.index.header,
              folder = m_bench.folders.drafts()](const Progress &progress, std::stop_token stop) {
        return keepFailedRows(path, name, dialect, fact, header, folder, progress, stop);
    });
}

void FileDesk::openPasted(const QString &cells)
{
    Snapshot fresh;
    fresh.name = tr("Pasted cells");
    begin(std::move(fresh));
    m_stateBefore = State::NoFile;
    m_copying.start([cells, drafts = m_bench.folders.drafts()](const Progress &, std::stop_token) {
        return keepPastedCells(cells, drafts);
    });
}

void FileDesk::takeCopy()
{
    if (m_copying.result()) {
        open(*m_copying.result());
        return;
    }
    if (m_stateBefore != State::Open) {
        fail(m_copying.result().error(), m_snapshot.trouble);
        return;
    }
    m_snapshot.state = State::Open; // which it is still
    m_snapshot.couldNot = m_copying.result().error();
    Q_EMIT changed();
}

} // namespace rowlift::ui
