#include "app/csv/block_decoder.h"
#include "app/csv/encoding_guess.h"

#include <QHash>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QTest>

#include "sentences.h"

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headOfFile = qsizetype(256) * 1024;

/// \a text in \a encoding; empty when that lacks one of its letters.
QByteArray written(const QString &text, const QByteArray &encoding)
{
    const QByteArray bytes
        = QStringEncoder(encoding.constData(), QStringConverter::Flag::Stateless).encode(text);
    const QString back
        = QStringDecoder(encoding.constData(), QStringConverter::Flag::Stateless).decode(bytes);
    return back == text ? bytes : QByteArray();
}

EncodingGuess guessOf(const QByteArray &file)
{
    MemorySource source(file);
    const std::string_view all(file.constData(), static_cast<std::size_t>(file.size()));
    const std::string_view head = all.substr(0, headOfFile);
    return guessEncoding(head, findEvidence(source, head).value_or(""), head.size() == all.size());
}

QString readAs(const QByteArray &file, const QByteArray &encoding)
{
    return QString::fromStdString(
        decodeSample({ file.constData(), static_cast<std::size_t>(file.size()) }, encoding, true)
            .value_or(""));
}

QString plainRows(int rows)
{
    QString text = u"Id;Name;City\n"_s;
    for (int row = 0; row < rows; ++row)
        text += u"%1;John Smith;London\n"_s.arg(row);
    return text;
}

} // namespace

class TestCsvEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSentencesOfTheWorld_data();
    void readsSentencesOfTheWorld();
    void readsNearlyAllFilesOfOneLine();
    void readsListsFromManyCountries_data();
    void readsListsFromManyCountries();
    void takesLoneSignsForWestern();
    void findsTheFirstLetterFarDown_data();
    void findsTheFirstLetterFarDown();
    void tellsUnicodeWithoutMark_data();
    void tellsUnicodeWithoutMark();
    void keepsDamagedUtf8();
    void takesNoChancePairForUtf8();
    void takesNoStrayNulForUtf16();
    void obeysTheMarkOfUtf16();
    void detectsWithAChoiceOfEncoding();
    void offersRivalsWithAnExample();
    void decodesSingleBytesAsQtDoes_data();
    void decodesSingleBytesAsQtDoes();
    void decodesUtf16InAnyPieces();
};

void TestCsvEncoding::readsSentencesOfTheWorld_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoding");
    for (const Sentences &sentences : sentencesOfTheWorld()) {
        const QString text = u"Name;Ort;Notiz\n"_s + sentences.lines.join(u'\n') + u'\n';
        for (const QByteArray &encoding :
             sentences.encodings + QList<QByteArray> { "UTF-8", "UTF-16LE", "UTF-32BE" })
            QTest::addRow("%s in %s", sentences.language, encoding.constData()) << text << encoding;
    }
}

