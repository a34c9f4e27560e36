#include "tests/unit/mapping/built_for_tests.h"

#include <QTest>

using namespace rowlift;
using namespace rowlift::testing;

namespace {

/// Columns A, B and C, of which none goes anywhere by itself.
Mapping threeColumns()
{
    Mapping mapping;
    for (const QString &name : { u"A"_s, u"B"_s, u"C"_s })
        mapping.columns.push_back({ .column = name, .field = {} });
    return mapping;
}

Schema textFields(const QStringList &names)
{
    Schema schema;
    for (const QString &name : names)
        schema.fields.push_back(fieldNamed(name));
    return schema;
}

Field interests()
{
    Field field = fieldNamed(u"F"_s, FieldType::MultiPicklist);
    field.values = { { u"a"_s, u"Alpha"_s, true }, { u"b"_s, u"Beta"_s, true } };
    return field;
}

} // namespace

class TestSources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesPieces_data();
    void takesPieces();
    void joinsWhatIsThere_data();
    void joinsWhatIsThere();
    void wordForClearingIsNoText();
    void givesOneColumnToSeveralFields();
    void fixedValuesAreInEveryRow();
    void fixedValuesAreConverted();
    void whatTheFileLacksIsBlank();
    void firstOfTwoWins();
    void sendsInTheOrderWanted();
    void rulesReplaceValues_data();
    void rulesReplaceValues();
    void resultsOfRulesAreChecked_data();
    void resultsOfRulesAreChecked();
    void rulesOfListsGoByValue();
    void blanks_data();
    void blanks();
    void keysAreNeverCleared();
    void wordForClearingIsTheServicesOwn();
    void missingCellsAreBlank();
    void marksOfOneRowDoNotStay();
};

void TestSources::takesPieces_data()
{
    QTest::addColumn<Piece>("piece");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("taken");
    const auto row = [](const char *name, const Piece &piece, QStringView cell, QStringView taken) {
        QTest::newRow(name) << piece << cell.toString() << taken.toString();
    };
    const Piece first { .kind = PieceKind::FirstWord };
    const Piece rest { .kind = PieceKind::Rest };
    row("first of two", first, u"Anna Müller", u"Anna");
    row("rest of two", rest, u"Anna Müller", u"Müller");
    row("first of three", first, u"Anna Maria Müller", u"Anna");
    row("rest of three", rest, u"Anna Maria  Müller", u"Maria  Müller");
    row("a lone word is no first", first, u"Müller", u"");
    row("a lone word is the rest", rest, u"Müller", u"Müller");
    row("blanks around, first", first, u"  Anna \u00A0 Müller ", u"Anna");
    row("blanks around, rest", rest, u"  Anna \u00A0 Müller ", u"Müller");
    row("no-break space", first, u"Anna\u00A0Müller", u"Anna");
    row("tab and line break", rest, u"Anna\t\r\nMüller", u"Müller");
    row("a hidden blank keeps no words apart", first, u"An\u200Bna Müller", u"An\u200Bna");
    row("hyphen", first, u"Anna-Lena Müller", u"Anna-Lena");
    row("empty", first, u"", u"");
    row("empty rest", rest, u" ", u"");
    const Piece before { .kind = PieceKind::BeforeSign, .sign = u","_s };
    const Piece behind { .kind = PieceKind::BehindSign, .sign = u","_s };
    row("last name", before, u"Müller , Anna", u"Müller");
    row("first name", behind, u"Müller , Anna", u"Anna");
    row("no sign, before", before, u" Müller ", u"Müller");
    row("no sign, behind", behind, u"Müller", u"");
    row("first sign counts", behind, u"a,b,c", u"b,c");
    row("sign at the beginning", before, u",Anna", u"");
    row("sign at the end", behind, u"Müller,", u"");
    row("several characters", { .kind = PieceKind::BehindSign, .sign = u" – "_s }, u"ACME – Berlin",
        u"Berlin");
    const Piece domain { .kind = PieceKind::EmailDomain };
    row("domain", domain, u" anna@example.com ", u"example.com");
    row("last at counts", domain, u"\"a@b\"@example.com", u"example.com");
    row("domain in angles", domain, u"Anna <anna@example.com>", u"example.com");
    row("two addresses have no domain", domain, u"a@x.de; b@y.de", u"");
    row("no at", domain, u"anna", u"");
    row("whole", {}, u" as it is ", u" as it is ");
}

