#include "app/check/check.h"
#include "app/check/group_survey.h"
#include "app/check/unfound_values.h"
#include "app/csv/record_index.h"
#include "app/draft/found_ids.h"
#include "app/mapping/properties.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Field askedFor(const QString &name, const QString &label, FieldType type)
{
    Field field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.creatable = field.updatable = true;
    field.question = u"Which column?"_s;
    return field;
}

Field fixedProperty(const QString &name, FieldType type)
{
    Field field;
    field.name = field.label = name;
    field.type = type;
    field.creatable = field.updatable = true;
    field.isProperty = field.typeIsFixed = true;
    return field;
}

Schema collection()
{
    Schema schema;
    schema.open = true;
    schema.object.name = u"insightData/Orders"_s;
    schema.object.label = schema.object.labelPlural = u"Orders"_s;
    schema.forms.milliseconds = false;
    schema.forms.takesOddEmails = true;
    Field key = askedFor(u"$key"_s, u"Key"_s, FieldType::Text);
    key.key = key.caseSensitive = true;
    key.madeOfRow = u"Made from this file and the row"_s;
    Field contact = askedFor(u"$contact"_s, u"Contact"_s, FieldType::Email);
    contact.required = contact.searchable = true;
    contact.referenceTo = { u"contacts"_s };
    schema.fields = { key, contact, fixedProperty(u"total"_s, FieldType::Number) };
    return schema;
}

const ProblemGroup *groupOf(const CheckResult &check, Rule rule, const QString &field = {})
{
    const auto found = std::ranges::find_if(check.groups, [&](const ProblemGroup &group) {
        return group.rule == rule && (field.isEmpty() || group.field == field);
    });
    return found == check.groups.end() ? nullptr : &*found;
}

using RowNumbers = std::vector<qint64>;

} // namespace

class TestCheckRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesProperties_data();
    void judgesProperties();
    void rowsOfOneKeyAreOneRecord();
    void aProblemLeavesOutItsRecord();
    void whatIsLeftOutByHandKeepsNoneBack();
    void tellsWhereRowsDisagree();
    void aRecordHasOneContact();
    void tooLargeRecordsAreLeftOut();
    void blanksDoNotDisagree();
    void repeatedKeysReplace();
    void keysMayBeMade();
    void tellsPropertiesThatCannotBe_data();
    void tellsPropertiesThatCannotBe();
    void contactsThatAreNotThere_data();
    void contactsThatAreNotThere();
    void foundContactsAreThoseOfTheirColumn();
    void unfoundOnesAreSaved();
    void surveysAKey();
    void surveyProposesOnlyWhatLooksLikeRecords();
    void surveyNeedsItsColumn();

private:
    /// A file of \a lines, header first; the columns "key" and "contact" are what they say, all others become
    /// the properties that they are called.
    Draft draftOf(const QByteArrayList &lines, const QString &list = {});
    CheckResult checked(const Draft &draft) const;
    /// Lets \a draft have looked its contacts up: \a found of each row.
    void lookUp(Draft &draft, const std::vector<FoundState> &found);

    QTemporaryDir m_folder;
    int m_files = 0;
};

