#include "tests/survive/order_crowd.h"

#include "app/run/outcome_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <random>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

/// One order in so many.
constexpr quint64 unknownContacts = 50;
constexpr quint64 oddKeys = 1'000;
constexpr quint64 noNumbers = 1'000;

constexpr std::array cities { "Köln",   "Łódź",       "Frankfurt am Main",  "Saint-Étienne", "Århus",
                              "Zürich", "Ústí n. L.", "Bad \"Wörishofen\"", "東京",          "Rom" };
constexpr std::array articles { "Gießkanne, verzinkt", "Stuhl \\ 4 Beine", "Öl „fein“", "0007", "🌻-Samen" };

/// SplitMix64: the same number for the same one.
quint64 mixed(quint64 number)
{
    number += 0x9e3779b97f4a7c15ULL;
    number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9ULL;
    number = (number ^ (number >> 27)) * 0x94d049bb133111ebULL;
    return number ^ (number >> 31);
}

QByteArray quotedOrderCell(const QByteArray &text)
{
    return '"' + QByteArray(text).replace('"', "\"\"") + '"';
}

QString spelt(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QByteArray withComma(qint64 cents)
{
    return QByteArray::number(cents / 100) + ',' + QByteArray::number(cents % 100).rightJustified(2, '0');
}

} // namespace

OrderCrowd::OrderCrowd(const Wishes &wishes)
    : m_wishes(wishes)
{
    for (int order = 0; order < wishes.orders; ++order) {
        const int lines = 1 + int(chanceOf(order, 0, 1) % quint64(wishes.mostLines));
        for (int line = 0; line < lines; ++line)
            m_rows.push_back({ .order = order, .line = line });
    }
    if (wishes.mostLines > 1)
        std::ranges::shuffle(m_rows, std::mt19937(31));
    m_lines.resize(size_t(wishes.orders));
    for (const Row &row : m_rows)
        m_lines[size_t(row.order)].push_back(row.line);
    m_seen.resize(size_t(wishes.orders), false);
}

quint64 OrderCrowd::chanceOf(int order, int line, int what) const
{
    return mixed(mixed(quint64(order) * 64 + quint64(line)) + quint64(what));
}

OrderCrowd::Fate OrderCrowd::fate(int order) const
{
    const quint64 chance = chanceOf(order, 0, 2);
    if (chance % unknownContacts == 0)
        return Fate::UnknownContact;
    if (chance / unknownContacts % oddKeys == 0)
        return Fate::OddKey;
    return chance / unknownContacts / oddKeys % noNumbers == 0 ? Fate::NoNumber : Fate::In;
}

QString OrderCrowd::keyOf(int order) const
{
    return (fate(order) == Fate::OddKey ? u"SO/%1"_s : u"SO-%1"_s).arg(order, 7, 10, QLatin1Char('0'));
}

