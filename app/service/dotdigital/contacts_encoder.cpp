#include "app/service/dotdigital/contacts_encoder.h"

#include "app/csv/csv_writer.h"

namespace rowlift::dotdigital {

QByteArray ContactsEncoder::prologue() const
{
    QByteArrayList names;
    for (const QString &field : m_fields)
        names << field.toUtf8();
    std::vector<std::string_view> cells;
    for (const QByteArray &name : names)
        cells.emplace_back(name.constData(), std::size_t(name.size()));
    QByteArray header;
    appendRecord(header, cells);
    return header;
}

void ContactsEncoder::encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const
{
    appendRecord(out, values);
}

} // namespace rowlift::dotdigital
