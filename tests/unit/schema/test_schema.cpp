#include "app/schema/schema.h"

#include <QTest>

Q_DECLARE_METATYPE(rowlift::Field)

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writableByOperation_data();
    void writableByOperation();
    void findsFieldsByExactName();
};

void TestSchema::writableByOperation_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("by"); // Of insert, upsert, update, delete.
    const auto field = [](FieldType type, bool creatable, bool updatable, bool key) {
        Field made;
        made.type = type;
        made.creatable = creatable;
        made.updatable = updatable;
        made.key = key;
        return made;
    };
    QTest::newRow("plain") << field(FieldType::Text, true, true, false) << u"insert upsert update"_s;
    QTest::newRow("read-only") << field(FieldType::DateTime, false, false, false) << QString();
    QTest::newRow("set once") << field(FieldType::Reference, true, false, false) << u"insert upsert"_s;
    QTest::newRow("set later") << field(FieldType::Text, false, true, false) << u"upsert update"_s;
    QTest::newRow("read-only key") << field(FieldType::Text, false, false, true) << u"upsert"_s;
    QTest::newRow("record id") << field(FieldType::Id, false, false, true) << u"upsert update delete"_s;
}

void TestSchema::writableByOperation()
{
    QFETCH(Field, field);
    QStringList by;
    const std::pair<Operation, QString> operations[] = { { Operation::Insert, u"insert"_s },
                                                         { Operation::Upsert, u"upsert"_s },
                                                         { Operation::Update, u"update"_s },
                                                         { Operation::Delete, u"delete"_s } };
    for (const auto &[operation, name] : operations) {
        if (field.writable(operation))
            by.append(name);
    }
    QTEST(by.join(u' '), "by");
}

void TestSchema::findsFieldsByExactName()
{
    Schema schema;
    schema.fields.resize(2);
    schema.fields[0].name = u"Email"_s;
    schema.fields[0].key = true;
    schema.fields[1].name = u"LastName"_s;
    QCOMPARE(schema.field(u"LastName"), &schema.fields[1]);
    QCOMPARE(schema.field(u"lastname"), nullptr);
    QCOMPARE(schema.keys(), std::vector<const Field *> { &schema.fields[0] });
}

QTEST_APPLESS_MAIN(TestSchema)
#include "test_schema.moc"
