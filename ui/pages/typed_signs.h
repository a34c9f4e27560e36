#pragma once

#include "app/csv/delimiter.h"

#include <QString>

#include <optional>

namespace rowlift::ui {

/// Characters as a person types them: themselves ("||", "§"), or as codes: "\t", "tab", "\\", "\x1F", "0x1F",
/// "U+001F". Nothing when nothing was typed, or no character has that code.
std::optional<QString> signsIn(const QString &typed);

/// What was typed for a delimiter; a sentence for the person where it cannot be one. \a quote may not be it.
struct TypedDelimiter {
    std::optional<Delimiter> delimiter;
    QString wrong;
};
TypedDelimiter typedDelimiter(const QString &typed, char quote);

/// The same for a sign that is one character of ASCII: the quotation mark, the sign that escapes it.
struct TypedSign {
    std::optional<char> sign;
    QString wrong;
};
TypedSign typedSign(const QString &typed, const Delimiter &delimiter);

/// For people, also where it cannot be seen: "|", "Tab", "0x1F".
QString signName(QChar sign);

} // namespace rowlift::ui
