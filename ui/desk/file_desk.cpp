#include "ui/desk/file_desk.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <chrono>

namespace rowlift::ui {

namespace {

constexpr std::chrono::seconds driveAnswersWithin { 2 };

/// Whether records begin at the same places either way: what the two disagree on is only what they mean.
bool cutsAlike(Dialect a, Dialect b)
{
    for (Dialect *dialect : { &a, &b }) {
        dialect->headerRecord = dialect->titleRecords = 0;
        dialect->headerRows = 1;
        dialect->skipEmpty = true;
        dialect->blankWords.clear();
        dialect->dataEnd = dialect->lastRecord = -1;
    }
    return a == b;
}

} // namespace

bool FileDesk::Snapshot::hasRows() const
{
    if (counted)
        return index.dataRows > 0;
    return std::ranges::any_of(look.head, &TextRow::isData);
}

qint64 FileDesk::Snapshot::recordsAtHand() const
{
    if (state != State::Open)
        return 0;
    if (counted)
        return index.records;
    const qint64 head = look.head.empty() ? 0 : look.head.back().record + 1;
    return std::max({ index.records, head, recordsBefore });
}

FileDesk::FileDesk(const Bench &bench, QObject *parent, Looker looker)
    : QObject(parent)
    , m_bench(bench)
    , m_looker(std::move(looker))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(driveAnswersWithin);
    connect(&m_looking, &WorkBase::finished, this, &FileDesk::takeLook);
    connect(&m_counting, &WorkBase::finished, this, &FileDesk::takeCount);
    connect(&m_copying, &WorkBase::finished, this, &FileDesk::takeCopy);
    connect(&m_rows, &RowCache::failed, this, &FileDesk::loseFile);
    connect(&m_watch, &FileWatch::altered, this, [this](const FileStamp &now) {
        m_snapshot.changedOnDisk = now != m_snapshot.look.stamp;
        m_snapshot.changedAt = now.modified;
        Q_EMIT changed();
    });
    connect(&m_watch, &FileWatch::gone, this, [this] { loseFile({}); });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_snapshot.slow = m_looking.running();
        if (m_snapshot.slow)
            Q_EMIT changed();
    });
}

void FileDesk::open(const QString &path)
{
    Snapshot fresh;
    fresh.path = QFileInfo(path).absoluteFilePath();
    fresh.name = QFileInfo(path).fileName();
    begin(std::move(fresh));
    look();
}

/// What is known of another file is of no use from here on.
void FileDesk::begin(Snapshot fresh)
{
    m_counting.cancel();
    m_copying.cancel();
    m_watch.stop();
    m_before = {};
    m_snapshot = std::move(fresh);
    m_snapshot.state = State::Opening;
    Q_EMIT changed();
}

void FileDesk::choose(const DialectChoice &choice)
{
    // While it is still being counted anew, what was known before that is the better map.
    if (m_snapshot.state == State::Open && m_before.marks.empty()) {
        m_before = { m_snapshot.index.marks, m_snapshot.look.guess.dialect };
        m_snapshot.recordsBefore = m_snapshot.recordsAtHand();
    }
    m_snapshot.choice = choice;
    look();
}

void FileDesk::readAgain()
{
    m_before = {};
    m_snapshot.recordsBefore = 0;
    m_snapshot.changedOnDisk = false;
    look();
}

void FileDesk::useCopy()
{
    m_copying.start([path = m_snapshot.path, folder = m_bench.folders.drafts()](const Progress &progress,
                                                                                std::stop_token stop) {
        return copyForReading(path, folder, progress, stop);
    });
    m_snapshot.state = State::Opening;
    Q_EMIT changed();
}

void FileDesk::takeCopy()
{
    if (!m_copying.result()) {
        fail(m_copying.result().error(), troubleWith(m_snapshot.path));
        return;
    }
    Snapshot fresh;
    fresh.path = *m_copying.result();
    fresh.name = m_snapshot.name;
    fresh.choice = m_snapshot.choice;
    begin(std::move(fresh));
    look();
}

void FileDesk::close()
{
    m_looking.cancel();
    m_counting.cancel();
    m_copying.cancel();
    m_watch.stop();
    m_snapshot = {};
    Q_EMIT changed();
    Q_EMIT reread();
}

void FileDesk::note(const FileNotes &notes)
{
    if (notes == m_snapshot.notes)
        return;
    m_snapshot.notes = notes;
    m_noting.start([folder = m_bench.folders.drafts(), path = m_snapshot.path, stamp = m_snapshot.look.stamp,
                    notes](const Progress &, std::stop_token) -> Result<bool> {
        return saveFileNotes(folder, path, stamp, notes).has_value();
    });
    Q_EMIT changed();
}

