#include <QDirIterator>
#include <QFileSystemWatcher>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

/// The built program from outside, as a person or a scheduler starts it.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsItsVersionWithoutADisplay();
    void tellsItsCommands();
    void wrongUsageIsTwo_data();
    void wrongUsageIsTwo();
    void inspectTellsWhatTheSampleIs();
    void inspectLooksAtEveryValueWhenAsked();
    void inspectRefusesWhatIsNoSpreadsheet_data();
    void inspectRefusesWhatIsNoSpreadsheet();
    void inspectShowsAsManyRowsAsAsked();
    void fileMayBeStandardInput();
    void cleanWritesStandardCsv();
    void cleanNeverReplacesItsFile();
    void cleanTellsOfCharactersLost();
    void cleanKeepsTheOldFileWhenTheDiskIsFull();
    void interruptLeavesNoCopyOfTheInput_data();
    void interruptLeavesNoCopyOfTheInput();
    void interruptLeavesNoPartOfTheCleanFile();
    void interruptedImportKeepsItsPlace();
    void mapProposesFields();
    void importSendsOnlyWithTheWord();
    void importRefusesWhatTheProfileLost();
    void importTakesStandardInput();
    void importAccountsForEveryRow();
    void practiceEndsWithItsInput();
    void demoImportsTheSampleAsPlanted();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out.trimmed()).object(); }
    };
    void prepare(QProcess &process) const;
    Run run(const QStringList &arguments, int seconds = 60, const QByteArray &input = {});
    QString write(const QString &name, const QByteArray &bytes);
    QString profile();
    static QString sample() { return QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv"); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

TestProgram::Run TestProgram::run(const QStringList &arguments, int seconds, const QByteArray &input)
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(seconds * 1000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return { .exit = process.exitCode(),
             .out = process.readAllStandardOutput(),
             .err = process.readAllStandardError() };
}

void TestProgram::prepare(QProcess &process) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROWLIFT_HOME"_s, m_home->path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"QT_QPA_PLATFORM"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
}

QString TestProgram::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_home->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QString TestProgram::profile()
{
    return write(u"people.rowlift"_s,
                 R"({"rowlift":1,"name":"People","service":"salesforce","account":"practice",
        "target":{"object":"Contact","operation":"insert","keyField":""},"header":["Last","Mail"],
        "columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email"}]})");
}

void TestProgram::tellsItsVersionWithoutADisplay()
{
    const Run told = run({ u"--version"_s });
    QCOMPARE(told.exit, 0);
    QVERIFY(told.out.startsWith("rowlift 0."));
}

void TestProgram::tellsItsCommands()
{
    const Run told = run({ u"--help"_s });
    QCOMPARE(told.exit, 0);
    for (const char *command : { "inspect", "clean", "map", "import", "account", "practice", "demo" })
        QVERIFY2(told.out.contains(command), command);
    QCOMPARE(run({ u"import"_s, u"--help"_s }).exit, 0);
}

void TestProgram::wrongUsageIsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("inspect nothing") << QStringList { u"inspect"_s };
    QTest::newRow("unknown option") << QStringList { u"inspect"_s, u"--nonsense"_s, sample() };
    QTest::newRow("no such encoding")
        << QStringList { u"inspect"_s, u"--encoding"_s, u"klingon"_s, sample() };
    QTest::newRow("a line end between cells")
        << QStringList { u"inspect"_s, u"--delimiter"_s, u"\n"_s, sample() };
    QTest::newRow("one character for two things")
        << QStringList { u"inspect"_s, u"--delimiter"_s, u"\""_s, u"--quote"_s, u"\""_s, sample() };
    QTest::newRow("clean without output") << QStringList { u"clean"_s, sample() };
    QTest::newRow("import without profile")
        << QStringList { u"import"_s, sample(), u"--account"_s, u"practice"_s };
    QTest::newRow("map without fields") << QStringList { u"map"_s, sample() };
}

void TestProgram::wrongUsageIsTwo()
{
    QFETCH(QStringList, arguments);
    const Run told = run(arguments);
    QCOMPARE(told.exit, 2);
    QVERIFY(told.out.isEmpty());
    QVERIFY(!told.err.isEmpty());
}

