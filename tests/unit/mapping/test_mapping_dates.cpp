#include "app/mapping/date_text.h"
#include "app/mapping/zone_table.h"

#include <QDate>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include "built_for_tests.h"
#include <clocale>
#include <ctime>

using namespace rowlift;
using namespace rowlift::testing;

namespace {

const ValueForms plainForms {};

/// "!" before what cannot be read.
QString convert(const QString &cell, FieldType type, const DateReading &dates)
{
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s, type) };
    schema.forms = plainForms;
    return sent(mappingTo(u"F"_s, { .dates = dates }), schema, { cell }).front();
}

QString convertTime(const QString &cell, const QByteArray &zone)
{
    return convert(cell, FieldType::DateTime, { .order = DateOrder::DayFirst, .zone = zone });
}

} // namespace

class TestMappingDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDays_data();
    void readsDays();
    void readsSerials_data();
    void readsSerials();
    void readsDateTimes_data();
    void readsDateTimes();
    void readsZonesAsTheirClocksWent_data();
    void readsZonesAsTheirClocksWent();
    void everyDayComesBack_data();
    void everyDayComesBack();
    void everySerialIsItsDay();
    void everyHourComesBack_data();
    void everyHourComesBack();
    void monthsHaveTheirNamesInTenLanguages_data();
    void monthsHaveTheirNamesInTenLanguages();
};

