#include "tests/unit/mapping/built_for_tests.h"

#include <QTest>

#include <cstdlib>
#include <new>

using namespace rowlift;
using namespace rowlift::testing;

namespace {

qint64 allocations = 0;

/// \a cell after \a cleaners, on its way to a text field.
QString cleanedBy(const std::vector<Cleaner> &cleaners, const QString &cell)
{
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s) };
    return sent(mappingTo(u"F"_s, { .cleaners = cleaners }), schema, { cell }).value(0);
}

Cleaner simple(CleanerKind kind)
{
    return { .kind = kind };
}

/// Texts of all lengths about a word of the processor, plain and not.
QStringList longerAndLonger()
{
    QStringList texts;
    for (int length = 0; length < 40; ++length) {
        QString text;
        for (int i = 0; i < length; ++i)
            text += QChar(u' ' + (i * 37 + length) % 95);
        texts.append(text);
        if (length > 0) {
            text[length / 2] = u'ü';
            texts.append(text);
        }
    }
    return texts;
}

} // namespace

// Counted, so that a test can tell that rows cost no memory.
void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size))
        return memory;
    std::abort();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class TestCleaners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleansOneText_data();
    void cleansOneText();
    void changesCaseAsUnicodeDoes();
    void cutsBetweenCharacters_data();
    void cutsBetweenCharacters();
    void phoneNumbers_data();
    void phoneNumbers();
    void runInTheirOrder();
    void trailShowsEachStep();
    void trailEndsWithWhatIsSent();
    void costNoMemoryOnceWarm();
};

