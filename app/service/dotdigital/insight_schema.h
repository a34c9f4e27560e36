#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

#include <QByteArray>

namespace rowlift::dotdigital {

/// By which a document of ours about a collection is known.
inline constexpr auto documentMark = "rowlift";
inline constexpr auto insightDocumentKind = "insightData";

bool isInsightDocument(const QByteArray &document);

/// The schema of a collection: its key, its contact, and the properties that its records have, whose types
/// are fixed. Source: contracts/dotdigital.md, 4.2, 4.5 and 5.
Result<Schema> readInsightSchema(const QByteArray &document);

/// \a schema as it is for an import to \a target: without a contact where records belong to the account, the
/// contact by what it is found by, and the usual properties of orders where they are new.
Schema fittedInsightSchema(Schema schema, const Target &target);

} // namespace rowlift::dotdigital