void TestProgram::inspectTellsWhatTheSampleIs()
{
    const Run told = run({ u"inspect"_s, sample(), u"--json"_s });
    QCOMPARE(told.exit, 0);
    const QJsonObject json = told.json();
    QCOMPARE(json[u"delimiter"].toString(), u";"_s);
    QCOMPARE(json[u"encoding"].toString().toLower(), u"windows-1252"_s);
    QCOMPARE(json[u"headerRow"].toInt(), 3);
    QCOMPARE(json[u"records"].toInt(), 2400);
    QCOMPARE(json[u"columns"].toArray()[0].toObject()[u"name"].toString(), u"Kundennr."_s);

    const QString ragged
        = write(u"ragged.csv"_s, "a,b\n" + QByteArray("1,2\n3,4,5\n").repeated(1500) + "6\n");
    const QJsonObject damaged = run({ u"inspect"_s, ragged, u"--json"_s }).json();
    QCOMPARE(damaged[u"problemCounts"].toObject()[u"raggedRow"].toInt(), 1501);
    QCOMPARE(damaged[u"problems"].toArray().size(), 1000);

    const QJsonObject head = run({ u"inspect"_s, sample(), u"--json"_s, u"--head"_s, u"3"_s }).json();
    QCOMPARE(head[u"rows"].toArray().size(), 3);
    QVERIFY(!head.contains(u"records"));
    QCOMPARE(head[u"rows"].toArray()[0].toArray()[3].toString(), u"Müller"_s);
}

void TestProgram::inspectLooksAtEveryValueWhenAsked()
{
    const QString file
        = write(u"damaged.csv"_s,
                "Kundennr;Mail\n400123456;a@example.com\n1,23457E+11;NULL\n400123458;b@example.com\n");
    const QJsonObject json = run({ u"inspect"_s, file, u"--json"_s, u"--facts"_s }).json();
    const QJsonObject number = json[u"columns"].toArray()[0].toObject();
    QCOMPARE(number[u"distinct"].toInt(), 3);
    QCOMPARE(json[u"columns"].toArray()[1].toObject()[u"looksLike"].toString(), u"text"_s);
    const QJsonArray problems = json[u"problems"].toArray();
    QCOMPARE(problems.size(), 2);
    QCOMPARE(problems[0].toObject()[u"kind"].toString(), u"lostDigits"_s);
    QCOMPARE(problems[0].toObject()[u"row"].toInt(), 3);
    QCOMPARE(problems[0].toObject()[u"column"].toInt(), 1);
    QCOMPARE(json[u"blankWords"].toArray()[0].toObject()[u"word"].toString(), u"NULL"_s);

    QCOMPARE(run({ u"inspect"_s, file, u"--json"_s }).json()[u"problems"].toArray().size(), 0);
    QVERIFY(run({ u"inspect"_s, file, u"--facts"_s }).out.contains("1,23457E+11"));
    QCOMPARE(run({ u"inspect"_s, file, u"--facts"_s, u"--head"_s, u"1"_s }).exit, 2);
}

void TestProgram::inspectRefusesWhatIsNoSpreadsheet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a picture") << u"photo.csv"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("empty") << u"empty.csv"_s << QByteArray();
    QTest::newRow("missing") << QString() << QByteArray();
}

void TestProgram::inspectRefusesWhatIsNoSpreadsheet()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const Run told = run({ u"inspect"_s, name.isEmpty() ? u"/nowhere/at-all.csv"_s : write(name, bytes) });
    QCOMPARE(told.exit, 3);
    QVERIFY(told.err.trimmed().endsWith('.'));
}

