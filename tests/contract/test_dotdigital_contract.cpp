#include "tests/contract/practice_insight.h"

#include <QJsonArray>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using test::PracticeInsight;
using test::SaidOfRecords;

namespace {

const Target shopOrders { .object = u"insightData/ShopOrders"_s,
                          .operation = Operation::Upsert,
                          .keyField = u"$key"_s };
const QString insightV2 = u"insight-v2"_s;
const QString insightV3 = u"insight-v3"_s;

/// A record of an import, spelt by the test itself.
struct PlainItem {
    QString key;
    QString contact;
    QByteArray json = "{\"a\":\"1\"}";
};

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray bodyOf(const QString &kind, const std::vector<PlainItem> &items)
{
    QByteArrayList records;
    for (const PlainItem &item : items) {
        QJsonObject record { { u"key"_s, item.key } };
        if (kind == insightV2) {
            record.insert(u"contactIdentifier"_s, item.contact);
            record.insert(u"json"_s, QString::fromUtf8(item.json));
        } else {
            const bool isId = !item.contact.contains(u'@');
            record.insert(u"contactIdentity"_s,
                          QJsonObject { { u"identifier"_s, isId ? u"contactId"_s : u"email"_s },
                                        { u"value"_s, item.contact } });
            record.insert(u"json"_s, QJsonDocument::fromJson(item.json).object());
        }
        records << jsonOf(record);
    }
    const QByteArray list = '[' + records.join(',') + ']';
    const QByteArray begin
        = R"({"collectionName":"ShopOrders","collectionScope":"contact","collectionType":"custom","records":)";
    return kind == insightV2 ? list : begin + list + '}';
}

PlainItem good(const QString &key)
{
    return { .key = key, .contact = u"ada@example.com"_s };
}

} // namespace

/// Imports of insight data and the practice server, over sockets. Neither knows the other's code: both were
/// written from contracts/dotdigital.md.
class TestDotdigitalContract : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PracticeInsight> m_practice;

    void start(const QMap<QString, QString> &switches = {})
    {
        m_practice = std::make_unique<PracticeInsight>();
        QVERIFY(m_practice->start(switches));
    }
    static void addWays()
    {
        QTest::addColumn<QString>("kind");
        QTest::addRow("v2") << insightV2;
        QTest::addRow("v3") << insightV3;
    }
    Result<SaidOfRecords> import(const QString &kind, const std::vector<PlainItem> &items)
    {
        return m_practice->import(kind, shopOrders, bodyOf(kind, items), qint64(items.size()));
    }
    std::unique_ptr<PartLoader> loader(const QString &kind)
    {
        return m_practice->session->makeLoader(m_practice->kind(kind), shopOrders, {});
    }