void TestCsvEncoding::readsSentencesOfTheWorld()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoding);
    const QByteArray few = written(text, encoding);
    QVERIFY(!few.isEmpty());
    const EncodingGuess guess = guessOf(few);
    QVERIFY2(readAs(few, guess.encoding) == text, guess.encoding.constData());
    QVERIFY(!guess.reason.isEmpty());

    const QString body = text.mid(text.indexOf(u'\n') + 1);
    const QByteArray many = written(text + body.repeated(200'000 / body.size()), encoding);
    QCOMPARE(guessOf(many).encoding, guess.encoding);
}

/// A line may have two letters that are to be told from 40 other readings: not all need be.
void TestCsvEncoding::readsNearlyAllFilesOfOneLine()
{
    int files = 0;
    int right = 0;
    QStringList wrong;
    for (const Sentences &sentences : sentencesOfTheWorld()) {
        for (const QByteArray &encoding : sentences.encodings) {
            for (const QString &line : sentences.lines) {
                const QByteArray file = written(line, encoding);
                const QByteArray guess = guessOf(file).encoding;
                ++files;
                if (readAs(file, guess) == line)
                    ++right;
                else
                    wrong.append(
                        u"%1 in %2 as %3"_s.arg(line, QLatin1StringView(encoding), QLatin1StringView(guess)));
            }
        }
    }
    QVERIFY2(right * 100 >= files * 98, qPrintable(wrong.join(u'\n')));
}

void TestCsvEncoding::readsListsFromManyCountries_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("encoding");
    const QString west
        = u"Jürgen Groß;Köln\nHélène Lefèvre;Orléans\nBegoña Núñez;Málaga\nÅsa Sjöström;Göteborg\n"
          "João Conceição;São Paulo\nSøren Kjær;Ærøskøbing\nGuðrún Þórðardóttir;Reykjavík\n"_s;
    const QString center
        = u"Jürgen Weiß;Köln\nŁukasz Żak;Gdańsk\nJiří Dvořák;Plzeň\nKovács Győző;Győr\nŽeljko Đurić;Čakovec\n"_s;
    QTest::newRow("west") << west << "windows-1252"_ba;
    QTest::newRow("west, Macintosh") << QString(west).remove(u"Guðrún Þórðardóttir;Reykjavík\n"_s)
                                     << "macintosh"_ba;
    QTest::newRow("center") << center << "windows-1250"_ba;
}

void TestCsvEncoding::readsListsFromManyCountries()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, encoding);
    const QByteArray file = written(text, encoding);
    QVERIFY(!file.isEmpty());
    QCOMPARE(guessOf(file).encoding, encoding);
}

/// What English files have outside ASCII is often a single sign.
void TestCsvEncoding::takesLoneSignsForWestern()
{
    for (const QString &note :
         { u"Café au lait"_s, u"£250.00"_s,   u"5 € each"_s,    u"€5"_s,     u"O’Neill"_s,
           u"“quoted”"_s,     u"2010–2015"_s, u"© 2015 Acme"_s, u"25 °C"_s,  u"½ inch"_s,
           u"Acme™"_s,        u"ACME®"_s,     u"§ 5"_s,         u"±3"_s,     u"10 m²"_s,
           u"…and more"_s,    u"• item"_s,    u"São Paulo"_s,   u"Zürich"_s, u"jalapeño"_s,
           u"naïve résumé"_s }) {
        const QByteArray file = written(plainRows(20) + u"21;"_s + note + u";London\n"_s, "windows-1252");
        const QByteArray guess = guessOf(file).encoding;
        QVERIFY2(guess == "windows-1252", qPrintable(note + u" as "_s + QLatin1StringView(guess)));
    }
}

void TestCsvEncoding::findsTheFirstLetterFarDown_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : { "UTF-8", "windows-1252", "macintosh", "windows-1250" }) {
        QTest::addRow("180 KB above, %s", encoding) << 8'000 << QByteArray(encoding);
        QTest::addRow("2.5 MB above, %s", encoding) << 100'000 << QByteArray(encoding);
    }
}

void TestCsvEncoding::findsTheFirstLetterFarDown()
{
    QFETCH(int, rows);
    QFETCH(QByteArray, encoding);
    const QString letters = encoding == "windows-1250" ? u"1;Łukasz Żółty;Łódź\n2;Wiśniewska;Gdańsk\n"_s
                                                       : u"1;Jürgen Müller;Köln\n2;Käthe Groß;München\n"_s;
    const QByteArray file = written(plainRows(rows) + letters, encoding);
    QCOMPARE(guessOf(file).encoding, encoding);
}

