#include "tests/e2e/plan_test.h"

#include <QDir>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

void PlanTest::prepare(QProcess &process) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ROWLIFT_HOME"_s, m_home->path());
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const QString &display : { u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s })
        environment.remove(display);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_home->path());
    process.setProgram(QStringLiteral(ROWLIFT_PROGRAM));
}

PlanTest::Run PlanTest::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepare(process);
    process.setArguments(arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return { .exit = process.exitCode(),
             .out = process.readAllStandardOutput(),
             .err = process.readAllStandardError() };
}

PlanTest::Run PlanTest::plan(const QString &file, const QString &profile, const QStringList &more) const
{
    return run(QStringList { u"plan"_s, file, u"--profile"_s, profile, u"--fields"_s, describe(), u"-o"_s,
                             path(u"plan"_s), u"--kind"_s, u"bulk-ingest"_s }
               + more);
}

QJsonObject PlanTest::planJson() const
{
    return QJsonDocument::fromJson(bytesOf(path(u"plan/plan.json"_s))).object();
}

QList<QJsonObject> PlanTest::parts() const
{
    QList<QJsonObject> parts;
    const QJsonObject json = planJson();
    for (const QJsonValue &part : json[u"parts"].toArray())
        parts << part.toObject();
    return parts;
}

QByteArray PlanTest::part(const QJsonObject &part) const
{
    return bytesOf(path(u"plan/"_s + part[u"file"].toString()));
}

QStringList PlanTest::files() const
{
    return QDir(path(u"plan"_s)).entryList(QDir::Files);
}

QString PlanTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

QByteArray PlanTest::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString PlanTest::writeNumbered(int rows) const
{
    QByteArray bytes = "Last;Mail\n";
    for (int row = 1; row <= rows; ++row) {
        const QByteArray number = QByteArray::number(row).rightJustified(6, '0');
        bytes += 'P' + number + ";p" + number + "@example.com\n";
    }
    return write(u"numbered.csv"_s, bytes);
}

QString PlanTest::writeProfile(const QByteArray &columns) const
{
    const QByteArray plain
        = R"("columns":[{"column":"Last","field":"LastName"},{"column":"Mail","field":"Email"}])";
    return write(u"numbered.rowlift"_s,
                 R"({"rowlift":2,"name":"Numbered","service":"salesforce","account":"practice",
        "target":{"object":"Contact","operation":"insert"},"header":["Last","Mail"],)"
                     + (columns.isEmpty() ? plain : columns) + R"(,"blank":"leave"})");
}

QHash<QString, QJsonObject> PlanTest::stored() const
{
    QProcess practice;
    prepare(practice);
    practice.setArguments({ u"practice"_s, u"--json"_s, u"--data"_s, path(u"data/practice"_s) });
    practice.start();
    practice.waitForReadyRead(20'000);
    const QJsonObject ready = QJsonDocument::fromJson(practice.readLine()).object();
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(
        QUrl(ready[u"admin"][u"url"].toString() + u"/records?service=salesforce&object=Contact"_s))));
    QSignalSpy(reply.get(), &QNetworkReply::finished).wait(20'000);
    QHash<QString, QJsonObject> records;
    while (!reply->atEnd()) {
        const QJsonObject record = QJsonDocument::fromJson(reply->readLine()).object();
        records.insert(record[u"Crm_Key__c"].toString(), record);
    }
    practice.closeWriteChannel();
    practice.waitForFinished(20'000);
    return records;
}

QString PlanTest::data(const char *name)
{
    return QStringLiteral(ROWLIFT_TEST_DATA "/plan/") + QLatin1StringView(name);
}

QString PlanTest::describe()
{
    return QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json");
}

} // namespace rowlift::testing
