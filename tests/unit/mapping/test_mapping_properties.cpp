#include "app/mapping/mapping_json.h"
#include "app/mapping/profile.h"
#include "app/mapping/properties.h"
#include "app/mapping/property_names.h"
#include "app/mapping/property_rules.h"

#include <QJsonDocument>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

ColumnLook looking(const QString &name, const QStringList &examples = {})
{
    ColumnLook look;
    look.name = name;
    look.examples = examples;
    FormTally tally;
    for (const QString &example : examples)
        tally.add(formOf(example.toStdString()));
    look.detail = tally.detail();
    look.kind = look.detail.kind;
    return look;
}

std::vector<TextRow> rowsOf(const std::vector<QStringList> &cells)
{
    std::vector<TextRow> rows;
    for (const QStringList &row : cells)
        rows.push_back({ .record = static_cast<qint64>(rows.size()) + 1, .cells = row });
    return rows;
}

Field askedField(const QString &name, FieldType type, const QStringList &referenceTo)
{
    Field field;
    field.name = name;
    field.type = type;
    field.key = referenceTo.isEmpty();
    field.creatable = field.updatable = true;
    field.question = u"Which one?"_s;
    field.referenceTo = referenceTo;
    return field;
}

Field knownProperty(const QString &name, FieldType type)
{
    Field field;
    field.name = field.label = name;
    field.type = type;
    field.creatable = field.updatable = true;
    field.isProperty = field.typeIsFixed = true;
    return field;
}

/// Orders, of which two properties are there.
Schema orders()
{
    Schema schema;
    schema.open = true;
    schema.fields = { askedField(u"$key"_s, FieldType::Text, {}),
                      askedField(u"$contact"_s, FieldType::Email, { u"contacts"_s }),
                      knownProperty(u"order_total"_s, FieldType::Number),
                      knownProperty(u"currency"_s, FieldType::Text) };
    return schema;
}

QStringList proposed(const std::vector<ColumnLook> &columns, const Schema &schema = orders())
{
    QStringList fields;
    for (const ColumnMapping &column : suggestMapping(columns, schema, Operation::Upsert).columns)
        fields << column.field;
    return fields;
}

} // namespace

class TestMappingProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAfterTheHeader_data();
    void namesAfterTheHeader();
    void typesByTheValues_data();
    void typesByTheValues();
    void knownOnesComeFirst();
    void namesDoNotMeet();
    void repeatsBecomeEntries_data();
    void repeatsBecomeEntries();
    void valuesForAnotherTypeAreOnlyOffered();
    void proposesTheKey_data();
    void proposesTheKey();
    void proposesTheContact_data();
    void proposesTheContact();
    void tellsNamesThatCannotBe_data();
    void tellsNamesThatCannotBe();
    void tellsNamesThatClash_data();
    void tellsNamesThatClash();
    void tellsWhatClashesWithRecordsThatAreThere_data();
    void tellsWhatClashesWithRecordsThatAreThere();
    void aListInAListCannotBe();
    void keepsTypesInFiles();
    void refusesTypesItDoesNotKnow_data();
    void refusesTypesItDoesNotKnow();
    void profilesKeepTheList();
    void profilesBringPropertiesBack();
};

void TestMappingProperties::namesAfterTheHeader_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &header, const QString &name) {
        QTest::newRow(what) << header << name;
    };
    row("words", u"Order Date"_s, u"order_date"_s);
    row("already one", u"order_total"_s, u"order_total"_s);
    row("inner capitals stay", u"orderDate"_s, u"orderDate"_s);
    row("capitals", u"ORDER_NO"_s, u"order_no"_s);
    row("dash", u"E-Mail"_s, u"e_mail"_s);
    row("umlauts", u"Größe (cm)"_s, u"groesse_cm"_s);
    row("accents", u"Prénom"_s, u"prenom"_s);
    row("signs", u"Discount %"_s, u"discount_percent"_s);
    row("digit first", u"2nd phone"_s, u"_2nd_phone"_s);
    row("group", u"address.city"_s, u"address.city"_s);
    row("group of words", u"Address.Post Code"_s, u"address.post_code"_s);
    row("abbreviation", u"Order No. 5"_s, u"order_no_5"_s);
    row("dot at the end", u"Order No."_s, u"order_no"_s);
    row("nothing to keep", u"価格"_s, {});
}

void TestMappingProperties::namesAfterTheHeader()
{
    QFETCH(const QString, header);
    QFETCH(const QString, name);
    QCOMPARE(propertyNameOf(header), name);
    QVERIFY(name.isEmpty() || propertyTrouble(name).isEmpty());
}