void TestSources::takesPieces()
{
    QFETCH(Piece, piece);
    QFETCH(QString, cell);
    QTEST(sent(mappingTo(u"F"_s, {}, piece), textFields({ u"F"_s }), { cell }).value(0), "taken");
    // A copy of the column takes the same.
    Mapping copy = threeColumns();
    copy.extras.push_back({ .field = u"F"_s, .columns = { u"B"_s }, .piece = piece });
    QTEST(sent(copy, textFields({ u"F"_s }), { u"x"_s, cell }).value(0), "taken");
}

void TestSources::joinsWhatIsThere_data()
{
    QTest::addColumn<QStringList>("row");
    QTest::addColumn<QString>("between");
    QTest::addColumn<QString>("joined");
    QTest::newRow("all") << QStringList { u"Anna"_s, u"Maria"_s, u"Müller"_s } << u" "_s
                         << u"Müller Anna Maria"_s;
    QTest::newRow("a blank is passed over")
        << QStringList { u"Anna"_s, u" \u00A0"_s, u"Müller"_s } << u", "_s << u"Müller, Anna"_s;
    QTest::newRow("blanks around") << QStringList { u" Anna"_s, u"Maria "_s, u"Müller\n"_s } << u"-"_s
                                   << u"Müller-Anna-Maria"_s;
    QTest::newRow("one") << QStringList { QString(), u"Maria"_s, QString() } << u", "_s << u"Maria"_s;
    QTest::newRow("none") << QStringList { QString(), u" "_s, QString() } << u", "_s << QString();
    QTest::newRow("nothing between") << QStringList { u"1"_s, u"2"_s, u"3"_s } << QString() << u"312"_s;
    QTest::newRow("a short row") << QStringList { u"Anna"_s } << u", "_s << u"Anna"_s;
    QTest::newRow("a line break between")
        << QStringList { u"a"_s, u"b"_s, u"c"_s } << u"\n"_s << u"c\na\nb"_s;
}

void TestSources::joinsWhatIsThere()
{
    QFETCH(QStringList, row);
    QFETCH(QString, between);
    Mapping mapping = threeColumns();
    mapping.extras.push_back({ .field = u"F"_s, .columns = { u"C"_s, u"A"_s, u"B"_s }, .text = between });
    RecordBuilder builder(mapping, textFields({ u"F"_s }));
    QTEST(sent(builder, row).value(0), "joined");
    QCOMPARE(builder.columnOf(0), 2);
    QCOMPARE(builder.columnsOf(0).size(), std::size_t(3));
    QCOMPARE(builder.lastColumn(), 2);
}

/// "#N/A" in one of several cells is no text and clears nothing.
void TestSources::wordForClearingIsNoText()
{
    Schema schema = textFields({ u"F"_s, u"First"_s, u"Rest"_s });
    schema.forms.clear = "#N/A";
    Mapping mapping = threeColumns();
    mapping.extras = {
        { .field = u"F"_s, .columns = { u"A"_s, u"B"_s }, .text = u" "_s },
        { .field = u"First"_s, .columns = { u"A"_s }, .piece = { .kind = PieceKind::FirstWord } },
        { .field = u"Rest"_s, .columns = { u"A"_s }, .piece = { .kind = PieceKind::Rest } },
    };
    QCOMPARE(sent(mapping, schema, { u" #N/A"_s, u"Müller"_s }),
             (QStringList { u"Müller"_s, QString(), QString() }));
    QCOMPARE(sent(mapping, schema, { u"#N/A"_s, u"#N/A"_s }),
             (QStringList { QString(), QString(), QString() }));
}

