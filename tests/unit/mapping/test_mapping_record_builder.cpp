#include "app/mapping/record_builder.h"

#include <QTest>

#include <algorithm>
#include <chrono>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Field fieldOf(FieldType type, const QString &typeName = {})
{
    Field field;
    field.name = field.label = u"F"_s;
    field.type = type;
    field.typeName = typeName;
    field.creatable = true;
    return field;
}

/// What becomes of one cell; "!" before it when it cannot be read.
QString built(const QString &cell, const Field &field, DateOrder order = DateOrder::NotADate,
              DecimalSign decimals = DecimalSign::Undecided, bool takesExponents = false)
{
    Schema schema;
    schema.fields = { field };
    schema.forms.clear = "#N/A";
    schema.forms.salesforceIds = takesExponents;
    ColumnMapping column;
    column.column = u"C"_s;
    column.field = u"F"_s;
    column.treatment.dates.order = order;
    column.treatment.decimals = decimals;
    RecordBuilder builder({ { column } }, schema);
    const std::string bytes = cell.toStdString();
    const std::array<std::string_view, 1> cells { bytes };
    const BuiltRecord &record = builder.build(cells);
    const QString value
        = QString::fromUtf8(record.values[0].data(), static_cast<qsizetype>(record.values[0].size()));
    return record.problems.empty() ? value : u"!"_s + value;
}

} // namespace

class TestRecordBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void readsNumbers_data();
    void readsNumbers();
    void readsBooleans_data();
    void readsBooleans();
    void readsDates_data();
    void readsDates();
    void readsDateTimes_data();
    void readsDateTimes();
    void leavesTextAlone();
    void turnsLabelsIntoValues();
    void splitsSeveralValues();
    void goesByColumnsAndFillsShortRows();
    void isFast();
};

void TestRecordBuilder::readsNumbers_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<DecimalSign>("decimals");
    QTest::addColumn<QString>("sent");
    const auto row
        = [](const char *name, QStringView cell, bool whole, DecimalSign decimals, QStringView sent) {
              QTest::newRow(name) << cell.toString() << whole << decimals << sent.toString();
          };
    constexpr auto open = DecimalSign::Undecided;
    row("plain", u"1200", true, open, u"1200");
    row("blanks around", u" 12 ", true, open, u"12");
    row("German", u"1.200,50", false, open, u"1200.50");
    row("English", u"1,200.50", false, open, u"1200.50");
    row("French", u"1\u202F200,50", false, open, u"1200.50");
    row("no-break space", u"1\u00A0200", true, open, u"1200");
    row("Swiss", u"1’200.50", false, open, u"1200.50");
    row("euro before", u"€ 12", true, open, u"12");
    row("euro after", u"12,50 €", false, open, u"12.50");
    row("minus before euro", u"-€ 12", true, open, u"-12");
    row("minus sign", u"−5", true, open, u"-5");
    row("millions", u"1.234.567", true, open, u"1234567");
    row("comma", u"12,5", false, open, u"12.5");
    row("zero comma", u"0,125", false, open, u"0.125");
    row("point by itself", u"48.137", false, open, u"48.137");
    row("could be thousands", u"1,234", false, open, u"!1,234");
    row("whole, could be thousands", u"1.234", true, open, u"!1.234");
    row("decided by the column: comma", u"1.234", true, DecimalSign::Comma, u"1234");
    row("decided by the column: point", u"1,234", false, DecimalSign::Point, u"1234");
    row("decided, by the other sign", u"12.5", false, DecimalSign::Comma, u"!12.5");
    row("whole with decimals", u"12,5", true, open, u"!12,5");
    row("whole with zeros", u"12,00", true, open, u"12");
    row("odd groups", u"1.23.456", false, open, u"!1.23.456");
    row("Indian groups", u"12,34,567", false, open, u"1234567");
    row("two decimal signs", u"1.234,567,8", false, open, u"!1.234,567,8");
    row("word", u"twelve", false, open, u"!twelve");
    row("range", u"11-50", true, open, u"!11-50");
    row("percent in a number", u"12 %", false, open, u"!12 %");
    row("exponent", u"1.5e3", false, open, u"1500");
    row("small exponent", u"-2.5E-3", false, open, u"-0.0025");
    row("exponent within the decimals", u"12.345e+2", false, open, u"1234.5");
    row("exponent that leaves nothing behind the point", u"0.5e1", false, open, u"5");
    row("exponent of too many digits", u"1e400", false, open, u"!1e400");
    row("only a sign", u"-", false, open, u"!-");
    row("only currency", u"€", false, open, u"!€");
    row("blank", u"  ", false, open, u"");
    row("sent as null", u"#N/A", false, open, u"#N/A");
}