void TestMappingProperties::typesByTheValues_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<PropertyType>("type");
    const auto row = [](const char *what, const QString &header, const QStringList &values,
                        PropertyType type) { QTest::newRow(what) << header << values << type; };
    row("money", u"Total"_s, { u"99.50"_s, u"12"_s }, PropertyType::Number);
    row("year", u"Year"_s, { u"2025"_s, u"2026"_s }, PropertyType::Number);
    row("how many", u"Number of items"_s, { u"3"_s, u"4"_s }, PropertyType::Number);
    row("number of an order", u"order_no"_s, { u"1001"_s, u"1002"_s }, PropertyType::Text);
    row("leading zeros", u"Shelf"_s, { u"0012"_s, u"0013"_s }, PropertyType::Text);
    row("post code", u"Zip"_s, { u"10115"_s, u"80331"_s }, PropertyType::Text);
    row("telephone", u"Phone"_s, { u"4930123456"_s }, PropertyType::Text);
    row("one is no number", u"Total"_s,
        { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s, u"9"_s, u"10"_s, u"on request"_s },
        PropertyType::Text);
    row("yes and no", u"Paid"_s, { u"yes"_s, u"no"_s }, PropertyType::YesNo);
    row("days", u"Shipped"_s, { u"2026-02-03"_s, u"2026-02-04"_s }, PropertyType::Date);
    row("moments", u"Ordered"_s, { u"2026-02-03 10:15"_s, u"2026-02-04 09:00"_s }, PropertyType::DateTime);
    row("words", u"Status"_s, { u"shipped"_s, u"open"_s }, PropertyType::Text);
    row("nothing", u"Total"_s, {}, PropertyType::Text);
}

void TestMappingProperties::typesByTheValues()
{
    QFETCH(const QString, header);
    QFETCH(const QStringList, values);
    QFETCH(const PropertyType, type);
    QCOMPARE(propertyTypeOf(looking(header, values)), type);
    const Mapping mapping = suggestMapping({ looking(header, values) }, orders(), Operation::Upsert);
    QCOMPARE(mapping.columns.front().treatment.property, std::optional(type));
}

void TestMappingProperties::knownOnesComeFirst()
{
    const std::vector columns { looking(u"Order Total"_s, { u"12,50"_s, u"7,00"_s }),
                                looking(u"Status"_s, { u"open"_s }) };
    const Mapping mapping = suggestMapping(columns, orders(), Operation::Upsert);
    QCOMPARE(mapping.columns[0].field, u"order_total"_s);
    QVERIFY(!mapping.columns[0].treatment.property);
    QCOMPARE(mapping.columns[0].treatment.decimals, DecimalSign::Comma);
    QCOMPARE(mapping.columns[1].field, u"status"_s);
}

void TestMappingProperties::namesDoNotMeet()
{
    QCOMPARE(proposed({ looking(u"Size"_s), looking(u"size"_s), looking(u"SIZE!"_s) }),
             QStringList({ u"size"_s, u"size_2"_s, u"size_3"_s }));
    QCOMPARE(proposed({ looking(u"address"_s), looking(u"address.city"_s), looking(u"address.street"_s) }),
             QStringList({ u"address"_s, u"address_city"_s, u"address_street"_s }));
    QCOMPARE(proposed({ looking(u"価格"_s), looking(u"名前"_s) }),
             QStringList({ u"column_1"_s, u"column_2"_s }));
}

void TestMappingProperties::repeatsBecomeEntries_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("underscores") << QStringList {
        u"product_1_sku"_s, u"product_1_qty"_s, u"product_2_sku"_s, u"product_2_qty"_s
    } << QStringList { u"product[1].sku"_s, u"product[1].qty"_s, u"product[2].sku"_s, u"product[2].qty"_s };
    QTest::newRow("words") << QStringList { u"Product 1: SKU"_s, u"Product 2: SKU"_s }
                           << QStringList { u"product[1].sku"_s, u"product[2].sku"_s };
    QTest::newRow("no blank before the number") << QStringList { u"product1 name"_s, u"product2 name"_s }
                                                << QStringList { u"product[1].name"_s, u"product[2].name"_s };
    QTest::newRow("brackets from 0") << QStringList { u"items[0].sku"_s, u"items[1].sku"_s }
                                     << QStringList { u"items[1].sku"_s, u"items[2].sku"_s };
    QTest::newRow("one alone") << QStringList { u"product_1_sku"_s, u"product_1_qty"_s }
                               << QStringList { u"product_1_sku"_s, u"product_1_qty"_s };
    QTest::newRow("nothing repeats") << QStringList { u"address_1_line"_s, u"address_2_note"_s }
                                     << QStringList { u"address_1_line"_s, u"address_2_note"_s };
    QTest::newRow("quarters are no things") << QStringList { u"Q1 revenue"_s, u"Q2 revenue"_s }
                                            << QStringList { u"q1_revenue"_s, u"q2_revenue"_s };
}