void TestSources::givesOneColumnToSeveralFields()
{
    Mapping mapping = threeColumns();
    mapping.columns[0].field = u"Name"_s;
    mapping.extras.push_back(
        { .field = u"First"_s, .columns = { u"A"_s }, .piece = { .kind = PieceKind::FirstWord } });
    mapping.extras.push_back({ .field = u"Last"_s,
                               .columns = { u"A"_s },
                               .piece = { .kind = PieceKind::Rest },
                               .treatment = { .cleaners = { { .kind = CleanerKind::Upper } } } });
    QCOMPARE(sent(mapping, textFields({ u"Name"_s, u"First"_s, u"Last"_s }), { u"Anna Müller"_s }),
             (QStringList { u"Anna Müller"_s, u"Anna"_s, u"MÜLLER"_s }));
}

void TestSources::fixedValuesAreInEveryRow()
{
    Mapping mapping = threeColumns();
    mapping.columns[1].field = u"Name"_s;
    mapping.extras.push_back({ .field = u"Source"_s, .text = u" Fair 2026 "_s });
    RecordBuilder builder(mapping, textFields({ u"Name"_s, u"Source"_s }));
    QCOMPARE(builder.columnOf(1), -1);
    QVERIFY(builder.columnsOf(1).empty());
    QCOMPARE(builder.lastColumn(), 1);
    for (const QString &name : { u"Müller"_s, u"Ng"_s })
        QCOMPARE(sent(builder, { {}, name }), (QStringList { name, u" Fair 2026 "_s }));
    QCOMPARE(sent(builder, {}), (QStringList { QString(), u" Fair 2026 "_s }));
    const std::array<std::string_view, 2> row { "", "Ng" };
    QCOMPARE(builder.trail(1, row).sent, u" Fair 2026 "_s);
    QCOMPARE(sent(builder, { {}, u"Ng"_s }), (QStringList { u"Ng"_s, u" Fair 2026 "_s }));
}

void TestSources::fixedValuesAreConverted()
{
    Schema schema;
    schema.fields = { fieldNamed(u"Out"_s, FieldType::Boolean), fieldNamed(u"Day"_s, FieldType::Date),
                      fieldNamed(u"Sum"_s, FieldType::Number) };
    schema.forms.yes = "1";
    Mapping mapping;
    mapping.extras.push_back({ .field = u"Out"_s, .text = u" ja "_s });
    mapping.extras.push_back({ .field = u"Day"_s, .text = u"2026-03-14"_s });
    mapping.extras.push_back({ .field = u"Sum"_s, .text = u"viel"_s });
    RecordBuilder builder(mapping, schema);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(sent(builder, {}), (QStringList { u"1"_s, u"2026-03-14"_s, u"!viel"_s }));
    QCOMPARE(builder.lastColumn(), -1);
}

/// A profile for other columns must not turn a copy into a fixed value.
void TestSources::whatTheFileLacksIsBlank()
{
    Mapping mapping = threeColumns();
    mapping.extras.push_back({ .field = u"F"_s, .columns = { u"Gone"_s }, .text = u"never"_s });
    mapping.extras.push_back({ .field = u"G"_s, .columns = { u"Gone"_s, u"B"_s }, .text = u"-"_s });
    QCOMPARE(sent(mapping, textFields({ u"F"_s, u"G"_s }), { u"a"_s, u"b"_s }),
             (QStringList { QString(), u"b"_s }));
}

void TestSources::firstOfTwoWins()
{
    Mapping mapping = threeColumns();
    mapping.columns[0].field = mapping.columns[2].field = u"F"_s;
    mapping.extras.push_back({ .field = u"F"_s, .text = u"fixed"_s });
    mapping.extras.push_back({ .field = u"G"_s, .text = u"one"_s });
    mapping.extras.push_back({ .field = u"G"_s, .text = u"two"_s });
    RecordBuilder builder(mapping, textFields({ u"F"_s, u"G"_s }));
    QCOMPARE(builder.fields(), (std::vector { u"F"_s, u"G"_s }));
    QCOMPARE(sent(builder, { u"a"_s, u"b"_s, u"c"_s }), (QStringList { u"a"_s, u"one"_s }));
}

