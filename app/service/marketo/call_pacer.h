#pragma once

#include "app/base/clock.h"
#include "app/net/http.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>

namespace rowlift::marketo {

/// Keeps the calls of one account apart, since all programs of a Marketo share its limits: small ones go out
/// one at a time, and no call sooner than a moment after the one before. Thread-safe; whoever waits hears its
/// stop at once. Source: contracts/marketo.md, 5.
class CallPacer {
public:
    /// \a clock must outlive it.
    explicit CallPacer(Clock &clock)
        : m_clock(clock)
    {
    }

    enum class Size {
        Small, ///< Is over in a moment.
        Long ///< An upload or a file: others need not wait for its end.
    };
    /// Waits for the turn of a call. False when \a stop was asked for before; then there is no end().
    bool begin(Size size, const std::stop_token &stop);
    void end(Size size);
    /// The account is asked too much: for a while it is asked less often. How long whoever was refused waits
    /// is not decided here, where a wait would keep others from what they can do.
    void slowDown();

    static constexpr std::chrono::milliseconds usualGap { 200 };
    /// 40 calls in 20 seconds: what Marketo advises an integration to stay under are 50.
    static constexpr std::chrono::milliseconds carefulGap { 500 };
    static constexpr std::chrono::seconds rateWindow { 20 }; ///< Which whoever was refused waits for.
    static constexpr std::chrono::minutes carefulTime { 5 };

private:
    Clock &m_clock;
    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_idle;
    bool m_isBusy = false; ///< A small call is under way.
    std::chrono::milliseconds m_next { 0 }; ///< Clock::elapsed(): no call before.
    std::chrono::milliseconds m_carefulUntil { 0 };
};

/// An Http whose requests take turns.
class PacedHttp : public Http {
public:
    /// \a pacer is shared by all lanes of an account.
    PacedHttp(std::unique_ptr<Http> http, std::shared_ptr<CallPacer> pacer)
        : m_http(std::move(http))
        , m_pacer(std::move(pacer))
    {
    }

    Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop) override;
    /// Slows down when \a reply, whose body stood in a file until now, says that the account is asked too
    /// much, and names the wait that such a refusal means as others name theirs: "Retry-After".
    void heed(HttpReply &reply);
    /// Whether the latest request went on; else it was stopped while it waited.
    bool hadTurn() const { return m_hadTurn; }

private:
    bool m_hadTurn = false;
    std::unique_ptr<Http> m_http;
    std::shared_ptr<CallPacer> m_pacer;
};

} // namespace rowlift::marketo