void TestMappingProperties::repeatsBecomeEntries()
{
    QFETCH(const QStringList, headers);
    QFETCH(const QStringList, names);
    std::vector<ColumnLook> columns;
    for (const QString &header : headers)
        columns.push_back(looking(header));
    QCOMPARE(proposed(columns), names);
}

void TestMappingProperties::valuesForAnotherTypeAreOnlyOffered()
{
    const std::vector columns { looking(u"order_total"_s, { u"many"_s, u"few"_s, u"none at all"_s }) };
    const Mapping mapping = suggestMapping(columns, orders(), Operation::Upsert);
    QCOMPARE(mapping.columns.front().field, QString());
    QCOMPARE(mapping.columns.front().suggestion, u"order_total"_s);
}

void TestMappingProperties::proposesTheKey_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QString>("column");
    QTest::newRow("order number") << QStringList { u"email"_s, u"order_no"_s, u"sku"_s } << u"order_no"_s;
    QTest::newRow("German") << QStringList { u"Kundennummer"_s, u"Bestellnummer"_s } << u"Bestellnummer"_s;
    QTest::newRow("id alone") << QStringList { u"customer_id"_s, u"id"_s } << u"id"_s;
    QTest::newRow("booking reference")
        << QStringList { u"Name"_s, u"Booking reference"_s, u"Line no"_s } << u"Booking reference"_s;
    QTest::newRow("order, not article")
        << QStringList { u"Bestellnr"_s, u"Artikel"_s, u"Art.-Nr."_s } << u"Bestellnr"_s;
    QTest::newRow("of others") << QStringList { u"customer_id"_s, u"product_id"_s } << QString();
    QTest::newRow("none") << QStringList { u"email"_s, u"total"_s } << QString();
}

void TestMappingProperties::proposesTheKey()
{
    QFETCH(const QStringList, headers);
    QFETCH(const QString, column);
    std::vector<ColumnLook> columns;
    for (const QString &header : headers)
        columns.push_back(looking(header, { u"a1"_s, u"b2"_s }));
    const auto found = columnForField(orders().fields[0], columns, rowsOf({ headers, headers }));
    QCOMPARE(found.value_or(QString()), column);
}

void TestMappingProperties::proposesTheContact_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("column");
    QTest::newRow("e-mail") << FieldType::Email << u"customer_email"_s;
    QTest::newRow("mobile number") << FieldType::Phone << u"Mobile"_s;
    QTest::newRow("contact id") << FieldType::Text << u"contact_id"_s;
}

void TestMappingProperties::proposesTheContact()
{
    QFETCH(const FieldType, type);
    QFETCH(const QString, column);
    const std::vector columns { looking(u"order_no"_s, { u"1001"_s }),
                                looking(u"contact_id"_s, { u"23"_s, u"42"_s }),
                                looking(u"Phone"_s, { u"+49 30 123456"_s }),
                                looking(u"Mobile"_s, { u"+49 170 123456"_s }),
                                looking(u"customer_email"_s, { u"ada@example.com"_s }) };
    const auto found = columnForField(askedField(u"$contact"_s, type, { u"contacts"_s }), columns);
    QCOMPARE(found.value_or(QString()), column);
    QVERIFY(!columnForField(askedField(u"$contact"_s, type, { u"contacts"_s }), { looking(u"Total"_s) }));
}

void TestMappingProperties::tellsNamesThatCannotBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("canBe");
    QTest::newRow("plain") << u"order_total"_s << true;
    QTest::newRow("dash") << u"order-id"_s << true;
    QTest::newRow("group") << u"address.city"_s << true;
    QTest::newRow("list of rows") << u"products[].sku"_s << true;
    QTest::newRow("entry") << u"products[2].sku"_s << true;
    QTest::newRow("blank") << u"order total"_s << false;
    QTest::newRow("digit first") << u"2nd"_s << false;
    QTest::newRow("umlaut") << u"größe"_s << false;
    QTest::newRow("empty step") << u"address..city"_s << false;
    QTest::newRow("of ours") << u"$contact"_s << false;
    QTest::newRow("255 letters") << QString(255, u'a') << true;
    QTest::newRow("256 letters") << QString(256, u'a') << false;
}