void TestSources::sendsInTheOrderWanted()
{
    Mapping mapping = threeColumns();
    mapping.columns[0].field = u"F"_s;
    mapping.columns[1].field = u"G"_s;
    mapping.columns[2].field = u"H"_s;
    mapping.extras.push_back({ .field = u"X"_s, .text = u"x"_s });
    mapping.order = { u"X"_s, u"unknown"_s, u"H"_s, u"X"_s };
    RecordBuilder builder(mapping, textFields({ u"F"_s, u"G"_s, u"H"_s, u"X"_s }));
    QCOMPARE(builder.fields(), (std::vector { u"X"_s, u"H"_s, u"F"_s, u"G"_s }));
    QCOMPARE(sent(builder, { u"f"_s, u"g"_s, u"h"_s }), (QStringList { u"x"_s, u"h"_s, u"f"_s, u"g"_s }));
    QCOMPARE(builder.columnOf(1), 2);
}

void TestSources::rulesReplaceValues_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sentText");
    constexpr auto text = FieldType::Text;
    QTest::newRow("exactly") << text << u"Herr"_s << u"Mr."_s;
    QTest::newRow("another for this case") << text << u"HERR"_s << u"Sir"_s;
    QTest::newRow("in any case") << text << u"herr"_s << u"Mr."_s;
    QTest::newRow("sharp s in any case") << text << u"STRASSE"_s << u"street"_s;
    QTest::newRow("blanks around") << text << u"\u00A0Herr \n"_s << u"Mr."_s;
    QTest::newRow("to nothing") << text << u"keine"_s << QString();
    QTest::newRow("no rule") << text << u" Dr. "_s << u" Dr. "_s;
    QTest::newRow("a rule's word that the field cannot take")
        << FieldType::Boolean << u"Herr"_s << u"!Herr"_s;
    QTest::newRow("no rule: converted") << FieldType::Boolean << u"ja"_s << u"true"_s;
    QTest::newRow("no rule: not read") << FieldType::Boolean << u"Dr."_s << u"!Dr."_s;
}

void TestSources::rulesReplaceValues()
{
    QFETCH(FieldType, type);
    QFETCH(QString, cell);
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s, type) };
    const Treatment treatment { .values = { { u"Herr"_s, u"Mr."_s },
                                            { u"HERR"_s, u"Sir"_s },
                                            { u"Herr"_s, u"never"_s },
                                            { u"Straße"_s, u"street"_s },
                                            { u" Keine "_s, QString() } } };
    QTEST(sent(mappingTo(u"F"_s, treatment), schema, { cell }).value(0), "sentText");
}

void TestSources::resultsOfRulesAreChecked_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("sentText");
    const auto row = [](const char *name, FieldType type, const QString &to, const QString &text) {
        QTest::newRow(name) << type << to << text;
    };
    row("number", FieldType::Number, u"12.5"_s, u"12.5"_s); // though a comma stands before decimals
    row("no number", FieldType::Number, u"viel"_s, u"!x"_s);
    row("two numbers", FieldType::Number, u"1,234"_s, u"!x"_s);
    row("date", FieldType::Date, u"2026-03-14"_s, u"2026-03-14"_s);
    row("date as people write it", FieldType::Date, u"14.03.2026"_s, u"2026-03-14"_s);
    row("no date", FieldType::Date, u"today"_s, u"!x"_s);
    row("yes", FieldType::Boolean, u"ja"_s, u"true"_s);
    row("neither", FieldType::Boolean, u"perhaps"_s, u"!x"_s);
    row("id", FieldType::Reference, u"0038c00002hMS4m"_s, u"0038c00002hMS4mAAG"_s);
    row("blank", FieldType::Date, u" "_s, QString());
    row("the word for clearing", FieldType::Date, u"#N/A"_s, u"∅#N/A"_s);
    row("text", FieldType::Text, u" as it is "_s, u" as it is "_s);
}

void TestSources::resultsOfRulesAreChecked()
{
    QFETCH(FieldType, type);
    QFETCH(QString, to);
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s, type) };
    schema.forms = { .clear = "#N/A", .salesforceIds = true };
    const Treatment treatment { .values = { { u"x"_s, to } }, .decimals = DecimalSign::Comma };
    QTEST(sent(mappingTo(u"F"_s, treatment), schema, { u"x"_s }).value(0), "sentText");
}

