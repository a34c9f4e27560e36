#include "tests/truth/truth_plan.h"

#include <algorithm>
#include <random>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

const QString idColumn = u"Datensatz"_s;

QString markOf(int number)
{
    static constexpr const char *shapes[] { "Grün %1", "O'Hara \"Öl\" %1", "Łódź 🌻 %1", "Stein; %1, Co" };
    return QString::fromUtf8(shapes[number % 4]).arg(number);
}

/// An id of 15 characters with its checksum.
QString longId(const QString &shortId)
{
    QString id = shortId;
    for (int group = 0; group < 3; ++group) {
        int bits = 0;
        for (int place = 0; place < 5; ++place)
            bits |= shortId[group * 5 + place].isUpper() ? 1 << place : 0;
        id += u"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"_s[bits];
    }
    return id;
}

QString cellOf(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

TruthPlan::TruthPlan(const TruthAim &aim, const QList<QJsonObject> &present)
    : m_aim(aim)
    , m_object(truthObject(aim.object))
{
    if (aim.operation == Operation::Delete) {
        plantDeletes(present);
        spread();
        return;
    }
    QJsonObject holder = seedFields(0);
    if (m_object.hasEmail)
        holder.insert(u"Member_Number__c"_s, u"M-TAKEN"_s);
    addRecord(addSeed(holder));
    if (aim.operation == Operation::Insert)
        plantInserts();
    else
        plantChanges();
    plantFaults();
    spread();
    plantRepeats(); // in their order
}

bool TruthPlan::byId() const
{
    return m_aim.operation == Operation::Delete || m_aim.keyField == u"Id"
        || (m_aim.operation == Operation::Update && m_aim.keyField.isEmpty());
}

bool TruthPlan::creates() const
{
    return m_aim.operation == Operation::Insert || (m_aim.operation == Operation::Upsert && !byId());
}

QJsonObject TruthPlan::seedFields(int number) const
{
    QJsonObject fields { { m_object.column(m_object.mark).field, u"Saat %1"_s.arg(number) },
                         { u"Crm_Key__c"_s, u"S-%1"_s.arg(number) },
                         { u"Description"_s, u"old"_s } };
    if (m_object.hasEmail)
        fields.insert(u"Email"_s, u"s-%1@truth.example"_s.arg(number));
    if (m_object.name == u"Lead")
        fields.insert(u"Company"_s, u"Alt & Co"_s);
    if (m_object.name == u"Contact")
        fields.insert(u"MailingCity"_s, u"Altstadt"_s);
    return fields;
}

int TruthPlan::addSeed(const QJsonObject &fields)
{
    m_seeds << fields;
    return int(m_seeds.size()) - 1;
}

int TruthPlan::addRecord(int seed)
{
    m_records.push_back({ .fields = seed < 0 ? QJsonObject() : m_seeds[seed], .seed = seed });
    return int(m_records.size()) - 1;
}

TruthPlan::Row TruthPlan::goodRow(int number, int seed) const
{
    Row row;
    for (const TruthColumn &column : m_object.columns) {
        if (!column.samples.empty())
            row.cells[column.name] = column.samples[size_t(number) % column.samples.size()].cell;
    }
    row.cells[m_object.mark] = markOf(number);
    if (m_object.hasEmail)
        row.cells[u"Mail"_s] = u"t-%1@truth.example"_s.arg(number);
    if (seed < 0)
        row.cells[u"Key"_s] = u"N-%1"_s.arg(number);
    if (byId())
        row.seed = seed;
    else if (seed >= 0 && m_aim.keyField == u"Email")
        row.cells[u"Mail"_s] = m_seeds[seed][u"Email"].toString();
    else if (seed >= 0 && m_aim.keyField == u"Name")
        row.cells[u"Name"_s] = m_seeds[seed][u"Name"].toString();
    else if (seed >= 0 && m_aim.keyField == u"Crm_Key__c")
        row.cells[u"Key"_s] = m_seeds[seed][u"Crm_Key__c"].toString();
    row.outcome
        = m_aim.operation == Operation::Insert || (seed < 0 && creates()) ? Outcome::Added : Outcome::Updated;
    return row;
}

void TruthPlan::apply(const Row &row, int number, int record)
{
    QJsonObject &fields = m_records[size_t(record)].fields;
    for (const TruthColumn &column : m_object.columns) {
        const QString cell = row.cells.value(column.name);
        if (column.samples.empty()) {
            if (!cell.isEmpty())
                fields.insert(column.storedIn, cell);
            continue;
        }
        const TruthSample &sample = column.samples[size_t(number) % column.samples.size()];
        if (sample.stored.isNull())
            fields.remove(column.storedIn);
        else if (!sample.stored.isUndefined())
            fields.insert(column.storedIn, sample.stored);
    }
}

void TruthPlan::add(Row row)
{
    m_rows.push_back(std::move(row));
}

void TruthPlan::plantInserts()
{
    for (int number = 1; number <= m_aim.goodRows; ++number) {
        Row row = goodRow(number, -1);
        row.record = addRecord(-1);
        apply(row, number, row.record);
        add(std::move(row));
    }
    Row taken = goodRow(1, -1);
    taken.cells[u"Key"_s] = u"S-0"_s;
    taken.cells[u"Mail"_s] = u"free@truth.example"_s;
    taken.outcome = Outcome::Failed;
    taken.code = u"DUPLICATE_VALUE"_s;
    add(taken);
    if (m_object.hasEmail) {
        Row twin = goodRow(2, -1);
        twin.cells[u"Key"_s] = u"N-free"_s;
        twin.cells[m_object.mark] = u"Saat 0"_s;
        twin.cells[u"Mail"_s] = u"S-0@truth.example"_s;
        twin.outcome = Outcome::Failed;
        twin.code = u"DUPLICATES_DETECTED"_s;
        add(twin);
    }
    for (int copy = 0; copy < 6; ++copy) {
        Row row;
        row.cells[m_object.mark] = u"Zwilling %1"_s.arg(copy % 2);
        if (m_object.name == u"Lead")
            row.cells[u"Firma"_s] = u"Zwei"_s;
        row.record = addRecord(-1);
        QJsonObject &fields = m_records.back().fields;
        fields.insert(m_object.column(m_object.mark).field, row.cells[m_object.mark]);
        if (m_object.name == u"Lead")
            fields.insert(u"Company"_s, u"Zwei"_s);
        add(std::move(row));
    }
}

void TruthPlan::plantChanges()
{
    for (int number = 1; number <= m_aim.goodRows; ++number) {
        const int seed = creates() && number % 2 == 1 ? -1 : addSeed(seedFields(number));
        Row row = goodRow(number, seed);
        if (byId() && number % 5 == 0)
            row.idForm = Row::IdForm::Short;
        if (m_aim.operation == Operation::Update && m_aim.keyField == u"Email" && number % 7 == 0)
            row.cells[u"Mail"_s] = row.cells[u"Mail"_s].toUpper();
        row.record = addRecord(seed);
        apply(row, number, row.record);
        if (m_aim.operation == Operation::Update && !m_aim.keyField.isEmpty()) // it only finds them
            m_records.back().fields.insert(m_aim.keyField, m_seeds[seed][m_aim.keyField]);
        add(std::move(row));
    }
    if (byId())
        plantIdFaults();
    else if (m_aim.operation == Operation::Update)
        plantLookUpFaults();
    if (m_aim.operation == Operation::Upsert && m_aim.keyField == u"Email") {
        for (const int number : { 90'001, 90'002 }) {
            QJsonObject fields = seedFields(number);
            fields.insert(u"Email"_s, u"twice@truth.example"_s);
            addRecord(addSeed(fields));
        }
        Row row = goodRow(3, -1);
        row.cells[u"Key"_s] = u"N-twice"_s;
        row.cells[u"Mail"_s] = u"twice@truth.example"_s;
        row.outcome = Outcome::Failed;
        row.code = u"DUPLICATE_EXTERNAL_ID"_s;
        add(std::move(row));
    }
}

void TruthPlan::plantRepeats()
{
    if (m_aim.operation == Operation::Insert)
        return;
    for (int group = 0; group < 3; ++group) {
        const int first = 70'000 + group * 10;
        const int seed = creates() && group == 1 ? -1 : addSeed(seedFields(first));
        const int record = addRecord(seed);
        for (int copy = 0; copy < 3; ++copy) {
            Row row = goodRow(first + copy, seed);
            row.cells[u"Key"_s] = seed < 0 ? u"N-%1"_s.arg(first) : row.cells[u"Key"_s];
            if (m_object.hasEmail && m_aim.keyField == u"Email" && seed < 0)
                row.cells[u"Mail"_s] = u"t-%1@truth.example"_s.arg(first);
            row.outcome = seed < 0 && copy == 0 ? Outcome::Added : Outcome::Updated;
            row.record = record;
            apply(row, first + copy, record);
            if (m_aim.operation == Operation::Update && !m_aim.keyField.isEmpty())
                m_records[size_t(record)].fields.insert(m_aim.keyField, m_seeds[seed][m_aim.keyField]);
            m_rows.insert(m_rows.begin() + std::ptrdiff_t(m_rows.size()) * (copy + 1) / 4, std::move(row));
        }
    }
}

/// What the service says of an id in this way of loading.
QString TruthPlan::idCode(const QString &code, bool isWrongKind) const
{
    if (m_aim.checked && code == u"MALFORMED_ID")
        return isWrongKind ? u"rowlift:wrongKindOfId"_s : u"rowlift:malformedId"_s;
    if (m_aim.kind == u"single" && code != u"ENTITY_IS_DELETED") // it stands in the path
        return u"NOT_FOUND"_s;
    if (isWrongKind && m_aim.operation == Operation::Delete && m_aim.kind == u"collections")
        return u"INVALID_CROSS_REFERENCE_KEY"_s; // this call deletes records of any kind
    return code;
}

void TruthPlan::plantIdFaults()
{
    const auto fault = [&](const QString &id, const QString &code) {
        Row row = goodRow(4, -1);
        row.cells.remove(u"Key"_s);
        row.cells[u"Mail"_s] = u"free-%1@truth.example"_s.arg(m_rows.size());
        row.id = id;
        row.code = code;
        row.outcome = code.startsWith(u"rowlift:") ? Outcome::LeftOut : Outcome::Failed;
        add(row);
    };
    fault(longId(m_object.prefix + u"gK00000ZzZzZ"_s), idCode(u"INVALID_CROSS_REFERENCE_KEY"_s));
    fault(longId((m_object.prefix == u"003" ? u"00Q"_s : u"003"_s) + u"gK0000000001"_s),
          idCode(u"MALFORMED_ID"_s, true));
    fault(u"NotAnId"_s, idCode(u"MALFORMED_ID"_s));
    for (int copy = 0; copy < 2; ++copy) {
        const int seed = addSeed(seedFields(80'000 + copy));
        Row row = goodRow(5 + copy, seed);
        if (copy == 0) {
            m_deletedSeeds.push_back(seed);
            row.code = idCode(u"ENTITY_IS_DELETED"_s);
        } else {
            addRecord(seed);
            row.idForm = Row::IdForm::WrongSum;
            row.code = idCode(u"MALFORMED_ID"_s);
        }
        row.outcome = row.code.startsWith(u"rowlift:") ? Outcome::LeftOut : Outcome::Failed;
        add(row);
    }
}

void TruthPlan::plantLookUpFaults()
{
    const QString column = m_aim.keyField == u"Email" ? u"Mail"_s : u"Name"_s;
    Row row = goodRow(6, -1);
    row.cells.remove(u"Key"_s);
    row.outcome = Outcome::LeftOut;
    row.cells[column] = u"nobody@truth.example"_s;
    row.code = u"rowlift:notFound"_s;
    add(row);
    for (const int number : { 91'001, 91'002 }) {
        QJsonObject fields = seedFields(number);
        fields.insert(m_aim.keyField, u"twice@truth.example"_s);
        addRecord(addSeed(fields));
    }
    row.cells[column] = u"twice@truth.example"_s;
    row.code = u"rowlift:severalFound"_s;
    add(row);
    row.cells[column].clear();
    row.code = u"rowlift:requiredEmpty"_s;
    add(row);
}

void TruthPlan::plantFaults()
{
    int number = 10'000;
    for (const TruthFault &fault : m_object.faults) {
        const QString field = m_object.column(fault.column).field;
        const bool isKey = !m_aim.keyField.isEmpty() && field == m_aim.keyField;
        if ((fault.onlyNew && !creates()) || (isKey && m_aim.operation == Operation::Update))
            continue;
        for (int copy = 0; copy < 2; ++copy, ++number) {
            const int seed = creates() ? -1 : addSeed(seedFields(number));
            if (seed >= 0)
                addRecord(seed);
            Row row = goodRow(number, seed);
            if (copy == 1 && isKey)
                continue; // the same key once more
            row.cells[fault.column] = fault.cell;
            row.outcome = Outcome::Failed;
            row.code = QString::fromLatin1(fault.code);
            row.field = fault.namesField ? field : QString();
            // Whether an upsert creates is for the service to know.
            const bool isCertain = !fault.onlyNew || m_aim.operation == Operation::Insert;
            if (m_aim.checked && isCertain && *fault.rule) {
                row.outcome = Outcome::LeftOut;
                row.code = u"rowlift:"_s + QString::fromLatin1(fault.rule);
            }
            add(std::move(row));
        }
    }
}

void TruthPlan::plantDeletes(const QList<QJsonObject> &present)
{
    const int good = present.isEmpty() ? m_aim.goodRows : int(present.size()) / 2;
    for (int number = 0; number < good; ++number) {
        const int seed = addSeed(present.isEmpty() ? seedFields(number) : present[number]);
        Row row;
        row.seed = seed;
        row.record = addRecord(seed);
        row.idForm = number % 3 == 1 ? Row::IdForm::Short : Row::IdForm::Long;
        row.outcome = Outcome::Deleted;
        m_records.back().gone = true;
        add(row);
        if (number % 9 == 4) { // named twice, once by each form
            row.idForm = number % 3 == 1 ? Row::IdForm::Long : Row::IdForm::Short;
            add(row);
        }
    }
    for (int number = good; number < int(present.size()); ++number) // nobody names these
        addRecord(addSeed(present[number]));
    if (present.isEmpty())
        plantIdFaults();
}

void TruthPlan::spread()
{
    std::ranges::shuffle(m_rows, std::mt19937(17));
}

QStringList TruthPlan::columns() const
{
    QStringList names;
    if (byId())
        names << idColumn;
    if (m_aim.operation == Operation::Delete)
        return names;
    for (const TruthColumn &column : m_object.columns)
        names << column.name;
    return names;
}

QByteArray TruthPlan::source(const QStringList &seedIds) const
{
    const QStringList names = columns();
    QString text = names.join(u';') + u"\r\n"_s;
    for (const Row &row : m_rows) {
        QStringList cells;
        for (const QString &column : names) {
            if (column != idColumn) {
                cells << cellOf(row.cells.value(column));
                continue;
            }
            QString id = row.seed < 0 ? row.id : seedIds.value(row.seed);
            if (row.idForm == Row::IdForm::Short)
                id.truncate(15);
            else if (row.idForm == Row::IdForm::WrongSum)
                id.back() = id.back() == u'A' ? u'B' : u'A';
            cells << id;
        }
        text += cells.join(u';') + u"\r\n"_s;
    }
    return text.toUtf8();
}

Target TruthPlan::target() const
{
    return { .object = m_object.name, .operation = m_aim.operation, .keyField = m_aim.keyField };
}

Mapping TruthPlan::mapping() const
{
    Mapping mapping;
    const auto to = [&](const QString &column, const QString &field, const Treatment &treatment) {
        mapping.columns.push_back({ .column = column,
                                    .field = field,
                                    .because = Because::You,
                                    .confidence = 1,
                                    .treatment = treatment });
    };
    if (byId())
        to(idColumn, u"Id"_s, {});
    if (m_aim.operation == Operation::Delete)
        return mapping;
    for (const TruthColumn &column : m_object.columns)
        to(column.name, column.field, column.treatment);
    return mapping;
}

QStringList TruthPlan::storedFields() const
{
    QStringList fields;
    for (const TruthColumn &column : m_object.columns)
        fields << column.storedIn;
    return fields;
}

} // namespace rowlift::testing
