#include "tests/support/book_maker.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// A workbook on its way through the built program: told, cleaned, mapped and imported from the command line.
class TestWorkbookProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void inspectTellsOfTheSheet();
    void cleanWritesWhatTheSheetShows();
    void mapProposesFields();
    void importArrivesAsTheSheetShows();
    void importTakesTheSheetAsked();
    void changedBeforeTheWordIsRefused();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.trimmed()).object(); }
    };
    void prepare(QProcess &process) const;
    Run run(const QStringList &arguments) const;
    QStringList importOf(const QString &profile) const;
    QString book() const { return m_home->filePath(u"fair.xlsx"_s); }
    QString reports() const { return m_home->filePath(u"reports"_s); }
    QString profile(const QByteArray &columns) const;
    QString people() const;
    void saveBook(const QByteArray &firstName = "Stone") const;
    /// What the service holds after an import, by last name.
    QHash<QString, QJsonObject> stored() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

namespace {

QByteArray words(const QByteArray &text)
{
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

QByteArray number(const QByteArray &value, int style)
{
    return "<c s=\"" + QByteArray::number(style) + "\"><v>" + value + "</v></c>";
}

QByteArray row(int at, const QByteArrayList &cells)
{
    return "<row r=\"" + QByteArray::number(at) + "\">" + cells.join() + "</row>";
}

constexpr int generalStyle = 0;
constexpr int dayStyle = 1;
constexpr int fiveDigitStyle = 2;

/// A terminal that a program can have as its standard input.
class Terminal {
public:
    Terminal()
        : m_end(posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (m_end < 0 || grantpt(m_end) != 0 || unlockpt(m_end) != 0)
            qFatal("no terminal");
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    ~Terminal() { ::close(m_end); }

    QString path() const { return QString::fromLocal8Bit(ptsname(m_end)); }
    bool type(const QByteArray &text) const
    {
        return ::write(m_end, text.constData(), static_cast<size_t>(text.size())) == text.size();
    }

private:
    int m_end;
};

} // namespace

void TestWorkbookProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    saveBook();
}

void TestWorkbookProgram::prepare(QProcess &process) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROWLIFT_HOME"_s, m_home->path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(ROWLIFT_PROGRAM));
}

TestWorkbookProgram::Run TestWorkbookProgram::run(const QStringList &arguments) const
{
    QProcess process;
    prepare(process);
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start();
    if (!process.waitForFinished(60'000))
        return {};
    return { .exit = process.exitCode(),
             .out = process.readAllStandardOutput(),
             .err = process.readAllStandardError() };
}

QStringList TestWorkbookProgram::importOf(const QString &profile) const
{
    return { u"import"_s,   book(),      u"--profile"_s, profile,  u"--account"_s,
             u"practice"_s, u"--json"_s, u"--reports"_s, reports() };
}

QString TestWorkbookProgram::profile(const QByteArray &columns) const
{
    QFile file(m_home->filePath(u"people.rowlift"_s));
    const QByteArray json = R"({"rowlift":1,"name":"People","service":"salesforce","account":"practice",
        "target":{"object":"Contact","operation":"insert","keyField":""},"header":[],"columns":)"
        + columns + "}";
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("cannot write the profile");
    return file.fileName();
}

QString TestWorkbookProgram::people() const
{
    return profile(
        R"([{"column":"Last","field":"LastName"},{"column":"Post code","field":"MailingPostalCode"},
        {"column":"Born","field":"Birthdate"},{"column":"Mail","field":"Email"}])");
}

/// Post codes as text and as a number shown with five digits, days as numbers, a row without a name and one
/// with a mail address that the service refuses.
void TestWorkbookProgram::saveBook(const QByteArray &firstName) const
{
    BookMaker()
        .formats({ "General", "dd.mm.yyyy", "00000" })
        .sheet(
            u"People"_s,
            row(1, { words("Last"), words("Post code"), words("Born"), words("Mail") })
                + row(2,
                      { words(firstName), words("01067"), number("32236", dayStyle), words("a@example.com") })
                + row(3,
                      { words("M\xC3\xBCller"), number("4109", fiveDigitStyle), number("29220", dayStyle),
                        words("b@example.com") })
                + row(4, { words(""), words("53111"), number("29220", dayStyle), words("c@example.com") })
                + row(5,
                      { words("Hill"), words("00001"), number("29220", dayStyle),
                        words("anna..b@example.com") }))
        .sheet(u"Guests"_s,
               row(1, { words("Last"), words("Seat") })
                   + row(2, { words("Brown"), number("12345678901234567", generalStyle) }))
        .save(book());
}