void TestRecordBuilder::readsNumbers()
{
    QFETCH(QString, cell);
    QFETCH(bool, whole);
    QFETCH(DecimalSign, decimals);
    const Field field = fieldOf(whole ? FieldType::Integer : FieldType::Number);
    QTEST(built(cell, field, DateOrder::NotADate, decimals), "sent");
    if (cell == u"1.5e3") // where the service says so
        QCOMPARE(built(cell, field, DateOrder::NotADate, decimals, true), cell);
    if (cell == u"12 %")
        QCOMPARE(built(cell, fieldOf(FieldType::Number, u"percent"_s)), u"12"_s);
}

void TestRecordBuilder::readsBooleans_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    for (const QString &yes : { u"ja"_s, u"JA"_s, u"Yes"_s, u"oui"_s, u"sí"_s, u"SÍ"_s, u"sì"_s, u"sim"_s,
                                u"tak"_s, u"はい"_s, u"1"_s, u"x"_s, u"WAHR"_s, u" true "_s })
        QTest::newRow(qUtf8Printable(yes)) << yes << u"true"_s;
    for (const QString &no : { u"nein"_s, u"No"_s, u"non"_s, u"nee"_s, u"não"_s, u"NÃO"_s, u"nie"_s, u"nej"_s,
                               u"いいえ"_s, u"0"_s, u"FALSCH"_s, u"False"_s })
        QTest::newRow(qUtf8Printable(no)) << no << u"false"_s;
    for (const QString &neither : { u"vielleicht"_s, u"2"_s, u"subscribed"_s, u"-"_s })
        QTest::newRow(qUtf8Printable(neither)) << neither << u"!"_s + neither;
    QTest::newRow("blank") << u" "_s << QString();
}

void TestRecordBuilder::readsBooleans()
{
    QFETCH(QString, cell);
    QTEST(built(cell, fieldOf(FieldType::Boolean)), "sent");
}

