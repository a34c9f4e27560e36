#include "app/draft/failed_rows.h"
#include "app/draft/file_look.h"
#include "app/draft/file_trouble.h"
#include "app/draft/pasted_cells.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

constexpr auto failedBefore = "sf__Id,sf__Error,Name\n,bad,Anna\n003,,Jo\n";

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

Result<QString> failedRowsOf(const QString &path, const QString &drafts, const Dialect &dialect = {})
{
    FileFact fact; // an earlier result
    fact.column = 1;
    fact.count = 1; // and none listed: the file itself tells which
    return keepFailedRows(path, u"people"_s, dialect, fact, { u"sf__Id"_s, u"sf__Error"_s, u"Name"_s },
                          drafts, {}, {});
}

/// As if everything there had been used two months ago.
bool makeLongUnused(const QString &drafts)
{
    QDirIterator marks(drafts, { u"rowlift-kept.json"_s }, QDir::Files, QDirIterator::Subdirectories);
    int made = 0;
    for (; marks.hasNext(); ++made) {
        QFile mark(marks.next());
        if (!mark.open(QIODevice::ReadWrite)
            || !mark.setFileTime(QDateTime::currentDateTimeUtc().addDays(-62),
                                 QFileDevice::FileModificationTime))
            return false;
    }
    return made > 0;
}

} // namespace

class TestPastedCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void isCalledByItsRows();
    void sameCellsAreTheSameFile();
    void knowsItsOwnFilesOnly();
    void refusesNothing();
    void copyStaysWhileItsFileDoes();
    void failedRowsStayWhileTheirFileDoes();
    void whatRunsNeedIsNeverForgotten();
    void whatAnAbortLeftIsForgotten();

private:
    QTemporaryDir m_folder;
};

using Rows = QList<QStringList>;

void TestPastedCells::readsCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("plain") << u"Name\tTown\r\nAnna\tKiel\r\n"_s
                           << Rows { { u"Name"_s, u"Town"_s }, { u"Anna"_s, u"Kiel"_s } };
    QTest::newRow("no end") << u"Name\nAnna"_s << Rows { { u"Name"_s }, { u"Anna"_s } };
    QTest::newRow("commas are text") << u"Name\nBerg, Anna\nLee, Jo"_s
                                     << Rows { { u"Name"_s }, { u"Berg, Anna"_s }, { u"Lee, Jo"_s } };
    QTest::newRow("line break") << u"a\t\"one\ntwo\"\r\nb\tc"_s
                                << Rows { { u"a"_s, u"one\ntwo"_s }, { u"b"_s, u"c"_s } };
    QTest::newRow("break and quote") << u"\"say \"\"hi\"\"\nbye\"\tx"_s
                                     << Rows { { u"say \"hi\"\nbye"_s, u"x"_s } };
    QTest::newRow("inches") << u"Pipe\tSize\nSteel\t5\"\nIron\t6\" or 7\""_s
                            << Rows { { u"Pipe"_s, u"Size"_s },
                                      { u"Steel"_s, u"5\""_s },
                                      { u"Iron"_s, u"6\" or 7\""_s } };
    QTest::newRow("quoted word") << u"\"Ann\" Berg\tx\ny\tz"_s
                                 << Rows { { u"\"Ann\" Berg"_s, u"x"_s }, { u"y"_s, u"z"_s } };
    QTest::newRow("quotes of its own")
        << u"\"Ann\"\tx\ny\tz"_s << Rows { { u"\"Ann\""_s, u"x"_s }, { u"y"_s, u"z"_s } };
    QTest::newRow("never closed") << u"\"Ann\tx\ny\tz"_s
                                  << Rows { { u"\"Ann"_s, u"x"_s }, { u"y"_s, u"z"_s } };
    QTest::newRow("empty cells") << u"a\t\tc\n\t\t\nd\te\t"_s
                                 << Rows { { u"a"_s, u""_s, u"c"_s },
                                           { u""_s, u""_s, u""_s },
                                           { u"d"_s, u"e"_s, u""_s } };
    QTest::newRow("letters of all kinds")
        << u"Müller\t東京\n😀\tЖ"_s << Rows { { u"Müller"_s, u"東京"_s }, { u"😀"_s, u"Ж"_s } };
}

void TestPastedCells::readsCells()
{
    QFETCH(QString, text);
    QFETCH(Rows, rows);
    const auto path = keepPastedCells(text, m_folder.path());
    QVERIFY(path);
    const auto look = lookAtFile(*path);
    QVERIFY2(look, qPrintable(look ? QString() : look.error().sentence));
    Rows found;
    for (const TextRow &row : look->head)
        found << row.cells;
    QCOMPARE(found, rows);
    QCOMPARE(look->guess.dialect.encoding, QByteArray("UTF-8"));
}

void TestPastedCells::isCalledByItsRows()
{
    QCOMPARE(QFileInfo(*keepPastedCells(u"Name\nAnna\nJo\n"_s, m_folder.path())).completeBaseName(),
             u"Pasted cells (3 row(s))"_s); // the source's words: translations say it better
}

