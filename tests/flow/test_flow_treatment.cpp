#include "tests/flow/flow_rig.h"

#include <QDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;
using testing::FlowRig;

/// Runs whose values are treated on their way: each record that the far end stores is the planted one, field
/// by field, however the run is broken off and continued.
class TestFlowTreatment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRecordIsStoredAsPlanted();
    void brokenOffAndContinuedItIsTheSame_data();
    void brokenOffAndContinuedItIsTheSame();
    void blankCellsClearOrLeave_data();
    void blankCellsClearOrLeave();

private:
    bool start(const QByteArray &bytes, const Mapping &mapping);
    /// Runs until it is no longer interrupted, each time with the ledger opened anew.
    RunEnd goOn();
    /// The first few fields that are not stored as planted.
    QString wrong();

    std::unique_ptr<FlowRig> m_rig;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

constexpr int flowRows = 900;

/// A row of the file, and what must become of it; both made from its number.
struct PlantedRow {
    QByteArray cells;
    QHash<QString, QString> stored;
};

PlantedRow plantedRow(int number)
{
    const QByteArray own = QByteArray::number(number);
    const bool several = number % 3 != 0;
    const int day = 1 + number % 28;
    const int month = 1 + number % 12;
    static const char *const words[][2]
        = { { "ja", "false" }, { "Nein", "true" }, { "JA", "false" }, { "", "" } };
    static const char *const calls[][2]
        = { { "x", "true" }, { "no", "false" }, { "oui", "true" }, { "0", "false" }, { "", "" } };
    static const char *const places[][3] = { { " köln ", "Deutschland", "DE" },
                                             { "malmö", "Schweden", "SE" },
                                             { "łódź", "POLAND", "PL" },
                                             { "straßburg", "", "" } };
    static const char *const capitals[] = { "KÖLN", "MALMÖ", "ŁÓDŹ", "STRASSBURG" };
    const auto &word = words[number % 4];
    const auto &call = calls[number % 5];
    const auto &place = places[number % 4];
    const int score = number * 37 % 99'999;
    QByteArray written = QByteArray::number(score);
    if (written.size() > 3)
        written.insert(written.size() - 3, '.');

    PlantedRow row;
    row.cells = QByteArray::number(number) + ";Stone" + own + (several ? ",  Ada " : "") + ';'
        + QByteArray::number(day) + '.' + QByteArray::number(month) + ".19"
        + QByteArray::number(40 + number % 60) + ';' + written + (number % 2 ? " " : "") + ';' + word[0] + ';'
        + call[0] + ';' + place[0] + ';' + place[1] + ";Row" + own + "@Flow.example;"
        + (number % 7 ? "4109" : "SE-411 03") + ";Hafenweg;" + own + '\n';
    row.stored = { { u"Crm_Key__c"_s, QString::number(number).rightJustified(6, u'0') },
                   { u"LastName"_s, u"Stone%1"_s.arg(number) },
                   { u"FirstName"_s, several ? u"Ada"_s : QString() },
                   { u"Birthdate"_s, QDate(1940 + number % 60, month, day).toString(Qt::ISODate) },
                   { u"Score__c"_s, QString::number(score) },
                   { u"HasOptedOutOfEmail"_s, QString::fromLatin1(word[1]) },
                   // Only what stops calls is sent to records that may be there.
                   { u"DoNotCall"_s, call[1] == "true"_ba ? u"true"_s : QString() },
                   { u"MailingCity"_s, QString::fromUtf8(capitals[number % 4]) },
                   { u"MailingCountryCode"_s, QString::fromLatin1(place[2]) },
                   { u"Email"_s, u"row%1@flow.example"_s.arg(number) },
                   { u"MailingPostalCode"_s, number % 7 ? u"04109"_s : u"SE-411 03"_s },
                   { u"MailingStreet"_s, u"Hafenweg %1"_s.arg(number) },
                   { u"Title"_s, u"flow.example"_s },
                   { u"LeadSource"_s, u"Spring fair, \"hall 3\""_s } };
    return row;
}

QByteArray plantedFile()
{
    QByteArray bytes = "Nr;Name;Geburtstag;Punkte;Werbung;Sperre;Ort;Land;Mail;PLZ;Weg;Haus\n";
    for (int number = 1; number <= flowRows; ++number)
        bytes += plantedRow(number).cells;
    return bytes;
}

ColumnMapping sent(const QString &column, const QString &field, Treatment treatment = {}, Piece piece = {})
{
    return { .column = column,
             .field = field,
             .because = Because::You,
             .piece = piece,
             .treatment = std::move(treatment) };
}

