#pragma once

#include "app/practice/server.h"
#include "app/service/salesforce/salesforce.h"
#include "tests/contract/remembered_steps.h"
#include "tests/unit/service/fake_clock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>

#include <chrono>
#include <thread>

namespace rowlift::test {

using Row = QMap<QString, QString>; ///< Field to value.

struct ResultRow {
    Outcome outcome = Outcome::Unknown;
    Reason reason;
    QString id;
    Row cells;
};

/// Keeps all rows of all results.
class ResultRows : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        m_fields = fields;
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override
    {
        ResultRow row { .outcome = outcome, .reason = reason, .id = recordId, .cells = {} };
        for (std::size_t i = 0; i < cells.size(); ++i)
            row.cells.insert(m_fields[qsizetype(i)],
                             QString::fromUtf8(cells[i].data(), qsizetype(cells[i].size())));
        rows.push_back(row);
        return {};
    }
    Done others(Outcome, const Reason &) override { return {}; }
    Done totals(const PartTotals &) override { return {}; }

    qsizetype count(Outcome outcome) const { return std::ranges::count(rows, outcome, &ResultRow::outcome); }
    const ResultRow *where(const QString &field, const QString &value) const
    {
        const auto found = std::ranges::find_if(
            rows, [&](const ResultRow &row) { return row.cells.value(field) == value; });
        return found == rows.end() ? nullptr : &*found;
    }

    std::vector<ResultRow> rows;

private:
    QStringList m_fields;
};

/// A practice server of its own and our client, signed in there.
class PracticeSalesforce {
public:
    bool start(const QMap<QString, QString> &switches = {})
    {
        m_server = std::make_unique<practice::Server>(practice::Options {
            .port = 0, .dataFolder = m_data.path(), .instant = false, .faults = {}, .switches = switches });
        QString error;
        if (!m_server->start(&error))
            return false;
        m_line = QJsonDocument::fromJson(m_server->ready().line).object();
        return !m_line.isEmpty();
    }

    Credentials credentials() const
    {
        const QJsonObject entry = m_line.value(QStringLiteral("salesforce")).toObject();
        return { .url = QUrl(entry.value(QStringLiteral("url")).toString()),
                 .clientId = entry.value(QStringLiteral("clientId")).toString(),
                 .clientSecret = Secret(entry.value(QStringLiteral("clientSecret")).toString()) };
    }
    std::unique_ptr<ServiceSession> open(const Credentials &with)
    {
        return service->open(
            practiceSalesforceAccount(), [with](std::stop_token) -> Result<Credentials> { return with; },
            http);
    }
    std::unique_ptr<ServiceSession> open() { return open(credentials()); }

    /// A request to the admin address; its body, or a null array when it failed.
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
    bool plant(const QByteArray &method, const QByteArray &path, const QByteArray &kind, int times = 1,
               int value = 0)
    {
        const QJsonObject fault { { QStringLiteral("service"), QStringLiteral("salesforce") },
                                  { QStringLiteral("method"), QString::fromLatin1(method) },
                                  { QStringLiteral("path"), QString::fromLatin1(path) },
                                  { QStringLiteral("after"), 0 },
                                  { QStringLiteral("times"), times },
                                  { QStringLiteral("kind"), QString::fromLatin1(kind) },
                                  { QStringLiteral("value"), value } };
        return !admin("POST", QStringLiteral("/faults"), QJsonDocument(QJsonArray { fault }).toJson())
                    .isNull();
    }
    /// What the service holds of \a object.
    std::vector<QJsonObject> records(const QString &object)
    {
        std::vector<QJsonObject> found;
        const QByteArray text = admin("GET", QStringLiteral("/records?service=salesforce&object=") + object);
        for (const QByteArray &line : text.split('\n')) {
            if (!line.trimmed().isEmpty())
                found.push_back(QJsonDocument::fromJson(line).object());
        }
        return found;
    }

