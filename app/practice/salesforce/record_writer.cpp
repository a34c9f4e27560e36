#include "app/practice/salesforce/record_writer.h"

#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/header.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/values.h"

#include <QJsonObject>
#include <QLocale>
#include <QRandomGenerator>

#include <cmath>
#include <list>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostMatches = 10;

std::string_view writerView(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// The value as a cell of a file would have it: whole numbers without a fraction or an exponent.
QByteArray cellText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? "true"_ba : "false"_ba;
    if (!value.isDouble())
        return value.toString().toUtf8();
    const double number = value.toDouble();
    constexpr double largestExact = 9'007'199'254'740'992.0;
    return std::trunc(number) == number && std::abs(number) <= largestExact
        ? QByteArray::number(static_cast<qint64>(number))
        : QByteArray::number(number, 'f', QLocale::FloatingPointShortest);
}

/// The members of a JSON record as cells. Cells point into the lists, so it stays where it was made.
class JsonCells {
public:
    JsonCells(const Catalog &catalog, const Object &object)
        : m_catalog(catalog)
        , m_object(object)
    {
    }
    Q_DISABLE_COPY_MOVE(JsonCells)

    const std::vector<Cell> &cells() const { return m_cells; }

    void add(const Column &column, const QByteArray &text)
    {
        m_columns.push_back(column);
        m_texts.push_back(text);
        m_cells.push_back({ &m_columns.back(), writerView(m_texts.back()), text.isEmpty(),
                            static_cast<int>(m_cells.size()) });
    }

    std::optional<RowError> addMember(const QByteArray &name, const QJsonValue &value, const Field *key)
    {
        if (value.isObject())
            return addParent(name, value.toObject());
        Column column;
        column.field = m_object.field(writerView(name));
        if (!column.field || value.isArray())
            return unknown(name);
        if (column.field->type == Field::Type::Id || column.field == key)
            return malformed("The " + column.field->name
                             + " field should not be specified in the sobject data.");
        add(column, cellText(value));
        return std::nullopt;
    }

private:
    /// `"Account":{"Crm_Key__c":"ACC-17"}`, with the kind among the attributes where there are several.
    std::optional<RowError> addParent(const QByteArray &name, QJsonObject parent)
    {
        const QByteArray kind = parent.take("attributes"_L1).toObject().value("type"_L1).toString().toUtf8();
        if (parent.size() != 1)
            return unknown(name);
        const QByteArray path = name + '.' + parent.begin().key().toUtf8();
        auto column = parentColumn(m_catalog, m_object, writerView(path));
        if (!column)
            column = parentColumn(m_catalog, m_object, writerView(kind + ':' + path));
        if (!column)
            return unknown(name);
        add(*column, cellText(parent.begin().value()));
        return std::nullopt;
    }

    RowError unknown(const QByteArray &name) const
    {
        return malformed("No such column '" + name + "' on sobject of type " + m_object.name);
    }

    static RowError malformed(const QByteArray &message)
    {
        RowError error { "INVALID_FIELD"_ba, message, {} };
        error.malformed = true;
        return error;
    }

    const Catalog &m_catalog;
    const Object &m_object;
    std::list<Column> m_columns; // lists: their elements never move
    std::list<QByteArray> m_texts;
    std::vector<Cell> m_cells;
};

} // namespace

WriteWishes wishesOf(const Request &request)
{
    const QByteArray duplicates
        = request.header("sforce-duplicate-rule-header"_ba).toLower().replace(' ', QByteArray());
    return { duplicates.contains("allowsave=true"), request.header("sforce-auto-assign"_ba).trimmed() };
}

bool knowsRuleOf(const Request &request)
{
    const QByteArray wanted = wishesOf(request).autoAssign;
    const QByteArray word = wanted.toUpper();
    if (word.isEmpty() || word == "TRUE" || word == "FALSE")
        return true;
    const FixedRecord *rule = fixedRecord(writerView(wanted));
    return rule && rule->object == "AssignmentRule";
}

