#include "app/draft/draft_json.h"
#include "app/draft/file_look.h"
#include "app/draft/rows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Draft fullDraft()
{
    Draft draft;
    draft.file = u"/home/anna/Messe Frühjahr.csv"_s;
    draft.stamp = { 6'000'000'000, QDateTime({ 2026, 3, 14 }, { 10, 20, 30, 456 }, Qt::UTC) };
    draft.source = u"/home/anna/.local/share/rowlift/drafts/1/sheet.csv"_s;
    draft.sheet = u"Frühjahr"_s;
    draft.dialect = { .delimiter = '\t',
                      .quote = '\0',
                      .encoding = "windows-1252",
                      .bom = true,
                      .headerRecord = -1,
                      .lineEnding = LineEnding::Mixed };
    draft.service = u"salesforce"_s;
    draft.account = u"Acme"_s;
    draft.target = { u"Contact"_s, Operation::Upsert, u"Crm_Key__c"_s };
    draft.mapping.columns
        = { { .column = u"Geburtstag"_s,
              .field = u"Birthdate"_s,
              .because = Because::Synonym,
              .confidence = 0.75,
              .piece = { .kind = PieceKind::BeforeSign, .sign = u"/"_s },
              .treatment = { .cleaners = { { .kind = CleanerKind::BlankIf, .find = u"-"_s } },
                             .dates = { .order = DateOrder::DayFirst,
                                        .twoDigitsFrom = 1930,
                                        .serials = true,
                                        .zone = "Asia/Tokyo" },
                             .blank = BlankMeaning::Clear } },
            { .column = u"Punkte"_s,
              .field = u"Score__c"_s,
              .because = Because::You,
              .confidence = 1,
              .treatment
              = { .cleaners = { { .kind = CleanerKind::Trim }, { .kind = CleanerKind::Cut, .number = 12 } },
                  .values = { { u"viele"_s, u"99"_s }, { u"keine"_s, {} } },
                  .decimals = DecimalSign::Comma } },
            { .column = u"Notiz (2)"_s, .field = {}, .suggestion = u"Description"_s } };
    draft.mapping.extras
        = { { .field = u"LeadSource"_s, .text = u"Trade show"_s },
            { .field = u"Description"_s, .columns = { u"Notiz (2)"_s, u"Punkte"_s }, .text = u" / "_s } };
    draft.mapping.blank = BlankMeaning::Clear;
    draft.mapping.order = { u"Score__c"_s, u"Birthdate"_s };
    draft.target.options = { { u"assignmentRule"_s, u"01Q000000000001AAA"_s } };
    draft.header = { u"Geburtstag"_s, u"Punkte"_s, u"Notiz"_s };
    draft.kind = u"collections"_s;
    draft.keepsOld = true;
    draft.several = SeveralFound::ChangedLast;
    draft.target.list = u"products"_s;
    draft.target.madeKeys = u"fair-1a2b3c4d"_s;
    draft.checkedField = u"AccountId"_s;
    draft.sendsUnfound = true;
    draft.found = u"/home/anna/found-ids"_s;
    draft.leftOut = { 3, 17, 5'000'000'000 };
    return draft;
}

} // namespace

class TestDraft : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesJson();
    void refusesWhatIsNoDraft_data();
    void refusesWhatIsNoDraft();
    void looksAtLittleOfLongCells();
    void readsRowsOnly();
    void goesOnWhereItStopped();
    void refusesAChangedFile();
    void refusesAMissingFile();

private:
    Draft draftOver(const QByteArray &bytes);
    QTemporaryDir m_folder;
};

Draft TestDraft::draftOver(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"people.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no room for a test file");
    file.write(bytes);
    file.close();
    Draft draft;
    draft.file = file.fileName();
    draft.stamp = FileStamp::of(draft.file);
    draft.dialect.delimiter = ';';
    return draft;
}

void TestDraft::survivesJson()
{
    const auto draft = draftFrom(toJson(fullDraft()));
    QVERIFY(draft);
    QVERIFY(*draft == fullDraft());
    QVERIFY(*draftFrom(toJson(Draft())) == Draft());
}

void TestDraft::refusesWhatIsNoDraft_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("something else") << QJsonObject { { u"rowlift"_s, 1 } };
    QTest::newRow("newer") << QJsonObject { { u"version"_s, 3 } };
}

void TestDraft::refusesWhatIsNoDraft()
{
    QFETCH(QJsonObject, json);
    const auto draft = draftFrom(json);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, Error::Kind::BadInput);
    QVERIFY(!draft.error().sentence.isEmpty());
}

void TestDraft::looksAtLittleOfLongCells()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"long.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Name,Note\n");
    for (int row = 0; row < 40; ++row)
        file.write("Anna," + QByteArray(1'000'000, 'x') + '\n');
    file.close();
    const auto look = lookAtFile(file.fileName());
    QVERIFY(look);
    QCOMPARE(look->columns, (QStringList { u"Name"_s, u"Note"_s }));
    qint64 letters = 0;
    for (const TextRow &row : look->head) {
        for (const QString &cell : row.cells)
            letters += cell.size();
    }
    QVERIFY2(letters > 4'000'000 && letters < 6'000'000, qPrintable(QString::number(letters)));
}

void TestDraft::readsRowsOnly()
{
    Draft draft = draftOver("Messe;\n;\nName;Ort\n\nAnna;Köln\n;\n\"a\nb\";Bonn\n");
    draft.dialect.headerRecord = 2;
    auto rows = Rows::open(draft);
    QVERIFY(rows);
    RowView row;
    QVERIFY(*rows->next(row));
    QCOMPARE(row.record, 4);
    QCOMPARE(row.cells[1], std::string_view("Köln"));
    QVERIFY(*rows->next(row));
    QCOMPARE(row.record, 6);
    QCOMPARE(row.cells[0], std::string_view("a\nb"));
    QVERIFY(!*rows->next(row));
}

void TestDraft::goesOnWhereItStopped()
{
    QByteArray bytes = "Name;Ort\n";
    for (int i = 1; i <= 50; ++i)
        bytes += "Person " + QByteArray::number(i) + ";\"Ort\n" + QByteArray::number(i) + "\"\n";
    const Draft draft = draftOver(bytes);
    auto first = Rows::open(draft);
    QVERIFY(first);
    RowView row;
    for (int i = 0; i < 20; ++i)
        QVERIFY(*first->next(row));
    auto second = Rows::openAt(draft, first->position());
    QVERIFY(second);
    for (int i = 21; i <= 50; ++i) {
        QVERIFY(*second->next(row));
        QCOMPARE(row.record, i);
        QCOMPARE(QByteArray(row.cells[0].data(), static_cast<qsizetype>(row.cells[0].size())),
                 "Person " + QByteArray::number(i));
    }
    QVERIFY(!*second->next(row));
}

void TestDraft::refusesAChangedFile()
{
    Draft draft = draftOver("Name;Ort\nAnna;Bonn\n");
    QVERIFY(Rows::open(draft));
    draftOver("Name;Ort\nAnna;Bonn\nJo;Kiel\n");
    const auto rows = Rows::open(draft);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, Error::Kind::BadInput);
    QVERIFY(rows.error().sentence.contains(u"people.csv"));
}

void TestDraft::refusesAMissingFile()
{
    Draft draft;
    draft.file = m_folder.filePath(u"nowhere.csv"_s);
    const auto rows = Rows::open(draft);
    QVERIFY(!rows);
    QVERIFY(!rows.error().sentence.isEmpty());
}

QTEST_GUILESS_MAIN(TestDraft)
#include "test_draft.moc"