    /// \a rows as a part, as a run would spool it.
    PartFile spool(const Target &target, const QStringList &fields, const std::vector<Row> &rows)
    {
        return spool(kind(), target, fields, rows, {});
    }
    PartFile spool(const JobKind &kind, const Target &target, const QStringList &fields,
                   const std::vector<Row> &rows, const Schema &schema)
    {
        const auto encoder = service->makeEncoder(kind, target, fields, schema);
        OutBuffer records;
        for (const Row &row : rows) {
            std::vector<std::string> cells;
            for (const QString &field : fields)
                cells.push_back(row.value(field).toStdString());
            const std::vector<std::string_view> views(cells.begin(), cells.end());
            encoder->encode(0, views, records);
        }
        const qsizetype between = rows.empty() ? 0 : encoder->separator().size();
        const QByteArray bytes = encoder->prologue()
            + QByteArray(records.text().data(), static_cast<qsizetype>(records.size()) - between)
            + encoder->epilogue();
        QFile file(m_folder.filePath(QStringLiteral("part.") + kind.suffix));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = qint64(rows.size()), .bytes = bytes.size() };
    }
    /// Polls until the part has ended, moving the server's time on.
    Result<RemoteState> end(PartLoader &loader, const QString &ticket)
    {
        Result<RemoteState> state = loader.poll(ticket, {});
        for (int i = 0; i < 2'000 && state && !state->ended(); ++i) {
            admin("POST", QStringLiteral("/clock"), "{\"seconds\":5}");
            state = loader.poll(ticket, {});
        }
        return state;
    }
    JobKind kindOf(const QString &id) const
    {
        JobKind found;
        for (const JobKind &kind : service->jobKinds()) {
            if (kind.id == id)
                found = kind;
        }
        return found;
    }
    JobKind kind() const { return kindOf(QStringLiteral("bulk-ingest")); }
    QString folder() const { return m_folder.path(); }

    FakeClock clock;
    QtHttpFactory http;
    std::unique_ptr<Service> service = makeSalesforceService(clock);

private:
    QTemporaryDir m_data;
    QTemporaryDir m_folder;
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_line;
};

/// A ledger's steps with the time of each, by the clock that the client has.
class TimedSteps : public StepLog {
public:
    explicit TimedSteps(const Clock &clock)
        : m_clock(clock)
    {
    }
    Done about(Step step) override
    {
        steps.push_back({ .step = step, .done = false, .ticket = {}, .when = m_clock.now() });
        return {};
    }
    Done did(Step step, const QString &ticket) override
    {
        steps.push_back({ .step = step, .done = true, .ticket = ticket, .when = m_clock.now() });
        return {};
    }

    std::vector<RecordedStep> steps;

private:
    const Clock &m_clock;
};

/// Asks what became of a part until there is an answer, waiting by \a clock as it is told to.
template <typename C>
Result<Recovery> recoverPatiently(PartLoader &loader, const PartFile &file, TimedSteps &steps, C &clock)
{
    for (int i = 1; i <= 100; ++i) {
        const auto recovery = loader.recover(file, steps.steps, steps, {});
        if (recovery || recovery.error().kind != Error::Kind::Timeout || !recovery.error().retryAfter)
            return recovery;
        clock.sleepFor(*recovery.error().retryAfter, {});
    }
    return tl::unexpected(cancelledError());
}

/// How a call failed; BadInput when it did not.
template <typename R>
Error::Kind failure(const R &result)
{
    return result ? Error::Kind::BadInput : result.error().kind;
}

/// Presses "stop" when the fault that was planted has struck, so that the call hangs.
class StopAtFault {
public:
    explicit StopAtFault(PracticeSalesforce &practice)
        : m_presser([this, &practice](std::stop_token testEnds) {
            while (!testEnds.stop_requested()
                   && !practice.admin("GET", QStringLiteral("/faults")).contains("\"waiting\":0"))
                std::this_thread::yield();
            m_pressed = std::chrono::steady_clock::now();
            m_stop.request_stop();
        })
    {
    }

    std::stop_token token() const { return m_stop.get_token(); }
    /// Since the press; asked when the call has returned.
    std::chrono::milliseconds took()
    {
        const auto now = std::chrono::steady_clock::now();
        m_presser.request_stop();
        m_presser.join();
        return std::chrono::duration_cast<std::chrono::milliseconds>(now - m_pressed);
    }

private:
    std::stop_source m_stop;
    std::chrono::steady_clock::time_point m_pressed;
    std::jthread m_presser; // last: it works with the others
};

} // namespace rowlift::test
