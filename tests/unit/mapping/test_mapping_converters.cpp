#include "app/mapping/phone.h"
#include "app/mapping/record_id.h"

#include <QTest>

#include "built_for_tests.h"

using namespace rowlift;
using namespace rowlift::testing;

namespace {

constexpr auto openSign = DecimalSign::Undecided;

/// How Salesforce, Marketo and Dotdigital spell values.
const ValueForms salesforce { .clear = "#N/A", .salesforceIds = true };
const ValueForms marketo { .clear = "NULL", .milliseconds = false };
const ValueForms dotdigital { .yes = "True", .no = "False", .milliseconds = false };

/// "!" before what cannot be read.
QString convert(const QString &cell, const Field &field, const Treatment &treatment = {},
                const ValueForms &forms = salesforce)
{
    Schema schema;
    schema.fields = { field };
    schema.forms = forms;
    return sent(mappingTo(field.name, treatment), schema, { cell }).front();
}

QString convert(const QString &cell, FieldType type, const Treatment &treatment = {},
                const ValueForms &forms = salesforce)
{
    return convert(cell, fieldNamed(u"F"_s, type), treatment, forms);
}

Field interests()
{
    Field field = fieldNamed(u"F"_s, FieldType::MultiPicklist);
    for (const auto &[value, label] :
         { std::pair("SAIL", "Segeln"), { "CHESS", "Schach" }, { "R,G", "Reisen, gemütlich" } })
        field.values.push_back({ QString::fromLatin1(value), QString::fromUtf8(label) });
    field.values.push_back({ u"Äpfel"_s, u"Äpfel & Birnen"_s });
    field.values.push_back({ u"OLD"_s, u"Alt"_s, false });
    return field;
}

} // namespace

class TestMappingConverters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers_data();
    void readsNumbers();
    void readsYesAndNo_data();
    void readsYesAndNo();
    void readsTimes_data();
    void readsTimes();
    void takesAddresses_data();
    void takesAddresses();
    void completesIds_data();
    void completesIds();
    void leavesIdsOfOthersAlone();
    void findsListValues_data();
    void findsListValues();
    void joinsSeveralValues_data();
    void joinsSeveralValues();
    void writesTelephones_data();
    void writesTelephones();
    void knowsWhereTelephonesAre();
    void leavesTextAsItIs();
    void keepsFormsOfServices_data();
    void keepsFormsOfServices();
    void readsWhatItWrote();
};

