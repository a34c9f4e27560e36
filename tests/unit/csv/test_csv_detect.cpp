#include "app/csv/detect.h"

#include <QStringEncoder>
#include <QTest>

#include <map>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

QByteArray encodedText(const QString &text, const char *encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::Stateless).encode(text);
}

Result<DialectGuess> detect(const QByteArray &bytes, const DialectChoice &choice = {})
{
    MemorySource source(bytes);
    return detectDialect(source, choice);
}

QByteArray repeated(const QByteArray &rows, int times)
{
    QByteArray text;
    for (int i = 0; i < times; ++i)
        text += rows;
    return text;
}

} // namespace

class TestCsvDetect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDialect_data();
    void findsTheDialect();
    void findsTheEncoding_data();
    void findsTheEncoding();
    void findsLineEndings_data();
    void findsLineEndings();
    void followsTheChoice();
    void listsWhatOtherChoicesWouldMake();
    void doubtsOnlyWithReason();
    void looksFartherForLetters();
    void isNotFooledByTheEndOfTheSample();
    void tellsReasons();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
};

void TestCsvDetect::findsTheDialect_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Delimiter>("delimiter");
    QTest::addColumn<char>("quote");
    QTest::addColumn<int>("columns");
    QTest::addColumn<qint64>("header");
    const auto row
        = [](const char *name, const QByteArray &bytes, Delimiter delimiter, char quote, int columns,
             qint64 header) { QTest::newRow(name) << bytes << delimiter << quote << columns << header; };

    row("comma", "Name,Email,Age\nAnna,anna@example.com,31\nJan,jan@example.org,44\n", ',', '"', 3, 0);
    row("semicolon with decimal commas",
        "Name;Umsatz;Rabatt\nMüller;1.200,50;3,5\nØster;950,50;0,0\nKrüger;12,00;1,5\n", ';', '"', 3, 0);
    row("semicolon, each row with as many commas", "Name;Betrag\nA;1,50\nB;2,75\nC;3,00\nD;10,00\n", ';', '"',
        2, 0);
    row("tab with commas in text", "Name\tAddress\nDoe, Jane\tMain St 5, Apt 3\nRoe, Jim\tSide St 7\n", '\t',
        '"', 2, 0);
    row("pipe", "id|name|mail\n1|Anna|a@example.com\n2|Jan|j@example.com\n", '|', '"', 3, 0);
    row("caret", "id^name\n1^Anna\n2^Jan\n3^Eva\n", '^', '"', 2, 0);
    row("colon", "id:name:city\n1:Anna:Köln\n2:Jan:Oslo\n", ':', '"', 3, 0);
    row("times in a comma file", "Start,End\n12:30,13:45\n08:15,09:00\n", ',', '"', 2, 0);
    row("one column of e-mails", "Email\nanna@example.com\njan@example.org\n", ',', '"', 1, 0);
    row("one column of e-mails, no header", "anna@example.com\njan@example.org\neva@example.net\n", ',', '"',
        1, -1);
    row("one column of decimal numbers", "Betrag\n1.200,50\n950,50\n12,00\n", ';', '"', 1, 0);
    row("one column of names with blanks", "Name\nAnna Müller\nJan Øster\nEva Maria Krüger\n", ',', '"', 1,
        0);
    row("one column of names with a comma", "Name\nDoe, Jane\nRoe, Jim\nPoe, Ann\n", ';', '"', 1, 0);
    row("two title rows and a blank one",
        "Messe Frühjahr 2026;;;\nStand: 01.03.2026;;;\n\nNachname;Vorname;E-Mail;PLZ\n"
        "Müller;Anna;anna@example.com;04109\nØster;Jan;jan@example.org;4109\n",
        ';', '"', 4, 3);
    row("title without delimiters",
        "Messe Frühjahr "
        "2026\nNachname;Vorname;E-Mail\nMüller;Anna;anna@example.com\nØster;Jan;jan@example.org\n",
        ';', '"', 3, 1);
    row("title that fills two of three",
        "Report;2026-03-01;\nName;Email;Since\nAnna;anna@example.com;2020-01-01\nJan;jan@example.org;2021-02-"
        "03\n",
        ';', '"', 3, 1);
    row("blank rows above", "\n\nName,Email\nAnna,anna@example.com\n", ',', '"', 2, 2);
    row("no header: e-mails and numbers", "Anna,anna@example.com,31\nJan,jan@example.org,44\n", ',', '"', 3,
        -1);
    row("no header: dates", "Anna;03.04.1988\nJan;31.12.1979\n", ';', '"', 2, -1);
    row("years as column names", "Region,2024,2025\nNord,100,110\nSüd,90,95\n", ',', '"', 3, 0);
    row("header only", "Name,Email,City\n", ',', '"', 3, 0);
    row("semicolons within quoted cells", "id,tags\n1,\"a;b;c\"\n2,\"b;c;d\"\n3,\"x;y;z\"\n", ',', '"', 2, 0);
    row("line breaks within quotes",
        "id,note,mail\n1,\"first, line\nsecond; line\",a@example.com\n2,\"x\ny, z\",b@example.com\n", ',',
        '"', 3, 0);
    row("single quotes", "id,name\n1,'Doe, Jane'\n2,'Roe, Jim'\n3,'Poe, Ann'\n", ',', '\'', 2, 0);
    row("names with apostrophes", "id,name\n1,O'Brien\n2,'s-Hertogenbosch\n3,D'Arcy\n4,Smith\n", ',', '"', 2,
        0);
    row("words in quotation marks", "id;size;pipe\n1;\"big\" 5;x\n2;\"tall\" 6;y\n3;\"low\" 7;z\n", ';', '\0',
        3, 0);
    row("quotes not doubled within cells",
        "id;size;pipe\n1;\"a 5\" b\";x\n2;\"b 6\" c\";y\n3;\"c 7\" d\";z\n", ';', '"', 3, 0);
    row("lists in cells",
        "id;tags;mail\n1;red,blue;a@example.com\n2;green,red;b@example.com\n3;blue,red;c@example.com\n", ';',
        '"', 3, 0);
    row("ragged rows", "a,b,c\n1,2,3\n1,2\n4,5,6\n7,8,9\n1,2,3,4\n5,6,7\n", ',', '"', 3, 0);
    row("sparse cells", "Name;Mail;Phone;Note\nA;;;\nB;;;\nC;c@example.com;;\nD;;;x\n", ';', '"', 4, 0);
    row("blank lines between", "a,b\n\n1,2\n\n3,4\n", ',', '"', 2, 0);
}

