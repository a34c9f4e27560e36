#include "app/check/row_rules.h"
#include "app/practice/marketo/fields.h"
#include "app/practice/marketo/values.h"
#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/values.h"
#include "app/service/marketo/schema_reader.h"
#include "app/service/salesforce/schema_reader.h"

#include <QRandomGenerator>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// The check against the practice servers' own judgement: a "problem" leaves a row out, so it may only be
/// said of what the service is certain to refuse. Marketo has no rules of its own that only the account
/// knows: there it holds the other way round as well.
class TestCheckAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesNothingThatTheServiceTakes_data();
    void refusesNothingThatTheServiceTakes();
    void judgesAsMarketoDoes();

private:
    static std::vector<QByteArray> valuesToTry(const Field &field);

    const practice::salesforce::Catalog m_catalog;
};

/// What people and programs write, beside what \a field takes, and scraps put together at random.
std::vector<QByteArray> TestCheckAgreement::valuesToTry(const Field &field)
{
    std::vector<QByteArray> values { "0",
                                     "1",
                                     "-1",
                                     "+7",
                                     "007",
                                     "5.",
                                     ".5",
                                     "12,5",
                                     "12.5",
                                     "1.234",
                                     "1,234",
                                     "1 234,50",
                                     "1e3",
                                     "1E+03",
                                     "-2.5e-7",
                                     "1e400",
                                     "1e-400",
                                     "99999",
                                     "100000",
                                     "999999999",
                                     "1000000000",
                                     "2147483648",
                                     "-99999.999",
                                     "00000000000000000000000012",
                                     "€ 5",
                                     "50%",
                                     "--5",
                                     "NaN",
                                     "true",
                                     "TRUE",
                                     "False",
                                     "ja",
                                     "x",
                                     "maybe",
                                     "2026-03-14",
                                     "2026-03-14Z",
                                     "1988-02-30",
                                     "14.03.2026",
                                     "03/04/2026",
                                     "2026-03-14T10:20:30Z",
                                     "2026-03-14T10:20:30.123456789+02:00",
                                     "2026-03-14T10:20:30.000+0530",
                                     "2026-03-14T24:00:00Z",
                                     "2026-03-14 10:20",
                                     "10:20:30Z",
                                     "a@b.example",
                                     "a@b",
                                     "@b.example",
                                     "a b@c.example",
                                     "a@b@c.example",
                                     "ä@b.example",
                                     " a@b.example ",
                                     "a@b.example\r\n",
                                     "#N/A",
                                     "#n/a",
                                     "null",
                                     "a;b",
                                     "a; b;",
                                     ";",
                                     "DE",
                                     "Germany",
                                     "de",
                                     "Web",
                                     "web",
                                     "Mr.",
                                     "Hot",
                                     "0018c00002hMS4m",
                                     "0038c00002hMS4mAAG",
                                     "0038c00002hMS4maag",
                                     "003gK00000AbCdEQAV",
                                     "0038c00002hMS4mAAA",
                                     "Acme",
                                     " ",
                                     "\t",
                                     "\"",
                                     "'",
                                     "=1+1" };
    const int length = std::max(field.length, 1);
    for (const int size : { length - 1, length, length + 1 }) {
        values.push_back(QByteArray(size, 'a'));
        values.push_back(u"ä"_s.repeated(size).toUtf8());
        values.push_back(u"😀"_s.repeated(size / 2).toUtf8());
        values.push_back("\r\n"_ba.repeated(size));
        values.push_back(QByteArray(size, ' ') + 'a');
    }
    constexpr std::array scraps { "0", "1", "99", ".", ",", "-", "+", "e",
                                  "T", "Z", ":",  "@", "a", ";", " ", "%" };
    QRandomGenerator chance(20'26); // the same ones each time
    for (int count = 0; count < 600; ++count) {
        QByteArray value;
        for (int size = chance.bounded(1, 9); size > 0; --size)
            value += scraps[std::size_t(chance.bounded(int(scraps.size())))];
        values.push_back(value);
    }
    return values;
}

void TestCheckAgreement::refusesNothingThatTheServiceTakes_data()
{
    QTest::addColumn<QByteArray>("object");
    for (const char *object : { "Contact", "Lead", "Campaign", "Account" })
        QTest::newRow(object) << QByteArray(object);
}

void TestCheckAgreement::refusesNothingThatTheServiceTakes()
{
    QFETCH(const QByteArray, object);
    const auto schema = salesforce::readSchema(m_catalog.describe(object, "v61.0", "http://127.0.0.1"));
    QVERIFY(schema);
    const practice::salesforce::Object *theirs = m_catalog.object(object);
    int judged = 0;
    int refused = 0;
    for (const Field &field : schema->fields) {
        if (!field.creatable || !field.standsFor.isEmpty()) // which parents there are, only the org knows
            continue;
        Draft draft;
        draft.header = QStringList { field.name };
        draft.target
            = { .object = QString::fromLatin1(object), .operation = Operation::Update, .keyField = {} };
        ColumnMapping column;
        column.column = column.field = field.name;
        draft.mapping.columns = { column };
        RecordBuilder builder(draft.mapping, *schema, draft.target);
        RowRules rules(draft, *schema);
        for (const QByteArray &value : valuesToTry(field)) {
            const std::string_view cell(value.constData(), std::size_t(value.size()));
            const BuiltRecord &record = builder.build({ &cell, 1 });
            const auto findings = rules.judge({ &cell, 1 }, record);
            ++judged;
            if (std::ranges::none_of(
                    findings, [](const Finding &finding) { return finding.severity == Severity::Problem; }))
                continue;
            ++refused;
            if (record.cleared[0]) { // refused by what the field must have, whatever the value
                QVERIFY2(field.required || !field.clearable, qPrintable(field.name));
                continue;
            }
            std::string sent(record.values[0]);
            for (auto at = sent.find("\r\n"); at != sent.npos; at = sent.find("\r\n"))
                sent.erase(at, 1);
            const auto verdict = practice::salesforce::convertedValue(
                m_catalog, *theirs->field(field.name.toStdString()), sent, 0);
            QVERIFY2(!verdict.code.isEmpty(),
                     qPrintable(u"%1 takes “%2”"_s.arg(field.name, QString::fromUtf8(value))));
        }
    }
    QVERIFY(judged > 5'000);
    QVERIFY(refused > 500);
}

void TestCheckAgreement::judgesAsMarketoDoes()
{
    const practice::marketo::Fields theirs = practice::marketo::leadFields();
    const auto schema = marketo::readSchema(R"({"requestId":"1#1","success":true,"result":)"
                                            + practice::marketo::leadDescribe2(theirs) + '}');
    QVERIFY(schema);
    int judged = 0;
    int refused = 0;
    int cleared = 0;
    int warned = 0;
    for (const Field &field : schema->fields) {
        if (!field.creatable)
            continue;
        Draft draft;
        draft.header = QStringList { field.name };
        draft.target = { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
        ColumnMapping column;
        column.column = column.field = field.name;
        column.treatment.dates.order = DateOrder::DayFirst;
        column.treatment.consent = ConsentSend::Both; // all that is sent is judged
        draft.mapping.columns = { column };
        RecordBuilder builder(draft.mapping, *schema, draft.target);
        RowRules rules(draft, *schema);
        std::vector<QByteArray> values = valuesToTry(field);
        for (const char *value :
             { "NULL", "nUlL", "nully", "9223372036854775807", "9223372036854775808", "-9223372036854775809",
               "30 %", "12.50 %", "https://b.example", "www.b.example", "jörg@b.example", "Jo <jo@b.example>",
               "a@b.example;c@d.example" })
            values.push_back(value);
        const int bytes = std::max(field.bytes, 1);
        for (const int size : { bytes, bytes + 1 })
            values.push_back(QByteArray(size - size % 2, 'b') + QByteArray(size % 2, 'c'));
        const practice::marketo::Field *judge = theirs.named(field.name.toLatin1());
        QVERIFY2(judge, qPrintable(field.name));
        for (const QByteArray &value : values) {
            const std::string_view cell(value.constData(), std::size_t(value.size()));
            const BuiltRecord &record = builder.build({ &cell, 1 });
            const auto findings = rules.judge({ &cell, 1 }, record);
            const bool isProblem = std::ranges::any_of(
                findings, [](const Finding &finding) { return finding.severity == Severity::Problem; });
            const std::string_view sent = record.values[0];
            const QString what = u"%1: “%2”"_s.arg(field.name, QString::fromUtf8(value.left(60)));
            ++judged;
            QVERIFY2(record.cleared[0] == (!sent.empty() && practice::marketo::isNull(sent)),
                     qPrintable(what));
            if (record.cleared[0]) {
                QVERIFY2(std::ranges::any_of(
                             findings, [](const Finding &finding) { return finding.rule == Rule::Clears; }),
                         qPrintable(what));
                ++cleared;
                continue;
            }
            if (sent.empty()) { // left alone, but in what finds the person
                QVERIFY2(isProblem == (field.name == draft.target.keyField), qPrintable(what));
                continue;
            }
            const auto verdict = practice::marketo::literalOf(*judge, sent);
            const bool isRefused = verdict.fault != practice::marketo::Literal::Fault::None;
            // Whether the length of a long text is told in characters or bytes, the contract leaves open.
            const bool mayBeEither = field.bytes > 0 && field.length > 0 && std::ssize(sent) > field.length
                && std::ssize(sent) <= field.bytes;
            if (mayBeEither && !isProblem)
                continue;
            QVERIFY2(isProblem == isRefused,
                     qPrintable(what + (isRefused ? u" is refused"_s : u" is taken"_s)));
            refused += isRefused ? 1 : 0;
            if (verdict.oddEmail && !isRefused) {
                QVERIFY2(!findings.empty(), qPrintable(what + u" is warned of"_s));
                ++warned;
            }
        }
    }
    QVERIFY(judged > 5'000);
    QVERIFY(refused > 500);
    QVERIFY(cleared > 20);
    QVERIFY(warned > 20);
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCheckAgreement)
#include "test_check_agreement.moc"
