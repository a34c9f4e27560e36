#include "app/csv/record_parser.h"
#include "app/csv/row_reader.h"
#include "tests/support/csv_reference.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct ReadRecord {
    QList<QByteArray> cells;
    bool blank = false;
    bool unclosedQuote = false;
    bool badBytes = false;
    bool nulBytes = false;
    RowPosition next;
};

std::vector<ReadRecord> readAll(const QByteArray &bytes, const Dialect &dialect, qsizetype block,
                                RowPosition from = {})
{
    MemorySource source(bytes);
    RowReader reader(source, dialect, from, block);
    std::vector<ReadRecord> records;
    RowView row;
    for (;;) {
        const Result<bool> more = reader.next(row);
        if (!more || !*more)
            return records;
        if (row.record != from.record + static_cast<qint64>(records.size()))
            qFatal("records are not numbered one after the other");
        ReadRecord record { .cells = {},
                            .blank = row.blank,
                            .unclosedQuote = row.unclosedQuote,
                            .badBytes = row.badBytes,
                            .nulBytes = row.nulBytes,
                            .next = reader.position() };
        for (const std::string_view cell : row.cells)
            record.cells += QByteArray(cell.data(), static_cast<qsizetype>(cell.size()));
        records.push_back(record);
    }
}

/// For messages and expectations: cells in brackets, records by line.
QByteArray drawn(const std::vector<ReadRecord> &records)
{
    QByteArray text;
    for (const ReadRecord &record : records)
        text += '[' + record.cells.join("][") + "]" + (record.unclosedQuote ? "!" : "") + '|';
    return text;
}

QByteArray drawn(const std::vector<ReferenceRecord> &records)
{
    QByteArray text;
    for (const ReferenceRecord &record : records)
        text += '[' + record.cells.join("][") + "]" + (record.unclosedQuote ? "!" : "") + '|';
    return text;
}

QByteArray encoded(const QString &text, const QByteArray &encoding)
{
    return QStringEncoder(encoding.constData(), QStringConverter::Flag::Stateless).encode(text);
}

QByteArray someCsv(QRandomGenerator &random)
{
    static const QList<QByteArray> pieces = { "a",
                                              "bc",
                                              "ü",
                                              "日本",
                                              "😀",
                                              " ",
                                              ",",
                                              ",",
                                              ";",
                                              "\"",
                                              "\"",
                                              "\"\"",
                                              "\n",
                                              "\r",
                                              "\r\n",
                                              "'",
                                              "plain text that is longer than sixteen bytes",
                                              "\"quoted, with\nbreak\"",
                                              "\"say \"\"hi\"\"\"" };
    QByteArray text;
    const int count = random.bounded(1, 40);
    for (int i = 0; i < count; ++i)
        text += pieces[random.bounded(static_cast<int>(pieces.size()))];
    return text;
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsExactly_data();
    void readsExactly();
    void agreesWithTheReference();
    void survivesCutsAtEveryByte();
    void resumesAtEveryPosition_data();
    void resumesAtEveryPosition();
    void replacesWhatIsNoUtf8_data();
    void replacesWhatIsNoUtf8();
    void passesOverByteOrderMarks_data();
    void passesOverByteOrderMarks();
    void tellsBlankRowsAndNulBytes();
    void growsForRecordsLongerThanBlocks();
    void givesUpOnQuotesFarAway();
    void refusesRecordsOfMillionsOfCells();
    void readsTruncatedUnicode();
    void refusesUnknownEncodings();
};

