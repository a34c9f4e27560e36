#include "app/mapping/consent_count.h"
#include "app/mapping/mapping_json.h"
#include "app/mapping/reading_survey.h"
#include "tests/unit/mapping/built_for_tests.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// "email-", "phone+": by what, and whether yes stops (-) or allows (+); empty: it is not of consent.
QString said(const std::optional<ConsentSense> &sense)
{
    if (!sense)
        return {};
    static const QHash<ContactBy, QString> ways {
        { ContactBy::Any, u"any"_s },     { ContactBy::Email, u"email"_s },
        { ContactBy::Phone, u"phone"_s }, { ContactBy::TextMessage, u"text"_s },
        { ContactBy::Fax, u"fax"_s },     { ContactBy::Post, u"post"_s },
        { ContactBy::Else, u"else"_s },
    };
    return ways.value(sense->by) + (sense->yesStops ? u'-' : u'+');
}

Schema consentSchema(const QString &name, FieldType type = FieldType::Boolean)
{
    Schema schema;
    schema.fields = { fieldNamed(u"email"_s, FieldType::Email), fieldNamed(name, type) };
    schema.forms.clear = "NULL";
    return schema;
}

QString sentTo(const QString &field, FieldType type, const Treatment &treatment, const QString &cell,
               Operation operation, BlankMeaning blank = BlankMeaning::Leave)
{
    Mapping mapping = mappingTo(field, treatment);
    mapping.blank = blank;
    return sent(mapping, consentSchema(field, type), { cell },
                { .object = u"leads"_s, .operation = operation, .keyField = u"email"_s })
        .front();
}

} // namespace

class TestMappingConsent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNames_data();
    void readsNames();
    void readsFields();
    void readsValues_data();
    void readsValues();
    void sendsOnlyStops_data();
    void sendsOnlyStops();
    void turnsRound_data();
    void turnsRound();
    void asksWhatIsNeither();
    void rulesDecide();
    void blanksNeverClearConsent_data();
    void blanksNeverClearConsent();
    void heldBackIsTold();
    void mapsTurned();
    void surveysTurnedAndTexts();
    void countsWhatTheRowsSay();
    void isKeptInFiles();
};

void TestMappingConsent::readsNames_data()
{
    QTest::addColumn<QString>("said");
    const auto rows = [](const QString &said, QStringView names) {
        for (const QStringView name : names.split(u'|'))
            QTest::newRow(name.toUtf8().constData()) << said;
    };
    rows(u"email-"_s,
         u"unsubscribed|Unsubscribed|emailOptOut|HasOptedOutOfEmail|Email Opt Out|Opted out|"
         u"Newsletter abbestellt|Newsletterabmeldung|kein Newsletter|Mailsperre|désabonné|"
         u"désinscrit newsletter|dado de baja|disiscritto|afgemeld|geen nieuwsbrief|"
         u"descadastrado|wypisany|avmeldt|メール配信停止|not subscribed|Newsletter consent withdrawn|"
         u"hs_email_optout|emailSuspended|No email please|E-Mail-Verbot");
    rows(u"email+"_s,
         u"Newsletter|newsletter opt-in|subscribed|Newsletter ok|Newsletter (ja/nein)|Email opt in|"
         u"Newslettereinwilligung|Einwilligung|E-Mail erlaubt|abonné newsletter|consentement|"
         u"consentimiento|suscrito al boletín|iscrizione newsletter|nieuwsbrief|zgoda|samtycke|"
         u"メルマガ|Accepts email|Newsletter gewünscht|Newsletter status|not opted out");
    rows(u"phone-"_s,
         u"doNotCall|Do Not Call|DNC|nicht anrufen|Telefonsperre|ne pas appeler|no llamar|"
         u"non chiamare|niet bellen|não ligar|nie dzwonić|ring inte|電話不可|Phone opt-out");
    rows(u"phone+"_s, u"Telefonwerbung erlaubt|Phone permission|Calls allowed|Anruf ok");
    rows(u"text+"_s, u"SMS opt-in|sms_consent|WhatsApp opt in");
    rows(u"text-"_s, u"SMS opt-out|sms unsubscribed|Do not text");
    rows(u"fax-"_s, u"HasOptedOutOfFax|Fax opt out|kein Fax");
    rows(u"post-"_s, u"Postal opt-out|keine Post|Postsperre");
    rows(u"any-"_s,
         u"marketingSuspended|Marketing Suspended|blackListed|Do not contact|Kontaktsperre|"
         u"nicht kontaktieren|Werbung verboten");
    rows(u"any+"_s, u"Werbung erlaubt|Contact permission");
    rows({},
         u"Email|Phone|Company|Status|Country|Opt-in date|Unsubscribed reason|unsubscribedReason|"
         u"doNotCallReason|marketingSuspendedCause|Consent text|Consent IP|OptInType|Newsletter topic name|"
         u"Subscription type|Blocked|Allowed|Account suspended|First name|Notes|Call count|"
         u"Last newsletter|Datum der Einwilligung|Emailadresse|Postal code|Contact owner|Kontakt");
}

