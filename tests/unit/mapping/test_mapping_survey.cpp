#include "app/mapping/reading_survey.h"

#include <QTest>

#include "built_for_tests.h"

using namespace rowlift;
using namespace rowlift::testing;

namespace {

Schema schemaOf(const Field &field)
{
    Schema schema;
    schema.fields = { field };
    return schema;
}

void addRows(ReadingSurvey &survey, const QStringList &values, qint64 first = 0)
{
    for (qsizetype i = 0; i < values.size(); ++i) {
        const std::string bytes = values[i].toStdString();
        const std::array<std::string_view, 1> cells { bytes };
        survey.add(first + i, cells);
    }
}

FieldSurvey surveyOf(const QStringList &values, const Field &field, const Treatment &treatment = {})
{
    ReadingSurvey survey(mappingTo(field.name, treatment), schemaOf(field));
    addRows(survey, values);
    return survey.result().fields.at(0);
}

DateSurvey datesOf(const QStringList &values, FieldType type = FieldType::Date)
{
    return *surveyOf(values, fieldNamed(u"F"_s, type)).dates;
}

Field countryField()
{
    Field field = fieldNamed(u"F"_s, FieldType::Picklist);
    for (const auto *name : { "Germany", "United Kingdom", "United States", "France", "Netherlands" })
        field.values.push_back({ QString::fromLatin1(name), QString::fromLatin1(name) });
    return field;
}

} // namespace

class TestMappingSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decidesDateOrders_data();
    void decidesDateOrders();
    void namesTheRowThatDecides();
    void namesFormats_data();
    void namesFormats();
    void countsWhatCannotBeReadAsItStands();
    void countsDateTimesWithoutZone();
    void decidesDecimalSigns_data();
    void decidesDecimalSigns();
    void countsListValues();
    void looksAtEachOfSeveralValues();
    void knowsYesAndNo();
    void guessesWhereTelephonesAre();
    void looksBehindCleaners();
    void passesOverValuesWithARule();
    void isTheSameInParts();
    void keepsManyValuesInBounds();
    void settlesWhatIsDecided();
};

void TestMappingSurvey::decidesDateOrders_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<std::optional<DateOrder>>("decided");
    QTest::addColumn<bool>("asks");
    const std::optional<DateOrder> open;
    const auto is = [](DateOrder order) { return std::optional(order); };
    QTest::newRow("none") << QStringList {} << open << false;
    QTest::newRow("all open") << QStringList { u"03/04/2026"_s, u"01/02/2026"_s } << open << true;
    QTest::newRow("day over 12") << QStringList { u"03/04/2026"_s, u"31/12/1979"_s }
                                 << is(DateOrder::DayFirst) << false;
    QTest::newRow("month second") << QStringList { u"03/04/2026"_s, u"12/31/1979"_s }
                                  << is(DateOrder::MonthFirst) << false;
    QTest::newRow("they disagree") << QStringList { u"03/04/2026"_s, u"12/31/1979"_s, u"31/12/1979"_s }
                                   << open << true;
    QTest::newRow("each tells its own")
        << QStringList { u"12/31/1979"_s, u"31/12/1979"_s } << is(DateOrder::NotADate) << false;
    QTest::newRow("dots") << QStringList { u"03.04.2026"_s } << is(DateOrder::DayFirst) << false;
    QTest::newRow("dots with the month first")
        << QStringList { u"03.04.2026"_s, u"03.14.2026"_s } << is(DateOrder::MonthFirst) << false;
    QTest::newRow("year first") << QStringList { u"2026-03-04"_s } << is(DateOrder::YearFirst) << false;
    QTest::newRow("names") << QStringList { u"4 March 2026"_s, u"Mar 5, 2026"_s } << is(DateOrder::YearFirst)
                           << false;
    QTest::newRow("the same day either way")
        << QStringList { u"03/03/2026"_s } << is(DateOrder::YearFirst) << false;
    QTest::newRow("years of two digits in front")
        << QStringList { u"26-03-14"_s, u"79-12-31"_s } << is(DateOrder::YearFirst) << false;
    QTest::newRow("anything with dashes") << QStringList { u"05-03-14"_s } << open << true;
    QTest::newRow("no such day decides nothing")
        << QStringList { u"03/04/2026"_s, u"31/02/2026"_s } << open << true;
}