void TestCsvReader::readsExactly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty file") << ""_ba
                                << ""_ba;
    QTest::newRow("plain") << "a,b\nc,d\n"_ba
                           << "[a][b]|[c][d]|"_ba;
    QTest::newRow("no end on the last line") << "a,b\nc,d"_ba
                                             << "[a][b]|[c][d]|"_ba;
    QTest::newRow("delimiter at the end of the file") << "a,"_ba
                                                      << "[a][]|"_ba;
    QTest::newRow("CRLF") << "a,b\r\nc,d\r\n"_ba
                          << "[a][b]|[c][d]|"_ba;
    QTest::newRow("CR") << "a,b\rc,d\r"_ba
                        << "[a][b]|[c][d]|"_ba;
    QTest::newRow("mixed ends") << "a\nb\r\nc\rd"_ba
                                << "[a]|[b]|[c]|[d]|"_ba;
    QTest::newRow("LF CR are two ends") << "a\n\rb"_ba
                                        << "[a]|[]|[b]|"_ba;
    QTest::newRow("blank lines") << "\n\na\n\n"_ba
                                 << "[]|[]|[a]|[]|"_ba;
    QTest::newRow("empty cells") << ",,\n"_ba
                                 << "[][][]|"_ba;
    QTest::newRow("ragged") << "a,b,c\nd\ne,f\n"_ba
                            << "[a][b][c]|[d]|[e][f]|"_ba;
    QTest::newRow("line break in quotes") << "\"a\r\nb\",c\n"_ba
                                          << "[a\r\nb][c]|"_ba;
    QTest::newRow("delimiter in quotes") << "\"a,b\",c\n"_ba
                                         << "[a,b][c]|"_ba;
    QTest::newRow("doubled quotes") << "\"say \"\"hi\"\"\",\"\"\"\"\n"_ba
                                    << "[say \"hi\"][\"]|"_ba;
    QTest::newRow("empty quoted") << "\"\",\"\"\n\"\""_ba
                                  << "[][]|[]|"_ba;
    QTest::newRow("quote inside a cell") << "5\" pipe,a\"b\"\n"_ba
                                         << "[5\" pipe][a\"b\"]|"_ba;
    QTest::newRow("space before a quote") << "a, \"b\"\n"_ba
                                          << "[a][ \"b\"]|"_ba;
    QTest::newRow("text behind a quote") << "\"a\"b\"c,d\n"_ba
                                         << "[ab\"c][d]|"_ba;
    QTest::newRow("two cells need copying") << "\"a\"\"\",\"b\"\"\",c\n"_ba
                                            << "[a\"][b\"][c]|"_ba;
    QTest::newRow("unclosed quote keeps rows below") << "a,\"b,c\nd,e\n"_ba
                                                     << "[a][\"b][c]!|[d][e]|"_ba;
    QTest::newRow("broken over two lines") << "\"a\nb,\"\"\n\"\"\"\"\n"_ba
                                           << "[a\nb,\"]|[\"]|"_ba;
    QTest::newRow("unclosed behind a closed one") << "\"x,y\",\"z\nq"_ba
                                                  << "[x,y][\"z]!|[q]|"_ba;
    QTest::newRow("lone quote at the end") << "a\n\""_ba
                                           << "[a]|[\"]!|"_ba;
    QTest::newRow("umlauts") << "Müller,Øster\n"_ba
                             << "[Müller][Øster]|"_ba;
    QTest::newRow("no byte order mark inside") << "a,\xEF\xBB\xBF"_ba
                                               << "[a][\xEF\xBB\xBF]|"_ba;
}

void TestCsvReader::readsExactly()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    for (const qsizetype block : { 1, 2, 3, 5, 16, 262144 })
        QCOMPARE(drawn(readAll(bytes, {}, block)), expected);
    QCOMPARE(drawn(referenceRecords(bytes, ',', '"')), expected);
}

void TestCsvReader::agreesWithTheReference()
{
    QRandomGenerator random(20260401);
    constexpr std::array<char, 3> quotes = { '"', '\'', '\0' };
    constexpr std::array<char, 3> delimiters = { ',', ';', ' ' };
    for (int round = 0; round < 6000; ++round) {
        QByteArray text = someCsv(random);
        if (round % 3 == 0 && !text.isEmpty()) { // an ASCII byte becomes another
            char &victim = text[random.bounded(static_cast<int>(text.size()))];
            if (victim > 0)
                victim = "\",\n\rx;"[random.bounded(6)];
        }
        const Dialect dialect { .delimiter = delimiters[random.bounded(3)],
                                .quote = quotes[random.bounded(3)] };
        const QByteArray expected = drawn(referenceRecords(text, dialect.delimiter.first(), dialect.quote));
        const qsizetype block = random.bounded(1, 20);
        const QByteArray actual = drawn(readAll(text, dialect, block));
        if (actual != expected)
            qWarning() << "round" << round << "block" << block << text;
        QCOMPARE(actual, expected);
        QCOMPARE(drawn(readAll(text, dialect, RowReader::blockBytes)), expected);
    }
}