QHash<QString, QJsonObject> TestWorkbookProgram::stored() const
{
    QProcess practice;
    prepare(practice);
    practice.setArguments({ u"practice"_s, u"--json"_s, u"--data"_s, m_home->filePath(u"data/practice"_s) });
    practice.start();
    practice.waitForReadyRead(20'000);
    const QJsonObject ready = QJsonDocument::fromJson(practice.readLine()).object();
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(
        QUrl(ready[u"admin"][u"url"].toString() + u"/records?service=salesforce&object=Contact"_s))));
    QSignalSpy(reply.get(), &QNetworkReply::finished).wait(20'000);
    QHash<QString, QJsonObject> records;
    while (!reply->atEnd()) {
        const QByteArray line = reply->readLine();
        const QJsonObject record = QJsonDocument::fromJson(line).object();
        records.insert(record[u"LastName"].toString(), record);
    }
    practice.closeWriteChannel();
    practice.waitForFinished(20'000);
    return records;
}

void TestWorkbookProgram::inspectTellsOfTheSheet()
{
    const Run told = run({ u"inspect"_s, book(), u"--json"_s });
    QVERIFY2(told.exit == 0, told.err.constData());
    const QJsonObject json = told.json();
    QCOMPARE(json[u"sheet"].toString(), u"People"_s);
    QCOMPARE(json[u"sheets"].toArray(), QJsonArray({ u"People"_s, u"Guests"_s }));
    QCOMPARE(json[u"records"].toInt(), 4);
    QCOMPARE(json[u"headerRow"].toInt(), 1);
    QCOMPARE(json[u"reasons"].toArray(), QJsonArray({ u"Row 1 names the columns."_s }));

    const Run forPeople = run({ u"inspect"_s, book(), u"--sheet"_s, u"guests"_s });
    QVERIFY(forPeople.out.contains("Excel workbook"));
    QVERIFY(forPeople.out.contains("Guests"));
    for (const char *ours : { "Comma", "UTF-8", "your choice" })
        QVERIFY2(!forPeople.out.contains(ours), forPeople.out.constData());
}

void TestWorkbookProgram::cleanWritesWhatTheSheetShows()
{
    const Run cleaned = run({ u"clean"_s, book(), u"-o"_s, u"-"_s });
    QVERIFY2(cleaned.exit == 0, cleaned.err.constData());
    QCOMPARE(cleaned.out,
             "Last,Post code,Born,Mail\n"
             "Stone,01067,1988-04-03,a@example.com\n"
             "M\xC3\xBCller,04109,1979-12-31,b@example.com\n"
             ",53111,1979-12-31,c@example.com\n"
             "Hill,00001,1979-12-31,anna..b@example.com\n"_ba);
}

void TestWorkbookProgram::mapProposesFields()
{
    const Run mapped
        = run({ u"map"_s, book(), u"--fields"_s,
                QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json"),
                u"--json"_s });
    QVERIFY2(mapped.exit == 0, mapped.err.constData());
    const QJsonArray columns = mapped.json()[u"columns"].toArray();
    QCOMPARE(columns.size(), 4);
    QCOMPARE(columns[0].toObject()[u"field"].toString(), u"LastName"_s);
    QCOMPARE(columns[3].toObject()[u"field"].toString(), u"Email"_s);
}

void TestWorkbookProgram::importArrivesAsTheSheetShows()
{
    const Run imported = run(importOf(people()) + QStringList { u"--yes"_s });
    QVERIFY2(imported.exit == 1, imported.err.constData());
    const QJsonObject rows = imported.json()[u"rows"].toObject();
    QCOMPARE(rows[u"total"].toInt(), 4);
    QCOMPARE(rows[u"created"].toInt(), 2);
    QCOMPARE(rows[u"failed"].toInt(), 1);
    QCOMPARE(rows[u"leftOut"].toInt(), 1);

    const auto records = stored();
    QCOMPARE(records[u"Stone"_s][u"MailingPostalCode"].toString(), u"01067"_s);
    QCOMPARE(records[u"Stone"_s][u"Birthdate"].toString(), u"1988-04-03"_s);
    QCOMPARE(records[u"Müller"_s][u"MailingPostalCode"].toString(), u"04109"_s);
    QCOMPARE(records[u"Müller"_s][u"Birthdate"].toString(), u"1979-12-31"_s);
    QVERIFY(!records.contains(u"Hill"_s));

    const QDir folder(reports());
    QCOMPARE(folder.entryList({ u"fair - *.csv"_s }, QDir::Files).size(), 3);
    QFile failed(folder.filePath(u"fair - failed rows.csv"_s));
    QVERIFY(failed.open(QIODevice::ReadOnly));
    QVERIFY(failed.readAll().contains("Hill,00001,1979-12-31,anna..b@example.com,"));
}

void TestWorkbookProgram::importTakesTheSheetAsked()
{
    const QString guests
        = profile(R"([{"column":"Last","field":"LastName"},{"column":"Seat","field":"MailingPostalCode"}])");
    const Run refused = run(importOf(guests) + QStringList { u"--yes"_s });
    QCOMPARE(refused.exit, 3);
    QVERIFY(refused.err.contains("Seat"));
    const Run imported = run(importOf(guests) + QStringList { u"--yes"_s, u"--sheet"_s, u"Guests"_s });
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(stored()[u"Brown"_s][u"MailingPostalCode"].toString(), u"12345678901234567"_s);
}

/// The person is asked about the rows of one workbook and must not send those of another.
void TestWorkbookProgram::changedBeforeTheWordIsRefused()
{
    const Terminal terminal;
    QProcess import;
    prepare(import);
    import.setArguments(importOf(people()));
    import.setStandardInputFile(terminal.path());
    import.start();
    import.setReadChannel(QProcess::StandardError);
    QByteArray asked;
    while (!asked.contains("Type yes")) {
        QVERIFY2(import.waitForReadyRead(20'000), asked.constData());
        asked += import.readAllStandardError();
    }
    saveBook("Annabella Longname");
    QVERIFY(terminal.type("yes\n"));
    QVERIFY(import.waitForFinished(60'000));
    QCOMPARE(import.exitCode(), 3);
    const QByteArray why = import.readAllStandardError();
    QVERIFY2(why.contains("fair.xlsx") && why.contains("changed"), why.constData());
    const auto records = stored();
    QVERIFY(records.contains(u"Hollis"_s)); // who is always there
    for (const QJsonObject &record : records)
        QVERIFY(record[u"Email"].toString() != u"b@example.com"); // of Müller, in both workbooks
}

QTEST_GUILESS_MAIN(TestWorkbookProgram)
#include "test_workbook_program.moc"
