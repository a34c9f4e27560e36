#include "app/service/dotdigital/api_error.h"
#include "app/service/dotdigital/contact_reasons.h"
#include "tests/unit/service/scripted_dotdigital.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Dotdigital's words for people: refusals, reasons, names of collections, and what can be chosen.
class TestDotdigitalWords : public QObject, test::ScriptedDotdigital {
    Q_OBJECT

private:
    static HttpRequest change()
    {
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(u"https://r1-api.dotdigital.com/v2/contacts/import"_s);
        return request;
    }
    static Schema ordersSchema()
    {
        Schema schema;
        Field field;
        field.name = u"order_total"_s;
        field.label = u"order_total"_s;
        field.isProperty = true;
        schema.fields.push_back(field);
        return schema;
    }

private Q_SLOTS:
    /// Source: contracts/dotdigital.md, 2: all words that matter, and what each means for a call that changes
    /// something.
    void saysWhatARefusalMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven"); // nothing was done
        QTest::addColumn<int>("seconds"); // of the wait; 0: none is named
        using Kind = Error::Kind;
        const auto add = [](const char *token, int status, Kind kind, bool proven = true, int seconds = 0) {
            QTest::addRow("%s", token) << status << kind << proven << seconds;
        };
        add("ERROR_INVALID_LOGIN", 401, Kind::SignIn);
        add("ERROR_APIUSAGE_EXCEEDED", 400, Kind::RateLimit, true, 60);
        add("ERROR_BODY_DOES_NOT_MATCH_CONTENT_TYPE", 400, Kind::Rejected);
        add("ERROR_CONTENT_TYPE_IS_NOT_SUPPORTED", 400, Kind::Rejected);
        add("ERROR_MALFORMED_REQUEST", 400, Kind::Rejected);
        add("ERROR_PARAMETER_INVALID", 400, Kind::Rejected);
        add("ERROR_IMPORT_NOT_FOUND", 404, Kind::Rejected);
        add("ERROR_IMPORT_REPORT_NOT_FOUND", 404, Kind::Rejected);
        add("ERROR_IMPORT_TOOMANYACTIVEIMPORTS", 400, Kind::QueueFull, true, 30);
        add("ERROR_IMPORT_UNSUPPORTED_FORMAT", 400, Kind::Rejected);
        add("ERROR_NO_EMAIL_COLUMN", 400, Kind::Rejected);
        add("ERROR_MULTI_FILE_UPLOAD_NOT_ALLOWED", 400, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME", 400, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_VALIDATION_FAILED", 400, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_STORAGE_ALLOWANCE_EXCEEDED", 400, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_COLLECTION_DOES_NOT_EXIST", 404, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_DOES_NOT_EXIST", 404, Kind::Rejected);
        add("ERROR_TRANSACTIONAL_DATA_COLLECTION_IS_RESTORING", 503, Kind::ServiceFault, true, 60);
        add("ERROR_FEATURENOTACTIVE", 400, Kind::Rejected);
        add("ERROR_ADDRESSBOOK_NOT_FOUND", 404, Kind::Rejected);
        add("ERROR_ADDRESSBOOK_NOTWRITABLE", 400, Kind::Rejected);
        add("ERROR_ADDRESSBOOK_IN_USE", 400, Kind::Rejected);
        add("ERROR_CONTACT_NOT_FOUND", 404, Kind::Rejected);
        add("ERROR_CONTACT_SUPPRESSED", 400, Kind::Rejected);
        add("ERROR_INVALID_EMAIL", 400, Kind::Rejected);
        add("ERROR_DATAFIELD_NOTFOUND", 400, Kind::Rejected);
        add("ERROR_NON_UNIQUE_DATAFIELD", 400, Kind::Rejected);
        add("ERROR_DATAFIELD_VALUE_OVERFLOW", 400, Kind::Rejected);
        add("ERROR_DATAFIELD_LIMITEXCEEDED", 400, Kind::Rejected);
        add("ERROR_SYSTEM_SERVICETEMPORARILYUNAVAILABLE", 503, Kind::ServiceFault);
        add("ERROR_UNKNOWN", 500, Kind::ServiceFault, false);
        for (const char *code :
             { "badJson", "invalidId", "importNotFound", "asyncJobNotFound", "collectionNotFound",
               "recordNotFound", "contactNotFound", "noRecordsSpecified" })
            add(QByteArray("insightData:").append(code).constData(), 400, Kind::Rejected);
        for (const char *code : { "badJson", "invalidId", "importNotFound", "invalidContacts",
                                  "contactNotFound", "idAlreadyExists", "invalidFilter" })
            add(QByteArray("contacts:").append(code).constData(), 400, Kind::Rejected);
        add("contacts:tooManyActiveImports", 429, Kind::QueueFull, true, 30);
        add("insightData:tooManyActiveImports", 429, Kind::QueueFull, true, 30);
    }
    void saysWhatARefusalMeans()
    {
        QFETCH(const int, status);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        QFETCH(const int, seconds);
        const QByteArray token = QTest::currentDataTag();
        // Both layouts of version 2, and that of version 3. Source: contracts/dotdigital.md, 2.
        QByteArrayList bodies { R"({"message":"Error: TOKEN"})", R"({"message":"It is so. TOKEN"})" };
        if (token.contains(':'))
            bodies = { R"({"errorCode":"TOKEN","description":"It is so"})" };
        for (QByteArray &body : bodies) {
            const HttpReply reply { .status = status, .headers = {}, .body = body.replace("TOKEN", token) };
            QCOMPARE(dotdigital::errorToken(reply.body), QString::fromLatin1(token));
            QCOMPARE(dotdigital::provesNothingDone(reply), proven);
            const Error error = dotdigital::errorFrom(change(), reply, m_clock.now());
            QCOMPARE(error.kind, kind);
            QCOMPARE(error.retryAfter.value_or(0ms), std::chrono::seconds(seconds));
            QVERIFY2(!error.sentence.contains(u"ERROR_") && !error.sentence.contains(u"insightData"),
                     qPrintable(error.sentence));
            QVERIFY(error.detail.contains(QString::fromLatin1(token)));
        }
    }

