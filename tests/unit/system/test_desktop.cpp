#include "ui/system/desktop.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QtTest>

#include <csignal>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace rowlift;

namespace {

/// Everything that a desktop would be: answers as it was told to and remembers what it was asked.
class ScriptedDesktop : public QDBusVirtualObject {
    Q_OBJECT

public:
    explicit ScriptedDesktop(const QString &name)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name))
        , m_name(name)
    {
        m_bus.registerVirtualObject(u"/"_s, this, QDBusConnection::SubPath);
        m_bus.connect({}, {}, u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, this,
                      SLOT(launcherUpdated(QDBusMessage)));
    }
    ~ScriptedDesktop() override { QDBusConnection::disconnectFromBus(m_name); }

    void offer(const QString &service, const QString &method, const QVariant &answer)
    {
        m_bus.registerService(service);
        answers.insert(method, answer);
    }

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        asked << message;
        if (slow)
            return true;
        const QVariant answer = answers.value(message.interface() + u'.' + message.member());
        connection.send(answer.isValid() ? message.createReply(answer) : message.createReply());
        return true;
    }

    /// The last of the segments of the interface with the method, in the order of the calls.
    QStringList calls() const
    {
        QStringList names;
        for (const QDBusMessage &message : asked)
            names << message.interface().section(u'.', -1) + u'.' + message.member();
        return names;
    }

    /// Now that it no longer matters.
    void answerLate(const QVariant &answer) { m_bus.send(asked.constLast().createReply(answer)); }

    bool slow = false; ///< Hears, and does not answer.
    QList<QDBusMessage> asked;
    QList<QVariantList> updates;
    QHash<QString, QVariant> answers;

public Q_SLOTS:
    void launcherUpdated(const QDBusMessage &message) { updates << message.arguments(); }

private:
    QDBusConnection m_bus;
    QString m_name;
};

} // namespace

/// On a private bus where nobody lives but who is put there.
class TestDesktop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAwakeThroughThePortal();
    void goesOnToTheNextWay_data();
    void goesOnToTheNextWay();
    void asksOnceHoweverOftenItIsWished();
    void releasesWhatCameTooLate();
    void releasesAtItsEnd();
    void tellsWithoutMarkup();
    void showsProgress();
    void livesWithoutABus();
};

void TestDesktop::keepsAwakeThroughThePortal()
{
    ScriptedDesktop system(u"portal"_s);
    const QDBusObjectPath request(u"/org/freedesktop/portal/desktop/request/1"_s);
    system.offer(u"org.freedesktop.portal.Desktop"_s, u"org.freedesktop.portal.Inhibit.Inhibit"_s,
                 QVariant::fromValue(request));
    const auto desktop = ui::makeDesktop();
    desktop->keepAwake(u"An import is running"_s);
    QTRY_COMPARE(system.calls(), QStringList { u"Inhibit.Inhibit"_s });
    QCOMPARE(system.asked[0].arguments()[1].toUInt(), 4U); // suspend, and nothing else
    desktop->letSleep();
    QTRY_COMPARE(system.calls().value(1), u"Request.Close"_s);
    QCOMPARE(system.asked[1].path(), request.path());
}

void TestDesktop::goesOnToTheNextWay_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("inhibit");
    QTest::addColumn<QString>("release");
    QTest::newRow("power management")
        << u"org.freedesktop.PowerManagement"_s << u"org.freedesktop.PowerManagement.Inhibit.Inhibit"_s
        << u"Inhibit.UnInhibit"_s;
    QTest::newRow("screen saver") << u"org.freedesktop.ScreenSaver"_s
                                  << u"org.freedesktop.ScreenSaver.Inhibit"_s << u"ScreenSaver.UnInhibit"_s;
}

void TestDesktop::goesOnToTheNextWay()
{
    QFETCH(QString, service);
    QFETCH(QString, inhibit);
    QFETCH(QString, release);
    ScriptedDesktop system(service);
    system.offer(service, inhibit, uint(77));
    const auto desktop = ui::makeDesktop();
    desktop->keepAwake(u"An import is running"_s);
    QTRY_COMPARE(system.asked.size(), 1);
    QCOMPARE(system.asked[0].arguments(), (QVariantList { u"Rowlift"_s, u"An import is running"_s }));
    desktop->letSleep();
    QTRY_COMPARE(system.calls().value(1), release);
    QCOMPARE(system.asked[1].arguments(), QVariantList { uint(77) });
}