void TestMappingConverters::readsNumbers_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<DecimalSign>("sign");
    QTest::addColumn<QString>("sent");
    const auto whole = FieldType::Integer;
    const auto number = FieldType::Number;
    const auto row = [](const char *name, const QString &cell, FieldType type, DecimalSign sign,
                        const QString &out) { QTest::newRow(name) << cell << type << sign << out; };
    row("leading zeros", u"007"_s, whole, openSign, u"7"_s);
    row("only zeros", u"000"_s, whole, openSign, u"0"_s);
    row("leading zeros before decimals", u"007.50"_s, number, openSign, u"7.50"_s);
    row("plus", u"+12"_s, whole, openSign, u"12"_s);
    row("minus behind, as SAP writes it", u"12,50-"_s, number, openSign, u"-12.50"_s);
    row("brackets", u"(12.50)"_s, number, openSign, u"-12.50"_s);
    row("brackets and a sign", u"($1,200.50)"_s, number, openSign, u"-1200.50"_s);
    row("two signs", u"-(12)"_s, number, openSign, u"!-(12)"_s);
    row("minus twice", u"--12"_s, number, openSign, u"!--12"_s);
    row("true minus", u"\u22121,5"_s, number, openSign, u"-1.5"_s);
    row("minus behind the sign", u"€ -12,50"_s, number, openSign, u"-12.50"_s);
    row("minus before the sign", u"-€12,50"_s, number, openSign, u"-12.50"_s);
    row("code in front", u"EUR 1.200,50"_s, number, openSign, u"1200.50"_s);
    row("code behind", u"1'200.50 chf"_s, number, openSign, u"1200.50"_s);
    row("sign of two", u"R$ 1.200,50"_s, number, openSign, u"1200.50"_s);
    row("Swiss amount", u"Fr. 12.–"_s, number, openSign, u"12"_s);
    row("German amount", u"12,- €"_s, number, openSign, u"12"_s);
    row("Polish", u"1 200,50 zł"_s, number, openSign, u"1200.50"_s);
    row("two signs of money", u"€ 12 €"_s, number, openSign, u"!€ 12 €"_s);
    row("pieces are no money", u"12 pcs"_s, number, openSign, u"!12 pcs"_s);
    row("thin space", u"1\u2009200\u2009300"_s, whole, openSign, u"1200300"_s);
    row("no-break space", u"1\u00A0200,5"_s, number, openSign, u"1200.5"_s);
    row("typographic apostrophe", u"1’200’300"_s, whole, openSign, u"1200300"_s);
    row("India", u"1,23,456"_s, whole, openSign, u"123456"_s);
    row("India with paise", u"₹ 12,34,567.50"_s, number, openSign, u"1234567.50"_s);
    row("broken groups", u"1,2345,678"_s, number, openSign, u"!1,2345,678"_s);
    row("groups too short", u"1,234,56"_s, number, openSign, u"!1,234,56"_s);
    row("wide digits", u"１２３４"_s, whole, openSign, u"1234"_s);
    row("percent where there is none", u"12 %"_s, number, openSign, u"!12 %"_s);
    row("exponent", u"1.5E+03"_s, number, openSign, u"1.5E+03"_s);
    row("exponent with comma", u"1,5e-3"_s, number, openSign, u"1.5e-3"_s);
    row("exponent hides digits", u"1.23457E+11"_s, whole, openSign, u"!1.23457E+11"_s);
    row("only an exponent", u"e5"_s, number, openSign, u"!e5"_s);
    row("whole with cents of zero", u"1.200,00"_s, whole, openSign, u"1200"_s);
    row("whole with cents", u"12,50"_s, whole, openSign, u"!12,50"_s);
    row("without a zero in front", u",5"_s, number, openSign, u"0.5"_s);
    row("point at the end", u"5."_s, number, openSign, u"5"_s);
    row("open thousands", u"1,234"_s, number, openSign, u"!1,234"_s);
    row("thousands by the column", u"1,234"_s, number, DecimalSign::Point, u"1234"_s);
    row("decimals by the column", u"1,234"_s, number, DecimalSign::Comma, u"1.234"_s);
    row("point as thousands by the column", u"1.234"_s, number, DecimalSign::Comma, u"1234"_s);
    row("zero is no thousand", u"0,125"_s, number, DecimalSign::Point, u"!0,125"_s);
    row("more than three digits are none", u"1234,567"_s, number, DecimalSign::Point, u"!1234,567"_s);
    row("a comma contradicts a point", u"12,5"_s, number, DecimalSign::Point, u"!12,5"_s);
    row("a point contradicts a comma", u"12.5"_s, number, DecimalSign::Comma, u"!12.5"_s);
    row("both signs contradict a point", u"1.234,50"_s, number, DecimalSign::Point, u"!1.234,50"_s);
    row("both signs contradict a comma", u"1,234.50"_s, number, DecimalSign::Comma, u"!1,234.50"_s);
    row("thousands contradict a point", u"1.234.567"_s, number, DecimalSign::Point, u"!1.234.567"_s);
    row("decimals behind blanks contradict", u"1 200,50"_s, number, DecimalSign::Point, u"!1 200,50"_s);
    row("an exponent's comma contradicts", u"1,5e3"_s, number, DecimalSign::Point, u"!1,5e3"_s);
    row("thousands before no cents", u"1.234,-"_s, number, openSign, u"1234"_s);
    row("commas before no cents", u"1,234.–"_s, number, openSign, u"1234"_s);
    row("no cents contradict a point", u"1.234,-"_s, number, DecimalSign::Point, u"!1.234,-"_s);
    row("no cents by the same sign", u"1,234,-"_s, number, openSign, u"!1,234,-"_s);
    row("no cents say the same by any sign", u"12,-"_s, number, DecimalSign::Point, u"12"_s);
    row("three decimals of a whole one", u"1.234"_s, whole, openSign, u"!1.234"_s);
    row("nothing but signs", u"€ -"_s, number, openSign, u"!€ -"_s);
    row("words", u"twelve"_s, number, openSign, u"!twelve"_s);
    row("a dash alone", u"-"_s, number, openSign, u"!-"_s);
    row("not a number", u"NaN"_s, number, openSign, u"!NaN"_s);
    row("very long", QString(80, u'1'), whole, openSign, u"!"_s + QString(80, u'1'));
}

