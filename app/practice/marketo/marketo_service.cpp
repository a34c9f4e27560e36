#include "app/practice/marketo/marketo_service.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/bulk_api.h"
#include "app/practice/marketo/identity.h"
#include "app/practice/marketo/leads_api.h"
#include "app/practice/marketo/limits.h"
#include "app/practice/marketo/lists_api.h"
#include "app/practice/marketo/meta_api.h"
#include "app/practice/marketo/records_view.h"
#include "app/practice/marketo/seeds.h"
#include "app/practice/marketo/sync_leads.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestUri = 8 * 1024; ///< Source: contracts/marketo.md, 5.

/// An asterisk also takes slashes, as in faults.
bool matchesGlob(const QString &glob, const QString &path)
{
    const QString pattern = QRegularExpression::escape(glob).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(path).hasMatch();
}

class MarketoService final : public Service {
public:
    explicit MarketoService(const Surroundings &around)
        : m_around(around)
        , m_identity(around)
        , m_envelope(around.clock)
        , m_limits(around)
        , m_imports(around)
        , m_worker(around, m_catalog, m_imports)
        , m_instant(around, m_catalog, m_imports)
        , m_meta(m_catalog, m_limits, m_envelope)
        , m_lists(around, m_catalog, m_envelope)
        , m_leads(around, m_catalog, m_envelope)
        , m_sync(around, m_catalog, m_envelope)
        , m_bulk(around, m_catalog, m_imports, m_worker, m_instant, m_envelope)
    {
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
            return Envelope::gateway(414).response;
        if (request.path == u"/identity/oauth/token")
            return m_identity.token(request);
        if (request.path.startsWith(u"/identity"))
            return Envelope::gateway(404).response;
        Limits::Visit visit(m_limits);
        const Call call(request);
        if (call.trouble() == Call::Trouble::Gone) {
            Response lost;
            lost.lost = true;
            return lost;
        }
        const Answer answer
            = call.trouble() == Call::Trouble::TooLong ? Envelope::gateway(413) : admitted(call, visit);
        visit.endedWith(answer.code);
        return answer.response;
    }

    /// Numbers from 600 on are no statuses of HTTP: they come inside an answer of 200.
    Response faultReply(int status) const override
    {
        if (status == 401 || status >= 600)
            return m_envelope.refusal(status == 401 ? 601 : status).response;
        return Envelope::gateway(status).response;
    }

    QByteArray readyJson() const override
    {
        JsonText text;
        return text.text("url", m_around.origin)
            .text("clientId", m_identity.clientId())
            .text("clientSecret", m_identity.clientSecret())
            .object();
    }

    bool records(const QString &objectName, const std::function<bool(const QByteArray &)> &line) override
    {
        m_instant.writeOwed();
        if (objectName == u"lists") {
            for (const StaticList &list : m_catalog.lists())
                if (!line(listJson(list)))
                    break;
            return true;
        }
        if (objectName == u"imports") {
            for (const ImportJob &job : m_imports.all())
                if (!line(importView(job)))
                    break;
            return true;
        }
        Store store(m_around.dataFolder);
        QString error;
        if (!store.open(&error))
            return false;
        if (objectName == u"listMembers")
            return memberships(store, line);
        const CustomObject *custom = m_catalog.customObject(objectName.toUtf8());
        const int object = custom      ? custom->number
            : objectName == u"leads"   ? int(Leads)
            : objectName == u"members" ? int(ProgramMembers)
                                       : 0;
        return object > 0 && recordsOf(store, object, line);
    }

    void expireSessions() override { m_identity.expire(); }

    void reset() override
    {
        const auto noWriting = m_instant.hold();
        const auto noWork = m_worker.hold();
        m_worker.clear();
        m_limits.reset();
        plantSeeds(m_around, m_catalog, true);
    }

    void start() override
    {
        plantSeeds(m_around, m_catalog, false);
        catchUp();
        if (!m_around.instant)
            m_instant.writeOwed();
        m_worker.start();
    }

    void stop() override { m_worker.stop(); }

private:
    static constexpr std::array roots { QLatin1StringView("/identity"), QLatin1StringView("/rest"),
                                        QLatin1StringView("/bulk") };

