#include "app/check/check.h"
#include "app/csv/record_index.h"
#include "tests/unit/mapping/describe_for_tests.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

const QString contactDescribe
    = QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/practice/salesforce/describe-Contact.json");

} // namespace

class TestCheckRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesOneValue_data();
    void judgesOneValue();
    void nullIsNoLongText();
    void emptyMattersByAction_data();
    void emptyMattersByAction();
    void groupsAndOrders();
    void findsRepeatedKeys();
    void blocksMakeNoDifference_data();
    void blocksMakeNoDifference();
    void namesMissingFields();
    void fixedValuesSatisfyAndAreJudged();
    void joinedAndSplitValuesAreJudged();
    void requiredFieldsAreNotCleared_data();
    void requiredFieldsAreNotCleared();
    void tellsKeysThatStayBlank();
    void tellsBoxesThatStayAsTheyAre();
    void tellsWhatAWordClears();
    void tellsWhatIsCut();
    void idsAndListsAsTheServiceHasThem();
    void clearedKeysDoNotRepeat();
    void idsOfAnotherKindAreTold();
    void sameRecordIsDeletedOnce();
    void parentsByKeyAreNotCleared();
    void tellsFieldsThatClash();
    void refusesFieldsThatCannotBeSet();
    void holdsBackWhatAllowsContact();
    void fixedConsentIsHeldBackToo();
    void tellsOfStopsThatGoNowhere();
    void judgesByTheFactsOfTheService_data();
    void judgesByTheFactsOfTheService();
    void tellsWhatANameClears();
    void keysDifferByCaseOnlyWhereTheServiceSaysSo();
    void lookUpNeedsItsColumnInPlaceOfTheId();
    void notesAreThoseOfTheWalk();
    void stopsWhenAsked();
    void refusesAChangedFile();
    void wordsNameTheField();
    void findsThePlantedMistakesOfTheSample();

private:
    /// A draft over a file of \a lines (header first) whose columns go to the fields named in the header.
    Draft draftOf(const QByteArrayList &lines, Operation operation = Operation::Insert,
                  const QString &key = {});
    CheckResult checked(const Draft &draft) const;

    QTemporaryDir m_folder;
    Schema m_contact;
};

void TestCheckRows::initTestCase()
{
    m_contact = rowlift::testing::schemaFromDescribe(contactDescribe);
    QVERIFY(m_contact.fields.size() > 50);
}

Draft TestCheckRows::draftOf(const QByteArrayList &lines, Operation operation, const QString &key)
{
    QFile file(m_folder.filePath(u"rows.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a test file");
    file.write(lines.join('\n'));
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.header = QString::fromUtf8(lines.front()).split(u',');
    draft.target = { .object = u"Contact"_s, .operation = operation, .keyField = key };
    for (const QString &name : draft.header) {
        ColumnMapping column;
        column.column = name;
        column.field = name;
        column.treatment.dates.order = name == u"Birthdate" ? DateOrder::DayFirst : DateOrder::NotADate;
        draft.mapping.columns.push_back(column);
    }
    return draft;
}

CheckResult TestCheckRows::checked(const Draft &draft) const
{
    auto result = checkRows(draft, m_contact, {}, {});
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
    return *result;
}

void TestCheckRows::judgesOneValue_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("finding"); // Rule, with "?" behind for a heads-up; empty: nothing.
    const auto row = [](const char *name, const QString &field, const QString &value,
                        const QString &finding) { QTest::newRow(name) << field << value << finding; };
    row("40 letters fit", u"FirstName"_s, QString(40, u'ä'), {});
    row("41 letters", u"FirstName"_s, QString(41, u'ä'), u"tooLong"_s);
    row("20 emoji are 40 units", u"FirstName"_s, u"😀"_s.repeated(20), {});
    row("21 emoji are 42", u"FirstName"_s, u"😀"_s.repeated(21), u"tooLong"_s);
    row("phone too long", u"Phone"_s, QString(41, u'1'), u"tooLong"_s);
    row("on the list", u"MailingCountryCode"_s, u"DE"_s, {});
    row("label of the list", u"MailingCountryCode"_s, u"Germany"_s, {});
    row("other case", u"MailingCountryCode"_s, u"de"_s, {});
    row("not on the list", u"MailingCountryCode"_s, u"UK"_s, u"notOnList"_s);
    row("list that takes anything", u"LeadSource"_s, u"Messe"_s, {});
    row("date", u"Birthdate"_s, u"03.04.1988"_s, {});
    row("no date", u"Birthdate"_s, u"31.02.1988"_s, u"notADate"_s);
    row("boolean", u"DoNotCall"_s, u"ja"_s, {});
    row("no boolean", u"DoNotCall"_s, u"vielleicht"_s, u"notABoolean"_s);
    row("number", u"Score__c"_s, u"12345"_s, {});
    row("decimals are cut, not refused", u"Score__c"_s, u"12,5"_s, u"decimalsCut?"_s);
    row("zeros are no decimals", u"Score__c"_s, u"12,0"_s, {});
    row("as many decimals as are kept", u"MailingLatitude"_s, u"52.123456789012345"_s, {});
    row("one more than is kept", u"MailingLatitude"_s, u"52.1234567890123456"_s, u"decimalsCut?"_s);
    row("none left by its exponent", u"Score__c"_s, u"1.25e2"_s, {});
    row("one left by its exponent", u"Score__c"_s, u"1.25e1"_s, u"decimalsCut?"_s);
    row("no number", u"Score__c"_s, u"viele"_s, u"notANumber"_s);
    row("leading zeros are no digits", u"Score__c"_s, u"0000001"_s, {});
    row("too many digits", u"Score__c"_s, u"123456"_s, u"numberTooLarge"_s);
    row("too large by its exponent", u"Score__c"_s, u"1e6"_s, u"numberTooLarge"_s);
    row("id of 15", u"AccountId"_s, u"0018c00002hMS4m"_s, {});
    row("id of 18", u"AccountId"_s, u"0038c00002hMS4mAAG"_s, {});
    row("wrong checksum", u"AccountId"_s, u"0038c00002hMS4mAAA"_s, u"malformedId"_s);
    row("16 characters", u"AccountId"_s, u"0038c00002hMS4mA"_s, u"malformedId"_s);
    row("a name for an id", u"AccountId"_s, u"Acme"_s, u"malformedId"_s);
    row("address", u"Email"_s, u"anna@example.com"_s, {});
    row("plus and dash", u"Email"_s, u"anna+a-b@mail.example.co.uk"_s, {});
    row("blanks around it are not sent", u"Email"_s, u" anna@example.com "_s, {});
    row("no at", u"Email"_s, u"anna.example.com"_s, u"emailLooksWrong"_s);
    row("nothing behind at", u"Email"_s, u"ben@"_s, u"emailLooksWrong"_s);
    row("nothing before at", u"Email"_s, u"@example.com"_s, u"emailLooksWrong"_s);
    row("blank inside", u"Email"_s, u"anna b@example.com"_s, u"emailLooksWrong"_s);
    row("two dots", u"Email"_s, u"anna..b@example.com"_s, u"emailLooksWrong?"_s);
    row("no dot in the domain", u"Email"_s, u"anna@localhost"_s, u"emailLooksWrong?"_s);
    row("two addresses", u"Email"_s, u"Max <max@x.de>, Eva <eva@x.de>"_s, u"emailLooksWrong"_s);
    row("umlaut", u"Email"_s, u"jürgen@example.com"_s, u"emailLooksWrong?"_s);
    row("over 80", u"Email"_s, QString(70, u'a') + u"@example.com"_s, u"tooLong"_s);
    row("too large for any machine", u"Score__c"_s, u"1e400"_s, u"numberTooLarge"_s);
    row("too small for any machine", u"Score__c"_s, u"1e-400"_s, u"decimalsCut?"_s);
    row("id of 15 in small letters", u"AccountId"_s, u"0018c00002hms4m"_s, u"idLostCase?"_s);
    row("id of 15 in digits", u"AccountId"_s, u"001800000000001"_s, u"idLostCase?"_s);
    row("its checksum proves small letters", u"AccountId"_s, u"0018c00002hms4mAAA"_s, {});
    row("damaged", u"FirstName"_s, u"J\uFFFDrgen"_s, u"damagedText?"_s);
    row("a letter with the same first byte", u"FirstName"_s, u"\uFF8C"_s, {});
    row("null", u"Birthdate"_s, u"#N/A"_s, {});
    row("null for a list", u"MailingCountryCode"_s, u"#N/A"_s, {});
}