void TestRecordBuilder::readsDates_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<DateOrder>("order");
    QTest::addColumn<QString>("sent");
    constexpr auto day = DateOrder::DayFirst;
    constexpr auto month = DateOrder::MonthFirst;
    constexpr auto open = DateOrder::NotADate;
    QTest::newRow("ISO") << u"1988-04-03"_s << open << u"1988-04-03"_s;
    QTest::newRow("ISO in a day-first column") << u"1988-04-03"_s << day << u"1988-04-03"_s;
    QTest::newRow("packed") << u"19880403"_s << open << u"1988-04-03"_s;
    QTest::newRow("Japanese") << u"1988年4月3日"_s << open << u"1988-04-03"_s;
    QTest::newRow("dots") << u"3.4.1988"_s << open << u"1988-04-03"_s;
    QTest::newRow("dots and blanks") << u"3. 4. 1988"_s << day << u"1988-04-03"_s;
    QTest::newRow("slashes, day first") << u"03/04/1988"_s << day << u"1988-04-03"_s;
    QTest::newRow("slashes, month first") << u"03/04/1988"_s << month << u"1988-03-04"_s;
    QTest::newRow("slashes, open") << u"03/04/1988"_s << open << u"!03/04/1988"_s;
    QTest::newRow("slashes, only one way") << u"25/04/1988"_s << open << u"1988-04-25"_s;
    QTest::newRow("same either way") << u"04/04/1988"_s << open << u"1988-04-04"_s;
    QTest::newRow("against the order of the column") << u"04/25/1988"_s << day << u"!04/25/1988"_s;
    QTest::newRow("no such day") << u"31.02.1988"_s << day << u"!31.02.1988"_s;
    QTest::newRow("leap day") << u"29.02.1988"_s << day << u"1988-02-29"_s;
    QTest::newRow("no leap day") << u"29.02.1987"_s << day << u"!29.02.1987"_s;
    QTest::newRow("year of two digits") << u"03.04.88"_s << day << u"!03.04.88"_s;
    QTest::newRow("midnight is no time") << u"1988-04-03 00:00:00"_s << open << u"1988-04-03"_s;
    QTest::newRow("a day of UTC") << u"1988-04-03Z"_s << open << u"1988-04-03"_s;
    QTest::newRow("midnight UTC stays the day") << u"1988-04-03T00:00:00.000Z"_s << open << u"1988-04-03"_s;
    QTest::newRow("a time would be lost") << u"1988-04-03 10:20"_s << open << u"!1988-04-03 10:20"_s;
    QTest::newRow("word") << u"unbekannt"_s << day << u"!unbekannt"_s;
    QTest::newRow("blank") << u"  "_s << day << QString();
}

void TestRecordBuilder::readsDates()
{
    QFETCH(QString, cell);
    QFETCH(DateOrder, order);
    QTEST(built(cell, fieldOf(FieldType::Date), order), "sent");
}

void TestRecordBuilder::readsDateTimes_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    QTest::newRow("local, winter") << u"2026-03-14 10:20"_s << u"2026-03-14T09:20:00.000Z"_s;
    QTest::newRow("local, summer") << u"2026-07-14T10:20:30"_s << u"2026-07-14T08:20:30.000Z"_s;
    QTest::newRow("a day of UTC") << u"2026-03-14Z"_s << u"2026-03-14T00:00:00.000Z"_s;
    QTest::newRow("UTC") << u"2026-03-14T10:20:00Z"_s << u"2026-03-14T10:20:00.000Z"_s;
    QTest::newRow("milliseconds") << u"2026-03-14T10:20:00.25Z"_s << u"2026-03-14T10:20:00.250Z"_s;
    QTest::newRow("offset") << u"2026-03-14T01:20:00+02:00"_s << u"2026-03-13T23:20:00.000Z"_s;
    QTest::newRow("offset without colon")
        << u"2026-03-14T01:20:00.000-0330"_s << u"2026-03-14T04:50:00.000Z"_s;
    QTest::newRow("an offset that no clock has")
        << u"2026-03-14T01:20:00+9959"_s << u"!2026-03-14T01:20:00+9959"_s;
    QTest::newRow("seventy minutes") << u"2026-03-14T01:20:00+01:70"_s << u"!2026-03-14T01:20:00+01:70"_s;
    QTest::newRow("day first") << u"14.03.2026 10:20"_s << u"2026-03-14T09:20:00.000Z"_s;
    QTest::newRow("afternoon") << u"14.03.2026 1:05 PM"_s << u"2026-03-14T12:05:00.000Z"_s;
    QTest::newRow("a day alone is its midnight here") << u"2026-03-14"_s << u"2026-03-13T23:00:00.000Z"_s;
    QTest::newRow("left out by the clocks") << u"2026-03-29 02:30"_s << u"!2026-03-29 02:30"_s;
    QTest::newRow("no such hour") << u"2026-03-14 25:00"_s << u"!2026-03-14 25:00"_s;
    QTest::newRow("something behind") << u"2026-03-14 10:20 ungefähr"_s << u"!2026-03-14 10:20 ungefähr"_s;
}

void TestRecordBuilder::readsDateTimes()
{
    QFETCH(QString, cell);
    QTEST(built(cell, fieldOf(FieldType::DateTime), DateOrder::DayFirst), "sent");
}

