#include "app/check/check.h"
#include "app/check/row_rules.h"
#include "app/check/value_rules.h"
#include "app/mapping/properties.h"
#include "app/mapping/property_rules.h"
#include "app/practice/dotdigital/schema_freeze.h"
#include "app/service/dotdigital/insight_record.h"
#include "app/service/dotdigital/insight_schema.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
namespace far_end = practice::dotdigital;

/// The check against the practice server's own judgement of insight data: what is a problem there is refused
/// here, what is fine is taken; a heads-up may go either way.
class TestDotdigitalAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesValuesOfStoredTypes_data();
    void judgesValuesOfStoredTypes();
    void judgesFirstValues();
    void judgesNames_data();
    void judgesNames();
    void judgesNamesTogether_data();
    void judgesNamesTogether();

private:
    static Schema collection(const QByteArray &schema = "[]")
    {
        return dotdigital::readInsightSchema(
                   R"({"rowlift":"insightData","collection":"Orders","scope":"contact","type":"custom","api":"v3","schema":)"
                   + schema + '}')
            .value_or(Schema());
    }
    static Draft draftOf(const QString &property, std::optional<PropertyType> type)
    {
        Draft draft;
        draft.header = { property };
        draft.target = { .object = u"insightData/Orders"_s, .operation = Operation::Upsert };
        Treatment treatment;
        treatment.property = type;
        treatment.dates = { .order = DateOrder::DayFirst, .zone = "UTC" };
        draft.mapping.columns = { { .column = property, .field = property, .treatment = treatment } };
        return draft;
    }
    /// What the service says of a record with \a values of \a names, in a collection that has \a stored.
    static far_end::Fault judge(const QStringList &names, const Schema &schema,
                                const std::vector<std::string> &values, const QByteArray &stored = "{}")
    {
        const far_end::InsightBounds bounds { practice::Switches() };
        far_end::CollectionForm form;
        far_end::JsonTree tree;
        if (!tree.parse({ stored.constData(), std::size_t(stored.size()) })
            || !form.take(tree, bounds).none())
            qFatal("%s", stored.constData());
        OutBuffer out;
        const std::vector<std::string_view> views(values.begin(), values.end());
        dotdigital::InsightRecord(names, schema, {}, dotdigital::JsonSpelling::Plain).append(views, out);
        if (!tree.parse({ out.text().data(), out.size() }))
            return { "InvalidJson", QByteArray(out.text().data(), qsizetype(out.size())) };
        return form.take(tree, bounds);
    }
    static std::vector<QByteArray> valuesToTry();
};

std::vector<QByteArray> TestDotdigitalAgreement::valuesToTry()
{
    return { "0",
             "1",
             "-1",
             "+7",
             "007",
             "5.",
             ".5",
             "12,5",
             "12.5",
             "1.234,50",
             "1e3",
             "99999999999999999999",
             "1234567890123456789012345678",
             "12345678901234567890123456789",
             "0.00000000000000000000000000000001",
             "€ 5",
             "50%",
             "--5",
             "NaN",
             "Infinity",
             "true",
             "TRUE",
             "False",
             "ja",
             "nein",
             "x",
             "maybe",
             "2026-03-14",
             "14.03.2026",
             "31.02.2026",
             "2026-03-14T10:20:30Z",
             "2026-03-14T10:20:30.123+02:00",
             "2026-03-14 10:20",
             "14.03.2026 10:20",
             "10:20:30",
             "a@b.example",
             "\"",
             "\\",
             "{\"a\":1}",
             "[1]",
             "null",
             "NULL",
             "#N/A",
             "Größe",
             "a\nb",
             "\xF0\x9F\x98\x80" };
}

void TestDotdigitalAgreement::judgesValuesOfStoredTypes_data()
{
    QTest::addColumn<PropertyType>("type");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("text") << PropertyType::Text << QByteArray(R"({"p":"words"})");
    QTest::newRow("number") << PropertyType::Number << QByteArray(R"({"p":12.5})");
    QTest::newRow("yes or no") << PropertyType::YesNo << QByteArray(R"({"p":true})");
    QTest::newRow("date") << PropertyType::Date << QByteArray(R"({"p":"2026-02-03"})");
    QTest::newRow("moment") << PropertyType::DateTime << QByteArray(R"({"p":"2026-02-03T10:15:00Z"})");
}

void TestDotdigitalAgreement::judgesValuesOfStoredTypes()
{
    QFETCH(const PropertyType, type);
    QFETCH(const QByteArray, stored);
    const Draft draft = draftOf(u"p"_s, type);
    Schema schema = withProperties(collection(), draft.mapping);
    QVERIFY(schema.field(u"p"));
    RecordBuilder builder(draft.mapping, schema, draft.target);
    RowRules rules(draft, schema);
    int taken = 0;
    int refused = 0;
    for (const QByteArray &value : valuesToTry()) {
        const std::string_view cell(value.constData(), std::size_t(value.size()));
        const BuiltRecord &record = builder.build({ &cell, 1 });
        const auto findings = rules.judge({ &cell, 1 }, record);
        const bool isProblem = std::ranges::any_of(
            findings, [](const Finding &finding) { return finding.severity == Severity::Problem; });
        // Days that do not exist may look like some there; what they would become nobody can want.
        if (isProblem && isIsoDateOrTime(record.values[0]))
            continue;
        const far_end::Fault fault = judge({ u"p"_s }, schema, { std::string(record.values[0]) }, stored);
        if (findings.empty() || isProblem)
            QVERIFY2(isProblem == !fault.none(),
                     (value + ": " + (isProblem ? "a problem here, taken there" : fault.reason)).constData());
        ++(fault.none() ? taken : refused);
    }
    QVERIFY(taken > 1);
    QVERIFY(refused > 2 || type == PropertyType::Text);
}

