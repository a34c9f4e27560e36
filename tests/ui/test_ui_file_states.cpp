#include "tests/ui/file_stage.h"
#include "ui/pages/file_notices.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>

#include <mutex>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// Nothing can be kept from here on.
void putAFileWhereDraftsBelong(const FileStage &stage)
{
    const QString drafts = stage.bench.bench.folders.drafts();
    QVERIFY(QDir(drafts).removeRecursively() && QDir().mkpath(QFileInfo(drafts).path()));
    QFile file(drafts);
    QVERIFY(file.open(QIODevice::WriteOnly));
}

} // namespace

/// What the page says when the file is not simply there to be read.
class TestUiFileStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void fileWithoutRowsCannotGoOn();
    void emptyFileSaysSo();
    void unreadableFileAsksForAnother();
    void changeOnDiskIsAskedAboutNotRead();
    void touchedFileIsNoChange();
    void replacedFileIsAChange();
    void goneFileComesBack();
    void fileThatIsNotThereSaysSo();
    void slowDriveIsSaidAndHoldsUpNothing();
    void fileOpenElsewhereOffersACopy();
    void titleCommentAndTotalsAreTagged();
    void lockedFileOffersACopy();
    void largeFileIsNoted();
    void rowsThatAreNotThereAreAskedForOnce();
    void longRowsOfTheScreenStayAtHand();
    void errorInAFileThatIsThereIsNamed();
    void failedCopyLeavesTheFileOpen();
    void answerThatCannotBeKeptSaysSo();
    void lastAnswerIsKept();
    void pastedCellsAreAFile();
    void pasteWithoutCellsSaysSo();
};

void TestUiFileStates::fileWithoutRowsCannotGoOn()
{
    FileStage stage;
    stage.openText("Name,Mail,Town\n");
    QVERIFY(stage.window.notice(u"noRows"_s).contains("no rows below the header"_L1));
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(!stage.page.primaryReason().isEmpty());
}

void TestUiFileStates::unreadableFileAsksForAnother()
{
    FileStage stage;
    stage.openText("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n");
    const QString notice = stage.window.notice(u"unreadable"_s);
    QVERIFY2(notice.contains("PDF"_L1), qPrintable(notice));
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(!stage.window.find<QWidget>(u"file.readAs"_s)->isVisible());
    stage.window.picture(u"file-unreadable"_s);
    QSignalSpy wanted(&stage.page, &FilePage::changeFileWanted);
    stage.window.click(u"notice.unreadable.other"_s);
    QCOMPARE(wanted.size(), 1);
}

void TestUiFileStates::changeOnDiskIsAskedAboutNotRead()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    QVERIFY(stage.window.notice(u"changed"_s).isEmpty());
    stage.bench.write(u"file.csv"_s, "Name,Mail\nAnna,a@example.com\nJan,j@example.org\n");
    QTRY_VERIFY(!stage.window.notice(u"changed"_s).isEmpty());
    QVERIFY(stage.about().contains("1 row"_L1));
    stage.window.click(u"notice.changed.again"_s);
    QTRY_VERIFY2(stage.about().contains("2 row"_L1), qPrintable(stage.about()));
    QTRY_VERIFY(stage.window.notice(u"changed"_s).isEmpty());
}

void TestUiFileStates::emptyFileSaysSo()
{
    FileStage stage;
    stage.openText("");
    QVERIFY2(stage.window.notice(u"unreadable"_s).contains("empty"_L1),
             qPrintable(stage.window.notice(u"unreadable"_s)));
    QVERIFY(!stage.page.primaryEnabled());
}

void TestUiFileStates::touchedFileIsNoChange()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    QFile file(stage.bench.home.filePath(u"file.csv"_s));
    QSignalSpy changed(&stage.file, &FileDesk::changed);
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner)); // its attributes alone
    stage.file.lookForChanges();
    QVERIFY(!changed.wait(300));
    QVERIFY(stage.window.notice(u"changed"_s).isEmpty());
}