void TestCsvReader::survivesCutsAtEveryByte()
{
    const QString text = u"Name,\"Note\"\r\nMüller,\"a \"\"b\"\"\nc\"\r日本,\"open\n😀,,\n"_s;
    for (const QByteArray &encoding : { "UTF-8"_ba, "UTF-16LE"_ba, "UTF-16BE"_ba, "GB18030"_ba }) {
        const QByteArray whole = encoded(text, encoding);
        const Dialect dialect { .encoding = encoding };
        const std::size_t most
            = readAll(whole, dialect, 4).size() + 1; // a closing quote may have been cut off
        for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
            const auto records = readAll(whole.first(cut), dialect, 4);
            QVERIFY(records.size() <= most);
            QVERIFY(records.empty() == (cut == 0));
            if (!records.empty())
                QCOMPARE(records.back().next.offset, cut);
        }
    }
}

void TestCsvReader::resumesAtEveryPosition_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    const QString western
        = u"Name;Ort\r\n\"Müller; A\";\"Köln\r\nDeutz\"\r\n\r\nØster;\"say \"\"é\"\"\"\n\"x;ß"_s;
    const QString wide = u"名前;メモ\r\n\"山田;太郎\";\"表\n十ソ\"\rБорис;x\n"_s;
    const QString wider = u"名前;😀\n\"😀\";\"a\nb😀\"\r\n😀😀;x\n"_s;
    QTest::newRow("UTF-8") << "UTF-8"_ba << western + wider;
    QTest::newRow("windows-1252") << "windows-1252"_ba << western + u"€;„\n"_s;
    QTest::newRow("ISO-8859-15") << "ISO-8859-15"_ba << western + u"€\n"_s;
    QTest::newRow("UTF-16LE") << "UTF-16LE"_ba << western + wider;
    QTest::newRow("UTF-16BE") << "UTF-16BE"_ba << wider + western;
    QTest::newRow("UTF-32LE") << "UTF-32LE"_ba << wider + western;
    QTest::newRow("Shift_JIS") << "Shift_JIS"_ba << wide;
    QTest::newRow("GB18030") << "GB18030"_ba << wider + wide + western;
    QTest::newRow("EUC-KR") << "EUC-KR"_ba << u"이름;메모\r\n\"김;철수\";\"a\n나\"\n"_s;
}

void TestCsvReader::resumesAtEveryPosition()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    const QByteArray bytes = encoded(text, encoding);
    const Dialect dialect { .delimiter = ';', .encoding = encoding };
    const auto whole = readAll(bytes, dialect, RowReader::blockBytes);
    QCOMPARE(drawn(whole), drawn(referenceRecords(text.toUtf8(), ';', '"')));
    for (const qsizetype block : { 1, 3, 8, 262144 }) {
        const auto again = readAll(bytes, dialect, block);
        QCOMPARE(drawn(again), drawn(whole));
        for (std::size_t i = 0; i < again.size(); ++i) {
            QCOMPARE(again[i].next.offset, whole[i].next.offset);
            QCOMPARE(again[i].next.record, static_cast<qint64>(i) + 1);
            const auto rest = readAll(bytes, dialect, block, again[i].next);
            QCOMPARE(drawn(rest),
                     drawn(std::vector(whole.begin() + static_cast<qptrdiff>(i) + 1, whole.end())));
        }
    }
    QCOMPARE(whole.back().next.offset, bytes.size());
}

void TestCsvReader::replacesWhatIsNoUtf8_data()
{
    // Source of the expectations: The Unicode Standard, tables 3-8 to 3-11.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray r = "\xEF\xBF\xBD";
    QTest::newRow("windows-1252 umlaut") << "M\xFCller"_ba
                                         << "M" + r + "ller";
    QTest::newRow("overlong") << "\xC0\xAF"_ba << r + r;
    QTest::newRow("surrogate") << "\xED\xA0\x80"_ba << r + r + r;
    QTest::newRow("above the last") << "\xF4\x91\x92\x93"_ba << r + r + r + r;
    QTest::newRow("cut in the middle") << "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"_ba << r + r + r + r + "A";
    QTest::newRow("cut by a delimiter") << "\xE2\x82,x"_ba << r + "][x";
    QTest::newRow("cut by the end") << "a\xC3"_ba
                                    << "a" + r;
    QTest::newRow("in unescaped quotes") << "\"\"\"\xFF\",\"\xFE\""_ba
                                         << "\"" + r + "][" + r;
}

void TestCsvReader::replacesWhatIsNoUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    for (const qsizetype block : { 1, 2, 64 }) {
        const auto records = readAll("ok\n" + bytes + "\nok\n", {}, block);
        QCOMPARE(drawn(records), "[ok]|[" + expected + "]|[ok]|");
        QVERIFY(!records[0].badBytes && records[1].badBytes && !records[2].badBytes);
    }
}