void TestCsvDetect::findsTheDialect()
{
    QFETCH(QByteArray, bytes);
    const Result<DialectGuess> guess = detect(bytes);
    QVERIFY(guess);
    QTEST(guess->dialect.delimiter, "delimiter");
    QTEST(guess->dialect.quote, "quote");
    QTEST(guess->dialect.headerRecord, "header");
    QCOMPARE(guess->dialect.encoding, "UTF-8"_ba);
    const auto chosen
        = std::find_if(guess->delimiters.begin(), guess->delimiters.end(),
                       [&](const auto &choice) { return choice.delimiter == guess->dialect.delimiter; });
    QFETCH(int, columns);
    if (columns > 1)
        QCOMPARE(chosen->columns, columns);
    else
        QVERIFY(guess->reasons.join(u' ').contains(u"One column"_s));
}

void TestCsvDetect::findsTheEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("bom");
    const QString german = u"Name;Ort\nMüller;Köln\nStraßer;Jülich\n"_s;
    const auto row = [](const char *name, const QByteArray &bytes, const char *encoding, bool bom) {
        QTest::newRow(name) << bytes << QByteArray(encoding) << bom;
    };
    row("ASCII", "a,b\n1,2\n", "UTF-8", false);
    row("UTF-8", german.toUtf8(), "UTF-8", false);
    row("UTF-8 with mark", "\xEF\xBB\xBF" + german.toUtf8(), "UTF-8", true);
    row("UTF-16LE with mark", encodedText(u"\uFEFF"_s + german, "UTF-16LE"), "UTF-16LE", true);
    row("UTF-16BE with mark", encodedText(u"\uFEFF"_s + german, "UTF-16BE"), "UTF-16BE", true);
    row("UTF-16LE without", encodedText(german, "UTF-16LE"), "UTF-16LE", false);
    row("UTF-16BE without", encodedText(german, "UTF-16BE"), "UTF-16BE", false);
    row("UTF-32LE with mark", encodedText(u"\uFEFF"_s + german, "UTF-32LE"), "UTF-32LE", true);
    row("windows-1252", encodedText(german, "windows-1252"), "windows-1252", false);
    row("a single umlaut", "Name;Ort\nM\xFCller;Bonn\nMeier;Bonn\n", "windows-1252", false);
    row("capital umlaut", "NAME;ORT\nM\xDCLLER;BONN\n", "windows-1252", false);
    row("French", encodedText(u"Prénom;Société\nHélène;L’Oréal\nFrançois;Chez «Noël»\n"_s, "windows-1252"),
        "windows-1252", false);
    row("Spanish", encodedText(u"Nombre;Ciudad\nMuñoz;Málaga\nPeña;A Coruña\n"_s, "windows-1252"),
        "windows-1252", false);
    row("euro sign only", "Name;Betrag\nMeier;5 \x80\nSchmidt;7 \x80\n", "windows-1252", false);
    row("Polish",
        encodedText(u"Nazwisko;Miasto\nŁukasiewicz;Łódź\nWiśniewski;Kraków\nZając;Gdańsk\n"_s,
                    "windows-1250"),
        "windows-1250", false);
    row("Russian", encodedText(u"Имя;Город\nИван;Москва\nОльга;Казань\n"_s, "windows-1251"), "windows-1251",
        false);
    row("Greek", encodedText(u"Όνομα;Πόλη\nΓιώργος;Αθήνα\nΜαρία;Πάτρα\n"_s, "windows-1253"), "windows-1253",
        false);
    row("Turkish", encodedText(u"Ad;Şehir\nAyşe;İstanbul\nYağmur;Balıkesir\n"_s, "windows-1254"),
        "windows-1254", false);
    row("Icelandic", encodedText(u"Nafn;Staður\nÞórður;Reykjavík\nGuðrún;Ísafjörður\n"_s, "windows-1252"),
        "windows-1252", false);
    row("Swedish", encodedText(u"Namn;Ort\nÅsa;Malmö\nBjörn;Västerås\n"_s, "windows-1252"), "windows-1252",
        false);
    row("Czech", encodedText(u"Jméno;Město\nJiří;Plzeň\nŠtěpán;České Budějovice\n"_s, "windows-1250"),
        "windows-1250", false);
    row("Macintosh", encodedText(u"Name;Ort\nMüller;Köln\nJürgen;Lübeck\n"_s, "macintosh"), "macintosh",
        false);
    row("DOS", encodedText(u"Name;Ort\nMüller;Köln\nJürgen;Lübeck\n"_s, "IBM850"), "IBM850", false);
    const QString japanese
        = u"名前,メモ\n山田太郎,東京都千代田区でお願いします\n鈴木花子,カタカナとひらがな\n"_s;
    row("Shift_JIS", encodedText(japanese, "Shift_JIS"), "Shift_JIS", false);
    row("EUC-KR", encodedText(u"이름,도시\n김철수,서울특별시에서 왔습니다\n이영희,부산광역시\n"_s, "EUC-KR"),
        "EUC-KR", false);
    row("GB18030", encodedText(u"姓名,城市\n张伟,北京市的客户名单\n王芳,上海是一个城市\n"_s, "GB18030"),
        "GB18030", false);
    row("damaged UTF-8", repeated(german.toUtf8(), 6) + "x;\xFF\n", "UTF-8", false);
}

