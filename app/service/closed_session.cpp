#include "app/service/closed_session.h"

#include <QCoreApplication>

#include <utility>

namespace rowlift {

namespace {

struct ClosedWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ClosedSession)
};

} // namespace

ClosedSession::ClosedSession(Error error)
    : m_error(std::move(error))
{
}

std::unique_ptr<ServiceSession> ClosedSession::ofUnknownService(const Account &account)
{
    return std::make_unique<ClosedSession>(
        Error { .kind = Error::Kind::BadInput,
                .sentence = ClosedWords::tr("“%1” is an account of “%2”, which this Rowlift does not know. "
                                            "A newer Rowlift may.")
                                .arg(account.name, account.service),
                .detail = {},
                .retryAfter = {} });
}

Result<AccountFacts> ClosedSession::test(std::stop_token)
{
    return tl::unexpected(m_error);
}

Result<std::vector<ObjectInfo>> ClosedSession::objects(std::stop_token)
{
    return tl::unexpected(m_error);
}

Result<QByteArray> ClosedSession::describe(const QString &, std::stop_token)
{
    return tl::unexpected(m_error);
}

Result<std::vector<Gauge>> ClosedSession::gauges(std::stop_token)
{
    return tl::unexpected(m_error);
}

} // namespace rowlift