void TestProgram::inspectShowsAsManyRowsAsAsked()
{
    QByteArray lines = "Last,Mail\n";
    for (int row = 0; row < 1'200; ++row)
        lines += "Stone" + QByteArray::number(row) + ",a@example.com\n";
    const QString file = write(u"Lüneburg 東京.csv"_s, lines);
    const auto rows = [&](const QString &count) {
        const Run told = run({ u"inspect"_s, file, u"--json"_s, u"--head"_s, count });
        return told.exit == 0 ? told.json()[u"rows"].toArray().size() : -1;
    };
    QCOMPARE(rows(u"0"_s), 0);
    QCOMPARE(rows(u"700"_s), 700);
    QCOMPARE(rows(u"5000"_s), 1'200);
    QCOMPARE(run({ u"inspect"_s, file, u"--json"_s, u"--head"_s, u"0"_s }).json()[u"file"].toString(), file);
    QCOMPARE(run({ u"inspect"_s, file, u"--head"_s, u"-1"_s }).exit, 2);
}

void TestProgram::fileMayBeStandardInput()
{
    const QByteArray rows = "Last;Mail\nStone;a@example.com\nMarsh;\"two\nlines\"\n";
    const Run told = run({ u"inspect"_s, u"-"_s, u"--json"_s }, 60, rows);
    QCOMPARE(told.exit, 0);
    QCOMPARE(told.json()[u"records"].toInt(), 2);
    QCOMPARE(told.json()[u"file"].toString(), u"-"_s);
    const Run cleaned = run({ u"clean"_s, u"-"_s, u"-o"_s, u"-"_s }, 60, rows);
    QCOMPARE(cleaned.out, "Last,Mail\nStone,a@example.com\nMarsh,\"two\nlines\"\n"_ba);
    QCOMPARE(run({ u"inspect"_s, u"-"_s }).exit, 3); // nothing came
}

void TestProgram::cleanNeverReplacesItsFile()
{
    const QByteArray bytes = "Last;Mail\nStone;a@example.com\n";
    const QString file = write(u"people.csv"_s, bytes);
    QVERIFY(QFile::link(file, m_home->filePath(u"other.csv"_s)));
    for (const QString &name : { file, u"people.csv"_s, m_home->filePath(u"other.csv"_s) })
        QCOMPARE(run({ u"clean"_s, file, u"-o"_s, name }).exit, 3);
    QFile left(file);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), bytes);
}

void TestProgram::cleanTellsOfCharactersLost()
{
    const QString file = write(u"people.csv"_s, "Last,Mail\nM\xFCller,a@example.com\nStone,b@example.com\n");
    const Run cleaned = run({ u"clean"_s, file, u"-o"_s, u"-"_s, u"--encoding"_s, u"UTF-8"_s });
    QCOMPARE(cleaned.exit, 1);
    QVERIFY(cleaned.err.contains("1 row "));
    QCOMPARE(cleaned.out, "Last,Mail\nM\xEF\xBF\xBDller,a@example.com\nStone,b@example.com\n"_ba);
}

void TestProgram::cleanKeepsTheOldFileWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    const QString file
        = write(u"people.csv"_s, "Last;Mail\n" + QByteArray("Stone;a@example.com\n").repeated(20'000));
    QVERIFY(QDir(m_home->path()).mkdir(u"out"_s));
    const QString clean = write(u"out/clean.csv"_s, "of yesterday\n");
    QProcess process;
    prepare(process);
    process.setChildProcessModifier([] {
        const rlimit most { 65'536, 65'536 };
        ::setrlimit(RLIMIT_FSIZE, &most);
        std::signal(SIGXFSZ, SIG_IGN); // the write fails, as on a full disk
    });
    process.start(QStringLiteral(ROWLIFT_PROGRAM), { u"clean"_s, file, u"-o"_s, clean });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    const QByteArray told = process.readAllStandardError();
    QVERIFY2(told.contains("File too large"), told.constData()); // why
    QCOMPARE(QDir(m_home->filePath(u"out"_s)).entryList(QDir::Files), QStringList { u"clean.csv"_s });
    QFile left(clean);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), "of yesterday\n"_ba);
#endif
}

void TestProgram::interruptLeavesNoCopyOfTheInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("inspect") << QStringList { u"inspect"_s, u"-"_s };
    QTest::newRow("clean") << QStringList { u"clean"_s, u"-"_s, u"-o"_s, u"clean.csv"_s };
    QTest::newRow("map") << QStringList {
        u"map"_s, u"-"_s, u"--fields"_s,
        QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json")
    };
}