void TestCheckRows::judgesOneValue()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    const Draft draft = draftOf({ "LastName,"_ba + field.toLatin1() });
    QStringList found;
    for (const CellNote &note : notesFor({ u"Müller"_s, value }, draft, m_contact)) {
        QCOMPARE(note.column, 1);
        QCOMPARE(note.field, field);
        QCOMPARE(note.value, value);
        found.append(ruleId(note.rule) + (note.severity == Severity::HeadsUp ? u"?"_s : QString()));
    }
    QTEST(found.join(u' '), "finding");
}

/// "#N/A" empties the field, however short it is.
void TestCheckRows::nullIsNoLongText()
{
    Schema schema = m_contact;
    std::ranges::find(schema.fields, u"FirstName"_s, &Field::name)->length = 3;
    const Draft draft = draftOf({ "LastName,FirstName" });
    QVERIFY(notesFor({ u"Stone"_s, u"#N/A"_s }, draft, schema).empty());
    QCOMPARE(notesFor({ u"Stone"_s, u"Anna"_s }, draft, schema).size(), std::size_t(1));
}

void TestCheckRows::emptyMattersByAction_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("row"); // Id, Crm_Key__c, LastName, DoNotCall
    QTest::addColumn<QString>("finding");
    const QString id = u"0038c00002hMS4mAAG"_s;
    const QString key = u"Crm_Key__c"_s;
    QTest::newRow("insert without name")
        << Operation::Insert << QString() << QStringList { {}, u"K"_s, {}, {} } << u"Problem LastName"_s;
    QTest::newRow("upsert without name may update")
        << Operation::Upsert << key << QStringList { {}, u"K"_s, {}, {} } << u"HeadsUp LastName"_s;
    QTest::newRow("upsert without key")
        << Operation::Upsert << key << QStringList { {}, {}, u"M"_s, {} } << u"Problem Crm_Key__c"_s;
    QTest::newRow("update keeps the name")
        << Operation::Update << QString() << QStringList { id, {}, {}, {} } << QString();
    QTest::newRow("update without id")
        << Operation::Update << QString() << QStringList { {}, {}, u"M"_s, {} } << u"Problem Id"_s;
    QTest::newRow("delete without id")
        << Operation::Delete << QString() << QStringList { {}, {}, u"M"_s, {} } << u"Problem Id"_s;
}