void TestMappingConverters::readsNumbers()
{
    QFETCH(QString, cell);
    QFETCH(FieldType, type);
    QFETCH(DecimalSign, sign);
    QTEST(convert(cell, type, { .decimals = sign }), "sent");
}

void TestMappingConverters::readsYesAndNo_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("sent");
    QTest::newRow("English") << u"yes Yes Y true TRUE t on 1 x ✓ ✔ ☑"_s << u"true"_s;
    QTest::newRow("English no") << u"no N false False f off 0 ✗ ☐"_s << u"false"_s;
    QTest::newRow("German") << u"ja JA j wahr an"_s << u"true"_s;
    QTest::newRow("German no") << u"nein Nein falsch aus"_s << u"false"_s;
    QTest::newRow("French") << u"oui o vrai"_s << u"true"_s;
    QTest::newRow("French no") << u"non faux"_s << u"false"_s;
    QTest::newRow("Spanish") << u"sí SÍ si verdadero"_s << u"true"_s;
    QTest::newRow("Spanish no") << u"no falso"_s << u"false"_s;
    QTest::newRow("Italian") << u"sì vero"_s << u"true"_s;
    QTest::newRow("Dutch") << u"ja waar aan"_s << u"true"_s;
    QTest::newRow("Dutch no") << u"nee onwaar uit"_s << u"false"_s;
    QTest::newRow("Portuguese") << u"sim verdadeiro"_s << u"true"_s;
    QTest::newRow("Portuguese no") << u"não NÃO nao"_s << u"false"_s;
    QTest::newRow("Polish") << u"tak prawda"_s << u"true"_s;
    QTest::newRow("Polish no") << u"nie fałsz FAŁSZ"_s << u"false"_s;
    QTest::newRow("Swedish") << u"ja sant på"_s << u"true"_s;
    QTest::newRow("Swedish no") << u"nej falskt av"_s << u"false"_s;
    QTest::newRow("Japanese") << u"はい ○ 有"_s << u"true"_s;
    QTest::newRow("Japanese no") << u"いいえ × 無"_s << u"false"_s;
    QTest::newRow("databases") << u"-1 1.0"_s << u"true"_s;
    QTest::newRow("databases no") << u"0.0"_s << u"false"_s;
    QTest::newRow("neither") << u"maybe 2 yess ? - subscribed 10 nope"_s << QString();
}

void TestMappingConverters::readsYesAndNo()
{
    QFETCH(QString, words);
    QFETCH(QString, sent);
    for (const QString &word : words.split(u' '))
        QCOMPARE(convert(word, FieldType::Boolean), sent.isEmpty() ? u"!"_s + word : sent);
}