void TestPastedCells::sameCellsAreTheSameFile()
{
    const auto first = keepPastedCells(u"a\tb\nc\td"_s, m_folder.path());
    QVERIFY(first);
    const FileStamp stamp = FileStamp::of(*first);
    const auto again = keepPastedCells(u"a\tb\r\nc\td\r\n"_s, m_folder.path());
    const auto other = keepPastedCells(u"a\tb\nc\te"_s, m_folder.path());
    QVERIFY(again && other);
    QCOMPARE(*again, *first);
    QCOMPARE(FileStamp::of(*again), stamp);
    QVERIFY(*other != *first);
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFileInfo(*first).permissions() & others));
}

void TestPastedCells::knowsItsOwnFilesOnly()
{
    const auto path = keepPastedCells(u"a\tb"_s, m_folder.path());
    QVERIFY(path && isPastedCells(*path));
    const QString elsewhere = m_folder.filePath(QFileInfo(*path).fileName());
    QVERIFY(QFile::copy(*path, elsewhere));
    QVERIFY(!isPastedCells(elsewhere));
}

void TestPastedCells::refusesNothing()
{
    const auto path = keepPastedCells(u" \n\t "_s, m_folder.path());
    QVERIFY(!path);
    QCOMPARE(path.error().kind, Error::Kind::BadInput);
}

/// A run over the copy goes on after somebody asked for the copy once more.
void TestPastedCells::copyStaysWhileItsFileDoes()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"people.csv"_s);
    QVERIFY(write(path, failedBefore));
    const auto first = copyForReading(path, home.filePath(u"drafts"_s), {}, {});
    QVERIFY(first);
    const FileStamp stamp = FileStamp::of(*first);
    const auto again = copyForReading(path, home.filePath(u"drafts"_s), {}, {});
    QVERIFY(again);
    QCOMPARE(*again, *first);
    QCOMPARE(FileStamp::of(*again), stamp);
    QVERIFY(write(path, "Name\nAnnabella\nJo\n"));
    const auto changed = copyForReading(path, home.filePath(u"drafts"_s), {}, {});
    QVERIFY(changed && *changed != *first);
    QCOMPARE(FileStamp::of(*changed).size, FileStamp::of(path).size);
    QCOMPARE(FileStamp::of(*first), stamp);
}

void TestPastedCells::failedRowsStayWhileTheirFileDoes()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"people.csv"_s);
    const QString drafts = home.filePath(u"drafts"_s);
    QVERIFY(write(path, failedBefore));
    const auto first = failedRowsOf(path, drafts);
    QVERIFY(first);
    const FileStamp stamp = FileStamp::of(*first);
    const auto again = failedRowsOf(path, drafts);
    QVERIFY(again);
    QCOMPARE(*again, *first);
    QCOMPARE(FileStamp::of(*again), stamp);
    Dialect otherwise;
    otherwise.encoding = "windows-1252";
    QFile rows(*first);
    QVERIFY(rows.open(QIODevice::ReadOnly));
    QCOMPARE(rows.readAll(), "sf__Id,sf__Error,Name\n,bad,Anna\n"_ba);
    const auto readOtherwise = failedRowsOf(path, drafts, otherwise);
    QVERIFY(readOtherwise && *readOtherwise != *first);
    QVERIFY(write(path, QByteArray(failedBefore) + ",bad,Bo\n"));
    const auto changed = failedRowsOf(path, drafts);
    QVERIFY(changed && *changed != *first);
    QCOMPARE(FileStamp::of(*first), stamp);
    QVERIFY(FileStamp::of(*changed).size > stamp.size);
}

void TestPastedCells::whatRunsNeedIsNeverForgotten()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"people.csv"_s);
    const QString drafts = home.filePath(u"drafts"_s);
    QVERIFY(write(path, failedBefore));
    const auto pasted = keepPastedCells(u"a\tb"_s, drafts);
    const auto copy = copyForReading(path, drafts, {}, {});
    const auto failed = failedRowsOf(path, drafts);
    QVERIFY(pasted && copy && failed && makeLongUnused(drafts));
    QVERIFY(keepPastedCells(u"c\td"_s, drafts));
    QVERIFY(QFileInfo::exists(*pasted) && QFileInfo::exists(*copy) && QFileInfo::exists(*failed));
}

void TestPastedCells::whatAnAbortLeftIsForgotten()
{
    const QTemporaryDir home;
    const QString path = home.filePath(u"people.csv"_s);
    const QString drafts = home.filePath(u"drafts"_s);
    QVERIFY(write(path, failedBefore));
    std::stop_source abort;
    abort.request_stop();
    const auto copy = copyForReading(path, drafts, {}, abort.get_token());
    QVERIFY(!copy);
    const auto folders
        = [&drafts] { return QDir(drafts).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); };
    QCOMPARE(folders(), 1);
    QVERIFY(makeLongUnused(drafts));
    QVERIFY(keepPastedCells(u"c\td"_s, drafts));
    QCOMPARE(folders(), 1); // that of the cells
}

QTEST_GUILESS_MAIN(TestPastedCells)
#include "test_pasted_cells.moc"