void TestSources::rulesOfListsGoByValue()
{
    Schema schema;
    schema.fields = { interests() };
    const Treatment treatment {
        .values = { { u"Sport"_s, u"b"_s }, { u"nichts"_s, QString() }, { u"Sport; nichts"_s, u"both"_s } }
    };
    RecordBuilder builder(mappingTo(u"F"_s, treatment), schema);
    QCOMPARE(sent(builder, { u"alpha; SPORT"_s }), QStringList { u"a;b"_s });
    QCOMPARE(sent(builder, { u"nichts;Alpha"_s }), QStringList { u"a"_s });
    QCOMPARE(sent(builder, { u"Alpha;nichts"_s }), QStringList { u"a"_s });
    QCOMPARE(sent(builder, { u"nichts"_s }), QStringList { QString() });
    QCOMPARE(sent(builder, { u"sport;  ;other"_s }), QStringList { u"b;other"_s });
    QCOMPARE(sent(builder, { u"sport; nichts"_s }), QStringList { u"both"_s });
    QCOMPARE(sent(builder, { u"Sport, Beta, alpha"_s }), QStringList { u"b;a"_s });
    QCOMPARE(sent(builder, { u"Sport\nAlpha|sport"_s }), QStringList { u"b;a"_s });
    schema.forms.clear = "#N/A";
    Mapping clearing = mappingTo(u"F"_s, treatment);
    clearing.blank = BlankMeaning::Clear;
    QCOMPARE(sent(clearing, schema, { u"nichts; nichts"_s }), QStringList { u"∅#N/A"_s });
}

void TestSources::blanks_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("blankClears");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<BlankMeaning>("all");
    QTest::addColumn<QString>("own"); // "", "leave", "clear"
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sentText");
    constexpr auto leave = BlankMeaning::Leave;
    constexpr auto clear = BlankMeaning::Clear;
    const auto row = [](const char *name, const char *word, bool blankClears, FieldType type,
                        BlankMeaning all, const char *own, const QString &cell, const QString &text) {
        QTest::newRow(name) << QByteArray(word) << blankClears << type << all << QString::fromLatin1(own)
                            << cell << text;
    };
    const QString none;
    for (const FieldType type : { FieldType::Text, FieldType::Date }) {
        row(type == FieldType::Text ? "text: leave" : "date: leave", "#N/A", false, type, leave, "", none,
            none);
        row(type == FieldType::Text ? "text: clear" : "date: clear", "#N/A", false, type, clear, "", none,
            u"∅#N/A"_s);
        row(type == FieldType::Text ? "text: blanks clear" : "date: blanks clear", "#N/A", false, type, clear,
            "", u" \u00A0"_s, u"∅#N/A"_s);
        row(type == FieldType::Text ? "text: blanks are a blank" : "date: blanks are a blank", "#N/A", false,
            type, leave, "", u" \t"_s, none);
        row(type == FieldType::Text ? "text: its own way wins" : "date: its own way wins", "#N/A", false,
            type, clear, "leave", none, none);
        row(type == FieldType::Text ? "text: only this one" : "date: only this one", "#N/A", false, type,
            leave, "clear", none, u"∅#N/A"_s);
        row(type == FieldType::Text ? "text: the word" : "date: the word", "#N/A", false, type, leave, "",
            u"#N/A"_s, u"∅#N/A"_s);
        row(type == FieldType::Text ? "text: a blank clears" : "date: a blank clears", "", true, type, clear,
            "", none, u"∅"_s);
        row(type == FieldType::Text ? "text: a blank would clear" : "date: a blank would clear", "", true,
            type, leave, "", none, none);
        row(type == FieldType::Text ? "text: word before blank" : "date: word before blank", "null", true,
            type, clear, "", none, u"∅null"_s);
        row(type == FieldType::Text ? "text: nothing clears" : "date: nothing clears", "", false, type, clear,
            "", none, none);
    }
}