void TestUiFileStates::replacedFileIsAChange()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    const QString path = stage.bench.home.filePath(u"file.csv"_s);
    for (int time = 2; time <= 3; ++time) { // as most programs save: another file takes its place
        const QString next = stage.bench.write(
            u"next.csv"_s, "Name,Mail\n" + QByteArray("Jan,j@example.org\n").repeated(time));
        QVERIFY(QFile::remove(path) && QFile::rename(next, path));
        QTRY_VERIFY(!stage.window.notice(u"changed"_s).isEmpty());
        stage.window.click(u"notice.changed.again"_s);
        QTRY_VERIFY(stage.about().contains(u"%1 row"_s.arg(time)));
        QVERIFY(stage.window.notice(u"changed"_s).isEmpty());
        stage.untilRead();
    }
}

void TestUiFileStates::goneFileComesBack()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    const QString path = stage.bench.home.filePath(u"file.csv"_s);
    QVERIFY(QFile::rename(path, path + u".away"_s));
    QTRY_VERIFY(stage.window.notice(u"unreadable"_s).contains("Cannot read the file any more"_L1));
    QVERIFY(!stage.page.primaryEnabled());
    stage.window.picture(u"file-gone"_s);
    stage.window.click(u"notice.unreadable.again"_s);
    QTRY_VERIFY(stage.file.snapshot().state == FileDesk::State::Unreadable);
    QVERIFY(QFile::rename(path + u".away"_s, path));
    QTRY_VERIFY(stage.window.find<QWidget>(u"notice.unreadable.again"_s));
    stage.window.click(u"notice.unreadable.again"_s);
    QTRY_VERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.window.notice(u"unreadable"_s).isEmpty());
    QCOMPARE(stage.rows()->rowCount(), 2);
}

void TestUiFileStates::fileThatIsNotThereSaysSo()
{
    FileStage stage;
    stage.open(stage.bench.home.filePath(u"nothing.csv"_s));
    QVERIFY2(stage.window.notice(u"unreadable"_s).contains("nothing.csv"_L1),
             qPrintable(stage.window.notice(u"unreadable"_s)));
    QSignalSpy wanted(&stage.page, &FilePage::changeFileWanted);
    stage.window.click(u"notice.unreadable.other"_s);
    QCOMPARE(wanted.size(), 1);
}

void TestUiFileStates::slowDriveIsSaidAndHoldsUpNothing()
{
    std::mutex drive;
    std::unique_lock hangs(drive);
    FileStage stage([&drive](const QString &path, const QString &, const Progress &, std::stop_token) {
        const std::scoped_lock answers(drive);
        ChosenFile chosen;
        chosen.path = path;
        chosen.stamp = FileStamp::of(path);
        return Result<ChosenFile>(chosen);
    });
    const auto letGo = qScopeGuard([&hangs] { // however this ends
        if (hangs.owns_lock())
            hangs.unlock();
    });
    stage.window.enter();
    stage.file.open(stage.bench.write(u"file.csv"_s, "Name,Mail\nAnna,a@example.com\n"));
    QCOMPARE(stage.about(), u"Reading the file…"_s);
    QTRY_VERIFY(stage.window.notice(u"slow"_s).contains("Waiting for the drive"_L1));
    QVERIFY(stage.window.find<QPushButton>(u"notice.slow.other"_s)->isEnabled());
    stage.window.picture(u"file-slow"_s);
    hangs.unlock();
    QTRY_VERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.window.notice(u"slow"_s).isEmpty());
}