void TestMappingConverters::readsTimes_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    row("minutes", u"9:20"_s, u"09:20:00.000Z"_s);
    row("seconds", u"09:20:30"_s, u"09:20:30.000Z"_s);
    row("fraction", u"09:20:30,5"_s, u"09:20:30.500Z"_s);
    row("afternoon", u"1:05 PM"_s, u"13:05:00.000Z"_s);
    row("noon", u"12:00 pm"_s, u"12:00:00.000Z"_s);
    row("midnight", u"12:00 a.m."_s, u"00:00:00.000Z"_s);
    row("narrow blank, as browsers write it", u"1:05\u202FPM"_s, u"13:05:00.000Z"_s);
    row("French", u"9h20"_s, u"09:20:00.000Z"_s);
    row("German", u"9:20 Uhr"_s, u"09:20:00.000Z"_s);
    row("Japanese", u"午後1時05分"_s, u"13:05:00.000Z"_s);
    row("as sent", u"09:20:00.000Z"_s, u"09:20:00.000Z"_s);
    row("another zone", u"09:20+01:00"_s, u"!09:20+01:00"_s);
    row("no such hour", u"24:00"_s, u"!24:00"_s);
    row("no such minute", u"09:60"_s, u"!09:60"_s);
    row("thirteen in the afternoon", u"13:00 PM"_s, u"!13:00 PM"_s);
    row("a number", u"920"_s, u"!920"_s);
}

void TestMappingConverters::readsTimes()
{
    QFETCH(QString, cell);
    QTEST(convert(cell, FieldType::Time), "sent");
}

void TestMappingConverters::takesAddresses_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    row("blanks", u" anna@example.com\u00A0"_s, u"anna@example.com"_s);
    row("link", u"mailto:anna@example.com"_s, u"anna@example.com"_s);
    row("link with subject", u"MAILTO:anna@example.com?subject=Hi"_s, u"anna@example.com"_s);
    row("name", u"Anna Müller <anna@example.com>"_s, u"anna@example.com"_s);
    row("name in quotes", u"\"Müller, Anna\" <anna@example.com>"_s, u"anna@example.com"_s);
    row("angles", u"<anna@example.com>"_s, u"anna@example.com"_s);
    row("angles around a link", u"< mailto:anna@example.com >"_s, u"anna@example.com"_s);
    row("case stays", u"Anna@Example.COM"_s, u"Anna@Example.COM"_s);
    row("two stay", u"a@example.com; b@example.com"_s, u"a@example.com; b@example.com"_s);
    row("two in angles stay", u"Max <max@x.de>, Eva <eva@x.de>"_s, u"Max <max@x.de>, Eva <eva@x.de>"_s);
    row("an address before the angles stays", u"a@x.de; Eva <eva@x.de>"_s, u"a@x.de; Eva <eva@x.de>"_s);
    row("the address as its own name", u"'eva@x.de' <eva@x.de>"_s, u"eva@x.de"_s);
    row("no address in angles", u"Anna <none>"_s, u"Anna <none>"_s);
    row("not an address", u"none"_s, u"none"_s);
}

void TestMappingConverters::takesAddresses()
{
    QFETCH(QString, cell);
    QTEST(convert(cell, FieldType::Email), "sent");
}

void TestMappingConverters::completesIds_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    row("15", u"0038c00002hMS4m"_s, u"0038c00002hMS4mAAG"_s);
    row("15 of a job", u"750Ov00000Ipmhl"_s, u"750Ov00000IpmhlIAB"_s);
    row("18", u"0038c00002hMS4mAAG"_s, u"0038c00002hMS4mAAG"_s);
    row("18 in capitals", u"0038C00002HMS4MAAG"_s, u"0038c00002hMS4mAAG"_s);
    row("18 in small letters", u"750ov00000ipmhliab"_s, u"750Ov00000IpmhlIAB"_s);
    row("wrong checksum stays", u"0038c00002hMS4mAAB"_s, u"0038c00002hMS4mAAB"_s);
    row("a digit cannot be a capital", u"0038c00002hms4m555"_s, u"0038c00002hms4m555"_s);
    row("16", u"0038c00002hMS4mA"_s, u"0038c00002hMS4mA"_s);
    row("a name", u"Acme Incorporat"_s, u"Acme Incorporat"_s);
}

void TestMappingConverters::completesIds()
{
    QFETCH(QString, cell);
    QTEST(convert(cell, FieldType::Id), "sent");
    QTEST(convert(u" "_s + cell, FieldType::Reference), "sent");
}

