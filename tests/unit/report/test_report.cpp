#include "app/csv/piece_hash.h"
#include "app/draft/rows.h"
#include "app/report/report.h"
#include "app/report/run_json.h"
#include "app/run/run_start.h"
#include "tests/unit/run/toy_service.h"

#include <QJsonArray>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

/// Record 0 is the header.
const QString sourceText = u"Name;Note;City\r\n"
                           "Müller;plain;Köln\r\n" // 1: added
                           "\"O\"\"Neil; Ada\";\"two\r\nlines\";Zürich\r\n" // 2: failed
                           ";no name;Lodz\r\n" // 3: left out
                           "Weiß;too;many;cells\r\n" // 4: left out
                           "Short\r\n" // 5: not processed
                           "€uro;=unknown+fate;Bonn\r\n" // 6: unknown
                           "Later;;Ulm\r\n"_s; // 7: not sent

} // namespace

/// Reports as a spreadsheet program, or the next import, reads them.
class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failedRowsStandAsInTheFile();
    void leftOutRowsKeepEveryCell();
    void allRowsTellWhatBecameOfThem();
    void rowsOfOneReasonAlone();
    void existingRecordIsNotTheRowsOwn();
    void refusedChangesNameTheirOwnRecord();
    void canBeReadAgain();
    void sourceIsNeverWrittenOver();
    void tellsWhatTheLedgerKnowsWithoutTheSource_data();
    void tellsWhatTheLedgerKnowsWithoutTheSource();
    void readsACopyOfTheSourceThatIsTheSame();
    void stoppedReportLeavesNothing();
    void cannotBeSavedWhereThereIsNoFolder();
    void jsonAddsUp();
    void jsonSaysReasonsInWords();
    void warnedRowsHaveAReportOfTheirOwn();
    void rowsThatNobodyCanTellOfSayWhy();
    void rowsOfARecordHaveItsOutcome();

private:
    QString saved(const ReportRows &wanted, qint64 rows);
    QString path() const { return m_folder->filePath(u"report.csv"_s); }
    QString source() const { return m_folder->filePath(u"source.csv"_s); }

    testing::ToyService m_service { 100'000 };
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_run;
    QString m_remark; ///< Of the report that was saved last.
};

void TestReport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(source());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QStringEncoder western("windows-1252");
    QVERIFY(western.isValid());
    const QByteArray bytes = western.encode(sourceText);
    QVERIFY(bytes.contains("M\xFCller"));
    file.write(bytes);
    file.close();

    RunPlan plan;
    plan.id = u"run"_s;
    plan.kind = u"toy"_s;
    plan.rows = 7;
    plan.draft.file = source();
    plan.draft.stamp = FileStamp::of(source());
    const auto opened = FileSource::open(source());
    QVERIFY(opened);
    const auto hash = PieceHash((*opened)->size()).whole(**opened, {});
    QVERIFY(hash);
    plan.contentHash = *hash;
    plan.draft.dialect.delimiter = ';';
    plan.draft.dialect.encoding = "windows-1252";
    plan.draft.dialect.lineEnding = LineEnding::CrLf;
    plan.draft.header = { u"Name"_s, u"Note"_s, u"City"_s };
    plan.draft.leftOut = { 3, 4 };
    const auto leftOut = [](qint64 record, const QString &rule, const QString &text) {
        return RowOutcome { .record = record,
                            .outcome = Outcome::LeftOut,
                            .reason = { .code = ownReasonPrefix + rule, .field = u"Name"_s, .text = text },
                            .recordId = {} };
    };
    auto ledger = Ledger::create(m_folder->path(), plan,
                                 { leftOut(3, u"requiredEmpty"_s, u"Name is empty"_s),
                                   leftOut(4, u"raggedRow"_s, u"The row has more cells than the header"_s) });
    QVERIFY(ledger);
    PartRecord part;
    part.number = 1;
    part.rows = 4;
    part.firstRecord = 1;
    part.lastRecord = 6;
    QVERIFY((*ledger)->addPart(part, { .records = { 1, 2, 5, 6 } }));
    QVERIFY((*ledger)->settle(
        1,
        { { .record = 1, .outcome = Outcome::Added, .reason = {}, .recordId = u"003A"_s },
          { .record = 2,
            .outcome = Outcome::Failed,
            .reason = { .code = u"BAD_NOTE"_s, .field = u"Note"_s, .text = u"\"bad\"; really"_s },
            .recordId = {} },
          { .record = 5,
            .outcome = Outcome::NotProcessed,
            .reason = { .code = {}, .field = {}, .text = u"=job was dropped"_s },
            .recordId = {} } },
        0)); // 6 stays without a word: unknown
    m_run = (*ledger)->folder();
}

