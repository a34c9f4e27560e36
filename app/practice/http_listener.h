#pragma once

#include "app/practice/faults.h"
#include "app/practice/http_message.h"

#include <QString>

#include <memory>
#include <optional>

namespace rowlift::practice {

/// Who answers what a Listener heard. All calls come from the connections' threads, several at a time.
class Responder {
public:
    virtual ~Responder() = default;
    /// The mishap to play on this request, asked once when its head was read.
    virtual std::optional<Fault> faultFor(const Request &request) = 0;
    /// The reply instead of the real one, for Fault::Kind::Status.
    virtual Response faultReply(const Request &request, int status) = 0;
    virtual Response answer(Request &request) = 0;
    /// The exchange is over; \a status is 0 when no reply went out.
    virtual void ended(const Request &request, int status) = 0;
};

/// A listening socket on loopback, with one blocking thread for each connection. It owns its sockets so that
/// it can misbehave on them.
class Listener {
public:
    explicit Listener(Responder &responder);
    ~Listener();

    /// Takes an address on 127.0.0.1; port 0 takes a free one. Who connects waits for serve().
    bool start(quint16 port, QString *error);
    void serve();
    quint16 port() const;
    /// Closes the listening socket and all connections for so long, then listens again on the same port.
    void refuse(int milliseconds);
    /// Ends all connections and waits for their threads.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rowlift::practice