void TestProgram::interruptLeavesNoCopyOfTheInput()
{
#ifdef Q_OS_UNIX
    QFETCH(QStringList, arguments);
    QVERIFY(QDir(m_home->path()).mkdir(u"tmp"_s));
    const QDir temporary(m_home->filePath(u"tmp"_s));
    const auto copies = [&temporary] {
        QDirIterator files(temporary.path(), QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext();
    };
    QProcess process;
    prepare(process);
    auto environment = process.processEnvironment();
    environment.insert(u"TMPDIR"_s, temporary.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(ROWLIFT_PROGRAM), arguments);
    process.write("Last;Mail\nStone;a@example.com\n"); // and more to come
    QTRY_VERIFY(copies());
    process.terminate();
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(temporary.isEmpty());
#endif
}

void TestProgram::interruptLeavesNoPartOfTheCleanFile()
{
#ifdef Q_OS_UNIX
    const QString file
        = write(u"people.csv"_s, "Last;Mail\n" + QByteArray("Stone;\"a, b\"\n").repeated(8'000'000));
    QVERIFY(QDir(m_home->path()).mkdir(u"out"_s));
    const QDir out(m_home->filePath(u"out"_s));
    QFileSystemWatcher watcher({ out.path() });
    QSignalSpy changed(&watcher, &QFileSystemWatcher::directoryChanged);
    QProcess process;
    prepare(process);
    process.start(QStringLiteral(ROWLIFT_PROGRAM),
                  { u"clean"_s, file, u"-o"_s, out.filePath(u"clean.csv"_s) });
    QVERIFY(changed.wait()); // the part file is there
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    QVERIFY2(out.isEmpty(), qPrintable(out.entryList().join(u' ')));
#endif
}

void TestProgram::interruptedImportKeepsItsPlace()
{
#ifdef Q_OS_UNIX
    QByteArray rows = "Last,Mail\n";
    for (int row = 0; row < 30'000; ++row)
        rows += "Stone" + QByteArray::number(row) + ",a@example.com\n";
    const QString file = write(u"people.csv"_s, rows);
    QProcess process;
    prepare(process);
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(ROWLIFT_PROGRAM),
                  { u"import"_s, file, u"--profile"_s, profile(), u"--account"_s, u"practice"_s, u"--yes"_s,
                    u"--json"_s, u"--progress"_s, u"json"_s });
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += process.readAllStandardError()).contains("\"state\""), 30'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QVERIFY2(process.exitCode() == 4, (told + process.readAllStandardError()).constData());
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput().trimmed()).object();
    QCOMPARE(json[u"state"].toString(), u"interrupted"_s);
    QCOMPARE(json[u"rows"].toObject()[u"total"].toInt(), 30'000);
#endif
}

void TestProgram::cleanWritesStandardCsv()
{
    const QString messy
        = write(u"messy.csv"_s,
                "Title\r\n\r\nName;Note\r\nM\xFCller;\"a;b\"\r\n;\r\nStone;\"two\r\nlines, \"\"q\"\"\"\r\n");
    const Run cleaned = run({ u"clean"_s, messy, u"-o"_s, u"-"_s });
    QCOMPARE(cleaned.exit, 0);
    // The quotes around a;b are the file's own, and may stay.
    QCOMPARE(cleaned.out,
             QByteArray("Name,Note\nM\xC3\xBCller,\"a;b\"\nStone,\"two\r\nlines, \"\"q\"\"\"\n"));
}

void TestProgram::mapProposesFields()
{
    const QString file = write(u"people.csv"_s, "Nachname;E-Mail;Foo\nStone;a@example.com;1\n");
    const Run mapped
        = run({ u"map"_s, file, u"--fields"_s,
                QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json"),
                u"--json"_s });
    QCOMPARE(mapped.exit, 0);
    const QJsonArray columns = mapped.json()[u"columns"].toArray();
    QCOMPARE(columns[0].toObject()[u"field"].toString(), u"LastName"_s);
    QCOMPARE(columns[1].toObject()[u"field"].toString(), u"Email"_s);
    QVERIFY(columns[2].toObject()[u"field"].isNull());
}