void TestRecordBuilder::leavesTextAlone()
{
    for (const FieldType type : { FieldType::Text, FieldType::LongText, FieldType::Phone, FieldType::Url }) {
        QCOMPARE(built(u" 0049 \n"_s, fieldOf(type)), u" 0049 \n"_s);
        QCOMPARE(built(u"1.200,50"_s, fieldOf(type)), u"1.200,50"_s);
    }
    QCOMPARE(built(u" a@b.example "_s, fieldOf(FieldType::Email)), u"a@b.example"_s);
}

void TestRecordBuilder::turnsLabelsIntoValues()
{
    Field field = fieldOf(FieldType::Picklist);
    field.values = { { u"DE"_s, u"Germany"_s, true },
                     { u"GB"_s, u"United Kingdom"_s, true },
                     { u"XX"_s, u"Old"_s, false } };
    QCOMPARE(built(u"DE"_s, field), u"DE"_s);
    QCOMPARE(built(u" de "_s, field), u"DE"_s);
    QCOMPARE(built(u"germany"_s, field), u"DE"_s);
    QCOMPARE(built(u"UK"_s, field), u"UK"_s);
    QCOMPARE(built(u"Old"_s, field), u"Old"_s);
}

void TestRecordBuilder::splitsSeveralValues()
{
    Field field = fieldOf(FieldType::MultiPicklist);
    field.values = { { u"a"_s, u"Alpha"_s, true }, { u"b"_s, u"Beta"_s, true } };
    QCOMPARE(built(u"Alpha; b ;C"_s, field), u"a;b;C"_s);
}

void TestRecordBuilder::goesByColumnsAndFillsShortRows()
{
    Schema schema;
    schema.fields = { fieldOf(FieldType::Text), fieldOf(FieldType::Boolean) };
    schema.fields[0].name = u"Name"_s;
    schema.fields[1].name = u"Out"_s;
    Mapping mapping;
    mapping.columns.resize(3);
    mapping.columns[0].field = u"Out"_s;
    mapping.columns[2].field = u"Name"_s;
    RecordBuilder builder(mapping, schema);
    QCOMPARE(builder.fields(), (std::vector { u"Out"_s, u"Name"_s }));
    QCOMPARE(builder.columnOf(1), 2);
    const std::array<std::string_view, 2> shortRow { "maybe", "unused" };
    const BuiltRecord &record = builder.build(shortRow);
    QCOMPARE(record.values.size(), std::size_t(2));
    QCOMPARE(record.values[0], std::string_view("maybe"));
    QVERIFY(record.values[1].empty());
    QCOMPARE(record.problems.size(), std::size_t(1));
    QCOMPARE(record.problems[0].field, 0);
    QCOMPARE(record.problems[0].kind, Unreadable::Boolean);
    const std::array<std::string_view, 3> goodRow { "ja", "", "Müller" };
    QVERIFY(builder.build(goodRow).problems.empty());
}

void TestRecordBuilder::isFast()
{
    Schema schema;
    schema.fields = { fieldOf(FieldType::Text), fieldOf(FieldType::Date), fieldOf(FieldType::Number),
                      fieldOf(FieldType::Boolean) };
    Mapping mapping;
    mapping.columns.resize(4);
    for (std::size_t i = 0; i < 4; ++i)
        mapping.columns[i].field = schema.fields[i].name = QString::number(i);
    RecordBuilder builder(mapping, schema);
    const std::array<std::string_view, 4> row { "Müller", "03.04.1988", "1.200,50", "nein" };
    qint64 problems = 0;
    QBENCHMARK
    {
        for (int i = 0; i < 10'000; ++i)
            problems += static_cast<qint64>(builder.build(row).problems.size());
    }
    QCOMPARE(problems, 0);
}

QTEST_GUILESS_MAIN(TestRecordBuilder)
#include "test_mapping_record_builder.moc"
