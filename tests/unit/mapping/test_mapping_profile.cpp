#include "app/mapping/profile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

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

/// One of everything that a mapping can say.
Profile fullProfile()
{
    Profile profile = fairProfile();
    profile.kind = u"bulk-ingest"_s;
    profile.keepsOld = true;
    profile.several = SeveralFound::ChangedLast;
    profile.target.options = { { u"assignmentRule"_s, true }, { u"partition"_s, u"EMEA"_s } };
    Mapping &mapping = profile.mapping;
    mapping.blank = BlankMeaning::Clear;
    mapping.columns[0].piece = { .kind = PieceKind::BeforeSign, .sign = u","_s };
    for (int kind = 0; kind <= static_cast<int>(CleanerKind::Phone); ++kind) {
        Cleaner cleaner { .kind = static_cast<CleanerKind>(kind) };
        if (cleaner.kind == CleanerKind::LeadingZeros || cleaner.kind == CleanerKind::Cut)
            cleaner.number = 5 + kind;
        if (cleaner.kind == CleanerKind::Replace || cleaner.kind == CleanerKind::BlankIf)
            cleaner.find = u"ß%1"_s.arg(kind);
        if (cleaner.kind == CleanerKind::Replace || cleaner.kind == CleanerKind::DefaultIfBlank
            || cleaner.kind == CleanerKind::Phone)
            cleaner.text = u"DE"_s;
        mapping.columns[0].treatment.cleaners.push_back(cleaner);
    }
    mapping.columns[1].treatment = {
        .values = { { u"Herr"_s, u"Mr."_s }, { u"keine"_s, QString() } },
        .dates = { DateOrder::MonthFirst, 1930, true, "Europe/Berlin" },
        .decimals = DecimalSign::Comma,
        .blank = BlankMeaning::Leave,
    };
    mapping.extras = { { .field = u"LeadSource"_s, .text = u"Fair 2026"_s },
                       { .field = u"Domain__c"_s,
                         .columns = { u"E-Mail"_s },
                         .piece = { .kind = PieceKind::EmailDomain },
                         .treatment = { .cleaners = { { .kind = CleanerKind::Lower } } } },
                       { .field = u"Description"_s,
                         .columns = { u"Name"_s, u"Fax"_s },
                         .text = u", "_s,
                         .treatment = { .blank = BlankMeaning::Clear } } };
    mapping.order = { u"Email"_s, u"LeadSource"_s };
    return profile;
}

/// \a json with each of its members in turn, at any depth, replaced by each of \a values.
void eachMemberReplaced(const QJsonValue &json, const QJsonArray &values,
                        const std::function<void(const QJsonValue &)> &use)
{
    if (json.isObject()) {
        QJsonObject object = json.toObject();
        for (const QString &key : object.keys()) {
            const QJsonValue kept = object[key];
            eachMemberReplaced(kept, values, [&](const QJsonValue &changed) {
                object[key] = changed;
                use(object);
            });
            object[key] = kept;
        }
    } else if (json.isArray()) {
        QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue kept = array[i];
            eachMemberReplaced(kept, values, [&](const QJsonValue &changed) {
                array[i] = changed;
                use(array);
            });
            array[i] = kept;
        }
    }
    for (const QJsonValue &value : values)
        use(value);
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
    void keepsTheZoneOfAnyComputer();
    void survivesSaving();
    void keepsAllThatAMappingSays();
    void readsVersionOne();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void neverTakesAValueOfAnotherKind();
    void readsNoHugeFile();
    void leavesWhatItCannotRead_data();
    void leavesWhatItCannotRead();
    void leavesAnotherProfileOfTheSameFile();
    void makesSafeFileNames_data();
    void makesSafeFileNames();
    void reportsDamagedAndNewer_data();
    void reportsDamagedAndNewer();
    void listsLastUsedFirst();
    void tellsHowAHeaderFits();
    void tellsWhatExtrasLose();
    void appliesByColumnName();
    void appliesExtrasAndOrder();
    void saysWhyItCannotSave();
};