void TestCheckRows::emptyMattersByAction()
{
    QFETCH(Operation, operation);
    QFETCH(QString, key);
    QFETCH(QStringList, row);
    const Draft draft = draftOf({ "Id,Crm_Key__c,LastName,DoNotCall" }, operation, key);
    QStringList found;
    for (const CellNote &note : notesFor(row, draft, m_contact)) {
        QCOMPARE(note.rule, Rule::RequiredEmpty);
        found.append((note.severity == Severity::Problem ? u"Problem "_s : u"HeadsUp "_s) + note.field);
    }
    QTEST(found.join(u'|'), "finding");
}

void TestCheckRows::groupsAndOrders()
{
    const CheckResult result
        = checked(draftOf({ "LastName,Birthdate,Email,MailingCountryCode", "A,,a..b@x.example,UK",
                            ",,a..b@x.example,DE", ",,,", ",31.02.1988,,XX", "B,,,", "C,,", ",,,UK" }));
    QCOMPARE(result.rows, 6); // The blank line is no row.
    QCOMPARE(result.problemRecords, (std::vector<qint64> { 1, 2, 4, 7 }));
    QStringList groups;
    for (const ProblemGroup &group : result.groups) {
        QStringList records;
        for (const qint64 record : group.records)
            records.append(QString::number(record));
        groups.append(
            u"%1 %2 %3: %4"_s.arg(ruleId(group.rule), group.field, group.example, records.join(u',')));
    }
    QCOMPARE(groups,
             (QStringList { u"notOnList MailingCountryCode UK: 1,4,7"_s, u"requiredEmpty LastName : 2,4,7"_s,
                            u"notADate Birthdate 31.02.1988: 4"_s,
                            u"emailLooksWrong Email a..b@x.example: 1,2"_s, u"raggedRow  : 6"_s }));
    QCOMPARE(result.groups[0].column, 3);
    QCOMPARE(result.groups[0].severity, Severity::Problem);
    QCOMPARE(result.groups[4].severity, Severity::HeadsUp);
    QCOMPARE(result.groups[4].column, -1);
}

void TestCheckRows::findsRepeatedKeys()
{
    const QByteArrayList lines {
        "Crm_Key__c,LastName", "K-1,A", "K-2,B", "", " k-1 ,C", ",D", ",E", "K-3,F", "K-2,G", "K-2,H"
    };
    for (const Operation operation : { Operation::Insert, Operation::Upsert }) {
        const CheckResult result = checked(draftOf(lines, operation, u"Crm_Key__c"_s));
        const auto group = std::ranges::find(result.groups, Rule::RepeatedKey, &ProblemGroup::rule);
        QVERIFY(group != result.groups.end());
        QCOMPARE(group->severity, Severity::HeadsUp);
        QCOMPARE(group->field, u"Crm_Key__c"_s);
        QCOMPARE(group->records, (std::vector<qint64> { 1, 2, 4, 8, 9 }));
    }
    const CheckResult other = checked(draftOf(lines, Operation::Upsert, u"Email"_s));
    QVERIFY(std::ranges::find(other.groups, Rule::RepeatedKey, &ProblemGroup::rule) == other.groups.end());
}

void TestCheckRows::blocksMakeNoDifference_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("in several threads") << "UTF-8"_ba;
    QTest::newRow("in one thread") << "UTF-16LE"_ba;
}

void TestCheckRows::blocksMakeNoDifference()
{
    QFETCH(QByteArray, encoding);
    QByteArrayList lines { "Crm_Key__c,LastName,Email,Birthdate,Title,MailingCountryCode" };
    for (int row = 1; row <= 400; ++row) {
        const QByteArray number = QByteArray::number(row);
        lines << (row % 5 == 0 ? "K-" + QByteArray::number(row / 10) : "L-" + number) + ','
                + (row % 7 == 0 ? "" : "Name") + ','
                + (row % 11 == 0 ? "a..b@x.example" : "a" + number + "@x.example") + ','
                + (row % 13 == 0 ? "31.02." + number : "1988-01-01") + ",\"two\nlines, " + number + "\","
                + (row % 17 == 0 ? "UK" : "DE") + (row % 19 == 0 ? ",more" : "");
        if (row % 23 == 0)
            lines << "";
    }
    Draft draft = draftOf(lines, Operation::Upsert, u"Crm_Key__c"_s);
    if (encoding != "UTF-8") {
        QFile file(draft.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(
            QStringEncoder(QStringConverter::Utf16LE)(QString::fromUtf8(lines.join('\n') + '\n'))));
        file.close();
        draft.stamp = FileStamp::of(draft.file);
        draft.dialect.encoding = encoding;
    }
    const auto source = FileSource::open(draft.file);
    QVERIFY(source);
    const auto index = indexRecords(**source, draft.dialect, {}, {}, {});
    QVERIFY(index);
    const auto whole = checkRows(draft, m_contact, {}, {});
    QVERIFY(whole);
    QCOMPARE(whole->rows, 400);
    QVERIFY(whole->groups.size() > 4);
    for (const qint64 blockBytes : { 1, 64, 333, 5000 }) {
        const auto result = checkRows(draft, m_contact, {}, {}, 0, blockBytes);
        QVERIFY(result);
        QCOMPARE(result->rows, whole->rows);
        QCOMPARE(result->problemRecords, whole->problemRecords);
        QCOMPARE(result->contentHash, index->contentHash);
        QCOMPARE(result->groups.size(), whole->groups.size());
        for (std::size_t at = 0; at < whole->groups.size(); ++at) {
            QCOMPARE(result->groups[at].rule, whole->groups[at].rule);
            QCOMPARE(result->groups[at].field, whole->groups[at].field);
            QCOMPARE(result->groups[at].example, whole->groups[at].example);
            QCOMPARE(result->groups[at].records, whole->groups[at].records);
        }
    }
}