private Q_SLOTS:
    void storesWhatTheRowsSay_data() { addWays(); }
    void storesWhatTheRowsSay()
    {
        QFETCH(const QString, kind);
        start();
        Schema schema;
        const auto add = [&schema](const QString &name, FieldType type, const QString &separator = {}) {
            Field field;
            field.name = name;
            field.type = type;
            field.listSeparator = separator;
            schema.fields.push_back(field);
        };
        add(u"total"_s, FieldType::Number);
        add(u"paid"_s, FieldType::Boolean);
        add(u"tags"_s, FieldType::Text, u";"_s);
        add(u"products[].qty"_s, FieldType::Number);
        const QStringList fields { u"$key"_s,      u"$contact"_s,       u"note"_s,
                                   u"total"_s,     u"paid"_s,           u"tags"_s,
                                   u"ship.city"_s, u"products[].sku"_s, u"products[].qty"_s };
        Target target = shopOrders;
        target.list = u"products"_s;
        const auto encoder = m_practice->service->makeEncoder(m_practice->kind(kind), target, fields, schema);
        const QByteArray note = "Grüße \"Ada\" \\ 👩‍🚀\n\t\x01]}";
        const auto row = [&](const QByteArrayList &cells) {
            OutBuffer out;
            std::vector<std::string_view> views;
            for (const QByteArray &cell : cells)
                views.emplace_back(cell.constData(), std::size_t(cell.size()));
            encoder->encode(1, views, out);
            return std::string(out.text());
        };
        const std::string first
            = row({ "SO-1", "ada@example.com", note, "99.50", "true", "a; b", "Köln", "A-1", "2" });
        const std::string second
            = row({ "SO-1", "ada@example.com", note, "99.50", "true", "", "", "B-1", "1" });
        const std::string alone = row({ "SO-2", "nobody@example.net", "", "1", "", "", "", "", "" });
        const std::vector<std::string_view> group { first, second };
        OutBuffer out;
        encoder->merge(group, out);
        out.append(alone);
        const QByteArray body = encoder->prologue() + QByteArray(out.text().data(), qsizetype(out.size()) - 1)
            + encoder->epilogue();
        const auto said = m_practice->import(kind, target, body, 2);
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->counts, (PartTotals { .in = 1, .failed = 1 }));
        QCOMPARE(said->faults.keys(), QStringList(u"SO-2"_s));
        QCOMPARE(said->faults.value(u"SO-2"_s).code, u"ContactEmailDoesNotExist"_s);
        QCOMPARE(said->faults.value(u"SO-2"_s).field, u"$contact"_s);
        const auto stored = m_practice->records(u"ShopOrders"_s);
        QCOMPARE(stored.keys(), QStringList(u"SO-1"_s));
        const QJsonObject one = stored.first();
        const QJsonValue json = one.value("json"_L1);
        const QJsonObject record
            = json.isString() ? QJsonDocument::fromJson(json.toString().toUtf8()).object() : json.toObject();
        const QJsonObject expected {
            { u"note"_s, QString::fromUtf8(note) },
            { u"total"_s, 99.5 },
            { u"paid"_s, true },
            { u"tags"_s, QJsonArray { u"a"_s, u"b"_s } },
            { u"ship"_s, QJsonObject { { u"city"_s, u"Köln"_s } } },
            { u"products"_s,
              QJsonArray { QJsonObject { { u"sku"_s, u"A-1"_s }, { u"qty"_s, 2 } },
                           QJsonObject { { u"sku"_s, u"B-1"_s }, { u"qty"_s, 1 } } } },
        };
        QCOMPARE(record, expected);
        QCOMPARE(one.value("contact"_L1).toString(), u"ada@example.com"_s);
    }

    void joinsEveryReasonToItsRecord_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        for (const QString &kind : { insightV2, insightV3 }) {
            for (const auto reason : { "Unknown",
                                       "InvalidClientKey",
                                       "InvalidContactIdentifier",
                                       "InvalidContactIdentifierType",
                                       "InvalidJson",
                                       "DuplicateKey",
                                       "KeyExistingForDifferentContact",
                                       "ContactIdDoesNotExist",
                                       "ContactEmailDoesNotExist",
                                       "ContactPhoneNumberDoesNotExist",
                                       "ContactCustomIdentifierValueDoesNotExist",
                                       "JsonKeyTooLong",
                                       "JsonKeyInvalidCharacters",
                                       "JsonContainsDashUnderscoreClash",
                                       "JsonValueTooLong",
                                       "JsonNumberValueTooLarge",
                                       "JsonContainsNestedArray",
                                       "JsonValueIncompatibleWithSchema",
                                       "JsonDoesNotMatchSchema",
                                       "InconsistentTypes",
                                       "TooManyDistinctKeyValuePairs",
                                       "MissingCollection",
                                       "NotAvailableInThisVersion" })
                QTest::addRow("%s %s", qPrintable(kind), reason) << kind << QString::fromLatin1(reason);
        }
    }
    void joinsEveryReasonToItsRecord()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, reason);
        start({ { u"inject-fault"_s, reason + u"@SO-2"_s } });
        const auto said = import(kind, { good(u"SO-1"_s), good(u"SO-2"_s), good(u"SO-3"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->named, QStringList(u"$key"_s));
        QCOMPARE(said->faults.keys(), QStringList(u"SO-2"_s));
        QCOMPARE(said->faults.first().code, reason);
        QCOMPARE(said->ofOthers, Outcome::In);
        QCOMPARE(said->counts, (PartTotals { .in = 2, .failed = 1 }));
        QVERIFY(!m_practice->service->explain(said->faults.first(), {}).sentence.isEmpty());
    }

    /// What the service itself finds wrong.
    void hearsWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reason");
        QTest::addRow("another type") << R"({"a":1})"_ba << u"JsonValueIncompatibleWithSchema"_s;
        QTest::addRow("mixed list") << R"({"l":["x",1]})"_ba << u"InconsistentTypes"_s;
        QTest::addRow("list in a list") << R"({"l":[["x"]]})"_ba << u"JsonContainsNestedArray"_s;
        QTest::addRow("odd name") << R"({"1 a":"x"})"_ba << u"JsonKeyInvalidCharacters"_s;
        QTest::addRow("dash and underscore")
            << R"({"o-id":"x","o_id":"y"})"_ba << u"JsonContainsDashUnderscoreClash"_s;
        QTest::addRow("long text") << "{\"t\":\"" + QByteArray(30'001, 'x') + "\"}" << u"JsonValueTooLong"_s;
    }
    void hearsWhatIsWrong()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, reason);
        for (const QString &kind : { insightV2, insightV3 }) {
            start({ { u"fault-detail"_s, u"1"_s } });
            PlainItem wrong = good(u"SO-2"_s);
            wrong.json = json;
            const auto said = import(kind, { good(u"SO-1"_s), wrong });
            QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
            QCOMPARE(said->faults.value(u"SO-2"_s).code, reason);
            QCOMPARE(said->faults.size(), 1);
        }
    }

    void hearsWhoseTheRecordIs_data() { addWays(); }
    void hearsWhoseTheRecordIs()
    {
        QFETCH(const QString, kind);
        start({ { u"fault-detail"_s, u"1"_s } });
        QVERIFY(import(kind, { good(u"SO-1"_s) }));
        const auto said = import(kind,
                                 { { .key = u"SO-1"_s, .contact = u"known@example.com"_s },
                                   { .key = u"SO-2"_s, .contact = u"nobody@example.net"_s },
                                   { .key = u"SO-3"_s, .contact = u"987654321"_s } });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(said->faults.value(u"SO-1"_s).code, u"KeyExistingForDifferentContact"_s);
        QCOMPARE(said->faults.value(u"SO-2"_s).code, u"ContactEmailDoesNotExist"_s);
        QCOMPARE(said->faults.value(u"SO-2"_s).text, u"nobody@example.net"_s);
        QCOMPARE(said->faults.value(u"SO-3"_s).code, u"ContactIdDoesNotExist"_s);
        QCOMPARE(said->counts, (PartTotals { .in = 0, .failed = 3 }));
    }

    void takesEitherWordForDone()
    {
        start({ { u"v3-done"_s, u"Complete"_s } });
        const auto said = import(insightV3, { good(u"SO-1"_s) });
        QVERIFY(said);
        QCOMPARE(m_practice->ended, RemoteState::Stage::Finished);
        QCOMPARE(said->ofOthers, Outcome::In);
    }

    void leavesUnknownWhatFailedAsAWhole_data() { addWays(); }
    void leavesUnknownWhatFailedAsAWhole()
    {
        QFETCH(const QString, kind);
        start({ { u"fail-import"_s, u"1"_s } });
        const auto said = import(kind, { good(u"SO-1"_s), good(u"SO-2"_s) });
        QVERIFY2(said, said ? "" : qPrintable(said.error().detail));
        QCOMPARE(m_practice->ended, RemoteState::Stage::Failed);
        QCOMPARE(said->ofOthers, Outcome::Unknown);
    }

    void tellsWhatIsCountedButNotNamed()
    {
        start({ { u"null-faults"_s, u"1"_s } });
        const auto said = import(insightV2, { good(u"SO-1"_s) });
        QVERIFY(said);
        QVERIFY(said->faults.isEmpty());
        start({ { u"lose-faults"_s, u"1"_s } });
        const auto lost = import(
            insightV2, { good(u"SO-1"_s), { .key = u"SO-2"_s, .contact = u"nobody@example.net"_s } });
        QVERIFY(lost);
        QVERIFY(lost->faults.isEmpty());
        QCOMPARE(lost->counts, (PartTotals { .in = 1, .failed = 1 }));
    }

    void takesNoStatusForAnAnswerOfSomebodyElse()
    {
        start({ { u"missing-status"_s, u"1"_s } });
        const auto said = import(insightV2, { good(u"SO-1"_s) });
        QVERIFY(!said);
        QCOMPARE(said.error().kind, Error::Kind::BadReply);
    }

    void forgetsWhatTheServiceForgot_data() { addWays(); }
    void forgetsWhatTheServiceForgot()
    {
        QFETCH(const QString, kind);
        start();
        const auto state = loader(kind)->poll(u"00000000-0000-4000-8000-000000000000"_s, {});
        QVERIFY2(state, state ? "" : qPrintable(state.error().detail));
        QCOMPARE(state->stage, RemoteState::Stage::Forgotten);
    }

    /// After a lost reply nobody guesses; to send it again replaces each record by itself.
    void isNotSureAfterALostReply_data() { addWays(); }
    void isNotSureAfterALostReply()
    {
        QFETCH(const QString, kind);
        start();
        const QByteArray body = bodyOf(kind, { good(u"SO-1"_s), good(u"SO-2"_s) });
        const auto sender = loader(kind);
        QVERIFY(m_practice->plant(kind == insightV2 ? "POST" : "PUT", "*/import*", "loseReply"));
        const auto lost = m_practice->submit(*sender, body, 2);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Error::Kind::Timeout);
        QCOMPARE(m_practice->steps.steps.size(), 1U);
        test::RememberedSteps none;
        const auto recovery = sender->recover(m_practice->part(body, 2), m_practice->steps.steps, none, {});
        QVERIFY(recovery);
        QCOMPARE(recovery->kind, Recovery::Kind::Undecidable);
        const auto again = m_practice->import(kind, shopOrders, body, 2);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->counts, (PartTotals { .in = 2, .failed = 0 }));
        QCOMPARE(m_practice->records(u"ShopOrders"_s).size(), 2);
    }

    void provesThatNothingLeft()
    {
        start();
        const auto sender = loader(insightV3);
        QVERIFY(m_practice->plant("PUT", "*/import*", "refuse"));
        const auto refused = m_practice->submit(*sender, bodyOf(insightV3, { good(u"SO-1"_s) }));
        QVERIFY(!refused);
        QCOMPARE(m_practice->steps.steps.size(), refused.error().kind == Error::Kind::Network ? 2U : 1U);
        QVERIFY(m_practice->records(u"ShopOrders"_s).isEmpty());
    }

    void waitsForAPlaceAmongFive()
    {
        start();
        const auto sender = loader(insightV3);
        const QByteArray body = bodyOf(insightV3, { good(u"SO-1"_s) });
        for (int i = 0; i < 5; ++i)
            QVERIFY(m_practice->submit(*sender, body));
        const auto sixth = m_practice->submit(*sender, body);
        QVERIFY(!sixth);
        QCOMPARE(sixth.error().kind, Error::Kind::QueueFull);
        QCOMPARE(m_practice->steps.steps.size(), 2U); // proven: it may go out again by itself
    }

    void heedsBothWaysOfThrottling_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addRow("tiered") << u"low-calls"_s << u"1"_s;
        QTest::addRow("flat") << u"calls-per-hour"_s << u"2"_s;
    }
    void heedsBothWaysOfThrottling()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QMap<QString, QString> switches { { name, value } };
        if (name == u"calls-per-hour"_s)
            switches.insert(u"throttling"_s, u"flat"_s);
        start(switches);
        const auto sender = loader(insightV2);
        const QByteArray body = bodyOf(insightV2, { good(u"SO-1"_s) });
        Result<Submitted> sent = m_practice->submit(*sender, body);
        for (int i = 0; i < 5 && sent; ++i)
            sent = m_practice->submit(*sender, body);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Error::Kind::RateLimit);
        QVERIFY(sent.error().retryAfter);
        QCOMPARE(m_practice->steps.steps.size(), 2U);
    }

    void hearsThatAPartIsTooLarge()
    {
        start();
        QByteArray body = bodyOf(insightV2, { good(u"SO-1"_s) });
        body.insert(1, QByteArray(50'000'001 - body.size(), ' '));
        const auto sent = m_practice->submit(*loader(insightV2), body);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, Error::Kind::Rejected);
        QCOMPARE(m_practice->steps.steps.size(), 2U);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalContract)
#include "test_dotdigital_contract.moc"
