#include "app/csv/column_role.h"

#include "app/csv/value_look.h"

#include <QStringList>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// The words of a name in lower case: "BillingPostalCode" and "billing_postal-code" are the same.
QStringList wordsOf(const QString &name)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words.append(word.toLower());
        word.clear();
    };
    for (const QChar c : name) {
        if (!c.isLetter() && !c.isMark()) {
            finish();
            continue;
        }
        if (c.isUpper() && !word.isEmpty() && word.back().isLower())
            finish();
        word.append(c);
    }
    finish();
    return words;
}

bool isOneOf(const QString &word, QStringView words)
{
    return QStringView(u"|%1|"_s.arg(words)).contains(u"|%1|"_s.arg(word));
}

bool anyOf(const QStringList &words, QStringView known)
{
    return std::any_of(words.begin(), words.end(),
                       [known](const QString &word) { return isOneOf(word, known); });
}

bool endsWithAny(const QStringList &words, const QStringList &ends)
{
    return std::any_of(words.begin(), words.end(), [&ends](const QString &word) {
        return std::any_of(ends.begin(), ends.end(),
                           [&word](const QString &end) { return word.endsWith(end); });
    });
}

} // namespace

ColumnRole columnRole(const QString &name)
{
    const QStringList words = wordsOf(name);
    const QString whole = words.join(u' ');
    if (isOneOf(whole,
                u"cp|c p|cap|cep|kod|code postal|codice postale|código postal|codigo postal|post code|"
                "postal code|pin code|postal")
        || anyOf(words, u"plz|postleitzahl|zip|zipcode|postcode|postalcode|postnummer|postnr|postkod|pincode")
        || (words.size() > 1
            && isOneOf(words.mid(words.size() - 2).join(u' '),
                       u"postal code|post code|zip code|code postal|kod pocztowy|código postal|codigo postal|"
                       "codice postale|codice avviamento")))
        return ColumnRole::PostalCode;
    if (anyOf(words,
              u"country|land|länderkennzeichen|länderkürzel|pays|país|pais|paese|nazione|stato|kraj|"
              "maa|countrycode|ländercode"))
        return ColumnRole::Country;
    if (anyOf(words,
              u"id|ids|nr|no|num|nummer|number|numéro|numero|número|numer|nummeret|code|kod|kode|"
              "código|codigo|codice|phone|telephone|mobile|tel|telefon|téléphone|teléfono|telefono|"
              "telefoon|telefone|handy|mobil|fax|ean|gtin|isbn|upc|sku|iban|konto|account|kundennr|"
              "artikel|barcode|key|schlüssel|ref|reference|referenz|matricule")
        || endsWithAny(words, { u"nr"_s, u"nummer"_s, u"number"_s, u"phone"_s, u"telefon"_s, u"kennung"_s }))
        return ColumnRole::Code;
    return ColumnRole::Other;
}

bool excusesShortPostCode(std::string_view country)
{
    constexpr std::size_t longestName = 24;
    const std::string_view trimmed = trimmedValue(country);
    if (trimmed.empty())
        return false;
    if (trimmed.size() > longestName)
        return true;
    const QString name = QString::fromUtf8(trimmed.data(), static_cast<qsizetype>(trimmed.size())).toLower();
    return !isOneOf(
        name,
        u"de|deu|ger|d|germany|deutschland|allemagne|alemania|germania|duitsland|alemanha|niemcy|"
        "tyskland|fr|fra|f|france|frankreich|francia|frankrijk|frança|francja|frankrike|it|ita|i|"
        "italy|italien|italia|italie|itália|włochy|es|esp|e|spain|spanien|españa|espagne|spagna|"
        "spanje|espanha|hiszpania|us|usa|united states|united states of america|vereinigte staaten|"
        "états-unis|estados unidos|stati uniti|fi|fin|finland|finnland|suomi|ee|est|estonia|estland|"
        "hr|hrv|croatia|kroatien|hrvatska|tr|tur|turkey|türkei|türkiye|mx|mex|mexico|mexiko|méxico|"
        "ua|ukr|ukraine|rs|srb|serbia|serbien|lt|ltu|lithuania|litauen|my|mys|malaysia|th|tha|thailand");
}

} // namespace rowlift