void TestMappingDates::readsDays_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<DateReading>("reading");
    QTest::addColumn<QString>("sent");
    const DateReading own {};
    const DateReading day { .order = DateOrder::DayFirst };
    const DateReading month { .order = DateOrder::MonthFirst };
    const DateReading year { .order = DateOrder::YearFirst };
    const DateReading short1930 { .order = DateOrder::DayFirst, .twoDigitsFrom = 1930 };
    const auto row = [](const char *name, const QString &cell, const DateReading &reading,
                        const QString &out) { QTest::newRow(name) << cell << reading << out; };
    const QString is = u"2026-03-14"_s;
    row("ISO", u"2026-03-14"_s, own, is);
    row("ISO in a column with the day first", u"2026-03-14"_s, day, is);
    row("ISO with one digit", u"2026-3-4"_s, own, u"2026-03-04"_s);
    row("XML", u"2026-03-14Z"_s, own, is);
    row("slashes, year first", u"2026/03/14"_s, own, is);
    row("dots, year first", u"2026.03.14"_s, own, is);
    row("Hungarian", u"2026. 03. 14."_s, own, is);
    row("packed", u"20260314"_s, own, is);
    row("German", u"14.3.2026"_s, own, is);
    row("German with blanks", u"14. 3. 2026"_s, own, is);
    row("Croatian", u"14.03.2026."_s, own, is);
    row("dashes", u"14-03-2026"_s, day, is);
    row("blanks", u"14 03 2026"_s, day, is);
    row("American", u"3/14/2026"_s, month, is);
    row("American by itself", u"3/14/2026"_s, own, is);
    row("open", u"03/04/2026"_s, own, u"!03/04/2026"_s);
    row("open, day first", u"03/04/2026"_s, day, u"2026-04-03"_s);
    row("open, month first", u"03/04/2026"_s, month, u"2026-03-04"_s);
    row("against the order", u"14/03/2026"_s, month, u"!14/03/2026"_s);
    row("signs that differ", u"14.03/2026"_s, day, u"!14.03/2026"_s);
    row("two digits, not placed", u"14.03.26"_s, day, u"!14.03.26"_s);
    row("two digits", u"14.03.26"_s, short1930, is);
    row("two digits of last century", u"14.03.47"_s, short1930, u"1947-03-14"_s);
    row("the first of the hundred years", u"14.03.30"_s, short1930, u"1930-03-14"_s);
    row("the last of the hundred years", u"14.03.29"_s, short1930, u"2029-03-14"_s);
    row("dots contradict a year in front", u"05.06.07"_s,
        { .order = DateOrder::YearFirst, .twoDigitsFrom = 1970 }, u"!05.06.07"_s);
    row("strokes contradict a year in front", u"05/06/07"_s,
        { .order = DateOrder::YearFirst, .twoDigitsFrom = 1970 }, u"!05/06/07"_s);
    row("no day is over 31", u"79.12.31"_s, { .order = DateOrder::YearFirst, .twoDigitsFrom = 1970 },
        u"1979-12-31"_s);
    row("two digits in front", u"26-03-14"_s, { .order = DateOrder::YearFirst, .twoDigitsFrom = 1970 }, is);
    row("two digits in front or behind", u"26-03-14"_s, short1930, u"2014-03-26"_s);
    row("two digits with a name", u"14-mar-26"_s, short1930, is);
    row("two digits with an apostrophe", u"14 Mar '26"_s, short1930, is);
    row("three digits", u"14.03.026"_s, short1930, u"!14.03.026"_s);
    row("name", u"14 March 2026"_s, own, is);
    row("name in a column with the month first", u"14 March 2026"_s, month, is);
    row("name in a column with the year first", u"14 March 2026"_s, year, is);
    row("abbreviation", u"14 Mar 2026"_s, own, is);
    row("abbreviation with dashes", u"14-MAR-2026"_s, own, is);
    row("abbreviation with slashes", u"14/Mar/2026"_s, own, is);
    row("name first", u"March 14, 2026"_s, own, is);
    row("ordinal", u"March 14th, 2026"_s, own, is);
    row("ordinal of a day", u"the 14th of March, 2026"_s, own, is);
    row("year and name", u"2026 Mar 14"_s, own, is);
    row("year, name and dashes", u"2026-Mar-14"_s, own, is);
    row("nothing between", u"14Mar2026"_s, own, is);
    row("German name", u"14. März 2026"_s, own, is);
    row("accent apart", u"14. Ma\u0308rz 2026"_s, own, is);
    row("without umlaut", u"14. Maerz 2026"_s, own, is);
    row("French", u"1er mars 2026"_s, own, u"2026-03-01"_s);
    row("Spanish", u"14 de marzo de 2026"_s, own, is);
    row("Spanish capitals", u"14 DE MARZO DEL 2026"_s, own, is);
    row("Italian", u"1° marzo 2026"_s, own, u"2026-03-01"_s);
    row("Portuguese", u"1º de março de 2026"_s, own, u"2026-03-01"_s);
    row("Polish", u"14 marca 2026 r."_s, own, is);
    row("Swedish", u"den 14:e mars 2026"_s, own, is);
    row("Dutch", u"14 mrt. 2026"_s, own, is);
    row("Japanese", u"2026年3月14日"_s, own, is);
    row("Japanese with its day of the week", u"2026年3月14日(土)"_s, own, is);
    row("Japanese era", u"令和8年3月14日"_s, own, is);
    row("first year of an era", u"令和元年5月1日"_s, own, u"2019-05-01"_s);
    row("day of the week", u"Saturday, 14 March 2026"_s, own, is);
    row("German day of the week", u"Sa., 14.03.2026"_s, own, is);
    row("a Tuesday in March", u"mar. 10 mar. 2026"_s, own, u"2026-03-10"_s);
    row("March", u"mar. 10, 2026"_s, own, u"2026-03-10"_s);
    row("no-break space", u"14\u00A0mars\u00A02026"_s, own, is);
    row("midnight", u"14.03.2026 00:00:00"_s, day, is);
    row("midnight of another zone", u"2026-03-14T00:00:00+09:00"_s, own, is);
    row("midnight of 12 AM", u"3/14/2026 12:00:00 AM"_s, month, is);
    row("a time would be lost", u"14.03.2026 10:20"_s, day, u"!14.03.2026 10:20"_s);
    row("no such day", u"31.02.2026"_s, day, u"!31.02.2026"_s);
    row("leap day", u"29.02.2024"_s, day, u"2024-02-29"_s);
    row("no leap year", u"29.02.1900"_s, day, u"!29.02.1900"_s);
    row("no day at all", u"00.00.0000"_s, day, u"!00.00.0000"_s);
    row("no month", u"2026-00-14"_s, own, u"!2026-00-14"_s);
    row("day and month exchanged", u"2026-14-03"_s, own, u"!2026-14-03"_s);
    row("year only", u"2026"_s, own, u"!2026"_s);
    row("month and year", u"March 2026"_s, own, u"!March 2026"_s);
    row("a week", u"2026-W11-6"_s, own, u"!2026-W11-6"_s);
    row("a version", u"1.2.3"_s, day, u"!1.2.3"_s);
    row("a telephone", u"030 12 34"_s, day, u"!030 12 34"_s);
    row("a number", u"45291"_s, own, u"!45291"_s);
    row("many digits", u"123456789012345"_s, own, u"!123456789012345"_s);
    row("something behind", u"14.03.2026 approx."_s, day, u"!14.03.2026 approx."_s);
    row("a word", u"yesterday"_s, own, u"!yesterday"_s);
}

