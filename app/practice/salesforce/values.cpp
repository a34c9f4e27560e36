#include "app/practice/salesforce/values.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QByteArray shortened(std::string_view text)
{
    constexpr std::size_t most = 255;
    return text.size() <= most ? bytesOf(text) : bytesOf(text.substr(0, most)) + "...";
}

Converted textLiteral(std::string_view text)
{
    Converted converted;
    appendJsonString(converted.literal, text);
    return converted;
}

Converted notOfType(const Field &field, std::string_view cell, int column)
{
    return { {},
             "INVALID_FIELD"_ba,
             "Failed to deserialize field at col " + QByteArray::number(column) + ". Due to, '"
                 + shortened(cell) + "' is not a valid value for the type " + field.soapType };
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

int numberIn(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string_view withoutSign(std::string_view text)
{
    return !text.empty() && (text[0] == '+' || text[0] == '-') ? text.substr(1) : text;
}

Converted outOfRange(const Field &field, std::string_view cell)
{
    return { {},
             "NUMBER_OUTSIDE_VALID_RANGE"_ba,
             field.label + ": value outside of valid range on numeric field: " + shortened(cell) };
}

Converted intValue(const Field &field, std::string_view cell, int column)
{
    const std::string_view digits = withoutSign(cell);
    if (!allDigits(digits))
        return notOfType(field, cell, column);
    const std::string_view significant
        = digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    if (significant.size() > static_cast<std::size_t>(field.digits > 0 ? field.digits : 9))
        return outOfRange(field, cell);
    return { (cell[0] == '-' && significant != "0" ? "-"_ba : ""_ba) + bytesOf(significant), {}, {} };
}

/// digits[.digits][e[sign]digits] with an optional sign; ".5" and "5." are taken too, as xsd:double does.
bool isDecimal(std::string_view text)
{
    text = withoutSign(text);
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent != std::string_view::npos) {
        if (!allDigits(withoutSign(text.substr(exponent + 1))))
            return false;
        text = text.substr(0, exponent);
    }
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view part = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    return (allDigits(whole) || whole.empty()) && (allDigits(part) || part.empty())
        && whole.size() + part.size() > 0;
}

Converted doubleValue(const Field &field, std::string_view cell, int column)
{
    if (!isDecimal(cell))
        return notOfType(field, cell, column);
    bool fits = false;
    const double value = bytesOf(cell).toDouble(&fits);
    const bool tiny = cell.find("e-") != cell.npos || cell.find("E-") != cell.npos;
    if (!std::isfinite(value) || (!fits && !tiny)
        || (field.precision > 0 && std::abs(value) >= std::pow(10.0, field.precision - field.scale)))
        return outOfRange(field, cell);
    const double unit = std::pow(10.0, field.scale);
    const double cut = field.scale < 12 ? std::trunc(value * unit) / unit
                                        : value; // further decimals are cut without a word
    QByteArray literal = QByteArray::number(cut, 'f', field.scale);
    if (literal.contains('.')) {
        while (literal.endsWith('0'))
            literal.chop(1);
        if (literal.endsWith('.'))
            literal.chop(1);
    }
    return { literal == "-0" ? "0"_ba : literal, {}, {} };
}

bool isDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !allDigits(text.substr(0, 4))
        || !allDigits(text.substr(5, 2)) || !allDigits(text.substr(8, 2)))
        return false;
    const int year = numberIn(text.substr(0, 4));
    return year >= 1700 && year <= 4000
        && QDate::isValid(year, numberIn(text.substr(5, 2)), numberIn(text.substr(8, 2)));
}

/// HH:mm:ss[.S…] and a zone: Z, +HH:mm, +HHmm.
bool isZonedTime(std::string_view text)
{
    if (text.size() < 9 || text[2] != ':' || text[5] != ':' || !allDigits(text.substr(0, 2))
        || !allDigits(text.substr(3, 2)) || !allDigits(text.substr(6, 2)))
        return false;
    if (numberIn(text.substr(0, 2)) > 23 || numberIn(text.substr(3, 2)) > 59
        || numberIn(text.substr(6, 2)) > 59)
        return false;
    text.remove_prefix(8);
    if (text[0] == '.') {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        if (end < 2 || end > 10)
            return false;
        text.remove_prefix(end);
    }
    if (text == "Z")
        return true;
    const bool signedZone = !text.empty() && (text[0] == '+' || text[0] == '-');
    return signedZone
        && ((text.size() == 5 && allDigits(text.substr(1)))
            || (text.size() == 6 && text[3] == ':' && allDigits(text.substr(1, 2))
                && allDigits(text.substr(4))));
}

Converted dateValue(const Field &field, std::string_view cell, int column)
{
    // One sample of the guide ends in Z, so that is taken.
    const std::string_view date = cell.ends_with('Z') ? cell.substr(0, cell.size() - 1) : cell;
    return isDate(date) ? textLiteral(date) : notOfType(field, cell, column);
}

Converted dateTimeValue(const Field &field, std::string_view cell, int column)
{
    if (cell.size() < 20 || cell[10] != 'T' || !isDate(cell.substr(0, 10)) || !isZonedTime(cell.substr(11)))
        return notOfType(field, cell, column);
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(bytesOf(cell)), Qt::ISODateWithMs);
    return textLiteral(time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'+0000'").toStdString());
}

