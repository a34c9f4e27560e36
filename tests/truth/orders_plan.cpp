#include "tests/truth/orders_plan.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <random>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QString otherOwner = u"ada@example.com"_s;

QString orderContact(int number)
{
    return u"contact%1@example.com"_s.arg(1 + number % 400);
}

QString orderKey(int number)
{
    return u"SO-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
}

QString orderCell(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// Sets what \a path names: groups by dots, and the next entry of a list by "[n]".
void put(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    if (value.isUndefined())
        return;
    const QString name = path.section(u'.', 0, 0);
    const QString rest = path.section(u'.', 1);
    if (!rest.isEmpty()) {
        QJsonObject group = object[name].toObject();
        put(group, rest, value);
        object[name] = group;
    } else if (name.endsWith(u']')) {
        const QString list = name.section(u'[', 0, 0);
        QJsonArray entries = object[list].toArray();
        entries.append(value);
        object[list] = entries;
    } else {
        object[name] = value;
    }
}

} // namespace

OrdersPlan::OrdersPlan(const OrdersAim &aim)
    : m_aim(aim)
    , m_columns(orderColumns(aim.grouped))
{
    plantGood();
    plantFaults();
    if (aim.isThere) {
        plantOthersKeys();
        plantTypeClash();
    }
    if (!aim.madeKeys)
        aim.grouped ? plantGroups() : plantRepeats();
    if (aim.looksFirst && !aim.sendsUnfound) {
        for (Row &row : m_rows) {
            if (row.code == u"ContactEmailDoesNotExist") {
                row.outcome = Outcome::LeftOut;
                row.code = u"rowlift:notFound"_s;
            }
        }
    }
    std::ranges::shuffle(m_rows, std::mt19937(29));
    settle();
}

OrdersPlan::Row OrdersPlan::goodRow(int number) const
{
    Row row;
    for (const TruthColumn &column : m_columns)
        row.cells[column.name] = column.samples[size_t(number) % column.samples.size()].cell;
    row.cells[orderKeyColumn] = orderKey(number);
    // It is the same address.
    row.cells[orderContactColumn]
        = number % 7 == 0 && !m_aim.byId ? orderContact(number).toUpper() : orderContact(number);
    return row;
}

void OrdersPlan::plantGood()
{
    for (int number = 1; number <= m_aim.goodRows; ++number)
        m_rows.push_back(goodRow(number));
    if (m_aim.madeKeys)
        return;
    Row small = goodRow(m_aim.goodRows + 1); // two keys
    small.cells[orderKeyColumn] = u"so-00001"_s;
    m_rows.push_back(small);
}

void OrdersPlan::plantFaults()
{
    int number = 10'000;
    for (const OrderFault &fault : orderFaults()) {
        if (fault.column == orderKeyColumn && m_aim.madeKeys)
            continue;
        if (fault.column == orderContactColumn && (m_aim.ofAccount || m_aim.byId))
            continue;
        for (int copy = 0; copy < 2; ++copy, ++number) {
            Row row = goodRow(number);
            row.cells[fault.column] = copy == 1 && fault.column == orderKeyColumn && !fault.cell.isEmpty()
                ? fault.cell + u"2"_s
                : fault.cell;
            row.outcome = *fault.rule ? Outcome::LeftOut : Outcome::Failed;
            row.code = *fault.rule ? u"rowlift:"_s + QLatin1StringView(fault.rule)
                                   : QString::fromLatin1(fault.code);
            m_rows.push_back(row);
        }
    }
}

/// Of orders that are there and belong to somebody else, or are replaced.
void OrdersPlan::plantOthersKeys()
{
    for (int number = 20'000; number < 20'003; ++number) {
        Row row = goodRow(number);
        if (!m_aim.ofAccount && !m_aim.madeKeys) { // an account's has no other owner
            row.outcome = Outcome::Failed;
            row.code = u"KeyExistingForDifferentContact"_s;
        }
        m_rows.push_back(row);
    }
    for (int number = 20'010; number < 20'015; ++number) // are replaced as a whole
        m_rows.push_back(goodRow(number));
}

