#include "app/cli/consent_choices.h"

#include <QCommandLineParser>
#include <QTest>

using namespace rowlift;
using namespace rowlift::cli;
using namespace Qt::StringLiterals;

namespace {

Schema people()
{
    Schema schema;
    for (const QString &name : { u"email"_s, u"unsubscribed"_s, u"doNotCall"_s }) {
        Field field;
        field.name = field.label = name;
        field.type = name == u"email" ? FieldType::Email : FieldType::Boolean;
        field.creatable = field.updatable = true;
        schema.fields.push_back(field);
    }
    return schema;
}

Draft draftTo(Operation operation)
{
    Draft draft;
    draft.target = { .object = u"leads"_s, .operation = operation, .keyField = u"email"_s };
    for (const QString &name : { u"email"_s, u"unsubscribed"_s }) {
        ColumnMapping column;
        column.column = column.field = name;
        draft.mapping.columns.push_back(column);
    }
    return draft;
}

Result<Draft> laid(const QStringList &given, Operation operation = Operation::Upsert)
{
    QCommandLineParser parser;
    addContactOptions(parser);
    QStringList arguments { u"rowlift"_s };
    for (const QString &choice : given)
        arguments << u"--consent"_s << choice;
    parser.parse(arguments);
    PreparationOptions options;
    if (const Done taken = takeContactChoices(parser, options); !taken)
        return tl::unexpected(taken.error());
    Draft draft = draftTo(operation);
    if (const Done done = layContactChoices(options, draft, people()); !done)
        return tl::unexpected(done.error());
    return draft;
}

} // namespace

/// `--consent FIELD=both|stops`: only a person's word allows contact again.
class TestContactChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyStopsUnlessBothIsSaid();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
};

void TestContactChoices::onlyStopsUnlessBothIsSaid()
{
    const QStringList unsubscribed { u"unsubscribed"_s };
    QCOMPARE(fieldsOfOnlyStops(*laid({}), people()), unsubscribed);
    QCOMPARE(fieldsOfOnlyStops(*laid({ u"unsubscribed=both"_s }), people()), QStringList());
    QCOMPARE(fieldsOfOnlyStops(*laid({ u"unsubscribed=stops"_s }), people()), unsubscribed);
    QCOMPARE(fieldsOfOnlyStops(*laid({}, Operation::Insert), people()), QStringList());
    QCOMPARE(fieldsOfOnlyStops(*laid({ u"unsubscribed=stops"_s }, Operation::Insert), people()),
             unsubscribed);
}

void TestContactChoices::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("says");
    QTest::newRow("unsubscribed") << u"both or stops"_s;
    QTest::newRow("unsubscribed=yes") << u"both or stops"_s;
    QTest::newRow("=both") << u"both or stops"_s;
    QTest::newRow("doNotCall=both") << u"nothing is sent to a field “doNotCall”"_s;
    QTest::newRow("Unsubscribed=both") << u"nothing is sent to a field “Unsubscribed”"_s;
    QTest::newRow("email=both") << u"does not say whether people may be contacted"_s;
}

void TestContactChoices::refusesWhatMakesNoSense()
{
    QFETCH(const QString, says);
    const auto refused = laid({ QString::fromUtf8(QTest::currentDataTag()) });
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::BadInput);
    QVERIFY2(refused.error().sentence.contains(says), qPrintable(refused.error().sentence));
}

QTEST_GUILESS_MAIN(TestContactChoices)
#include "test_contact_choices.moc"
