#pragma once

#include "app/csv/csv_writer.h"
#include "app/service/service.h"

namespace rowlift::testing {

/// A service that takes CSV in small parts. It has no far end: what is cut and encoded is looked at.
class ToyService : public Service {
public:
    /// One that takes parts ten times as large as it likes them.
    explicit ToyService(qint64 partBytes)
        : m_partBytes(partBytes)
    {
    }

    QString id() const override { return QStringLiteral("toy"); }
    QString name() const override { return QStringLiteral("Toy"); }
    std::vector<SignInForm> signIn() const override { return {}; }
    bool recognisesDescribe(const QByteArray &) const override { return false; }
    Result<Schema> schemaFrom(const QByteArray &) const override
    {
        Schema schema;
        for (const auto *name : { "Name", "Note" }) {
            Field field;
            field.name = QLatin1StringView(name);
            field.creatable = true;
            schema.fields.push_back(field);
        }
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        return { { .id = QStringLiteral("toy"),
                   .operations = { Operation::Insert },
                   .maxBodyBytes = 10 * m_partBytes,
                   .partBytes = m_partBytes,
                   .lanes = 2,
                   .canAbort = true } };
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &, const Target &, const QStringList &fields,
                                         const Schema &) const override
    {
        return std::make_unique<CsvLines>(fields);
    }
    Explanation explain(const Reason &reason, const Schema &) const override
    {
        return { .sentence = reason.text, .cure = {} };
    }
    std::unique_ptr<ServiceSession> open(const Account &, CredentialsSource, HttpFactory &) const override
    {
        return nullptr;
    }

private:
    class CsvLines : public Encoder {
    public:
        explicit CsvLines(const QStringList &fields)
            : m_header(fields.join(u',').toUtf8() + '\n')
        {
        }
        QByteArray prologue() const override { return m_header; }
        QByteArray epilogue() const override { return {}; }
        void encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const override
        {
            appendRecord(out, values);
        }

    private:
        QByteArray m_header;
    };

    qint64 m_partBytes;
};

} // namespace rowlift::testing
