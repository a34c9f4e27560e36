#pragma once

#include "app/practice/clock.h"
#include "app/practice/http_message.h"
#include "app/practice/json_text.h"

#include <QByteArray>

namespace rowlift::practice::marketo {

/// A reply, and the code it refuses with.
struct Answer {
    Response response;
    int code = 0; ///< 0: not refused. Limits and statistics count by it.
};

/// The words that usually go with a code. Source: contracts/marketo.md, 6.
QByteArray usualWords(int code);

/// The frame of every JSON reply. Source: contracts/marketo.md, 4.
class Envelope {
public:
    explicit Envelope(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// \a result is an array. A page token says that there is more.
    Answer result(const QByteArray &result, const QByteArray &nextPageToken = {}) const;
    /// One page of a resource that also says `moreResult`. Lists do not.
    Answer page(const QByteArray &result, const QByteArray &nextPageToken) const;
    /// Success without a result.
    Answer done() const;
    /// HTTP 200 all the same. Without \a words the usual ones.
    Answer refusal(int code, const QByteArray &words = {}) const;
    /// What the gateway says before Marketo hears of it: HTML.
    static Answer gateway(int status);

private:
    QByteArray requestId() const;
    JsonText success(const QByteArray &result, const QByteArray &nextPageToken) const;

    const Clock &m_clock;
};

/// Times as Marketo writes them: "2017-08-30T18:31:28Z".
QByteArray marketoTime(qint64 milliseconds);

/// A page token, and back: -1 when it is none.
QByteArray pageToken(qint64 after);
qint64 pageBehind(const QString &token);

} // namespace rowlift::practice::marketo