void TestMappingDates::readsDays()
{
    QFETCH(QString, cell);
    QFETCH(DateReading, reading);
    QTEST(convert(cell, FieldType::Date, reading), "sent");
}

void TestMappingDates::readsSerials_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto date = FieldType::Date;
    const auto time = FieldType::DateTime;
    QTest::newRow("a day") << date << u"45291"_s << u"2023-12-31"_s;
    QTest::newRow("the first") << date << u"1"_s << u"1900-01-01"_s;
    QTest::newRow("before the day that never was") << date << u"59"_s << u"1900-02-28"_s;
    QTest::newRow("the day that never was") << date << u"60"_s << u"!60"_s;
    QTest::newRow("behind it") << date << u"61"_s << u"1900-03-01"_s;
    QTest::newRow("the last") << date << u"73415"_s << u"2100-12-31"_s;
    QTest::newRow("a year") << date << u"1979"_s << u"!1979"_s;
    QTest::newRow("this year") << date << u"2026"_s << u"!2026"_s;
    QTest::newRow("a day without its dots") << date << u"140326"_s << u"!140326"_s;
    QTest::newRow("behind the last") << date << u"2958466"_s << u"!2958466"_s;
    QTest::newRow("none") << date << u"0"_s << u"!0"_s;
    QTest::newRow("packed days are none") << date << u"20260314"_s << u"2026-03-14"_s;
    QTest::newRow("a time would be lost") << date << u"45291.5"_s << u"!45291.5"_s;
    QTest::newRow("no time") << date << u"45291.0"_s << u"2023-12-31"_s;
    QTest::newRow("noon") << time << u"45291.5"_s << u"2023-12-31T12:00:00.000Z"_s;
    QTest::newRow("German noon") << time << u"45291,5"_s << u"2023-12-31T12:00:00.000Z"_s;
    QTest::newRow("as a workbook has it") << time << u"45291.430555555555"_s << u"2023-12-31T10:20:00.000Z"_s;
    QTest::newRow("cut short") << time << u"45291.43056"_s << u"2023-12-31T10:20:00.000Z"_s;
    QTest::newRow("milliseconds") << time << u"45291.4309086343"_s << u"2023-12-31T10:20:30.506Z"_s;
    QTest::newRow("nearly the next day") << time << u"45291.9999999"_s << u"2024-01-01T00:00:00.000Z"_s;
}

void TestMappingDates::readsSerials()
{
    QFETCH(FieldType, type);
    QFETCH(QString, cell);
    QTEST(convert(cell, type, { .serials = true, .zone = "UTC" }), "sent");
}