RecordWriter::RecordWriter(const Surroundings &around, const Catalog &catalog, const User &user,
                           WriteWishes wishes)
    : m_around(around)
    , m_catalog(catalog)
    , m_user(user)
    , m_wishes(std::move(wishes))
    , m_records(around.dataFolder)
    , m_lockShare(around.switches.on(u"lock-share"_s) ? around.switches.number(u"lock-share"_s, 10) : 0)
{
}

RecordWriter::~RecordWriter()
{
    if (m_begun)
        m_records.rollback();
}

bool RecordWriter::begin(bool toWrite)
{
    QString error;
    if (!m_records.open(&error))
        return false;
    if (!toWrite)
        return true;
    m_turn = std::unique_lock(m_around.writing);
    m_begun = m_records.begin();
    return m_begun;
}

void RecordWriter::commit()
{
    m_records.commit();
    m_begun = false;
    m_turn.unlock();
}

std::optional<StoredRecord> RecordWriter::find(const Object &object, const QByteArray &id)
{
    const auto number = isWellFormedId(writerView(id)) ? idNumber(writerView(id)) : std::nullopt;
    auto record = number && id.startsWith(object.prefix) ? m_records.find(*number) : std::nullopt;
    return record && record->object == object.number ? record : std::nullopt;
}

QList<qint64> RecordWriter::matches(const Field &field, const QByteArray &key)
{
    return m_records.withKey({ field.keyNumber, foldedKey(field, writerView(key)) }, mostMatches);
}

Verdict RecordWriter::insert(const Object &object, const QJsonObject &values)
{
    return write(object, Operation::Insert, *object.field("Id"), {}, values);
}

Verdict RecordWriter::update(const Object &object, const QByteArray &id, const QJsonObject &values)
{
    return write(object, Operation::Update, *object.field("Id"), id, values);
}

Verdict RecordWriter::upsert(const Object &object, const Field &field, const QByteArray &key,
                             const QJsonObject &values)
{
    return write(object, Operation::Upsert, field, key, values);
}

Verdict RecordWriter::remove(const Object &object, const QByteArray &id)
{
    return write(object, Operation::Delete, *object.field("Id"), id, {});
}

Verdict RecordWriter::write(const Object &object, Operation operation, const Field &field,
                            const QByteArray &key, const QJsonObject &values)
{
    Verdict refused;
    if (m_lockShare > 0 && QRandomGenerator::global()->bounded(100) < m_lockShare) {
        refused.error = lockError("001gK0000000001,001gK0000000002"_ba);
        return refused;
    }
    JsonCells cells(m_catalog, object);
    if (!key.isEmpty()) {
        Column column;
        column.field = &field;
        cells.add(column, key);
    }
    for (auto each = values.begin(); each != values.end() && !refused.error; ++each)
        if (each.key() != u"attributes")
            refused.error = cells.addMember(each.key().toUtf8(), each.value(),
                                            operation == Operation::Upsert ? &field : nullptr);
    return refused.error ? refused : judgeFor(object, operation, field.name).judge(cells.cells());
}

QByteArray RecordWriter::ruleFor(const Object &object) const
{
    const QByteArray word = m_wishes.autoAssign.toUpper();
    if (word == "FALSE")
        return {};
    if (word.isEmpty() || word == "TRUE")
        return activeRule(object.name);
    const FixedRecord *rule = fixedRecord(writerView(m_wishes.autoAssign));
    return rule && rule->text("SobjectType"_ba) == object.name ? rule->id() : QByteArray();
}

Judge &RecordWriter::judgeFor(const Object &object, Operation operation, const QByteArray &externalId)
{
    auto &judge = m_judges[object.name + ':' + externalId + QByteArray::number(static_cast<int>(operation))];
    if (!judge) {
        const bool trusting = m_around.instant && operation == Operation::Insert;
        Judge::Plan plan { &object, operation, externalId, trusting };
        plan.switches = &m_around.switches;
        plan.manner = { m_wishes.allowDuplicates, ruleFor(object) };
        judge = std::make_unique<Judge>(m_catalog, m_records, m_user, std::move(plan), m_around.clock);
    }
    return *judge;
}

} // namespace rowlift::practice::salesforce