Draft TestCheckRecords::draftOf(const QByteArrayList &lines, const QString &list)
{
    QFile file(m_folder.filePath(u"rows-%1.csv"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a test file");
    file.write(lines.join('\n'));
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.header = QString::fromUtf8(lines.front()).split(u',');
    draft.target = { .object = u"insightData/Orders"_s, .operation = Operation::Upsert };
    draft.target.list = list;
    for (const QString &name : draft.header) {
        const bool isAsked = name == u"key" || name == u"contact";
        draft.mapping.columns.push_back({ .column = name, .field = isAsked ? QString() : name });
        if (isAsked)
            draft.mapping.extras.push_back({ .field = u'$' + name, .columns = { name } });
    }
    if (draft.header.contains(u"key"_s))
        draft.target.keyField = u"$key"_s;
    return draft;
}

CheckResult TestCheckRecords::checked(const Draft &draft) const
{
    auto result = checkRows(draft, collection(), {}, {});
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
    return *result;
}

void TestCheckRecords::lookUp(Draft &draft, const std::vector<FoundState> &found)
{
    draft.checkedField = u"$contact"_s;
    const QString path = m_folder.filePath(u"found-%1"_s.arg(m_files));
    FoundIdsWriter writer(path, 1);
    QVERIFY(writer.begin());
    QFile file(draft.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    qint64 offset = file.readLine().size();
    for (const FoundState state : found) {
        QVERIFY(writer.add(offset, state));
        offset += file.readLine().size();
    }
    QVERIFY(writer.finish(draft, collection(), 0, {}));
    draft.found = path;
}

void TestCheckRecords::judgesProperties_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("type"); ///< Of the property; empty: as it is.
    QTest::addColumn<QString>("finding"); ///< "?" behind: a heads-up.
    const auto row
        = [](const char *what, const QByteArray &header, const QByteArray &value, const QString &type,
             const QString &finding) { QTest::newRow(what) << header << value << type << finding; };
    row("text", "note", "anything", {}, {});
    row("text like a day", "note", "2026-02-03", {}, u"looksLikeDate?"_s);
    row("text like a moment", "note", "2026-02-03T10:15:00Z", {}, u"looksLikeDate?"_s);
    row("with a zone", "note", "2026-02-03 10:15:00.5+01:00", {}, u"looksLikeDate?"_s);
    row("text with a day in it", "note", "2026-02-03 and later", {}, {});
    row("day as people write it", "note", "03.02.2026", {}, {});
    row("long text", "note", QByteArray(30'000, 'x'), {}, {});
    row("very long text", "note", QByteArray(30'001, 'x'), {}, u"tooLong?"_s);
    row("number", "amount", "12.50", u"number"_s, {});
    row("no number", "amount", "many", u"number"_s, u"notANumber"_s);
    row("28 digits", "amount", QByteArray(28, '7'), u"number"_s, {});
    row("29 digits", "amount", QByteArray(29, '7'), u"number"_s, u"numberTooLarge"_s);
    row("yes", "paid", "ja", u"yesNo"_s, {});
    row("neither", "paid", "perhaps", u"yesNo"_s, u"notABoolean"_s);
    row("day", "when", "2026-02-03", u"date"_s, {});
    row("no day", "when", "soon", u"date"_s, u"notADate"_s);
    row("fixed as a number", "total", "12", u"text"_s, {});
    row("no number there", "total", "twelve", u"text"_s, u"notANumber"_s);
    row("key", "key", "SO-1001", {}, {});
    row("key with a slash", "key", "SO/1001", {}, u"oddKey?"_s);
    row("key with an umlaut", "key", "Größe", {}, u"oddKey?"_s);
    row("key with a blank in it", "key", "SO 1001", {}, {});
    row("key with a blank in front", "key", " SO-1001", {}, u"oddKey?"_s);
    row("long key", "key", QByteArray(256, 'k'), {}, u"oddKey?"_s);
    row("no key", "key", "", {}, u"requiredEmpty"_s);
    row("contact", "contact", "ada@example.com", {}, {});
    row("no contact", "contact", "", {}, u"requiredEmpty"_s);
    row("no address", "contact", "ada", {}, u"emailLooksWrong?"_s);
}

void TestCheckRecords::judgesProperties()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, type);
    QFETCH(const QString, finding);
    QByteArrayList names { "key", "contact", "other" };
    QByteArrayList cells { "1", "ada@example.com", "x" };
    if (!names.contains(header)) {
        names << header;
        cells << value;
    } else {
        cells[names.indexOf(header)] = value;
    }
    Draft draft = draftOf({ names.join(','), cells.join(',') });
    static const QHash<QString, PropertyType> types { { u"text"_s, PropertyType::Text },
                                                      { u"number"_s, PropertyType::Number },
                                                      { u"yesNo"_s, PropertyType::YesNo },
                                                      { u"date"_s, PropertyType::Date } };
    if (!type.isEmpty())
        draft.mapping.columns.back().treatment.property = types.value(type);
    const CheckResult check = checked(draft);
    QStringList found;
    for (const ProblemGroup &group : check.groups)
        found << ruleId(group.rule) + (group.severity == Severity::HeadsUp ? u"?"_s : QString());
    QCOMPARE(found.join(u' '), finding);
    QVERIFY2(check.clashes.isEmpty(), qPrintable(check.clashes.join(u'\n')));
    for (const ProblemGroup &group : check.groups)
        QVERIFY(!groupText(group).isEmpty());
}

void TestCheckRecords::rowsOfOneKeyAreOneRecord()
{
    Draft draft
        = draftOf({ "key,contact,p[].sku", "A,a@x.de,1", "B,b@x.de,2", "A,a@x.de,3", "a,c@x.de,4" }, u"p"_s);
    CheckResult check = checked(draft);
    QVERIFY(check.groups.empty());
    QCOMPARE(check.rows, 4);
    QCOMPARE(check.records, 3); // "a" is another key than "A"
    QCOMPARE(check.grouped, (std::vector<RowOfRecord> { { 1, 1 }, { 1, 3 } }));

    draft.leftOut = { 1 };
    QCOMPARE(recordsToSend(draft, check), 3);
    draft.leftOut = { 1, 3 };
    QCOMPARE(recordsToSend(draft, check), 2);
    QCOMPARE(checked(draft).records, 2);

    draft = draftOf({ "key,contact,sku", "A,a@x.de,1", "B,b@x.de,2" });
    QCOMPARE(checked(draft).records, 2);
}

void TestCheckRecords::aProblemLeavesOutItsRecord()
{
    const Draft draft = draftOf(
        { "key,contact,total,p[].sku", "A,a@x.de,1,x", "B,b@x.de,2,x", "A,a@x.de,many,y", "A,a@x.de,1,z" },
        u"p"_s);
    const CheckResult check = checked(draft);
    QCOMPARE(groupOf(check, Rule::NotANumber)->records, RowNumbers { 3 });
    const ProblemGroup *partners = groupOf(check, Rule::PartnerProblem);
    QVERIFY(partners);
    QCOMPARE(partners->severity, Severity::Problem);
    QCOMPARE(partners->records, (RowNumbers { 1, 4 }));
    QCOMPARE(check.problemRecords, (RowNumbers { 1, 3, 4 }));
    QCOMPARE(check.records, 1);
}

void TestCheckRecords::whatIsLeftOutByHandKeepsNoneBack()
{
    Draft draft = draftOf({ "key,contact,total,p[].sku", "A,a@x.de,1,x", "A,a@x.de,many,y" }, u"p"_s);
    draft.leftOut = { 2 };
    const CheckResult check = checked(draft);
    QVERIFY(!groupOf(check, Rule::PartnerProblem));
    QCOMPARE(check.records, 1);
}

void TestCheckRecords::tellsWhereRowsDisagree()
{
    const Draft draft = draftOf({ "key,contact,total,p[].sku", "A,a@x.de,1,x", "B,b@x.de,5,x", "A,a@x.de,2,y",
                                  "C,c@x.de,1,x", "C,c@x.de,1,y", "B,b@x.de,5,z", "A,a@x.de,3,y" },
                                u"p"_s);
    const CheckResult check = checked(draft);
    const ProblemGroup *total = groupOf(check, Rule::DiffersInRecord, u"total"_s);
    QVERIFY(total);
    QCOMPARE(total->severity, Severity::HeadsUp);
    QCOMPARE(total->ofRecords, 1);
    QCOMPARE(total->records, (RowNumbers { 1, 3, 7 }));
    QCOMPARE(groupText(*total), u"total differs between the rows of 1 record(s): the first one counts"_s);
    QVERIFY(check.problemRecords.empty());
    QCOMPARE(check.groups.size(), std::size_t(1)); // what is in the list may differ

    // The same, however the file is cut.
    const auto inPieces = checkRows(draft, collection(), {}, {}, 0, 40);
    QVERIFY(inPieces);
    QCOMPARE(groupOf(*inPieces, Rule::DiffersInRecord, u"total"_s)->records, total->records);
    QCOMPARE(inPieces->records, check.records);
}

void TestCheckRecords::aRecordHasOneContact()
{
    Draft draft = draftOf({ "key,contact,p[].sku", "A,a@x.de,x", "B,b@x.de,x", "A, A@X.de ,y",
                            "B,other@x.de,y", "C,c@x.de,x", "B,b@x.de,z" },
                          u"p"_s);
    const CheckResult check = checked(draft);
    const ProblemGroup *contact = groupOf(check, Rule::DiffersInRecord, u"$contact"_s);
    QVERIFY(contact);
    QVERIFY(contact->isReference);
    QCOMPARE(contact->severity, Severity::Problem);
    QCOMPARE(contact->records, (RowNumbers { 2, 4, 6 }));
    QCOMPARE(check.problemRecords, contact->records);
    QVERIFY(!groupOf(check, Rule::PartnerProblem));
    QCOMPARE(check.records, 2);
    QCOMPARE(groupText(*contact), u"Contact is not the same in all rows of the record"_s);
    const auto inPieces = checkRows(draft, collection(), {}, {}, 0, 30);
    QVERIFY(inPieces);
    QCOMPARE(inPieces->problemRecords, check.problemRecords);

    draft.leftOut = { 4 }; // then it has one
    QVERIFY(checked(draft).problemRecords.empty());
}

void TestCheckRecords::tooLargeRecordsAreLeftOut()
{
    const QByteArray text(40, 't');
    const Draft draft = draftOf({ "key,contact,total,p[].sku", "A,a@x.de,1," + text, "B,b@x.de,1," + text,
                                  "A,a@x.de,1," + text, "B,b@x.de,1,", "C,c@x.de,1," + text + text },
                                u"p"_s);
    const auto check = checkRows(draft, collection(), {}, {}, 80);
    QVERIFY(check);
    const ProblemGroup *large = groupOf(*check, Rule::RecordTooLarge);
    QVERIFY(large);
    QCOMPARE(large->severity, Severity::Problem);
    QCOMPARE(large->records, (RowNumbers { 1, 3 }));
    QCOMPARE(check->problemRecords, large->records);
    QCOMPARE(check->records, 2);
    QCOMPARE(ruleId(large->rule), u"recordTooLarge"_s); // as the run says it of those that it finds
    QVERIFY(checked(draft).problemRecords.empty()); // any number
    const auto fits = checkRows(draft, collection(), {}, {}, 92);
    QVERIFY(fits && fits->problemRecords.empty());
}

void TestCheckRecords::blanksDoNotDisagree()
{
    const CheckResult check
        = checked(draftOf({ "key,contact,total,p[].sku", "A,a@x.de,,x", "A,a@x.de,5,y", "A,a@x.de,,z",
                            "B,b@x.de,1,x", "B,b@x.de,,y", "C,c@x.de,,x", "C,c@x.de,7,y", "C,c@x.de,8,z" },
                          u"p"_s));
    const ProblemGroup *total = groupOf(check, Rule::DiffersInRecord, u"total"_s);
    QVERIFY(total);
    QCOMPARE(total->ofRecords, 1);
    QCOMPARE(total->records, (RowNumbers { 7, 8 }));
}

void TestCheckRecords::repeatedKeysReplace()
{
    const CheckResult check = checked(draftOf({ "key,contact,sku", "A,a@x.de,1", "A,a@x.de,2" }));
    const ProblemGroup *repeated = groupOf(check, Rule::RepeatedKey);
    QVERIFY(repeated);
    QCOMPARE(repeated->severity, Severity::HeadsUp);
    QCOMPARE(groupText(*repeated),
             u"Same Key more than once in the file: the last row replaces those before"_s);
    QCOMPARE(check.records, 2);
}

void TestCheckRecords::keysMayBeMade()
{
    const CheckResult check = checked(draftOf({ "contact,sku", "a@x.de,1", "a@x.de,2" }));
    QCOMPARE(check.missingFields, QStringList());
    QVERIFY(check.groups.empty());
    Draft draft = draftOf({ "contact,sku", "a@x.de,1" });
    draft.target.keyField = u"$key"_s;
    QCOMPARE(checked(draft).missingFields, QStringList { u"Key"_s });
    QCOMPARE(checked(draftOf({ "key,sku", "1,1" })).missingFields, QStringList { u"Contact"_s });
}

void TestCheckRecords::tellsPropertiesThatCannotBe_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("clashes");
    QTest::newRow("fine") << QByteArray("key,contact,a,b.c,p[].x") << u"p"_s << 0;
    QTest::newRow("blank in a name") << QByteArray("key,contact,order total") << QString() << 1;
    QTest::newRow("value and group") << QByteArray("key,contact,a,a.b") << QString() << 1;
    QTest::newRow("list without grouping") << QByteArray("key,contact,p[].x") << QString() << 1;
    QTest::newRow("grouping without a list") << QByteArray("key,contact,a") << u"p"_s << 1;
    QTest::newRow("nothing to send") << QByteArray("key,contact") << QString() << 1;
    QTest::newRow("no property") << QByteArray("key,contact,a,$other") << QString() << 1;
}

void TestCheckRecords::tellsPropertiesThatCannotBe()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, list);
    QFETCH(const int, clashes);
    const CheckResult check = checked(draftOf({ header, "1,a@x.de,x,y,z" }, list));
    QVERIFY2(check.clashes.size() == clashes, qPrintable(check.clashes.join(u'\n')));
}

void TestCheckRecords::contactsThatAreNotThere_data()
{
    QTest::addColumn<bool>("sends");
    QTest::newRow("left out") << false;
    QTest::newRow("sent all the same") << true;
}

void TestCheckRecords::contactsThatAreNotThere()
{
    QFETCH(const bool, sends);
    Draft draft = draftOf({ "key,contact,sku", "1,a@x.de,1", "2,B@x.de,2", "3,b@x.de,3", "4,,4" });
    lookUp(draft, { FoundState::Once, FoundState::None, FoundState::None, FoundState::Blank });
    draft.sendsUnfound = sends;
    const CheckResult check = checked(draft);
    const ProblemGroup *missing = groupOf(check, Rule::NotFound);
    QVERIFY(missing);
    QCOMPARE(missing->severity, sends ? Severity::HeadsUp : Severity::Problem);
    QCOMPARE(missing->records, (RowNumbers { 2, 3 }));
    QCOMPARE(check.unfound, 1); // in whatever letters
    QCOMPARE(check.records, sends ? 3 : 1);
    QCOMPARE(groupText(*missing),
             sends ? u"Contact is not there yet: sent all the same"_s : u"Contact is not there yet"_s);
    const auto notes = notesFor({ u"2"_s, u"B@x.de"_s, u"2"_s }, draft, collection(), 2);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes.front().rule, Rule::NotFound);
}