void TestMappingConverters::leavesIdsOfOthersAlone()
{
    QCOMPARE(convert(u"0038c00002hMS4m"_s, FieldType::Id, {}, marketo), u"0038c00002hMS4m"_s);
}

void TestMappingConverters::findsListValues_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    row("value", u"SAIL"_s, u"SAIL"_s);
    row("value in other case", u"sail"_s, u"SAIL"_s);
    row("label", u"Schach"_s, u"CHESS"_s);
    row("label in other case", u"SCHACH"_s, u"CHESS"_s);
    row("blanks", u"  Reisen,\t gemütlich"_s, u"R,G"_s);
    row("letters beyond ASCII", u"ÄPFEL"_s, u"Äpfel"_s);
    row("accent apart", u"A\u0308pfel"_s, u"Äpfel"_s);
    row("not on the list", u"Curling"_s, u"Curling"_s);
    row("no longer in use", u"Alt"_s, u"Alt"_s);
}

void TestMappingConverters::findsListValues()
{
    QFETCH(QString, cell);
    Field field = interests();
    field.type = FieldType::Picklist;
    QTEST(convert(cell, field), "sent");
}

void TestMappingConverters::joinsSeveralValues_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &cell, const QString &out) {
        QTest::newRow(name) << cell << out;
    };
    row("as sent", u"SAIL;CHESS"_s, u"SAIL;CHESS"_s);
    row("blanks", u" Segeln ;  Schach "_s, u"SAIL;CHESS"_s);
    row("commas", u"Segeln, Schach"_s, u"SAIL;CHESS"_s);
    row("strokes", u"Segeln|Schach"_s, u"SAIL;CHESS"_s);
    row("line breaks", u"Segeln\r\nSchach"_s, u"SAIL;CHESS"_s);
    row("twice", u"Segeln;SAIL;sail"_s, u"SAIL"_s);
    row("nothing between", u"Segeln;;Schach;"_s, u"SAIL;CHESS"_s);
    row("a comma in a label", u"Reisen, gemütlich"_s, u"R,G"_s);
    row("a comma in a label in other case", u"reisen,  GEMÜTLICH"_s, u"R,G"_s);
    row("a comma in one of several", u"Reisen, gemütlich; Schach"_s, u"R,G;CHESS"_s);
    row("not on the list", u"Segeln;Curling"_s, u"SAIL;Curling"_s);
}

void TestMappingConverters::joinsSeveralValues()
{
    QFETCH(QString, cell);
    QTEST(convert(cell, interests()), "sent");
}

