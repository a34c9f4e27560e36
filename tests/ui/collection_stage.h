#pragma once

#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/desk/check_desk.h"
#include "ui/pages/map_page.h"
#include "ui/pages/map_row.h"
#include "ui/pages/sentence_combo.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>

/// For tests of Where to and Map with Dotdigital's collections, behind a pretended account.
namespace rowlift::testing {

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

/// What the pretended Dotdigital says of a collection; a description of ours, as its session makes it.
inline QByteArray collectionDocument(const QString &name)
{
    QJsonObject document { { u"rowlift"_s, u"insightData"_s },
                           { u"collection"_s, name },
                           { u"api"_s, u"v3"_s } };
    const auto member = [](const QString &of, const QString &type, const QJsonArray &fields = {}) {
        return QJsonObject { { u"name"_s, of },
                             { u"mode"_s, fields.isEmpty() ? u"NULLABLE"_s : u"REPEATED"_s },
                             { u"type"_s, type },
                             { u"fields"_s, fields } };
    };
    if (name == "Bookings"_L1) {
        document[u"scope"_s] = u"contact"_s;
        document[u"type"_s] = u"custom"_s;
        document[u"schema"_s]
            = QJsonArray { member(u"order_total"_s, u"STRING"_s), member(u"placed_on"_s, u"TIMESTAMP"_s) };
    } else if (name == "Branches"_L1) {
        document[u"scope"_s] = u"account"_s;
        document[u"type"_s] = u"custom"_s;
        document[u"schema"_s] = QJsonArray {};
    } else {
        document[u"isNew"_s] = true;
    }
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

class CollectionSession : public ServiceSession {
public:
    Result<AccountFacts> test(std::stop_token) override
    {
        return AccountFacts { .organization = u"Demo account"_s, .user = u"apiuser-1@apiconnector.com"_s };
    }
    Result<std::vector<ObjectInfo>> objects(std::stop_token) override
    {
        const auto object = [](const QString &name, const QString &label) {
            return ObjectInfo { .name = name,
                                .label = label,
                                .labelPlural = label,
                                .keyPrefix = {},
                                .canCreate = true,
                                .canUpdate = true };
        };
        return std::vector<ObjectInfo> { object(u"contacts"_s, u"Contacts"_s),
                                         object(u"insightData/Bookings"_s, u"Bookings"_s),
                                         object(u"insightData/Branches"_s, u"Branches"_s) };
    }
    Result<QByteArray> describe(const QString &object, std::stop_token) override
    {
        if (object == "contacts"_L1)
            return QByteArray(
                R"([{"name":"FIRSTNAME","type":"String","visibility":"Public","defaultValue":null}])");
        return collectionDocument(object.section(u'/', -1));
    }
    Result<std::vector<Gauge>> gauges(std::stop_token) override { return std::vector<Gauge>(); }
    Result<std::vector<OptionChoice>> choices(const QString &, const Target &, std::stop_token) override
    {
        return std::vector<OptionChoice> { { .value = u"345579"_s, .label = u"Newsletter"_s } };
    }
    std::unique_ptr<PartLoader> makeLoader(const JobKind &, const Target &, const QStringList &) override
    {
        return {};
    }
    QUrl recordPage(const QString &, const QString &) const override { return {}; }
};

inline Account dotdigitalAccount()
{
    return { .id = QUuid::createUuid(),
             .service = u"dotdigital"_s,
             .name = u"Acme Dotdigital"_s,
             .environment = Environment::Production,
             .url = QUrl(u"https://r1-api.dotdigital.com"_s),
             .signIn = SignInKind::Basic,
             .user = u"apiuser-1@apiconnector.com"_s };
}

/// Order lines: three orders in seven rows, one of them not together.
constexpr auto orderLines = "order_no,customer_email,order_date,order_total,currency,sku,product name,qty\n"
                            "A-1001,anna@example.com,2026-02-03,99.50,EUR,0012,Wool scarf,1\n"
                            "A-1001,anna@example.com,2026-02-03,99.50,EUR,0013,Felt hat,2\n"
                            "A-1002,ben@example.com,2026-02-04,20.00,GBP,0012,Wool scarf,1\n"
                            "A-1001,anna@example.com,2026-02-03,99.50,EUR,0020,Gloves,1\n"
                            "A-1003,carla@example.com,2026-02-07,15.25,EUR,0031,Socks,5\n"
                            "A-1003,carla@example.com,2026-02-07,15.25,EUR,0032,Tie,1\n"
                            "A-1002,ben@example.com,2026-02-04,20.00,GBP,0040,Belt,1\n";

/// Each row an order of its own.
constexpr auto singleOrders = "order_no,customer_email,order total,placed on\n"
                              "A-1001,anna@example.com,99.50,2026-02-03\n"
                              "A-1002,ben@example.com,20.00,2026-02-04\n"
                              "A-1003,carla@example.com,15.25,2026-02-07\n";

/// The desks with both pages over them.
struct CollectionStage {
    void open(const QByteArray &bytes = orderLines, const QString &object = {})
    {
        file.open(bench.write(u"orders.csv"_s, bytes));
        QTRY_VERIFY(file.snapshot().counted);
        where.enter({ 964, 1040 }); // with room for all three questions
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        if (object.isEmpty())
            return;
        place.chooseObject(object);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        QTRY_VERIFY(place.snapshot().grouping.state != PlaceDesk::Grouping::State::Reading);
    }
    /// A collection that is not there yet.
    void openNew(const QByteArray &bytes = orderLines)
    {
        open(bytes);
        place.chooseNew(u"Orders"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        QTRY_VERIFY(place.snapshot().grouping.state != PlaceDesk::Grouping::State::Reading);
    }
    /// On to Map.
    void showMap(const QSize &size = { 1180, 660 })
    {
        mapped.enter(size);
        QTRY_VERIFY(!map.isSurveying());
    }
    QString text(const QString &name) const
    {
        const auto *label = wherePage.findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    bool shows(const QString &name) const
    {
        const auto *widget = wherePage.findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    SearchableCombo *question(const QString &field) const
    {
        return wherePage.findChild<SearchableCombo *>(u"where.question."_s + field);
    }
    static void choose(SearchableCombo *combo, const QString &typed)
    {
        combo->open(typed);
        QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    }
    int column(const QString &name) const { return static_cast<int>(map.snapshot().columns.indexOf(name)); }
    QString fieldOf(const QString &name) const
    {
        return map.snapshot().mapping.columns[static_cast<std::size_t>(column(name))].field;
    }
    MapRow *row(const QString &name) const
    {
        return mapPage.findChild<MapRow *>(u"map.row.%1"_s.arg(column(name)));
    }
    QString record() const
    {
        return mapPage.findChild<QPlainTextEdit *>(u"map.record.text"_s)->toPlainText();
    }

    UiBench bench { { dotdigitalAccount() } };
    Services services = allServices();
    Bench own { .services = services,
                .folders = bench.bench.folders,
                .clock = bench.clock,
                .openSession = [](const Account &) { return std::make_unique<CollectionSession>(); },
                .accounts = bench.accounts,
                .sampleFile = {} };
    FileDesk file { own };
    PlaceDesk place { own, file };
    MapDesk map { own, file, place };
    CheckDesk check { own, file, place, map };
    WherePage wherePage { place, file, map };
    MapPage mapPage { map, nullptr };
    PageWindow where { wherePage };
    PageWindow mapped { mapPage };
};

} // namespace rowlift::testing
