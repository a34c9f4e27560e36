#include "app/csv/file_survey.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

FileSurvey surveyOf(const QByteArray &bytes, const Dialect &dialect = {})
{
    MemorySource source(bytes);
    return *surveyFile(source, dialect, {}, {}, {});
}

/// "lostDigits B 2" for each heads-up: kind, column, rows.
QStringList headsUps(const QByteArray &bytes, const Dialect &dialect = {})
{
    QStringList texts;
    for (const FileFact &fact : surveyOf(bytes, dialect).facts) {
        const QString column = fact.column < 0 ? u"-"_s : QString(QChar(u'A' + fact.column));
        texts << u"%1 %2 %3"_s.arg(factId(fact.kind), column).arg(fact.count);
    }
    return texts;
}

/// A file with one column beside a counter.
QByteArray columnFile(const QString &name, const QStringList &values)
{
    QString text = u"n;%1\n"_s.arg(name);
    for (qsizetype row = 0; row < values.size(); ++row)
        text += u"r%1x;%2\n"_s.arg(row).arg(values[row]);
    return text.toUtf8();
}

Dialect semicolon()
{
    Dialect dialect;
    dialect.delimiter = ';';
    return dialect;
}

/// Five digits, none with a zero in front, as they come from all over a country.
QStringList postCodes(int count)
{
    QStringList codes;
    for (int index = 0; index < count; ++index)
        codes << QString::number(10'000 + (index * 7'919) % 90'000);
    return codes;
}

QStringList numbered(const QString &shape, int from, int count)
{
    QStringList values;
    for (int index = 0; index < count; ++index)
        values << shape.arg(from + index);
    return values;
}

} // namespace

class TestCsvFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsDamage_data();
    void knowsDamage();
    void leavesGoodColumnsAlone_data();
    void leavesGoodColumnsAlone();
    void excusesShortPostCodesByCountry();
    void knowsRepeatedHeaders();
    void knowsTotals_data();
    void knowsTotals();
    void knowsEarlierResults_data();
    void knowsEarlierResults();
    void tellsQuietFacts();
    void namesBlankWords();
    void listsExactRows();
    void findsRowsBeyondTheList();
    void speaksToPeople();
};

void TestCsvFacts::knowsDamage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("fact");
    const auto row = [](const char *test, const QString &name, const QStringList &values,
                        const QString &fact) { QTest::newRow(test) << name << values << fact; };
    const QStringList lost { u"1,23457E+11"_s, u"4.91763E+12"_s };
    row("lost digits among numbers", u"Kundennr."_s, numbered(u"40012345%1"_s, 100, 9) + lost,
        u"lostDigits B 2"_s);
    row("lost digits without a telling name", u"Wert"_s, numbered(u"4001234%1"_s, 100, 9) + lost,
        u"lostDigits B 2"_s);
    row("codes with an E", u"Artikel"_s, numbered(u"12A%1"_s, 10, 9) + QStringList { u"1.20E+06"_s },
        u"lostDigits B 1"_s);
    QStringList cards;
    for (int card = 0; card < 8; ++card)
        cards << QString::number(4'111'111'111'111'000 + card * 10);
    row("fifteen digits", u"Card"_s, cards, u"roundedNumbers B 8"_s);
    row("post codes", u"PLZ"_s, postCodes(200) + QStringList { u"4109"_s, u"1067"_s },
        u"cutLeadingZeros B 2"_s);
    row("post codes, some whole", u"Zip code"_s,
        postCodes(200) + QStringList { u"04109"_s, u"01067"_s, u"4109"_s }, u"cutLeadingZeros B 1"_s);
    row("customer numbers", u"Customer ID"_s,
        numbered(u"0000%1"_s, 1000, 100) + numbered(u"8100%1"_s, 1000, 100) + QStringList { u"1234567"_s },
        u"cutLeadingZeros B 1"_s);
    row("sizes", u"Employees"_s, { u"51-200"_s, u"Nov-50"_s, u"201-500"_s, u"10. Jan"_s, u"51-200"_s },
        u"datesInCodes B 2"_s);
    row("codes", u"Gene"_s, numbered(u"BRC%1"_s, 10, 20) + QStringList { u"05. Mrz"_s, u"Sep-01"_s },
        u"datesInCodes B 2"_s);
    row("errors", u"Umsatz"_s, { u"12,5"_s, u"#REF!"_s, u"#BEZUG!"_s, u"########"_s }, u"errorTexts B 3"_s);
    row("lost letters", u"Name"_s, { u"M?ller"_s, u"Smith"_s, u"K?hn"_s, u"?sterreich"_s },
        u"lostLetters B 3"_s);
    row("twice encoded", u"Name"_s, { u"MÃ¼ller"_s, u"Smith"_s, u"BjÃ¶rn"_s }, u"mojibake B 2"_s);
    row("twice encoded sign", u"Note"_s, { u"donâ€™t call"_s, u"fine"_s }, u"mojibake B 1"_s);
    row("twice encoded Cyrillic", u"City"_s, { u"ÐœÐ¸Ð½ÑÐº"_s, u"Oslo"_s }, u"mojibake B 1"_s);
    row("old Macintosh", u"Name"_s, { u"M√ºller"_s, u"Oslo"_s }, u"mojibake B 1"_s);
}

