#include "app/practice/marketo/values.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/envelope.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QString>
#include <QTimeZone>
#include <QUtf8StringView>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isUtf8(std::string_view text)
{
    return isAscii(text) || QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

qsizetype charactersOf(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
}

bool isDigits(std::string_view text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Literal typeFault()
{
    return { {}, Literal::Fault::Type, false };
}

Literal integerLiteral(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    qint64 number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!isDigits(digits) || read.ec != std::errc())
        return typeFault();
    return { QByteArray::number(number) };
}

Literal decimalLiteral(std::string_view text)
{
    const std::string_view plain = text.starts_with('-') ? text.substr(1) : text;
    const std::size_t point = plain.find('.');
    const bool right = isDigits(plain.substr(0, point))
        && (point == std::string_view::npos || isDigits(plain.substr(point + 1)));
    bool isNumber = false;
    const double number = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toDouble(&isNumber);
    if (!right || !isNumber || !std::isfinite(number))
        return typeFault();
    return { QByteArray::number(number, 'g', 15) };
}

/// The spellings besides true and false are our reading. Source: contracts/marketo.md, 8.
Literal booleanLiteral(std::string_view text)
{
    const QByteArray word = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLower();
    if (word == "true" || word == "1" || word == "yes")
        return { "true"_ba };
    if (word == "false" || word == "0" || word == "no")
        return { "false"_ba };
    return typeFault();
}

Literal dateLiteral(std::string_view text)
{
    const QDate date = text.size() == 10 && isAscii(text)
        ? QDate::fromString(QLatin1StringView(text.data(), 10).toString(), u"yyyy-MM-dd"_s)
        : QDate();
    return date.isValid() ? Literal { textLiteral(text) } : typeFault();
}

/// Without an offset it is US Central time.
Literal dateTimeLiteral(std::string_view text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    static const QTimeZone central("America/Chicago");
    const auto match = pattern.match(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    QDateTime time = QDateTime::fromString(match.captured(1), u"yyyy-MM-dd'T'HH:mm:ss"_s);
    if (!match.hasMatch() || !time.isValid())
        return typeFault();
    const QString zone = match.captured(2).remove(u':');
    if (zone.isEmpty()) {
        time.setTimeZone(central);
    } else {
        const int seconds = zone == u"Z" ? 0 : (zone.mid(1, 2).toInt() * 60 + zone.mid(3, 2).toInt()) * 60;
        time.setOffsetFromUtc(zone.startsWith(u'-') ? -seconds : seconds);
    }
    return { '"' + marketoTime(time.toMSecsSinceEpoch()) + '"' };
}

/// One @ with something on both sides, ASCII, no blanks, and a point in the domain.
bool looksLikeEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!plain || at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const std::string_view domain = text.substr(at + 1);
    const std::size_t point = domain.rfind('.');
    return point != std::string_view::npos && point > 0 && point + 1 < domain.size()
        && text.find_first_of(",;<>()\"") == std::string_view::npos;
}

Literal plainLiteral(const Field &field, std::string_view text)
{
    const bool inBytes = field.type == Field::Type::LongText;
    const qsizetype size = inBytes ? static_cast<qsizetype>(text.size()) : charactersOf(text);
    if (size > field.length)
        return { {}, Literal::Fault::TooLong, false };
    return { textLiteral(text), Literal::Fault::None,
             field.type == Field::Type::Email && !looksLikeEmail(text) };
}

} // namespace

Literal literalOf(const Field &field, std::string_view text)
{
    switch (field.type) {
    case Field::Type::Integer:
        return integerLiteral(text);
    case Field::Type::Decimal:
        return decimalLiteral(text);
    case Field::Type::Boolean:
        return booleanLiteral(text);
    case Field::Type::Date:
        return dateLiteral(text);
    case Field::Type::DateTime:
        return dateTimeLiteral(text);
    case Field::Type::Text:
    case Field::Type::LongText:
    case Field::Type::Email:
    case Field::Type::Formula:
        break;
    }
    return plainLiteral(field, text);
}

QByteArray textLiteral(std::string_view text)
{
    QByteArray json;
    if (isUtf8(text))
        appendJsonString(json, text);
    else
        json = jsonString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toUtf8());
    return json;
}

QByteArray keyOf(const Field &field, const QByteArray &literal)
{
    if (field.type != Field::Type::Email)
        return literal;
    return isAscii({ literal.constData(), static_cast<std::size_t>(literal.size()) })
        ? literal.toLower()
        : QString::fromUtf8(literal).toLower().toUtf8();
}

bool isNull(std::string_view text)
{
    return text.size() == 4 && QByteArrayView("null").compare({ text.data(), 4 }, Qt::CaseInsensitive) == 0;
}

} // namespace rowlift::practice::marketo
