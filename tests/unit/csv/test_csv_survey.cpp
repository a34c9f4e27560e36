#include "app/csv/file_survey.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

FileSurvey survey(const QByteArray &bytes, const Dialect &dialect = {})
{
    MemorySource source(bytes);
    return *surveyFile(source, dialect, {}, {}, {});
}

ColumnStats statsOf(const QStringList &values)
{
    return survey(u"Name,x\n%1,1\n"_s.arg(values.join(u",1\n"_s)).toUtf8()).columns.front();
}

PatternCount patternOf(const ColumnStats &stats, const QString &pattern)
{
    for (const PatternCount &one : stats.patterns) {
        if (one.pattern == pattern)
            return one;
    }
    return {};
}

} // namespace

class TestCsvSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAColumn();
    void namesPatterns_data();
    void namesPatterns();
    void saysWhatValuesLookLike_data();
    void saysWhatValuesLookLike();
    void estimatesManyValues();
    void keepsTheFrequentAmongMany();
    void countsFormsAndPatternsOfMany();
    void spreadsExamples();
    void looksAtColumnsWithoutHeader();
    void staysWithinWideFiles();
    void tellsOnTheWay();
    void stopsWhenAsked();
    void suggestsBlankWords();
};

void TestCsvSurvey::countsAColumn()
{
    const FileSurvey found
        = survey("Title\nCity,Size\nKöln,1\n\n Oslo ,2\n,3\nKöln\n\"  \",5\nÅs,6\n", { .headerRecord = 1 });
    QCOMPARE(found.rows, 6);
    const ColumnStats &city = found.columns[0];
    QCOMPARE(city.name, u"City"_s);
    QCOMPARE(city.rows, 6);
    QCOMPARE(city.blank, 2);
    QCOMPARE(city.distinct, 3);
    QVERIFY(!city.aboutDistinct && !city.aboutFrequent && !city.aboutPatterns);
    QCOMPARE(city.shortest, (LengthMark { .characters = 2, .value = u"Ås"_s, .record = 8 }));
    QCOMPARE(city.longest, (LengthMark { .characters = 4, .value = u"Köln"_s, .record = 2 }));
    QVERIFY(city.frequent == (std::vector<ValueCount> { { u"Köln"_s, 2 } }));
    QCOMPARE(city.examples, (QStringList { u"Köln"_s, u"Oslo"_s, u"Ås"_s }));
    QCOMPARE(found.columns[1].blank, 1);
}

void TestCsvSurvey::namesPatterns_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("code") << u"AB-1234"_s << u"AA-9999"_s;
    QTest::newRow("date") << u"03.04.1988"_s << u"99.99.9999"_s;
    QTest::newRow("word") << u"Müller"_s << u"Aaaa"_s;
    QTest::newRow("capital outside ASCII") << u"Øster"_s << u"Aaaa"_s;
    QTest::newRow("e-mail") << u"jo@example.org"_s << u"aa@aaa.aaa"_s;
    QTest::newRow("two letters") << u"De"_s << u"Aa"_s;
    QTest::newRow("sign outside ASCII") << u"5 €"_s << u"9 €"_s;
    QTest::newRow("long") << u"a1-"_s.repeated(30) << u"a9-a9-a9-a9-a9-a9-a9-a9-a9-a9-a9-a9-a9-a…"_s;
}

void TestCsvSurvey::namesPatterns()
{
    QFETCH(QString, value);
    QFETCH(QString, pattern);
    const ColumnStats stats = statsOf({ value, value });
    QCOMPARE(stats.patterns.size(), std::size_t(1));
    QCOMPARE(stats.patterns[0].pattern, pattern);
    QCOMPARE(stats.patterns[0].rows, 2);
    QCOMPARE(stats.patterns[0].record, 1);
    QVERIFY(value.startsWith(stats.patterns[0].example));
}

