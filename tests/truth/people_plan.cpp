#include "tests/truth/people_plan.h"

#include "tests/truth/people_table.h"

#include <algorithm>
#include <random>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QString mailColumn = u"Mail"_s;
const QString loyaltyColumn = u"Treue"_s;
const QString memberColumn = u"Mitglied"_s;
const QString secondColumn = u"Zweite Mail"_s;
const QString personColumn = u"Person"_s;
const QString nameColumn = u"Nachname"_s;

QString nameOf(int number)
{
    static constexpr const char *shapes[] { "Grün %1", "O'Hara \"Öl\" %1", "Łódź 🌻 %1", "Stein; %1, Co" };
    return QString::fromUtf8(shapes[number % 4]).arg(number);
}

QString quoted(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// What is stored of the fields that people are found by.
void keep(QJsonObject &fields, const QString &column, const QString &field,
          const QMap<QString, QString> &cells)
{
    const QString cell = cells.value(column);
    if (!cell.isEmpty())
        fields.insert(field, field == u"memberNumber" ? QJsonValue(cell.toLongLong()) : QJsonValue(cell));
}

} // namespace

PeoplePlan::PeoplePlan(const PeopleAim &aim)
    : m_aim(aim)
{
    plantGood();
    plantFaults();
    plantKeyFaults();
    plantWarnings();
    if (aim.alikeRows)
        plantAlike();
    plantNull();
    std::ranges::shuffle(m_rows, std::mt19937(23));
    QSet<int> added; // the first of several rows
    for (Row &row : m_rows) {
        if (row.outcome == Outcome::Added && added.contains(row.person))
            row.outcome = Outcome::Updated;
        added << row.person;
    }
    plantRepeats(); // in their order
}

QString PeoplePlan::keyColumn() const
{
    return m_aim.byId()                 ? personColumn
        : m_aim.key == u"loyaltyNumber" ? loyaltyColumn
        : m_aim.key == u"memberNumber"  ? memberColumn
        : m_aim.key == u"secondEmail"   ? secondColumn
                                        : mailColumn;
}

QString PeoplePlan::keyValue(int number) const
{
    return m_aim.key == u"loyaltyNumber" ? u"Treu %1"_s.arg(number)
        : m_aim.key == u"memberNumber"   ? QString::number(1'000'000 + number)
        : m_aim.key == u"secondEmail"    ? u"z-%1@truth.example"_s.arg(number)
                                         : u"p-%1@truth.example"_s.arg(number);
}

int PeoplePlan::addSeed(int number)
{
    m_seeds << QJsonObject { { u"email"_s, u"p-%1@truth.example"_s.arg(number) },
                             { u"secondEmail"_s, u"z-%1@truth.example"_s.arg(number) },
                             { u"loyaltyNumber"_s, u"Treu %1"_s.arg(number) },
                             { u"memberNumber"_s, 1'000'000 + number },
                             { u"lastName"_s, u"Saat %1"_s.arg(number) },
                             { u"longNotes"_s, u"old"_s },
                             { u"city"_s, u"Altstadt"_s },
                             { u"leadScore"_s, 7 },
                             { u"unsubscribed"_s, number % 2 == 0 },
                             { u"newsletterOptIn"_s, number % 3 == 0 } };
    return int(m_seeds.size()) - 1;
}

int PeoplePlan::addPerson(int seed)
{
    m_people.push_back({ .fields = seed < 0 ? QJsonObject() : m_seeds[seed], .isMember = false });
    return int(m_people.size()) - 1;
}

PeoplePlan::Row PeoplePlan::goodRow(int number, int seed) const
{
    Row row { .seed = seed };
    for (const TruthColumn &column : peopleColumnsOfMarketo()) {
        if (!column.samples.empty())
            row.cells[column.name] = column.samples[size_t(number) % column.samples.size()].cell;
    }
    row.cells[nameColumn] = nameOf(number);
    row.cells[mailColumn] = u"p-%1@truth.example"_s.arg(number);
    if (!m_aim.byId())
        row.cells[keyColumn()] = keyValue(number);
    // An import does not tell who is new, but by their ids people are only changed.
    row.outcome = m_aim.byId() ? Outcome::Updated
        : m_aim.isImport()     ? Outcome::In
        : seed < 0             ? Outcome::Added
                               : Outcome::Updated;
    return row;
}

void PeoplePlan::apply(const Row &row, int number)
{
    QJsonObject &fields = m_people[size_t(row.person)].fields;
    m_people[size_t(row.person)].isMember = !m_aim.list.isEmpty();
    keep(fields, mailColumn, u"email"_s, row.cells);
    keep(fields, loyaltyColumn, u"loyaltyNumber"_s, row.cells);
    keep(fields, memberColumn, u"memberNumber"_s, row.cells);
    keep(fields, secondColumn, u"secondEmail"_s, row.cells);
    for (const TruthColumn &column : peopleColumnsOfMarketo()) {
        if (column.samples.empty()) {
            fields.insert(column.storedIn, row.cells.value(column.name));
            continue;
        }
        const TruthSample &sample = column.samples[size_t(number) % column.samples.size()];
        if (row.cells.value(column.name) != sample.cell)
            continue; // planted by hand
        if (sample.stored.isNull())
            fields.remove(column.storedIn);
        else if (!sample.stored.isUndefined())
            fields.insert(column.storedIn, sample.stored);
    }
}