void TestCheckRecords::foundContactsAreThoseOfTheirColumn()
{
    Draft draft = draftOf({ "key,contact,sku", "1,a@x.de,1" });
    lookUp(draft, { FoundState::Once });
    QVERIFY(FoundIds::open(draft, collection()));
    Schema byId = collection();
    byId.fields[1].type = FieldType::Text;
    QVERIFY(!FoundIds::open(draft, byId));
    draft.mapping.extras.back().columns = { u"sku"_s };
    QVERIFY(!FoundIds::open(draft, collection()));
}

void TestCheckRecords::unfoundOnesAreSaved()
{
    Draft draft = draftOf({ "key,contact,sku", "1,a@x.de,1", "2,B@x.de,2", "3,b@x.de,3", "4,c@x.de,4" });
    lookUp(draft, { FoundState::Once, FoundState::None, FoundState::None, FoundState::None });
    const CheckResult check = checked(draft);
    const QString path = m_folder.filePath(u"missing.csv"_s);
    const auto saved = saveUnfound(draft, collection(), check, path, {});
    QVERIFY(saved);
    QCOMPARE(*saved, check.unfound);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("\xEF\xBB\xBF"
                        "contact,Rows\nB@x.de,2\nc@x.de,1\n"));
    QVERIFY(!saveUnfound(draft, collection(), check, draft.file, {}));
}

