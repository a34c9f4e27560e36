#include "app/mapping/property_names.h"

#include "app/mapping/names.h"
#include "app/mapping/numbered_names.h"
#include "app/mapping/properties.h"
#include "app/mapping/yes_no.h"
#include "app/schema/property_path.h"

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr double nameSureness = 0.65; ///< That a column becomes the property that is named after it.
constexpr qsizetype longestProposedStep = 100;

QString spelledOut(QChar letter)
{
    switch (letter.unicode()) {
    case u'ä':
    case u'æ':
        return u"ae"_s;
    case u'Ä':
    case u'Æ':
        return u"Ae"_s;
    case u'ö':
    case u'œ':
        return u"oe"_s;
    case u'Ö':
    case u'Œ':
        return u"Oe"_s;
    case u'ü':
        return u"ue"_s;
    case u'Ü':
        return u"Ue"_s;
    case u'ß':
        return u"ss"_s;
    case u'ø':
        return u"o"_s;
    case u'Ø':
        return u"O"_s;
    case u'ł':
        return u"l"_s;
    case u'Ł':
        return u"L"_s;
    case u'%':
        return u" percent "_s;
    case u'&':
        return u" and "_s;
    case u'#':
        return u" no "_s;
    default:
        return letter;
    }
}

bool isNameLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isNameDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Letters and digits as properties have them, a "_" for whatever stands between.
QString withoutSigns(QStringView text)
{
    QString spelled;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_C))
        spelled += spelledOut(c);
    QString plain;
    for (const QChar c : spelled.normalized(QString::NormalizationForm_KD)) {
        const bool isMark = c.isMark(); // of a letter that stays without it
        if (isNameLetter(c) || isNameDigit(c))
            plain += c;
        else if (!isMark && !plain.isEmpty() && !plain.endsWith(u'_'))
            plain += u'_';
    }
    while (plain.endsWith(u'_'))
        plain.chop(1);
    return plain;
}

/// "orderDate": a capital within stands for a blank.
bool hasHump(QStringView name)
{
    for (qsizetype at = 1; at < name.size(); ++at) {
        if (name[at].isUpper() && name[at - 1].isLower())
            return true;
    }
    return false;
}

QString stepOf(QStringView text)
{
    QString step = withoutSigns(text).left(longestProposedStep);
    const bool isOneWord
        = std::ranges::all_of(text, [](QChar c) { return isNameLetter(c) || isNameDigit(c) || c == u'_'; });
    if (!isOneWord || !hasHump(text))
        step = step.toLower();
    if (!step.isEmpty() && isNameDigit(step.front()))
        step.prepend(u'_');
    return step;
}

/// "address.city": the dot stands between words, as no dot of an abbreviation does.
bool hasGroups(const QStringList &pieces)
{
    return pieces.size() > 1 && std::ranges::all_of(pieces, [](const QString &piece) {
               return !piece.isEmpty() && piece.trimmed() == piece
                   && (piece.front().isLetter() || piece[0] == u'_') && !withoutSigns(piece).isEmpty();
           });
}

/// Whether both could not stand in one record, or would be mistaken for each other.
bool isTakenBy(const PropertyPath &path, const PropertyPath &other)
{
    const auto folded = [](const PropertyStep &step) {
        QString name = step.name.toLower();
        return name.replace(u'-', u'_');
    };
    for (std::size_t at = 0; at < std::min(path.size(), other.size()); ++at) {
        if (folded(path[at]) != folded(other[at]))
            return false;
        if (path[at].entry != other[at].entry)
            return true;
        if (path[at].number != other[at].number)
            return false;
    }
    return true;
}

/// The names that are given.
class TakenNames {
public:
    void take(const QString &name)
    {
        if (auto path = propertyPath(name))
            m_paths.push_back(std::move(*path));
    }
    bool isFree(const QString &name) const
    {
        const auto path = propertyPath(name);
        return path && std::ranges::none_of(m_paths, [&path](const PropertyPath &other) {
                   return isTakenBy(*path, other);
               });
    }
    /// \a name, or one like it that is free.
    QString freeName(const QString &name) const
    {
        if (isFree(name))
            return name;
        QString flat = name;
        flat.replace(u"."_s, u"_"_s).replace(u"["_s, u"_"_s).remove(u']');
        if (isFree(flat))
            return flat;
        for (int number = 2;; ++number) {
            const QString next = u"%1_%2"_s.arg(flat).arg(number);
            if (isFree(next))
                return next;
        }
    }

private:
    std::vector<PropertyPath> m_paths;
};

