#include "app/mapping/profile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Profile fairProfile()
{
    Profile profile;
    profile.name = u"Fair leads"_s;
    profile.service = u"salesforce"_s;
    profile.account = u"Acme"_s;
    profile.target = { u"Contact"_s, Operation::Upsert, u"Email"_s };
    profile.header = { u"Name"_s, u"E-Mail"_s, u"Fax"_s };
    profile.mapping.columns.resize(3);
    profile.mapping.columns[0].column = u"Name"_s;
    profile.mapping.columns[0].field = u"LastName"_s;
    profile.mapping.columns[0].because = Because::You;
    profile.mapping.columns[0].confidence = 1;
    profile.mapping.columns[1].column = u"E-Mail"_s;
    profile.mapping.columns[1].field = u"Email"_s;
    profile.mapping.columns[2].column = u"Fax"_s;
    profile.mapping.columns[2].field = u"Fax2__c"_s;
    profile.dialect.delimiter = ';';
    profile.dialect.quote = '\0';
    profile.dialect.headerRecord = 2;
    profile.lastUsed = QDateTime({ 2026, 3, 14 }, { 10, 20, 30, 400 }, Qt::UTC);
    return profile;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
        qFatal("no room for a test file");
}

} // namespace

class TestMappingProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesSaving();
    void makesSafeFileNames_data();
    void makesSafeFileNames();
    void reportsDamagedAndNewer_data();
    void reportsDamagedAndNewer();
    void listsLastUsedFirst();
    void tellsHowAHeaderFits();
    void appliesByColumnName();
    void saysWhyItCannotSave();
};

void TestMappingProfile::survivesSaving()
{
    QTemporaryDir folder;
    const auto path = saveProfile(fairProfile(), folder.filePath(u"new/profiles"_s));
    QVERIFY(path);
    Profile expected = fairProfile();
    expected.path = *path;
    const auto byPath = loadProfile(*path, {});
    QVERIFY(byPath);
    QVERIFY(*byPath == expected);
    const auto byName = loadProfile(u"Fair leads"_s, folder.filePath(u"new/profiles"_s));
    QVERIFY(byName);
    QVERIFY(*byName == expected);
}

void TestMappingProfile::makesSafeFileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Messe Frühjahr"_s << u"Messe Frühjahr.rowlift"_s;
    QTest::newRow("out of the folder") << u"../../etc/x"_s << u"_.._etc_x.rowlift"_s;
    QTest::newRow("Windows") << u"a:b?\"c"_s << u"a_b__c.rowlift"_s;
    QTest::newRow("hidden") << u".leads"_s << u"leads.rowlift"_s;
    QTest::newRow("nothing left") << u" .. "_s << u"profile.rowlift"_s;
    QTest::newRow("long") << QString(200, u'x') << QString(60, u'x') + u".rowlift"_s;
}

void TestMappingProfile::makesSafeFileNames()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    Profile profile = fairProfile();
    profile.name = name;
    QVERIFY(saveProfile(profile, folder.path()));
    const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    QTEST(files.value(0), "file");
    const auto loaded = loadProfile(name, folder.path());
    QVERIFY(loaded);
    QCOMPARE(loaded->name, name);
}

void TestMappingProfile::reportsDamagedAndNewer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << toJson(fairProfile()).chopped(20);
    QTest::newRow("other JSON") << QByteArray(R"({"name": "x"})");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an action of tomorrow") << toJson(fairProfile()).replace("\"upsert\"", "\"merge\"");
    QTest::newRow("newer") << QByteArray(R"({"rowlift": 2, "name": "x"})");
}

void TestMappingProfile::reportsDamagedAndNewer()
{
    QFETCH(QByteArray, bytes);
    const auto profile = profileFrom(bytes);
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, Error::Kind::BadInput);
    QVERIFY(!profile.error().sentence.isEmpty());
}

void TestMappingProfile::listsLastUsedFirst()
{
    QTemporaryDir folder;
    Profile profile = fairProfile();
    for (const auto &[name, used] :
         { std::pair(u"Old"_s, 2024), std::pair(u"Never"_s, 0), std::pair(u"New"_s, 2026) }) {
        profile.name = name;
        profile.lastUsed = used ? QDateTime({ used, 1, 1 }, { 0, 0 }, Qt::UTC) : QDateTime();
        QVERIFY(saveProfile(profile, folder.path()));
    }
    write(folder.filePath(u"broken.rowlift"_s), "{");
    write(folder.filePath(u"notes.txt"_s), "not one of ours");
    QStringList unreadable;
    QStringList names;
    for (const Profile &found : profilesIn(folder.path(), &unreadable))
        names.append(found.name);
    QCOMPARE(names, (QStringList { u"New"_s, u"Old"_s, u"Never"_s }));
    QCOMPARE(unreadable, QStringList { u"broken.rowlift"_s });
    QVERIFY(profilesIn(folder.filePath(u"nowhere"_s)).empty());
}

void TestMappingProfile::tellsHowAHeaderFits()
{
    const ProfileFit fit = fitOf(fairProfile(), { u"E-Mail"_s, u"Name"_s, u"Ort"_s });
    QCOMPARE(fit.same, 2);
    QCOMPARE(fit.missing, QStringList { u"Fax"_s });
    QCOMPARE(fit.added, QStringList { u"Ort"_s });
    QVERIFY(!fit.exact());
    QVERIFY(fitOf(fairProfile(), { u"Fax"_s, u"Name"_s, u"E-Mail"_s }).exact());
}

void TestMappingProfile::appliesByColumnName()
{
    Schema schema;
    schema.fields.resize(2);
    schema.fields[0].name = u"LastName"_s;
    schema.fields[1].name = u"Email"_s;
    const Mapping mapping
        = applyProfile(fairProfile(), { u"Ort"_s, u"E-Mail"_s, u"Name"_s, u"Fax"_s }, schema);
    QCOMPARE(mapping.columns.size(), std::size_t(4));
    QCOMPARE(mapping.columns[0].field, QString());
    QCOMPARE(mapping.columns[0].because, Because::Nothing);
    QCOMPARE(mapping.columns[1].field, u"Email"_s);
    QCOMPARE(mapping.columns[1].because, Because::Profile);
    QCOMPARE(mapping.columns[2].field, u"LastName"_s);
    QCOMPARE(mapping.columns[3].field, QString()); // The service has no such field any more.
    QCOMPARE(mapping.columns[3].column, u"Fax"_s);
}

void TestMappingProfile::saysWhyItCannotSave()
{
    QTemporaryDir folder;
    write(folder.filePath(u"taken"_s), "a file where a folder should be");
    const auto path = saveProfile(fairProfile(), folder.filePath(u"taken"_s));
    QVERIFY(!path);
    QCOMPARE(path.error().kind, Error::Kind::Storage);
    QVERIFY(path.error().sentence.contains(u"Fair leads"));
}

QTEST_GUILESS_MAIN(TestMappingProfile)
#include "test_mapping_profile.moc"
