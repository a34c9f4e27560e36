#pragma once

#include "app/base/result.h"
#include "app/mapping/mapping.h"

#include <QJsonObject>

#include <optional>

namespace rowlift {

/// The words of files and of the command line; profiles and drafts are written with them.
QString becauseId(Because because); ///< "sameName"; "nothing" for none.
QString operationId(Operation operation); ///< "insert" …
std::optional<Operation> operationFrom(QStringView id);

/// Members `columns`, `extras`, `blank`, `order`, as README's "Mapping profiles" has them.
QJsonObject toJson(const Mapping &mapping);
/// An unknown reason why a column goes where it goes becomes none. Fails with BadInput where something would
/// be sent otherwise than \a json says (treatmentFrom()). Versions 1 and 2.
Result<Mapping> mappingFrom(const QJsonObject &json);

QString severalFoundId(SeveralFound several); ///< "leaveOut", "changedLast"
std::optional<SeveralFound> severalFoundFrom(QStringView id);

QJsonObject toJson(const Target &target);
Target targetFrom(const QJsonObject &json);

} // namespace rowlift
