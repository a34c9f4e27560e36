#include "app/mapping/names.h"
#include "app/mapping/property_names.h"
#include "app/mapping/senses.h"
#include "app/mapping/value_fit.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// What a record of its own is about …
constexpr auto recordNameWords = std::to_array<QLatin1StringView>(
    { "order"_L1,      "booking"_L1,  "invoice"_L1,      "purchase"_L1,  "receipt"_L1,  "reservation"_L1,
      "rental"_L1,     "ticket"_L1,   "transaction"_L1,  "record"_L1,    "event"_L1,    "visit"_L1,
      "policy"_L1,     "contract"_L1, "subscription"_L1, "case"_L1,      "auftrag"_L1,  "bestell"_L1,
      "bestellung"_L1, "buchung"_L1,  "rechnung"_L1,     "rechnungs"_L1, "commande"_L1, "pedido"_L1 });
/// … what says that it is what it is known by …
constexpr auto keyNameWords = std::to_array<QLatin1StringView>(
    { "id"_L1, "no"_L1, "nr"_L1, "num"_L1, "number"_L1, "nummer"_L1, "numero"_L1, "key"_L1, "code"_L1,
      "ref"_L1, "reference"_L1, "uuid"_L1 });
/// … and what is known by others.
constexpr auto otherNameWords = std::to_array<QLatin1StringView>(
    { "contact"_L1, "customer"_L1, "kunden"_L1, "product"_L1, "article"_L1, "artikel"_L1, "art"_L1, "item"_L1,
      "sku"_L1, "produkt"_L1, "line"_L1, "position"_L1, "phone"_L1, "post"_L1, "postal"_L1, "zip"_L1,
      "voucher"_L1, "coupon"_L1, "country"_L1 });

template <std::size_t N>
bool hasOneOf(const QStringList &words, const std::array<QLatin1StringView, N> &known)
{
    return std::ranges::any_of(
        words, [&known](const QString &word) { return std::ranges::find(known, word) != known.end(); });
}

/// How much the header says "known by this"; 0: nothing.
int keyRank(const QString &header)
{
    static const QStringList wholeWords { QStringLiteral("ordernumber"),    QStringLiteral("orderid"),
                                          QStringLiteral("orderno"),        QStringLiteral("bestellnummer"),
                                          QStringLiteral("auftragsnummer"), QStringLiteral("rechnungsnummer"),
                                          QStringLiteral("buchungsnummer"), QStringLiteral("belegnummer"),
                                          QStringLiteral("bestellnr"),      QStringLiteral("auftragsnr"),
                                          QStringLiteral("rechnungsnr"),    QStringLiteral("buchungsnr"),
                                          QStringLiteral("belegnr"),        QStringLiteral("bestellid"),
                                          QStringLiteral("numerocommande"), QStringLiteral("numeropedido") };
    const QStringList words = nameWords(header);
    const bool namesKey = hasOneOf(words, keyNameWords);
    if (wholeWords.contains(words.join(QString())) || (namesKey && hasOneOf(words, recordNameWords)))
        return hasOneOf(words, otherNameWords) ? 1 : 4;
    if (!namesKey)
        return 0;
    if (words.size() == 1)
        return 3;
    return hasOneOf(words, otherNameWords) ? 1 : 2;
}

/// Of the samples of a column: none is blank, and none stands there twice.
bool isDistinct(std::size_t column, const std::vector<TextRow> &samples)
{
    QSet<QString> seen;
    for (const TextRow &row : samples) {
        const QString value = row.cells.value(static_cast<qsizetype>(column)).trimmed();
        if (row.isData() && (value.isEmpty() || seen.contains(value)))
            return false;
        seen.insert(value);
    }
    return true;
}

std::optional<QString> keyColumn(const std::vector<ColumnLook> &columns, const std::vector<TextRow> &samples)
{
    int best = 3; // what something else is known by does not stand out
    std::optional<QString> name;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const ColumnKind kind = columns[at].kind;
        if (kind != ColumnKind::Text && kind != ColumnKind::Number)
            continue;
        const int rank = 2 * keyRank(columns[at].name) + (isDistinct(at, samples) ? 1 : 0);
        if (rank <= best)
            continue;
        best = rank;
        name = columns[at].name;
    }
    return name;
}

bool areDigits(const QStringList &examples)
{
    return !examples.isEmpty() && std::ranges::all_of(examples, [](const QString &value) {
        return std::ranges::all_of(value.trimmed(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    });
}

/// How much \a column looks like values of \a field, which names another record; 0: not at all.
int referenceRank(const ColumnSense &column, const Field &field)
{
    const QStringList words = nameWords(column.look->name);
    const int own = column.meaning.stranger ? 0 : 1;
    if (field.type == FieldType::Email) {
        const bool isEmail = column.look->kind == ColumnKind::Email;
        const bool isNamed = column.meaning.what == Concept::Email;
        return isEmail ? 4 + own + (isNamed ? 1 : 0) : isNamed && column.look->examples.isEmpty() ? 1 : 0;
    }
    if (field.type == FieldType::Phone) {
        const bool isMobile = column.meaning.what == Concept::Mobile;
        return isPhone(column.meaning.what)          ? 2 + own + (isMobile ? 2 : 0)
            : arePhoneNumbers(column.look->examples) ? 1
                                                     : 0;
    }
    const bool isId = areDigits(column.look->examples) && hasOneOf(words, keyNameWords);
    return isId && words.contains("contact"_L1) ? 2 : 0;
}

std::optional<QString> referenceColumn(const Field &field, const std::vector<ColumnLook> &columns)
{
    int best = 0;
    std::optional<QString> name;
    for (const ColumnSense &column : sensesOf(columns)) {
        const int rank = referenceRank(column, field);
        if (rank <= best)
            continue;
        best = rank;
        name = column.look->name;
    }
    return name;
}

} // namespace

std::optional<QString> columnForField(const Field &field, const std::vector<ColumnLook> &columns,
                                      const std::vector<TextRow> &samples)
{
    return field.referenceTo.isEmpty() ? keyColumn(columns, samples) : referenceColumn(field, columns);
}

} // namespace rowlift
