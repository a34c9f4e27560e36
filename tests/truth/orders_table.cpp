#include "tests/truth/orders_table.h"

#include <QJsonArray>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue absent(QJsonValue::Undefined);

Treatment as(PropertyType type)
{
    return { .dates = { .order = DateOrder::DayFirst, .zone = "Europe/Berlin" },
             .decimals = DecimalSign::Comma,
             .property = type };
}

Treatment asList()
{
    return { .property = PropertyType::List, .separator = u"|"_s };
}

TruthColumn property(const QString &name, const QString &path, const Treatment &treatment,
                     std::vector<TruthSample> samples)
{
    return {
        .name = name, .field = path, .storedIn = path, .treatment = treatment, .samples = std::move(samples)
    };
}

/// Just what fits.
QString longestText()
{
    return QString(29'998, u'ü') + u"ab"_s;
}

} // namespace

std::vector<TruthColumn> orderColumns(bool grouped)
{
    using enum PropertyType;
    const QString line = grouped ? u"products[]."_s : QString();
    return {
        property(u"Datum"_s, u"purchase_date"_s, as(DateTime),
                 { { u"03.02.2026 10:15"_s, u"2026-02-03T09:15:00Z"_s },
                   { u"15.07.2026 00:15"_s, u"2026-07-14T22:15:00Z"_s },
                   { {}, absent },
                   { u"2026-07-01T10:00:00+05:30"_s, u"2026-07-01T04:30:00Z"_s } }),
        property(
            u"Liefertag"_s, u"delivery.day"_s, as(Date),
            { { u"04.02.2026"_s, u"2026-02-04"_s }, { u"31.12.1999"_s, u"1999-12-31"_s }, { {}, absent } }),
        property(u"Summe"_s, u"order_total"_s, as(Number),
                 { { u"1.234,50 €"_s, 1234.5 },
                   { u"0,1"_s, 0.1 },
                   { u"-12"_s, -12 },
                   { u"123456789,25"_s, 123456789.25 },
                   { {}, absent } }),
        property(u"Währung"_s, u"currency"_s, as(Text), { { u"EUR"_s, u"EUR"_s }, { u"€"_s, u"€"_s } }),
        property(u"Stadt"_s, u"address.city"_s, as(Text),
                 { { u"Köln"_s, u"Köln"_s },
                   { u"Łódź 🌻 \"Mitte\""_s, u"Łódź 🌻 \"Mitte\""_s },
                   { {}, absent },
                   { u"O'Hara; Nord, Süd"_s, u"O'Hara; Nord, Süd"_s } }),
        property(u"PLZ"_s, u"address.zip"_s, as(Text),
                 { { u"01067"_s, u"01067"_s }, { {}, absent }, { u"1e5"_s, u"1e5"_s } }),
        property(u"Bezahlt"_s, u"paid"_s, as(YesNo),
                 { { u"ja"_s, true }, { u"nein"_s, false }, { {}, absent }, { u"x"_s, true } }),
        property(u"Bemerkung"_s, u"note"_s, as(Text),
                 { { u"plain"_s, u"plain"_s },
                   { u"two\nlines; \"quoted\", a \\ and\ttab"_s, u"two\nlines; \"quoted\", a \\ and\ttab"_s },
                   { {}, absent },
                   { u" blanks around "_s, u" blanks around "_s },
                   { u"{\"json\":[1,2]}\\u0041"_s, u"{\"json\":[1,2]}\\u0041"_s },
                   { u"=1+1"_s, u"=1+1"_s },
                   { longestText(), longestText() },
                   { u"NULL"_s, u"NULL"_s },
                   { u"\u2028</script>\u007f"_s, u"\u2028</script>\u007f"_s },
                   { u"a;b\r\nc,d"_s, u"a;b\r\nc,d"_s } }),
        property(u"Schlagworte"_s, u"tags"_s, asList(),
                 { { u"neu|sale"_s, QJsonArray { u"neu"_s, u"sale"_s } },
                   { {}, absent },
                   { u"grün"_s, QJsonArray { u"grün"_s } } }),
        property(u"Telefon 1"_s, u"phones[1]"_s, as(Text),
                 { { u"+49 (221) 12-34"_s, u"+49 (221) 12-34"_s }, { {}, absent } }),
        property(u"Telefon 2"_s, u"phones[2]"_s, as(Text),
                 { { {}, absent }, { u"0800"_s, u"0800"_s }, { u"0900"_s, u"0900"_s } }),
        property(u"Artikel"_s, line + u"sku"_s, as(Text),
                 { { u"A-1"_s, u"A-1"_s }, { u"Öl „fein“"_s, u"Öl „fein“"_s }, { u"0007"_s, u"0007"_s } }),
        property(u"Menge"_s, line + u"qty"_s, as(Number),
                 { { u"2"_s, 2 }, { {}, absent }, { u"1.000"_s, 1000 }, { u"0"_s, 0 } }),
        property(u"Preis"_s, line + u"price"_s, as(Number),
                 { { u"9,99"_s, 9.99 }, { u"1.000.000,01"_s, 1000000.01 }, { {}, absent } }),
        // Records that are there have a number.
        property(u"Wertung"_s, u"rating"_s, {}, { { {}, absent } }),
    };
}

const std::vector<OrderFault> &orderFaults()
{
    static const std::vector<OrderFault> all {
        { "unknown contact", orderContactColumn, u"niemand@example.invalid"_s, "ContactEmailDoesNotExist" },
        { "no contact", orderContactColumn, {}, "", "requiredEmpty" },
        { "no key", orderKeyColumn, {}, "", "requiredEmpty" },
        { "odd key", orderKeyColumn, u"Größe/1"_s, "InvalidClientKey" },
        { "long key", orderKeyColumn, QString(256, u'k'), "InvalidClientKey" },
        { "text too long", u"Bemerkung"_s, QString(30'001, u'x'), "JsonValueTooLong" },
        { "no number", u"Summe"_s, u"viel"_s, "", "notANumber" },
        { "no such day", u"Liefertag"_s, u"31.02.2026"_s, "", "notADate" },
        { "no time", u"Datum"_s, u"gestern"_s, "", "notADate" },
        { "neither yes nor no", u"Bezahlt"_s, u"vielleicht"_s, "", "notABoolean" },
    };
    return all;
}

QJsonValue orderValue(const TruthColumn &column, const QString &cell)
{
    const auto found = std::ranges::find(column.samples, cell, &TruthSample::cell);
    return found == column.samples.end() ? absent : found->stored;
}

} // namespace rowlift::testing
