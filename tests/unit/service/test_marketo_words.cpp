#include "app/service/marketo/reasons.h"
#include "tests/unit/service/scripted_marketo.h"

#include <QJsonArray>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// Marketo as data: its ways of loading, its options, its fields, and what its reasons mean.
class TestMarketoWords : public QObject, test::ScriptedMarketo {
    Q_OBJECT

private:
    static Reason inList(const QString &text)
    {
        return marketo::listReason(
            text, [](const QString &label) { return label == u"Lead Score" ? u"leadScore"_s : QString(); });
    }
    Target with(const QJsonObject &options) const
    {
        Target target = m_people;
        target.options = options;
        return target;
    }

private Q_SLOTS:
    void readsTheReasonsOfLists_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("look-up") << u"Value for lookup field 'email' not found"_s
                                 << u"LOOKUP_VALUE_NOT_FOUND"_s << u"email"_s
                                 << u"Email Address is empty, but people are found by it"_s;
        QTest::addRow("look-up of custom objects")
            << u"missing.dedupe.fields"_s << u"LOOKUP_VALUE_NOT_FOUND"_s << QString()
            << u"What people are found by is empty"_s;
        QTest::addRow("type") << u"Invalid data type in field Lead Score"_s << u"INVALID_DATA_TYPE"_s
                              << u"leadScore"_s << u"Lead Score is not a whole number"_s;
        QTest::addRow("type of an unknown label")
            << u"Invalid data type in field Shoe Size"_s << u"INVALID_DATA_TYPE"_s << u"Shoe Size"_s
            << u"The value does not fit Shoe Size"_s;
        QTest::addRow("label of the schema alone")
            << u"Invalid data type in field Unsubscribed"_s << u"INVALID_DATA_TYPE"_s << u"Unsubscribed"_s
            << u"Unsubscribed is neither yes nor no"_s;
        QTest::addRow("too long") << u"Invalid value for field Lead Score: maximum length is 255"_s
                                  << u"VALUE_TOO_LONG"_s << u"leadScore"_s << u"Lead Score is too long"_s;
        QTest::addRow("shortened") << u"Value too long for field Lead Score, truncated"_s
                                   << u"VALUE_SHORTENED"_s << u"leadScore"_s
                                   << u"Lead Score was shortened by Marketo"_s;
        QTest::addRow("odd e-mail") << u"Invalid email address"_s << u"INVALID_EMAIL"_s << QString()
                                    << u"Not a valid e-mail address"_s;
        QTest::addRow("nobody") << u"Lead not found"_s << u"1004"_s << QString()
                                << u"Nobody in Marketo has this value"_s;
        QTest::addRow("several") << u"Multiple leads match the lookup criteria"_s << u"1007"_s << QString()
                                 << u"More than one person in Marketo has this value"_s;
        QTest::addRow("no partition") << u"Access denied to partition 'EMEA'"_s << u"1008"_s << QString()
                                      << u"This API user may not use the partition"_s;
        QTest::addRow("other partition") << u"Partition update not allowed"_s << u"1010"_s << QString()
                                         << u"The person is in another partition of your Marketo"_s;
        QTest::addRow("unknown") << u"Row 17 is 'odd'"_s << u"Row … is …"_s << QString()
                                 << u"Row 17 is 'odd'"_s;
    }
    void readsTheReasonsOfLists()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, field);
        QFETCH(const QString, sentence);
        const Reason reason = inList(text);
        QCOMPARE(reason.code, code);
        QCOMPARE(reason.field, field);
        QCOMPARE(reason.text, text);
        const Explanation why = m_service->explain(reason, leadSchema());
        QCOMPARE(why.sentence, sentence);
        const QString named = field == u"Unsubscribed" ? u"unsubscribed"_s
            : code == u"INVALID_EMAIL"                 ? u"email"_s
                                                       : field;
        QCOMPARE(why.fields, named.isEmpty() ? QStringList() : QStringList(named));
    }

    /// Every code that a person can meet in an answer about a row has words of ours, and a cure.
    void hasWordsForEveryCode()
    {
        for (const int code : { 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1010, 1011, 1014, 1018, 1021,
                                1022, 1036, 604, 611, 713, 719 }) {
            const QJsonArray reasons { QJsonObject { { u"code"_s, QString::number(code) },
                                                     { u"message"_s, u"Invalid data"_s } } };
            const Reason reason = marketo::callReason(reasons, {});
            QCOMPARE(reason.code, QString::number(code));
            const Explanation why = m_service->explain(reason, leadSchema());
            QVERIFY2(why.sentence != reason.text && !why.cure.isEmpty(), qPrintable(reason.code));
        }
    }

    void readsTheReasonsOfCalls()
    {
        const auto one = [](const QString &code, const QString &message) {
            return marketo::callReason({ QJsonObject { { u"code"_s, code }, { u"message"_s, message } } },
                                       {});
        };
        const Reason unknownField = one(u"1006"_s, u"Field 'shoeSize' not found"_s);
        QCOMPARE(unknownField.field, u"shoeSize"_s);
        const Reason value = one(u"1003"_s, u"Invalid value for field 'leadScore'"_s);
        QCOMPARE(value.field, u"leadScore"_s);
        QCOMPARE(m_service->explain(value, leadSchema()).sentence, u"Lead Score is not a whole number"_s);
        const Reason told = one(u"1003"_s, u"Value too odd"_s); // what it says is more than we know
        QCOMPARE(m_service->explain(told, leadSchema()).sentence, u"Value too odd"_s);
        const Reason number
            = marketo::callReason({ QJsonObject { { u"code"_s, 1007 }, { u"message"_s, u"x"_s } } }, {});
        QCOMPARE(number.code, u"1007"_s);
        QCOMPARE(marketo::callReason({}, {}), Reason());
    }

    void knowsWhatMayPassLater()
    {
        for (const QString &code : { u"713"_s, u"719"_s, u"1022"_s })
            QVERIFY(m_service->mayPassLater({ .code = code, .field = {}, .text = {} }));
        for (const QString &code : { u"1003"_s, u"1007"_s, u"LOOKUP_VALUE_NOT_FOUND"_s, QString() })
            QVERIFY(!m_service->mayPassLater({ .code = code, .field = {}, .text = {} }));
    }

    /// Source: contracts/marketo.md, 5, 9 and 12.
    void tellsItsLimits()
    {
        const auto kinds = m_service->jobKinds();
        QCOMPARE(kinds.size(), 2U);
        const JobKind &bulk = kinds[0];
        QCOMPARE(bulk.id, m_bulk);
        QVERIFY(bulk.operations == std::vector { Operation::Upsert });
        QVERIFY(bulk.maxBodyBytes <= 9'500'000 - 300 && bulk.partBytes <= bulk.maxBodyBytes);
        QCOMPARE(bulk.inFlight, 9); // one place is left for colleagues
        QVERIFY(!bulk.canAbort && !bulk.answersAtOnce);
        QCOMPARE(bulk.repeatedKeysOf(Operation::Upsert), RepeatedKeys::Together);
        QCOMPARE(bulk.rowColumn, u"rowliftRow"_s);
        QCOMPARE(bulk.keptDays, 7);
        QVERIFY(!bulk.whenSentAgain.isEmpty());
        const JobKind &sync = kinds[1];
        QCOMPARE(sync.maxRecords, 300);
        QCOMPARE(sync.bestUpTo, 300);
        QVERIFY(sync.answersAtOnce && sync.maxBodyBytes <= 1'000'000);
        QVERIFY(!m_service->aboutActions().isEmpty());
    }

    void fitsAKindToWhatIsChosen()
    {
        const auto bulkFor = [this](const QJsonObject &options) { return kindOf(m_bulk, with(options)); };
        QCOMPARE(bulkFor({ { u"useAllPlaces"_s, true } }).inFlight, 10);
        QCOMPARE(bulkFor({ { u"list"_s, u"1042"_s }, { u"useAllPlaces"_s, true } }).inFlight, 1);
        QVERIFY(bulkFor({ { u"noRowNumbers"_s, true } }).rowColumn.isEmpty());
        QCOMPARE(bulkFor({ { u"format"_s, u"ssv"_s } }).delimiter, ';');
        QCOMPARE(bulkFor({ { u"format"_s, u"nonsense"_s } }).delimiter, ',');
        QCOMPARE(bulkFor({}).inFlight, 9);
    }

    void takesWhatItCan()
    {
        const JobKind bulk = kindOf(m_bulk, m_people);
        const JobKind sync = kindOf(m_sync, m_people);
        QVERIFY(m_service->takes(bulk, m_people) && m_service->takes(sync, m_people));
        const Target toList = with({ { u"list"_s, u"1042"_s } });
        QVERIFY(m_service->takes(bulk, toList) && !m_service->takes(sync, toList));
        for (const Operation operation : { Operation::Insert, Operation::Update, Operation::Delete }) {
            Target other = m_people;
            other.operation = operation;
            QVERIFY(!m_service->takes(bulk, other) && !m_service->takes(sync, other));
        }
        QVERIFY(m_service->sets(sync, m_person));
        QVERIFY(!m_service->sets(sync, { u"email"_s, u"company"_s }));
        QVERIFY(!m_service->sets(sync, { u"billingCity"_s }));
        QVERIFY(m_service->sets(bulk, { u"email"_s, u"company"_s, u"billingCity"_s }));
    }

    void offersWhatCanBeChosen()
    {
        QStringList ids;
        for (const LoadOption &option : m_service->options(m_people)) {
            ids << option.id;
            QVERIFY(!option.label.isEmpty() && !option.help.isEmpty());
            QCOMPARE(option.isWhereTo, option.id == u"list");
            QCOMPARE(option.asksAccount, option.id == u"list" || option.id == u"partition");
        }
        QCOMPARE(
            ids,
            QStringList({ u"list"_s, u"partition"_s, u"format"_s, u"noRowNumbers"_s, u"useAllPlaces"_s }));
    }

    /// Source: contracts/marketo.md, 7.2 and 9.1: not all that can be searched can be looked up in an import.
    void tellsWhatPeopleAreFoundBy()
    {
        const auto schema = m_service->schemaFrom(
            R"({"success":true,"result":[{"name":"API Lead",
                "searchableFields":[["id"],["email"],["loyalty"],["score"],["born"],["x","email"]],"fields":[
                {"name":"id","displayName":"Id","dataType":"integer","updateable":false},
                {"name":"email","displayName":"Email","dataType":"email","updateable":true},
                {"name":"loyalty","displayName":"Loyalty","dataType":"string","updateable":true},
                {"name":"score","displayName":"Score","dataType":"score","updateable":true},
                {"name":"born","displayName":"Born","dataType":"date","updateable":true},
                {"name":"x","displayName":"X","dataType":"string","updateable":true,"crmManaged":true},
                {"name":"f","displayName":"F","dataType":"formula","updateable":false},
                {"name":"t","displayName":"T","dataType":"text","updateable":true}]}]})");
        QVERIFY(schema);
        QStringList keys;
        for (const Field *key : schema->keys())
            keys << key->name;
        QCOMPARE(keys, QStringList({ u"id"_s, u"email"_s, u"loyalty"_s }));
        QVERIFY(schema->field(u"id")->help.contains(u"never added"));
        QVERIFY(schema->field(u"id")->writable(Operation::Upsert));
        QVERIFY(!schema->field(u"f")->writable(Operation::Upsert));
        QVERIFY(!schema->field(u"f")->help.isEmpty() && !schema->field(u"x")->help.isEmpty());
        QCOMPARE(schema->field(u"t")->bytes, 30'000);
        QVERIFY(!schema->field(u"email")->caseSensitive);
    }

    /// The same records give the same bytes, and no other row has the same mark.
    void marksRows()
    {
        const auto encoder
            = m_service->makeEncoder(kindOf(m_bulk, m_people), m_people, { u"email"_s }, leadSchema());
        QCOMPARE(encoded(*encoder, { { "a@b.example" }, { "" }, { " c " } }),
                 "rowliftRow,email\n17,a@b.example\n57,\"\"\n97,\" c \"\n"_ba);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestMarketoWords)
#include "test_marketo_words.moc"