void TestCheckRecords::surveysAKey()
{
    QByteArrayList lines { "key,contact,total,sku,country" };
    for (int order = 0; order < 100; ++order) {
        for (int line = 0; line < 3; ++line)
            lines << QByteArray::number(order) + ",c" + QByteArray::number(order) + "@x.de,"
                    + QByteArray::number(order == 7 ? line : order) + ",s" + QByteArray::number(line) + ",DE";
    }
    lines << " 5 ,c5@x.de,5,s9,DE"
          << ",c@x.de,1,s,DE";
    const auto survey = surveyGroups(draftOf(lines), u"key"_s, {}, {});
    QVERIFY(survey);
    QCOMPARE(survey->rows, 302);
    QCOMPARE(survey->keyed, 301);
    QCOMPARE(survey->keys, 100);
    QCOMPARE(survey->largest, 4);
    QCOMPARE(survey->repeated(), 201);
    QCOMPARE(survey->several, 100);
    QCOMPARE(survey->columns[2].differing, 1);
    QCOMPARE(survey->columns[3].differing, 100);
    QVERIFY(survey->standsOnce(1));
    QVERIFY(survey->standsOnce(2)); // but for one slip
    QVERIFY(!survey->standsOnce(3));
    QVERIFY(survey->columns[4].isSame);
    QVERIFY(survey->proposesGroups());
}

void TestCheckRecords::surveyProposesOnlyWhatLooksLikeRecords()
{
    // Every key once.
    const auto unique = surveyGroups(draftOf({ "key,a", "1,x", "2,y" }), u"key"_s, {}, {});
    QVERIFY(unique);
    QVERIFY(!unique->proposesGroups());
    // Keys repeat by chance: nothing else is the same, but for what is the same everywhere.
    const auto chance = surveyGroups(draftOf({ "key,a,b,c,d", "1,x,y,z,DE", "1,p,q,r,DE", "2,s,t,u,DE" }),
                                     u"key"_s, {}, {});
    QVERIFY(chance);
    QVERIFY(!chance->proposesGroups());
}

void TestCheckRecords::surveyNeedsItsColumn()
{
    QVERIFY(!surveyGroups(draftOf({ "key,a", "1,x" }), u"order"_s, {}, {}));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = surveyGroups(draftOf({ "key,a", "1,x" }), u"key"_s, {}, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestCheckRecords)
#include "test_check_records.moc"