void TestMappingDates::readsDateTimes_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    const QString is = u"2026-03-14T09:20:00.000Z"_s; // 10:20 in Berlin
    row("German", u"14.03.2026 10:20"_s, is);
    row("German, as people write it", u"14.03.2026, 10:20 Uhr"_s, is);
    row("German in words", u"14. März 2026 um 10:20 Uhr"_s, is);
    row("two blanks", u"14.03.2026  10:20"_s, is);
    row("ISO", u"2026-03-14T10:20:00"_s, is);
    row("ISO with a blank", u"2026-03-14 10:20"_s, is);
    row("ISO, UTC", u"2026-03-14T09:20:00Z"_s, is);
    row("small letters", u"2026-03-14t09:20:00z"_s, is);
    row("offset", u"2026-03-14T10:20:00+01:00"_s, is);
    row("offset without colon", u"2026-03-14T10:20:00.000+0100"_s, is);
    row("offset of hours", u"2026-03-14 04:20:00-05"_s, is);
    row("offset with a true minus", u"2026-03-14 04:20:00\u221205:00"_s, is);
    row("half an hour", u"2026-03-14T14:50:00+05:30"_s, is);
    row("fraction", u"2026-03-14T10:20:00.1234567"_s, u"2026-03-14T09:20:00.123Z"_s);
    row("comma", u"2026-03-14T10:20:00,5"_s, u"2026-03-14T09:20:00.500Z"_s);
    row("packed", u"20260314T102000"_s, is);
    row("packed with zone", u"20260314T092000Z"_s, is);
    row("fourteen digits", u"20260314102000"_s, is);
    row("Java", u"2026-03-14T10:20+01:00[Europe/Berlin]"_s, is);
    row("Java's old one", u"Sat Mar 14 10:20:00 CET 2026"_s, is);
    row("C", u"Sat Mar 14 10:20:00 2026"_s, is);
    row("JavaScript", u"Sat Mar 14 2026 10:20:00 GMT+0100 (Central European Standard Time)"_s, is);
    row("mail", u"Sat, 14 Mar 2026 10:20:00 +0100"_s, is);
    row("web", u"Sat, 14 Mar 2026 09:20:00 GMT"_s, is);
    row("American", u"March 14, 2026, 10:20 AM"_s, is);
    row("American in words", u"March 14, 2026 at 10:20 a.m."_s, is);
    row("narrow blank, as browsers write it", u"Mar 14, 2026, 10:20\u202FAM"_s, is);
    row("French", u"14 mars 2026 à 10h20"_s, is);
    row("Polish", u"14 marca 2026 r., godz. 10:20"_s, is);
    row("Swedish", u"14 mars 2026 kl. 10:20"_s, is);
    row("Japanese", u"2026年3月14日 午前10時20分"_s, is);
    row("zone by name", u"14.03.2026 10:20 MEZ"_s, is);
    row("summer by name", u"14.07.2026 10:20 CEST"_s, u"2026-07-14T08:20:00.000Z"_s);
    row("New York", u"2026-03-14 04:20:00 EST"_s, is);
    row("a day begins at midnight", u"14.03.2026"_s, u"2026-03-13T23:00:00.000Z"_s);
    row("a name of several zones", u"2026-03-14 10:20 CST"_s, u"!2026-03-14 10:20 CST"_s);
    row("a name of none", u"2026-03-14 10:20 XYZ"_s, u"!2026-03-14 10:20 XYZ"_s);
    row("too far from UTC", u"2026-03-14 10:20+15:00"_s, u"!2026-03-14 10:20+15:00"_s);
    row("no such hour", u"2026-03-14 25:20"_s, u"!2026-03-14 25:20"_s);
    row("end of the day", u"2026-03-14T24:00:00"_s, u"!2026-03-14T24:00:00"_s);
    row("leap second", u"2016-12-31T23:59:60Z"_s, u"!2016-12-31T23:59:60Z"_s);
    row("hour only", u"2026-03-14 10"_s, u"!2026-03-14 10"_s);
    row("half a minute", u"2026-03-14 10:2"_s, u"!2026-03-14 10:2"_s);
    row("open bracket", u"2026-03-14T10:20+01:00[Europe"_s, u"!2026-03-14T10:20+01:00[Europe"_s);
    row("beyond all years", u"9999-12-31T23:00:00-05:00"_s, u"!9999-12-31T23:00:00-05:00"_s);
}

void TestMappingDates::readsDateTimes()
{
    QFETCH(QString, cell);
    QTEST(convertTime(cell, "Europe/Berlin"), "sent");
}

