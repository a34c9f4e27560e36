#include "app/check/check.h"
#include "app/draft/file_look.h"
#include "app/report/report.h"
#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"
#include "app/run/run_engine.h"
#include "app/run/run_start.h"
#include "tests/support/practice_account.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// The whole way of the sample spreadsheet, without a window: detected, mapped, checked, sent to the practice
/// server, and every row's outcome held against what is planted in it.
class TestFlowSample : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void needsNoSettingToBeReadRight();
    void isMappedAsPlanted();
    void everyRowEndsAsPlanted_data();
    void everyRowEndsAsPlanted();
    void practiceServerHoldsExactlyWhatWasAdded();
    void failedReportHoldsTheRowsAsTheyStandInTheFile();

private:
    void atAFreshServer();

    QTemporaryDir m_home;
    std::unique_ptr<testing::PracticeAccount> m_practice;
    std::unique_ptr<ServiceSession> m_session;
    QJsonObject m_truth;
    FileLook m_look;
    QByteArray m_describe;
    Schema m_schema;
    Draft m_draft;
    QString m_run;
    qint64 m_before = 0;
};

void TestFlowSample::initTestCase()
{
    atAFreshServer();
    QFile truth(QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.truth.json"));
    QVERIFY(truth.open(QIODevice::ReadOnly));
    m_truth = QJsonDocument::fromJson(truth.readAll()).object();
}

void TestFlowSample::atAFreshServer()
{
    m_session.reset();
    m_practice = std::make_unique<testing::PracticeAccount>();
    m_session = m_practice->session();
    m_before = m_practice->records(u"Contact"_s).size();
}

void TestFlowSample::needsNoSettingToBeReadRight()
{
    const auto look = lookAtFile(QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv"));
    QVERIFY2(look, look ? "" : qPrintable(look.error().sentence));
    m_look = *look;
    QCOMPARE(m_look.guess.dialect.delimiter, ';');
    QCOMPARE(m_look.guess.dialect.encoding, "windows-1252"_ba);
    QCOMPARE(m_look.guess.dialect.headerRecord, 2);
}

void TestFlowSample::isMappedAsPlanted()
{
    const auto describe = m_session->describe(u"Contact"_s, {});
    QVERIFY2(describe, describe ? "" : qPrintable(describe.error().sentence));
    m_describe = *describe;
    const auto schema = m_practice->service().schemaFrom(m_describe);
    QVERIFY(schema);
    m_schema = *schema;
    m_draft = { .file = m_look.path,
                .stamp = m_look.stamp,
                .dialect = m_look.guess.dialect,
                .service = u"salesforce"_s,
                .account = u"practice"_s,
                .target = { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} },
                .mapping = suggestMapping(m_look.looks, m_schema, Operation::Insert),
                .header = m_look.columns,
                .leftOut = {} };
    const QJsonObject planted = m_truth[u"mapping"].toObject();
    QVERIFY(!planted.isEmpty());
    for (const ColumnMapping &column : m_draft.mapping.columns)
        QCOMPARE(u"%1 → %2"_s.arg(column.column, column.field),
                 u"%1 → %2"_s.arg(column.column, planted[column.column].toString()));
}

void TestFlowSample::everyRowEndsAsPlanted_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("in large parts") << u"bulk-ingest"_s;
    QTest::newRow("the usual way") << QString();
}

void TestFlowSample::everyRowEndsAsPlanted()
{
    QFETCH(QString, kind);
    atAFreshServer();
    m_draft.kind = kind;
    const auto check = checkRows(m_draft, m_schema, {}, {});
    QVERIFY2(check, check ? "" : qPrintable(check.error().sentence));
    QCOMPARE(check->rows, m_truth[u"dataRows"].toInteger());
    SystemClock clock;
    auto ledger = startRun(m_home.path(), m_draft, m_practice->account(), m_practice->service(), m_describe,
                           *check, clock.now());
    QVERIFY2(ledger, ledger ? "" : qPrintable(ledger.error().sentence));
    RunControl control;
    const RunEnd end = executeRun({ .ledger = **ledger,
                                    .service = m_practice->service(),
                                    .session = *m_session,
                                    .clock = clock,
                                    .control = control,
                                    .onChange = {} });
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence + end.error->detail) : "");
    QCOMPARE(end.state, RunState::Finished);
    m_run = (*ledger)->folder();
    ledger->reset();

    auto reader = LedgerReader::open(m_run);
    QVERIFY(reader);
    QCOMPARE(*(*reader)->brokenInvariant(), QString());
    QCOMPARE(end.tally.total(), m_truth[u"dataRows"].toInteger());
    std::map<qint64, QJsonObject> planted;
    for (const auto &row : m_truth[u"rows"].toArray())
        planted[row.toObject()[u"row"].toInteger()] = row.toObject();
    const auto rows = (*reader)->outcomes(0, 1LL << 40);
    QVERIFY(rows);
    QCOMPARE(static_cast<qint64>(rows->size()), m_truth[u"dataRows"].toInteger());
    QStringList wrong;
    for (const RowOutcome &row : *rows) {
        const auto found = planted.find(row.record + 1);
        const QString expected = found == planted.end() ? u"created"_s : found->second[u"outcome"].toString();
        const QString code = found == planted.end() ? QString() : found->second[u"code"].toString();
        if (outcomeId(row.outcome) != expected || (!code.isEmpty() && code != row.reason.code))
            wrong << u"row %1: %2 %3 instead of %4 %5"_s.arg(row.record + 1)
                         .arg(outcomeId(row.outcome), row.reason.code, expected, code);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u'\n')));
}

void TestFlowSample::practiceServerHoldsExactlyWhatWasAdded()
{
    QCOMPARE(m_practice->records(u"Contact"_s).size() - m_before, m_truth[u"expected"][u"added"].toInteger());
}

void TestFlowSample::failedReportHoldsTheRowsAsTheyStandInTheFile()
{
    const QString path = m_home.filePath(u"failed.csv"_s);
    const auto saved = saveReport(m_run, m_practice->service(), ReportKind::Failed, path, {}, {});
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().sentence));
    QCOMPARE(saved->rows, m_truth[u"expected"][u"failed"].toInteger());

    const auto report = lookAtFile(path);
    QVERIFY(report);
    QCOMPARE(report->header.mid(0, m_look.header.size()), m_look.header);
    auto source = FileSource::open(m_look.path);
    auto reportSource = FileSource::open(path);
    QVERIFY(source && reportSource);
    const auto reported = readRows(**reportSource, report->guess.dialect, { RowPosition {} }, 1, saved->rows);
    QVERIFY(reported);
    QCOMPARE(static_cast<qint64>(reported->size()), saved->rows);
    for (const TextRow &row : *reported) {
        const qint64 record = row.cells.value(m_look.header.size()).toLongLong() - 1;
        const auto original = readRows(**source, m_look.guess.dialect, { RowPosition {} }, record, 1);
        QVERIFY(original);
        QCOMPARE(row.cells.mid(0, m_look.header.size()), original->front().cells);
        QVERIFY(!row.cells.value(m_look.header.size() + 2).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestFlowSample)
#include "test_flow_sample.moc"