void TestCsvDetect::findsTheEncoding()
{
    QFETCH(QByteArray, bytes);
    const Result<DialectGuess> guess = detect(bytes);
    QVERIFY(guess);
    QTEST(guess->dialect.encoding, "encoding");
    QTEST(guess->dialect.bom, "bom");
    QCOMPARE(guess->encodings.front().encoding, guess->dialect.encoding);
    if (guess->dialect.encoding.startsWith("UTF-16") || guess->dialect.bom)
        QVERIFY(!guess->doubtful);
}

void TestCsvDetect::findsLineEndings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("ending");
    const auto row = [](const char *name, const char *bytes, LineEnding ending) {
        QTest::newRow(name) << QByteArray(bytes) << static_cast<int>(ending);
    };
    row("LF", "a,b\n1,2\n", LineEnding::Lf);
    row("CRLF", "a,b\r\n1,2\r\n", LineEnding::CrLf);
    row("CR", "a,b\r1,2\r", LineEnding::Cr);
    row("mixed", "a,b\r\n1,2\n3,4\n", LineEnding::Mixed);
    row("LF within quotes of a CRLF file", "a,b\r\n1,\"x\ny\"\r\n", LineEnding::CrLf);
    row("one line without end", "a,b", LineEnding::Lf);
}

void TestCsvDetect::findsLineEndings()
{
    QFETCH(QByteArray, bytes);
    const Result<DialectGuess> guess = detect(bytes);
    QVERIFY(guess);
    QTEST(static_cast<int>(guess->dialect.lineEnding), "ending");
}