void TestMappingConverters::writesTelephones_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("number");
    const auto row = [](const char *name, const QString &cell, const QString &region, const QString &out) {
        QTest::newRow(name) << cell << region << out;
    };
    row("German", u"(030) 123 45-67"_s, u"DE"_s, u"+49301234567"_s);
    row("zero in brackets", u"+49 (0)30 1234567"_s, u"DE"_s, u"+49301234567"_s);
    row("with two zeros", u"0049 30 1234567"_s, u"DE"_s, u"+49301234567"_s);
    row("American", u"(415) 555-2671"_s, u"US"_s, u"+14155552671"_s);
    row("dots", u"415.555.2671"_s, u"US"_s, u"+14155552671"_s);
    row("of another country", u"+41 44 668 18 00"_s, u"DE"_s, u"+41446681800"_s);
    row("Italy keeps its zero", u"06 6982 1234"_s, u"IT"_s, u"+390669821234"_s);
    row("wide digits", u"０３-１２３４-５６７８"_s, u"JP"_s, u"+81312345678"_s);
    row("already so", u"+49301234567"_s, u"DE"_s, u"+49301234567"_s);
    row("small region", u"030 1234567"_s, u"de"_s, u"+49301234567"_s);
    row("without region", u"+49 30 1234567"_s, {}, u"+49301234567"_s);
    row("two zeros without region", u"0049 30 1234567"_s, {}, u"+49301234567"_s);
    row("extension", u"+1 415 555 2671 ext. 12"_s, u"US"_s, {});
    row("plus eaten by a spreadsheet", u"491712345678"_s, u"DE"_s, u"+491712345678"_s);
    row("plus eaten, with blanks", u"49 171 2345678"_s, u"DE"_s, u"+491712345678"_s);
    row("plus eaten from another country", u"14155552671"_s, u"GB"_s, u"+14155552671"_s);
    row("of the area, or without its plus", u"492112345678"_s, u"DE"_s, {});
    row("without a zero in front", u"3012345678"_s, u"DE"_s, u"+493012345678"_s);
    row("a name behind", u"030 23125042 Anna"_s, u"DE"_s, {});
    row("a name behind, in other letters", u"030 23125042 Äste"_s, u"DE"_s, {});
    row("a word in front", u"Tel. 030 1234567"_s, u"DE"_s, u"+49301234567"_s);
    row("two numbers in one", u"0171 2345678/9"_s, u"DE"_s, {});
    row("two with a comma", u"030 1234567, 030 7654321"_s, u"DE"_s, {});
    row("two with a semicolon", u"030 1234567; 0171 2345678"_s, u"DE"_s, {});
    row("two with a stroke", u"030 1234567 / 0171 2345678"_s, u"DE"_s, {});
    row("two of two digits", u"0171 2345678 / 79"_s, u"DE"_s, {});
    row("a stroke behind the area", u"0171/2345678"_s, u"DE"_s, u"+491712345678"_s);
    row("national without region", u"030 1234567"_s, {}, {});
    row("too short", u"123"_s, u"DE"_s, {});
    row("words", u"on request"_s, u"DE"_s, {});
    row("unknown region", u"030 1234567"_s, u"XX"_s, {});
}

void TestMappingConverters::writesTelephones()
{
    QFETCH(QString, cell);
    QFETCH(QString, region);
    PhoneFormatter formatter(region);
    const std::string bytes = cell.toStdString();
    for (int again = 0; again < 2; ++again) {
        const auto number = formatter.international(bytes);
        QTEST(QString::fromUtf8(number.data(), static_cast<qsizetype>(number.size())), "number");
    }
}

void TestMappingConverters::knowsWhereTelephonesAre()
{
    QCOMPARE(phoneRegionOf("+49 30 1234567"), u"DE"_s);
    QCOMPARE(phoneRegionOf("0041 44 668 18 00"), u"CH"_s);
    QCOMPARE(phoneRegionOf("030 1234567"), QString());
    QVERIFY(phoneRegions().contains(u"JP"_s));
}

void TestMappingConverters::leavesTextAsItIs()
{
    for (const FieldType type :
         { FieldType::Text, FieldType::LongText, FieldType::Phone, FieldType::Url, FieldType::Unsupported })
        QCOMPARE(convert(u"  01.02.2026 yes 1,5 "_s, type), u"  01.02.2026 yes 1,5 "_s);
}

