#include "app/service/salesforce/csv_encoder.h"

#include "app/csv/csv_writer.h"

#include <algorithm>
#include <string>

namespace rowlift::salesforce {

namespace {

bool hasCarriageReturn(std::string_view value)
{
    return value.find('\r') != std::string_view::npos;
}

std::string withLineFeeds(std::string_view value)
{
    std::string text;
    text.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\r')
            text += value[i];
        else if (i + 1 == value.size() || value[i + 1] != '\n')
            text += '\n';
    }
    return text;
}

} // namespace

CsvEncoder::CsvEncoder(QStringList fields)
    : m_fields(std::move(fields))
{
}

QByteArray CsvEncoder::prologue() const
{
    QByteArray header;
    for (const QString &field : m_fields)
        header += (header.isEmpty() ? "" : ",") + field.toUtf8();
    return header + '\n';
}

QByteArray CsvEncoder::epilogue() const
{
    return {};
}

void CsvEncoder::encode(std::span<const std::string_view> values, QByteArray &out) const
{
    if (std::ranges::none_of(values, hasCarriageReturn)) {
        appendRecord(out, values);
        return;
    }
    std::vector<std::string> texts;
    texts.reserve(values.size());
    for (const std::string_view value : values)
        texts.push_back(withLineFeeds(value));
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    appendRecord(out, views);
}

} // namespace rowlift::salesforce