void TestMappingProfile::keepsTheZoneOfAnyComputer()
{
    const QByteArray before = qgetenv("TZ");
    const auto restore = qScopeGuard([&before] {
        if (before.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", before);
    });
    Schema schema;
    Field when;
    when.name = u"when"_s;
    when.type = FieldType::DateTime;
    schema.fields.push_back(when);
    for (const QByteArray &zone : { "Etc/UTC"_ba, "UTC"_ba, "Europe/Berlin"_ba }) {
        qputenv("TZ", zone);
        Profile profile;
        profile.name = u"Zone"_s;
        ColumnLook column;
        column.name = u"When"_s;
        profile.header << column.name;
        profile.mapping.columns.push_back(mapTo(column, u"when"_s, schema, Because::You));
        const auto read = profileFrom(toJson(profile));
        QVERIFY2(read, read ? "" : qPrintable(QString::fromLatin1(zone) + read.error().sentence));
    }
}

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

void TestMappingProfile::keepsAllThatAMappingSays()
{
    const auto read = profileFrom(toJson(fullProfile()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QVERIFY(read->mapping == fullProfile().mapping);
    QVERIFY(*read == fullProfile());
    QCOMPARE(toJson(*read), toJson(fullProfile()));
}

void TestMappingProfile::readsVersionOne()
{
    const QString folder = QStringLiteral(ROWLIFT_SOURCE_DIR "/tests/data/profiles");
    const auto fair = loadProfile(folder + u"/version-1-fair-leads.rowlift"_s, {});
    QVERIFY(fair);
    QCOMPARE(fair->name, u"Fair leads"_s);
    QCOMPARE(fair->mapping.columns.size(), std::size_t(4));
    QCOMPARE(fair->mapping.columns[1].treatment.dates.order, DateOrder::DayFirst);
    QCOMPARE(fair->mapping.columns[2].treatment.decimals, DecimalSign::Comma);
    QCOMPARE(fair->mapping.columns[3].field, QString());
    QCOMPARE(fair->mapping.blank, BlankMeaning::Leave);
    QVERIFY(fair->mapping.extras.empty());
    QCOMPARE(fair->lastUsed, QDateTime({ 2026, 3, 14 }, { 10, 20, 30, 400 }, Qt::UTC));
    const auto newsletter = loadProfile(folder + u"/version-1-newsletter.rowlift"_s, {});
    QVERIFY(newsletter);
    QVERIFY(newsletter->target == (Target { u"Contact"_s, Operation::Upsert, u"Email"_s }));
    QCOMPARE(newsletter->mapping.columns[1].treatment.dates.order, DateOrder::YearFirst);
    // Saved again they are of today's version, and say the same.
    for (const Profile &old : { *fair, *newsletter }) {
        const QByteArray saved = toJson(old);
        QVERIFY(saved.contains("\"rowlift\": 2"));
        auto again = profileFrom(saved);
        QVERIFY(again);
        again->path = old.path;
        QVERIFY(*again == old);
    }
}

void TestMappingProfile::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<QByteArray>("unknown");
    const auto row = [](const char *name, const char *known, const char *unknown) {
        QTest::newRow(name) << QByteArray(known) << QByteArray(unknown);
    };
    row("a cleaner of tomorrow", R"("do": "squeeze")", R"("do": "transliterate")");
    row("a piece of tomorrow", R"("take": "beforeSign")", R"("take": "lastWord")");
    row("a piece without its sign", R"("sign": ",")", R"("sign": "")");
    row("an order of tomorrow", R"("order": "monthFirst")", R"("order": "weekFirst")");
    row("a zone that is none", "Europe/Berlin", "Europe/Atlantis");
    row("a city in place of a zone", "Europe/Berlin", "Berlin");
    row("a member of tomorrow", R"("do": "squeeze")", R"("do": "squeeze", "twice": true)");
    row("a misspelt member", R"("decimals": "comma")", R"("decimal": "comma")");
    row("a misspelt list", R"("extras":)", R"("extra":)");
    row("a rule without its result", R"("to": "Mr.")", R"("then": "Mr.")");
    row("a rule with half a result", R"("to": "Mr.")", R"("to": null)");
    row("a piece of a fixed value", R"("field": "LeadSource")",
        R"("field": "LeadSource", "piece": {"take": "firstWord"})");
    row("a field given twice", R"("field": "LeadSource")", R"("field": "Domain__c")");
    row("a region that is none", R"("do": "squeeze")", R"("do": "phone", "text": "Germany")");
    row("a decimal sign of tomorrow", R"("decimals": "comma")", R"("decimals": "momayyez")");
    row("a meaning of blanks", R"("blank": "leave")", R"("blank": "guess")");
    row("cut to nothing", R"("number": 15)", R"("number": 0)");
    row("half a character", R"("number": 15)", R"("number": 1.5)");
    row("endless zeros", R"("number": 11)", R"("number": 2000000000)");
    row("more than a number", R"("number": 15)", R"("number": 1e300)");
    row("a choice of tomorrow", R"("severalFound": "changedLast")", R"("severalFound": "theOldest")");
    row("neither yes nor no", R"("keepOld": true)", R"("keepOld": "always")");
    row("a way that is no word", R"("kind": "bulk-ingest")", R"("kind": 17)");
    row("a year like none", R"("twoDigitYearsFrom": 1930)", R"("twoDigitYearsFrom": "1930")");
}

void TestMappingProfile::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, known);
    QFETCH(QByteArray, unknown);
    QByteArray bytes = toJson(fullProfile());
    QVERIFY2(bytes.contains(known), known.constData());
    bytes.replace(known, unknown);
    const auto profile = profileFrom(bytes);
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, Error::Kind::BadInput);
    QVERIFY(!profile.error().sentence.isEmpty());
    QVERIFY(!profile.error().detail.isEmpty());
}