void TestCsvDetect::followsTheChoice()
{
    const QByteArray bytes = "Title\nName;Mail\nM\xFCller;a,b\n";
    const Result<DialectGuess> guess
        = detect(bytes, { .delimiter = ',', .quote = '\'', .encoding = "ISO-8859-15", .headerRecord = 1 });
    QVERIFY(guess);
    QCOMPARE(guess->dialect.delimiter, ',');
    QCOMPARE(guess->dialect.quote, '\'');
    QCOMPARE(guess->dialect.encoding, "ISO-8859-15"_ba);
    QCOMPARE(guess->dialect.headerRecord, 1);
    QVERIFY(!guess->doubtful);

    const Result<DialectGuess> odd = detect("a#b#c\n1#2#3\n", { .delimiter = '#' });
    QCOMPARE(odd->dialect.delimiter, '#');
    QCOMPARE(odd->delimiters.back().columns, 3);

    const Result<DialectGuess> unknown = detect(bytes, { .encoding = "no-such-set" });
    QVERIFY(!unknown && unknown.error().sentence.contains(u"no-such-set"_s));
}

void TestCsvDetect::listsWhatOtherChoicesWouldMake()
{
    const Result<DialectGuess> guess = detect("Name;Ort\nM\xFCller;K\xF6ln\n");
    QVERIFY(guess);
    std::map<Delimiter, int> columns;
    for (const auto &choice : guess->delimiters)
        columns[choice.delimiter] = choice.columns;
    QCOMPARE(columns[';'], 2);
    QCOMPARE(columns[','], 1);
    QVERIFY(columns.contains('\t') && columns.contains('|') && columns.contains('^')
            && columns.contains('`'));
    QMap<QByteArray, QString> examples;
    for (const auto &choice : guess->encodings)
        examples[choice.encoding] = choice.example;
    QCOMPARE(examples["windows-1252"], u"Müller"_s);
    QCOMPARE(examples["UTF-8"], u"M\uFFFDller"_s);
}

void TestCsvDetect::doubtsOnlyWithReason()
{
    const QString german
        = u"Name;Ort;Notiz\nMüller;Köln;„groß“\nStraßer;Jülich;5 €\nØster;Ängelholm;šťastný\n"_s;
    QVERIFY(!detect(encodedText(german, "windows-1252"))->doubtful);
    QVERIFY(detect(repeated("Müller;Köln\n", 20) + "x;\xFF\n")->doubtful); // hardly damaged UTF-8
    QVERIFY(detect("a;b,c\nd;e,f\ng;h,i\n")->doubtful); // commas do as well
    QVERIFY(!detect("a;b,c\nd;e,f\ng;h,i\n", { .delimiter = ';' })->doubtful);
}

