#include "tests/support/timed_application.h"
#include "tests/ui/run_stage.h"
#include "ui/widgets/parts_strip.h"

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

/// The window while a run with thousands of parts goes on.
class TestUiRunLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void noHandlerTakesLong();
};

void TestUiRunLive::noHandlerTakesLong()
{
    constexpr double most = 10;
    constexpr int parts = 2'000;
    RunStage stage;
    stage.begin(RunStage::names(20)); // fonts and styles are loaded once
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), 20'000);
    const QString folder = stage.freeze(RunStage::names(10 * parts));
    timed().startAnew();

    stage.desk.goOn(folder);
    stage.window.enter();
    int news = 0;
    QObject::connect(&stage.desk, &RunDesk::changed, &stage.page, [&news] { ++news; });
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), 240'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().sumChecked, 20'000);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 10 * parts);
    QVERIFY(static_cast<int>(stage.results().parts.size()) >= parts);
    QVERIFY(news > 20);
    qInfo("longest handler: %.1f ms of CPU (%s), %d changes, %d events", timed().longest(),
          timed().longestWho().constData(), news, timed().events());
    QVERIFY2(timed().longest() <= most, timed().longestWho().constData());
}

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    TestUiRunLive test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_ui_run_live.moc"
