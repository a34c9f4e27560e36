#include "ui/system/bus.h"

#include <QDBusPendingCallWatcher>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QString busName(Bus::Which which)
{
    return which == Bus::Which::Session ? u"rowlift-session"_s : u"rowlift-system"_s;
}

} // namespace

Bus::Bus(QObject *parent)
    : QObject(parent)
{
}

Bus::~Bus()
{
    for (const Which which : { Which::Session, Which::System })
        QDBusConnection::disconnectFromBus(busName(which));
}

QDBusConnection Bus::connection(Which which)
{
    const QString name = busName(which);
    const QDBusConnection known(name);
    if (known.isConnected())
        return known;
    QDBusConnection::disconnectFromBus(name);
    return QDBusConnection::connectToBus(
        which == Which::Session ? QDBusConnection::SessionBus : QDBusConnection::SystemBus, name);
}

void Bus::call(Which which, const QDBusMessage &message, const Answered &answered)
{
    auto *watcher = new QDBusPendingCallWatcher(connection(which).asyncCall(message), this);
    const auto pass = [watcher, answered] {
        watcher->deleteLater();
        answered(watcher->reply());
    };
    if (watcher->isFinished()) // without a bus: the signal would never come
        QMetaObject::invokeMethod(this, pass, Qt::QueuedConnection);
    else
        connect(watcher, &QDBusPendingCallWatcher::finished, this, pass);
}

void Bus::send(Which which, const QDBusMessage &message)
{
    connection(which).send(message);
}

} // namespace rowlift::ui
