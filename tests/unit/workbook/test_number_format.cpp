#include "app/workbook/number_format.h"

#include <QTest>

using namespace rowlift;

class TestNumberFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNumbers_data();
    void showsNumbers();
    void knowsFormatsByNumber_data();
    void knowsFormatsByNumber();
    void countsDaysFrom1904();
};

namespace {

QString shown(const NumberFormat &format, const QByteArray &value, DateSystem system = DateSystem::From1900)
{
    std::string text;
    format.append(text, value.toStdString(), system);
    return QString::fromStdString(text);
}

} // namespace

void TestNumberFormat::showsNumbers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *code, const char *value, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(code) << QByteArray(value) << QString::fromUtf8(text);
    };
    row("whole", "General", "42", "42");
    row("long number stays whole", "General", "1.23456789012346E+15", "1234567890123460");
    row("sixteen digits", "General", "1234567890123456", "1234567890123456");
    row("beyond what doubles hold", "General", "12345678901234567891", "12345678901234567891");
    row("seventeen digits of Excel", "General", "0.10000000000000001", "0.1");
    row("dust of a sum", "General", "23.799999999999997", "23.8");
    row("dust above", "General", "0.30000000000000004", "0.3");
    row("digits that are meant", "General", "0.1234567890123456", "0.1234567890123456");
    row("written as a float", "General", "1.0", "1");
    row("negative", "General", "-0.5", "-0.5");
    row("small, with exponent", "General", "1.5E-4", "0.00015");
    row("tiny", "General", "1.5E-12", "1.5E-12");
    row("huge", "General", "1E+30", "1E+30");
    row("negative zero", "General", "-0", "0");
    row("no number", "General", "abc", "abc");
    row("two decimals", "0.00", "12.5", "12.50");
    row("no digit is cut", "0.00", "1234.5678", "1234.5678");
    row("no digit is rounded off", "0", "3.7", "3.7");
    row("thousands are not grouped", "#,##0.00", "1234567.5", "1234567.50");
    row("postcode", "00000", "4109", "04109");
    row("postcode that is longer", "00000", "123456", "123456");
    row("social security", "000-00-0000", "123456789", "123-45-6789");
    row("phone", "[<=9999999]###-####;(###) ###-####", "5551234567", "(555) 123-4567");
    row("short phone", "[<=9999999]###-####;(###) ###-####", "5551234", "555-1234");
    row("percent", "0%", "0.12", "12%");
    row("percent with more", "0%", "0.1234", "12.34%");
    row("percent, binary", "0.00%", "7.0000000000000007E-2", "7.00%");
    row("percent of zero", "0.0%", "0", "0.0%");
    row("dollar", "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)", "1234.5", "$1234.50");
    row("dollar, negative", "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)", "-1234.5", "-$1234.50");
    row("euro behind", "#,##0.00\\ [$€-407]", "1234.5", "1234.50 €");
    row("accounting", "_-* #,##0.00\\ \"€\"_-;-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", "0",
        "0.00 €");
    row("unit", "0\" kg\"", "12", "12 kg");
    row("semicolon in quotes", "0\";\"", "5", "5;");
    row("optional decimals", "0.##", "12", "12");
    row("optional all", "#.##", "0.5", "0.5");
    row("optional zero", "#", "0", "0");
    row("scientific", "0.00E+00", "1234567890123", "1234567890123");
    row("in thousands", "0,", "1234567", "1234567");
    row("in millions", "0.0,,\"M\"", "1234567", "1234567");
    row("fraction", "# ?/?", "1.25", "1.25");
    row("hidden", ";;;", "5", "5");
    row("words for numbers", "\"Yes\";;\"No\"", "1", "1");
    row("text format", "@", "4109", "4109");
    row("date", "dd/mm/yyyy", "46348", "2026-11-22");
    row("date with words", "dddd, mmmm dd, yyyy", "46348", "2026-11-22");
    row("date with a text section", "dd/mm/yyyy;@", "46348", "2026-11-22");
    row("date by locale", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46348", "2026-11-22");
    row("month", "mmm-yy", "46348", "2026-11-22");
    row("date hides the time", "yyyy-mm-dd", "46348.75", "2026-11-22");
    row("moment", "yyyy-mm-dd hh:mm:ss", "46348.545138888891", "2026-11-22 13:05:00");
    row("moment without seconds", "m/d/yy h:mm", "46348.545138888891", "2026-11-22 13:05:00");
    row("almost midnight", "yyyy-mm-dd hh:mm", "46347.999999999", "2026-11-22 00:00:00");
    row("time", "h:mm AM/PM", "0.54513888888888884", "13:05:00");
    row("minutes", "mm:ss", "0.00381944444444444", "00:05:30");
    row("only minutes are a month", "mm", "46348", "2026-11-22");
    row("hours beyond a day", "[h]:mm:ss", "1.5625", "37:30:00");
    row("elapsed minutes", "[mm]:ss", "0.5", "12:00:00");
    row("milliseconds", "hh:mm:ss.000", "0.54513888888888884", "13:05:00");
    row("milliseconds shown", "hh:mm:ss.000", "0.545141782407407", "13:05:00.250");
    row("time before any day", "yyyy-mm-dd hh:mm", "0.5", "12:00:00");
    row("first day", "yyyy-mm-dd", "1", "1900-01-01");
    row("before the leap day", "yyyy-mm-dd", "59", "1900-02-28");
    row("the day that was not", "yyyy-mm-dd", "60", "1900-02-29");
    row("after the leap day", "yyyy-mm-dd", "61", "1900-03-01");
    row("last day", "yyyy-mm-dd", "2958465", "9999-12-31");
    row("after the last day", "yyyy-mm-dd", "2958466", "2958466");
    row("before the first day", "yyyy-mm-dd", "-1", "-1");
    row("letters in quotes", "0\" days\"", "3", "3 days");
    row("letters behind a stroke", "0\\d", "3", "3d");
    row("colour", "[Red]0.0", "3", "3.0");
}

