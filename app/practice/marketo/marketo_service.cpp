#include "app/practice/marketo/marketo_service.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/identity.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <vector>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUri = 8 * 1024; ///< Source: contracts/marketo.md, 5.
constexpr qint64 longestSmallForm = 1024 * 1024;

/// The legal ways to find a lead. Source: contracts/marketo.md, 7.2.
const QByteArrayList &searchableFields()
{
    static const QByteArrayList names { "id",         "email",           "cookies",       "twitterId",
                                        "facebookId", "linkedInId",      "sfdcAccountId", "sfdcContactId",
                                        "sfdcLeadId", "sfdcLeadOwnerId", "sfdcOpptyId" };
    return names;
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The fields of describe in the shape of describe2, by name.
QByteArray describe2From(const QJsonArray &fields)
{
    std::vector<QJsonObject> flat;
    for (const QJsonValue &entry : fields) {
        const QJsonObject field = entry.toObject();
        const QJsonObject rest = field.value("rest"_L1).toObject();
        if (rest.isEmpty())
            continue;
        QJsonObject one { { u"name"_s, rest.value("name"_L1) },
                          { u"displayName"_s, field.value("displayName"_L1) },
                          { u"dataType"_s, field.value("dataType"_L1) },
                          { u"updateable"_s, !rest.value("readOnly"_L1).toBool() },
                          { u"crmManaged"_s, false } };
        if (field.contains("length"_L1))
            one.insert(u"length"_s, field.value("length"_L1));
        flat.push_back(one);
    }
    std::sort(flat.begin(), flat.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("name"_L1).toString().compare(b.value("name"_L1).toString(), Qt::CaseInsensitive) < 0;
    });
    QByteArrayList texts;
    for (const QJsonObject &field : flat)
        texts.append(compactJson(field));
    QByteArrayList searchable;
    for (const QByteArray &name : searchableFields())
        searchable.append(jsonArray({ jsonString(name) }));
    JsonText lead;
    lead.text("name", "API Lead"_ba)
        .raw("searchableFields"_ba, jsonArray(searchable))
        .raw("fields"_ba, jsonArray(texts));
    return jsonArray({ lead.object() });
}

class MarketoService final : public Service {
public:
    explicit MarketoService(const Surroundings &around)
        : m_around(around)
        , m_identity(around)
    {
        QFile file(u":/practice/marketo/leads-describe.json"_s);
        const QJsonArray fields = file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll()).object().value("result"_L1).toArray()
            : QJsonArray();
        m_describe = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        m_describe2 = describe2From(fields);
    }

    QString name() const override { return u"marketo"_s; }

    bool owns(const QString &path) const override
    {
        return std::any_of(roots.begin(), roots.end(), [&](QLatin1StringView root) {
            return path == root || path.startsWith(root + u'/');
        });
    }

    Response answer(Request &request) override
    {
        if (request.target.size() > longestUri)
            return Response::text(414, "text/html"_ba, "<html><body>Request-URI Too Long</body></html>"_ba);
        if (request.path == u"/identity/oauth/token")
            return m_identity.token(request);
        if (request.path.startsWith(u"/identity"))
            return Response::text(404, "text/html"_ba, "<html><body>Not Found</body></html>"_ba);
        const Pairs form = takeForm(request);
        const QByteArray token = tokenOf(request, form);
        if (token.isEmpty())
            return refusal(600, "Access token not specified"_ba);
        switch (m_identity.standingOf(token)) {
        case Identity::Standing::Unknown:
            return refusal(601, "Access token invalid"_ba);
        case Identity::Standing::Expired:
            return refusal(602, "Access token expired"_ba);
        case Identity::Standing::Good:
            break;
        }
        return resource(request);
    }

    /// Numbers from 600 on are no statuses of HTTP: they come inside an answer of 200.
    Response faultReply(int status) const override
    {
        if (status == 401 || status >= 600)
            return refusal(status == 401 ? 601 : status, "A planted fault"_ba);
        return Response::text(status, "text/html"_ba, "<html><body>A planted fault</body></html>"_ba);
    }

    QByteArray readyJson() const override
    {
        JsonText text;
        return text.text("url", m_around.origin)
            .text("clientId", m_identity.clientId())
            .text("clientSecret", m_identity.clientSecret())
            .object();
    }

    /// Nothing can be imported here yet, so nothing is stored.
    bool records(const QString &objectName, const std::function<bool(const QByteArray &)> &) override
    {
        return objectName == u"leads";
    }

    void expireSessions() override { m_identity.expire(); }
    void reset() override { }
    void start() override { }
    void stop() override { }

private:
    static constexpr std::array roots { QLatin1StringView("/identity"), QLatin1StringView("/rest"),
                                        QLatin1StringView("/bulk") };

    /// A request that came as POST with `_method=GET` counts as a GET. Source: contracts/in-the-wild.md.
    static Pairs takeForm(Request &request)
    {
        if (request.method != "POST" || request.mediaType() != "application/x-www-form-urlencoded")
            return {};
        const Pairs form = parsedForm(request.body(longestSmallForm).value_or(QByteArray()));
        if (valueOf(form, u"_method"_s).toUpper() == u"GET")
            request.method = "GET";
        return form;
    }

    QByteArray tokenOf(const Request &request, const Pairs &form) const
    {
        const QByteArray header = request.header("authorization"_ba).trimmed();
        if (header.toLower().startsWith("bearer "))
            return header.mid(7).trimmed();
        const bool taken = m_around.switches.text(u"legacy-token-param"_s).isEmpty()
            || m_around.switches.on(u"legacy-token-param"_s);
        if (!taken)
            return {};
        const QString inQuery = request.parameter(u"access_token"_s);
        return (inQuery.isEmpty() ? valueOf(form, u"access_token"_s) : inQuery).toUtf8();
    }

    Response resource(const Request &request) const
    {
        const bool describe = request.path == u"/rest/v1/leads/describe.json";
        const bool describe2 = request.path == u"/rest/v1/leads/describe2.json";
        if (!describe && !describe2)
            return refusal(610, "Requested resource not found"_ba);
        if (request.method != "GET")
            return refusal(605, "Request method '" + request.method + "' not supported");
        JsonText text;
        text.text("requestId", requestId())
            .boolean("success", true)
            .raw("result"_ba, describe ? m_describe : m_describe2);
        return Response::json(200, text.object());
    }

    /// Hexadecimal digits, and the milliseconds of now after the sign. Source: contracts/marketo.md, 4.
    QByteArray requestId() const
    {
        return QByteArray::number(QRandomGenerator::global()->bounded(0x1000, 0xfffff), 16) + '#'
            + QByteArray::number(m_around.clock.now(), 16);
    }

    Response refusal(int code, const QByteArray &message) const
    {
        JsonText error;
        error.text("code", QByteArray::number(code)).text("message", message);
        JsonText text;
        text.text("requestId", requestId())
            .boolean("success", false)
            .raw("errors"_ba, jsonArray({ error.object() }));
        return Response::json(200, text.object());
    }

    const Surroundings &m_around;
    Identity m_identity;
    QByteArray m_describe; ///< The `result` of describe.
    QByteArray m_describe2;
};

} // namespace

std::unique_ptr<Service> makeMarketo(const Surroundings &around)
{
    return std::make_unique<MarketoService>(around);
}

} // namespace rowlift::practice::marketo