void TestCsvEncoding::tellsUnicodeWithoutMark_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("hardly any ASCII, Russian") << u"Имя;Город\n"_s + u"Иван Петров;Москва\n"_s.repeated(40);
    QTest::newRow("hardly any ASCII, Chinese")
        << u"姓名,一二三,城市\n"_s + u"张一伟,一一一一,北京市上海市上一下\n"_s.repeated(40);
    QTest::newRow("one long column, Japanese")
        << (u"東京都千代田区丸の内一丁目の会社にお電話ください"_s.repeated(3) + u'\n').repeated(40);
    QTest::newRow("Thai") << u"สมชาย ใจดี;กรุงเทพ\n"_s.repeated(20);
    QTest::newRow("Arabic") << u"محمد علي;القاهرة\n"_s.repeated(20);
    QTest::newRow("English") << plainRows(30);
    QTest::newRow("emoji") << u"a;b\n😀;😎\n"_s.repeated(10);
    QTest::newRow("three lines") << u"a;b\n1;2\n3;4\n"_s;
}

void TestCsvEncoding::tellsUnicodeWithoutMark()
{
    QFETCH(QString, text);
    for (const char *encoding : { "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" })
        QCOMPARE(guessOf(written(text, encoding)).encoding, QByteArray(encoding));
}

void TestCsvEncoding::keepsDamagedUtf8()
{
    const QByteArray good = written(u"Jürgen Müller;Köln\nKäthe Größler;München\n"_s, "UTF-8");
    for (const QByteArray &damage : { "x;\xFF\n"_ba, "y;M\xFCller\n"_ba, "z;\xC3\n"_ba }) {
        const EncodingGuess guess = guessOf(good + damage + good);
        QCOMPARE(guess.encoding, "UTF-8"_ba);
        QVERIFY(guess.doubtful);
    }
}

void TestCsvEncoding::takesNoChancePairForUtf8()
{
    // Ã and © beside each other are one letter in UTF-8.
    const QByteArray file = "M\xFCller;K\xF6ln\nJ\xE4ger;L\xFC"
                            "beck\nGR\xC3\xA9;Bonn\nSch\xF6n;F\xFCrth\n";
    QCOMPARE(guessOf(file).encoding, "windows-1252"_ba);
}

void TestCsvEncoding::takesNoStrayNulForUtf16()
{
    QByteArray file = written(plainRows(50), "UTF-8");
    file[200] = '\0';
    file[201] = '\0';
    QCOMPARE(guessOf(file).encoding, "UTF-8"_ba);
}

void TestCsvEncoding::obeysTheMarkOfUtf16()
{
    const QString text = u"Имя;Город\nИван;Москва\n"_s;
    const auto settled = [](const char *chosen, const QByteArray &file) {
        return settledEncoding(chosen, { file.constData(), static_cast<std::size_t>(file.size()) });
    };
    QCOMPARE(settled("UTF-16", "\xFE\xFF" + written(text, "UTF-16BE")), "UTF-16BE"_ba);
    QCOMPARE(settled("utf-16", "\xFF\xFE" + written(text, "UTF-16LE")), "UTF-16LE"_ba);
    QCOMPARE(settled("UTF-16", written(text, "UTF-16BE")), "UTF-16BE"_ba);
    QCOMPARE(settled("UTF-16", written(text, "UTF-16LE")), "UTF-16LE"_ba);
    QCOMPARE(settled("UTF-32", written(text, "UTF-32BE")), "UTF-32BE"_ba);
    QCOMPARE(settled("UTF-16", "a"), "UTF-16LE"_ba);
    QCOMPARE(settled("windows-1252", "\xFE\xFF"), "windows-1252"_ba);
}

void TestCsvEncoding::detectsWithAChoiceOfEncoding()
{
    const QString text = u"Имя;Город\nИван;Москва\nОльга;Казань\n"_s;
    MemorySource marked("\xFE\xFF" + written(text, "UTF-16BE"));
    const Result<DialectGuess> guess = detectDialect(marked, { .encoding = "UTF-16" });
    QVERIFY(guess);
    QCOMPARE(guess->dialect.encoding, "UTF-16BE"_ba);
    QVERIFY(guess->dialect.bom);
    QCOMPARE(guess->dialect.delimiter, Delimiter(';'));

    MemorySource escapes(written(u"氏名;住所\n田中太郎;東京都\n鈴木花子;大阪市\n"_s, "ISO-2022-JP"));
    const Result<DialectGuess> japanese = detectDialect(escapes);
    QVERIFY(japanese);
    QCOMPARE(japanese->dialect.encoding, "ISO-2022-JP"_ba);
    QCOMPARE(japanese->dialect.delimiter, Delimiter(';'));
}

