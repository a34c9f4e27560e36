#include "app/service/salesforce/csv_encoder.h"

#include "app/csv/csv_writer.h"

#include <algorithm>

namespace rowlift::salesforce {

CsvEncoder::CsvEncoder(QStringList fields, Operation operation)
    : m_fields(std::move(fields))
{
    if (operation != Operation::Delete)
        return;
    const QString id = QStringLiteral("Id");
    m_only = std::max<qsizetype>(0, m_fields.indexOf(id));
    m_fields = { id };
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

void CsvEncoder::encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const
{
    const bool hasIt = m_only >= 0 && m_only < std::ssize(values);
    appendRecord(out, hasIt ? values.subspan(std::size_t(m_only), 1) : values, { .lineFeeds = true });
}

} // namespace rowlift::salesforce