Converted booleanValue(const Field &field, std::string_view cell, int column)
{
    const QByteArray word = bytesOf(cell).toLower();
    if (word == "true" || word == "1")
        return { "true"_ba, {}, {} };
    if (word == "false" || word == "0")
        return { "false"_ba, {}, {} };
    return notOfType(field, cell, column);
}

Converted tooLong(const Field &field, std::string_view cell)
{
    return { {},
             "STRING_TOO_LONG"_ba,
             field.label + ": data value too large: " + shortened(cell)
                 + " (max length=" + QByteArray::number(field.length) + ')' };
}

Converted plainText(const Field &field, std::string_view cell)
{
    // Bytes are never fewer than UTF-16 units: most cells need no counting.
    if (field.length > 0 && cell.size() > static_cast<std::size_t>(field.length)
        && utf16Length(cell) > field.length)
        return tooLong(field, cell);
    return textLiteral(cell);
}

Converted listValue(const Field &field, std::string_view cell)
{
    if (!field.restricted)
        return plainText(field, cell);
    QByteArrayList chosen { bytesOf(cell) };
    if (field.type == Field::Type::MultiPicklist)
        chosen = chosen.first().split(';');
    for (const QByteArray &value : chosen)
        if (!field.values.contains(value))
            return { {},
                     "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_ba,
                     field.label + ": bad value for restricted picklist field: " + shortened(cell) };
    return textLiteral(cell);
}

Converted idValue(const Catalog &catalog, const Field &field, std::string_view cell)
{
    if (!isWellFormedId(cell))
        return { {}, "MALFORMED_ID"_ba, "bad id " + shortened(cell) };
    const Object *object = catalog.objectWithPrefix(cell.substr(0, 3));
    const QByteArray kind = object ? object->name : QByteArray();
    if (field.type == Field::Type::Id && kind != field.object)
        return { {}, "MALFORMED_ID"_ba, field.label + ": id value of incorrect type: " + bytesOf(cell) };
    if (field.type == Field::Type::Reference && !kind.isEmpty() && !field.referenceTo.contains(kind))
        return { {},
                 "FIELD_INTEGRITY_EXCEPTION"_ba,
                 field.label + ": id value of incorrect type: " + bytesOf(cell) };
    return textLiteral((bytesOf(cell.substr(0, 15)) + idChecksum(cell)).toStdString());
}

} // namespace

Converted convertedValue(const Catalog &catalog, const Field &field, std::string_view cell, int column)
{
    switch (field.type) {
    case Field::Type::Email:
        if (!isEmailAddress(cell) || utf16Length(cell) > field.length)
            return { {},
                     "INVALID_EMAIL_ADDRESS"_ba,
                     field.label + ": invalid email address: " + shortened(cell) };
        return textLiteral(cell);
    case Field::Type::Boolean:
        return booleanValue(field, cell, column);
    case Field::Type::Int:
        return intValue(field, cell, column);
    case Field::Type::Double:
        return doubleValue(field, cell, column);
    case Field::Type::Date:
        return dateValue(field, cell, column);
    case Field::Type::DateTime:
        return dateTimeValue(field, cell, column);
    case Field::Type::Time:
        return isZonedTime(cell) ? textLiteral(cell) : notOfType(field, cell, column);
    case Field::Type::Id:
    case Field::Type::Reference:
        return idValue(catalog, field, cell);
    case Field::Type::Picklist:
    case Field::Type::MultiPicklist:
        return listValue(field, cell);
    case Field::Type::Text:
    case Field::Type::Compound:
        break;
    }
    return plainText(field, cell);
}

int utf16Length(std::string_view utf8)
{
    int units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) != 0x80; // continuation bytes do not count
        units += byte >= 0xF0; // beyond the basic plane: a surrogate pair
    }
    return units;
}

QByteArray foldedKey(const Field &field, std::string_view text)
{
    if (field.caseSensitive)
        return bytesOf(text);
    const bool plain
        = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return plain ? bytesOf(text).toLower() : QString::fromUtf8(bytesOf(text)).toCaseFolded().toUtf8();
}

bool isEmailAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64
        || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const std::string_view local = text.substr(0, at);
    const std::string_view domain = text.substr(at + 1);
    const auto alnum = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    constexpr std::string_view special = "!#$%&'*+-/=?^_`{|}~.";
    if (!std::all_of(local.begin(), local.end(),
                     [&](char c) { return alnum(c) || special.find(c) != std::string_view::npos; }))
        return false;
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return false;
    if (!std::all_of(domain.begin(), domain.end(), [&](char c) { return alnum(c) || c == '-' || c == '.'; }))
        return false;
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && domain.size() - dot > 2 && domain.front() != '.'
        && domain.front() != '-' && domain.find("..") == std::string_view::npos;
}

QByteArray literalText(const QByteArray &literal)
{
    if (literal == "null")
        return {};
    if (!literal.startsWith('"'))
        return literal;
    if (!literal.contains('\\'))
        return literal.mid(1, literal.size() - 2);
    return QJsonDocument::fromJson('[' + literal + ']').array().first().toString().toUtf8();
}

} // namespace rowlift::practice::salesforce