void TestSources::blanks()
{
    QFETCH(QByteArray, word);
    QFETCH(bool, blankClears);
    QFETCH(FieldType, type);
    QFETCH(BlankMeaning, all);
    QFETCH(QString, own);
    QFETCH(QString, cell);
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s, type) };
    schema.forms.clear = word;
    schema.forms.blankClears = blankClears;
    Treatment treatment;
    if (!own.isEmpty())
        treatment.blank = own == u"clear" ? BlankMeaning::Clear : BlankMeaning::Leave;
    Mapping mapping = mappingTo(u"F"_s, treatment);
    mapping.blank = all;
    QTEST(sent(mapping, schema, { cell }).value(0), "sentText");
    // With a cleaner that changes nothing the value takes the long way.
    mapping.columns[0].treatment.cleaners = { { .kind = CleanerKind::BlankIf, .find = u"never"_s } };
    QTEST(sent(mapping, schema, { cell }).value(0), "sentText");
}

void TestSources::keysAreNeverCleared()
{
    Schema schema;
    schema.fields = { fieldNamed(u"Id"_s, FieldType::Id), fieldNamed(u"Key"_s), fieldNamed(u"Name"_s) };
    schema.forms.clear = "#N/A";
    Mapping mapping = threeColumns();
    for (std::size_t i = 0; i < 3; ++i)
        mapping.columns[i].field = schema.fields[i].name;
    mapping.blank = BlankMeaning::Clear;
    const Target target { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Key"_s };
    QCOMPARE(sent(mapping, schema, { {}, {}, {} }, target),
             (QStringList { QString(), QString(), u"∅#N/A"_s }));
    QCOMPARE(sent(mapping, schema, { u"#N/A"_s, u"#N/A"_s, u"#N/A"_s }, target),
             (QStringList { QString(), QString(), u"∅#N/A"_s }));
}

void TestSources::wordForClearingIsTheServicesOwn()
{
    Schema schema;
    schema.fields = { fieldNamed(u"F"_s), fieldNamed(u"N"_s, FieldType::Number) };
    schema.forms.clear = "NULL";
    Mapping mapping = threeColumns();
    mapping.columns[0].field = u"F"_s;
    mapping.columns[1].field = u"N"_s;
    QCOMPARE(sent(mapping, schema, { u"#N/A"_s, u"#N/A"_s }), (QStringList { u"#N/A"_s, u"!#N/A"_s }));
    QCOMPARE(sent(mapping, schema, { u"NULL"_s, u" NULL "_s }), (QStringList { u"∅NULL"_s, u"∅NULL"_s }));
    QCOMPARE(sent(mapping, schema, { u"NULLS"_s, u"1"_s }), (QStringList { u"NULLS"_s, u"1"_s }));
}

void TestSources::missingCellsAreBlank()
{
    Mapping mapping = threeColumns();
    for (ColumnMapping &column : mapping.columns)
        column.field = column.column;
    mapping.columns[2].treatment.cleaners = { { .kind = CleanerKind::DefaultIfBlank, .text = u"x"_s } };
    RecordBuilder builder(mapping, textFields({ u"A"_s, u"B"_s, u"C"_s }));
    QCOMPARE(sent(builder, { u"a"_s, u"b"_s, u"c"_s, u"more"_s }), (QStringList { u"a"_s, u"b"_s, u"c"_s }));
    QCOMPARE(sent(builder, { u"a"_s }), (QStringList { u"a"_s, QString(), u"x"_s }));
    QCOMPARE(sent(builder, {}), (QStringList { QString(), QString(), u"x"_s }));
}

void TestSources::marksOfOneRowDoNotStay()
{
    Schema schema = textFields({ u"A"_s, u"B"_s });
    schema.forms.clear = "#N/A";
    Mapping mapping = threeColumns();
    mapping.columns[0].field = u"A"_s;
    mapping.columns[1].field = u"B"_s;
    mapping.blank = BlankMeaning::Clear;
    RecordBuilder builder(mapping, schema);
    QCOMPARE(sent(builder, { {}, u"b"_s }), (QStringList { u"∅#N/A"_s, u"b"_s }));
    QCOMPARE(sent(builder, { u"a"_s, u"b"_s }), (QStringList { u"a"_s, u"b"_s }));
}

QTEST_GUILESS_MAIN(TestSources)
#include "test_mapping_sources.moc"
