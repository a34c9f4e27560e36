#pragma once

#include "app/practice/marketo/fields.h"

#include <QByteArray>

#include <string_view>

namespace rowlift::practice::marketo {

/// What a text becomes in a field.
struct Literal {
    enum class Fault { None, Type, TooLong };

    QByteArray json; ///< Empty with a fault.
    Fault fault = Fault::None;
    bool oddEmail = false; ///< It is taken, with a warning.
};

/// \a text must not be empty. Source: contracts/marketo.md, 8.
Literal literalOf(const Field &field, std::string_view text);
/// Any text as a JSON string; what is no UTF-8 becomes the sign for it.
QByteArray textLiteral(std::string_view text);
/// What a literal is found by: addresses in any case.
QByteArray keyOf(const Field &field, const QByteArray &literal);
/// True for NULL in any case, which clears a field.
bool isNull(std::string_view text);

} // namespace rowlift::practice::marketo