QString OrderCrowd::contactOf(int order) const
{
    const quint64 chance = chanceOf(order, 0, 3);
    if (fate(order) == Fate::UnknownContact)
        return u"nobody%1@example.invalid"_s.arg(chance % 1'000);
    return u"contact%1@example.com"_s.arg(1 + chance % quint64(m_wishes.contacts));
}

QByteArray OrderCrowd::textOf(int order) const
{
    QByteArray text = "Lieferung an die Hintertür; bitte \"klingeln\".\nVielen Dank für Ihre Bestellung, ";
    for (int word = 0; word < 12; ++word)
        text += QByteArray::number(chanceOf(order, 0, 20 + word), 36) + (word % 5 == 4 ? "\\ " : " ");
    return text + "Ende.";
}

QStringList OrderCrowd::header()
{
    return { u"Bestellung"_s, u"Kunde"_s,     u"Datum"_s,   u"Summe"_s, u"Währung"_s,
             u"Bezahlt"_s,    u"Stadt"_s,     u"Straße"_s,  u"PLZ"_s,   u"Land"_s,
             u"Bemerkung"_s,  u"Gutschein"_s, u"Artikel"_s, u"Menge"_s, u"Preis"_s };
}

QByteArray OrderCrowd::source() const
{
    QByteArray source = "\xef\xbb\xbf" + header().join(u';').toUtf8() + "\r\n";
    source.reserve(qsizetype(m_rows.size()) * 400);
    for (const Row &row : m_rows) {
        const auto chance = [&](int what) { return chanceOf(row.order, 0, what); };
        const auto ofLine = [&](int what) { return chanceOf(row.order, row.line, what); };
        const QByteArray total
            = fate(row.order) == Fate::NoNumber ? "viel"_ba : withComma(qint64(chance(5) % 1'000'000));
        source += keyOf(row.order).toUtf8() + ';' + contactOf(row.order).toUtf8() + ";0"
            + QByteArray::number(1 + chance(4) % 9) + ".0" + QByteArray::number(1 + chance(6) % 9) + ".2026 1"
            + QByteArray::number(chance(7) % 10) + ":30;" + total + ";EUR;" + (chance(8) % 3 ? "ja" : "nein")
            + ';' + quotedOrderCell(cities[chance(9) % cities.size()]) + ';'
            + quotedOrderCell("Lange Straße " + QByteArray::number(chance(10) % 400)) + ";0"
            + QByteArray::number(1'000 + chance(11) % 9'000) + ";Deutschland;"
            + quotedOrderCell(textOf(row.order)) + ';' + (chance(12) % 4 ? "" : "SOMMER26") + ';'
            + quotedOrderCell(articles[ofLine(13) % articles.size()]) + ';'
            + QByteArray::number(1 + ofLine(14) % 20) + ';' + withComma(qint64(ofLine(15) % 100'000))
            + "\r\n";
    }
    return source;
}

Target OrderCrowd::target() const
{
    return { .object = u"insightData/"_s + collection(),
             .operation = Operation::Upsert,
             .keyField = u"$key"_s,
             .options = { { u"scope"_s, u"contact"_s }, { u"identifier"_s, u"email"_s } },
             .list = m_wishes.mostLines > 1 ? u"products"_s : QString() };
}

Mapping OrderCrowd::mapping() const
{
    using enum PropertyType;
    const QString line = m_wishes.mostLines > 1 ? u"products[]."_s : QString();
    Mapping mapping;
    const auto to = [&](const QString &column, const QString &field, PropertyType type = Text) {
        ColumnMapping one {
            .column = column, .field = field, .because = Because::You, .confidence = 1, .treatment = {}
        };
        if (!field.isEmpty())
            one.treatment.property = type;
        if (type == DateTime)
            one.treatment.dates = { .order = DateOrder::DayFirst, .zone = "Europe/Berlin" };
        if (type == Number)
            one.treatment.decimals = DecimalSign::Comma;
        mapping.columns.push_back(one);
    };
    to(u"Bestellung"_s, u"id"_s);
    to(u"Kunde"_s, {});
    to(u"Datum"_s, u"purchase_date"_s, DateTime);
    to(u"Summe"_s, u"order_total"_s, Number);
    to(u"Währung"_s, u"currency"_s);
    to(u"Bezahlt"_s, u"paid"_s, YesNo);
    to(u"Stadt"_s, u"delivery_address.city"_s);
    to(u"Straße"_s, u"delivery_address.street"_s);
    to(u"PLZ"_s, u"delivery_address.postcode"_s);
    to(u"Land"_s, u"delivery_address.country"_s);
    to(u"Bemerkung"_s, u"customer_note"_s);
    to(u"Gutschein"_s, u"voucher"_s);
    to(u"Artikel"_s, line + u"name"_s);
    to(u"Menge"_s, line + u"qty"_s, Number);
    to(u"Preis"_s, line + u"price"_s, Number);
    mapping.extras = { { .field = u"$key"_s, .columns = { u"Bestellung"_s } },
                       { .field = u"$contact"_s, .columns = { u"Kunde"_s } } };
    return mapping;
}

QJsonObject OrderCrowd::lineOf(int order, int line) const
{
    return { { u"name"_s, QString::fromUtf8(articles[chanceOf(order, line, 13) % articles.size()]) },
             { u"qty"_s, qint64(1 + chanceOf(order, line, 14) % 20) },
             { u"price"_s, double(chanceOf(order, line, 15) % 100'000) / 100 } };
}

QJsonObject OrderCrowd::jsonOf(int order) const
{
    const auto chance = [&](int what) { return chanceOf(order, 0, what); };
    // The hour is that of Berlin in some month between January and September.
    const auto month = 1 + chance(6) % 9;
    const int ahead = month >= 4 ? 2 : 1;
    QJsonObject json {
        { u"id"_s, keyOf(order) },
        { u"purchase_date"_s,
          u"2026-0%1-0%2T%3:30:00Z"_s.arg(month)
              .arg(1 + chance(4) % 9)
              .arg(10 + int(chance(7) % 10) - ahead, 2, 10, QLatin1Char('0')) },
        { u"order_total"_s, double(chance(5) % 1'000'000) / 100 },
        { u"currency"_s, u"EUR"_s },
        { u"paid"_s, chance(8) % 3 != 0 },
        { u"delivery_address"_s,
          QJsonObject { { u"city"_s, QString::fromUtf8(cities[chance(9) % cities.size()]) },
                        { u"street"_s, u"Lange Straße %1"_s.arg(chance(10) % 400) },
                        { u"postcode"_s, u"0%1"_s.arg(1'000 + chance(11) % 9'000) },
                        { u"country"_s, u"Deutschland"_s } } },
        { u"customer_note"_s, QString::fromUtf8(textOf(order)) },
    };
    if (chance(12) % 4 == 0)
        json[u"voucher"_s] = u"SOMMER26"_s;
    if (m_wishes.mostLines == 1) {
        const QJsonObject line = lineOf(order, 0);
        for (auto member = line.constBegin(); member != line.constEnd(); ++member)
            json[member.key()] = *member;
        return json;
    }
    QJsonArray lines;
    for (const int line : m_lines[size_t(order)])
        lines.append(lineOf(order, line));
    json[u"products"_s] = lines;
    return json;
}

qint64 OrderCrowd::rowsOf(Fate wanted) const
{
    return std::ranges::count_if(m_rows, [&](const Row &row) { return fate(row.order) == wanted; });
}

qint64 OrderCrowd::ordersOf(Fate wanted) const
{
    qint64 found = 0;
    for (int order = 0; order < m_wishes.orders; ++order)
        found += fate(order) == wanted ? 1 : 0;
    return found;
}

QString OrderCrowd::wrong(int row, Outcome outcome, const QString &code) const
{
    Outcome wanted = Outcome::In;
    QString wantedCode;
    switch (fate(m_rows[size_t(row - 1)].order)) {
    case Fate::In:
        break;
    case Fate::UnknownContact:
        wanted = m_wishes.looksFirst ? Outcome::LeftOut : Outcome::Failed;
        wantedCode = m_wishes.looksFirst ? u"rowlift:notFound"_s : u"ContactEmailDoesNotExist"_s;
        break;
    case Fate::OddKey:
        wanted = Outcome::Failed;
        wantedCode = u"InvalidClientKey"_s;
        break;
    case Fate::NoNumber:
        wanted = Outcome::LeftOut;
        wantedCode = u"rowlift:notANumber"_s;
        break;
    }
    if (outcome == wanted && code == wantedCode)
        return {};
    return u"row %1 is %2 %3 instead of %4 %5"_s.arg(row).arg(outcomeId(outcome), code, outcomeId(wanted),
                                                              wantedCode);
}

void OrderCrowd::take(const QJsonObject &record)
{
    if (!m_wrong.isEmpty())
        return;
    const QString key = record[u"key"].toString();
    const int order = key.section(u'-', 1).toInt();
    if (order >= m_wishes.orders || key != keyOf(order) || fate(order) != Fate::In || m_seen[size_t(order)])
        m_wrong = u"“%1” is too much"_s.arg(key);
    else if (record[u"contact"].toString() != contactOf(order)
             || spelt(record[u"json"].toObject()) != spelt(jsonOf(order))) // 5.0 and 5 are one number
        m_wrong = u"%1 is of %2\n%3, instead of %4\n%5"_s.arg(key, record[u"contact"].toString(),
                                                              spelt(record[u"json"].toObject()),
                                                              contactOf(order), spelt(jsonOf(order)));
    else
        m_seen[size_t(order)] = true;
}

QString OrderCrowd::wrongRecords() const
{
    const qint64 seen = std::ranges::count(m_seen, true);
    if (!m_wrong.isEmpty() || seen == ordersOf(Fate::In))
        return m_wrong;
    return u"%1 orders are there instead of %2"_s.arg(seen).arg(ordersOf(Fate::In));
}

void eachStored(const QByteArray &lines, const std::function<void(const QJsonObject &)> &take)
{
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype found = lines.indexOf('\n', at);
        const qsizetype end = found < 0 ? lines.size() : found;
        take(QJsonDocument::fromJson(QByteArray::fromRawData(lines.constData() + at, end - at)).object());
        at = end + 1;
    }
}

} // namespace rowlift::testing
