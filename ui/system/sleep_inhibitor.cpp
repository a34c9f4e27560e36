#include "ui/system/sleep_inhibitor.h"

#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>

#include <iterator>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QString who()
{
    return u"Rowlift"_s;
}

constexpr uint portalSuspend
    = 4; // org.freedesktop.portal.Inhibit: 1 log out, 2 switch user, 4 suspend, 8 idle

/// One way of asking, and of taking it back by what was answered.
struct SleepWay {
    Bus::Which bus;
    QDBusMessage (*inhibit)(const QString &why);
    QDBusMessage (*release)(const QVariant &token); ///< Null: letting the token go is enough.
};

QDBusMessage askPortal(const QString &why)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                                  u"/org/freedesktop/portal/desktop"_s,
                                                  u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    message << QString() << portalSuspend << QVariantMap { { u"reason"_s, why } };
    return message;
}

QDBusMessage closePortalRequest(const QVariant &token)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s,
                                          token.value<QDBusObjectPath>().path(),
                                          u"org.freedesktop.portal.Request"_s, u"Close"_s);
}

QDBusMessage toPowerManagement(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.PowerManagement"_s,
                                          u"/org/freedesktop/PowerManagement/Inhibit"_s,
                                          u"org.freedesktop.PowerManagement.Inhibit"_s, method);
}

QDBusMessage toScreenSaver(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s,
                                          u"org.freedesktop.ScreenSaver"_s, method);
}

QDBusMessage askLogind(const QString &why)
{
    auto message = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                  u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    message << u"idle"_s << who() << why << u"block"_s;
    return message;
}

/// Those that let the screen go dark come before the one that does not.
const SleepWay sleepWays[] = {
    { Bus::Which::Session, askPortal, closePortalRequest },
    { Bus::Which::Session, [](const QString &why) { return toPowerManagement(u"Inhibit"_s) << who() << why; },
      [](const QVariant &token) { return toPowerManagement(u"UnInhibit"_s) << token.toUInt(); } },
    { Bus::Which::Session, [](const QString &why) { return toScreenSaver(u"Inhibit"_s) << who() << why; },
      [](const QVariant &token) { return toScreenSaver(u"UnInhibit"_s) << token.toUInt(); } },
    { Bus::Which::System, askLogind, nullptr }, // a file descriptor: closing it is all
};

} // namespace

SleepInhibitor::SleepInhibitor(Bus &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
}

void SleepInhibitor::hold(const QString &why)
{
    if (m_wished)
        return;
    m_wished = true;
    m_why = why;
    ask(0, ++m_holding);
}

void SleepInhibitor::release()
{
    m_wished = false;
    ++m_holding;
    if (m_token.isValid())
        letGo(m_bus, m_way, std::exchange(m_token, {}));
}

void SleepInhibitor::ask(size_t way, int holding)
{
    if (way >= std::size(sleepWays))
        return;
    m_bus.call(
        sleepWays[way].bus, sleepWays[way].inhibit(m_why), [this, way, holding](const QDBusMessage &reply) {
            const bool taken = reply.type() == QDBusMessage::ReplyMessage && !reply.arguments().isEmpty();
            if (!taken) {
                if (holding == m_holding)
                    ask(way + 1, holding);
                return;
            }
            const QVariant token = reply.arguments().constFirst();
            if (holding != m_holding) {
                letGo(m_bus, way, token); // it came too late
                return;
            }
            m_way = way;
            m_token = token;
        });
}

void SleepInhibitor::letGo(Bus &bus, size_t way, const QVariant &token)
{
    if (sleepWays[way].release)
        bus.send(sleepWays[way].bus, sleepWays[way].release(token));
}

} // namespace rowlift::ui