void TestMappingConsent::readsNames()
{
    QTEST(said(consentSense(QString::fromUtf8(QTest::currentDataTag()))), "said");
}

void TestMappingConsent::readsFields()
{
    Field field = fieldNamed(u"Custom_7__c"_s, FieldType::Boolean);
    field.label = u"No Newsletter"_s;
    QCOMPARE(said(consentSense(field)), u"email-"_s);
    field.name = u"Newsletter__c"_s; // named otherwise once
    QCOMPARE(said(consentSense(field)), u"email-"_s);
    field.label = u"Box 7"_s;
    QCOMPARE(said(consentSense(field)), u"email+"_s);
    field.type = FieldType::Date;
    QVERIFY(!consentSense(field));
    field.type = FieldType::Integer;
    QVERIFY(!consentSense(field));
}

void TestMappingConsent::readsValues_data()
{
    QTest::addColumn<bool>("yesStops");
    QTest::addColumn<QString>("means"); // "stop", "allow", or nothing
    const auto row = [](const char *value, bool yesStops, const QString &means) {
        QTest::addRow("%s%s", value, yesStops ? ", yes stops" : "") << yesStops << means;
    };
    for (const char *yes : { "yes", "ja", "1", "TRUE", "x", "oui" }) {
        row(yes, true, u"stop"_s);
        row(yes, false, u"allow"_s);
    }
    for (const char *no : { "no", "nein", "0" }) {
        row(no, true, u"allow"_s);
        row(no, false, u"stop"_s);
    }
    for (const bool yesStops : { true, false }) {
        for (const char *stop : { "unsubscribed", "Opted Out", "abgemeldet", "désinscrit", "配信停止" })
            row(stop, yesStops, u"stop"_s);
        for (const char *allow : { "Subscribed", "opt-in", "angemeldet", "abonné", "同意" })
            row(allow, yesStops, u"allow"_s);
        for (const char *neither : { "maybe", "pending", "2", "weekly", "bounced" })
            row(neither, yesStops, {});
    }
}

void TestMappingConsent::readsValues()
{
    QFETCH(const bool, yesStops);
    const QByteArray value = QByteArray(QTest::currentDataTag()).replace(", yes stops", "");
    const auto stops = stopsContact({ value.constData(), static_cast<std::size_t>(value.size()) }, yesStops);
    QTEST(!stops ? QString() : *stops ? u"stop"_s : u"allow"_s, "means");
}

void TestMappingConsent::sendsOnlyStops_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("whenAdded");
    QTest::addColumn<QString>("whenChanged");
    const auto row = [](const char *name, const QString &field, const QString &cell, const QString &added,
                        const QString &changed) { QTest::newRow(name) << field << cell << added << changed; };
    row("unsubscribed", u"unsubscribed"_s, u"ja"_s, u"true"_s, u"true"_s);
    row("subscribed", u"unsubscribed"_s, u"nein"_s, u"false"_s, {});
    row("in its own form", u"unsubscribed"_s, u"false"_s, u"false"_s, {});
    row("wants none", u"newsletterOptIn"_s, u"no"_s, u"false"_s, u"false"_s);
    row("wants one", u"newsletterOptIn"_s, u"yes"_s, u"true"_s, {});
    row("do not call", u"doNotCall"_s, u"0"_s, u"false"_s, {});
    row("of nothing like it", u"isPartner"_s, u"no"_s, u"false"_s, u"false"_s);
}

