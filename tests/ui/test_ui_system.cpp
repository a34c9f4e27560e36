#include "tests/ui/run_stage.h"
#include "ui/shell/run_attendant.h"
#include "ui/shell/settings_dialog.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 20'000;

} // namespace

/// Remembers what the system was asked.
class RecordingDesktop : public Desktop {
public:
    void keepAwake(const QString &) override { awake = true; }
    void letSleep() override { awake = false; }
    void tell(const QString &title, const QString &text) override { told << title + u" | "_s + text; }
    void showProgress(std::optional<double> share) override
    {
        shown = share;
        wasShown = wasShown || share;
    }

    bool awake = false;
    bool wasShown = false;
    std::optional<double> shown;
    QStringList told;
};

/// What the system hears of an import, and the settings of it.
class TestUiSystem : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }
    void init();
    void cleanup();

    void keepsAwakeAndShowsProgressWhileItSends();
    void pausedItMaySleep();
    void tellsTheEndToWhoDoesSomethingElse();
    void tellsOfTheBrake();
    void saysNothingToWhoWatches();
    void saysNothingOfThePast();
    void doesNothingThatIsTurnedOff();
    void settingsAreChosenAndKept();
    void cancelledSettingsStay();

private:
    /// Nothing of ours is in front.
    /// For good: a window that is hidden is not made active by an event that is still on its way.
    void lookElsewhere()
    {
        m_stage->showsResults = false;
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows)
            window->hide();
        QApplication::setActiveWindow(nullptr);
    }

    std::unique_ptr<RunStage> m_stage;
    std::unique_ptr<SettingsDesk> m_settings;
    std::unique_ptr<RecordingDesktop> m_desktop;
    std::unique_ptr<RunAttendant> m_attendant;
};

void TestUiSystem::init()
{
    m_stage = std::make_unique<RunStage>();
    m_settings = std::make_unique<SettingsDesk>(m_stage->own);
    m_desktop = std::make_unique<RecordingDesktop>();
    m_attendant = std::make_unique<RunAttendant>(m_stage->desk, *m_settings, *m_desktop);
}

void TestUiSystem::cleanup()
{
    m_attendant.reset();
    QVERIFY(!m_desktop->awake);
    QVERIFY(!m_desktop->shown);
    m_settings.reset();
    m_stage.reset();
}

void TestUiSystem::keepsAwakeAndShowsProgressWhileItSends()
{
    m_stage->farEnd.hold(true);
    m_stage->begin(RunStage::names(40));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->awake, longEnough);
    QVERIFY(m_desktop->shown.has_value());
    m_stage->farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QVERIFY(!m_desktop->awake);
    QVERIFY(!m_desktop->shown);
}

void TestUiSystem::pausedItMaySleep()
{
    m_stage->farEnd.hold(true);
    m_stage->begin(RunStage::names(40));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->awake, longEnough);
    m_stage->desk.pause();
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->awake, longEnough);
    m_stage->desk.resume();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->awake, longEnough);
    m_stage->farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
}

void TestUiSystem::tellsTheEndToWhoDoesSomethingElse()
{
    m_stage->farEnd.hold(true);
    m_stage->begin(RunStage::names(38, 2));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->awake, longEnough);
    lookElsewhere();
    m_stage->farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QCOMPARE(m_desktop->told.size(), 1);
    QVERIFY2(m_desktop->told[0].contains(u"finished"), qPrintable(m_desktop->told[0]));
    QVERIFY2(m_desktop->told[0].contains(u"38 row"), qPrintable(m_desktop->told[0]));
    QVERIFY2(m_desktop->told[0].contains(u"2 failed"), qPrintable(m_desktop->told[0]));
}

void TestUiSystem::tellsOfTheBrake()
{
    m_stage->brakeShare = 0.2;
    m_stage->farEnd.hold(true);
    m_stage->begin(RunStage::names(0, 10, 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->awake, longEnough);
    lookElsewhere();
    m_stage->farEnd.hold(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->told.size(), 1, longEnough);
    QVERIFY2(m_desktop->told[0].contains(u"10 of the first rows failed"), qPrintable(m_desktop->told[0]));
    QVERIFY(!m_desktop->awake); // it waits for a person
    m_stage->desk.resume();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QCOMPARE(m_desktop->told.size(), 2);
}

void TestUiSystem::saysNothingToWhoWatches()
{
    m_stage->begin(RunStage::names(40));
    QVERIFY(QApplication::activeWindow());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QVERIFY(m_desktop->told.isEmpty());
}

void TestUiSystem::saysNothingOfThePast()
{
    const QString folder = m_stage->begin(RunStage::names(20));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    m_desktop->told.clear();
    m_desktop->wasShown = false;
    m_stage->desk.forget();
    lookElsewhere();
    m_stage->desk.show(folder);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QVERIFY(m_desktop->told.isEmpty());
    QVERIFY(!m_desktop->wasShown);
}

void TestUiSystem::doesNothingThatIsTurnedOff()
{
    m_settings->change({ .keepAwake = false, .tellAtEnd = false });
    m_stage->farEnd.hold(true);
    m_stage->begin(RunStage::names(40));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->shown.has_value(), longEnough);
    QVERIFY(!m_desktop->awake);
    lookElsewhere();
    m_stage->farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->ended(), longEnough);
    QVERIFY(m_desktop->told.isEmpty());
}

void TestUiSystem::settingsAreChosenAndKept()
{
    const QString folder = m_stage->own.folders.config;
    SettingsDialog dialog(m_settings->settings());
    connect(&dialog, &SettingsDialog::chosen, m_settings.get(), &SettingsDesk::change);
    dialog.show();
    auto *share = dialog.findChild<QSpinBox *>(u"settings.brakeShare"_s);
    QCOMPARE(share->value(), 20);
    dialog.findChild<QCheckBox *>(u"settings.keepAwake"_s)->click();
    share->setValue(35);
    dialog.findChild<QPushButton *>(u"settings.ok"_s)->click();
    const Settings wanted { .keepAwake = false, .tellAtEnd = true, .brakeShare = 0.35 };
    QCOMPARE(m_settings->settings(), wanted);
    QTRY_COMPARE(settingsIn(folder), wanted);

    SettingsDesk later(m_stage->own);
    QTRY_COMPARE(later.settings(), wanted);
    SettingsDialog again(later.settings());
    connect(&again, &SettingsDialog::chosen, &later, &SettingsDesk::change);
    again.show();
    again.findChild<QCheckBox *>(u"settings.brake"_s)->click();
    QVERIFY(!again.findChild<QSpinBox *>(u"settings.brakeShare"_s)->isEnabled());
    again.findChild<QPushButton *>(u"settings.ok"_s)->click();
    QCOMPARE(later.settings().brakeShare, 1.0); // never
    QTRY_COMPARE(settingsIn(folder).brakeShare, 1.0);
}

void TestUiSystem::cancelledSettingsStay()
{
    SettingsDialog dialog(m_settings->settings());
    connect(&dialog, &SettingsDialog::chosen, m_settings.get(), &SettingsDesk::change);
    dialog.show();
    dialog.findChild<QCheckBox *>(u"settings.tellAtEnd"_s)->click();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(m_settings->settings(), Settings());
}

QTEST_MAIN(TestUiSystem)
#include "test_ui_system.moc"
