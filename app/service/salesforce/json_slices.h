#pragma once

#include "app/base/result.h"
#include "app/service/part_loader.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace rowlift::salesforce {

/// The elements of a JSON array, or the members of an object, as they stand in \a container: values keep
/// every digit and their order, which no reading and writing anew would. For what JsonEncoder wrote: nothing
/// stands between them but commas. They live as long as \a container.
std::vector<QByteArrayView> slicesOf(QByteArrayView container);

/// The records of a part as JsonEncoder wrote them, as slices of \a part. Fails with Storage when they are
/// not as many as \a file has rows.
Result<std::vector<QByteArrayView>> recordSlices(const QByteArray &part, const PartFile &file);

/// One member of a record.
struct JsonMember {
    QByteArrayView name; ///< Without quotes; names of fields have no signs that are written otherwise.
    QByteArrayView value;
    QByteArrayView whole;
};
std::vector<JsonMember> membersOf(QByteArrayView record);

/// What a text or number in JSON says; empty for null and all else.
QString plainText(QByteArrayView value);

} // namespace rowlift::salesforce