Cleaner cleaner(CleanerKind kind, int number = 0)
{
    return { .kind = kind, .number = number };
}

Mapping plantedMapping()
{
    const std::vector<Cleaner> capitals { cleaner(CleanerKind::Trim), cleaner(CleanerKind::Upper) };
    const std::vector<ValueRule> consent { { u"ja"_s, u"false"_s }, { u"nein"_s, u"true"_s } };
    const std::vector<ValueRule> countries { { u"Deutschland"_s, u"DE"_s }, { u"Schweden"_s, u"SE"_s } };
    Mapping mapping;
    mapping.columns = {
        sent(u"Nr"_s, u"Crm_Key__c"_s, { .cleaners = { cleaner(CleanerKind::LeadingZeros, 6) } }),
        sent(u"Name"_s, u"LastName"_s, {}, { PieceKind::BeforeSign, u","_s }),
        sent(u"Geburtstag"_s, u"Birthdate"_s, { .dates = { .order = DateOrder::DayFirst } }),
        sent(u"Punkte"_s, u"Score__c"_s, { .decimals = DecimalSign::Comma }),
        sent(u"Werbung"_s, u"HasOptedOutOfEmail"_s, { .values = consent, .consent = ConsentSend::Both }),
        sent(u"Sperre"_s, u"DoNotCall"_s),
        sent(u"Ort"_s, u"MailingCity"_s, { .cleaners = capitals }),
        sent(u"Land"_s, u"MailingCountryCode"_s, { .values = countries }),
        sent(u"Mail"_s, u"Email"_s, { .cleaners = { cleaner(CleanerKind::Lower) } }),
        sent(u"PLZ"_s, u"MailingPostalCode"_s, { .cleaners = { cleaner(CleanerKind::LeadingZeros, 5) } }),
        sent(u"Weg"_s, {}),
        sent(u"Haus"_s, {}),
    };
    mapping.extras = {
        { .field = u"FirstName"_s, .columns = { u"Name"_s }, .piece = { PieceKind::BehindSign, u","_s } },
        { .field = u"MailingStreet"_s, .columns = { u"Weg"_s, u"Haus"_s }, .text = u" "_s },
        { .field = u"Title"_s,
          .columns = { u"Mail"_s },
          .piece = { .kind = PieceKind::EmailDomain },
          .treatment = { .cleaners = { cleaner(CleanerKind::Lower) } } },
        { .field = u"LeadSource"_s, .text = u"Spring fair, \"hall 3\""_s },
    };
    mapping.order = { u"LeadSource"_s, u"LastName"_s };
    return mapping;
}

QString textOf(const QJsonValue &stored)
{
    if (stored.isBool())
        return stored.toBool() ? u"true"_s : u"false"_s;
    return stored.toVariant().toString();
}

} // namespace

void TestFlowTreatment::init()
{
    m_ledger.reset();
    m_rig = std::make_unique<FlowRig>();
}

bool TestFlowTreatment::start(const QByteArray &bytes, const Mapping &mapping)
{
    auto ledger = m_rig->startWith(bytes, [&mapping](Draft &draft) {
        draft.target
            = { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Crm_Key__c"_s };
        draft.mapping = mapping;
    });
    if (!ledger) {
        qCritical("%s %s", qPrintable(ledger.error().sentence), qPrintable(ledger.error().detail));
        return false;
    }
    m_ledger = std::move(*ledger);
    return true;
}

RunEnd TestFlowTreatment::goOn()
{
    const QString folder = m_ledger->folder();
    RunEnd end;
    end.state = RunState::Interrupted;
    for (int stretch = 0; stretch < 10 && end.state == RunState::Interrupted; ++stretch) {
        m_ledger.reset();
        auto ledger = Ledger::open(folder);
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().sentence));
        m_ledger = std::move(*ledger);
        RunControl control;
        end = m_rig->go(*m_ledger, control);
    }
    return end;
}

QString TestFlowTreatment::wrong()
{
    QHash<QString, QJsonObject> records;
    for (const QJsonObject &record : m_rig->records()) {
        const QString key = record[u"Crm_Key__c"].toString();
        if (record[u"Email"].toString().endsWith(u"@flow.example") && records.contains(key))
            return key + u" is there twice"_s;
        records.insert(key, record);
    }
    QStringList complaints;
    for (int number = 1; number <= flowRows && complaints.size() < 5; ++number) {
        const PlantedRow planted = plantedRow(number);
        const QJsonObject record = records.value(planted.stored[u"Crm_Key__c"_s]);
        for (const auto &[field, value] : planted.stored.asKeyValueRange()) {
            if (textOf(record[field]) != value)
                complaints << u"row %1: %2 is “%3” instead of “%4”"_s.arg(number).arg(
                    field, textOf(record[field]), value);
        }
    }
    return complaints.join(u'\n');
}

