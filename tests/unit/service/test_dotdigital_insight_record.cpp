#include "app/service/dotdigital/insight_encoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using dotdigital::InsightEncoder;
using dotdigital::InsightRecord;
using dotdigital::InsightVersion;
using dotdigital::JsonSpelling;

namespace {

using InsightCells = QByteArrayList;

Field insightField(const QString &name, FieldType type = FieldType::Text, const QString &separator = {})
{
    Field field;
    field.name = name;
    field.type = type;
    field.isProperty = true;
    field.listSeparator = separator;
    return field;
}

Schema schemaOf(const std::vector<Field> &fields)
{
    Schema schema;
    schema.open = true;
    schema.fields = fields;
    return schema;
}

QStringList namesOf(const std::vector<Field> &fields)
{
    QStringList names;
    for (const Field &field : fields)
        names << field.name;
    return names;
}

std::vector<std::string_view> viewsOf(const InsightCells &cells)
{
    std::vector<std::string_view> views;
    for (const QByteArray &cell : cells)
        views.emplace_back(cell.constData(), std::size_t(cell.size()));
    return views;
}

QByteArray bytesOf(const OutBuffer &out)
{
    return QByteArray(out.text().data(), qsizetype(out.size()));
}

QByteArray objectOf(const std::vector<Field> &fields, const InsightCells &cells,
                    JsonSpelling spelling = JsonSpelling::Plain, const QString &list = {})
{
    OutBuffer out;
    InsightRecord(namesOf(fields), schemaOf(fields), list, spelling).append(viewsOf(cells), out);
    return bytesOf(out);
}

/// What a service reads that takes the object as a text.
QByteArray readOutOfText(const QByteArray &spelt)
{
    return QJsonDocument::fromJson("[\"" + spelt + "\"]").array().first().toString().toUtf8();
}

} // namespace

/// How rows become records of insight data.
class TestDotdigitalInsightRecord : public QObject {
    Q_OBJECT

private:
    const std::vector<Field> m_order { insightField(u"$key"_s),
                                       insightField(u"$contact"_s),
                                       insightField(u"id"_s),
                                       insightField(u"total"_s, FieldType::Number),
                                       insightField(u"products[].sku"_s),
                                       insightField(u"products[].qty"_s, FieldType::Number) };