void TestCsvReader::passesOverByteOrderMarks_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *name : { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030" })
        QTest::newRow(name) << QByteArray(name);
}

void TestCsvReader::passesOverByteOrderMarks()
{
    QFETCH(QByteArray, encoding);
    const QByteArray mark = encoded(u"\uFEFF"_s, encoding);
    const Dialect dialect { .encoding = encoding, .bom = true };
    for (const qsizetype block : { 1, 64 }) {
        const auto records = readAll(mark + encoded(u"\"Größe\",b\nc\n"_s, encoding), dialect, block);
        QCOMPARE(drawn(records), "[Größe][b]|[c]|"_ba);
        QCOMPARE(records[0].next.offset, mark.size() + encoded(u"\"Größe\",b\n"_s, encoding).size());
        QVERIFY(readAll(mark, dialect, block).empty());
    }
}

void TestCsvReader::tellsBlankRowsAndNulBytes()
{
    const auto records = readAll(",,\n\"\"\n a\n", {}, 4);
    QVERIFY(records[0].blank && records[1].blank && !records[2].blank);
    const auto withNul = readAll(QByteArray("a,b\n,b\0c\nx\n", 11), {}, 4);
    QCOMPARE(withNul[1].cells[1], QByteArray("b\0c", 3));
    QVERIFY(!withNul[0].nulBytes && withNul[1].nulBytes && !withNul[2].nulBytes);
}

void TestCsvReader::growsForRecordsLongerThanBlocks()
{
    const QByteArray huge(3 * RowReader::blockBytes, 'x');
    const QByteArray quoted = QByteArray(RowReader::blockBytes, 'y') + "\n\"\"" + huge;
    const auto records = readAll("a," + huge + "\n\"" + quoted + "\",b\nlast", {}, RowReader::blockBytes);
    QCOMPARE(records.size(), std::size_t(3));
    QVERIFY(records[0].cells[1] == huge);
    QVERIFY(records[1].cells[0] == QByteArray(quoted).replace("\"\"", "\""));
    QCOMPARE(records[1].cells[1], "b"_ba);
    QCOMPARE(records[2].cells[0], "last"_ba);
}

/// A file without line ends must not become a row of hundreds of millions of cells in memory.
void TestCsvReader::refusesRecordsOfMillionsOfCells()
{
    MemorySource source("a,"_ba.repeated(4'000'000));
    RowReader reader(source, Dialect());
    RowView row;
    const auto more = reader.next(row);
    QVERIFY(!more);
    QCOMPARE(more.error().kind, Error::Kind::BadInput);
}

void TestCsvReader::givesUpOnQuotesFarAway()
{
    constexpr std::size_t limit = 8;
    const auto columns = [](const QByteArray &text, qsizetype seen) {
        RecordParser parser({}, limit);
        const bool complete = parser.parse(text.constData(), text.constData() + seen, seen == text.size());
        return complete ? static_cast<int>(parser.cellCount()) : -1;
    };
    QCOMPARE(columns("\"a,b\n56\",x\n", 12), 2); // closed just within
    QCOMPARE(columns("\"a,b\n567\",x\n", 13), 2); // one byte too far: quotes are text
    QCOMPARE(columns("\"a,b\n567\",x\n", 11), -1); // the line may go on
}

void TestCsvReader::readsTruncatedUnicode()
{
    const auto lone = readAll(QByteArray("a\0\x3D\xD8,\0b\0", 8), { .encoding = "UTF-16LE" }, 3);
    QCOMPARE(drawn(lone), "[a\xEF\xBF\xBD][b]|"_ba);
    QVERIFY(lone[0].badBytes);
    const auto odd = readAll(QByteArray("a\0b", 3), { .encoding = "UTF-16LE" }, 1);
    QCOMPARE(drawn(odd), "[a\xEF\xBF\xBD]|"_ba);
    QCOMPARE(odd[0].next.offset, 3);
}

void TestCsvReader::refusesUnknownEncodings()
{
    MemorySource source("a");
    RowReader reader(source, { .encoding = "no-such-set" });
    RowView row;
    const Result<bool> more = reader.next(row);
    QVERIFY(!more);
    QCOMPARE(more.error().kind, Error::Kind::BadInput);
    QVERIFY(more.error().sentence.contains(u"no-such-set"_s));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvReader)
#include "test_csv_reader.moc"