void PeoplePlan::add(Row row, int number)
{
    if (row.person >= 0)
        apply(row, number);
    m_rows.push_back(std::move(row));
}

/// A row that is refused; whom it names is there already and stays as it is.
PeoplePlan::Row PeoplePlan::refused(int number, const char *importCode, const char *callCode,
                                    const char *rule)
{
    const int seed = addSeed(number);
    addPerson(seed);
    Row row = goodRow(number, seed);
    row.outcome = Outcome::Failed;
    row.code = QLatin1StringView(m_aim.isImport() ? importCode : callCode);
    if (m_aim.checked && *rule) {
        row.outcome = Outcome::LeftOut;
        row.code = u"rowlift:"_s + QLatin1StringView(rule);
    }
    return row;
}

void PeoplePlan::plantGood()
{
    for (int number = 1; number <= m_aim.goodRows; ++number) {
        const int seed = number % 2 == 0 || m_aim.byId() ? addSeed(number) : -1;
        Row row = goodRow(number, seed);
        if (m_aim.key == u"email" && number % 7 == 0)
            row.cells[mailColumn] = row.cells[mailColumn].toUpper(); // it is the same address
        row.person = addPerson(seed);
        add(std::move(row), number);
    }
}

void PeoplePlan::plantFaults()
{
    int number = 10'000;
    for (const PeopleFault &fault : peopleFaultsOfMarketo()) {
        for (int copy = 0; copy < 2; ++copy, ++number) {
            Row row = refused(number, fault.importCode, fault.callCode, fault.rule);
            row.cells[fault.column] = fault.cell;
            const auto &columns = peopleColumnsOfMarketo();
            if (m_aim.isImport()) // a call says “Invalid data”, and no more
                row.field = std::ranges::find(columns, fault.column, &TruthColumn::name)->field;
            add(std::move(row), number);
        }
    }
}

