#include "app/service/salesforce/row_trace.h"

#include <QtTest>

using namespace rowlift;
using namespace rowlift::salesforce;
using namespace Qt::StringLiterals;

namespace {

/// The call was sent at second 0.
QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC).addSecs(second);
}

QJsonObject row(const QString &name)
{
    return { { u"Email"_s, u"ada@x.example"_s }, { u"LastName"_s, name } };
}

FoundRecord made(const QString &id, const QString &name, int second)
{
    return { .values = row(name),
             .id = id,
             .created = at(second),
             .modified = at(second),
             .createdByUs = true,
             .modifiedByUs = true };
}

FoundRecord changed(const QString &id, const QString &name, int second)
{
    FoundRecord record = made(id, name, second);
    record.created = at(-86'400 * 9);
    return record;
}

Field field(const QString &name, FieldType type)
{
    Field field;
    field.name = name;
    field.type = type;
    return field;
}

/// What is said of each row: "in 3 A", with "!" when that proves the call over, "?" when another may have put
/// it there; "no"; "unsure".
QStringList traced(Operation operation, const std::vector<QJsonObject> &rows,
                   const std::vector<FoundRecord> &records, KnownWrites known = {})
{
    Schema schema;
    schema.fields = { field(u"Email"_s, FieldType::Email), field(u"LastName"_s, FieldType::Text) };
    const RowTracer tracer(operation, schema, SendTime::from(at(0), at(60), at(60)), std::move(known));
    QStringList said;
    for (const TracedRow &one :
         tracer.trace(rows, QStringList(qsizetype(rows.size()), u"Email"_s), records)) {
        QString word = one.trace == Trace::In ? u"in %1 %2"_s.arg(int(one.outcome)).arg(one.recordId)
            : one.trace == Trace::NotIn       ? u"no"_s
                                              : u"unsure"_s;
        said << (one.isProof ? word + u'!' : one.mayBeOthers ? word + u'?' : word);
    }
    return said;
}

QString in(Outcome outcome, const QString &id)
{
    return u"in %1 %2"_s.arg(int(outcome)).arg(id);
}

} // namespace

/// What became of rows whose call was not answered, where records of other calls are about.
class TestSalesforceRowTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void claimsNoRecordOfAnotherRow();
    void claimsEachRecordOnce();
    void givesARecordToTheRowThatSaysMostOfIt();
    void takesOtherValuesOnRecordForOthers();
    void provesNothingByWhatAnotherCallMayHaveMade();
    void leavesARecordThatAnotherRunMayHaveMade();
    void callsNoRecordAddedThatWasThereBefore();
    void countsAsInWhatHoldsWhatWasSent();
    void believesNoFieldThatIsNotShown();
    void sendsAgainWhatDoesNotHoldWhatWasSent();
    void doesNotBringBackWhatWasDeletedSince();
    void tellsItsOwnDeletion();
};

void TestSalesforceRowTrace::claimsNoRecordOfAnotherRow()
{
    const auto add = Operation::Insert;
    QCOMPARE(traced(add, { row(u"Ada"_s) }, { made(u"A"_s, u"Ada"_s, 1) }),
             QStringList { in(Outcome::Added, u"A"_s) + u'!' });
    QCOMPARE(
        traced(add, { row(u"Ada"_s) }, { made(u"A"_s, u"Ada"_s, 1) }, { .until = { { u"A"_s, at(2) } } }),
        QStringList { u"no"_s });
    // Both are there: the other one is this row's.
    QCOMPARE(traced(add, { row(u"Ada"_s) }, { made(u"A"_s, u"Ada"_s, 1), made(u"B"_s, u"Ada"_s, 1) },
                    { .until = { { u"A"_s, at(2) } } }),
             QStringList { in(Outcome::Added, u"B"_s) + u'!' });
}

void TestSalesforceRowTrace::claimsEachRecordOnce()
{
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s), row(u"Ada"_s), row(u"Ada"_s) },
                    { made(u"A"_s, u"Ada"_s, 1), made(u"B"_s, u"Ada"_s, 1) }),
             QStringList({ in(Outcome::Added, u"A"_s) + u'!', in(Outcome::Added, u"B"_s) + u'!', u"no"_s }));
}

void TestSalesforceRowTrace::givesARecordToTheRowThatSaysMostOfIt()
{
    const QJsonObject nameless { { u"Email"_s, u"ada@x.example"_s } };
    FoundRecord blank = made(u"B"_s, {}, 1);
    blank.values = nameless;
    QCOMPARE(traced(Operation::Insert, { nameless, row(u"Ada"_s) }, { made(u"A"_s, u"Ada"_s, 1), blank }),
             QStringList({ in(Outcome::Added, u"B"_s) + u'!', in(Outcome::Added, u"A"_s) + u'!' }));
}

void TestSalesforceRowTrace::takesOtherValuesOnRecordForOthers()
{
    const auto add = Operation::Insert;
    const std::vector<FoundRecord> eve { made(u"A"_s, u"Eve"_s, 1) };
    QCOMPARE(traced(add, { row(u"Ada"_s) }, eve), QStringList { u"unsure"_s });
    QCOMPARE(traced(add, { row(u"Ada"_s) }, eve, { .until = { { u"A"_s, {} } } }), QStringList { u"no"_s });
    QCOMPARE(traced(add, { row(u"Ada"_s) }, eve, { .openRows = { row(u"Eve"_s) } }), QStringList { u"no"_s });
}