void TestCsvDetect::looksFartherForLetters()
{
    const QByteArray plain = "Name;Ort\n" + repeated("Meier;Bonn\n", 40000);
    const Result<DialectGuess> guess = detect(plain + repeated("M\xFCller;K\xF6ln\n", 20000));
    QVERIFY(guess);
    QCOMPARE(guess->dialect.encoding, "windows-1252"_ba);
}

void TestCsvDetect::isNotFooledByTheEndOfTheSample()
{
    // 256 KiB end within a letter and within a quoted cell: neither is a fault of the file.
    const QByteArray row = "Müller;\"Köln; Deutz\nlinks\";a@example.com\n";
    for (int shift = 0; shift < row.size(); ++shift) {
        const Result<DialectGuess> guess
            = detect("Name;Ort;" + QByteArray(shift + 1, 'x') + "\n" + repeated(row, 7000));
        QVERIFY(guess);
        QCOMPARE(guess->dialect.encoding, "UTF-8"_ba);
        QCOMPARE(guess->dialect.delimiter, ';');
        QCOMPARE(guess->dialect.quote, '"');
        QVERIFY(!guess->doubtful);
    }
}

void TestCsvDetect::tellsReasons()
{
    const Result<DialectGuess> guess
        = detect("Messe;;\nName;Ort;Mail\nM\xFCller;K\xF6ln;a@example.com\nMeier;Bonn;b@example.com\n");
    QVERIFY(guess);
    const QString reasons = guess->reasons.join(u'\n');
    QVERIFY2(reasons.contains(u"Semicolon: all rows agree on 3 column"_s), qPrintable(reasons));
    QVERIFY2(reasons.contains(u"Western European (Windows-1252): 2 letter(s) such as ü ö."_s),
             qPrintable(reasons));
    QVERIFY2(reasons.contains(u"Row 2 names the columns; what stands above looks like a title."_s),
             qPrintable(reasons));
    QVERIFY(!guess->doubtful);
}

void TestCsvDetect::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QByteArray noise;
    for (int i = 0; i < 2000; ++i)
        noise += static_cast<char>((i * 73 + i / 256) & 0xFF);
    QTest::newRow("empty") << ""_ba << u"This file is empty."_s;
    QTest::newRow("PNG") << "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"_ba
                         << u"This is a picture (PNG), not a spreadsheet."_s;
    QTest::newRow("JPEG") << "\xFF\xD8\xFF\xE0"_ba << u"picture (JPEG)"_s;
    QTest::newRow("GIF") << "GIF89a..."_ba << u"picture (GIF)"_s;
    QTest::newRow("PDF") << "%PDF-1.7\n"_ba << u"This is a PDF, not a spreadsheet."_s;
    QTest::newRow("xlsx") << "PK\x03\x04\x14\0\x06\0[Content_Types].xml"_ba
                          << u"Open it in Excel or LibreOffice and save it as CSV UTF-8."_s;
    QTest::newRow("zip") << "PK\x03\x04\x14\0leads.csv"_ba << u"Unpack it first"_s;
    QTest::newRow("xls") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"_ba << u"old Excel workbook"_s;
    QTest::newRow("gzip") << "\x1F\x8B\x08\0\0"_ba << u"Unpack it first"_s;
    QTest::newRow("web page") << "<!doctype HTML><html>"_ba << u"web page"_s;
    QTest::newRow("noise") << noise << u"This is not a text file."_s;
}

void TestCsvDetect::refusesOtherFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const Result<DialectGuess> guess = detect(bytes);
    QVERIFY(!guess);
    QCOMPARE(guess.error().kind, Error::Kind::BadInput);
    QVERIFY2(guess.error().sentence.contains(says), qPrintable(guess.error().sentence));
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvDetect)
#include "test_csv_detect.moc"