void TestCsvFacts::knowsDamage()
{
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    QFETCH(QString, fact);
    QCOMPARE(headsUps(columnFile(name, values), semicolon()), QStringList { fact });
}

void TestCsvFacts::leavesGoodColumnsAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *test, const QString &name, const QStringList &values) {
        QTest::newRow(test) << name << values;
    };
    row("years", u"Year"_s, numbered(u"%1"_s, 1990, 40) + QStringList { u"987"_s });
    row("amounts", u"Revenue"_s, numbered(u"%1"_s, 9'950, 200));
    row("five-digit amounts", u"Salary"_s, postCodes(300) + QStringList { u"9500"_s, u"4100"_s });
    row("counting ids", u"ID"_s, numbered(u"%1"_s, 99'900, 300));
    row("prices", u"Price"_s, { u"1E5"_s, u"12.50"_s, u"1.5e-3"_s, u"7"_s });
    row("measurements", u"Strength"_s, { u"1.2E+11"_s, u"3.4E-02"_s, u"5.1E+12"_s, u"2.2"_s });
    row("months", u"Month"_s, { u"Mar-05"_s, u"Apr-05"_s, u"May-05"_s });
    row("days", u"Due"_s, { u"05. Mrz"_s, u"06. Mrz"_s });
    row("month and text", u"Note"_s, { u"Mar-05"_s, u"call again"_s, u"no answer"_s });
    row("Austrian post codes", u"PLZ"_s, numbered(u"%1"_s, 1010, 90) + QStringList { u"80331"_s });
    row("both countries", u"PLZ"_s, postCodes(50) + QStringList { u"04109"_s } + numbered(u"%1"_s, 1010, 12));
    row("a regional post code list", u"PLZ"_s, numbered(u"8%1"_s, 3301, 90) + QStringList { u"5020"_s });
    row("questions", u"Note"_s, { u"Really?"_s, u"Why? who?"_s, u"What?no"_s, u"Is?it"_s, u"ok?"_s });
    row("addresses", u"Web"_s, { u"https://example.com/a?b=c"_s, u"example.org/x?yes"_s, u"/q?abc"_s });
    row("letters side by side", u"Name"_s,
        { u"Żółć"_s, u"IRMÃ"_s, u"KŘÍŽ"_s, u"„Spaß“"_s, u"CAFÉ…"_s, u"Ångström"_s, u"“ÉTÉ”"_s,
          u"Straße–Süd"_s });
    row("other scripts", u"Name"_s, { u"Минск"_s, u"東京"_s, u"Αθήνα"_s, u"تونس"_s });
    row("long numbers", u"Reference"_s, numbered(u"41111111111111%1"_s, 100, 90));
    QStringList stamps;
    for (qint64 minute = 10; minute < 50; ++minute)
        stamps << QString::number(2'024'010'112'000'000 + minute * 10'000);
    row("time stamps", u"Stamp"_s, stamps);
    row("hash signs", u"Tag"_s, { u"#summer"_s, u"#1"_s, u"#ref"_s, u"###"_s });
    row("telephone numbers", u"Phone"_s,
        { u"0301234567"_s, u"089123456"_s, u"01761234567"_s, u"0401234"_s, u"891234567"_s });
}

void TestCsvFacts::leavesGoodColumnsAlone()
{
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    QCOMPARE(headsUps(columnFile(name, values), semicolon()), QStringList());
}

void TestCsvFacts::excusesShortPostCodesByCountry()
{
    QByteArray bytes = "Land;PLZ\nDE;04109\nDE;01067\n";
    for (const QString &code : postCodes(60))
        bytes += "DE;" + code.toUtf8() + '\n';
    bytes += "AT;1010\nÖsterreich;6020\nCH;8001\nUK;3100\nDE;4109\n;1067\n";
    const auto facts = surveyOf(bytes, semicolon()).facts;
    QCOMPARE(facts.size(), std::size_t(1));
    QCOMPARE(facts[0].kind, FileFact::Kind::CutLeadingZeros);
    QVERIFY(facts[0].records == (std::vector<qint64> { 67, 68 }));
}

void TestCsvFacts::knowsRepeatedHeaders()
{
    QCOMPARE(headsUps("Name,Mail\na,b\nName,Mail\nc,d\n Name ,Mail\nName,x\n"),
             QStringList { u"repeatedHeader - 2"_s });
    QCOMPARE(headsUps("Name,\nName,\n"), QStringList());
}

void TestCsvFacts::knowsTotals_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QStringList>("facts");
    const QStringList none;
    const QStringList one { u"totalsLine - 1"_s };
    QTest::newRow("English") << QByteArray("Total,,12.50\n") << one;
    QTest::newRow("German, in the middle of the row") << QByteArray(",Summe:,12\n") << one;
    QTest::newRow("French, and an empty line") << QByteArray("Total général,,9\n\n") << one;
    QTest::newRow("a company") << QByteArray("Total,x@example.com,3\n") << none;
    QTest::newRow("no number") << QByteArray("Total,,\n") << none;
    QTest::newRow("further up") << QByteArray("Total,,3\na,b,1\nc,d,2\ne,f,3\n") << none;
}

void TestCsvFacts::knowsTotals()
{
    QFETCH(QByteArray, lines);
    QTEST(headsUps("Company,Mail,Amount\nx,y,1\n" + lines), "facts");
}

void TestCsvFacts::knowsEarlierResults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("facts");
    QTest::newRow("Bulk API") << QByteArray("sf__Id,sf__Error,Name\n,DUPLICATE_VALUE:x,a\n003,,b\n")
                              << QStringList { u"earlierResult B 1"_s };
    QTest::newRow("Data Loader, errors") << QByteArray("NAME,ERROR\na,Required fields are missing\n")
                                         << QStringList { u"earlierResult B 1"_s };
    QTest::newRow("Data Loader, success")
        << QByteArray("ID,NAME,STATUS\n1,a,Item Created\n2,b,Item Updated\n")
        << QStringList { u"earlierResult C 0"_s };
    QTest::newRow("Rowlift") << QByteArray("Name,Rowlift result\na,added\nb,failed\nc,not sent\n")
                             << QStringList { u"earlierResult B 2"_s };
    QTest::newRow("only surely failed ones")
        << QByteArray("Name,__Status\na,added\nb,unknown\nc,left out\nd,failed\ne,waiting\nf,in\n")
        << QStringList { u"earlierResult B 1"_s };
    QTest::newRow("Marketo") << QByteArray("email,Import Failure Reason\nx,Invalid\n")
                             << QStringList { u"earlierResult B 1"_s };
    QTest::newRow("somebody's own status")
        << QByteArray("NAME,STATUS\na,active\nb,closed\n") << QStringList();
    QTest::newRow("no errors at all") << QByteArray("NAME,ERROR\na,\n") << QStringList();
}

void TestCsvFacts::knowsEarlierResults()
{
    QFETCH(QByteArray, bytes);
    QTEST(headsUps(bytes), "facts");
}

void TestCsvFacts::tellsQuietFacts()
{
    Dialect dialect;
    dialect.bom = true;
    dialect.lineEnding = LineEnding::Mixed;
    dialect.comment = "#";
    const auto facts = surveyOf("\xEF\xBB\xBF"
                                "a,b\n# x\n1x,2y\r\n",
                                dialect)
                           .facts;
    QVERIFY(!facts.empty());
    for (const FileFact &fact : facts)
        QVERIFY(fact.isQuiet());
    QCOMPARE(facts.back().kind, FileFact::Kind::ByteOrderMark);
}

void TestCsvFacts::namesBlankWords()
{
    QCOMPARE(headsUps("Country,Name,Tier\nNA,NULL,none\nDE,x,-\nFR,(null),n/a\n"),
             QStringList { u"blankWords - 2"_s });
}

void TestCsvFacts::listsExactRows()
{
    const QByteArray bytes = columnFile(u"Name"_s, { u"MÃ¼ller"_s, u"x"_s, u"KÃ¶hler"_s, u"MÃ¼ller"_s });
    const auto facts = surveyOf(bytes, semicolon()).facts;
    QCOMPARE(facts.size(), std::size_t(1));
    QVERIFY(facts[0].records == (std::vector<qint64> { 1, 3, 4 }));
    QCOMPARE(facts[0].example, u"MÃ¼ller"_s);
}

void TestCsvFacts::findsRowsBeyondTheList()
{
    QByteArray bytes = "id,sf__Error\n";
    constexpr int rows = 30'000;
    for (int row = 1; row <= rows; ++row)
        bytes += QByteArray::number(row) + (row % 2 == 0 ? "k,failed\n" : "k,\n");
    MemorySource source(bytes);
    const FileFact fact = surveyFile(source, {}, {}, {}, {})->facts.front();
    QCOMPARE(fact.count, rows / 2);
    QCOMPARE(fact.records.size(), FileFact::listed);
    const auto all = recordsOfFact(source, {}, fact, { u"id"_s, u"sf__Error"_s }, {}, {});
    QVERIFY(all);
    QCOMPARE(all->count(), rows / 2);
    QCOMPARE(all->at(0), 2);
    QCOMPARE(all->at(rows / 2 - 1), rows);
    QVERIFY(all->contains(25'000) && !all->contains(25'001) && !all->contains(rows + 1));
}

void TestCsvFacts::speaksToPeople()
{
    const auto facts
        = surveyOf(columnFile(u"PLZ"_s, postCodes(200) + QStringList { u"4109"_s, u"1067"_s }), semicolon())
              .facts;
    const QString sentence = factSentence(facts.front(), { u"n"_s, u"PLZ"_s });
    QVERIFY2(sentence.startsWith(u"Column B “PLZ”: 2 value"_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"of 202 have 4 digits, the rest 5."_s), qPrintable(sentence));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvFacts)
#include "test_csv_facts.moc"