void TestSalesforceRowTrace::provesNothingByWhatAnotherCallMayHaveMade()
{
    const std::vector<FoundRecord> ada { made(u"A"_s, u"Ada"_s, 1) };
    const QStringList inAlone { in(Outcome::Added, u"A"_s) };
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s) }, ada, { .openRows = { row(u"Ada"_s) } }), inAlone);
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s) }, ada, { .lacksOpen = true }), inAlone);
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s) }, ada, { .openRows = { row(u"Eve"_s) } }),
             QStringList { inAlone[0] + u'!' });
    // By the same values an earlier wave has written, it may not have begun.
    QCOMPARE(traced(Operation::Update, { row(u"Ada"_s) }, { changed(u"A"_s, u"Ada"_s, 1) },
                    { .until = { { u"A"_s, at(2) } }, .ofThisRun = { u"A"_s } }),
             QStringList { in(Outcome::Updated, u"A"_s) + u'?' });
    QCOMPARE(traced(Operation::Update, { row(u"Ada"_s) }, { changed(u"A"_s, u"Ada"_s, 30) },
                    { .until = { { u"A"_s, at(2) } } }),
             QStringList { in(Outcome::Updated, u"A"_s) + u'!' });
}

void TestSalesforceRowTrace::leavesARecordThatAnotherRunMayHaveMade()
{
    const std::vector<FoundRecord> ada { made(u"A"_s, u"Ada"_s, 1) };
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s) }, ada, { .foreignRows = { row(u"Ada"_s) } }),
             QStringList { u"unsure"_s });
    QCOMPARE(traced(Operation::Insert, { row(u"Ada"_s) }, ada, { .lacksForeign = true }),
             QStringList { u"unsure"_s });
}

void TestSalesforceRowTrace::callsNoRecordAddedThatWasThereBefore()
{
    const auto up = Operation::Upsert;
    const std::vector<FoundRecord> ada { made(u"A"_s, u"Ada"_s, 1) };
    QCOMPARE(traced(up, { row(u"Ada"_s) }, ada), QStringList { in(Outcome::Added, u"A"_s) + u'!' });
    QCOMPARE(traced(up, { row(u"Ada"_s) }, ada, { .until = { { u"A"_s, at(2) } } }),
             QStringList { in(Outcome::In, u"A"_s) });
    QCOMPARE(traced(up, { row(u"Ada"_s) }, ada, { .openRows = { row(u"Ada"_s) } }),
             QStringList { in(Outcome::In, u"A"_s) + u'?' });
}

/// Another run wrote the record seconds before the send: that explains that it was touched, and nothing more.
void TestSalesforceRowTrace::countsAsInWhatHoldsWhatWasSent()
{
    for (const Operation operation : { Operation::Update, Operation::Upsert }) {
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { changed(u"A"_s, u"Ada"_s, 1) },
                        { .until = { { u"A"_s, at(4) } } }),
                 QStringList { in(Outcome::Updated, u"A"_s) });
        FoundRecord byOthers = changed(u"A"_s, u"Ada"_s, 1);
        byOthers.modifiedByUs = false;
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { byOthers }),
                 QStringList { in(Outcome::In, u"A"_s) + u'?' });
    }
}

/// A parent named by its key: no query shows that as it was sent.
void TestSalesforceRowTrace::believesNoFieldThatIsNotShown()
{
    QJsonObject child = row(u"Ada"_s);
    child.insert(u"Account"_s, QJsonObject { { u"Crm_Key__c"_s, u"K1"_s } });
    const std::vector<FoundRecord> ada { changed(u"A"_s, u"Ada"_s, 1) };
    QCOMPARE(traced(Operation::Update, { child }, ada), QStringList { in(Outcome::Updated, u"A"_s) + u'!' });
    QCOMPARE(traced(Operation::Update, { child }, ada, { .until = { { u"A"_s, at(4) } } }),
             QStringList { u"no"_s });
}

void TestSalesforceRowTrace::sendsAgainWhatDoesNotHoldWhatWasSent()
{
    for (const Operation operation : { Operation::Update, Operation::Upsert }) {
        FoundRecord eve = changed(u"A"_s, u"Eve"_s, 1);
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { eve }), QStringList { u"no"_s });
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { eve }, { .until = { { u"A"_s, at(1) } } }),
                 QStringList { u"no"_s });
        eve.modifiedByUs = false;
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { eve }), QStringList { u"no"_s });
        // It holds that since long: this call has not touched it.
        QCOMPARE(traced(operation, { row(u"Ada"_s) }, { changed(u"A"_s, u"Ada"_s, -3600) }),
                 QStringList { u"no"_s });
    }
}

void TestSalesforceRowTrace::doesNotBringBackWhatWasDeletedSince()
{
    FoundRecord gone = changed(u"A"_s, u"Ada"_s, 1);
    gone.deleted = true;
    QCOMPARE(traced(Operation::Upsert, { row(u"Ada"_s) }, { gone }),
             QStringList { in(Outcome::In, u"A"_s) + u'?' });
    QCOMPARE(traced(Operation::Upsert, { row(u"Ben"_s) }, { gone }), QStringList { u"no"_s });
}

void TestSalesforceRowTrace::tellsItsOwnDeletion()
{
    FoundRecord gone = changed(u"A"_s, u"Ada"_s, 1);
    gone.deleted = true;
    QCOMPARE(traced(Operation::Delete, { row(u"Ada"_s) }, { gone }),
             QStringList { in(Outcome::Deleted, u"A"_s) + u'!' });
    QCOMPARE(traced(Operation::Delete, { row(u"Ada"_s) }, { gone }, { .until = { { u"A"_s, at(2) } } }),
             QStringList { u"no"_s });
    gone.modifiedByUs = false; // the service will tell that it is gone
    QCOMPARE(traced(Operation::Delete, { row(u"Ada"_s) }, { gone }), QStringList { u"no"_s });
}

QTEST_APPLESS_MAIN(TestSalesforceRowTrace)
#include "test_salesforce_row_trace.moc"