QString TestReport::saved(const ReportRows &wanted, qint64 rows)
{
    const auto report = saveReport(m_run, m_service, wanted, path(), {}, {});
    if (!report)
        qFatal("%s", qPrintable(report.error().sentence));
    m_remark = report->remark;
    if (report->rows != rows)
        qFatal("%lld rows instead of %lld", report->rows, rows);
    QFile file(report->path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("not there");
    const QByteArray bytes = file.readAll();
    if (!bytes.startsWith("\xEF\xBB\xBFName;"))
        qFatal("a spreadsheet program would not take it for UTF-8");
    return QString::fromUtf8(bytes);
}

void TestReport::failedRowsStandAsInTheFile()
{
    QCOMPARE(saved(ReportKind::Failed, 3),
             u"Name;Note;City;Rowlift row;Rowlift result;Rowlift reason;Rowlift details;Rowlift code;Rowlift "
             u"record id\n"
             "\"O\"\"Neil; Ada\";\"two\r\nlines\";Zürich;3;failed;\"\"\"bad\"\"; really\";\"\"\"bad\"\"; "
             "really\";BAD_NOTE;\n"
             "Short;;;6;not processed;'=job was dropped;'=job was dropped;;\n"
             "€uro;=unknown+fate;Bonn;7;unknown;Nobody can tell whether it arrived;;unknown;\n"_s);
}

void TestReport::leftOutRowsKeepEveryCell()
{
    QCOMPARE(saved(ReportKind::LeftOut, 2),
             u"Name;Note;City;Rowlift row;Rowlift result;Rowlift reason;Rowlift details;Rowlift code;Rowlift "
             u"record id\n"
             ";no name;Lodz;4;left out;Name is empty;;requiredEmpty;\n"
             "Weiß;too;many;5;left out;More or fewer cells than the header;;raggedRow;;cells\n"_s);
}

void TestReport::allRowsTellWhatBecameOfThem()
{
    const QStringList lines = saved(ReportKind::AllRows, 7).split(u'\n');
    QCOMPARE(lines.size(), 10); // header, 7 rows, one of them in two lines, the end
    QCOMPARE(lines[1], u"Müller;plain;Köln;2;added;;;;003A"_s);
    QCOMPARE(lines[8], u"Later;;Ulm;8;not sent;;;;"_s);
}

void TestReport::rowsOfOneReasonAlone()
{
    ReasonGroup leftOut;
    leftOut.outcome = Outcome::LeftOut;
    leftOut.code = u"rowlift:requiredEmpty"_s;
    leftOut.field = u"Name"_s;
    const QString list = saved(ReportRows(leftOut), 1);
    QVERIFY2(list.contains(u"\n;no name;Lodz;4;left out;"_s), qPrintable(list));
    // A reason without a code is one, too.
    ReasonGroup dropped;
    dropped.outcome = Outcome::NotProcessed;
    const QString untouched = saved(ReportRows(dropped), 1);
    QVERIFY2(untouched.contains(u"\nShort;;;6;not processed;"_s), qPrintable(untouched));
}

void TestReport::existingRecordIsNotTheRowsOwn()
{
    {
        auto ledger = Ledger::open(m_run);
        QVERIFY(ledger);
        PartRecord part;
        part.number = 2;
        part.rows = 1;
        QVERIFY(
            (*ledger)->beginAttempt({ .outcomes = { Outcome::Failed } }, QDateTime::currentDateTimeUtc()));
        part.attempt = 2;
        part.firstRecord = 2;
        part.lastRecord = 2;
        QVERIFY((*ledger)->addPart(part, { .records = { 2 } }));
        QVERIFY((*ledger)->settle(
            2,
            { { .record = 2,
                .outcome = Outcome::Failed,
                .reason = { .code = u"DUPLICATES"_s, .field = {}, .text = u"there is one"_s },
                .recordId = u"003OTHER"_s } },
            0));
    }
    // The record that is in the way is not the row's own.
    const QString failed = saved(ReportKind::Failed, 3);
    QVERIFY2(failed.contains(u";there is one (existing record 003OTHER);DUPLICATES;\n"_s),
             qPrintable(failed));
    const QString all = saved(ReportKind::AllRows, 7);
    QVERIFY(!all.contains(u";003OTHER\n"_s));
}

/// No other record is there "already" when one is deleted or updated; its own id is known.
void TestReport::refusedChangesNameTheirOwnRecord()
{
    class WithIds : public testing::ToyService {
    public:
        using ToyService::ToyService;
        Result<Schema> schemaFrom(const QByteArray &describe) const override
        {
            auto schema = ToyService::schemaFrom(describe);
            schema->fields.front().type = FieldType::Id;
            return schema;
        }
    };
    const WithIds service(100'000);
    const QString file = m_folder->filePath(u"ids.csv"_s);
    QFile ids(file);
    QVERIFY(ids.open(QIODevice::WriteOnly));
    ids.write("Id\n003000000000001\n003000000000002\n");
    ids.close();
    RunPlan plan;
    plan.id = u"deletion"_s;
    plan.kind = u"toy"_s;
    plan.rows = 2;
    plan.draft.file = file;
    plan.draft.stamp = FileStamp::of(file);
    const auto opened = FileSource::open(file);
    QVERIFY(opened);
    plan.contentHash = *PieceHash((*opened)->size()).whole(**opened, {});
    plan.draft.header = { u"Id"_s };
    plan.draft.target.operation = Operation::Delete;
    plan.draft.mapping.columns.push_back({ .column = u"Id"_s, .field = u"Name"_s });
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    PartRecord part;
    part.number = 1;
    part.rows = 2;
    part.firstRecord = 1;
    part.lastRecord = 2;
    QVERIFY((*ledger)->addPart(part, { .records = { 1, 2 } }));
    const auto refused = [](qint64 record, const QString &id) {
        return RowOutcome { .record = record,
                            .outcome = Outcome::Failed,
                            .reason = { .code = u"NO"_s, .field = {}, .text = u"no"_s },
                            .recordId = id };
    };
    QVERIFY((*ledger)->settle(1, { refused(1, u"003000000000001AAA"_s), refused(2, u"003000000000009AAA"_s) },
                              0));
    const auto saved = saveReport((*ledger)->folder(), service, ReportKind::Failed, path(), {}, {});
    QVERIFY(saved);
    QFile report(path());
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    QVERIFY2(text.contains("\n003000000000001,2,failed,no,no,NO,003000000000001AAA\n"), text.constData());
    QVERIFY2(text.contains(",no (existing record 003000000000009AAA),NO,\n"), text.constData());
}

void TestReport::canBeReadAgain()
{
    saved(ReportKind::Failed, 3);
    Draft again;
    again.file = path();
    again.stamp = FileStamp::of(path());
    again.dialect.delimiter = ';';
    auto rows = Rows::open(again);
    QVERIFY(rows);
    RowView row;
    QVERIFY(*rows->next(row));
    QCOMPARE(row.cells.size(), 9U);
    QCOMPARE(QByteArray(row.cells[0].data(), qsizetype(row.cells[0].size())), "O\"Neil; Ada"_ba);
    QCOMPARE(QByteArray(row.cells[1].data(), qsizetype(row.cells[1].size())), "two\r\nlines"_ba);
}

void TestReport::sourceIsNeverWrittenOver()
{
    const FileStamp before = FileStamp::of(source());
    QVERIFY(QFile::link(source(), m_folder->filePath(u"link.csv"_s)));
    for (const QString &target :
         { source(), m_folder->path() + u"/./source.csv"_s, m_folder->filePath(u"link.csv"_s) }) {
        const auto report = saveReport(m_run, m_service, ReportKind::AllRows, target, {}, {});
        QVERIFY2(!report, qPrintable(target));
        QCOMPARE(report.error().kind, Error::Kind::BadInput);
    }
    QCOMPARE(FileStamp::of(source()), before);
}

void TestReport::tellsWhatTheLedgerKnowsWithoutTheSource_data()
{
    QTest::addColumn<bool>("gone");
    QTest::addColumn<bool>("sameStamp");
    QTest::newRow("gone") << true << false;
    QTest::newRow("longer") << false << false;
    QTest::newRow("changed under its old date") << false << true;
}

void TestReport::tellsWhatTheLedgerKnowsWithoutTheSource()
{
    QFETCH(bool, gone);
    QFETCH(bool, sameStamp);
    const FileStamp before = FileStamp::of(source());
    QFile file(source());
    if (gone) {
        QVERIFY(file.remove());
    } else if (sameStamp) {
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        file.seek(0);
        file.write(QByteArray(bytes).replace("Short", "EVIL!"));
        file.flush();
        QVERIFY(file.setFileTime(before.modified, QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(FileStamp::of(source()), before);
    } else {
        QVERIFY(file.open(QIODevice::Append));
        file.write("more;;\r\n");
        file.close();
    }
    QCOMPARE(saved(ReportKind::Failed, 3),
             u"Name;Note;City;Rowlift row;Rowlift result;Rowlift reason;Rowlift details;Rowlift code;Rowlift "
             u"record id\n"
             ";;;3;failed;\"\"\"bad\"\"; really\";\"\"\"bad\"\"; really\";BAD_NOTE;\n"
             ";;;6;not processed;'=job was dropped;'=job was dropped;;\n"
             ";;;7;unknown;Nobody can tell whether it arrived;;unknown;\n"_s);
    QVERIFY2(m_remark.contains(u"source.csv"_s), qPrintable(m_remark));
    QCOMPARE(saved(ReportKind::LeftOut, 2).count(u'\n'), 3);
    const QString all = saved(ReportKind::AllRows, 6); // but for row 8, which was not sent
    QVERIFY(all.contains(u"\n;;;2;added;;;;003A\n"_s));
    QVERIFY(!all.contains(u"EVIL"_s));
    QVERIFY(QDir(m_run).entryList({ u"report-*"_s }, QDir::AllEntries).isEmpty());
}

void TestReport::readsACopyOfTheSourceThatIsTheSame()
{
    const QString before = saved(ReportKind::AllRows, 7);
    QFile file(source());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-3), QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(saved(ReportKind::AllRows, 7), before);
    QCOMPARE(m_remark, QString());
}

void TestReport::stoppedReportLeavesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const auto report = saveReport(m_run, m_service, ReportKind::AllRows, path(), {}, stop.get_token());
    QVERIFY(!report);
    QVERIFY(report.error().cancelled());
    QVERIFY(!QFile::exists(path()));
}

void TestReport::cannotBeSavedWhereThereIsNoFolder()
{
    const QString nowhere = m_folder->filePath(u"nowhere/report.csv"_s);
    const auto report = saveReport(m_run, m_service, ReportKind::AllRows, nowhere, {}, {});
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::Storage);
    QVERIFY(report.error().sentence.contains(nowhere));
}

void TestReport::jsonAddsUp()
{
    const auto json = runJson(m_run, RunState::Interrupted, {});
    QVERIFY(json);
    const QJsonObject rows = (*json)[u"rows"].toObject();
    QCOMPARE(rows[u"total"].toInt(), 7);
    int sum = 0;
    for (const auto *member : { "created", "updated", "deleted", "in", "failed", "notProcessed", "leftOut",
                                "notSent", "waiting", "unknown" }) {
        QVERIFY2(rows.contains(QLatin1StringView(member)), member);
        sum += rows[QLatin1StringView(member)].toInt();
    }
    QCOMPARE(sum, 7);
    QCOMPARE((*json)[u"state"].toString(), u"interrupted"_s);
    const QJsonArray reasons = (*json)[u"reasons"].toArray();
    QCOMPARE(reasons.size(), 5);
    QCOMPARE(reasons.last()[u"code"].toString(), u"rowlift:unknown"_s);
    QCOMPARE(reasons.last()[u"rows"].toInt(), 1);
}

/// A text that but names the value of one row is no reason, and untrue for the others.
void TestReport::jsonSaysReasonsInWords()
{
    struct Wordy : testing::ToyService {
        using ToyService::ToyService;
        Explanation explain(const Reason &reason, const Schema &) const override
        {
            return { .sentence = u"“%1” is wrong"_s.arg(reason.text),
                     .cure = {},
                     .ofMany = u"This is wrong"_s };
        }
    };
    const Wordy service { 100'000 };
    const auto plain = runJson(m_run, RunState::Interrupted, {});
    const auto said = runJson(m_run, RunState::Interrupted, {}, &service);
    QVERIFY(plain && said);
    const QJsonArray texts = (*plain)[u"reasons"].toArray();
    const QJsonArray words = (*said)[u"reasons"].toArray();
    QCOMPARE(words.size(), texts.size());
    int inWords = 0;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const bool isOurs = words[at][u"code"].toString().startsWith(u"rowlift:");
        inWords += isOurs ? 0 : 1;
        QCOMPARE(words[at][u"text"], isOurs ? texts[at][u"text"] : QJsonValue(u"This is wrong"_s));
    }
    QVERIFY(inWords > 0);
}

void TestReport::warnedRowsHaveAReportOfTheirOwn()
{
    {
        auto ledger = Ledger::open(m_run);
        QVERIFY(ledger);
        PartRecord part;
        part.number = 2;
        QVERIFY((*ledger)->addPart(part, { .records = { 7 } }));
        QVERIFY((*ledger)->settle(2,
                                  { { .record = 7,
                                      .outcome = Outcome::In,
                                      .reason = { .code = u"ODD"_s, .field = u"Name"_s, .text = u"odd"_s },
                                      .recordId = {} } },
                                  0));
    }
    const QString warnings = saved(ReportKind::Warnings, 1);
    QVERIFY2(warnings.contains(u"Later;;Ulm;8;in;odd;odd;ODD"_s), qPrintable(warnings));
    QVERIFY(saved(ReportKind::AllRows, 7).contains(u"Later;;Ulm;8;in;odd;odd;ODD"_s));
    QVERIFY(!saved(ReportKind::Failed, 3).contains(u"Later"_s));
    const auto reader = LedgerReader::open(m_run);
    QVERIFY(reader);
    const auto groups = (*reader)->reasons();
    QVERIFY(groups);
    const ReasonGroup &group = groups->back();
    QVERIFY(group.isWarning());
    QCOMPARE(ReportRows(group).kind, ReportKind::Warnings);
    QCOMPARE(saved(ReportRows(group), 1), warnings);
    QCOMPARE(reportFileName((*reader)->plan(), ReportKind::Warnings), u"source - rows with warnings.csv"_s);
    const auto json = runJson(m_run, RunState::Finished, {});
    QVERIFY(json);
    QCOMPARE((*json)[u"rows"][u"warned"].toInt(), 1);
    QCOMPARE((*json)[u"rows"][u"in"].toInt(), 1);
    QCOMPARE((*json)[u"rows"][u"total"].toInt(), 7);
    int warned = 0;
    const QJsonArray reasons = (*json)[u"reasons"].toArray();
    for (const QJsonValue &reason : reasons) {
        warned += reason[u"warned"].toBool() ? 1 : 0;
        QCOMPARE(reason[u"warned"].toBool(), reason[u"outcome"] == u"in"_s);
    }
    QCOMPARE(warned, 1);
}

/// In the words of the last part that they were sent in.
void TestReport::rowsThatNobodyCanTellOfSayWhy()
{
    auto ledger = Ledger::open(m_run);
    QVERIFY(ledger);
    QVERIFY((*ledger)->beginAttempt({ .outcomes = { Outcome::Failed } }, QDateTime::currentDateTimeUtc()));
    PartRecord part;
    part.number = 2;
    part.attempt = 2;
    part.rows = 1;
    part.firstRecord = 2;
    part.lastRecord = 2;
    QVERIFY((*ledger)->addPart(part, { .records = { 2 } }));
    QVERIFY((*ledger)->move(2, PartState::Unconfirmed, u"It has forgotten the part."_s));
    const QString failed = saved(ReportKind::Failed, 3);
    QVERIFY2(failed.contains(u"Zürich;3;unknown;It has forgotten the part.;;unknown;\n"_s),
             qPrintable(failed));
    QVERIFY2(failed.contains(u"Bonn;7;unknown;Nobody can tell whether it arrived;;unknown;\n"_s),
             qPrintable(failed));
    QVERIFY(saved(ReportKind::AllRows, 7).contains(u";3;unknown;It has forgotten the part.;"_s));
    const auto json = runJson(m_run, RunState::Interrupted, {});
    QVERIFY(json);
    const QJsonArray reasons = (*json)[u"reasons"].toArray();
    const QJsonObject forgotten = reasons.at(reasons.size() - 2).toObject();
    QCOMPARE(forgotten[u"text"].toString(), u"It has forgotten the part."_s);
    QCOMPARE(forgotten[u"rows"].toInt(), 1);
    QCOMPARE(reasons.last()[u"rows"].toInt(), 1);
    QCOMPARE((*json)[u"rows"][u"unknown"].toInt(), 2);
    const QJsonArray messages = (*json)[u"partMessages"].toArray();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages.first()[u"parts"].toArray().first().toInt(), 2);
    // Left as it is, it is unknown for the same reason.
    QVERIFY((*ledger)->giveWord(2, PartEvent::GivenUp));
    QCOMPARE(saved(ReportKind::Failed, 3), failed);
}

