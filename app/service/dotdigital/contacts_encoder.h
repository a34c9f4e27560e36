#pragma once

#include "app/service/job_kind.h"

#include <QStringList>

namespace rowlift::dotdigital {

/// Contacts as an import takes them: CSV in UTF-8 without a byte order mark, LF, a header of field names.
/// Source: contracts/dotdigital.md, 6.3.
class ContactsEncoder : public Encoder {
public:
    explicit ContactsEncoder(QStringList fields)
        : m_fields(std::move(fields))
    {
    }

    QByteArray prologue() const override;
    QByteArray epilogue() const override { return {}; }
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;

private:
    QStringList m_fields;
};

} // namespace rowlift::dotdigital
