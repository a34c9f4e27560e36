#pragma once

#include "tests/unit/run/toy_service.h"

#include <QFile>

namespace rowlift::testing {

/// Records of a key, a head and lines: "key|head:line,line;". Rows with one key form one record, with the
/// head of the first of them.
class LineEncoder : public Encoder {
public:
    QByteArray prologue() const override { return "<<"; }
    QByteArray epilogue() const override { return ">>>"; }
    QByteArray separator() const override { return ";"; }
    void encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const override
    {
        out.append(values[0]);
        out.append("|");
        out.append(values[1].substr(0, values[1].find('/')));
        out.append(":");
        out.append(lineOf(values[1]));
        out.append(";");
    }
    void merge(std::span<const std::string_view> rows, OutBuffer &out) const override
    {
        std::string_view first = rows.front();
        first.remove_suffix(1);
        out.append(first);
        bool hasLines = !first.ends_with(':');
        for (const std::string_view row : rows.subspan(1)) {
            const std::string_view line = row.substr(row.find(':') + 1, row.size() - row.find(':') - 2);
            if (!line.empty() && hasLines)
                out.append(",");
            out.append(line);
            hasLines = hasLines || !line.empty();
        }
        out.append(";");
    }
    Done readKeys(const QString &path, const std::function<void(std::string_view key)> &take) const override
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(Error { .kind = Error::Kind::Storage,
                                          .sentence = QStringLiteral("no part"),
                                          .detail = path,
                                          .retryAfter = {} });
        const QByteArray bytes = file.readAll();
        for (const QByteArray &record : bytes.mid(2, bytes.size() - 5).split(';')) {
            const QByteArray key = record.left(record.indexOf('|'));
            take({ key.constData(), static_cast<std::size_t>(key.size()) });
        }
        return {};
    }

private:
    static std::string_view lineOf(std::string_view note)
    {
        const std::size_t slash = note.find('/');
        return slash == std::string_view::npos ? std::string_view() : note.substr(slash + 1);
    }
};

/// A service of such records: column Name is the key, Note "head/line".
class GroupingService : public ToyService {
public:
    explicit GroupingService(qint64 partBytes, qint64 maxBodyBytes = 0, qint64 maxRecords = 0)
        : ToyService(partBytes)
        , m_maxBodyBytes(maxBodyBytes)
        , m_maxRecords(maxRecords)
    {
    }

    Result<Schema> schemaFrom(const QByteArray &describe) const override
    {
        auto schema = ToyService::schemaFrom(describe);
        schema->fields.front().key = schema->fields.front().caseSensitive = true;
        return schema;
    }
    std::vector<JobKind> jobKinds() const override
    {
        auto kinds = ToyService::jobKinds();
        JobKind &kind = kinds.front();
        kind.operations = { Operation::Upsert };
        kind.repeatedKeys[Operation::Upsert] = RepeatedKeys::Waves;
        kind.canGroup = true;
        kind.naming = ResultNaming::Keys;
        kind.maxRecords = m_maxRecords;
        if (m_maxBodyBytes > 0)
            kind.maxBodyBytes = m_maxBodyBytes;
        return kinds;
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &, const Target &, const QStringList &,
                                         const Schema &) const override
    {
        return std::make_unique<LineEncoder>();
    }

private:
    qint64 m_maxBodyBytes;
    qint64 m_maxRecords;
};

} // namespace rowlift::testing
