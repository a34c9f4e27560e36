#pragma once

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace rowlift {

/// Why something could not be done. The kind is for `switch`, the sentence for the screen, the detail for
/// support.
struct Error {
    enum class Kind {
        Cancelled,
        Network,
        Timeout,
        SignIn,
        RateLimit, ///< Too much at the moment: a wait helps.
        QueueFull, ///< It takes no further job for now; it may be asked about those that it has.
        Quota, ///< Nothing is left for today.
        Rejected,
        ServiceFault,
        BadReply,
        BadInput,
        Storage
    };

    Kind kind = Kind::BadInput;
    QString
        sentence; ///< For the person: what happened and what to do next. Translated, one or two sentences.
    QString
        detail; ///< For support: endpoint, status, excerpt of the reply. Never a secret, never translated.
    std::optional<std::chrono::milliseconds> retryAfter; ///< Only when the service named a wait.

    bool cancelled() const { return kind == Kind::Cancelled; }
    bool operator==(const Error &) const = default;
};

/// The error of work that was asked to stop. It is never shown.
Error cancelledError();

} // namespace rowlift

Q_DECLARE_METATYPE(rowlift::Error)