void TestMappingProperties::tellsNamesThatCannotBe()
{
    QFETCH(const QString, name);
    QFETCH(const bool, canBe);
    QCOMPARE(propertyTrouble(name).isEmpty(), canBe);
}

void TestMappingProperties::tellsNamesThatClash_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("clashes");
    QTest::newRow("fine") << QStringList { u"a"_s, u"b.c"_s, u"b.d"_s, u"p[1].x"_s, u"p[2].x"_s } << QString()
                          << 0;
    QTest::newRow("value and group") << QStringList { u"a"_s, u"a.b"_s } << QString() << 1;
    QTest::newRow("group and value") << QStringList { u"a.b"_s, u"a"_s } << QString() << 1;
    QTest::newRow("value and list") << QStringList { u"a"_s, u"a[1]"_s } << QString() << 1;
    QTest::newRow("group and list") << QStringList { u"a.b"_s, u"a[1].b"_s } << QString() << 1;
    QTest::newRow("dash and underscore") << QStringList { u"order-id"_s, u"order_id"_s } << QString() << 1;
    QTest::newRow("in different groups") << QStringList { u"a.x-y"_s, u"b.x_y"_s } << QString() << 0;
    QTest::newRow("list of rows, grouped") << QStringList { u"total"_s, u"p[].sku"_s } << u"p"_s << 0;
    QTest::newRow("list of rows, not grouped") << QStringList { u"p[].sku"_s } << QString() << 1;
    QTest::newRow("another list") << QStringList { u"p[].sku"_s, u"q[].sku"_s } << u"p"_s << 1;
    QTest::newRow("numbered and of rows") << QStringList { u"p[].sku"_s, u"p[1].sku"_s } << u"p"_s << 1;
    QTest::newRow("nothing in the list") << QStringList { u"total"_s } << u"p"_s << 1;
}

void TestMappingProperties::tellsNamesThatClash()
{
    QFETCH(const QStringList, names);
    QFETCH(const QString, list);
    QFETCH(const int, clashes);
    Target target { .object = u"orders"_s, .operation = Operation::Upsert, .keyField = u"$key"_s };
    target.list = list;
    QCOMPARE(propertyClashes(names, orders(), target).size(), clashes);
}

void TestMappingProperties::tellsWhatClashesWithRecordsThatAreThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("goes");
    QTest::newRow("new") << u"note"_s << true;
    QTest::newRow("itself") << u"order_total"_s << true;
    QTest::newRow("group for a value") << u"order_total.net"_s << false;
    QTest::newRow("list for a value") << u"order_total[1]"_s << false;
    QTest::newRow("dash for an underscore") << u"order-total"_s << false;
    QTest::newRow("value for a group") << u"address"_s << false;
    QTest::newRow("new in a group") << u"address.street"_s << true;
    QTest::newRow("twin in a group") << u"address.post_code"_s << false;
    QTest::newRow("list for a group") << u"address[1].city"_s << false;
    QTest::newRow("entry of a list") << u"items[2].sku"_s << true;
    QTest::newRow("new in an entry") << u"items[2].size"_s << true;
    QTest::newRow("group for a list") << u"items.sku"_s << false;
    QTest::newRow("value for an entry") << u"items[1]"_s << false;
    QTest::newRow("list of texts") << u"tags"_s << true;
    QTest::newRow("entry of texts") << u"tags[2]"_s << true;
    QTest::newRow("group for texts") << u"tags.first"_s << false;
    QTest::newRow("nobody knows") << u"odd[1]"_s << true;
}

void TestMappingProperties::tellsWhatClashesWithRecordsThatAreThere()
{
    QFETCH(const QString, name);
    QFETCH(const bool, goes);
    Schema schema = orders();
    Field tags = knownProperty(u"tags"_s, FieldType::Text);
    tags.listSeparator = u";"_s;
    schema.fields.insert(schema.fields.end(),
                         { knownProperty(u"address.city"_s, FieldType::Text),
                           knownProperty(u"address.post-code"_s, FieldType::Text),
                           knownProperty(u"items[].sku"_s, FieldType::Text), tags,
                           knownProperty(u"odd"_s, FieldType::Unsupported) });
    const QStringList clashes = propertyClashes({ name }, schema, { .object = u"orders"_s });
    QVERIFY2(clashes.isEmpty() == goes, qPrintable(clashes.join(u'\n')));
    // What is only proposed binds nobody.
    for (Field &field : schema.fields)
        field.typeIsFixed = false;
    QCOMPARE(propertyClashes({ name }, schema, { .object = u"orders"_s }).size(), 0);
}