void TestMappingConsent::sendsOnlyStops()
{
    QFETCH(const QString, field);
    QFETCH(const QString, cell);
    QFETCH(const QString, whenChanged);
    const auto sentBy = [&](Operation operation, std::optional<ConsentSend> consent) {
        return sentTo(field, FieldType::Boolean, { .consent = consent }, cell, operation);
    };
    QTEST(sentBy(Operation::Insert, {}), "whenAdded");
    QTEST(sentBy(Operation::Upsert, {}), "whenChanged");
    QTEST(sentBy(Operation::Update, {}), "whenChanged");
    QTEST(sentBy(Operation::Upsert, ConsentSend::Both), "whenAdded");
    QTEST(sentBy(Operation::Insert, ConsentSend::OnlyStops), "whenChanged");
    Mapping fixed;
    fixed.extras = { { .field = field, .text = cell } };
    QCOMPARE(sent(fixed, consentSchema(field), {},
                  { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s }),
             QStringList { whenChanged });
}

void TestMappingConsent::turnsRound_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("added");
    QTest::addColumn<QString>("changed");
    QTest::newRow("yes") << u"ja"_s << u"false"_s << QString();
    QTest::newRow("no") << u"nein"_s << u"true"_s << u"true"_s;
    QTest::newRow("true") << u"true"_s << u"false"_s << QString();
    QTest::newRow("false") << u"FALSE"_s << u"true"_s << u"true"_s;
    QTest::newRow("blank") << u" "_s << QString() << QString();
    QTest::newRow("neither") << u"vielleicht"_s << u"!vielleicht"_s << u"!vielleicht"_s;
}

void TestMappingConsent::turnsRound()
{
    QFETCH(const QString, cell);
    const Treatment turned { .turned = true };
    QTEST(sentTo(u"unsubscribed"_s, FieldType::Boolean, turned, cell, Operation::Insert), "added");
    QTEST(sentTo(u"unsubscribed"_s, FieldType::Boolean, turned, cell, Operation::Upsert), "changed");
    // The same words over and over.
    RecordBuilder builder(mappingTo(u"unsubscribed"_s, turned), consentSchema(u"unsubscribed"_s));
    for (const QString &each : { u"true"_s, u"false"_s, u"true"_s, u"ja"_s, u"ja"_s, u"nein"_s })
        QCOMPARE(sent(builder, { each }).front(), each == u"true" || each == u"ja" ? u"false"_s : u"true"_s);
}

void TestMappingConsent::asksWhatIsNeither()
{
    const auto sentText = [](const QString &cell, Operation operation, const Treatment &treatment = {}) {
        return sentTo(u"newsletterStatus"_s, FieldType::Text, treatment, cell, operation);
    };
    QCOMPARE(sentText(u"Unsubscribed"_s, Operation::Upsert), u"Unsubscribed"_s);
    QCOMPARE(sentText(u"Subscribed"_s, Operation::Upsert), QString());
    QCOMPARE(sentText(u"pending"_s, Operation::Upsert), u"!pending"_s);
    QCOMPARE(sentText(u"pending"_s, Operation::Insert), u"pending"_s);
    QCOMPARE(sentText(u"pending"_s, Operation::Upsert, { .consent = ConsentSend::Both }), u"pending"_s);
}

