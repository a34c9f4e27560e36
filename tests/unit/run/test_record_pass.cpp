#include "app/check/check.h"
#include "app/draft/rows.h"
#include "app/run/part_planner.h"
#include "app/run/written_parts.h"
#include "tests/unit/run/toy_service.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// The pass that makes records: the same bytes for any number of threads, those that a person was shown, and
/// the same parts for plan and run.
class TestRecordPass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void blocksMakeNoDifference_data();
    void blocksMakeNoDifference();
    void goesOnWhereARowBegins();
    void passesOverLeftOutRows_data();
    void passesOverLeftOutRows();
    void leavesOutWhatCheckFinds();
    void fixedValuesMakeLargeRecords();
    void anErrorOfTheTakerEndsIt();
    void writesThePartsOfARun();
    void partsAreNeverOver();
    void leavesNothingWhenStopped();
    void leavesNothingOfAChangedFile();
    void neverWritesOverTheSource();

private:
    Draft draftOf(const QByteArray &bytes);
    static QByteArray joined(const Draft &draft, const Schema &schema, RecordPassOptions options,
                             RowPosition from = {}, std::vector<qint64> *records = nullptr);
    static QByteArray oneByOne(const Draft &draft, const Schema &schema, qint64 from = 0);
    static std::unique_ptr<RecordPass> passOf(const Draft &draft, const Schema &schema,
                                              RecordPassOptions options = {});
    Schema schema() const;
    QString folder() const { return m_folder->filePath(u"plan"_s); }
    static QByteArray contents(const QString &path);

    testing::ToyService m_service { 1000 };
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray messy(int rows)
{
    QByteArray bytes = "Name,Note,Number\n";
    for (int row = 1; row <= rows; ++row) {
        const QByteArray number = QByteArray::number(row);
        bytes += "name-" + number;
        if (row % 7 == 0)
            bytes += ",\"two\r\nlines, \"\"" + number + "\"\"\"," + number;
        else if (row % 11 == 0)
            bytes += ",a \"loose\" quote," + number + ",one too many";
        else if (row % 13 == 0)
            bytes += ",short";
        else
            bytes += ",plain," + number;
        bytes += row % 17 == 0 ? "\r\n\n" : "\n";
    }
    return bytes;
}

} // namespace

void TestRecordPass::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

Schema TestRecordPass::schema() const
{
    Schema schema;
    for (const auto *name : { "Name", "Note" }) {
        Field field;
        field.name = field.label = QLatin1StringView(name);
        field.creatable = true;
        field.length = 40;
        schema.fields.push_back(field);
    }
    return schema;
}

QByteArray TestRecordPass::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Draft TestRecordPass::draftOf(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"source.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write the source");
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect.headerRecord = 0;
    draft.header = { u"Name"_s, u"Note"_s, u"Number"_s };
    for (const auto *field : { "Name", "Note", "" }) {
        ColumnMapping column;
        column.field = QLatin1StringView(field);
        draft.mapping.columns.push_back(column);
    }
    std::swap(draft.mapping.columns[0].field, draft.mapping.columns[1].field);
    return draft;
}

std::unique_ptr<RecordPass> TestRecordPass::passOf(const Draft &draft, const Schema &schema,
                                                   RecordPassOptions options)
{
    const testing::ToyService service(1000);
    return std::make_unique<RecordPass>(
        draft, schema, service.makeEncoder(service.jobKinds().front(), {}, { u"Note"_s, u"Name"_s }, schema),
        options);
}

QByteArray TestRecordPass::joined(const Draft &draft, const Schema &schema, RecordPassOptions options,
                                  RowPosition from, std::vector<qint64> *records)
{
    QByteArray bytes;
    const auto end = passOf(draft, schema, options)
                         ->run(from,
                               [&](const EncodedRows &rows) -> Done {
                                   const std::string_view text = rows.bytes(rows.size());
                                   bytes.append(text.data(), static_cast<qsizetype>(text.size()));
                                   for (std::size_t row = 0; records && row < rows.size(); ++row)
                                       records->push_back(rows.record(row));
                                   return {};
                               },
                               {});
    return end ? bytes : "error: " + end.error().sentence.toUtf8();
}

