#pragma once

#include "app/practice/salesforce/catalog.h"

#include <QByteArray>

#include <string_view>

namespace rowlift::practice::salesforce {

/// What a cell became: a JSON literal to store, or the error of its row as `CODE`, text and field.
struct Converted {
    QByteArray literal;
    QByteArray code; ///< Empty: no error.
    QByteArray message;
};

/// Converts one non-empty cell to the type of \a field and checks length, range and list. \a column counts
/// from 0.
///
/// References and ids are only checked for their form and kind, not for being there.
/// Source: contracts/salesforce.md, sections 3.8 (texts) and 4 (forms).
Converted convertedValue(const Catalog &catalog, const Field &field, std::string_view cell, int column);

/// Length as the service counts it: UTF-16 units.
int utf16Length(std::string_view utf8);
/// Text that compares equal exactly when the service takes two keys for the same one.
QByteArray foldedKey(const Field &field, std::string_view text);
/// True for what the service takes as an e-mail address.
bool isEmailAddress(std::string_view text);
/// The text inside a stored JSON literal: undoes quotes and escapes; `null` becomes empty.
QByteArray literalText(const QByteArray &literal);

} // namespace rowlift::practice::salesforce