void TestMappingConsent::rulesDecide()
{
    const auto ruled = [](const QString &field, FieldType type, const QString &to, bool turned = false) {
        return sentTo(field, type, { .values = { { .from = u"pending"_s, .to = to } }, .turned = turned },
                      u"Pending"_s, Operation::Upsert);
    };
    QCOMPARE(ruled(u"unsubscribed"_s, FieldType::Boolean, u"true"_s), u"true"_s);
    QCOMPARE(ruled(u"unsubscribed"_s, FieldType::Boolean, u"false"_s), QString());
    // A rule says what is sent: it is not turned round.
    QCOMPARE(ruled(u"unsubscribed"_s, FieldType::Boolean, u"true"_s, true), u"true"_s);
    QCOMPARE(ruled(u"newsletterStatus"_s, FieldType::Text, u"pending"_s), u"pending"_s);
    QCOMPARE(ruled(u"newsletterStatus"_s, FieldType::Text, u"subscribed"_s), QString());
    QCOMPARE(ruled(u"newsletterStatus"_s, FieldType::Text, {}), QString());
}

void TestMappingConsent::blanksNeverClearConsent_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<Treatment>("treatment");
    QTest::addColumn<QString>("sentWhenChanged");
    const Treatment both { .consent = ConsentSend::Both };
    const Treatment bothCleared { .blank = BlankMeaning::Clear, .consent = ConsentSend::Both };
    QTest::newRow("blank") << QString() << Treatment() << QString();
    QTest::newRow("blank, said of the field")
        << QString() << Treatment { .blank = BlankMeaning::Clear } << QString();
    QTest::newRow("word") << u"NULL"_s << Treatment() << QString();
    QTest::newRow("blank, both are sent") << QString() << both << QString();
    QTest::newRow("blank, both are sent, said of the field") << QString() << bothCleared << u"∅NULL"_s;
    QTest::newRow("word, both are sent") << u"NULL"_s << both << u"∅NULL"_s;
}

void TestMappingConsent::blanksNeverClearConsent()
{
    QFETCH(const QString, cell);
    QFETCH(const Treatment, treatment);
    QTEST(sentTo(u"unsubscribed"_s, FieldType::Boolean, treatment, cell, Operation::Upsert,
                 BlankMeaning::Clear),
          "sentWhenChanged");
    QCOMPARE(sentTo(u"isPartner"_s, FieldType::Boolean, {}, cell, Operation::Upsert, BlankMeaning::Clear),
             u"∅NULL"_s);
}

void TestMappingConsent::heldBackIsTold()
{
    Mapping mapping = mappingTo(u"unsubscribed"_s);
    mapping.blank = BlankMeaning::Clear;
    RecordBuilder builder(mapping, consentSchema(u"unsubscribed"_s),
                          { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s });
    const auto heldOf = [&builder](std::string_view cell) {
        const BuiltRecord &record = builder.build({ &cell, 1 });
        return record.held.empty() ? Held::No : record.held.front().why;
    };
    QCOMPARE(heldOf("no"), Held::Allows);
    QCOMPARE(heldOf("yes"), Held::No);
    QCOMPARE(heldOf(""), Held::Clears);
    QCOMPARE(heldOf("no"), Held::Allows);
    const std::string_view no("no");
    QCOMPARE(builder.trail(0, { &no, 1 }).held, Held::Allows);
}

void TestMappingConsent::mapsTurned()
{
    ColumnLook column;
    column.name = u"Newsletter ok"_s;
    QVERIFY(
        mapTo(column, u"unsubscribed"_s, consentSchema(u"unsubscribed"_s), Because::You).treatment.turned);
    QVERIFY(!mapTo(column, u"newsletter"_s, consentSchema(u"newsletter"_s), Because::You).treatment.turned);
    QVERIFY(!mapTo(column, u"unsubscribed"_s, consentSchema(u"unsubscribed"_s, FieldType::Text), Because::You)
                 .treatment.turned);
    column.name = u"Partner"_s;
    QVERIFY(
        !mapTo(column, u"unsubscribed"_s, consentSchema(u"unsubscribed"_s), Because::You).treatment.turned);
}

