#pragma once

#include "app/practice/clock.h"
#include "app/practice/fair_mutex.h"
#include "app/practice/http_message.h"
#include "app/practice/switches.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace rowlift::practice {

/// What all services of one server share.
struct Surroundings {
    QString dataFolder;
    QByteArray origin; ///< "http://127.0.0.1:PORT"
    bool instant = false;
    Clock &clock;
    Switches &switches;
    FairMutex &writing; ///< Held while records are written.
};

/// One played service. All functions may be called from several threads at a time.
class Service {
public:
    virtual ~Service() = default;
    /// "salesforce", "marketo" or "dotdigital": its word in the ready line, in faults and in
    /// `records?service=`.
    virtual QString name() const = 0;
    /// True for the folded paths that this service answers.
    virtual bool owns(const QString &path) const = 0;
    virtual Response answer(Request &request) = 0;
    /// What the service says with such a status when it is unwell.
    virtual Response faultReply(int status) const = 0;
    /// The service's member of the ready line: a JSON object with address and secrets.
    virtual QByteArray readyJson() const = 0;
    /// Hands every stored record of \a object, as a JSON line, to \a line until that returns false. False for
    /// an unknown object.
    virtual bool records(const QString &object, const std::function<bool(const QByteArray &)> &line) = 0;
    virtual void expireSessions() = 0;
    /// Back to the state of an empty data folder; the secrets stay.
    virtual void reset() = 0;
    /// Starts and ends the service's own thread.
    virtual void start() = 0;
    virtual void stop() = 0;
};

} // namespace rowlift::practice