void TestMappingSurvey::decidesDateOrders()
{
    QFETCH(QStringList, values);
    QFETCH(std::optional<DateOrder>, decided);
    const DateSurvey survey = datesOf(values);
    QCOMPARE(survey.decided, decided);
    QTEST(survey.asks, "asks");
}

void TestMappingSurvey::namesTheRowThatDecides()
{
    const DateSurvey survey
        = datesOf({ u"03/04/2026"_s, u"05.06.2026"_s, u"31/12/1979"_s, u"30/12/1979"_s, {} });
    QCOMPARE(survey.dayFirst, 3);
    QCOMPARE(survey.dayFirstExample, (SeenValue { u"31/12/1979"_s, 2 }));
    QCOMPARE(survey.either, 1);
    QCOMPARE(survey.eitherExample, (SeenValue { u"03/04/2026"_s, 0 }));
    QVERIFY(!survey.monthFirstExample.seen());
}

void TestMappingSurvey::namesFormats_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QStringList>("shapes");
    QTest::newRow("padded") << QStringList { u"03.04.2026"_s, u"13.11.2026"_s }
                            << QStringList { u"dd.mm.yyyy 2"_s };
    QTest::newRow("not padded") << QStringList { u"3/14/2026"_s, u"11/12/2026"_s }
                                << QStringList { u"m/d/yyyy 2"_s };
    QTest::newRow("most first") << QStringList { u"2026-03-14"_s, u"14.03.2026"_s, u"15.03.2026"_s }
                                << QStringList { u"dd.mm.yyyy 2"_s, u"yyyy-mm-dd 1"_s };
    QTest::newRow("short years") << QStringList { u"14-mar-26"_s, u"14/03/26"_s }
                                 << QStringList { u"dd-mmm-yy 1"_s, u"dd/mm/yy 1"_s };
    QTest::newRow("names") << QStringList { u"14 March 2026"_s, u"March 14, 2026"_s }
                           << QStringList { u"dd mmmm yyyy 1"_s, u"mmmm dd, yyyy 1"_s };
    QTest::newRow("Japanese") << QStringList { u"2026年3月14日"_s } << QStringList { u"yyyy年m月d日 1"_s };
    QTest::newRow("times") << QStringList {
        u"2026-03-14 10:20"_s, u"2026-03-14T10:20:30Z"_s, u"3/14/2026 1:05 PM"_s
    } << QStringList { u"yyyy-mm-dd hh:mm 1"_s, u"yyyy-mm-dd hh:mm:ss Z 1"_s, u"m/d/yyyy hh:mm am/pm 1"_s };
    QTest::newRow("packed") << QStringList { u"20260314"_s } << QStringList { u"yyyymmdd 1"_s };
}

void TestMappingSurvey::namesFormats()
{
    QFETCH(QStringList, values);
    QFETCH(QStringList, shapes);
    QStringList found;
    for (const DateShape &shape : datesOf(values, FieldType::DateTime).shapes)
        found.append(u"%1 %2"_s.arg(shape.shape).arg(shape.rows));
    found.sort();
    shapes.sort();
    QCOMPARE(found, shapes);
}

void TestMappingSurvey::countsWhatCannotBeReadAsItStands()
{
    const DateSurvey survey
        = datesOf({ u"14.03.26"_s, u"45291"_s, u"unknown"_s, u"31.02.2026"_s, u"unknown"_s,
                    u"14.03.2026 10:20"_s, u"14.03.2026 00:00"_s, u"1988"_s, u"#N/A"_s });
    QCOMPARE(survey.twoDigitYears, 1);
    QCOMPARE(survey.twoDigitExample, (SeenValue { u"14.03.26"_s, 0 }));
    QCOMPARE(survey.serials, 1);
    QCOMPARE(survey.serialExample, (SeenValue { u"45291"_s, 1 }));
    QCOMPARE(survey.timed, 1);
    QCOMPARE(survey.unreadable, 5);
    QCOMPARE(survey.unreadableExamples.size(), 4U);
    QCOMPARE(survey.unreadableExamples.front(), (SeenValue { u"unknown"_s, 2 }));
}

void TestMappingSurvey::countsDateTimesWithoutZone()
{
    const DateSurvey survey = datesOf(
        { u"2026-03-14 10:20"_s, u"2026-03-14T10:20Z"_s, u"2026-03-14 10:20 CET"_s, u"2026-03-14"_s },
        FieldType::DateTime);
    QCOMPARE(survey.withoutZone, 2);
    QCOMPARE(survey.timed, 0);
}