void TestCheckRows::namesMissingFields()
{
    QCOMPARE(checked(draftOf({ "FirstName", "A" })).missingFields, QStringList { u"Last Name"_s });
    QCOMPARE(checked(draftOf({ "LastName", "A" })).missingFields, QStringList());
    QCOMPARE(checked(draftOf({ "FirstName", "A" }, Operation::Upsert, u"Email"_s)).missingFields,
             (QStringList { u"Last Name"_s, u"Email"_s }));
    QCOMPARE(checked(draftOf({ "FirstName", "A" }, Operation::Update)).missingFields,
             QStringList { u"Contact ID"_s });
}

/// A fixed value that the service refuses is one group over all rows, of no column.
void TestCheckRows::fixedValuesSatisfyAndAreJudged()
{
    Draft draft = draftOf({ "FirstName", "A", "B", "C" });
    draft.mapping.extras = { { .field = u"LastName"_s, .text = u"Unknown"_s },
                             { .field = u"MailingCountryCode"_s, .text = u"UK"_s },
                             { .field = u"Birthdate"_s, .text = u"soon"_s } };
    const CheckResult result = checked(draft);
    QCOMPARE(result.missingFields, QStringList());
    QCOMPARE(result.groups.size(), std::size_t(2));
    for (const ProblemGroup &group : result.groups) {
        QCOMPARE(group.column, -1);
        QCOMPARE(group.severity, Severity::Problem);
        QCOMPARE(group.records, (std::vector<qint64> { 1, 2, 3 }));
    }
    QCOMPARE(result.groups[0].rule, Rule::NotOnList);
    QCOMPARE(result.groups[0].example, u"UK"_s);
    QCOMPARE(result.groups[1].rule, Rule::NotADate);
    const auto notes = notesFor({ u"A"_s }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(2));
    QCOMPARE(notes[0].column, -1);
    QCOMPARE(notes[0].value, u"UK"_s);
    // A fixed value that is blank gives a required field nothing.
    draft.mapping.extras = { { .field = u"LastName"_s } };
    QCOMPARE(checked(draft).problemRecords.size(), std::size_t(3));
}

void TestCheckRows::joinedAndSplitValuesAreJudged()
{
    Draft draft = draftOf({ "Whole,Street,City", "Müller,Way 1,Ort", "Anna Müller,,", "Ng Li,Way 2," });
    for (ColumnMapping &column : draft.mapping.columns)
        column.field.clear();
    draft.mapping.columns[0].field = u"LastName"_s;
    draft.mapping.columns[0].piece = { .kind = PieceKind::FirstWord };
    draft.mapping.extras
        = { { .field = u"Phone"_s, .columns = { u"Street"_s, u"City"_s }, .text = QString(40, u'-') } };
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(2));
    QCOMPARE(result.groups[0].rule, Rule::RequiredEmpty);
    QCOMPARE(result.groups[0].column, 0);
    QCOMPARE(result.groups[0].records, std::vector<qint64> { 1 });
    QCOMPARE(result.groups[1].rule, Rule::TooLong);
    QCOMPARE(result.groups[1].column, 1);
    QCOMPARE(result.groups[1].records, std::vector<qint64> { 1 });
    const auto notes = notesFor({ u"A B"_s, u"Way"_s, u"Ort"_s }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].value, u"Way"_s + QString(40, u'-') + u"Ort"_s);
}

void TestCheckRows::requiredFieldsAreNotCleared_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<BlankMeaning>("blank");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("problem");
    QTest::newRow("update clears the name") << Operation::Update << BlankMeaning::Clear << QString() << true;
    QTest::newRow("update leaves it") << Operation::Update << BlankMeaning::Leave << QString() << false;
    QTest::newRow("the word itself") << Operation::Update << BlankMeaning::Leave << u"#N/A"_s << true;
    QTest::newRow("insert with the word") << Operation::Insert << BlankMeaning::Leave << u"#N/A"_s << true;
}

void TestCheckRows::requiredFieldsAreNotCleared()
{
    QFETCH(Operation, operation);
    QFETCH(BlankMeaning, blank);
    QFETCH(QString, cell);
    QFETCH(bool, problem);
    Draft draft
        = draftOf({ operation == Operation::Update ? "Id,LastName" : "FirstName,LastName" }, operation);
    draft.mapping.blank = blank;
    const auto notes = notesFor({ u"0038c00002hMS4mAAG"_s, cell }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(problem ? 1 : 0));
    if (problem) {
        QCOMPARE(notes[0].rule, Rule::RequiredEmpty);
        QCOMPARE(notes[0].severity, Severity::Problem);
    }
}

void TestCheckRows::tellsKeysThatStayBlank()
{
    Draft draft = draftOf({ "Id,LastName,FirstName" }, Operation::Upsert, u"Email"_s);
    draft.mapping.blank = BlankMeaning::Clear;
    const auto notes = notesFor({ {}, u"Müller"_s, {} }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].rule, Rule::KeyNotCleared);
    QCOMPARE(notes[0].severity, Severity::HeadsUp);
    QCOMPARE(notes[0].field, u"Id"_s);
    draft.mapping.columns[0].treatment.blank = BlankMeaning::Leave;
    QVERIFY(notesFor({ {}, u"Müller"_s, {} }, draft, m_contact).empty());
}

