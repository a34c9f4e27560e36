#include "app/practice/admin.h"

#include "app/practice/json_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <algorithm>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestAdminBody = 1024 * 1024;

Response adminError(int status, const QByteArray &message)
{
    JsonText text;
    text.text("error", message);
    return Response::json(status, text.object());
}

Response adminDone()
{
    return Response::json(200, "{}"_ba);
}

/// A temporary file that goes when it was sent.
class TemporaryBody final : public BodySource {
public:
    QTemporaryFile &file() { return m_file; }
    qint64 size() const override { return m_file.size(); }
    QByteArray next() override { return m_file.read(256 * 1024); }

private:
    QTemporaryFile m_file;
};

} // namespace

Response Admin::faultReply(const Request &, int status)
{
    return adminError(status, "planted"_ba);
}

Response Admin::answer(Request &request)
{
    const QString resource = request.segments().value(0);
    if (resource == u"records" && request.method == "GET")
        return records(request);
    if (resource == u"requests" && request.method == "GET")
        return Response::json(200, m_targets.log.json());
    if (resource == u"requests" && request.method == "DELETE") {
        m_targets.log.clear();
        return adminDone();
    }
    if (resource == u"faults")
        return faults(request);
    if (resource == u"clock" && request.method == "GET") {
        JsonText added;
        added.number("added", m_targets.clock.added());
        return Response::json(200, added.object());
    }
    return request.method == "POST" ? post(resource, request) : adminError(404, "no such resource"_ba);
}

Response Admin::records(const Request &request)
{
    const QString name = request.parameter(u"service"_s);
    const auto found = std::find_if(m_targets.services.begin(), m_targets.services.end(),
                                    [&](const auto &service) { return service->name() == name; });
    if (found == m_targets.services.end())
        return adminError(404, "no such service"_ba);
    const auto body = std::make_shared<TemporaryBody>();
    if (!body->file().open())
        return adminError(500, "no room for a temporary file"_ba);
    const bool known = (*found)->records(request.parameter(u"object"_s), [&](const QByteArray &line) {
        return body->file().write(line + '\n') > 0;
    });
    if (!known)
        return adminError(404, "no such object"_ba);
    body->file().flush();
    body->file().seek(0);
    Response response;
    response.with("Content-Type"_ba, "application/x-ndjson"_ba);
    response.source = body;
    return response;
}

Response Admin::faults(Request &request)
{
    if (request.method == "DELETE") {
        m_targets.faults.clear();
        return adminDone();
    }
    if (request.method == "GET") {
        JsonText waiting;
        waiting.number("waiting", m_targets.faults.waiting());
        return Response::json(200, waiting.object());
    }
    const auto body = request.body(longestAdminBody);
    QString error;
    if (request.method != "POST" || !body || !m_targets.faults.plant(*body, &error))
        return adminError(400, error.toUtf8());
    m_targets.faultsChanged();
    return adminDone();
}

Response Admin::post(const QString &resource, Request &request)
{
    const QByteArray body = request.body(longestAdminBody).value_or(QByteArray());
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (resource == u"clock") {
        m_targets.clock.advance(static_cast<qint64>(json.value("seconds"_L1).toDouble() * 1000));
        m_targets.clockChanged();
    } else if (resource == u"switches") {
        m_targets.switches.set(json);
        m_targets.clock.wake();
    } else if (resource == u"expire") {
        const QString one = request.parameter(u"service"_s);
        for (const auto &service : m_targets.services)
            if (one.isEmpty() || service->name() == one)
                service->expireSessions();
    } else if (resource == u"reset") {
        m_targets.faults.clear();
        m_targets.log.clear();
        for (const auto &service : m_targets.services)
            service->reset();
    } else {
        return adminError(404, "no such resource"_ba);
    }
    return adminDone();
}

} // namespace rowlift::practice