void TestCleaners::cleansOneText_data()
{
    QTest::addColumn<Cleaner>("cleaner");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("cleaned");
    const auto row = [](const char *name, const Cleaner &cleaner, QStringView cell, QStringView cleaned) {
        QTest::newRow(name) << cleaner << cell.toString() << cleaned.toString();
    };
    const Cleaner trim = simple(CleanerKind::Trim);
    row("trim: spaces", trim, u"  a b  ", u"a b");
    row("trim: tabs and line breaks", trim, u"\t\r\na\r\n", u"a");
    row("trim: no-break space", trim, u"\u00A0a\u00A0", u"a");
    row("trim: narrow, thin, ideographic", trim, u"\u202F\u2009a\u3000", u"a");
    row("trim: zero width and a BOM", trim, u"\u200B\uFEFFa\u2060", u"a");
    row("trim: marks of direction", trim, u"\u202A+49 30\u202C", u"+49 30");
    row("trim: inside stays", trim, u"a\u00A0\u200Bb", u"a\u00A0\u200Bb");
    row("trim: joined emoji stay whole", trim, u" 👩\u200D🚀 ", u"👩\u200D🚀");
    row("trim: only blanks", trim, u" \u00A0\t ", u"");
    row("trim: letters like blanks", trim, u"\u2010a\u00A1", u"\u2010a\u00A1");
    row("trim: quotes stay", trim, u" \"a\" ", u"\"a\"");
    const Cleaner squeeze = simple(CleanerKind::Squeeze);
    row("squeeze: runs", squeeze, u"  Anna   Maria\t\tMüller ", u"Anna Maria Müller");
    row("squeeze: line breaks", squeeze, u"Hauptstr. 1\r\n\r\n12345 Ort\n", u"Hauptstr. 1 12345 Ort");
    row("squeeze: no-break", squeeze, u"a\u00A0b", u"a b");
    row("squeeze: mixed run", squeeze, u"a \u00A0\u3000 b", u"a b");
    row("squeeze: hidden within a word", squeeze, u"Mül\u200Bler\uFEFF", u"Müller");
    row("squeeze: one hidden beside a blank", squeeze, u"a\u200B b", u"a b");
    row("squeeze: direction stays inside", squeeze, u"a \u200Fשלום b", u"a \u200Fשלום b");
    row("squeeze: nothing to do", squeeze, u"a b c", u"a b c");
    row("squeeze: one in front", squeeze, u" a b", u"a b");
    row("squeeze: carriage return alone", squeeze, u"a\rb", u"a b");
    const Cleaner upper = simple(CleanerKind::Upper);
    row("upper: plain", upper, u"abcdefghijklmnopqrstuvwxyz 09", u"ABCDEFGHIJKLMNOPQRSTUVWXYZ 09");
    row("upper: umlauts", upper, u"müller", u"MÜLLER");
    row("upper: sharp s", upper, u"straße", u"STRASSE");
    row("upper: ligature", upper, u"ﬁsh ﬃ", u"FISH FFI");
    row("upper: Greek with signs", upper, u"\u0390 \u1FB3", u"\u0399\u0308\u0301 \u0391\u0399");
    row("upper: Cyrillic", upper, u"жанна", u"ЖАННА");
    row("upper: beyond the first plane", upper, u"𐐨", u"𐐀");
    row("upper: dotless is no language's", upper, u"iı", u"II");
    row("upper: signs around letters", upper, u"@[`{", u"@[`{");
    row("upper: combining marks stay", upper, u"a\u0308b", u"A\u0308B");
    row("upper: Japanese and emoji", upper, u"東京 a😀", u"東京 A😀");
    const Cleaner lower = simple(CleanerKind::Lower);
    row("lower: plain", lower, u"ABCDEFGHIJKLMNOPQRSTUVWXYZ@[`{", u"abcdefghijklmnopqrstuvwxyz@[`{");
    row("lower: umlauts", lower, u"MÜLLER", u"müller");
    row("lower: great sharp s", lower, u"STRAẞE", u"straße");
    row("lower: sigma at the end", lower, u"ΟΔΥΣΣΕΥΣ", u"οδυσσευς");
    row("lower: sigma before a sign", lower, u"ΣΑΣ, ΣΑΣ.", u"σας, σας.");
    row("lower: sigma alone", lower, u"Σ", u"σ");
    row("lower: dotted I", lower, u"İ", u"i\u0307");
    row("lower: Kelvin", lower, u"K", u"k");
    const Cleaner title = simple(CleanerKind::Title);
    row("title: apostrophe", title, u"o'hara", u"O'Hara");
    row("title: typographic apostrophe", title, u"D’ANGELO", u"D’Angelo");
    row("title: hyphen", title, u"ANNA-LENA", u"Anna-Lena");
    row("title: no guessing", title, u"MCDONALD", u"Mcdonald");
    row("title: small words too", title, u"van der berg", u"Van Der Berg");
    row("title: umlaut first", title, u"ÖSTERREICH äpfel", u"Österreich Äpfel");
    row("title: sharp s first", title, u"ß", u"Ss");
    row("title: double letter", title, u"ǆungla", u"ǅungla");
    row("title: behind digits", title, u"3RD 1a", u"3rd 1a");
    row("title: possessive", title, u"anna's", u"Anna's");
    row("title: possessive inside", title, u"ANNA'S BAR", u"Anna's Bar");
    row("title: initials", title, u"j.r.r. tolkien", u"J.R.R. Tolkien");
    row("title: combining mark inside", title, u"jo\u0308rg", u"Jo\u0308rg");
    row("title: line break", title, u"a\nb", u"A\nB");
    row("title: Greek sigma", title, u"ΟΔΥΣΣΕΥΣ", u"Οδυσσευς");
    const Cleaner digits = simple(CleanerKind::Digits);
    row("digits: plain", digits, u"(030) 12-34", u"0301234");
    row("digits: all", digits, u"0123", u"0123");
    row("digits: none", digits, u"abc", u"");
    row("digits: full width", digits, u"１２3", u"123");
    row("digits: Arabic", digits, u"٠١٢", u"012");
    row("digits: superscripts are none", digits, u"m²", u"");
    const Cleaner zeros { .kind = CleanerKind::LeadingZeros, .number = 5 };
    row("zeros: short", zeros, u"4109", u"04109");
    row("zeros: blanks around", zeros, u" 4109\u00A0", u"04109");
    row("zeros: long enough", zeros, u"12345", u"12345");
    row("zeros: longer", zeros, u"123456", u"123456");
    row("zeros: not digits", zeros, u"D-41", u"D-41");
    row("zeros: blank", zeros, u"", u"");
    row("zeros: minus", zeros, u"-1", u"-1");
    row("zeros: never endless", { .kind = CleanerKind::LeadingZeros, .number = 2'000'000'000 }, u"1",
        QString(u"0"_s.repeated(mostLeadingZeros - 1) + u'1'));
    const Cleaner replace { .kind = CleanerKind::Replace, .find = u"ß"_s, .text = u"ss"_s };
    row("replace: each", replace, u"Großstraße", u"Grossstrasse");
    row("replace: none", replace, u"Strasse", u"Strasse");
    row("replace: away", { .kind = CleanerKind::Replace, .find = u"a"_s }, u"banana", u"bnn");
    row("replace: from left to right", { .kind = CleanerKind::Replace, .find = u"aa"_s, .text = u"b"_s },
        u"aaaaa", u"bba");
    row("replace: case matters", { .kind = CleanerKind::Replace, .find = u"A"_s, .text = u"b"_s }, u"aA",
        u"ab");
    row("replace: longer", { .kind = CleanerKind::Replace, .find = u","_s, .text = u" and "_s }, u"a,b,c",
        u"a and b and c");
    row("replace: a line break", { .kind = CleanerKind::Replace, .find = u"\n"_s, .text = u", "_s }, u"a\nb",
        u"a, b");
    row("replace: nothing to find", { .kind = CleanerKind::Replace, .text = u"x"_s }, u"ab", u"ab");
    const Cleaner blankIf { .kind = CleanerKind::BlankIf, .find = u"n/a"_s };
    row("blank if: it", blankIf, u"n/a", u"");
    row("blank if: capitals and blanks", blankIf, u" N/A\u00A0", u"");
    row("blank if: only a part", blankIf, u"n/a yet", u"n/a yet");
    row("blank if: letters beyond ASCII", { .kind = CleanerKind::BlankIf, .find = u" Übrig "_s }, u"üBRIG",
        u"");
    row("blank if: no find", { .kind = CleanerKind::BlankIf }, u"a", u"a");
    const Cleaner standard { .kind = CleanerKind::DefaultIfBlank, .text = u"Unknown"_s };
    row("default: empty", standard, u"", u"Unknown");
    row("default: blanks", standard, u" \u00A0\u200B", u"Unknown");
    row("default: a value", standard, u"Müller", u"Müller");
}

void TestCleaners::cleansOneText()
{
    QFETCH(Cleaner, cleaner);
    QFETCH(QString, cell);
    QTEST(cleanedBy({ cleaner }, cell), "cleaned");
}

/// Against Qt's own mapping of whole texts, which is Unicode's; a sigma at the end of a word is ours.
void TestCleaners::changesCaseAsUnicodeDoes()
{
    QStringList texts = longerAndLonger();
    for (char32_t code = 0x21; code < 0x1F000; ++code) {
        const bool surrogate = code >= 0xD800 && code < 0xE000;
        if (!surrogate && code != 0x3A3 && QChar::isLetter(code))
            texts.append(u"a"_s + QString::fromUcs4(&code, 1) + u"b"_s);
    }
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s) };
    RecordBuilder upper(mappingTo(u"F"_s, { .cleaners = { simple(CleanerKind::Upper) } }), schema);
    RecordBuilder lower(mappingTo(u"F"_s, { .cleaners = { simple(CleanerKind::Lower) } }), schema);
    for (const QString &text : texts) {
        if (text.trimmed().isEmpty())
            continue;
        QCOMPARE(sent(upper, { text }).value(0), text.toUpper());
        QCOMPARE(sent(lower, { text }).value(0), text.toLower());
    }
}