/// Words at the end of a header that say "code", whatever its digits look like.
constexpr auto codeWords = std::to_array<QLatin1StringView>(
    { "id"_L1,           "ids"_L1,          "no"_L1,           "nr"_L1,      "num"_L1,           "number"_L1,
      "nummer"_L1,       "numero"_L1,       "key"_L1,          "code"_L1,    "sku"_L1,           "ean"_L1,
      "gtin"_L1,         "isbn"_L1,         "upc"_L1,          "zip"_L1,     "plz"_L1,           "postal"_L1,
      "post"_L1,         "postcode"_L1,     "postleitzahl"_L1, "phone"_L1,   "tel"_L1,           "telefon"_L1,
      "mobile"_L1,       "mobil"_L1,        "fax"_L1,          "account"_L1, "konto"_L1,         "iban"_L1,
      "vat"_L1,          "barcode"_L1,      "article"_L1,      "artikel"_L1, "artikelnummer"_L1, "serial"_L1,
      "ref"_L1,          "reference"_L1,    "voucher"_L1,      "coupon"_L1,  "uuid"_L1,          "guid"_L1,
      "kundennummer"_L1, "bestellnummer"_L1 });

/// "Order number", "Postal code"; not "Number of items".
bool namesCode(const QString &header)
{
    const QStringList words = nameWords(header);
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString next = words.value(at + 1);
        const bool counts = next == u"of" || next == u"der" || next == u"de";
        if (!counts && std::ranges::find(codeWords, words[at]) != codeWords.end())
            return true;
    }
    return false;
}

bool areYesOrNo(const QStringList &values)
{
    return std::ranges::all_of(
        values, [](const QString &value) { return readBoolean(value.trimmed().toStdString()).has_value(); });
}

} // namespace

QString propertyNameOf(const QString &header)
{
    const QStringList pieces = header.trimmed().split(u'.');
    if (!hasGroups(pieces))
        return stepOf(header.trimmed());
    QStringList steps;
    for (const QString &piece : pieces)
        steps << stepOf(piece);
    return steps.join(u'.');
}

PropertyType propertyTypeOf(const ColumnLook &column)
{
    const KindDetail &detail = column.detail;
    if (column.examples.isEmpty() || detail.values == 0 || detail.agreeing != detail.values)
        return PropertyType::Text;
    switch (column.kind) {
    case ColumnKind::Number:
        return namesCode(column.name) ? PropertyType::Text : PropertyType::Number;
    case ColumnKind::Date:
        return std::ranges::any_of(column.examples, [](const QString &value) { return value.contains(u':'); })
            ? PropertyType::DateTime
            : PropertyType::Date;
    case ColumnKind::YesNo:
        return areYesOrNo(column.examples) ? PropertyType::YesNo : PropertyType::Text;
    case ColumnKind::Empty:
    case ColumnKind::Text:
    case ColumnKind::Email:
        break;
    }
    return PropertyType::Text;
}

void nameProperties(Mapping &mapping, const std::vector<ColumnLook> &columns, const Schema &schema)
{
    TakenNames taken;
    for (const QString &field : mapping.fields())
        taken.take(field);
    const std::vector<QString> numbered = numberedNames(columns);
    std::vector<std::size_t> named;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        ColumnMapping &column = mapping.columns[at];
        if (!column.field.isEmpty())
            continue;
        QString name = numbered[at].isEmpty() ? propertyNameOf(column.column) : numbered[at];
        if (name.isEmpty())
            name = u"column_%1"_s.arg(at + 1);
        if (schema.field(name)) {
            column.suggestion = name; // it is there, and these values are nothing for it
            continue;
        }
        column.field = taken.freeName(name);
        column.treatment.property = propertyTypeOf(columns[at]);
        taken.take(column.field);
        named.push_back(at);
    }
    const Schema whole = withProperties(schema, mapping);
    for (const std::size_t at : named) {
        ColumnMapping &column = mapping.columns[at];
        const PropertyType type = *column.treatment.property;
        column = mapTo(columns[at], column.field, whole, Because::SameName);
        column.confidence = nameSureness;
        column.treatment.property = type;
    }
}

} // namespace rowlift
