#include "app/base/settings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace rowlift;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areReadAsTheyWereKept();
    void areAsFromTheStartWithoutAFile_data();
    void areAsFromTheStartWithoutAFile();
    void keepWhatANewerProgramKnows();
    void tellWhenTheyCannotBeKept();
    void areNobodyElsesBusiness();
};

void TestSettings::areReadAsTheyWereKept()
{
    const QTemporaryDir home;
    const Settings kept { .keepAwake = false, .tellAtEnd = false, .brakeShare = 0.5 };
    QVERIFY(keepSettings(kept, home.filePath(u"config"_s)));
    QCOMPARE(settingsIn(home.filePath(u"config"_s)), kept);
}

void TestSettings::areAsFromTheStartWithoutAFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("damaged") << QByteArray("{\"keepAwake\":fal");
    QTest::newRow("of other types") << QByteArray(R"({"keepAwake":"no","brakeShare":null})");
}

void TestSettings::areAsFromTheStartWithoutAFile()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir home;
    QFile file(home.filePath(u"settings.json"_s));
    QVERIFY(bytes.isEmpty() || (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()));
    file.close();
    QCOMPARE(settingsIn(home.path()), Settings());
}

void TestSettings::keepWhatANewerProgramKnows()
{
    const QTemporaryDir home;
    QFile file(home.filePath(u"settings.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(R"({"theme":"dark","brakeShare":7})") > 0);
    file.close();
    QCOMPARE(settingsIn(home.path()).brakeShare, 1.0); // as far as it makes sense
    QVERIFY(keepSettings({}, home.path()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object()[u"theme"].toString(), u"dark"_s);
}

void TestSettings::tellWhenTheyCannotBeKept()
{
    const QTemporaryDir home;
    QFile inTheWay(home.filePath(u"config"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Done kept = keepSettings({}, home.filePath(u"config"_s));
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
}

void TestSettings::areNobodyElsesBusiness()
{
    const QTemporaryDir home;
    const QString folder = home.filePath(u"config"_s);
    QVERIFY(keepSettings({}, folder));
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(folder) & others, QFileDevice::Permissions());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
