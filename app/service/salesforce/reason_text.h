#pragma once

#include "app/schema/schema.h"
#include "app/service/outcome.h"

#include <optional>

namespace rowlift::salesforce {

/// What a reason says, read with the schema's help. Texts come in the user's language: they are read by the
/// labels of the schema and by signs, and by words only where no other language loses more than detail.
struct ReadReason {
    const Reason &reason;
    QStringList fields = {}; ///< API names of those at fault.
    const Field *field = nullptr; ///< The first of them that the schema has.
    QString label = {}; ///< Of all of them: "Company and Last Name"; never empty.
    QString value = {}; ///< That the text quotes; may be cut.
    QString parentLabel = {}; ///< Of the key that found no record, where the text names one.

    bool namesFields() const { return !fields.isEmpty(); }
};
ReadReason readReason(const Reason &reason, const Schema &schema);

/// A record of another object that was named by a key and is not there.
struct MissingParent {
    QString object;
    QString key;
    QString value;
};
std::optional<MissingParent> missingParent(const QString &text);

/// A field that the service does not know, or does not show to this user, where \a text names one.
QString unknownField(const QString &text);

/// The type that \a text says a value has not; Unsupported when it names none.
FieldType wantedType(const QString &text);

} // namespace rowlift::salesforce
