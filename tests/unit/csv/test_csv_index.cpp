#include "app/csv/csv_writer.h"
#include "app/csv/record_index.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <xxhash.h>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

Result<RecordIndex> indexOf(const QByteArray &bytes, const Dialect &dialect = {})
{
    MemorySource source(bytes);
    return indexRecords(source, dialect, Progress(), {}, {});
}

QString kindName(FileProblem::Kind kind)
{
    switch (kind) {
    case FileProblem::Kind::RaggedRow:
        return u"ragged"_s;
    case FileProblem::Kind::UnclosedQuote:
        return u"unclosed"_s;
    case FileProblem::Kind::StrayQuote:
        return u"stray"_s;
    case FileProblem::Kind::UndecodableBytes:
        return u"undecodable"_s;
    case FileProblem::Kind::NulBytes:
        return u"nul"_s;
    case FileProblem::Kind::DuplicateHeader:
        return u"duplicate"_s;
    case FileProblem::Kind::EmptyHeader:
        return u"empty"_s;
    }
    return {};
}

/// "ragged 3/-1/2": kind, record, column, cells.
QString drawnProblems(const RecordIndex &index)
{
    QStringList problems;
    for (const FileProblem &problem : index.problems)
        problems += u"%1 %2/%3/%4"_s.arg(kindName(problem.kind))
                        .arg(problem.record)
                        .arg(problem.column)
                        .arg(problem.cells);
    return problems.join(u", "_s);
}

/// As RecordIndex::contentHash says.
quint64 hashOfPieces(const QByteArray &bytes)
{
    constexpr qsizetype piece = qsizetype(4) * 1024 * 1024;
    std::vector<quint64> hashes;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray part = bytes.mid(at, piece);
        hashes.push_back(XXH3_64bits(part.constData(), static_cast<std::size_t>(part.size())));
    }
    return XXH3_64bits(hashes.data(), hashes.size() * sizeof(quint64));
}

/// A table in which each cell is like no other.
QString distinctTable(int rows)
{
    QString text = u"Name;Größe;Notiz\n"_s;
    for (int row = 1; row <= rows; ++row)
        text += u"ä%1;€%1;\"a%1\nb; ß\"\n"_s.arg(row);
    return text;
}

} // namespace

class TestCsvIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsProblems_data();
    void findsProblems();
    void countsRows_data();
    void countsRows();
    void listsAThousandProblemsOfAKindButCountsAll();
    void cutsLongCellsBetweenCharacters();
    void stopsOnceThereIsEnoughText();
    void readsTheSameRowsFromEveryMark_data();
    void readsTheSameRowsFromEveryMark();
    void hashesTheBytesOfTheFile_data();
    void hashesTheBytesOfTheFile();
    void tellsProgressAndSnapshots();
    void stopsAtOnce();
    void namesColumns_data();
    void namesColumns();
    void lettersColumns();
    void opensFiles();
    void saysWhyAFileCannotBeOpened();
    void failsWhenTheFileGetsShorter();
};

void TestCsvIndex::findsProblems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << "a,b\n1,2\n"_ba << u""_s;
    QTest::newRow("too few cells") << "a,b,c\n1,2,3\n1,2\n"_ba << u"ragged 2/-1/2"_s;
    QTest::newRow("too many cells") << "a,b\n1,2,3\n"_ba << u"ragged 1/-1/3"_s;
    QTest::newRow("only empty ones too many") << "a,b\n1,2,,\n"_ba << u""_s;
    QTest::newRow("blank rows") << "a,b\n\n,,,\n1,2\n"_ba << u""_s;
    QTest::newRow("header with an empty end")
        << "a,b,,\n1,2\n1\n"_ba << u"empty 0/2/0, empty 0/3/0, ragged 2/-1/1"_s;
    QTest::newRow("unclosed quote") << "a,b\n1,\"2\n3,4\n"_ba << u"unclosed 1/1/0"_s;
    QTest::newRow("undecodable bytes") << "a,b\n1,\xFF\n"_ba << u"undecodable 1/1/0"_s;
    QTest::newRow("NUL bytes") << QByteArray("a,b\n1,\0\n2,3\n", 12) << u"nul 1/1/0"_s;
    QTest::newRow("header names") << "a,,b,a, b \n1,2,3,4,5\n"_ba
                                  << u"empty 0/1/0, duplicate 0/3/0, duplicate 0/4/0"_s;
}

