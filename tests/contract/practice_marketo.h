#pragma once

#include "app/practice/server.h"
#include "app/service/marketo/marketo.h"
#include "tests/contract/remembered_steps.h"
#include "tests/unit/service/fake_clock.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>

#include <vector>

namespace rowlift::test {

using Person = QMap<QString, QString>; ///< Field to value.

/// What a service said of one row, by the mark that the row went out with.
struct SaidOfRow {
    QString mark;
    Outcome outcome = Outcome::Unknown;
    Reason reason;
    Person cells;
};

/// Keeps all that is told of a part.
class SaidOfPart : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        m_fields = fields;
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &,
             std::span<const std::string_view> cells) override
    {
        SaidOfRow said { .mark = {}, .outcome = outcome, .reason = reason, .cells = {} };
        for (std::size_t i = 0; i < cells.size(); ++i)
            said.cells.insert(m_fields.value(qsizetype(i)),
                              QString::fromUtf8(cells[i].data(), qsizetype(cells[i].size())));
        said.mark = said.cells.value(QStringLiteral("rowliftRow"));
        rows.push_back(said);
        return {};
    }
    Done others(Outcome outcome, const Reason &reason) override
    {
        ofOthers = outcome;
        reasonOfOthers = reason;
        return {};
    }
    Done totals(const PartTotals &counted) override
    {
        counts = counted;
        return {};
    }

    const SaidOfRow *of(int place) const
    {
        for (const SaidOfRow &row : rows) {
            if (row.mark == QString::number(place))
                return &row;
        }
        return nullptr;
    }

    std::vector<SaidOfRow> rows;
    Outcome ofOthers = Outcome::Unknown;
    Reason reasonOfOthers;
    PartTotals counts;

private:
    QStringList m_fields;
};

/// A practice server of its own and our client, signed in there.
class PracticeMarketo {
public:
    bool start(const QMap<QString, QString> &switches = {})
    {
        m_server = std::make_unique<practice::Server>(practice::Options {
            .port = 0, .dataFolder = m_data.path(), .instant = false, .faults = {}, .switches = switches });
        QString error;
        if (!m_server->start(&error))
            return false;
        m_line = QJsonDocument::fromJson(m_server->ready().line).object();
        const QJsonObject entry = m_line.value(QStringLiteral("marketo")).toObject();
        const Credentials credentials { .url = QUrl(entry.value(QStringLiteral("url")).toString()),
                                        .clientId = entry.value(QStringLiteral("clientId")).toString(),
                                        .clientSecret
                                        = Secret(entry.value(QStringLiteral("clientSecret")).toString()) };
        Account account;
        account.url = credentials.url;
        session = service->open(
            account, [credentials](std::stop_token) -> Result<Credentials> { return credentials; }, http);
        const auto document = session->describe(QStringLiteral("leads"), {});
        if (!document)
            return false;
        schema = service->schemaFrom(*document).value_or(Schema());
        return !schema.fields.empty();
    }
    /// A request to the admin address; the body of a success, or a null array.
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
        const QJsonObject fault { { QStringLiteral("service"), QStringLiteral("marketo") },
                                  { QStringLiteral("method"), QString::fromLatin1(method) },
                                  { QStringLiteral("path"), QString::fromLatin1(path) },
                                  { QStringLiteral("after"), 0 },
                                  { QStringLiteral("times"), times },
                                  { QStringLiteral("kind"), QString::fromLatin1(kind) },
                                  { QStringLiteral("value"), value } };
        return !admin("POST", QStringLiteral("/faults"), '[' + QJsonDocument(fault).toJson() + ']').isNull();
    }
    void passTime(int seconds)
    {
        admin("POST", QStringLiteral("/clock"), "{\"seconds\":" + QByteArray::number(seconds) + '}');
    }
    /// What the service holds of \a object.
    std::vector<QJsonObject> records(const QString &object = QStringLiteral("leads"))
    {
        std::vector<QJsonObject> found;
        const QByteArray text = admin("GET", QStringLiteral("/records?service=marketo&object=") + object);
        for (const QByteArray &line : text.split('\n')) {
            if (!line.trimmed().isEmpty())
                found.push_back(QJsonDocument::fromJson(line).object());
        }
        return found;
    }
    QJsonObject personWith(const QString &field, const QString &value)
    {
        for (const QJsonObject &record : records()) {
            if (record.value(field).toVariant().toString() == value)
                return record;
        }
        return {};
    }

    JobKind kindFor(const QString &id, const Target &target) const
    {
        JobKind found;
        for (const JobKind &kind : service->jobKinds()) {
            if (kind.id == id)
                found = service->kindFor(kind, target);
        }
        return found;
    }
    /// \a rows as a part, as a run would spool it; the mark of each is its place.
    PartFile spool(const JobKind &kind, const Target &target, const QStringList &fields,
                   const std::vector<Person> &rows)
    {
        const auto encoder = service->makeEncoder(kind, target, fields, schema);
        OutBuffer records;
        for (std::size_t place = 0; place < rows.size(); ++place) {
            std::vector<std::string> cells;
            for (const QString &field : fields)
                cells.push_back(rows[place].value(field).toStdString());
            const std::vector<std::string_view> views(cells.begin(), cells.end());
            encoder->encode(qint64(place), views, records);
        }
        const qsizetype between = rows.empty() ? 0 : encoder->separator().size();
        const QByteArray bytes = encoder->prologue()
            + QByteArray(records.text().data(), qsizetype(records.size()) - between) + encoder->epilogue();
        QFile file(m_folder.filePath(QStringLiteral("part-00001")));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = qint64(rows.size()), .bytes = bytes.size() };
    }
    /// Polls until the part has ended, moving the server's time on.
    Result<RemoteState> end(PartLoader &loader, const QString &batch)
    {
        Result<RemoteState> state = loader.poll(batch, {});
        for (int i = 0; i < 500 && state && !state->ended(); ++i) {
            passTime(5);
            state = loader.poll(batch, {});
        }
        return state;
    }
    /// The whole way of a part in bulk.
    Result<SaidOfPart> import(const Target &target, const QStringList &fields,
                              const std::vector<Person> &rows)
    {
        const JobKind kind = kindFor(QStringLiteral("bulk-import"), target);
        const auto loader = session->makeLoader(kind, target, fields);
        RememberedSteps steps;
        const auto sent = loader->submit(spool(kind, target, fields, rows), steps, {}, {});
        if (!sent)
            return tl::unexpected(sent.error());
        ticket = sent->ticket;
        if (const auto ended = end(*loader, ticket); !ended)
            return tl::unexpected(ended.error());
        SaidOfPart said;
        if (const Done collected = loader->collect(ticket, m_folder.path(), said, {}); !collected)
            return tl::unexpected(collected.error());
        return said;
    }
    QString folder() const { return m_folder.path(); }

    FakeClock clock;
    QtHttpFactory http;
    std::unique_ptr<Service> service = makeMarketoService(clock);
    std::unique_ptr<ServiceSession> session;
    Schema schema;
    QString ticket; ///< Of the latest import().

private:
    QTemporaryDir m_data;
    QTemporaryDir m_folder;
    std::unique_ptr<practice::Server> m_server;
    QJsonObject m_line;
};

} // namespace rowlift::test