void TestFlowTreatment::everyRecordIsStoredAsPlanted()
{
    QVERIFY(start(plantedFile(), plantedMapping()));
    RunControl control;
    const RunEnd end = m_rig->go(*m_ledger, control);
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence + end.error->detail) : "");
    QCOMPARE(end.tally.of(Outcome::Added), flowRows);
    QVERIFY(m_ledger->parts()->size() > 3);
    QCOMPARE(wrong(), QString());
}

void TestFlowTreatment::brokenOffAndContinuedItIsTheSame_data()
{
    QTest::addColumn<int>("request");
    QTest::addColumn<bool>("spoolsLost");
    for (const int request : { 4, 9, 15, 25 }) {
        QTest::addRow("at request %d", request) << request << false;
        QTest::addRow("at request %d, its parts lost", request) << request << true;
    }
}

void TestFlowTreatment::brokenOffAndContinuedItIsTheSame()
{
    QFETCH(int, request);
    QFETCH(bool, spoolsLost);
    QVERIFY(start(plantedFile(), plantedMapping()));
    RunControl control;
    m_rig->onRequest = [&](int number) {
        if (number == request)
            control.quit();
    };
    QCOMPARE(m_rig->go(*m_ledger, control).state, RunState::Interrupted);
    m_rig->onRequest = {};
    if (spoolsLost) {
        const QDir folder(m_ledger->folder());
        for (const QString &part : folder.entryList({ u"part-*"_s }, QDir::Files))
            QVERIFY(QFile::remove(folder.filePath(part)));
    }
    const RunEnd end = goOn();
    QVERIFY2(!end.error, end.error ? qPrintable(end.error->sentence + end.error->detail) : "");
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), flowRows);
    QCOMPARE(wrong(), QString());
}

void TestFlowTreatment::blankCellsClearOrLeave_data()
{
    QTest::addColumn<BlankMeaning>("all");
    QTest::addColumn<std::optional<BlankMeaning>>("city");
    QTest::addColumn<QString>("cityAfter");
    QTest::addColumn<QString>("phoneAfter");
    constexpr auto clear = BlankMeaning::Clear;
    constexpr auto leave = BlankMeaning::Leave;
    const std::optional<BlankMeaning> asAll;
    QTest::newRow("leave") << leave << asAll << u"Köln"_s << u"123"_s;
    QTest::newRow("clear") << clear << asAll << QString() << QString();
    QTest::newRow("clear one field") << leave << std::optional(clear) << QString() << u"123"_s;
    QTest::newRow("leave one field") << clear << std::optional(leave) << u"Köln"_s << QString();
}

void TestFlowTreatment::blankCellsClearOrLeave()
{
    QFETCH(BlankMeaning, all);
    QFETCH(std::optional<BlankMeaning>, city);
    Mapping mapping;
    mapping.blank = all;
    mapping.columns = { sent(u"Nr"_s, u"Crm_Key__c"_s), sent(u"Name"_s, u"LastName"_s),
                        sent(u"Ort"_s, u"MailingCity"_s, { .blank = city }), sent(u"Telefon"_s, u"Phone"_s),
                        sent(u"Sperre"_s, u"DoNotCall"_s) };
    RunControl control;
    QVERIFY(start("Nr;Name;Ort;Telefon;Sperre\n1;Stone;Köln;123;ja\n2;Hill;Kiel;456;ja\n", mapping));
    QCOMPARE(m_rig->go(*m_ledger, control).tally.of(Outcome::Added), 2);
    QVERIFY(start("Nr;Name;Ort;Telefon;Sperre\n1;Stone; ;;\n2;Marsh;Kiel;456;nein\n", mapping));
    RunControl again;
    QCOMPARE(m_rig->go(*m_ledger, again).tally.of(Outcome::Updated), 2);

    for (const QJsonObject &record : m_rig->records()) {
        if (record[u"Crm_Key__c"].toString() == u"1") {
            QTEST(record[u"MailingCity"].toString(), "cityAfter");
            QTEST(record[u"Phone"].toString(), "phoneAfter");
            QVERIFY(record[u"DoNotCall"].toBool()); // a box is ticked or not, never empty
        }
        if (record[u"Crm_Key__c"].toString() == u"2")
            QCOMPARE(record[u"LastName"].toString(), u"Marsh"_s);
    }
}

QTEST_GUILESS_MAIN(TestFlowTreatment)
#include "test_flow_treatment.moc"