    void saysWhatAStatusMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("proven");
        using Kind = Error::Kind;
        QTest::addRow("401") << 401 << R"({"message":"Authorization has been denied for this request."})"_ba
                             << Kind::SignIn << true;
        QTest::addRow("403") << 403 << "<html>"_ba << Kind::Rejected << true;
        QTest::addRow("412") << 412 << R"({"errorCode":"insightData:limit","description":"no"})"_ba
                             << Kind::Rejected << true;
        QTest::addRow("413") << 413 << "<html>"_ba << Kind::Rejected << true;
        QTest::addRow("429") << 429 << ""_ba << Kind::RateLimit << true;
        QTest::addRow("400 of its own")
            << 400 << R"({"message":"file must be valid"})"_ba << Kind::Rejected << true;
        QTest::addRow("400 page") << 400 << "<html>"_ba << Kind::BadReply << false;
        QTest::addRow("404 page") << 404 << "<html>"_ba << Kind::BadReply << false;
        // Gateways give these for what they have passed on, and it may have been carried out.
        for (const int status : { 408, 409, 425, 499 })
            QTest::addRow("%d of a gateway", status)
                << status << R"({"message":"Request timeout"})"_ba << Kind::BadReply << false;
        QTest::addRow("502 page") << 502 << "<html>"_ba << Kind::ServiceFault << false;
        QTest::addRow("500 of its own") << 500 << R"({"message":"oops"})"_ba << Kind::ServiceFault << false;
        QTest::addRow("200 page") << 200 << "<html>"_ba << Kind::BadReply << false;
        // A success that names an error may have done something.
        QTest::addRow("200 with a word")
            << 200 << R"({"message":"Error: ERROR_MALFORMED_REQUEST"})"_ba << Kind::BadReply << false;
    }
    void saysWhatAStatusMeans()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, proven);
        const HttpReply reply { .status = status, .headers = {}, .body = body };
        QCOMPARE(dotdigital::provesNothingDone(reply), proven);
        const Error error = dotdigital::errorFrom(change(), reply, m_clock.now());
        QCOMPARE(error.kind, kind);
        QVERIFY(!error.sentence.isEmpty() && !error.detail.isEmpty());
    }

    void repeatsWhatVersion3Details_data()
    {
        QTest::addColumn<QByteArray>("detail");
        QTest::addRow("description") << R"({"item":"records[0].key","description":"it is empty"})"_ba;
        QTest::addRow("error") << R"({"item":"records[0].key","error":"it is empty"})"_ba;
    }
    void repeatsWhatVersion3Details()
    {
        QFETCH(const QByteArray, detail);
        const HttpReply reply { .status = 400,
                                .headers = {},
                                .body = R"({"errorCode":"insightData:badJson","description":"Badly formed",)"
                                        R"("details":[)"
                                    + detail + "]}" };
        const Error error = dotdigital::errorFrom(change(), reply, m_clock.now());
        QVERIFY2(error.sentence.contains(u"Badly formed (records[0].key: it is empty)"),
                 qPrintable(error.sentence));
    }

    /// This computer's clock may be wrong: the end of a limit is counted by the service's.
    void countsAWaitByTheServicesClock()
    {
        const HttpReply reply { .status = 429,
                                .headers = { { "X-RATELIMIT-RESET", "1770110430" },
                                             { "Date", "Tue, 03 Feb 2026 09:20:00 GMT" } },
                                .body = "{}" };
        QCOMPARE(dotdigital::waitNamedIn(reply, m_clock.now()), std::optional(30'000ms));
        const Error error = dotdigital::errorFrom(change(), reply, m_clock.now());
        QCOMPARE(error.retryAfter, std::optional(30'000ms));
    }

    void explainsEveryReason_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("word");
        const auto add = [](const char *code, const QString &word, const QString &field = {}) {
            QTest::addRow("%s", code) << field << word;
        };
        const QString total = u"order_total"_s;
        add("Unknown", u"does not say why"_s);
        add("InvalidClientKey", u"key"_s);
        add("InvalidContactIdentifier", u"found by"_s);
        add("InvalidContactIdentifierType", u"contacts by this"_s);
        add("InvalidJson", u"could not read"_s);
        add("DuplicateKey", u"came twice"_s);
        add("KeyExistingForDifferentContact", u"another contact"_s);
        add("ContactIdDoesNotExist", u"not in Dotdigital"_s);
        add("ContactEmailDoesNotExist", u"not in Dotdigital"_s);
        add("ContactPhoneNumberDoesNotExist", u"not in Dotdigital"_s);
        add("ContactCustomIdentifierValueDoesNotExist", u"not in Dotdigital"_s);
        add("JsonKeyTooLong", u"name of order_total"_s, total);
        add("JsonKeyInvalidCharacters", u"name of order_total"_s, total);
        add("JsonContainsDashUnderscoreClash", u"- and _"_s);
        add("JsonValueTooLong", u"order_total is too long"_s, total);
        add("JsonNumberValueTooLarge", u"order_total is too large"_s, total);
        add("JsonContainsNestedArray", u"list directly in a list"_s);
        add("JsonValueIncompatibleWithSchema", u"order_total has another type"_s, total);
        add("JsonDoesNotMatchSchema", u"another type"_s);
        add("InconsistentTypes", u"several types"_s);
        add("TooManyDistinctKeyValuePairs", u"as many different properties"_s);
        add("MissingCollection", u"deleted"_s);
        add("NotAvailableInThisVersion", u"does not say why"_s);
    }
    void explainsEveryReason()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, word);
        const Reason reason { .code = QString::fromLatin1(QTest::currentDataTag()),
                              .field = field,
                              .text = {} };
        const Explanation why = m_service->explain(reason, ordersSchema());
        QVERIFY2(why.sentence.contains(word), qPrintable(why.sentence));
        QVERIFY(!why.cure.isEmpty());
        QCOMPARE(why.fields, field.isEmpty() ? QStringList() : QStringList(field));
        QVERIFY(!m_service->mayPassLater(reason)); // none of them goes through as it is
    }

    void namesTheContactThatIsMissing()
    {
        const Explanation why = m_service->explain({ .code = u"ContactEmailDoesNotExist"_s,
                                                     .field = u"$contact"_s,
                                                     .text = u"nobody@example.net"_s },
                                                   {});
        QVERIFY(why.sentence.contains(u"nobody@example.net"));
        QVERIFY(!why.general().contains(u"nobody@example.net"));
    }

    /// Source: contracts/dotdigital.md, 6.4: all spellings.
    void explainsWhyAContactIsRefused_data()
    {
        QTest::addColumn<QString>("word");
        const auto add = [](const char *text, const QString &word) { QTest::addRow("%s", text) << word; };
        add("Globally Suppressed", u"all accounts"_s);
        add("Invalid Email", u"valid e-mail"_s);
        add("Duplicate", u"came twice"_s);
        add("Blocker", u"blocks"_s);
        add("Blocked", u"blocks"_s);
        add("Unsubscribed", u"unsubscribed"_s);
        add("Hard bounced", u"came back"_s);
        add("Hard Bounced", u"came back"_s);
        add("Soft bounced", u"came back"_s);
        add("Complained to ISP", u"spam"_s);
        add("Isp Complaints", u"spam"_s);
        add("Mail blocked", u"mail server"_s);
        add("Mail Blocked", u"mail server"_s);
        add("Suppressed by Domain", u"domain"_s);
        add("Domain Suppressed", u"domain"_s);
        add("Suppressed by you", u"suppressed"_s);
        add("Pending optin", u"confirm"_s);
        add("Invalid Entries", u"values"_s);
        add("Failures", u"could not import"_s);
    }
    void explainsWhyAContactIsRefused()
    {
        QFETCH(const QString, word);
        const Reason reason = dotdigital::contactReason(QString::fromLatin1(QTest::currentDataTag()));
        const Explanation why = m_service->explain(reason, {});
        QVERIFY2(why.sentence.contains(word), qPrintable(why.sentence));
        QCOMPARE(why.fields, QStringList(u"Email"_s));
    }

    void showsWhatNobodyKnows()
    {
        const Reason contact = dotdigital::contactReason(u"Moon in the wrong house"_s);
        QCOMPARE(m_service->explain(contact, {}).sentence, u"Moon in the wrong house"_s);
        QCOMPARE(m_service->explain({ .code = u"BrandNew"_s, .field = {}, .text = {} }, {}).sentence,
                 u"BrandNew"_s);
    }

    void judgesNamesOfCollections_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("word"); // of the sentence; empty: the name is good
        QTest::addRow("good") << u"Shop_Orders2"_s << QString();
        QTest::addRow("underscore") << u"_o"_s << QString();
        QTest::addRow("longest") << QString(255, u'a') << QString();
        QTest::addRow("empty") << QString() << u"Give"_s;
        QTest::addRow("blanks") << u"  "_s << u"Give"_s;
        QTest::addRow("digit in front") << u"2Orders"_s << u"digit"_s;
        QTest::addRow("space") << u"my Orders"_s << u"space"_s;
        QTest::addRow("dash") << u"my-Orders"_s << u"“-”"_s;
        QTest::addRow("umlaut") << u"Aufträge"_s << u"“ä”"_s;
        QTest::addRow("emoji") << u"Orders😀"_s << u"“😀”"_s;
        QTest::addRow("too long") << QString(256, u'a') << u"255"_s;
        QTest::addRow("one letter") << u"O"_s << u"two"_s;
        QTest::addRow("there") << u"orders"_s << u"“Orders” already"_s;
    }
    void judgesNamesOfCollections()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, word);
        ObjectInfo orders;
        orders.name = u"insightData/Orders"_s;
        orders.label = u"Orders"_s;
        const auto made = m_service->newObject(name, { orders });
        QCOMPARE(made.has_value(), word.isEmpty());
        if (made) {
            QCOMPARE(made->name, u"insightData/"_s + name);
            QVERIFY(made->isNew);
        } else {
            QCOMPARE(made.error().kind, Error::Kind::BadInput);
            QVERIFY2(made.error().sentence.contains(word), qPrintable(made.error().sentence));
        }
    }

    void offersWhatATargetCanHave_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("offered");
        const QString orders = u"insightData/Orders"_s;
        QTest::addRow("contacts") << u"contacts"_s << QJsonObject() << u"list merge"_s;
        QTest::addRow("version 3") << orders << QJsonObject { { u"api"_s, u"v3"_s } }
                                   << u"scope identifier(3) type"_s;
        QTest::addRow("version 2") << orders << QJsonObject { { u"api"_s, u"v2"_s } }
                                   << u"scope identifier(2)"_s;
        QTest::addRow("account") << orders
                                 << QJsonObject { { u"api"_s, u"v2"_s }, { u"scope"_s, u"account"_s } }
                                 << u"scope"_s;
    }
    void offersWhatATargetCanHave()
    {
        QFETCH(const QString, object);
        QFETCH(const QJsonObject, options);
        QFETCH(const QString, offered);
        QStringList all;
        for (const LoadOption &option :
             m_service->options({ .object = object, .operation = Operation::Upsert, .options = options })) {
            const bool counts = option.id == u"identifier";
            all << (counts ? u"%1(%2)"_s.arg(option.id).arg(option.choices.size()) : option.id);
        }
        QCOMPARE(all.join(u' '), offered);
    }

    void choosesTheWayOfLoading_data()
    {
        QTest::addColumn<Target>("target");
        QTest::addColumn<QString>("ways");
        const auto target = [](const QString &object, const QJsonObject &options = {}) {
            return Target { .object = object, .operation = Operation::Upsert, .options = options };
        };
        const QString orders = u"insightData/Orders"_s;
        QTest::addRow("contacts") << target(u"contacts"_s) << u"contacts"_s;
        QTest::addRow("new account") << target(orders, { { u"api"_s, u"v3"_s } })
                                     << u"insight-v3 insight-v2"_s;
        QTest::addRow("old account") << target(orders, { { u"api"_s, u"v2"_s } }) << u"insight-v2"_s;
        QTest::addRow("mobile numbers")
            << target(orders, { { u"identifier"_s, u"mobileNumber"_s } }) << u"insight-v3"_s;
        QTest::addRow("delete") << Target { .object = orders, .operation = Operation::Delete } << QString();
    }
    void choosesTheWayOfLoading()
    {
        QFETCH(const Target, target);
        QFETCH(const QString, ways);
        QStringList all;
        for (const JobKind &kind : m_service->jobKinds()) {
            if (m_service->takes(kind, target))
                all << kind.id;
        }
        QCOMPARE(all.join(u' '), ways);
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestDotdigitalWords)
#include "test_dotdigital_words.moc"
