#include "tests/ui/run_stage.h"
#include "ui/widgets/parts_strip.h"

#include <ctime>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

double cpuMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Times each event that is handled, from the outermost call of notify() to its end.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        const double before = cpuMilliseconds();
        const QByteArray who = receiver->metaObject()->className() + QByteArray(" ")
            + QByteArray::number(static_cast<int>(event->type())); // it may be gone afterwards
        const bool handled = QApplication::notify(receiver, event);
        const double took = cpuMilliseconds() - before;
        if (took > m_longest) {
            m_longest = took;
            m_longestWho = who;
        }
        ++m_events;
        --m_depth;
        return handled;
    }

    void startAnew()
    {
        m_longest = 0;
        m_events = 0;
    }
    double longest() const { return m_longest; }
    int events() const { return m_events; }
    QByteArray longestWho() const { return m_longestWho; }

private:
    int m_depth = 0;
    int m_events = 0;
    double m_longest = 0;
    QByteArray m_longestWho;
};

WatchedApplication &watched()
{
    return *static_cast<WatchedApplication *>(qApp);
}

} // namespace

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
    watched().startAnew();

    stage.desk.goOn(folder);
    stage.window.enter();
    int news = 0;
    QObject::connect(&stage.desk, &RunDesk::changed, &stage.page, [&news] { ++news; });
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), 240'000);
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().sumChecked, 20'000);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 10 * parts);
    QVERIFY(static_cast<int>(stage.results().parts.size()) >= parts);
    QVERIFY(news > 20);
    qInfo("longest handler: %.1f ms of CPU (%s), %d changes, %d events", watched().longest(),
          watched().longestWho().constData(), news, watched().events());
    QVERIFY2(watched().longest() <= most, watched().longestWho().constData());
}

int main(int argc, char **argv)
{
    WatchedApplication application(argc, argv);
    TestUiRunLive test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_ui_run_live.moc"
