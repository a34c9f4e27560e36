#pragma once

#include "app/mapping/mapping.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace rowlift {

/// The words of files and of the command line; profiles and drafts are written with them.
QString becauseId(Because because); ///< "sameName"; "nothing" for none.
QString dateOrderId(DateOrder order); ///< "yearFirst"; empty for none.
QString operationId(Operation operation); ///< "insert" …
std::optional<Operation> operationFrom(QStringView id);

/// Unknown words become the weakest meaning, so that a file of a later version can still be read.
QJsonArray toJson(const Mapping &mapping);
Mapping mappingFrom(const QJsonArray &json);

QJsonObject toJson(const Target &target);
Target targetFrom(const QJsonObject &json);

} // namespace rowlift