void TestDesktop::asksOnceHoweverOftenItIsWished()
{
    ScriptedDesktop system(u"once"_s);
    system.offer(u"org.freedesktop.ScreenSaver"_s, u"org.freedesktop.ScreenSaver.Inhibit"_s, uint(1));
    const auto desktop = ui::makeDesktop();
    desktop->keepAwake(u"first"_s);
    desktop->keepAwake(u"second"_s);
    QTRY_COMPARE(system.calls(), QStringList { u"ScreenSaver.Inhibit"_s });
    desktop->letSleep();
    desktop->letSleep();
    desktop->keepAwake(u"third"_s);
    QTRY_COMPARE(
        system.calls(),
        (QStringList { u"ScreenSaver.Inhibit"_s, u"ScreenSaver.UnInhibit"_s, u"ScreenSaver.Inhibit"_s }));
    QCOMPARE(system.asked[2].arguments().value(1).toString(), u"third"_s);
}

/// The file that logind gives is what holds: it is given back by being closed.
void TestDesktop::releasesWhatCameTooLate()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const auto desktop = ui::makeDesktop();
    {
        ScriptedDesktop system(u"logind"_s);
        system.slow = true;
        system.offer(u"org.freedesktop.login1"_s, {}, {});
        desktop->keepAwake(u"An import is running"_s);
        QTRY_COMPARE(system.calls(), QStringList { u"Manager.Inhibit"_s });
        QCOMPARE(system.asked[0].arguments()[0].toString(), u"idle"_s);
        desktop->letSleep();
        system.answerLate(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1])));
        ::close(ends[1]);
    }
    pollfd closed { ends[0], POLLHUP, 0 };
    QCOMPARE(::poll(&closed, 1, 5'000), 1); // nobody holds the other end
    ::close(ends[0]);
}

void TestDesktop::releasesAtItsEnd()
{
    ScriptedDesktop system(u"end"_s);
    system.offer(u"org.freedesktop.ScreenSaver"_s, u"org.freedesktop.ScreenSaver.Inhibit"_s, uint(5));
    auto desktop = ui::makeDesktop();
    desktop->keepAwake(u"An import is running"_s);
    QTRY_COMPARE(system.calls().size(), 1);
    desktop.reset();
    QTRY_COMPARE(system.calls().value(1), u"ScreenSaver.UnInhibit"_s);
}

void TestDesktop::tellsWithoutMarkup()
{
    ScriptedDesktop system(u"notify"_s);
    system.offer(u"org.freedesktop.Notifications"_s, u"org.freedesktop.Notifications.Notify"_s, uint(1));
    const auto desktop = ui::makeDesktop();
    desktop->tell(u"Import finished"_s, u"9,926 rows imported, 37 failed <b>"_s);
    QTRY_COMPARE(system.calls(), QStringList { u"Notifications.Notify"_s });
    const QVariantList arguments = system.asked[0].arguments();
    QCOMPARE(system.asked[0].signature(), u"susssasa{sv}i"_s);
    QCOMPARE(arguments[3].toString(), u"Import finished"_s);
    QCOMPARE(arguments[4].toString(), u"9,926 rows imported, 37 failed &lt;b&gt;"_s);
}

void TestDesktop::showsProgress()
{
    ScriptedDesktop system(u"launcher"_s);
    const auto shown = [&system](qsizetype at) { return qdbus_cast<QVariantMap>(system.updates[at][1]); };
    const auto desktop = ui::makeDesktop();
    desktop->showProgress(0.25);
    desktop->showProgress({});
    QTRY_COMPARE(system.updates.size(), 2);
    QCOMPARE(system.updates[0][0].toString(), u"application://rowlift.desktop"_s);
    QCOMPARE(shown(0)[u"progress"_s].toDouble(), 0.25);
    QVERIFY(shown(0)[u"progress-visible"_s].toBool());
    QVERIFY(!shown(1)[u"progress-visible"_s].toBool());
}

/// The last one: nothing lives behind it.
void TestDesktop::livesWithoutABus()
{
    const auto before = ui::makeDesktop();
    {
        ScriptedDesktop system(u"bus"_s);
        system.offer(u"org.freedesktop.Notifications"_s, u"org.freedesktop.Notifications.Notify"_s, uint(1));
        before->tell(u"heard"_s, {});
        QTRY_COMPARE(system.calls().size(), 1);
    }
    const auto bus = static_cast<pid_t>(qEnvironmentVariableIntValue("BUS_PID"));
    QVERIFY(bus > 0);
    QCOMPARE(::kill(bus, SIGKILL), 0);
    QTRY_VERIFY(!QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"probe"_s).isConnected());
    const auto after = ui::makeDesktop();
    for (ui::Desktop *desktop : { before.get(), after.get() }) {
        desktop->keepAwake(u"nobody hears it"_s);
        desktop->tell(u"nobody hears it"_s, {});
        desktop->showProgress(0.5);
        desktop->letSleep();
    }
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "test_desktop.moc"