void TestMappingConsent::surveysTurnedAndTexts()
{
    const auto surveyed = [](const Mapping &mapping, const Schema &schema) {
        ReadingSurvey survey(mapping, schema);
        for (const std::string_view cell : { "ja", "ja", "unsubscribed", "hm" }) {
            const std::array<std::string_view, 1> cells { cell };
            survey.add(0, cells);
        }
        return survey.result();
    };
    const ValueSurvey boxes
        = surveyed(mappingTo(u"unsubscribed"_s, { .turned = true }), consentSchema(u"unsubscribed"_s));
    const auto &values = boxes.of(u"unsubscribed")->values->values;
    QCOMPARE(values.size(), std::size_t(3));
    QCOMPARE(values[0].value, u"ja"_s);
    QCOMPARE(values[0].becomes, u"false"_s);
    const auto word = std::ranges::find(values, u"unsubscribed"_s, &ListedValue::value);
    QVERIFY(!word->known); // offered, not taken
    QCOMPARE(word->guess, u"true"_s);
    const ValueSurvey texts
        = surveyed(mappingTo(u"newsletterStatus"_s), consentSchema(u"newsletterStatus"_s, FieldType::Text));
    QVERIFY(texts.of(u"newsletterStatus"));
    QCOMPARE(texts.of(u"newsletterStatus")->values->unknown, 1);
    QVERIFY(surveyed(mappingTo(u"city"_s), consentSchema(u"city"_s, FieldType::Text)).fields.empty());
}

void TestMappingConsent::countsWhatTheRowsSay()
{
    const Schema schema = consentSchema(u"unsubscribed"_s);
    const Field &field = *schema.field(u"unsubscribed");
    ListSurvey values;
    values.values = { { .value = u"ja"_s, .rows = 31'000 },
                      { .value = u"nein"_s, .rows = 4'000 },
                      { .value = u"no"_s, .rows = 210 },
                      { .value = u"pending"_s, .rows = 12 } };
    const auto counted
        = [&](const Treatment &treatment) { return consentCount(values, treatment, field, schema.forms); };
    const ConsentCount turned = counted({ .turned = true });
    QCOMPARE(turned.allows, 31'000);
    QCOMPARE(turned.stops, 4'210);
    QCOMPARE(turned.unclear, 12);
    QCOMPARE(turned.allowValues, QStringList { u"ja"_s });
    QCOMPARE(turned.stopValues, (QStringList { u"nein"_s, u"no"_s }));
    QCOMPARE(turned.unclearValues, QStringList { u"pending"_s });
    QCOMPARE(counted({}).stops, 31'000);
    QCOMPARE(counted({}).allows, 4'210);
    const ConsentCount ruled
        = counted({ .values = { { u"pending"_s, u"true"_s }, { u"NO"_s, {} } }, .turned = true });
    QCOMPARE(ruled.stops, 4'012);
    QCOMPARE(ruled.unclear, 0);
    // A text says by its rule that it is to be sent.
    const Schema texts = consentSchema(u"newsletterStatus"_s, FieldType::Text);
    const ConsentCount decided = consentCount(values, { .values = { { u"pending"_s, u"pending"_s } } },
                                              *texts.field(u"newsletterStatus"), texts.forms);
    QCOMPARE(decided.allows, 31'000);
    QCOMPARE(decided.stops, 4'222);
}

void TestMappingConsent::isKeptInFiles()
{
    Mapping mapping = mappingTo(u"unsubscribed"_s, { .turned = true, .consent = ConsentSend::Both });
    mapping.columns.front().because = Because::Opposite;
    mapping.extras = { { .field = u"doNotCall"_s,
                         .columns = { u"C"_s },
                         .treatment = { .turned = true, .consent = ConsentSend::OnlyStops } } };
    const auto read = mappingFrom(toJson(mapping));
    QVERIFY(read);
    QCOMPARE(*read, mapping);
    QJsonObject json = toJson(mappingTo(u"unsubscribed"_s));
    QVERIFY(!json[u"columns"][0].toObject().contains(u"turned"_s));
    QVERIFY(!json[u"columns"][0].toObject().contains(u"consent"_s));
    json = toJson(mapping);
    QJsonArray columns = json[u"columns"].toArray();
    QJsonObject column = columns[0].toObject();
    column[u"consent"] = u"some"_s;
    columns[0] = column;
    json[u"columns"] = columns;
    QVERIFY(!mappingFrom(json));
}

QTEST_GUILESS_MAIN(TestMappingConsent)
#include "test_mapping_consent.moc"