void TestCsvIndex::findsProblems()
{
    QFETCH(QByteArray, bytes);
    const Result<RecordIndex> index = indexOf(bytes);
    QVERIFY(index);
    QTEST(drawnProblems(*index), "expected");
    qint64 counted = 0;
    for (const auto &[kind, count] : index->problemCounts)
        counted += count;
    QCOMPARE(counted, static_cast<qint64>(index->problems.size()));
}

void TestCsvIndex::countsRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("header");
    QTest::addColumn<qint64>("records");
    QTest::addColumn<qint64>("dataRows");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const char *bytes, qint64 header, qint64 records, qint64 dataRows,
                        const QStringList &names) {
        QTest::newRow(name) << QByteArray(bytes) << header << records << dataRows << names;
    };
    row("plain", "a,b\n1,2\n3,4\n", 0, 3, 2, { u"a"_s, u"b"_s });
    row("titles and blank rows", "Title\n\na,b\n1,2\n,\n\n3,4", 2, 7, 2, { u"a"_s, u"b"_s });
    row("no header", "1,2\n3,4\n", -1, 2, 2, { u"Column A"_s, u"Column B"_s });
    row("header only", "a,b\n", 0, 1, 0, { u"a"_s, u"b"_s });
    row("empty", "", 0, 0, 0, {});
    row("header behind the end", "a\n", 7, 1, 0, {});
}

void TestCsvIndex::countsRows()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, header);
    const Result<RecordIndex> index = indexOf(bytes, { .headerRecord = header });
    QVERIFY(index);
    QTEST(index->records, "records");
    QTEST(index->dataRows, "dataRows");
    QTEST(index->header, "names");
    QCOMPARE(index->bytes, bytes.size());
}

