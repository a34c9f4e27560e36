#pragma once

#include "app/service/marketo/marketo.h"
#include "tests/unit/service/noted_results.h"
#include "tests/unit/service/scripted_service.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <vector>

namespace rowlift::test {

using namespace Qt::StringLiterals;

/// A Marketo without a network, for one test after the other.
class ScriptedMarketo : protected ScriptedService {
protected:
    ScriptedMarketo()
        : ScriptedService(makeMarketoService)
    {
    }

    using Rows = QList<QByteArrayList>;

    void tokenAnswer(const QByteArray &token = "5e1b7c0a-66f1-4f5e-9c0d-0a8d2f6b91ce:sj")
    {
        script().answer(200,
                        R"({"access_token":")" + token
                            + R"(","token_type":"bearer","expires_in":3599,"scope":"api@acme.example"})");
    }
    /// An envelope with one error in it.
    void refusal(int code, const QByteArray &text = "no")
    {
        script().answer(200,
                        R"({"requestId":"1#2","success":false,"errors":[{"code":")" + QByteArray::number(code)
                            + R"(","message":")" + text + R"("}]})");
    }
    /// An envelope with one element in its result.
    void success(const QByteArray &element)
    {
        script().answer(200, R"({"requestId":"1#2","success":true,"result":[)" + element + "]}");
    }
    /// How batch 3404 is doing.
    static QByteArray job(const QByteArray &status, int processed, int failed, int warned,
                          const QByteArray &message = "x")
    {
        const QJsonObject made { { u"batchId"_s, 3404 },
                                 { u"status"_s, QString::fromLatin1(status) },
                                 { u"numOfLeadsProcessed"_s, processed },
                                 { u"numOfRowsFailed"_s, failed },
                                 { u"numOfRowsWithWarning"_s, warned },
                                 { u"message"_s, QString::fromLatin1(message) } };
        return QJsonDocument(made).toJson(QJsonDocument::Compact);
    }
    JobKind kindOf(const QString &id, const Target &target) const
    {
        JobKind found;
        for (const JobKind &kind : m_service->jobKinds()) {
            if (kind.id == id)
                found = m_service->kindFor(kind, target);
        }
        return found;
    }
    /// A loader whose session is signed in already; requests and answers begin after that.
    std::unique_ptr<PartLoader> signedInLoader(const Target &target, const QStringList &fields,
                                               const QString &kind = u"bulk-import"_s)
    {
        signIn();
        return m_session->makeLoader(kindOf(kind, target), target, fields);
    }
    void signIn()
    {
        tokenAnswer();
        success(R"({"id":1,"name":"Default"})");
        m_session = open({ .url = QUrl(u"https://123-abc-456.mktorest.com"_s),
                           .clientId = u"id+1"_s,
                           .clientSecret = Secret(u"s&cret"_s) });
        (void)m_session->choices(u"partition"_s, {}, {});
        script().requests.clear();
        script().answers.clear();
    }
    static Schema leadSchema()
    {
        Schema schema;
        schema.forms.clear = "NULL";
        const auto add = [&schema](const QString &name, const QString &label, FieldType type, int length) {
            Field field;
            field.name = name;
            field.label = label;
            field.type = type;
            field.length = length;
            schema.fields.push_back(field);
        };
        add(u"id"_s, u"Marketo ID"_s, FieldType::Integer, 0);
        add(u"email"_s, u"Email Address"_s, FieldType::Email, 255);
        add(u"firstName"_s, u"First Name"_s, FieldType::Text, 255);
        add(u"lastName"_s, u"Last Name"_s, FieldType::Text, 255);
        add(u"leadScore"_s, u"Lead Score"_s, FieldType::Integer, 0);
        add(u"unsubscribed"_s, u"Unsubscribed"_s, FieldType::Boolean, 0);
        add(u"annualRevenue"_s, u"Annual Revenue"_s, FieldType::Number, 0);
        return schema;
    }
    static QByteArray encoded(const Encoder &encoder, const Rows &rows)
    {
        OutBuffer out;
        qint64 mark = 17;
        for (const QByteArrayList &row : rows) {
            std::vector<std::string_view> cells;
            for (const QByteArray &cell : row)
                cells.emplace_back(cell.constData(), std::size_t(cell.size()));
            encoder.encode(mark, cells, out);
            mark += 40;
        }
        QByteArray bytes = encoder.prologue() + QByteArray(out.text().data(), qsizetype(out.size()));
        bytes.chop(encoder.separator().size());
        return bytes + encoder.epilogue();
    }
    /// As a run keeps it: by the encoder of the way of loading.
    PartFile part(const QString &kind, const Target &target, const QStringList &fields, const Rows &rows)
    {
        const auto encoder = m_service->makeEncoder(kindOf(kind, target), target, fields, leadSchema());
        const QByteArray bytes = encoded(*encoder, rows);
        QFile file(m_folder.filePath(u"part-00001"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows.size(), .bytes = bytes.size() };
    }
    const HttpRequest &request(std::size_t number = 0) { return script().requests.at(number); }
    /// "GET /bulk/v1/leads/batch/3404.json"
    QString line(std::size_t number = 0)
    {
        const HttpRequest &asked = request(number);
        return QString::fromLatin1(asked.method) + u' '
            + QString::fromLatin1(asked.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    }
    /// One a line.
    QByteArray headers(std::size_t number = 0)
    {
        QByteArrayList lines;
        for (const auto &[name, value] : request(number).headers)
            lines << name + ": " + value;
        return lines.join('\n');
    }

    const QString m_bulk = u"bulk-import"_s;
    const QString m_sync = u"sync-leads"_s;
    const Target m_people { .object = u"leads"_s, .operation = Operation::Upsert, .keyField = u"email"_s };
    const QStringList m_person { u"email"_s, u"firstName"_s, u"lastName"_s, u"leadScore"_s };
    const Rows m_ada { { "ada@example.com", "Ada", "Byron", "12" } };
    QTemporaryDir m_folder;
    std::unique_ptr<ServiceSession> m_session;
};

} // namespace rowlift::test