void TestProgram::importSendsOnlyWithTheWord()
{
    const QString file = write(u"people.csv"_s, "Last,Mail\nStone,a@example.com\n");
    const Run refused = run({ u"import"_s, file, u"--profile"_s, profile(), u"--account"_s, u"practice"_s });
    QCOMPARE(refused.exit, 3);
    QVERIFY(QDir(m_home->filePath(u"data/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

/// A file that lost a column must not go through with the others alone.
void TestProgram::importRefusesWhatTheProfileLost()
{
    const QString file = write(u"people.csv"_s, "Last,E-mail address\nStone,a@example.com\n");
    const Run refused
        = run({ u"import"_s, file, u"--profile"_s, profile(), u"--account"_s, u"practice"_s, u"--yes"_s });
    QCOMPARE(refused.exit, 3);
    QVERIFY(refused.err.contains("Mail"));
    QVERIFY(QDir(m_home->filePath(u"data/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
}

void TestProgram::importTakesStandardInput()
{
    const QByteArray rows = "Last,Mail\nStone,a@example.com\nMarsh,\n";
    const QStringList import { u"import"_s, u"-"_s,         u"--profile"_s,
                               profile(),   u"--account"_s, u"practice"_s,
                               u"--json"_s, u"--reports"_s, m_home->filePath(u"reports"_s) };
    const QDir copies(m_home->filePath(u"data/input"_s));
    QCOMPARE(run(import, 60, rows).exit, 3); // without a terminal, --yes is needed
    QVERIFY(copies.entryList(QDir::Files).isEmpty());

    const Run imported = run(import + QStringList { u"--yes"_s }, 60, rows);
    QVERIFY2(imported.exit == 0, imported.err.constData());
    QCOMPARE(imported.json()[u"rows"].toObject()[u"created"].toInt(), 2);
    QCOMPARE(imported.json()[u"reports"].toArray().size(), 3);
    // Kept for its run, and for nobody else.
    const QFileInfoList kept = copies.entryInfoList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QVERIFY(!(kept[0].permissions() & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestProgram::importAccountsForEveryRow()
{
    const QString file
        = write(u"people.csv"_s,
                "Last,Mail\nStone,a@example.com\n,b@example.com\nMarsh,anna..b@example.com\nHill,\n");
    const Run imported = run({ u"import"_s, file, u"--profile"_s, profile(), u"--account"_s, u"practice"_s,
                               u"--yes"_s, u"--json"_s, u"--reports"_s, m_home->filePath(u"reports"_s) });
    QVERIFY2(imported.exit == 1, imported.err.constData());
    const QJsonObject rows = imported.json()[u"rows"].toObject();
    QCOMPARE(rows[u"total"].toInt(), 4);
    QCOMPARE(rows[u"created"].toInt(), 2);
    QCOMPARE(rows[u"failed"].toInt(), 1);
    QCOMPARE(rows[u"leftOut"].toInt(), 1);
    QCOMPARE(imported.json()[u"reports"].toArray().size(), 3);
    for (const auto &path : imported.json()[u"reports"].toArray())
        QVERIFY(QFile::exists(path.toString()));
    QVERIFY(QDir(m_home->filePath(u"data/runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() == 1);
}

void TestProgram::practiceEndsWithItsInput()
{
    QProcess practice;
    practice.start(QStringLiteral(ROWLIFT_PROGRAM),
                   { u"practice"_s, u"--json"_s, u"--data"_s, m_home->filePath(u"practice"_s) });
    QVERIFY(practice.waitForReadyRead(10'000));
    const QJsonObject ready = QJsonDocument::fromJson(practice.readLine()).object();
    const QString url = ready[u"salesforce"][u"url"].toString();
    QVERIFY2(url.startsWith(u"http://127.0.0.1:") || url.startsWith(u"http://localhost:"), qPrintable(url));
    QVERIFY(!url.endsWith(u'/'));
    QVERIFY(!ready[u"admin"][u"url"].toString().isEmpty());
    practice.closeWriteChannel();
    QVERIFY(practice.waitForFinished(10'000));
    QCOMPARE(practice.exitCode(), 0);
}

void TestProgram::demoImportsTheSampleAsPlanted()
{
    const Run shown = run({ u"demo"_s, u"--out"_s, m_home->filePath(u"demo"_s) }, 240);
    QVERIFY2(shown.exit == 0, (shown.out + shown.err).constData());
    const QDir folder(m_home->filePath(u"demo"_s));
    const QStringList pictures = folder.entryList({ u"*.png"_s }, QDir::Files, QDir::Name);
    QCOMPARE(pictures.size(), 7); // one a page
    for (const QString &picture : pictures) {
        const QImage image(folder.filePath(picture));
        QVERIFY2(image.width() >= 880 && image.height() >= 560, qPrintable(picture));
    }
    QCOMPARE(folder.entryList({ u"*.csv"_s }, QDir::Files).size(), 3);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
