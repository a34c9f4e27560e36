#pragma once

#include "app/schema/schema.h"
#include "app/service/job_kind.h"

#include <QStringList>

namespace rowlift::marketo {

/// Records as Bulk Lead Import takes them: UTF-8 without a byte order mark, LF, a header of REST names, in
/// front a column that holds the mark of the row (LeadOptions::rowNumbers). Quoted is what holds the
/// delimiter, a quote or a line break, and what begins or ends with a blank; line breaks within values stay
/// as they are. Source: contracts/marketo.md, 8 and 9.2.
class ImportEncoder : public Encoder {
public:
    ImportEncoder(const Target &target, QStringList fields);

    QByteArray prologue() const override;
    QByteArray epilogue() const override { return {}; }
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;

private:
    QStringList m_fields;
    char m_delimiter;
    bool m_rowNumbers;
};

} // namespace rowlift::marketo