void TestUiFileStates::fileOpenElsewhereOffersACopy()
{
    FileStage stage;
    const QString path = stage.bench.write(u"fair.csv"_s, "Name,Mail\nAnna,a@example.com\n");
    stage.bench.write(u".~lock.fair.csv#"_s, ",anna,pc,22.11.2026 10:31,file:///home/anna;");
    stage.open(path);
    QVERIFY(stage.window.notice(u"elsewhere"_s).contains("open in another program"_L1));
    stage.window.picture(u"file-elsewhere"_s);
    stage.window.click(u"notice.elsewhere.copy"_s);
    QTRY_VERIFY(stage.file.snapshot().path != path && stage.page.primaryEnabled());
    QVERIFY(stage.file.snapshot().path.startsWith(stage.bench.bench.folders.drafts()));
    QCOMPARE(stage.text(u"file.name"_s), u"fair.csv"_s);
    QVERIFY(stage.window.notice(u"elsewhere"_s).isEmpty());
    QVERIFY(QFile::permissions(stage.file.snapshot().path)
            == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

void TestUiFileStates::titleCommentAndTotalsAreTagged()
{
    FileStage stage;
    stage.openSample();
    QVERIFY(stage.rows()->row(0)->hatched);
    QVERIFY2(stage.rows()->row(0)->tag.contains("not imported"_L1), qPrintable(stage.rows()->row(0)->tag));
    QCOMPARE(stage.rows()->row(2)->tag, u"header"_s);
    QVERIFY(stage.rows()->row(3)->tag.isEmpty());
}

void TestUiFileStates::lockedFileOffersACopy()
{
    FileDesk::Snapshot file;
    file.state = FileDesk::State::Unreadable;
    file.trouble = FileTrouble::Locked;
    const QList<Notice> notices = noticesOf(file);
    QCOMPARE(notices.size(), 1);
    QVERIFY(notices[0].text.contains("open in another program"_L1));
    QCOMPARE(notices[0].buttons[0].id, u"copy"_s);
    QCOMPARE(notices[0].buttons[1].id, u"again"_s);
}

void TestUiFileStates::largeFileIsNoted()
{
    FileDesk::Snapshot file;
    file.state = FileDesk::State::Open;
    file.counted = true;
    file.index.dataRows = file.index.records = 20'000'000;
    QVERIFY(noticesOf(file).isEmpty());
    file.index.records = 20'000'001;
    QCOMPARE(noticesOf(file).size(), 1);
    QVERIFY(noticesOf(file)[0].dismissible);
    file.index.records = 1'000;
    file.look.stamp.size = 2'000'000'001;
    QCOMPARE(noticesOf(file).size(), 1);
}

void TestUiFileStates::rowsThatAreNotThereAreAskedForOnce()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    QSignalSpy loaded(&stage.file.rows(), &RowCache::loaded);
    stage.file.rows().want({ 500 });
    QVERIFY(loaded.wait());
    stage.file.rows().want({ 500 });
    QVERIFY(!loaded.wait(200));
}

void TestUiFileStates::longRowsOfTheScreenStayAtHand()
{
    const UiBench bench;
    QByteArray text;
    for (int row = 0; row < 50; ++row)
        text += QByteArray(500'000, char('a' + row % 26)) + '\n';
    const QString path = bench.write(u"long.csv"_s, text);
    RowCache rows;
    rows.setFile(path, {});
    const auto all = [&rows](qint64 first, qint64 end) {
        for (qint64 record = first; record < end; ++record) {
            if (rows.find(record) == nullptr)
                return false;
        }
        return true;
    };
    const auto ask = [&rows](qint64 first, qint64 end) {
        std::vector<qint64> records;
        for (qint64 record = first; record < end; ++record)
            records.push_back(record);
        rows.want(records);
    };
    ask(0, 40);
    QTRY_VERIFY(all(0, 40)); // 40 million characters
    ask(1, 41); // scrolled by one
    QTRY_VERIFY(all(1, 41));
    ask(41, 50);
    QTRY_VERIFY(all(41, 50));
    QVERIFY(rows.find(1) == nullptr);
}

void TestUiFileStates::errorInAFileThatIsThereIsNamed()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    const Error error {
        .kind = Error::Kind::BadInput, .sentence = u"Row 9 is odd."_s, .detail = {}, .retryAfter = {}
    };
    Q_EMIT stage.file.rows().failed(error);
    QTRY_COMPARE(stage.file.snapshot().state, FileDesk::State::Unreadable);
    QVERIFY2(stage.window.notice(u"unreadable"_s).contains(error.sentence),
             qPrintable(stage.window.notice(u"unreadable"_s)));
    stage.window.click(u"notice.unreadable.again"_s);
    QTRY_VERIFY(stage.page.primaryEnabled());
}

void TestUiFileStates::failedCopyLeavesTheFileOpen()
{
    FileStage stage;
    putAFileWhereDraftsBelong(stage);
    const QString path = stage.bench.write(u"fair.csv"_s, "Name,Mail\nAnna,a@example.com\n");
    stage.bench.write(u".~lock.fair.csv#"_s, ",anna,pc,22.11.2026 10:31,file:///home/anna;");
    stage.open(path);
    stage.window.click(u"notice.elsewhere.copy"_s);
    QTRY_VERIFY(!stage.window.notice(u"couldNot"_s).isEmpty());
    QVERIFY(stage.window.notice(u"unreadable"_s).isEmpty());
    QVERIFY(stage.page.primaryEnabled());
    QCOMPARE(stage.file.snapshot().path, path);
    QCOMPARE(stage.rows()->rowCount(), 2);
}

void TestUiFileStates::answerThatCannotBeKeptSaysSo()
{
    FileStage stage;
    putAFileWhereDraftsBelong(stage);
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    stage.file.note({ .settled = { u"one"_s } });
    QTRY_VERIFY2(stage.window.notice(u"couldNot"_s).contains("could not be kept"_L1),
                 qPrintable(stage.window.notice(u"couldNot"_s)));
}

void TestUiFileStates::lastAnswerIsKept()
{
    FileStage stage;
    stage.openText("Name,Mail\nAnna,a@example.com\n");
    FileNotes last;
    for (int time = 0; time < 20; ++time) {
        last.settled = { QString::number(time) };
        stage.file.note(last);
    }
    const auto &file = stage.file.snapshot();
    QTRY_COMPARE(readFileNotes(stage.bench.bench.folders.drafts(), file.path, file.look.stamp).settled,
                 last.settled);
}

void TestUiFileStates::pastedCellsAreAFile()
{
    FileStage stage;
    stage.window.enter();
    stage.file.openPasted(u"Name\tNote\nAnna\t\"two\nlines\"\nJän\tx\n"_s);
    stage.untilRead();
    QCOMPARE(stage.text(u"file.name"_s), u"Pasted cells (3 row(s))"_s);
    QCOMPARE(stage.rows()->columnCount(), 2);
    QCOMPARE(stage.rows()->row(1)->cells[1], u"two\nlines"_s);
    QCOMPARE(stage.rows()->row(2)->cells[0], u"Jän"_s);
    QVERIFY(stage.shows(u"file.headerRow"_s));
    QVERIFY(!stage.shows(u"file.delimiter"_s) && !stage.shows(u"file.encoding"_s));
    stage.window.click(u"file.more"_s);
    QVERIFY(stage.shows(u"file.skipEmpty"_s) && !stage.shows(u"file.quote"_s));
    stage.window.picture(u"file-pasted"_s);
}

void TestUiFileStates::pasteWithoutCellsSaysSo()
{
    FileStage stage;
    stage.window.enter();
    stage.file.openPasted(u" \n"_s);
    stage.untilRead();
    QVERIFY2(stage.window.notice(u"unreadable"_s).contains("no cells"_L1),
             qPrintable(stage.window.notice(u"unreadable"_s)));
}

QTEST_MAIN(TestUiFileStates)
#include "test_ui_file_states.moc"