/// Whatever stands in place of a member, the profile is refused, or what it says of values is the same but
/// for what is absent.
void TestMappingProfile::neverTakesAValueOfAnotherKind()
{
    const QJsonObject json = QJsonDocument::fromJson(toJson(fullProfile())).object();
    const QJsonArray values { QJsonValue(),      17,        -1.5,
                              QJsonArray { 1 },  QString(), QJsonObject { { u"x"_s, 1 } },
                              u"no such word"_s, true,      QJsonArray() };
    int refused = 0;
    int read = 0;
    eachMemberReplaced(json, values, [&](const QJsonValue &changed) {
        if (!changed.isObject())
            return;
        const auto profile = profileFrom(QJsonDocument(changed.toObject()).toJson());
        profile ? ++read : ++refused;
        if (!profile) {
            QCOMPARE(profile.error().kind, Error::Kind::BadInput);
            return;
        }
        // What was read is a profile like any other.
        const auto again = profileFrom(toJson(*profile));
        QVERIFY(again);
        QVERIFY(again->mapping == profile->mapping);
        QVERIFY(profile->mapping.columns.size() <= 3 && profile->mapping.extras.size() <= 3);
    });
    QVERIFY(refused > 200);
    QVERIFY(read > 50);
    for (const QString &member :
         { u"columns"_s, u"extras"_s, u"order"_s, u"header"_s, u"options"_s, u"file"_s }) {
        QJsonObject other = json;
        other[member] = 17;
        QVERIFY2(!profileFrom(QJsonDocument(other).toJson()), qPrintable(member));
    }
}

void TestMappingProfile::readsNoHugeFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"huge.rowlift"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64(1) << 33));
    file.close();
    const auto profile = loadProfile(path, {});
    QVERIFY(!profile);
    QCOMPARE(profile.error().kind, Error::Kind::BadInput);
}