void PeoplePlan::plantKeyFaults()
{
    for (int copy = 0; copy < 2; ++copy) {
        Row empty = refused(20'000 + copy, "LOOKUP_VALUE_NOT_FOUND", "1003", "requiredEmpty");
        empty.cells[keyColumn()].clear();
        empty.seed = -1;
        empty.field = m_aim.key;
        add(std::move(empty), 20'000 + copy);
    }
    if (m_aim.byId()) {
        Row nobody = refused(20'010, "1004", "1004", "");
        nobody.seed = -1;
        nobody.cells[personColumn] = u"987654321"_s;
        add(std::move(nobody), 20'010);
        Row word = refused(20'011, "INVALID_DATA_TYPE", "1003", "notANumber");
        word.seed = -1;
        word.cells[personColumn] = u"x17"_s;
        add(std::move(word), 20'011);
        return;
    }
    if (m_aim.partition.isEmpty()) {
        Row several = refused(20'020, "1007", "1007", "");
        addPerson(addSeed(20'020)); // somebody else with the same value
        add(std::move(several), 20'020);
    }
    if (m_aim.key == u"memberNumber") {
        Row word = refused(20'021, "INVALID_DATA_TYPE", "1003", "notANumber");
        word.cells[memberColumn] = u"M-17"_s;
        add(std::move(word), 20'021);
    }
    if (!m_aim.partition.isEmpty()) {
        Row elsewhere = refused(20'030, "1010", "1010", "");
        m_elsewhere << int(m_seeds.size()) - 1;
        add(std::move(elsewhere), 20'030);
    }
}

/// Addresses that are none: Marketo takes them, and says so of an import.
void PeoplePlan::plantWarnings()
{
    int number = 30'000;
    for (const char *const odd :
         { "nobody", "a@@truth.example", "jürgen%1@müller.example", "a b@truth.example" }) {
        Row row = goodRow(number, m_aim.byId() ? addSeed(number) : -1);
        row.cells[mailColumn] = QString::fromUtf8(odd) + QString::number(number);
        row.person = addPerson(row.seed);
        if (m_aim.isImport())
            row.code = u"INVALID_EMAIL"_s;
        add(std::move(row), number++);
    }
    Row both = refused(number, "INVALID_DATA_TYPE", "1003", "notANumber"); // not in, so there is no "but"
    if (m_aim.key != u"email")
        both.cells[mailColumn] = u"nobody at all"_s;
    both.cells[u"Punkte"_s] = u"viel"_s;
    add(std::move(both), number);
}

void PeoplePlan::plantAlike()
{
    // The very same row several times: all are in, or all have failed.
    const int seed = m_aim.byId() ? addSeed(40'000) : -1;
    const int person = addPerson(seed);
    for (int copy = 0; copy < 4; ++copy) {
        Row row = goodRow(40'000, seed);
        row.person = person;
        add(std::move(row), 40'000);
    }
    Row bad = refused(40'001, "INVALID_DATA_TYPE", "1003", "notANumber");
    bad.cells[u"Punkte"_s] = u"viel"_s;
    bad.field = m_aim.isImport() ? u"leadScore"_s : QString();
    for (int copy = 0; copy < 3; ++copy)
        add(bad, 40'001);
    // Of one person: one row is in, another one has failed.
    Row good = goodRow(40'002, addSeed(40'002));
    good.person = addPerson(good.seed);
    Row wrong = good;
    wrong.person = -1;
    wrong.cells[u"Messe"_s] = u"bald"_s;
    wrong.outcome = m_aim.checked ? Outcome::LeftOut : Outcome::Failed;
    wrong.code = m_aim.checked ? u"rowlift:notADate"_s
        : m_aim.isImport()     ? u"INVALID_DATA_TYPE"_s
                               : u"1003"_s;
    wrong.field = m_aim.isImport() ? u"lastFairVisit"_s : QString();
    add(std::move(good), 40'002);
    add(std::move(wrong), 40'002);
}

/// Somebody is called Null: the field is cleared, as Check says of the word in any case of letters.
void PeoplePlan::plantNull()
{
    const int number = 50'000;
    Row row = goodRow(number, addSeed(number));
    row.person = addPerson(row.seed);
    m_people.back().fields.insert(u"salutation"_s, u"old"_s);
    m_seeds.back().insert(u"salutation"_s, u"old"_s);
    row.cells[u"Anrede"_s] = u"Null"_s;
    m_people.back().fields.remove(u"salutation"_s);
    add(std::move(row), number);
}

void PeoplePlan::plantRepeats()
{
    for (int group = 0; group < 3; ++group) {
        const int first = 60'000 + group * 10;
        const int seed = group == 1 && !m_aim.byId() ? -1 : addSeed(first);
        const int person = addPerson(seed);
        for (int copy = 0; copy < 3; ++copy) {
            Row row = goodRow(first + copy, seed);
            row.cells[mailColumn] = u"p-%1@truth.example"_s.arg(first);
            if (m_aim.key == u"email" && copy == 1)
                row.cells[mailColumn] = u"P-%1@Truth.Example"_s.arg(first);
            if (!m_aim.byId() && m_aim.key != u"email")
                row.cells[keyColumn()] = keyValue(first);
            row.person = person;
            if (!m_aim.isImport())
                row.outcome = seed < 0 && copy == 0 ? Outcome::Added : Outcome::Updated;
            apply(row, first + copy);
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(m_rows.size()) * (copy + 1) / 4, std::move(row));
        }
    }
}

qint64 PeoplePlan::warned() const
{
    return std::ranges::count_if(m_rows, [](const Row &row) {
        return (row.outcome == Outcome::In || row.outcome == Outcome::Added
                || row.outcome == Outcome::Updated)
            && !row.code.isEmpty();
    });
}

qint64 PeoplePlan::count(Outcome outcome) const
{
    return std::ranges::count(m_rows, outcome, &Row::outcome);
}

QStringList PeoplePlan::columns() const
{
    QStringList names { mailColumn };
    if (keyColumn() != mailColumn)
        names << keyColumn();
    for (const TruthColumn &column : peopleColumnsOfMarketo())
        names << column.name;
    return names << u"Anrede"_s;
}

QByteArray PeoplePlan::source(const QList<qint64> &seedIds) const
{
    const QStringList names = columns();
    QString text = names.join(u';') + u"\r\n"_s;
    for (const Row &row : m_rows) {
        QStringList cells;
        for (const QString &column : names) {
            const bool isId = m_aim.byId() && column == personColumn && row.seed >= 0;
            cells << quoted(isId ? QString::number(seedIds.value(row.seed)) : row.cells.value(column));
        }
        text += cells.join(u';') + u"\r\n"_s;
    }
    return text.toUtf8();
}

Target PeoplePlan::target() const
{
    QJsonObject options;
    if (!m_aim.list.isEmpty())
        options.insert(u"list"_s, m_aim.list);
    if (!m_aim.partition.isEmpty())
        options.insert(u"partition"_s, m_aim.partition);
    if (!m_aim.format.isEmpty())
        options.insert(u"format"_s, m_aim.format);
    if (!m_aim.rowNumbers)
        options.insert(u"noRowNumbers"_s, true);
    return {
        .object = u"leads"_s, .operation = Operation::Upsert, .keyField = m_aim.key, .options = options
    };
}

Mapping PeoplePlan::mapping() const
{
    Mapping mapping;
    const auto to = [&](const QString &column, const QString &field, const Treatment &treatment) {
        mapping.columns.push_back({ .column = column,
                                    .field = field,
                                    .because = Because::You,
                                    .confidence = 1,
                                    .treatment = treatment });
    };
    to(mailColumn, u"email"_s, {});
    if (keyColumn() != mailColumn)
        to(keyColumn(), m_aim.key, {});
    for (const TruthColumn &column : peopleColumnsOfMarketo())
        to(column.name, column.field, column.treatment);
    to(u"Anrede"_s, u"salutation"_s, {});
    return mapping;
}

} // namespace rowlift::testing
