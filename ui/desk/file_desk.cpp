#include "ui/desk/file_desk.h"

#include "app/draft/pasted_cells.h"

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

FileDesk::FileDesk(const Bench &bench, QObject *parent, Taker taker)
    : QObject(parent)
    , m_bench(bench)
    , m_taker(std::move(taker))
{
    if (!m_taker) {
        m_taker = [drafts = bench.folders.drafts()](const QString &path, const QString &sheet,
                                                    const Progress &progress, std::stop_token stop) {
            return takeFile(path, sheet, drafts, progress, std::move(stop));
        };
    }
    m_patience.setSingleShot(true);
    m_patience.setInterval(driveAnswersWithin);
    connect(&m_looking, &WorkBase::finished, this, &FileDesk::takeLook);
    connect(&m_looking, &WorkBase::progressed, this, [this](qint64 done, qint64 total) {
        m_snapshot.slow = false;
        m_snapshot.share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1;
        Q_EMIT changed();
    });
    connect(&m_counting, &WorkBase::finished, this, &FileDesk::takeCount);
    connect(&m_surveying, &WorkBase::finished, this, &FileDesk::takeSurvey);
    connect(&m_picking, &WorkBase::finished, this, &FileDesk::takePicked);
    connect(&m_copying, &WorkBase::finished, this, &FileDesk::takeCopy);
    connect(&m_noting, &WorkBase::finished, this, &FileDesk::takeNoted);
    connect(&m_asking, &WorkBase::finished, this, &FileDesk::takeTrouble);
    connect(&m_rows, &RowCache::failed, this, &FileDesk::loseFile);
    connect(&m_watch, &FileWatch::altered, this, [this](const FileStamp &now) {
        m_snapshot.changedOnDisk = now != m_snapshot.look.stamp;
        m_snapshot.changedAt = now.modified;
        Q_EMIT changed();
    });
    connect(&m_watch, &FileWatch::gone, this, [this] {
        if (m_snapshot.state == State::Open && !m_looking.running())
            fail({}, FileTrouble::Gone);
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_snapshot.slow = m_looking.running() && m_snapshot.share < 0;
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
    take({});
}

/// What is known of another file is of no use from here on.
void FileDesk::begin(Snapshot fresh)
{
    stopWork();
    m_before = {};
    m_snapshot = std::move(fresh);
    m_snapshot.state = State::Opening;
    Q_EMIT changed();
}

void FileDesk::stopWork()
{
    m_patience.stop();
    m_watch.stop();
    for (WorkBase *work : std::initializer_list<WorkBase *> { &m_looking, &m_counting, &m_surveying,
                                                              &m_picking, &m_copying, &m_asking })
        work->cancel();
}

void FileDesk::choose(const DialectChoice &choice)
{
    // While it is still being counted anew, what was known before that is the better map.
    if (m_snapshot.state == State::Open && m_before.marks.empty()) {
        m_before = { m_snapshot.index.marks, m_snapshot.look.guess.dialect };
        m_snapshot.recordsBefore = m_snapshot.recordsAtHand();
    }
    m_snapshot.choice = choice;
    if (m_snapshot.look.path != m_snapshot.path) { // it could not be read the other way
        take(m_snapshot.look.sheet);
        return;
    }
    const FileLook &seen = m_snapshot.look;
    look([chosen = ChosenFile { .path = seen.path,
                                .stamp = seen.stamp,
                                .source = seen.source,
                                .sheets = seen.sheets,
                                .sheet = seen.sheet,
                                .uncalculated = seen.uncalculated }](const Progress &, std::stop_token) {
        return Result<ChosenFile>(chosen);
    });
}

void FileDesk::readAgain()
{
    m_before = {};
    m_snapshot.recordsBefore = 0;
    m_snapshot.changedOnDisk = false;
    m_watch.stop(); // a change that it reports late is one that is being read
    take(m_snapshot.look.sheet);
}

void FileDesk::openSheet(const QString &sheet)
{
    Snapshot fresh;
    fresh.path = m_snapshot.path;
    fresh.name = m_snapshot.name;
    begin(std::move(fresh));
    take(sheet);
}

void FileDesk::close()
{
    stopWork();
    m_snapshot = {};
    Q_EMIT changed();
    Q_EMIT reread();
}

void FileDesk::take(const QString &sheet)
{
    look([taker = m_taker, path = m_snapshot.path, sheet](const Progress &progress, std::stop_token stop) {
        return taker(path, sheet, progress, std::move(stop));
    });
}

void FileDesk::look(std::function<Result<ChosenFile>(const Progress &, std::stop_token)> take)
{
    for (WorkBase *work :
         std::initializer_list<WorkBase *> { &m_counting, &m_surveying, &m_picking, &m_asking })
        work->cancel();
    m_snapshot.share = -1;
    m_patience.start();
    m_looking.start([take = std::move(take), path = m_snapshot.path, choice = m_snapshot.choice,
                     folder = m_bench.folders.drafts()](const Progress &progress,
                                                        std::stop_token stop) -> Result<Looked> {
        Looked seen;
        const auto look = take(progress, std::move(stop))
                              .and_then([&choice](const ChosenFile &chosen) -> Result<FileLook> {
                                  return lookAtFile(chosen, choice);
                              });
        if (!look) {
            seen.error = look.error();
            seen.trouble = troubleWith(path);
            if (seen.trouble == FileTrouble::None)
                seen.trouble = FileTrouble::NotATable;
            return seen;
        }
        seen.look = *look;
        seen.notes = readFileNotes(folder, look->readFrom(), look->stamp);
        seen.openElsewhere = isOpenElsewhere(path);
        seen.pasted = isPastedCells(path);
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
    if (seen.pasted)
        m_snapshot.name = QFileInfo(m_snapshot.path).completeBaseName();
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
    m_snapshot.survey.reset();
    m_snapshot.surveyed = false;
    m_snapshot.picked = {};
    m_snapshot.couldNot = {};
    m_rows.setFile(look.readFrom(), look.guess.dialect);
    m_rows.setMarks(m_before.marks);
    m_rows.put(look.head);
}

void FileDesk::fail(const Error &error, FileTrouble trouble)
{
    for (WorkBase *work : std::initializer_list<WorkBase *> { &m_counting, &m_surveying, &m_asking })
        work->cancel();
    m_snapshot.state = State::Unreadable;
    m_snapshot.slow = false;
    m_snapshot.error = error;
    m_snapshot.trouble = trouble;
    Q_EMIT changed();
    Q_EMIT reread();
}

/// It was open, and cannot be read any more: because it is not there, or because of what is in it.
void FileDesk::loseFile(const Error &error)
{
    if (m_snapshot.state != State::Open || m_looking.running() || m_asking.running())
        return;
    m_lost = error;
    m_asking.start([path = m_snapshot.look.readFrom()](const Progress &, std::stop_token) {
        return Result<FileTrouble>(troubleWith(path));
    });
}

void FileDesk::takeTrouble()
{
    if (m_snapshot.state == State::Open && !m_looking.running())
        fail(m_lost, *m_asking.result());
}

void FileDesk::count()
{
    const QPointer<FileDesk> self(this);
    m_counting.start([self, this, path = m_snapshot.look.readFrom(), dialect = m_snapshot.look.guess.dialect](
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
        loseFile(m_counting.result().error());
        return;
    }
    m_snapshot.index = *m_counting.result();
    m_snapshot.counted = true;
    const Dialect &dialect = m_snapshot.look.guess.dialect;
    if (!m_before.marks.empty() && !cutsAlike(dialect, m_before.dialect)) {
        m_rows.setFile(m_snapshot.look.readFrom(),
                       dialect); // rows found by the old marks may have had wrong numbers
        m_rows.put(m_snapshot.look.head);
    }
    m_before = {};
    m_snapshot.recordsBefore = 0;
    m_rows.setMarks(m_snapshot.index.marks);
    Q_EMIT changed();
    survey();
}

} // namespace rowlift::ui