void TestMappingDates::readsZonesAsTheirClocksWent_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const char *zone, const QString &cell, const QString &out) {
        QTest::newRow(name) << QByteArray(zone) << cell << out;
    };
    row("left out", "Europe/Berlin", u"2026-03-29 02:30"_s, u"!2026-03-29 02:30"_s);
    row("before it is left out", "Europe/Berlin", u"2026-03-29 01:59:59"_s, u"2026-03-29T00:59:59.000Z"_s);
    row("behind it", "Europe/Berlin", u"2026-03-29 03:00"_s, u"2026-03-29T01:00:00.000Z"_s);
    row("shown twice", "Europe/Berlin", u"2026-10-25 02:30"_s, u"2026-10-25T00:30:00.000Z"_s);
    row("behind it, once again", "Europe/Berlin", u"2026-10-25 03:00"_s, u"2026-10-25T02:00:00.000Z"_s);
    row("half an hour", "Australia/Lord_Howe", u"2026-10-04 02:15"_s, u"!2026-10-04 02:15"_s);
    row("minutes past", "Asia/Kathmandu", u"2026-03-14 10:20"_s, u"2026-03-14T04:35:00.000Z"_s);
    row("no summer", "Asia/Tokyo", u"2026-07-14 10:20"_s, u"2026-07-14T01:20:00.000Z"_s);
    row("a day left out", "Pacific/Apia", u"2011-12-30 10:20"_s, u"!2011-12-30 10:20"_s);
    row("before zones were", "Europe/Berlin", u"1850-01-01 00:53:28"_s, u"1850-01-01T00:00:00.000Z"_s);
    row("summer of the war", "Europe/Berlin", u"1945-06-15 12:00"_s, u"1945-06-15T09:00:00.000Z"_s);
    row("far future, summer", "Europe/Berlin", u"2199-07-01 12:00"_s, u"2199-07-01T10:00:00.000Z"_s);
    row("far future, winter", "America/New_York", u"2399-01-01 12:00"_s, u"2399-01-01T17:00:00.000Z"_s);
    row("end of time, summer", "Europe/Berlin", u"9998-07-01 12:00"_s, u"9998-07-01T10:00:00.000Z"_s);
    row("end of time, left out", "Europe/Berlin", u"6026-03-29 02:30"_s, u"!6026-03-29 02:30"_s);
    row("south", "Pacific/Auckland", u"2026-01-14 10:20"_s, u"2026-01-13T21:20:00.000Z"_s);
}

void TestMappingDates::readsZonesAsTheirClocksWent()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, cell);
    QTEST(convertTime(cell, zone), "sent");
}

void TestMappingDates::everyDayComesBack_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("language");
    QTest::addColumn<DateReading>("reading");
    const DateReading day { .order = DateOrder::DayFirst };
    const DateReading month { .order = DateOrder::MonthFirst };
    const DateReading own {};
    const auto row = [](const QString &format, const DateReading &reading, const QString &language = u"C"_s) {
        QTest::newRow(qPrintable(language + u' ' + format)) << format << language << reading;
    };
    for (const QString &mark : { u"."_s, u"/"_s, u"-"_s, u" "_s, u". "_s }) {
        row(u"d%1M%1yyyy"_s.arg(mark), day);
        row(u"dd%1MM%1yyyy"_s.arg(mark), day);
        row(u"M%1d%1yyyy"_s.arg(mark), month);
        row(u"yyyy%1MM%1dd"_s.arg(mark), own);
        row(u"yyyy%1M%1d"_s.arg(mark), day);
    }
    row(u"yyyyMMdd"_s, own);
    row(u"yyyy'年'M'月'd'日'"_s, own);
    row(u"yyyy-MM-ddT00:00:00"_s, own);
    for (const auto *language : { "en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv" }) {
        const QString name = QString::fromLatin1(language);
        row(u"d MMMM yyyy"_s, own, name);
        row(u"d. MMM yyyy"_s, month, name);
        row(u"MMMM d, yyyy"_s, day, name);
        row(u"dddd, d MMMM yyyy"_s, own, name);
        row(u"ddd dd-MMM-yyyy"_s, own, name);
    }
}

void TestMappingDates::everyDayComesBack()
{
    QFETCH(QString, format);
    QFETCH(QString, language);
    QFETCH(DateReading, reading);
    const QLocale locale(language);
    const int step = language == u"C" ? 1 : 3; // a name is the same all month
    std::array<char, 32> space {};
    for (QDate date(1900, 1, 1); date.year() <= 2100; date = date.addDays(step)) {
        const std::string text = locale.toString(date, format).toStdString();
        const auto day = readDay(text, reading);
        QVERIFY2(day, text.c_str());
        const std::string iso = date.toString(Qt::ISODate).toStdString();
        QVERIFY2(isoDate(*day, space) == iso, text.c_str());
    }
}