void FileDesk::look()
{
    m_counting.cancel();
    m_patience.start();
    m_looking.start([looker = m_looker, path = m_snapshot.path, choice = m_snapshot.choice,
                     folder = m_bench.folders.drafts()](const Progress &, std::stop_token) -> Result<Looked> {
        Looked seen;
        auto look = looker(path, choice);
        if (!look) {
            seen.error = look.error();
            seen.trouble = troubleWith(path);
            if (seen.trouble == FileTrouble::None)
                seen.trouble = FileTrouble::NotATable;
            return seen;
        }
        seen.notes = readFileNotes(folder, path, look->stamp);
        seen.openElsewhere = isOpenElsewhere(path);
        seen.look = std::move(*look);
        return seen;
    });
}

void FileDesk::takeLook()
{
    m_patience.stop();
    m_snapshot.slow = false;
    const Looked &seen = *m_looking.result();
    if (!seen.look) {
        fail(seen.error, seen.trouble);
        return;
    }
    m_snapshot.openElsewhere = seen.openElsewhere;
    m_snapshot.notes = seen.notes;
    m_snapshot.trouble = FileTrouble::None;
    takeOver(*seen.look);
    m_watch.watch(m_snapshot.path, m_snapshot.look.stamp);
    Q_EMIT changed();
    Q_EMIT reread();
    count();
}

void FileDesk::takeOver(const FileLook &look)
{
    if (look.stamp != m_snapshot.look.stamp)
        m_before = {}; // nothing of it need be where it was
    if (m_before.marks.empty())
        m_snapshot.recordsBefore = 0;
    m_snapshot.look = look;
    m_snapshot.state = State::Open;
    m_snapshot.index = {};
    m_snapshot.index.bytes = look.stamp.size;
    m_snapshot.index.header = look.header;
    m_snapshot.counted = false;
    m_rows.setFile(m_snapshot.path, look.guess.dialect);
    m_rows.setMarks(m_before.marks);
    m_rows.put(look.head);
}

void FileDesk::fail(const Error &error, FileTrouble trouble)
{
    m_counting.cancel();
    m_snapshot.state = State::Unreadable;
    m_snapshot.slow = false;
    m_snapshot.error = error;
    m_snapshot.trouble = trouble;
    Q_EMIT changed();
    Q_EMIT reread();
}

/// It was open, and cannot be read any more.
void FileDesk::loseFile(const Error &error)
{
    if (m_snapshot.state == State::Open && !m_looking.running())
        fail(error, FileTrouble::Gone);
}

void FileDesk::count()
{
    const QPointer<FileDesk> self(this);
    m_counting.start([self, this, path = m_snapshot.path, dialect = m_snapshot.look.guess.dialect](
                         const Progress &progress, std::stop_token stop) -> Result<RecordIndex> {
        auto source = FileSource::open(path);
        if (!source)
            return tl::unexpected(source.error());
        const auto grown = [self, this, stop](const RecordIndex &soFar) {
            QMetaObject::invokeMethod(
                this, // the work is waited for before this goes
                [self, soFar, stop] {
                    if (self && !stop.stop_requested())
                        self->grow(soFar);
                },
                Qt::QueuedConnection);
        };
        return indexRecords(**source, dialect, progress, grown, stop);
    });
}

void FileDesk::grow(const RecordIndex &soFar)
{
    m_snapshot.index = soFar;
    m_rows.setMarks(marksAtHand(soFar));
    Q_EMIT changed();
}

/// Those found by now; beyond them those of before.
std::vector<RowPosition> FileDesk::marksAtHand(const RecordIndex &index) const
{
    std::vector<RowPosition> marks = index.marks;
    const RowPosition last = marks.empty() ? RowPosition {} : marks.back();
    std::ranges::copy_if(m_before.marks, std::back_inserter(marks), [&last](const RowPosition &mark) {
        return mark.offset > last.offset && mark.record > last.record;
    });
    return marks;
}

void FileDesk::takeCount()
{
    if (!m_counting.result()) {
        fail(m_counting.result().error(), FileTrouble::Gone); // it could be read a moment ago
        return;
    }
    m_snapshot.index = *m_counting.result();
    m_snapshot.counted = true;
    const Dialect &dialect = m_snapshot.look.guess.dialect;
    if (!m_before.marks.empty() && !cutsAlike(dialect, m_before.dialect)) {
        m_rows.setFile(m_snapshot.path, dialect); // rows found by the old marks may have had wrong numbers
        m_rows.put(m_snapshot.look.head);
    }
    m_before = {};
    m_snapshot.recordsBefore = 0;
    m_rows.setMarks(m_snapshot.index.marks);
    Q_EMIT changed();
}

} // namespace rowlift::ui
