#include "app/service/salesforce/csv_encoder.h"

#include "app/csv/csv_writer.h"

namespace rowlift::salesforce {

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

void CsvEncoder::encode(std::span<const std::string_view> values, OutBuffer &out) const
{
    appendRecord(out, values, { .lineFeeds = true });
}

} // namespace rowlift::salesforce
