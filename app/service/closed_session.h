#pragma once

#include "app/service/service.h"

namespace rowlift {

/// Answers every call with the same error: for accounts that cannot be opened at all.
class ClosedSession : public ServiceSession {
public:
    explicit ClosedSession(Error error);
    /// For an account of a service that is not among those of this program.
    static std::unique_ptr<ServiceSession> ofUnknownService(const Account &account);

    Result<AccountFacts> test(std::stop_token stop) override;
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;

private:
    Error m_error;
};

} // namespace rowlift
