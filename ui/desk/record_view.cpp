#include "ui/desk/record_view.h"

#include "app/schema/property_path.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace rowlift::ui {

namespace {

using Json = rapidjson::Value;

// As they are spelt, not as a computer keeps them: "19.90", and ids of twenty digits.
constexpr unsigned asSpelt = rapidjson::kParseNumbersAsStringsFlag;

QString textOfJson(const Json &value)
{
    return QString::fromUtf8(value.GetString(), static_cast<qsizetype>(value.GetStringLength()));
}

QString scalarText(const Json &value)
{
    if (value.IsString())
        return textOfJson(value);
    if (value.IsBool())
        return value.GetBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.IsNull() ? QStringLiteral("null") : QString();
}

bool isSimple(const Json &value)
{
    return !value.IsObject() && !value.IsArray();
}

class RecordLines {
public:
    std::vector<RecordLine> lines;

    void addMembers(const Json &object, int depth)
    {
        for (auto member = object.MemberBegin(); member != object.MemberEnd(); ++member)
            add(textOfJson(member->name), member->value, depth);
    }

private:
    void add(const QString &name, const Json &value, int depth)
    {
        if (isSimple(value)) {
            lines.push_back({ .depth = depth, .name = name, .value = scalarText(value) });
            return;
        }
        if (value.IsArray() && isSimpleList(value)) {
            QStringList texts;
            for (const Json &entry : value.GetArray())
                texts << scalarText(entry);
            lines.push_back({ .depth = depth, .name = name, .value = texts.join(QStringLiteral(" · ")) });
            return;
        }
        lines.push_back({ .depth = depth, .name = name, .value = {} });
        if (value.IsObject()) {
            addMembers(value, depth + 1);
            return;
        }
        int number = 0;
        for (const Json &entry : value.GetArray())
            add(QString::number(++number), entry, depth + 1);
    }
    static bool isSimpleList(const Json &list)
    {
        for (const Json &entry : list.GetArray()) {
            if (!isSimple(entry))
                return false;
        }
        return true;
    }
};

/// The member that the first of \a properties lies in; some services want it as a text, which \a inner then
/// holds.
const Json *bodyOf(const Json &record, const QStringList &properties, rapidjson::Document &inner)
{
    const Json *body = nullptr;
    for (auto member = record.MemberBegin(); member != record.MemberEnd(); ++member) {
        const Json *candidate = member->value.IsObject() ? &member->value : nullptr;
        if (member->value.IsString() && member->value.GetStringLength() > 1
            && member->value.GetString()[0] == '{') {
            rapidjson::Document parsed;
            parsed.Parse<asSpelt>(member->value.GetString(), member->value.GetStringLength());
            if (!parsed.HasParseError() && parsed.IsObject()) {
                inner.Swap(parsed);
                candidate = &inner;
            }
        }
        if (!candidate)
            continue;
        for (const QString &name : properties) {
            const auto path = propertyPath(name);
            if (path && candidate->HasMember(path->front().name.toUtf8().constData()))
                body = candidate;
        }
    }
    return body;
}

/// Numbers come as they are spelt, and stay numbers.
class IndentedWriter : public rapidjson::PrettyWriter<rapidjson::StringBuffer> {
public:
    using PrettyWriter::PrettyWriter;

    bool RawNumber(const char *spelt, rapidjson::SizeType length, bool)
    {
        return RawValue(spelt, length, rapidjson::kNumberType);
    }
};

} // namespace

std::vector<RecordLine> recordLines(const QByteArray &record, const QStringList &properties)
{
    rapidjson::Document document;
    document.Parse<asSpelt>(record.constData(), static_cast<std::size_t>(record.size()));
    if (document.HasParseError() || !document.IsObject())
        return {};
    rapidjson::Document inner;
    RecordLines found;
    if (const Json *body = bodyOf(document, properties, inner))
        found.addMembers(*body, 0);
    return found.lines;
}

QString indentedRecord(const QByteArray &record)
{
    rapidjson::StringBuffer buffer;
    IndentedWriter writer(buffer);
    writer.SetIndent(' ', 2);
    rapidjson::Reader reader;
    rapidjson::MemoryStream stream(record.constData(), static_cast<std::size_t>(record.size()));
    if (reader.Parse<asSpelt>(stream, writer).IsError())
        return QString::fromUtf8(record);
    return QString::fromUtf8(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize()));
}

} // namespace rowlift::ui
