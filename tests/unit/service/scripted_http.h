#pragma once

#include "app/net/http.h"

#include <QFile>

#include <deque>
#include <functional>

namespace rowlift::test {

/// What several Http of one ScriptedFactory saw and will answer.
struct Script {
    std::deque<Result<HttpReply>> answers; ///< The next ones, in order.
    std::function<void()> onRequest; ///< While one is under way.
    std::vector<HttpRequest> requests; ///< A body file stands in HttpRequest::body.

    void answer(int status, const QByteArray &body = {}, const HttpHeaders &headers = {})
    {
        answers.push_back(HttpReply { .status = status, .headers = headers, .body = body });
    }
    void fail(Error::Kind kind)
    {
        answers.push_back(
            tl::unexpected(Error { .kind = kind, .sentence = {}, .detail = {}, .retryAfter = {} }));
    }
    /// "PATCH /services/data/v61.0/jobs/ingest/750"
    QStringList lines() const
    {
        QStringList lines;
        for (const HttpRequest &request : requests)
            lines << QString::fromLatin1(request.method) + u' '
                    + request.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        return lines;
    }
};

/// An Http without a network: keeps what it was asked and answers as written.
class ScriptedHttp : public Http {
public:
    explicit ScriptedHttp(Script &script)
        : m_script(script)
    {
    }

    Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop) override
    {
        HttpRequest kept = request;
        if (!kept.bodyFile.isEmpty()) {
            QFile file(kept.bodyFile);
            if (file.open(QIODevice::ReadOnly))
                kept.body = kept.beforeFile + file.readAll() + kept.behindFile;
            upload.tell(kept.body.size(), kept.body.size());
        }
        m_script.requests.push_back(kept);
        if (m_script.onRequest)
            m_script.onRequest();
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (m_script.answers.empty())
            return HttpReply { .status = 599, .headers = {}, .body = "the script is at its end" };
        Result<HttpReply> answer = m_script.answers.front();
        m_script.answers.pop_front();
        if (answer && !request.saveTo.isEmpty() && answer->status / 100 == 2 && !answer->body.isEmpty()) {
            QFile file(request.saveTo);
            if (file.open(QIODevice::WriteOnly))
                file.write(std::exchange(answer->body, {}));
        }
        return answer;
    }

private:
    Script &m_script;
};

class ScriptedFactory : public HttpFactory {
public:
    std::unique_ptr<Http> make() override { return std::make_unique<ScriptedHttp>(script); }

    Script script;
};

} // namespace rowlift::test
