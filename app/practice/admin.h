#pragma once

#include "app/practice/clock.h"
#include "app/practice/faults.h"
#include "app/practice/http_listener.h"
#include "app/practice/request_log.h"
#include "app/practice/service.h"
#include "app/practice/switches.h"

#include <functional>
#include <memory>
#include <vector>

namespace rowlift::practice {

/// What the admin address works on.
struct AdminTargets {
    const std::vector<std::unique_ptr<Service>> &services;
    Faults &faults;
    Clock &clock;
    Switches &switches;
    RequestLog &log;
    std::function<void()> faultsChanged; ///< Looks for refusals that strike at once.
    std::function<void()> clockChanged; ///< Keeps the clock for a restart.
};

/// The admin address: records, requests, faults, clock, switches, expire, reset. Source: cli.md.
/// It has a listening port of its own, so that no planted fault reaches it.
class Admin final : public Responder {
public:
    explicit Admin(AdminTargets targets)
        : m_targets(std::move(targets))
    {
    }

    std::optional<Fault> faultFor(const Request &) override { return std::nullopt; }
    Response faultReply(const Request &, int status) override;
    Response answer(Request &request) override;
    void ended(const Request &, int) override { }

private:
    Response records(const Request &request);
    Response faults(Request &request);
    Response post(const QString &resource, Request &request);

    AdminTargets m_targets;
};

} // namespace rowlift::practice