void TestCheckRows::tellsBoxesThatStayAsTheyAre()
{
    Draft draft = draftOf({ "Id,DoNotCall" }, Operation::Update);
    const QStringList row { u"0038c00002hMS4mAAG"_s, {} };
    QVERIFY(notesFor(row, draft, m_contact).empty());
    draft.mapping.blank = BlankMeaning::Clear;
    auto notes = notesFor(row, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].rule, Rule::ConsentNotCleared);
    QCOMPARE(notes[0].severity, Severity::HeadsUp);
    draft.mapping.columns[1].treatment.consent = ConsentSend::Both;
    draft.mapping.columns[1].treatment.blank = BlankMeaning::Clear;
    notes = notesFor(row, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].rule, Rule::BoxNotCleared);
    QCOMPARE(notes[0].severity, Severity::HeadsUp);
}

/// "#N/A" is also what a spreadsheet writes where it has found nothing.
void TestCheckRows::tellsWhatAWordClears()
{
    const QByteArrayList lines { "Id,FirstName", "0038c00002hMS4mAAG,#N/A", "0038c00002hMS4nAAG,Ann" };
    Draft draft = draftOf(lines, Operation::Update);
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::Clears);
    QCOMPARE(result.groups[0].severity, Severity::HeadsUp);
    QCOMPARE(result.groups[0].records, std::vector<qint64> { 1 });
    QVERIFY(groupText(result.groups[0]).startsWith(u"“#N/A” clears"));
    draft.mapping.blank = BlankMeaning::Clear; // wanted
    QVERIFY(checked(draft).groups.empty());
    Draft fixed = draftOf({ "Id", "0038c00002hMS4mAAG" }, Operation::Update);
    fixed.mapping.extras = { { .field = u"FirstName"_s, .text = u"#N/A"_s } };
    QVERIFY(checked(fixed).groups.empty());
}

/// What is too long is a problem, unless a cleaner cuts it: then it is a heads-up.
void TestCheckRows::tellsWhatIsCut()
{
    Draft draft = draftOf({ "LastName,FirstName", "A," + QByteArray(41, 'x'), "B,short" });
    QCOMPARE(checked(draft).groups[0].rule, Rule::TooLong);
    draft.mapping.columns[1].treatment.cleaners = { { .kind = CleanerKind::Cut, .number = 40 } };
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::WillBeCut);
    QCOMPARE(result.groups[0].severity, Severity::HeadsUp);
    QCOMPARE(result.groups[0].limit, 40);
    QCOMPARE(result.groups[0].records, std::vector<qint64> { 1 });
    QVERIFY(result.problemRecords.empty());
    QVERIFY(groupText(result.groups[0]).contains(u"40"));
}

void TestCheckRows::idsAndListsAsTheServiceHasThem()
{
    Schema schema = m_contact;
    Field interests;
    interests.name = interests.label = u"Interests"_s;
    interests.type = FieldType::MultiPicklist;
    interests.restricted = true;
    interests.values = { { u"a"_s, u"Alpha"_s, true }, { u"b"_s, u"Beta"_s, true } };
    schema.fields.push_back(interests);
    schema.forms.listSeparator = '|';
    const Draft draft = draftOf({ "LastName,AccountId,Interests" });
    QVERIFY(notesFor({ u"A"_s, {}, u"Alpha|b"_s }, draft, schema).empty());
    const auto notes = notesFor({ u"A"_s, u"lead-17"_s, u"a|c"_s }, draft, schema);
    QCOMPARE(notes.size(), std::size_t(2));
    QCOMPARE(notes[0].rule, Rule::MalformedId);
    QCOMPARE(notes[1].rule, Rule::NotOnList);
    schema.forms.salesforceIds = false;
    QVERIFY(notesFor({ u"A"_s, u"lead-17"_s, u"a"_s }, draft, schema).empty());
}

void TestCheckRows::clearedKeysDoNotRepeat()
{
    Schema schema = m_contact;
    Draft draft = draftOf({ "LastName,Crm_Key__c", "A,#N/A", "B,#N/A", "C,", "D," });
    draft.mapping.blank = BlankMeaning::Clear;
    const auto result = checkRows(draft, schema, {}, {});
    QVERIFY(result);
    QVERIFY(std::ranges::find(result->groups, Rule::RepeatedKey, &ProblemGroup::rule)
            == result->groups.end());
}

void TestCheckRows::idsOfAnotherKindAreTold()
{
    const Draft draft = draftOf({ "Id", "0018c00002hMS4m", "0038c00002hMS4m" }, Operation::Delete);
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::WrongKindOfId);
    QCOMPARE(result.problemRecords, std::vector<qint64> { 1 });
}

/// An id of 15 characters is the same as with its checksum. The first row is the one that deletes.
void TestCheckRows::sameRecordIsDeletedOnce()
{
    const Draft draft
        = draftOf({ "Id", "0038c00002hMS4m", "0038c00002hMS4n", "0038c00002hMS4mAAG" }, Operation::Delete);
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::DeletedOnce);
    QCOMPARE(result.groups[0].severity, Severity::HeadsUp);
    QCOMPARE(result.groups[0].records, std::vector<qint64> { 3 });
}

