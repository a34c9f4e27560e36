#include "app/service/marketo/json_encoder.h"

#include "app/service/json_text.h"
#include "app/service/marketo/lead_options.h"

#include <algorithm>

namespace rowlift::marketo {

namespace {

QByteArray callBegin(const LeadOptions &options)
{
    const bool byId = options.lookupField == QLatin1StringView(personIdField);
    std::string begin = "{\"action\":";
    begin += byId ? "\"updateOnly\"" : "\"createOrUpdate\"";
    begin += ",\"lookupField\":" + jsonText(options.lookupField);
    if (!byId && !options.partition.isEmpty())
        begin += ",\"partitionName\":" + jsonText(options.partition);
    return QByteArray::fromStdString(begin + ",\"input\":[");
}

} // namespace

SyncEncoder::SyncEncoder(const Target &target, const QStringList &fields, const Schema &schema)
    : m_prologue(callBegin(leadOptions(target)))
    , m_clear(schema.forms.clear.toStdString())
{
    for (const QString &name : fields) {
        const Field *field = schema.field(name);
        const FieldType type = field ? field->type : FieldType::Text;
        Member member { .name = jsonText(name) + ':' };
        if (type == FieldType::Integer || type == FieldType::Number)
            member.form = Form::Number;
        else if (type == FieldType::Boolean)
            member.form = Form::Boolean;
        m_members.push_back(std::move(member));
    }
}

void SyncEncoder::encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const
{
    out.append("{");
    const std::size_t count = std::min(values.size(), m_members.size());
    bool isFirst = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (values[i].empty())
            continue;
        if (!isFirst)
            out.append(",");
        isFirst = false;
        out.append(m_members[i].name);
        appendValue(m_members[i].form, values[i], out);
    }
    out.append("},");
}

void SyncEncoder::appendValue(Form form, std::string_view value, OutBuffer &out) const
{
    if (!m_clear.empty() && value == m_clear)
        out.append("null");
    else if (form == Form::Number && isJsonNumber(value))
        out.append(value);
    else if (form == Form::Boolean && (value == "true" || value == "false"))
        out.append(value);
    else
        appendJsonText(value, out);
}

} // namespace rowlift::marketo