void TestCleaners::cutsBetweenCharacters_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("cut");
    const auto row = [](const char *name, QStringView cell, int most, QStringView cut) {
        QTest::newRow(name) << cell.toString() << most << cut.toString();
    };
    row("fits", u"abc", 3, u"abc");
    row("plain", u"abcd", 3, u"abc");
    row("umlauts count one", u"äöüß", 3, u"äöü");
    row("umlauts fit", u"äöü", 3, u"äöü");
    row("emoji count two", u"😀😀", 3, u"😀");
    row("emoji fit", u"😀😀", 4, u"😀😀");
    row("a letter keeps its accent", u"ae\u0301", 2, u"a");
    row("its accent fits", u"ae\u0301b", 3, u"ae\u0301");
    row("family", u"a👩\u200D👩\u200D👧b", 8, u"a");
    row("family fits", u"a👩\u200D👩\u200D👧b", 9, u"a👩\u200D👩\u200D👧");
    row("skin", u"ab👍🏽", 4, u"ab");
    row("red heart", u"ab❤\uFE0F", 3, u"ab");
    row("flags", u"🇩🇪🇫🇷", 6, u"🇩🇪");
    row("flags fit", u"🇩🇪🇫🇷", 8, u"🇩🇪🇫🇷");
    row("line break counts one", u"a\r\nb\r\nc", 4, u"a\r\nb\r\n");
    row("not within a line break", u"a\r\nb", 2, u"a\r\n");
    row("Japanese", u"東京都千代田区", 3, u"東京都");
    row("Korean in parts", u"\u1112\u1161\u11AB\u1100\u1173", 4, u"\u1112\u1161\u11AB");
}