void TestMappingProfile::leavesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("newer") << toJson(fairProfile()).replace("\"rowlift\": 2", "\"rowlift\": 3");
    QTest::newRow("a cleaner of tomorrow") << toJson(fullProfile()).replace("\"squeeze\"", "\"sort\"");
    QTest::newRow("damaged") << toJson(fairProfile()).chopped(20);
    QTest::newRow("empty") << QByteArray();
}

void TestMappingProfile::leavesWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"Fair leads.rowlift"_s);
    write(path, bytes);
    const QDateTime written({ 2026, 1, 2 }, { 3, 4, 5 }, Qt::UTC);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(written, QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(!loadProfile(u"Fair leads"_s, folder.path()));
    QStringList unreadable;
    QVERIFY(profilesIn(folder.path(), &unreadable).empty());
    QCOMPARE(unreadable, QStringList { u"Fair leads.rowlift"_s });
    const auto saved = saveProfile(fairProfile(), folder.path());
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(u"Fair leads"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QCOMPARE(QFileInfo(path).lastModified().toUTC(), written);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestMappingProfile::leavesAnotherProfileOfTheSameFile()
{
    QTemporaryDir folder;
    Profile profile = fairProfile();
    profile.name = u"Fair: leads"_s;
    QVERIFY(saveProfile(profile, folder.path()));
    QVERIFY(saveProfile(profile, folder.path()));
    profile.name = u"Fair? leads"_s;
    const auto other = saveProfile(profile, folder.path());
    QVERIFY(!other);
    QVERIFY(other.error().sentence.contains(u"Fair: leads"));
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
    QTest::newRow("newer") << toJson(fairProfile()).replace("\"rowlift\": 2", "\"rowlift\": 3");
    QTest::newRow("no version") << toJson(fairProfile()).replace("\"rowlift\": 2", "\"rowlift\": \"2\"");
    QTest::newRow("no text") << QByteArray("\xff\xfe\0{", 4);
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("a column twice")
        << toJson(fairProfile()).replace("\"column\": \"Fax\"", "\"column\": \"Name\"");
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

void TestMappingProfile::tellsWhatExtrasLose()
{
    const Profile profile = fullProfile();
    const QStringList whole { u"Name"_s, u"E-Mail"_s, u"Fax"_s };
    QCOMPARE(fitOf(profile, whole).lost, QStringList());
    const ProfileFit fit = fitOf(profile, { u"Name"_s, u"Fax"_s });
    QCOMPARE(fit.missing, QStringList { u"E-Mail"_s });
    QCOMPARE(fit.lost, QStringList { u"Domain__c"_s });
    Schema schema;
    for (const QString &name : profile.mapping.fields()) {
        if (name == u"LeadSource" || name == u"Fax2__c")
            continue;
        Field field;
        field.name = name;
        schema.fields.push_back(field);
    }
    QCOMPARE(fitOf(profile, whole, &schema).lost, (QStringList { u"LeadSource"_s, u"Fax2__c"_s }));
    QVERIFY(!fitOf(profile, whole, &schema).exact());
    QVERIFY(fitOf(profile, whole).exact());
}

void TestMappingProfile::appliesExtrasAndOrder()
{
    const Profile profile = fullProfile();
    Schema schema;
    for (const QString &name : profile.mapping.fields()) {
        Field field;
        field.name = name;
        schema.fields.push_back(field);
    }
    const Mapping mapping = applyProfile(profile, { u"Fax"_s, u"Name"_s }, schema);
    QCOMPARE(mapping.fields(),
             (QStringList { u"LeadSource"_s, u"LastName"_s, u"Fax2__c"_s, u"Description"_s }));
    QCOMPARE(mapping.blank, BlankMeaning::Clear);
    QVERIFY(!mapping.gives(u"Domain__c")); // It is made of a column that the file lacks.
    QVERIFY(mapping.extraFor(u"Description")->treatment == profile.mapping.extras[2].treatment);
    QVERIFY(mapping.columns[1].treatment == profile.mapping.columns[0].treatment);
    QVERIFY(mapping.columns[1].piece == profile.mapping.columns[0].piece);
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