/// The first record makes the type: a text that would make another one is told of.
void TestDotdigitalAgreement::judgesFirstValues()
{
    const Draft draft = draftOf(u"p"_s, PropertyType::Text);
    const Schema schema = withProperties(collection(), draft.mapping);
    RecordBuilder builder(draft.mapping, schema, draft.target);
    RowRules rules(draft, schema);
    const far_end::InsightBounds bounds { practice::Switches() };
    for (const QByteArray &value : valuesToTry()) {
        const std::string_view cell(value.constData(), std::size_t(value.size()));
        const BuiltRecord &record = builder.build({ &cell, 1 });
        const auto findings = rules.judge({ &cell, 1 }, record);
        const bool isTold = std::ranges::any_of(
            findings, [](const Finding &finding) { return finding.rule == Rule::LooksLikeDate; });
        OutBuffer out;
        dotdigital::InsightRecord({ u"p"_s }, schema, {}, dotdigital::JsonSpelling::Plain)
            .append(record.values, out);
        far_end::JsonTree tree;
        far_end::CollectionForm form;
        QVERIFY(tree.parse({ out.text().data(), out.size() }));
        QVERIFY(form.take(tree, bounds).none());
        QVERIFY2(form.json().contains("TIMESTAMP") == isTold, value.constData());
        QVERIFY2(form.json().contains("STRING") == !isTold, value.constData());
    }
}

void TestDotdigitalAgreement::judgesNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         { u"a"_s, u"_a"_s, u"order_total"_s, u"order-id"_s, u"A1"_s, u"1a"_s, u"a b"_s, u"größe"_s, u"a$"_s,
           u"-a"_s, u"a/b"_s, QString(255, u'a'), QString(256, u'a') })
        QTest::newRow(qPrintable(name.left(20) + QString::number(name.size()))) << name;
}

void TestDotdigitalAgreement::judgesNames()
{
    QFETCH(const QString, name);
    const Draft draft = draftOf(name, PropertyType::Text);
    const Schema schema = withProperties(collection(), draft.mapping);
    QCOMPARE(judge({ name }, schema, { "x" }).none(), propertyTrouble(name).isEmpty());
    QCOMPARE(clashes(draft, schema).isEmpty(), propertyTrouble(name).isEmpty());
}

void TestDotdigitalAgreement::judgesNamesTogether_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QByteArray>("stored"); ///< A record that is there.
    QTest::addColumn<QByteArray>("schema"); ///< What the service says of it.
    QTest::addColumn<bool>("goes");
    const auto row
        = [](const char *what, const QStringList &names, bool goes, const QByteArray &stored = "{}",
             const QByteArray &schema = "[]") { QTest::newRow(what) << names << stored << schema << goes; };
    row("two", { u"a"_s, u"b"_s }, true);
    row("group", { u"a.b"_s, u"a.c"_s, u"d"_s }, true);
    row("entries", { u"a[1].b"_s, u"a[2].b"_s }, true);
    row("dash and underscore", { u"a-b"_s, u"a_b"_s }, false);
    row("the same in a group", { u"g.a-b"_s, u"g.a_b"_s }, false);
    row("in two groups", { u"g.a-b"_s, u"h.a_b"_s }, true);
    const QByteArray text = R"({"order_id":"x"})";
    const QByteArray ofText = R"([{"name":"order_id","type":"STRING","mode":"NULLABLE"}])";
    row("beside a stored text", { u"other"_s }, true, text, ofText);
    row("group for a stored text", { u"order_id.b"_s }, false, text, ofText);
    row("list for a stored text", { u"order_id[1]"_s }, false, text, ofText);
    row("dash for a stored underscore", { u"order-id"_s }, false, text, ofText);
    const QByteArray group = R"({"a":{"b":"x"}})";
    const QByteArray ofGroup
        = R"([{"name":"a","type":"RECORD","mode":"NULLABLE","fields":[{"name":"b","type":"STRING","mode":"NULLABLE"}]}])";
    row("in a stored group", { u"a.c"_s }, true, group, ofGroup);
    row("text for a stored group", { u"a"_s }, false, group, ofGroup);
    row("list for a stored group", { u"a[1].b"_s }, false, group, ofGroup);
    const QByteArray list = R"({"a":["x"]})";
    const QByteArray ofList = R"([{"name":"a","type":"STRING","mode":"REPEATED"}])";
    row("entry of a stored list", { u"a[1]"_s }, true, list, ofList);
    row("group for a stored list", { u"a.b"_s }, false, list, ofList);
}

void TestDotdigitalAgreement::judgesNamesTogether()
{
    QFETCH(const QStringList, names);
    QFETCH(const QByteArray, stored);
    QFETCH(const QByteArray, schema);
    QFETCH(const bool, goes);
    Draft draft = draftOf(names.front(), PropertyType::Text);
    for (const QString &name : names.mid(1))
        draft.mapping.columns.push_back({ .column = name, .field = name });
    const Schema known = withProperties(collection(schema), draft.mapping);
    const QStringList said = clashes(draft, known);
    QVERIFY2(said.isEmpty() == goes, qPrintable(said.join(u'\n')));
    const std::vector<std::string> values(std::size_t(names.size()), "x");
    QCOMPARE(judge(names, known, values, stored).none(), goes);
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalAgreement)
#include "test_dotdigital_agreement.moc"