void TestCsvSurvey::saysWhatValuesLookLike_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("line");
    QStringList addresses;
    for (int index = 0; index < 1999; ++index)
        addresses << u"p%1@example.com"_s.arg(index);
    addresses << u"none"_s;
    QTest::newRow("nearly all e-mail") << addresses << u"e-mail 99.9 %"_s;
    QTest::newRow("dots") << QStringList { u"1.2.2020"_s, u"03.04.1988"_s } << u"date d.m.y"_s;
    QTest::newRow("month first") << QStringList { u"1/2/2020"_s, u"12/31/2021"_s } << u"date m/d/y"_s;
    QTest::newRow("day first") << QStringList { u"1/2/2020"_s, u"31/12/2021"_s } << u"date d/m/y"_s;
    QTest::newRow("either") << QStringList { u"1/2/2020"_s, u"3/4/2021"_s } << u"date"_s;
    QTest::newRow("year first") << QStringList { u"2020-02-01"_s } << u"date y-m-d"_s;
    QTest::newRow("German numbers") << QStringList { u"\"1.200,00\""_s, u"\"950,50\""_s, u"7"_s }
                                    << u"number 1.234,5"_s;
    QTest::newRow("English numbers") << QStringList { u"\"1,200.00\""_s, u"950.5"_s } << u"number 1,234.5"_s;
    QTest::newRow("no thousands") << QStringList { u"1200.5"_s, u"950.25"_s } << u"number 1234.5"_s;
    QTest::newRow("whole numbers") << QStringList { u"1200"_s, u"95"_s } << u"number"_s;
    QTest::newRow("either mark") << QStringList { u"1.200"_s, u"9.500"_s } << u"number"_s;
    QTest::newRow("post codes") << QStringList { u"04109"_s, u"80331"_s } << u"text"_s;
    QTest::newRow("yes and no") << QStringList { u"yes"_s, u"no"_s } << u"yes/no"_s;
    QTest::newRow("blank") << QStringList { QString(), QString() } << u"empty"_s;
}

void TestCsvSurvey::saysWhatValuesLookLike()
{
    QFETCH(QStringList, values);
    QTEST(kindLine(statsOf(values).kind), "line");
}