void TestNumberFormat::showsNumbers()
{
    QFETCH(QString, code);
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(shown(NumberFormat::parse(code), value), text);
}

void TestNumberFormat::knowsFormatsByNumber_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("general") << 0 << QByteArray("1.5") << QStringLiteral("1.5");
    QTest::newRow("decimals") << 4 << QByteArray("1500.5") << QStringLiteral("1500.50");
    QTest::newRow("percent") << 10 << QByteArray("0.5") << QStringLiteral("50.00%");
    QTest::newRow("scientific") << 11 << QByteArray("123456789") << QStringLiteral("123456789");
    QTest::newRow("text") << 49 << QByteArray("7") << QStringLiteral("7");
    for (const int id : { 14, 15, 16, 17, 27, 30, 36, 50, 58 })
        QTest::addRow("date %d", id) << id << QByteArray("46348") << QStringLiteral("2026-11-22");
    for (const int id : { 18, 19, 20, 21, 32, 33, 45, 46, 47 })
        QTest::addRow("time %d", id) << id << QByteArray("0.5") << QStringLiteral("12:00:00");
    QTest::newRow("moment") << 22 << QByteArray("46348.5") << QStringLiteral("2026-11-22 12:00:00");
    QTest::newRow("elapsed") << 46 << QByteArray("2.5") << QStringLiteral("60:00:00");
    QTest::newRow("tenths") << 47 << QByteArray("0.545141782407407") << QStringLiteral("13:05:00.250");
    QTest::newRow("unknown") << 99 << QByteArray("12") << QStringLiteral("12");
}

void TestNumberFormat::knowsFormatsByNumber()
{
    QFETCH(int, id);
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(shown(NumberFormat::builtIn(id), value), text);
}

void TestNumberFormat::countsDaysFrom1904()
{
    const NumberFormat date = NumberFormat::builtIn(14);
    QCOMPARE(shown(date, "0", DateSystem::From1904), QStringLiteral("1904-01-01"));
    QCOMPARE(shown(date, "44886", DateSystem::From1904), QStringLiteral("2026-11-22"));
    QCOMPARE(shown(NumberFormat::builtIn(22), "0.5", DateSystem::From1904),
             QStringLiteral("1904-01-01 12:00:00"));
}

QTEST_GUILESS_MAIN(TestNumberFormat)
#include "test_number_format.moc"