void TestMappingDates::everySerialIsItsDay()
{
    std::array<char, 32> space {};
    int serial = 61;
    for (QDate date(1900, 3, 1); date.year() <= 2100; date = date.addDays(1), ++serial) {
        if (serial >= 1000 && serial < 3000)
            continue; // rather a year
        const auto day = readSerial(std::to_string(serial));
        QVERIFY(day);
        QCOMPARE(isoDate(*day, space), std::string_view(date.toString(Qt::ISODate).toStdString()));
    }
}

void TestMappingDates::everyHourComesBack_data()
{
    QTest::addColumn<QByteArray>("here");
    for (const auto *here : { "UTC", "Pacific/Auckland", "America/St_Johns", "Europe/Berlin" })
        QTest::newRow(here) << QByteArray(here);
}

/// Whatever the computer's own zone and language are.
void TestMappingDates::everyHourComesBack()
{
    QFETCH(QByteArray, here);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", here);
    tzset();
    std::setlocale(LC_ALL, "de_DE.UTF-8");
    for (const auto *name :
         { "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "America/Sao_Paulo" }) {
        ZoneTable table { QByteArray(name) };
        const QTimeZone zone { QByteArray(name) };
        // every half hour of two years, and each tenth day from long ago to long hence
        for (qint64 utc = 1'577'836'800; utc < 1'640'995'200; utc += 1800) {
            const qint64 local = utc + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC));
            const auto found = table.utcOf(local);
            QVERIFY(found);
            QVERIFY(*found == utc || *found == utc - 3600 || *found == utc - 1800); // the first of both
        }
        for (qint64 utc = -3'000'000'000; utc < 9'000'000'000; utc += 864'000) {
            const qint64 local = utc + zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, Qt::UTC));
            const auto found = table.utcOf(local);
            QVERIFY(found);
            QCOMPARE(*found, utc);
        }
    }
    QCOMPARE(convertTime(u"14.03.2026 10:20"_s, "Asia/Tokyo"), u"2026-03-14T01:20:00.000Z"_s);
    QCOMPARE(
        convert(u"14.03.2026"_s, FieldType::Date, { .order = DateOrder::DayFirst, .zone = "Asia/Tokyo" }),
        u"2026-03-14"_s);
    std::setlocale(LC_ALL, "C");
    qputenv("TZ", before);
    tzset();
}

void TestMappingDates::monthsHaveTheirNamesInTenLanguages_data()
{
    QTest::addColumn<QStringList>("names");
    const auto row
        = [](const char *language, const QString &names) { QTest::newRow(language) << names.split(u' '); };
    row("English", u"Jan Feb March Apr May June July Aug Sept Oct Nov Dec"_s);
    row("German", u"Jänner Feber März April Mai Juni Juli August September Oktober November Dezember"_s);
    row("German, short", u"Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez"_s);
    row("French", u"janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."_s);
    row("French without accents",
        u"JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE"_s);
    row("Spanish", u"ene feb mar abr may jun jul ago sep oct nov dic"_s);
    row("Spanish of Peru",
        u"enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre"_s);
    row("Italian", u"gen feb mar apr mag giu lug ago set ott nov dic"_s);
    row("Dutch", u"jan feb mrt apr mei jun jul aug sep okt nov dec"_s);
    row("Portuguese", u"jan fev mar abr mai jun jul ago set out nov dez"_s);
    row("Polish",
        u"styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"_s);
    row("Polish, short", u"sty lut mar kwi maj cze lip sie wrz paź lis gru"_s);
    row("Swedish",
        u"januari februari mars april maj juni juli augusti september oktober november december"_s);
}

void TestMappingDates::monthsHaveTheirNamesInTenLanguages()
{
    QFETCH(QStringList, names);
    QCOMPARE(names.size(), 12);
    for (int i = 0; i < 12; ++i) {
        const QString iso = QDate(2026, i + 1, 14).toString(Qt::ISODate);
        QCOMPARE(convert(u"14 %1 2026"_s.arg(names[i]), FieldType::Date, {}), iso);
        QCOMPARE(convert(u"14-%1-2026"_s.arg(names[i].toUpper()), FieldType::Date, {}), iso);
    }
}

QTEST_APPLESS_MAIN(TestMappingDates)
#include "test_mapping_dates.moc"
