#include "app/cli/record_choices.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Field chosenByQuestion(const QString &name)
{
    Field field;
    field.name = field.label = name;
    field.question = u"Which column?"_s;
    field.creatable = field.updatable = true;
    return field;
}

Schema ordersOfContacts()
{
    Field key = chosenByQuestion(u"$key"_s);
    key.key = true;
    key.madeOfRow = u"Made from the file and the row"_s;
    Field contact = chosenByQuestion(u"$contact"_s);
    contact.searchable = true;
    contact.referenceTo = { u"contacts"_s };
    Schema schema;
    schema.open = true;
    schema.fields = { key, contact };
    return schema;
}

} // namespace

class TestRecordChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChosenByItself();
    void choosesKeyAndContact();
    void aChosenColumnTakesThePlaceOfTheProfiles();
    void keysAreMadeOfRows();
    void refusesWhatThereIsNot_data();
    void refusesWhatThereIsNot();
    void looksContactsUp();
    void groupsWhatDiffers();
    void keepsTheListOfTheProfile();

private:
    cli::Preparation orders(const QByteArray &rows = "A,a@x.de,9,s1\nA,a@x.de,9,s2\nB,b@x.de,5,s1\n");
    Done lay(const QStringList &arguments, cli::Preparation &ready) const;

    QTemporaryDir m_folder;
};

cli::Preparation TestRecordChoices::orders(const QByteArray &rows)
{
    QFile file(m_folder.filePath(u"orders.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a test file");
    file.write("order_no,email,total,sku\n" + rows);
    file.close();
    cli::Preparation ready;
    ready.schema = ordersOfContacts();
    ready.draft.file = file.fileName();
    ready.draft.stamp = FileStamp::of(file.fileName());
    ready.draft.header = { u"order_no"_s, u"email"_s, u"total"_s, u"sku"_s };
    ready.draft.target = { .object = u"insightData/Orders"_s, .operation = Operation::Upsert };
    for (const QString &name : ready.draft.header)
        ready.draft.mapping.columns.push_back({ .column = name, .field = name });
    return ready;
}

Done TestRecordChoices::lay(const QStringList &arguments, cli::Preparation &ready) const
{
    QCommandLineParser parser;
    cli::addRecordOptions(parser);
    if (!parser.parse(QStringList { u"rowlift"_s } + arguments))
        qFatal("%s", qPrintable(parser.errorText()));
    cli::PreparationOptions options {};
    if (const Done taken = cli::takeRecordChoices(parser, options); !taken)
        return taken;
    return cli::layRecordChoices(options, ready, {});
}

void TestRecordChoices::nothingIsChosenByItself()
{
    cli::Preparation ready = orders();
    const Draft before = ready.draft;
    QVERIFY(lay({}, ready));
    QCOMPARE(ready.draft, before);
}

void TestRecordChoices::choosesKeyAndContact()
{
    cli::Preparation ready = orders();
    QVERIFY(lay({ u"--key=order_no"_s, u"--contact=email"_s }, ready));
    QCOMPARE(ready.draft.target.keyField, u"$key"_s);
    QCOMPARE(ready.draft.mapping.extraFor(u"$key")->columns, QStringList { u"order_no"_s });
    QCOMPARE(ready.draft.mapping.extraFor(u"$contact")->columns, QStringList { u"email"_s });
    QCOMPARE(ready.draft.mapping.columns[0].field, u"order_no"_s); // it is a property as well
}

void TestRecordChoices::aChosenColumnTakesThePlaceOfTheProfiles()
{
    cli::Preparation ready = orders();
    ready.draft.mapping.extras = { { .field = u"$key"_s, .columns = { u"sku"_s } } };
    ready.draft.mapping.columns[1].field = u"$contact"_s;
    QVERIFY(lay({ u"--key=order_no"_s, u"--contact=email"_s }, ready));
    QCOMPARE(ready.draft.mapping.extras.size(), std::size_t(2));
    QCOMPARE(ready.draft.mapping.extraFor(u"$key")->columns, QStringList { u"order_no"_s });
    QCOMPARE(ready.draft.mapping.columns[1].field, QString());
}

void TestRecordChoices::keysAreMadeOfRows()
{
    cli::Preparation ready = orders();
    QVERIFY(lay({ u"--key=order_no"_s }, ready));
    ready.draft.target.list = u"products"_s;
    ready.draft.mapping.columns[3].field = u"products[].sku"_s;
    QVERIFY(lay({ u"--key=row"_s }, ready));
    QCOMPARE(ready.draft.target.keyField, QString());
    QCOMPARE(ready.draft.target.list, QString());
    QCOMPARE(ready.draft.mapping.columns[3].field, u"products.sku"_s);
    QVERIFY(!ready.draft.mapping.gives(u"$key"));
}

void TestRecordChoices::refusesWhatThereIsNot_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("column of the key") << QStringList { u"--key=nobody"_s };
    QTest::newRow("column of the contact") << QStringList { u"--contact=nobody"_s };
    QTest::newRow("list without a key") << QStringList { u"--group-into=products"_s };
    QTest::newRow("name of the list") << QStringList { u"--key=order_no"_s, u"--group-into=my products"_s };
    QTest::newRow("what to do with contacts") << QStringList { u"--check-contacts=perhaps"_s };
}

void TestRecordChoices::refusesWhatThereIsNot()
{
    QFETCH(const QStringList, arguments);
    cli::Preparation ready = orders();
    const Done laid = lay(arguments, ready);
    QVERIFY(!laid);
    QCOMPARE(laid.error().kind, Error::Kind::BadInput);

    cli::Preparation other = orders();
    other.schema = Schema();
    QVERIFY(!lay(arguments, other));
}

void TestRecordChoices::looksContactsUp()
{
    cli::Preparation ready = orders();
    QVERIFY(lay({ u"--check-contacts=leave-out"_s }, ready));
    QCOMPARE(ready.draft.checkedField, u"$contact"_s);
    QVERIFY(!ready.draft.sendsUnfound);
    QVERIFY(lay({ u"--check-contacts=send"_s }, ready));
    QVERIFY(ready.draft.sendsUnfound);
    ready.schema.fields[1].searchable = false;
    QVERIFY(!lay({ u"--check-contacts=send"_s }, ready));
}

void TestRecordChoices::groupsWhatDiffers()
{
    cli::Preparation ready = orders();
    QVERIFY(lay({ u"--key=order_no"_s, u"--group-into=products"_s }, ready));
    QCOMPARE(ready.draft.target.list, u"products"_s);
    QStringList fields;
    for (const ColumnMapping &column : ready.draft.mapping.columns)
        fields << column.field;
    QCOMPARE(fields, QStringList({ u"order_no"_s, u"email"_s, u"total"_s, u"products[].sku"_s }));
}

void TestRecordChoices::keepsTheListOfTheProfile()
{
    cli::Preparation ready = orders();
    ready.draft.mapping.columns[2].field = u"products[].price"_s;
    QVERIFY(lay({ u"--key=order_no"_s, u"--group-into=products"_s }, ready));
    QCOMPARE(ready.draft.mapping.columns[3].field, u"sku"_s);
}

QTEST_GUILESS_MAIN(TestRecordChoices)
#include "test_record_choices.moc"