void TestCsvIndex::listsAThousandProblemsOfAKindButCountsAll()
{
    using Kind = FileProblem::Kind;
    // many ragged rows, in several parts of the file, and few of another kind behind them
    QByteArray bytes = "a,b\n";
    const QByteArray filler(20'000, 'x');
    for (int i = 0; i < 1500; ++i)
        bytes += i % 2 == 0 ? "1\n" : filler + '\n';
    bytes += "1,\xFF\n2,2\n3,\"open\n";
    const Result<RecordIndex> index = indexOf(bytes);
    QVERIFY(index);
    QCOMPARE(index->problems.size(), std::size_t(1002));
    QCOMPARE(index->problems[999].record, 1000);
    QCOMPARE(index->problems[1000].kind, Kind::UndecodableBytes);
    QCOMPARE(index->problems[1000].record, 1501);
    QCOMPARE(index->problems[1001].kind, Kind::UnclosedQuote);
    QCOMPARE(index->problems[1001].record, 1503);
    QCOMPARE(index->problemCounts.at(Kind::RaggedRow), 1500);
    QCOMPARE(index->problemCounts.at(Kind::UndecodableBytes), 1);
    QCOMPARE(index->problemCounts.at(Kind::UnclosedQuote), 1);
}

void TestCsvIndex::cutsLongCellsBetweenCharacters()
{
    const QByteArray letters = QByteArray("ä").repeated(1 << 20);
    MemorySource source("a,b,c\n1,x" + letters + ",2\n");
    const auto rows = readRows(source, {}, {}, 1, 1);
    QVERIFY(rows && rows->size() == 1);
    const TextRow &row = rows->front();
    QCOMPARE(row.cut, (std::vector<CutCell> { { .column = 1, .bytes = letters.size() + 1 } }));
    QCOMPARE(row.cells[1], QString(u'x' + QString((1 << 19) - 1, u'ä')));
    QCOMPARE(row.cells[0] + row.cells[2], u"12"_s);
}

void TestCsvIndex::stopsOnceThereIsEnoughText()
{
    const QByteArray line = QByteArray(1000, 'x') + '\n';
    MemorySource source("title\n" + line.repeated(50));
    const Dialect dialect { .headerRecord = 1 };
    QCOMPARE(readRows(source, dialect, {}, 0, 100, { .bytes = 5000 })->size(), std::size_t(6));
    QCOMPARE(readRows(source, dialect, {}, 0, 100, { .bytes = 1 })->size(), std::size_t(3)); // a row of data
}

void TestCsvIndex::readsTheSameRowsFromEveryMark_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "GB18030" })
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestCsvIndex::readsTheSameRowsFromEveryMark()
{
    QFETCH(QByteArray, encoding);
    constexpr int rows = 30000;
    const QByteArray bytes
        = QStringEncoder(encoding.constData(), QStringConverter::Flag::Stateless).encode(distinctTable(rows));
    const Dialect dialect { .delimiter = ';', .encoding = encoding };
    const Result<RecordIndex> index = indexOf(bytes, dialect);
    QVERIFY(index);
    QCOMPARE(index->dataRows, rows);
    QVERIFY(index->problems.empty());
    const auto expectedMarks = static_cast<std::size_t>(bytes.size() / (64 * 1024));
    QVERIFY(index->marks.size() >= expectedMarks - expectedMarks / 100 - 1
            && index->marks.size() <= expectedMarks + 1);
    QCOMPARE(index->marks.front(), (RowPosition {}));

    MemorySource source(bytes);
    for (std::size_t i = 1; i < index->marks.size(); ++i) {
        const qint64 first = index->marks[i].record - 1; // one before, one at the mark
        const auto read = readRows(source, dialect, index->marks, first, 2);
        QVERIFY(read && read->size() == 2);
        for (const TextRow &row : *read) {
            QCOMPARE(row.cells.value(0), u"ä%1"_s.arg(row.record));
            QCOMPARE(row.cells.value(2), u"a%1\nb; ß"_s.arg(row.record));
        }
        QCOMPARE(read->front().record, first);
    }
    const auto end = readRows(source, dialect, index->marks, rows - 1, 100);
    QCOMPARE(end->size(), std::size_t(2));
    QVERIFY(readRows(source, dialect, index->marks, rows + 1, 100)->empty());
}

void TestCsvIndex::hashesTheBytesOfTheFile_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : { "UTF-8", "windows-1252", "UTF-16LE", "Shift_JIS" })
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestCsvIndex::hashesTheBytesOfTheFile()
{
    QFETCH(QByteArray, encoding);
    const QByteArray bytes = distinctTable(20000).toUtf8();
    const Result<RecordIndex> index = indexOf(bytes, { .delimiter = ';', .encoding = encoding });
    QVERIFY(index);
    QCOMPARE(index->contentHash, hashOfPieces(bytes));
}

void TestCsvIndex::tellsProgressAndSnapshots()
{
    const QByteArray bytes = distinctTable(400000).toUtf8();
    MemorySource source(bytes);
    qint64 told = 0;
    std::vector<RecordIndex> snapshots;
    const Progress progress([&](qint64 done, qint64 total) {
        QVERIFY(done > told && total == bytes.size());
        told = done;
    });
    const auto index = indexRecords(source, { .delimiter = ';' }, progress,
                                    [&](const RecordIndex &snapshot) { snapshots.push_back(snapshot); }, {});
    QVERIFY(index);
    QCOMPARE(told, bytes.size());
    QVERIFY(!snapshots.empty()); // the first comes at once
    QCOMPARE(snapshots.front().header.size(), 3);
    QVERIFY(snapshots.front().records > 0 && snapshots.front().records < index->records);
    QVERIFY(snapshots.front().marks.size() > 1 && snapshots.front().marks.size() < index->marks.size());
}

void TestCsvIndex::stopsAtOnce()
{
    const QByteArray bytes = distinctTable(400000).toUtf8();
    MemorySource source(bytes);
    std::stop_source stop;
    qint64 told = 0;
    const Progress progress([&](qint64 done, qint64) {
        told = done;
        stop.request_stop();
    });
    const auto index = indexRecords(source, { .delimiter = ';' }, progress, {}, stop.get_token());
    QVERIFY(!index && index.error().cancelled());
    QVERIFY(told > 0 && told < bytes.size());
}