void TestCleaners::cutsBetweenCharacters()
{
    QFETCH(QString, cell);
    QFETCH(int, most);
    QTEST(cleanedBy({ { .kind = CleanerKind::Cut, .number = most } }, cell), "cut");
}

void TestCleaners::phoneNumbers_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sentText");
    QTest::newRow("of the region") << u" (030) 123456 "_s << u"+4930123456"_s;
    QTest::newRow("from abroad") << u"+44 20 7946 0958"_s << u"+442079460958"_s;
    QTest::newRow("no number stays and is told") << u"call Anna"_s << u"!call Anna"_s;
    QTest::newRow("blank") << u" "_s << QString();
    QTest::newRow("blank by a later cleaner") << u"unknown"_s << QString();
}

void TestCleaners::phoneNumbers()
{
    QFETCH(QString, cell);
    const std::vector<Cleaner> cleaners { { .kind = CleanerKind::Phone, .text = u"DE"_s },
                                          { .kind = CleanerKind::BlankIf, .find = u"unknown"_s } };
    QTEST(cleanedBy(cleaners, cell), "sentText");
}

void TestCleaners::runInTheirOrder()
{
    const Cleaner blankIf { .kind = CleanerKind::BlankIf, .find = u"-"_s };
    const Cleaner standard { .kind = CleanerKind::DefaultIfBlank, .text = u"none"_s };
    const Cleaner upper = simple(CleanerKind::Upper);
    QCOMPARE(cleanedBy({ blankIf, standard, upper }, u"-"_s), u"NONE"_s);
    QCOMPARE(cleanedBy({ upper, blankIf, standard }, u"-"_s), u"none"_s);
    QCOMPARE(cleanedBy({ standard, blankIf }, u"-"_s), QString());
    QCOMPARE(cleanedBy({ upper, simple(CleanerKind::Lower), upper }, u"straße"_s), u"STRASSE"_s);
}

