#pragma once

#include "app/base/result.h"
#include "app/mapping/mapping.h"

#include <QJsonObject>

namespace rowlift {

/// Adds what differs from "as it is" to \a json, with the words of profiles and drafts.
void addTreatment(const Treatment &treatment, QJsonObject &json);
void addPiece(const Piece &piece, QJsonObject &json);

/// Fails with BadInput and the word in the detail when \a json says something that is not known here: left
/// out, it would change what is sent.
Result<Treatment> treatmentFrom(const QJsonObject &json);
Result<Piece> pieceFrom(const QJsonObject &json);

QString dateOrderId(DateOrder order); ///< "yearFirst"; empty for none.
QString propertyTypeId(PropertyType type); ///< "yesNo"
QString blankMeaningId(BlankMeaning meaning); ///< "leave"
/// Member `blank`; absent: Leave.
Result<BlankMeaning> blankMeaningFrom(const QJsonObject &json);

} // namespace rowlift