void TestCsvIndex::namesColumns_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("as they are") << QStringList { u" Name "_s, u"Mail"_s } << 2
                                 << QStringList { u"Name"_s, u"Mail"_s };
    QTest::newRow("twice") << QStringList { u"Phone"_s, u"Phone"_s, u"Phone"_s } << 3
                           << QStringList { u"Phone"_s, u"Phone (2)"_s, u"Phone (3)"_s };
    QTest::newRow("a name that is taken") << QStringList { u"Phone"_s, u"Phone"_s, u"Phone (2)"_s } << 3
                                          << QStringList { u"Phone"_s, u"Phone (3)"_s, u"Phone (2)"_s };
    QTest::newRow("empty") << QStringList { u"a"_s, u" "_s } << 3
                           << QStringList { u"a"_s, u"Column B"_s, u"Column C"_s };
    QTest::newRow("empty, its name taken")
        << QStringList { u""_s, u"Column A"_s } << 2 << QStringList { u"Column A (2)"_s, u"Column A"_s };
    QTest::newRow("fewer than the header") << QStringList { u"a"_s, u"b"_s } << 1 << QStringList { u"a"_s };
}

void TestCsvIndex::namesColumns()
{
    QFETCH(QStringList, header);
    QFETCH(int, columns);
    QTEST(columnNames(header, columns), "expected");
    const QStringList names = columnNames(QStringList(100'000, u"a"_s), 100'000); // soon, too
    QCOMPARE(names.back(), u"a (100000)"_s);
}

void TestCsvIndex::lettersColumns()
{
    QCOMPARE(columnLetters(0), u"A"_s);
    QCOMPARE(columnLetters(25), u"Z"_s);
    QCOMPARE(columnLetters(26), u"AA"_s);
    QCOMPARE(columnLetters(701), u"ZZ"_s);
    QCOMPARE(columnLetters(702), u"AAA"_s);
}

void TestCsvIndex::opensFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"leads.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a,b\n1,2\n");
    file.close();
    const auto source = FileSource::open(path);
    QVERIFY(source);
    const auto index = indexRecords(**source, {}, Progress(), {}, {});
    QVERIFY(index);
    QCOMPARE(index->dataRows, 1);
    QCOMPARE(FileStamp::of(path).size, 8);
    QCOMPARE(FileStamp::of(path), FileStamp::of(path));
    QVERIFY(file.open(QIODevice::Append));
    file.write("x");
    file.close();
    QCOMPARE(FileStamp::of(path).size, 9);
}

void TestCsvIndex::saysWhyAFileCannotBeOpened()
{
    QTemporaryDir folder;
    const auto sentence = [](const QString &path) {
        const auto source = FileSource::open(path);
        return source ? QString() : source.error().sentence;
    };
    const QString missing = folder.filePath(u"missing.csv"_s);
    QVERIFY(sentence(missing).contains(u"There is no file"_s)
            && sentence(missing).contains(u"missing.csv"_s));
    QVERIFY(sentence(folder.path()).contains(u"is a folder"_s));
    QVERIFY(sentence({}).contains(u"There is no file"_s));

    const QString locked = folder.filePath(u"locked.csv"_s);
    QFile file(locked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.setPermissions({});
#ifdef Q_OS_UNIX
    if (geteuid() == 0)
        QSKIP("The administrator may read every file.");
#endif
    QVERIFY(sentence(locked).contains(u"may not be read"_s) && sentence(locked).contains(u"locked.csv"_s));
}

void TestCsvIndex::failsWhenTheFileGetsShorter()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"leads.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(distinctTable(30000).toUtf8());
    file.flush();
    const auto source = FileSource::open(path);
    QVERIFY(source);
    QVERIFY(file.resize(RowReader::blockBytes / 2));
    const auto index = indexRecords(**source, { .delimiter = ';' }, Progress(), {}, {});
    QVERIFY(!index);
    QCOMPARE(index.error().kind, Error::Kind::BadInput);
    QVERIFY(index.error().sentence.contains(u"leads.csv"_s));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvIndex)
#include "test_csv_index.moc"
