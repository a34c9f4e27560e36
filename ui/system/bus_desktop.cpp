#include "ui/system/desktop.h"
#include "ui/system/sleep_inhibitor.h"

#include <QThread>

#include <chrono>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto longestFarewell = std::chrono::seconds(2);

/// Lives in the thread of the buses.
class BusDesk : public QObject {
public:
    void hold(const QString &why) { m_inhibitor.hold(why); }
    void release() { m_inhibitor.release(); }

    /// https://specifications.freedesktop.org/notification-spec
    void notify(const QString &title, const QString &text)
    {
        auto message = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                      u"/org/freedesktop/Notifications"_s,
                                                      u"org.freedesktop.Notifications"_s, u"Notify"_s);
        const QVariantMap hints { { u"desktop-entry"_s, u"rowlift"_s } };
        constexpr int asLongAsUsual = -1;
        message << u"Rowlift"_s << uint(0) << u"rowlift"_s << title
                << text.toHtmlEscaped() // some servers take it for markup
                << QStringList() << hints << asLongAsUsual;
        m_bus.send(Bus::Which::Session, message);
    }

    /// The signal that Unity began with and that KDE, Dash to Dock and others listen to.
    void progress(std::optional<double> share)
    {
        auto message = QDBusMessage::createSignal(u"/com/canonical/unity/launcherentry/1"_s,
                                                  u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
        message << u"application://rowlift.desktop"_s
                << QVariantMap { { u"progress"_s, share.value_or(0) },
                                 { u"progress-visible"_s, share.has_value() } };
        m_bus.send(Bus::Which::Session, message);
    }

private:
    Bus m_bus { this }; // a child, so that it moves along
    SleepInhibitor m_inhibitor { m_bus, this };
};

/// Speaks to the buses from a thread of its own: even connecting may hang.
class BusDesktop : public Desktop {
public:
    BusDesktop()
        : m_thread(std::make_unique<QThread>())
        , m_desk(std::make_unique<BusDesk>())
    {
        m_thread->setObjectName(u"rowlift.desktop"_s);
        m_desk->moveToThread(m_thread.get());
        m_thread->start();
    }

    ~BusDesktop() override
    {
        // Released by our word rather than by our end: a bus may be slow to see that.
        post([desk = m_desk.get(), thread = m_thread.get()] {
            desk->release();
            desk->progress({});
            desk->moveToThread(nullptr);
            thread->quit();
        });
        if (m_thread->wait(longestFarewell))
            return;
        // A bus hangs; the process ends without it.
        static_cast<void>(m_thread.release());
        static_cast<void>(m_desk.release());
    }

    void keepAwake(const QString &why) override
    {
        post([desk = m_desk.get(), why] { desk->hold(why); });
    }
    void letSleep() override
    {
        post([desk = m_desk.get()] { desk->release(); });
    }
    void tell(const QString &title, const QString &text) override
    {
        post([desk = m_desk.get(), title, text] { desk->notify(title, text); });
    }
    void showProgress(std::optional<double> share) override
    {
        post([desk = m_desk.get(), share] { desk->progress(share); });
    }

private:
    template <typename Task>
    void post(Task task)
    {
        QMetaObject::invokeMethod(m_desk.get(), task, Qt::QueuedConnection);
    }

    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<BusDesk> m_desk;
};

} // namespace

std::unique_ptr<Desktop> makeDesktop()
{
    return std::make_unique<BusDesktop>();
}

} // namespace rowlift::ui