/// Rows 1, 5 and 7 form one record, 2 and 6 another.
void TestReport::rowsOfARecordHaveItsOutcome()
{
    RunPlan plan;
    {
        const auto reader = LedgerReader::open(m_run);
        QVERIFY(reader);
        plan = (*reader)->plan();
    }
    QVERIFY(runJson(m_run, RunState::Finished, {})->value(u"records"_s).isUndefined());
    plan.id = u"grouped"_s;
    plan.draft.target.operation = Operation::Upsert;
    plan.draft.target.keyField = u"Name"_s;
    plan.draft.target.list = u"lines"_s;
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    PartRecord part;
    part.number = 1;
    QVERIFY((*ledger)->addPart(part,
                               { .records = { 1, 2, 3, 4 }, .followers = { { 5, 1 }, { 6, 2 }, { 7, 1 } } }));
    const Reason bad { .code = u"BAD"_s, .field = {}, .text = u"bad order"_s };
    const auto said = [](qint64 record, Outcome outcome, const Reason &reason) {
        return RowOutcome { .record = record, .outcome = outcome, .reason = reason, .recordId = {} };
    };
    QVERIFY((*ledger)->settle(1,
                              { said(1, Outcome::Failed, bad), said(2, Outcome::In, {}),
                                said(3, Outcome::Failed, bad), said(4, Outcome::In, {}) },
                              0));
    m_run = (*ledger)->folder();
    const QString report = saved(ReportKind::Failed, 4);
    QCOMPARE(report.count(u"bad order"_s), 8); // each row, in words and as it came
    QVERIFY(report.contains(u"Later;;Ulm;8;"_s));

    const auto json = runJson(m_run, RunState::Finished, {});
    QVERIFY(json);
    QCOMPARE((*json)[u"rows"].toObject()[u"failed"].toInteger(), 4);
    const QJsonObject records = (*json)[u"records"].toObject();
    QCOMPARE(records[u"failed"].toInteger(), 2);
    QCOMPARE(records[u"total"].toInteger(), 4);
    const QJsonObject reason = (*json)[u"reasons"].toArray().first().toObject();
    QCOMPARE(reason[u"rows"].toInteger(), 4);
    QCOMPARE(reason[u"records"].toInteger(), 2);
}

QTEST_GUILESS_MAIN(TestReport)
#include "test_report.moc"