void OrdersPlan::plantTypeClash()
{
    Row row = goodRow(30'000);
    row.cells[u"Wertung"_s] = u"gut"_s;
    row.outcome = m_aim.withoutSchema ? Outcome::Failed : Outcome::LeftOut;
    row.code = m_aim.withoutSchema ? u"JsonValueIncompatibleWithSchema"_s : u"rowlift:notANumber"_s;
    m_rows.push_back(row);
}

/// The last one with a key is what stays.
void OrdersPlan::plantRepeats()
{
    for (int group = 0; group < 4; ++group) {
        const int first = 40'000 + group * 10;
        for (int copy = 0; copy < 2 + group; ++copy) {
            Row row = goodRow(first + copy);
            row.cells[orderKeyColumn] = orderKey(first);
            row.cells[orderContactColumn] = orderContact(first);
            m_rows.push_back(row);
        }
    }
}

/// Lines of one order, far from each other.
void OrdersPlan::plantGroups()
{
    for (int group = 0; group < 30; ++group) {
        const int first = 50'000 + group * 10;
        const Row head = goodRow(first);
        for (int line = 0; line < 2 + group % 5; ++line) {
            Row row = head;
            for (const TruthColumn &column : m_columns) {
                if (column.field.startsWith(u"products"))
                    row.cells[column.name]
                        = column.samples[size_t(first + line) % column.samples.size()].cell;
            }
            if (group % 6 == 1) // differs: the first one counts
                row.cells[u"Summe"_s] = line % 2 == 0 ? u"0,1"_s : u"-12"_s;
            if (group % 6 == 2 && line > 0) { // nothing of a line: there is none
                for (const auto *const name : { u"Artikel", u"Menge", u"Preis" })
                    row.cells[QString::fromUtf16(name)].clear();
            }
            if (group % 6 == 3 && !m_aim.ofAccount && !m_aim.byId) {
                row.cells[orderContactColumn] = u"niemand@example.invalid"_s;
                row.outcome = Outcome::Failed;
                row.code = u"ContactEmailDoesNotExist"_s;
            }
            if (group % 6 == 4) { // one line that cannot be sent keeps the others here
                row.outcome = Outcome::LeftOut;
                row.code = line == 1 ? u"rowlift:notANumber"_s : u"rowlift:partnerProblem"_s;
                if (line == 1)
                    row.cells[u"Menge"_s] = u"viele"_s;
            }
            m_rows.push_back(row);
        }
    }
}

QJsonObject OrdersPlan::jsonOf(const std::vector<const Row *> &rows) const
{
    QJsonObject json { { u"id"_s, rows.front()->cells[orderKeyColumn] } };
    if (m_aim.madeKeys)
        json = {};
    for (const TruthColumn &column : m_columns) {
        if (!column.field.contains(u"[]"))
            put(json, column.field, orderValue(column, rows.front()->cells[column.name]));
    }
    QJsonArray lines;
    for (const Row *row : rows) {
        QJsonObject line;
        for (const TruthColumn &column : m_columns) {
            if (column.field.contains(u"[]"))
                put(line, column.field.section(u'.', 1), orderValue(column, row->cells[column.name]));
        }
        if (!line.isEmpty())
            lines.append(line);
    }
    if (!lines.isEmpty())
        json[u"products"_s] = lines;
    return json;
}

void OrdersPlan::settle()
{
    for (const QJsonObject &seed : seeds())
        m_orders.insert(seed[u"key"].toString(),
                        { .contact = m_aim.ofAccount ? QString() : seed[u"contact"].toString(),
                          .json = seed[u"json"].toObject() });
    QMap<QString, std::vector<const Row *>> lines;
    int made = 0;
    for (const Row &row : m_rows) {
        if (row.outcome != Outcome::In)
            continue;
        const QString key = m_aim.madeKeys ? u"made %1"_s.arg(++made) : row.cells[orderKeyColumn];
        auto &ofKey = lines[key];
        if (!m_aim.grouped)
            ofKey.clear();
        ofKey.push_back(&row);
        m_orders.insert(
            key,
            { .contact = m_aim.ofAccount ? QString() : ofKey.front()->cells[orderContactColumn].toLower(),
              .json = jsonOf(ofKey) });
    }
}

QList<QJsonObject> OrdersPlan::seeds() const
{
    QList<QJsonObject> seeds;
    const auto seed = [&](int number, const QString &contact) {
        seeds << QJsonObject { { u"key"_s, orderKey(number) },
                               { u"contact"_s, m_aim.ofAccount ? u"account"_s : contact },
                               { u"json"_s,
                                 QJsonObject { { u"rating"_s, 4.5 }, { u"old"_s, u"stays"_s } } } };
    };
    if (!m_aim.isThere)
        return seeds;
    for (int number = 20'000; number < 20'003; ++number)
        seed(number, otherOwner);
    for (int number = 20'010; number < 20'015; ++number)
        seed(number, orderContact(number));
    return seeds;
}

qint64 OrdersPlan::count(Outcome outcome) const
{
    return std::ranges::count(m_rows, outcome, &Row::outcome);
}

qint64 OrdersPlan::records(Outcome outcome) const
{
    if (!m_aim.grouped)
        return count(outcome);
    QSet<QString> keys;
    for (const Row &row : m_rows) {
        if (row.outcome == outcome)
            keys << row.cells[orderKeyColumn];
    }
    return keys.size();
}

QStringList OrdersPlan::columns() const
{
    QStringList names { orderKeyColumn, orderContactColumn };
    for (const TruthColumn &column : m_columns)
        names << column.name;
    return names;
}

QByteArray OrdersPlan::source(const QMap<QString, qint64> &ids) const
{
    const QStringList names = columns();
    QString text = names.join(u';') + u"\r\n"_s;
    for (const Row &row : m_rows) {
        QStringList cells;
        for (const QString &column : names) {
            const QString cell = row.cells.value(column);
            cells << orderCell(m_aim.byId && column == orderContactColumn ? QString::number(ids.value(cell))
                                                                          : cell);
        }
        text += cells.join(u';') + u"\r\n"_s;
    }
    return text.toUtf8();
}

Target OrdersPlan::target() const
{
    QJsonObject options { { u"scope"_s, m_aim.ofAccount ? u"account"_s : u"contact"_s } };
    if (!m_aim.ofAccount)
        options.insert(u"identifier"_s, m_aim.byId ? u"contactId"_s : u"email"_s);
    return { .object = u"insightData/"_s + collection(),
             .operation = Operation::Upsert,
             .keyField = m_aim.madeKeys ? QString() : u"$key"_s,
             .options = options,
             .list = m_aim.grouped ? u"products"_s : QString() };
}

Mapping OrdersPlan::mapping() const
{
    Mapping mapping;
    const auto to = [&](const QString &column, const QString &field, const Treatment &treatment) {
        mapping.columns.push_back({ .column = column,
                                    .field = field,
                                    .because = Because::You,
                                    .confidence = 1,
                                    .treatment = treatment });
    };
    to(orderKeyColumn, m_aim.madeKeys ? QString() : u"id"_s, {});
    to(orderContactColumn, {}, {});
    for (const TruthColumn &column : m_columns)
        to(column.name, column.field, column.treatment);
    if (!m_aim.madeKeys)
        mapping.extras.push_back({ .field = u"$key"_s, .columns = { orderKeyColumn } });
    if (!m_aim.ofAccount)
        mapping.extras.push_back({ .field = u"$contact"_s, .columns = { orderContactColumn } });
    return mapping;
}

} // namespace rowlift::testing