/// As a preview would: each row read, built and written by itself.
QByteArray TestRecordPass::oneByOne(const Draft &draft, const Schema &schema, qint64 from)
{
    auto rows = Rows::open(draft);
    RecordBuilder builder(draft.mapping, schema, draft.target);
    QByteArray bytes;
    RowView row;
    while (*rows->next(row)) {
        if (row.record >= from)
            appendRecord(bytes, builder.build(row.cells).values);
    }
    return bytes;
}

void TestRecordPass::blocksMakeNoDifference_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Dialect>("dialect");
    const Dialect plain { .headerRecord = 0 };
    const auto with = [&plain](auto change) {
        Dialect dialect = plain;
        change(dialect);
        return dialect;
    };
    const QByteArray rows = messy(300);
    QTest::newRow("messy") << rows << plain;
    QTest::newRow("byte order mark, no header")
        << "\xEF\xBB\xBF" + rows << with([](Dialect &d) { d.headerRecord = -1; });
    QTest::newRow("titles") << "Fair\n\n\"of\n2026\"\n" + rows
                            << with([](Dialect &d) { d.headerRecord = 3; });
    QTest::newRow("windows-1252") << QByteArray(rows).replace("plain", "caf\xE9 \x80\x81")
                                  << with([](Dialect &d) { d.encoding = "windows-1252"; });
    QTest::newRow("bytes that are no characters") << QByteArray(rows).replace("plain", "caf\xE9") << plain;
    QTest::newRow("comments") << QByteArray(rows).replace("name-1", "#name-1")
                              << with([](Dialect &d) { d.comment = "#"; });
    QTest::newRow("blank rows are rows") << rows << with([](Dialect &d) { d.skipEmpty = false; });
    QTest::newRow("the table ends") << rows
                                    << with([&rows](Dialect &d) { d.dataEnd = rows.indexOf("name-200"); });
    QTest::newRow("the last row is chosen") << rows << with([](Dialect &d) { d.lastRecord = 111; });
    QTest::newRow("words for blank") << rows << with([](Dialect &d) { d.blankWords = { "plain" }; });
    QTest::newRow("semicolons") << QByteArray(rows).replace(',', ';')
                                << with([](Dialect &d) { d.delimiter = ';'; });
    QTest::newRow("UTF-16") << QByteArray(QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(rows)))
                            << with([](Dialect &d) { d.encoding = "UTF-16LE"; });
    QTest::newRow("no rows") << QByteArray("Name,Note,Number\n") << plain;
}

void TestRecordPass::blocksMakeNoDifference()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Dialect, dialect);
    Draft draft = draftOf(bytes);
    draft.dialect = dialect;
    const QByteArray expected = oneByOne(draft, schema());
    QVERIFY(bytes.size() < 100 || expected.count("name-") > 50);
    for (const qint64 blockBytes : { 0, 1, 10, 64, 333, 5000 })
        QCOMPARE(joined(draft, schema(), { .blockBytes = blockBytes }), expected);
}

void TestRecordPass::goesOnWhereARowBegins()
{
    const Draft draft = draftOf(messy(100));
    std::vector<RowPosition> positions;
    std::vector<qint64> records;
    const auto end = passOf(draft, schema(), { .blockBytes = 200 })
                         ->run({},
                               [&](const EncodedRows &rows) -> Done {
                                   for (std::size_t row = 0; row < rows.size(); ++row) {
                                       positions.push_back(rows.position(row));
                                       records.push_back(rows.record(row));
                                   }
                                   return {};
                               },
                               {});
    QVERIFY(end);
    QCOMPARE(end->offset, draft.stamp.size);
    QCOMPARE(positions.size(), 100U);
    for (std::size_t row = 0; row < positions.size(); ++row) {
        QCOMPARE(positions[row].record, records[row]);
        QCOMPARE(joined(draft, schema(), { .blockBytes = 300 }, positions[row]),
                 oneByOne(draft, schema(), records[row]));
    }
    QCOMPARE(joined(draft, schema(), {}, *end), QByteArray());
}

void TestRecordPass::passesOverLeftOutRows_data()
{
    QTest::addColumn<std::vector<qint64>>("leftOut");
    QTest::newRow("single ones") << std::vector<qint64> { 1, 17, 18, 60, 101 };
    QTest::newRow("rows that are none") << std::vector<qint64> { 0, 19, 20, 5000 };
    QTest::newRow("nearly all") << [] {
        std::vector<qint64> most;
        for (qint64 record = 0; record < 95; ++record)
            most.push_back(record);
        return most;
    }();
}