void TestCleaners::trailShowsEachStep()
{
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s, FieldType::Boolean) };
    RecordBuilder builder(mappingTo(u"F"_s,
                                    { .cleaners = { simple(CleanerKind::Trim), simple(CleanerKind::Upper) },
                                      .values = { { u"hurra"_s, u"true"_s } } }),
                          schema);
    const std::array<std::string_view, 1> row { " hurra " };
    const ValueTrail trail = builder.trail(0, row);
    QCOMPARE(trail.taken, u" hurra "_s);
    QCOMPARE(trail.cleaned, (QStringList { u"hurra"_s, u"HURRA"_s }));
    QCOMPARE(trail.sent, u"true"_s);
    QVERIFY(!trail.unreadable);
    QCOMPARE(builder.cleaned(0, row), std::string_view("HURRA"));
    const std::array<std::string_view, 1> other { "perhaps" };
    const ValueTrail unread = builder.trail(0, other);
    QCOMPARE(unread.sent, u"PERHAPS"_s);
    QVERIFY(unread.unreadable == Unreadable::Boolean);
}

/// Whatever the cleaners, the trail ends in what a row is sent with.
void TestCleaners::trailEndsWithWhatIsSent()
{
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s) };
    for (const CleanerKind first : { CleanerKind::Trim, CleanerKind::Squeeze, CleanerKind::Upper,
                                     CleanerKind::Title, CleanerKind::Digits, CleanerKind::Cut }) {
        for (const CleanerKind second : { CleanerKind::Lower, CleanerKind::LeadingZeros, CleanerKind::Squeeze,
                                          CleanerKind::Cut, CleanerKind::Title }) {
            const std::vector<Cleaner> cleaners { { .kind = first, .number = 7 },
                                                  { .kind = second, .number = 9 } };
            RecordBuilder builder(mappingTo(u"F"_s, { .cleaners = cleaners }), schema);
            for (const QString &text : longerAndLonger()) {
                const std::string bytes = text.toStdString();
                const std::array<std::string_view, 1> row { bytes };
                const ValueTrail trail = builder.trail(0, row);
                QCOMPARE(trail.cleaned.size(), 2);
                QCOMPARE(sent(builder, { text }).value(0), trail.sent);
                if (!trail.cleaned.back().trimmed().isEmpty())
                    QCOMPARE(trail.sent, trail.cleaned.back());
            }
        }
    }
}

void TestCleaners::costNoMemoryOnceWarm()
{
    Schema schema;
    Mapping mapping;
    for (const CleanerKind kind :
         { CleanerKind::Trim, CleanerKind::Squeeze, CleanerKind::Upper, CleanerKind::Lower,
           CleanerKind::Title, CleanerKind::Digits, CleanerKind::LeadingZeros, CleanerKind::Replace,
           CleanerKind::BlankIf, CleanerKind::DefaultIfBlank, CleanerKind::Cut }) {
        const QString name = QString::number(schema.fields.size());
        schema.fields.push_back(fieldNamed(name));
        const Cleaner cleaner { .kind = kind, .find = u"a"_s, .text = u"other"_s, .number = 9 };
        mapping.extras.push_back(
            { .field = name,
              .columns = { u"A"_s, u"B"_s },
              .text = u", "_s,
              .treatment = { .cleaners = { cleaner }, .values = { { u"x"_s, u"y"_s } } } });
    }
    mapping.columns.resize(2);
    mapping.columns[0].column = u"A"_s;
    mapping.columns[1].column = u"B"_s;
    RecordBuilder builder(mapping, schema);
    const std::array<std::string_view, 2> plain { "  an ordinary cell  ", "of the file, 12 34" };
    const std::array<std::string_view, 2> accents { " Größere  Straßen ", "ÉTÉ à Σίφνος 😀😀" };
    const std::array<std::string_view, 2> numbers { "12", "" };
    builder.build(plain);
    builder.build(accents);
    builder.build(numbers);
    const qint64 before = allocations;
    for (int i = 0; i < 100; ++i) {
        builder.build(plain);
        builder.build(accents);
        builder.build(numbers);
    }
    QCOMPARE(allocations - before, 0);
}

QTEST_GUILESS_MAIN(TestCleaners)
#include "test_mapping_cleaners.moc"
