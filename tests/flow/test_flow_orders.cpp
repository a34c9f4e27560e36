#include "tests/support/practice_account.h"
#include "ui/desk/bench.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QtTest>

#include "translations/translations.h"

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;
constexpr int runPatience = 120'000; // parts are asked about some seconds after they were taken
constexpr int mostPresses = 13; ///< Source: ux.md, "Budgets".
constexpr int pressesOfANewAccount = 2; ///< "Dotdigital", and "Save": this one is there already.
constexpr int orders = 400;

QByteArray orderLines()
{
    QByteArray lines = "order_no;email;order_date;order_total;sku;quantity;line_price\n";
    for (int line = 0; line < 3; ++line) { // the lines of one order stand far from each other
        for (int order = 1; order <= orders; ++order) {
            if (line > order % 3)
                continue;
            const QByteArray number = QByteArray::number(order);
            const QByteArray mail = order % 100 == 0 ? "gone" + number + "@example.invalid"
                                                     : "contact" + number + "@example.com";
            lines += "SO-" + number + ';' + mail + ";2026-02-0" + QByteArray::number(1 + order % 9) + ';'
                + QByteArray::number(order) + ".50;A-" + QByteArray::number(line) + ';'
                + QByteArray::number(1 + line) + ";9.99\n";
        }
    }
    return lines;
}

int linesOf(int order)
{
    return 1 + order % 3;
}

} // namespace

/// Order lines for Dotdigital through the real window, from the file to the results, by the names of its
/// widgets: with no more presses than promised.
class TestFlowOrders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linesBecomeOrdersOfANewCollection();

private:
    template <typename Widget>
    Widget *find(const QString &name)
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (!found)
            qWarning() << "there is no" << name;
        return found;
    }
    void press(const QString &name);
    bool at(ui::Step step) const { return m_window->step() == step; }

    std::unique_ptr<testing::PracticeAccount> m_practice;
    QTemporaryDir m_home;
    SystemClock m_clock;
    AccountBook m_book { QString() };
    std::unique_ptr<ui::AccountDesk> m_accounts;
    std::unique_ptr<ui::Bench> m_bench;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_presses = 0;
};

void TestFlowOrders::initTestCase()
{
    installTranslations(*qApp, QLocale(QLocale::English)); // for the plurals
    ui::installStyle(*qApp, ui::ThemeChoice::Light);
    m_practice = std::make_unique<testing::PracticeAccount>(
        QMap<QString, QString> { { u"contacts"_s, QString::number(orders + 1) } }, u"dotdigital"_s);
    const auto open = [this](const Account &) { return m_practice->session(); };
    m_accounts = std::make_unique<ui::AccountDesk>(
        ui::AccountDesk::Tools { .book = m_book,
                                 .secrets = {}, // a practice account has none
                                 .openSession = open,
                                 .openTrial = {} },
        std::vector { m_practice->account() });
    m_bench = std::make_unique<ui::Bench>(
        ui::Bench { .services = m_practice->services(),
                    .folders = Folders::below(m_home.path()),
                    .clock = m_clock,
                    .openSession = open,
                    .accounts = *m_accounts,
                    .sampleFile = QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv") });
    m_window = std::make_unique<ui::MainWindow>(*m_bench);
    m_window->resize(1280, 860);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestFlowOrders::press(const QString &name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(m_window->findChild<QAbstractButton *>(name), qPrintable(name), patience);
    auto *button = m_window->findChild<QAbstractButton *>(name);
    QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), qPrintable(name), patience);
    ++m_presses;
    button->click();
}

void TestFlowOrders::linesBecomeOrdersOfANewCollection()
{
    QFile file(m_home.filePath(u"orders.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(orderLines());
    file.close();
    m_window->openFile(file.fileName());
    QTRY_VERIFY(at(ui::Step::File));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().file.snapshot().counted, patience);
    const qint64 rows = m_window->desks().file.snapshot().rows();
    press(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Where));
    m_presses += pressesOfANewAccount;
    m_window->desks().place.chooseAccount(m_practice->account().name);
    press(u"where.object.new"_s);
    auto *name = find<QLineEdit>(u"where.new.name"_s);
    QTRY_VERIFY(name->isVisible());
    name->setText(u"1 Web Orders"_s);
    QVERIFY(!find<QPushButton>(u"where.new.take"_s)->isEnabled());
    QVERIFY(!find<QLabel>(u"where.new.wrong"_s)->text().isEmpty());
    name->setText(u"WebOrders"_s);
    press(u"where.new.take"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::Ready,
                             patience);
    // Key, contact and what the rows form are proposed, as the rows plainly say it.
    QTRY_VERIFY_WITH_TIMEOUT(find<QRadioButton>(u"where.grouping.together"_s)->isChecked(), patience);
    QVERIFY(find<QLabel>(u"where.grouping.numbers"_s)->isVisible());
    press(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Map));
    press(u"shell.primary"_s);
    QTRY_VERIFY(at(ui::Step::Check));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.snapshot().state == ui::CheckDesk::State::Checked,
                             patience);
    press(u"check.names.lookUp"_s);
    int lost = 0;
    for (int order = 100; order <= orders; order += 100)
        lost += linesOf(order);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->desks().check.snapshot().ready(), rows - lost, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().check.complete(), patience);
    press(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended,
                             runPatience);
    const auto &results = m_window->desks().run.snapshot().results;
    QCOMPARE(results.tally.of(Outcome::In), rows - lost);
    QCOMPARE(results.tally.of(Outcome::LeftOut), lost);
    QCOMPARE(results.tally.recordsOf(Outcome::In), orders - orders / 100);
    QVERIFY2(m_presses <= mostPresses, qPrintable(QString::number(m_presses)));

    const QList<QJsonObject> stored = m_practice->records(u"WebOrders"_s);
    QCOMPARE(stored.size(), orders - orders / 100);
    for (const QJsonObject &record : stored) {
        const int order = record[u"key"].toString().mid(3).toInt();
        const QJsonObject json = record[u"json"].toObject();
        QCOMPARE(record[u"contact"].toString(), u"contact%1@example.com"_s.arg(order));
        QCOMPARE(json[u"order_total"].toDouble(), order + 0.5);
        const QString list = m_window->desks().place.snapshot().target().list;
        const QJsonArray lines = json[list].toArray();
        QCOMPARE(lines.size(), linesOf(order));
        QCOMPARE(lines.last()[u"sku"].toString(), u"A-%1"_s.arg(linesOf(order) - 1));
    }
}

QTEST_MAIN(TestFlowOrders)
#include "test_flow_orders.moc"
