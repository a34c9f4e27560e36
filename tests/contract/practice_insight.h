#pragma once

#include "app/practice/server.h"
#include "app/service/dotdigital/dotdigital.h"
#include "tests/contract/remembered_steps.h"
#include "tests/unit/service/fake_clock.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <vector>

namespace rowlift::test {

/// Keeps what is told of a part of insight data.
class SaidOfRecords : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        named = fields;
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &,
             std::span<const std::string_view> cells) override
    {
        const QString key = QString::fromUtf8(cells[0].data(), qsizetype(cells[0].size()));
        if (outcome == Outcome::Failed)
            faults.insert(key, reason);
        return {};
    }
    Done others(Outcome outcome, const Reason &) override
    {
        ofOthers = outcome;
        return {};
    }
    Done totals(const PartTotals &counted) override
    {
        counts = counted;
        return {};
    }

    QStringList named;
    QMap<QString, Reason> faults; ///< By key.
    std::optional<Outcome> ofOthers;
    PartTotals counts;
};

/// A practice server of its own and our client for insight data, signed in there.
class PracticeInsight {
public:
    bool start(const QMap<QString, QString> &switches = {})
    {
        m_server = std::make_unique<practice::Server>(practice::Options {
            .port = 0, .dataFolder = m_data.path(), .instant = false, .faults = {}, .switches = switches });
        QString error;
        if (!m_server->start(&error))
            return false;
        m_line = QJsonDocument::fromJson(m_server->ready().line).object();
        const QJsonObject entry = m_line.value(QStringLiteral("dotdigital")).toObject();
        const Credentials known { .url = QUrl(entry.value(QStringLiteral("url")).toString()),
                                  .clientId = entry.value(QStringLiteral("user")).toString(),
                                  .clientSecret = Secret(entry.value(QStringLiteral("password")).toString()),
                                  .kind = SignInKind::Basic };
        Account account;
        account.url = known.url;
        session = service->open(
            account, [known](std::stop_token) -> Result<Credentials> { return known; }, http);
        return true;
    }
    /// A request to the admin address; the body of a success.
    QByteArray admin(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        HttpRequest request;
        request.method = method;
        request.url = QUrl(
            m_line.value(QStringLiteral("admin")).toObject().value(QStringLiteral("url")).toString() + path);
        request.headers = { { "Content-Type", "application/json" } };
        request.body = body;
        const auto reply = http.make()->send(request, Progress(), {});
        return reply && reply->status / 100 == 2 ? reply->body + ' ' : QByteArray();
    }
    bool plant(const QByteArray &method, const QByteArray &path, const QByteArray &kind, int value = 0)
    {
        const QJsonObject fault { { QStringLiteral("service"), QStringLiteral("dotdigital") },
                                  { QStringLiteral("method"), QString::fromLatin1(method) },
                                  { QStringLiteral("path"), QString::fromLatin1(path) },
                                  { QStringLiteral("after"), 0 },
                                  { QStringLiteral("times"), 1 },
                                  { QStringLiteral("kind"), QString::fromLatin1(kind) },
                                  { QStringLiteral("value"), value } };
        return !admin("POST", QStringLiteral("/faults"), '[' + QJsonDocument(fault).toJson() + ']').isNull();
    }
    void passTime(int seconds)
    {
        admin("POST", QStringLiteral("/clock"), "{\"seconds\":" + QByteArray::number(seconds) + '}');
    }
    /// What the service holds in \a collection, by key.
    QMap<QString, QJsonObject> records(const QString &collection)
    {
        QMap<QString, QJsonObject> found;
        const QByteArray text
            = admin("GET", QStringLiteral("/records?service=dotdigital&object=") + collection);
        for (const QByteArray &line : text.split('\n')) {
            const QJsonObject record = QJsonDocument::fromJson(line.trimmed()).object();
            if (!record.isEmpty())
                found.insert(record.value(QStringLiteral("key")).toString(), record);
        }
        return found;
    }

    JobKind kind(const QString &id) const
    {
        for (const JobKind &one : service->jobKinds()) {
            if (one.id == id)
                return one;
        }
        return {};
    }
    PartFile part(const QByteArray &bytes, qint64 rows) const
    {
        QFile file(m_folder.filePath(QStringLiteral("part-00001")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows, .bytes = bytes.size() };
    }
    Result<Submitted> submit(PartLoader &loader, const QByteArray &bytes, qint64 rows = 1)
    {
        steps = {};
        return loader.submit(part(bytes, rows), steps, {}, {});
    }
    /// The whole way of a part.
    Result<SaidOfRecords> import(const QString &kindId, const Target &target, const QByteArray &bytes,
                                 qint64 rows = 1)
    {
        const auto loader = session->makeLoader(kind(kindId), target, {});
        const auto sent = submit(*loader, bytes, rows);
        if (!sent)
            return tl::unexpected(sent.error());
        return results(*loader, sent->ticket);
    }
    /// Polls until the import has ended, moving the server's time on, and collects.
    Result<SaidOfRecords> results(PartLoader &loader, const QString &ticket)
    {
        Result<RemoteState> state = loader.poll(ticket, {});
        for (int i = 0; i < 500 && state && !state->ended(); ++i) {
            passTime(5);
            state = loader.poll(ticket, {});
        }
        if (!state)
            return tl::unexpected(state.error());
        ended = state->stage;
        SaidOfRecords said;
        if (const Done collected = loader.collect(ticket, m_folder.path(), said, {}); !collected)
            return tl::unexpected(collected.error());
        return said;
    }

    FakeClock clock;
    QtHttpFactory http;
    std::unique_ptr<Service> service = makeDotdigitalService(clock);
    std::unique_ptr<ServiceSession> session;
    RememberedSteps steps; ///< Of the latest submit().
    RemoteState::Stage ended = RemoteState::Stage::Queued; ///< How the latest results() found it.

private:
    QTemporaryDir m_data;
    QTemporaryDir m_folder;
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_line;
};

} // namespace rowlift::test