void TestRecordPass::passesOverLeftOutRows()
{
    QFETCH(std::vector<qint64>, leftOut);
    Draft draft = draftOf(messy(100));
    std::vector<qint64> expected;
    joined(draft, schema(), {}, {}, &expected);
    QCOMPARE(expected.size(), 100U);
    std::erase_if(expected, [&](qint64 record) { return std::ranges::binary_search(leftOut, record); });
    draft.leftOut = leftOut;
    std::vector<qint64> records;
    const QByteArray bytes = joined(draft, schema(), { .blockBytes = 100 }, {}, &records);
    QCOMPARE(records, expected);
    QCOMPARE(bytes.count("name-"), static_cast<qsizetype>(expected.size()));
    const auto pass = passOf(draft, schema());
    QVERIFY(pass->run({}, [](const EncodedRows &) { return Done {}; }, {}));
    QCOMPARE(pass->seen().rows, 100);
    QCOMPARE(pass->seen().leftOut, 100 - static_cast<qint64>(expected.size()));
}

void TestRecordPass::leavesOutWhatCheckFinds()
{
    const Draft draft = draftOf(messy(500));
    Schema strict = schema();
    strict.fields[1].length = 7; // "name-100" is too long
    strict.fields[0].required = true; // none is empty
    const auto check = checkRows(draft, strict, {}, {});
    QVERIFY(check);
    QCOMPARE(check->problemRecords.size(), 401U);
    Draft without = draft;
    without.leftOut = check->problemRecords;
    std::vector<qint64> expected;
    std::vector<qint64> records;
    const QByteArray bytes = joined(without, strict, {}, {}, &expected);
    QCOMPARE(joined(draft, strict, { .leaveOutProblems = true, .blockBytes = 700 }, {}, &records), bytes);
    QCOMPARE(records, expected);
}