    static Target orders(const QString &list = {}, const QJsonObject &options = {})
    {
        return { .object = u"insightData/ShopOrders"_s,
                 .operation = Operation::Upsert,
                 .keyField = u"$key"_s,
                 .options = options,
                 .list = list };
    }
    static InsightEncoder encoder(InsightVersion version, const std::vector<Field> &fields,
                                  const Target &target = orders())
    {
        return InsightEncoder(version, target, namesOf(fields), schemaOf(fields));
    }
    static QByteArray encoded(const Encoder &encoder, const InsightCells &cells, qint64 mark = 7)
    {
        OutBuffer out;
        encoder.encode(mark, viewsOf(cells), out);
        return bytesOf(out);
    }
    static QByteArray merged(const Encoder &encoder, const QList<InsightCells> &rows)
    {
        QByteArrayList records;
        for (const InsightCells &row : rows)
            records << encoded(encoder, row);
        OutBuffer out;
        encoder.merge(viewsOf(records), out);
        return bytesOf(out);
    }

private Q_SLOTS:
    void writesTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("inText");
        QTest::addRow("umlauts") << "Grüße"_ba
                                 << R"({"a":"Grüße"})"_ba
                                 << "{\\\"a\\\":\\\"Grüße\\\"}"_ba;
        QTest::addRow("quotes") << "19\" \"x\""_ba
                                << "{\"a\":\"19\\\" \\\"x\\\"\"}"_ba
                                << "{\\\"a\\\":\\\"19\\\\\\\" \\\\\\\"x\\\\\\\"\\\"}"_ba;
        QTest::addRow("backslashes") << "C:\\new"_ba
                                     << "{\"a\":\"C:\\\\new\"}"_ba
                                     << "{\\\"a\\\":\\\"C:\\\\\\\\new\\\"}"_ba;
        QTest::addRow("ends with one") << "x\\"_ba
                                       << "{\"a\":\"x\\\\\"}"_ba
                                       << "{\\\"a\\\":\\\"x\\\\\\\\\\\"}"_ba;
        QTest::addRow("emoji") << "👩‍🚀"_ba
                               << R"({"a":"👩‍🚀"})"_ba
                               << "{\\\"a\\\":\\\"👩‍🚀\\\"}"_ba;
        QTest::addRow("lines") << "a\nb\tc"_ba
                               << "{\"a\":\"a\\nb\\tc\"}"_ba
                               << "{\\\"a\\\":\\\"a\\\\nb\\\\tc\\\"}"_ba;
        QTest::addRow("control") << "a\x01\x1f"_ba
                                 << "{\"a\":\"a\\u0001\\u001f\"}"_ba
                                 << "{\\\"a\\\":\\\"a\\\\u0001\\\\u001f\\\"}"_ba;
        QTest::addRow("looks like JSON") << R"({"b":[1]})"_ba
                                         << "{\"a\":\"{\\\"b\\\":[1]}\"}"_ba
                                         << "{\\\"a\\\":\\\"{\\\\\\\"b\\\\\\\":[1]}\\\"}"_ba;
        QTest::addRow("number in a text") << "007"_ba
                                          << R"({"a":"007"})"_ba
                                          << "{\\\"a\\\":\\\"007\\\"}"_ba;
    }
    void writesTexts()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, plain);
        QFETCH(const QByteArray, inText);
        const std::vector<Field> fields { insightField(u"a"_s) };
        QCOMPARE(objectOf(fields, { text }), plain);
        QCOMPARE(objectOf(fields, { text }, JsonSpelling::InText), inText);
        for (const QByteArray &object : { plain, readOutOfText(inText) })
            QCOMPARE(QJsonDocument::fromJson(object).object().value(u"a"_s).toString().toUtf8(), text);
    }

    void writesCarriageReturns()
    {
        const QByteArray object
            = readOutOfText(objectOf({ insightField(u"a"_s) }, { "a\r\nb" }, JsonSpelling::InText));
        QCOMPARE(QJsonDocument::fromJson(object).object().value(u"a"_s).toString(), u"a\r\nb"_s);
    }

    void writesByType_data()
    {
        QTest::addColumn<FieldType>("type");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("json"); // empty: left out
        const auto number = FieldType::Number;
        QTest::addRow("number") << number << "99.50"_ba
                                << "99.50"_ba;
        QTest::addRow("negative") << number << "-0.5"_ba
                                  << "-0.5"_ba;
        QTest::addRow("many digits") << number << "12345678901234567890.123"_ba
                                     << "12345678901234567890.123"_ba;
        QTest::addRow("exponent") << number << "1e5"_ba
                                  << "1e5"_ba;
        QTest::addRow("leading zeros") << number << "007"_ba
                                       << R"("007")"_ba;
        QTest::addRow("comma") << number << "1,5"_ba
                               << R"("1,5")"_ba;
        QTest::addRow("not a number") << number << "NaN"_ba
                                      << R"("NaN")"_ba;
        QTest::addRow("blank number") << number << ""_ba
                                      << ""_ba;
        QTest::addRow("yes") << FieldType::Boolean << "true"_ba
                             << "true"_ba;
        QTest::addRow("no") << FieldType::Boolean << "false"_ba
                            << "false"_ba;
        QTest::addRow("neither") << FieldType::Boolean << "maybe"_ba
                                 << R"("maybe")"_ba;
        QTest::addRow("date") << FieldType::Date << "2026-02-03"_ba
                              << R"("2026-02-03")"_ba;
        QTest::addRow("date-time") << FieldType::DateTime << "2026-02-03T10:15:00Z"_ba
                                   << R"("2026-02-03T10:15:00Z")"_ba;
        QTest::addRow("yes in a text") << FieldType::Text << "true"_ba
                                       << R"("true")"_ba;
    }
    void writesByType()
    {
        QFETCH(const FieldType, type);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, json);
        const QByteArray expected = json.isEmpty() ? "{}"_ba : "{\"a\":" + json + '}';
        QCOMPARE(objectOf({ insightField(u"a"_s, type) }, { value }), expected);
        QCOMPARE(readOutOfText(objectOf({ insightField(u"a"_s, type) }, { value }, JsonSpelling::InText)),
                 expected);
    }

    void writesLists_data()
    {
        QTest::addColumn<QString>("separator");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("object");
        QTest::addRow("trimmed") << u";"_s << " red; dark blue ;;"_ba
                                 << R"({"a":["red","dark blue"]})"_ba;
        QTest::addRow("one") << u";"_s << "red"_ba
                             << R"({"a":["red"]})"_ba;
        QTest::addRow("only separators") << u";"_s << " ; ;"_ba
                                         << "{}"_ba;
        QTest::addRow("longer separator") << u", "_s << "a,b, c"_ba
                                          << R"({"a":["a,b","c"]})"_ba;
        QTest::addRow("quotes") << u"|"_s << "\"a\"|b\\"_ba
                                << "{\"a\":[\"\\\"a\\\"\",\"b\\\\\"]}"_ba;
    }
    void writesLists()
    {
        QFETCH(const QString, separator);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, object);
        const std::vector<Field> fields { insightField(u"a"_s, FieldType::Text, separator) };
        QCOMPARE(objectOf(fields, { value }), object);
        QCOMPARE(readOutOfText(objectOf(fields, { value }, JsonSpelling::InText)), object);
    }

    void makesGroupsAndLists_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<InsightCells>("cells");
        QTest::addColumn<QByteArray>("object");
        QTest::addRow("groups in order of first appearance")
            << QStringList { u"b.x"_s, u"a"_s, u"b.y"_s } << InsightCells { "1", "2", "3" }
            << R"({"b":{"x":"1","y":"3"},"a":"2"})"_ba;
        QTest::addRow("deep") << QStringList { u"a.b.c.d"_s } << InsightCells { "1" }
                              << R"({"a":{"b":{"c":{"d":"1"}}}})"_ba;
        QTest::addRow("empty group") << QStringList { u"a.b"_s, u"a.c.d"_s, u"e"_s }
                                     << InsightCells { "", "", "1" } << R"({"e":"1"})"_ba;
        QTest::addRow("numbered entries by number")
            << QStringList { u"p[2].k"_s, u"p[1].k"_s, u"p[2].q"_s } << InsightCells { "b", "a", "3" }
            << R"({"p":[{"k":"a"},{"k":"b","q":"3"}]})"_ba;
        QTest::addRow("no holes") << QStringList { u"p[1]"_s, u"p[2]"_s, u"p[3]"_s }
                                  << InsightCells { "a", "", "c" } << R"({"p":["a","c"]})"_ba;
        QTest::addRow("no entry") << QStringList { u"p[1]"_s, u"x"_s } << InsightCells { "", "1" }
                                  << R"({"x":"1"})"_ba;
        QTest::addRow("of the row") << QStringList { u"l[].a"_s, u"x"_s, u"l[].b.c"_s }
                                    << InsightCells { "1", "2", "3" }
                                    << R"({"l":[{"a":"1","b":{"c":"3"}}],"x":"2"})"_ba;
        QTest::addRow("values of the row")
            << QStringList { u"l[]"_s } << InsightCells { "1" } << R"({"l":["1"]})"_ba;
        QTest::addRow("nothing of the row")
            << QStringList { u"l[].a"_s, u"l[].b"_s } << InsightCells { "", "" } << "{}"_ba;
        QTest::addRow("names are escaped") << QStringList { u"größe \"x\"\\"_s } << InsightCells { "1" }
                                           << "{\"größe \\\"x\\\"\\\\\":\"1\"}"_ba;
        QTest::addRow("ours are no properties") << QStringList { u"$key"_s, u"a"_s, u"$contact"_s }
                                                << InsightCells { "k", "1", "c" } << R"({"a":"1"})"_ba;
    }
    void makesGroupsAndLists()
    {
        QFETCH(const QStringList, names);
        QFETCH(const InsightCells, cells);
        QFETCH(const QByteArray, object);
        std::vector<Field> fields;
        for (const QString &name : names)
            fields.push_back(insightField(name));
        QCOMPARE(objectOf(fields, cells), object);
        QCOMPARE(readOutOfText(objectOf(fields, cells, JsonSpelling::InText)), object);
    }

    void putsTheListOfRowsLast()
    {
        const std::vector<Field> fields { insightField(u"o.lines[].sku"_s), insightField(u"o.id"_s),
                                          insightField(u"x"_s) };
        const QByteArray expected = R"({"x":"2","o":{"id":"1","lines":[{"sku":"A"}]}})";
        QCOMPARE(objectOf(fields, { "A", "1", "2" }, JsonSpelling::Plain, u"o.lines"_s), expected);
    }

    void framesRecords_data()
    {
        QTest::addColumn<InsightVersion>("version");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QByteArray>("record");
        const auto option = [](const QString &name, const QString &value) {
            return QJsonObject { { name, value } };
        };
        using enum InsightVersion;
        QTest::addRow("v2")
            << V2 << QJsonObject()
            << "{\"key\":\"S\\\"1\",\"contactIdentifier\":\"ada@example.com\",\"json\":\"{\\\"id\\\":\\\"1\\\"}\"},"_ba;
        QTest::addRow("v2 by id")
            << V2 << option(u"identifier"_s, u"contactId"_s)
            << "{\"key\":\"S\\\"1\",\"contactIdentifier\":\"ada@example.com\",\"json\":\"{\\\"id\\\":\\\"1\\\"}\"},"_ba;
        QTest::addRow("v2 account")
            << V2 << option(u"scope"_s, u"account"_s)
            << "{\"key\":\"S\\\"1\",\"contactIdentifier\":\"account\",\"json\":\"{\\\"id\\\":\\\"1\\\"}\"},"_ba;
        QTest::addRow("v3")
            << V3 << QJsonObject()
            << "{\"key\":\"S\\\"1\",\"contactIdentity\":{\"identifier\":\"email\",\"value\":\"ada@example.com\"},\"json\":{\"id\":\"1\"}},"_ba;
        QTest::addRow("v3 mobile")
            << V3 << option(u"identifier"_s, u"mobileNumber"_s)
            << "{\"key\":\"S\\\"1\",\"contactIdentity\":{\"identifier\":\"mobileNumber\",\"value\":\"ada@example.com\"},\"json\":{\"id\":\"1\"}},"_ba;
        QTest::addRow("v3 account") << V3 << option(u"scope"_s, u"account"_s)
                                    << "{\"key\":\"S\\\"1\",\"json\":{\"id\":\"1\"}},"_ba;
    }
    void framesRecords()
    {
        QFETCH(const InsightVersion, version);
        QFETCH(const QJsonObject, options);
        QFETCH(const QByteArray, record);
        const std::vector<Field> fields { insightField(u"id"_s), insightField(u"$contact"_s),
                                          insightField(u"$key"_s) };
        const auto made = encoder(version, fields, orders({}, options));
        QCOMPARE(encoded(made, { "1", "ada@example.com", "S\"1" }), record);
        // What merges nothing changes nothing.
        QCOMPARE(merged(made, { { "1", "ada@example.com", "S\"1" } }), record);
    }

    void framesParts()
    {
        const auto old = encoder(InsightVersion::V2, m_order);
        QCOMPARE(old.prologue() + old.epilogue(), "[]"_ba);
        const auto contact = encoder(InsightVersion::V3, m_order);
        const QByteArray ofContacts
            = R"({"collectionName":"ShopOrders","collectionScope":"contact","collectionType":"custom","records":[]})";
        QCOMPARE(contact.prologue() + contact.epilogue(), ofContacts);
        const auto account
            = encoder(InsightVersion::V3, m_order,
                      orders({}, { { u"scope"_s, u"account"_s }, { u"type"_s, u"catalog"_s } }));
        const QByteArray ofAccount
            = R"({"collectionName":"ShopOrders","collectionScope":"account","collectionType":"catalog","records":[)";
        QCOMPARE(account.prologue(), ofAccount);
    }

    void makesKeysOfFileAndRow()
    {
        const std::vector<Field> fields { insightField(u"a"_s) };
        Target target = orders();
        target.keyField.clear();
        target.madeKeys = u"orders-1a2b3c4d"_s;
        const auto made = encoder(InsightVersion::V3, fields, target);
        const QByteArray first = R"({"key":"orders-1a2b3c4d-0","json":{"a":"1"}},)";
        const QByteArray later = R"({"key":"orders-1a2b3c4d-1234567","json":{"a":"1"}},)";
        const QByteArray ofDraft = R"({"key":"…","json":{"a":"1"}},)";
        QCOMPARE(encoded(made, { "1" }, 0), first);
        QCOMPARE(encoded(made, { "1" }, 1'234'567), later);
        target.madeKeys.clear(); // of a draft
        QCOMPARE(encoded(encoder(InsightVersion::V3, fields, target), { "1" }), ofDraft);
    }

    void mergesRowsIntoOneRecord_data()
    {
        QTest::addColumn<QList<InsightCells>>("rows"); // key, contact, id, total, sku, qty
        QTest::addColumn<QByteArray>("object");
        const auto row = [](const char *id, const char *total, const char *sku, const char *qty) {
            return InsightCells { "S-1", "ada@example.com", id, total, sku, qty };
        };
        QTest::addRow("two") << QList {
            row("1", "9.5", "A", "2"), row("1", "9.5", "B", "1")
        } << R"({"id":"1","total":9.5,"products":[{"sku":"A","qty":2},{"sku":"B","qty":1}]})"_ba;
        QTest::addRow("once is the first that is not blank")
            << QList { row("1", "", "A", "2"), row("2", "9.5", "B", "1") }
            << R"({"id":"1","total":9.5,"products":[{"sku":"A","qty":2},{"sku":"B","qty":1}]})"_ba;
        QTest::addRow("the first has no entry")
            << QList { row("1", "9.5", "", ""), row("1", "9.5", "B", "1"), row("1", "9.5", "C", "") }
            << R"({"id":"1","total":9.5,"products":[{"sku":"B","qty":1},{"sku":"C"}]})"_ba;
        QTest::addRow("one in the middle has none")
            << QList { row("1", "", "A", ""), row("1", "", "", ""), row("1", "", "C", "") }
            << R"({"id":"1","products":[{"sku":"A"},{"sku":"C"}]})"_ba;
        QTest::addRow("nobody has any")
            << QList { row("1", "", "", ""), row("1", "", "", "") } << R"({"id":"1"})"_ba;
        QTest::addRow("nothing but entries")
            << QList { row("", "", "", ""), row("", "", "B", "") } << R"({"products":[{"sku":"B"}]})"_ba;
        QTest::addRow("nothing at all") << QList { row("", "", "", ""), row("", "", "", "") } << "{}"_ba;
        QTest::addRow("looks like the list") << QList {
            row("\",\"products\":[{\"sku\":\"X\"}]", "", "]}\"},\\", "1"), row("", "", "\"]}\\\"", "")
        } << "{\"id\":\"\\\",\\\"products\\\":[{\\\"sku\\\":\\\"X\\\"}]\",\"products\":[{\"sku\":\"]}\\\"},\\\\\",\"qty\":1},{\"sku\":\"\\\"]}\\\\\\\"\"}]}"_ba;
    }
    void mergesRowsIntoOneRecord()
    {
        QFETCH(const QList<InsightCells>, rows);
        QFETCH(const QByteArray, object);
        const auto newer = encoder(InsightVersion::V3, m_order, orders(u"products"_s));
        const QByteArray head
            = R"({"key":"S-1","contactIdentity":{"identifier":"email","value":"ada@example.com"},"json":)"_ba;
        QCOMPARE(merged(newer, rows), head + object + "},");
        const auto older = encoder(InsightVersion::V2, m_order, orders(u"products"_s));
        const QByteArray record = merged(older, rows);
        const QJsonObject read = QJsonDocument::fromJson(record.chopped(1)).object();
        QCOMPARE(read.value(u"json"_s).toString().toUtf8(), object);
        QCOMPARE(read.value(u"key"_s).toString(), u"S-1"_s);
    }

    void mergesListsWithinGroups()
    {
        const std::vector<Field> fields { insightField(u"$key"_s), insightField(u"o.id"_s),
                                          insightField(u"o.l[].a"_s), insightField(u"l[1]"_s),
                                          insightField(u"p.l.a"_s) };
        const auto made = encoder(InsightVersion::V3, fields, orders(u"o.l"_s));
        const auto check = [&made](const QList<InsightCells> &rows, const QByteArray &object) {
            QCOMPARE(merged(made, rows), "{\"key\":\"k\",\"json\":" + object + "},");
        };
        check({ { "k", "1", "A", "", "x" }, { "k", "1", "B", "y", "" } },
              R"({"l":["y"],"p":{"l":{"a":"x"}},"o":{"id":"1","l":[{"a":"A"},{"a":"B"}]}})");
        check({ { "k", "1", "", "z", "" }, { "k", "1", "B", "", "" } },
              R"({"l":["z"],"o":{"id":"1","l":[{"a":"B"}]}})");
        check({ { "k", "", "", "z", "" }, { "k", "", "B", "", "" } }, R"({"l":["z"],"o":{"l":[{"a":"B"}]}})");
        check({ { "k", "", "", "", "" }, { "k", "", "B", "", "" } }, R"({"o":{"l":[{"a":"B"}]}})");
    }

    /// What a row lacks comes from the next row that has it, wherever in the record it stands.
    void mergesWhatTheFirstRowLacks_data()
    {
        QTest::addColumn<QList<InsightCells>>(
            "rows"); // city, zip, three numbers, two phones by kind, tags, sku
        QTest::addColumn<QByteArray>("object");
        QTest::addRow("in a group") << QList {
            InsightCells { "", "01067", "", "", "", "", "", "", "A" },
            InsightCells { "Köln", "", "", "", "", "", "", "", "B" },
            InsightCells { "Ulm", "1", "", "", "", "", "", "", "" }
        } << R"({"at":{"city":"Köln","zip":"01067"},"l":[{"sku":"A"},{"sku":"B"}]})"_ba;
        QTest::addRow("numbered entries keep their places")
            << QList { InsightCells { "", "", "", "2", "", "", "", "", "A" },
                       InsightCells { "", "", "1", "9", "", "", "", "", "" },
                       InsightCells { "", "", "", "", "3.5", "", "", "", "" } }
            << R"({"n":[1,2,3.5],"l":[{"sku":"A"}]})"_ba;
        QTest::addRow("numbers that nobody has")
            << QList { InsightCells { "", "", "1", "", "", "", "", "", "" },
                       InsightCells { "", "", "", "", "3", "", "", "", "" } }
            << R"({"n":[1,3]})"_ba;
        QTest::addRow("groups in numbered entries")
            << QList { InsightCells { "", "", "", "", "", "", "\" ,]", "", "" },
                       InsightCells { "", "", "", "", "", "a", "no", "", "B" } }
            << "{\"p\":[{\"k\":\"a\"},{\"k\":\"\\\" ,]\"}],\"l\":[{\"sku\":\"B\"}]}"_ba;
        QTest::addRow("a list in a cell is one value")
            << QList { InsightCells { "", "", "", "", "", "", "", "", "A" },
                       InsightCells { "", "", "", "", "", "", "", "x|y", "" },
                       InsightCells { "", "", "", "", "", "", "", "z", "B" } }
            << R"({"tags":["x","y"],"l":[{"sku":"A"},{"sku":"B"}]})"_ba;
        QTest::addRow("all by the second")
            << QList { InsightCells { "", "", "", "", "", "", "", "", "" },
                       InsightCells { "U", "", "1", "", "2", "", "b", "x", "B" } }
            << R"({"at":{"city":"U"},"n":[1,2],"p":[{"k":"b"}],"tags":["x"],"l":[{"sku":"B"}]})"_ba;
    }
    void mergesWhatTheFirstRowLacks()
    {
        QFETCH(const QList<InsightCells>, rows);
        QFETCH(const QByteArray, object);
        const std::vector<Field> fields { insightField(u"at.city"_s),
                                          insightField(u"at.zip"_s),
                                          insightField(u"n[1]"_s, FieldType::Number),
                                          insightField(u"n[2]"_s, FieldType::Number),
                                          insightField(u"n[3]"_s, FieldType::Number),
                                          insightField(u"p[1].k"_s),
                                          insightField(u"p[2].k"_s),
                                          insightField(u"tags"_s, FieldType::Text, u"|"_s),
                                          insightField(u"l[].sku"_s) };
        for (const auto spelling : { JsonSpelling::Plain, JsonSpelling::InText }) {
            const InsightRecord record(namesOf(fields), schemaOf(fields), u"l"_s, spelling);
            QByteArrayList objects;
            for (const InsightCells &row : rows) {
                OutBuffer out;
                record.append(viewsOf(row), out);
                objects << bytesOf(out);
            }
            OutBuffer out;
            record.merge(viewsOf(objects), out);
            const QByteArray merged
                = spelling == JsonSpelling::Plain ? bytesOf(out) : readOutOfText(bytesOf(out));
            QCOMPARE(QJsonDocument::fromJson(merged).object(), QJsonDocument::fromJson(object).object());
            QVERIFY(!QJsonDocument::fromJson(merged).isNull());
        }
    }

    /// A record of many rows is what Qt reads as the same record with all its entries.
    void mergesWhateverStandsInTheRows()
    {
        QRandomGenerator chance(20261122);
        const QByteArrayList pieces { "\"", "\\", "\n",   "]}", "\",\"", "products\":[",
                                      "ü",  "😀",  "\x02", "{",  "a" };
        const auto text = [&] {
            QByteArray made;
            for (auto left = chance.bounded(6); left > 0; --left)
                made += pieces[chance.bounded(pieces.size())];
            return made;
        };
        for (int turn = 0; turn < 400; ++turn) {
            const auto version = turn % 2 ? InsightVersion::V2 : InsightVersion::V3;
            const auto made = encoder(version, m_order, orders(u"products"_s));
            QList<InsightCells> rows;
            QJsonArray entries;
            const QByteArray key = text() + "k";
            const QByteArray id = text();
            for (auto left = chance.bounded(1, 5); left > 0; --left) {
                const QByteArray sku = text();
                rows << InsightCells { key, "a@b.example", id, "", sku, "" };
                if (!sku.isEmpty())
                    entries.append(QJsonObject { { u"sku"_s, QString::fromUtf8(sku) } });
            }
            QJsonObject expected;
            if (!id.isEmpty())
                expected.insert(u"id"_s, QString::fromUtf8(id));
            if (!entries.isEmpty())
                expected.insert(u"products"_s, entries);
            const QJsonObject record = QJsonDocument::fromJson(merged(made, rows).chopped(1)).object();
            QCOMPARE(record.value(u"key"_s).toString().toUtf8(), key);
            const QJsonValue json = record.value(u"json"_s);
            QCOMPARE(version == InsightVersion::V3
                         ? json.toObject()
                         : QJsonDocument::fromJson(json.toString().toUtf8()).object(),
                     expected);
        }
    }

    void readsItsKeysAgain_data()
    {
        QTest::addColumn<InsightVersion>("version");
        QTest::addRow("v2") << InsightVersion::V2;
        QTest::addRow("v3") << InsightVersion::V3;
    }
    void readsItsKeysAgain()
    {
        QFETCH(const InsightVersion, version);
        const QByteArrayList keys { "S-1", "S \"2\"\\", "grün", "", "key", "S-1" };
        const std::vector<Field> fields { insightField(u"$key"_s), insightField(u"key"_s),
                                          insightField(u"a.key"_s) };
        const auto made = encoder(version, fields);
        QByteArray part = made.prologue();
        for (const QByteArray &key : keys)
            part += encoded(made, { key, "no key \"key\":\"x\"", "x" });
        part = part.chopped(1) + made.epilogue();
        QByteArrayList read;
        const auto take
            = [&read](std::string_view key) { read << QByteArray(key.data(), qsizetype(key.size())); };
        QVERIFY(made.readKeys(written(part), take));
        QCOMPARE(read, keys);
        const auto cut = made.readKeys(written(part.chopped(5)), take);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, Error::Kind::Storage);
        const auto gone = made.readKeys(m_folder.filePath(u"gone"_s), take);
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::Storage);
    }

private:
    QString written(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"part"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

} // namespace rowlift

QTEST_APPLESS_MAIN(rowlift::TestDotdigitalInsightRecord)
#include "test_dotdigital_insight_record.moc"
