#include "app/draft/file_look.h"
#include "app/draft/pasted_cells.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestPastedCells : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void isCalledByItsRows();
    void sameCellsAreTheSameFile();
    void knowsItsOwnFilesOnly();
    void refusesNothing();

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

QTEST_GUILESS_MAIN(TestPastedCells)
#include "test_pasted_cells.moc"
