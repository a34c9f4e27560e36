#pragma once

#include "app/csv/out_buffer.h"
#include "app/schema/schema.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

/// A way of loading, as data.
struct JobKind {
    QString id; ///< "bulk-ingest"
    std::vector<Operation> operations;
    qint64 maxBodyBytes = 0; ///< Of the whole request body.
    qint64 partBytes = 0; ///< What a part is best kept under.
    int lanes = 1; ///< Parts in work at a time.
    bool canAbort = false;
    QString suffix = QStringLiteral("csv"); ///< Of a part that is kept as a file.
};

/// Writes records as the service takes them. Pure: the same records give the same bytes.
class Encoder {
public:
    virtual ~Encoder() = default;

    virtual QByteArray prologue() const = 0; ///< Before the first record.
    virtual QByteArray epilogue() const = 0; ///< After the last one.
    /// Appends one record, separators included; \a values in the order of the fields it was made for. Several
    /// threads may encode at once.
    virtual void encode(std::span<const std::string_view> values, OutBuffer &out) const = 0;
};

} // namespace rowlift