void TestMappingConverters::keepsFormsOfServices_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sent");
    const auto row = [](const char *name, const QString &service, FieldType type, const QString &cell,
                        const QString &out) { QTest::newRow(name) << service << type << cell << out; };
    // Source: contracts/salesforce.md, 4; contracts/marketo.md, 8; contracts/dotdigital.md, 4.5 and 6.1.
    row("Salesforce yes", u"s"_s, FieldType::Boolean, u"ja"_s, u"true"_s);
    row("Salesforce date", u"s"_s, FieldType::Date, u"14.03.2026"_s, u"2026-03-14"_s);
    row("Salesforce date-time", u"s"_s, FieldType::DateTime, u"2026-03-14T10:20:00+01:00"_s,
        u"2026-03-14T09:20:00.000Z"_s);
    row("Salesforce time", u"s"_s, FieldType::Time, u"10:20"_s, u"10:20:00.000Z"_s);
    row("Salesforce double", u"s"_s, FieldType::Number, u"$1,200.50"_s, u"1200.50"_s);
    row("Salesforce int", u"s"_s, FieldType::Integer, u"12.0"_s, u"12"_s);
    row("Salesforce id", u"s"_s, FieldType::Id, u"0038c00002hMS4m"_s, u"0038c00002hMS4mAAG"_s);
    row("Salesforce null", u"s"_s, FieldType::Date, u"#N/A"_s, u"∅#N/A"_s);
    row("Marketo date-time", u"m"_s, FieldType::DateTime, u"2026-03-14 10:20:00.5 +01:00"_s,
        u"2026-03-14T09:20:00Z"_s);
    row("Marketo yes", u"m"_s, FieldType::Boolean, u"True"_s, u"true"_s);
    row("Marketo score", u"m"_s, FieldType::Integer, u"-12"_s, u"-12"_s);
    row("Marketo float", u"m"_s, FieldType::Number, u"10,40"_s, u"10.40"_s);
    row("Dotdigital yes", u"d"_s, FieldType::Boolean, u"yes"_s, u"True"_s);
    row("Dotdigital no", u"d"_s, FieldType::Boolean, u"0"_s, u"False"_s);
    row("Dotdigital date-time", u"d"_s, FieldType::DateTime, u"2020-11-03 13:03:32+00:00"_s,
        u"2020-11-03T13:03:32Z"_s);
    row("Dotdigital number", u"d"_s, FieldType::Number, u"007"_s, u"7"_s);
}

void TestMappingConverters::keepsFormsOfServices()
{
    QFETCH(QString, service);
    QFETCH(FieldType, type);
    QFETCH(QString, cell);
    const ValueForms &forms = service == u"s" ? salesforce : service == u"m" ? marketo : dotdigital;
    QTEST(convert(cell, type, {}, forms), "sent");
}

/// What is in the service's form already stays so, in whatever way the column is read.
void TestMappingConverters::readsWhatItWrote()
{
    const QList<std::pair<FieldType, QStringList>> cells {
        { FieldType::Integer, { u"12"_s, u"(1.200)"_s, u"1,23,456"_s, u"0"_s, u"-7"_s } },
        { FieldType::Number, { u"1200.5"_s, u"1.234,5"_s, u".5"_s, u"1.5e3"_s, u"12.50-"_s } },
        { FieldType::Boolean, { u"ja"_s, u"0"_s, u"✓"_s } },
        { FieldType::Date, { u"14.03.2026"_s, u"March 14th, 2026"_s, u"20260314"_s, u"45291"_s } },
        { FieldType::DateTime, { u"14.03.2026 10:20"_s, u"2026-03-14T10:20:30.456Z"_s, u"45291.5"_s } },
        { FieldType::Time, { u"1 PM"_s, u"10:20:30.456"_s } },
        { FieldType::Email, { u"Anna <anna@example.com>"_s } },
        { FieldType::Id, { u"0038c00002hMS4m"_s, u"0038C00002HMS4MAAG"_s } },
    };
    for (const ValueForms &forms : { salesforce, marketo, dotdigital }) {
        for (const auto &[type, texts] : cells) {
            for (const QString &text : texts) {
                const Treatment reading {
                    .dates = { .order = DateOrder::MonthFirst, .serials = true, .zone = "Asia/Tokyo" },
                    .decimals = openSign
                };
                const Treatment own {
                    .dates = { .order = DateOrder::NotADate, .serials = true, .zone = "Asia/Tokyo" },
                    .decimals = openSign
                };
                const QString once = convert(text, type, own, forms);
                if (!once.startsWith(u'!')) {
                    QCOMPARE(convert(once, type, own, forms), once);
                    QCOMPARE(convert(once, type, reading, forms), once);
                }
            }
        }
    }
    QCOMPARE(convert(convert(u"Segeln; Segeln, Schach"_s, interests()), interests()),
             u"SAIL;Segeln, Schach"_s);
}

QTEST_APPLESS_MAIN(TestMappingConverters)
#include "test_mapping_converters.moc"
