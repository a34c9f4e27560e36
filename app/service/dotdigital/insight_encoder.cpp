#include "app/service/dotdigital/insight_encoder.h"

#include "app/service/dotdigital/json_reader.h"
#include "app/service/dotdigital/json_walk.h"
#include "app/service/json_text.h"

#include <QCoreApplication>

#include <array>
#include <charconv>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view beforeKey = "{\"key\":";

struct InsightPartWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::InsightEncoder)
};

std::optional<std::size_t> columnOf(const QStringList &fields, const char *name)
{
    const qsizetype column = fields.indexOf(QLatin1StringView(name));
    return column < 0 ? std::nullopt : std::optional(std::size_t(column));
}

JsonSpelling spellingOf(InsightVersion version)
{
    return version == InsightVersion::V2 ? JsonSpelling::InText : JsonSpelling::Plain;
}

QByteArray importBegin(const InsightTarget &target)
{
    const std::string scope = target.scope == InsightScope::Account ? "\"account\"" : "\"contact\"";
    return QByteArray::fromStdString("{\"collectionName\":" + jsonText(target.collection)
                                     + ",\"collectionScope\":" + scope
                                     + ",\"collectionType\":" + jsonText(target.type) + ",\"records\":[");
}

/// Hears the keys of the records in a part.
class RecordKeys : public JsonListener {
public:
    RecordKeys(int depthOfRecords, const std::function<void(std::string_view)> &take)
        : m_depthOfRecords(depthOfRecords)
        , m_take(take)
    {
    }

    void begin(bool) override { ++m_depth; }
    void end() override { --m_depth; }
    void name(std::string_view name) override { m_isKey = m_depth == m_depthOfRecords && name == "key"; }
    void text(std::string_view text) override
    {
        if (m_isKey && m_depth == m_depthOfRecords)
            m_take(text);
        m_isKey = false;
    }
    void number(std::string_view) override { }

private:
    int m_depthOfRecords;
    const std::function<void(std::string_view)> &m_take;
    int m_depth = 0;
    bool m_isKey = false;
};

} // namespace

InsightEncoder::InsightEncoder(InsightVersion version, const Target &target, const QStringList &fields,
                               const Schema &schema)
    : m_record(fields, schema, target.list, spellingOf(version))
    , m_version(version)
    , m_madeKeys(target.madeKeys.toStdString())
    , m_key(columnOf(fields, keyFieldName))
{
    const InsightTarget insight = insightTarget(target);
    setContact(version, insight, fields);
    if (version == InsightVersion::V2) {
        m_beforeObject += ",\"json\":\"";
        m_behindObject = "\"}";
        m_prologue = "[";
        m_epilogue = "]";
    } else {
        m_beforeObject += ",\"json\":";
        m_behindObject = "}";
        m_prologue = importBegin(insight);
        m_epilogue = "]}";
    }
}

void InsightEncoder::setContact(InsightVersion version, const InsightTarget &target,
                                const QStringList &fields)
{
    if (target.scope == InsightScope::Contact)
        m_contact = columnOf(fields, contactFieldName);
    if (version == InsightVersion::V2) {
        m_beforeContact = m_contact ? ",\"contactIdentifier\":" : "";
        if (target.scope == InsightScope::Account)
            m_beforeContact = ",\"contactIdentifier\":\"account\"";
    } else if (m_contact) {
        m_beforeContact
            = ",\"contactIdentity\":{\"identifier\":" + jsonText(target.identifier) + ",\"value\":";
        m_beforeObject = "}";
    }
}

void InsightEncoder::writeKey(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const
{
    if (m_key) {
        appendJsonText(values[*m_key], out);
        return;
    }
    if (m_madeKeys.empty()) {
        out.append("\"…\"");
        return;
    }
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.begin(), digits.end(), mark).ptr;
    appendJsonText(m_madeKeys, out);
    out.endAt(out.room(0) - 1); // its last quote
    out.append("-");
    out.append({ digits.data(), std::size_t(end - digits.data()) });
    out.append("\"");
}

void InsightEncoder::encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const
{
    out.append(beforeKey);
    writeKey(mark, values, out);
    out.append(m_beforeContact);
    if (m_contact)
        appendJsonText(values[*m_contact], out);
    out.append(m_beforeObject);
    m_record.append(values, out);
    out.append(m_behindObject);
    out.append(",");
}

std::size_t InsightEncoder::objectIn(std::string_view record) const
{
    const JsonWalk walk(record, JsonSpelling::Plain);
    std::size_t at = walk.behindText(beforeKey.size()) + m_beforeContact.size();
    if (m_contact)
        at = walk.behindText(at);
    return at + m_beforeObject.size();
}

void InsightEncoder::merge(std::span<const std::string_view> rows, OutBuffer &out) const
{
    const std::size_t behind = m_behindObject.size() + 1; // and the separator
    std::vector<std::string_view> objects;
    objects.reserve(rows.size());
    for (std::string_view row : rows) {
        row.remove_prefix(objectIn(row));
        row.remove_suffix(behind);
        objects.push_back(row);
    }
    if (rows.empty())
        return;
    const std::string_view first = rows.front();
    out.append(first.substr(0, objectIn(first)));
    m_record.merge(objects, out);
    out.append(first.substr(first.size() - behind));
}

Done InsightEncoder::readKeys(const QString &path, const std::function<void(std::string_view)> &take) const
{
    RecordKeys keys(m_version == InsightVersion::V2 ? 2 : 3, take);
    if (readJsonFile(path, keys) == JsonEnd::Whole)
        return {};
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence = InsightPartWords::tr("What was sent could not be read again. Check the disk."),
                .detail = path,
                .retryAfter = {} });
}

} // namespace rowlift::dotdigital