/// The word for clearing is refused there; blanks stay blank, though blanks clear.
void TestCheckRows::parentsByKeyAreNotCleared()
{
    Schema schema = m_contact;
    Field owner;
    owner.name = owner.label = u"Owner.Username"_s;
    owner.standsFor = u"OwnerId"_s;
    owner.clearable = false;
    owner.creatable = owner.updatable = true;
    schema.fields.push_back(owner);
    Draft draft = draftOf({ "Id,Owner.Username" }, Operation::Update);
    const QString id = u"0038c00002hMS4m"_s;
    auto notes = notesFor({ id, u"#N/A"_s }, draft, schema);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].rule, Rule::CannotClear);
    QCOMPARE(notes[0].severity, Severity::Problem);
    QVERIFY(notesFor({ id, {} }, draft, schema).empty());
    draft.mapping.blank = BlankMeaning::Clear;
    notes = notesFor({ id, {} }, draft, schema);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].rule, Rule::CannotClear);
    QCOMPARE(notes[0].severity, Severity::HeadsUp);
    QVERIFY(notesFor({ id, u"ann@people.example"_s }, draft, schema).empty());
}

void TestCheckRows::tellsFieldsThatClash()
{
    Schema schema = m_contact;
    Field owner;
    owner.name = owner.label = u"Owner.Username"_s;
    owner.standsFor = u"OwnerId"_s;
    owner.creatable = owner.updatable = true;
    schema.fields.push_back(owner);
    QVERIFY(clashes(draftOf({ "LastName,Owner.Username" }), schema).isEmpty());
    QVERIFY(clashes(draftOf({ "LastName,OwnerId,AccountId" }), schema).isEmpty());
    QCOMPARE(clashes(draftOf({ "LastName,Owner.Username,OwnerId" }), schema).size(), 1);
    QVERIFY(clashes(draftOf({ "Id,Phone" }, Operation::Update), schema).isEmpty());
    QVERIFY(clashes(draftOf({ "Email,Phone" }, Operation::Update, u"Email"_s), schema).isEmpty());
    QCOMPARE(clashes(draftOf({ "Id,Email" }, Operation::Update, u"Email"_s), schema).size(), 1);
}

void TestCheckRows::refusesFieldsThatCannotBeSet()
{
    const QStringList unknown = clashes(draftOf({ "LastName,Emial" }), m_contact);
    QCOMPARE(unknown.size(), 1);
    QVERIFY2(unknown.front().contains(u"Emial"_s), qPrintable(unknown.front()));
    const QStringList fixed = clashes(draftOf({ "LastName,CreatedDate" }), m_contact);
    QCOMPARE(fixed.size(), 1);
    QVERIFY2(fixed.front().contains(m_contact.field(u"CreatedDate")->label), qPrintable(fixed.front()));
    // A key that is not asked for finds nobody, and what cannot be set besides is lost.
    Schema schema = m_contact;
    Field number;
    number.name = number.label = u"personNumber"_s;
    number.key = true;
    schema.fields.push_back(number);
    const QByteArrayList lines { "personNumber,Email,LastName" };
    QCOMPARE(clashes(draftOf(lines, Operation::Upsert, u"Email"_s), schema).size(), 1);
    QVERIFY(clashes(draftOf(lines, Operation::Upsert, u"personNumber"_s), schema).isEmpty());
}

void TestCheckRows::holdsBackWhatAllowsContact()
{
    const QByteArrayList lines { "Email,HasOptedOutOfEmail", "a@b.example,nein", "b@b.example,ja",
                                 "c@b.example,false", "d@b.example," };
    Draft draft = draftOf(lines, Operation::Upsert, u"Email"_s);
    const auto kept = [this](const Draft &each) {
        std::vector<qint64> records;
        for (const ProblemGroup &group : checked(each).groups) {
            if (group.rule == Rule::ConsentKept)
                records.insert(records.end(), group.records.begin(), group.records.end());
        }
        return records;
    };
    QCOMPARE(kept(draft), (std::vector<qint64> { 1, 3 }));
    const CheckResult result = checked(draft);
    QVERIFY(result.problemRecords.empty());
    const auto group = std::ranges::find(result.groups, Rule::ConsentKept, &ProblemGroup::rule);
    QCOMPARE(group->severity, Severity::HeadsUp);
    QCOMPARE(group->example, u"nein"_s);
    QCOMPARE(group->field, u"HasOptedOutOfEmail"_s);
    draft.mapping.columns[1].treatment.consent = ConsentSend::Both;
    QVERIFY(kept(draft).empty());
    draft.mapping.columns[1].treatment.consent.reset();
    draft.mapping.columns[1].treatment.turned = true;
    QCOMPARE(kept(draft), (std::vector<qint64> { 2 }));
    draft.target.operation = Operation::Insert;
    QVERIFY(kept(draft).empty());
}

void TestCheckRows::fixedConsentIsHeldBackToo()
{
    Draft draft = draftOf({ "Email", "a@b.example", "b@b.example" }, Operation::Upsert, u"Email"_s);
    draft.mapping.extras.push_back({ .field = u"DoNotCall"_s, .text = u"false"_s });
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::ConsentKept);
    QCOMPARE(result.groups[0].records.size(), std::size_t(2));
}