    /// A call that came whole, in the order in which a gateway looks at it.
    Answer admitted(const Call &call, const Limits::Visit &visit)
    {
        if (auto switched = switchedError(call.path()))
            return *switched;
        if (auto refused = signInRefusal(call))
            return *refused;
        if (visit.refusedWith() != 0)
            return m_envelope.refusal(visit.refusedWith(), visit.words());
        if (call.path().startsWith(u"/bulk/v1/"))
            return m_bulk.answer(call);
        if (!call.path().startsWith(u"/rest/v1/"))
            return m_envelope.refusal(610);
        return rest(call);
    }

    /// `error=CODE[@glob]`.
    std::optional<Answer> switchedError(const QString &path) const
    {
        if (!m_around.switches.on(u"error"_s))
            return std::nullopt;
        const QString text = m_around.switches.text(u"error"_s);
        const qsizetype at = text.indexOf(u'@');
        if (at >= 0 && !matchesGlob(text.mid(at + 1), path))
            return std::nullopt;
        const int code = text.left(at).toInt();
        return code == 413 || code == 414 ? Envelope::gateway(code) : m_envelope.refusal(code);
    }

    std::optional<Answer> signInRefusal(const Call &call) const
    {
        const QByteArray token = tokenOf(call);
        if (token.isEmpty())
            return m_envelope.refusal(600);
        switch (m_identity.standingOf(token)) {
        case Identity::Standing::Unknown:
            return m_envelope.refusal(601);
        case Identity::Standing::Expired:
            return m_envelope.refusal(602);
        case Identity::Standing::Good:
            break;
        }
        return std::nullopt;
    }

    QByteArray tokenOf(const Call &call) const
    {
        const QByteArray header = call.request().header("authorization"_ba).trimmed();
        if (header.toLower().startsWith("bearer "))
            return header.mid(7).trimmed();
        const bool taken = m_around.switches.text(u"legacy-token-param"_s).isEmpty()
            || m_around.switches.on(u"legacy-token-param"_s);
        const QByteArray parameter = taken ? call.value(u"access_token"_s).toUtf8() : QByteArray();
        if (!parameter.isEmpty() && !m_toldOfParameter.exchange(true))
            std::fputs("practice server: a token came as access_token, which is deprecated\n", stderr);
        return parameter;
    }

    Answer rest(const Call &call)
    {
        if (auto answer = m_meta.answer(call))
            return *answer;
        m_instant.writeOwed();
        if (auto answer = m_lists.answer(call))
            return *answer;
        if (auto answer = m_leads.answer(call))
            return *answer;
        if (call.path() != u"/rest/v1/leads.json")
            return m_envelope.refusal(610);
        return call.method() == "POST"
            ? m_sync.answer(call)
            : m_envelope.refusal(605, "Request method '" + call.method() + "' not supported");
    }

    static bool recordsOf(Store &store, int object, const std::function<bool(const QByteArray &)> &line)
    {
        constexpr int some = 1000;
        qint64 after = 0;
        for (auto records = store.list(object, after, some); !records.isEmpty();
             records = store.list(object, after, some)) {
            for (const StoredRecord &record : records)
                if (!line(wholeRecord(record)))
                    return true;
            after = records.last().id;
        }
        return true;
    }

    static bool memberships(Store &store, const std::function<bool(const QByteArray &)> &line)
    {
        constexpr int some = 1000;
        std::pair<qint64, qint64> after { 0, 0 };
        for (auto pairs = store.memberships(after, some); !pairs.isEmpty();
             pairs = store.memberships(after, some)) {
            for (const auto &[list, lead] : pairs) {
                JsonText text;
                if (!line(text.number("listId", list).number("leadId", lead).object()))
                    return true;
            }
            after = pairs.last();
        }
        return true;
    }

    /// After a kill the records know more of a running import than its own file.
    void catchUp()
    {
        Store store(m_around.dataFolder);
        QString error;
        if (!store.open(&error))
            return;
        for (const ImportJob &job : m_imports.waiting())
            if (const auto progress = store.progress(job.id))
                m_imports.note(job.id, *progress);
    }

    const Surroundings &m_around;
    const Catalog m_catalog;
    Identity m_identity;
    Envelope m_envelope;
    Limits m_limits;
    Imports m_imports;
    ImportWorker m_worker;
    InstantImports m_instant;
    MetaApi m_meta;
    ListsApi m_lists;
    LeadsApi m_leads;
    SyncLeads m_sync;
    BulkApi m_bulk;
    mutable std::atomic<bool> m_toldOfParameter = false;
};

} // namespace

std::unique_ptr<Service> makeMarketo(const Surroundings &around)
{
    return std::make_unique<MarketoService>(around);
}

} // namespace rowlift::practice::marketo