void TestMappingSurvey::decidesDecimalSigns_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<DecimalSign>("decided");
    QTest::addColumn<bool>("asks");
    QTest::newRow("whole") << QStringList { u"12"_s, u"1 200"_s } << DecimalSign::Undecided << false;
    QTest::newRow("open") << QStringList { u"1.234"_s } << DecimalSign::Undecided << true;
    QTest::newRow("comma") << QStringList { u"1.234"_s, u"1.200,50"_s } << DecimalSign::Comma << false;
    QTest::newRow("point") << QStringList { u"1,234"_s, u"12.5"_s } << DecimalSign::Point << false;
    QTest::newRow("thousands twice") << QStringList { u"1,234"_s, u"1,234,567"_s } << DecimalSign::Point
                                     << false;
    QTest::newRow("both") << QStringList { u"1,234"_s, u"12.5"_s, u"12,5"_s } << DecimalSign::Undecided
                          << true;
    QTest::newRow("both, none open") << QStringList { u"12.5"_s, u"12,5"_s } << DecimalSign::Undecided
                                     << false;
}

void TestMappingSurvey::decidesDecimalSigns()
{
    QFETCH(QStringList, values);
    const NumberSurvey survey = *surveyOf(values, fieldNamed(u"F"_s, FieldType::Number)).numbers;
    QTEST(survey.decided, "decided");
    QTEST(survey.asks, "asks");
}

void TestMappingSurvey::countsListValues()
{
    const ListSurvey survey
        = *surveyOf(
               { u"UK"_s, u"germany"_s, u"UK"_s, u"Germny"_s, u"Narnia"_s, {}, u"USA"_s, u"Netherland"_s },
               countryField())
               .values;
    QStringList found;
    for (const ListedValue &value : survey.values)
        found.append(u"%1 %2 %3"_s.arg(value.value)
                         .arg(value.rows)
                         .arg(value.known ? value.becomes : u"?"_s + value.guess));
    QCOMPARE(found,
             (QStringList { u"UK 2 ?United Kingdom"_s, u"germany 1 Germany"_s, u"Germny 1 ?Germany"_s,
                            u"Narnia 1 ?"_s, u"USA 1 ?"_s, u"Netherland 1 ?Netherlands"_s }));
    QCOMPARE(survey.unknown, 6);
    QVERIFY(!survey.more);
    QCOMPARE(survey.values.front().record, 0);
}

void TestMappingSurvey::looksAtEachOfSeveralValues()
{
    Field field = countryField();
    field.type = FieldType::MultiPicklist;
    const ListSurvey survey
        = *surveyOf({ u"France; Germany"_s, u"France|Atlantis"_s, u"France, Germany"_s }, field).values;
    QCOMPARE(survey.values.size(), 3U);
    QCOMPARE(survey.values[0].value, u"France"_s);
    QCOMPARE(survey.values[0].rows, 3);
    QCOMPARE(survey.unknown, 1);
}

void TestMappingSurvey::knowsYesAndNo()
{
    const ListSurvey survey
        = *surveyOf({ u"ja"_s, u"Nein"_s, u"vielleicht"_s, u"ja"_s }, fieldNamed(u"F"_s, FieldType::Boolean))
               .values;
    QCOMPARE(survey.values.size(), 3U);
    QCOMPARE(survey.values[0].becomes, u"true"_s);
    QCOMPARE(survey.values[1].becomes, u"false"_s);
    QVERIFY(!survey.values[2].known);
    QCOMPARE(survey.unknown, 1);
}

void TestMappingSurvey::guessesWhereTelephonesAre()
{
    const PhoneSurvey survey
        = *surveyOf({ u"+49 30 1234567"_s, u"0049 89 1234567"_s, u"+41 44 668 18 00"_s, u"030 1234567"_s },
                    fieldNamed(u"F"_s, FieldType::Phone))
               .phones;
    QCOMPARE(survey.international, 3);
    QCOMPARE(survey.national, 1);
    QCOMPARE(survey.nationalExample, (SeenValue { u"030 1234567"_s, 3 }));
    QCOMPARE(survey.region, u"DE"_s);
}

