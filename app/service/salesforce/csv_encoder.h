#pragma once

#include "app/service/job_kind.h"

#include <QStringList>

namespace rowlift::salesforce {

/// Records as the Bulk API takes them: UTF-8 without a byte order mark, comma, LF, the header in the
/// describe's spelling. Line breaks within values become LF, since the service holds the whole file against
/// one line ending. Of a delete the ids alone are written, as the service takes no other column with it.
/// Source: contracts/salesforce.md, 4.
class CsvEncoder : public Encoder {
public:
    explicit CsvEncoder(QStringList fields, Operation operation = Operation::Insert);

    QByteArray prologue() const override;
    QByteArray epilogue() const override;
    void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const override;

private:
    QStringList m_fields;
    std::ptrdiff_t m_only = -1; ///< Which of the values is written alone; -1: all are.
};

} // namespace rowlift::salesforce
