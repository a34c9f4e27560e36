#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

#include <functional>

namespace rowlift::ui {

/// The buses of the desktop, for one thread. A bus that is not there, or went away, answers nothing and is
/// looked for again at the next call.
///
/// Qt connects without libdbus's exit-on-disconnect: a bus that dies takes nobody along.
class Bus : public QObject {
public:
    enum class Which { Session, System };
    using Answered = std::function<void(const QDBusMessage &reply)>;

    explicit Bus(QObject *parent = nullptr);
    ~Bus() override;

    /// \a answered hears the reply, or an error; never from within this call.
    void call(Which which, const QDBusMessage &message, const Answered &answered);
    /// Nobody waits for an answer.
    void send(Which which, const QDBusMessage &message);

private:
    static QDBusConnection connection(Which which);
};

} // namespace rowlift::ui