void TestCsvEncoding::offersRivalsWithAnExample()
{
    const QByteArray file = "Name;Ort\nM\xFCller;K\xF6ln\n";
    const std::vector<DialectGuess::EncodingChoice> choices = encodingChoices(
        "windows-1252", { file.constData(), static_cast<std::size_t>(file.size()) }, { "KOI8-R" });
    QHash<QByteArray, QString> examples;
    for (const DialectGuess::EncodingChoice &choice : choices) {
        QVERIFY2(!examples.contains(choice.encoding), choice.encoding.constData());
        examples[choice.encoding] = choice.example;
    }
    QCOMPARE(choices.front().encoding, "windows-1252"_ba);
    QCOMPARE(choices[1].encoding, "KOI8-R"_ba);
    QCOMPARE(examples["windows-1252"], u"Müller"_s);
    QCOMPARE(examples["UTF-8"], u"M\uFFFDller"_s);
    QCOMPARE(examples["windows-1251"], u"Mьller"_s);
    QVERIFY(examples.contains("UTF-16LE"));
}

void TestCsvEncoding::decodesSingleBytesAsQtDoes_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : { "windows-1252", "windows-1251", "KOI8-R", "macintosh", "IBM850",
                                  "windows-874", "ISO-8859-7", "windows-1255", "IBM037" })
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestCsvEncoding::decodesSingleBytesAsQtDoes()
{
    QFETCH(QByteArray, encoding);
    // Bytes outside ASCII in all places of a word, in runs of all lengths, and pieces of all sizes.
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i)
        bytes.append(static_cast<char>(i % 97 < i % 13 ? 0x80 + i % 128 : 'a' + i % 26));
    const QString expected
        = QStringDecoder(encoding.constData(), QStringConverter::Flag::Stateless).decode(bytes);
    const std::unique_ptr<BlockDecoder> decoder = makeBlockDecoder(encoding);
    for (const std::size_t piece :
         { std::size_t(1), std::size_t(7), std::size_t(4096), std::size_t(5000), std::size_t(20'000) }) {
        std::string text;
        const std::string_view all(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        for (std::size_t at = 0; at < all.size(); at += piece)
            QCOMPARE(decoder->decode(all.substr(at, piece), false, text), all.substr(at, piece).size());
        QVERIFY(QString::fromStdString(text) == expected);
        QCOMPARE(decoder->rawLength(text), all.size());
    }
}

void TestCsvEncoding::decodesUtf16InAnyPieces()
{
    const QString text = (plainRows(60) + u"😀é;東京😎\n"_s).repeated(6);
    for (const char *encoding : { "UTF-16LE", "UTF-16BE" }) {
        const QByteArray bytes = written(text, encoding);
        for (const std::size_t piece :
             { std::size_t(1), std::size_t(3), std::size_t(4096), std::size_t(100'000) }) {
            const std::unique_ptr<BlockDecoder> decoder = makeBlockDecoder(encoding);
            std::string out;
            std::string waiting;
            for (std::size_t at = 0; at < static_cast<std::size_t>(bytes.size()); at += piece) {
                waiting += std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))
                               .substr(at, piece);
                waiting.erase(0, decoder->decode(waiting, false, out));
            }
            QVERIFY(waiting.empty());
            QVERIFY(QString::fromStdString(out) == text);
            QCOMPARE(decoder->rawLength(out), static_cast<std::size_t>(bytes.size()));
        }
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvEncoding)
#include "test_csv_encoding.moc"