void TestCsvSurvey::estimatesManyValues()
{
    QStringList values;
    for (int index = 0; index < 60'000; ++index)
        values << u"C%1"_s.arg(index % 50'000);
    const ColumnStats stats = statsOf(values);
    QVERIFY(stats.aboutDistinct);
    QVERIFY2(qAbs(stats.distinct - 50'000) < 3'000, qPrintable(QString::number(stats.distinct)));
    const ColumnStats few = statsOf(values.mid(0, 4'096));
    QVERIFY(!few.aboutDistinct);
    QCOMPARE(few.distinct, 4'096);
}

void TestCsvSurvey::keepsTheFrequentAmongMany()
{
    QStringList values;
    for (int index = 0; index < 100'000; ++index)
        values << (index >= 50'000 && index % 10 == 0 ? u"late favourite"_s : u"C%1"_s.arg(index));
    const ColumnStats stats = statsOf(values);
    QVERIFY(stats.aboutFrequent);
    QCOMPARE(stats.frequent.size(), std::size_t(1));
    QCOMPARE(stats.frequent[0].value, u"late favourite"_s);
    QVERIFY2(stats.frequent[0].rows <= 5'000 && stats.frequent[0].rows > 4'500,
             qPrintable(QString::number(stats.frequent[0].rows)));
}

void TestCsvSurvey::countsFormsAndPatternsOfMany()
{
    QStringList values;
    for (int index = 0; index < 30'000; ++index)
        values << (index % 3 == 0 ? u"jo.%1@example.com"_s : u"%1.25"_s).arg(10'000 + index);
    const ColumnStats stats = statsOf(values);
    QCOMPARE(stats.kinds[static_cast<std::size_t>(ColumnKind::Email)], 10'000);
    QCOMPARE(stats.kinds[static_cast<std::size_t>(ColumnKind::Number)], 20'000);
    QVERIFY(!stats.aboutPatterns);
    QCOMPARE(patternOf(stats, u"99999.99"_s).rows, 20'000);
    QCOMPARE(patternOf(stats, u"99999.99"_s).record, 2);
    QCOMPARE(patternOf(stats, u"aa.99999@aaa.aaa"_s).rows, 10'000);
    QCOMPARE(stats.longest.characters, 20);
    QCOMPARE(stats.longest.record, 1);
}

void TestCsvSurvey::spreadsExamples()
{
    QStringList values(5'000);
    for (int index = 0; index < 20'000; ++index)
        values << u"v%1"_s.arg(10'000 + index);
    const QStringList examples = statsOf(values).examples;
    QCOMPARE(examples.size(), 5);
    QVERIFY(std::is_sorted(examples.begin(), examples.end()));
    QVERIFY2(examples.back() > u"v22000"_s, qPrintable(examples.join(u' ')));
}

void TestCsvSurvey::looksAtColumnsWithoutHeader()
{
    const FileSurvey found = survey("a,1,x\nb,2\n", { .headerRecord = -1 });
    QCOMPARE(found.rows, 2);
    QCOMPARE(found.columns.size(), std::size_t(3));
    QCOMPARE(found.columns[2].blank, 1);
    QVERIFY(survey("").columns.empty());
    QCOMPARE(survey("only,header\n").columns.size(), std::size_t(2));
}

void TestCsvSurvey::staysWithinWideFiles()
{
    const QByteArray wide = QByteArray("c,").repeated(surveyedColumns + 100) + '\n';
    const FileSurvey found = survey(wide + QByteArray("v,").repeated(surveyedColumns + 100) + '\n');
    QCOMPARE(found.columns.size(), std::size_t(surveyedColumns));
    QCOMPARE(found.columns.back().distinct, 1);
}

void TestCsvSurvey::tellsOnTheWay()
{
    const QByteArray bytes = "h\n" + QByteArray("value\n").repeated(200'000);
    MemorySource source(bytes);
    qint64 told = 0;
    const Progress progress([&told](qint64 done, qint64) { told = done; });
    std::vector<FileSurvey> snapshots;
    const auto keep = [&snapshots](const FileSurvey &survey) { snapshots.push_back(survey); };
    QVERIFY(surveyFile(source, {}, progress, keep, {}));
    QCOMPARE(told, bytes.size());
    QVERIFY(!snapshots.empty());
    QVERIFY(snapshots[0].rows > 0 && snapshots[0].rows < 200'000);
    QVERIFY(snapshots[0].columns[0].frequent
            == (std::vector<ValueCount> { { u"value"_s, snapshots[0].rows } }));
}

void TestCsvSurvey::stopsWhenAsked()
{
    MemorySource source("h\n" + QByteArray("value\n").repeated(200'000));
    std::stop_source stop;
    const Progress progress([&stop](qint64, qint64) { stop.request_stop(); });
    const auto found = surveyFile(source, {}, progress, {}, stop.get_token());
    QVERIFY(!found);
    QCOMPARE(found.error().kind, Error::Kind::Cancelled);
}

void TestCsvSurvey::suggestsBlankWords()
{
    const auto words = survey("a,b\nNULL,n/a\nx,NULL\n-,Nullify\nNULL,k. A.\n").blankWords;
    QCOMPARE(words.size(), std::size_t(4));
    QCOMPARE(words[0], (BlankWordCount { u"NULL"_s, 3 }));
    const Dialect dialect { .blankWords = { "NULL" } };
    QCOMPARE(survey("a,b\nx,-\n-,-\n", dialect).blankWords.front(), (BlankWordCount { u"-"_s, 3 }));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvSurvey)
#include "test_csv_survey.moc"