void TestMappingSurvey::looksBehindCleaners()
{
    Treatment treatment;
    treatment.cleaners = { { .kind = CleanerKind::BlankIf, .find = u"unknown"_s },
                           { .kind = CleanerKind::Replace, .find = u"born "_s } };
    const FieldSurvey survey
        = surveyOf({ u"born 31/12/1979"_s, u"unknown"_s }, fieldNamed(u"F"_s, FieldType::Date), treatment);
    QCOMPARE(survey.filled, 1);
    QCOMPARE(survey.dates->decided, std::optional(DateOrder::DayFirst));
    QCOMPARE(survey.dates->unreadable, 0);
}

void TestMappingSurvey::passesOverValuesWithARule()
{
    Treatment treatment;
    treatment.values = { { u"today"_s, u"2026-03-14"_s }, { u"UK"_s, u"United Kingdom"_s } };
    QCOMPARE(surveyOf({ u"Today"_s }, fieldNamed(u"F"_s, FieldType::Date), treatment).dates->unreadable, 0);
    const ListSurvey list = *surveyOf({ u"uk"_s }, countryField(), treatment).values;
    QVERIFY(list.values[0].known);
    QCOMPARE(list.values[0].becomes, u"United Kingdom"_s);
}

void TestMappingSurvey::isTheSameInParts()
{
    const QStringList values {
        u"03/04/2026"_s, u"x"_s,           u"31/12/1979"_s, u"14.03.26"_s, u"2026-03-14 10:20"_s,
        u"12/31/1979"_s, u"5. Mai 2026"_s, u"45291"_s,      u"y"_s,        u"3/4/2026"_s
    };
    for (const FieldType type :
         { FieldType::Date, FieldType::Number, FieldType::Boolean, FieldType::Phone }) {
        const Field field = fieldNamed(u"F"_s, type);
        ReadingSurvey whole(mappingTo(u"F"_s), schemaOf(field));
        addRows(whole, values);
        ReadingSurvey parts(mappingTo(u"F"_s), schemaOf(field));
        ReadingSurvey part(mappingTo(u"F"_s), schemaOf(field));
        for (qsizetype first = 0; first < values.size(); first += 3) {
            part.clear();
            addRows(part, values.mid(first, 3));
            parts.add(part, first);
        }
        QVERIFY(parts.result() == whole.result());
    }
}

void TestMappingSurvey::keepsManyValuesInBounds()
{
    ReadingSurvey survey(mappingTo(u"F"_s), schemaOf(countryField()));
    for (int i = 0; i < 3000; ++i)
        addRows(survey, { u"value %1"_s.arg(i), u"France"_s }, 2 * i);
    const ListSurvey list = *survey.result().fields.at(0).values;
    QCOMPARE(list.values.size(), 2000U);
    QVERIFY(list.more);
    QCOMPARE(list.values.front().value, u"France"_s);
    QCOMPARE(list.values.front().rows, 3000);
}

void TestMappingSurvey::settlesWhatIsDecided()
{
    Schema schema;
    schema.fields = { fieldNamed(u"D"_s, FieldType::Date), fieldNamed(u"N"_s, FieldType::Number) };
    Mapping mapping;
    mapping.columns = { { .column = u"a"_s, .field = u"D"_s }, { .column = u"b"_s, .field = {} } };
    mapping.extras = { { .field = u"N"_s, .columns = { u"b"_s } } };
    ReadingSurvey survey(mapping, schema);
    const std::array<std::string_view, 2> cells { "12/31/1979", "1.200,50" };
    survey.add(0, cells);
    QVERIFY(settleReadings(mapping, survey.result()));
    QCOMPARE(mapping.columns[0].treatment.dates.order, DateOrder::MonthFirst);
    QCOMPARE(mapping.extras[0].treatment.decimals, DecimalSign::Comma);
    QVERIFY(!settleReadings(mapping, survey.result()));
    // Rows of the other sign, each clear by itself: none may be read against it.
    const std::array<std::string_view, 2> other { "12/31/1980", "12.5" };
    survey.add(1, other);
    QVERIFY(settleReadings(mapping, survey.result()));
    QCOMPARE(mapping.extras[0].treatment.decimals, DecimalSign::Undecided);
}

QTEST_APPLESS_MAIN(TestMappingSurvey)
#include "test_mapping_survey.moc"