void TestMappingProperties::aListInAListCannotBe()
{
    Mapping mapping;
    Treatment list;
    list.property = PropertyType::List;
    mapping.columns.push_back({ .column = u"Tags"_s, .field = u"p[1]"_s, .treatment = list });
    const Schema schema = withProperties(orders(), mapping);
    QCOMPARE(propertyClashes({ u"p[1]"_s }, schema, {}).size(), 1);
    QCOMPARE(propertyClashes({ u"p[1].tags"_s }, schema, {}).size(), 0);
}

void TestMappingProperties::keepsTypesInFiles()
{
    Mapping mapping;
    for (const PropertyType type : { PropertyType::Text, PropertyType::Number, PropertyType::YesNo,
                                     PropertyType::Date, PropertyType::DateTime, PropertyType::List }) {
        Treatment treatment;
        treatment.property = type;
        treatment.separator = type == PropertyType::List ? u"|"_s : QString();
        const QString name = u"p%1"_s.arg(mapping.columns.size());
        mapping.columns.push_back({ .column = name, .field = name, .treatment = treatment });
    }
    Treatment number;
    number.property = PropertyType::Number;
    mapping.extras.push_back({ .field = u"fixed"_s, .columns = {}, .text = u"5"_s, .treatment = number });
    const auto read = mappingFrom(toJson(mapping));
    QVERIFY(read);
    QCOMPARE(*read, mapping);
    QCOMPARE(toJson(mapping)[u"columns"][5][u"property"].toString(), u"list"_s);
    QCOMPARE(toJson(mapping)[u"columns"][2][u"property"].toString(), u"yesNo"_s);
}

void TestMappingProperties::refusesTypesItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("another type") << QByteArray(
        R"({"columns":[{"column":"A","field":"a","property":"blob"}]})");
    QTest::newRow("no word") << QByteArray(R"({"columns":[{"column":"A","field":"a","property":5}]})");
    QTest::newRow("separator") << QByteArray(R"({"columns":[{"column":"A","field":"a","separator":1}]})");
}

void TestMappingProperties::refusesTypesItDoesNotKnow()
{
    QFETCH(const QByteArray, json);
    const auto read = mappingFrom(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::BadInput);
}

void TestMappingProperties::profilesKeepTheList()
{
    Profile profile;
    profile.name = u"Orders"_s;
    profile.target = { .object = u"insightData/Orders"_s,
                       .operation = Operation::Upsert,
                       .keyField = u"$key"_s,
                       .options = {},
                       .list = u"products"_s,
                       .madeKeys = u"orders-1a2b"_s };
    profile.checkedField = u"$contact"_s;
    profile.sendsUnfound = true;
    auto read = profileFrom(toJson(profile));
    QVERIFY(read);
    QCOMPARE(read->target.madeKeys, QString()); // of one file only
    profile.target.madeKeys.clear();
    QCOMPARE(*read, profile);

    QByteArray other = toJson(profile);
    other.replace("\"products\"", "[1]");
    QVERIFY(!profileFrom(other));
}

void TestMappingProperties::profilesBringPropertiesBack()
{
    Profile profile;
    Treatment date;
    date.property = PropertyType::Date;
    profile.header = { u"When"_s, u"Contact"_s };
    profile.mapping.columns = { { .column = u"When"_s, .field = u"ordered.on"_s, .treatment = date },
                                { .column = u"Contact"_s, .field = {} } };
    profile.mapping.extras = { { .field = u"$contact"_s, .columns = { u"Contact"_s } } };
    const Schema schema = orders();
    QVERIFY(fitOf(profile, profile.header, &schema).lost.isEmpty());
    const Mapping mapping = applyProfile(profile, profile.header, orders());
    QCOMPARE(mapping.columns[0].field, u"ordered.on"_s);
    QVERIFY(mapping.gives(u"$contact"_s));
    QCOMPARE(withProperties(orders(), mapping).field(u"ordered.on")->type, FieldType::Date);

    Schema ofAccounts = orders(); // no record of it belongs to a contact
    std::erase_if(ofAccounts.fields, [](const Field &field) { return field.name == u"$contact"; });
    QCOMPARE(fitOf(profile, profile.header, &ofAccounts).lost, QStringList { u"$contact"_s });
    QVERIFY(!applyProfile(profile, profile.header, ofAccounts).gives(u"$contact"_s));
}

QTEST_GUILESS_MAIN(TestMappingProperties)
#include "test_mapping_properties.moc"