void TestCheckRows::tellsOfStopsThatGoNowhere()
{
    const QByteArrayList lines { "LastName,Unsubscribed,Nicht anrufen,Newsletter", "Smith,yes,,yes",
                                 "Jones,no,x,no", "Brown,opted out,nein,no" };
    Draft draft = draftOf(lines);
    for (std::size_t column = 1; column < draft.mapping.columns.size(); ++column)
        draft.mapping.columns[column].field.clear();
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(2));
    QCOMPARE(result.groups[0].rule, Rule::StopNotImported);
    QCOMPARE(result.groups[0].severity, Severity::HeadsUp);
    QCOMPARE(result.groups[0].column, 1);
    QCOMPARE(result.groups[0].fieldLabel, u"Unsubscribed"_s);
    QCOMPARE(result.groups[0].records, (std::vector<qint64> { 1, 3 }));
    QCOMPARE(result.groups[1].column, 2);
    QCOMPARE(result.groups[1].records, (std::vector<qint64> { 2 }));
    QVERIFY(result.problemRecords.empty());
    const auto notes = notesFor({ u"Jones"_s, u"no"_s, u"x"_s, u"no"_s }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes[0].column, 2);
    draft.mapping.extras.push_back({ .field = u"DoNotCall"_s, .columns = { u"Nicht anrufen"_s } });
    QCOMPARE(checked(draft).groups.size(), std::size_t(1));
}

void TestCheckRows::judgesByTheFactsOfTheService_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, FieldType type, const QString &value, const QString &finding) {
        QTest::newRow(name) << type << value << finding;
    };
    row("address", FieldType::Email, u"a@b.example"_s, {});
    row("no address is taken with a warning", FieldType::Email, u"not-an-address"_s, u"emailLooksWrong?"_s);
    row("address beyond ASCII, too", FieldType::Email, u"jörg@b.example"_s, u"emailLooksWrong?"_s);
    row("as many bytes as there may be", FieldType::LongText, u"ä"_s.repeated(15), {});
    row("one byte more", FieldType::LongText, u"ä"_s.repeated(15) + u'a', u"tooManyBytes"_s);
    row("line breaks are bytes", FieldType::LongText, u"a\r\n"_s.repeated(10), {});
    row("one line break more", FieldType::LongText, u"a\r\n"_s.repeated(10) + u'\n', u"tooManyBytes"_s);
    row("characters are counted", FieldType::Text, u"😀"_s.repeated(20), {});
    row("one character more", FieldType::Text, u"😀"_s.repeated(21), u"tooLong"_s);
    row("64 bits", FieldType::Integer, u"9223372036854775807"_s, {});
    row("more than 64 bits", FieldType::Integer, u"9223372036854775808"_s, u"numberTooLarge"_s);
    row("least", FieldType::Integer, u"-9223372036854775808"_s, {});
    row("less than that", FieldType::Integer, u"-9223372036854775809"_s, u"numberTooLarge"_s);
    row("decimals", FieldType::Integer, u"12.5"_s, u"notANumber"_s);
    row("web address", FieldType::Url, u"https://b.example"_s, {});
    row("web address without scheme", FieldType::Url, u"www.b.example"_s, u"urlWithoutScheme?"_s);
    row("other scheme", FieldType::Url, u"ftp://b.example"_s, {});
}

void TestCheckRows::judgesByTheFactsOfTheService()
{
    QFETCH(const FieldType, type);
    QFETCH(const QString, value);
    Schema schema;
    schema.forms = { .clear = "NULL", .clearInAnyCase = true, .asciiEmails = true, .takesOddEmails = true };
    Field field;
    field.name = field.label = u"f"_s;
    field.type = type;
    field.creatable = field.updatable = true;
    field.precision = type == FieldType::Integer ? 19 : 0;
    field.bytes = type == FieldType::LongText ? 30 : 0;
    field.length = type == FieldType::Text ? 20 : 0;
    schema.fields.push_back(field);
    Draft draft = draftOf({ "f" }, Operation::Upsert, u"email"_s);
    QString found;
    for (const CellNote &note : notesFor({ value }, draft, schema))
        found += ruleId(note.rule) + (note.severity == Severity::HeadsUp ? u"?"_s : QString());
    QTEST(found, "finding");
}

/// A person can be called Null.
void TestCheckRows::tellsWhatANameClears()
{
    Schema schema;
    schema.forms = { .clear = "NULL", .clearInAnyCase = true };
    for (const QString &name : { u"email"_s, u"lastName"_s }) {
        Field field;
        field.name = field.label = name;
        field.creatable = field.updatable = true;
        field.key = name == u"email";
        schema.fields.push_back(field);
    }
    Draft draft = draftOf({ "email,lastName" }, Operation::Upsert, u"email"_s);
    for (const QString &name : { u"Null"_s, u"null"_s, u"NULL"_s }) {
        const auto notes = notesFor({ u"a@b.example"_s, name }, draft, schema);
        QCOMPARE(notes.size(), std::size_t(1));
        QCOMPARE(notes[0].rule, Rule::Clears);
        QCOMPARE(notes[0].severity, Severity::HeadsUp);
    }
    QVERIFY(notesFor({ u"a@b.example"_s, u"Nully"_s }, draft, schema).empty());
    const auto key
        = notesFor({ u"null"_s, u"Jo"_s }, draft, schema); // what finds the person is never cleared
    QCOMPARE(key.size(), std::size_t(1));
    QCOMPARE(key[0].rule, Rule::RequiredEmpty);
    draft.mapping.columns[1].treatment.values = { { .from = u"Null"_s, .to = {} } };
    QVERIFY(notesFor({ u"a@b.example"_s, u"Null"_s }, draft, schema).empty());
}

void TestCheckRows::keysDifferByCaseOnlyWhereTheServiceSaysSo()
{
    const QByteArrayList lines { "Email,LastName", "Anna@b.example,A", "anna@B.example,B", "c@b.example,C" };
    const Draft draft = draftOf(lines, Operation::Upsert, u"Email"_s);
    const CheckResult result = checked(draft);
    QCOMPARE(result.groups.size(), std::size_t(1));
    QCOMPARE(result.groups[0].rule, Rule::RepeatedKey);
    QCOMPARE(result.groups[0].records, (std::vector<qint64> { 1, 2 }));
    const Schema before = m_contact;
    std::ranges::find(m_contact.fields, u"Email"_s, &Field::name)->caseSensitive = true;
    QVERIFY(checked(draft).groups.empty());
    m_contact = before;
}

