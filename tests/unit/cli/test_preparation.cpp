#include "app/accounts/account_book.h"
#include "app/cli/preparation.h"
#include "app/mapping/profile.h"
#include "app/service/dotdigital/dotdigital.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// What a command makes of a profile and the fields that there are.
class TestPreparation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void collectionsAreFoundInAnyCaseOfLetters_data();
    void collectionsAreFoundInAnyCaseOfLetters();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for a test file");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void TestPreparation::collectionsAreFoundInAnyCaseOfLetters_data()
{
    QTest::addColumn<QString>("object");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("the same") << u"insightData/AccOrders"_s << true;
    QTest::newRow("other letters") << u"insightData/accorders"_s << true;
    QTest::newRow("another one") << u"insightData/Orders"_s << false;
}

void TestPreparation::collectionsAreFoundInAnyCaseOfLetters()
{
    QFETCH(const QString, object);
    QFETCH(const bool, isFound);
    Services services;
    services.push_back(makeDotdigitalService());
    AccountBook book(m_folder.filePath(u"accounts.json"_s));
    SystemClock clock;
    const cli::Tools tools { .services = services,
                             .folders = Folders::below(m_folder.path()),
                             .clock = clock,
                             .openSession = {},
                             .accounts = {},
                             .book = book,
                             .secrets = {},
                             .version = {},
                             .practice = {},
                             .demo = {} };
    Profile profile;
    profile.name = u"Orders"_s;
    profile.service = services.front()->id();
    profile.header = { u"total"_s };
    profile.target = { .object = object, .operation = Operation::Upsert };
    profile.mapping.columns = { { .column = u"total"_s, .field = u"total"_s } };
    cli::PreparationOptions options;
    options.profile = write(u"orders.rowlift"_s, toJson(profile));
    options.fields = write(u"fields.json"_s,
                           R"({"rowlift":"insightData","collection":"AccOrders","scope":"account",)"
                           R"("type":"custom","api":"v3"})");
    ChosenFile file;
    file.path = write(u"orders.csv"_s, "total\n12\n");
    file.stamp = FileStamp::of(file.path);
    const auto ready = cli::prepare(file, options, tools, {});
    QVERIFY2(ready.has_value() == isFound, qPrintable(ready ? QString() : ready.error().sentence));
    if (isFound)
        QCOMPARE(ready->draft.target.object, u"insightData/AccOrders"_s);
    else
        QVERIFY2(ready.error().sentence.contains(u"insightData/AccOrders"_s),
                 qPrintable(ready.error().sentence));
}

QTEST_GUILESS_MAIN(TestPreparation)
#include "test_preparation.moc"