void TestRecordPass::fixedValuesMakeLargeRecords()
{
    Draft draft = draftOf("Name,Note,Number\n" + QByteArray("a,b,c\n").repeated(50'000));
    draft.mapping.columns[1].field.clear();
    draft.mapping.extras.push_back({ .field = u"Name"_s, .text = QString(200, u'x') });
    std::size_t largest = 0;
    std::size_t all = 0;
    const auto end = passOf(draft, schema())
                         ->run({},
                               [&](const EncodedRows &rows) -> Done {
                                   largest = std::max(largest, rows.bytes(rows.size()).size());
                                   all += rows.size();
                                   return {};
                               },
                               {});
    QVERIFY(end);
    QCOMPARE(all, 50'000U);
    QVERIFY2(largest < 2'000'000, qPrintable(QString::number(largest)));
}

void TestRecordPass::anErrorOfTheTakerEndsIt()
{
    const Draft draft = draftOf(messy(100));
    int calls = 0;
    const auto end = passOf(draft, schema(), { .blockBytes = 100 })
                         ->run({},
                               [&](const EncodedRows &) -> Done {
                                   ++calls;
                                   return tl::unexpected(Error { .kind = Error::Kind::Storage,
                                                                 .sentence = u"full"_s,
                                                                 .detail = {},
                                                                 .retryAfter = {} });
                               },
                               {});
    QVERIFY(!end);
    QCOMPARE(end.error().sentence, u"full"_s);
    QCOMPARE(calls, 1);
}

void TestRecordPass::writesThePartsOfARun()
{
    const Draft draft = draftOf(messy(6'000));
    RunPlan plan;
    plan.id = u"run"_s;
    plan.kind = u"toy"_s;
    plan.fields = { u"Note"_s, u"Name"_s };
    plan.rows = 6'000;
    plan.draft = draft;
    const auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    const testing::ToyService service(100'000);
    const auto planner = PartPlanner::open(**ledger, service, schema());
    QVERIFY(planner);
    QList<QByteArray> sent;
    std::vector<PartRecord> parts;
    for (auto next = (*planner)->next({}); next && next->says == PlannedPart::Says::Part;
         next = (*planner)->next({})) {
        parts.push_back(next->part);
        sent << contents(next->part.file);
    }
    QVERIFY(sent.size() > 1);

    const auto pass = passOf(draft, schema());
    const auto written = writeParts(*pass, RowSchedule(), PartLimits::of(service.jobKinds().front()),
                                    folder(), u"csv"_s, {});
    QVERIFY(written);
    QCOMPARE(static_cast<qsizetype>(written->parts.size()), sent.size());
    QCOMPARE(written->rows, 6'000);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const WrittenPart &part = written->parts[i];
        QCOMPARE(part.file, partFileName(static_cast<qint64>(i) + 1, u"csv"_s));
        QCOMPARE(contents(folder() + u'/' + part.file), sent[static_cast<qsizetype>(i)]);
        QCOMPARE(part.bytes, parts[i].bytes);
        QCOMPARE(part.rows, parts[i].rows);
        QCOMPARE(part.firstRecord, parts[i].firstRecord);
        QCOMPARE(part.lastRecord, parts[i].lastRecord);
    }
    QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), sent.size());
}

void TestRecordPass::partsAreNeverOver()
{
    const Draft draft = draftOf(messy(400));
    const QByteArray all = oneByOne(draft, schema());
    for (const qint64 limit : { 60, 100, 333, 1'000, 4'096 }) {
        const auto pass = passOf(draft, schema(), { .blockBytes = 500 });
        const auto written
            = writeParts(*pass, RowSchedule(), PartLimits::even(limit), folder(), u"csv"_s, {});
        QVERIFY(written);
        QByteArray joinedParts;
        qint64 behind = -1;
        for (const WrittenPart &part : written->parts) {
            const QByteArray bytes = contents(folder() + u'/' + part.file);
            QVERIFY(bytes.size() <= limit);
            QCOMPARE(bytes.size(), part.bytes);
            QVERIFY(bytes.startsWith("Note,Name\n"));
            // The first record of a part would not have gone into the one before.
            const QByteArray records = bytes.mid(10);
            const qint64 first = oneByOne(draft, schema(), part.firstRecord).size()
                - oneByOne(draft, schema(), part.firstRecord + 1).size();
            QVERIFY(behind < 0 || behind + first > limit);
            behind = bytes.size();
            joinedParts += records;
        }
        QCOMPARE(joinedParts, all);
        for (const WrittenPart &part : written->parts)
            QVERIFY(QFile::remove(folder() + u'/' + part.file));
    }
}

void TestRecordPass::leavesNothingWhenStopped()
{
    const Draft draft = draftOf(messy(20'000));
    const auto pass = passOf(draft, schema(), { .blockBytes = 100 });
    std::stop_source stop;
    stop.request_stop();
    auto written
        = writeParts(*pass, RowSchedule(), PartLimits::even(500), folder(), u"csv"_s, stop.get_token());
    QVERIFY(!written);
    QVERIFY(written.error().cancelled());
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList());
}

void TestRecordPass::leavesNothingOfAChangedFile()
{
    const Draft draft = draftOf(messy(1'000));
    const auto pass = passOf(draft, schema());
    QFile source(draft.file);
    QVERIFY(source.open(QIODevice::Append));
    source.write("another,row\n");
    source.close();
    const auto written = writeParts(*pass, RowSchedule(), PartLimits::even(500), folder(), u"csv"_s, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::BadInput);
    QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList());
}

void TestRecordPass::neverWritesOverTheSource()
{
    Draft draft = draftOf(messy(100));
    const QString path = m_folder->filePath(partFileName(2, u"csv"_s));
    QVERIFY(QFile::rename(draft.file, path));
    draft.file = path;
    draft.stamp = FileStamp::of(path);
    const auto pass = passOf(draft, schema());
    const auto written
        = writeParts(*pass, RowSchedule(), PartLimits::even(500), m_folder->path(), u"csv"_s, {});
    QVERIFY(!written);
    QVERIFY(written.error().sentence.contains(u"part-00002.csv"));
    QCOMPARE(contents(path), messy(100));
    QVERIFY(!QFile::exists(m_folder->filePath(partFileName(1, u"csv"_s))));
}

QTEST_GUILESS_MAIN(TestRecordPass)
#include "test_record_pass.moc"