void TestCheckRows::lookUpNeedsItsColumnInPlaceOfTheId()
{
    QCOMPARE(missingFields(draftOf({ "Phone" }, Operation::Update, u"Email"_s), m_contact),
             QStringList { u"Email"_s });
    QVERIFY(missingFields(draftOf({ "Email,Phone" }, Operation::Update, u"Email"_s), m_contact).isEmpty());
    const CheckResult result = checked(
        draftOf({ "Email,Phone", ",1", "a@b.example,2", "A@b.example,3" }, Operation::Update, u"Email"_s));
    QCOMPARE(result.problemRecords, std::vector<qint64> { 1 }); // nothing was looked up yet
    QVERIFY(std::ranges::find(result.groups, Rule::RepeatedKey, &ProblemGroup::rule) != result.groups.end());
}

void TestCheckRows::notesAreThoseOfTheWalk()
{
    const Draft draft = draftOf({ "LastName,Birthdate,DoNotCall", ",32.01.1988,perhaps,more" });
    const CheckResult result = checked(draft);
    const auto notes = notesFor({ {}, u"32.01.1988"_s, u"perhaps"_s, u"more"_s }, draft, m_contact);
    QCOMPARE(notes.size(), std::size_t(4));
    QCOMPARE(result.groups.size(), notes.size());
    for (const CellNote &note : notes)
        QVERIFY(std::ranges::find(result.groups, note.rule, &ProblemGroup::rule) != result.groups.end());
}

void TestCheckRows::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto result = checkRows(draftOf({ "LastName", "A" }), m_contact, {}, stop.get_token());
    QVERIFY(!result);
    QVERIFY(result.error().cancelled());
}

void TestCheckRows::refusesAChangedFile()
{
    Draft draft = draftOf({ "LastName", "A" });
    draft.stamp.size += 1;
    const auto result = checkRows(draft, m_contact, {}, {});
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::BadInput);
    QVERIFY(result.error().sentence.contains(u"rows.csv"));
}

void TestCheckRows::wordsNameTheField()
{
    QStringList texts;
    for (int rule = 0; rule <= static_cast<int>(Rule::RaggedRow); ++rule) {
        ProblemGroup group;
        group.rule = static_cast<Rule>(rule);
        group.fieldLabel = u"Country"_s;
        group.limit = 1200;
        texts.append(groupText(group));
        QVERIFY(group.rule == Rule::RaggedRow || group.rule == Rule::PartnerProblem
                || group.rule == Rule::RecordTooLarge || texts.back().contains(u"Country"));
        QVERIFY(!ruleId(group.rule).isEmpty());
    }
    texts.removeDuplicates();
    QCOMPARE(texts.size(), static_cast<int>(Rule::RaggedRow) + 1);
    QVERIFY(texts.contains(u"Country is not on the list"_s));
}

void TestCheckRows::findsThePlantedMistakesOfTheSample()
{
    Draft draft = draftOf({ "Kundennr." });
    draft.file = QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv");
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect
        = { .delimiter = ';', .encoding = "windows-1252", .headerRecord = 2, .lineEnding = LineEnding::CrLf };
    QFile truthFile(QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.truth.json"));
    QVERIFY(truthFile.open(QIODevice::ReadOnly));
    const QJsonObject truth = QJsonDocument::fromJson(truthFile.readAll()).object();
    const QStringList columns { u"Kundennr."_s,
                                u"Anrede"_s,
                                u"Vorname"_s,
                                u"Nachname"_s,
                                u"E-Mail"_s,
                                u"Telefon"_s,
                                u"Mobil"_s,
                                u"Straße"_s,
                                u"PLZ"_s,
                                u"Ort"_s,
                                u"Land"_s,
                                u"Geburtstag"_s,
                                u"Newsletter abbestellt"_s,
                                u"Bemerkung"_s,
                                u"interne Notiz"_s };
    draft.header = columns;
    draft.mapping = {};
    for (const QString &name : columns) {
        ColumnMapping column;
        column.column = name;
        column.field = truth[u"mapping"].toObject()[name].toString();
        column.treatment.dates.order = name == u"Geburtstag" ? DateOrder::DayFirst : DateOrder::NotADate;
        draft.mapping.columns.push_back(column);
    }

    const CheckResult result = checked(draft);
    QCOMPARE(result.rows, truth[u"dataRows"].toInteger());
    QCOMPARE(result.missingFields, QStringList());
    std::map<qint64, QString> planted;
    for (const QJsonValue &row : truth[u"rows"].toArray()) {
        if (row[u"outcome"] == u"leftOut"_s)
            planted[row[u"row"].toInteger() - 1] = row[u"rule"].toString() + row[u"field"].toString();
    }
    std::map<qint64, QString> found;
    for (const ProblemGroup &group : result.groups) {
        for (const qint64 record : group.records) {
            if (group.severity == Severity::Problem)
                found[record] += ruleId(group.rule) + group.field;
        }
    }
    QCOMPARE(found, planted);
    QCOMPARE(static_cast<int>(result.problemRecords.size()), truth[u"expected"][u"leftOut"].toInt());
}

QTEST_GUILESS_MAIN(TestCheckRows)
#include "test_check_rows.moc"
